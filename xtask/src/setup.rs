//! Installs what is missing, and says so.

use crate::browser;
use crate::cargo_tool::{self, CargoTool};
use crate::command::run_long;
use crate::environment::Environment;
use crate::npm;
use crate::optional;
use crate::toolchain;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// What the tools are wanted for; later ones need all that earlier ones do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Serving a development build.
    Serve,
    /// A release build.
    Build,
    /// Tests in browsers.
    Test,
}

/// One thing to have: from when on it is needed, and how to make sure of it.
struct Item {
    need: Need,
    ensure: fn(&mut Environment, &Progress) -> Result<()>,
}

/// Everything, in the order of installation.
const ITEMS: [Item; 7] = [
    Item { need: Need::Serve, ensure: toolchain::ensure_wasm_std },
    Item {
        need: Need::Serve,
        ensure: |environment, progress| {
            cargo_tool::ensure(&CargoTool::WASM_BINDGEN, environment, progress)
        },
    },
    Item {
        need: Need::Serve,
        ensure: |environment, progress| {
            cargo_tool::ensure(&CargoTool::TRUNK, environment, progress)
        },
    },
    Item { need: Need::Build, ensure: npm::ensure },
    Item { need: Need::Test, ensure: browser::ensure },
    Item {
        need: Need::Test,
        ensure: |environment, progress| {
            optional::ensure_servers(environment, progress);
            Ok(())
        },
    },
    Item {
        need: Need::Test,
        ensure: |environment, progress| {
            optional::ensure_browsers(environment, progress);
            Ok(())
        },
    },
];

/// Makes sure that everything for a need is there.
///
/// # Errors
/// If something is missing and cannot be installed.
pub fn run(root: &Path, need: Need) -> Result<Environment> {
    let mut environment = Environment::new(root);
    let items: Vec<_> = ITEMS.iter().filter(|item| item.need <= need).collect();
    for (position, item) in items.iter().enumerate() {
        let progress = Progress { step: position + 1, of: items.len() };
        (item.ensure)(&mut environment, &progress)?;
    }
    Ok(environment)
}

/// Which of how many things is being looked at.
#[derive(Debug)]
pub struct Progress {
    step: usize,
    of: usize,
}

impl Progress {
    /// Says that a thing is there.
    pub fn present(&self, name: &str, detail: &str) {
        let space = if detail.is_empty() { "" } else { " " };
        println!("[{}/{}] {name}: ok{space}{detail}", self.step, self.of);
    }

    /// Says that a thing is not there, and what follows.
    pub fn absent(&self, name: &str, consequence: &str) {
        println!("[{}/{}] {name}: missing; {consequence}", self.step, self.of);
    }

    /// Runs a step of an installation, with its output in `target/setup/<log>.log`.
    ///
    /// # Errors
    /// If the step fails; the error shows the end of its output.
    pub fn long(
        &self,
        name: &str,
        what: &str,
        log: &str,
        mut command: Command,
        environment: &Environment,
    ) -> Result<()> {
        let label = format!("[{}/{}] {name}: {what}…", self.step, self.of);
        println!("{label}");
        let log = environment.scratch()?.join(log).with_extension("log");
        run_long(&mut command, &label, &log)
    }
}
