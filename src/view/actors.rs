//! Actors: the list by group, in which the selected one is unfolded.

use super::cite::cite;
use super::dossier::dossier;
use super::icon::{actor_icon, icon};
use super::jump::{self, Opener};
use super::member::members;
use super::once::{keyed, use_effect_with, use_flag};
use super::part::{PartProps, heading};
use super::prose::prose;
use super::relations::{Form, sentence};
use crate::markup::html;
use crate::model::{Actor, ActorGroup, ActorIx, Count, CountryIx, Text, Word};
use crate::state::{Action, Notice, Tag};
use yew::prelude::*;

/// All actors by group; those without a link to what is shown stand in a group of their own.
#[component]
pub fn ActorList(props: &PartProps) -> Html {
    let selected = props.selection.filters.actor;
    let list = use_node_ref();
    let form = use_state_eq(|| Form::Diagram);
    let onform = {
        let form = form.clone();
        Callback::from(move |to| form.set(to))
    };
    let is_unfolded = use_flag();
    let onunfold = {
        let is_unfolded = is_unfolded.clone();
        Callback::from(move |_: MouseEvent| is_unfolded.set(!*is_unfolded))
    };
    use_effect_with(selected, {
        let list = list.clone();
        // Not after a link or the page around has selected it: then nobody has asked to be taken there.
        let is_asked = selected.is_some_and(|ix| props.selection.notice == Notice::Actor(ix));
        move |_| {
            let Some(dossier) = jump::opened(&list, ".dossier").filter(|_| is_asked) else {
                return;
            };
            match Opener::now(&dossier) {
                Opener::Control => jump::reveal(&dossier),
                Opener::Link | Opener::None => jump::lead_to(&dossier),
            }
        }
    });
    let unlinked: Vec<ActorIx> = ActorIx::all(&props.story)
        .map(|(ix, _)| ix)
        .filter(|&ix| !props.visible.actor(ix))
        .collect();
    let shows_unlinked = *is_unfolded || selected.is_some_and(|ix| unlinked.contains(&ix));
    let pressed = props.pressed().filters.actor;
    let part = props.clone().without_ahead();
    let item = |ix: ActorIx| {
        let is_pressed = pressed == Some(ix);
        let (part, onform) = (part.clone(), onform.clone());
        keyed::<Item>(&*props.story[ix].id, ItemProps { part, ix, is_pressed, form: *form, onform })
    };
    html! {
        <div ref={list} class="actor-list" data-open={selected.map(|_| "")}>
            <div class="actor-groups">
                for group in ActorGroup::ALL {
                    <section key={group as usize} class="actor-group" hidden={linked(props, group).next().is_none()}>
                        { heading(props.level + 1, "label", None, html! { { group_name(props, group) } }) }
                        <ul>{ for linked(props, group).map(item) }</ul>
                    </section>
                }
            </div>
            <section class="actor-group unlinked" hidden={unlinked.is_empty()}>
                { heading(props.level + 1, "label", None, html! {
                    <button
                        type="button"
                        class="text-button"
                        aria-expanded={if shows_unlinked { "true" } else { "false" }}
                        onclick={onunfold}
                    >
                        { unlinked_name(props, unlinked.len()) }{ icon("down") }
                    </button>
                }) }
                <ul hidden={!shows_unlinked}>{ for unlinked.iter().copied().map(item) }</ul>
            </section>
        </div>
    }
}

/// The actors of a group that have a link to what is shown.
fn linked(props: &PartProps, group: ActorGroup) -> impl Iterator<Item = ActorIx> + '_ {
    ActorIx::all(&props.story)
        .filter(move |(ix, actor)| actor.group() == group && props.visible.actor(*ix))
        .map(|(ix, _)| ix)
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

