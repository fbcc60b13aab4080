//! The country buttons, which are the real control of the map.

use crate::markup::html;
use crate::model::Word;
use crate::state::Action;
use crate::view::member::member;
use crate::view::part::{PartProps, heading};
use yew::prelude::*;

pub(super) fn country_buttons(props: &PartProps) -> Html {
    let selected = props.selection.filters.country;
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
        (["country=", &*country.id].concat(), member(&props.story, ix), country.name.clone())
    });
    let links = std::iter::once(all).chain(countries);
    html! {
        <p class="segments country-links">
            for (id, number, name) in links {
                <a
                    key={id.clone()}
                    class={number.is_none().then_some("whole-link")}
                    href={["#", &*props.id(&id)].concat()}
                    data-member={number.clone()}
                >
                    { name }
                </a>
            }
        </p>
    }
}
