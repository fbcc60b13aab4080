//! What the page around the explainer hears.

use crate::view::StepReached;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// An event that bubbles from the mounted element, through shadow roots too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostEvent<'a> {
    /// The explainer is on the page.
    Ready {
        /// Its language, as a BCP 47 tag.
        lang: &'a str,
    },
    /// Something else is selected: kind and id, or nothing.
    Select(Option<(&'a str, &'a str)>),
    /// Anything that an address can hold is another: all of it, as the fragment of an address.
    Change(&'a str),
    /// A step of the tour is open.
    Step(StepReached),
    /// Another language is wanted, as a BCP 47 tag. Only the loader listens.
    Language(&'a str),
    /// The menu for sharing is wanted: what it needs. Only the loader listens.
    Share(&'a Object),
    /// Something went wrong.
    Error {
        /// What, in one word for programs.
        code: &'a str,
        /// What, in words for people.
        message: &'a str,
    },
}

impl HostEvent<'_> {
    /// Sends the event from an element.
    pub fn dispatch(self, target: &Element) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&self.detail());
        let event = CustomEvent::new_with_event_init_dict(self.name(), &init)
            .expect("a name and a dictionary make an event");
        // The result says whether a listener prevented the default action, and there is none.
        let _ = target.dispatch_event(&event);
    }

    fn name(self) -> &'static str {
        match self {
            Self::Ready { .. } => "explainer-ready",
            Self::Select(_) => "explainer-select",
            Self::Change(_) => "explainer-change",
            Self::Step(_) => "explainer-step",
            Self::Language(_) => "explainer-language",
            Self::Share(_) => "explainer-share",
            Self::Error { .. } => "explainer-error",
        }
    }

    fn detail(self) -> Object {
        match self {
            Self::Ready { lang } | Self::Language(lang) => object(&[("lang", lang.into())]),
            Self::Select(Some((kind, id))) => object(&[("kind", kind.into()), ("id", id.into())]),
            Self::Select(None) => object(&[("kind", JsValue::NULL)]),
            Self::Change(state) => object(&[("state", state.into())]),
            Self::Step(StepReached { step, of }) => {
                object(&[("step", step.into()), ("of", of.into())])
            }
            Self::Share(facts) => facts.clone(),
            Self::Error { code, message } => {
                object(&[("code", code.into()), ("message", message.into())])
            }
        }
    }
}

/// A new object with these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).expect("a new object takes any field");
    }
    object
}
