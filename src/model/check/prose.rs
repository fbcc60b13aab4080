//! Texts: present, in the language's script, free of what does not belong in print, and not too long.

use super::super::limit::Limited;
use super::super::problem::{At, quoted};
use super::super::story::{Locale, Text};
use super::super::typography;
use super::Checker;

/// Whether a text has letters besides its `{placeholders}`.
fn has_own_letters(text: &str) -> bool {
    text.split('{')
        .enumerate()
        .map(
            |(at, part)| {
                if at == 0 { part } else { part.split_once('}').map_or(part, |(_, rest)| rest) }
            },
        )
        .any(|part| part.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

impl Checker<'_> {
    /// A text in the story's language.
    pub(super) fn prose<const MOST: usize>(&mut self, text: &Limited<MOST>, at: &At<'_>) -> Text {
        self.own_language(text, MOST, at)
    }

    /// A text in any language.
    pub(super) fn plain<const MOST: usize>(&mut self, text: &Limited<MOST>, at: &At<'_>) -> Text {
        self.printable(text, MOST, at)
    }

    fn own_language(&mut self, text: &Text, longest: usize, at: &At<'_>) -> Text {
        self.printable(text, longest, at);
        let has_arabic = text.chars().any(is_arabic);
        match self.locale {
            Locale::Ar if !has_arabic && has_own_letters(text) => {
                self.problems.push(at, "Arabic text", &quoted(text));
            }
            Locale::En | Locale::Fr if has_arabic => {
                self.problems.push(at, "text in Latin letters", &quoted(text));
            }
            _ => {}
        }
        if let (_, Some(fault)) = typography::mend(self.locale, text) {
            self.problems.push(at, fault.expected, fault.found);
        }
        text.clone()
    }

    fn printable(&mut self, text: &Text, longest: usize, at: &At<'_>) -> Text {
        if text.trim().len() != text.len() || text.is_empty() {
            let found = if text.trim().is_empty() { "none" } else { "space around it" };
            self.problems.push(at, "a text", found);
        }
        let length = text.chars().count();
        if length > longest {
            let mut expected = String::from("at most ");
            expected.push_str(&longest.to_string());
            expected.push_str(" characters");
            self.problems.push(at, &expected, &length.to_string());
        }
        if let Some(character) = text.chars().find(|&character| is_unprintable(character)) {
            let mut found = String::from("U+");
            for shift in [12, 8, 4, 0] {
                let digit = (u32::from(character) >> shift) & 15;
                found.push(char::from_digit(digit, 16).unwrap_or('0').to_ascii_uppercase());
            }
            self.problems.push(at, "printable characters only", &found);
        }
        if let Some(word) = placeholder(text) {
            self.problems.push(at, "final text", &quoted(word));
        }
        text.clone()
    }
}

fn is_arabic(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{750}'..='\u{77F}'
        | '\u{8A0}'..='\u{8C9}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Control characters, line and paragraph separators, marks that turn or hide text, broken characters.
fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFD}')
}

/// Whether a text has a part in it, without the large search of `str::contains`.
pub(super) fn contains(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}

/// A word that stands for a text still to be written.
fn placeholder(text: &str) -> Option<&str> {
    const WORDS: [&str; 7] = ["TODO", "TBD", "TBC", "FIXME", "XXX", "TK", "TKTK"];
    const PARTS: [&str; 4] = ["???", "{{", "lorem ipsum", "Lorem ipsum"];
    let word = text
        .split(|character: char| !character.is_ascii_alphanumeric())
        .find(|word| WORDS.contains(word));
    word.or_else(|| PARTS.into_iter().find(|part| contains(text, part)))
}
