//! The map of an event that happened in more than one place.

use super::part::PartProps;
use crate::geo::{Frame, PLANE, project};
use crate::locale::phrase;
use crate::markup::html;
use crate::model::{Event, Place, PlaceKind, Word};
use crate::scale::{percent, tenths};
use crate::story::Story;
use yew::prelude::*;

/// Size in px for which names are placed; style keeps the shape.
const WIDTH_PX: f64 = 382.0;
const HEIGHT_PX: f64 = 196.0;
/// The narrowest part of the plane that still says where it is, in km.
const NARROWEST_KM: f64 = 760.0;
/// Free space around the places, as a share of the frame that they take.
const MARGIN: f64 = 0.35;
/// Radius of a place's disc.
const DISC_PX: f64 = 8.5;
/// About the width of a letter and the height of a line.
const LETTER_PX: f64 = 7.2;
const COUNTRY_LETTER_PX: f64 = 11.5;
const LINE_PX: f64 = 15.0;

/// Only the places of the event, with their names and those of countries that have room; nothing if there are
/// fewer than two on the plane.
pub(crate) fn small_map(props: &PartProps, event: &Event) -> Html {
    let story = &props.story;
    let places = places(story, event);
    let Some(frame) = frame(places.iter().map(|&(_, at)| at)).filter(|_| places.len() > 1) else {
        return Html::default();
    };
    let names: Vec<&str> = places.iter().map(|(place, _)| &*place.name).collect();
    let scale = WIDTH_PX / frame.width;
    let at = |(x, y): (f64, f64)| ((x - frame.x) * scale, (y - frame.y) * scale);
    let (labels, taken) = placed(
        &places
            .iter()
            .map(|&(place, point)| (at(point), place.name.chars().count()))
            .collect::<Vec<_>>(),
    );
    let countries =
        story.map.names.iter().filter(|name| name.member.is_some()).filter_map(|name| {
            let (lon, lat) = name.wide?;
            let (x, y) = at(project(lon, lat));
            let label = Label { x: 0.0, y: 0.0, anchor: "middle" };
            let own = bounds((x, y), &label, name.name.chars().count() as f64 * COUNTRY_LETTER_PX);
            let is_free = is_inside(&own) && !taken.iter().any(|other| overlap(&own, other));
            is_free.then_some((name, x, y))
        });
    let view_box = [frame.x, frame.y, frame.width, frame.height].map(tenths).join(" ");
    let map = &story.map;
    let (topic, family) = (event.category.id(), event.category.family().id());
    html! {
        <svg
            class="small-map"
            role="img"
            aria-label={props.phrase(Word::MapOfEvent, &[("names", &phrase::list(props.locale(), &names))])}

        >
            <svg class="land" viewBox={view_box} preserveAspectRatio="none" width="100%" height="100%">
                <path class="ground" d={map.land.clone()}/>
                <path class="border" d={map.borders.clone()}/>
                for (ix, shape) in map.members.iter() {
                    <path key={ix.position()} class="feature" d={shape.clone()}/>
                }
                <path class="lake" d={map.lakes.clone()}/>
                <path class="river main" d={map.main_river.clone()}/>
                <path class="member-border" d={map.inner_borders.clone()}/>
                <path class="member-border outer" d={map.outer_border.clone()}/>
            </svg>
            for (name, x, y) in countries {
                <text key={&*name.name} class="name name-member" x={percent(x, WIDTH_PX)} y={percent(y, HEIGHT_PX)} text-anchor="middle">
                    { name.name.clone() }
                </text>
            }
            for ((place, point), label) in places.iter().zip(labels) {
                <svg
                    key={&*place.id}
                    x={percent(at(*point).0, WIDTH_PX)}
                    y={percent(at(*point).1, HEIGHT_PX)}
                    width="1"
                    height="1"
                    overflow="visible"
                >
                    <circle class={classes!("place", family)} r={tenths(DISC_PX - 1.0)}/>
                    <use
                        class={classes!("glyph", family)}
                        href={["#explainer-", topic].concat()}
                        x="-5.25"
                        y="-5.25"
                        width="10.5"
                        height="10.5"
                    />
                    <text
                        class={classes!("name", if place.kind == PlaceKind::Capital { "name-capital" } else { "name-town" })}
                        x={tenths(label.x)}
                        y={tenths(label.y)}
                        text-anchor={label.anchor}
                    >
                        { place.name.clone() }
                    </text>
                </svg>
            }
        </svg>
    }
}

/// The places of an event that are on the plane, without those that lie on another of them.
fn places<'a>(story: &'a Story, event: &Event) -> Vec<(&'a Place, (f64, f64))> {
    let all = event.places.iter();
    let apart =
        all.filter(|&&ix| !story[ix].mark.merged.is_some_and(|host| event.places.contains(&host)));
    apart
        .map(|&ix| (&story[ix], project(story[ix].lon, story[ix].lat)))
        .filter(|&(_, at)| is_on_plane(at))
        .collect()
}

fn is_on_plane((x, y): (f64, f64)) -> bool {
    (PLANE.x..=PLANE.x + PLANE.width).contains(&x)
        && (PLANE.y..=PLANE.y + PLANE.height).contains(&y)
}

