//! The strip, the result line, the list of events and the card: by mouse, by touch and by keyboard.

use crate::page::Page;
use crate::pointer::{click, middle, swipe, tap};
use crate::view::{awake, click_button, focused, listed_events, press, ready, tab_to, texts};
use serde_json::json;
use std::collections::BTreeSet;
use thirtyfour::components::SelectElement;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key};

const WIDE: u32 = 1100;
const NARROW: u32 = 360;

async fn open(path: &str, width: u32) -> WebDriverResult<Page> {
    let page = Page::open(path, width, 900).await?;
    ready(&page).await?;
    Ok(page)
}

/// Chooses an option of a select of the dates, by keyboard.
async fn choose(page: &Page, select: usize, text: &str) -> WebDriverResult<()> {
    let selects = page.web().find_all(By::Css(".years-filter select")).await?;
    // All at once: typed letter by letter, the first that fits another option would be a choice as well.
    SelectElement::new(&selects[select]).await?.select_by_visible_text(text).await
}

/// Opens an event of 2025 in the list.
async fn open_event(page: &Page, id: &str) -> WebDriverResult<()> {
    click(page, "#year-2025 .more").await?;
    click(page, &format!("li[data-event='{id}'] > .row")).await?;
    page.becomes(&id.to_owned(), async |page: &Page| {
        let body = "return document.querySelector('#explainer .explainer').dataset.event ?? ''";
        page.evaluate(body, vec![]).await
    })
    .await
}

/// The chip of a topic, by its place among them from 1.
fn chip(at: usize) -> String {
    format!(".topics > :nth-child({at}) .chip")
}

/// A column of the strip on wide widgets. `quarter` is 1 to 4.
fn quarter(year: i32, quarter: i32) -> String {
    // The first column holds all years before 2020.
    let (half, of_half) = ((quarter + 1) / 2, (quarter + 1) % 2 + 1);
    format!(
        ".columns > :nth-child({}) .half:nth-child({half}) .quarter:nth-child({of_half})",
        year - 2018
    )
}

/// A column of the strip on narrow widgets. `half` is 1 or 2.
fn half(year: i32, half: i32) -> String {
    format!(".columns > :nth-child({}) .half:nth-child({half})", year - 2018)
}

async fn tags(page: &Page) -> WebDriverResult<Vec<String>> {
    texts(page, ".tag").await
}

async fn expect_tags(page: &Page, expected: &[&str]) -> WebDriverResult<()> {
    let expected: Vec<String> = expected.iter().map(|&tag| tag.to_owned()).collect();
    page.becomes(&expected, tags).await
}

/// Every count on the page that stands for the result.
async fn expect_counts_agree(page: &Page) -> WebDriverResult<usize> {
    let listed = listed_events(page).await?.len();
    let counts: Vec<usize> = page.evaluate(COUNTS, vec![]).await?;
    for count in &counts {
        assert_eq!(*count, listed, "{counts:?}: heading, tab, squares, table, list's head");
    }
    Ok(listed)
}

const COUNTS: &str = r"
    const root = document.querySelector('#explainer');
    const first = (selector) => Number.parseInt(root.querySelector(selector).textContent.replace(/^\D+/, ''));
    const sum = (selector) =>
        [...root.querySelectorAll(selector)].reduce((sum, cell) => sum + Number(cell.textContent), 0);
    return [
        first('#result'),
        first('[role=tab][aria-selected=true] small'),
        root.querySelectorAll('.columns .square:not(.out)').length,
        sum('.strip table td:nth-child(2)'),
        first('.timeline-head .meta'),
    ];
";

#[tokio::test]
async fn a_click_on_a_column_narrows_to_it_and_a_second_removes_the_dates() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    let autumn = quarter(2025, 4);
    click(&page, &autumn).await?;
    expect_tags(&page, &["October to December 2025"]).await?;
    let narrowed = expect_counts_agree(&page).await?;
    assert!(narrowed > 0);
    click(&page, &autumn).await?;
    expect_tags(&page, &[]).await?;

    click(&page, ".early .half").await?;
    expect_tags(&page, &["2012 to 2019"]).await?;
    expect_counts_agree(&page).await?;
    page.close().await
}

