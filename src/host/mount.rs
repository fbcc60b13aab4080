//! Mounting into an element, and leaving it.

use super::event::HostEvent;
use super::failure;
use super::options::{self, type_of};
use crate::state::Selected;
use crate::story::Story;
use crate::view::{Explainer, ExplainerProps};
use js_sys::Uint8Array;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

/// An explainer on the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExplainerHandle {
    /// What is mounted and where, until it is destroyed.
    mounted: Option<(AppHandle<Explainer>, Element)>,
}

#[wasm_bindgen]
impl ExplainerHandle {
    /// Takes the explainer off the page and frees what it used. A second call does nothing.
    pub fn destroy(&mut self) {
        if let Some((app, root)) = self.mounted.take() {
            failure::unwatch(&root);
            app.destroy();
            // The framework keeps the element for ever; out of the page, it holds on to nothing else.
            root.remove();
        }
    }
}

/// A prefix for ids that nothing else on the page uses. The first explainer has none, so that its sections
/// can be linked to, unless there is a prerendered one.
fn next_prefix(target: &Element) -> AttrValue {
    thread_local! {
        static MOUNTS: Cell<u32> = const { Cell::new(0) };
    }
    let mounts = MOUNTS.get();
    MOUNTS.set(mounts.wrapping_add(1));
    let is_free = || {
        let document = target.owner_document();
        document.is_none_or(|document| document.get_element_by_id("tab=timeline").is_none())
    };
    if mounts == 0 && is_free() {
        AttrValue::Static("")
    } else {
        AttrValue::from(["e", &mounts.to_string(), "-"].concat())
    }
}

/// Mounts an explainer at the end of an element.
///
/// `story` is a `Uint8Array` with an encoded story. `prerendered` is the child of `target` that holds the
/// markup of the same story, rendered by the same build: it is taken over in place.
///
/// # Errors
/// A JavaScript `Error` if `target` is not an element of a page, an option has a wrong value, or the bytes
/// are not a story that this build can read.
#[wasm_bindgen]
pub fn mount(
    target: JsValue,
    options: &JsValue,
    story: JsValue,
    prerendered: Option<Element>,
) -> Result<ExplainerHandle, JsError> {
    let failed = |message: &str| JsError::new(&["mount: ", message].concat());
    let target: Element = target.dyn_into().map_err(|target| {
        failed(&["target: expected an Element, found ", &type_of(&target)].concat())
    })?;
    let story: Uint8Array = story.dyn_into().map_err(|story| {
        failed(&["story: expected a Uint8Array, found ", &type_of(&story)].concat())
    })?;
    let story = Story::decode(&story.to_vec())
        .map_err(|error| failed(&["story: ", &error.to_string()].concat()))?;
    options::check(options, story.locale).map_err(|message| failed(&message))?;
    let is_prerendered = prerendered.is_some();
    // Each mount has an element of its own: listeners on it stay when the explainer goes.
    let root = prerendered
        .or_else(|| {
            let root = target.owner_document()?.create_element("div").ok()?;
            target.append_child(&root).is_ok().then_some(root)
        })
        .ok_or_else(|| failed("target: expected an Element that can hold a <div>"))?;
    failure::watch(&root, &target);
    let onselect = Callback::from({
        let target = target.clone();
        move |selected: Option<Selected>| {
            let selected = selected.as_ref().map(|selected| (selected.kind.name(), &*selected.id));
            HostEvent::Select(selected).dispatch(&target);
        }
    });
    let ids = if is_prerendered { AttrValue::Static("") } else { next_prefix(&target) };
    let onready = Callback::from({
        let lang = story.locale.tag();
        move |()| HostEvent::Ready { lang }.dispatch(&target)
    });
    let permalink = ids.is_empty();
    let props =
        ExplainerProps { onselect, onready, permalink, ids, ..ExplainerProps::of_page(story) };
    let renderer = Renderer::<Explainer>::with_root_and_props(root.clone(), props);
    let app = if is_prerendered { renderer.hydrate() } else { renderer.render() };
    Ok(ExplainerHandle { mounted: Some((app, root)) })
}
