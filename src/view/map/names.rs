//! Names on the map, placed by hand.

use super::annotations::touches;
use super::framing::{Framing, Spot, text_width_px};
use super::marks::Mark;
use crate::geo::project;
use crate::markup::html;
use crate::model::{
    Anchor, CountryIx, LabelOffset, MapName, MapNameKind, Place, PlaceKind, TourStep,
};
use crate::view::part::PartProps;
use yew::prelude::*;

/// Shows a name on maps from 440 to 559 px alone.
const ONLY_MEDIUM: &str = "only-medium";
/// Shows a name on maps below 440 px alone.
const ONLY_NARROW: &str = "only-narrow";

/// Countries, waters and regions.
pub(super) fn map_names(props: &PartProps, framing: Framing, step: Option<&TourStep>) -> Html {
    let mut drawn = Vec::new();
    for (at, name) in props.story.map.names.iter().enumerate() {
        for (class, position) in positions(props, name, framing, step) {
            let Some(spot) = position.and_then(|at| spot(props, name, at, framing, step)) else {
                continue;
            };
            let is_by_word = name.is_small && (framing == Framing::Wide || class == ONLY_MEDIUM);
            drawn.push(html! {
                <svg key={[&at.to_string(), class].concat()} {class} x={spot.x()} y={spot.y()}>
                    { map_name(props, name, is_by_word) }
                </svg>
            });
        }
    }
    html! { <g class="map-names">{ for drawn }</g> }
}

