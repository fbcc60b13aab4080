//! How often countries, actors and years come together in the events of a story.

use super::index::{ActorIx, CountryIx};
use super::story::Dataset;

/// Counts over all events of a story, made in one pass, so that views need not go through the events for each of their items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    actors: Vec<usize>,
    countries: Vec<OfCountry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct OfCountry {
    actors: Vec<usize>,
    /// Years with events, in order.
    years: Vec<(i16, usize)>,
}

impl Tally {
    /// Counts the events of a story, which are in the order of their dates.
    pub fn of(story: &Dataset) -> Self {
        let none = OfCountry { actors: vec![0; story.actors.len()], years: Vec::new() };
        let mut tally =
            Self { actors: none.actors.clone(), countries: vec![none; story.countries.len()] };
        for event in &story.events {
            for actor in &event.actors {
                tally.actors[actor.position()] += 1;
            }
            let year = event.date.start().year();
            for country in &event.countries {
                let OfCountry { actors, years } = &mut tally.countries[country.position()];
                for actor in &event.actors {
                    actors[actor.position()] += 1;
                }
                match years.last_mut() {
                    Some((last, count)) if *last == year => *count += 1,
                    _ => years.push((year, 1)),
                }
            }
        }
        tally
    }

    /// How many events involve an actor.
    pub fn involving(&self, actor: ActorIx) -> usize {
        self.actors[actor.position()]
    }

    /// How many events in a country involve an actor.
    pub fn in_country(&self, country: CountryIx, actor: ActorIx) -> usize {
        self.countries[country.position()].actors[actor.position()]
    }

    /// How many events in a country are of a year.
    pub fn in_year(&self, country: CountryIx, year: i16) -> usize {
        let years = &self.countries[country.position()].years;
        years.iter().find(|known| known.0 == year).map_or(0, |known| known.1)
    }
}
