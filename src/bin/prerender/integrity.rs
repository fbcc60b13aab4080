//! Hashes by which browsers know that a file is the one that was built.

use crate::staging::Staging;
use anyhow::Result;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha384};
use std::fmt::Write;

/// The file that lists the hashes of all others.
pub const FILE: &str = "integrity.json";

/// The hash of a file, as the attribute `integrity` has it.
pub fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes)))
}

/// Writes the list of all files with their hashes.
pub fn write(staging: &Staging) -> Result<()> {
    let mut list = String::from("{\n");
    for name in staging.names()?.into_iter().filter(|name| name != FILE) {
        let separator = if list.len() > 2 { ",\n" } else { "" };
        // Names of files of ours need no escapes, and writing to a string cannot fail.
        let _ = write!(list, "{separator}  \"{name}\": \"{}\"", of(&staging.read(&name)?));
    }
    list.push_str("\n}\n");
    staging.write(FILE, list.as_bytes())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // From the specification of subresource integrity: `alert('Hello, world.');`
        assert_eq!(
            super::of(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
