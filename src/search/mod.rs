//! Search in the story, without regard to case, accents and Arabic letter forms.

mod fold;
mod index;
mod nearest;
mod query;

pub use fold::fold;
pub use index::{SearchIndex, Suggestions};
pub use query::{Query, marks};
