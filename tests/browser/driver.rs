//! The WebDriver server of Chromium.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A chromedriver process of our own, ended when this is dropped, in a panic too.
pub struct Chromedriver {
    process: Child,
    port: u16,
    /// Kept open: writing to a closed pipe would end the process.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts it on a port that it chooses, and waits until it listens.
    pub fn start() -> Self {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("cannot start {}: {error}; run `cargo xtask setup`", program.display())
            });
        let mut output = BufReader::new(process.stdout.take().expect("the output is a pipe"));
        let port = (&mut output)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line))
            .unwrap_or_else(|| panic!("{} ended without saying its port", program.display()));
        Self { process, port, _output: output }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // The session has been ended before, and the browser with it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in the line that says that it listens.
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("was started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}
