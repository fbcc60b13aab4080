//! Mounting into an element, and leaving it.

use super::event::HostEvent;
use super::failure;
use super::mounted::{Mounted, MountedProps};
use super::options::{Options, type_of};
use crate::state::{Selected, Selection};
use crate::story::Story;
use crate::view::ExplainerProps;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

/// An explainer on the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExplainerHandle {
    /// What is mounted and where, until it is destroyed.
    mounted: Option<(AppHandle<Mounted>, Element)>,
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

/// A prefix for ids that no other explainer of the page uses. The first has none, so that its sections can
/// be linked to.
fn next_prefix() -> AttrValue {
    thread_local! {
        static MOUNTS: Cell<u32> = const { Cell::new(0) };
    }
    let mounts = MOUNTS.get();
    MOUNTS.set(mounts.wrapping_add(1));
    if mounts == 0 {
        AttrValue::Static("")
    } else {
        AttrValue::from(["e", &mounts.to_string(), "-"].concat())
    }
}

/// Mounts an explainer at the end of an element.
///
/// # Errors
/// A JavaScript `Error` if `target` is not an element of a page, or an option has a wrong value.
#[wasm_bindgen]
pub fn mount(target: JsValue, options: &JsValue) -> Result<ExplainerHandle, JsError> {
    let failed = |message: &str| JsError::new(&["mount: ", message].concat());
    let target: Element = target.dyn_into().map_err(|target| {
        failed(&["target: expected an Element, found ", &type_of(&target)].concat())
    })?;
    let story = Story::decode(Story::EN).map_err(|error| failed(&error.to_string()))?;
    let options = Options::read(options).map_err(|message| failed(&message))?;
    // Each mount has an element of its own: listeners on it stay when the explainer goes.
    let root = target
        .owner_document()
        .and_then(|document| document.create_element("div").ok())
        .filter(|root| target.append_child(root).is_ok())
        .ok_or_else(|| failed("target: expected an Element that can hold a <div>"))?;
    failure::watch(&root, &target);
    let onselect = Callback::from({
        let target = target.clone();
        move |selected: Option<Selected>| {
            let selected = selected.as_ref().map(|selected| (selected.kind.name(), &*selected.id));
            HostEvent::Select(selected).dispatch(&target);
        }
    });
    let onready = Callback::from(move |()| {
        HostEvent::Ready { lang: options.locale.tag() }.dispatch(&target);
    });
    let explainer = ExplainerProps {
        story,
        selection: Selection::default(),
        onchange: Callback::noop(),
        onselect,
        level: 1,
        ids: next_prefix(),
    };
    let props = MountedProps { explainer, onready };
    let app = Renderer::<Mounted>::with_root_and_props(root.clone(), props).render();
    Ok(ExplainerHandle { mounted: Some((app, root)) })
}