#[tokio::test]
async fn dragging_brushes_a_range_and_shift_click_extends_it() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    let (from_x, y) = middle(&page, &quarter(2024, 1)).await?;
    let (to_x, _) = middle(&page, &quarter(2024, 4)).await?;
    let chain = page.web().action_chain().move_to(from_x, y).click_and_hold();
    chain.move_to(i64::midpoint(from_x, to_x), y).move_to(to_x, y).release().perform().await?;
    expect_tags(&page, &["2024"]).await?;

    let (x, y) = middle(&page, &quarter(2025, 2)).await?;
    let chain = page.web().action_chain().move_to(x, y).key_down(Key::Shift);
    chain.click().key_up(Key::Shift).perform().await?;
    expect_tags(&page, &["January 2024 to June 2025"]).await?;

    // The ground moves the window by whole columns.
    let (from_x, y) = middle(&page, &quarter(2024, 2)).await?;
    let (to_x, _) = middle(&page, &quarter(2023, 3)).await?;
    let chain = page.web().action_chain().move_to(from_x, y).click_and_hold();
    chain.move_to(i64::midpoint(from_x, to_x), y).move_to(to_x, y).release().perform().await?;
    expect_tags(&page, &["April 2023 to September 2024"]).await?;

    // A handle moves one end.
    let (from_x, y) = middle(&page, ".handle[data-end=to] .hit").await?;
    let (to_x, _) = middle(&page, &quarter(2025, 4)).await?;
    let chain = page.web().action_chain().move_to(from_x, y).click_and_hold();
    chain.move_to(i64::midpoint(from_x, to_x), y).move_to(to_x, y).release().perform().await?;
    expect_tags(&page, &["April 2023 to December 2025"]).await?;
    expect_counts_agree(&page).await?;
    page.close().await
}

#[tokio::test]
async fn a_finger_taps_columns_and_brushes_without_keeping_the_page_from_scrolling()
-> WebDriverResult<()> {
    let page = open("/", NARROW).await?;
    tap(&page, &half(2025, 2)).await?;
    expect_tags(&page, &["July to December 2025"]).await?;
    tap(&page, &half(2025, 2)).await?;
    expect_tags(&page, &[]).await?;

    let from = middle(&page, &half(2023, 1)).await?;
    let to = middle(&page, &half(2024, 2)).await?;
    swipe(&page, from, (to.0, from.1)).await?;
    expect_tags(&page, &["2023 to 2024"]).await?;

    let action: String = page
        .evaluate("return getComputedStyle(document.querySelector('.bins')).touchAction", vec![])
        .await?;
    assert_eq!(action, "pan-y pinch-zoom", "fingers that go up and down scroll the page");
    page.close().await
}

async fn value_text(page: &Page) -> WebDriverResult<String> {
    let body = "return document.activeElement.getAttribute('aria-valuetext') ?? ''";
    page.evaluate(body, vec![]).await
}

#[tokio::test]
async fn the_sliders_answer_to_keys_and_say_their_month() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    tab_to(&page, "From").await?;
    assert_eq!(value_text(&page).await?, "from January 2012");
    for (key, expected) in [
        (Key::Right, "from January 2020"),
        (Key::Right, "from April 2020"),
        (Key::PageUp, "from April 2021"),
        (Key::Up, "from July 2021"),
        (Key::Left, "from April 2021"),
        (Key::End, "from April 2026"),
        (Key::PageDown, "from April 2025"),
    ] {
        press(&page, key).await?;
        page.becomes(&expected.to_owned(), value_text).await?;
    }
    expect_tags(&page, &["April 2025 to June 2026"]).await?;
    tab_to(&page, "To").await?;
    assert_eq!(value_text(&page).await?, "to June 2026");
    for (key, expected) in [
        (Key::Down, "to March 2026"),
        (Key::PageDown, "to April 2025"),
        (Key::Home, "to April 2025"),
        (Key::End, "to June 2026"),
    ] {
        press(&page, key).await?;
        page.becomes(&expected.to_owned(), value_text).await?;
    }
    let size: Vec<f64> = page
        .evaluate(
            "return [...document.querySelectorAll('.handle .hit')].flatMap((hit) => {
                const box = hit.getBoundingClientRect(); return [box.width, box.height] })",
            vec![],
        )
        .await?;
    assert_eq!(size, [24.0, 44.0, 24.0, 44.0]);
    page.close().await
}

