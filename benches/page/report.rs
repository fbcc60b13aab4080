//! The table, the file for tools, and the comparison with the run before.

use crate::measure::Figures;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

/// The figures of one page under one profile.
#[derive(Clone, Copy)]
pub struct Row {
    pub candidate: &'static str,
    pub profile: &'static str,
    pub figures: Figures,
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
        .map(|row| &row.figures)
}

fn ratios(rows: &[Row]) -> Vec<Ratio> {
    let ratio = |row: &Row| {
        let floor = of(rows, row.profile, "floor")?;
        let now = &row.figures;
        Some(Ratio {
            profile: row.profile.to_owned(),
            first_paint: now.first_paint_ms / floor.first_paint_ms,
            first_click: now.first_click_ms / floor.first_click_ms,
            click: now.click_ms / floor.click_ms,
        })
    };
    rows.iter().filter(|row| row.candidate == "explainer").filter_map(ratio).collect()
}

fn baseline() -> Vec<Ratio> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/page/baseline.json");
    let text = fs::read_to_string(path).unwrap_or_else(|_| String::from("[]"));
    serde_json::from_str(&text).expect("benches/page/baseline.json is as a run writes it")
}

/// Prints everything.
pub fn print(rows: &[Row]) {
    println!(
        "{:8} {:22} {:>7} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8} {:>6} {:>7}",
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
    for Row { candidate, profile, figures } in rows {
        println!(
            "{profile:8} {candidate:22} {:7.0} {:9.0} {:9.0} {:9.0} {:9.0} {:8.1} {:8.0} {:8.0} {:3}/20 {:7.0}",
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
pub fn write(rows: &[Row]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    let all: Vec<_> = rows
        .iter()
        .map(|row| serde_json::json!({ "page": row.candidate, "profile": row.profile, "figures": row.figures }))
        .collect();
    for (name, value) in [
        ("figures.json", serde_json::json!(all)),
        ("baseline.json", serde_json::json!(ratios(rows))),
    ] {
        let text = serde_json::to_string_pretty(&value).expect("figures are JSON") + "\n";
        fs::write(folder.join(name), text).expect("target/ can be written");
    }
}
