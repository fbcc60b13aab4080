//! Programs that come from crates.

use crate::command::output_of;
use crate::environment::Environment;
use crate::setup::Progress;
use crate::toolchain::{GECKODRIVER, TRUNK, TRUNK_SERIES, WASM_BINDGEN};
use crate::version::Version;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// A program that cargo can install.
#[derive(Debug)]
pub struct CargoTool {
    /// The crate.
    package: &'static str,
    /// Its programs; the first one is asked for the version.
    programs: &'static [&'static str],
    /// What is installed.
    version: Version,
    /// What will do.
    accepts: fn(Version) -> bool,
    /// Whether the crate's own lock file is used.
    locked: bool,
    /// How long compiling it takes.
    takes: &'static str,
}

impl CargoTool {
    /// Makes the JavaScript glue and runs tests in browsers.
    pub const WASM_BINDGEN: Self = Self {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: WASM_BINDGEN,
        accepts: |version| version == WASM_BINDGEN,
        // Its lock file names a version that is no longer published.
        locked: false,
        takes: "takes about 3 minutes",
    };

    /// Builds and serves the page.
    pub const TRUNK: Self = Self {
        package: "trunk",
        programs: &["trunk"],
        version: TRUNK,
        accepts: |version| TRUNK_SERIES.contains(&(version.major, version.minor)),
        locked: true,
        takes: "takes about 10 minutes",
    };

    /// Drives Firefox.
    pub const GECKODRIVER: Self = Self {
        package: "geckodriver",
        programs: &["geckodriver"],
        version: GECKODRIVER,
        // Any drives any Firefox of its years.
        accepts: |version| (version.major, version.minor) >= (0, 35),
        locked: true,
        takes: "takes about 3 minutes",
    };
}

/// Makes sure that a tool is found first on the search path.
///
/// A version that will not do stays where it is: ours then goes to a folder of its own, which only
/// the commands started from here look into.
///
/// # Errors
/// If it cannot be installed; the error shows the end of cargo's output.
pub fn ensure(tool: &CargoTool, environment: &mut Environment, progress: &Progress) -> Result<()> {
    let name = format!("{} {}", tool.package, tool.version);
    // Where `cargo install` puts things may be missing on PATH, as after installing Rust just now.
    environment.path.append(cargo_bin()?);
    if let Some(version) = accepted_version(tool, environment)? {
        let found = if version == tool.version { String::new() } else { format!("({version})") };
        progress.present(&name, &found);
        return Ok(());
    }
    let is_taken = tool.programs.iter().any(|program| environment.path.find(program).is_some());
    let private = is_taken.then(|| private_folder(tool)).transpose()?;
    if let Some(folder) = &private {
        environment.path.prepend(folder.join("bin"));
        if accepted_version(tool, environment)?.is_some() {
            progress.present(&name, "(beside the other version on PATH)");
            return Ok(());
        }
    }
    install(tool, &name, private, environment, progress)?;
    match accepted_version(tool, environment)? {
        Some(_) => Ok(()),
        None => bail!("{name} was installed, but is not found on PATH or does not say its version"),
    }
}

/// The version of the tool that would run, if all of its programs are there and it will do.
fn accepted_version(tool: &CargoTool, environment: &Environment) -> Result<Option<Version>> {
    for program in tool.programs {
        if environment.path.find(program).is_none() {
            return Ok(None);
        }
        let output = output_of(environment.command(program)?.arg("--version"));
        let version = output.as_deref().and_then(Version::in_output);
        if !version.is_some_and(tool.accepts) {
            return Ok(None);
        }
        if *program == tool.programs[tool.programs.len() - 1] {
            return Ok(version);
        }
    }
    Ok(None)
}

/// Installs from a ready-made build where `cargo binstall` is there and finds one, else by compiling.
fn install(
    tool: &CargoTool,
    name: &str,
    folder: Option<PathBuf>,
    environment: &Environment,
    progress: &Progress,
) -> Result<()> {
    let command = |arguments: &[&str]| -> Result<Command> {
        let mut cargo = environment.command("cargo")?;
        cargo.args(arguments);
        if let Some(folder) = &folder {
            cargo.arg("--root").arg(folder);
        }
        Ok(cargo)
    };
    let version = tool.version.to_string();
    if environment.path.find("cargo-binstall").is_some() {
        let crate_version = format!("{}@{version}", tool.package);
        let binstall = command(&["binstall", "--no-confirm", &crate_version])?;
        let what = "installing with cargo binstall";
        if progress.long(name, what, tool.package, binstall, environment).is_ok() {
            return Ok(());
        }
    }
    // `--force` because one of several programs may be gone while cargo still lists the crate.
    let mut arguments = vec!["install", "--force", tool.package, "--version", &version];
    if tool.locked {
        arguments.push("--locked");
    }
    let what = format!("installing, {}", tool.takes);
    progress.long(name, &what, tool.package, command(&arguments)?, environment).with_context(|| {
        format!("cannot install {name}; when the reason is solved, run this again, or install it by hand")
    })
}

/// Where `cargo install` puts programs.
fn cargo_bin() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let root = set("CARGO_INSTALL_ROOT")
        .or_else(|| set("CARGO_HOME"))
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("there is no home folder to install programs into; set CARGO_HOME")?;
    Ok(root.join("bin"))
}

/// The folder for a version that must not take the place of another one.
fn private_folder(tool: &CargoTool) -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        env::home_dir().map(|home| home.join("Library/Caches"))
    } else {
        set("XDG_CACHE_HOME").or_else(|| env::home_dir().map(|home| home.join(".cache")))
    };
    let cache = cache.context("there is no home folder to install programs into; set HOME")?;
    Ok(cache.join("sahel-explainer").join(format!("{}-{}", tool.package, tool.version)))
}
