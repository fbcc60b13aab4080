//! The guided tour, by mouse, by keyboard and without scripts.

use crate::page::{Conditions, Page};
use crate::story::Story;
use crate::view::{Selected, click_button, focused, listed_events, press, ready, tab_to};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key};

const START: &str = "Take the guided tour";

/// What a reader has before them in the tour.
#[derive(Debug, Deserialize, PartialEq, Eq)]
struct Scene {
    /// "Step 4 of 8", empty outside the tour.
    position: String,
    /// Ids of the steps that can be read.
    steps: Vec<String>,
    /// Name of the current segment of the progress.
    current: Vec<String>,
    /// Squares of the strip in colour.
    squares: usize,
    /// Which of the other parts can be seen.
    others: Vec<String>,
    /// What is said to screen readers.
    status: String,
}

const SCENE: &str = r##"
    const seen = (selector) => [...document.querySelectorAll(`#explainer ${selector}`)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const others = [".summary", ".points", ".country-buttons", ".result", ".tabs", ".profile", ".card"];
    return {
        position: seen(".tour-head b").map((element) => element.textContent).join(),
        steps: seen(".tour-step").map((element) => element.id),
        current: seen(".progress [aria-current]").map((element) => element.getAttribute("aria-label")),
        squares: seen(".bins .square:not(.out)").length,
        others: others.filter((selector) => seen(selector).length > 0),
        status: document.querySelector("#explainer [role=status]").textContent,
    }"##;

async fn scene(page: &Page) -> WebDriverResult<Scene> {
    page.evaluate(SCENE, vec![]).await
}

/// The scene of a step; `from_before` says whether another step was open before it.
fn at_step(story: &Story, number: usize, from_before: bool) -> Scene {
    let steps = story.tour();
    let (title, events) = &steps[number - 1];
    let position = format!("Step {number} of {}", steps.len());
    Scene {
        steps: vec![format!("view=story&step={number}")],
        current: vec![title.clone()],
        squares: *events,
        others: Vec::new(),
        status: if from_before { format!("{position}. {title}.") } else { String::new() },
        position,
    }
}

async fn start(page: &Page) -> WebDriverResult<()> {
    page.web().find(By::LinkText(START)).await?.click().await
}

async fn focused_text(page: &Page) -> WebDriverResult<String> {
    page.evaluate("return document.activeElement.textContent.trim()", vec![]).await
}

#[tokio::test]
async fn the_tour_leads_through_all_steps_and_ends_where_it_began() -> WebDriverResult<()> {
    let story = Story::read();
    let steps = story.tour();
    for width in [360, 640, 1100] {
        let page = Page::open("/", width, 900).await?;
        ready(&page).await?;
        let before = scene(&page).await?;
        assert_eq!((&*before.position, before.squares), ("", story.event_count()));
        start(&page).await?;
        page.becomes(&at_step(&story, 1, false), scene).await?;
        assert_eq!(focused_text(&page).await?, steps[0].0, "the focus goes to the first step");
        for number in 2..=steps.len() {
            let next = if width < 560 {
                "Next step".to_owned()
            } else {
                format!("Next: {}", steps[number - 1].0)
            };
            click_button(&page, &next).await?;
            page.becomes(&at_step(&story, number, true), scene).await?;
        }
        let scenarios: usize = page.evaluate(SCENARIOS, vec![]).await?;
        assert_eq!(scenarios, 2, "the last step ends in the scenarios, one as wide as the other");
        click_button(&page, "Start again").await?;
        page.becomes(&at_step(&story, 1, true), scene).await?;
        page.web().find(By::Css(".progress li:last-child a")).await?.click().await?;
        page.becomes(&at_step(&story, steps.len(), true), scene).await?;
        click_button(&page, "Back to the overview").await?;
        page.becomes(&Scene { status: String::new(), ..before }, scene).await?;
        let title =
            "return document.activeElement === document.querySelector('#explainer .display')";
        assert!(page.evaluate::<bool>(title, vec![]).await?, "the focus goes to the head");
        page.close().await?;
    }
    Ok(())
}

/// How many scenarios can be seen that are as large as the first.
const SCENARIOS: &str = r#"
    const seen = [...document.querySelectorAll(".tour-end .scenario")]
        .filter((element) => element.checkVisibility()).map((element) => element.getBoundingClientRect());
    return seen.filter(({ width }) => Math.abs(width - seen[0].width) < 1).length"#;

#[tokio::test]
async fn enter_walks_through_and_escape_leaves() -> WebDriverResult<()> {
    let story = Story::read();
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    tab_to(&page, START).await?;
    press(&page, Key::Enter).await?;
    page.becomes(&at_step(&story, 1, false), scene).await?;
    for number in 2..=4 {
        if number == 2 {
            while !focused_text(&page).await?.contains("Next") {
                press(&page, Key::Tab).await?;
            }
        }
        press(&page, Key::Enter).await?;
        page.becomes(&at_step(&story, number, true), scene).await?;
    }
    assert!(focused_text(&page).await?.contains("Next"), "the focus stays on Next");
    // What is open inside closes first.
    page.web().find(By::Css(".tour-step[data-open] .cite")).await?.click().await?;
    let popovers = "return [...document.querySelectorAll('.popover')].filter((popover) => popover.checkVisibility()).length";
    page.becomes(&1, async |page: &Page| page.evaluate::<usize>(popovers, vec![]).await).await?;
    press(&page, Key::Escape).await?;
    page.becomes(&0, async |page: &Page| page.evaluate::<usize>(popovers, vec![]).await).await?;
    assert_eq!(scene(&page).await?.position, "Step 4 of 8");
    press(&page, Key::Escape).await?;
    page.becomes(&String::new(), async |page: &Page| Ok(scene(page).await?.position)).await?;
    page.close().await
}

#[tokio::test]
async fn filters_come_back_when_the_tour_ends() -> WebDriverResult<()> {
    let story = Story::read();
    let (id, name) = story.members().remove(0);
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    click_button(&page, &name).await?;
    page.becomes(&Selected::country(&story, &id, &name), async |page: &Page| {
        Selected::read(page, &story).await
    })
    .await?;
    let listed = listed_events(&page).await?;
    start(&page).await?;
    page.becomes(&at_step(&story, 1, false), scene).await?;
    click_button(&page, "Leave tour").await?;
    let expected = Selected { status: String::new(), ..Selected::country(&story, &id, &name) };
    page.becomes(&expected, async |page: &Page| Selected::read(page, &story).await).await?;
    assert_eq!(listed_events(&page).await?, listed);
    page.close().await
}

#[tokio::test]
async fn an_event_of_a_step_opens_in_the_timeline() -> WebDriverResult<()> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    start(&page).await?;
    page.web().find(By::Css(".tour-step[data-open] .short-list a")).await?.click().await?;
    let body = "return [document.querySelector('.explainer').dataset.event ?? '', \
        document.querySelector('.explainer').dataset.view ?? '']";
    let expected = json!(["foreign-ministers-2025", ""]);
    page.becomes(&expected, async |page: &Page| page.evaluate::<Value>(body, vec![]).await).await?;
    page.close().await
}

