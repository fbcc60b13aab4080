//! The events of one year.

use super::folds::{ByHand, Fold, Folds};
use super::row::{EventRow, Place, RowProps, RowState};
use super::{PORTION, is_long, with_key};
use crate::locale::date;
use crate::markup::html;
use crate::model::{Count, EventIx, Word};
use crate::state::Month;
use crate::view::icon::icon;
use crate::view::once::keyed;
use crate::view::part::{PartProps, heading};
use crate::view::strip::{in_squares, square_class};
use yew::prelude::*;

/// How many events an open year shows before the reader asks for the rest.
const FIRST: usize = 6;
/// With more rows than this, months get headings.
const MANY: usize = 12;
/// With more events than this, what is out of sight is not laid out.
const LONG: usize = 60;

/// A year with its events, in the order of the list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    pub year: i16,
    pub events: Vec<EventIx>,
    /// Whether its events are unfolded.
    pub is_open: bool,
    /// How often the reader asked for more of them.
    pub asked: usize,
    /// How many events a square stands for at most.
    pub square: usize,
}

impl Section {
    /// The event of this year that the reader has opened.
    pub(super) fn chosen(&self, props: &PartProps) -> Option<EventIx> {
        props.selection.event.chosen().filter(|chosen| self.events.contains(chosen))
    }

    /// Whether there is nothing to show: no event in the result, and none that stays open outside of it.
    fn is_empty(&self, props: &PartProps) -> bool {
        self.chosen(props).is_none() && self.shown(props).next().is_none()
    }

    /// The events in the result.
    pub(super) fn shown(&self, props: &PartProps) -> impl Iterator<Item = EventIx> {
        self.events.iter().copied().filter(|&ix| props.visible.event(ix))
    }
}

/// Props of [`Year`].
#[derive(Clone, Debug, Properties)]
pub(super) struct YearProps {
    pub part: PartProps,
    pub section: Section,
    /// Folds the year, or gets more of it.
    pub fold: UseReducerDispatcher<Folds>,
    /// Moves to what a selector finds.
    pub jump: Callback<String>,
}

impl YearProps {
    /// What it shows of the selection: whether that narrows, and its events that are open, pressed last and
    /// read beside the list.
    fn seen(&self) -> (bool, [Option<EventIx>; 3]) {
        let selection = &self.part.selection;
        let beside = selection.event.beside(&self.part.story);
        let events = [selection.event.chosen(), self.part.pressed().event.chosen(), beside];
        let here = |ix: &EventIx| self.section.events.contains(ix);
        (!selection.filters.tags().is_empty(), events.map(|event| event.filter(here)))
    }
}

/// A year is drawn anew only for what is seen in it.
impl PartialEq for YearProps {
    fn eq(&self, other: &Self) -> bool {
        let is_open = self.section.chosen(&self.part).is_some();
        self.section == other.section
            && self.seen() == other.seen()
            && self.part.visible == other.part.visible
            && self.part.is_same_but_selection(&other.part)
            && (!is_open || self.part == other.part)
    }
}