/// "Not linked to Mali (5)", where one filter alone is the reason.
fn unlinked_name(props: &PartProps, count: usize) -> String {
    let n = count.to_string();
    let tags = props.selection.filters.tags();
    let mut reasons = tags.iter().filter(|tag| !matches!(tag, Tag::Actor(_)));
    let name = match (reasons.next(), reasons.next()) {
        (Some(&Tag::Country(ix)), None) => props.story[ix].name.clone(),
        (Some(&Tag::Only(ix)), None) => props.story[ix].name.clone(),
        (Some(&Tag::Topic(topic)), None) => props.story.labels.category[topic as usize].clone(),
        _ => return props.phrase(Word::NotLinked, &[("n", &n)]),
    };
    props.phrase(Word::NotLinkedTo, &[("name", &name), ("n", &n)])
}

/// Props of [`Item`].
#[derive(Clone, Debug, Properties)]
struct ItemProps {
    part: PartProps,
    ix: ActorIx,
    /// The reader has pressed it last: its dossier follows.
    is_pressed: bool,
    form: Form,
    onform: Callback<Form>,
}

impl ItemProps {
    /// What its dossier depends on, where that is open.
    fn opened(&self) -> Option<(Option<CountryIx>, Form)> {
        let filters = &self.part.selection.filters;
        (filters.actor == Some(self.ix)).then_some((filters.country, self.form))
    }
}

/// An actor is drawn anew only for what is seen of it.
impl PartialEq for ItemProps {
    fn eq(&self, other: &Self) -> bool {
        (self.ix, self.is_pressed, self.opened()) == (other.ix, other.is_pressed, other.opened())
            && self.part.is_same_but_selection(&other.part)
    }
}

/// An actor: a button, what is read of it without a program, and its dossier.
#[component]
fn Item(props: &ItemProps) -> Html {
    let ItemProps { part: props, ix, is_pressed, form, onform } = props;
    let (story, ix) = (&props.story, *ix);
    let actor = &story[ix];
    let is_selected = props.selection.filters.actor == Some(ix);
    let ties = props.count(Count::Relations, story.ties(ix).len());
    let events = props.count(Count::Events, story.tally().involving(ix));
    html! {
        <li
            id={props.id(&["actor=", &*actor.id].concat())}
            class="actor"
            data-actor={actor.id.clone()}
            data-of={countries(props, ix)}
            data-open={is_selected.then_some("")}
        >
            <button
                type="button"
                aria-pressed={if *is_pressed { "true" } else { "false" }}
                onclick={props.on(Action::Actor(ix))}
            >
                { actor_icon(actor) }
                <span class="actor-name">{ actor.short_name.clone() }</span>
                <span class="meta">{ [&*ties, " · ", &*events].concat() }</span>
                { icon("down") }
            </button>
            <div class="actor-text">
                <p class="meta">{ story.labels.actor_kind[actor.kind as usize].clone() }</p>
                { full_name(actor) }
                <p class="actor-role">{ prose(props, &actor.role, &story.terms.roles[ix.position()]) }</p>
                <p class="label">{ props.word(says(actor)) }</p>
                <p>{ prose(props, &actor.stance, &story.terms.stances[ix.position()]) }</p>
                <p class="label">{ ties }</p>
                <p>{ sentence(props, ix) }</p>
                <p class="links">{ cite(props, &actor.sources, &actor.name) }</p>
            </div>
            if is_selected {
                { dossier(props, ix, *form, onform) }
            }
        </li>
    }
}

/// The countries that an actor belongs to or acts in.
fn countries(props: &PartProps, ix: ActorIx) -> Option<AttrValue> {
    let story = &props.story;
    members(story, |country| {
        story[ix].countries.contains(&country) || story.tally().in_country(country, ix) > 0
    })
}

/// What the second text of an actor is about.
pub(crate) fn says(actor: &Actor) -> Word {
    if actor.group() == ActorGroup::ArmedGroups { Word::WhatItDoes } else { Word::WhatItSays }
}

/// The full name, where the list prints a shorter one.
fn full_name(actor: &Actor) -> Html {
    if actor.name == actor.short_name {
        return Html::default();
    }
    html! { <p class="full-name">{ actor.name.clone() }</p> }
}
