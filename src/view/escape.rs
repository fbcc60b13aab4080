//! The Escape key.

use super::focus::focus_in_root;
use super::once::use_effect_with;
use super::part::PartProps;
use crate::state::Action;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Escape closes what holds the focus, one thing a press, and leaves the focus on what is still there. The
/// reference is for the element that holds everything. Parts may be applications of their own, whose events
/// do not come to listeners that Yew has around them.
#[hook]
pub(crate) fn use_escape(props: &PartProps, in_tour: bool) -> NodeRef {
    let root = use_node_ref();
    use_effect_with((props.clone(), in_tour), {
        let root = root.clone();
        move |(props, in_tour): &(PartProps, bool)| {
            let onkeydown = escape(props, *in_tour);
            let listener = root.cast::<Element>().map(|root| {
                EventListener::new(&root, "keydown", move |event| {
                    if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                        onkeydown.emit(event.clone());
                    }
                })
            });
            move || drop(listener)
        }
    });
    root
}

fn escape(props: &PartProps, in_tour: bool) -> Callback<KeyboardEvent> {
    let props = props.clone();
    Callback::from(move |event: KeyboardEvent| {
        // What answered before, such as a tooltip, has used the press up.
        if event.key() != "Escape" || event.default_prevented() {
            return;
        }
        if in_tour {
            props.onaction.emit(Action::LeaveTour);
            return;
        }
        let Some(target) = event.target_dyn_into::<Element>() else {
            return;
        };
        let within = |selector: &str| target.closest(selector).ok().flatten();
        let selection = &props.selection;
        if let (Some(place), Some(_)) = (selection.place, within(".place-panel, .place-list")) {
            if within(".place-panel").is_some() {
                focus_in_root(&target, "#result, .place-list summary");
            }
            props.onaction.emit(Action::Place(place));
        } else if let (Some(country), Some(_)) = (selection.filters.country, within(".stage")) {
            if within(".profile").is_some() {
                let id = &props.story[country].id;
                focus_in_root(&target, &format!("[data-country-button=\"{id}\"]"));
            }
            props.onaction.emit(Action::AllCountries);
        } else if let (Some(actor), Some(_)) = (selection.filters.actor, within(".actor-list")) {
            let id = &props.story[actor].id;
            focus_in_root(&target, &format!("[data-actor=\"{id}\"] > button"));
            props.onaction.emit(Action::Actor(actor));
        } else if let (Some(open), Some(_)) =
            (selection.event.beside(&props.story), within(".card, .event"))
        {
            let id = &props.story[open].id;
            focus_in_root(&target, &format!("li[data-event=\"{id}\"] > button"));
            props.onaction.emit(Action::CloseEvent);
        }
    })
}
