//! The release build.

use crate::command;
use crate::environment::Environment;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// Makes `dist/`, with the bundled story or another one.
///
/// # Errors
/// If there is no such folder, or trunk fails; it has said why.
pub fn run(environment: &Environment, story: Option<&Path>) -> Result<()> {
    let mut trunk = release(environment)?;
    tell(&mut trunk, story)?;
    command::run(&mut trunk)
}

/// Lets a build take the story from this folder.
///
/// # Errors
/// If there is no such folder.
pub fn tell(trunk: &mut Command, story: Option<&Path>) -> Result<()> {
    if let Some(folder) = story {
        let folder = folder.canonicalize().with_context(|| format!("{}", folder.display()))?;
        trunk.env("STORY_DIR", folder);
    }
    Ok(())
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

/// The command for a development build of the Yew app in `examples/`.
///
/// # Errors
/// If the command cannot be made.
pub fn yew_example(environment: &Environment) -> Result<Command> {
    let mut trunk = environment.wasm_command("trunk")?;
    let config = "examples/yew-host/Trunk.toml";
    trunk.env_remove("NO_COLOR").args(["build", "--locked", "--config", config]);
    Ok(trunk)
}
