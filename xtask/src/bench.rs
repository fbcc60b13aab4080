//! The benchmark of the page.

use crate::build::{self, Pages};
use crate::command;
use crate::environment::Environment;
use anyhow::Result;

/// Builds the page, installs what it is compared with, and measures both in the browser.
///
/// # Errors
/// If the build or npm fails, or the browser cannot show a page.
pub fn run(environment: &Environment) -> Result<()> {
    build::run(environment, &Pages::default())?;
    command::run(&mut build::some_parts(environment)?)?;
    let mut npm = environment.command("npm")?;
    npm.current_dir(environment.root.join("benches"));
    command::run(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    command::run(environment.command("cargo")?.args([
        "bench",
        "--locked",
        "--profile",
        "measured",
        "--features",
        "prerender",
        "--bench",
        "page",
        "--bench",
        "story",
    ]))
}
