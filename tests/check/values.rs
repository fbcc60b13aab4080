//! Whatever values the files hold, the checker says what is wrong with them.

use crate::json::Json;
use crate::model::check::{File, Files, check};
use crate::model::{Locale, Value};
use crate::story::{LAKES, files};
use proptest::prelude::*;

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
    /// The files of the small story in one language, parsed once.
    static STORY: [Value; 4] = {
        let files = files(LAKES);
        ["story/story.json", "story/fr.json", "words/fr.json", "story/land.json"].map(|name| {
            let text = String::from_utf8(files[name].clone()).expect("text");
            Json::parse(text).expect("JSON").value
        })
    };
}

/// The value somewhere in a tree.
fn pick<'a>(tree: &'a Value, path: &[prop::sample::Index]) -> &'a Value {
    match (tree, path) {
        (Value::List(items), [first, rest @ ..]) if !items.is_empty() => {
            pick(first.get(items), rest)
        }
        (Value::Map(entries), [first, rest @ ..]) if !entries.is_empty() => {
            pick(&first.get(entries).1, rest)
        }
        (tree, _) => tree,
    }
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
        let mut files = STORY.with(Clone::clone);
        graft(&mut files[which], &path, value);
        let [story, words, interface, land] = &files;
        check_all(story, words, interface, land);
    }

    #[test]
    fn checking_never_panics_on_a_story_with_parts_of_it_in_wrong_places(
        moves in prop::collection::vec(
            (
                prop::collection::vec(any::<prop::sample::Index>(), 1..6),
                prop::collection::vec(any::<prop::sample::Index>(), 1..6),
                0..4_usize,
                0..4_usize,
            ),
            1..4,
        ),
    ) {
        let mut files = STORY.with(Clone::clone);
        for (from, to, source, target) in moves {
            let value = pick(&files[source], &from).clone();
            graft(&mut files[target], &to, value);
        }
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
