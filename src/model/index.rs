//! Indices into a [`Dataset`]: small, `Copy`, and in range for the story they came from.

use super::story::{
    Actor, Country, Dataset, Event, Figure, GlossaryTerm, KeyPoint, Place, Source, Theme, TourStep,
};
use serde::{Deserialize, Serialize};
use std::ops::Index;

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident => $field:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub(crate) u16);

        impl $name {
            /// The position in the story's list, counted from 0.
            pub fn position(self) -> usize {
                usize::from(self.0)
            }

            /// The items of the list with their indices, in the story's order.
            pub fn all(story: &Dataset) -> impl DoubleEndedIterator<Item = (Self, &$item)> + ExactSizeIterator {
                story.$field.iter().enumerate().map(|(position, item)| (Self(position as u16), item))
            }

            /// The item with this id, or `None` if the story has none.
            pub fn find(story: &Dataset, id: &str) -> Option<Self> {
                Self::all(story).find(|(_, item)| &*item.id == id).map(|(ix, _)| ix)
            }
        }

        impl Index<$name> for Dataset {
            type Output = $item;
            fn index(&self, ix: $name) -> &$item {
                &self.$field[ix.position()]
            }
        }
    )*};
}

indices! {
    /// Points to a country, with or without a profile.
    CountryIx => countries: Country;
    /// Points to a place.
    PlaceIx => places: Place;
    /// Points to an actor.
    ActorIx => actors: Actor;
    /// Points to an event; events are in order of date, so indices compare as dates do.
    EventIx => events: Event;
    /// Points to a key point.
    PointIx => key_points: KeyPoint;
    /// Points to a theme.
    ThemeIx => themes: Theme;
    /// Points to a key figure.
    FigureIx => figures: Figure;
    /// Points to a glossary term.
    TermIx => glossary: GlossaryTerm;
    /// Points to a step of the guided tour.
    StepIx => tour: TourStep;
    /// Points to a source.
    SourceIx => sources: Source;
}
