//! Checks the bundled story and writes one blob of it per language.

#[allow(dead_code, unused_imports, reason = "the library uses the rest")]
#[path = "../src/model/mod.rs"]
mod model;

mod folder;
mod json;

use folder::Folder;
use model::{Locale, blob};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=STORY_DIR");
    let story = env::var_os("STORY_DIR").map_or("assets/story".into(), PathBuf::from);
    for path in [&story, Path::new("assets/words"), Path::new("src/model"), Path::new("build")] {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    match write_blobs(&story) {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write_blobs(story: &Path) -> Result<(), Vec<String>> {
    let format = blob::stamp(&format_sources()?);
    println!("cargo::rustc-env=STORY_FORMAT={format}");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let folder = Folder::open(story, Path::new("assets/words")).map_err(|error| vec![error])?;
    let stories = folder
        .check()
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    // The pages of a build are in all languages.
    for locale in Locale::ALL {
        if stories.iter().all(|story| story.locale != locale) {
            let file = story.join(locale.tag()).with_extension("json");
            return Err(vec![format!(
                "{}: expected words in this language, found none",
                file.display()
            )]);
        }
    }
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
