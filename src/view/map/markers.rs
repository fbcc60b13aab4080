//! Ring markers: how many events a place has in the result, split by topic.

use super::framing::Framing;
use super::marks::Mark;
use crate::markup::html;
use crate::model::{Category, Dataset, EventIx, Family, Place, PlaceIx, PlacePrecision};
use crate::scale::tenths;
use crate::state::Action;
use crate::view::part::PartProps;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Least radius in px of what answers to the pointer: half of WCAG's 24 px.
const HIT_PX: f64 = 12.0;
/// Radius in px of the disc that style shrinks to an open dot.
const EMPTY_PX: f64 = 8.5;

/// The markers of one framing.
pub(super) fn markers(props: &PartProps, framing: Framing, marks: &[Mark]) -> Html {
    let (onaction, story) = (props.onaction.clone(), props.story.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(place) = place_at(&event, &story) {
            onaction.emit(Action::Place(place));
        }
    });
    html! {
        <g class="markers" {onclick}>
            for mark in marks {
                { draw(props, mark, framing) }
            }
        </g>
    }
}

/// The place that a pointer means: where several markers answer, the one with the nearest centre.
pub(super) fn place_at(event: &MouseEvent, story: &Dataset) -> Option<PlaceIx> {
    let under = event.target_dyn_into::<Element>()?.closest("[data-place]").ok()??;
    let mut nearest = (f64::INFINITY, under.clone());
    if let Some(group) = under.closest(".markers").ok()? {
        let hits = group.query_selector_all(".hit").ok()?;
        for hit in (0..hits.length()).filter_map(|at| hits.item(at)?.dyn_into::<Element>().ok()) {
            let circle = hit.get_bounding_client_rect();
            let radius = circle.width() / 2.0;
            let dx = f64::from(event.client_x()) - circle.x() - radius;
            let dy = f64::from(event.client_y()) - circle.y() - radius;
            let distance = dx * dx + dy * dy;
            if distance <= radius * radius
                && distance < nearest.0
                && let Some(marker) = hit.closest("[data-place]").ok()?
            {
                nearest = (distance, marker);
            }
        }
    }
    PlaceIx::find(story, &nearest.1.get_attribute("data-place")?)
}

fn draw(props: &PartProps, mark: &Mark, framing: Framing) -> Html {
    let story = &props.story;
    let place = &story[mark.host];
    let n = mark.events.len();
    if n == 0 {
        return html! {
            <svg key={&*place.id} class="marker none" x={mark.spot.x()} y={mark.spot.y()}>
                <g><g class="mark"><circle class="disc" r={tenths(EMPTY_PX)}/></g></g>
            </svg>
        };
    }
    let is_open = props.selection.place.is_some_and(|open| mark.places.contains(&open));
    let opened = props.selection.event;
    let is_chosen = opened.chosen().is_some_and(|open| mark.events.contains(&open));
    let is_beside = opened.beside(story).is_some_and(|open| mark.events.contains(&open));
    let single = (n == 1).then(|| story[mark.events[0]].category);
    html! {
        <svg
            key={&*place.id}
            class="marker"
            x={mark.spot.x()}
            y={mark.spot.y()}
            data-place={story[mark.named()].id.clone()}
            data-open={if is_open || is_chosen { Some("chosen") } else { is_beside.then_some("beside") }}
        >
            <g transform={mark.spot.transform()}>
                <g class="mark">
                    <circle class="disc" r={tenths(mark.radius)}/>
                    { area(place, mark.radius) }
                    { arcs(story, &mark.events, mark.radius, framing) }
                    { content(n, single) }
                </g>
                <circle class="ring-open" r={tenths(mark.radius + 4.5)}/>
                <circle class="hit" r={tenths(mark.radius.max(HIT_PX))}/>
            </g>
        </svg>
    }
}

/// The dashed ring of a place that is an area, or known only roughly.
fn area(place: &Place, radius: f64) -> Html {
    let gap = match place.precision {
        PlacePrecision::Point => return Html::default(),
        PlacePrecision::Approx => 2.0,
        PlacePrecision::Region => 4.0,
    };
    html! { <circle class="area" r={tenths(radius + gap)}/> }
}

fn content(n: usize, single: Option<Category>) -> Html {
    html! {
        if let Some(topic) = single {
            <use
                class={classes!("glyph", topic.family().id())}
                href={["#explainer-", topic.id()].concat()}
                x="-5.25"
                y="-5.25"
                width="10.5"
                height="10.5"
            />
        } else {
            <text class="count" y="4.2" text-anchor="middle">{ n }</text>
        }
    }
}

/// The ring in parts by family, clockwise from the top in the fixed order.
fn arcs(story: &Dataset, events: &[EventIx], radius: f64, framing: Framing) -> Html {
    /// What the circle is divided into.
    const WHOLE: usize = 360;
    /// Free space between two parts.
    const GAP: usize = 5;
    let stroke = match (events.len(), framing) {
        (1, _) => 1.8,
        (_, Framing::Wide) => 3.0,
        (_, Framing::Narrow | Framing::Closer(_)) => 2.6,
    };
    let counts = Family::ALL.map(|(family, id)| {
        (id, events.iter().filter(|&&ix| story[ix].category.family() == family).count())
    });
    let parts = counts.iter().filter(|&&(_, count)| count > 0).count();
    let gap = if parts > 1 { GAP } else { 0 };
    let mut before = 0;
    let arcs: Vec<(&str, usize, usize)> = counts
        .into_iter()
        .filter(|&(_, count)| count > 0)
        .map(|(id, count)| {
            let start = WHOLE * before / events.len();
            before += count;
            (id, start, WHOLE * before / events.len() - start)
        })
        .collect();
    html! {
        <g class="ring" transform="rotate(-90)">
            for (id, start, length) in arcs {
                <circle
                    key={id}
                    class={id}
                    r={tenths(radius - stroke / 2.0)}
                    stroke-width={tenths(stroke)}
                    pathLength="360"
                    stroke-dasharray={[&*(length - gap.min(length - 1)).to_string(), " 360"].concat()}
                    stroke-dashoffset={["-", &*start.to_string()].concat()}
                />
            }
        </g>
    }
}
