//! What a press answers first: the control itself, and a paint later what it opens.

use crate::page::Page;
use crate::pointer::click;
use crate::story::Story;
use crate::view::{ALL, click_button, ready};
use serde_json::json;
use thirtyfour::error::WebDriverResult;

/// Watches from frame to frame which of some selectors find something to see, and notes what differs from the
/// frame before.
const WATCH: &str = r"
    const selectors = arguments[0];
    const isSeen = (selector) =>
        [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
    const seen = (window.framesSeen = []);
    const look = () => {
        const now = selectors.map(isSeen).join();
        if (seen.at(-1) !== now) seen.push(now);
        if (seen === framesSeen) requestAnimationFrame(look);
    };
    look();";

/// Presses a control, and expects these to be seen one after the other, each in a frame of its own.
async fn expect_one_by_one(page: &Page, control: &str, seen: &[&str]) -> WebDriverResult<()> {
    page.evaluate::<()>(WATCH, vec![json!(seen)]).await?;
    click(page, control).await?;
    let expected: Vec<String> = (0..=seen.len())
        .map(|count| {
            (0..seen.len()).map(|at| (at < count).to_string()).collect::<Vec<_>>().join(",")
        })
        .collect();
    page.becomes(&expected, async |page: &Page| page.evaluate("return framesSeen", vec![]).await)
        .await
}

#[tokio::test]
async fn a_country_answers_with_its_button_then_its_profile_then_the_result() -> WebDriverResult<()>
{
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    for (id, _) in Story::read().members() {
        let button = format!("[data-country-button='{id}']");
        let pressed = format!("{button}[aria-pressed='true']");
        let profile = format!("[id='country={id}']");
        let seen = [&*pressed, &*profile, ".tags .tag"];
        expect_one_by_one(&page, &button, &seen).await?;
        click_button(&page, ALL).await?;
    }
    page.close().await
}

#[tokio::test]
async fn an_event_answers_with_its_row_then_opens() -> WebDriverResult<()> {
    for (width, opened) in [(360, "[data-event='ID'] > .row-body"), (1100, "[data-card='ID']")] {
        let page = Page::open("/", width, 900).await?;
        ready(&page).await?;
        let rows = "return [...document.querySelectorAll('li[data-event] > button')]
            .filter((row) => row.checkVisibility()).map((row) => row.parentElement.dataset.event).slice(1, 3)";
        let ids: Vec<String> = page.evaluate(rows, vec![]).await?;
        assert_eq!(ids.len(), 2, "events to open");
        for id in ids {
            let row = format!("li[data-event='{id}'] > button");
            let pressed = format!("{row}[aria-expanded='true']");
            let opened = opened.replace("ID", &id);
            expect_one_by_one(&page, &row, &[&pressed, &opened]).await?;
        }
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn tabs_actors_and_places_answer_then_open() -> WebDriverResult<()> {
    for width in [360, 1100] {
        let page = Page::open("/", width, 900).await?;
        ready(&page).await?;
        let tab = "[id='tab-actors']";
        let pressed = format!("{tab}[aria-selected='true']");
        expect_one_by_one(&page, tab, &[&pressed, ".panel-actors"]).await?;
        let actor = ".actor[data-actor='mali'] > button";
        let pressed = format!("{actor}[aria-pressed='true']");
        expect_one_by_one(&page, actor, &[&pressed, ".actor[data-actor='mali'] .dossier"]).await?;
        page.web().execute("document.querySelector('.place-list').open = true", vec![]).await?;
        let place = ".place-list [data-place='bamako'] button";
        let pressed = format!("{place}[aria-pressed='true']");
        expect_one_by_one(&page, place, &[&pressed, ".place-panel [data-place='bamako']"]).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_pressed_meanwhile_is_not_late_for_that() -> WebDriverResult<()> {
    /// Opens another event in every frame, and counts how often another card is painted.
    const IN_EVERY_FRAME: &str = r"
        const rows = [...document.querySelectorAll('li[data-event] > button')].filter((row) => row.checkVisibility());
        let [painted, shown] = [0, ''];
        const frame = () => new Promise((next) => requestAnimationFrame(next));
        for (let at = 0; at < 40; at++) {
            await frame();
            const { card } = document.querySelector('[data-card]').dataset;
            if (card !== shown) painted++;
            shown = card;
            rows[at % rows.length].click();
        }
        const last = rows[39 % rows.length].parentElement.dataset.event;
        for (let at = 0; at < 9; at++) await frame();
        return [painted > 3, document.querySelector('[data-card]').dataset.card === last];";
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    let script = format!("return (async () => {{ {IN_EVERY_FRAME} }})()");
    let followed: [bool; 2] = page.evaluate(&script, vec![]).await?;
    assert_eq!(followed, [true, true], "it follows while one presses, and ends with the last");
    page.close().await
}

#[tokio::test]
async fn what_opens_leaves_the_paint_of_the_answer_alone() -> WebDriverResult<()> {
    /// Counts what a press changes before the frame that answers it, and between that and the next one, while
    /// other threads are busy with it.
    const COUNT: &str = r"
        window.changes = null;
        let changes = 0;
        const observer = new MutationObserver((records) => { changes += records.length; });
        const frame = () => new Promise((next) => requestAnimationFrame(() => next()));
        addEventListener('click', async () => {
            observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            await frame();
            const answered = changes;
            await frame();
            window.changes = [answered > 0, changes - answered];
            observer.disconnect();
        }, { capture: true, once: true });";
    /// Whether nothing has changed for a while: on a busy machine parts are still taken over after the first answer.
    const IS_QUIET: &str = r"
        window.lastChange ??= (new MutationObserver(() => { window.lastChange = performance.now(); })
            .observe(document, { subtree: true, childList: true, attributes: true, characterData: true }), performance.now());
        return performance.now() - window.lastChange > 300";
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    let controls = [
        "[data-country-button='ML']",
        "li[data-event]:not([data-open]) > button",
        "[id='tab-actors']",
        ".actor[data-actor='mali'] > button",
    ];
    for control in controls {
        page.becomes(&true, async |page: &Page| page.evaluate(IS_QUIET, vec![]).await).await?;
        page.evaluate::<()>(COUNT, vec![]).await?;
        click(&page, control).await?;
        let counted = async |page: &Page| page.evaluate("return window.changes", vec![]).await;
        page.becomes(&json!([true, 0]), counted).await?;
    }
    page.close().await
}
