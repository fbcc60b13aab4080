//! Plural forms, months, numbers, lists and quotation marks against an excerpt of Unicode CLDR.
#![cfg(not(target_arch = "wasm32"))]

use sahel_explainer::Story;
use sahel_explainer::locale::{date, number, phrase, plural};
use sahel_explainer::model::{Locale, Word};
use serde_json::Value;
use std::fs;

/// The excerpt for a language.
fn cldr(locale: Locale) -> Value {
    let text = fs::read_to_string("tests/fixtures/cldr.json").expect("the excerpt");
    let mut all: Value = serde_json::from_str(&text).expect("JSON");
    all[locale.tag()].take()
}

fn texts(value: &Value) -> Vec<&str> {
    let items = value.as_array().expect("a list");
    items.iter().map(|item| item.as_str().expect("a text")).collect()
}

/// Whether a plural rule, as CLDR writes it, holds for a whole number without a compact exponent.
fn holds(rule: &str, n: u64) -> bool {
    let relation = |relation: &str| {
        let (left, is_equal, right) = match relation.split_once(" != ") {
            Some((left, right)) => (left, false, right),
            None => relation.split_once(" = ").map(|(l, r)| (l, true, r)).expect("a relation"),
        };
        let (operand, modulus) = left.split_once(" % ").unwrap_or((left, ""));
        // The absolute value and its whole part are the number; there is neither fraction nor exponent.
        let value = if ["n", "i"].contains(&operand) { n } else { 0 };
        let value = if modulus.is_empty() {
            value
        } else {
            value % modulus.parse::<u64>().expect("a number")
        };
        let is_in = right.split(',').any(|range| {
            let (low, high) = range.split_once("..").unwrap_or((range, range));
            (low.parse().expect("a number")..=high.parse().expect("a number")).contains(&value)
        });
        is_in == is_equal
    };
    rule.split(" or ").any(|part| part.split(" and ").all(relation))
}

#[test]
fn every_number_takes_the_plural_form_that_the_rules_give() {
    const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    for locale in Locale::ALL {
        let cldr = cldr(locale);
        let rules = cldr["plurals"].as_object().expect("rules");
        let numbers =
            (0..=12_345).chain([99_999, 100_000, 999_999, 1_000_000, 1_000_002, 17_000_000]);
        for n in numbers {
            let form = FORMS.into_iter().find(|form| {
                let rule = rules.get(*form).and_then(Value::as_str);
                let condition = rule.and_then(|rule| rule.split('@').next()).map(str::trim);
                condition.is_some_and(|rule| rule.is_empty() || holds(rule, n))
            });
            assert_eq!(Some(FORMS[plural::form(locale, n)]), form, "{} {n}", locale.tag());
        }
    }
}

#[test]
fn interface_words_have_the_forms_of_their_language() {
    for locale in Locale::ALL {
        let cldr = cldr(locale);
        let text = fs::read_to_string(format!("assets/words/{}.json", locale.tag()));
        let words: Value = serde_json::from_str(&text.expect("words")).expect("JSON");
        for (key, forms) in words["counts"].as_object().expect("counts") {
            let mut expected: Vec<&String> =
                cldr["plurals"].as_object().expect("rules").keys().collect();
            let mut found: Vec<&String> = forms.as_object().expect("forms").keys().collect();
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{} {key}", locale.tag());
        }
    }
}

#[test]
fn months_have_their_names() {
    for locale in Locale::ALL {
        let cldr = cldr(locale);
        let long: Vec<_> = (1..=12).map(|month| date::month_long(locale, month)).collect();
        let short: Vec<_> = (1..=12).map(|month| date::month_short(locale, month)).collect();
        assert_eq!(long, texts(&cldr["months"]["wide"]));
        assert_eq!(short, texts(&cldr["months"]["abbreviated"]));
    }
}

#[test]
fn numbers_are_set_apart_and_percentages_written_as_the_language_does() {
    for locale in Locale::ALL {
        let cldr = &cldr(locale)["numbers"];
        let (group, decimal) = (cldr["group"].as_str().expect("a sign"), cldr["decimal"].as_str());
        let decimal = decimal.expect("a sign");
        assert_eq!(number::integer(locale, 1_240_192), format!("1{group}240{group}192"));
        assert_eq!(number::decimal(locale, 1234.5, 1), format!("1{group}234{decimal}5"));
        let percent = cldr["percent"].as_str().expect("a pattern").replace("#,##0", "{n}");
        assert_eq!(**Story::bundled(locale).words.text(Word::PercentOf), *percent);
    }
}

#[test]
fn lists_are_joined_as_the_language_does() {
    const ITEMS: [&str; 5] = ["Mali", "Niger", "Burkina Faso", "Togo", "Bénin"];
    for locale in Locale::ALL {
        let cldr = &cldr(locale)["list"];
        let join = |pattern: &str, left: &str, right: &str| {
            cldr[pattern].as_str().expect("a pattern").replace("{0}", left).replace("{1}", right)
        };
        for length in 2..=ITEMS.len() {
            let [rest @ .., last] = &ITEMS[..length] else { continue };
            let [rest @ .., middle] = rest else { continue };
            let expected = if rest.is_empty() {
                join("2", middle, last)
            } else {
                let mut tail = join("end", middle, last);
                for (position, item) in rest.iter().enumerate().rev() {
                    tail = join(if position == 0 { "start" } else { "middle" }, item, &tail);
                }
                tail
            };
            assert_eq!(phrase::list(locale, &ITEMS[..length]), expected, "{}", locale.tag());
        }
    }
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    for locale in Locale::ALL {
        let cldr = cldr(locale);
        let expected = match (locale, &texts(&cldr["quotes"])[..]) {
            (Locale::Fr, [open, close]) => format!("{open}\u{a0}x\u{a0}{close}"),
            // CLDR has ” and “; the press of the region, and the story's texts with it, use these.
            (Locale::Ar, _) => "«x»".to_owned(),
            (_, [open, close]) => format!("{open}x{close}"),
            _ => panic!("two marks"),
        };
        assert_eq!(phrase::quoted(locale, "x"), expected);
    }
}
