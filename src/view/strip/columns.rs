//! The columns of the strip: squares, what is said of them, and the marks of years.

use super::axis::{Axis, FIRST_YEAR, within};
use super::{counted, range};
use crate::locale::date;
use crate::markup::html;
use crate::model::{Event, EventIx, Locale, Word};
use crate::scale::percent;
use crate::state::{Month, Months};
use crate::view::part::PartProps;
use crate::view::timeline::with_key;
use yew::prelude::*;

/// Days of a month, for the place of the flag.
const DAYS: f64 = 30.5;

/// The column of all years before the first that is drawn by itself, with the break of the axis.
pub(super) fn early(props: &PartProps, axis: Axis) -> Html {
    let Some(months) = axis.early() else {
        return Html::default();
    };
    let (from, to) = (months.from().year(), FIRST_YEAR - 1);
    let name = |from: &str| match props.locale() {
        Locale::Ar => props.phrase(Word::BeforeYear, &[("year", &FIRST_YEAR.to_string())]),
        Locale::En | Locale::Fr => [from, "–", &two_digits(to)].concat(),
    };
    let on = props.selection.filters.months.is_some_and(|chosen| chosen.from() < months.to());
    html! {
        <div class="bin-year early">
            <div class="halves">
                <div class="half" data-on={on.then_some("")}>
                    { tip(props, months) }
                    <div class="quarters"><div class="quarter"><div class="stack">
                        { squares(props, axis, within(&props.story, months)) }
                    </div></div></div>
                </div>
            </div>
            { axis_name(name(&from.to_string()), name(&short(props.locale(), from))) }
        </div>
    }
}

fn two_digits(year: i16) -> String {
    let year = year.unsigned_abs() % 100;
    [(year / 10).to_string(), (year % 10).to_string()].concat()
}

/// A year where there is little room. Numbers that are cut short are not read in Arabic, and whole ones have room
/// at every second column.
fn short(locale: Locale, year: i16) -> String {
    match locale {
        Locale::Ar if year % 2 == 0 => String::from("\u{a0}"),
        Locale::Ar => year.to_string(),
        Locale::En | Locale::Fr => ["’", &*two_digits(year)].concat(),
    }
}

fn axis_name(full: String, brief: String) -> Html {
    html! {
        <p class="axis"><span class="full">{ full }</span><span class="brief">{ brief }</span></p>
    }
}

/// Props of [`Year`].
#[derive(Clone, Debug, Properties)]
pub(super) struct YearProps {
    pub part: PartProps,
    pub axis: Axis,
    pub year: i16,
}

impl YearProps {
    /// The event of this year that is open, chosen by the reader or not.
    fn open(&self) -> (Option<EventIx>, Option<EventIx>) {
        let event = self.part.selection.event;
        let of_year = |ix: &EventIx| self.part.story[*ix].date.start().year() == self.year;
        (event.chosen().filter(of_year), event.beside(&self.part.story).filter(of_year))
    }
}

/// What is not seen in a year's columns does not draw them again.
impl PartialEq for YearProps {
    fn eq(&self, other: &Self) -> bool {
        self.part.story == other.part.story
            && self.part.visible == other.part.visible
            && (self.axis, self.year) == (other.axis, other.year)
            && self.open() == other.open()
    }
}

/// The columns of one year: half-years of quarters. Style shows one or the other.
#[component]
pub(super) fn Year(props: &YearProps) -> Html {
    let (part, year) = (&props.part, props.year);
    let halves = if props.axis.late().to() < Month::new(year, 7) { 1 } else { 2 };
    html! {
        <div class={classes!("bin-year", (halves < 2).then_some("cut"))}>
            <div class="halves">
                for half in 0..halves {
                    <div key={half} class="half">{ half_year(part, props.axis, year, half) }</div>
                }
            </div>
            { axis_name(year.to_string(), short(part.locale(), year)) }
        </div>
    }
}

