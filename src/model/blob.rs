//! Encoded stories: a header that tells another format or changed bytes, and the dataset, in the custom section of a
//! WebAssembly module that holds nothing else.
//!
//! Servers and networks in front of them compress by type, WebAssembly among them, and leave `application/octet-stream` as
//! it is: a reader would wait for three times the bytes.

/// Magic number and version of a module, a custom section's number, and its size in five digits of seven bits.
const MODULE: &[u8; 9] = b"\0asm\x01\0\0\0\0";
const SIZE_BYTES: usize = 5;
/// The section's name, after its length.
const NAME: &[u8; 6] = b"\x05story";

/// FNV-1a: indices in the bytes are trusted, so a changed bit must not get through.
pub fn stamp(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// A module with an encoded dataset behind its header: the format that it is in, and the stamp of its bytes.
pub fn seal(format: u32, body: &[u8]) -> Vec<u8> {
    let size = NAME.len() + 8 + body.len();
    let digits = (0..SIZE_BYTES).map(|at| {
        let is_last = at + 1 == SIZE_BYTES;
        (size >> (7 * at)) as u8 & 0x7f | if is_last { 0 } else { 0x80 }
    });
    let mut blob = Vec::with_capacity(MODULE.len() + SIZE_BYTES + size);
    blob.extend(MODULE);
    blob.extend(digits);
    blob.extend(NAME);
    blob.extend(format.to_le_bytes());
    blob.extend(stamp(body).to_le_bytes());
    blob.extend(body);
    blob
}

/// The header and the dataset in a module; `None` for other bytes.
pub fn open(module: &[u8]) -> Option<&[u8]> {
    module.strip_prefix(MODULE)?.get(SIZE_BYTES..)?.strip_prefix(NAME)
}
