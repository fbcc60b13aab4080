//! The project's own commands: `cargo xtask help`.

mod bench;
mod browser;
mod budgets;
mod build;
mod cargo_tool;
mod command;
mod debian;
mod environment;
mod geometry;
mod npm;
mod optional;
mod package;
mod search_path;
mod serve;
mod setup;
mod shots;
mod story;
mod suite;
mod toolchain;
mod version;

use crate::build::Pages;
use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use setup::Need;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Set-up, serving, tests, builds and checks of the explainer.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Install what is missing, and nothing else
    Setup,
    /// Serve the page on <http://127.0.0.1:8080/> and rebuild on each change
    Serve {
        #[command(flatten)]
        pages: Pages,
        /// Passed on to `trunk serve`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        trunk: Vec<String>,
    },
    /// Run every check: format, lints, tests, release build, sizes, browser tests
    Test,
    /// Make the release build in `dist/`
    Build {
        #[command(flatten)]
        pages: Pages,
        /// Make the program smaller with unstable features of the toolchain; a panic ends it without a word
        #[arg(long)]
        small: bool,
    },
    /// Build, and make the npm package in `target/npm/`; `SITE_URL` says where the pages of the build are
    Npm,
    /// Build, and measure the page in the browser beside what newsrooms use instead; `BENCH_RUNS` sets how often
    Bench,
    /// Build, and save screenshots of the main states to `target/shots/`
    Shots,
    /// Build, and make the pictures for cards of links, beside the files of the story
    Preview {
        /// The folder of another story than the bundled one
        #[arg(long)]
        story: Option<PathBuf>,
    },
    /// Check a folder of story files: 0 if all is well, 1 if not, 2 if it cannot be read
    Check {
        /// The folder, such as assets/story
        folder: PathBuf,
        /// How problems are printed
        #[arg(long, value_enum, default_value_t)]
        format: story::Format,
    },
    /// Format a folder of story files
    Fmt {
        /// The folder, such as assets/story
        folder: PathBuf,
        /// Only compare
        #[arg(long)]
        check: bool,
    },
    /// Make the JSON Schemas of the story files, or compare them with the committed ones
    Schema {
        /// Only compare
        #[arg(long)]
        check: bool,
    },
    /// Make the map's shapes from the npm packages, or compare them with the committed ones
    Geo {
        /// Only compare
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let root = project_root()?;
    let mode = |check: bool| if check { story::Mode::Check } else { story::Mode::Write };
    match task {
        Task::Check { folder, format } => return Ok(story::check(&folder, format)),
        Task::Fmt { folder, check } => return Ok(story::fmt(&folder, mode(check))),
        Task::Schema { check } => return Ok(story::schema(mode(check))),
        Task::Setup => setup::run(&root, Need::Test).map(drop),
        Task::Serve { pages, trunk } => {
            serve::run(&setup::run(&root, Need::Serve)?, &pages, &trunk)
        }
        Task::Test => suite::run(&setup::run(&root, Need::Test)?),
        Task::Build { pages, small } => {
            let build = if small { build::run_small } else { build::run };
            build(&setup::run(&root, Need::Build)?, &pages)
        }
        Task::Npm => {
            let environment = setup::run(&root, Need::Build)?;
            build::run(&environment, &Pages::default())?;
            package::run_for(&environment)
        }
        Task::Geo { check } => geometry::run(&root, check).map_err(Into::into),
        Task::Bench => bench::run(&setup::run(&root, Need::Test)?),
        Task::Shots => shots::run(&setup::run(&root, Need::Test)?),
        Task::Preview { story } => {
            shots::preview(&setup::run(&root, Need::Test)?, story.as_deref())
        }
    }?;
    Ok(ExitCode::SUCCESS)
}

/// The folder of the workspace, wherever below it the command was given.
fn project_root() -> Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_path_buf)
        .context("the project folder has moved since xtask was built; run `cargo xtask` again")
}
