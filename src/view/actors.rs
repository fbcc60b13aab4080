//! Actors: the list by group, and the dossier of the selected one.

use super::cite::{Cite, confidence};
use super::icon::{actor_icon, icon};
use super::member::members;
use super::part::{PartProps, heading};
use super::profile::go;
use super::relations::{relations, sentence};
use crate::model::{Actor, ActorGroup, ActorIx, Count, EventIx, Text, Word};
use crate::state::{Action, Tab};
use yew::prelude::*;

/// How many events a dossier lists.
const FIRST_EVENTS: usize = 3;

/// All actors by group; those without a link to what is shown stand in a group of their own.
#[component]
pub fn ActorList(props: &PartProps) -> Html {
    let is_open = props.selection.filters.actor.is_some();
    html! {
        <div class="actor-list" data-open={is_open.then_some("")}>
            <div class="actor-groups">
                for group in ActorGroup::ALL {
                    <div key={group as usize}>{ actor_group(props, group) }</div>
                }
                { unlinked(props) }
            </div>
            <Dossier ..props.clone()/>
        </div>
    }
}

fn group_name(props: &PartProps, group: ActorGroup) -> Text {
    props.word(match group {
        ActorGroup::States => Word::GroupStates,
        ActorGroup::Leaders => Word::GroupLeaders,
        ActorGroup::Alliance => Word::GroupAlliance,
        ActorGroup::ArmedGroups => Word::GroupArmedGroups,
        ActorGroup::Partners => Word::GroupPartners,
        ActorGroup::Neighbours => Word::GroupNeighbours,
        ActorGroup::Bodies => Word::GroupBodies,
        ActorGroup::Society => Word::GroupSociety,
    })
}

fn actor_group(props: &PartProps, group: ActorGroup) -> Html {
    let actors: Vec<ActorIx> = ActorIx::all(&props.story)
        .filter(|(ix, actor)| actor.group() == group && props.visible.actor(*ix))
        .map(|(ix, _)| ix)
        .collect();
    html! {
        <section class="actor-group" hidden={actors.is_empty()}>
            { heading(props.level + 1, "label", None, html! { { group_name(props, group) } }) }
            <ul>{ for actors.into_iter().map(|ix| actor_row(props, ix)) }</ul>
        </section>
    }
}

fn unlinked(props: &PartProps) -> Html {
    let actors: Vec<ActorIx> = ActorIx::all(&props.story)
        .map(|(ix, _)| ix)
        .filter(|&ix| !props.visible.actor(ix))
        .collect();
    html! {
        <details class="unlinked" hidden={actors.is_empty()}>
            <summary>{ props.count(Count::NotLinked, actors.len()) }</summary>
            <ul>{ for actors.into_iter().map(|ix| actor_row(props, ix)) }</ul>
        </details>
    }
}

fn events_of(props: &PartProps, ix: ActorIx) -> usize {
    props.story.events.iter().filter(|event| event.actors.contains(&ix)).count()
}

fn actor_row(props: &PartProps, ix: ActorIx) -> Html {
    let actor = &props.story[ix];
    let is_selected = props.selection.filters.actor == Some(ix);
    let counts = format!(
        "{} · {}",
        props.count(Count::Relations, props.story.ties(ix).len()),
        props.count(Count::Events, events_of(props, ix))
    );
    html! {
        <li
            key={&*actor.id}
            id={props.id(&format!("actor={}", actor.id))}
            class="actor"
            data-actor={actor.id.clone()}
            data-of={countries(props, ix)}
        >
            <button
                type="button"
                aria-pressed={if is_selected { "true" } else { "false" }}
                onclick={props.on(Action::Actor(ix))}
            >
                { actor_icon(actor) }
                <span class="actor-name">{ actor.short_name.clone() }</span>
                <span class="meta">{ counts }</span>
            </button>
            <div class="actor-text">
                { full_name(actor) }
                <p>
                    { actor.role.clone() }{ " " }
                    <Cite
                        story={&props.story}
                        sources={actor.sources.clone()}
                        of={actor.name.clone()}
                        ids={&props.ids}
                    />
                </p>
                <p class="label">{ props.word(says(actor)) }</p>
                <p>{ actor.stance.clone() }</p>
                <p class="label">{ props.count(Count::Relations, props.story.ties(ix).len()) }</p>
                <p>{ sentence(props, ix) }</p>
            </div>
        </li>
    }
}

