//! Compressed copies beside the files, for servers that send what is ready.

use crate::staging::Staging;
use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// What compresses. Pictures in other formats already are.
const ENDINGS: [&str; 8] = [".css", ".csv", ".html", ".js", ".json", ".svg", ".ts", ".wasm"];
/// Brotli's best and slowest setting.
const QUALITY: u32 = 11;
/// Brotli's largest window for the web, 2²² bytes.
const WINDOW: u32 = 22;
const BUFFER_BYTES: usize = 1 << 16;

/// Writes `.br` and `.gz` beside every file that compresses.
pub fn write(staging: &Staging) -> Result<()> {
    for name in staging.names()? {
        if !ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let bytes = staging.read(&name)?;
        staging.write(&format!("{name}.br"), &brotli(&bytes).with_context(|| name.clone())?)?;
        staging.write(&format!("{name}.gz"), &gzip(&bytes).with_context(|| name.clone())?)?;
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER_BYTES, QUALITY, WINDOW);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_give_back_what_went_in() {
        let text = b"the same, the same, the same again".repeat(9);
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        let small = brotli(&text).expect("brotli");
        brotli::Decompressor::new(&small[..], BUFFER_BYTES)
            .read_to_end(&mut from_brotli)
            .expect("brotli");
        let zipped = gzip(&text).expect("gzip");
        flate2::read::GzDecoder::new(&zipped[..]).read_to_end(&mut from_gzip).expect("gzip");
        assert!(from_brotli == text && from_gzip == text);
        assert!(small.len() < 60 && zipped.len() < 90);
    }
}
