//! The story's texts, folded once, and what matches in them.

use super::fold::{fold, is_word};
use super::nearest::{Nearest, least};
use super::query::{Query, is_word_start, occurrences};
use crate::model::{Actor, ActorIx, Dataset, Event, EventIx, PlaceIx, SourceIx, TermIx, Text};
use std::iter;

/// Everything that can be searched in a story, ready to be searched at each key press.
///
/// Indices that it gives and takes belong to the story that it was built from.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    events: Vec<Entry>,
    actors: Vec<Entry>,
    places: Vec<Entry>,
    terms: Vec<Entry>,
    sources: Vec<Entry>,
    /// Names and terms as printed, to be offered when nothing matches.
    names: Vec<Text>,
    /// Titles as printed, whose words are offered likewise.
    titles: Vec<Text>,
}

/// What a query may mean, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<T> {
    /// The three best at most, best first.
    pub best: Vec<T>,
    /// How many there are in all.
    pub count: usize,
}

impl<T> Default for Group<T> {
    fn default() -> Self {
        Self { best: Vec::new(), count: 0 }
    }
}

/// What a query may mean, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// Events.
    pub events: Group<EventIx>,
    /// Actors.
    pub actors: Group<ActorIx>,
    /// Places.
    pub places: Group<PlaceIx>,
    /// Glossary terms.
    pub terms: Group<TermIx>,
    /// Sources.
    pub sources: Group<SourceIx>,
}

impl SearchIndex {
    /// Folds the story's texts.
    pub fn new(story: &Dataset) -> Self {
        let event = |event: &Event| {
            let mut texts: Vec<&str> = vec![&event.summary];
            texts.extend(event.places.iter().map(|&place| &*story[place].name));
            for &actor in &event.actors {
                texts.extend(names_of(&story[actor]));
            }
            Entry { is_first: event.is_key, ..Entry::new(&[&event.title], &texts) }
        };
        let actors = story.actors.iter();
        let names = actors
            .map(|actor| &actor.short_name)
            .chain(story.places.iter().map(|place| &place.name))
            .chain(story.glossary.iter().map(|term| &term.term));
        Self {
            events: story.events.iter().map(event).collect(),
            actors: story
                .actors
                .iter()
                .map(|actor| {
                    let names: Vec<&str> = names_of(actor).collect();
                    Entry::new(&names, &[&actor.role, &actor.stance])
                })
                .collect(),
            places: story
                .places
                .iter()
                .map(|place| Entry::new(&[&place.name], &[&place.why]))
                .collect(),
            terms: story
                .glossary
                .iter()
                .map(|term| {
                    let forms: Vec<&str> =
                        iter::once(&term.term).chain(&term.aliases).map(|form| &**form).collect();
                    Entry::new(&forms, &[&term.definition])
                })
                .collect(),
            sources: story
                .sources
                .iter()
                .map(|source| {
                    let original = source.original.as_deref().unwrap_or_default();
                    Entry::new(&[&source.title], &[&source.publisher, original])
                })
                .collect(),
            names: names.cloned().collect(),
            titles: story.events.iter().map(|event| event.title.clone()).collect(),
        }
    }

    /// The events that match, oldest first; all of them if the query is empty.
    pub fn events(&self, query: &Query) -> impl Iterator<Item = EventIx> {
        self.events
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.distance(query).is_some())
            .map(|(position, _)| EventIx(position as u16))
    }

    /// What the query may mean; nothing before it has two letters.
    pub fn suggest(&self, query: &Query) -> Suggestions {
        if !query.is_telling() {
            return Suggestions::default();
        }
        Suggestions {
            // Of equal matches, the latest events first.
            events: best(&self.events, query, true, EventIx),
            actors: best(&self.actors, query, false, ActorIx),
            places: best(&self.places, query, false, PlaceIx),
            terms: best(&self.terms, query, false, TermIx),
            sources: best(&self.sources, query, false, SourceIx),
        }
    }

    /// The three names, terms or words of titles that are spelled most like what was typed, nearest first;
    /// fewer if nothing is like it.
    pub fn nearest(&self, query: &Query) -> Vec<&str> {
        let mut nearest = Nearest::new(query);
        for name in &self.names {
            nearest.offer(name);
        }
        for title in &self.titles {
            for word in title.split(|letter| !is_word(letter)) {
                // Shorter words say little.
                if word.chars().count() >= 4 {
                    nearest.offer(word);
                }
            }
        }
        nearest.best()
    }
}

