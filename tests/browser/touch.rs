//! A finger on a phone, right after the program came, in the parts that no other test touches.

use crate::page::Page;
use crate::pointer::tap;
use crate::story::Story;
use crate::view::ready;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// Whatever matches and can be seen, as its text.
async fn expect(page: &Page, selector: &str, expected: Value) -> WebDriverResult<()> {
    let body = "return [...document.querySelectorAll(arguments[0])]
        .filter((element) => element.checkVisibility()).map((element) => element.textContent.trim())";
    page.becomes(&expected, async |page: &Page| {
        page.evaluate::<Value>(body, vec![json!(selector)]).await
    })
    .await
}

async fn open() -> WebDriverResult<Page> {
    let page = Page::open("/", 360, 800).await?;
    ready(&page).await?;
    Ok(page)
}

#[tokio::test]
async fn a_finger_chooses_a_country_goes_on_to_the_next_and_leaves() -> WebDriverResult<()> {
    let page = open().await?;
    tap(&page, "[data-country-button=NE]").await?;
    expect(&page, ".profile .title-1", json!(["Niger"])).await?;
    tap(&page, ".profile .steps button:last-child").await?;
    expect(&page, ".profile .title-1", json!(["Burkina Faso"])).await?;
    tap(&page, ".profile .close").await?;
    expect(&page, ".profile .title-1", json!([])).await?;
    page.close().await
}

#[tokio::test]
async fn a_finger_goes_through_the_tour() -> WebDriverResult<()> {
    const POSITION: &str = ".tour-head > b";
    let page = open().await?;
    let steps = Story::read().tour();
    let at = |number: usize| json!([format!("Step {number} of {}", steps.len())]);
    tap(&page, ".start a").await?;
    expect(&page, POSITION, at(1)).await?;
    for number in 2..=steps.len() {
        tap(&page, ".ways .primary").await?;
        expect(&page, POSITION, at(number)).await?;
        expect(&page, ".tour-step .title-1", json!([steps[number - 1].0])).await?;
    }
    tap(&page, ".progress li:first-child a").await?;
    expect(&page, POSITION, at(1)).await?;
    tap(&page, ".tour-head .close").await?;
    expect(&page, POSITION, json!([])).await?;
    page.close().await
}

#[tokio::test]
async fn a_finger_opens_tabs_a_term_and_the_menu_and_narrows_sources() -> WebDriverResult<()> {
    let page = open().await?;
    tap(&page, ".points .term[data-term=jnim]").await?;
    expect(&page, "#popover", json!(["JNIM"])).await?;
    tap(&page, ".popover button").await?;
    expect(&page, "#popover", json!([])).await?;
    for tab in ["actors", "themes", "figures", "glossary", "sources"] {
        tap(&page, &format!("[id='tab-{tab}']")).await?;
        page.becomes(&json!([format!("tab={tab}")]), async |page: &Page| {
            let body = "return [...document.querySelectorAll('.panel')]
                .filter((panel) => panel.checkVisibility()).map((panel) => panel.id)";
            page.evaluate::<Value>(body, vec![]).await
        })
        .await?;
    }
    tap(&page, ".source-tools li:nth-child(2) .chip").await?;
    expect(&page, ".source-table > .note", json!(["39 sources"])).await?;
    tap(&page, ".sharing :is(a, button)").await?;
    page.becomes(&json!(1), async |page: &Page| {
        page.evaluate::<Value>("return document.querySelectorAll('.share-menu').length", vec![])
            .await
    })
    .await?;
    page.close().await
}
