//! The range on the strip: pressing, dragging and the two sliders.

use super::axis::{Axis, End, Step};
use crate::locale::date;
use crate::markup::html;
use crate::model::{EventDate, PartialDate, Word};
use crate::scale::percent;
use crate::state::{Action, Month, Months};
use crate::view::part::PartProps;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// What a pointer holds between its press and its release.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Press {
    /// The column that was pressed.
    column: usize,
    /// What dragging changes.
    grab: Grab,
    /// Whether the pointer has left the column: then it is no click.
    is_drag: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Grab {
    /// Dragging makes a new range.
    Columns,
    /// Dragging moves the range that was there.
    Window(Months),
    /// Dragging moves one end.
    End(End),
}

/// What the strip needs to brush.
pub(super) struct Brush {
    axis: Axis,
    /// The range that is on.
    chosen: Option<Months>,
    /// On the drawing of the range, which is as wide as the columns of equal length.
    ground: NodeRef,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onrelease: Callback<PointerEvent>,
    pub onclick: Callback<MouseEvent>,
    onkeydown: Callback<(KeyboardEvent, End)>,
}

/// Brushes the range of the selection's dates.
#[hook]
pub(super) fn use_brush(props: &PartProps, axis: Axis) -> Brush {
    let ground = use_node_ref();
    let press = use_mut_ref(|| None::<Press>);
    let chosen = props.selection.filters.months;
    let is_rtl = props.locale().dir() == "rtl";
    let choose = {
        let onaction = props.onaction.clone();
        move |months: Months| {
            let whole = axis.whole();
            let is_all = months.from() <= whole.from() && months.to() >= whole.to();
            let months = (!is_all).then_some(months);
            if months != chosen {
                onaction.emit(Action::Months(months));
            }
        }
    };
    let column_at = {
        let ground = ground.clone();
        move |x: f64| {
            let ground = ground.cast::<Element>()?;
            let bounds = ground.get_bounding_client_rect();
            let from_start = if is_rtl { bounds.right() - x } else { x - bounds.left() };
            let step = step(&ground)?;
            (bounds.width() > 0.0)
                .then(|| (step, axis.column_at(step, from_start / bounds.width())))
        }
    };
    let onpointerdown = {
        let (press, column_at) = (press.clone(), column_at.clone());
        Callback::from(move |event: PointerEvent| {
            press.take();
            let Some((step, column)) = column_at(f64::from(event.client_x())) else {
                return;
            };
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let months = axis.column(step, column);
            let holds =
                |range: &Months| range.contains(months.from()) && range.contains(months.to());
            let grab = match (end_of(&event), chosen.filter(holds)) {
                (Some(end), _) => Grab::End(end),
                (None, Some(range)) if !event.shift_key() => Grab::Window(range),
                _ => Grab::Columns,
            };
            press.replace(Some(Press { column, grab, is_drag: false }));
        })
    };
    let onpointermove = {
        let (press, column_at, choose) = (press.clone(), column_at.clone(), choose.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(mut held) = press.borrow().filter(|_| event.buttons() != 0) else {
                return;
            };
            let Some((step, column)) = column_at(f64::from(event.client_x())) else {
                return;
            };
            if !held.is_drag && column == held.column {
                return;
            }
            if !held.is_drag {
                held.is_drag = true;
                press.replace(Some(held));
                if let Some(strip) = closest(&event, ".bins") {
                    // Without it the drag ends where the pointer leaves the strip.
                    let _ = strip.set_pointer_capture(event.pointer_id());
                }
            }
            choose(match held.grab {
                Grab::Columns => joined(axis.column(step, held.column), axis.column(step, column)),
                Grab::Window(range) => axis.slid(step, range, held.column, column),
                Grab::End(end) => axis.moved(step, chosen.unwrap_or(axis.whole()), end, column),
            });
        })
    };
    let onrelease = {
        let press = press.clone();
        Callback::from(move |_: PointerEvent| {
            // A click follows a drag and must not count as one.
            let mut press = press.borrow_mut();
            *press = press.filter(|held| held.is_drag);
        })
    };
    let onclick = {
        let (press, column_at, choose) = (press.clone(), column_at.clone(), choose.clone());
        let onaction = props.onaction.clone();
        Callback::from(move |event: MouseEvent| {
            if press.take().is_some_and(|held| held.is_drag) {
                return;
            }
            let is_on_handle = end_of(&event).is_some();
            // A click that no pointer has made has no place: then its column is meant.
            let x = match event.detail() {
                0 => middle_of_column(&event),
                _ => Some(f64::from(event.client_x())),
            };
            let Some((step, column)) = x.and_then(&column_at) else {
                return;
            };
            let months = axis.column(step, column);
            match chosen {
                // Handles can cover the whole of a narrow column.
                Some(range) if range == months && !event.shift_key() => {
                    onaction.emit(Action::Months(None));
                }
                _ if is_on_handle => {}
                Some(range) if event.shift_key() => choose(joined(range, months)),
                _ => choose(months),
            }
        })
    };
    let onkeydown = Callback::from(move |(event, end): (KeyboardEvent, End)| {
        let Some(step) = closest(&event, ".bins").and_then(|strip| step(&strip)) else {
            return;
        };
        let range = chosen.unwrap_or(axis.whole());
        let at = match end {
            End::From => axis.column_of(step, range.from()),
            End::To => axis.column_of(step, range.to()),
        };
        let year = step.in_a_year();
        let to = match event.key().as_str() {
            "Home" => 0,
            "End" => axis.len(step) - 1,
            "PageUp" => at + year,
            "PageDown" => at.saturating_sub(year),
            "ArrowUp" => at + 1,
            // The arrows follow what is seen.
            "ArrowLeft" if is_rtl => at + 1,
            "ArrowRight" if !is_rtl => at + 1,
            "ArrowDown" | "ArrowLeft" | "ArrowRight" => at.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        choose(axis.moved(step, range, end, to));
    });
    Brush { axis, chosen, ground, onpointerdown, onpointermove, onrelease, onclick, onkeydown }
}