/// All names of an actor, the shortest first.
fn names_of(actor: &Actor) -> impl Iterator<Item = &str> {
    [&actor.short_name, &actor.name].into_iter().chain(&actor.aliases).map(|name| &**name)
}

/// The folded texts of one thing, in lines.
#[derive(Clone, Debug)]
struct Entry {
    titles: String,
    text: String,
    /// Goes before others that match as well.
    is_first: bool,
}

impl Entry {
    fn new(titles: &[&str], texts: &[&str]) -> Self {
        Self { titles: fold_lines(titles), text: fold_lines(texts), is_first: false }
    }

    /// How far the thing is from what is looked for, 0 being nearest; `None` if a word is missing.
    fn distance(&self, query: &Query) -> Option<u32> {
        query.words().iter().map(|word| self.word_distance(word)).sum()
    }

    fn word_distance(&self, word: &str) -> Option<u32> {
        let titles = self.titles.as_bytes();
        let in_title = |at: usize| {
            let starts_title = at == 0 || titles[at - 1] == b'\n';
            match titles.get(at + word.len()) {
                Some(b'\n') if starts_title => 0,
                _ if starts_title => 1,
                _ if is_word_start(&self.titles, at) => 2,
                _ => 3,
            }
        };
        occurrences(&self.titles, word)
            .map(in_title)
            .min()
            .or_else(|| occurrences(&self.text, word).next().map(|_| 4))
    }
}

/// The texts folded, one a line, so that no word is found across two of them.
fn fold_lines(texts: &[&str]) -> String {
    let mut lines = String::new();
    for text in texts {
        lines.push_str(&fold(text));
        lines.push('\n');
    }
    lines
}

/// The entries that match best. Of equal ones those that go first, then in order.
fn best<T>(entries: &[Entry], query: &Query, last_first: bool, ix: fn(u16) -> T) -> Group<T> {
    let (positions, count) = best_positions(entries, query, last_first);
    Group { best: positions.into_iter().map(ix).collect(), count }
}

