//! The keyboard alone, from the first stop to the last, in every language.

use crate::page::Page;
use crate::senses::COLOURS;
use crate::view::{press, ready};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

/// More stops than any walk has.
const STOPS: usize = 1200;

/// Where the focus is after a press of Tab.
#[derive(Debug, Deserialize)]
struct Stop {
    /// Nothing of the explainer has it.
    is_outside: bool,
    /// For messages.
    name: String,
    /// It can be opened, and is not: a year, a list, the rest of a list.
    opens: bool,
    /// The part of the page: a panel, or what is before and after them.
    panel: Option<String>,
    /// What is wrong with the ring around it.
    faults: Vec<String>,
}

/// Looks at what has the focus, and marks it as reached.
const LOOK: &str = r##"
    const root = document.querySelector("#explainer .explainer");
    const at = document.activeElement;
    if (!root.contains(at)) return { is_outside: true, name: at?.tagName ?? "", opens: false, panel: null, faults: [] };
    at.isReached = true;
    const name = `${at.tagName.toLowerCase()} "${(at.getAttribute("aria-label") ?? at.textContent).trim().replace(/\s+/g, " ").slice(0, 60)}"`;
    const faults = [];
    const style = getComputedStyle(at);
    const width = parseFloat(style.outlineWidth);
    if (!at.matches(":focus-visible")) faults.push("no visible focus");
    // The field of a search wears its ring around its icon too; handles of the strip draw theirs.
    const drawn = at.querySelector(".focus-ring");
    const ringed = at.closest(".search:focus-within") ?? at;
    const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
    const isRinged = drawn ? parseFloat(getComputedStyle(drawn).strokeWidth) >= 2 && rgb(getComputedStyle(drawn).stroke)[3] === 255
        : outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    if (!isRinged) faults.push(`ring of ${outlineStyle} ${outlineWidth}`);
    const offset = parseFloat(style.outlineOffset);
    const colour = drawn ? getComputedStyle(drawn).stroke : getComputedStyle(ringed).outlineColor;
    const is = ratio(rgb(colour), rgb(groundOf(offset < 0 ? at : ringed.parentElement)));
    if (is < 3) faults.push(`ring with contrast ${is.toFixed(2)}`);
    // Some pixels at least of each side have to be seen.
    const box = at.getBoundingClientRect();
    const out = Math.max(0, offset + width);
    if (box.width < 1 || box.height < 1) faults.push("no size");
    for (let holder = at.parentElement; holder && root.contains(holder); holder = holder.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(holder);
        const inside = holder.getBoundingClientRect();
        const isCut = overflowX !== "visible" && (box.left - out < inside.left - 1 || box.right + out > inside.right + 1)
            || overflowY !== "visible" && (box.top - out < inside.top - 1 || box.bottom + out > inside.bottom + 1);
        if (isCut && !at.matches(".skip, .tab-list a")) faults.push(`ring cut off by ${holder.className || holder.tagName}`);
    }
    const isClosed = at.matches("summary") ? !at.parentElement.open
        : at.matches(".year-head > button, .actor-group .text-button, .tables button") && at.ariaExpanded === "false"
            && (arguments[0] || !at.closest(".tables"));
    const isMore = at.matches(".more") && at.checkVisibility() && !at.closest(".dossier");
    return { is_outside: false, name, opens: isClosed || isMore, panel: at.closest(".panel")?.id ?? null, faults };
"##;

/// What could have been reached within a part, and was not.
const MISSED: &str = r##"
    const within = arguments[0] ? document.getElementById(arguments[0]) : document.querySelector("#explainer .explainer");
    return [...within.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0
            && !element.isReached && (arguments[0] || !element.closest(".panel")))
        .map((element) => element.outerHTML.slice(0, 160));
"##;

/// Ids that are in the attribute of something reached.
const REACHED: &str = r#"
    const [attribute] = arguments;
    return [...document.querySelectorAll(`#explainer [${attribute}]`)]
        .filter((holder) => !holder.matches("section") && [holder, ...holder.querySelectorAll("*")].some((element) => element.isReached))
        .map((holder) => holder.getAttribute(attribute));
"#;

