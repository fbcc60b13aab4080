//! What the program does with a story, without a browser: reading it, searching, filtering, placing, drawing.
//!
//! `cargo xtask bench` runs these with the page; `cargo bench --profile measured --features prerender
//! --bench story` runs them alone and says what has changed since the last run.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use futures::executor::block_on;
use sahel_explainer::geo::projection::project;
use sahel_explainer::model::CountryIx;
use sahel_explainer::scale::{Disc, push_apart};
use sahel_explainer::search::{Query, SearchIndex};
use sahel_explainer::state::Filters;
use sahel_explainer::view::visible;
use sahel_explainer::{Explainer, ExplainerProps, Locale, Story};
use std::hint::black_box;
use yew::LocalServerRenderer;

/// The bundled story, and with its events repeated up to so many.
fn stories() -> [Story; 2] {
    let bundled = Story::bundled(Locale::En);
    let mut long = (*bundled).clone();
    let times = 20_000 / bundled.events.len() + 1;
    let copies = bundled.events.iter().zip(&bundled.terms.events).flat_map(|(event, terms)| {
        (0..times).map(move |copy| {
            let id = format!("{}-{copy}", event.id).into();
            let event = sahel_explainer::model::Event { id, ..event.clone() };
            (event, terms.clone())
        })
    });
    (long.events, long.terms.events) = copies.take(20_000).unzip();
    [bundled, Story::from(long)]
}

fn of_stories(c: &mut Criterion) {
    let stories = stories();
    let each = || stories.iter().map(|story| (story.events.len(), story));

    let mut decode = c.benchmark_group("decode");
    for (events, story) in each() {
        let bytes = story.encode();
        decode.throughput(Throughput::Bytes(bytes.len() as u64));
        decode.bench_with_input(BenchmarkId::from_parameter(events), &bytes, |b, bytes| {
            b.iter(|| Story::decode(black_box(bytes)));
        });
    }
    decode.finish();

    let mut search = c.benchmark_group("search");
    for (events, story) in each() {
        search.bench_with_input(BenchmarkId::new("index", events), story, |b, story| {
            b.iter(|| SearchIndex::new(black_box(story)));
        });
        // As a reader types it: a frequent start of a word, and one that nothing has.
        for typed in ["ma", "kidal", "qqq"] {
            let id = BenchmarkId::new(typed, events);
            search.bench_with_input(id, story.search_index(), |b, index| {
                b.iter(|| index.suggest(black_box(&Query::parse(typed))));
            });
        }
    }
    search.finish();

    let mut filter = c.benchmark_group("filter");
    for (events, story) in each() {
        let country = CountryIx::all(story).next().map(|(ix, _)| ix);
        let by_country = Filters { country, ..Filters::default() };
        let by_text = Filters { query: "mali".into(), ..by_country.clone() };
        for (name, filters) in [("country", by_country), ("country and text", by_text)] {
            filter.bench_with_input(BenchmarkId::new(name, events), story, |b, story| {
                b.iter(|| visible(story, black_box(&filters)));
            });
        }
    }
    filter.finish();

    let mut tally = c.benchmark_group("tally");
    for (events, story) in each() {
        tally.bench_with_input(BenchmarkId::from_parameter(events), story, |b, story| {
            b.iter(|| sahel_explainer::model::Tally::of(black_box(story)));
        });
    }
    tally.finish();
}

fn of_places(c: &mut Criterion) {
    c.bench_function("project", |b| b.iter(|| project(black_box(-7.99), black_box(12.65))));
    // Markers of forty places in the middle of a map, all too near to each other.
    let discs: Vec<Disc> = (0..40)
        .map(|n| {
            let (column, row) = (f64::from(n % 8), f64::from(n / 8));
            Disc { at: (column * 12.0, row * 12.0), radius: 9.0, shift: (0.0, 0.0) }
        })
        .collect();
    c.bench_function("push 40 markers apart", |b| {
        b.iter(|| {
            let mut discs = discs.clone();
            push_apart(&mut discs, black_box(24.0));
            discs
        });
    });
}

fn of_pages(c: &mut Criterion) {
    let mut pages = c.benchmark_group("render on the server");
    pages.sample_size(20);
    for locale in Locale::ALL {
        let story = Story::bundled(locale);
        pages.bench_with_input(BenchmarkId::from_parameter(locale.tag()), &story, |b, story| {
            b.iter(|| {
                let props = ExplainerProps::of_page(story.clone());
                block_on(LocalServerRenderer::<Explainer>::with_props(props).render())
            });
        });
    }
    pages.finish();
}

criterion_group!(benches, of_stories, of_places, of_pages);
criterion_main!(benches);
