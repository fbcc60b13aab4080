//! The committed JSON Schemas, judged by a validator that knows nothing of this project.

use crate::json::Json;
use crate::model::check::{File, check};
use crate::model::{Locale, Problem, Value};
use crate::story::LAKES;
use boon::{Compiler, ErrorKind, InstanceToken, SchemaIndex, Schemas, ValidationError};
use serde_json::Value as Instance;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The schemas, by the path of the file that holds one.
struct Known {
    compiler: Compiler,
    schemas: Schemas,
}

impl Known {
    fn new() -> Self {
        Self { compiler: Compiler::new(), schemas: Schemas::new() }
    }

    /// Reads a schema, which also compares it with the schema of schemas.
    fn schema(&mut self, path: &Path) -> SchemaIndex {
        let path =
            path.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let path = path.to_str().expect("a path that is text");
        self.compiler
            .compile(path, &mut self.schemas)
            .unwrap_or_else(|error| panic!("{path}: {error:#}"))
    }

    fn errors(&self, instance: &Instance, schema: SchemaIndex) -> Vec<(String, String)> {
        let mut found = Vec::new();
        if let Err(error) = self.schemas.validate(instance, schema) {
            collect(&error, &mut found);
        }
        found
    }
}

/// The innermost errors: where, and the keyword that is not met.
fn collect(error: &ValidationError<'_, '_>, found: &mut Vec<(String, String)>) {
    if error.causes.is_empty() {
        let mut path = String::new();
        for token in &error.instance_location.tokens {
            match token {
                InstanceToken::Prop(key) => {
                    path.push_str(if path.is_empty() { "" } else { "." });
                    path.push_str(key);
                }
                InstanceToken::Item(index) => path.extend(["[", &index.to_string(), "]"]),
            }
        }
        let keyword = match &error.kind {
            ErrorKind::MaxLength { want, .. } => format!("at most {want} characters"),
            other => other.to_string(),
        };
        found.push((path, keyword));
    }
    for cause in &error.causes {
        collect(cause, found);
    }
}

