//! Search as a reader meets it: typing, suggestions, and what they lead to.

use crate::page::Page;
use crate::pointer::{click, tap};
use crate::view::{click_button, focused, listed_events, press, ready, tab_to, texts, type_text};
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

const FIELD: &str = "Search events, actors, places";

async fn open(path: &str, width: u32) -> WebDriverResult<Page> {
    let page = Page::open(path, width, 900).await?;
    ready(&page).await?;
    Ok(page)
}

async fn options(page: &Page) -> WebDriverResult<Vec<String>> {
    texts(page, "[role=option]").await
}

/// The suggestions for what is typed, once the list is about it: on a slow machine, what is seen first may be
/// about its first letters. The list names the text in its last row, or where it says that nothing is found.
async fn options_for(page: &Page, text: &str) -> WebDriverResult<Vec<String>> {
    page.becomes(&true, async |page: &Page| {
        let said = texts(page, "[role=listbox] :is(.option.all, .label)").await?;
        Ok(said.iter().any(|row| row.contains(text)) && !options(page).await?.is_empty())
    })
    .await?;
    options(page).await
}

async fn typed(page: &Page) -> WebDriverResult<String> {
    page.evaluate("return document.querySelector('#explainer [role=combobox]').value", vec![]).await
}

/// The suggestion that the keys have led to, as assistive technology is told.
async fn active(page: &Page) -> WebDriverResult<String> {
    let body = "
        const field = document.querySelector('#explainer [role=combobox]');
        const id = field.getAttribute('aria-activedescendant');
        const option = id && document.getElementById(id);
        return option?.getAttribute('aria-selected') === 'true' ? option.textContent.trim() : ''";
    page.evaluate(body, vec![]).await
}

#[tokio::test]
async fn typing_narrows_at_once_and_suggests_from_two_letters() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    tab_to(&page, FIELD).await?;
    type_text(&page, "u").await?;
    page.becomes(&vec!["Search: u".to_owned()], async |page: &Page| texts(page, ".tag").await)
        .await?;
    assert!(options(&page).await?.is_empty());
    type_text(&page, "ran").await?;
    page.becomes(&vec!["Search: uran".to_owned()], async |page: &Page| texts(page, ".tag").await)
        .await?;
    options_for(&page, "uran").await?;
    let found = listed_events(&page).await?.len();
    let labels = texts(&page, "[role=listbox] .label").await?;
    assert!(labels[0].starts_with("Events "), "{labels:?}");
    assert!(labels.iter().any(|label| label.starts_with("Actors ")), "{labels:?}");
    assert!(labels.iter().any(|label| label.starts_with("Places ")), "{labels:?}");
    let groups: Vec<usize> = page
        .evaluate(
            "return [...document.querySelectorAll('#explainer [role=listbox] [role=group]')]
                .map((group) => group.querySelectorAll('[role=option]').length)",
            vec![],
        )
        .await?;
    assert!(groups.iter().all(|&count| (1..=3).contains(&count)), "{groups:?}");
    let marks = texts(&page, "[role=option] mark").await?;
    assert!(marks.iter().all(|mark| mark.to_lowercase() == "uran"), "{marks:?}");
    let last = options(&page).await?.pop().unwrap_or_default();
    let events = if found == 1 { "event".into() } else { format!("{found} events") };
    assert_eq!(last, format!("Show the {events} with “uran”"));
    page.close().await
}

#[tokio::test]
async fn keys_lead_through_the_suggestions_and_take_one() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    tab_to(&page, FIELD).await?;
    type_text(&page, "uran").await?;
    let all = options_for(&page, "uran").await?;
    for expected in &all {
        press(&page, Key::Down).await?;
        let spaced = active(&page).await?.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(spaced, *expected);
    }
    press(&page, Key::Down).await?;
    assert_eq!(active(&page).await?, "", "behind the last comes the field again");
    press(&page, Key::Up).await?;
    press(&page, Key::Down).await?;
    press(&page, Key::Down).await?;
    press(&page, Key::Enter).await?;
    // The first suggestion is an event: it opens, and its heading has the focus.
    page.becomes(&true, async |page: &Page| {
        let open = texts(page, ".card article .title-2").await?;
        Ok(open.first().is_some_and(|title| all[0].starts_with(&**title)))
    })
    .await?;
    let title = texts(&page, ".card article .title-2").await?.remove(0);
    page.becomes(&title, focused).await?;
    assert_eq!(typed(&page).await?, "", "what was looked for is found");
    page.close().await
}

#[tokio::test]
async fn escape_closes_the_suggestions_and_then_clears_the_field() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click_button(&page, "Mali").await?;
    tab_to(&page, FIELD).await?;
    type_text(&page, "gold").await?;
    // No event of the country has the word, so no row names it.
    page.becomes(&false, async |page: &Page| Ok(options(page).await?.is_empty())).await?;
    press(&page, Key::Escape).await?;
    page.becomes(&Vec::<String>::new(), options).await?;
    assert_eq!(typed(&page).await?, "gold");
    press(&page, Key::Escape).await?;
    page.becomes(&String::new(), typed).await?;
    assert_eq!(focused(&page).await?, FIELD);
    assert_eq!(texts(&page, ".tag").await?, ["Country: Mali"], "other filters stay");
    page.close().await
}

