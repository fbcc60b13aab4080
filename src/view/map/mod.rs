//! The map column: country buttons, the drawing, its legend and the list of places.

mod base;
mod markers;
mod names;

use super::figures::figure_row;
use super::member::member;
use super::part::{PartProps, heading};
use super::result::shown;
use crate::geo::{Frame, NARROW_EXTENT, PLANE, WIDE_EXTENT, project};
use crate::locale::phrase;
use crate::model::{Count, CountryIx, PlaceIx, Word};
use crate::scale::{percent, tenths};
use crate::state::{Action, is_at};
use yew::prelude::*;

/// The two drawings of names and markers. The land under them is the same; style decides which is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Width {
    /// From 560 px.
    Wide,
    /// Under 560 px: nearby places share a marker.
    Narrow,
}

impl Width {
    const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    fn class(self) -> &'static str {
        match self {
            Self::Wide => "at-wide",
            Self::Narrow => "at-narrow",
        }
    }

    /// The part of the plane that is framed, before it is fitted to the box.
    fn frame(self) -> Frame {
        Frame::of_extent(match self {
            Self::Wide => WIDE_EXTENT,
            Self::Narrow => NARROW_EXTENT,
        })
    }

    /// The width in px that hand-placed offsets and pushed-apart markers are made for.
    fn nominal_px(self) -> f64 {
        match self {
            Self::Wide => 604.0,
            Self::Narrow => 330.0,
        }
    }
}

/// A point of the plane as a share of it: `x` and `y` of SVG elements in the map's window.
fn on_plane((x, y): (f64, f64)) -> (String, String) {
    (percent(x - PLANE.x, PLANE.width), percent(y - PLANE.y, PLANE.height))
}

/// Countries as buttons and as shapes, places as markers and as a list.
#[component]
pub fn MapView(props: &PartProps) -> Html {
    let focused = use_state_eq(|| None::<CountryIx>);
    html! {
        <section class="map-column" aria-labelledby={props.id("map")}>
            { heading(props.level, "hidden", Some(props.id("map")), html! { { props.word(Word::Map) } }) }
            { country_buttons(props, &focused) }
            { drawing(props, *focused) }
            { legend(props) }
            { place_list(props) }
            <p class="note">{ props.word(Word::BorderNote) }</p>
            { figure_row(props) }
        </section>
    }
}

fn country_buttons(props: &PartProps, focused: &UseStateHandle<Option<CountryIx>>) -> Html {
    let selected = props.selection.filters.country;
    let focus = |to: Option<CountryIx>| {
        let focused = focused.clone();
        Callback::from(move |_: FocusEvent| focused.set(to))
    };
    html! {
        <div class="country-buttons">
            { heading(props.level + 1, "hidden", Some(props.id("countries")), html! { { props.word(Word::Countries) } }) }
            <div class="segments" role="group" aria-labelledby={props.id("countries")}>
                <button
                    type="button"
                    aria-pressed={if selected.is_none() { "true" } else { "false" }}
                    onclick={props.on(Action::AllCountries)}
                >
                    { props.word(Word::AllThree) }
                </button>
                for (ix, country, _) in props.story.members() {
                    <button
                        key={&*country.id}
                        type="button"
                        data-country-button={country.id.clone()}
                        data-member={member(&props.story, ix)}
                        aria-pressed={if selected == Some(ix) { "true" } else { "false" }}
                        onclick={props.on(Action::Country(ix))}
                        onfocus={focus(Some(ix))}
                        onblur={focus(None)}
                    >
                        { country.name.clone() }
                    </button>
                }
            </div>
            { country_links(props) }
        </div>
    }
}

/// What stands in for the buttons where there is no script: each link leads to a profile, and style shows
/// the selection by the target of the address.
fn country_links(props: &PartProps) -> Html {
    let all = ("countries".to_owned(), None, props.word(Word::AllThree));
    let countries = props.story.members().map(|(ix, country, _)| {
        (format!("country={}", country.id), member(&props.story, ix), country.name.clone())
    });
    let links = std::iter::once(all).chain(countries);
    html! {
        <p class="segments country-links">
            for (id, number, name) in links {
                <a key={id.clone()} href={format!("#{}", props.id(&id))} data-member={number}>{ name }</a>
            }
        </p>
    }
}

fn drawing(props: &PartProps, focused: Option<CountryIx>) -> Html {
    html! {
        <div class="map">
            <svg class="map-drawing" role="img" aria-label={description(props)} focusable="false">
                <svg class="window">
                    { base::land(props, focused) }
                    { for Width::ALL.map(|width| html! {
                        <g key={width.class()} class={width.class()}>
                            { names::map_names(props, width) }
                            { markers::markers(props, width) }
                            { names::place_names(props, width) }
                        </g>
                    }) }
                </svg>
                { beyond(props) }
                { scale_bar(props) }
                { locator(props) }
            </svg>
        </div>
    }
}

/// What the drawing shows, in words, from the same data.
fn description(props: &PartProps) -> String {
    let story = &props.story;
    let names: Vec<&str> = story.members().map(|(_, country, _)| &*country.name).collect();
    let mut text = props.phrase(Word::MapOf, &[("names", &phrase::list(props.locale(), &names))]);
    if let Some(ix) = props.selection.filters.country {
        text.push(' ');
        text.push_str(&props.phrase(Word::IsSelected, &[("name", &story[ix].name)]));
    }
    let counts: Vec<(usize, PlaceIx)> = places(props).filter(|&(count, _)| count > 0).collect();
    // The first of equals, in the editors' order.
    if let Some(&(most, place)) = counts.iter().rev().max_by_key(|&&(count, _)| count) {
        text.push(' ');
        text.push_str(&props.phrase(
            Word::PlacesWithEvents,
            &[
                ("places", &props.count(Count::Places, counts.len())),
                ("name", &story[place].name),
                ("n", &most.to_string()),
            ],
        ));
    }
    text
}