#[tokio::test]
async fn a_slider_on_a_narrow_widget_steps_by_half_years() -> WebDriverResult<()> {
    let page = open("/", NARROW).await?;
    choose(&page, 0, "2024").await?;
    choose(&page, 1, "2025").await?;
    expect_tags(&page, &["2024 to 2025"]).await?;
    tab_to(&page, "From").await?;
    press(&page, Key::Right).await?;
    page.becomes(&"from July 2024".to_owned(), value_text).await?;
    press(&page, Key::PageUp).await?;
    page.becomes(&"from July 2025".to_owned(), value_text).await?;
    page.close().await
}

#[tokio::test]
async fn the_axis_runs_from_right_to_left_in_arabic_and_so_do_the_arrow_keys() -> WebDriverResult<()>
{
    let page = open("/index.ar.html", WIDE).await?;
    let (late, _) = middle(&page, &quarter(2025, 4)).await?;
    let (early, _) = middle(&page, &quarter(2020, 1)).await?;
    assert!(late < early, "2025 is left of 2020");
    page.click_at(middle(&page, &quarter(2025, 1)).await?).await?;
    expect_tags(&page, &["من يناير إلى مارس 2025"]).await?;
    tab_to(&page, "إلى").await?;
    press(&page, Key::Left).await?;
    page.becomes(&"حتى يونيو 2025".to_owned(), value_text).await?;
    page.close().await
}

#[tokio::test]
async fn selects_set_years_and_months_once_a_range_is_brushed() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    let options = async |page: &Page| -> WebDriverResult<Vec<String>> {
        let body = "return [...document.querySelectorAll('.years-filter select')]
            .map((select) => select.selectedOptions[0].textContent)";
        page.evaluate(body, vec![]).await
    };
    assert_eq!(options(&page).await?, ["2012", "2026"]);
    choose(&page, 0, "2024").await?;
    expect_tags(&page, &["2024 to 2026"]).await?;
    choose(&page, 1, "2025").await?;
    expect_tags(&page, &["2024 to 2025"]).await?;
    expect_counts_agree(&page).await?;

    click(&page, &quarter(2025, 3)).await?;
    page.becomes(&vec!["Jul 2025".to_owned(), "Sep 2025".to_owned()], options).await?;
    choose(&page, 1, "Nov 2025").await?;
    expect_tags(&page, &["July to November 2025"]).await?;
    click_button(&page, "Clear all").await?;
    page.becomes(&vec!["2012".to_owned(), "2026".to_owned()], options).await?;
    page.close().await
}

#[tokio::test]
async fn a_pointer_on_a_column_shows_what_it_holds() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    let (x, y) = middle(&page, &quarter(2025, 4)).await?;
    page.web().action_chain().move_to(x, y).perform().await?;
    let count = {
        let body = "return document.querySelectorAll(`#explainer ${arguments[0]} .square`).length";
        page.evaluate::<usize>(body, vec![json!(quarter(2025, 4))]).await?
    };
    let tips = async |page: &Page| texts(page, ".bin-tip").await;
    let shown = tips(&page).await?;
    assert_eq!(shown.len(), 1, "{shown:?}");
    let expected = format!("October to December 2025: {count} events, ");
    assert!(shown[0].starts_with(&expected), "{shown:?}");
    page.close().await
}

#[tokio::test]
async fn squares_stand_in_rows_of_three_or_two_under_a_flag_that_stands_on_the_axis()
-> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    for (width, in_a_row) in [(1100, 3), (920, 3), (640, 3), (360, 2), (320, 2)] {
        page.resize(width, 900).await?;
        let (rows, gap, above): (Vec<usize>, f64, f64) = page.evaluate(ROWS, vec![]).await?;
        let most = rows.iter().copied().max().unwrap_or_default();
        assert_eq!(most, in_a_row, "squares a row at {width}: {rows:?}");
        assert!(gap > 0.0, "the flag's text ends {gap} px over the squares at {width}");
        assert!(above.abs() < 1.5, "the flag's line ends {above} px over the axis at {width}");
    }
    page.close().await
}

