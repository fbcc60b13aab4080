//! Options as JavaScript gives them.

use crate::model::Locale;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::console;

/// The languages whose story is in the module.
const BUNDLED: [Locale; 1] = [Locale::En];

/// What a page can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Language of the texts.
    pub locale: Locale,
}

impl Options {
    /// Reads an object, or nothing at all; warns of options that do not exist.
    ///
    /// # Errors
    /// If a value is not one of those allowed: which option, what was expected, what was found.
    pub fn read(options: &JsValue) -> Result<Self, String> {
        let mut read = Self::default();
        if options.is_undefined() || options.is_null() {
            return Ok(read);
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
                "lang" => read.locale = locale(&value)?,
                _ => console::warn_1(
                    &["sahel-explainer: option \"", &key, "\" does not exist and is ignored"]
                        .concat()
                        .into(),
                ),
            }
        }
        Ok(read)
    }
}

fn locale(value: &JsValue) -> Result<Locale, String> {
    let tag = value.as_string();
    let locale = tag.as_deref().and_then(Locale::from_tag);
    locale.filter(|locale| BUNDLED.contains(locale)).ok_or_else(|| {
        let found = tag.map_or_else(|| type_of(value), |tag| ["\"", &tag, "\""].concat());
        let allowed = BUNDLED.map(Locale::tag).join("\", \"");
        ["options.lang: expected \"", &allowed, "\", found ", &found].concat()
    })
}

/// What JavaScript calls the type of a value.
pub fn type_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    value.js_typeof().as_string().unwrap_or_default()
}