#[tokio::test]
async fn enter_leaves_the_list_with_what_was_found() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click(&page, "[role=tab]:nth-child(2)").await?;
    tab_to(&page, FIELD).await?;
    type_text(&page, "uran").await?;
    options_for(&page, "uran").await?;
    press(&page, Key::Enter).await?;
    page.becomes(&Vec::<String>::new(), options).await?;
    assert_eq!(
        texts(&page, "[role=tab][aria-selected=true]").await?[0].split(' ').next(),
        Some("Timeline")
    );
    assert_eq!(texts(&page, ".tag").await?, ["Search: uran"]);
    assert!(!listed_events(&page).await?.is_empty());
    page.close().await
}

#[tokio::test]
async fn what_matches_nothing_offers_the_nearest_terms() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    tab_to(&page, FIELD).await?;
    type_text(&page, "uranuim").await?;
    let offered = options_for(&page, "uranuim").await?;
    assert_eq!(
        texts(&page, "[role=listbox] .label").await?,
        ["No match for “uranuim”. Did you mean:"]
    );
    assert!(offered.len() <= 3, "{offered:?}");
    press(&page, Key::Down).await?;
    press(&page, Key::Enter).await?;
    page.becomes(&"uranium".to_owned(), async |page: &Page| Ok(typed(page).await?.to_lowercase()))
        .await?;
    assert!(!listed_events(&page).await?.is_empty());
    click(&page, ".search .tool").await?;
    type_text(&page, "yerko").await?;
    let offered = options_for(&page, "yerko").await?;
    // What no event has is said to be what it is.
    assert!(offered[0].starts_with("Yereko") && offered[0].ends_with("Glossary"), "{offered:?}");
    page.close().await
}

#[tokio::test]
async fn accents_are_ignored_and_marked_as_printed() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    tab_to(&page, FIELD).await?;
    type_text(&page, "traore").await?;
    options_for(&page, "traore").await?;
    let marks = texts(&page, "[role=option] mark").await?;
    assert!(marks.iter().any(|mark| mark == "Traoré"), "{marks:?}");
    page.close().await
}

#[tokio::test]
async fn arabic_is_found_whatever_way_its_letters_are_typed() -> WebDriverResult<()> {
    let page = open("/index.ar.html", 1100).await?;
    click(&page, ".search input").await?;
    type_text(&page, "ايكواس").await?;
    options_for(&page, "ايكواس").await?;
    let marks = texts(&page, "[role=option] mark").await?;
    assert!(marks.iter().any(|mark| mark == "إيكواس"), "{marks:?}");
    // A publisher in Latin letters does not turn the line around.
    let turned = "return [...document.querySelectorAll('[role=option] .meta')]
        .filter((meta) => getComputedStyle(meta).direction !== 'rtl').length";
    assert_eq!(page.evaluate::<usize>(turned, vec![]).await?, 0);
    page.close().await
}

#[tokio::test]
async fn a_finger_takes_a_suggestion_and_clears_the_field() -> WebDriverResult<()> {
    let page = open("/", 360).await?;
    tap(&page, ".search input").await?;
    type_text(&page, "arlit").await?;
    options_for(&page, "arlit").await?;
    let wide: bool =
        page.evaluate("return document.documentElement.scrollWidth > innerWidth", vec![]).await?;
    assert!(!wide, "the list stays within the page");
    tap(&page, ".search .tool").await?;
    page.becomes(&String::new(), typed).await?;
    assert_eq!(focused(&page).await?, FIELD);
    type_text(&page, "arlit").await?;
    let offered = options_for(&page, "arlit").await?;
    let place = offered.iter().position(|option| option.starts_with("Arlit")).expect("a place");
    tap(&page, &format!("[id='suggestion-{place}']")).await?;
    page.becomes(&true, async |page: &Page| {
        Ok(texts(page, ".place-panel :is(h2, h3)").await?.iter().any(|name| name == "Arlit"))
    })
    .await?;
    page.becomes(&"Arlit".to_owned(), focused).await?;
    page.close().await
}

#[tokio::test]
async fn the_suggestions_stay_within_the_explainer_at_every_width() -> WebDriverResult<()> {
    const OUTSIDE: &str = "
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const list = box('[role=listbox]'), within = box('.explainer');
        return [list.width > 0, list.left < within.left, list.right > within.right]";
    for (path, name) in [("/", "mali"), ("/index.fr.html", "mali"), ("/index.ar.html", "مالي")]
    {
        let page = open(path, 1100).await?;
        click(&page, "[role=combobox]").await?;
        type_text(&page, name).await?;
        for width in [360, 560, 640, 800, 920, 1000, 1100, 1400] {
            page.resize(width, 900).await?;
            let outside = async |page: &Page| page.evaluate(OUTSIDE, vec![]).await;
            page.becomes(&[true, false, false], outside).await?;
        }
        page.close().await?;
    }
    Ok(())
}
