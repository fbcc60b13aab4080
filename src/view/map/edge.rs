//! What stands at the edge of the map: pointers to places beyond it, the scale bar, the locator.

use super::framing::Framing;
use super::marks::is_on_map;
use crate::geo::project;
use crate::markup::html;
use crate::model::{Place, PlaceIx, Word};
use crate::scale::{percent, tenths};
use crate::state::Action;
use crate::view::part::PartProps;
use yew::prelude::*;

/// Pointers to places north of the map, at their longitude.
pub(super) fn beyond(props: &PartProps) -> Html {
    let away = PlaceIx::all(&props.story).filter_map(|(ix, place)| {
        let count = props.visible.events_at(ix);
        (place.mark.merged.is_none() && !is_on_map(place) && count > 0)
            .then_some((ix, place, count))
    });
    html! {
        <g class="beyond">
            for (ix, place, count) in away {
                <g key={ix.position()}>
                    { for [Framing::Wide, Framing::Narrow].map(|framing| html! {
                        <g key={framing.class()} class={framing.class()}>{ pointer(props, framing, ix, place, count) }</g>
                    }) }
                </g>
            }
        </g>
    }
}

/// Where a place beyond the edge is pointed to, as a share of the box's width.
pub(super) fn along_edge(place: &Place, framing: Framing) -> String {
    let frame = framing.frame();
    let (x, _) = project(place.lon, place.lat);
    percent(x - frame.x, frame.width)
}

fn pointer(props: &PartProps, framing: Framing, ix: PlaceIx, place: &Place, count: usize) -> Html {
    let dir = props.locale().dir();
    html! {
        <svg
            class="pointer"
            x={along_edge(place, framing)}
            y="0"
            data-place={place.id.clone()}
            data-open={(props.selection.place == Some(ix)).then_some("chosen")}
            onclick={props.on(Action::Place(ix))}
        >
            <rect class="hit" x="-12" width="96" height="24"/>
            <path d="M-5 15h10l-5-7z"/>
            <text class="name" x="9" y="16" direction={dir} text-anchor={if dir == "rtl" { "end" } else { "start" }}>
                { [&*place.map_name, " (", &*count.to_string(), ")"].concat() }
            </text>
        </svg>
    }
}

/// A bar of 500 km, on wide maps.
pub(super) fn scale_bar(props: &PartProps) -> Html {
    /// Length of the bar in km.
    const BAR_KM: f64 = 500.0;
    let width = Framing::Wide.frame().width;
    html! {
        <g class="at-wide scale-bar">
            <svg x={percent(0.975 * width - BAR_KM, width)} y="100%" width={percent(BAR_KM, width)} height="1">
                <rect x="0" y="-14" width="100%" height="1"/>
                <rect x="0" y="-18" width="1" height="5"/>
                <rect x="100%" y="-18" width="1" height="5"/>
                <text class="name" x="50%" y="-20" text-anchor="middle">{ props.word(Word::ScaleBar) }</text>
            </svg>
        </g>
    }
}

/// Where the map lies on its continent, on wide maps.
pub(super) fn locator(props: &PartProps) -> Html {
    let [left, top, width, height] = props.story.map.locator_frame;
    // The frame on the continent is the wide map, which ties the two scales together.
    let frame = Framing::Wide.frame();
    let scale = width / frame.width;
    let (x, y) =
        (left - frame.x * scale, top + height / 2.0 - (frame.y + frame.height / 2.0) * scale);
    let members =
        ["translate(", &tenths(x), " ", &tenths(y), ") scale(", &tenths(scale * 1000.0), ")"]
            .concat();
    html! {
        <svg class="at-wide locator" x="0" y="100%">
            <g transform="translate(10 -86)">
                <rect class="inset" width="76" height="76" rx="4"/>
                <svg x="6" y="6" width="64" height="64" viewBox="0 0 100 100">
                    <path class="continent" d={props.story.map.locator.clone()}/>
                    <g transform={members}>
                        <path class="members" transform="scale(0.001)" d={props.story.map.outer_border.clone()}/>
                    </g>
                    <rect class="here" x={tenths(left)} y={tenths(top)} width={tenths(width)} height={tenths(height)}/>
                </svg>
            </g>
        </svg>
    }
}
