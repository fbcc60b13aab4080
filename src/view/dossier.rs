//! What is known of the selected actor: role, stance, relations, events, sources.

use super::actors::says;
use super::cite::{cite, confidence};
use super::icon::{actor_icon, icon, topic_icon};
use super::part::{PartProps, heading};
use super::profile::{go, time};
use super::prose::prose;
use super::relations::{Form, relations};
use super::timeline::where_it_was;
use super::tool::tools;
use crate::locale::date;
use crate::markup::html;
use crate::model::{ActorIx, Count, CountryIx, EventIx, Word};
use crate::state::{Action, Tab};
use yew::prelude::*;

/// How many events a dossier lists.
const FIRST_EVENTS: usize = 3;

/// The dossier of an actor.
pub(crate) fn dossier(props: &PartProps, ix: ActorIx, form: Form, onform: &Callback<Form>) -> Html {
    let story = &props.story;
    let actor = &story[ix];
    html! {
        <article class="dossier" aria-labelledby={props.id("dossier")}>
            <p class="overline">
                { actor_icon(actor) }
                <span>{ story.labels.actor_kind[actor.kind as usize].clone() }</span>
                { tools(props, "actor", &actor.id, &actor.name, Action::Actor(ix)) }
            </p>
            <div class="dossier-head">
                { heading(props.level + 2, "title-1", Some(props.id("dossier")), html! { { actor.name.clone() } }) }
                { profile_link(props, ix) }
            </div>
            <div class="role-and-stance">
                <div><p class="label">{ props.word(Word::Role) }</p><p>{ prose(props, &actor.role, &story.terms.roles[ix.position()]) }</p></div>
                <div><p class="label">{ props.word(says(actor)) }</p><p>{ prose(props, &actor.stance, &story.terms.stances[ix.position()]) }</p></div>
            </div>
            { relations(props, ix, form, onform) }
            { events(props, ix) }
            <div class="dossier-foot">
                { confidence(story, &actor.confidence) }
                <p>{ cite(props, &actor.sources, &actor.name) }</p>
            </div>
        </article>
    }
}

/// For a state with a profile that is not open, the way to it.
fn profile_link(props: &PartProps, ix: ActorIx) -> Html {
    let story = &props.story;
    let country: Option<CountryIx> =
        story.members().find(|(_, country, _)| country.name == story[ix].name).map(|(ix, ..)| ix);
    let Some(country) = country.filter(|&ix| props.selection.filters.country != Some(ix)) else {
        return Html::default();
    };
    html! {
        <a
            class="button"
            href={["#", &*props.id(&["country=", &*story[country].id].concat())].concat()}
            onclick={go(props, Action::Country(country))}
        >
            { props.word(Word::OpenCountryProfile) }{ icon("forward") }
        </a>
    }
}

fn events(props: &PartProps, actor: ActorIx) -> Html {
    let story = &props.story;
    let latest: Vec<EventIx> = EventIx::all(story)
        .rev()
        .filter(|(_, event)| event.actors.contains(&actor))
        .map(|(ix, _)| ix)
        .collect();
    html! {
        <section class="actor-events" hidden={latest.is_empty()}>
            <div class="switch-head">
                { heading(props.level + 3, "title-3", None, html! { { props.count(Count::Events, latest.len()) } }) }
                <p class="meta">{ props.word(Word::LatestFirst) }</p>
            </div>
            <ol>
                for ix in latest.iter().copied().take(FIRST_EVENTS) {
                    <li key={&*story[ix].id} class={classes!("event", story[ix].is_key.then_some("key"))}>
                        { event_link(props, ix) }
                    </li>
                }
            </ol>
            <button type="button" class="more" onclick={props.on(Action::Tab(Tab::Timeline))}>
                { icon("forward") }{ props.count(Count::ShowInTimeline, latest.len()) }
            </button>
        </section>
    }
}

fn event_link(props: &PartProps, ix: EventIx) -> Html {
    let event = &props.story[ix];
    html! {
        <a
            class="row"
            href={["#", &*props.id(&["event=", &*event.id].concat())].concat()}
            onclick={go(props, Action::Show(ix))}
        >
            { time(props, event.date, date::short(props.locale(), event.date)) }
            <span class={classes!("topic", event.category.family().id())}>{ topic_icon(event.category) }</span>
            <span class="row-text">
                <span class="row-title">{ event.title.clone() }</span>
                <span class="meta">{ where_it_was(props, event) }</span>
            </span>
        </a>
    }
}
