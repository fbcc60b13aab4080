//! The built `dist/` in a real browser, served and driven from here.
//!
//! `cargo xtask test` builds it first; with `dist/` built and chromedriver on PATH (or in the variable
//! `CHROMEDRIVER`), `cargo test --test browser` runs these alone.
#![cfg(not(target_arch = "wasm32"))]

mod actors;
mod address;
mod answers;
mod axe;
mod bad_input;
mod countries;
mod driver;
mod element;
mod embedding;
mod engines;
mod examples;
mod frame;
mod growth;
mod hosting;
mod load;
mod long_story;
mod map;
mod map_names;
mod module;
mod page;
mod pointer;
mod policy;
mod prerender;
mod print;
mod reading;
mod search;
mod sections;
mod senses;
mod server;
mod share;
mod shipped;
mod shots;
mod story;
mod timeline;
mod touch;
mod tour;
mod tree;
mod view;
mod walk;
mod widths;
