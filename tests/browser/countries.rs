//! Choosing a country, on the map and in the list, by mouse and by keyboard, and clearing the choice.

use crate::page::Page;
use crate::story::Story;
use crate::view::{
    ALL, Selected, click_button, click_shape, focused, listed_events, press, ready, tab_to,
};
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

/// The explainer on a page of a common desktop size.
async fn open() -> WebDriverResult<(Page, Story)> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    Ok((page, Story::read()))
}

async fn expect_country(page: &Page, story: &Story, id: &str, name: &str) -> WebDriverResult<()> {
    let selected = Selected::country(story, id, name);
    page.becomes(&selected, async |page: &Page| Selected::read(page, story).await).await?;
    page.becomes(&story.events_of(id), listed_events).await
}

async fn expect_cleared(page: &Page, story: &Story) -> WebDriverResult<()> {
    let cleared = Selected::cleared(story);
    page.becomes(&cleared, async |page: &Page| Selected::read(page, story).await).await
}

#[tokio::test]
async fn a_click_on_a_shape_of_the_map_selects_its_country() -> WebDriverResult<()> {
    let (page, story) = open().await?;
    for (id, name) in story.members() {
        click_shape(&page, &id).await?;
        expect_country(&page, &story, &id, &name).await?;
    }
    page.close().await
}

#[tokio::test]
async fn a_second_click_on_a_shape_goes_back_to_all_three() -> WebDriverResult<()> {
    let (page, story) = open().await?;
    let (id, name) = story.members().remove(0);
    click_shape(&page, &id).await?;
    expect_country(&page, &story, &id, &name).await?;
    click_shape(&page, &id).await?;
    expect_cleared(&page, &story).await?;
    page.close().await
}

#[tokio::test]
async fn a_click_on_a_button_of_the_list_selects_its_country() -> WebDriverResult<()> {
    let (page, story) = open().await?;
    for (id, name) in story.members() {
        click_button(&page, &name).await?;
        expect_country(&page, &story, &id, &name).await?;
    }
    click_button(&page, ALL).await?;
    expect_cleared(&page, &story).await?;
    page.close().await
}

#[tokio::test]
async fn the_keyboard_selects_each_country_and_keeps_the_focus() -> WebDriverResult<()> {
    let (page, story) = open().await?;
    let keys = [Key::Enter, Key::Space];
    for ((id, name), key) in story.members().into_iter().zip(keys.into_iter().cycle()) {
        tab_to(&page, &name).await?;
        press(&page, key).await?;
        expect_country(&page, &story, &id, &name).await?;
        assert_eq!(focused(&page).await?, name, "pressing a control leaves the focus on it");
    }
    page.close().await
}

#[tokio::test]
async fn the_selection_is_cleared_by_mouse_and_by_keyboard() -> WebDriverResult<()> {
    let (page, story) = open().await?;
    let (id, name) = story.members().remove(0);
    click_shape(&page, &id).await?;
    expect_country(&page, &story, &id, &name).await?;
    click_button(&page, "Clear all").await?;
    expect_cleared(&page, &story).await?;

    tab_to(&page, &name).await?;
    press(&page, Key::Enter).await?;
    expect_country(&page, &story, &id, &name).await?;
    tab_to(&page, "Clear all").await?;
    press(&page, Key::Space).await?;
    expect_cleared(&page, &story).await?;
    page.close().await
}

#[tokio::test]
async fn escape_clears_the_selection_and_focus_goes_back_to_what_made_it() -> WebDriverResult<()> {
    let (page, story) = open().await?;
    let (id, name) = story.members().remove(0);
    tab_to(&page, &name).await?;
    press(&page, Key::Enter).await?;
    expect_country(&page, &story, &id, &name).await?;
    press(&page, Key::Escape).await?;
    expect_cleared(&page, &story).await?;
    page.becomes(&name, focused).await?;
    page.close().await
}
