//! Encoded stories: a header that tells another format or changed bytes, and the dataset.

/// FNV-1a: indices in the bytes are trusted, so a changed bit must not get through.
pub fn stamp(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// An encoded dataset behind its header: the format that it is in, and the stamp of its bytes.
pub fn seal(format: u32, body: &[u8]) -> Vec<u8> {
    let mut blob = Vec::with_capacity(8 + body.len());
    blob.extend(format.to_le_bytes());
    blob.extend(stamp(body).to_le_bytes());
    blob.extend(body);
    blob
}
