//! Values of JavaScript as plain values, whatever is hidden in them.

use crate::model::problem::At;
use crate::model::{Problem, Problems, Value};
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// How many values a story may hold: ten times as many as the bundled one.
const MOST: u32 = 1_000_000;
/// How deep they may be inside each other: twice as deep as in the bundled story.
const DEEPEST: usize = 16;

/// Reads a value and all that is in it.
///
/// # Errors
/// The first that is no plain value: text, number, truth value, list, object or nothing.
pub fn read(value: &JsValue, file: &str) -> Result<Value, Vec<Problem>> {
    let mut reader = Reader { above: Vec::new(), left: MOST + 1, problems: Problems::default() };
    let value = reader.value(value, &At::file(file));
    if reader.problems.is_empty() { Ok(value) } else { Err(reader.problems.into_vec()) }
}

struct Reader {
    /// What the value that is read is in, from outside to inside.
    above: Vec<Object>,
    /// The value that brings this to zero is one too many.
    left: u32,
    problems: Problems,
}

impl Reader {
    fn value(&mut self, value: &JsValue, at: &At<'_>) -> Value {
        if self.left == 0 {
            return Value::Null;
        }
        self.left -= 1;
        if self.left == 0 {
            self.stop(at, "at most 1000000 values", "more");
            return Value::Null;
        }
        if value.is_null() {
            Value::Null
        } else if let Some(truth) = value.as_bool() {
            Value::Bool(truth)
        } else if let Some(number) = value.as_f64() {
            Value::Number(number)
        } else if let Some(text) = value.as_string() {
            Value::Text(text.into())
        } else if let Some(object) = value.dyn_ref::<Object>() {
            self.inside(object, at)
        } else {
            let found = value.js_typeof().as_string().unwrap_or_default();
            self.stop(at, "a plain value", &["a value of type ", &found].concat());
            Value::Null
        }
    }

    fn inside(&mut self, object: &Object, at: &At<'_>) -> Value {
        if self.above.iter().any(|outer| Object::is(outer, object)) {
            self.stop(at, "a value", "one that it is itself a part of");
            return Value::Null;
        }
        if self.above.len() == DEEPEST {
            self.stop(at, "at most 16 values inside each other", "more");
            return Value::Null;
        }
        self.above.push(object.clone());
        let value =
            if Array::is_array(object) { self.list(object, at) } else { self.map(object, at) };
        self.above.pop();
        value
    }

    fn list(&mut self, list: &Object, at: &At<'_>) -> Value {
        let length = Reflect::get(list, &"length".into()).ok().and_then(|length| length.as_f64());
        let length = length.unwrap_or_default() as u32;
        let mut items = Vec::new();
        for index in 0..length {
            if self.left == 0 {
                break;
            }
            let at = at.index(index as usize);
            if let Some(item) = self.read(Reflect::get_u32(list, index), &at) {
                items.push(self.value(&item, &at));
            }
        }
        Value::List(items)
    }

    fn map(&mut self, object: &Object, at: &At<'_>) -> Value {
        if let Some(class) = class_of(object) {
            self.stop(at, "a plain object", &class);
            return Value::Null;
        }
        let keys = self.read(Reflect::own_keys(object), at);
        let mut entries = Vec::new();
        for key in keys.iter().flat_map(Array::iter) {
            let Some(name) = key.as_string().filter(|_| self.left > 0) else { continue };
            let at = at.key(&name);
            let value = self.read(Reflect::get(object, &key), &at);
            // What is set to `undefined` is left out, as JSON would have it.
            if let Some(value) = value.filter(|value| !value.is_undefined()) {
                let value = self.value(&value, &at);
                entries.push((name.as_str().into(), value));
            }
        }
        Value::Map(entries)
    }

    /// Notes a problem and reads no further: what is hidden behind it may have no end.
    fn stop(&mut self, at: &At<'_>, expected: &str, found: &str) {
        self.problems.push(at, expected, found);
        self.left = 0;
    }

    /// What a getter or a proxy gave, which may be an error.
    fn read<T>(&mut self, given: Result<T, JsValue>, at: &At<'_>) -> Option<T> {
        if given.is_err() {
            self.stop(at, "a value that can be read", "one that throws an error");
        }
        given.ok()
    }
}

/// What an object is, if it is none that could be written as a literal.
fn class_of(object: &Object) -> Option<String> {
    let unknown = || Some("an object that throws an error".to_owned());
    let Ok(prototype) = Reflect::get_prototype_of(object) else { return unknown() };
    if prototype.is_null() || Reflect::get_prototype_of(&prototype).is_ok_and(|top| top.is_null()) {
        return None;
    }
    let constructor = Reflect::get(&prototype, &"constructor".into()).ok()?;
    let name = Reflect::get(&constructor, &"name".into()).ok()?;
    let name = name.dyn_into::<JsString>().map(String::from).unwrap_or_default();
    Some(match &*name {
        "Object" => "one with a prototype of its own".to_owned(),
        _ => ["an object of the class ", &name].concat(),
    })
}
