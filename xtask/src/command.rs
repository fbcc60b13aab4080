//! Running other programs: their answer, their success, or a long wait that says how far it is.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a long wait is checked.
const TICK: Duration = Duration::from_millis(250);
/// How often a long wait is reported where lines cannot be overwritten.
const REPORT_EVERY: Duration = Duration::from_secs(30);
/// How much of a failed program's output is shown.
const TAIL_LINES: usize = 25;

/// The command as one would type it.
pub fn to_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// What a program prints on its standard output, or `None` if it cannot be started or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program that shares this terminal.
///
/// # Errors
/// If the program cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let line = to_line(command);
    let status = command.status().with_context(|| format!("cannot run `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a program that takes long: its output goes to `log`, the seconds that have passed go to the
/// terminal after `label`.
///
/// # Errors
/// If the program cannot be started or does not succeed; the error shows the end of the log.
pub fn run_long(command: &mut Command, label: &str, log: &Path) -> Result<()> {
    let line = to_line(command);
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let errors = file.try_clone().with_context(|| format!("cannot write {}", log.display()))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(errors)
        .spawn()
        .with_context(|| format!("cannot run `{line}`"))?;
    let start = Instant::now();
    let mut reported = Duration::ZERO;
    let overwrite = std::io::stdout().is_terminal();
    let status = loop {
        if let Some(status) =
            child.try_wait().with_context(|| format!("cannot wait for `{line}`"))?
        {
            break status;
        }
        thread::sleep(TICK);
        let passed = start.elapsed();
        if overwrite {
            print!("\r{label} {} s ", passed.as_secs());
            // A terminal that cannot be written to is no reason to stop an installation.
            let _ = std::io::stdout().flush();
        } else if passed >= reported + REPORT_EVERY {
            println!("{label} {} s so far", passed.as_secs());
            reported = passed;
        }
    };
    if overwrite {
        println!();
    }
    if !status.success() {
        let text = std::fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<_> = text.lines().collect();
        let tail = lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n");
        bail!("`{line}` failed ({status}); the end of {}:\n{tail}", log.display());
    }
    Ok(())
}
