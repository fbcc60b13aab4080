//! The page in a real browser, beside what newsrooms use instead: load, memory, the time from a click to the
//! next paint, and how these grow with the story.
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
#[path = "../../tests/browser/long_story.rs"]
mod long_story;

use candidate::Candidate;
use measure::{COUNTRIES, Figures, OTHERS, PROFILES, Profile, interact, load, median};
use report::{Row, Selected};
use std::collections::BTreeSet;
use std::path::Path;
use story::Content;
use thirtyfour::error::WebDriverResult;

/// How often each page is loaded under each profile, unless `BENCH_RUNS` says otherwise.
const RUNS: usize = 7;
/// How often a country is clicked in each, and what else the explainer can select.
const CLICKS: usize = 20;
/// Numbers of events of the long stories, which are loaded once each, unthrottled.
const GROWTH: [usize; 3] = [500, 5_000, 20_000];
/// How often a country is clicked in those.
const CLICKS_IN_LONG: usize = 6;

#[tokio::main(flavor = "current_thread")]
async fn main() -> WebDriverResult<()> {
    // `cargo test --all-targets` runs benches as tests, with nothing built.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let runs = std::env::var("BENCH_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let candidates = candidate::all(Content::Bundled);
    let mut rows = Vec::new();
    for profile in &PROFILES {
        for candidate in &candidates {
            let figures = figures(candidate, profile, runs, CLICKS).await?;
            eprintln!("{} under {}: done", candidate.name, profile.name);
            rows.push(Row::new(candidate, profile, Content::Bundled, Some(figures)));
        }
    }
    let selected = others(&candidates).await?;
    rows.extend(growth().await);
    report::print(&rows, &selected);
    report::write(&rows, &selected);
    Ok(())
}

/// The same clicks on what only the explainer can select.
async fn others(candidates: &[Candidate]) -> WebDriverResult<Vec<Selected>> {
    let mut selected = Vec::new();
    let explainer = candidates.iter().find(|candidate| candidate.name == "explainer");
    let explainer = explainer.expect("it is one of the candidates");
    for profile in &PROFILES {
        for target in &OTHERS {
            let clicks = interact(explainer, profile, target, CLICKS).await?;
            let figures = Selected::new(target, profile, clicks);
            eprintln!("{figures}");
            selected.push(figures);
        }
    }
    Ok(selected)
}

/// The same with ever more events. Who does not answer is not asked for more.
async fn growth() -> Vec<Row> {
    let profile = &PROFILES[0];
    let mut rows = Vec::new();
    let mut beaten = BTreeSet::new();
    for events in GROWTH {
        let content = Content::Long(events);
        for candidate in candidate::all(content) {
            if beaten.contains(candidate.name) {
                continue;
            }
            let figures = match figures(&candidate, profile, 1, CLICKS_IN_LONG).await {
                Ok(figures) => Some(figures),
                Err(error) => {
                    eprintln!("{} with {events} events: {error}", candidate.name);
                    beaten.insert(candidate.name);
                    None
                }
            };
            eprintln!("{} with {events} events: done", candidate.name);
            rows.push(Row::new(&candidate, profile, content, figures));
        }
    }
    rows
}

/// Medians of several loads, and of the clicks of one.
async fn figures(
    candidate: &Candidate,
    profile: &Profile,
    runs: usize,
    clicks: usize,
) -> WebDriverResult<Figures> {
    let mut loads = Vec::new();
    for _ in 0..runs {
        loads.push(load(candidate, profile).await?);
    }
    let clicks = interact(candidate, profile, &COUNTRIES, clicks).await?;
    let of = |figure: fn(&measure::Load) -> f64| median(loads.iter().map(figure).collect());
    Ok(Figures {
        kilobytes: of(|load| load.kilobytes),
        first_paint_ms: of(|load| load.first_paint_ms),
        largest_paint_ms: of(|load| load.largest_paint_ms),
        first_click_ms: of(|load| load.first_click_ms),
        blocking_ms: of(|load| load.blocking_ms),
        heap_mb: of(|load| load.heap_mb),
        elements: of(|load| load.elements),
        slow_clicks: clicks.slow(),
        click_ms: median(clicks.to_paint_ms),
        settled_ms: median(clicks.to_settled_ms),
    })
}

/// The folder of the crate.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
