//! Screenshots of the main states, and pictures for cards of links.

use crate::build::{self, Pages};
use crate::command;
use crate::environment::Environment;
use crate::suite;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Builds, and saves the screenshots to `target/shots/`.
///
/// # Errors
/// If the build fails or the browser cannot show the page.
pub fn run(environment: &Environment) -> Result<()> {
    build::run(environment, &Pages::default())?;
    take(environment, "shots::of_the_main_states")?;
    println!("screenshots are in {}", environment.root.join("target/shots").display());
    Ok(())
}

/// Builds, and puts the picture of the story in every language, for cards of links, beside the story's files.
///
/// # Errors
/// If the build fails, the browser cannot show the page, or the pictures cannot be written.
pub fn preview(environment: &Environment, story: Option<&Path>) -> Result<()> {
    build::run(environment, &Pages::of_story(story))?;
    take(environment, "shots::of_the_story")?;
    let bundled = environment.root.join("assets/story");
    let folder = story.unwrap_or(&bundled);
    let made = environment.root.join("target/preview");
    for picture in made.read_dir().with_context(|| format!("cannot read {}", made.display()))? {
        let picture = picture.with_context(|| format!("cannot read {}", made.display()))?;
        let to = folder.join(picture.file_name());
        fs::copy(picture.path(), &to).with_context(|| format!("cannot write {}", to.display()))?;
        println!("{}", to.display());
    }
    Ok(())
}

/// The browser tests know how to drive the page, so some of them, left out of ordinary runs, take pictures.
fn take(environment: &Environment, test: &str) -> Result<()> {
    let mut shots = suite::browser_tests(environment)?;
    command::run(shots.args(["--ignored", "--exact", test]))
}
