//! What a reader sees of the explainer, and what they do with it. Only names and attributes that the
//! public contract promises are used.

use crate::page::Page;
use crate::story::Story;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

/// What follows the selection, as it is on the page.
#[derive(Debug, Deserialize, PartialEq, Eq)]
pub struct Selected {
    /// The id on the root, empty if there is none.
    pub country: String,
    /// Names of the country buttons that are pressed.
    pub pressed: Vec<String>,
    /// What is said to screen readers; where the layout adds a hint, without it.
    pub status: String,
    /// Which countries' names are headings: the profiles that are open.
    pub profiles: Vec<String>,
}

impl Selected {
    /// What is expected when a country is selected.
    pub fn country(story: &Story, id: &str, name: &str) -> Self {
        let events = story.events_of(id).len();
        let actors = story.actors_of(id).len();
        let all = story.event_count();
        Self {
            country: id.to_owned(),
            pressed: vec![name.to_owned()],
            status: format!("{name} selected. {events} of {all} events, {actors} actors."),
            profiles: vec![name.to_owned()],
        }
    }

    /// What is expected after the selection was cleared.
    pub fn cleared(story: &Story) -> Self {
        Self {
            country: String::new(),
            pressed: vec![ALL.to_owned()],
            status: format!("All three countries. {} events.", story.event_count()),
            profiles: Vec::new(),
        }
    }

    /// What is expected before anything was done: nothing is announced.
    pub fn at_first(story: &Story) -> Self {
        Self { status: String::new(), ..Self::cleared(story) }
    }

    /// Reads it from the page.
    pub async fn read(page: &Page, story: &Story) -> WebDriverResult<Self> {
        let names: Vec<_> = story.members().into_iter().map(|(_, name)| name).collect();
        page.evaluate(SELECTED, vec![json!(names), json!(ALL)]).await
    }
}

/// Name of the button that stands for no selection.
pub const ALL: &str = "All three";

const SELECTED: &str = r#"
    const [members, all] = arguments;
    const name = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim();
    const within = (selector) => [...document.querySelectorAll(`#explainer ${selector}`)];
    const names = [all, ...members];
    return {
        country: within("[data-country]")[0]?.dataset.country ?? "",
        pressed: within("button[aria-pressed=true]").map(name).filter((text) => names.includes(text)),
        status: within("[role=status]").map((element) => element.textContent.trim()).join(" ")
            .replace(/ Profile below the map\.$/, ""),
        profiles: within(":is(h1, h2, h3, h4, h5, h6)").filter((element) => element.checkVisibility())
            .map(name).filter((text) => members.includes(text)),
    };
"#;

/// Waits until the explainer answers.
pub async fn ready(page: &Page) -> WebDriverResult<()> {
    page.becomes(&true, async |page: &Page| {
        let body = "return document.querySelector('#explainer [data-live]') !== null";
        page.evaluate(body, vec![]).await
    })
    .await
}

/// Whether the parts in an element are asleep: the marks are there that the program takes out.
pub async fn is_asleep(page: &Page, selector: &str) -> WebDriverResult<bool> {
    let body = "const root = document.querySelector(arguments[0]);
        return document.createNodeIterator(root, NodeFilter.SHOW_COMMENT).nextNode() !== null";
    page.evaluate(body, vec![json!(selector)]).await
}

/// Waits until the parts in an element have been taken over that style shows.
pub async fn awake(page: &Page, selector: &str) -> WebDriverResult<()> {
    let body = r#"
        const root = document.querySelector(arguments[0]);
        const marks = document.createNodeIterator(root, NodeFilter.SHOW_COMMENT);
        for (let mark = marks.nextNode(); mark; mark = marks.nextNode()) {
            const content = mark.parentElement.closest(".later")?.querySelector(":scope > * > *");
            if (content?.getClientRects().length > 0) return false;
        }
        return true;"#;
    page.becomes(&true, async |page: &Page| page.evaluate(body, vec![json!(selector)]).await).await
}

