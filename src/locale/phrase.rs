//! Phrases made of words from the words files and values.

use super::{number, plural};
use crate::model::{Count, Locale, Words};

/// The template with each `{name}` replaced by its value. A placeholder without a value stays as
/// written, so that a mistake in a words file is seen and not hidden.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| {
            let &(_, value) = values.iter().find(|(key, _)| *key == name)?;
            Some((value, tail))
        });
        if let Some((value, tail)) = found {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// A number with its noun, in the plural form of the language: "21 events".
pub fn count(words: &Words, locale: Locale, count: Count, n: u64) -> String {
    fill(
        &words.counts[count as usize][plural::form(locale, n)],
        &[("n", &number::integer(locale, n))],
    )
}

/// The items as an enumeration: "Mali, Niger and Burkina Faso". In Arabic the conjunction stands
/// before every item but the first, joined to it.
pub fn list(locale: Locale, items: &[&str]) -> String {
    let (between, before_last) = match locale {
        Locale::En => (", ", " and "),
        Locale::Fr => (", ", " et "),
        Locale::Ar => (" و", " و"),
    };
    let mut out = String::new();
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            out.push_str(if position + 1 == items.len() { before_last } else { between });
        }
        out.push_str(item);
    }
    out
}

/// What stands between items that are only put side by side.
pub fn comma(locale: Locale) -> &'static str {
    match locale {
        Locale::En | Locale::Fr => ", ",
        Locale::Ar => "، ",
    }
}

/// The text in quotation marks.
pub fn quoted(locale: Locale, text: &str) -> String {
    let (open, close) = match locale {
        Locale::En => ("“", "”"),
        Locale::Fr => ("«\u{a0}", "\u{a0}»"),
        Locale::Ar => ("«", "»"),
    };
    [open, text, close].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn placeholders_are_replaced_and_unknown_ones_stay() {
        let values = [("n", "22"), ("all", "71"), ("self", "{n}")];
        let table = [
            ("{n} of {all} events", "22 of 71 events"),
            ("{n}{n}", "2222"),
            ("no placeholder", "no placeholder"),
            ("{name} and {n}", "{name} and 22"),
            ("{self}", "{n}"),
            ("{ {n} }", "{ 22 }"),
            ("{n", "{n"),
            ("n}", "n}"),
            ("{}", "{}"),
            ("", ""),
        ];
        for (template, expected) in table {
            assert_eq!(fill(template, &values), expected);
        }
    }

    fn words(locale: Locale) -> Words {
        let forms: [&str; 6] = match locale {
            Locale::En => {
                ["{n} events", "{n} event", "{n} events", "{n} events", "{n} events", "{n} events"]
            }
            Locale::Fr => [
                "{n} événements",
                "{n} événement",
                "{n} événements",
                "{n} événements",
                "{n} d’événements",
                "{n} événements",
            ],
            Locale::Ar => ["لا أحداث", "حدث واحد", "حدثان", "{n} أحداث", "{n} حدثا", "{n} حدث"],
        };
        Words { texts: Vec::new(), counts: vec![forms.map(Text::from)] }
    }

    #[test]
    fn counts_take_number_and_noun_together() {
        let table = [
            (Locale::En, 1, "1 event"),
            (Locale::En, 0, "0 events"),
            (Locale::En, 1_400, "1,400 events"),
            (Locale::Fr, 0, "0 événement"),
            (Locale::Fr, 71, "71 événements"),
            (Locale::Fr, 1_000_000, "1\u{202f}000\u{202f}000 d’événements"),
            (Locale::Ar, 0, "لا أحداث"),
            (Locale::Ar, 1, "حدث واحد"),
            (Locale::Ar, 2, "حدثان"),
            (Locale::Ar, 7, "7 أحداث"),
            (Locale::Ar, 71, "71 حدثا"),
            (Locale::Ar, 100, "100 حدث"),
        ];
        for (locale, n, expected) in table {
            assert_eq!(count(&words(locale), locale, Count::Events, n), expected);
        }
    }

    #[test]
    fn lists_join_as_the_language_does() {
        let latin = ["Mali", "Niger", "Burkina Faso"];
        let arabic = ["مالي", "النيجر", "بوركينا فاسو"];
        let table = [
            (Locale::En, &latin[..0], ""),
            (Locale::En, &latin[..1], "Mali"),
            (Locale::En, &latin[..2], "Mali and Niger"),
            (Locale::En, &latin[..], "Mali, Niger and Burkina Faso"),
            (Locale::Fr, &latin[..2], "Mali et Niger"),
            (Locale::Fr, &latin[..], "Mali, Niger et Burkina Faso"),
            (Locale::Ar, &arabic[..1], "مالي"),
            (Locale::Ar, &arabic[..2], "مالي والنيجر"),
            (Locale::Ar, &arabic[..], "مالي والنيجر وبوركينا فاسو"),
        ];
        for (locale, items, expected) in table {
            assert_eq!(list(locale, items), expected);
        }
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        let quotes = Locale::ALL.map(|locale| quoted(locale, "uran"));
        assert_eq!(quotes, ["“uran”", "«\u{a0}uran\u{a0}»", "«uran»"]);
    }
}