/// What is framed: all points with room around them, in the shape of the drawing.
fn frame(points: impl Iterator<Item = (f64, f64)>) -> Option<Frame> {
    let frame = Frame::of_points(points)?;
    let grown = frame.padded(MARGIN).fit(HEIGHT_PX / WIDTH_PX);
    let (width, height) = (NARROWEST_KM, NARROWEST_KM * HEIGHT_PX / WIDTH_PX);
    let wider = Frame {
        x: grown.x - (width - grown.width) / 2.0,
        y: grown.y - (height - grown.height) / 2.0,
        width,
        height,
    };
    Some(if grown.width < NARROWEST_KM { wider } else { grown })
}

/// Where a name stands, from the centre of its disc.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Label {
    x: f64,
    y: f64,
    anchor: &'static str,
}

/// Left, top, right, bottom in px.
type Bounds = [f64; 4];

/// The names where they cover neither a disc nor each other, as far as that can be had, and all that is taken
/// then. Each comes with its number of letters.
fn placed(places: &[((f64, f64), usize)]) -> (Vec<Label>, Vec<Bounds>) {
    let mut taken: Vec<Bounds> = places
        .iter()
        .map(|&((x, y), _)| [x - DISC_PX, y - DISC_PX, x + DISC_PX, y + DISC_PX])
        .collect();
    let gap = DISC_PX + 4.0;
    let sides = [
        Label { x: gap, y: 4.5, anchor: "start" },
        Label { x: -gap, y: 4.5, anchor: "end" },
        Label { x: 0.0, y: -gap, anchor: "middle" },
        Label { x: 0.0, y: gap + 9.0, anchor: "middle" },
    ];
    let mut labels = Vec::new();
    for (own, &(at, letters)) in places.iter().enumerate() {
        let width = letters as f64 * LETTER_PX;
        let cost = |label: &Label| {
            let bounds = bounds(at, label, width);
            let covers = |(other, taken): (usize, &Bounds)| other != own && overlap(&bounds, taken);
            taken.iter().enumerate().filter(|&other| covers(other)).count()
                + usize::from(!is_inside(&bounds))
        };
        let best = sides.iter().min_by_key(|label| cost(label)).copied().unwrap_or(sides[0]);
        taken.push(bounds(at, &best, width));
        labels.push(best);
    }
    (labels, taken)
}

/// Whether it is inside the drawing, with some room.
fn is_inside(bounds: &Bounds) -> bool {
    bounds[0] >= 2.0
        && bounds[1] >= 2.0
        && bounds[2] <= WIDTH_PX - 2.0
        && bounds[3] <= HEIGHT_PX - 2.0
}

fn bounds((x, y): (f64, f64), label: &Label, width: f64) -> Bounds {
    let left = x + label.x
        - match label.anchor {
            "start" => 0.0,
            "end" => width,
            _ => width / 2.0,
        };
    let bottom = y + label.y + 3.0;
    [left, bottom - LINE_PX, left + width, bottom]
}

fn overlap(one: &Bounds, other: &Bounds) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventIx, Locale};

    #[test]
    fn every_place_of_every_event_is_in_its_frame_and_no_names_touch() {
        for locale in Locale::ALL {
            let story = Story::bundled(locale);
            for (_, event) in EventIx::all(&story) {
                let points = places(&story, event);
                for (at, (_, (x, y))) in points.iter().enumerate() {
                    let is_apart =
                        |(_, (x2, y2)): &(&Place, (f64, f64))| (x - x2).hypot(y - y2) > 20.0;
                    assert!(
                        points[at + 1..].iter().all(is_apart),
                        "{}: one place on another",
                        event.id
                    );
                }
                let Some(frame) = frame(points.iter().map(|&(_, at)| at)) else {
                    continue;
                };
                assert!(frame.width >= NARROWEST_KM - 1e-6, "{}", event.id);
                assert!((frame.height / frame.width - HEIGHT_PX / WIDTH_PX).abs() < 1e-9);
                let scale = WIDTH_PX / frame.width;
                let places: Vec<((f64, f64), usize)> = points
                    .iter()
                    .map(|(place, (x, y))| {
                        (((x - frame.x) * scale, (y - frame.y) * scale), place.name.chars().count())
                    })
                    .collect();
                let (labels, _) = placed(&places);
                let bounds: Vec<Bounds> = places
                    .iter()
                    .zip(&labels)
                    .map(|(&(at, letters), label)| bounds(at, label, letters as f64 * LETTER_PX))
                    .collect();
                for (at, one) in bounds.iter().enumerate() {
                    for other in &bounds[at + 1..] {
                        assert!(!overlap(one, other), "{}: {:?}", event.id, event.places);
                    }
                }
            }
        }
    }

    #[test]
    fn names_go_to_the_free_side() {
        let (labels, _) = placed(&[((300.0, 30.0), 20), ((100.0, 100.0), 6), ((120.0, 100.0), 6)]);
        assert_eq!(labels[0].anchor, "end", "there is no room at the right");
        assert_eq!((labels[1].anchor, labels[2].anchor), ("end", "start"));
    }
}
