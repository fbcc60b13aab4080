//! The address of the page: links to what the story has, what is selected in it, Back and Forward.

use crate::page::{Conditions, Page};
use crate::pointer::click;
use crate::view::{awake, click_button, focused, ready, type_text};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key};

/// What follows the address: ids on the root, the open tab, the search, and the address itself.
const STATE: &str = r#"
    const root = document.querySelector(".explainer");
    const { country = "", actor = "", event = "", tab } = root.dataset;
    return [country, actor, event, tab, root.querySelector(".search input").value, decodeURIComponent(location.hash)];
"#;

async fn open(path: &str, width: u32) -> WebDriverResult<Page> {
    let page = Page::open(path, width, 900).await?;
    ready(&page).await?;
    Ok(page)
}

async fn becomes(page: &Page, expected: [&str; 6]) -> WebDriverResult<()> {
    page.becomes(&json!(expected), async |page: &Page| page.evaluate::<Value>(STATE, vec![]).await)
        .await
}

/// How many entries the history has more than at the start.
async fn entries(page: &Page) -> WebDriverResult<usize> {
    page.evaluate("return history.length - (window.start ??= history.length)", vec![]).await
}

/// Clicks the first visible link with this address.
async fn follow(page: &Page, href: &str) -> WebDriverResult<()> {
    let body = r#"
        const link = [...document.querySelectorAll(`.explainer a[href="${arguments[0]}"]`)]
            .find((link) => link.checkVisibility());
        link.scrollIntoView({ block: "center", behavior: "instant" });
        link.click()"#;
    page.evaluate::<()>(body, vec![json!(href)]).await
}

#[tokio::test]
async fn what_is_selected_is_in_the_address_and_comes_back() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    assert_eq!(entries(&page).await?, 0);
    click_button(&page, "Mali").await?;
    becomes(&page, ["ML", "", "", "timeline", "", "#country=ML"]).await?;
    follow(&page, "#actor=jnim").await?;
    becomes(&page, ["ML", "jnim", "", "actors", "", "#country=ML&actor=jnim"]).await?;
    assert_eq!(entries(&page).await?, 2, "a country and an actor");
    click(&page, ".search input").await?;
    type_text(&page, "gao é").await?;
    let all = "#country=ML&actor=jnim&q=gao é";
    becomes(&page, ["ML", "jnim", "", "actors", "gao é", all]).await?;
    assert_eq!(entries(&page).await?, 2, "typing makes no entries");

    page.web().back().await?;
    becomes(&page, ["ML", "", "", "timeline", "", "#country=ML"]).await?;
    page.web().back().await?;
    becomes(&page, ["", "", "", "timeline", "", ""]).await?;
    page.web().forward().await?;
    page.web().forward().await?;
    becomes(&page, ["ML", "jnim", "", "actors", "gao é", all]).await?;
    page.web().refresh().await?;
    ready(&page).await?;
    becomes(&page, ["ML", "jnim", "", "actors", "gao é", all]).await?;
    page.close().await
}

#[tokio::test]
async fn opening_an_event_is_an_entry_and_the_order_is_not() -> WebDriverResult<()> {
    let page = open("/", 360).await?;
    entries(&page).await?;
    page.web().find(By::Css("li[data-event='bamako-summit-2025'] > button")).await?.click().await?;
    let event = "bamako-summit-2025";
    becomes(&page, ["", "", event, "timeline", "", "#event=bamako-summit-2025"]).await?;
    click_button(&page, "Oldest first").await?;
    let both = "#event=bamako-summit-2025&order=oldest";
    becomes(&page, ["", "", event, "timeline", "", both]).await?;
    assert_eq!(entries(&page).await?, 1);
    page.web().back().await?;
    becomes(&page, ["", "", "", "timeline", "", ""]).await?;
    page.close().await
}

#[tokio::test]
async fn an_address_selects_in_the_moment_in_which_the_program_comes() -> WebDriverResult<()> {
    // Notes what is selected when the explainer first says that it answers.
    let before = r#"
        document.addEventListener("DOMContentLoaded", () => {
            const root = document.querySelector(".explainer");
            new MutationObserver((_, observer) => {
                if (!("live" in root.dataset)) return;
                window.atFirst = [root.dataset.country, root.dataset.tab, document.querySelectorAll(".tag").length];
                observer.disconnect();
            }).observe(root, { attributes: true });
        });"#;
    let conditions = Conditions { before, ..Conditions::default() };
    let path = "/#country=NE&category=coup,attack&tab=figures&nothing=at-all";
    let page = Page::open_under(conditions, path, 1100, 900).await?;
    ready(&page).await?;
    let at_first: Value = page.evaluate("return window.atFirst", vec![]).await?;
    assert_eq!(at_first, json!(["NE", "figures", 3]));
    let status: String =
        page.evaluate("return document.querySelector('[role=status]').textContent", vec![]).await?;
    assert_eq!(status, "", "nothing is announced on load");
    page.close().await
}

