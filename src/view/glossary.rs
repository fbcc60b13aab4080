//! The glossary.

use super::cite::cite;
use super::once::component;
use super::part::PartProps;
use super::prose::spaced;
use super::rest::use_rest;
use crate::markup::html;
use crate::order::by_key;
use crate::search::fold;
use yew::prelude::*;

/// All terms with their definitions.
#[component]
pub fn Glossary(props: &PartProps) -> Html {
    let rest = use_rest(props);
    component::<Terms>(rest)
}

#[component]
fn Terms(props: &PartProps) -> Html {
    let terms = by_key(&props.story.glossary, |term| fold(&term.term));
    html! {
        <dl class="glossary">
            for term in terms {
                <div key={&*term.id} id={props.id(&["term=", &*term.id].concat())}>
                    <dt>{ term.term.clone() }</dt>
                    <dd>{ spaced(&term.definition) }{ cite(props, &term.sources, &term.term) }</dd>
                </div>
            }
        </dl>
    }
}