/// The events of a year under its heading, which folds them.
#[component]
pub(super) fn Year(props: &YearProps) -> Html {
    let (is_narrowed, [chosen, pressed, beside]) = props.seen();
    let YearProps { part: props, section, fold, jump } = props;
    let &Section { year, is_open, asked, .. } = section;
    let story = &props.story;
    let part = props.clone().without_ahead();
    let shown: Vec<EventIx> = section.shown(props).collect();
    let is_long = is_long(story);
    // Key events first, as many as fit; the rest waits until it is asked for.
    let mut listed: Vec<EventIx> =
        shown.iter().copied().filter(|&ix| story[ix].is_key).take(FIRST).collect();
    let is_whole = is_narrowed || asked > 0 || listed.is_empty();
    if is_whole {
        let most = if is_long { PORTION * asked.max(1) } else { shown.len() };
        listed = shown.iter().copied().take(most).collect();
    }
    let folded: Vec<EventIx> = if listed.len() == shown.len() {
        Vec::new()
    } else {
        let waits = |ix: &EventIx| chosen != Some(*ix) && !listed.contains(ix);
        shown.iter().copied().filter(waits).collect()
    };
    let rows: Vec<EventIx> = match (is_long, is_open) {
        (false, _) => section.events.clone(),
        (true, true) => {
            let is_drawn = |ix: &EventIx| chosen == Some(*ix) || listed.contains(ix);
            section.events.iter().copied().filter(is_drawn).collect()
        }
        (true, false) => Vec::new(),
    };
    let next = if is_long { folded.len().min(PORTION) } else { folded.len() };
    let months = if is_whole && shown.len() > MANY { months(props, &shown) } else { Vec::new() };
    let list = props.id(&["year-", &year.to_string()].concat());
    let onswitch = {
        let (fold, is_open) = (fold.clone(), !is_open);
        let by_hand = ByHand { year, is_open, is_narrowed, event: chosen };
        Callback::from(move |_: MouseEvent| fold.dispatch(Fold::Set(by_hand)))
    };
    let onmore = {
        let (fold, jump) = (fold.clone(), jump.clone());
        let next = folded.first().map(|&ix| row_of(&story[ix].id));
        Callback::from(move |_: MouseEvent| {
            if let Some(next) = &next {
                jump.emit(next.clone());
            }
            fold.dispatch(Fold::More(year));
        })
    };
    let in_row = if is_open { &[][..] } else { &shown };
    let squares = in_squares(props, section.square, in_row.iter().copied());
    let keys = shown.iter().filter(|&&ix| story[ix].is_key).count();
    let is_after = section.events.iter().all(|&ix| story[ix].is_after);
    let mut meta = with_key(props, shown.len(), keys);
    if is_after {
        meta.push_str(" · ");
        meta.push_str(&story.labels.after);
    }
    html! {
        <div hidden={section.is_empty(props)}>
            <section
                class="year"
                data-open={is_open.then_some("")}
                data-long={(section.events.len() > LONG).then_some("")}
            >
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
                            for events in squares {
                                <i key={events[0].position()} class={square_class(&story[events[0]], true)}/>
                            }
                        </span>
                        { icon("down") }
                    </button>
                }) }
                <div class="year-body" id={list}>
                    <p class="after-note" hidden={!is_after}>
                        { props.phrase(Word::SinceSummit, &[("date", &date::partial_long(props.locale(), story.checked_to))]) }
                    </p>
                    <ol class="events">
                        for ix in rows {
                            { keyed::<EventRow>(&*story[ix].id, RowProps {
                                part: part.clone(),
                                ix,
                                state: RowState {
                                    is_pressed: pressed == Some(ix),
                                    is_shown: props.visible.event(ix),
                                    is_folded: folded.contains(&ix),
                                    place: if chosen == Some(ix) {
                                        Place::UnderRow
                                    } else if beside == Some(ix) {
                                        Place::Beside
                                    } else {
                                        Place::Nowhere
                                    },
                                    month: months.iter().find(|(first, _)| *first == ix).map(|&(_, count)| count),
                                },
                            }) }
                        }
                    </ol>
                    <button type="button" class="more" hidden={folded.is_empty()} onclick={onmore}>
                        { icon("down") }
                        { props.phrase(Word::ShowOthers, &[
                            ("events", &props.count(Count::OtherEvents, next)),
                            ("year", &year.to_string()),
                        ]) }
                    </button>
                </div>
            </section>
        </div>
    }
}

/// Selects the row of an event.
fn row_of(id: &str) -> String {
    ["li[data-event=\"", id, "\"] > .row"].concat()
}

/// The first event of each month with the number of events in it.
fn months(props: &PartProps, shown: &[EventIx]) -> Vec<(EventIx, usize)> {
    let mut months: Vec<(EventIx, usize)> = Vec::new();
    let month = |ix: EventIx| Month::of(&props.story[ix]);
    for &ix in shown {
        match months.last_mut() {
            Some((first, count)) if month(*first) == month(ix) => *count += 1,
            _ => months.push((ix, 1)),
        }
    }
    months
}
