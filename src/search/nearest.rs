//! Terms that are spelled like what was typed.

use super::fold::{fold, is_word};
use super::query::Query;
use std::mem::swap;

/// Collects terms by how far their spelling is from a query.
pub(super) struct Nearest<'t> {
    typed: Vec<Vec<char>>,
    found: Vec<Found<'t>>,
}

struct Found<'t> {
    distance: Distance,
    folded: String,
    term: &'t str,
}

/// Letters to change in the part typed so far, then letters to change in the whole word.
type Distance = (usize, usize);

impl<'t> Nearest<'t> {
    pub fn new(query: &Query) -> Self {
        let typed = query.words().iter().map(|word| word.chars().collect()).collect();
        Self { typed, found: Vec::new() }
    }

    /// Keeps the term if one of its words is like a word of the query and it is not known yet.
    pub fn offer(&mut self, term: &'t str) {
        let folded = fold(term);
        let letters: Vec<char> = folded.chars().collect();
        let mut nearest: Option<Distance> = None;
        for word in letters.split(|&letter| !is_word(letter)) {
            for typed in &self.typed {
                if let Some(distance) = distance(typed, word)
                    && nearest.is_none_or(|known| distance < known)
                {
                    nearest = Some(distance);
                }
            }
        }
        if let Some(distance) = nearest
            && self.found.iter().all(|known| known.folded != folded)
        {
            self.found.push(Found { distance, folded, term });
        }
    }

    /// The nearest terms, of equal ones those that were offered first.
    pub fn best(self) -> Vec<&'t str> {
        let found = self.found.into_iter().enumerate();
        least(found.map(|(order, found)| (found.distance, order, found.term)).collect())
            .map(|(.., term)| term)
            .collect()
    }
}

/// The three least of some different values, in order. Sorting them all would bring in much more code.
pub(super) fn least<T: Ord>(mut values: Vec<T>) -> impl Iterator<Item = T> {
    (0..3).map_while(move |_| {
        let position = (0..values.len()).min_by_key(|&position| &values[position])?;
        Some(values.swap_remove(position))
    })
}

/// The distance of a typed word from a word, or `None` if they have too little in common: more than half
/// of the letters to change. The Arabic article is left aside.
///
/// Counts letters put in, left out, replaced, or swapped with their neighbour (optimal string alignment).
fn distance(typed: &[char], word: &[char]) -> Option<Distance> {
    let (typed, word) = (bare(typed), bare(word));
    let limit = typed.len() / 2;
    // One letter is like everything.
    if typed.len() < 2 || word.len() + limit < typed.len() {
        return None;
    }
    // Rows of the table of distances between the first letters of both: for two, one and no letters back.
    let width = word.len() + 1;
    let mut before_last = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for i in 0..typed.len() {
        row[0] = i + 1;
        for j in 0..word.len() {
            let replaced = last[j] + usize::from(typed[i] != word[j]);
            let mut cheapest = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && typed[i] == word[j - 1] && word[j] == typed[i - 1] {
                cheapest = cheapest.min(before_last[j - 1] + 1);
            }
            row[j + 1] = cheapest;
        }
        swap(&mut before_last, &mut last);
        swap(&mut last, &mut row);
    }
    let begun = last.iter().copied().min()?;
    (begun <= limit).then_some((begun, last[word.len()]))
}

/// A word without the Arabic article, unless less than two letters would be left.
fn bare(word: &[char]) -> &[char] {
    match word {
        ['ا', 'ل', rest @ ..] if rest.len() >= 2 => rest,
        _ => word,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance_of(typed: &str, word: &str) -> Option<Distance> {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        distance(&letters(typed), &letters(word))
    }

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
            assert_eq!(distance_of(typed, word), expected, "{typed} {word}");
        }
    }

    #[test]
    fn terms_are_nearest_first_each_once_as_printed() {
        let query = Query::parse("goito");
        let mut nearest = Nearest::new(&query);
        for term in ["Gao", "Goïta", "GOITA", "Tiani", "Assimi Goïta"] {
            nearest.offer(term);
        }
        assert_eq!(nearest.best(), ["Goïta", "Assimi Goïta"]);
    }

    proptest! {
        #[test]
        fn a_word_is_at_no_distance_from_itself_and_any_two_have_a_verdict(
            a in "\\PC{2,12}", b in "\\PC{0,12}"
        ) {
            prop_assert_eq!(distance_of(&a, &a), Some((0, 0)));
            if let Some((begun, whole)) = distance_of(&a, &b) {
                prop_assert!(begun <= whole);
            }
        }
    }
}
