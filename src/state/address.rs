//! What is chosen as the fragment of an address, and back: `country=ML&category=attack,coup`.
//!
//! Pairs of key and value joined by `&`, percent-encoded. Unknown keys and values that the story does not
//! know are dropped, and the rest applies. Sections of the page have such fragments as ids, so that links
//! lead to them where there is no program.

use super::{Basis, Month, Months, Opened, Order, Selection, Tab, Topics};
use crate::model::{
    ActorIx, Category, CountryIx, Dataset, EventIx, FigureIx, PlaceIx, PointIx, SourceIx, StepIx,
    TermIx, ThemeIx,
};
use std::rc::Rc;

/// One thing of the story that an address names.
enum Target {
    Country(CountryIx),
    Actor(ActorIx),
    Event(EventIx),
    Place(PlaceIx),
    Point(PointIx),
    Theme(ThemeIx),
    /// Is in a tab, and selects nothing.
    In(Tab),
}

impl Target {
    fn find(story: &Dataset, key: &str, id: &str) -> Option<Self> {
        match key {
            "country" => member(story, id).map(Self::Country),
            "actor" => ActorIx::find(story, id).map(Self::Actor),
            "event" => EventIx::find(story, id).map(Self::Event),
            "place" => PlaceIx::find(story, id).map(Self::Place),
            "point" => PointIx::find(story, id).map(Self::Point),
            "theme" => ThemeIx::find(story, id).map(Self::Theme),
            "figure" => FigureIx::find(story, id).map(|_| Self::In(Tab::Figures)),
            "term" => TermIx::find(story, id).map(|_| Self::In(Tab::Glossary)),
            "source" => SourceIx::find(story, id).map(|_| Self::In(Tab::Sources)),
            _ => None,
        }
    }

    /// The tab that it is in, or that opens with it. Countries and places are beside the map.
    fn tab(&self) -> Option<Tab> {
        match self {
            Self::Country(_) | Self::Place(_) | Self::Point(_) => None,
            Self::Actor(_) => Some(Tab::Actors),
            Self::Event(_) => Some(Tab::Timeline),
            Self::Theme(_) => Some(Tab::Themes),
            Self::In(tab) => Some(*tab),
        }
    }
}

/// The selection as a fragment without `#`; empty for the one that the page starts with.
pub fn to_fragment(story: &Dataset, selection: &Selection) -> String {
    let filters = &selection.filters;
    let mut pairs = Pairs::default();
    if let Some(ix) = filters.country {
        pairs.push("country", &story[ix].id);
    }
    if let Some(ix) = filters.actor {
        pairs.push("actor", &story[ix].id);
    }
    if let Some(ix) = filters.only {
        pairs.push("only", &story[ix].id);
    }
    match filters.basis {
        Some(Basis::Point(ix)) => pairs.push("point", &story[ix].id),
        Some(Basis::Theme(ix)) => pairs.push("theme", &story[ix].id),
        None => {}
    }
    if !filters.topics.is_empty() {
        let ids: Vec<&str> = filters.topics.iter().map(Category::id).collect();
        pairs.push("category", &ids.join(","));
    }
    if let Some(months) = filters.months {
        pairs.push("from", &month_text(months.from()));
        pairs.push("to", &month_text(months.to()));
    }
    if !filters.query.is_empty() {
        pairs.push("q", &filters.query);
    }
    match selection.event {
        Opened::Focus => {}
        Opened::Nothing => pairs.push("event", ""),
        Opened::Event(ix) => pairs.push("event", &story[ix].id),
    }
    if let Some(ix) = selection.place {
        pairs.push("place", &story[ix].id);
    }
    // The tab that the rest opens need not be named.
    let opens = of_fragment(story, &pairs.text).map_or(Tab::default(), |opened| opened.tab);
    if selection.tab != opens {
        pairs.push("tab", selection.tab.id());
    }
    if selection.order == Order::Oldest {
        pairs.push("order", "oldest");
    }
    if let Some(step) = selection.step {
        pairs.push("view", "story");
        pairs.push("step", &(step.position() + 1).to_string());
    }
    pairs.text
}