#[tokio::test]
async fn the_card_keeps_its_height_where_it_stands_beside_the_map() -> WebDriverResult<()> {
    let story = Story::read();
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    start(&page).await?;
    let mut heights = Vec::new();
    for number in 1..=story.tour().len() {
        page.web()
            .find(By::Css(format!(".progress li:nth-child({number}) a")))
            .await?
            .click()
            .await?;
        page.becomes(&format!("Step {number} of {}", story.tour().len()), async |page: &Page| {
            Ok(scene(page).await?.position)
        })
        .await?;
        let body = "return document.querySelector('.tour-card').getBoundingClientRect().height";
        heights.push(page.evaluate::<f64>(body, vec![]).await?);
    }
    assert!(heights.iter().all(|height| (height - heights[0]).abs() < 0.5), "{heights:?}");
    page.close().await
}

#[tokio::test]
async fn on_a_phone_the_controls_stand_between_map_and_title_and_stay_there() -> WebDriverResult<()>
{
    let page = Page::open("/", 360, 740).await?;
    ready(&page).await?;
    start(&page).await?;
    let body = r#"
        const top = (selector) => Math.round(document.querySelector(selector).getBoundingClientRect().top);
        return [top(".map"), top(".progress"), top(".ways"), top(".tour-step[data-open]")]"#;
    let first: Vec<i64> = page.evaluate(body, vec![]).await?;
    assert!(first.is_sorted() && first[3] < 740, "all on one screen: {first:?}");
    // As a reader who presses where the button is, without scrolling.
    page.web().find(By::Css(".ways .primary")).await?.click().await?;
    page.becomes(&"Step 2 of 8".to_owned(), async |page: &Page| Ok(scene(page).await?.position))
        .await?;
    assert_eq!(page.evaluate::<Vec<i64>>(body, vec![]).await?, first);
    page.close().await
}

