//! Screenshots of the main states.

use crate::build;
use crate::command;
use crate::environment::Environment;
use crate::suite;
use anyhow::{Context, Result};
use std::fs;

/// Builds, and saves the screenshots to `target/shots/`.
///
/// The browser tests know how to drive the page, so one of them, left out of ordinary runs, takes the
/// pictures.
///
/// # Errors
/// If the build fails or the browser cannot show the page.
pub fn run(environment: &Environment) -> Result<()> {
    build::run(environment, None)?;
    let folder = environment.root.join("target/shots");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut shots = suite::browser_tests(environment)?;
    command::run(shots.args(["--ignored", "--exact", "shots::of_the_main_states"]))?;
    println!("screenshots are in {}", folder.display());
    Ok(())
}
