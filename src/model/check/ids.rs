//! Ids: well formed, given once, and known where they are used; and words for each.

use super::super::index::CountryIx;
use super::super::lookup::Lookup;
use super::super::near::near_miss;
use super::super::problem::{At, Problems, quoted};
use super::super::raw;
use super::super::read::ById;
use super::super::story::Text;
use super::super::words::{Count, Word};
use super::Checker;

/// The longest that an id may be, in characters.
pub const LONGEST_ID: usize = 60;

/// A list of the story file whose items have ids.
#[derive(Clone, Copy, Debug)]
pub(super) enum Section {
    Countries,
    Places,
    Actors,
    Events,
    KeyPoints,
    Themes,
    Figures,
    Glossary,
    Tour,
    SeedStatements,
    Sources,
}

impl Section {
    const ALL: [(Self, &'static str, &'static str); 11] = [
        (Self::Countries, "countries", "a known country"),
        (Self::Places, "places", "a known place"),
        (Self::Actors, "actors", "a known actor"),
        (Self::Events, "events", "a known event"),
        (Self::KeyPoints, "key_points", "a known key point"),
        (Self::Themes, "themes", "a known theme"),
        (Self::Figures, "figures", "a known figure"),
        (Self::Glossary, "glossary", "a known term"),
        (Self::Tour, "tour", "a known step"),
        (Self::SeedStatements, "seed_statements", "a known statement"),
        (Self::Sources, "sources", "a known source"),
    ];
}

/// The ids of a story, in the order of its lists.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    lists: [Vec<&'a str>; Section::ALL.len()],
    lookups: [Lookup; Section::ALL.len()],
    is_source_used: Vec<bool>,
}

impl<'a> Ids<'a> {
    pub(super) fn of(story: &'a raw::Story) -> Self {
        macro_rules! lists {
            ($($field:ident)*) => { [$(story.$field.iter().map(|item| &*item.id).collect(),)*] };
        }
        let lists = lists!(countries places actors events key_points themes figures glossary tour seed_statements sources);
        let lookups = lists.each_ref().map(|list: &Vec<&str>| Lookup::of(list));
        Self { lists, lookups, is_source_used: vec![false; story.sources.len()] }
    }

    /// The first position of an id.
    fn find(&self, section: Section, id: &str) -> Option<usize> {
        let list = &self.lists[section as usize];
        self.lookups[section as usize].find(id, |position| list[position])
    }
}

