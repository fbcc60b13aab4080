//! Checks the bundled story and writes one blob of it per language.

#[allow(dead_code, unused_imports, reason = "the library uses the rest")]
#[path = "../src/model/mod.rs"]
mod model;

mod folder;
mod json;

use folder::Folder;
use model::blob;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    for path in ["assets/story", "assets/words", "src/model", "build"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match write_blobs() {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write_blobs() -> Result<(), Vec<String>> {
    let format = blob::stamp(&format_sources()?);
    println!("cargo::rustc-env=STORY_FORMAT={format}");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let folder = Folder::open(Path::new("assets/story"), Path::new("assets/words"))
        .map_err(|error| vec![error])?;
    let stories = folder
        .check()
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    for story in stories {
        let body = postcard::to_allocvec(&story).map_err(|error| vec![error.to_string()])?;
        let blob = blob::seal(format, &body);
        let path = out.join(story.locale.tag()).with_extension("story");
        fs::write(&path, blob).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    }
    Ok(())
}

/// The sources that the layout of a blob follows from.
fn format_sources() -> Result<Vec<u8>, Vec<String>> {
    let mut all = Vec::new();
    for name in ["date", "index", "story", "terms", "words"] {
        let path = format!("src/model/{name}.rs");
        all.extend(fs::read(&path).map_err(|error| vec![format!("{path}: {error}")])?);
    }
    all.retain(|byte| *byte != b'\r');
    Ok(all)
}
