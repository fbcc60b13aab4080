//! From degrees to drawing: the projection, and rings as path data.
