//! The project's own commands: `cargo xtask help`.

use std::{env, path::Path, process::ExitCode};

mod geometry;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["geo"] => geometry::run(root, false),
        ["geo", "--check"] => geometry::run(root, true),
        _ => {
            eprintln!("usage: cargo xtask geo [--check]");
            return ExitCode::FAILURE;
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
