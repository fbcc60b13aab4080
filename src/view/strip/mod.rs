//! The strip: one square an event, stacked by time, with a range that can be brushed.

mod axis;
mod brush;
mod columns;

use super::part::PartProps;
use super::result::shown;
use crate::locale::date;
use crate::markup::html;
use crate::model::{Count, EventDate, PartialDate, Word};
use crate::state::{Month, Months};
use crate::view::once::keyed;
pub(crate) use axis::{Axis, FIRST_YEAR};
use axis::{Step, within};
use columns::{Year, YearProps};
pub(crate) use columns::{in_squares, square_class};
use yew::prelude::*;

/// Squares stacked by quarter, on narrow widgets by half-year, on an axis of years. Pressing a column
/// narrows to it, dragging brushes a range; two sliders and the selects of the result line do the same.
#[component]
pub fn Strip(props: &PartProps) -> Html {
    let axis = Axis::of(&props.story);
    let brush = brush::use_brush(props, axis);
    html! {
        <div class="strip" part="strip">
            <div
                class={classes!("bins", axis.early().is_some().then_some("with-early"))}
                onpointerdown={brush.onpointerdown.clone()}
                onpointermove={brush.onpointermove.clone()}
                onpointerup={brush.onrelease.clone()}
                onpointercancel={brush.onrelease.clone()}
                onclick={brush.onclick.clone()}
            >
                { brush.ground(props) }
                <div class="columns" role="img" aria-label={description(props)}>
                    { columns::early(props, axis) }
                    for year in axis.late().from().year()..=axis.late().to().year() {
                        { keyed::<Year>(&*year.to_string(), YearProps { part: props.clone(), axis, year }) }
                    }
                </div>
                { brush.handles(props) }
            </div>
            { notes(props, axis) }
            { table(props, axis) }
        </div>
    }
}

/// What a square stands for.
fn notes(props: &PartProps, axis: Axis) -> Html {
    let [by_quarter, by_half] = match props.selection.step {
        Some(step) => {
            let note = props.count(Count::StepSquares, props.story[step].events.len());
            [note.clone(), note]
        }
        None if axis.square() > 1 => {
            let note = props.count(Count::SquareHolds, axis.square());
            [note.clone(), note]
        }
        None => [Word::StripByQuarter, Word::StripByHalf].map(|word| props.word(word).to_string()),
    };
    html! {
        <div class="strip-notes">
            <p class="strip-note by-quarter">{ by_quarter }</p>
            <p class="strip-note by-half">{ by_half }</p>
        </div>
    }
}

/// What the drawing says, in words.
fn description(props: &PartProps) -> String {
    let of_year = |year: i16| shown(props, |ix| props.story[ix].date.start().year() == year);
    let last = props.story.events.last().map_or(FIRST_YEAR, |event| event.date.start().year());
    let busiest = (FIRST_YEAR..=last).max_by_key(|&year| of_year(year)).unwrap_or(FIRST_YEAR);
    props.phrase(
        Word::StripDescription,
        &[
            ("events", &props.count(Count::Events, props.visible.event_count())),
            ("year", &busiest.to_string()),
            ("most", &props.count(Count::Events, of_year(busiest))),
        ],
    )
}

/// How many of the shown events are listed in some months, and how many of these are key events.
fn counted(props: &PartProps, months: Months) -> (usize, usize) {
    within(&props.story, months)
        .filter(|&ix| props.visible.event(ix))
        .fold((0, 0), |(all, key), ix| (all + 1, key + usize::from(props.story[ix].is_key)))
}

/// Months as a range of dates, whole years as years.
fn range(months: Months) -> EventDate {
    let at = |month: Month| PartialDate::Month(month.year(), month.month());
    match months.whole_years() {
        Some((from, to)) => EventDate::Range(PartialDate::Year(from), PartialDate::Year(to)),
        None => EventDate::Range(at(months.from()), at(months.to())),
    }
}

/// What the strip shows, for those who do not see it: the counts of every quarter.
fn table(props: &PartProps, axis: Axis) -> Html {
    html! {
        <div class="hidden"><table>
            <caption>{ props.word(Word::StripByQuarter) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ props.word(Word::Quarter) }</th>
                    <th scope="col">{ props.word(Word::Events) }</th>
                    <th scope="col">{ props.word(Word::KeyEvents) }</th>
                </tr>
            </thead>
            <tbody>
                for at in 0..axis.len(Step::Quarter) {
                    { row(props, at, axis.column(Step::Quarter, at)) }
                }
            </tbody>
        </table></div>
    }
}

fn row(props: &PartProps, at: usize, months: Months) -> Html {
    let (events, key) = counted(props, months);
    html! {
        <tr key={at}>
            <th scope="row">{ date::short(props.locale(), range(months)) }</th>
            <td>{ events }</td>
            <td>{ key }</td>
        </tr>
    }
}
