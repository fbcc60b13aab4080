//! The strip: one square an event, stacked by time.

use super::part::PartProps;
use super::result::shown;
use crate::locale::date;
use crate::model::{Count, Event, EventIx, Word};
use crate::state::{Action, Month, Months};
use yew::prelude::*;

/// The first year that is drawn by itself; what came before shares one column after a break.
pub(crate) const FIRST_YEAR: i16 = 2020;

/// Squares stacked by quarter, on narrow widgets by half-year, on an axis of years. Pressing a column
/// narrows to it; the selects of the result line do the same by keyboard.
#[component]
pub fn Strip(props: &PartProps) -> Html {
    let last = props.story.checked_to.year().max(last_year(props));
    html! {
        <div class="strip">
            <div class="bins" role="img" aria-label={description(props)}>
                { before(props) }
                for (year, halves) in (FIRST_YEAR..=last).map(|year| (year, halves(props, year))) {
                    <div key={year} class={classes!("bin-year", (halves < 2).then_some("cut"))}>
                        <div class="halves">{ for (0..halves).map(|half| half_year(props, year, half)) }</div>
                        <p class="axis">
                            <span class="full">{ year }</span>
                            <span class="brief">{ format!("’{:02}", year % 100) }</span>
                        </p>
                    </div>
                }
            </div>
            <p class="strip-note by-quarter">{ props.word(Word::StripByQuarter) }</p>
            <p class="strip-note by-half">{ props.word(Word::StripByHalf) }</p>
        </div>
    }
}

fn last_year(props: &PartProps) -> i16 {
    props.story.events.iter().map(|event| event.date.start().year()).max().unwrap_or(FIRST_YEAR)
}

/// How many half-years of a year are drawn: the axis ends where the story's coverage does.
fn halves(props: &PartProps, year: i16) -> u8 {
    let checked_to = props.story.checked_to;
    let latest = EventIx::all(&props.story).map(|(_, event)| Month::of(event)).max();
    let second_half = Month::new(year, 7);
    let is_covered = checked_to.year() > year || checked_to.month().is_none_or(|month| month > 6);
    if is_covered || latest.is_some_and(|latest| latest >= second_half) { 2 } else { 1 }
}

/// What the drawing says, in words.
fn description(props: &PartProps) -> String {
    let busiest = (FIRST_YEAR..=last_year(props))
        .max_by_key(|&year| shown(props, |ix| props.story[ix].date.start().year() == year))
        .unwrap_or(FIRST_YEAR);
    let most = shown(props, |ix| props.story[ix].date.start().year() == busiest);
    props.phrase(
        Word::StripDescription,
        &[
            ("events", &props.count(Count::Events, props.visible.event_count())),
            ("year", &busiest.to_string()),
            ("most", &props.count(Count::Events, most)),
        ],
    )
}

fn before(props: &PartProps) -> Html {
    let early: Vec<EventIx> = EventIx::all(&props.story)
        .filter(|(_, event)| event.date.start().year() < FIRST_YEAR)
        .map(|(ix, _)| ix)
        .collect();
    let Some(&first) = early.first() else {
        return Html::default();
    };
    let from = props.story[first].date.start().year();
    let months = Months::between(Month::new(from, 1), Month::new(FIRST_YEAR - 1, 12));
    html! {
        <div class="bin-year early">
            <div class="halves">
                <div class="half" onclick={props.on(toggled(props, months))}>
                    <div class="quarter">{ squares(props, &early) }</div>
                </div>
            </div>
            <p class="axis">
                <span class="full">{ format!("{from}–{:02}", (FIRST_YEAR - 1) % 100) }</span>
                <span class="brief">{ format!("’{:02}–{:02}", from % 100, (FIRST_YEAR - 1) % 100) }</span>
            </p>
        </div>
    }
}

/// Narrows to these months, or removes the dates if they are the ones that are set.
fn toggled(props: &PartProps, months: Months) -> Action {
    Action::Months((props.selection.filters.months != Some(months)).then_some(months))
}

fn half_year(props: &PartProps, year: i16, half: u8) -> Html {
    let quarter = |quarter: u8| {
        let first = half * 6 + quarter * 3 + 1;
        Months::between(Month::new(year, first), Month::new(year, first + 2))
    };
    let whole = Months::between(quarter(0).from(), quarter(1).to());
    let onclick = {
        let by_quarter = [0, 1].map(|at| toggled(props, quarter(at)));
        let by_half = toggled(props, whole);
        let onaction = props.onaction.clone();
        Callback::from(move |event: MouseEvent| {
            // Where columns are half-years the quarters have no box of their own.
            let pressed = event
                .target_dyn_into::<web_sys::Element>()
                .and_then(|target| target.closest("[data-quarter]").ok().flatten())
                .filter(|element| element.client_width() > 0)
                .and_then(|element| element.get_attribute("data-quarter"));
            let action = match pressed.as_deref() {
                Some("0") => by_quarter[0].clone(),
                Some("1") => by_quarter[1].clone(),
                _ => by_half.clone(),
            };
            onaction.emit(action);
        })
    };
    let on = props
        .selection
        .filters
        .months
        .is_some_and(|months| months.contains(whole.from()) && months.contains(whole.to()));
    html! {
        <div class="half" data-on={on.then_some("")} {onclick}>
            { for [0, 1].map(|at| {
                let months = quarter(at);
                let inside: Vec<EventIx> = EventIx::all(&props.story)
                    .filter(|(_, event)| months.contains(Month::of(event)))
                    .map(|(ix, _)| ix)
                    .collect();
                let on = props.selection.filters.months.is_some_and(|on| on.contains(months.from()));
                html! {
                    <div class="quarter" data-quarter={at.to_string()} data-on={on.then_some("")}>
                        { flag(props, months) }
                        { squares(props, &inside) }
                    </div>
                }
            }) }
        </div>
    }
}

/// The dotted line of the event that the story is about, at its place in the quarter.
fn flag(props: &PartProps, months: Months) -> Html {
    let focus = &props.story[props.story.focus];
    if !months.contains(Month::of(focus)) {
        return Html::default();
    }
    let day = focus.date.start().first_day();
    let in_quarter = u32::from((day.month() - 1) % 3) * 30 + u32::from(day.day()) - 1;
    let tenth = (in_quarter / 9).min(9);
    html! {
        <span class={format!("flag at-{tenth} half-{}", (day.month() - 1) / 3 % 2)}>
            <span>{ props.phrase(Word::SummitFlag, &[("date", &date::short(props.locale(), focus.date))]) }</span>
        </span>
    }
}

/// One square an event, in the order of the families, key events first.
fn squares(props: &PartProps, events: &[EventIx]) -> Html {
    let mut events = events.to_vec();
    events.sort_by_key(|&ix| (props.story[ix].category.family(), !props.story[ix].is_key, ix));
    let chosen = props.selection.event.chosen();
    let beside = props.selection.event.beside(&props.story);
    html! {
        <>
            for ix in events {
                <i
                    key={ix.position()}
                    class={square_class(&props.story[ix], props.visible.event(ix))}
                    data-open={if chosen == Some(ix) { Some("chosen") } else { (beside == Some(ix)).then_some("beside") }}
                />
            }
        </>
    }
}

/// The classes of an event's square: family, key or not, in the result or out of it.
pub(crate) fn square_class(event: &Event, is_shown: bool) -> Classes {
    classes!(
        "square",
        event.category.family().id(),
        event.is_key.then_some("key"),
        (!is_shown).then_some("out")
    )
}
