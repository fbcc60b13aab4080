//! The selection as the fragment of an address, on the real story.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use proptest::sample::select;
use sahel_explainer::model::{
    ActorIx, Category, CountryIx, EventIx, PlaceIx, PointIx, SourceIx, StepIx, ThemeIx,
};
use sahel_explainer::state::address::{of_fragment, to_fragment};
use sahel_explainer::state::{
    Action, Basis, Month, Months, Notice, Opened, Order, Selection, Tab, Tag,
};
use sahel_explainer::{Locale, Story};
use std::rc::Rc;

thread_local! {
    static STORY: Story = Story::bundled(Locale::En);
}

fn story() -> Story {
    STORY.with(Story::clone)
}

/// The fragment of what a fragment stands for.
fn normalised(fragment: &str) -> Option<String> {
    of_fragment(&story(), fragment).map(|selection| to_fragment(&story(), &selection))
}

#[test]
fn the_example_of_the_contract_is_read_and_written() {
    let story = story();
    let example = "country=ML&category=attack,coup&event=bamako-attack-2024";
    let selection = of_fragment(&story, example).expect("an address");
    let ids: Vec<String> =
        selection.selected(&story).map(|selected| selected.id.to_string()).collect();
    assert_eq!(ids, ["ML", "bamako-attack-2024"]);
    assert!(selection.filters.topics.contains(Category::Attack));
    assert!(selection.filters.topics.contains(Category::Coup));
    assert_eq!(
        to_fragment(&story, &selection),
        "country=ML&category=coup,attack&event=bamako-attack-2024"
    );
}

#[test]
fn what_makes_no_sense_is_dropped_and_the_rest_applies() {
    for (given, expected) in [
        ("", Some("")),
        ("country=ML", Some("country=ML")),
        ("country=XX&actor=jnim", Some("actor=jnim")),
        ("country=DZ", Some("")),
        ("colour=red&country=NE&&=&country", Some("country=NE")),
        ("category=attack,nothing,,coup", Some("category=coup,attack")),
        ("category=", Some("")),
        ("from=2025-07&to=2025-12", Some("from=2025-07&to=2025-12")),
        ("from=2025-12&to=2025-07", Some("from=2025-07&to=2025-12")),
        ("from=2025-13&to=2025-1", Some("")),
        ("from=+025-07", Some("")),
        ("q=tr%C3%A0or%C3%A9%20%26%20co", Some("q=tr%C3%A0or%C3%A9%20%26%20co")),
        ("q=50%&tab=figures", Some("q=50%25&tab=figures")),
        ("q=%ff", Some("")),
        ("q=%F0%9F%98%80", Some("q=%F0%9F%98%80")),
        ("event=", Some("event=")),
        ("tab=nowhere&order=sideways", Some("")),
        ("order=oldest&tab=timeline", Some("order=oldest")),
        ("result", None),
        ("section-3", None),
        ("a=b&c=d", None),
    ] {
        assert_eq!(normalised(given).as_deref(), expected, "{given}");
    }
}

#[test]
fn one_month_alone_reaches_to_the_end_of_the_story() {
    let from = normalised("from=2025-07").expect("an address");
    let to = normalised("to=2014-01").expect("an address");
    let starts = |fragment: &str, start: &str| assert!(fragment.starts_with(start), "{fragment}");
    starts(&from, "from=2025-07&to=2026-");
    starts(&to, "from=2012-");
    assert!(to.ends_with("&to=2014-01"), "{to}");
}

#[test]
fn an_address_opens_the_tab_that_its_thing_is_in() {
    let story = story();
    let source = SourceIx::all(&story).next().expect("a source").1.id.clone();
    let theme = ThemeIx::all(&story).next().expect("a theme").1.id.clone();
    for (fragment, tab) in [
        ("country=ML".to_owned(), Tab::Timeline),
        ("actor=jnim".to_owned(), Tab::Actors),
        ("actor=jnim&tab=timeline".to_owned(), Tab::Timeline),
        ("actor=jnim&event=fuel-blockade-2025".to_owned(), Tab::Timeline),
        (format!("theme={theme}"), Tab::Themes),
        (format!("source={source}"), Tab::Sources),
        ("tab=glossary".to_owned(), Tab::Glossary),
    ] {
        let selection = of_fragment(&story, &fragment).expect("an address");
        assert_eq!(selection.tab, tab, "{fragment}");
    }
}

