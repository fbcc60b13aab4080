//! Texts with a limit to their length, which layouts count on.
//!
//! The limits leave a third over the longest English texts, as translations grow.

use super::story::Text;
use std::ops::Deref;

/// A text of one to `MOST` characters.
#[derive(Clone, Debug)]
pub struct Limited<const MOST: usize>(pub Text);

/// Names that stand in buttons.
pub type ShortName = Limited<20>;
/// One line of a note on the map.
pub type NoteLine = Limited<26>;
/// What a key point says in one line.
pub type Lead = Limited<40>;
/// Names, terms and labels.
pub type Name = Limited<90>;
/// Titles.
pub type Title = Limited<90>;
/// The headline of the whole.
pub type Headline = Limited<180>;
/// Titles of sources, the publishers' choice.
pub type ForeignTitle = Limited<200>;
/// A sentence or two.
pub type Sentence = Limited<240>;
/// An interface phrase, help texts included.
pub type Phrase = Limited<300>;
/// A web address; longer ones are mostly trackers.
pub type Url = Limited<300>;
/// A paragraph.
pub type Paragraph = Limited<400>;
/// The text of a theme.
pub type Long = Limited<560>;

impl<const MOST: usize> Limited<MOST> {
    /// The longest that the text may be, in characters.
    pub const MOST: usize = MOST;
}

impl<const MOST: usize> Deref for Limited<MOST> {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}
