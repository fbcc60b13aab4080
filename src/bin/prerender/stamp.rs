//! Short names for contents.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How many bytes of the hash are kept: enough that no two builds of a project share one.
const LENGTH: usize = 8;

/// A hash of several files as hexadecimal digits.
pub fn of(files: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update((file.len() as u64).to_le_bytes());
        hash.update(file);
    }
    let mut digits = String::with_capacity(2 * LENGTH);
    for byte in hash.finalize().iter().take(LENGTH) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_stamp_follows_every_byte_and_where_a_file_ends() {
        let stamps = [of(&[b"ab"]), of(&[b"ac"]), of(&[b"a", b"b"]), of(&[b"", b"ab"]), of(&[])];
        for (at, stamp) in stamps.iter().enumerate() {
            assert_eq!(stamp.len(), 16);
            assert!(!stamps[..at].contains(stamp), "{stamp}");
        }
        assert_eq!(of(&[b"ab"]), stamps[0]);
    }
}
