//! The bundled story is whole.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../build/folder.rs"]
mod folder;
#[path = "../build/json.rs"]
mod json;

use folder::Folder;
use json::Json;
use sahel_explainer::Story;
use sahel_explainer::model;
use sahel_explainer::model::{Confidence, Locale, Value};
use std::fs;
use std::path::Path;

/// The ids of a section, or of a made-up one, as the manifest lists them.
fn ids(story: &Story, section: &str) -> Option<Vec<String>> {
    macro_rules! ids {
        ($list:expr) => {
            $list.iter().map(|item| item.id.to_string()).collect()
        };
    }
    Some(match section {
        "countries" => ids!(story.countries),
        "places" => ids!(story.places),
        "actors" => ids!(story.actors),
        "events" => ids!(story.events),
        "key_points" => ids!(story.key_points),
        "themes" => ids!(story.themes),
        "figures" => ids!(story.figures),
        "glossary" => ids!(story.glossary),
        "tour" => ids!(story.tour),
        "sources" => ids!(story.sources),
        "scenarios" => {
            ids!(story.themes.iter().flat_map(|theme| &theme.scenarios).collect::<Vec<_>>())
        }
        "relations" => story
            .relations
            .iter()
            .map(|relation| {
                let verb = model::RelationKind::ALL[relation.kind as usize].1;
                format!("{} {verb} {}", story[relation.from].id, story[relation.to].id)
            })
            .collect(),
        _ => return None,
    })
}

fn entries(value: &Value) -> &[(std::rc::Rc<str>, Value)] {
    match value {
        Value::Map(entries) => entries,
        _ => panic!("expected an object, found {}", value.kind()),
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::List(items) => items
            .iter()
            .map(|item| match item {
                Value::Text(text) => text.to_string(),
                _ => panic!("expected a text, found {}", item.kind()),
            })
            .collect(),
        _ => panic!("expected a list, found {}", value.kind()),
    }
}

fn asset(name: &str) -> Value {
    let text = fs::read_to_string(Path::new("assets").join(name)).expect(name);
    Json::parse(text).expect(name).value
}

#[test]
fn nothing_of_the_manifest_is_lost_and_nothing_added() {
    let manifest = asset("story/manifest.json");
    let file = asset("story/story.json");
    for locale in Locale::ALL {
        let story = Story::bundled(locale);
        for (section, listed) in entries(&manifest) {
            let expected = texts(listed.get("ids").expect("ids"));
            let found = ids(&story, section).unwrap_or_else(|| {
                let Some(Value::List(items)) = file.get(section) else { panic!("no {section}") };
                let id =
                    |item: &Value| texts(&Value::List(vec![item.get("id").expect("id").clone()]));
                items.iter().flat_map(id).collect()
            });
            assert_eq!(found, expected, "{section} in {}", locale.tag());
            let count = Value::Number(expected.len() as f64);
            assert_eq!(listed.get("count"), Some(&count), "{section}");
        }
    }
}

#[test]
fn every_id_is_found_again_and_points_to_its_item() {
    let story = Story::bundled(Locale::En);
    for (ix, event) in model::EventIx::all(&story) {
        assert_eq!(model::EventIx::find(&story, &event.id), Some(ix));
        assert!(event.countries.iter().all(|&country| !story[country].name.is_empty()));
        assert!(event.places.iter().all(|&place| !story[place].name.is_empty()));
        assert!(event.actors.iter().all(|&actor| !story[actor].name.is_empty()));
        assert!(event.sources.iter().all(|&source| !story[source].title.is_empty()));
    }
    for (ix, actor) in model::ActorIx::all(&story) {
        assert_eq!(model::ActorIx::find(&story, &actor.id), Some(ix));
        assert!(actor.countries.iter().all(|&country| !story[country].name.is_empty()));
    }
    for (ix, place) in model::PlaceIx::all(&story) {
        assert_eq!(model::PlaceIx::find(&story, &place.id), Some(ix));
        assert!(!story[place.country].name.is_empty());
    }
    assert_eq!(model::EventIx::find(&story, "no-such-event"), None);
}

#[test]
fn the_story_has_the_shape_that_views_rely_on() {
    for locale in Locale::ALL {
        let story = Story::bundled(locale);
        let members: Vec<&str> = story.members().map(|(_, country, _)| &*country.id).collect();
        assert_eq!(members, ["ML", "NE", "BF"]);
        assert_eq!(story.map.members.len(), 3);
        assert!(story.events.is_sorted_by_key(|event| event.date.start().first_day()));
        assert_eq!(story.events.iter().filter(|event| event.is_after).count(), 9);
        assert_eq!(story.events.iter().filter(|event| event.is_key).count(), 26);
        assert_eq!(story.words.texts.len(), model::Word::KEYS.len());
        assert_eq!(story.words.counts.len(), model::Count::KEYS.len());
        assert_eq!(story.labels.category.len(), model::Category::ALL.len());
        let (_, mali, profile) = story.members().next().expect("a country");
        assert_eq!(&*story[profile.capital_place].id, "bamako", "{}", mali.name);
        assert_eq!((profile.population, profile.population_year), (25_000_000, 2025));
        assert_eq!(profile.last_coup, model::Date::new(2021, 5, 24).expect("a day"));
    }
}

#[test]
fn an_attributed_statement_names_its_party_in_the_language_of_the_story() {
    for (locale, expected) in [
        (Locale::En, "UN Human Rights Office (OHCHR)"),
        (Locale::Fr, "Haut-Commissariat de l’ONU aux droits de l’homme"),
        (Locale::Ar, "مفوضية الأمم المتحدة لحقوق الإنسان"),
    ] {
        let story = Story::bundled(locale);
        let moura = model::EventIx::find(&story, "moura-killings-2022").expect("an event");
        assert_eq!(story[moura].confidence, Confidence::Attributed(expected.into()));
    }
}

#[test]
fn the_bundled_story_has_no_problems() {
    let folder = Folder::open(Path::new("assets/story"), Path::new("assets/words")).expect("files");
    assert_eq!(folder.check().err(), None);
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let error = Folder::open(Path::new("tests/no-such-story"), Path::new("assets/words"));
    let error = error.expect_err("no story");
    assert!(error.starts_with("tests/no-such-story/story.json: "), "{error}");
}
