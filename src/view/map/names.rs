//! Names on the map, placed by hand.

use super::{Width, on_plane};
use crate::geo::project;
use crate::model::{Anchor, LabelOffset, MapName, MapNameKind, Place, PlaceIx, PlaceKind};
use crate::view::part::PartProps;
use yew::prelude::*;

/// Countries, waters and regions.
pub(super) fn map_names(props: &PartProps, width: Width) -> Html {
    html! {
        <g class="map-names">
            for (at, name) in props.story.map.names.iter().enumerate() {
                if let Some((lon, lat)) = match width { Width::Wide => name.wide, Width::Narrow => name.narrow } {
                    <svg
                        key={at}
                        x={on_plane(project(lon, lat)).0}
                        y={on_plane(project(lon, lat)).1}
                        width="1"
                        height="1"
                        overflow="visible"
                    >
                        { map_name(props, name, width) }
                    </svg>
                }
            }
        </g>
    }
}

/// One name, turned along its river, or on two lines where the country is small.
fn map_name(props: &PartProps, name: &MapName, width: Width) -> Html {
    let selected = props.selection.filters.country;
    let is_faded =
        selected.is_some_and(|selected| name.member.is_some_and(|member| member != selected));
    let lines: Vec<&str> = match width {
        Width::Wide if name.is_small => name.name.split(' ').collect(),
        _ => vec![&*name.name],
    };
    html! {
        <text
            class={classes!(
                "name",
                kind(name.kind),
                name.is_small.then_some("small"),
                is_faded.then_some("faded")
            )}
            transform={(name.rotate != 0).then(|| format!("rotate({})", name.rotate))}
            text-anchor="middle"
        >
            for (at, line) in lines.into_iter().enumerate() {
                <tspan key={at} x="0" dy={if at == 0 { "0" } else { "1.1em" }}>{ line }</tspan>
            }
        </text>
    }
}

fn kind(kind: MapNameKind) -> &'static str {
    match kind {
        MapNameKind::Member => "name-member",
        MapNameKind::Neighbour => "name-neighbour",
        MapNameKind::Sea => "name-sea",
        MapNameKind::River => "name-river",
        MapNameKind::Region => "name-region",
    }
}

/// Capitals and towns beside their markers.
pub(super) fn place_names(props: &PartProps, width: Width) -> Html {
    let labels = PlaceIx::all(&props.story).flat_map(|(ix, place)| {
        offsets(place, width)
            .into_iter()
            .filter_map(move |(class, offset)| Some((ix, place, class, offset?)))
    });
    html! {
        <g class="place-names">
            for (ix, place, class, offset) in labels {
                <text
                    key={format!("{}{class}", place.id)}
                    class={classes!(
                        "name",
                        class,
                        if place.kind == PlaceKind::Capital { "name-capital" } else { "name-town" },
                        (props.selection.place == Some(ix)).then_some("chosen"),
                    )}
                    x={on_plane(project(place.lon, place.lat)).0}
                    y={on_plane(project(place.lon, place.lat)).1}
                    dx={offset.dx.to_string()}
                    dy={offset.dy.to_string()}
                    text-anchor={anchor(offset.anchor)}
                >
                    { place.map_name.clone() }
                </text>
            }
        </g>
    }
}

/// The offsets of a place's name with the class that shows them at their width.
fn offsets(place: &Place, width: Width) -> [(&'static str, Option<LabelOffset>); 2] {
    match width {
        Width::Wide => [("", place.mark.wide), ("", None)],
        Width::Narrow => [("only-medium", place.mark.medium), ("only-narrow", place.mark.narrow)],
    }
}

fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
