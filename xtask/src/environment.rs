//! What the tools need to know to run: where programs are, and which toolchain builds for the browser.

use crate::search_path::SearchPath;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The result of a set-up.
#[derive(Debug)]
pub struct Environment {
    /// The project's folder.
    pub root: PathBuf,
    /// Where programs are looked for.
    pub path: SearchPath,
    /// The rustup toolchain for builds for the browser, where the default one cannot do it.
    pub wasm_toolchain: Option<&'static str>,
    /// The browser and its driver, where they were asked for.
    pub chromium: Option<Chromium>,
}

/// A browser with the driver for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

impl Environment {
    /// The environment before anything was looked for.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            path: SearchPath::of_process(),
            wasm_toolchain: None,
            chromium: None,
        }
    }

    /// A command that finds the tools and runs in the project's folder.
    ///
    /// # Errors
    /// If the search path cannot be written as a variable.
    pub fn command(&self, program: &str) -> Result<Command> {
        let program = self.path.find(program).unwrap_or_else(|| PathBuf::from(program));
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path.to_variable()?);
        if let Some(chromium) = &self.chromium {
            command.env("CHROME", &chromium.browser).env("CHROMEDRIVER", &chromium.driver);
        }
        Ok(command)
    }

    /// A command that builds for the browser.
    ///
    /// It has a target folder of its own: the toolchain may be another one than for the rest, and the
    /// two would throw away each other's work or wait for each other.
    ///
    /// # Errors
    /// As for [`Self::command`].
    pub fn wasm_command(&self, program: &str) -> Result<Command> {
        let mut command = self.command(program)?;
        command.env("CARGO_TARGET_DIR", self.root.join("target/wasm"));
        if let Some(toolchain) = self.wasm_toolchain {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        Ok(command)
    }

    /// The folder for logs and intermediate files of the set-up, made if it is not there.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn scratch(&self) -> Result<PathBuf> {
        let folder = self.root.join("target/setup");
        std::fs::create_dir_all(&folder)
            .map_err(|error| anyhow::anyhow!("cannot make {}: {error}", folder.display()))?;
        Ok(folder)
    }
}
