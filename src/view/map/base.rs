//! The land: neighbours, the three countries with their ribbon, water, borders.

use crate::geo::{PLANE, project};
use crate::markup::html;
use crate::model::{ActorIx, ActorKind, CountryIx, Dataset, Text};
use crate::scale::tenths;
use crate::state::Action;
use crate::story::Story;
use crate::view::member::member;
use crate::view::part;
use yew::prelude::*;

/// Width of the hatching's stripes and of their distance in km, on wide and on small maps.
const HATCHES: [(&str, &str, &str); 2] = [("wide", "6", "34"), ("small", "10", "62")];

/// Props of [`Land`]: of the selection only what the land shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct LandProps {
    pub(super) story: Story,
    pub(super) ids: AttrValue,
    /// The selected country.
    pub(super) selected: Option<CountryIx>,
    /// The actor whose reported activity is hatched.
    pub(super) active: Option<ActorIx>,
    pub(super) onaction: Callback<Action>,
}

impl LandProps {
    fn id(&self, name: &str, of: &str) -> String {
        [&*part::id(&self.ids, name), of].concat()
    }

    fn url(&self, name: &str, of: &str) -> String {
        ["url(#", &self.id(name, of), ")"].concat()
    }
}

/// The countries in which the fact base reports the actor active, with their shapes. States and leaders belong to a
/// country, and bodies to their seat: neither says where they act. Of external powers it is known in countries with
/// a profile alone: a neighbour is one itself.
pub(super) fn active_in(
    story: &Dataset,
    actor: ActorIx,
) -> impl Iterator<Item = &(CountryIx, Text)> {
    let (map, actor) = (&story.map, &story[actor]);
    let (members, neighbours): (&[_], &[_]) = match actor.kind {
        ActorKind::ArmedGroup => (&map.members, &map.neighbours),
        ActorKind::ExternalPower => (&map.members, &[]),
        _ => (&[], &[]),
    };
    members.iter().chain(neighbours).filter(|(ix, _)| actor.countries.contains(ix))
}

/// Everything under the names and markers. Strokes keep their width in px at every size.
#[component]
pub(super) fn Land(props: &LandProps) -> Html {
    let map = &props.story.map;
    let view_box = [PLANE.x, PLANE.y, PLANE.width, PLANE.height].map(tenths).join(" ");
    html! {
        <svg class="land" viewBox={view_box} preserveAspectRatio="none" width="100%" height="100%">
            <path class="coast outer" d={map.land.clone()}/>
            <path class="coast" d={map.land.clone()}/>
            <path class="ground" d={map.land.clone()}/>
            <path class="border" d={map.borders.clone()}/>
            <path class="border disputed" d={map.disputed.clone()}/>
            <g>
                for (ix, shape) in map.members.iter() {
                    <g
                        key={ix.position()}
                        class="member"
                        data-member={member(&props.story, *ix)}
                        data-selected={(props.selected == Some(*ix)).then_some("")}
                        data-faded={props.selected.is_some_and(|selected| selected != *ix).then_some("")}
                    >
                        <clipPath id={props.id("clip-", &props.story[*ix].id)}><path d={shape.clone()}/></clipPath>
                        <path
                            class="feature"
                            data-feature={props.story[*ix].id.clone()}
                            d={shape.clone()}
                            onclick={press(props, *ix)}
                        />
                        <path class="ribbon" d={shape.clone()} clip-path={props.url("clip-", &props.story[*ix].id)}/>
                    </g>
                }
            </g>
            <g>{ hatching(props) }</g>
            <path class="lake" d={map.lakes.clone()}/>
            <path class="river" d={map.rivers.clone()}/>
            <path class="river main" d={map.main_river.clone()}/>
            <path class="member-border" d={map.inner_borders.clone()}/>
            <path class="member-border outer" d={map.outer_border.clone()}/>
            <g class="areas">{ areas(props) }</g>
            <g>{ selected_outline(props) }</g>
            <g>
                for (ix, shape) in map.members.iter() {
                    <g key={ix.position()} class="outline" data-outline={member(&props.story, *ix)}>
                        <path class="casing" d={shape.clone()}/>
                        <path class="edge" d={shape.clone()}/>
                    </g>
                }
            </g>
        </svg>
    }
}

fn press(props: &LandProps, ix: CountryIx) -> Callback<MouseEvent> {
    let onaction = props.onaction.clone();
    Callback::from(move |_| onaction.emit(Action::Country(ix)))
}

/// Stripes over the countries where the chosen actor is reported active, and, on paper and in forced
/// colours, over the selected country.
fn hatching(props: &LandProps) -> Html {
    let active = props.active.into_iter().flat_map(|actor| active_in(&props.story, actor));
    let members = props.story.map.members.iter();
    let chosen = members.filter(|(ix, _)| props.selected == Some(*ix));
    let hatched: Vec<(&str, &(CountryIx, Text))> =
        active.map(|of| ("active", of)).chain(chosen.map(|of| ("chosen", of))).collect();
    if hatched.is_empty() {
        return Html::default();
    }
    html! {
        <g>
            for (size, stripe, distance) in HATCHES {
                <g key={size} class={classes!("hatching", size)}>
                    for (kind, (ix, shape)) in hatched.iter().copied() {
                        <g key={[kind, &*props.story[*ix].id].concat()} class={kind}>
                            { pattern(props.id(kind, size), stripe, distance) }
                            <path d={shape.clone()} fill={props.url(kind, size)}/>
                        </g>
                    }
                </g>
            }
        </g>
    }
}

fn pattern(id: String, stripe: &'static str, distance: &'static str) -> Html {
    html! {
        <pattern {id} width={distance} height={distance} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={stripe} height={distance}/>
        </pattern>
    }
}

/// Regions that are neither countries nor places, on maps from 560 px.
fn areas(props: &LandProps) -> Html {
    let [(size, stripe, distance), _] = HATCHES;
    html! {
        <g>
            for (position, area) in props.story.map.names.iter().filter_map(|name| name.area).enumerate() {
                <g key={position}>
                    { pattern(props.id("area", size), stripe, distance) }
                    <ellipse
                        rx={tenths(area.radii_km.0)}
                        ry={tenths(area.radii_km.1)}
                        transform={turned(area.centre, area.rotate)}
                        fill={props.url("area", size)}
                    />
                </g>
            }
        </g>
    }
}

fn turned((lon, lat): (f64, f64), degrees: i16) -> String {
    let (x, y) = project(lon, lat);
    ["translate(", &tenths(x), " ", &tenths(y), ") rotate(", &degrees.to_string(), ")"].concat()
}

/// The outline of the selected country above all others, on a casing that sets it off.
fn selected_outline(props: &LandProps) -> Html {
    let members = &props.story.map.members;
    let shape = members.iter().find(|(ix, _)| Some(*ix) == props.selected).map(|(_, shape)| shape);
    html! {
        if let Some(shape) = shape {
            <g class="selected">
                <path class="casing" d={shape.clone()}/>
                <path class="edge" d={shape.clone()}/>
            </g>
        }
    }
}
