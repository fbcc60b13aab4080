//! The development server.

use crate::build::Pages;
use crate::command;
use crate::environment::Environment;
use anyhow::Result;

/// Serves the page and rebuilds on each change, until interrupted.
///
/// # Errors
/// If there is no such story, or trunk cannot be started or fails, as when the port is taken.
pub fn run(environment: &Environment, pages: &Pages, arguments: &[String]) -> Result<()> {
    let mut trunk = environment.wasm_command("trunk")?;
    // trunk takes the usual `NO_COLOR=1` for a bad argument and stops.
    trunk.env_remove("NO_COLOR").arg("serve");
    // Otherwise tests that run meanwhile would be taken for changes. trunk wants the folder to be there.
    environment.scratch()?;
    trunk.args(["--ignore", "target"]).args(arguments);
    pages.tell(&mut trunk)?;
    command::run(&mut trunk)
}
