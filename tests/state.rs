//! The selection on the real story: what narrows, what points, and that all counts agree.
#![cfg(not(target_arch = "wasm32"))]

use sahel_explainer::model::{
    ActorIx, Category, CountryIx, Event, EventIx, PlaceIx, PointIx, StepIx,
};
use sahel_explainer::state::{
    Action, Basis, Filters, Month, Months, Notice, Opened, SelectedKind, Selection, Tab, Tag,
    Visible, is_at,
};
use sahel_explainer::view::visible;
use sahel_explainer::{Locale, Story};
use std::rc::Rc;

fn story() -> Story {
    Story::bundled(Locale::En)
}

fn country(story: &Story, id: &str) -> CountryIx {
    CountryIx::find(story, id).expect(id)
}

fn after(actions: impl IntoIterator<Item = Action>) -> Selection {
    actions.into_iter().fold(Selection::default(), |selection, action| selection.after(action))
}

#[test]
fn a_country_narrows_events_and_actors() {
    let story = story();
    for (id, events) in [("ML", 50), ("NE", 33), ("BF", 35)] {
        let selection = after([Action::Country(country(&story, id))]);
        let left = visible(&story, &selection.filters);
        assert_eq!(left.event_count(), events, "{id}");
        assert_eq!(left.events(&story).count(), events, "{id}");
    }
    let mali = after([Action::Country(country(&story, "ML"))]);
    assert_eq!(visible(&story, &mali.filters).actor_count(), 23);
}

#[test]
fn pressing_a_country_again_clears_it() {
    let story = story();
    let niger = Action::Country(country(&story, "NE"));
    let cleared = after([niger.clone(), niger]);
    assert_eq!(cleared.filters, Filters::default());
    assert_eq!(cleared.notice, Notice::AllCountries);
}

#[test]
fn topics_are_counted_within_the_other_filters_and_add_up() {
    let story = story();
    let mut filters = after([Action::Country(country(&story, "ML"))]).filters;
    let sum = |filters: &Filters| -> usize {
        let left = visible(&story, filters);
        Category::ALL.into_iter().map(|(topic, _)| left.topic_count(topic)).sum()
    };
    assert_eq!(sum(&filters), 50);
    filters.topics = filters.topics.toggled(Category::Attack);
    assert_eq!(sum(&filters), 50, "a topic does not count against the others");
    let left = visible(&story, &filters);
    assert_eq!(left.event_count(), left.topic_count(Category::Attack));
}

/// Whether an event passes a filter, told apart from how the filter is applied.
type Passes<'a> = Box<dyn Fn(EventIx) -> bool + 'a>;

#[test]
fn every_single_filter_shows_exactly_the_events_that_pass_it() {
    let story = story();
    let autumn = Months::between(Month::new(2025, 12), Month::new(2025, 7));
    assert_eq!((autumn.from().month(), autumn.to().month()), (7, 12), "in whichever order");
    let jnim = ActorIx::find(&story, "jnim").expect("an actor");
    let niamey = PlaceIx::find(&story, "niamey").expect("a place");
    let base = PlaceIx::find(&story, "niamey-base-101").expect("a place");
    let point = PointIx::all(&story).next().expect("a point").0;
    let cases: [(Filters, Passes); 4] = [
        (
            Filters { actor: Some(jnim), ..Filters::default() },
            Box::new(|ix| story[ix].actors.contains(&jnim)),
        ),
        (
            Filters { only: Some(niamey), ..Filters::default() },
            Box::new(|ix| story[ix].places.iter().any(|at| [niamey, base].contains(at))),
        ),
        (
            Filters { basis: Some(Basis::Point(point)), ..Filters::default() },
            Box::new(|ix| story[point].events.contains(&ix)),
        ),
        (
            Filters { months: Some(autumn), ..Filters::default() },
            Box::new(|ix| {
                let day = story[ix].date.start().first_day();
                day.year() == 2025 && day.month() >= 7
            }),
        ),
    ];
    for (filters, passes) in cases {
        let left = visible(&story, &filters);
        for (ix, event) in EventIx::all(&story) {
            assert_eq!(left.event(ix), passes(ix), "{filters:?}: {}", event.id);
        }
        assert!(left.event_count() > 0, "{filters:?}");
    }
}

#[test]
fn a_search_finds_words_without_accents_and_in_names() {
    let story = story();
    let found = |query: &str| {
        visible(&story, &Filters { query: Rc::from(query), ..Filters::default() }).event_count()
    };
    assert!(found("traore") > 0);
    assert_eq!(found("traore"), found("Traoré"));
    assert_eq!(found("  "), story.events.len());
    assert_eq!(found("zzzz"), 0);
}

#[test]
fn filters_can_be_taken_off_one_by_one() {
    let story = story();
    let selection = after([
        Action::Country(country(&story, "ML")),
        Action::Topic(Category::Attack),
        Action::Topic(Category::Coup),
        Action::Query(Rc::from("bamako")),
    ]);
    let tags = selection.filters.tags();
    assert_eq!(
        tags,
        [
            Tag::Country(country(&story, "ML")),
            Tag::Topic(Category::Coup),
            Tag::Topic(Category::Attack),
            Tag::Query
        ]
    );
    let mut left = selection;
    for tag in tags {
        let before = left.filters.tags().len();
        left = left.after(Action::Remove(tag));
        assert_eq!(left.filters.tags().len(), before - 1, "{tag:?}");
    }
    assert_eq!(left.filters, Filters::default());
}

#[test]
fn clearing_everything_keeps_the_open_event_and_the_tab() {
    let story = story();
    let event = EventIx::find(&story, "fuel-blockade-2025").expect("an event");
    let cleared = after([
        Action::Event(event),
        Action::Tab(Tab::Themes),
        Action::Country(country(&story, "BF")),
        Action::ClearAll,
    ]);
    assert_eq!(cleared.event, Opened::Event(event));
    assert_eq!(cleared.tab, Tab::Themes);
    assert!(cleared.filters.tags().is_empty());
}

