//! The hosts in `examples/`, as they stand there.

use crate::hosting::{LISTEN, all_ready, becomes};
use crate::page::{Conditions, Page};
use crate::server::Hosted;
use serde_json::json;
use thirtyfour::error::WebDriverResult;

/// Opens a page of a folder, which hears everything.
async fn open(folder: &'static str, path: &str) -> WebDriverResult<Page> {
    let conditions = Conditions { before: LISTEN, ..Conditions::default() };
    Page::open_hosted(Hosted::folder(folder), conditions, path, 1100, 900).await
}

/// Opens a page that has `dist/` beside it.
async fn open_in_project(path: &str) -> WebDriverResult<Page> {
    let conditions = Conditions { before: LISTEN, ..Conditions::default() };
    Page::open_hosted(Hosted::folder(".").under(""), conditions, path, 1100, 900).await
}

/// Presses a button of the host by its text.
async fn press(page: &Page, name: &str) -> WebDriverResult<()> {
    let body = "[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === arguments[0]).click()";
    page.evaluate::<()>(body, vec![json!(name)]).await
}

#[tokio::test]
async fn a_news_page_drives_an_element_and_counts() -> WebDriverResult<()> {
    let page = open_in_project("/examples/news-page/").await?;
    page.evaluate::<()>("document.getElementById('aside').scrollIntoView()", vec![]).await?;
    all_ready(&page, 2).await?;
    let seen = r#"
        return ["main", "aside"].map((id) => {
            const root = document.getElementById(id).shadowRoot.querySelector(".explainer");
            return [root.lang, root.dataset.country ?? null];
        });"#;
    becomes(&page, json!([["fr", null], ["ar", null]]), seen).await?;
    press(&page, "Niger").await?;
    becomes(&page, json!([["fr", "NE"], ["ar", null]]), seen).await?;
    let counted = "return document.querySelector('output').value";
    becomes(&page, json!("explainer-ready 2, explainer-select 1"), counted).await?;
    press(&page, "Tout").await?;
    becomes(&page, json!([["fr", null], ["ar", null]]), seen).await?;
    // Its colour and its style of a part come in, and its root size and resets do not.
    let style = r#"
        const root = document.getElementById("main").shadowRoot;
        const style = (selector) => getComputedStyle(root.querySelector(selector));
        return [style(".footer").borderTopStyle, style(".explainer").getPropertyValue("--accent"),
            style(".explainer").fontSize, style(".segments button").textTransform, style("svg.land").maxWidth];"#;
    becomes(&page, json!(["double", "#a00", "16px", "none", "none"]), style).await?;
    page.close().await
}

#[tokio::test]
async fn an_article_gives_its_frames_their_height() -> WebDriverResult<()> {
    let page = open_in_project("/examples/frame/#country=BF").await?;
    let frames = r#"
        document.querySelectorAll("iframe")[1]?.scrollIntoView();
        return [...document.querySelectorAll("iframe")].map(({ title, style }) => [title, parseInt(style.height) > 1000]);"#;
    let expected = json!([["What the Sahel summit settled", true], ["The map, in Arabic", true]]);
    becomes(&page, expected, frames).await?;
    becomes(&page, json!("#country=BF"), "return location.hash").await?;
    page.close().await
}

