//! The page before there is a program, without one, and the moment in which it comes.

use crate::page::{Conditions, Page};
use crate::server::{Hosted, Trouble};
use crate::story::Story;
use crate::view::{
    ALL, Selected, awake, click_button, click_shape, is_asleep, listed_events, ready,
};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::By;
use thirtyfour::error::WebDriverResult;

/// Every page, by the language of its story.
const PAGES: [(&str, &str); 3] = [("en", "/"), ("fr", "/index.fr.html"), ("ar", "/index.ar.html")];
/// A build of some parts.
const SOME_PARTS: &str = "target/some-parts";
/// Long enough to do something before the program is there.
const SLOW: Duration = Duration::from_secs(2);

/// Notes what the article is before the program comes, what moves and how far, and what is told.
const WATCH: &str = r#"
    window.seen = { moved: [], told: [] };
    const moves = ({ value, sources }) => [value, ...sources.map(({ node }) => (node?.outerHTML ?? node?.data)?.slice(0, 100))];
    new PerformanceObserver((list) => seen.moved.push(...list.getEntries().map(moves)))
        .observe({ type: "layout-shift", buffered: true });
    for (const name of ["explainer-ready", "explainer-error"]) {
        document.addEventListener(name, ({ detail }) => seen.told.push({ name, ...detail }));
    }
    document.addEventListener("DOMContentLoaded", () => {
        const article = document.querySelector(".explainer");
        article?.querySelectorAll("*").forEach((element, at) => (element.mark = at));
        seen.text = article && seen.read(article);
    });
    // A page has style and a script in its article.
    seen.read = (article) => [...article.querySelectorAll(":not(style, script)")].flatMap(({ childNodes }) => [...childNodes])
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join("");
"#;

/// How much of the marked article is still there, what it says, and what else was seen.
const SEEN: &str = r#"
    const all = [...document.querySelectorAll(".explainer *")];
    return {
        explainers: document.querySelectorAll(".explainer").length,
        kept: all.filter((element, at) => element.mark === at).length / all.length,
        same_text: seen.read(document.querySelector(".explainer")) === seen.text,
        moved: seen.moved,
        told: seen.told,
    };
"#;

/// What is seen where an article was taken over as it is.
fn taken_over(lang: &str) -> Value {
    json!({
        "explainers": 1, "kept": 1, "same_text": true, "moved": [],
        "told": [{ "name": "explainer-ready", "lang": lang }],
    })
}

/// Waits for the program, and for layout shifts, which are told after the frame that they are in.
async fn ready_and_told(page: &Page) -> WebDriverResult<()> {
    ready(page).await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    Ok(())
}

async fn open(trouble: Option<Trouble>, path: &str, width: u32) -> WebDriverResult<Page> {
    let conditions = Conditions { trouble, before: WATCH, ..Conditions::default() };
    Page::open_under(conditions, path, width, 900).await
}

async fn open_without_scripts(path: &str, width: u32) -> WebDriverResult<Page> {
    let conditions = Conditions { no_scripts: true, ..Conditions::default() };
    Page::open_under(conditions, path, width, 900).await
}

/// Names of the countries whose profile can be seen, the text apart, and of the shapes and links that are
/// marked as selected.
async fn selected_by_style(page: &Page) -> WebDriverResult<Value> {
    let body = r#"
        const style = (element, name) => getComputedStyle(element)[name];
        const links = [...document.querySelectorAll(".country-links a")];
        const shapes = [...document.querySelectorAll("[data-feature]")];
        const fills = shapes.map((shape) => style(shape, "fill"));
        const odd = fills.findIndex((fill) => fills.filter((other) => other === fill).length === 1);
        return {
            profiles: [...document.querySelectorAll(".profile")].filter((profile) => profile.checkVisibility())
                .map((profile) => profile.id),
            links: links.filter((link) => style(link, "fontWeight") === "600").map((link) => link.textContent),
            shape: shapes[odd]?.dataset.feature ?? null,
            dimmed: new Set([...document.querySelectorAll("li[data-event]")]
                .map((event) => style(event.querySelector(".row-title"), "color"))).size === 2,
        }"#;
    page.evaluate(body, vec![]).await
}