/// The countries that an actor belongs to or acts in.
fn countries(props: &PartProps, ix: ActorIx) -> Option<AttrValue> {
    let story = &props.story;
    members(story, |country| {
        let of_event = || {
            let mut events = story.events.iter();
            events.any(|event| event.actors.contains(&ix) && event.countries.contains(&country))
        };
        story[ix].countries.contains(&country) || of_event()
    })
}

fn says(actor: &Actor) -> Word {
    if actor.group() == ActorGroup::ArmedGroups { Word::WhatItDoes } else { Word::WhatItSays }
}

/// The full name, where the list prints a shorter one.
fn full_name(actor: &Actor) -> Html {
    if actor.name == actor.short_name {
        return Html::default();
    }
    html! { <p class="full-name">{ actor.name.clone() }</p> }
}

/// The selected actor: role, stance, relations, events.
#[component]
fn Dossier(props: &PartProps) -> Html {
    html! {
        <div class="dossier" hidden={props.selection.filters.actor.is_none()}>
            if let Some(ix) = props.selection.filters.actor {
                { dossier(props, ix) }
            }
        </div>
    }
}

fn dossier(props: &PartProps, ix: ActorIx) -> Html {
    let story = &props.story;
    let actor = &story[ix];
    let country =
        story.members().find(|(_, country, _)| country.name == actor.name).map(|(ix, ..)| ix);
    html! {
        <article aria-labelledby={props.id("dossier")}>
            <p class="overline">
                { actor_icon(actor) }
                <span>{ story.labels.actor_kind[actor.kind as usize].clone() }</span>
                <button
                    type="button"
                    class="tool"
                    aria-label={props.phrase(Word::CloseNamed, &[("name", &actor.name)])}
                    onclick={props.on(Action::Actor(ix))}
                >
                    { icon("close") }
                </button>
            </p>
            <div class="dossier-head">
                { heading(props.level + 1, "title-1", Some(props.id("dossier")), html! { { actor.name.clone() } }) }
                if let Some(country) = country.filter(|&ix| props.selection.filters.country != Some(ix)) {
                    <a
                        class="button"
                        href={format!("#{}", props.id(&format!("country={}", story[country].id)))}
                        onclick={go(props, Action::Country(country))}
                    >
                        { props.word(Word::OpenCountryProfile) }{ icon("forward") }
                    </a>
                }
            </div>
            <div class="role-and-stance">
                <div><p class="label">{ props.word(Word::Role) }</p><p>{ actor.role.clone() }</p></div>
                <div><p class="label">{ props.word(says(actor)) }</p><p>{ actor.stance.clone() }</p></div>
            </div>
            { relations(props, ix) }
            { events(props, ix) }
            { confidence(story, &actor.confidence) }
            <p><Cite story={story} sources={actor.sources.clone()} of={actor.name.clone()} ids={&props.ids}/></p>
        </article>
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
            { heading(props.level + 2, "title-3", None, html! { { props.count(Count::Events, latest.len()) } }) }
            <ol class="short-list">
                for ix in latest.iter().copied().take(FIRST_EVENTS) {
                    <li key={&*story[ix].id}>
                        { super::profile::time(props, story[ix].date, crate::locale::date::short(props.locale(), story[ix].date)) }
                        <a
                            href={format!("#{}", props.id(&format!("event={}", story[ix].id)))}
                            onclick={go(props, Action::Show(ix))}
                        >
                            { story[ix].title.clone() }
                        </a>
                    </li>
                }
            </ol>
            <button type="button" class="more" onclick={props.on(Action::Tab(Tab::Timeline))}>
                { icon("forward") }{ props.count(Count::ShowInTimeline, latest.len()) }
            </button>
        </section>
    }
}
