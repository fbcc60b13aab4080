//! The bundled story with many more events, none of them real, as a file that a host brings.

use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

const WORDS: [&str; 24] = [
    "council",
    "mediator",
    "ministry",
    "union",
    "bank",
    "commission",
    "convoy",
    "patrol",
    "audit",
    "curfew",
    "corridor",
    "loan",
    "airfield",
    "inquiry",
    "driver",
    "passport",
    "census",
    "cereal",
    "debt",
    "mandate",
    "school",
    "clinic",
    "mine",
    "harvest",
];

/// The file, in English, with so many events: those of the bundled story, and made-up ones of the years from 2012 to 2025.
/// Titles have about 60 characters and summaries about 220. The same number gives the same file.
pub fn of(events: usize) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/story.json");
    let text = std::fs::read_to_string(path).expect("dist/ is built");
    let mut file: Value = serde_json::from_str(&text).expect("the build writes JSON");
    let english = file["words"]["en"].take();
    file["words"] = json!({ "en": english });
    let Value::Object(file_parts) = &mut file else { unreachable!("it is an object") };
    let [mut story, mut words] = ["story", "words"].map(|part| file_parts[part].take());
    story["languages"] = json!(["en"]);
    let mut random = Random(1);
    let mut list = story["events"].as_array().cloned().expect("a list of events");
    for number in list.len()..events {
        let id = format!("made-up-{number}");
        let mut any = |section: &str| {
            let items = story[section].as_array().expect("a list");
            items[random.below(items.len())]["id"].clone()
        };
        let (place, actor, source) = (any("places"), any("actors"), any("sources"));
        let (year, month, day) =
            (2012 + random.below(14), 1 + random.below(11), 1 + random.below(28));
        let country = ["ML", "NE", "BF"][random.below(3)];
        let category = ["attack", "diplomacy", "economy", "humanitarian"][random.below(4)];
        list.push(json!({
            "id": id, "date": format!("{year}-{month:02}-{day:02}"), "category": category,
            "confidence": "single-source", "countries": [country], "places": [place],
            "actors": [actor], "sources": [source]
        }));
        let title = sentence(&mut random, 8);
        words["en"]["events"][id] =
            json!({ "title": title, "summary": sentence(&mut random, 30) + "." });
    }
    list.sort_by_key(|event| event["date"].as_str().unwrap_or_default().to_owned());
    story["events"] = Value::Array(list);
    json!({ "format": 1, "story": story, "words": words }).to_string()
}

fn sentence(random: &mut Random, words: usize) -> String {
    let mut text = String::from("The");
    for _ in 0..words {
        let _ = write!(text, " {}", WORDS[random.below(WORDS.len())]);
    }
    text
}

/// Numerical Recipes' linear congruential generator.
struct Random(u32);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) as usize % limit
    }
}
