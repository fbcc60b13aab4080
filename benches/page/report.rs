//! The table, the file for tools, and the comparison with the run before.

use crate::candidate::Candidate;
use crate::measure::{Clicks, Figures, Profile, Target, median};
use crate::root;
use crate::story::Content;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};
use std::fs;

/// The figures of one page under one profile; none where it did not answer.
#[derive(Clone, Copy)]
pub struct Row {
    candidate: &'static str,
    profile: &'static str,
    content: Content,
    figures: Option<Figures>,
}

impl Row {
    /// What was measured of a page with some content.
    pub fn new(
        candidate: &Candidate,
        profile: &Profile,
        content: Content,
        figures: Option<Figures>,
    ) -> Self {
        Self { candidate: candidate.name, profile: profile.name, content, figures }
    }
}

/// What clicks on one kind of thing took in the explainer, under one profile: medians.
#[derive(Serialize)]
pub struct Selected {
    target: &'static str,
    profile: &'static str,
    click_ms: f64,
    slow_clicks: usize,
    settled_ms: f64,
}

impl Selected {
    /// What was measured of a kind of thing.
    pub fn new(target: &Target, profile: &Profile, clicks: Clicks) -> Self {
        Self {
            target: target.name,
            profile: profile.name,
            slow_clicks: clicks.slow(),
            click_ms: median(clicks.to_paint_ms),
            settled_ms: median(clicks.to_settled_ms),
        }
    }
}

impl Display for Selected {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { target, profile, click_ms, slow_clicks, settled_ms } = self;
        write!(f, "{profile:8} {target:22} {click_ms:8.0} {slow_clicks:3}/20 {settled_ms:8.0}")
    }
}

/// Ratios to the floor, as they are committed.
#[derive(Serialize, Deserialize, PartialEq)]
struct Ratio {
    profile: String,
    first_paint: f64,
    first_click: f64,
    click: f64,
}

fn of<'a>(rows: &'a [Row], profile: &str, candidate: &str) -> Option<&'a Figures> {
    rows.iter()
        .find(|row| row.profile == profile && row.candidate == candidate)
        .and_then(|row| row.figures.as_ref())
}

fn ratios(rows: &[Row]) -> Vec<Ratio> {
    let ratio = |row: &Row| {
        let floor = of(rows, row.profile, "floor")?;
        let now = row.figures.as_ref()?;
        Some(Ratio {
            profile: row.profile.to_owned(),
            first_paint: now.first_paint_ms / floor.first_paint_ms,
            first_click: now.first_click_ms / floor.first_click_ms,
            click: now.click_ms / floor.click_ms,
        })
    };
    let own = |row: &&Row| row.candidate == "explainer" && row.content == Content::Bundled;
    rows.iter().filter(own).filter_map(ratio).collect()
}

fn baseline() -> Vec<Ratio> {
    let path = root().join("benches/page/baseline.json");
    let text = fs::read_to_string(path).unwrap_or_else(|_| String::from("[]"));
    serde_json::from_str(&text).expect("benches/page/baseline.json is as a run writes it")
}

/// Prints everything.
pub fn print(rows: &[Row], selected: &[Selected]) {
    let loads = |row: &&Row| row.content == Content::Bundled;
    println!(
        "{:8} {:22} {:>7} {:>7} {:>7} {:>8} {:>7} {:>8} {:>8} {:>8} {:>6} {:>8}",
        "profile",
        "page",
        "kB",
        "FCP ms",
        "LCP ms",
        "click 1",
        "TBT ms",
        "heap MB",
        "elements",
        "click ms",
        "slow",
        "settled"
    );
    for Row { candidate, profile, figures, .. } in rows.iter().filter(loads) {
        let Some(figures) = figures else { continue };
        println!(
            "{profile:8} {candidate:22} {:7.0} {:7.0} {:7.0} {:8.0} {:7.0} {:8.1} {:8.0} {:8.0} {:3}/20 {:8.0}",
            figures.kilobytes,
            figures.first_paint_ms,
            figures.largest_paint_ms,
            figures.first_click_ms,
            figures.blocking_ms,
            figures.heap_mb,
            figures.elements,
            figures.click_ms,
            figures.slow_clicks,
            figures.settled_ms,
        );
    }
    println!(
        "\nclick 1: when the first click that works has been painted. click ms: from a later click to the paint after"
    );
    println!(
        "it, by event timing. slow: how many of these were over 16 ms. settled: to the last change of the document.\n"
    );
    println!(
        "{:8} {:22} {:>8} {:>6} {:>8}",
        "profile", "in the explainer", "click ms", "slow", "settled"
    );
    for figures in selected {
        println!("{figures}");
    }
    println!();
    println!(
        "{:>8} {:22} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "events", "page", "click 1", "click ms", "settled", "heap MB", "elements"
    );
    for Row { candidate, content, figures, .. } in rows.iter().filter(|row| !loads(row)) {
        let events = content.name();
        match figures {
            Some(figures) => println!(
                "{events:>8} {candidate:22} {:8.0} {:8.0} {:8.0} {:8.1} {:8.0}",
                figures.first_click_ms,
                figures.click_ms,
                figures.settled_ms,
                figures.heap_mb,
                figures.elements,
            ),
            None => println!("{events:>8} {candidate:22} did not answer"),
        }
    }
    println!();
    let before = baseline();
    for now in ratios(rows) {
        let then = before.iter().find(|ratio| ratio.profile == now.profile);
        println!("explainer to floor under {}: {}", now.profile, compared(&now, then));
    }
}

fn compared(now: &Ratio, then: Option<&Ratio>) -> String {
    let figure = |name: &str, now: f64, then: Option<f64>| match then {
        Some(then) => format!("{name} {now:.2} (baseline {then:.2})"),
        None => format!("{name} {now:.2}"),
    };
    [
        figure("first paint", now.first_paint, then.map(|then| then.first_paint)),
        figure("first click", now.first_click, then.map(|then| then.first_click)),
        figure("click", now.click, then.map(|then| then.click)),
    ]
    .join(", ")
}

/// Writes all figures and the ratios to `target/bench/`; the ratios can be committed as the next baseline.
pub fn write(rows: &[Row], selected: &[Selected]) {
    let folder = root().join("target/bench");
    let all: Vec<_> = rows
        .iter()
        .map(|row| {
            serde_json::json!({ "page": row.candidate, "profile": row.profile,
            "story": row.content.name(), "figures": row.figures })
        })
        .collect();
    for (name, value) in [
        ("figures.json", serde_json::json!(all)),
        ("selections.json", serde_json::json!(selected)),
        ("baseline.json", serde_json::json!(ratios(rows))),
    ] {
        let text = serde_json::to_string_pretty(&value).expect("figures are JSON") + "\n";
        fs::write(folder.join(name), text).expect("target/ can be written");
    }
}
