//! Themes, and the outlook with its scenarios.

use super::cite::{cite, mark};
use super::part::{PartProps, heading};
use super::points::basis_button;
use super::profile::actor_pill;
use super::prose::prose;
use crate::markup::html;
use crate::model::{Theme, ThemeIx, Word};
use crate::state::Basis;
use yew::prelude::*;

/// How many actors a theme names.
const FIRST_ACTORS: usize = 4;

/// The themes as blocks of text; a theme with scenarios stands apart as the outlook.
#[component]
pub fn Themes(props: &PartProps) -> Html {
    let outlook = |theme: &Theme| !theme.scenarios.is_empty();
    html! {
        <div class="themes">
            <div class="theme-columns">
                for (ix, theme) in ThemeIx::all(&props.story).filter(|(_, theme)| !outlook(theme)) {
                    <section
                        key={&*theme.id}
                        class="theme"
                        id={props.id(&format!("theme={}", theme.id))}
                        data-theme={theme.id.clone()}
                    >
                        { block(props, ix, theme) }
                    </section>
                }
            </div>
            <div class="outlooks">
                for (ix, theme) in ThemeIx::all(&props.story).filter(|(_, theme)| outlook(theme)) {
                    <section
                        key={&*theme.id}
                        class="outlook"
                        id={props.id(&format!("theme={}", theme.id))}
                        data-theme={theme.id.clone()}
                    >
                        { block(props, ix, theme) }
                        { scenarios(props, ix, theme) }
                    </section>
                }
            </div>
        </div>
    }
}

fn block(props: &PartProps, ix: ThemeIx, theme: &Theme) -> Html {
    let basis = Basis::Theme(ix);
    let more = theme.actors.len().saturating_sub(FIRST_ACTORS);
    html! {
        <>
            { heading(props.level + 1, "title-3", None, html! { { theme.title.clone() } }) }
            <p class="theme-text">
                { prose(props, &theme.text, &props.story.terms.themes[ix.position()]) }
                { mark(&props.story, &theme.confidence) }
            </p>
            <p class="pills">
                { for theme.actors.iter().copied().take(FIRST_ACTORS).map(|ix| actor_pill(props, ix, None)) }
                <span class="meta" hidden={more == 0}>{ ["+\u{a0}", &*more.to_string()].concat() }</span>
            </p>
            <p class="links">
                { basis_button(props, basis, theme.events.len(), &theme.title, props.pressed().filters.basis == Some(basis)) }
                { cite(props, &theme.sources, &theme.title) }
            </p>
        </>
    }
}

/// The scenarios of an outlook side by side.
pub(crate) fn scenarios(props: &PartProps, ix: ThemeIx, theme: &Theme) -> Html {
    let terms = &props.story.terms.scenarios[ix.position()];
    html! {
        <div class="scenarios">
            for (scenario, terms) in theme.scenarios.iter().zip(terms) {
                <article key={&*scenario.id} class="scenario">
                    <p class="meta">{ props.word(Word::ScenarioMark) }</p>
                    { heading(props.level + 2, "title-3", None, html! { { scenario.title.clone() } }) }
                    <p>{ prose(props, &scenario.text, terms) }</p>
                    <p>{ cite(props, &scenario.sources, &scenario.title) }</p>
                </article>
            }
        </div>
    }
}
