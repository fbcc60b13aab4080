//! From degrees to drawing: the projection of the map and the rectangles that are cut out of it.
//!
//! Everything is in kilometres on one projected plane, x to the east and y to the south, as SVG draws it.

pub mod frame;
pub mod projection;

pub use frame::{Extent, Frame, NARROW_EXTENT, PLANE, WIDE_EXTENT};
pub use projection::project;
