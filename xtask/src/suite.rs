//! Every check of the project, one after the other.

use crate::budgets;
use crate::build;
use crate::command::to_line;
use crate::environment::Environment;
use crate::package;
use crate::toolchain::WASM_TARGET;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// What of the crate is for browsers.
const BROWSER: &str = "hydrate,compile";

/// One check, with the name it is announced by.
struct Step {
    name: &'static str,
    check: Check,
}

/// How a check is done.
enum Check {
    /// By a command that succeeds if all is well.
    Command(Command),
    /// By a comparison of `dist/` with `budgets.toml`.
    Budgets,
    /// By packing the npm package, and building the app in `examples/` that uses it.
    Package,
}

/// Runs all checks and stops at the first that fails.
///
/// Tests in browsers come last, so that the end of the output is what they say.
///
/// # Errors
/// If a check fails; the error says how to run it alone.
pub fn run(environment: &Environment) -> Result<()> {
    let steps = steps(environment)?;
    let of = steps.len();
    for (position, Step { name, check }) in steps.into_iter().enumerate() {
        println!("\n== {}/{of} {name}", position + 1);
        let start = Instant::now();
        match check {
            Check::Command(command) => run_step(name, command)?,
            Check::Budgets => budgets::check(&environment.root)?,
            Check::Package => {
                package::run_for(environment)?;
                package::build_example(environment)?;
            }
        }
        if position + 1 < of {
            println!("== {}/{of} {name}: ok, {:.1} s", position + 1, start.elapsed().as_secs_f64());
        }
    }
    Ok(())
}

fn steps(environment: &Environment) -> Result<Vec<Step>> {
    let cargo = |arguments: &[&str]| -> Result<Check> {
        let mut cargo = environment.command("cargo")?;
        cargo.args(arguments);
        Ok(Check::Command(cargo))
    };
    let wasm_cargo = |arguments: &[&str]| -> Result<Check> {
        let mut cargo = environment.wasm_command("cargo")?;
        cargo.args(arguments);
        Ok(Check::Command(cargo))
    };
    let deny = ["--", "-D", "warnings"];
    let clippy = ["clippy", "--workspace", "--all-targets", "--all-features", "--locked"];
    let clippy_browser_tests = ["clippy", "--test", "browser", "--test", "serving", "--locked"];
    let clippy_wasm =
        ["clippy", "--all-targets", "--features", BROWSER, "--locked", "--target", WASM_TARGET];
    let wasm_tests =
        ["test", "--test", "web", "--features", BROWSER, "--locked", "--target", WASM_TARGET];
    let mut docs = environment.command("cargo")?;
    docs.env("RUSTDOCFLAGS", "-D warnings");
    docs.args(["doc", "--workspace", "--no-deps", "--all-features", "--locked"]);
    let step = |name, check| Step { name, check };
    Ok(vec![
        step("format", cargo(&["fmt", "--all", "--check"])?),
        step("lints", cargo(&[&clippy[..], &deny].concat())?),
        step("lints of the tests of dist/", cargo(&[&clippy_browser_tests[..], &deny].concat())?),
        step("lints for the browser", wasm_cargo(&[&clippy_wasm[..], &deny].concat())?),
        step("documentation", Check::Command(docs)),
        step(
            "crate package",
            cargo(&[
                "package",
                "--package",
                "sahel-explainer*",
                "--locked",
                "--allow-dirty",
                "--quiet",
            ])?,
        ),
        step("native tests", cargo(&["test", "--workspace", "--all-features", "--locked"])?),
        step("WASM tests", wasm_cargo(&wasm_tests)?),
        step("release build", Check::Command(build::release(environment)?)),
        step("release build of some parts", Check::Command(build::some_parts(environment)?)),
        step("sizes", Check::Budgets),
        step("npm package, and the example that uses it", Check::Package),
        step("Yew app that uses the crate", Check::Command(build::yew_example(environment)?)),
        step("servers", cargo(&["test", "--locked", "--test", "serving", "--", "--nocapture"])?),
        step("browser tests", Check::Command(browser_tests(environment)?)),
    ])
}

/// The command for the tests of `dist/` in a browser; arguments for the test runner may follow.
///
/// # Errors
/// If the command cannot be made.
pub fn browser_tests(environment: &Environment) -> Result<Command> {
    let mut cargo = environment.command("cargo")?;
    // Each test has a browser of its own, which is several processes: two at a time are enough.
    cargo.args(["test", "--locked", "--test", "browser", "--", "--test-threads=2"]);
    Ok(cargo)
}

fn run_step(name: &str, mut command: Command) -> Result<()> {
    let line = shell_line(&command);
    println!("   {line}");
    let status = command.status().with_context(|| format!("cannot run `{line}`"))?;
    if !status.success() {
        bail!("{name} failed ({status}); to run only this step again:\n  {line}");
    }
    Ok(())
}

/// The command as one would type it in the project's folder, with the variables that change what it does.
fn shell_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy();
    let variables = command.get_envs().filter_map(|(variable, value)| {
        let variable = variable.to_str()?;
        let shown = ["CARGO_TARGET_DIR", "PAGE_PARTS", "RUSTUP_TOOLCHAIN", "RUSTDOCFLAGS"]
            .contains(&variable);
        shown.then_some((variable, value?.to_string_lossy()))
    });
    let mut words: Vec<_> =
        variables.map(|(variable, value)| format!("{variable}={}", quoted(&value))).collect();
    let full = command.get_program().to_string_lossy();
    words.push(to_line(command).replacen(&*full, &name, 1));
    words.join(" ")
}

/// A value as a shell takes it.
fn quoted(value: &str) -> String {
    if value.contains(char::is_whitespace) { format!("'{value}'") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_shown_as_it_can_be_typed() {
        let mut command = Command::new("/opt/rust/bin/cargo");
        command
            .env("PATH", "/bin")
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("NO_COLOR")
            .args(["doc", "--no-deps"]);
        assert_eq!(shell_line(&command), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
    }
}