impl Brush {
    /// The range under the squares.
    pub(super) fn ground(&self, props: &PartProps) -> Html {
        let range = self.chosen.unwrap_or(self.axis.whole());
        let (from, to) = (self.axis.share(range.from()), self.axis.share(range.to().plus(1)));
        let start = if props.locale().dir() == "rtl" { 1.0 - to } else { from };
        html! {
            <svg ref={self.ground.clone()} class="brush ground" aria-hidden="true">
                <rect
                    class={self.chosen.map(|_| "range")}
                    x={percent(start, 1.0)}
                    width={percent(to - from, 1.0)}
                    height="100%"
                />
            </svg>
        }
    }

    /// The two ends over the squares: sliders, for keyboards and for pointers.
    pub(super) fn handles(&self, props: &PartProps) -> Html {
        html! {
            <svg class="brush handles" data-on={self.chosen.map(|_| "")}>
                { self.handle(props, End::From) }
                { self.handle(props, End::To) }
            </svg>
        }
    }

    fn handle(&self, props: &PartProps, end: End) -> Html {
        let axis = self.axis;
        let whole = axis.whole();
        let range = self.chosen.unwrap_or(whole);
        let (month, edge, label, value, id) = match end {
            End::From => (range.from(), range.from(), Word::From, Word::RangeFrom, "from"),
            End::To => (range.to(), range.to().plus(1), Word::To, Word::RangeTo, "to"),
        };
        let share = axis.share(edge);
        let x = percent(if props.locale().dir() == "rtl" { 1.0 - share } else { share }, 1.0);
        let at = EventDate::At(PartialDate::Month(month.year(), month.month()));
        let said = props.phrase(value, &[("date", &date::long(props.locale(), at))]);
        let since_start = |month: Month| month.since(whole.from()).to_string();
        let onkeydown = self.onkeydown.reform(move |event: KeyboardEvent| (event, end));
        html! {
            <svg {x} y="0" width="1" height="100%" overflow="visible">
                <g
                    class={classes!("handle", (edge < axis.late().from()).then_some("before"))}
                    data-end={id}
                    role="slider"
                    tabindex="0"
                    aria-label={props.word(label)}
                    aria-orientation="horizontal"
                    aria-valuemin="0"
                    aria-valuemax={since_start(whole.to())}
                    aria-valuenow={since_start(month.clamp(whole.from(), whole.to()))}
                    aria-valuetext={said}
                    {onkeydown}
                >
                    <rect class="edge" x="-1" width="2" height="100%"/>
                    <svg y="50%" width="1" height="1" overflow="visible">
                        <rect class="hit" x="-12" y="-22" width="24" height="44"/>
                        <rect class="focus-ring" x="-10" y="-19" width="20" height="38" rx="6"/>
                        <rect class="grip" x="-6" y="-15" width="12" height="30" rx="3"/>
                        <path d="M-2-5v10M2-5v10"/>
                    </svg>
                </g>
            </svg>
        }
    }
}

/// The stretch from the first of some months to the last of them.
fn joined(one: Months, other: Months) -> Months {
    Months::between(one.from().min(other.from()), one.to().max(other.to()))
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// The slider that an event belongs to.
fn end_of(event: &Event) -> Option<End> {
    match closest(event, "[data-end]")?.get_attribute("data-end")?.as_str() {
        "from" => Some(End::From),
        _ => Some(End::To),
    }
}

/// What columns the strip shows at its width. Where they are half-years, quarters have no box.
fn step(within: &Element) -> Option<Step> {
    let quarter = within.closest(".bins").ok()??.query_selector(".quarter").ok()??;
    Some(if quarter.client_width() > 0 { Step::Quarter } else { Step::HalfYear })
}

/// Where the middle of the column is that an event belongs to, in px of the window.
fn middle_of_column(event: &Event) -> Option<f64> {
    let quarter = closest(event, ".quarter").filter(|quarter| quarter.client_width() > 0);
    let bounds = quarter.or_else(|| closest(event, ".half"))?.get_bounding_client_rect();
    Some(bounds.left() + bounds.width() / 2.0)
}
