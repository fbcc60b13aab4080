//! The menu for sharing, which the loader shows: what it is told, and what it may ask.

use super::event::{HostEvent, object};
use crate::export::Export;
use crate::state::address::to_fragment;
use crate::view::{ColorScheme, Share};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

type Ask = Closure<dyn Fn(String, String) -> JsValue>;

thread_local! {
    /// What the menu calls. A page has one menu open at most, so the next takes the place of the last.
    static ASK: RefCell<Option<Ask>> = const { RefCell::new(None) };
}

/// Asks the page to open the menu.
pub(super) fn open(share: Share, target: &Element) {
    let facts = object(&[
        ("button", share.button.clone().into()),
        ("lang", share.story.locale.tag().into()),
        ("title", (&*share.story.intro.headline).into()),
        ("fragment", to_fragment(&share.story, &share.selection).into()),
        ("chosen", (&*share.chosen).into()),
        ("counted", (&*share.counted).into()),
        ("checked", (&*share.checked).into()),
        ("theme", share.theme.name().into()),
    ]);
    let ask = Closure::new(move |what: String, value: String| answer(&share, &what, value));
    // A new object takes any field.
    let _ = js_sys::Reflect::set(&facts, &"ask".into(), ask.as_ref());
    ASK.replace(Some(ask));
    HostEvent::Share(&facts).dispatch(target);
}

/// `theme` takes other colours, `say` says something, `csv` and `json` give what is shown as data.
fn answer(share: &Share, what: &str, value: String) -> JsValue {
    let export = || Export::of(&share.story, &share.visible);
    match what {
        "theme" => {
            let theme = ColorScheme::ALL.into_iter().find(|theme| theme.name() == value);
            share.ontheme.emit(theme.unwrap_or_default());
            JsValue::UNDEFINED
        }
        "say" => {
            share.onsay.emit(value);
            JsValue::UNDEFINED
        }
        "csv" => export().csv().into(),
        "json" => {
            let form = Serializer::json_compatible();
            export().serialize(&form).unwrap_or(JsValue::UNDEFINED)
        }
        _ => JsValue::UNDEFINED,
    }
}
