//! Finding a text among thousands.

/// The positions of texts in the order of the texts.
#[derive(Debug, Default)]
pub struct Lookup(Vec<usize>);

impl Lookup {
    /// Prepares to look among these texts.
    pub fn of(texts: &[&str]) -> Self {
        let mut positions: Vec<usize> = (0..texts.len()).collect();
        positions.sort_by_key(|&position| texts[position]);
        Self(positions)
    }

    /// The first position of a text. `text` gives that of a position, as it was when this was made.
    pub fn find<'a>(&self, wanted: &str, text: impl Fn(usize) -> &'a str) -> Option<usize> {
        let at = self.0.partition_point(|&position| text(position) < wanted);
        self.0.get(at).copied().filter(|&position| text(position) == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[test]
    fn the_first_of_equal_texts_is_found_and_others_are_not() {
        let texts = ["b", "a", "c", "a", ""];
        let lookup = Lookup::of(&texts);
        let found = |wanted| lookup.find(wanted, |position| texts[position]);
        assert_eq!(
            [found("a"), found("b"), found(""), found("ab")],
            [Some(1), Some(0), Some(4), None]
        );
    }
}