#[test]
fn a_step_of_the_tour_has_an_address_and_a_wrong_number_starts_at_the_first() {
    for (given, expected) in [
        ("view=story&step=4", "view=story&step=4"),
        ("country=ML&view=story&step=8", "country=ML&view=story&step=8"),
        ("view=story", "view=story&step=1"),
        ("view=story&step=9", "view=story&step=1"),
        ("view=story&step=0", "view=story&step=1"),
        ("view=story&step=-3", "view=story&step=1"),
        ("view=explore&step=4", ""),
        ("step=4", ""),
    ] {
        assert_eq!(normalised(given).as_deref(), Some(expected), "{given}");
    }
}

/// Anything that a reader can do.
fn actions() -> impl Strategy<Value = Action> {
    let story = story();
    let countries: Vec<CountryIx> = story.members().map(|(ix, ..)| ix).collect();
    let actors: Vec<ActorIx> = ActorIx::all(&story).map(|(ix, _)| ix).collect();
    let events: Vec<EventIx> = EventIx::all(&story).map(|(ix, _)| ix).collect();
    let places: Vec<PlaceIx> = PlaceIx::all(&story).map(|(ix, _)| ix).collect();
    let steps: Vec<StepIx> = StepIx::all(&story).map(|(ix, _)| ix).collect();
    let points: Vec<Basis> = PointIx::all(&story).map(|(ix, _)| Basis::Point(ix)).collect();
    let themes: Vec<Basis> = ThemeIx::all(&story).map(|(ix, _)| Basis::Theme(ix)).collect();
    let topics: Vec<Category> = Category::ALL.map(|(topic, _)| topic).to_vec();
    let tabs: Vec<Tab> = Tab::ALL.map(|(tab, _)| tab).to_vec();
    let month = || (1..=9999_i16, 1..=12_u8).prop_map(|(year, month)| Month::new(year, month));
    prop_oneof![
        select(countries).prop_map(Action::Country),
        Just(Action::AllCountries),
        select(actors).prop_map(Action::Actor),
        select(places.clone()).prop_map(Action::Place),
        select(places).prop_map(Action::Only),
        select([points, themes].concat()).prop_map(Action::Basis),
        select(topics).prop_map(Action::Topic),
        (month(), month()).prop_map(|(a, b)| Action::Months(Some(Months::between(a, b)))),
        Just(Action::Months(None)),
        any::<String>().prop_map(|text| Action::Query(Rc::from(text))),
        select(events.clone()).prop_map(Action::Event),
        select(events).prop_map(Action::Show),
        select(steps).prop_map(Action::Step),
        Just(Action::CloseEvent),
        Just(Action::Remove(Tag::Query)),
        Just(Action::ClearAll),
        select(tabs).prop_map(Action::Tab),
        select(vec![Order::Newest, Order::Oldest]).prop_map(Action::Order),
    ]
}

proptest! {
    #[test]
    fn every_selection_comes_back_from_its_fragment(
        actions in prop::collection::vec(actions(), 0..12)
    ) {
        let story = story();
        let selection = actions.into_iter().fold(Selection::default(), |now, action| now.after(action));
        let fragment = to_fragment(&story, &selection);
        let silent = Selection { notice: Notice::None, ..selection };
        prop_assert_eq!(of_fragment(&story, &fragment), Some(silent), "{}", fragment);
    }

    #[test]
    fn any_text_is_read_without_harm(text in any::<String>()) {
        if let Some(written) = normalised(&text) {
            prop_assert_eq!(normalised(&written), Some(written));
        }
    }

    #[test]
    fn texts_like_addresses_are_read_without_harm(
        text in "((country|actor|only|theme|point|category|from|to|q|event|place|tab|order|source|view|step)=\
            (ML|jnim|gao|story|[0-9]{0,4}-[0-9]{0,3}|%[0-9A-Fa-f]{0,2}|\\PC{0,3}|,)&?){0,6}"
    ) {
        let written = normalised(&text).unwrap_or_default();
        prop_assert_eq!(normalised(&written), Some(written.clone()), "{}", text);
        prop_assert!(written.is_ascii(), "{}", written);
    }
}

#[test]
fn an_event_that_was_closed_stays_closed() {
    let story = story();
    let closed = Selection { event: Opened::Nothing, ..Selection::default() };
    assert_eq!(to_fragment(&story, &closed), "event=");
}
