//! The picture that stands for a page where its address is shared, which a story may bring beside its files.

use crate::page;
use anyhow::{Context, Result, ensure};
use sahel_explainer::Locale;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Width and height in px, which is what sites show that make cards of links.
pub const SIZE: (u32, u32) = (1200, 630);

/// The file of a language.
pub fn file(locale: Locale) -> String {
    page::in_language("preview", locale, "png")
}

/// The picture of a story's folder in a language, if it has one.
pub fn read(folder: &Path, locale: Locale) -> Result<Option<Vec<u8>>> {
    let path = folder.join(file(locale));
    let bytes = match fs::read(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        read => read.with_context(|| path.display().to_string())?,
    };
    let size =
        size_of(&bytes).with_context(|| format!("{}: expected a PNG file", path.display()))?;
    ensure!(
        size == SIZE,
        "{}: expected {} by {} px, found {} by {}",
        path.display(),
        SIZE.0,
        SIZE.1,
        size.0,
        size.1
    );
    Ok(Some(bytes))
}

/// Width and height of a PNG file, which its first chunk begins with.
fn size_of(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    (header.get(4..8)? == b"IHDR").then_some(())?;
    Some((number(8)?, number(12)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_story_has_a_picture_in_every_language_and_another_need_not() {
        for locale in Locale::ALL {
            let picture =
                read("assets/story".as_ref(), locale).expect("a picture of the right size");
            assert!(picture.is_some(), "{}", file(locale));
        }
        let lakes = read("tests/fixtures/stories/lakes".as_ref(), Locale::En);
        assert_eq!(lakes.expect("nothing is wrong with that"), None);
    }

    #[test]
    fn what_is_no_picture_has_no_size() {
        assert_eq!(size_of(b""), None);
        assert_eq!(size_of(b"\x89PNG\r\n\x1a\n\0\0"), None);
        let text = size_of(b"\x89PNG\r\n\x1a\n\0\0\0\x0dtEXt\0\0\x04\xb0\0\0\x02\x76");
        assert_eq!(text, None);
        let header = size_of(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x04\xb0\0\0\x02\x76");
        assert_eq!(header, Some(SIZE));
    }
}
