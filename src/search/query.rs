//! What a reader typed, and where it stands in a text.

use super::fold::{Traced, fold, is_word};
use std::ops::Range;

/// The words that a reader is looking for. All of them must be found, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed: words between spaces, without punctuation around them. A word twice
    /// counts once.
    pub fn parse(typed: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        for part in fold(typed).split_ascii_whitespace() {
            let word = part.trim_matches(|letter| !is_word(letter));
            if !word.is_empty() && !words.iter().any(|known| known == word) {
                words.push(word.into());
            }
        }
        Self { words }
    }

    /// Nothing to look for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Long enough for suggestions: two letters.
    pub fn is_telling(&self) -> bool {
        self.words.iter().map(|word| word.chars().count()).sum::<usize>() >= 2
    }

    /// The words, folded.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

/// The parts of a text that a query matches, as byte ranges of the text as given, in order and apart
/// from each other. A word that begins a word of the text is marked only there, otherwise wherever it is.
pub fn marks(text: &str, query: &Query) -> Vec<Range<usize>> {
    if query.is_empty() {
        return Vec::new();
    }
    let traced = Traced::new(text);
    let folded = &*traced.folded;
    let mut is_marked = vec![false; folded.len()];
    for word in &query.words {
        let begins_a_word = occurrences(folded, word).any(|at| is_word_start(folded, at));
        for at in occurrences(folded, word) {
            if !begins_a_word || is_word_start(folded, at) {
                is_marked[at..at + word.len()].fill(true);
            }
        }
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for at in (0..folded.len()).filter(|&at| is_marked[at]) {
        let (start, end) = (traced.start(at), traced.end(at + 1));
        match ranges.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges
}

/// Where a word stands in a text, both folded. Compared as bytes: UTF-8 matches only at letters.
pub(super) fn occurrences<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    (0..(text.len() + 1).saturating_sub(word.len())).filter(move |&at| text[at..].starts_with(word))
}

/// Whether a word begins at this byte of a folded text. What Arabic writes joined before a word, the
/// article and one-letter prepositions and conjunctions, does not count as its beginning.
pub(super) fn is_word_start(text: &str, at: usize) -> bool {
    const JOINED: [&str; 10] = ["ال", "وال", "بال", "فال", "كال", "لل", "و", "ب", "ل", "ف"];
    let part = text[..at].rsplit(|letter| !is_word(letter)).next().unwrap_or_default();
    part.is_empty() || JOINED.contains(&part)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn queries_are_words_without_what_stands_around_them() {
        let table: [(&str, &[&str]); 9] = [
            ("uran", &["uran"]),
            ("one\ttwo\none", &["one", "two"]),
            ("  Burkina\u{a0} Faso ", &["burkina", "faso"]),
            ("“black winter”", &["black", "winter"]),
            ("FU-AES, fu-aes", &["fu-aes"]),
            ("l’État", &["l'etat"]),
            ("«المرابطون»؟", &["المرابطون"]),
            ("... –", &[]),
            ("", &[]),
        ];
        for (typed, expected) in table {
            assert_eq!(Query::parse(typed).words(), expected, "{typed}");
        }
    }

    #[test]
    fn suggestions_wait_for_two_letters() {
        let telling = ["", "a", "é", "e\u{301}", "ab", "a b", "م", "ما"]
            .map(|typed| Query::parse(typed).is_telling());
        assert_eq!(telling, [false, false, false, false, true, true, false, true]);
    }

    #[test]
    fn marks_cover_the_letters_as_printed() {
        let table: [(&str, &str, &[&str]); 16] = [
            ("Niger nationalises the Somaïr uranium venture", "uran", &["uran"]),
            ("Somaïr", "somair", &["Somaïr"]),
            ("Goïta, Goi\u{308}ta", "goi", &["Goï", "Goi\u{308}"]),
            ("Goi\u{308}ta", "goi ta", &["Goi\u{308}ta"]),
            ("un cœur, une œuvre", "oeuv", &["œuv"]),
            ("un cœur", "co", &["cœ"]),
            ("un cœur", "eur", &["œur"]),
            ("Mali and Somalia", "mali", &["Mali"]),
            ("Somalia", "mali", &["mali"]),
            ("l’État de l'État", "etat", &["État", "État"]),
            ("قُوّة موحدة", "قوه", &["قُوّة"]),
            ("تحالف دول الساحل", "ساحل", &["ساحل"]),
            ("مـالي", "مالي", &["مـالي"]),
            ("aaa", "aa", &["aa"]),
            ("no such thing", "xyz", &[]),
            ("anything", "", &[]),
        ];
        for (text, typed, expected) in table {
            let marked: Vec<&str> =
                marks(text, &Query::parse(typed)).into_iter().map(|range| &text[range]).collect();
            assert_eq!(marked, expected, "{typed} in {text}");
        }
    }

    #[test]
    fn words_begin_after_punctuation_and_after_what_arabic_joins() {
        let table = [
            ("d'etat", "etat", true),
            ("fu-aes", "aes", true),
            ("\u{4e2d}a", "a", false),
            ("(aes)", "aes", true),
            ("والنيجر", "نيجر", true),
            ("وبوركينا", "بوركينا", true),
            ("اجتماع", "ماع", false),
            ("الدولي", "ولي", false),
        ];
        for (text, word, expected) in table {
            let at = text.find(word).expect("the word is in the text");
            assert_eq!(is_word_start(text, at), expected, "{word} in {text}");
        }
    }

    proptest! {
        #[test]
        fn marks_are_parts_of_the_text_in_order(
            text in any::<String>(), typed in any::<String>()
        ) {
            let mut last = 0;
            for range in marks(&text, &Query::parse(&typed)) {
                prop_assert!(range.start < range.end);
                prop_assert!(last == 0 || last < range.start);
                prop_assert!(text.get(range.clone()).is_some());
                last = range.end;
            }
        }

        #[test]
        fn a_part_of_a_text_is_marked_in_it(
            text in "[a-zA-ZéïœÆßğمقوةىأ\u{64f}\u{651}\u{640}\u{308}'’ –]{1,24}",
            from in 0_usize..24,
            len in 1_usize..12,
        ) {
            let part: String = text.chars().skip(from).take(len).collect();
            let query = Query::parse(&part);
            let marked = marks(&text, &query);
            prop_assert_eq!(marked.is_empty(), query.is_empty());
            for range in marked {
                let folded = fold(&text[range]);
                prop_assert!(query.words().iter().any(|word| folded.contains(&**word)));
            }
        }
    }
}