/// How many squares of the summit's column share a line, how far the flag's text ends above them, and how far
/// its line ends above the axis.
const ROWS: &str = r"
    const line = [...document.querySelectorAll('.flag line')].find((line) => line.getClientRects().length);
    const flag = line.closest('svg');
    const squares = [...flag.parentNode.querySelectorAll('.square')].map((square) => square.getBoundingClientRect());
    const lines = Map.groupBy(squares, (box) => Math.round(box.top));
    const top = Math.min(...squares.map((box) => box.top));
    const axis = flag.closest('.halves').getBoundingClientRect().bottom;
    return [[...lines.values()].map((line) => line.length), top - flag.querySelector('text').getBoundingClientRect().bottom, axis - line.getBoundingClientRect().bottom];
";

#[tokio::test]
async fn topics_are_toggles_with_counts_within_the_other_filters() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    click(&page, ".chip.conflict").await?;
    expect_tags(&page, &["Topic: Attacks"]).await?;
    let attacks = expect_counts_agree(&page).await?;
    let body =
        "return document.querySelector('.chip[aria-pressed=true]').getAttribute('aria-label')";
    let label: String = page.evaluate(body, vec![]).await?;
    assert_eq!(label, format!("Attacks, {attacks} events"));
    tab_to(&page, &label).await?;
    press(&page, Key::Space).await?;
    expect_tags(&page, &[]).await?;

    // Nothing of some topics before 2020: the chips stay, and say so.
    click(&page, ".early .half").await?;
    expect_tags(&page, &["2012 to 2019"]).await?;
    let empty = texts(&page, ".chip[aria-disabled]").await?;
    assert!(!empty.is_empty());
    click(&page, ".chip[aria-disabled]").await?;
    expect_tags(&page, &["2012 to 2019"]).await?;
    page.close().await
}

#[tokio::test]
async fn topics_are_a_list_in_the_page_on_a_narrow_widget() -> WebDriverResult<()> {
    let page = open("/", NARROW).await?;
    assert_eq!(texts(&page, ".chip").await?.len(), 0);
    tap(&page, ".topics-button").await?;
    page.becomes(&9, async |page: &Page| Ok(texts(page, ".chip").await?.len())).await?;
    tap(&page, ".chip.conflict").await?;
    expect_tags(&page, &["Topic: Attacks"]).await?;
    assert_eq!(texts(&page, ".topics-button").await?, ["Topics (1)"]);
    let count = expect_counts_agree(&page).await?;
    assert_eq!(texts(&page, ".topics-end .primary").await?, [format!("Show {count} events")]);
    tap(&page, ".topics-end .primary").await?;
    page.becomes(&0, async |page: &Page| Ok(texts(page, ".chip").await?.len())).await?;
    assert_eq!(focused(&page).await?, "Topics (1)");
    expect_tags(&page, &["Topic: Attacks"]).await?;
    page.close().await
}

#[tokio::test]
async fn a_removed_tag_hands_the_focus_on() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    click_button(&page, "Mali").await?;
    click(&page, &chip(1)).await?;
    click(&page, &chip(5)).await?;
    expect_tags(&page, &["Country: Mali", "Topic: Coups", "Topic: Attacks"]).await?;
    for (pressed, next) in [
        ("Remove filter Country: Mali", "Remove filter Topic: Coups"),
        ("Remove filter Topic: Attacks", "Clear all"),
    ] {
        tab_to(&page, pressed).await?;
        press(&page, Key::Enter).await?;
        page.becomes(&next.to_owned(), focused).await?;
    }
    expect_tags(&page, &["Topic: Coups"]).await?;
    click_button(&page, "Remove filter Topic: Coups").await?;
    expect_tags(&page, &[]).await?;
    let heading = texts(&page, "#result").await?.remove(0);
    page.becomes(&heading, focused).await?;
    page.close().await
}

#[tokio::test]
async fn nothing_left_says_why_and_offers_the_shortest_way_back() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    click(&page, &chip(5)).await?;
    click_button(&page, "Niger").await?;
    choose(&page, 0, "2020").await?;
    choose(&page, 1, "2022").await?;
    page.becomes(&vec!["Nothing matches all 3 filters".to_owned()], async |page: &Page| {
        texts(page, ".empty .title-3").await
    })
    .await?;
    assert_eq!(expect_counts_agree(&page).await?, 0);
    let buttons = texts(&page, ".empty button").await?;
    assert_eq!(buttons.len(), 2, "{buttons:?}");
    assert!(buttons[0].starts_with("Remove filter "), "{buttons:?}");
    assert_eq!(buttons[1], "Clear all");
    click(&page, ".empty .primary").await?;
    page.becomes(&0, async |page: &Page| Ok(texts(page, ".empty button").await?.len())).await?;
    assert!(expect_counts_agree(&page).await? > 0);
    page.close().await
}

