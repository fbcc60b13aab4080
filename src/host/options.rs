//! Options as JavaScript gives them.

use crate::model::Locale;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::console;

/// Checks an object with options, or nothing at all, beside a story in a language; warns of options that do
/// not exist.
///
/// # Errors
/// If a value is not one of those allowed: which option, what was expected, what was found.
pub fn check(options: &JsValue, locale: Locale) -> Result<(), String> {
    if options.is_undefined() || options.is_null() {
        return Ok(());
    }
    let Some(object) = options.dyn_ref::<Object>() else {
        return Err(["options: expected an object, found ", &type_of(options)].concat());
    };
    for key in Object::keys(object).iter() {
        let value = Reflect::get(object, &key).unwrap_or_default();
        let key = key.as_string().unwrap_or_default();
        if value.is_undefined() {
            continue;
        }
        match key.as_str() {
            "lang" => expect_lang(&value, locale)?,
            _ => console::warn_1(
                &["sahel-explainer: option \"", &key, "\" does not exist and is ignored"]
                    .concat()
                    .into(),
            ),
        }
    }
    Ok(())
}

fn expect_lang(value: &JsValue, locale: Locale) -> Result<(), String> {
    let tag = value.as_string();
    if tag.as_deref() == Some(locale.tag()) {
        return Ok(());
    }
    let found = tag.map_or_else(|| type_of(value), |tag| ["\"", &tag, "\""].concat());
    let expected = ["options.lang: expected \"", locale.tag(), "\", the story's language, found "];
    Err([&expected.concat(), found.as_str()].concat())
}

/// What JavaScript calls the type of a value.
pub fn type_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    value.js_typeof().as_string().unwrap_or_default()
}
