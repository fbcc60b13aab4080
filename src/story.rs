//! A checked story as a handle that views share.

use crate::model::{Dataset, Locale, Tally, blob};
use crate::search::SearchIndex;
use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;
use yew::html::ImplicitClone;

/// A checked story in one language: cheap to clone, equal only to its own clones.
///
/// ```
/// use sahel_explainer::{Story, model::Locale};
///
/// let story = Story::bundled(Locale::Fr);
/// assert_eq!(story.locale, Locale::Fr);
/// assert!(story.clone() == story && story != Story::bundled(Locale::Fr));
/// ```
#[derive(Clone, Debug)]
pub struct Story(Rc<Shared>);

#[derive(Debug)]
struct Shared {
    dataset: Dataset,
    /// Made when the reader first searches; most never do.
    index: OnceCell<SearchIndex>,
    tally: OnceCell<Tally>,
}

/// Why bytes are not a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They were written by another version of this crate.
    OtherVersion,
    /// They are cut off or changed.
    Damaged,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherVersion => "the story was built for another version of the explainer",
            Self::Damaged => "the story's bytes are damaged",
        })
    }
}

impl std::error::Error for DecodeError {}

impl Story {
    /// The bundled story in English, encoded. Only what a program names ends up in it.
    pub const EN: &'static [u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en.story"));
    /// The bundled story in French, encoded.
    pub const FR: &'static [u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fr.story"));
    /// The bundled story in Arabic, encoded.
    pub const AR: &'static [u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ar.story"));

    /// The bundled story. Programs that call this hold it in all languages; those that need only one, or
    /// fetch it, use [`Story::decode`].
    #[expect(clippy::missing_panics_doc, reason = "the build wrote the bytes")]
    pub fn bundled(locale: Locale) -> Self {
        let bytes = match locale {
            Locale::En => Self::EN,
            Locale::Fr => Self::FR,
            Locale::Ar => Self::AR,
        };
        Self::decode(bytes).expect("the build wrote these bytes for this very crate")
    }

    /// A story from its encoded form, such as [`Story::EN`] or a copy of it that was fetched.
    ///
    /// # Errors
    /// Bytes of another version of the crate, and bytes that are no longer what the build wrote.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let sealed = blob::open(bytes).ok_or(DecodeError::Damaged)?;
        let (format, rest) = sealed.split_first_chunk().ok_or(DecodeError::Damaged)?;
        let (sum, body) = rest.split_first_chunk().ok_or(DecodeError::Damaged)?;
        if u32::from_le_bytes(*format) != FORMAT {
            return Err(DecodeError::OtherVersion);
        }
        if u32::from_le_bytes(*sum) != blob::stamp(body) {
            return Err(DecodeError::Damaged);
        }
        postcard::from_bytes::<Dataset>(body).map(Self::from).map_err(|_| DecodeError::Damaged)
    }

    /// The encoded form, which [`Story::decode`] of the same version of this crate reads.
    #[expect(clippy::missing_panics_doc, reason = "memory does not refuse bytes")]
    pub fn encode(&self) -> Vec<u8> {
        let body = postcard::to_allocvec(&self.0.dataset).expect("a dataset has an encoded form");
        blob::seal(FORMAT, &body)
    }
}

impl Story {
    /// What a search in this story looks through.
    pub fn search_index(&self) -> &SearchIndex {
        self.0.index.get_or_init(|| SearchIndex::new(self))
    }

    /// How often countries, actors and years come together in its events.
    pub fn tally(&self) -> &Tally {
        self.0.tally.get_or_init(|| Tally::of(self))
    }
}

/// The format that this build reads, from the text of the types that define it.
const FORMAT: u32 = parse(env!("STORY_FORMAT"));

const fn parse(decimal: &str) -> u32 {
    let mut number = 0;
    let mut position = 0;
    while position < decimal.len() {
        number = number * 10 + (decimal.as_bytes()[position] - b'0') as u32;
        position += 1;
    }
    number
}

impl From<Dataset> for Story {
    fn from(dataset: Dataset) -> Self {
        Self(Rc::new(Shared { dataset, index: OnceCell::new(), tally: OnceCell::new() }))
    }
}

impl Deref for Story {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        &self.0.dataset
    }
}

/// Two handles are equal if they share one story; texts are not compared.
impl PartialEq for Story {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Story {}

impl ImplicitClone for Story {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_story_decodes_in_every_language() {
        for locale in Locale::ALL {
            let story = Story::bundled(locale);
            assert_eq!(story.locale, locale);
            assert_eq!(&*story[story.focus].id, "bamako-summit-2025");
        }
    }

    #[test]
    fn a_story_is_encoded_as_the_build_does_it() {
        assert!(Story::bundled(Locale::Fr).encode() == Story::FR);
    }

    #[test]
    fn changed_bytes_are_refused() {
        assert_eq!(Story::decode(b"").err(), Some(DecodeError::Damaged));
        assert_eq!(Story::decode(&[0; 64]).err(), Some(DecodeError::Damaged));
        assert_eq!(Story::decode(&blob::seal(0, b"other")).err(), Some(DecodeError::OtherVersion));
        for position in [0, 8, 15, 24, 100, Story::EN.len() - 1] {
            let mut bytes = Story::EN.to_vec();
            bytes[position] ^= 1;
            assert_eq!(Story::decode(&bytes).err(), Some(DecodeError::Damaged), "{position}");
        }
        let cut = &Story::EN[..Story::EN.len() - 1];
        assert_eq!(Story::decode(cut).err(), Some(DecodeError::Damaged));
    }
}
