//! The part of a text that shows why it was found.

use super::query::{Query, marks};

/// Letters before the match, at most.
const BEFORE: usize = 24;
/// Letters in all, about.
const LENGTH: usize = 72;

/// Some words of the text around the first match, with an ellipsis where it is cut; `None` if nothing in it
/// matches.
pub fn excerpt(text: &str, query: &Query) -> Option<String> {
    let found = marks(text, query).into_iter().next()?;
    let start = match text[..found.start].char_indices().rev().nth(BEFORE) {
        None => 0,
        Some((from, _)) => {
            let space = text[from..found.start].find(' ');
            space.map_or(found.start, |space| from + space + 1)
        }
    };
    let end = match text[start..].char_indices().nth(LENGTH) {
        None => text.len(),
        Some((to, _)) => {
            let space = text[start..start + to].rfind(' ');
            space.map_or(found.end, |space| start + space).max(found.end)
        }
    };
    let mut out = String::new();
    if start > 0 {
        out.push('…');
    }
    out.push_str(&text[start..end]);
    if end < text.len() {
        out.push('…');
    }
    Some(out)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn excerpts_are_cut_between_words_around_the_match() {
        let table = [
            ("Uranium producer.", "uran", Some("Uranium producer.")),
            ("A desert town.", "uran", None),
            (
                "Landlocked producer of uranium ruled since July 2023 by officers who \
                 detained the president and later left the regional bloc.",
                "uran",
                Some("Landlocked producer of uranium ruled since July 2023 by officers who…"),
            ),
            (
                "The guard of the palace stood up against the president, the army joined.",
                "joined",
                Some("…the president, the army joined."),
            ),
        ];
        for (text, typed, expected) in table {
            assert_eq!(excerpt(text, &Query::parse(typed)).as_deref(), expected, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn an_excerpt_holds_the_match(text in "\\PC{0,200}", typed in "[a-zé]{1,3}") {
            let query = Query::parse(&typed);
            let found = excerpt(&text, &query);
            prop_assert_eq!(found.is_some(), !marks(&text, &query).is_empty());
            if let Some(found) = found {
                prop_assert!(!marks(&found, &query).is_empty(), "{}", found);
            }
        }
    }
}
