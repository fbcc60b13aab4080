//! From raw files to a checked story in one language, with every problem reported.

mod aliases;
mod events;
mod ids;
mod items;
mod map;
mod parties;
mod phrases;
mod prose;
mod sources;
mod tour;

use super::date::{Date, PartialDate};
use super::index::{ActorIx, CountryIx, EventIx, PlaceIx, SourceIx};
use super::limit::Name;
use super::problem::{At, Problem, Problems};
use super::raw;
use super::read::{Read, StandIn};
use super::story::{Confidence, Dataset, Locale, SourceKind, Text};
use super::terms::Terms;
use super::value::Value;
pub use ids::LONGEST_ID;
use ids::{Ids, Section};
pub use phrases::slots;

/// The files that a story in one language is read from.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// The structure.
    pub story: File<'a>,
    /// The story's words.
    pub words: File<'a>,
    /// The interface words.
    pub interface: File<'a>,
    /// The base map.
    pub land: File<'a>,
}

/// A file that was parsed.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name that problems give.
    pub name: &'a str,
    /// What is in it.
    pub value: &'a Value,
}

impl File<'_> {
    fn read<T: Read + StandIn>(&self, problems: &mut Problems) -> T {
        let mut content = T::stand_in();
        content.read(self.value, &At::file(self.name), problems);
        content
    }
}

/// Reads and checks a story in one language.
///
/// # Errors
/// All problems of all four files, in the order they were found.
pub fn check(locale: Locale, files: &Files<'_>) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Problems::default();
    let story: raw::Story = files.story.read(&mut problems);
    let words: raw::StoryWords = files.words.read(&mut problems);
    let interface: raw::Interface = files.interface.read(&mut problems);
    let land: raw::Land = files.land.read(&mut problems);
    let mut checker = Checker {
        locale,
        ids: Ids::of(&story),
        story: &story,
        words: &words,
        in_story: At::file(files.story.name),
        in_words: At::file(files.words.name),
        in_interface: At::file(files.interface.name),
        in_land: At::file(files.land.name),
        problems,
    };
    checker.match_words(&interface, &land);
    checker.problems.end_reading();
    let dataset = checker.dataset(&interface, &land);
    if checker.problems.is_empty() { Ok(dataset) } else { Err(checker.problems.into_vec()) }
}

/// What all checks share. The dataset's lists are those of the raw story item by item, so an index that
/// a check hands out fits the dataset if there is no problem.
struct Checker<'a> {
    locale: Locale,
    ids: Ids<'a>,
    story: &'a raw::Story,
    words: &'a raw::StoryWords,
    in_story: At<'a>,
    in_words: At<'a>,
    in_interface: At<'a>,
    in_land: At<'a>,
    problems: Problems,
}

