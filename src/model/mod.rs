//! The story: what is known, in types that cannot hold a contradiction.
//!
//! Files are read into loose raw values, checked as a whole with every problem reported, and become a
//! [`Dataset`] in one language. From there on all references are indices that are known to be in range,
//! so everything that reads a story is a total function.

pub mod blob;
pub mod check;
pub mod date;
pub mod index;
pub mod limit;
mod lookup;
mod near;
pub mod problem;
pub mod raw;
pub mod read;
#[cfg(feature = "schema")]
mod schema;
pub mod story;
pub mod tally;
pub mod terms;
pub mod tie;
pub mod typography;
pub mod value;
pub mod words;

pub use date::{Date, EventDate, PartialDate};
pub use index::{
    ActorIx, CountryIx, EventIx, FigureIx, PlaceIx, PointIx, SourceIx, StepIx, TermIx, ThemeIx,
};
pub use problem::{Problem, Problems};
#[cfg(feature = "schema")]
pub use schema::without_null;
pub use story::*;
pub use tally::Tally;
pub use terms::{TermUse, Terms};
pub use tie::{Direction, Side, Tie};
pub use value::Value;
pub use words::{Count, Word, Words};
