//! What the story files say, read without the program under test: the expected numbers.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The story's structure and its English names, as far as the tests look at them.
pub struct Story {
    /// Structure.
    structure: Structure,
    /// Names.
    names: Names,
}

#[derive(Deserialize)]
struct Structure {
    countries: Vec<Country>,
    actors: Vec<Actor>,
    events: Vec<Event>,
    places: Vec<Place>,
    themes: Vec<serde_json::Value>,
    figures: Vec<serde_json::Value>,
    glossary: Vec<serde_json::Value>,
    sources: Vec<serde_json::Value>,
    tour: Vec<Step>,
}

#[derive(Deserialize)]
struct Place {
    id: String,
}

#[derive(Deserialize)]
struct Step {
    id: String,
    events: Vec<String>,
}

#[derive(Deserialize)]
struct Country {
    id: String,
    profile: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Actor {
    id: String,
    countries: Vec<String>,
}

#[derive(Deserialize)]
struct Event {
    id: String,
    countries: Vec<String>,
    actors: Vec<String>,
}

#[derive(Deserialize)]
struct Names {
    countries: BTreeMap<String, Name>,
    tour: BTreeMap<String, Title>,
}

#[derive(Deserialize)]
struct Title {
    title: String,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

impl Story {
    /// Reads the files.
    pub fn read() -> Self {
        Self { structure: read("story.json"), names: read("en.json") }
    }

    /// Ids and names of the countries with a profile, in order.
    pub fn members(&self) -> Vec<(String, String)> {
        let members = self.structure.countries.iter().filter(|country| country.profile.is_some());
        members
            .map(|country| (country.id.clone(), self.names.countries[&country.id].name.clone()))
            .collect()
    }

    /// How many of each thing there are, by the selector of what stands for one of them on the page.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let Structure { actors, events, places, themes, figures, glossary, sources, .. } =
            &self.structure;
        vec![
            (".profile", self.members().len()),
            ("li[data-event]", events.len()),
            ("li[data-actor]", actors.len()),
            ("li[data-place]", places.len()),
            ("[data-theme]", themes.len()),
            ("li[id^='figure=']", figures.len()),
            (".glossary dt", glossary.len()),
            ("[id^='source=']", sources.len()),
        ]
    }

    /// Titles of the tour's steps with the number of their events, in order.
    pub fn tour(&self) -> Vec<(String, usize)> {
        let steps = self.structure.tour.iter();
        steps.map(|step| (self.names.tour[&step.id].title.clone(), step.events.len())).collect()
    }

    /// How many events there are.
    pub fn event_count(&self) -> usize {
        self.structure.events.len()
    }

    /// Ids of all events, actors and places, with the name of each list and the attribute that has them.
    pub fn ids(&self) -> [(&'static str, &'static str, BTreeSet<String>); 3] {
        let Structure { events, actors, places, .. } = &self.structure;
        [
            ("events", "data-event", events.iter().map(|event| event.id.clone()).collect()),
            ("actors", "data-actor", actors.iter().map(|actor| actor.id.clone()).collect()),
            ("places", "data-place", places.iter().map(|place| place.id.clone()).collect()),
        ]
    }

    /// Ids of the events in a country.
    pub fn events_of(&self, country: &str) -> BTreeSet<String> {
        self.events_in(country).map(|event| event.id.clone()).collect()
    }

    /// Ids of the actors of a country: those that belong to it, and those of its events.
    pub fn actors_of(&self, country: &str) -> BTreeSet<String> {
        let own = self.structure.actors.iter().filter(|actor| has(&actor.countries, country));
        let of_events = self.events_in(country).flat_map(|event| event.actors.iter().cloned());
        own.map(|actor| actor.id.clone()).chain(of_events).collect()
    }

    fn events_in(&self, country: &str) -> impl Iterator<Item = &Event> {
        self.structure.events.iter().filter(move |event| has(&event.countries, country))
    }
}

fn has(ids: &[String], id: &str) -> bool {
    ids.iter().any(|other| other == id)
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/story").join(name);
    let text = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}
