//! Version numbers as tools print them.

use std::fmt;

/// A version of two or three numbers; what follows them does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// First number.
    pub major: u32,
    /// Second number.
    pub minor: u32,
    /// Third number, 0 where a tool prints two.
    pub patch: u32,
}

impl Version {
    /// The version `major.minor.patch`.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// The first version in what a tool prints for `--version`, such as `trunk 0.21.14` or
    /// `ChromeDriver 156.0.8078.79 (…)`; `None` if there is none.
    pub fn in_output(output: &str) -> Option<Self> {
        output.split_whitespace().find_map(|word| {
            let mut numbers = word.trim_start_matches('v').split(['.', '-', '+']);
            let mut next = || numbers.next().and_then(|part| part.parse().ok());
            Some(Self { major: next()?, minor: next()?, patch: next().unwrap_or(0) })
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_in_what_tools_print() {
        for (output, expected) in [
            ("trunk 0.21.14\n", Version::new(0, 21, 14)),
            ("wasm-bindgen 0.2.130 (a1b2c3d4e)", Version::new(0, 2, 130)),
            ("v20.20.2", Version::new(20, 20, 2)),
            ("Chromium 156.0.8078.79 built on Debian", Version::new(156, 0, 8078)),
            ("rustc 1.97.0-nightly (0000000 2026-06-01)", Version::new(1, 97, 0)),
            ("tool 3.4", Version::new(3, 4, 0)),
        ] {
            assert_eq!(Version::in_output(output), Some(expected), "{output}");
        }
    }

    #[test]
    fn output_without_a_version_has_none() {
        for output in ["", "trunk", "build 7", "error: no such command 2x.1"] {
            assert_eq!(Version::in_output(output), None, "{output}");
        }
    }
}
