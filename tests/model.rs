//! The bundled story is whole, and broken stories are told apart from it exactly.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../build/folder.rs"]
mod folder;
#[path = "../build/json.rs"]
mod json;

use folder::Folder;
use json::Json;
use proptest::prelude::*;
use sahel_explainer::Story;
use sahel_explainer::model;
use sahel_explainer::model::check::{File, Files, check};
use sahel_explainer::model::{Confidence, Locale, Value};
use std::fs;
use std::path::{Path, PathBuf};

const FILES: [&str; 8] = [
    "story/story.json",
    "story/land.json",
    "story/en.json",
    "story/fr.json",
    "story/ar.json",
    "words/en.json",
    "words/fr.json",
    "words/ar.json",
];

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
        (Locale::Fr, "Haut-Commissariat de l'ONU aux droits de l'homme"),
        (Locale::Ar, "مفوضية الأمم المتحدة لحقوق الإنسان"),
    ] {
        let story = Story::bundled(locale);
        let moura = model::EventIx::find(&story, "moura-killings-2022").expect("an event");
        assert_eq!(story[moura].confidence, Confidence::Attributed(expected.into()));
    }
}

/// Applies a change: `@ file`, then lines to take out (`-`) and to put in their place (`+`).
fn apply(change: &str, folder: &Path) {
    let mut file = PathBuf::new();
    let mut text = String::new();
    let mut lines = change.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("@ ") {
            file = folder.join(name);
            text = fs::read_to_string(&file).expect(name);
            continue;
        }
        let mut old = line.strip_prefix('-').expect("a line to take out").to_owned();
        while let Some(line) = lines.next_if(|line| line.starts_with('-')) {
            old = format!("{old}\n{}", &line[1..]);
        }
        let mut new = Vec::new();
        while let Some(line) = lines.next_if(|line| line.starts_with('+')) {
            new.push(&line[1..]);
        }
        let (before, after) = text.split_once(&old).unwrap_or_else(|| panic!("not there: {old}"));
        text = format!("{before}{}{after}", new.join("\n"));
        fs::write(&file, &text).expect("a file that can be written");
    }
}

#[test]
fn broken_stories_are_told_what_is_wrong_and_where() {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken");
    let mut cases: Vec<PathBuf> = fs::read_dir("tests/fixtures/broken")
        .expect("fixtures")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 10);
    let mut stale = Vec::new();
    for case in cases {
        let folder = scratch.join(case.file_name().expect("a name"));
        for name in FILES {
            let copy = folder.join(name);
            fs::create_dir_all(copy.parent().expect("a folder")).expect("a folder");
            fs::copy(Path::new("assets").join(name), copy).expect(name);
        }
        apply(&fs::read_to_string(case.join("change.txt")).expect("a change"), &folder);
        let opened = Folder::open(&folder.join("story"), &folder.join("words")).expect("files");
        let prefix = format!("{}/", folder.to_string_lossy().replace('\\', "/"));
        let problems = opened.check().expect_err("problems");
        let lines = problems.iter().map(|problem| problem.to_string().replace(&prefix, "") + "\n");
        let found: String = lines.collect();
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &found).expect("a file that can be written");
        }
        if fs::read_to_string(&expected).unwrap_or_default() != found {
            stale.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(stale.is_empty(), "other output than expected.txt says:\n{}", stale.join("\n"));
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

/// Any tree of values, with keys that story files have among others.
fn values() -> impl Strategy<Value = Value> {
    let keys = prop_oneof![
        Just("id"),
        Just("events"),
        Just("date"),
        Just("places"),
        Just("sources"),
        Just("profile"),
        Just("actors"),
        Just("relations"),
        Just("countries"),
        Just("map"),
        Just("names"),
        Just("lang"),
        Just("texts"),
        Just("counts"),
        Just("members"),
        Just("focus"),
        Just("ML"),
        Just("x.y[0]")
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        ".{0,12}".prop_map(|text| Value::Text(text.into())),
        Just(Value::Text("2025-12-22".into())),
        Just(Value::Text("ML".into())),
    ];
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::vec((keys.clone(), inner), 0..6).prop_map(|entries| {
                Value::Map(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
            }),
        ]
    })
}

/// Puts a value somewhere into a tree.
fn graft(tree: &mut Value, path: &[prop::sample::Index], value: Value) {
    let inner = match (tree, path) {
        (Value::List(items), [first, ..]) if !items.is_empty() => Some(first.get_mut(items)),
        (Value::Map(entries), [first, ..]) if !entries.is_empty() => {
            Some(&mut first.get_mut(entries).1)
        }
        (tree, _) => {
            *tree = value;
            return;
        }
    };
    if let Some(inner) = inner {
        graft(inner, &path[1..], value);
    }
}

thread_local! {
    /// The bundled files, parsed once.
    static ASSETS: [Value; 4] =
        ["story/story.json", "story/fr.json", "words/fr.json", "story/land.json"].map(asset);
}

fn check_all(story: &Value, words: &Value, interface: &Value, land: &Value) {
    for locale in Locale::ALL {
        let file = |value| File { name: "file.json", value };
        let files = Files {
            story: file(story),
            words: file(words),
            interface: file(interface),
            land: file(land),
        };
        if let Err(problems) = check(locale, &files) {
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn reading_never_panics_on_any_text(text in "\\PC*|[\\[\\]{}\",:0-9a-z\\\\ -]*") {
        match Json::parse(text) {
            Ok(json) => {
                prop_assert!(json.locate("a.b[3].c").end <= json.text.len());
                check_all(&json.value, &json.value, &json.value, &json.value);
            }
            Err((text, error)) => prop_assert!(error.range.end <= text.len()),
        }
    }

    #[test]
    fn checking_never_panics_on_any_values(
        story in values(), words in values(), interface in values(), land in values()
    ) {
        check_all(&story, &words, &interface, &land);
    }

    #[test]
    fn checking_never_panics_on_a_story_with_any_value_replaced(
        path in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
        which in 0..4_usize,
        value in values(),
    ) {
        let mut files = ASSETS.with(Clone::clone);
        graft(&mut files[which], &path, value);
        let [story, words, interface, land] = &files;
        check_all(story, words, interface, land);
    }
}

#[test]
fn nesting_of_any_depth_is_refused_rather_than_followed() {
    for open in ["[", "{\"a\":"] {
        let (_, error) = Json::parse(open.repeat(100_000)).expect_err("too deep");
        assert_eq!(error.message, "Maximum nesting depth exceeded");
    }
}