#[tokio::test]
async fn without_scripts_all_steps_read_in_order_and_can_be_linked_to() -> WebDriverResult<()> {
    let story = Story::read();
    let conditions = Conditions { no_scripts: true, ..Conditions::default() };
    let page = Page::open_under(conditions, "/#view=story&step=3", 1100, 900).await?;
    let body = r#"
        const steps = [...document.querySelectorAll(".tour-step")].filter((step) => step.checkVisibility());
        return [steps.map((step) => step.querySelector("h3").textContent),
            steps.findIndex((step) => step.matches(":target")),
            steps.map((step) => step.querySelectorAll("li").length),
            document.querySelectorAll(".tour-end .scenario").length]"#;
    let tour = story.tour();
    let titles: Vec<_> = tour.iter().map(|(title, _)| title).collect();
    let events: Vec<_> = tour.iter().map(|(_, events)| events).collect();
    let found: Value = page.evaluate(body, vec![]).await?;
    assert_eq!(found, json!([titles, 2, events, 2]));
    page.close().await
}

#[tokio::test]
async fn nothing_moves_for_readers_who_want_it_so() -> WebDriverResult<()> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    // What of the page has a transition or an animation that takes time.
    let body = r##"
        const lasts = (value) => value.split(",").some((time) => parseFloat(time) > 0);
        return [...document.querySelectorAll("#explainer *")].filter((element) => {
            const style = getComputedStyle(element);
            return lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration));
        }).length"##;
    start(&page).await?;
    page.becomes(&"Step 1 of 8".to_owned(), async |page: &Page| Ok(scene(page).await?.position))
        .await?;
    assert!(page.evaluate::<usize>(body, vec![]).await? > 0, "there is motion to switch off");
    let reduced = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.web().cdp().send_raw("Emulation.setEmulatedMedia", reduced).await?;
    page.becomes(&0, async |page: &Page| page.evaluate::<usize>(body, vec![]).await).await?;
    page.close().await
}

#[tokio::test]
async fn the_reader_chooses_the_colours() -> WebDriverResult<()> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    let body = "return [document.querySelector('.explainer').dataset.theme ?? '', \
        getComputedStyle(document.querySelector('.explainer')).colorScheme]";
    for (name, theme, scheme) in [
        ("Appearance: as the page", "light", "light"),
        ("Appearance: light", "dark", "dark"),
        ("Appearance: dark", "", "light dark"),
    ] {
        click_button(&page, name).await?;
        page.becomes(&json!([theme, scheme]), async |page: &Page| {
            page.evaluate::<Value>(body, vec![]).await
        })
        .await?;
        assert_ne!(focused(&page).await?, name, "the button says what is chosen now");
    }
    page.close().await
}