impl Checker<'_> {
    /// The position of the item with this id.
    pub(super) fn resolve(&mut self, section: Section, id: &str, at: &At<'_>) -> u16 {
        if let Some(position) = self.ids.find(section, id) {
            if let Section::Sources = section {
                self.ids.is_source_used[position] = true;
            }
            return position as u16;
        }
        let hint = near_miss(id, &mut self.ids.lists[section as usize].iter().copied());
        let expected = Section::ALL[section as usize].2;
        self.problems.push_with_hint(at, expected, &quoted(id), hint);
        0
    }

    /// The positions of items, each named once.
    pub(super) fn resolve_all(
        &mut self,
        section: Section,
        list: &[Text],
        at: &At<'_>,
    ) -> std::vec::IntoIter<u16> {
        let mut positions = Vec::with_capacity(list.len());
        for (index, id) in list.iter().enumerate() {
            let at = at.index(index);
            if list[..index].contains(id) {
                self.problems.push(&at, "each id once", "it a second time");
            }
            positions.push(self.resolve(section, id, &at));
        }
        positions.into_iter()
    }

    /// The position of a country that has a profile.
    pub(super) fn member(&mut self, id: &str, at: &At<'_>) -> CountryIx {
        let position = self.resolve(Section::Countries, id, at);
        if self
            .story
            .countries
            .get(usize::from(position))
            .is_some_and(|country| country.profile.is_none())
        {
            self.problems.push(at, "a country with a profile", &quoted(id));
        }
        CountryIx(position)
    }

    /// All ids are well formed and given once.
    pub(super) fn check_ids(&mut self) {
        const MOST: usize = 32_768; // far above any story, half of what an index can hold
        for (section, key, _) in Section::ALL {
            let in_list = self.in_story;
            let in_list = in_list.key(key);
            let list = &self.ids.lists[section as usize];
            if list.len() > MOST {
                self.problems.push(&in_list, "at most 32768 items", "more");
                continue;
            }
            for (index, id) in list.iter().enumerate() {
                let item = in_list.index(index);
                let at = item.key("id");
                let (is_formed, expected) = match section {
                    Section::Countries => (
                        id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase()),
                        "a country code of two capital letters",
                    ),
                    Section::SeedStatements => (
                        id.strip_prefix('S').is_some_and(|number| number.parse::<u16>().is_ok()),
                        "`S` and a number",
                    ),
                    _ => (is_kebab(id), "small letters, digits and single hyphens"),
                };
                if !is_formed {
                    self.problems.push(&at, expected, &quoted(id));
                } else if self.ids.find(section, id) != Some(index) {
                    self.problems.push(&at, "an id of its own", &quoted(id));
                }
            }
        }
    }

    /// Every id has words in this language, and every word an id.
    pub(super) fn match_words(&mut self, interface: &raw::Interface, land: &raw::Land) {
        let (words, story) = (self.words, self.story);
        let root = self.in_words;
        macro_rules! sections {
            ($($section:ident $field:ident)*) => {$(
                let known = &self.ids.lists[Section::$section as usize];
                match_keys(known, &words.$field, &root.key(stringify!($field)), &mut self.problems);
            )*};
        }
        sections!(
            Countries countries Places places Actors actors Events events KeyPoints key_points
            Themes themes Figures figures Glossary glossary Tour tour SeedStatements seed_statements
        );
        let in_themes = root.key("themes");
        for theme in &story.themes {
            let Some(theme_words) = words.themes.get(&theme.id) else { continue };
            let known: Vec<&str> = theme.scenarios.iter().map(|scenario| &*scenario.id).collect();
            let none = ById::default();
            let found = theme_words.scenarios.as_ref().unwrap_or(&none);
            let in_theme = in_themes.key(&theme.id);
            match_keys(&known, found, &in_theme.key("scenarios"), &mut self.problems);
        }
        let countries = &self.ids.lists[Section::Countries as usize];
        let names: Vec<&str> = story.map.names.iter().map(|name| &*name.id).collect();
        let names: Vec<&str> = names.into_iter().filter(|id| !countries.contains(id)).collect();
        match_keys(&names, &words.map, &root.key("map"), &mut self.problems);
        self.match_labels();
        let root = self.in_interface;
        match_keys(Word::KEYS, &interface.texts, &root.key("texts"), &mut self.problems);
        match_keys(Count::KEYS, &interface.counts, &root.key("counts"), &mut self.problems);
        let members = story.countries.iter().filter(|country| country.profile.is_some());
        let members: Vec<&str> = members.map(|country| &*country.id).collect();
        let root = self.in_land;
        let at = root.key("members");
        for id in members.iter().filter(|id| land.members.get(id).is_none()) {
            self.problems.push(&at.key(id), "the outline of this country", "none");
        }
        for (key, hint) in unknown_keys(&members, &land.members) {
            let expected = "the code of a country with a profile";
            self.problems.push_with_hint(&at.key(key), expected, &quoted(key), hint);
        }
        let others = story.countries.iter().filter(|country| country.profile.is_none());
        let others: Vec<&str> = others.map(|country| &*country.id).collect();
        let at = root.key("neighbours");
        for (key, hint) in unknown_keys(&others, &land.neighbours) {
            let expected = "the code of a country without a profile";
            self.problems.push_with_hint(&at.key(key), expected, &quoted(key), hint);
        }
    }

    /// Sources that nothing rests on would be numbered and printed all the same.
    pub(super) fn check_unused_sources(&mut self) {
        let in_sources = self.in_story;
        let in_sources = in_sources.key("sources");
        for (index, &is_used) in self.ids.is_source_used.iter().enumerate() {
            if !is_used {
                let id = self.ids.lists[Section::Sources as usize][index];
                self.problems.push(
                    &in_sources.index(index),
                    "a source that something rests on",
                    &quoted(id),
                );
            }
        }
    }
}

/// Compares the keys of an object with the ids that should have words there.
pub(super) fn match_keys<T>(known: &[&str], found: &ById<T>, at: &At<'_>, problems: &mut Problems) {
    for id in known {
        if found.get(id).is_none() {
            problems.push(&at.key(id), "words", "none");
        }
    }
    for (key, hint) in unknown_keys(known, found) {
        let leftover = "leftover words for an unknown id";
        problems.push_with_hint(&at.key(key), "no words", leftover, hint);
    }
}

/// The keys that are none of the known ones, each with the known one that it is nearest to.
fn unknown_keys<'f, 'k, T>(
    known: &'k [&'k str],
    found: &'f ById<T>,
) -> impl Iterator<Item = (&'f str, Option<&'k str>)> {
    let lookup = Lookup::of(known);
    let is_known = move |key: &str| lookup.find(key, |position| known[position]).is_some();
    let unknown = found.0.iter().filter(move |(key, _)| !is_known(key));
    unknown.map(|(key, _)| (&**key, near_miss(key, &mut known.iter().copied())))
}

fn is_kebab(id: &str) -> bool {
    id.len() <= LONGEST_ID
        && id.split('-').all(|part| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}
