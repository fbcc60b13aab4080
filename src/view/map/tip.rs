//! What answers to the pointer and to the focus of the list of places: a ring and a tooltip.

use super::edge::along_edge;
use super::framing::{Framing, Spot};
use super::marks::{Mark, host, is_on_map};
use crate::locale::phrase::fill;
use crate::markup::html;
use crate::model::{Count, PlaceIx, Word};
use crate::scale::{limited, tenths};
use crate::view::once::use_effect_with;
use crate::view::part::PartProps;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgTextContentElement};
use yew::prelude::*;

/// A place that is pointed to, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// A pointer is over its marker.
    Hovered(PlaceIx),
    /// Its button in the list has the focus.
    Focused(PlaceIx),
}

/// A framing with its markers.
pub(super) type Sheet = (Framing, Rc<Vec<Mark>>);

/// Props of [`Tip`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TipProps {
    pub(super) part: PartProps,
    pub(super) pointed: Option<Pointed>,
    pub(super) sheets: Rc<[Sheet]>,
}

/// Draws the ring and the tooltip in every framing; style shows one.
#[component]
pub(super) fn Tip(props: &TipProps) -> Html {
    let root = use_node_ref();
    use_effect_with(props.clone(), {
        let root = root.clone();
        move |_| {
            if let Some(root) = root.cast::<Element>() {
                set_tips(&root);
            }
        }
    });
    html! {
        <div ref={root} class="tips">
            for (framing, marks) in props.sheets.iter() {
                <div key={framing.class()} class={framing.class()}>{ pointed(props, *framing, marks) }</div>
            }
        </div>
    }
}

fn pointed(props: &TipProps, framing: Framing, marks: &[Mark]) -> Html {
    let Some(pointed) = props.pointed else {
        return Html::default();
    };
    let (Pointed::Hovered(ix) | Pointed::Focused(ix)) = pointed;
    let story = &props.part.story;
    let mark = marks.iter().find(|mark| mark.host == host(story, ix, framing));
    if mark.is_none() && (is_on_map(&story[ix]) || matches!(framing, Framing::Closer(_))) {
        return Html::default();
    }
    // The pointer at the edge stands in for a marker: an arrow with its name.
    let radius = mark.map_or(10.0, |mark| mark.radius);
    let spot = mark.map_or(Spot::default(), |mark| mark.spot);
    let (class, ring) = match pointed {
        Pointed::Hovered(_) => ("ring-hover", radius + 1.0),
        Pointed::Focused(_) => ("ring-focus", radius + 5.5),
    };
    let (x, y) = match mark {
        Some(_) => (spot.x(), spot.y()),
        None => (along_edge(&story[ix], framing), "12".to_owned()),
    };
    let dir = props.part.locale().dir();
    html! {
        <svg class={if mark.is_some() { "window" } else { "edges" }}>
            <svg class="pointed" {x} {y}>
                <g transform={spot.transform()}>
                    <circle {class} r={tenths(ring)}/>
                    <g class="tip" data-radius={(radius.ceil() as i16).to_string()}>
                        <rect class="bridge"/>
                        <rect class="plate" rx="4"/>
                        <text direction={dir} text-anchor="middle">
                            <tspan>{ where_it_is(&props.part, pointed, mark) }</tspan>
                            <tspan class="meta">{ " · " }{ how_many(&props.part, pointed, mark) }</tspan>
                        </text>
                    </g>
                </g>
            </svg>
        </svg>
    }
}

/// "Gao, Mali", or "Ouagadougou and 4 places nearby" for a marker that several share.
fn where_it_is(props: &PartProps, pointed: Pointed, mark: Option<&Mark>) -> String {
    let story = &props.story;
    let (Pointed::Hovered(ix) | Pointed::Focused(ix)) = pointed;
    if let (Pointed::Hovered(_), Some(mark)) = (pointed, mark)
        && mark.places.len() > 1
    {
        let nearby = props.count(Count::PlacesNearby, mark.places.len() - 1);
        return fill(&nearby, &[("name", &story[ix].name)]);
    }
    place_in(props, &story[ix].name, &story[story[ix].country].name)
}

