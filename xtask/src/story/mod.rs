//! Commands for editors: check a story, format its files, describe them as a JSON Schema.
//!
//! The model is compiled into this crate rather than linked, so that these commands work while the bundled
//! story is broken, which keeps the library from building.

mod check;
mod folder_format;
mod print;
mod schema;

#[allow(dead_code, unused_imports, reason = "the library uses the rest")]
#[path = "../../../src/model/mod.rs"]
mod model;

#[path = "../../../build/folder.rs"]
mod folder;
#[path = "../../../build/json.rs"]
mod json;

pub use check::{Format, check};
pub use folder_format::fmt;
pub use schema::schema;

use std::fs;
use std::path::{Path, PathBuf};

/// Whether a command changes files or only tells which are stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Writes what has changed.
    Write,
    /// Names what would change, and fails if anything would.
    Check,
}

/// A file of the project, as seen from the current folder where that is inside the project.
fn in_project(path: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let path = root.join(path);
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).map(Path::to_path_buf).unwrap_or(path)
}

/// Brings a file to its right content. Returns whether it was right before.
fn bring(path: &Path, content: &str, mode: Mode) -> Result<bool, String> {
    let is_fresh = fs::read_to_string(path).is_ok_and(|before| before == content);
    if !is_fresh && mode == Mode::Write {
        fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    if !is_fresh {
        let done = if mode == Mode::Write { "written" } else { "not up to date" };
        eprintln!("{}: {done}", path.display());
    }
    Ok(is_fresh)
}