#[tokio::test]
async fn years_open_and_close_and_stay_open_when_an_event_is_opened_in_them() -> WebDriverResult<()>
{
    let page = open("/", NARROW).await?;
    let open_years =
        async |page: &Page| texts(page, ".year-head [aria-expanded=true] .title-2").await;
    assert_eq!(open_years(&page).await?, ["2025"]);
    tab_to_year(&page, "2024").await?;
    press(&page, Key::Enter).await?;
    page.becomes(&vec!["2025".to_owned(), "2024".to_owned()], open_years).await?;
    tap(&page, "#year-2024 .row").await?;
    page.becomes(&1, async |page: &Page| {
        Ok(texts(page, ".event[data-open=chosen] .row-body").await?.len())
    })
    .await?;
    assert_eq!(open_years(&page).await?, ["2025", "2024"]);
    tap(&page, ".event[data-open=chosen] .row").await?;
    page.becomes(&0, async |page: &Page| Ok(texts(page, ".event[data-open=chosen]").await?.len()))
        .await?;
    assert_eq!(open_years(&page).await?, ["2025", "2024"]);
    page.close().await
}

/// Presses Tab until the head of a year has the focus.
async fn tab_to_year(page: &Page, year: &str) -> WebDriverResult<()> {
    for _ in 0..400 {
        press(page, Key::Tab).await?;
        let name = focused(page).await?;
        if name.starts_with(year) && name.contains("event") {
            return Ok(());
        }
    }
    panic!("the year {year} cannot be reached with Tab");
}

#[tokio::test]
async fn the_rest_of_a_year_comes_on_request_and_its_first_row_gets_the_focus()
-> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    let before = listed_events(&page).await?;
    assert_eq!(before.len(), 6, "key events first");
    let more = texts(&page, "#year-2025 .more").await?.remove(0);
    assert!(more.starts_with("Show ") && more.ends_with(" other events from 2025"), "{more}");
    tab_to(&page, &more).await?;
    press(&page, Key::Enter).await?;
    let all = texts(&page, "#year-2025 .row").await?;
    assert!(all.len() > before.len());
    let body = "return document.activeElement.closest('[data-event]')?.dataset.event ?? ''";
    let at: String = page.evaluate(body, vec![]).await?;
    let new: BTreeSet<String> = &listed_events(&page).await? - &before;
    let first: String = page
        .evaluate(
            "return [...document.querySelectorAll('#year-2025 [data-event]')]
                .map((row) => row.dataset.event).find((id) => arguments[0].includes(id))",
            vec![json!(new)],
        )
        .await?;
    assert_eq!(at, first);
    page.close().await
}

#[tokio::test]
async fn long_years_get_heads_of_months_under_a_filter() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    click(&page, &quarter(2025, 3)).await?;
    choose(&page, 1, "Dec 2025").await?;
    expect_tags(&page, &["July to December 2025"]).await?;
    let count = expect_counts_agree(&page).await?;
    let heads = texts(&page, ".month-head").await?;
    assert!(heads[0].starts_with("December · "), "{heads:?}");
    let sum: usize =
        heads.iter().filter_map(|head| head.split(' ').rev().nth(1)?.parse::<usize>().ok()).sum();
    assert_eq!(sum, count, "{heads:?}");
    click_button(&page, "Oldest first").await?;
    page.becomes(&true, async |page: &Page| {
        Ok(texts(page, ".month-head").await?.first().is_some_and(|head| head.starts_with("July")))
    })
    .await?;
    page.becomes(&"Oldest first.".to_owned(), status).await?;
    page.close().await
}

async fn status(page: &Page) -> WebDriverResult<String> {
    let body = "return document.querySelector('#explainer [role=status]').textContent.trim()";
    page.evaluate(body, vec![]).await
}

