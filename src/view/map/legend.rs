//! What the signs of the map mean.

use super::base::active_in;
use crate::markup::html;
use crate::model::Word;
use crate::view::part::PartProps;
use yew::prelude::*;

pub(super) fn legend(props: &PartProps) -> Html {
    html! {
        <p class="legend">
            <span>
                <svg width="42" height="22" aria-hidden="true">
                    <circle class="ring" cx="9" cy="11" r="7"/>
                    <text x="9" y="15" text-anchor="middle">{ "2" }</text>
                    <circle class="ring" cx="30" cy="11" r="10"/>
                    <text x="30" y="15" text-anchor="middle">{ "12" }</text>
                </svg>
                { props.word(Word::LegendCount) }
            </span>
            <span>
                <svg width="22" height="22" aria-hidden="true">
                    <circle class="area" cx="11" cy="11" r="10"/>
                    <circle class="ring" cx="11" cy="11" r="5"/>
                </svg>
                { props.word(Word::LegendArea) }
            </span>
        </p>
    }
}

/// What the hatching of the chosen actor says, and what it does not.
pub(super) fn activity(props: &PartProps) -> Html {
    let actor = props.selection.filters.actor;
    let hatched = actor.filter(|&actor| active_in(&props.story, actor).next().is_some());
    html! {
        <p class="legend" hidden={hatched.is_none()}>
            if let Some(actor) = hatched {
                <span>
                    <svg class="swatch" width="22" height="14" aria-hidden="true">
                        <path d="M-2 8L8-2M1 14L16-1M8 16L24 0M16 17L26 7"/>
                    </svg>
                    { props.phrase(Word::LegendActive, &[("name", &props.story[actor].short_name)]) }
                </span>
            }
        </p>
    }
}
