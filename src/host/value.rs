//! Values of JavaScript, in words.

use js_sys::Number;
use wasm_bindgen::{JsCast, JsValue};

/// How much of a text is shown, in characters.
const SHOWN: usize = 60;

/// A text in quotes, cut off where it is long.
pub fn quoted(text: &str) -> String {
    let end = text.char_indices().nth(SHOWN).map_or(text.len(), |(end, _)| end);
    let rest = if end < text.len() { "…" } else { "" };
    ["\"", &text[..end], rest, "\""].concat()
}

/// What was found where something else was expected: the value, or its type if it is none to be written.
pub fn found(value: &JsValue) -> String {
    if let Some(text) = value.as_string() {
        quoted(&text)
    } else if let Some(number) = value.dyn_ref::<Number>() {
        number.to_string_with_radix(10).map_or_else(|_| type_of(value), String::from)
    } else if let Some(truth) = value.as_bool() {
        String::from(if truth { "true" } else { "false" })
    } else {
        type_of(value)
    }
}

/// What JavaScript calls the type of a value.
pub fn type_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    value.js_typeof().as_string().unwrap_or_default()
}
