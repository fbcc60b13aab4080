//! The file by which static hosts learn what to send with each file.

use crate::page;
use anyhow::Result;

/// What is sent with every file, and where the rules for hashed names go.
const TEMPLATE: &str = include_str!("../../../serving/_headers");

/// `_headers` for a build with these hashed names.
///
/// Hosts join the values of all rules that fit, so the general one is taken back (`!`) before the other is set.
pub fn headers(hashed: &[&str]) -> Result<String> {
    let rules: Vec<String> = hashed
        .iter()
        .map(|name| {
            format!(
                "/{name}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable"
            )
        })
        .collect();
    page::fill("_headers", TEMPLATE, &[("HASHED_FILES", rules.join("\n"))])
}

#[cfg(test)]
mod tests {
    use super::headers;

    #[test]
    fn hashed_names_are_kept_for_a_year_and_others_are_asked_for_again() {
        let file =
            headers(&["a-1.js", "b.2.wasm"]).expect("the template has one place for the names");
        let (general, hashed) = file.split_once("/a-1.js\n").expect("a rule for the first name");
        assert!(general.contains("/*\n  Cache-Control: no-cache\n"), "{general}");
        assert_eq!(
            hashed,
            "  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n/b.2.wasm\n  ! Cache-Control\n  \
             Cache-Control: public, max-age=31536000, immutable\n"
        );
    }
}
