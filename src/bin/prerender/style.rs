//! The style of pages, in files and inside of pages.

use crate::page;
use anyhow::{Context, Result};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// The style inside of pages that are the explainer themselves, which are painted without waiting for another file.
pub struct Inline {
    /// What the header needs. It stands in the head, so that the first paint waits for no more.
    pub first: String,
    /// The rest of `explainer.css`, which stands behind the header.
    pub rest: String,
    /// What applies until the program answers; the loader switches it off by its mark.
    pub still: String,
}

impl Inline {
    /// The element for the head of a page.
    pub fn head(&self) -> String {
        format!("<style>{}</style>", self.first)
    }

    /// The elements that stand behind the header.
    pub fn behind_header(&self) -> String {
        format!("<style>{}</style><style data-still>{}</style>", self.rest, self.still)
    }

    /// What a policy has to say beside `'self'` so that the elements apply.
    pub fn sources(&self) -> String {
        let source = |style: &String| {
            format!("'sha256-{}'", Base64::encode_string(&Sha256::digest(style.as_bytes())))
        };
        [&self.first, &self.rest, &self.still].map(source).join(" ")
    }
}

/// Where `explainer.css` has said all that the header needs.
const REST: &str = "/* The rest: what comes after the header. */";

/// `explainer.css` in two: what the header needs, and the rest.
pub fn split(explainer: &str) -> Result<(&str, &str)> {
    explainer.split_once(REST).with_context(|| format!("explainer.css: expected a line `{REST}`"))
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
    fn a_policy_names_every_style() {
        let inline =
            Inline { first: "a{}".to_owned(), rest: "b{}".to_owned(), still: String::new() };
        assert_eq!(inline.head(), "<style>a{}</style>");
        assert_eq!(inline.behind_header(), "<style>b{}</style><style data-still></style>");
        assert_eq!(
            inline.sources(),
            "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=' 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans=' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
    }

    #[test]
    fn a_sheet_is_split_at_its_mark() {
        let parts = |sheet| split(sheet).map_err(|error| error.to_string());
        let sheet = format!("a{{}}{REST}b{{}}");
        assert_eq!(parts(&sheet), Ok(("a{}", "b{}")));
        assert_eq!(parts("a{}"), Err(format!("explainer.css: expected a line `{REST}`")));
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
        let (first, rest) = split(sheets.1).expect("two parts");
        for part in [&put, first, rest] {
            assert_eq!(part.matches('{').count(), part.matches('}').count());
        }
        assert!(put.contains(".tour { display: contents; }"));
        // The loader switches this sheet off, and browsers lay everything out anew where one with a layer goes.
        assert!(!put.contains("@layer"));
    }
}
