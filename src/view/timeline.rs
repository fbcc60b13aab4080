//! The list of events by year.

use super::card::event_links;
use super::cite::{cite, confidence, mark};
use super::icon::{icon, topic_icon};
use super::member::members;
use super::part::{PartProps, heading};
use super::profile::time;
use super::prose::prose;
use super::strip::square_class;
use crate::locale::date;
use crate::model::{Count, Event, EventIx, Word};
use crate::state::{Action, Order};
use std::rc::Rc;
use yew::prelude::*;

/// How many events an open year shows before the reader asks for the rest.
const FIRST: usize = 6;

/// Which years the reader has opened or closed by hand, and which are shown whole.
#[derive(Clone, Debug, Default, PartialEq)]
struct Folds {
    switched: Vec<i16>,
    whole: Vec<i16>,
}

enum Fold {
    Switch(i16),
    Whole(i16),
}

impl Reducible for Folds {
    type Action = Fold;

    fn reduce(self: Rc<Self>, action: Fold) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Fold::Switch(year) => match next.switched.iter().position(|&switched| switched == year)
            {
                Some(at) => {
                    next.switched.remove(at);
                }
                None => next.switched.push(year),
            },
            Fold::Whole(year) => next.whole.push(year),
        }
        Rc::new(next)
    }
}

/// All events that are shown, by year, each with its summary and sources.
#[component]
pub fn Timeline(props: &PartProps) -> Html {
    let folds = use_reducer_eq(Folds::default);
    let mut years: Vec<(i16, Vec<EventIx>)> = Vec::new();
    for (ix, event) in props.visible.events(&props.story) {
        let year = event.date.start().year();
        match years.last_mut() {
            Some((last, events)) if *last == year => events.push(ix),
            _ => years.push((year, vec![ix])),
        }
    }
    if props.selection.order == Order::Newest {
        years.reverse();
        for (_, events) in &mut years {
            events.reverse();
        }
    }
    let fold = folds.dispatcher();
    html! {
        <div class="timeline">
            { order(props) }
            for (year, events) in &years {
                <div key={*year}>{ year_section(props, *year, events, &folds, &fold) }</div>
            }
        </div>
    }
}

fn order(props: &PartProps) -> Html {
    let button = |order: Order, word: Word| {
        html! {
            <button
                type="button"
                aria-pressed={if props.selection.order == order { "true" } else { "false" }}
                onclick={props.on(Action::Order(order))}
            >
                { props.word(word) }
            </button>
        }
    };
    html! {
        <div class="segments order" role="group" aria-label={props.word(Word::OrderOfEvents)}>
            { button(Order::Newest, Word::NewestFirst) }
            { button(Order::Oldest, Word::OldestFirst) }
        </div>
    }
}