#[test]
fn an_open_event_or_place_hides_nothing() {
    let story = story();
    let place = PlaceIx::find(&story, "gao").expect("a place");
    let pointing = after([Action::Event(story.focus), Action::Place(place)]);
    assert_eq!(visible(&story, &pointing.filters).event_count(), story.events.len());
    assert!(pointing.filters.tags().is_empty());
}

#[test]
fn hosts_hear_what_was_selected_or_that_something_was_cleared() {
    let story = story();
    let none = Selection::default();
    let mali = none.after(Action::Country(country(&story, "ML")));
    let news = mali.news(&none, &story).flatten().expect("a country");
    assert_eq!((news.kind, &*news.id), (SelectedKind::Country, "ML"));
    assert_eq!(none.news(&mali, &story), Some(None), "cleared");
    assert_eq!(mali.after(Action::Tab(Tab::Actors)).news(&mali, &story), None, "nothing new");
}

#[test]
fn a_tour_puts_filters_aside_and_gives_them_back() {
    let story = story();
    let step = |position| StepIx::all(&story).nth(position).expect("a step").0;
    let chosen = after([
        Action::Country(country(&story, "ML")),
        Action::Topic(Category::Attack),
        Action::Tab(Tab::Themes),
    ]);
    let first = chosen.after(Action::Step(step(0)));
    assert_eq!(first.notice, Notice::None, "the focus goes to the first step and says it");
    let fourth = first.after(Action::Step(step(3)));
    assert_eq!((fourth.step, fourth.notice), (Some(step(3)), Notice::Step(step(3))));
    let shown = Visible::at_step(&story, step(3));
    let events: Vec<EventIx> = shown.events(&story).map(|(ix, _)| ix).collect();
    let mut expected = story[step(3)].events.clone();
    expected.sort();
    assert_eq!(events, expected, "no event of the step is filtered out");
    assert_eq!(fourth.outside_tour(), first.outside_tour(), "no other part has to change");
    let left = fourth.after(Action::LeaveTour);
    assert_eq!(left, Selection { notice: Notice::None, ..chosen });
}

#[test]
fn going_to_something_else_ends_a_tour() {
    let story = story();
    let (step, _) = StepIx::all(&story).next().expect("a step");
    let event = story[step].events[0];
    let selection = after([Action::Step(step), Action::Show(event)]);
    assert_eq!((selection.step, selection.event), (None, Opened::Event(event)));
}

#[test]
fn a_selection_is_carried_to_the_story_in_another_language() {
    let (english, arabic) = (story(), Story::bundled(Locale::Ar));
    let (step, _) = StepIx::all(&english).nth(2).expect("a step");
    let place = PlaceIx::find(&english, "gao").expect("gao");
    let event = EventIx::find(&english, "niger-coup-2023").expect("an event");
    let chosen = after([
        Action::Country(country(&english, "NE")),
        Action::Actor(ActorIx::find(&english, "jnim").expect("jnim")),
        Action::Only(place),
        Action::Basis(Basis::Point(PointIx::all(&english).nth(1).expect("a point").0)),
        Action::Query("bamako".into()),
        Action::Show(event),
        Action::Place(place),
        Action::Step(step),
    ]);
    let carried = chosen.carried(&english, &arabic);
    assert_eq!(carried, Selection { notice: Notice::None, ..chosen.clone() });
    assert_eq!(carried.carried(&arabic, &english), carried);
}

#[test]
fn what_the_other_story_does_not_have_is_dropped_when_a_selection_is_carried() {
    let story = story();
    let mut other = (*story).clone();
    other.countries.remove(0);
    other.tour.remove(0);
    let (first, second) = (StepIx::all(&story).next(), StepIx::all(&story).nth(1));
    let mali =
        after([Action::Country(country(&story, "ML")), Action::Step(first.expect("a step").0)]);
    let carried = mali.carried(&story, &other);
    assert_eq!((carried.filters.country, carried.step), (None, None));
    let niger =
        after([Action::Country(country(&story, "NE")), Action::Step(second.expect("a step").0)]);
    let carried = niger.carried(&story, &other);
    assert_eq!(carried.filters.country, CountryIx::find(&other, "NE"));
    assert_eq!(carried.step, first.map(|(ix, _)| ix), "it is the first step there");
}

#[test]
fn counts_by_place_country_actor_and_year_are_those_of_the_events() {
    let story = story();
    let mali = country(&story, "ML");
    for filters in [Filters::default(), Filters { country: Some(mali), ..Filters::default() }] {
        let visible = visible(&story, &filters);
        for (place, _) in PlaceIx::all(&story) {
            let at = visible.events(&story).filter(|(_, event)| is_at(&story, event, place));
            assert_eq!(visible.events_at(place), at.count(), "{}", story[place].id);
        }
    }
    let tally = story.tally();
    for (actor, _) in ActorIx::all(&story) {
        let of_actor = |event: &&Event| event.actors.contains(&actor);
        assert_eq!(tally.involving(actor), story.events.iter().filter(of_actor).count());
        let in_mali = |event: &&Event| of_actor(event) && event.countries.contains(&mali);
        assert_eq!(tally.in_country(mali, actor), story.events.iter().filter(in_mali).count());
    }
    for year in 2011..=2027 {
        let of_year =
            |event: &&Event| event.countries.contains(&mali) && event.date.start().year() == year;
        assert_eq!(
            tally.in_year(mali, year),
            story.events.iter().filter(of_year).count(),
            "{year}"
        );
    }
}