/// Presses Tab until the focus leaves the explainer, and opens what can be opened on the way, the tables only
/// where that is asked for.
async fn walk(
    page: &Page,
    with_tables: bool,
    faults: &mut BTreeSet<String>,
) -> WebDriverResult<Vec<Stop>> {
    let look = [COLOURS, LOOK].concat();
    let with_tables = || vec![json!(with_tables)];
    let mut stops = Vec::new();
    for _ in 0..STOPS {
        press(page, Key::Tab).await?;
        let mut stop: Stop = page.evaluate(&look, with_tables()).await?;
        if stop.is_outside {
            return Ok(stops);
        }
        faults.extend(stop.faults.iter().map(|fault| format!("{}: {fault}", stop.name)));
        if stop.opens {
            press(page, Key::Enter).await?;
            // The focus stays, or goes to the first of what came.
            let after: Stop = page.evaluate(&look, with_tables()).await?;
            if after.is_outside {
                faults.insert(format!("{}: the focus is lost when it is pressed", stop.name));
            }
            stop.panel = after.panel;
        }
        stops.push(stop);
    }
    panic!("a trap: {STOPS} stops and no end, the last {:?}", stops.last());
}

/// Takes the focus to before the first stop, without a pointer.
async fn start_again(page: &Page) -> WebDriverResult<()> {
    let body = "document.activeElement.blur();
        getSelection().setPosition(document.body, 0); scrollTo(0, 0)";
    page.evaluate::<Value>(body, vec![]).await.map(drop)
}

async fn reaches_everything(path: &str) -> WebDriverResult<()> {
    let page = Page::open(path, 1100, 900).await?;
    ready(&page).await?;
    let mut faults = BTreeSet::new();
    let mut reached = 0;
    for (tab, name) in
        ["timeline", "actors", "themes", "figures", "glossary", "sources"].iter().enumerate()
    {
        start_again(&page).await?;
        if tab > 0 {
            // The tabs are one stop; the arrow keys lead along them.
            let is_tab = "return document.activeElement.role === 'tab'";
            for _ in 0..STOPS {
                press(&page, Key::Tab).await?;
                if page.evaluate::<bool>(is_tab, vec![]).await? {
                    break;
                }
            }
            let next = if path.contains(".ar.") { Key::Left } else { Key::Right };
            press(&page, next).await?;
            let opened = "return document.querySelector('.explainer').dataset.tab";
            page.becomes(&(*name).to_owned(), async |page: &Page| {
                page.evaluate(opened, vec![]).await
            })
            .await?;
        }
        let stops = walk(&page, tab == 0, &mut faults).await?;
        reached += stops.len();
        let panel = format!("tab={name}");
        let seen = stops.iter().any(|stop| stop.panel.as_deref() == Some(&*panel));
        assert!(seen || *name == "themes", "no stop in {name}");
        let missed: Vec<String> = page.evaluate(MISSED, vec![json!(panel)]).await?;
        faults.extend(missed.iter().map(|missed| format!("{name}: not reached: {missed}")));
        if tab == 0 {
            let missed: Vec<String> = page.evaluate(MISSED, vec![Value::Null]).await?;
            faults.extend(missed.iter().map(|missed| format!("not reached: {missed}")));
            // Seen once; the later walks are for their panels.
            let close = "document.querySelector('.tables button').click()";
            page.evaluate::<Value>(close, vec![]).await?;
        }
    }
    assert!(faults.is_empty(), "{path}: {} faults:\n{:#?}", faults.len(), faults);
    assert!(reached > 500, "{reached} stops");
    for (attribute, count) in
        [("data-event", 71), ("data-actor", 28), ("data-place", 28), ("data-country-button", 3)]
    {
        let ids: BTreeSet<String> = page.evaluate(REACHED, vec![json!(attribute)]).await?;
        assert_eq!(ids.len(), count, "{path} {attribute}: {ids:?}");
    }
    page.close().await
}

#[tokio::test]
async fn in_english_the_tab_key_reaches_everything() -> WebDriverResult<()> {
    reaches_everything("/").await
}

#[tokio::test]
async fn in_french_the_tab_key_reaches_everything() -> WebDriverResult<()> {
    reaches_everything("/index.fr.html").await
}

#[tokio::test]
async fn in_arabic_the_tab_key_reaches_everything() -> WebDriverResult<()> {
    reaches_everything("/index.ar.html").await
}
