//! The glossary.

use super::cite::Cite;
use super::part::PartProps;
use crate::model::TermIx;
use yew::prelude::*;

/// All terms with their definitions.
#[component]
pub fn Glossary(props: &PartProps) -> Html {
    html! {
        <dl class="glossary">
            for (_, term) in TermIx::all(&props.story) {
                <div key={&*term.id} id={props.id(&format!("term={}", term.id))}>
                    <dt>{ term.term.clone() }</dt>
                    <dd>
                        { term.definition.clone() }{ " " }
                        <Cite story={&props.story} sources={term.sources.clone()} of={term.term.clone()} ids={&props.ids}/>
                    </dd>
                </div>
            }
        </dl>
    }
}
