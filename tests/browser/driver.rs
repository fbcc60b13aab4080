//! The WebDriver server of Chromium.

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long it may take to end on its own.
const GRACE: Duration = Duration::from_secs(5);
const POLL_EVERY: Duration = Duration::from_millis(20);

/// A chromedriver process of our own, ended with its browsers when this is dropped, in a panic too.
pub struct Chromedriver {
    process: Child,
    port: u16,
    /// Kept open: writing to a closed pipe would end the process.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts it on a port that it chooses, and waits until it listens. A port that is free for one kind of
    /// address can be taken for another, and then it ends at once.
    pub fn start() -> Self {
        (0..3)
            .find_map(|_| Self::try_to_start())
            .expect("chromedriver ended three times without saying its port")
    }

    fn try_to_start() -> Option<Self> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut command = Command::new(&program);
        // A process group of its own, which its browsers belong to.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut process = command
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("cannot start {}: {error}; run `cargo xtask setup`", program.display())
            });
        let mut output = BufReader::new(process.stdout.take().expect("the output is a pipe"));
        let port = (&mut output).lines().map_while(Result::ok).find_map(|line| port_in(&line));
        if port.is_none() {
            // It has closed its output, so it is at its end.
            let _ = process.wait();
        }
        Some(Self { process, port: port?, _output: output })
    }

    fn ask_to_end(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(GRACE))?;
        stream
            .write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        stream.read(&mut [0; 64]).map(drop)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // Asked for its end, it ends its browsers too and removes their profiles. This runs in panics,
        // where nothing may fail: the process group is what remains to be ended in any case.
        if self.ask_to_end().is_ok() {
            let start = Instant::now();
            while start.elapsed() < GRACE {
                if matches!(self.process.try_wait(), Ok(Some(_))) {
                    return;
                }
                thread::sleep(POLL_EVERY);
            }
        }
        #[cfg(unix)]
        let _ =
            Command::new("kill").args(["-9", "--", &format!("-{}", self.process.id())]).status();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in the line that says that it listens.
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("was started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}