/// The selection that a fragment without `#` stands for. `None` if it is the name of something else, such
/// as a section of the page around.
pub fn of_fragment(story: &Dataset, fragment: &str) -> Option<Selection> {
    let mut selection = Selection::default();
    let (mut from, mut to, mut named_tab) = (None, None, None);
    let (mut is_tour, mut number) = (false, 1_usize);
    let mut is_address = fragment.is_empty();
    for (key, value) in fragment.split('&').filter_map(|pair| pair.split_once('=')) {
        if !KEYS.contains(&key) {
            continue;
        }
        is_address = true;
        let Some(value) = decoded(value) else {
            continue;
        };
        let filters = &mut selection.filters;
        match key {
            "only" => filters.only = PlaceIx::find(story, &value).or(filters.only),
            "category" => filters.topics = topics(&value),
            "from" => from = month(&value),
            "to" => to = month(&value),
            "q" => filters.query = Rc::from(value),
            "event" if value.is_empty() => selection.event = Opened::Nothing,
            "order" if value == "oldest" => selection.order = Order::Oldest,
            "view" => is_tour = value == "story",
            "step" => number = value.parse().unwrap_or(1),
            "tab" => named_tab = tab(&value).or(named_tab),
            _ => {
                let Some(target) = Target::find(story, key, &value) else {
                    continue;
                };
                selection.tab = target.tab().unwrap_or(selection.tab);
                match target {
                    Target::Country(ix) => filters.country = Some(ix),
                    Target::Actor(ix) => filters.actor = Some(ix),
                    Target::Event(ix) => selection.event = Opened::Event(ix),
                    Target::Place(ix) => selection.place = Some(ix),
                    Target::Point(ix) => filters.basis = Some(Basis::Point(ix)),
                    Target::Theme(ix) => filters.basis = Some(Basis::Theme(ix)),
                    Target::In(_) => {}
                }
            }
        }
    }
    if from.is_some() || to.is_some() {
        let (first, last) = covered(story);
        selection.filters.months = Some(Months::between(from.unwrap_or(first), to.unwrap_or(last)));
    }
    selection.tab = named_tab.unwrap_or(selection.tab);
    if is_tour {
        let step = |at: usize| StepIx::all(story).nth(at).map(|(ix, _)| ix);
        selection.step = number.checked_sub(1).and_then(step).or(step(0));
    }
    is_address.then_some(selection)
}

/// All keys of addresses.
const KEYS: [&str; 18] = [
    "country", "actor", "only", "theme", "point", "category", "from", "to", "q", "event", "place",
    "tab", "order", "figure", "term", "source", "view", "step",
];

#[derive(Default)]
struct Pairs {
    text: String,
}

impl Pairs {
    fn push(&mut self, key: &str, value: &str) {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.text.push_str(key);
        self.text.push('=');
        encode(value, &mut self.text);
    }
}

/// The characters that stay as they are, beside letters and digits.
const PLAIN: &[u8] = b"-._~,";

fn encode(value: &str, to: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            to.push(char::from(byte));
        } else {
            to.push('%');
            to.push(char::from(DIGITS[usize::from(byte >> 4)]));
            to.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

/// The text that was encoded; `None` if what comes out is no text.
fn decoded(value: &str) -> Option<String> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    let mut rest = value.as_bytes();
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        match (first, digit(after.first()), digit(after.get(1))) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &after[2..];
            }
            _ => bytes.push(first),
        }
    }
    String::from_utf8(bytes).ok()
}

/// Only countries with a profile can be selected.
fn member(story: &Dataset, id: &str) -> Option<CountryIx> {
    CountryIx::find(story, id).filter(|&ix| story[ix].profile.is_some())
}

fn tab(id: &str) -> Option<Tab> {
    Tab::ALL.into_iter().find(|(_, known)| *known == id).map(|(tab, _)| tab)
}

fn topics(ids: &str) -> Topics {
    Category::ALL
        .into_iter()
        .filter(|(_, id)| ids.split(',').any(|wanted| wanted == *id))
        .fold(Topics::default(), |topics, (topic, _)| topics.toggled(topic))
}

/// A month as `2025-07`.
fn month_text(month: Month) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

fn month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    let number = |digits: &str, length: usize| {
        let is_number = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| digits.parse::<i16>().ok()).flatten()
    };
    let month = number(month, 2).filter(|month| (1..=12).contains(month))?;
    Some(Month::new(number(year, 4)?, month as u8))
}

/// The first and the last month that the story has events in or was checked to.
fn covered(story: &Dataset) -> (Month, Month) {
    let day = story.checked_to.first_day();
    let checked_to = Month::new(day.year(), day.month());
    let months = story.events.iter().map(Month::of);
    months
        .fold((checked_to, checked_to), |(first, last), month| (first.min(month), last.max(month)))
}
