//! Search in the story, without regard to case, accents and Arabic letter forms.

mod excerpt;
mod fold;
mod index;
mod nearest;
mod query;

pub use excerpt::excerpt;
pub use fold::fold;
pub use index::{Group, SearchIndex, Suggestions};
pub use query::{Query, marks};