#[tokio::test]
async fn the_last_of_several_changes_is_said_and_repeats_are_heard() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    assert_eq!(status(&page).await?, "");
    page.evaluate::<()>(
        "window.said = [];
         new MutationObserver(() => said.push(document.querySelector('#explainer [role=status]').textContent))
             .observe(document.querySelector('#explainer [role=status]'), { childList: true, characterData: true, subtree: true });
         for (const chip of [...document.querySelectorAll('.chip')].slice(0, 3)) chip.click();",
        vec![],
    )
    .await?;
    page.is_answered().await?;
    let heading = format!("{}.", texts(&page, "#result").await?.remove(0));
    page.becomes(&heading, status).await?;
    let said: Vec<String> = page.evaluate("return said", vec![]).await?;
    assert_eq!(said, std::slice::from_ref(&heading), "one sentence for three quick changes");
    page.close().await
}

#[tokio::test]
async fn later_and_earlier_move_card_strip_list_and_focus_together() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    open_event(&page, "fuel-blockade-2025").await?;
    let title = async |page: &Page| texts(page, ".card article .title-2").await;
    let start = title(&page).await?;
    for (word, other) in [("Later", "Earlier"), ("Earlier", "Later")] {
        let before = title(&page).await?;
        let button: String = page
            .evaluate(
                "return [...document.querySelectorAll('.card .steps > *')]
                    .map((button) => button.getAttribute('aria-label'))
                    .find((label) => label.startsWith(arguments[0]))",
                vec![json!(word)],
            )
            .await?;
        tab_to(&page, &button).await?;
        press(&page, Key::Enter).await?;
        page.becomes(&false, async |page: &Page| Ok(title(page).await? == before)).await?;
        let after = title(&page).await?.remove(0);
        assert!(button.ends_with(&after), "{button}, not {other}, leads to {after}");
        page.becomes(&after, focused).await?;
        let marked: Vec<String> = page.evaluate(MARKED, vec![]).await?;
        assert_eq!(marked.len(), 4, "{marked:?}");
        assert!(
            marked.iter().all(|id| *id == marked[0]),
            "{marked:?}: root, card, row, one square"
        );
    }
    assert_eq!(title(&page).await?, start);
    page.close().await
}

/// The id of the open event as root, card, list and strip have it. A square is told by its place.
const MARKED: &str = r"
    const root = document.querySelector('#explainer .explainer');
    const chosen = root.querySelectorAll('.columns .square[data-open=chosen]');
    const ids = [...root.querySelectorAll('li[data-event]')].sort((a, b) => a.querySelector('time').dateTime < b.querySelector('time').dateTime ? -1 : 1);
    const row = root.querySelector('li[data-open=chosen]').dataset.event;
    const year = root.querySelector(`li[data-event='${row}'] time`).dateTime.slice(0, 4);
    const ofStrip = chosen.length === 1 && chosen[0].closest('.bin-year').querySelector('.full').textContent === year;
    return [root.dataset.event, root.querySelector('[data-card]').dataset.card, row, ofStrip ? row : `${chosen.length} squares`];
";