fn half_year(props: &PartProps, axis: Axis, year: i16, half: u8) -> Html {
    let first = Month::new(year, half * 6 + 1);
    let whole = Months::between(first, first.plus(5));
    html! {
        <>
            { flag(props, axis, whole) }
            { tip(props, whole) }
            <div class="quarters">
                for from in [first, first.plus(3)] {
                    <div key={from.month()} class="quarter">
                        { flag(props, axis, Months::between(from, from.plus(2))) }
                        { tip(props, Months::between(from, from.plus(2))) }
                        <div class="stack">
                            { squares(props, axis, within(&props.story, Months::between(from, from.plus(2)))) }
                        </div>
                    </div>
                }
            </div>
        </>
    }
}

/// What a column holds: shown when a pointer is on it.
fn tip(props: &PartProps, months: Months) -> Html {
    let (events, key) = counted(props, months);
    let said = with_key(props, events, key);
    let mut when = date::spoken(props.locale(), range(months));
    if let Some(first) = when.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    html! {
        <span class="bin-tip">
            { props.phrase(Word::ColumnHolds, &[("when", &when), ("events", &said)]) }
        </span>
    }
}

/// The dotted line of the event that the story is about, at its place in the column: down to the axis, behind
/// the squares.
fn flag(props: &PartProps, axis: Axis, months: Months) -> Html {
    let focus = &props.story[props.story.focus];
    if !months.contains(Month::of(focus)) {
        return html! { <svg class="flag" hidden=true></svg> };
    }
    let day = focus.date.start().first_day();
    let passed = f64::from(Month::of(focus).since(months.from())) + f64::from(day.day() - 1) / DAYS;
    let whole = f64::from(months.to().since(months.from()) + 1);
    let is_rtl = props.locale().dir() == "rtl";
    let x = percent(if is_rtl { whole - passed } else { passed }, whole);
    // The text goes to where there is more room.
    let anchor = if axis.share(months.from()) > 0.5 { "end" } else { "start" };
    html! {
        <svg class="flag" aria-hidden="true">
            <line x1={x.clone()} x2={x.clone()} y1="18" y2="100%"/>
            <text {x} y="12" text-anchor={anchor}>
                { props.phrase(Word::SummitFlag, &[("date", &date::short(props.locale(), focus.date))]) }
            </text>
        </svg>
    }
}

/// One square an event, or as many alike as a square stands for. Style puts them into the order of the families,
/// key events first.
fn squares(props: &PartProps, axis: Axis, events: impl Iterator<Item = EventIx>) -> Html {
    let chosen = props.selection.event.chosen();
    let beside = props.selection.event.beside(&props.story);
    html! {
        <>
            for events in in_squares(props, axis.square(), events) {
                <i
                    key={events[0].position()}
                    class={square_class(&props.story[events[0]], props.visible.event(events[0]))}
                    data-open={if chosen.is_some_and(|ix| events.contains(&ix)) {
                        Some("chosen")
                    } else {
                        beside.is_some_and(|ix| events.contains(&ix)).then_some("beside")
                    }}
                />
            }
        </>
    }
}

/// Events, square by square: up to `most` of one family that are all key or not, and all in the result or not.
pub(crate) fn in_squares(
    props: &PartProps,
    most: usize,
    events: impl Iterator<Item = EventIx>,
) -> Vec<Vec<EventIx>> {
    let kind = |ix: EventIx| {
        let event = &props.story[ix];
        (event.category.family().id(), event.is_key, props.visible.event(ix))
    };
    let mut squares: Vec<Vec<EventIx>> = Vec::new();
    for ix in events {
        let mut alike = squares.iter_mut().rev();
        match alike.find(|square| square.len() < most && kind(square[0]) == kind(ix)) {
            Some(square) => square.push(ix),
            None => squares.push(vec![ix]),
        }
    }
    squares
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
