//! Which tools the project is built with, and the three ways to a standard library for the browser.

use crate::command::output_of;
use crate::debian;
use crate::environment::Environment;
use crate::setup::Progress;
use crate::version::Version;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// The target of builds for the browser.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// Must be the version of the crate `wasm-bindgen` in `Cargo.toml`, and is repeated in `Trunk.toml`.
pub const WASM_BINDGEN: Version = Version::new(0, 2, 130);
/// The version that is installed where no trunk of [`TRUNK_SERIES`] is there.
pub const TRUNK: Version = Version::new(0, 21, 14);
/// Series (major, minor) of trunk that read our `Trunk.toml`.
pub const TRUNK_SERIES: [(u32, u32); 2] = [(0, 21), (0, 22)];
/// The version that is installed where none that will do is there.
pub const GECKODRIVER: Version = Version::new(0, 37, 1);
/// Name of the rustup toolchain that stands for Debian's compiler.
pub const DEBIAN_TOOLCHAIN: &str = "explainer-wasm";
/// Oldest Node that the npm packages run on, Vite among them.
pub const NODE: Version = Version::new(20, 19, 0);

/// Makes sure that builds for the browser find a standard library, and notes the toolchain for them.
///
/// # Errors
/// If none of the three ways leads there; the error names all of them.
pub fn ensure_wasm_std(environment: &mut Environment, progress: &Progress) -> Result<()> {
    let name = format!("standard library for {WASM_TARGET}");
    if has_std(environment, None)? {
        progress.present(&name, "");
        return Ok(());
    }
    if debian::is_ready(environment)? && has_std(environment, Some(DEBIAN_TOOLCHAIN))? {
        environment.wasm_toolchain = Some(DEBIAN_TOOLCHAIN);
        progress.present(&name, &format!("(toolchain {DEBIAN_TOOLCHAIN})"));
        return Ok(());
    }
    let mut tried = Vec::new();
    if environment.path.find("rustup").is_some() {
        let mut rustup = environment.command("rustup")?;
        rustup.args(["target", "add", WASM_TARGET]);
        match progress.long(&name, "takes some seconds", "rustup-target", rustup, environment) {
            Ok(()) if has_std(environment, None)? => return Ok(()),
            Ok(()) => tried.push(format!("`rustup target add {WASM_TARGET}` added nothing")),
            Err(_) => tried.push(format!("`rustup target add {WASM_TARGET}` failed")),
        }
    } else {
        tried.push("there is no rustup on PATH".to_owned());
    }
    if debian::is_possible(environment) {
        println!("{}; building it from Debian's sources instead", tried.join(", "));
        debian::build_std(environment, progress, &name)?;
        if has_std(environment, Some(DEBIAN_TOOLCHAIN))? {
            environment.wasm_toolchain = Some(DEBIAN_TOOLCHAIN);
            return Ok(());
        }
        tried.push("the one built from Debian's sources is not found by the compiler".to_owned());
    } else {
        tried.push("this is not a Debian or Ubuntu with apt-get, as root or with sudo".to_owned());
    }
    bail!(
        "there is no {name}, and it could not be installed: {}.\nInstall it in one of two ways, then run this \
         again:\n  - `rustup target add {WASM_TARGET}`, where Rust's download server can be reached\n  - on Debian or \
         Ubuntu, `apt-get install {}`; the rest follows by itself",
        tried.join("; "),
        debian::PACKAGES.join(" "),
    )
}

/// Whether a toolchain, or the default one, has the standard library.
fn has_std(environment: &Environment, toolchain: Option<&str>) -> Result<bool> {
    let mut rustc = environment.command("rustc")?;
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    if let Some(toolchain) = toolchain {
        rustc.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    let folder = output_of(&mut rustc).map(|output| PathBuf::from(output.trim()));
    Ok(folder.is_some_and(|folder| holds_std(&folder)))
}

/// Whether a folder holds a compiled standard library.
pub fn holds_std(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    })
}