/// The hand-placed longitude and latitude of a name, with the class that shows it at its width.
fn positions(
    props: &PartProps,
    name: &MapName,
    framing: Framing,
    step: Option<&TourStep>,
) -> [(&'static str, Option<(f64, f64)>); 2] {
    let one = match framing {
        Framing::Wide => step.and(name.tour).or(name.wide),
        Framing::Closer(_) => {
            let selected = props.selection.filters.country;
            let closer = name.closer.iter().find(|&&(country, _)| selected == Some(country));
            closer.map(|&(_, position)| position).or(name.narrow)
        }
        Framing::Narrow if name.medium.is_some() => {
            return [(ONLY_MEDIUM, name.medium), (ONLY_NARROW, name.narrow)];
        }
        Framing::Narrow => name.narrow,
    };
    [("", one), ("", None)]
}

/// Where a name stands in a framing; `None` if it has no room there.
fn spot(
    props: &PartProps,
    name: &MapName,
    (lon, lat): (f64, f64),
    framing: Framing,
    step: Option<&TourStep>,
) -> Option<Spot> {
    let (x, y) = project(lon, lat);
    let width_px = text_width_px(&name.name, if name.member.is_some() { 16.0 } else { 12.0 });
    if let Framing::Closer(frame) = framing {
        let half_km = width_px / 2.0 / framing.scales().0;
        let line_km = 16.0 / framing.scales().0;
        let has_room = frame.holds((x - half_km, y - line_km)) && frame.holds((x + half_km, y));
        return has_room.then(|| Spot::at((x, y)));
    }
    let spot = Spot::at((x, y));
    let gives_way = name.member.is_none();
    let is_dropped = gives_way && step.is_some_and(|step| touches(props, step, spot, width_px));
    (!is_dropped).then_some(spot)
}

/// Whether it is the name of the selected country.
fn is_selected(props: &PartProps, name: &MapName) -> bool {
    name.member.is_some() && name.member == props.selection.filters.country
}

/// One name, turned along its river, or with a line for each word.
fn map_name(props: &PartProps, name: &MapName, is_by_word: bool) -> Html {
    let selected = props.selection.filters.country;
    let is_faded =
        selected.is_some_and(|selected| name.member.is_some_and(|member| member != selected));
    html! {
        <text
            class={classes!(
                "name",
                kind(name.kind),
                name.is_small.then_some("small"),
                is_faded.then_some("faded"),
                is_selected(props, name).then_some("in-selected")
            )}
            transform={(name.rotate != 0).then(|| ["rotate(", &name.rotate.to_string(), ")"].concat())}
            text-anchor={if name.kind == MapNameKind::Region { "start" } else { "middle" }}
        >
            if is_by_word {
                for (at, word) in name.name.split(' ').enumerate() {
                    <tspan key={at} x="0" dy={if at > 0 { "1.15em" } else { "0" }}>{ word }</tspan>
                }
            } else {
                { name.name.clone() }
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
pub(super) fn place_names(props: &PartProps, framing: Framing, marks: &[Mark]) -> Html {
    let mut drawn = Vec::new();
    for mark in marks {
        let place = &props.story[mark.host];
        let is_chosen = props.selection.place.is_some_and(|chosen| {
            chosen == mark.host || (mark.places.contains(&chosen) && mark.named() == chosen)
        });
        if !is_chosen && is_dropped(place, mark, framing, props.selection.filters.country) {
            continue;
        }
        for (class, offset) in offsets(place, mark, framing, is_chosen) {
            if let Some(offset) = offset.map(|offset| mark.nearer(offset))
                && has_room(place, mark, offset, framing)
            {
                drawn.push(place_name(props, mark, class, offset, is_chosen));
            }
        }
    }
    html! { <g class="place-names">{ for drawn }</g> }
}

fn place_name(
    props: &PartProps,
    mark: &Mark,
    class: &'static str,
    offset: LabelOffset,
    is_chosen: bool,
) -> Html {
    let place = &props.story[mark.host];
    let beside = props.selection.event.beside(&props.story);
    let is_beside = beside.is_some_and(|event| mark.events.contains(&event));
    html! {
        <svg key={[&*place.id, class].concat()} x={mark.spot.x()} y={mark.spot.y()}>
            <g transform={mark.spot.transform()}>
                <text
                    class={classes!(
                        "name",
                        class,
                        if is_set_as_capital(place) { "name-capital" } else { "name-town" },
                        ground(props, place.country),
                        is_chosen.then_some("chosen"),
                        is_beside.then_some("beside"),
                    )}
                    x={offset.dx.to_string()}
                    y={offset.dy.to_string()}
                    text-anchor={anchor(offset.anchor)}
                >
                    { place.map_name.clone() }
                </text>
            </g>
        </svg>
    }
}

/// Whether a name makes way while a country is selected: of a town elsewhere without events in the result; where
/// the country is drawn closer, of any place elsewhere.
fn is_dropped(place: &Place, mark: &Mark, framing: Framing, selected: Option<CountryIx>) -> bool {
    let is_town = || mark.events.is_empty() && place.kind != PlaceKind::Capital;
    selected.is_some_and(|selected| selected != place.country)
        && (matches!(framing, Framing::Closer(_)) || is_town())
}

/// Whether a name is set as a capital. Capitals that narrower maps do not name are set as towns.
fn is_set_as_capital(place: &Place) -> bool {
    place.kind == PlaceKind::Capital && place.mark.medium.is_some()
}

/// Whether a name stays inside what is drawn closer. The other framings are placed by hand up to their edges.
fn has_room(place: &Place, mark: &Mark, offset: LabelOffset, framing: Framing) -> bool {
    let Framing::Closer(frame) = framing else {
        return true;
    };
    let scale = framing.scales().0;
    let (x, y) = mark.spot.px(scale);
    let width = text_width_px(&place.map_name, if is_set_as_capital(place) { 15.0 } else { 12.0 });
    let start = x + f64::from(offset.dx)
        - match offset.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
    let baseline = y + f64::from(offset.dy);
    frame.holds((start / scale, (baseline - 12.0) / scale))
        && frame.holds(((start + width) / scale, (baseline + 3.0) / scale))
}

/// The class for the colour of the land under a name.
fn ground(props: &PartProps, country: CountryIx) -> Option<&'static str> {
    if props.selection.filters.country == Some(country) {
        return Some("in-selected");
    }
    props.story[country].profile.is_some().then_some("in-member")
}

/// The hand-placed offsets of a place's name, with the class that shows them at their width. A place that
/// has no name at some width gets one there while it is chosen.
fn offsets(
    place: &Place,
    mark: &Mark,
    framing: Framing,
    is_chosen: bool,
) -> [(&'static str, Option<LabelOffset>); 2] {
    let beside = mark.full_radius as i16 + 6;
    let on_demand = is_chosen.then_some(LabelOffset { dx: beside, dy: 4, anchor: Anchor::Start });
    let placed = &place.mark;
    match framing {
        Framing::Wide => [("", placed.wide.or(on_demand)), ("", None)],
        Framing::Closer(_) => [("", placed.closer.or(placed.wide).or(on_demand)), ("", None)],
        Framing::Narrow => {
            [(ONLY_MEDIUM, placed.medium.or(on_demand)), (ONLY_NARROW, placed.narrow.or(on_demand))]
        }
    }
}

impl Mark {
    /// An offset for a marker of its full size, brought nearer to one that is smaller in this result.
    fn nearer(&self, offset: LabelOffset) -> LabelOffset {
        let slack = (self.full_radius - self.radius).round() as i16;
        let LabelOffset { dx, dy, anchor } = offset;
        let step = |from: i16| from.signum() * slack.min(from.abs());
        match (anchor, dx.signum()) {
            (Anchor::Start, 1) | (Anchor::End, -1) => LabelOffset { dx: dx - step(dx), dy, anchor },
            (Anchor::Middle, _) => LabelOffset { dx, dy: dy - step(dy), anchor },
            // Placed between others, to which it would come nearer too.
            _ => offset,
        }
    }
}

fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
