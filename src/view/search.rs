//! The search field: it narrows while one types, and suggests what may be meant.

use super::focus::{HEADING, use_jump};
use super::icon::{actor_icon, icon, topic_icon};
use super::once::{use_flag, use_memo};
use super::part::PartProps;
use super::suggestion::{Choice, Offer, offers};
use crate::markup::html;
use crate::model::Word;
use crate::state::{Action, Tab, Tag};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, Node};
use yew::prelude::*;

/// A field with a list of suggestions under it, which is led by the arrow keys.
#[component]
pub fn Search(props: &PartProps) -> Html {
    let is_open = use_flag();
    let active = use_state_eq(|| None::<usize>);
    let (root, jump) = use_jump();
    let field = use_node_ref();
    let typed = props.selection.filters.query.clone();
    // Other filters change the count in the last row.
    let shown = props.visible.event_count();
    let offers = {
        let props = props.clone();
        use_memo((typed.clone(), *is_open, shown), move |(_, is_open, _)| {
            if *is_open { offers(&props) } else { Vec::new() }
        })
    };
    let choices: Vec<Choice> =
        offers.iter().flat_map(|offer| offer.choices.iter().cloned()).collect();
    let is_expanded = !offers.is_empty();
    let list = props.id("suggestions");

    let close = {
        let (is_open, active) = (is_open.clone(), active.clone());
        Callback::from(move |()| {
            is_open.set(false);
            active.set(None);
        })
    };
    let query = props.onaction.reform(|text: Rc<str>| Action::Query(text));
    let take = {
        let (props, close, jump, query) = (props.clone(), close.clone(), jump, query.clone());
        Callback::from(move |choice: Choice| {
            if let Choice::Near(text) = &choice {
                query.emit(text.clone());
                return;
            }
            close.emit(());
            if !matches!(choice, Choice::All) {
                query.emit(Rc::from(""));
            }
            go_to(&props, &choice, &jump);
        })
    };
    let oninput = {
        let (is_open, active, query) = (is_open.clone(), active.clone(), query.clone());
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            query.emit(Rc::from(field.map(|field| field.value()).unwrap_or_default()));
            is_open.set(true);
            active.set(None);
        })
    };
    let onkeydown = {
        let (props, is_open, active) = (props.clone(), is_open.clone(), active.clone());
        let (take, close, choices) = (take.clone(), close.clone(), choices.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_empty = props.selection.filters.query.is_empty();
            match event.key().as_str() {
                "ArrowDown" | "ArrowUp" if !is_expanded => is_open.set(true),
                "ArrowDown" => active.set(next(*active, choices.len(), true)),
                "ArrowUp" => active.set(next(*active, choices.len(), false)),
                "Enter" if is_empty => return,
                "Enter" => {
                    let chosen = active.and_then(|at| choices.get(at).cloned());
                    take.emit(chosen.unwrap_or(Choice::All));
                }
                "Escape" if is_expanded => close.emit(()),
                "Escape" if !is_empty => props.onaction.emit(Action::Remove(Tag::Query)),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onfocusout = {
        let (root, close) = (root.clone(), close.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            let root = root.cast::<Node>();
            if !root.is_some_and(|root| root.contains(to.as_ref())) {
                close.emit(());
            }
        })
    };
    let onclear = {
        let (field, onaction) = (field.clone(), props.onaction.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlElement>() {
                // The button goes; a browser that refuses puts the focus on the page.
                let _ = field.focus();
            }
            onaction.emit(Action::Remove(Tag::Query));
        })
    };
    html! {
        <div ref={root} class="search" {onfocusout}>
            { icon("search") }
            <input
                ref={field}
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-label={props.word(Word::SearchLabel)}
                aria-autocomplete="list"
                aria-expanded={if is_expanded { "true" } else { "false" }}
                aria-controls={list.clone()}
                aria-activedescendant={active.filter(|_| is_expanded).map(|at| option_id(props, at))}
                placeholder={props.word(Word::SearchLabel)}
                value={typed.clone()}
                {oninput}
                {onkeydown}
            />
            <button
                type="button"
                class="tool"
                hidden={typed.is_empty()}
                aria-label={props.word(Word::ClearSearch)}
                onclick={onclear}
            >
                { icon("close") }
            </button>
            <div
                class="suggestions"
                id={list}
                role="listbox"
                aria-label={props.word(Word::Suggestions)}
                hidden={!is_expanded}
                onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}
            >
                { groups(props, &offers, *active, &take) }
            </div>
        </div>
    }
}