/// The number of events in the result: of the marker, or of the one place of a button.
fn how_many(props: &PartProps, pointed: Pointed, mark: Option<&Mark>) -> String {
    let n = match (pointed, mark) {
        (Pointed::Hovered(_), Some(mark)) => mark.events.len(),
        (Pointed::Hovered(ix) | Pointed::Focused(ix), _) => props.visible.events_at(ix),
    };
    props.count(Count::Events, n)
}

/// Two names, the smaller thing first: "Gao, Mali".
pub(super) fn place_in(props: &PartProps, name: &str, of: &str) -> String {
    props.phrase(Word::Pair, &[("name", name), ("of", of)])
}

/// Free space between a marker and its tooltip, in px.
const GAP_PX: f64 = 10.0;
/// Free space between a tooltip and the edge of the map, in px.
const EDGE_PX: f64 = 4.0;
/// Height of a line of a tooltip, in px.
const LINE_PX: f64 = 18.0;
/// Space around the text of a tooltip, in px.
const PAD_PX: (f64, f64) = (10.0, 6.0);

/// Sizes and places what was just drawn: only here does text have a width.
fn set_tips(root: &Element) {
    let Some(map) = root.closest(".map-drawing").ok().flatten() else {
        return;
    };
    let Ok(tips) = root.query_selector_all(".tip") else {
        return;
    };
    for tip in (0..tips.length()).filter_map(|at| tips.item(at)?.dyn_into::<Element>().ok()) {
        // Nothing to set if it is not drawn, or has gone.
        let _ = set_tip(&map, &tip);
    }
}

fn set_tip(map: &Element, tip: &Element) -> Option<()> {
    let box_ = map.get_bounding_client_rect();
    let ring = tip.previous_element_sibling()?.get_bounding_client_rect();
    let radius = f64::from(tip.get_attribute("data-radius")?.parse::<i16>().ok()?);
    let (x, y) =
        (ring.x() + ring.width() / 2.0 - box_.x(), ring.y() + ring.height() / 2.0 - box_.y());
    let lines = tip.query_selector_all("tspan").ok()?;
    let line = |at: u32| lines.item(at)?.dyn_into::<SvgTextContentElement>().ok();
    let (first, second) = (line(0)?, line(1)?);
    let text = f64::from(first.get_computed_text_length());
    let events = f64::from(second.get_computed_text_length());
    if text == 0.0 {
        return None;
    }
    let is_outside = x < 0.0 || y < 0.0 || x > box_.width() || y > box_.height();
    tip.parent_element()?.toggle_attribute_with_force("data-outside", is_outside).ok()?;
    let widest = box_.width() - 2.0 * EDGE_PX - 2.0 * PAD_PX.0;
    let is_broken = text + events > widest;
    let width = if is_broken { text.max(events) } else { text + events } + 2.0 * PAD_PX.0;
    let height = if is_broken { 2.0 * LINE_PX } else { LINE_PX } + 2.0 * PAD_PX.1;
    let last = (box_.width() - width - EDGE_PX).max(EDGE_PX);
    let left = limited(x - width / 2.0, EDGE_PX, last) - x;
    let is_above = y - radius - GAP_PX - height >= EDGE_PX;
    let top = if is_above { -radius - GAP_PX - height } else { radius + GAP_PX };
    let set = |element: &Element, values: [(&str, f64); 4]| {
        for (name, value) in values {
            element.set_attribute(name, &tenths(value)).ok()?;
        }
        Some(())
    };
    let bridge = if is_above { top + height } else { radius };
    let from = left.max(-2.0 * PAD_PX.0);
    let to = (left + width).min(2.0 * PAD_PX.0);
    let rects = tip.query_selector_all("rect").ok()?;
    let rect = |at: u32| rects.item(at)?.dyn_into::<Element>().ok();
    set(&rect(0)?, [("x", from), ("y", bridge), ("width", to - from), ("height", GAP_PX)])?;
    set(&rect(1)?, [("x", left), ("y", top), ("width", width), ("height", height)])?;
    let (middle, baseline) = (tenths(left + width / 2.0), top + PAD_PX.1 + 13.5);
    first.set_attribute("x", &middle).ok()?;
    first.set_attribute("y", &tenths(baseline)).ok()?;
    if is_broken {
        second.set_attribute("x", &middle).ok()?;
        second.set_attribute("y", &tenths(baseline + LINE_PX)).ok()?;
    } else {
        second.remove_attribute("x").ok()?;
        second.remove_attribute("y").ok()?;
    }
    Some(())
}
