//! Themes, and the outlook with its scenarios.

use super::cite::{Cite, mark};
use super::part::{PartProps, heading};
use super::points::basis_button;
use super::profile::actor_pill;
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
                        { scenarios(props, theme) }
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
            <p class="theme-text">{ theme.text.clone() }{ mark(&props.story, &theme.confidence) }</p>
            <p class="pills">
                for ix in theme.actors.iter().copied().take(FIRST_ACTORS) {
                    <span key={ix.position()}>{ actor_pill(props, ix, None) }</span>
                }
            </p>
            <p class="meta" hidden={more == 0}>{ format!("+ {more}") }</p>
            <p class="links">
                { basis_button(props, basis, theme.events.len(), &theme.title, props.selection.filters.basis == Some(basis)) }
                <Cite story={&props.story} sources={theme.sources.clone()} of={theme.title.clone()} ids={&props.ids}/>
            </p>
        </>
    }
}

fn scenarios(props: &PartProps, theme: &Theme) -> Html {
    html! {
        <div class="scenarios">
            for scenario in &theme.scenarios {
                <article key={&*scenario.id} class="scenario">
                    <p class="meta">{ props.word(Word::ScenarioMark) }</p>
                    { heading(props.level + 2, "title-3", None, html! { { scenario.title.clone() } }) }
                    <p>{ scenario.text.clone() }</p>
                    <p><Cite story={&props.story} sources={scenario.sources.clone()} of={scenario.title.clone()} ids={&props.ids}/></p>
                </article>
            }
        </div>
    }
}