fn year_section(
    props: &PartProps,
    year: i16,
    events: &[EventIx],
    folds: &Folds,
    fold: &UseReducerDispatcher<Folds>,
) -> Html {
    let story = &props.story;
    let is_narrowed = !props.selection.filters.tags().is_empty();
    let focus_year = story[story.focus].date.start().year();
    let holds_open = props.selection.event.chosen().is_some_and(|open| events.contains(&open));
    let is_open =
        (is_narrowed || year == focus_year || holds_open) != folds.switched.contains(&year);
    let is_whole = is_narrowed || folds.whole.contains(&year) || holds_open;
    // Key events first, as many as fit; the rest waits until it is asked for.
    let first: Vec<EventIx> =
        events.iter().copied().filter(|&ix| story[ix].is_key).take(FIRST).collect();
    let is_cut = !is_whole && !first.is_empty() && first.len() < events.len();
    let keys = events.iter().filter(|&&ix| story[ix].is_key).count();
    let all_after = events.iter().all(|&ix| story[ix].is_after);
    let list = props.id(&format!("year-{year}"));
    let onswitch = {
        let fold = fold.clone();
        Callback::from(move |_: MouseEvent| fold.dispatch(Fold::Switch(year)))
    };
    let onmore = {
        let fold = fold.clone();
        Callback::from(move |_: MouseEvent| fold.dispatch(Fold::Whole(year)))
    };
    let mut meta = props.count(Count::Events, events.len());
    if keys > 0 {
        meta.push_str(&props.phrase(Word::OfWhichKey, &[("n", &keys.to_string())]));
    }
    if all_after {
        meta.push_str(" · ");
        meta.push_str(&story.labels.after);
    }
    html! {
        <section class="year" data-open={is_open.then_some("")} data-cut={is_cut.then_some("")}>
            { heading(props.level + 1, "year-head", None, html! {
                <button
                    type="button"
                    aria-expanded={if is_open { "true" } else { "false" }}
                    aria-controls={list.clone()}
                    onclick={onswitch}
                >
                    <span class="title-2">{ year }</span>
                    <span class="meta">{ meta }</span>
                    <span class="year-squares" aria-hidden="true">
                        for ix in events.iter().copied() {
                            <i key={ix.position()} class={square_class(&story[ix], true)}/>
                        }
                    </span>
                    { icon("down") }
                </button>
            }) }
            <div class="year-body" id={list}>
                <p class="after-note" hidden={!all_after}>
                    { props.phrase(Word::SinceSummit, &[("date", &date::partial_long(props.locale(), story.checked_to))]) }
                </p>
                <ol class="events">
                    for ix in events.iter().copied() {
                        { row(props, ix, is_cut && !first.contains(&ix)) }
                    }
                </ol>
                <button type="button" class="more" hidden={!is_cut} onclick={onmore}>
                    { icon("down") }
                    { props.phrase(Word::ShowOthers, &[
                        ("events", &props.count(Count::OtherEvents, events.len() - first.len().min(events.len()))),
                        ("year", &year.to_string()),
                    ]) }
                </button>
            </div>
        </section>
    }
}

fn row(props: &PartProps, ix: EventIx, is_folded: bool) -> Html {
    let story = &props.story;
    let event = &story[ix];
    let is_chosen = props.selection.event.chosen() == Some(ix);
    let is_beside = props.selection.event.beside(story) == Some(ix);
    html! {
        <li
            key={&*event.id}
            id={props.id(&format!("event={}", event.id))}
            class={classes!("event", event.is_key.then_some("key"), is_folded.then_some("folded"))}
            data-event={event.id.clone()}
            data-of={members(story, |ix| event.countries.contains(&ix))}
            data-open={if is_chosen { Some("chosen") } else { is_beside.then_some("beside") }}
        >
            <button
                type="button"
                class="row"
                aria-expanded={if is_chosen { "true" } else { "false" }}
                onclick={props.on(Action::Event(ix))}
            >
                { time(props, event.date, date::day_month(props.locale(), event.date)) }
                <span class={classes!("topic", event.category.family().id())}>{ topic_icon(event.category) }</span>
                <span class="row-text">
                    <span class="row-title">{ event.title.clone() }</span>
                    <span class="meta">{ where_it_was(props, event) }</span>
                </span>
                { mark(story, &event.confidence) }
                { icon("down") }
            </button>
            <div class="row-body">
                <p class="body">
                    { prose(props, &event.summary, &story.terms.events[ix.position()]) }{ " " }
                    { cite(props, &event.sources, &event.title) }
                </p>
                { confidence(story, &event.confidence) }
                if is_chosen {
                    { event_links(props, event) }
                }
            </div>
        </li>
    }
}

/// Places and countries of an event, on one line.
pub(crate) fn where_it_was(props: &PartProps, event: &Event) -> String {
    let story = &props.story;
    let places: Vec<&str> = event.places.iter().map(|&ix| &*story[ix].name).collect();
    let countries: Vec<&str> = if story.is_all_members(&event.countries) {
        vec![story.words.text(Word::AllThreeCountries)]
    } else {
        event
            .countries
            .iter()
            .filter(|&&ix| story[ix].profile.is_some())
            .map(|&ix| &*story[ix].name)
            .collect()
    };
    let mut line = places.join(", ");
    if !line.is_empty() && !countries.is_empty() {
        line.push_str(" · ");
    }
    line.push_str(&countries.join(", "));
    line
}