/// Notes what a program does to a page that it takes over: attributes set to what they were, texts that become
/// others, and texts that come or go.
const WATCH_WORK: &str = r#"
    window.work = [];
    document.addEventListener("DOMContentLoaded", () => new MutationObserver((changes) => {
        for (const { type, target, attributeName, oldValue, addedNodes, removedNodes } of changes) {
            // What is said to screen readers comes a moment after what it tells of.
            if ((target.closest ? target : target.parentElement)?.closest("[role=status]")) continue;
            const at = (target.outerHTML ?? target.data).slice(0, 60);
            if (type === "attributes" && oldValue === target.getAttribute(attributeName)) work.push(`${attributeName} of ${at}`);
            if (type === "characterData" && oldValue !== target.data) work.push(`text: ${oldValue} → ${target.data}`);
            for (const { nodeType, data } of [...addedNodes, ...removedNodes]) {
                if (nodeType === Node.TEXT_NODE && data) work.push(`piece of text "${data}" in ${at}`);
            }
        }
    }).observe(document.querySelector(".explainer"), {
        subtree: true, childList: true, attributes: true, attributeOldValue: true,
        characterData: true, characterDataOldValue: true,
    }));
"#;

#[tokio::test]
async fn a_page_that_is_taken_over_has_nothing_to_lay_out_anew() -> WebDriverResult<()> {
    for (_, path) in PAGES {
        let conditions = Conditions { before: WATCH_WORK, ..Conditions::default() };
        let page = Page::open_under(conditions, path, 412, 900).await?;
        ready(&page).await?;
        for tab in ["actors", "themes", "figures", "glossary", "sources"] {
            page.evaluate::<()>(&format!("document.getElementById('tab-{tab}').click()"), vec![])
                .await?;
            awake(&page, &format!("[id='tab={tab}']")).await?;
        }
        let work: Vec<String> = page.evaluate("return work", vec![]).await?;
        assert!(work.is_empty(), "{path}: {} changes for nothing: {work:#?}", work.len());
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn arabic_words_are_not_joined_with_latin_commas() -> WebDriverResult<()> {
    let page = open_without_scripts("/index.ar.html", 1100).await?;
    let body = r#"
        const shown = [...document.querySelectorAll(".explainer *")]
            .flatMap((element) => [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data)
                .concat(element.getAttribute("aria-label") ?? []));
        return shown.filter((text) => /[\u0600-\u06ff] ?,/.test(text))"#;
    let joined: Vec<String> = page.evaluate(body, vec![]).await?;
    assert!(joined.is_empty(), "{joined:?}");
    page.close().await
}

#[tokio::test]
async fn without_scripts_everything_is_there_to_read_in_every_language() -> WebDriverResult<()> {
    let story = Story::read();
    for (lang, path) in PAGES {
        let page = open_without_scripts(path, 1100).await?;
        let body = r#"
            document.querySelectorAll("details").forEach((details) => (details.open = true));
            const root = document.querySelector(".explainer");
            return [document.documentElement.lang, root.lang, document.title.length > 20,
                arguments[0].map((selector) => [...root.querySelectorAll(selector)]
                    .filter((element) => element.checkVisibility() && element.textContent.trim()).length)];"#;
        let counts = story.counts();
        let selectors: Vec<_> = counts.iter().map(|(selector, _)| selector).collect();
        let found: Value = page.evaluate(body, vec![json!(selectors)]).await?;
        let expected: Vec<_> = counts.iter().map(|(_, count)| count).collect();
        assert_eq!(found, json!([lang, lang, true, expected]), "{selectors:?}");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_no_part_leaves_half_of_a_wide_page_empty() -> WebDriverResult<()> {
    for path in ["/", "/#country=ML"] {
        let page = open_without_scripts(path, 1100).await?;
        let body = r#"
            const width = (selector) => document.querySelector(selector).getBoundingClientRect().width;
            return [".result", ".tour", ".panel-timeline", ".panel-sources"].map((part) => width(part) / width(".stage"))"#;
        let shares: Vec<f64> = page.evaluate(body, vec![]).await?;
        assert!(shares.iter().all(|share| (share - 1.0).abs() < 0.01), "{path}: {shares:?}");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_every_link_of_the_page_lands() -> WebDriverResult<()> {
    for (_, path) in PAGES {
        let page = open_without_scripts(path, 360).await?;
        let body = r#"
            return [...document.querySelectorAll("a[href^='#']")]
                .map((link) => decodeURIComponent(link.hash.slice(1)))
                .filter((id) => document.getElementById(id) === null)"#;
        let lost: Vec<String> = page.evaluate(body, vec![]).await?;
        assert_eq!(lost, Vec::<String>::new());
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_a_link_selects_a_country_and_another_clears_it() -> WebDriverResult<()> {
    let story = Story::read();
    let page = open_without_scripts("/", 1100).await?;
    let ids: Vec<_> = story.members().iter().map(|(id, _)| format!("country={id}")).collect();
    let cleared = json!({ "profiles": ids, "links": [ALL], "shape": null, "dimmed": false });
    assert_eq!(selected_by_style(&page).await?, cleared);
    for (id, name) in story.members() {
        page.web().find(By::LinkText(name.as_str())).await?.click().await?;
        let expected = json!({
            "profiles": [format!("country={id}")], "links": [name], "shape": id, "dimmed": true
        });
        page.becomes(&expected, selected_by_style).await?;
    }
    page.web().find(By::LinkText(ALL)).await?.click().await?;
    page.becomes(&cleared, selected_by_style).await?;
    page.close().await
}

#[tokio::test]
async fn the_program_takes_over_the_article_and_nothing_moves() -> WebDriverResult<()> {
    for (lang, path) in PAGES {
        for width in [360, 1100] {
            let page = open(None, path, width).await?;
            ready_and_told(&page).await?;
            let seen: Value = page.evaluate(SEEN, vec![]).await?;
            assert_eq!(seen, taken_over(lang), "{path} at {width} px");
            page.close().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_page_of_some_parts_is_taken_over_with_those() -> WebDriverResult<()> {
    for (lang, path) in PAGES {
        for width in [360, 1100] {
            let conditions = Conditions { before: WATCH, ..Conditions::default() };
            let folder = Hosted::folder(SOME_PARTS);
            let page = Page::open_hosted(folder, conditions, path, width, 900).await?;
            ready_and_told(&page).await?;
            assert_eq!(page.evaluate::<Value>(SEEN, vec![]).await?, taken_over(lang), "{path}");
            let shown = r#"
                const tabs = [...document.querySelectorAll("[role=tab]")].map(({ id }) => id);
                return [tabs, document.querySelectorAll(".tour, .panel-sources").length]"#;
            let shown: Value = page.evaluate(shown, vec![]).await?;
            assert_eq!(shown, json!([["tab-timeline", "tab-actors"], 0]));
            click_shape(&page, "ML").await?;
            page.becomes(&true, async |page: &Page| {
                let body = "return document.getElementById('country=ML').checkVisibility()";
                page.evaluate(body, vec![]).await
            })
            .await?;
            page.close().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn without_the_list_of_sources_a_statement_leads_to_its_first_source() -> WebDriverResult<()>
{
    let conditions = Conditions { no_scripts: true, ..Conditions::default() };
    let folder = Hosted::folder(SOME_PARTS);
    let page = Page::open_hosted(folder, conditions, "/", 1100, 900).await?;
    let body = r#"
        const lost = [...document.querySelectorAll("a[href^='#']:not(.term)")].filter((link) => link.checkVisibility())
            .map((link) => decodeURIComponent(link.hash.slice(1))).filter((id) => document.getElementById(id) === null);
        const cites = [...document.querySelectorAll(".cite")];
        return [lost, cites.length > 70, cites.filter((link) => link.origin === location.origin).length]"#;
    let seen: Value = page.evaluate(body, vec![]).await?;
    assert_eq!(seen, json!([[], true, 0]));
    page.close().await
}

#[tokio::test]
async fn nothing_moves_while_the_page_arrives_a_few_elements_at_a_time() -> WebDriverResult<()> {
    for (_, path) in PAGES {
        for width in [360, 1100] {
            let trickling = Trouble::Trickling(path);
            let page = open(Some(trickling), path, width).await?;
            ready_and_told(&page).await?;
            let moved: Vec<Value> = page.evaluate("return seen.moved", vec![]).await?;
            assert!(moved.is_empty(), "{path} at {width} px: {moved:?}");
            page.close().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_header_needs_no_more_style_than_stands_before_it() -> WebDriverResult<()> {
    let body = r#"
        const boxes = () => [...document.querySelectorAll(".header, .header :not(svg *)")].map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [element.className.baseVal ?? element.className, x, y, width, height].join(" ");
        });
        const all = boxes();
        const rest = document.querySelector(".header + style");
        rest.disabled = true;
        const first = boxes();
        rest.disabled = false;
        return [all.length > 15, first.filter((box, at) => box !== all[at])]"#;
    for (_, path) in PAGES {
        for no_scripts in [false, true] {
            let conditions = Conditions { no_scripts, ..Conditions::default() };
            let page = Page::open_under(conditions, path, 320, 900).await?;
            for width in [320, 412, 640, 930, 1100] {
                page.resize(width, 900).await?;
                let seen: Value = page.evaluate(body, vec![]).await?;
                let place = format!("{path} at {width} px, without scripts: {no_scripts}");
                assert_eq!(seen, json!([true, []]), "{place}");
            }
            page.close().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_the_reader_was_doing_goes_on_when_the_program_comes() -> WebDriverResult<()> {
    let page = open(Some(Trouble::Slow("_bg.wasm", SLOW)), "/", 360).await?;
    let before = r#"
        const list = document.querySelector(".place-list");
        list.open = true;
        list.scrollIntoView({ behavior: "instant" });
        document.querySelector("[role=tab][id='tab-actors']").focus({ preventScroll: true });
        const text = document.querySelector(".points li p").firstChild;
        getSelection().setBaseAndExtent(text, 3, text, 20);
        document.querySelector(".search input").value = "Kidal";
        return [getSelection().toString(), Math.round(scrollY)];"#;
    let (text, scrolled): (String, u32) = page.evaluate(before, vec![]).await?;
    assert!(text.len() == 17 && scrolled > 100, "{text:?} {scrolled}");
    ready(&page).await?;
    let after = r#"
        return [document.querySelector(".place-list").open, document.activeElement.id,
            getSelection().toString(), Math.round(scrollY), document.querySelector(".search input").value,
            document.querySelectorAll(".tag").length];"#;
    page.becomes(&json!([true, "tab-actors", text, scrolled, "Kidal", 1]), async |page: &Page| {
        page.evaluate::<Value>(after, vec![]).await
    })
    .await?;
    page.close().await
}

#[tokio::test]
async fn an_article_of_another_build_is_replaced() -> WebDriverResult<()> {
    let other = Trouble::Changed("/", "data-build=\"", "data-build=\"0");
    let page = open(Some(other), "/", 1100).await?;
    ready(&page).await?;
    let expected = json!({
        "explainers": 1, "kept": 0, "same_text": true, "moved": [],
        "told": [{ "name": "explainer-ready", "lang": "en" }],
    });
    let seen = async |page: &Page| {
        let mut seen: Value = page.evaluate(SEEN, vec![]).await?;
        seen["moved"] = json!([]);
        Ok(seen)
    };
    page.becomes(&expected, seen).await?;
    page.close().await
}

#[tokio::test]
async fn markup_without_its_comments_is_replaced() -> WebDriverResult<()> {
    let page = open(Some(Trouble::Changed("/", "<!--<[]>-->", "")), "/", 1100).await?;
    ready(&page).await?;
    page.becomes(&json!(1), async |page: &Page| {
        let body = "return document.querySelectorAll('.explainer').length";
        page.evaluate::<Value>(body, vec![]).await
    })
    .await?;
    page.close().await
}

#[tokio::test]
async fn where_a_file_fails_the_article_stays_and_the_page_is_told() -> WebDriverResult<()> {
    let files =
        [("_bg.wasm", "_bg.wasm: not there, or not as it was built"), ("/story.", ".wasm: 404")];
    for (ending, expected) in files {
        let page = open(Some(Trouble::Missing(ending)), "/#country=NE", 1100).await?;
        page.becomes(&json!("load"), async |page: &Page| {
            page.evaluate::<Value>("return seen.told[0]?.code ?? null", vec![]).await
        })
        .await?;
        let seen: Value = page.evaluate(SEEN, vec![]).await?;
        let message = seen["told"][0]["message"].as_str().unwrap_or_default();
        assert!(message.ends_with(expected), "{message}");
        assert_eq!((&seen["kept"], &seen["same_text"]), (&json!(1), &json!(true)));
        // Without a program there is nothing to unfold with, so all is open, and links select.
        assert_eq!(listed_events(&page).await?.len(), Story::read().event_count());
        let selected = selected_by_style(&page).await?;
        assert_eq!(selected["profiles"], json!(["country=NE"]));
        assert_eq!(selected["shape"], json!("NE"));
        page.close_despite(&["status of 404", "integrity"]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_program_that_ends_in_a_panic_leaves_an_article_to_read() -> WebDriverResult<()> {
    // Markup that cannot be taken over, with a stamp that says it can.
    let broken = [("<h1", "<h2"), ("<article", "<aside")];
    for (at, (found, put)) in broken.into_iter().enumerate() {
        let page = open(Some(Trouble::Changed("/", found, put)), "/", 1100).await?;
        let is_late = at == 1;
        if is_late {
            // The tour is taken over when it is wanted.
            ready(&page).await?;
            page.evaluate::<()>("document.querySelector('.start > *').click()", vec![]).await?;
        }
        page.becomes(&json!("panic"), async |page: &Page| {
            let body =
                "return seen.told.find(({ name }) => name === 'explainer-error')?.code ?? null";
            page.evaluate::<Value>(body, vec![]).await
        })
        .await?;
        assert_eq!(listed_events(&page).await?.len(), Story::read().event_count());
        // What the address leads to is shown by style again.
        let still = "return document.querySelector('[data-still]').sheet.disabled";
        assert!(!page.evaluate::<bool>(still, vec![]).await?);
        page.close_despite(&["panicked at", "RuntimeError: unreachable"]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn bytes_that_are_not_the_story_leave_the_article_as_it_is() -> WebDriverResult<()> {
    let damaged = Trouble::Changed("/story.", "Bamako", "Bamaka");
    let page = open(Some(damaged), "/", 1100).await?;
    let expected = json!([{
        "name": "explainer-error", "code": "load", "message": "mount: story: the story's bytes are damaged"
    }]);
    page.becomes(&expected, async |page: &Page| {
        page.evaluate::<Value>("return seen.told", vec![]).await
    })
    .await?;
    let seen: Value = page.evaluate(SEEN, vec![]).await?;
    assert_eq!((&seen["kept"], &seen["same_text"]), (&json!(1), &json!(true)));
    page.close().await
}

#[tokio::test]
async fn a_page_asks_for_the_story_in_its_own_language_only() -> WebDriverResult<()> {
    for (lang, path) in PAGES {
        let page = open(None, path, 1100).await?;
        ready(&page).await?;
        let requests = page.requests().await?;
        let stories: Vec<_> =
            requests.iter().filter_map(|url| url.split_once("/story.")?.1.get(..2)).collect();
        assert_eq!(stories, [lang]);
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_click_before_the_program_is_there_is_honoured() -> WebDriverResult<()> {
    let story = Story::read();
    let (id, name) = story.members().remove(0);
    for trouble in [
        Trouble::Slow("_bg.wasm", SLOW),
        // Also where the article is replaced: the control in the same place answers.
        Trouble::Changed("/", "data-build=\"", "data-build=\"0"),
    ] {
        for by_shape in [false, true] {
            let page = open(Some(trouble), "/", 1100).await?;
            if by_shape {
                click_shape(&page, &id).await?;
            } else {
                click_button(&page, &name).await?;
            }
            page.becomes(&Selected::country(&story, &id, &name), async |page: &Page| {
                Selected::read(page, &story).await
            })
            .await?;
            page.close().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_country_is_shown_as_chosen_before_the_program_is_there() -> WebDriverResult<()> {
    let story = Story::read();
    let members = story.members();
    let shown = async |page: &Page| {
        let body = r#"
            return {
                profiles: [...document.querySelectorAll(".profile")].filter((profile) => profile.checkVisibility())
                    .map((profile) => profile.id),
                pressed: [...document.querySelectorAll(".country-buttons [aria-pressed=true]")]
                    .map((button) => button.textContent),
                listed: document.querySelectorAll("li[data-event]").length,
                live: document.querySelector("[data-live]") !== null,
            }"#;
        page.evaluate::<Value>(body, vec![]).await
    };
    let chosen = |at: usize| {
        let (id, name) = &members[at];
        json!({ "profiles": [format!("country={id}")], "pressed": [name],
            "listed": story.events_of(id).len(), "live": false })
    };
    let none = json!({ "profiles": [], "pressed": [ALL], "listed": story.event_count(),
        "live": false });
    let page = open(Some(Trouble::Slow("_bg.wasm", SLOW * 2)), "/", 1100).await?;
    assert_eq!(shown(&page).await?, none);
    click_shape(&page, &members[0].0).await?;
    page.becomes(&chosen(0), shown).await?;
    click_shape(&page, &members[0].0).await?;
    page.becomes(&none, shown).await?;
    click_shape(&page, &members[0].0).await?;
    click_button(&page, &members[1].1).await?;
    page.becomes(&chosen(1), shown).await?;
    // The program goes on with it, and says it.
    ready(&page).await?;
    let (id, name) = &members[1];
    page.becomes(&Selected::country(&story, id, name), async |page: &Page| {
        Selected::read(page, &story).await
    })
    .await?;
    click_button(&page, ALL).await?;
    page.becomes(&json!(story.event_count()), async |page: &Page| {
        Ok(shown(page).await?["listed"].take())
    })
    .await?;
    page.close().await
}

/// Presses a country as soon as there is a button for it, and notes what there is of the page when that shows.
const EAGER: &str = r#"
    window.early = null;
    const attempt = () => {
        if (document.querySelector(".explainer")?.dataset.country) {
            early = [document.readyState, document.querySelectorAll(".profile").length, document.querySelectorAll("li[data-event]").length];
        } else {
            document.querySelector("[data-country-button='ML']")?.click();
            setTimeout(attempt, 20);
        }
    };
    attempt();
"#;

#[tokio::test]
async fn a_country_can_be_chosen_while_the_page_is_still_coming() -> WebDriverResult<()> {
    let story = Story::read();
    let (id, name) = ("ML", "Mali");
    for path in ["/", "/embed.html"] {
        let trouble = Some(Trouble::Halting(path, "class=\"map-box\"", SLOW));
        let conditions = Conditions { trouble, before: EAGER, ..Conditions::default() };
        let page = Page::open_under(conditions, path, 1100, 900).await?;
        let early: Value = page.evaluate("return early", vec![]).await?;
        assert_eq!(early, json!(["loading", 0, 0]), "{path}");
        // What has come since follows.
        page.becomes(&json!([format!("country={id}")]), async |page: &Page| {
            Ok(selected_by_style(page).await?["profiles"].take())
        })
        .await?;
        ready(&page).await?;
        page.becomes(&Selected::country(&story, id, name), async |page: &Page| {
            Selected::read(page, &story).await
        })
        .await?;
        page.close().await?;
    }
    Ok(())
}

/// The style that goes by the address has browsers look at all that comes.
#[tokio::test]
async fn before_the_program_style_goes_by_the_address_where_there_is_one() -> WebDriverResult<()> {
    let is_off = async |page: &Page| {
        let body = "return document.querySelector('[data-still]').sheet.disabled";
        page.evaluate::<bool>(body, vec![]).await
    };
    for path in ["/", "/embed.html"] {
        let trouble = Some(Trouble::Slow("_bg.wasm", SLOW * 2));
        let page = open(trouble, &format!("{path}#country=ML"), 1100).await?;
        assert!(!is_off(&page).await?, "{path}");
        page.close().await?;
        let page = open(trouble, path, 1100).await?;
        page.becomes(&true, is_off).await?;
        // Where a link leads is unfolded before the browser goes there.
        let follow = "document.querySelector(\".cite[href^='#source=']\").click()";
        page.evaluate::<()>(follow, vec![]).await?;
        let is_seen = "const { top, bottom } = document.querySelector(':target')?.getBoundingClientRect() ?? {};
            return [top >= 0 && top < bottom && bottom < innerHeight, document.querySelector('[data-live]') === null]";
        page.becomes(&json!([true, true]), async |page: &Page| {
            page.evaluate::<Value>(is_seen, vec![]).await
        })
        .await?;
        assert!(!is_off(&page).await?, "{path}");
        // It is off for the program, too.
        ready(&page).await?;
        assert!(is_off(&page).await?, "{path}");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn where_the_program_never_comes_a_chosen_country_hides_nothing() -> WebDriverResult<()> {
    const FAILS: &str = r#"
        const get = window.fetch;
        window.fetch = (url, ...init) => String(url).includes("_bg.wasm")
            ? new Promise((_, reject) => addEventListener("fail", () => reject(new Error("gone")), { once: true }))
            : get(url, ...init);
        document.addEventListener("explainer-error", () => { window.failed = true; });"#;
    let story = Story::read();
    let (id, _) = story.members().remove(0);
    let conditions = Conditions { before: FAILS, ..Conditions::default() };
    let page = Page::open_under(conditions, "/", 1100, 900).await?;
    click_shape(&page, &id).await?;
    let chosen = "return document.querySelector('.explainer').dataset.country ?? ''";
    page.becomes(&id, async |page: &Page| page.evaluate(chosen, vec![]).await).await?;
    page.evaluate::<()>("dispatchEvent(new Event('fail'))", vec![]).await?;
    page.becomes(&true, async |page: &Page| {
        page.evaluate("return window.failed === true", vec![]).await
    })
    .await?;
    let all: Vec<_> = story.members().iter().map(|(id, _)| format!("country={id}")).collect();
    assert_eq!(selected_by_style(&page).await?["profiles"], json!(all));
    assert_eq!(listed_events(&page).await?.len(), story.event_count());
    page.close().await
}

#[tokio::test]
async fn parts_out_of_sight_are_taken_over_when_they_are_wanted() -> WebDriverResult<()> {
    let page = open(None, "/", 1100).await?;
    ready(&page).await?;
    // What is in view wakes by itself.
    awake(&page, ".panel-timeline").await?;
    for part in [".later:has(.tour)", ".panel-actors", ".panel-sources"] {
        assert!(is_asleep(&page, part).await?, "{part}");
    }
    // A press by a script comes before the part is awake, also right after what wakes it, and is not lost.
    let press = "const button = document.querySelector('.panel-actors .actor > button');
        button.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        button.click()";
    page.evaluate::<()>(press, vec![]).await?;
    page.becomes(&true, async |page: &Page| {
        page.evaluate("return 'actor' in document.querySelector('.explainer').dataset", vec![])
            .await
    })
    .await?;
    awake(&page, ".panel-actors").await?;
    // A part that is not seen follows what is selected too, a moment later.
    awake(&page, ".panel-sources").await?;
    page.close().await
}

#[tokio::test]
async fn markers_that_style_hides_sleep_until_they_have_to_change() -> WebDriverResult<()> {
    const WIDE: &str = ".later:has(> g > .at-wide)";
    let story = Story::read();
    let (_, name) = story.members().remove(1);
    let page = open(None, "/", 412).await?;
    ready(&page).await?;
    awake(&page, ".map-column").await?;
    assert!(!is_asleep(&page, ".later:has(> g > .at-narrow)").await?);
    // Those that come after the map have had their turn.
    awake(&page, ".panel-timeline").await?;
    assert!(is_asleep(&page, WIDE).await?);
    // How many places have a marker there, and how many a dot.
    let body =
        "const count = (selector) => document.querySelectorAll('.at-wide ' + selector).length;
        return [count('.marker[data-place]'), count('.marker.none')]";
    let (all, none): (usize, usize) = page.evaluate(body, vec![]).await?;
    click_button(&page, &name).await?;
    page.becomes(&false, async |page: &Page| is_asleep(page, WIDE).await).await?;
    page.becomes(&true, async |page: &Page| {
        let (left, dots): (usize, usize) = page.evaluate(body, vec![]).await?;
        Ok((1..all).contains(&left) && left + dots == all + none)
    })
    .await?;
    page.close().await
}

#[tokio::test]
async fn a_tab_opens_before_the_program_is_there() -> WebDriverResult<()> {
    let page = open(Some(Trouble::Slow("_bg.wasm", SLOW)), "/", 1100).await?;
    page.web().find(By::Id("tab-glossary")).await?.click().await?;
    let body = "return [...document.querySelectorAll('.panel')].filter((panel) => panel.checkVisibility()) \
        .map((panel) => panel.id)";
    let open: Vec<String> = page.evaluate(body, vec![]).await?;
    assert_eq!(open, ["tab=glossary"]);
    ready(&page).await?;
    page.close().await
}

#[tokio::test]
async fn the_program_waits_for_a_touch_where_the_page_wants_it_so() -> WebDriverResult<()> {
    let story = Story::read();
    let (id, name) = story.members().remove(1);
    let waits = Trouble::Changed("/", "data-explainer", "data-load=\"interaction\" data-explainer");
    let page = open(Some(waits), "/", 1100).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(page.requests().await?.iter().all(|url| !url.contains("_bg.wasm")));
    click_button(&page, &name).await?;
    page.becomes(&Selected::country(&story, &id, &name), async |page: &Page| {
        Selected::read(page, &story).await
    })
    .await?;
    page.close().await
}