#[tokio::test]
async fn fragments_of_the_page_around_are_left_alone() -> WebDriverResult<()> {
    let page = open("/#explainer", 1100).await?;
    becomes(&page, ["", "", "", "timeline", "", "#explainer"]).await?;
    click_button(&page, "Niger").await?;
    becomes(&page, ["NE", "", "", "timeline", "", "#country=NE"]).await?;
    page.evaluate::<()>("location.hash = 'explainer'", vec![]).await?;
    becomes(&page, ["NE", "", "", "timeline", "", "#explainer"]).await?;
    // A link on the page to something of the story works like one from elsewhere.
    page.evaluate::<()>("location.hash = 'country=BF'", vec![]).await?;
    becomes(&page, ["BF", "", "", "timeline", "", "#country=BF"]).await?;
    page.close().await
}

#[tokio::test]
async fn steps_of_the_tour_are_entries_and_languages_change_in_place() -> WebDriverResult<()> {
    let page = open("/#country=NE", 1100).await?;
    entries(&page).await?;
    page.web().find(By::Css(".start .button")).await?.click().await?;
    becomes(&page, ["NE", "", "", "timeline", "", "#country=NE&view=story&step=1"]).await?;
    click_button(&page, "Next: Five coups in three years").await?;
    becomes(&page, ["NE", "", "", "timeline", "", "#country=NE&view=story&step=2"]).await?;
    assert_eq!(entries(&page).await?, 2);
    page.web().back().await?;
    page.web().back().await?;
    becomes(&page, ["NE", "", "", "timeline", "", "#country=NE"]).await?;
    page.web().find(By::Css(".scheme")).await?.click().await?;
    page.evaluate::<()>("window.isSame = true", vec![]).await?;
    for (lang, dir, name, title) in [
        ("fr", "ltr", "Niger", "Deux jours à Bamako"),
        ("ar", "rtl", "النيجر", "يومان في باماكو"),
        ("en", "ltr", "Niger", "Two days in Bamako"),
    ] {
        page.web().find(By::Css(format!(".languages [lang={lang}]"))).await?.click().await?;
        let seen = r#"
            const root = document.querySelector(".explainer");
            const { lang, dir } = document.documentElement;
            return [isSame, lang, dir, root.lang, root.dir, root.dataset.theme, document.activeElement.lang,
                root.querySelector(".profile[data-open] .title-1").textContent, document.title.split(/[\u00a0\u202f]?:/)[0],
                location.pathname.replace(/\/$/, "/index.html") + location.hash]"#;
        let file = if lang == "en" { String::new() } else { format!(".{lang}") };
        let expected = json!([
            true,
            lang,
            dir,
            lang,
            dir,
            "light",
            lang,
            name,
            title,
            format!("/index{file}.html#country=NE")
        ]);
        page.becomes(&expected, async |page: &Page| page.evaluate::<Value>(seen, vec![]).await)
            .await?;
        becomes(&page, ["NE", "", "", "timeline", "", "#country=NE"]).await?;
    }
    page.close().await
}

#[tokio::test]
async fn a_press_on_a_tab_leaves_the_focus_there() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    let tab = page.web().find(By::Id("tab-themes")).await?;
    tab.click().await?;
    becomes(&page, ["", "", "", "themes", "", "#tab=themes"]).await?;
    assert!(focused(&page).await?.starts_with("Themes"));
    tab.send_keys(Key::Right).await?;
    becomes(&page, ["", "", "", "figures", "", "#tab=figures"]).await?;
    assert_eq!(entries(&page).await?, 0);
    page.close().await
}

#[tokio::test]
async fn clicks_with_a_modifier_are_left_to_the_browser() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    awake(&page, ".panel-timeline").await?;
    let body = r#"
        const link = [...document.querySelectorAll(".explainer a[href^='#actor=']")]
            .find((link) => link.checkVisibility());
        const language = document.querySelector(".languages [aria-current]");
        const seen = [];
        addEventListener("click", (event) => { seen.push(event.defaultPrevented); event.preventDefault(); });
        for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey", "none"]) {
            for (const one of [link, language]) {
                one.dispatchEvent(new MouseEvent("click", { [key]: true, bubbles: true, cancelable: true, composed: true }));
            }
        }
        return seen"#;
    let answered: Vec<bool> = page.evaluate(body, vec![]).await?;
    let both = [false, false, false, false, true].map(|is_plain| [is_plain; 2]);
    assert_eq!(answered, both.concat());
    page.close().await
}

#[tokio::test]
async fn a_second_explainer_of_the_page_leaves_the_address_to_the_first() -> WebDriverResult<()> {
    let page = open("/#country=ML", 1100).await?;
    let body = r#"
        const { mount } = await import("/sahel-explainer.js");
        const other = document.createElement("div");
        other.id = "other";
        document.body.append(other);
        await mount(other, { lang: "en" });
        await new Promise((resolve) => setTimeout(resolve, 300));
        const root = other.querySelector(".explainer");
        const first = root.dataset.country ?? "";
        [...root.querySelectorAll("button")].find((button) => button.textContent === "Niger").click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [first, root.dataset.country ?? "", location.hash]"#;
    let seen: Value = page.evaluate(body, vec![]).await?;
    assert_eq!(seen, json!(["", "NE", "#country=ML"]));
    becomes(&page, ["ML", "", "", "timeline", "", "#country=ML"]).await?;
    page.close().await
}
