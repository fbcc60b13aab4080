//! The npm packages: wasm-opt, esbuild, map data, accessibility checks.

use crate::command::output_of;
use crate::environment::Environment;
use crate::setup::Progress;
use crate::toolchain::NODE;
use crate::version::Version;
use anyhow::{Context, Result, bail};
use std::fs;

/// Copy of the lock file that the packages were installed from, inside `node_modules`.
const STAMP: &str = "node_modules/.explainer-lock.json";

/// Makes sure that `node_modules` holds what `package-lock.json` says, and its programs are found.
///
/// # Errors
/// If Node is missing or too old, or npm fails.
pub fn ensure(environment: &mut Environment, progress: &Progress) -> Result<()> {
    let name = "npm packages";
    let node = match environment.path.find("node") {
        Some(_) => output_of(environment.command("node")?.arg("--version")),
        None => None,
    };
    let node = node.as_deref().and_then(Version::in_output);
    if node.is_none_or(|version| version < NODE) || environment.path.find("npm").is_none() {
        let found = node.map_or_else(|| "none".to_owned(), |version| version.to_string());
        bail!(
            "Node {}.{} or later with npm is needed, and {found} was found on PATH; install it with your system's \
             package manager or from nodejs.org, then run this again",
            NODE.major,
            NODE.minor,
        );
    }
    let lock = environment.root.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let stamp = environment.root.join(STAMP);
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        progress.present(name, "");
    } else {
        let mut npm = environment.command("npm")?;
        npm.args(["ci", "--no-audit", "--no-fund"]);
        progress.long(name, "installing, takes some seconds", "npm", npm, environment)?;
        fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))?;
    }
    environment.path.prepend(environment.root.join("node_modules/.bin"));
    Ok(())
}
