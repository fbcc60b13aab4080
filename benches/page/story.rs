//! The bundled story in the form that the peer takes: events, actors, key points and shapes in English.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn asset(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/story").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The headline.
pub fn headline() -> String {
    asset("en.json")["intro"]["headline"].as_str().unwrap_or_default().to_owned()
}

/// A script that sets `STORY`.
pub fn script() -> String {
    let (story, words, land) = (asset("story.json"), asset("en.json"), asset("land.json"));
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
    let shapes = land["members"].as_object().cloned().unwrap_or_default();
    let members = shapes.iter().map(|(id, path)| {
        let name = words["countries"][id]["name"].clone();
        json!({ "id": id, "name": name, "rings": rings(path.as_str().unwrap_or_default()) })
    });
    let story = json!({
        "events": items("events", ["title", "summary"]),
        "actors": items("actors", ["name", "role"]),
        "points": items("key_points", ["title", "text"]),
        "members": members.collect::<Vec<_>>(),
    });
    format!("const STORY = {story};\n")
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
