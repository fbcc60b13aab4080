//! Terms that are spelled like what was typed.

use super::fold::{fold, is_word};
use super::query::Query;

/// Collects terms by how far their spelling is from a query.
pub(super) struct Nearest<'q, 't> {
    query: &'q Query,
    found: Vec<Found<'t>>,
}

struct Found<'t> {
    distance: Distance,
    folded: String,
    term: &'t str,
}

/// Letters to change in the part typed so far, then letters to change in the whole word.
type Distance = (usize, usize);

impl<'q, 't> Nearest<'q, 't> {
    pub fn new(query: &'q Query) -> Self {
        Self { query, found: Vec::new() }
    }

    /// Keeps the term if one of its words is like a word of the query and it is not known yet.
    pub fn offer(&mut self, term: &'t str) {
        let folded = fold(term);
        let distance = folded
            .split(|letter| !is_word(letter))
            .flat_map(|part| self.query.words().iter().map(move |word| distance(word, part)))
            .flatten()
            .min();
        if let Some(distance) = distance
            && self.found.iter().all(|known| known.folded != folded)
        {
            self.found.push(Found { distance, folded, term });
        }
    }

    /// The nearest terms, of equal ones those that were offered first.
    pub fn best(mut self, len: usize) -> Vec<&'t str> {
        self.found.sort_by_key(|found| found.distance);
        self.found.into_iter().take(len).map(|found| found.term).collect()
    }
}

/// The distance of a typed word from a word, or `None` if they have too little in common: more than half
/// of the letters to change. The Arabic article is left aside.
///
/// Counts letters put in, left out, replaced, or swapped with their neighbour (optimal string alignment).
fn distance(typed: &str, word: &str) -> Option<Distance> {
    let word: Vec<char> = bare(word).chars().collect();
    let typed: Vec<char> = bare(typed).chars().collect();
    let limit = typed.len() / 2;
    // One letter is like everything.
    if typed.len() < 2 || word.len() + limit < typed.len() {
        return None;
    }
    // Rows of the table of distances between the first letters of both, for two, one and no letters back.
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=word.len()).collect();
    for (i, &a) in typed.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &b) in word.iter().enumerate() {
            let replaced = last[j] + usize::from(a != b);
            let mut cheapest = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a == word[j - 1] && b == typed[i - 1] {
                cheapest = cheapest.min(before_last[j - 1] + 1);
            }
            row.push(cheapest);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    let whole = last[word.len()];
    let begun = last.into_iter().min().unwrap_or(whole);
    (begun <= limit).then_some((begun, whole))
}

/// A word without the Arabic article, unless less than two letters would be left.
fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn distances_count_changed_letters_and_swaps_once() {
        let table = [
            ("bamako", "bamako", Some((0, 0))),
            ("bamk", "bamako", Some((1, 2))),
            ("bmaako", "bamako", Some((1, 1))),
            ("bamakoo", "bamako", Some((1, 1))),
            ("timbuktu", "tombouctou", Some((4, 4))),
            ("uranuim", "uranium", Some((1, 1))),
            ("xyzzy", "bamako", None),
            ("b", "bamako", None),
            ("bamako", "", None),
            ("نيجير", "النيجر", Some((1, 1))),
            ("باماكوو", "باماكو", Some((1, 1))),
        ];
        for (typed, word, expected) in table {
            assert_eq!(distance(typed, word), expected, "{typed} {word}");
        }
    }

    #[test]
    fn terms_are_nearest_first_each_once_as_printed() {
        let query = Query::parse("goito");
        let mut nearest = Nearest::new(&query);
        for term in ["Gao", "Goïta", "GOITA", "Tiani", "Assimi Goïta"] {
            nearest.offer(term);
        }
        assert_eq!(nearest.best(3), ["Goïta", "Assimi Goïta"]);
    }

    proptest! {
        #[test]
        fn a_word_is_at_no_distance_from_itself_and_any_two_have_a_verdict(
            a in "\\PC{2,12}", b in "\\PC{0,12}"
        ) {
            prop_assert_eq!(distance(&a, &a), Some((0, 0)));
            if let Some((begun, whole)) = distance(&a, &b) {
                prop_assert!(begun <= whole);
            }
        }
    }
}