/// The option before or after, and none between the last and the first.
fn next(active: Option<usize>, count: usize, is_down: bool) -> Option<usize> {
    match (active, is_down) {
        (None, true) => (count > 0).then_some(0),
        (None, false) => count.checked_sub(1),
        (Some(at), true) => (at + 1 < count).then_some(at + 1),
        (Some(at), false) => at.checked_sub(1),
    }
}

fn option_id(props: &PartProps, at: usize) -> AttrValue {
    props.id(&["suggestion-", &at.to_string()].concat())
}

fn groups(
    props: &PartProps,
    offers: &[Offer],
    active: Option<usize>,
    take: &Callback<Choice>,
) -> Html {
    let mut first = 0;
    html! {
        <>
            for (at, offer) in offers.iter().enumerate() {
                <div key={at} class="offer" role="group" aria-label={offer.label.clone()}>
                    <p class="label" hidden={offer.label.is_none()} aria-hidden="true">
                        { offer.label.clone().unwrap_or_default() }{ " " }
                        <small class="meta">{ offer.count.map(|count| count.to_string()).unwrap_or_default() }</small>
                    </p>
                    { for offer.choices.iter().map(|choice| {
                        let at = first;
                        first += 1;
                        option(props, choice, at, active == Some(at), take)
                    }) }
                </div>
            }
        </>
    }
}

fn option(
    props: &PartProps,
    choice: &Choice,
    at: usize,
    is_active: bool,
    take: &Callback<Choice>,
) -> Html {
    let story = &props.story;
    let glyph = match choice {
        Choice::Event(ix) => topic_icon(story[*ix].category),
        Choice::Actor(ix) => actor_icon(&story[*ix]),
        Choice::Place(_) => icon("pin"),
        Choice::Term(_) | Choice::Source(_) => icon("single-source"),
        Choice::Near(_) => icon("search"),
        Choice::All => icon("filter"),
    };
    let (title, about) = choice.texts(props);
    let onclick = {
        let (take, choice) = (take.clone(), choice.clone());
        Callback::from(move |_: MouseEvent| take.emit(choice.clone()))
    };
    html! {
        <div
            key={at}
            id={option_id(props, at)}
            class={classes!("option", matches!(choice, Choice::All).then_some("all"))}
            role="option"
            aria-selected={if is_active { "true" } else { "false" }}
            {onclick}
        >
            { glyph }
            <span dir="auto">{ title }</span>
            <span class="meta" hidden={about.is_none()}>{ about }</span>
        </div>
    }
}

/// Opens what was chosen, and has the focus follow where the thing has a heading of its own.
fn go_to(props: &PartProps, choice: &Choice, jump: &Callback<String>) {
    let (selection, story) = (&props.selection, &props.story);
    let item =
        |kind: &str, id: &str| ["[id=\"", &props.id(&[kind, "=", id].concat()), "\"] a"].concat();
    match *choice {
        Choice::Event(ix) => props.onaction.emit(Action::Show(ix)),
        Choice::Actor(ix) => {
            jump.emit([".dossier ", HEADING].concat());
            // Choosing what is open must not close it.
            let is_open = selection.filters.actor == Some(ix);
            let action = if is_open { Action::Tab(Tab::Actors) } else { Action::Actor(ix) };
            props.onaction.emit(action);
        }
        Choice::Place(ix) => {
            jump.emit([".place-panel ", HEADING].concat());
            if selection.place != Some(ix) {
                props.onaction.emit(Action::Place(ix));
            }
        }
        Choice::Term(ix) => {
            jump.emit(item("term", &story[ix].id));
            props.onaction.emit(Action::Tab(Tab::Glossary));
        }
        Choice::Source(ix) => {
            jump.emit(item("source", &story[ix].id));
            props.onaction.emit(Action::Tab(Tab::Sources));
        }
        Choice::Near(_) => {}
        Choice::All => props.onaction.emit(Action::Tab(Tab::Timeline)),
    }
}