#[tokio::test]
async fn systems_like_amp_and_wordpress_hear_the_height() -> WebDriverResult<()> {
    for (path, least) in [("amp.html", 2000), ("wordpress.html", 1000)] {
        let page = open_in_project(&format!("/examples/frame/{path}")).await?;
        let height = format!(
            "return document.querySelector('iframe').getBoundingClientRect().height >= {least}"
        );
        becomes(&page, json!(true), &height).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_packed_package_works_in_an_app_of_vite() -> WebDriverResult<()> {
    let page = open("examples/vite/dist", "/index.html").await?;
    let seen = r##"
        const root = document.querySelector("#app .explainer[data-live]");
        return root && [root.lang, root.dataset.country ?? null, document.querySelector("output").value];"##;
    becomes(&page, json!(["fr", "BF", "BF"]), seen).await?;
    // Without pages of its own a package has a link to share, and no code to embed.
    let menu = r#"
        const menu = document.querySelector(".share-menu");
        if (!menu) document.querySelector(".sharing > button").click();
        return menu && [menu.textContent.includes("Copier le lien"), menu.textContent.includes("intégration")];"#;
    becomes(&page, json!([true, false]), menu).await?;
    page.close().await
}

#[tokio::test]
async fn react_and_svelte_set_options_and_hear_events() -> WebDriverResult<()> {
    for (path, lang) in [("/react.html", "en"), ("/svelte.html", "ar")] {
        let page = open("examples/vite/dist", path).await?;
        all_ready(&page, 1).await?;
        let seen = r#"
            const root = document.querySelector("sahel-explainer").shadowRoot.querySelector(".explainer");
            return [root.lang, root.dataset.country ?? null, root.querySelector(".display").tagName,
                document.querySelector("output").value || document.querySelector("output").textContent];"#;
        becomes(&page, json!([lang, "ML", "H3", "ML"]), seen).await?;
        press(&page, "NE").await?;
        becomes(&page, json!([lang, "NE", "H3", "NE"]), seen).await?;
        let within = r#"document.querySelector("sahel-explainer").shadowRoot.querySelector("[data-country-button=BF]").click()"#;
        page.evaluate::<()>(within, vec![]).await?;
        becomes(&page, json!([lang, "BF", "H3", "BF"]), seen).await?;
        // What the framework set were options, each by its name.
        becomes(&page, json!([]), "return warned").await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn another_yew_app_takes_over_one_explainer_and_drives_another() -> WebDriverResult<()> {
    // The page has the article before any script runs.
    let without = Conditions { no_scripts: true, ..Conditions::default() };
    let hosted = Hosted::folder("examples/yew-host/dist");
    let page = Page::open_hosted(hosted, without, "/", 1100, 900).await?;
    let read = "return [document.querySelectorAll('.explainer').length, document.querySelectorAll('li[data-event]').length]";
    becomes(&page, json!([1, 71]), read).await?;
    page.close().await?;

    let mark = r#"addEventListener("DOMContentLoaded", () => { document.querySelector(".explainer").isFromServer = true; })"#;
    let conditions = Conditions { before: mark, ..Conditions::default() };
    let hosted = Hosted::folder("examples/yew-host/dist");
    let page = Page::open_hosted(hosted, conditions, "/", 1100, 900).await?;
    let seen = r#"
        return [...document.querySelectorAll(".explainer")].map((root) =>
            [root.isFromServer ?? false, "live" in root.dataset, root.dataset.country ?? null]);"#;
    becomes(&page, json!([[true, true, null], [false, true, null]]), seen).await?;
    press(&page, "Attacks in Mali").await?;
    becomes(&page, json!([[true, true, null], [false, true, "ML"]]), seen).await?;
    let output = "return document.querySelector('output').textContent";
    becomes(&page, json!("country=ML&category=attack&tab=actors"), output).await?;
    // The reader's own choice in it comes back to the app.
    let within = "document.querySelectorAll('.explainer')[1].querySelector('[data-country-button=NE]').click()";
    page.evaluate::<()>(within, vec![]).await?;
    becomes(&page, json!("country=NE&category=attack&tab=actors"), output).await?;
    // Every explainer brings the same glyphs, which are called alike.
    let ids = "const ids = [...document.querySelectorAll('[id]:not(symbol)')].map(({ id }) => id);
        return ids.length - new Set(ids).size";
    becomes(&page, json!(0), ids).await?;
    // Nothing there has the clipboard, so nothing offers to copy.
    let offered = "return [...document.querySelectorAll('.card .tool')].map((tool) => tool.checkVisibility())";
    becomes(&page, json!([false, true]), offered).await?;
    // Another page of the app, and back: the explainers go and come.
    let go = "[...document.querySelectorAll('nav a')].find(({ textContent }) => textContent === arguments[0]).click()";
    page.evaluate::<()>(go, vec![json!("Map and actors")]).await?;
    becomes(&page, json!([[false, true, null]]), seen).await?;
    page.evaluate::<()>(go, vec![json!("Article")]).await?;
    becomes(&page, json!([[false, true, null], [false, true, null]]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn parts_share_a_selection_outside_an_explainer() -> WebDriverResult<()> {
    let page = open("examples/yew-host/dist", "/parts/").await?;
    let live = "return document.querySelectorAll('.explainer[data-live]').length";
    becomes(&page, json!(1), live).await?;
    let actors = "return [...document.querySelectorAll('li[data-actor]')].filter((actor) => actor.checkVisibility()).length";
    let all: u32 = page.evaluate(actors, vec![]).await?;
    assert_eq!(all, 28);
    press(&page, "Niger").await?;
    let fewer = "return [...document.querySelectorAll('li[data-actor]')].filter((actor) => actor.checkVisibility()).length < 28";
    becomes(&page, json!(true), fewer).await?;
    let said =
        "return document.querySelector('[role=status]').textContent.startsWith('Niger selected.')";
    becomes(&page, json!(true), said).await?;
    page.close().await
}
