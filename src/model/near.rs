//! Guesses at what a misspelt id was meant to be.

/// The candidate that differs from a word by the fewest letters, if it is close enough to be meant.
pub fn near_miss<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(64).collect();
    // Of shorter words every other is a near miss.
    let allowed = if word.len() < 3 { 0 } else { 1 + word.len() / 5 };
    candidates
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= 2 * allowed)
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Edit distance in which a swap of neighbours counts once.
fn distance(word: &[char], other: &str) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=word.len()).collect();
    let mut last = None;
    for (row, character) in other.chars().enumerate() {
        let mut line = Vec::with_capacity(above.len());
        line.push(row + 1);
        for (column, &letter) in word.iter().enumerate() {
            let mut best = (above[column] + usize::from(letter != character))
                .min(above[column + 1] + 1)
                .min(line[column] + 1);
            if column > 0 && last == Some(letter) && word[column - 1] == character {
                best = best.min(before[column - 1] + 1);
            }
            line.push(best);
        }
        last = Some(character);
        before = std::mem::replace(&mut above, line);
    }
    above[word.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_swaps_slips_and_omissions() {
        let known = ["jnim", "issp", "fla", "un-minusma", "africa-corps"];
        for (word, expected) in [
            ("jnmi", Some("jnim")),
            ("un-minusm", Some("un-minusma")),
            ("african-corps", Some("africa-corps")),
            ("JNIM", None),
            ("wagner", None),
            ("fl", None),
            ("", None),
        ] {
            assert_eq!(near_miss(word, &mut known.into_iter()), expected, "{word}");
        }
    }
}
