//! `cargo xtask schema`: JSON Schemas of the story's files, generated from the types that read them.

use super::folder_format::order;
use super::model::raw::{Interface, Story, StoryWords};
use super::model::{Value, without_null};
use super::{Mode, bring, in_project};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value as Json, json};
use std::process::ExitCode;

/// A JSON Schema, draft 2020-12.
#[derive(Debug)]
pub struct Schema(Json);

/// The schemas of all kinds of files.
#[derive(Debug)]
pub struct Schemas {
    /// Of `story.json`.
    pub story: Schema,
    /// Of the story's words.
    pub words: Schema,
    /// Of the interface words.
    pub interface: Schema,
}

impl Schemas {
    /// Generates them.
    pub fn new() -> Self {
        Self {
            story: Schema::of::<Story>("Story"),
            words: Schema::of::<StoryWords>("Words of a story"),
            interface: Schema::of::<Interface>("Interface words"),
        }
    }
}

impl Schema {
    fn of<T: JsonSchema>(title: &str) -> Self {
        let generator = SchemaSettings::draft2020_12().into_generator();
        let mut schema = generator.into_root_schema_for::<T>().to_value();
        without_null(&mut schema);
        schema["title"] = title.into();
        let properties =
            schema["properties"].as_object_mut().map(std::mem::take).unwrap_or_default();
        let mut keys = serde_json::Map::new();
        keys.insert("$schema".into(), json!({ "type": "string" }));
        keys.extend(properties);
        schema["properties"] = keys.into();
        Self(schema)
    }

    /// Puts the keys of a file into the order of the schema.
    pub fn order(&self, value: &mut Value) {
        order(value, &self.0, &self.0);
    }
}

/// Writes the schemas next to the files they describe. The exit code is 0 if they were up to date or have
/// been written, 1 if a check found a stale one, 2 if one could not be written.
pub fn schema(mode: Mode) -> ExitCode {
    let schemas = Schemas::new();
    let mut is_fresh = true;
    for (path, schema) in [
        ("assets/story/story.schema.json", schemas.story),
        ("assets/story/words.schema.json", schemas.words),
        ("assets/words/words.schema.json", schemas.interface),
    ] {
        match bring(&in_project(path), &format!("{:#}\n", schema.0), mode) {
            Ok(was_fresh) => is_fresh &= was_fresh,
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::from(2);
            }
        }
    }
    ExitCode::from(u8::from(mode == Mode::Check && !is_fresh))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::fmt;

    #[test]
    fn committed_schemas_are_up_to_date() {
        assert_eq!(schema(Mode::Check), ExitCode::SUCCESS, "run `cargo xtask schema`");
    }

    #[test]
    fn committed_files_are_formatted() {
        for folder in ["assets/story", "assets/words", "tests/fixtures/stories/lakes"] {
            assert_eq!(
                fmt(&in_project(folder), Mode::Check),
                ExitCode::SUCCESS,
                "run `cargo xtask fmt {folder}`"
            );
        }
    }
}
