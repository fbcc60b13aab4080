//! Interface words: everything the explainer says that is not the story.

use super::story::Text;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $key, "` in the words files.")] $variant,)*
        }

        impl $name {
            /// The keys in the words files, in the order of the variants.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];
        }
    };
}

words! {
    /// A phrase without a number; `{name}` in it stands for a value.
    Word {
        Explainer "explainer",
        KeyPoints "key-points",
        Map "map",
        Countries "countries",
        Actors "actors",
        Timeline "timeline",
        Themes "themes",
        Figures "figures",
        Glossary "glossary",
        Sources "sources",
    }
}

words! {
    /// A phrase with a number, in the plural forms of the language; `{n}` stands for the number.
    Count {
        Events "events",
        Actors "actors",
        Sources "sources",
        Places "places",
    }
}

/// The interface words of one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    /// One text a [`Word`], in order.
    pub texts: Vec<Text>,
    /// Six forms a [`Count`], in order: zero, one, two, few, many, other. A form that the language
    /// does not use repeats `other`.
    pub counts: Vec<[Text; 6]>,
}

impl Words {
    /// The text of a word.
    pub fn text(&self, word: Word) -> &Text {
        &self.texts[word as usize]
    }
}
