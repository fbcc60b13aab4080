//! Dates, numbers, plurals and phrases as the three languages write them.
//!
//! Everything comes from tables in this module, never from the browser's `Intl`, so that the
//! prerendered page and the browser print the same bytes.

pub mod date;
mod month;
pub mod number;
pub mod phrase;
pub mod plural;
