//! The release build.

use crate::command;
use crate::environment::Environment;
use anyhow::Result;
use std::process::Command;

/// Makes `dist/`.
///
/// # Errors
/// If trunk fails; it has said why.
pub fn run(environment: &Environment) -> Result<()> {
    command::run(&mut release(environment)?)
}

/// The command for the release build.
///
/// # Errors
/// If the command cannot be made.
pub fn release(environment: &Environment) -> Result<Command> {
    let mut trunk = environment.wasm_command("trunk")?;
    // trunk takes the usual `NO_COLOR=1` for a bad argument and stops.
    trunk.env_remove("NO_COLOR").args(["build", "--release", "--locked"]);
    Ok(trunk)
}
