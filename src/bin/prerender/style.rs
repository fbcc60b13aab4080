//! The style of pages, in files and inside of pages.

use crate::page;
use anyhow::{Context, Result};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// The style inside of pages that are the explainer themselves, which are painted without waiting for another file.
pub struct Inline {
    /// What always applies.
    pub explainer: String,
    /// What applies until the program answers; the loader switches it off by its mark.
    pub still: String,
}

impl Inline {
    /// Two elements for the head of a page.
    pub fn markup(&self) -> String {
        let Self { explainer, still } = self;
        format!("<style>{explainer}</style>\n    <style data-still>{still}</style>")
    }

    /// What a policy has to say beside `'self'` so that the elements apply.
    pub fn sources(&self) -> String {
        let source = |style: &String| {
            format!("'sha256-{}'", Base64::encode_string(&Sha256::digest(style.as_bytes())))
        };
        [source(&self.explainer), source(&self.still)].join(" ")
    }
}

/// The rule of `explainer.css` for the tour.
const TOUR: &str = "&[data-view] {";

/// `still.css` with what `explainer.css` says of the tour, which the address opens there too.
pub fn still(still: &str, explainer: &str) -> Result<String> {
    let found = explainer.split_once(TOUR).and_then(|(_, rest)| inside(rest));
    let rules = found.with_context(|| format!("explainer.css: expected a rule `{TOUR} … }}`"))?;
    page::fill("still.css", still, &[("/* TOUR_RULES */", rules.to_owned())])
}

/// The text up to the brace that closes what was opened before it.
fn inside(text: &str) -> Option<&str> {
    let mut depth = 1;
    let end = text.find(|letter| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        depth == 0
    })?;
    text.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digests are those that `openssl dgst -sha256 -binary | base64` gives.
    #[test]
    fn a_policy_names_both_styles() {
        let inline = Inline { explainer: "a{}".to_owned(), still: String::new() };
        assert_eq!(inline.markup(), "<style>a{}</style>\n    <style data-still></style>");
        assert_eq!(
            inline.sources(),
            "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
    }

    #[test]
    fn the_rules_of_the_tour_are_put_in_once_and_whole() {
        let explainer = ".a { &[data-view] { .b { c: d; } @e f { .g { h: i; } } } } .j { k: l; }";
        let put = still("x { /* TOUR_RULES */ }", explainer).expect("rules");
        assert_eq!(put, "x {  .b { c: d; } @e f { .g { h: i; } }  }");
        let missing = still("/* TOUR_RULES */", ".a { b: c; }").expect_err("no such rule");
        assert_eq!(missing.to_string(), "explainer.css: expected a rule `&[data-view] { … }`");
        assert!(still("", explainer).is_err(), "nowhere to put them");
    }

    #[test]
    fn our_own_sheets_fit_together() {
        let sheets = (
            include_str!("../../../assets/still.css"),
            include_str!("../../../assets/explainer.css"),
        );
        let put = still(sheets.0, sheets.1).expect("rules");
        assert_eq!(put.matches('{').count(), put.matches('}').count());
        assert!(put.contains(".tour { display: contents; }"));
        // The loader switches this sheet off, and browsers lay everything out anew where one with a layer goes.
        assert!(!put.contains("@layer"));
    }
}
