//! The standard library for the browser from Debian's packages, for machines that reach a package
//! mirror but not Rust's own download server.
//!
//! Debian ships the compiler that its Firefox is built with, and the library's source, but not the
//! library for the browser. It is compiled here once and put where that compiler looks for it.

use crate::command::{output_of, run};
use crate::environment::Environment;
use crate::setup::Progress;
use crate::toolchain::{DEBIAN_TOOLCHAIN, WASM_TARGET, holds_std};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is needed: compiler, its build tool and lints, the library's source, the linker.
pub const PACKAGES: [&str; 5] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld"];

/// Files that show, without asking the package manager, that the packages are there.
const PACKAGE_FILES: [&str; 5] = [
    "/usr/bin/rustc",
    "/usr/bin/cargo",
    "/usr/lib/rustlib/src/rust/library/std/Cargo.toml",
    "/usr/bin/cargo-clippy",
    "/usr/bin/lld",
];

/// Where Debian's compiler looks for target libraries.
const RUSTLIB: &str = "/usr/lib/rustlib";

/// Version of the compiler that built the library, beside it: an upgrade makes it useless.
const STAMP: &str = "explainer-built-by.txt";

/// Manifest of the empty crate that makes cargo build the library. No `lto`: the library itself has
/// to stay a library.
const SCRATCH_MANIFEST: &str = "[package]\nname = \"scratch\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n\n\
    [profile.release]\npanic = \"abort\"\nopt-level = \"z\"\ncodegen-units = 1\n";

/// Whether this machine has Debian's package manager and the right to use it.
pub fn is_possible(environment: &Environment) -> bool {
    environment.path.find("apt-get").is_some()
        && environment.path.find("dpkg").is_some()
        && (is_root() || environment.path.find("sudo").is_some())
}

/// Whether everything that [`build_std`] makes is there and fits the installed compiler.
///
/// # Errors
/// If a command cannot be made.
pub fn is_ready(environment: &Environment) -> Result<bool> {
    Ok(missing_packages().is_empty()
        && std_fits_compiler()
        && linker_link()?.exists()
        && is_linked(environment)?)
}

/// Installs packages, after a fresh look at what the mirror has if the first attempt fails.
///
/// # Errors
/// If the package manager refuses.
pub fn install(
    environment: &Environment,
    progress: &Progress,
    name: &str,
    packages: &[&str],
) -> Result<()> {
    let apt = |arguments: &[&str]| -> Result<Command> {
        let mut apt = privileged(environment, "apt-get")?;
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
        // Servers are for tests: they must not start by themselves.
        apt.env("RUNLEVEL", "1");
        Ok(apt)
    };
    let install = ["install", "-y", "--no-install-recommends"];
    let install = || apt(&[&install, packages].concat());
    let what = format!("apt-get install {}", packages.join(" "));
    if progress.long(name, &what, "apt-install", install()?, environment).is_ok() {
        return Ok(());
    }
    progress.long(name, "apt-get update", "apt-update", apt(&["update"])?, environment)?;
    progress.long(name, &what, "apt-install", install()?, environment)
}

/// Builds the library, installs it beside Debian's compiler and makes that compiler a rustup toolchain.
///
/// # Errors
/// If a step fails; the error shows the end of its output.
pub fn build_std(environment: &Environment, progress: &Progress, name: &str) -> Result<()> {
    let missing = missing_packages();
    if !missing.is_empty() {
        install(environment, progress, name, &missing)?;
    }
    if !std_fits_compiler() {
        let rlibs = compile(environment, progress, name)?;
        install_rlibs(environment, &rlibs)?;
    }
    let link = linker_link()?;
    if !link.exists() {
        let folder = link.parent().context("the linker's link has a folder")?;
        run(privileged(environment, "mkdir")?.arg("-p").arg(folder))?;
        run(privileged(environment, "ln")?.args(["-sf", "/usr/bin/lld"]).arg(&link))?;
    }
    if environment.path.find("rustup").is_some() && !is_linked(environment)? {
        run(environment.command("rustup")?.args(["toolchain", "link", DEBIAN_TOOLCHAIN, "/usr"]))?;
    }
    Ok(())
}

/// The packages of [`PACKAGES`] whose files are not there.
fn missing_packages() -> Vec<&'static str> {
    let all = PACKAGES.iter().zip(PACKAGE_FILES);
    all.filter(|(_, file)| !Path::new(file).exists()).map(|(package, _)| *package).collect()
}

