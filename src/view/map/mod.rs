//! The map column: country buttons, the drawing, its legend and the list of places.

mod annotations;
mod base;
mod buttons;
mod drawing;
mod edge;
mod framing;
mod legend;
mod list;
mod markers;
mod marks;
mod names;
mod tip;

use super::figures::figure_row;
use super::part::{PartProps, heading};
use super::settled::use_stages;
use crate::geo::{Frame, project};
use crate::markup::html;
use crate::model::{CountryIx, Dataset, PlaceIx, Word};
use crate::state::Selection;
use crate::view::later::later_of;
use crate::view::once::component;
use buttons::country_buttons;
use framing::Framing;
use legend::{activity, legend};
use list::{PlaceList, PlaceListProps};
use marks::{host, is_on_map};
use yew::prelude::*;

pub use drawing::{MapDrawing, MapDrawingProps};
pub use tip::Pointed;

/// Height of the map's box on phones as a share of its width.
const PHONE_RATIO: f64 = 0.8;
/// Free space around a country that is drawn closer, on each side, as a share of its size.
const MARGIN: f64 = 0.06;
/// Width in km of what is framed around places that share a marker, at least.
const SURROUNDINGS_KM: f64 = 1100.0;

/// Countries as buttons and as shapes, places as markers and as a list.
#[component]
pub fn MapView(props: &PartProps) -> Html {
    let hovered = use_state_eq(|| None::<PlaceIx>);
    let focused = use_state_eq(|| None::<PlaceIx>);
    let onhover = use_callback(hovered.setter(), |place, hovered| hovered.set(place));
    let onfocusplace = use_callback(focused.setter(), |place, focused| focused.set(place));
    let ondismiss = use_callback((hovered.setter(), focused.setter()), |(), (hovered, focused)| {
        hovered.set(None);
        focused.set(None);
    });
    let pointed = hovered.map(Pointed::Hovered).or(focused.map(Pointed::Focused));
    let selection = &props.selection;
    // The reader wants the whole region as long as the selection is this one.
    let whole_for = use_state_eq(|| None::<(Option<CountryIx>, Option<PlaceIx>)>);
    let now = (selection.filters.country, selection.place);
    let is_whole = *whole_for == Some(now);
    let onwhole = {
        let setter = whole_for.setter();
        Callback::from(move |_: MouseEvent| setter.set((!is_whole).then_some(now)))
    };
    let [opened, settled] = use_stages(props);
    let near = closer(&settled.story, &settled.selection);
    let drawn = PartProps { ahead: Some(opened.selection), ..settled.clone() };
    let is_place = selection.place != settled.selection.place;
    let listed = if is_place { settled.clone() } else { settled.clone().without_ahead() };
    html! {
        <section class="map-column" part="map" aria-labelledby={props.id("map")}>
            { heading(props.level, "hidden", Some(props.id("map")), html! { { props.word(Word::Map) } }) }
            { country_buttons(props) }
            <div class="map-box">
                { component::<MapDrawing>(MapDrawingProps {
                    part: drawn,
                    closer: near.filter(|_| !is_whole),
                    pointed,
                    onhover,
                    ondismiss,
                }) }
                <button type="button" class="button whole-region" hidden={near.is_none()} onclick={onwhole}>
                    { props.word(if is_whole { Word::DrawCloser } else { Word::WholeRegion }) }
                </button>
            </div>
            { legend(props) }
            { later_of::<PlaceList>(
                props.parts,
                PlaceListProps { part: listed, onfocusplace },
                true,
            ) }
            <p class="note">{ props.word(Word::BorderNote) }</p>
            { activity(props) }
            { figure_row(&settled) }
        </section>
    }
}

/// The buttons of the countries without the map, for explainers that leave it out.
#[component]
pub fn CountryButtons(props: &PartProps) -> Html {
    country_buttons(props)
}

/// The part of the plane that phones show closer: a selected country; else the surroundings of a selected
/// place that shares its marker on small maps. `None` where the whole region shows more.
fn closer(story: &Dataset, selection: &Selection) -> Option<Frame> {
    let point = |ix: PlaceIx| project(story[ix].lon, story[ix].lat);
    if let Some(country) = selection.filters.country {
        let (_, shape) = story.map.members.iter().find(|(ix, _)| *ix == country)?;
        let frame = Frame::of_path(shape)?.padded(MARGIN).fit(PHONE_RATIO);
        let is_in_it = selection.place.is_none_or(|place| frame.holds(point(place)));
        return is_in_it.then_some(frame);
    }
    let at = host(story, selection.place.filter(|&ix| is_on_map(&story[ix]))?, Framing::Narrow);
    let sharing = PlaceIx::all(story)
        .map(|(ix, _)| ix)
        .filter(|&ix| story[ix].mark.merged.is_none() && host(story, ix, Framing::Narrow) == at);
    let points: Vec<(f64, f64)> = sharing.map(point).collect();
    let frame = Frame::of_points(points.iter().copied()).filter(|_| points.len() > 1)?;
    let room = (SURROUNDINGS_KM / frame.width.max(1.0) - 1.0).max(0.5) / 2.0;
    Some(frame.padded(room).fit(PHONE_RATIO))
}
