//! A story in the form that the peers take: events, actors, key points and shapes in English.

use crate::{long_story, root};
use serde_json::{Value, json};
use std::fs;

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The bundled story.
    Bundled,
    /// The same with made-up events, so many in all.
    Long(usize),
}

impl Content {
    /// A name for files.
    pub fn name(self) -> String {
        match self {
            Self::Bundled => "bundled".to_owned(),
            Self::Long(events) => events.to_string(),
        }
    }

    /// The story as a file that the explainer takes.
    pub fn file(self) -> String {
        match self {
            Self::Bundled => fs::read_to_string(root().join("dist/story.json"))
                .expect("dist/ is built: run `cargo xtask bench`"),
            Self::Long(events) => long_story::of(events),
        }
    }

    /// The story as the peers take it.
    pub fn for_peers(self) -> Value {
        let file: Value = serde_json::from_str(&self.file()).expect("the build writes JSON");
        let (story, words) = (&file["story"], &file["words"]["en"]);
        let list = |section: &str| story[section].as_array().cloned().unwrap_or_default();
        let told = |section: &str, id: &Value, key: &str| {
            words[section][id.as_str().unwrap_or_default()][key].clone()
        };
        let items = |section: &'static str, keys: [&'static str; 2]| -> Vec<Value> {
            let item = |item: &Value| {
                json!({ "id": item["id"], "date": item["date"], "countries": item["countries"],
                    keys[0]: told(section, &item["id"], keys[0]), keys[1]: told(section, &item["id"], keys[1]) })
            };
            list(section).iter().map(item).collect()
        };
        let shapes = land()["members"].as_object().cloned().unwrap_or_default();
        let members = shapes.iter().map(|(id, path)| {
            json!({ "id": id, "name": words["countries"][id]["name"], "path": path,
                "rings": rings(path.as_str().unwrap_or_default()) })
        });
        json!({
            "headline": words["intro"]["headline"],
            "events": items("events", ["title", "summary"]),
            "actors": items("actors", ["name", "role"]),
            "points": items("key_points", ["title", "text"]),
            "members": members.collect::<Vec<_>>(),
        })
    }
}

/// The shapes, in km.
fn land() -> Value {
    let text = fs::read_to_string(root().join("assets/story/land.json")).expect("land.json");
    serde_json::from_str(&text).expect("land.json is JSON")
}

/// The rings of a path: `M x y l dx dy dx dy … z`, numbers apart by a space or a minus.
fn rings(path: &str) -> Vec<Vec<(f64, f64)>> {
    path.split('M').filter(|ring| !ring.is_empty()).map(ring).collect()
}

fn ring(path: &str) -> Vec<(f64, f64)> {
    let spaced = path.replace(['l', 'z'], " ").replace('-', " -");
    let numbers: Vec<f64> =
        spaced.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let mut at = (0.0, 0.0);
    numbers
        .chunks_exact(2)
        .map(|step| {
            at = (at.0 + step[0], at.1 + step[1]);
            at
        })
        .collect()
}