#[tokio::test]
async fn an_open_event_outside_the_result_stays_and_can_be_shown_again() -> WebDriverResult<()> {
    for width in [WIDE, NARROW] {
        let page = open("/", width).await?;
        open_event(&page, "fuel-blockade-2025").await?;
        let note = if width == WIDE { ".card .not-among" } else { ".event .not-among" };
        assert_eq!(texts(&page, note).await?, Vec::<String>::new());
        // Mali's blockade is not among the events of Niger.
        click_button(&page, "Niger").await?;
        expect_tags(&page, &["Country: Niger"]).await?;
        let count = texts(&page, "#result").await?.remove(0);
        let (shown, _) = count.split_once(' ').unwrap_or_default();
        let expected = vec![format!("Not among the {shown} events shown. Show it again")];
        page.becomes(&expected, async |page: &Page| texts(page, note).await).await?;
        click(&page, &format!("{note} button")).await?;
        expect_tags(&page, &[]).await?;
        assert_eq!(texts(&page, note).await?, Vec::<String>::new());
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn on_a_narrow_widget_an_event_opens_under_its_row() -> WebDriverResult<()> {
    let page = open("/", NARROW).await?;
    assert_eq!(texts(&page, ".row-body").await?, Vec::<String>::new(), "nothing is open at first");
    tap(&page, "#year-2025 .row").await?;
    let bodies = async |page: &Page| texts(page, ".row-body").await;
    page.becomes(&1, async |page: &Page| Ok(bodies(page).await?.len())).await?;
    for part in [".row-body .body", ".row-body .event-links", ".row-body .event-sources li"] {
        assert!(!texts(&page, part).await?.is_empty(), "{part}");
    }
    assert!(texts(&page, ".card").await?.is_empty());
    let is_under =
        "return document.querySelector('[data-open=chosen] .row-body').getBoundingClientRect().top
        === document.querySelector('[data-open=chosen] .row').getBoundingClientRect().bottom";
    assert!(page.evaluate::<bool>(is_under, vec![]).await?);
    press(&page, Key::Escape).await?;
    page.becomes(&0, async |page: &Page| Ok(bodies(page).await?.len())).await?;
    page.close().await
}

/// Closed years some of whose squares are seen and others are not.
const TORN: &str = r"
    return [...document.querySelectorAll('.year:not([data-open]) .year-squares')].filter((row) => {
        const { left, top, right, bottom } = row.getBoundingClientRect();
        const isSeen = (square) => {
            const box = square.getBoundingClientRect();
            return box.width > 0 && box.left > left - 1 && box.right < right + 1 && box.top > top - 1 && box.bottom < bottom + 1;
        };
        const seen = [...row.children].filter(isSeen).length;
        return seen > 0 && seen < row.children.length;
    }).map((row) => row.closest('button').textContent);";

#[tokio::test]
async fn closed_years_show_all_of_their_squares_or_none_and_cost_no_layout() -> WebDriverResult<()>
{
    let page = open("/", WIDE).await?;
    let boxes: usize = page
        .evaluate(
            "return [...document.querySelectorAll('.year:not([data-open]) .row')]
                .filter((row) => row.getClientRects().length > 0).length",
            vec![],
        )
        .await?;
    assert_eq!(boxes, 0);
    for width in [1100, 390, 360, 320] {
        page.resize(width, 900).await?;
        let torn: Vec<String> = page.evaluate(TORN, vec![]).await?;
        assert!(torn.is_empty(), "years with a part of their squares at {width}: {torn:?}");
    }
    let of_long: String = page
        .evaluate(
            "const year = document.querySelector('.year[data-open]');
             year.dataset.long = '';
             return getComputedStyle(year.querySelector('.year-body')).contentVisibility",
            vec![],
        )
        .await?;
    assert_eq!(of_long, "auto", "of long years only what is seen is laid out");
    page.close().await
}

#[tokio::test]
async fn opening_an_event_touches_its_row_and_leaves_the_others() -> WebDriverResult<()> {
    let page = open("/", WIDE).await?;
    awake(&page, ".panel-timeline").await?;
    page.evaluate::<()>(
        "window.touched = new Set();
         new MutationObserver((records) => {
             for (const { target } of records) touched.add(target.parentElement?.closest('li[data-event]') ?? target.closest?.('li[data-event]'));
         }).observe(document.querySelector('.year-list'), { subtree: true, childList: true, attributes: true, characterData: true });",
        vec![],
    )
    .await?;
    click(&page, "#year-2025 .row").await?;
    page.becomes(&1, async |page: &Page| Ok(texts(page, "[data-open=chosen] .row").await?.len()))
        .await?;
    let rows: usize = page.evaluate("return [...touched].filter(Boolean).length", vec![]).await?;
    assert!(rows <= 2, "{rows} rows were touched: the new one and the one before");
    page.close().await
}

#[tokio::test]
async fn on_a_phone_the_topic_of_an_open_event_is_named_beside_its_glyph() -> WebDriverResult<()> {
    for path in ["/#event=bank-tv-launch-2025", "/index.ar.html#event=bank-tv-launch-2025"] {
        let page = Page::open(path, 360, 800).await?;
        ready(&page).await?;
        let gap = r#"
            const [glyph, name] = [...document.querySelector(".row-body .overline").children].map((part) => part.getBoundingClientRect());
            return Math.max(name.left - glyph.right, glyph.left - name.right)"#;
        let gap: f64 = page.evaluate(gap, vec![]).await?;
        assert!((0.0..=8.0).contains(&gap), "{path}: {gap} px");
        page.close().await?;
    }
    Ok(())
}
