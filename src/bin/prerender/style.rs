//! The style of pages: `explainer.css` in two, and what applies until the program answers.

use crate::page;
use anyhow::{Context, Result};

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