impl Checker<'_> {
    fn dataset(&mut self, interface: &raw::Interface, land: &raw::Land) -> Dataset {
        self.check_ids();
        let (story, in_story) = (self.story, self.in_story);
        let covered = in_story.key("covered");
        if story.covered.to.last_day() < story.covered.from.first_day() {
            self.problems.push(&covered.key("to"), "a date after `from`", "an earlier date");
        }
        let mut dataset = Dataset {
            locale: self.locale,
            languages: self.languages(),
            updated: self.day(story.updated, &in_story.key("updated")),
            covered_from: story.covered.from,
            checked_to: story.covered.to,
            focus: EventIx(self.resolve(Section::Events, &story.focus, &in_story.key("focus"))),
            intro: self.intro(),
            labels: self.labels(),
            words: self.interface(interface),
            countries: self.countries(),
            places: self.places(),
            actors: self.actors(),
            relations: self.relations(),
            events: self.events(),
            key_points: self.key_points(),
            themes: self.themes(),
            figures: self.figures(),
            glossary: self.glossary(),
            terms: Terms::default(),
            tour: self.tour(),
            sources: self.sources(),
            map: self.map(land),
        };
        dataset.terms = Terms::of(&dataset);
        self.check_seed_statements();
        self.check_unused_sources();
        dataset
    }

    fn languages(&mut self) -> Vec<Locale> {
        let (languages, root) = (&self.story.languages, self.in_story);
        let at = root.key("languages");
        for (index, locale) in languages.iter().enumerate() {
            if languages[..index].contains(locale) {
                self.problems.push(&at.index(index), "each language once", "it a second time");
            }
        }
        if !languages.contains(&self.locale) {
            let expected =
                ["`", self.locale.tag(), "` among them, as it has a words file"].concat();
            self.problems.push(&at, &expected, "none");
        }
        languages.clone()
    }

    fn day(&mut self, date: PartialDate, at: &At<'_>) -> Date {
        if let PartialDate::Day(date) = date {
            return date;
        }
        if date == PartialDate::stand_in() {
            return date.first_day();
        }
        self.problems.push(at, "a full date like 2025-12-23", "a date without a day");
        date.first_day()
    }

    /// How far a statement is confirmed, its origins counted and its claimant named.
    fn confidence(
        &mut self,
        standing: raw::Standing,
        sources: &[Text],
        at: &At<'_>,
        claimant: Option<&Name>,
        in_words: &At<'_>,
    ) -> Confidence {
        let at_claimant = in_words.key("attributed_to");
        match (standing, claimant) {
            (raw::Standing::Attributed, Some(claimant)) => {
                return Confidence::Attributed(self.prose(claimant, &at_claimant));
            }
            (raw::Standing::Attributed, None) => {
                self.problems.push(&at_claimant, "the party that the claim is by", "nothing");
            }
            (_, Some(_)) => {
                let expected = "no such key, since the statement is not `attributed`";
                self.problems.push(&at_claimant, expected, "one");
            }
            (raw::Standing::Confirmed, None) => {
                self.check_origins(sources, &at.key("sources"));
                return Confidence::Confirmed;
            }
            (raw::Standing::SingleSource, None) => {}
        }
        Confidence::SingleSource
    }

    /// A confirmed statement needs two origins: outlets that print one agency's story count once.
    fn check_origins(&mut self, sources: &[Text], at: &At<'_>) {
        let found = self.story.sources.iter().filter(|source| sources.contains(&source.id));
        if !sources.is_empty() && found.clone().all(|source| source.kind == SourceKind::Tertiary) {
            let expected = "a source besides reference works, since the statement is `confirmed`";
            self.problems.push(at, expected, "none");
        }
        let mut origins =
            found.map(|source| &source.original.as_ref().unwrap_or(&source.publisher).0);
        let first = origins.next();
        if first.is_some() && origins.all(|origin| Some(origin) == first) {
            let expected = "sources of two origins, since the statement is `confirmed`";
            self.problems.push(at, expected, "one origin");
        }
    }

    fn country_list(&mut self, list: &[Text], at: &At<'_>) -> Vec<CountryIx> {
        self.resolve_all(Section::Countries, list, at).map(CountryIx).collect()
    }

    fn place_list(&mut self, list: &[Text], at: &At<'_>) -> Vec<PlaceIx> {
        self.resolve_all(Section::Places, list, at).map(PlaceIx).collect()
    }

    fn actor_list(&mut self, list: &[Text], at: &At<'_>) -> Vec<ActorIx> {
        self.resolve_all(Section::Actors, list, at).map(ActorIx).collect()
    }

    fn event_list(&mut self, list: &[Text], at: &At<'_>) -> Vec<EventIx> {
        self.resolve_all(Section::Events, list, at).map(EventIx).collect()
    }

    /// The sources of a statement: at least one.
    fn source_list(&mut self, list: &[Text], at: &At<'_>) -> Vec<SourceIx> {
        let at = at.key("sources");
        if list.is_empty() {
            self.problems.push(&at, "at least one source", "none");
        }
        self.resolve_all(Section::Sources, list, &at).map(SourceIx).collect()
    }
}