/// Ids of the events that are listed and visible.
pub async fn listed_events(page: &Page) -> WebDriverResult<BTreeSet<String>> {
    let body = r"
        return [...document.querySelectorAll('#explainer ol li[data-event]')]
            .filter((element) => element.checkVisibility())
            .map((element) => element.dataset.event)";
    page.evaluate(body, vec![]).await
}

/// Clicks with the mouse on a country's shape on the map, where nothing covers it.
pub async fn click_shape(page: &Page, country: &str) -> WebDriverResult<()> {
    let point: Option<(i64, i64)> = page.evaluate(POINT_ON_SHAPE, vec![json!(country)]).await?;
    let point =
        point.unwrap_or_else(|| panic!("no free point on a shape [data-feature={country}]"));
    page.click_at(point).await
}

/// Looks for a point of the window that belongs to the shape, from its middle outwards.
const POINT_ON_SHAPE: &str = r#"
    const shape = document.querySelector(`#explainer svg [data-feature="${arguments[0]}"]`);
    if (!shape) return null;
    shape.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = shape.getBoundingClientRect();
    const steps = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => 0.5 + step / 10);
    for (const v of steps) {
        for (const u of steps) {
            const x = Math.round(box.left + u * box.width);
            const y = Math.round(box.top + v * box.height);
            if (document.elementFromPoint(x, y)?.closest("[data-feature]") === shape) return [x, y];
        }
    }
    return null;
"#;

/// Clicks with the mouse on a button with this name.
pub async fn click_button(page: &Page, name: &str) -> WebDriverResult<()> {
    let point: Option<(i64, i64)> = page.evaluate(MIDDLE_OF_BUTTON, vec![json!(name)]).await?;
    page.click_at(point.unwrap_or_else(|| panic!("no visible button {name:?}"))).await
}

const MIDDLE_OF_BUTTON: &str = r##"
    // Without what is not displayed.
    const name = (element) => (element.getAttribute("aria-label") ?? element.innerText).trim().replace(/\s+/g, " ");
    const button = [...document.querySelectorAll("#explainer button")]
        .find((element) => name(element) === arguments[0] && element.checkVisibility());
    if (!button) return null;
    button.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = button.getBoundingClientRect();
    return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
"##;

/// Presses a key, and waits for what that draws. Tab only moves the focus, at once.
pub async fn press(page: &Page, key: impl Into<char>) -> WebDriverResult<()> {
    let key: char = key.into();
    page.web().action_chain().send_keys(key.to_string()).perform().await?;
    if key == char::from(Key::Tab) { Ok(()) } else { page.is_answered().await }
}

/// Name of what has the focus, empty if that is the page itself.
pub async fn focused(page: &Page) -> WebDriverResult<String> {
    let body = r#"
        const element = document.activeElement;
        if (!element || element === document.body) return "";
        return (element.getAttribute("aria-label") ?? element.textContent).trim()"#;
    page.evaluate(body, vec![]).await
}

/// Presses Tab until the button with this name has the focus.
pub async fn tab_to(page: &Page, name: &str) -> WebDriverResult<()> {
    /// More stops than the whole page has.
    const STOPS: usize = 400;
    for _ in 0..STOPS {
        press(page, Key::Tab).await?;
        if focused(page).await? == name {
            return Ok(());
        }
    }
    panic!("{name:?} cannot be reached with Tab");
}

/// Texts of the visible matches of a selector within the explainer, spaces made one.
pub async fn texts(page: &Page, selector: &str) -> WebDriverResult<Vec<String>> {
    let body = r"
        return [...document.querySelectorAll(`#explainer ${arguments[0]}`)]
            .filter((element) => element.checkVisibility())
            .map((element) => element.textContent.trim().replace(/\s+/g, ' '))";
    page.evaluate(body, vec![json!(selector)]).await
}

/// Types a text, one key a letter.
pub async fn type_text(page: &Page, text: &str) -> WebDriverResult<()> {
    page.web().action_chain().send_keys(text).perform().await
}
