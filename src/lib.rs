//! An interactive, embeddable explainer of the Alliance of Sahel States summit in Bamako.

pub mod geo;
pub mod locale;
pub mod model;
pub mod search;
mod story;

pub use story::{DecodeError, Story};
