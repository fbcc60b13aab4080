//! What can go wrong while the shapes are made.

use std::io;

/// Why the shapes of the map could not be made; each message names the file and what was expected of it.
#[derive(Debug, thiserror::Error)]
pub enum GeometryError {
    /// A package is not installed.
    #[error("{file}: not found; run `cargo xtask setup`, which installs the npm packages")]
    NotInstalled {
        /// Path from the top of the project.
        file: String,
    },
    /// A file could not be read or written.
    #[error("{file}: {source}")]
    File {
        /// Path from the top of the project.
        file: String,
        /// The system's reason.
        source: io::Error,
    },
    /// A file is not the `TopoJSON` that it should be.
    #[error("{file}: expected a quantized TopoJSON topology: {source}")]
    NotTopology {
        /// Path from the top of the project.
        file: String,
        /// The parser's reason, with line and column.
        source: serde_json::Error,
    },
    /// A topology lacks a layer.
    #[error("{file}: objects: expected \"{layer}\", found {found}")]
    NoLayer {
        /// Path from the top of the project.
        file: String,
        /// The layer that is needed.
        layer: String,
        /// The layers that are there.
        found: String,
    },
    /// A shape refers to an arc that the topology does not have.
    #[error("{file}: objects.{layer}: expected an arc below {count}, found {arc}")]
    NoArc {
        /// Path from the top of the project.
        file: String,
        /// The layer with the reference.
        layer: String,
        /// The reference as written; negative ones are reversed.
        arc: i32,
        /// How many arcs there are.
        count: usize,
    },
    /// A country is not in the atlas.
    #[error("{file}: objects.countries: expected a country with id \"{id}\" ({name}), found none")]
    NoCountry {
        /// Path from the top of the project.
        file: String,
        /// ISO 3166 numeric code.
        id: &'static str,
        /// ISO 3166 two-letter code.
        name: &'static str,
    },
    /// No river runs where the Niger does.
    #[error("{file}: objects.rivers: expected one river within {km} km of {towns}, found {found}")]
    NoNiger {
        /// Path from the top of the project.
        file: String,
        /// How near it has to come, in kilometres.
        km: f64,
        /// The towns on its course.
        towns: String,
        /// How many rivers pass all of them.
        found: usize,
    },
    /// The committed file is not what the script makes.
    #[error(
        "{file}: differs from what the script makes; run `cargo xtask geo` and commit the result"
    )]
    Stale {
        /// Path from the top of the project.
        file: String,
    },
}
