//! Ring markers: how many events a place has in the result, split by topic.

use super::{Width, on_plane};
use crate::geo::{PLANE, project};
use crate::model::{Category, Dataset, EventIx, Family, Place, PlaceIx, PlacePrecision};
use crate::scale::{Disc, marker_radius_px, push_apart, tenths};
use crate::state::Action;
use crate::view::part::PartProps;
use yew::prelude::*;

/// What narrow maps shrink markers to.
const NARROW_SCALE: f64 = 0.82;

/// A marker to draw: one place, with those that share its disc.
struct Marker {
    place: PlaceIx,
    events: Vec<EventIx>,
    disc: Disc,
}

/// The markers of one width, larger ones first so that smaller ones stay on top.
pub(super) fn markers(props: &PartProps, width: Width) -> Html {
    let markers = placed(props, width);
    html! {
        <g class="markers">
            for marker in &markers {
                { draw(props, marker, width) }
            }
        </g>
    }
}

/// The place whose marker stands for this one at a width.
fn host(story: &Dataset, ix: PlaceIx, width: Width) -> PlaceIx {
    let mark = &story[ix].mark;
    let at_this_width = match width {
        Width::Wide => mark.merged,
        Width::Narrow => mark.merged.or(mark.merged_narrow),
    };
    at_this_width.unwrap_or(ix)
}

fn is_on_map(place: &Place) -> bool {
    let (x, y) = project(place.lon, place.lat);
    (PLANE.x..=PLANE.x + PLANE.width).contains(&x)
        && (PLANE.y..=PLANE.y + PLANE.height).contains(&y)
}

fn placed(props: &PartProps, width: Width) -> Vec<Marker> {
    let story = &props.story;
    let scale = width.nominal_px() / width.frame().width;
    let shrink = if width == Width::Wide { 1.0 } else { NARROW_SCALE };
    let mut markers: Vec<Marker> = PlaceIx::all(story)
        .filter(|(ix, place)| host(story, *ix, width) == *ix && is_on_map(place))
        .map(|(place, at)| {
            let events: Vec<EventIx> = props
                .visible
                .events(story)
                .filter(|(_, event)| event.places.iter().any(|&at| host(story, at, width) == place))
                .map(|(ix, _)| ix)
                .collect();
            let (x, y) = project(at.lon, at.lat);
            let radius = marker_radius_px(events.len()) * shrink;
            Marker {
                place,
                events,
                disc: Disc { at: (x * scale, y * scale), radius, shift: (0.0, 0.0) },
            }
        })
        .collect();
    markers.sort_by_key(|marker| std::cmp::Reverse(marker.events.len()));
    let with_events = markers.partition_point(|marker| !marker.events.is_empty());
    let mut discs: Vec<Disc> = markers[..with_events].iter().map(|marker| marker.disc).collect();
    push_apart(&mut discs);
    for (marker, disc) in markers.iter_mut().zip(discs) {
        marker.disc = disc;
    }
    markers
}

fn draw(props: &PartProps, marker: &Marker, width: Width) -> Html {
    let story = &props.story;
    let place = &story[marker.place];
    let (x, y) = on_plane(project(place.lon, place.lat));
    let radius = marker.disc.radius;
    let key = format!("{}{}", width.class(), place.id);
    if marker.events.is_empty() {
        return html! {
            <svg {key} class="marker none" {x} {y} width="1" height="1" overflow="visible">
                <circle class="dot" r="2.6"/>
            </svg>
        };
    }
    let shift =
        format!("translate({} {})", tenths(marker.disc.shift.0), tenths(marker.disc.shift.1));
    let is_open = props.selection.place == Some(marker.place);
    let opened = props.selection.event;
    let is_chosen = opened.chosen().is_some_and(|open| marker.events.contains(&open));
    let is_beside = opened.beside(story).is_some_and(|open| marker.events.contains(&open));
    let single = (marker.events.len() == 1).then(|| story[marker.events[0]].category);
    html! {
        <svg
            {key}
            class="marker"
            {x}
            {y}
            width="1"
            height="1"
            overflow="visible"
            data-place={place.id.clone()}
            data-open={if is_open || is_chosen { Some("chosen") } else { is_beside.then_some("beside") }}
            onclick={props.on(Action::Place(marker.place))}
        >
            <g transform={shift}>
                { area(place, radius) }
                <circle class="hit" r={tenths(radius.max(12.0))}/>
                <circle class="ring-open" r={tenths(radius + 4.5)}/>
                <circle class="disc" r={tenths(radius)}/>
                { arcs(story, &marker.events, radius, width) }
                { content(marker.events.len(), single) }
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
    match single {
        Some(topic) => html! {
            <use
                class={classes!("glyph", topic.family().id())}
                href={format!("#explainer-{}", topic.id())}
                x="-5.25"
                y="-5.25"
                width="10.5"
                height="10.5"
            />
        },
        None => html! { <text class="count" y="4.2" text-anchor="middle">{ n }</text> },
    }
}

/// The ring in parts by family, clockwise from the top in the fixed order.
fn arcs(story: &Dataset, events: &[EventIx], radius: f64, width: Width) -> Html {
    /// What the circle is divided into.
    const WHOLE: usize = 360;
    /// Free space between two parts.
    const GAP: usize = 5;
    let stroke = match (events.len(), width) {
        (1, _) => 1.8,
        (_, Width::Wide) => 3.0,
        (_, Width::Narrow) => 2.6,
    };
    let counts = Family::ALL.map(|(family, id)| {
        (id, events.iter().filter(|&&ix| story[ix].category.family() == family).count())
    });
    let parts = counts.iter().filter(|&&(_, count)| count > 0).count();
    let gap = if parts > 1 { GAP } else { 0 };
    let mut start = 0;
    let arcs: Vec<(&str, usize, usize)> = counts
        .into_iter()
        .filter(|&(_, count)| count > 0)
        .map(|(id, count)| {
            let arc = (id, start, WHOLE * count / events.len());
            start += arc.2;
            arc
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
                    stroke-dasharray={format!("{} {WHOLE}", length - gap.min(length - 1))}
                    stroke-dashoffset={format!("-{start}")}
                />
            }
        </g>
    }
}
