//! The development server.

use crate::command;
use crate::environment::Environment;
use anyhow::Result;

/// Serves the page and rebuilds on each change, until interrupted.
///
/// # Errors
/// If trunk cannot be started or fails, as when the port is taken.
pub fn run(environment: &Environment, arguments: &[String]) -> Result<()> {
    let mut trunk = environment.wasm_command("trunk")?;
    // trunk takes the usual `NO_COLOR=1` for a bad argument and stops.
    trunk.env_remove("NO_COLOR").arg("serve");
    // Otherwise tests that run meanwhile would be taken for changes. trunk wants the folder to be there.
    environment.scratch()?;
    trunk.args(["--ignore", "target"]).args(arguments);
    command::run(&mut trunk)
}
