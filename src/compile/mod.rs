//! From a story file, as JavaScript gives it, to an encoded story.

mod plain;

use crate::Story;
use crate::model::check::{File, Files, check};
use crate::model::problem::At;
use crate::model::read::{Read, StandIn, read_object};
use crate::model::{Locale, Problem, Problems, Value};
use wasm_bindgen::JsValue;

/// What problems call the file as a whole.
const FILE: &str = "story file";

/// The form of files that is read.
const FORMAT: f64 = 1.0;

/// Checks a story and encodes it in one language. `file` is the content of a story file, `words` are the
/// interface words in that language, and `base_map` is the base map of stories that bring none.
///
/// # Errors
/// The first problem with its place, and how many more there are.
pub fn compile(
    file: &JsValue,
    words: &JsValue,
    base_map: &JsValue,
    lang: &str,
) -> Result<Vec<u8>, String> {
    let locale = Locale::from_tag(lang).ok_or("lang: expected a language of the explainer")?;
    let file = plain::read(file, FILE).map_err(say)?;
    let interface = plain::read(words, "interface words").map_err(say)?;
    let bundled_land = plain::read(base_map, "base map").map_err(say)?;
    let parts = Parts::read(&file, lang).map_err(say)?;
    let words_name = ["words.", lang].concat();
    let story = check(
        locale,
        &Files {
            story: File { name: "story", value: &parts.story },
            words: File { name: &words_name, value: &parts.words },
            interface: File { name: "interface words", value: &interface },
            land: File { name: "land", value: parts.base_map.as_ref().unwrap_or(&bundled_land) },
        },
    )
    .map_err(say)?;
    Ok(Story::from(story).encode())
}

/// What a story file consists of, for one language.
struct Parts {
    story: Value,
    words: Value,
    base_map: Option<Value>,
}

impl Parts {
    fn read(file: &Value, lang: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let at = At::file(FILE);
        let (mut format, mut story, mut words) = (Value::Null, Value::Null, Value::Null);
        let mut base_map = None;
        let mut fields: [(&'static str, &mut dyn Read); 4] = [
            ("format", &mut format),
            ("story", &mut story),
            ("words", &mut words),
            ("land", &mut base_map),
        ];
        read_object(&mut fields, file, &at, &mut problems);
        match format {
            // Where there is none, that is told already.
            Value::Number(FORMAT) | Value::Null => {}
            _ => problems.push(&at.key("format"), "1", "the form of another version"),
        }
        if problems.is_empty() {
            match words.get(lang) {
                Some(told) => words = told.clone(),
                None => problems.push(&at.key("words").key(lang), "words in this language", "none"),
            }
        }
        if problems.is_empty() {
            Ok(Self { story, words, base_map })
        } else {
            Err(problems.into_vec())
        }
    }
}

/// A value that is kept as it is, for a reader that knows what to expect.
impl Read for Value {
    fn read(&mut self, value: &Value, _: &At<'_>, _: &mut Problems) {
        *self = value.clone();
    }
}

impl StandIn for Value {
    fn stand_in() -> Self {
        Self::Null
    }
}

fn say(problems: Vec<Problem>) -> String {
    let mut text = problems.first().map(ToString::to_string).unwrap_or_default();
    let more = problems.len().saturating_sub(1);
    if more > 0 {
        text.push_str("; ");
        text.push_str(&more.to_string());
        text.push_str(if more == 1 { " more problem" } else { " more problems" });
    }
    text
}
