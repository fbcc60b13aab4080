//! `cargo xtask fmt`: keys in the order of the schema, words in the order of the story, one layout, and the
//! typography of each language.

use super::json::Json;
use super::model::{Locale, Value, typography};
use super::print::print;
use super::schema::Schemas;
use super::{Mode, bring};
use serde_json::Value as Schema;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Formats the files of a story's folder, or of the folder of interface words. The exit code is 0 if all
/// was well or has been written, 1 if a check found a stale file, 2 if a file could not be read.
pub fn fmt(folder: &Path, mode: Mode) -> ExitCode {
    match format_folder(folder, mode) {
        Ok(is_fresh) => ExitCode::from(u8::from(mode == Mode::Check && !is_fresh)),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn format_folder(folder: &Path, mode: Mode) -> Result<bool, String> {
    let schemas = Schemas::new();
    let mut is_fresh = true;
    let story_path = folder.join("story.json");
    let story = if story_path.exists() {
        let mut story = read(&story_path)?;
        schemas.story.order(&mut story);
        sort_events(&mut story);
        is_fresh &= bring(&story_path, &print(&story), mode)?;
        Some(story)
    } else {
        None
    };
    for locale in Locale::ALL {
        let path = folder.join(locale.tag()).with_extension("json");
        if !path.exists() {
            continue; // a story need not be told in every language
        }
        let mut words = read(&path)?;
        mend(&mut words, locale);
        match &story {
            Some(story) => {
                schemas.words.order(&mut words);
                follow(&mut words, story);
            }
            None => schemas.interface.order(&mut words),
        }
        is_fresh &= bring(&path, &print(&words), mode)?;
    }
    Ok(is_fresh)
}

fn read(path: &Path) -> Result<Value, String> {
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
    let json = Json::parse(text).map_err(|(_, error)| format!("{shown}: {}", error.message))?;
    Ok(json.value)
}

/// Brings spaces, apostrophes and dashes of all texts into the form that their language wants.
fn mend(words: &mut Value, locale: Locale) {
    match words {
        Value::Text(text) => *text = typography::mend(locale, text).0.into(),
        Value::List(items) => items.iter_mut().for_each(|item| mend(item, locale)),
        Value::Map(entries) => {
            let texts = entries.iter_mut().filter(|(key, _)| &**key != "$schema");
            texts.for_each(|(_, value)| mend(value, locale));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Oldest first; events of one date keep their order.
fn sort_events(story: &mut Value) {
    let Value::Map(entries) = story else { return };
    let Some((_, Value::List(events))) = entries.iter_mut().find(|(key, _)| &**key == "events")
    else {
        return;
    };
    let date = |event: &Value| match event.get("date") {
        Some(Value::Text(date)) => date.to_string(),
        _ => String::new(),
    };
    events.sort_by_key(date);
}

/// Puts words into the order of the items they belong to; words of no item go last.
fn follow(words: &mut Value, story: &Value) {
    let Value::Map(sections) = words else { return };
    for (key, section) in sections {
        let (Some(Value::List(items)), Value::Map(entries)) = (story.get(key), section) else {
            continue;
        };
        let position = |id: &str| {
            let is_it =
                |item: &Value| matches!(item.get("id"), Some(Value::Text(text)) if **text == *id);
            items.iter().position(is_it).unwrap_or(items.len())
        };
        entries.sort_by_key(|(id, _)| position(id));
    }
}

/// Puts the keys of objects into the order of a schema's properties; unknown keys go last.
pub fn order(value: &mut Value, schema: &Schema, root: &Schema) {
    let schema = match schema["$ref"].as_str().and_then(|path| path.strip_prefix('#')) {
        Some(pointer) => root.pointer(pointer).unwrap_or(&Schema::Null),
        None => schema,
    };
    match value {
        Value::Map(entries) => {
            let properties = schema["properties"].as_object();
            let position = |key: &str| {
                properties
                    .and_then(|keys| keys.keys().position(|known| known == key))
                    .unwrap_or(usize::MAX)
            };
            entries.sort_by_key(|(key, _)| position(key));
            for (key, value) in entries {
                let inner = properties.and_then(|keys| keys.get(&**key));
                order(value, inner.unwrap_or(&schema["additionalProperties"]), root);
            }
        }
        Value::List(items) => {
            for item in items {
                order(item, &schema["items"], root);
            }
        }
        _ => {}
    }
}
