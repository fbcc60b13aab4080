//! The release build.

use crate::command::{self, output_of};
use crate::environment::Environment;
use anyhow::{Context, Result};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Flags of the compiler for the browser alone: what runs here is built without.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What the pages show.
#[derive(Args, Clone, Debug, Default)]
pub struct Pages {
    /// The folder of another story than the bundled one
    #[arg(long)]
    pub story: Option<PathBuf>,
    /// Only these parts, such as "points map timeline"
    #[arg(long)]
    pub parts: Option<String>,
}

impl Pages {
    /// With another story than the bundled one, if there is a folder.
    pub fn of_story(story: Option<&Path>) -> Self {
        Self { story: story.map(Path::to_path_buf), ..Self::default() }
    }

    /// Lets a build make these pages.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn tell(&self, trunk: &mut Command) -> Result<()> {
        if let Some(folder) = &self.story {
            let folder = folder.canonicalize().with_context(|| format!("{}", folder.display()))?;
            trunk.env("STORY_DIR", folder);
        }
        if let Some(parts) = &self.parts {
            trunk.env("PAGE_PARTS", parts);
        }
        Ok(())
    }
}

/// Makes `dist/`.
///
/// # Errors
/// If there is no such folder, or trunk fails; it has said why.
pub fn run(environment: &Environment, pages: &Pages) -> Result<()> {
    let mut trunk = release(environment)?;
    pages.tell(&mut trunk)?;
    command::run(&mut trunk)
}

/// As [`run`], with less program: the standard library is compiled for size with it, and a panic, which must
/// not happen, ends the program without telling the page. Both are unstable features of the toolchain, used at
/// the user's word and for this build alone.
///
/// # Errors
/// As for [`run`], and if the source of the standard library is not there and cannot be brought.
pub fn run_small(environment: &Environment, pages: &Pages) -> Result<()> {
    let mut trunk = release(environment)?;
    pages.tell(&mut trunk)?;
    let version = version(environment)?;
    let host = field(&version, "host")?;
    let mut rustup = environment.wasm_command("rustup")?;
    command::run(rustup.args(["component", "add", "rust-src"]))
        .context("the source of the standard library is needed: the component rust-src")?;
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            FLAGS,
            [&*remapping(environment)?, "-Zunstable-options", "-Cpanic=immediate-abort"].join(" "),
        )
        // For the program that writes the pages: cargo builds the library for targets that are named.
        .env("CARGO_BUILD_TARGET", host);
    command::run(&mut trunk)
}

/// The command for the release build.
///
/// # Errors
/// If the command cannot be made.
pub fn release(environment: &Environment) -> Result<Command> {
    let mut trunk = environment.wasm_command("trunk")?;
    // trunk takes the usual `NO_COLOR=1` for a bad argument and stops.
    trunk.env_remove("NO_COLOR").args(["build", "--release", "--locked"]);
    trunk.env(FLAGS, remapping(environment)?);
    Ok(trunk)
}

/// Flags that leave out the folders that sources are compiled in. A program holds them for its panics, so it
/// would tell whose machine has built it, be another one on each, and hold two names of the same file of the
/// standard library: the compiler's, and that of the copy on this machine.
fn remapping(environment: &Environment) -> Result<String> {
    let mut rustc = environment.wasm_command("rustc")?;
    let sysroot = output_of(rustc.args(["--print", "sysroot"])).context("rustc names no folder")?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let name = format!("/rustc/{}", field(&version(environment)?, "commit-hash")?);
    let cargo = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let crates = cargo.map(|cargo| (cargo.join("registry/src"), String::new()));
    let project = (environment.root.clone(), String::new());
    let flags = [(library, name), project]
        .into_iter()
        .chain(crates)
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    // Cargo takes a space for the end of a flag. Such a folder is told; the program works as well.
    Ok(flags.filter(|flag| !flag.contains(char::is_whitespace)).collect::<Vec<_>>().join(" "))
}

/// What the compiler says of itself.
fn version(environment: &Environment) -> Result<String> {
    output_of(environment.wasm_command("rustc")?.arg("-vV")).context("`rustc -vV` says nothing")
}

/// A line of that, such as `host: aarch64-apple-darwin`.
fn field<'a>(version: &'a str, name: &str) -> Result<&'a str> {
    let line = version.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.with_context(|| format!("`rustc -vV` has no line `{name}: `"))
}

/// The command for a release build with the parts alone that the pages have which the benchmark compares with.
///
/// # Errors
/// If the command cannot be made.
pub fn some_parts(environment: &Environment) -> Result<Command> {
    let mut trunk = release(environment)?;
    let parts = Some("points map countries timeline actors".to_owned());
    Pages { parts, ..Pages::default() }.tell(&mut trunk)?;
    let dist = environment.root.join("target/some-parts");
    trunk.arg("--dist").arg(dist);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_s_lines_are_read_and_missed() {
        let version =
            "rustc 1.90.0\nbinary: rustc\ncommit-hash: 1159e78c\nhost: aarch64-apple-darwin\n";
        assert_eq!(field(version, "host").unwrap(), "aarch64-apple-darwin");
        assert_eq!(field(version, "commit-hash").unwrap(), "1159e78c");
        assert!(field(version, "commit").unwrap_err().to_string().contains("`commit: `"));
    }
}
