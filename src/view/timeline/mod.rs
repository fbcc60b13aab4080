//! The list of events by year.

mod folds;
mod row;
mod year;

use super::focus::{HEADING, find, use_jump};
use super::part::PartProps;
use crate::markup::html;
use crate::model::{Count, Dataset, EventIx, Word};
use crate::state::{Action, Notice, Order};
use crate::view::later::later_one;
use crate::view::once::{use_effect_with, use_memo};
use crate::view::strip::Axis;
use folds::Folds;
pub(super) use row::{sites, where_it_was};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use year::{Section, Year, YearProps};
use yew::prelude::*;

/// With more events than this, a story is long: years draw the rows that are seen, a portion at a time.
const MOST_DRAWN: usize = 400;
/// How many rows a year of a long story draws, and how many more each time that the reader asks.
const PORTION: usize = 60;

/// All events, by year; those that are not shown are hidden. Each has its summary and sources.
#[component]
pub fn Timeline(props: &PartProps) -> Html {
    let folds = use_reducer_eq(Folds::default);
    let (root, jump) = use_jump();
    let years = use_memo(props.story.clone(), |story| {
        by_year(EventIx::all(story).map(|(ix, event)| (event.date.start().year(), ix)))
    });
    use_effect_with(props.selection.clone(), {
        let (story, root) = (props.story.clone(), root.clone());
        move |selection| {
            if let (Notice::Shown(ix), Some(root)) = (selection.notice, root.cast::<Element>()) {
                go_to(&root, &story[ix].id);
            }
        }
    });
    let square = use_memo(props.story.clone(), |story| Axis::of(story).square());
    let is_newest_first = props.selection.order == Order::Newest;
    let mut sections: Vec<Section> = years
        .iter()
        .map(|(year, events)| {
            let mut events = events.clone();
            if is_newest_first {
                events.reverse();
            }
            let asked = folds.asked(*year);
            Section { year: *year, events, is_open: false, asked, square: *square }
        })
        .collect();
    if is_newest_first {
        sections.reverse();
    }
    open(props, &folds, &mut sections);
    html! {
        <div ref={root} class="timeline">
            <div class="timeline-head">
                <p class="meta">{ counted(props) }</p>
                { order(props) }
            </div>
            <div class="year-list">
                for section in sections {
                    { later_one::<Year>("div", i32::from(section.year), props.parts, YearProps {
                        part: props.clone(),
                        section,
                        fold: folds.dispatcher(),
                        jump: jump.clone(),
                    }) }
                }
            </div>
        </div>
    }
}

/// Opens the year of the story; with filters on, every year with something to show, in long stories the first
/// of them; and as the reader has opened and closed them since.
fn open(props: &PartProps, folds: &Folds, sections: &mut [Section]) {
    let story = &props.story;
    let is_narrowed = !props.selection.filters.tags().is_empty();
    let (focus, mut listed) = (story[story.focus].date.start().year(), 0);
    for section in sections {
        let is_far = is_long(story) && listed >= PORTION;
        let opens = if is_narrowed { !is_far } else { section.year == focus };
        let chosen = section.chosen(props);
        section.is_open = folds.is_open(section.year, is_narrowed, chosen, opens);
        listed += section.shown(props).count();
    }
}

/// Whether a story has so many events that only those are drawn that can be seen.
fn is_long(story: &Dataset) -> bool {
    story.events.len() > MOST_DRAWN
}

fn by_year(events: impl Iterator<Item = (i16, EventIx)>) -> Vec<(i16, Vec<EventIx>)> {
    let mut years: Vec<(i16, Vec<EventIx>)> = Vec::new();
    for (year, ix) in events {
        match years.last_mut() {
            Some((last, events)) if *last == year => events.push(ix),
            _ => years.push((year, vec![ix])),
        }
    }
    years
}

/// Moves to an event that was opened from elsewhere: to its card, or to its row where there is none.
fn go_to(within: &Element, id: &str) {
    let row = find(within, &["li[data-event=\"", id, "\"] > .row"].concat());
    let card = find(within, &[".card ", HEADING].concat());
    // A browser that refuses the focus still has the event open and in view.
    match (card, row) {
        (Some(card), row) => {
            if let Some(row) = row {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
            let _ = card.focus();
        }
        (None, Some(row)) => {
            let _ = row.focus();
            row.scroll_into_view();
        }
        (None, None) => {}
    }
}

/// "21 events, 7 key".
fn counted(props: &PartProps) -> String {
    let shown = props.visible.events(&props.story);
    let (all, key) =
        shown.fold((0, 0), |(all, key), (_, event)| (all + 1, key + usize::from(event.is_key)));
    with_key(props, all, key)
}

/// A number of events and how many of them are key events.
pub(crate) fn with_key(props: &PartProps, all: usize, key: usize) -> String {
    let mut text = props.count(Count::Events, all);
    if key > 0 {
        text.push_str(&props.count(Count::OfWhichKey, key));
    }
    text
}

fn order(props: &PartProps) -> Html {
    let button = |order: Order, word: Word| {
        html! {
            <button
                type="button"
                aria-pressed={if props.pressed().order == order { "true" } else { "false" }}
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
