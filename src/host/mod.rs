//! The explainer as a JavaScript module: mounted into an element, heard through events.

mod event;
mod failure;
mod mount;
mod options;
mod share;
mod value;

pub use mount::{ExplainerHandle, mount};