fn library_folder() -> PathBuf {
    Path::new(RUSTLIB).join(WASM_TARGET).join("lib")
}

/// What Debian's compiler says about itself, with `arguments` such as `-V`.
fn ask_compiler(argument: &str) -> Option<String> {
    output_of(Command::new("/usr/bin/rustc").arg(argument))
}

/// Whether a library is there that the compiler of today can read. One without our stamp came from a
/// package and is none of our business.
fn std_fits_compiler() -> bool {
    let folder = library_folder();
    let stamp = fs::read_to_string(folder.join(STAMP)).ok();
    holds_std(&folder) && (stamp.is_none() || stamp == ask_compiler("-V"))
}

/// Compiles the library in an empty crate; gives the compiled parts.
fn compile(environment: &Environment, progress: &Progress, name: &str) -> Result<Vec<PathBuf>> {
    let folder = environment.scratch()?.join("wasm-std");
    // Left over from an older compiler, the parts of two libraries would end up in one folder.
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder.join("src"))
        .with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(folder.join("Cargo.toml"), SCRATCH_MANIFEST)
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    fs::write(folder.join("src/lib.rs"), "")
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .current_dir(&folder)
        .env("PATH", environment.path.to_variable()?)
        .env("RUSTC", "/usr/bin/rustc")
        // Building the standard library is an unstable feature of cargo; only this step needs it.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode, link-time optimisation of the product would leave the library out.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO_TARGET_DIR")
        .args(["build", "--release", "--target", WASM_TARGET])
        // `test` is for tests in the browser.
        .args(["-Z", "build-std=std,panic_abort,test"])
        .args(["-Z", "build-std-features=optimize_for_size"]);
    progress.long(name, "building, takes about a minute", "wasm-std", cargo, environment)?;
    let parts = folder.join("target").join(WASM_TARGET).join("release/deps");
    let entries =
        fs::read_dir(&parts).with_context(|| format!("cannot read {}", parts.display()))?;
    let rlibs: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rlib"))
        .filter(|path| {
            !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libscratch-"))
        })
        .collect();
    if rlibs.is_empty() {
        bail!("the standard library was built, but {} holds no .rlib file", parts.display());
    }
    Ok(rlibs)
}

/// Replaces what is in the compiler's library folder by `rlibs`, and stamps it.
fn install_rlibs(environment: &Environment, rlibs: &[PathBuf]) -> Result<()> {
    let folder = library_folder();
    let stamp = environment.scratch()?.join(STAMP);
    let version = ask_compiler("-V").context("/usr/bin/rustc does not say its version")?;
    fs::write(&stamp, version).with_context(|| format!("cannot write {}", stamp.display()))?;
    run(privileged(environment, "rm")?.arg("-rf").arg(&folder))?;
    run(privileged(environment, "mkdir")?.arg("-p").arg(&folder))?;
    run(privileged(environment, "install")?.args(["-m", "644"]).args(rlibs).arg(&folder))?;
    // Last, so that an interrupted installation is not taken for a whole one.
    run(privileged(environment, "install")?.args(["-m", "644"]).arg(&stamp).arg(&folder))
}

/// Where the compiler looks for its own linker, which Debian has under another name.
fn linker_link() -> Result<PathBuf> {
    let about = ask_compiler("-vV").unwrap_or_default();
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    match host {
        Some(host) => Ok(Path::new(RUSTLIB).join(host).join("bin/rust-lld")),
        None if missing_packages().is_empty() => bail!("/usr/bin/rustc does not say its host"),
        None => Ok(PathBuf::new()),
    }
}

/// Whether the compiler is a rustup toolchain, or there is no rustup that has to know it.
fn is_linked(environment: &Environment) -> Result<bool> {
    if environment.path.find("rustup").is_none() {
        return Ok(true);
    }
    let list = output_of(environment.command("rustup")?.args(["toolchain", "list"]));
    Ok(list.is_some_and(|list| {
        list.lines().any(|line| line.split_whitespace().next() == Some(DEBIAN_TOOLCHAIN))
    }))
}

fn is_root() -> bool {
    output_of(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

/// A command with the rights to change the system.
fn privileged(environment: &Environment, program: &str) -> Result<Command> {
    if is_root() {
        return environment.command(program);
    }
    let mut sudo = environment.command("sudo")?;
    sudo.arg(program);
    Ok(sudo)
}
