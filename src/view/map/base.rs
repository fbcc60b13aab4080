//! The land: neighbours, the three countries with their ribbon, water, borders.

use crate::geo::PLANE;
use crate::model::CountryIx;
use crate::scale::tenths;
use crate::state::Action;
use crate::view::member::member;
use crate::view::part::PartProps;
use yew::prelude::*;

/// Everything under the names and markers. Strokes keep their width in px at every size.
pub(super) fn land(props: &PartProps, focused: Option<CountryIx>) -> Html {
    let map = &props.story.map;
    let selected = props.selection.filters.country;
    let view_box = [PLANE.x, PLANE.y, PLANE.width, PLANE.height].map(tenths).join(" ");
    html! {
        <svg class="land" viewBox={view_box} preserveAspectRatio="none" width="100%" height="100%">
            <path class="coast outer" d={map.land.clone()}/>
            <path class="coast" d={map.land.clone()}/>
            <path class="ground" d={map.land.clone()}/>
            <path class="border" d={map.borders.clone()}/>
            <path class="border disputed" d={map.disputed.clone()}/>
            for (ix, shape) in map.members.iter() {
                <g
                    key={ix.position()}
                    class="member"
                    data-member={member(&props.story, *ix)}
                    data-selected={(selected == Some(*ix)).then_some("")}
                    data-faded={selected.is_some_and(|selected| selected != *ix).then_some("")}
                >
                    <clipPath id={clip(props, *ix)}><path d={shape.clone()}/></clipPath>
                    <path
                        class="feature"
                        data-feature={props.story[*ix].id.clone()}
                        d={shape.clone()}
                        onclick={props.on(Action::Country(*ix))}
                    />
                    <path class="ribbon" d={shape.clone()} clip-path={format!("url(#{})", clip(props, *ix))}/>
                </g>
            }
            <path class="lake" d={map.lakes.clone()}/>
            <path class="river" d={map.rivers.clone()}/>
            <path class="river main" d={map.main_river.clone()}/>
            <path class="member-border" d={map.inner_borders.clone()}/>
            <path class="member-border outer" d={map.outer_border.clone()}/>
            <g class="selected-outline">{ outline(props, selected, "casing", "selected") }</g>
            <g class="focused-outline">{ outline(props, focused, "focus-casing", "focus") }</g>
        </svg>
    }
}

fn clip(props: &PartProps, ix: CountryIx) -> AttrValue {
    props.id(&format!("clip-{}", props.story[ix].id))
}

/// The outline of a country above all others, on a casing that sets it off.
fn outline(
    props: &PartProps,
    country: Option<CountryIx>,
    casing: &'static str,
    line: &'static str,
) -> Html {
    let shape =
        props.story.map.members.iter().find(|(ix, _)| Some(*ix) == country).map(|(_, shape)| shape);
    html! {
        if let Some(shape) = shape {
            <path class={casing} d={shape.clone()}/>
            <path class={line} d={shape.clone()}/>
        }
    }
}
