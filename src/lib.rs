//! An interactive, embeddable explainer of the Alliance of Sahel States summit in Bamako.

#[cfg(all(target_arch = "wasm32", feature = "compile"))]
pub mod compile;
pub mod export;
pub mod geo;
#[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
pub mod host;
pub mod locale;
mod markup;
pub mod model;
mod order;
pub mod scale;
pub mod search;
pub mod state;
mod story;
pub mod view;

pub use model::Locale;
pub use state::Selection;
pub use story::{DecodeError, Story};
pub use view::{ColorScheme, Edition, Explainer, ExplainerProps, Part, Parts, Share, StepReached};
