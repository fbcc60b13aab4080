//! The page in a real browser, beside what newsrooms use instead: load, memory, and the time from a click to
//! the next paint.
//!
//! `cargo xtask bench` builds everything first. Times of one machine say little, so each is also given as a
//! ratio to the same figure of a page with next to nothing on it (`floor`), loaded in the same run, and
//! compared with the ratios of the committed `baseline.json`.

mod candidate;
mod measure;
mod report;
mod server;
mod story;

#[path = "../../tests/browser/driver.rs"]
#[allow(dead_code, reason = "the browser tests use the rest")]
mod driver;

use candidate::Candidate;
use measure::{Figures, PROFILES, Profile, interact, load, median};
use report::Row;
use thirtyfour::error::WebDriverResult;

/// How often each page is loaded under each profile, unless `BENCH_RUNS` says otherwise.
const RUNS: usize = 7;

#[tokio::main(flavor = "current_thread")]
async fn main() -> WebDriverResult<()> {
    // `cargo test --all-targets` runs benches as tests, with nothing built.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let runs = std::env::var("BENCH_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let mut rows = Vec::new();
    for profile in &PROFILES {
        for candidate in Candidate::all() {
            let figures = figures(&candidate, profile, runs).await?;
            eprintln!("{} under {}: done", candidate.name, profile.name);
            rows.push(Row { candidate: candidate.name, profile: profile.name, figures });
        }
    }
    report::print(&rows);
    report::write(&rows);
    Ok(())
}

/// Medians of several loads, and of the clicks of one.
async fn figures(
    candidate: &Candidate,
    profile: &Profile,
    runs: usize,
) -> WebDriverResult<Figures> {
    let mut loads = Vec::new();
    for _ in 0..runs {
        loads.push(load(candidate, profile).await?);
    }
    let clicks = interact(candidate, profile).await?;
    let of = |figure: fn(&measure::Load) -> f64| median(loads.iter().map(figure).collect());
    Ok(Figures {
        kilobytes: of(|load| load.kilobytes),
        first_paint_ms: of(|load| load.first_paint_ms),
        largest_paint_ms: of(|load| load.largest_paint_ms),
        first_click_ms: of(|load| load.first_click_ms),
        blocking_ms: of(|load| load.blocking_ms),
        heap_mb: of(|load| load.heap_mb),
        elements: of(|load| load.elements),
        slow_clicks: clicks.to_paint_ms.iter().filter(|&&ms| ms > 16.0).count(),
        click_ms: median(clicks.to_paint_ms),
        settled_ms: median(clicks.to_settled_ms),
    })
}
