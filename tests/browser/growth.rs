//! Stories with thousands of events: what is drawn does not grow with them, and all of it can be reached.

use crate::hosting::{LOADER, all_ready, becomes, open};
use crate::long_story;
use crate::page::Page;
use crate::server::Hosted;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

const BODY: &str = "<sahel-explainer id=\"own\" load=\"eager\" src=\"/own.json\"><p>Readable</p></sahel-explainer>";

async fn long(events: usize) -> WebDriverResult<Page> {
    let hosted = Hosted::page("en", LOADER, BODY).with("/own.json", &long_story::of(events));
    let page = open(hosted).await?;
    all_ready(&page, 1).await?;
    Ok(page)
}

/// A function body about what is in the explainer.
fn inside(body: &str) -> String {
    format!("const root = document.getElementById('own').shadowRoot; {body}")
}

async fn read(page: &Page, body: &str) -> WebDriverResult<Value> {
    page.evaluate(&inside(body), vec![]).await
}

async fn is(page: &Page, expected: Value, body: &str) -> WebDriverResult<()> {
    becomes(page, expected, &inside(body)).await
}

#[tokio::test]
async fn what_is_drawn_does_not_grow_with_the_story() -> WebDriverResult<()> {
    let mut counts = Vec::new();
    for events in [500, 4000] {
        let page = long(events).await?;
        let elements = read(&page, "return root.querySelectorAll('*').length").await?;
        counts.push(elements.as_f64().unwrap_or_default());
        // With a filter on, years open as far as they hold a portion; squares stand for several events.
        read(&page, "root.querySelector('[data-country-button=ML]').click()").await?;
        let opened = "return root.querySelector('.explainer').dataset.country === 'ML'
            && root.querySelectorAll('li.event').length > 6";
        is(&page, json!(true), opened).await?;
        let rows = read(&page, "return root.querySelectorAll('li.event').length").await?;
        assert!(rows.as_u64().is_some_and(|rows| rows <= 240), "{rows} rows of {events}");
        page.close().await?;
    }
    assert!(counts[1] < counts[0] * 1.1, "{counts:?} elements");
    Ok(())
}

#[tokio::test]
async fn a_year_of_a_long_story_is_read_to_its_end_in_portions() -> WebDriverResult<()> {
    let page = long(3000).await?;
    let held = "return root.querySelector('.strip-note').textContent";
    let note = read(&page, held).await?;
    let note = note.as_str().unwrap_or_default();
    assert!(note.starts_with("Each square is up to ") && note.contains("events"), "{note}");
    let state = "const year = root.querySelector('[id$=year-2025]');
        return [year.querySelectorAll('li.event').length, year.querySelector('.more').hidden]";
    let of_year = "Number(root.querySelector('[id$=year-2025]').closest('.year').querySelector('.year-head .meta').textContent.match(/\\d+/)[0])";
    let total = read(&page, &format!("return {of_year}")).await?.as_u64().unwrap_or_default();
    assert!(total > 150, "{total} events in 2025");
    let mut drawn = read(&page, state).await?[0].as_u64().unwrap_or_default();
    assert_eq!(drawn, 6);
    while drawn < total {
        let expected = if drawn == 6 { 60 } else { (drawn + 60).min(total) };
        // The button goes on, or away; the first row that it brings has the focus.
        read(&page, "root.querySelector('[id$=year-2025] .more').click()").await?;
        is(&page, json!([expected, expected == total]), state).await?;
        is(&page, json!(true), "return root.activeElement?.matches('li.event > .row') ?? false")
            .await?;
        drawn = expected;
    }
    page.close().await
}

#[tokio::test]
async fn an_event_of_a_long_story_opens_wherever_it_is() -> WebDriverResult<()> {
    let page = long(3000).await?;
    let select = "document.getElementById('own').select({ event: 'made-up-1234' })";
    page.web().execute(select, vec![]).await?;
    is(
        &page,
        json!(["made-up-1234", true]),
        "const row = root.querySelector('li.event[data-open=chosen]');
            return [row?.dataset.event, row?.checkVisibility() ?? false]",
    )
    .await?;
    // Its square is marked among those that stand for several.
    is(&page, json!(true), "return root.querySelectorAll('.square[data-open=chosen]').length > 0")
        .await?;
    page.close().await
}

#[tokio::test]
async fn the_table_of_a_long_story_comes_in_portions() -> WebDriverResult<()> {
    let page = long(1000).await?;
    read(&page, "root.querySelector('.tables .text-button').click()").await?;
    let rows = "return [root.querySelectorAll('.tables tbody tr[data-event]').length,
        root.querySelector('.tables > div > .more').hidden]";
    is(&page, json!([400, false]), rows).await?;
    for expected in [json!([800, false]), json!([1000, true])] {
        read(&page, "root.querySelector('.tables > div > .more').click()").await?;
        is(&page, expected, rows).await?;
    }
    page.close().await
}
