//! The style of pages before their program answers.

use crate::page;
use anyhow::{Context, Result};

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
    }
}
