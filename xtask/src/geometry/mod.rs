//! Makes `assets/story/land.json`, the shapes of the map, from Natural Earth as npm packages carry it.
//!
//! The steps, one file each: read a topology, project and simplify each of its arcs once, build shapes from arcs,
//! cut them to the plane that the page can show, write them as path data. Because neighbours share arcs and an
//! arc is changed before any shape is built from it, shapes that touch in the source touch in the result, with
//! neither gap nor overlap.

use std::{fs, io, path::Path};

mod arcs;
mod clip;
mod countries;
mod error;
mod locator;
mod path_data;
mod shapes;
mod stitch;
#[cfg(test)]
mod tests;
mod topology;
mod water;

/// The page's own projection and frames, so that shapes and places are drawn on the same plane.
#[path = "../../../src/geo/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the page uses more of it than this script")]
mod plane;

pub use error::GeometryError;
use shapes::Shapes;

/// The committed result, from the top of the project.
const LAND_FILE: &str = "assets/story/land.json";

/// Writes `assets/story/land.json`, or with `check` only compares it with what would be written.
///
/// `root` is the top of the project, where `node_modules` lies.
///
/// # Errors
/// A package is missing or not what is expected of it, the file cannot be written, or with `check` it differs.
pub fn run(root: &Path, check: bool) -> Result<(), GeometryError> {
    let made = Shapes::make(root)?.to_json();
    let path = root.join(LAND_FILE);
    if check {
        return match fs::read_to_string(&path) {
            Ok(committed) if committed == made => {
                println!("{LAND_FILE}: as the script makes it, {} bytes", made.len());
                Ok(())
            }
            Ok(_) => Err(GeometryError::Stale { file: LAND_FILE.into() }),
            Err(source) if source.kind() == io::ErrorKind::NotFound => {
                Err(GeometryError::Stale { file: LAND_FILE.into() })
            }
            Err(source) => Err(GeometryError::File { file: LAND_FILE.into(), source }),
        };
    }
    fs::write(&path, &made)
        .map_err(|source| GeometryError::File { file: LAND_FILE.into(), source })?;
    println!("{LAND_FILE}: written, {} bytes", made.len());
    Ok(())
}