fn read(path: &Path) -> Instance {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The schema that a file names.
fn named_by(file: &Path, instance: &Instance) -> PathBuf {
    let name =
        instance["$schema"].as_str().unwrap_or_else(|| panic!("{}: no $schema", file.display()));
    file.with_file_name(name)
}

#[test]
fn every_file_fits_the_schema_that_it_names() {
    let mut known = Known::new();
    for folder in ["assets/story", LAKES, "assets/words"] {
        for name in ["story", "en", "fr", "ar"] {
            let file = Path::new(folder).join(name).with_extension("json");
            if !file.exists() {
                assert_eq!((folder, name), ("assets/words", "story"));
                continue;
            }
            let instance = read(&file);
            let schema = known.schema(&named_by(&file, &instance));
            assert_eq!(known.errors(&instance, schema), [], "{}", file.display());
        }
    }
}

/// The files of the small story in English, as values that can be changed.
#[derive(Clone)]
struct Story {
    structure: Instance,
    words: Instance,
    interface: Value,
    land: Value,
}

impl Story {
    fn new() -> Self {
        let value =
            |path: &str| Json::parse(fs::read_to_string(path).expect(path)).expect(path).value;
        Self {
            structure: read(&Path::new(LAKES).join("story.json")),
            words: read(&Path::new(LAKES).join("en.json")),
            interface: value("assets/words/en.json"),
            land: value(&format!("{LAKES}/land.json")),
        }
    }

    fn problems(&self) -> Vec<Problem> {
        let value = |instance: &Instance| {
            Json::parse(instance.to_string()).map(|json| json.value).expect("JSON")
        };
        let (story, words) = (value(&self.structure), value(&self.words));
        let files = crate::model::check::Files {
            story: File { name: "story", value: &story },
            words: File { name: "words", value: &words },
            interface: File { name: "interface", value: &self.interface },
            land: File { name: "land", value: &self.land },
        };
        check(Locale::En, &files).err().unwrap_or_default()
    }
}

/// Changes every text in a value.
fn each_text(instance: &mut Instance, change: &mut dyn FnMut(&mut String)) {
    match instance {
        Instance::String(text) => change(text),
        Instance::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Instance::Object(entries) => entries
            .iter_mut()
            .filter(|(key, _)| !["$schema", "lang"].contains(&key.as_str()))
            .for_each(|(_, value)| each_text(value, change)),
        _ => {}
    }
}

#[test]
fn schema_and_checker_agree_how_long_texts_may_be() {
    let mut known = Known::new();
    let schema = known.schema(Path::new("assets/story/words.schema.json"));
    for length in [1, 20, 21, 40, 41, 90, 91, 180, 181, 200, 240, 241, 300, 301, 400, 401, 560, 561]
    {
        let mut story = Story::new();
        let mut count = 0;
        each_text(&mut story.words, &mut |text| {
            count += 1;
            // No two texts are the same, since names may not be.
            *text = format!("{count}{}", "é".repeat(length)).chars().take(length).collect();
        });
        let is_long = |what: &str| what.starts_with("at most ");
        let by_schema: BTreeSet<_> = known
            .errors(&story.words, schema)
            .into_iter()
            .filter(|(_, what)| is_long(what))
            .collect();
        let by_checker: BTreeSet<_> = story
            .problems()
            .into_iter()
            .filter(|problem| &*problem.file == "words" && is_long(&problem.expected))
            .map(|problem| (problem.path.to_string(), problem.expected.to_string()))
            .collect();
        assert_eq!(by_schema, by_checker, "texts of {length}");
    }
}

/// Calls back with a copy of the whole for every value in it, where that value is another.
fn each_replaced(
    whole: &Instance,
    pointer: &str,
    other: &Instance,
    found: &mut dyn FnMut(&str, &Instance),
) {
    let mut visit = |key: String| {
        let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
        let mut copy = whole.clone();
        if let Some(place) = copy.pointer_mut(&pointer) {
            *place = other.clone();
        }
        found(&pointer, &copy);
        each_replaced(whole, &pointer, other, found);
    };
    match whole.pointer(pointer) {
        Some(Instance::Array(items)) => (0..items.len()).for_each(|at| visit(at.to_string())),
        Some(Instance::Object(entries)) => {
            entries.keys().filter(|key| *key != "$schema").for_each(|key| visit(key.clone()));
        }
        _ => {}
    }
}

#[test]
fn what_the_schema_refuses_the_checker_refuses_too() {
    let mut known = Known::new();
    let schema = known.schema(Path::new("assets/story/story.schema.json"));
    let original = Story::new();
    let mut refused = 0;
    for other in
        [Instance::Null, Instance::from("an x"), Instance::from(-1), Instance::from(vec![0; 0])]
    {
        each_replaced(&original.structure, "", &other, &mut |pointer, story| {
            if known.errors(story, schema).is_empty() {
                return;
            }
            refused += 1;
            let changed = Story { structure: story.clone(), ..original.clone() };
            assert!(!changed.problems().is_empty(), "{pointer}: {other}");
        });
    }
    assert!(refused > 1000, "{refused}");
}

#[test]
fn the_schema_tells_what_an_editor_most_often_gets_wrong() {
    let mut known = Known::new();
    let schema = known.schema(Path::new("assets/story/story.schema.json"));
    let story = Story::new().structure;
    for (pointer, value) in [
        ("/events/0/date", "1998-13-03"),
        ("/events/0/date", "3 May 1998"),
        ("/events/0/category", "coups"),
        ("/events/0/id", "Varda coup"),
        ("/countries/0/id", "xa"),
        ("/sources/0/url", "www.example.org"),
        ("/sources/0/title", " Two days"),
        ("/sources/0/title", ""),
        ("/sources/0/publisher", "Lakes\u{202e}Gazette"),
        ("/sources/0/lang", "English"),
    ] {
        let mut changed = story.clone();
        *changed.pointer_mut(pointer).expect(pointer) = value.into();
        let errors = known.errors(&changed, schema);
        assert_eq!(errors.len(), 1, "{pointer}: {value:?}: {errors:?}");
    }
    let mut changed = story.clone();
    changed["events"][0].as_object_mut().expect("an event").remove("sources");
    assert_eq!(known.errors(&changed, schema).len(), 1);
}