/// The places that are not always counted with another, with the number of events shown there.
fn places(props: &PartProps) -> impl Iterator<Item = (usize, PlaceIx)> {
    PlaceIx::all(&props.story)
        .filter(|(_, place)| place.mark.merged.is_none())
        .map(|(ix, _)| (shown(props, |event| is_at(&props.story, &props.story[event], ix)), ix))
}

/// Pointers to places beyond the map's edge, at their longitude.
fn beyond(props: &PartProps) -> Html {
    let frame = Width::Wide.frame();
    let away = places(props).filter_map(|(count, ix)| {
        let place = &props.story[ix];
        let (x, y) = project(place.lon, place.lat);
        (y < PLANE.y && count > 0).then(|| (ix, count, percent(x - frame.x, frame.width)))
    });
    html! {
        <g class="at-wide beyond">
            for (ix, count, x) in away {
                <svg
                    key={ix.position()}
                    x={x}
                    y="0"
                    width="1"
                    height="1"
                    overflow="visible"
                    data-place={props.story[ix].id.clone()}
                    onclick={props.on(Action::Place(ix))}
                >
                    <path d="M-5 14h9l-4.5-6z"/>
                    <text x="9" y="15">{ format!("{} ({count})", props.story[ix].name) }</text>
                </svg>
            }
        </g>
    }
}

fn scale_bar(props: &PartProps) -> Html {
    /// Length of the bar in km.
    const BAR_KM: f64 = 500.0;
    let width = Width::Wide.frame().width;
    html! {
        <g class="at-wide scale-bar">
            <svg x={percent(0.97 * width - BAR_KM, width)} y="100%" width={percent(BAR_KM, width)} height="1" overflow="visible">
                <rect x="0" y="-20" width="100%" height="1"/>
                <rect x="0" y="-24" width="1" height="5"/>
                <rect x="100%" y="-24" width="1" height="5"/>
                <text x="50%" y="-28" text-anchor="middle">{ props.word(Word::ScaleBar) }</text>
            </svg>
        </g>
    }
}

fn locator(props: &PartProps) -> Html {
    let [left, top, width, height] = props.story.map.locator_frame;
    // The frame on the continent is the wide map, which ties the two scales together.
    let frame = Width::Wide.frame();
    let scale = width / frame.width;
    let (x, y) =
        (left - frame.x * scale, top + height / 2.0 - (frame.y + frame.height / 2.0) * scale);
    html! {
        <svg class="at-wide locator" x="0" y="100%" width="1" height="1" overflow="visible">
            <g transform="translate(10 -86)">
                <rect class="ground" width="76" height="76" rx="4"/>
                <svg x="6" y="6" width="64" height="64" viewBox="0 0 100 100">
                    <path class="continent" d={props.story.map.locator.clone()}/>
                    <g transform={format!("translate({} {}) scale({})", tenths(x), tenths(y), tenths(scale * 1000.0))}>
                        <path class="members" transform="scale(0.001)" d={props.story.map.outer_border.clone()}/>
                    </g>
                    <rect class="here" x={tenths(left)} y={tenths(top)} width={tenths(width)} height={tenths(height)}/>
                </svg>
            </g>
        </svg>
    }
}

fn legend(props: &PartProps) -> Html {
    html! {
        <p class="legend">
            <span>
                <svg width="42" height="22" aria-hidden="true" focusable="false">
                    <circle class="ring" cx="9" cy="11" r="7"/>
                    <text x="9" y="15" text-anchor="middle">{ "2" }</text>
                    <circle class="ring" cx="30" cy="11" r="10"/>
                    <text x="30" y="15" text-anchor="middle">{ "12" }</text>
                </svg>
                { props.word(Word::LegendCount) }
            </span>
            <span>
                <svg width="22" height="22" aria-hidden="true" focusable="false">
                    <circle class="area" cx="11" cy="11" r="10"/>
                    <circle class="ring" cx="11" cy="11" r="5"/>
                </svg>
                { props.word(Word::LegendArea) }
            </span>
        </p>
    }
}

fn place_list(props: &PartProps) -> Html {
    let story = &props.story;
    html! {
        <details class="place-list">
            <summary class="quiet">{ props.count(Count::ListOfPlaces, story.places.len()) }</summary>
            <ul>
                for (ix, place) in PlaceIx::all(story) {
                    <li key={&*place.id} id={props.id(&format!("place={}", place.id))} data-place={place.id.clone()}>
                        <button
                            type="button"
                            aria-pressed={if props.selection.place == Some(ix) { "true" } else { "false" }}
                            onclick={props.on(Action::Place(ix))}
                        >
                            <span>{ place.name.clone() }</span>
                            <span class="meta">{ story[place.country].name.clone() }</span>
                            <span class="meta">
                                { props.count(Count::Events, shown(props, |event| story[event].places.contains(&ix))) }
                            </span>
                        </button>
                        <p class="place-text">{ place.why.clone() }</p>
                    </li>
                }
            </ul>
        </details>
    }
}