fn best_positions(entries: &[Entry], query: &Query, last_first: bool) -> (Vec<u16>, usize) {
    let mut found: Vec<(u32, bool, u16)> = Vec::new();
    for (position, entry) in entries.iter().enumerate() {
        if let Some(distance) = entry.distance(query) {
            let position = position as u16;
            let order = if last_first { u16::MAX - position } else { position };
            found.push((distance, !entry.is_first, order));
        }
    }
    let count = found.len();
    let nearest = least(found).map(|(.., order)| if last_first { u16::MAX - order } else { order });
    (nearest.collect(), count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{GlossaryTerm, Place, Source};
    use serde::de::DeserializeOwned;

    /// A value with nothing in it: zeros in postcard are empty texts and lists, and first variants.
    fn blank<T: DeserializeOwned>() -> T {
        postcard::from_bytes(&[0; 512]).expect("zeros hold every type of the story")
    }

    fn event(title: &str, summary: &str, places: &[u16], actors: &[u16], is_key: bool) -> Event {
        Event {
            title: title.into(),
            summary: summary.into(),
            places: places.iter().copied().map(PlaceIx).collect(),
            actors: actors.iter().copied().map(ActorIx).collect(),
            is_key,
            ..blank()
        }
    }

    fn actor(name: &str, short_name: &str, role: &str) -> Actor {
        Actor { name: name.into(), short_name: short_name.into(), role: role.into(), ..blank() }
    }

    fn place(name: &str, why: &str) -> Place {
        Place { name: name.into(), why: why.into(), ..blank() }
    }

    fn term(term: &str, definition: &str) -> GlossaryTerm {
        GlossaryTerm { term: term.into(), definition: definition.into(), ..blank() }
    }

    fn story() -> Dataset {
        Dataset {
            events: vec![
                event("Coup in Niamey", "Officers detain the president.", &[1], &[0], true),
                event("Niger nationalises the Somaïr uranium venture", "", &[2], &[0], false),
                event("Togo signs", "A pact on uranium and gold.", &[], &[], false),
                event("Second summit opens in Bamako", "Goïta hosts.", &[0], &[2], true),
                event("Summit in Niamey", "First of its kind.", &[1], &[], false),
            ],
            actors: vec![
                actor("Niger", "Niger", "Uranium producer."),
                actor("Nigeria", "Nigeria", "Neighbour in the south."),
                actor("Assimi Goïta", "Goïta", "General."),
                actor("Economic Community of West African States", "ECOWAS", "Bloc."),
            ],
            places: vec![
                place("Bamako", "Capital."),
                place("Niamey", "Capital on the river Niger."),
                place("Arlit", "Desert town of the Somaïr uranium works."),
            ],
            glossary: vec![term("ECOWAS", "West African bloc."), term("FU-AES", "Unified force.")],
            sources: vec![Source { publisher: "The Gazette".into(), ..blank() }],
            ..blank()
        }
    }

    #[test]
    fn other_forms_of_a_name_find_its_actor_its_term_and_its_events() {
        let mut story = story();
        story.actors[2].aliases = vec!["Goita Asimi".into()];
        story.glossary[1].aliases = vec!["Force unifiée".into()];
        let index = SearchIndex::new(&story);
        let found = index.suggest(&Query::parse("asimi"));
        assert_eq!((found.actors.best, found.events.best), (vec![ActorIx(2)], vec![EventIx(3)]));
        assert_eq!(index.suggest(&Query::parse("force unifiee")).terms.best, [TermIx(1)]);
    }

    fn found(typed: &str) -> Vec<usize> {
        let index = SearchIndex::new(&story());
        index.events(&Query::parse(typed)).map(EventIx::position).collect()
    }

    #[test]
    fn events_match_when_every_word_is_in_their_texts_or_names() {
        let table: [(&str, &[usize]); 11] = [
            ("uran", &[1, 2]),
            ("URANIUM somair", &[1]),
            ("goita", &[3]),
            ("Assimi bamako", &[3]),
            ("arlit", &[1]),
            ("niamey summit", &[4]),
            ("ranium", &[1, 2]),
            ("nig", &[0, 1]),
            ("opensin", &[]),
            ("bamako uranium", &[]),
            (" ", &[0, 1, 2, 3, 4]),
        ];
        for (typed, expected) in table {
            assert_eq!(found(typed), expected, "{typed}");
        }
    }

    #[test]
    fn suggestions_are_grouped_with_the_best_first() {
        let index = SearchIndex::new(&story());
        let suggest = |typed| {
            let found = index.suggest(&Query::parse(typed));
            let events: Vec<usize> = found.events.best.iter().map(|ix| ix.position()).collect();
            let actors: Vec<usize> = found.actors.best.iter().map(|ix| ix.position()).collect();
            let places: Vec<usize> = found.places.best.iter().map(|ix| ix.position()).collect();
            let terms: Vec<usize> = found.terms.best.iter().map(|ix| ix.position()).collect();
            [events, actors, places, terms]
        };
        assert_eq!(suggest("uran"), [vec![1, 2], vec![0], vec![2], vec![]]);
        // The whole title before its beginning, before a mention in the text.
        assert_eq!(suggest("niger"), [vec![1, 0], vec![0, 1], vec![1], vec![]]);
        // At a title's start before inside it.
        assert_eq!(suggest("summit")[0], [4, 3]);
        assert_eq!(suggest("aes")[3], [1]);
        assert_eq!(suggest("ecowas"), [vec![], vec![3], vec![], vec![0]]);
        // Key events before others that match as well, then the latest; three at most.
        assert_eq!(suggest("ni")[0], [1, 0, 4]);
        let events = index.suggest(&Query::parse("i")).events;
        assert_eq!((events.best.len(), events.count), (0, 0), "one letter says too little");
        let events = index.suggest(&Query::parse("um")).events;
        assert_eq!((events.best.len(), events.count), (3, 4), "all are counted");
        assert_eq!(index.suggest(&Query::parse("gazette")).sources.best, [SourceIx(0)]);
        assert_eq!(index.suggest(&Query::parse("u")), Suggestions::default());
        assert_eq!(index.suggest(&Query::parse("zz")), Suggestions::default());
    }

    #[test]
    fn when_nothing_matches_the_nearest_spellings_are_offered() {
        let index = SearchIndex::new(&story());
        let nearest = |typed| index.nearest(&Query::parse(typed));
        assert_eq!(nearest("uranuim")[0], "uranium");
        assert_eq!(nearest("Bamaco")[0], "Bamako");
        assert_eq!(nearest("goyta")[0], "Goïta");
        assert_eq!(nearest("ecovas")[0], "ECOWAS");
        assert_eq!(nearest("nigr").len(), 3);
        assert_eq!(nearest("").len(), 0);
        assert_eq!(nearest("qqqqqqqq").len(), 0);
    }
}
