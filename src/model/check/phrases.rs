//! The headline, names of fixed kinds and interface words.

use super::super::limit::{Name, Phrase};
use super::super::near::near_miss;
use super::super::problem::{At, quoted};
use super::super::raw;
use super::super::read::{ById, StandIn};
use super::super::story::{
    ActorKind, Category, Intro, Labels, Locale, PlaceKind, RelationKind, Text, Unit,
};
use super::super::words::{Count, Word, Words};
use super::ids::match_keys;
use super::{Checker, prose};

/// The names in braces of a phrase, but for the number, which forms like "one event" may leave out.
pub fn slots(phrase: &str) -> impl Iterator<Item = &str> {
    let names = phrase.split('{').skip(1).filter_map(|part| part.split_once('}'));
    names.map(|(name, _)| name).filter(|name| *name != "n")
}

impl Checker<'_> {
    pub(super) fn intro(&mut self) -> Intro {
        let (words, root) = (self.words, self.in_words);
        let at = root.key("intro");
        Intro {
            kicker: self.prose(&words.intro.kicker, &at.key("kicker")),
            headline: self.prose(&words.intro.headline, &at.key("headline")),
            standfirst: self.prose(&words.intro.standfirst, &at.key("standfirst")),
        }
    }

    pub(super) fn labels(&mut self) -> Labels {
        let (words, root) = (self.words, self.in_words);
        let labels = &words.labels;
        let at = root.key("labels");
        let (scope, note) = (at.key("scope"), at.key("note"));
        let confidence = self.names(&labels.confidence, &raw::Standing::ALL, &at.key("confidence"));
        Labels {
            category: self.names(&labels.category, &Category::ALL, &at.key("category")),
            actor_kind: self.names(&labels.actor_kind, &ActorKind::ALL, &at.key("actor_kind")),
            place_kind: self.names(&labels.place_kind, &PlaceKind::ALL, &at.key("place_kind")),
            relation: self.names(&labels.relation, &RelationKind::ALL, &at.key("relation")),
            confidence: std::array::from_fn(|position| confidence[position].clone()),
            unit: self.names(&labels.unit, &Unit::ALL, &at.key("unit")),
            scope_alliance: self.prose(&labels.scope.alliance, &scope.key("alliance")),
            scope_region: self.prose(&labels.scope.region, &scope.key("region")),
            after: self.prose(&labels.note.after, &note.key("after")),
            attributed_to: self.prose(&labels.note.attributed_to, &note.key("attributed_to")),
        }
    }

    fn names<T>(
        &mut self,
        names: &ById<Name>,
        kinds: &[(T, &'static str)],
        at: &At<'_>,
    ) -> Vec<Text> {
        let none = Name::stand_in();
        let mut name = |id: &'static str| self.prose(names.get(id).unwrap_or(&none), &at.key(id));
        kinds.iter().map(|(_, id)| name(id)).collect()
    }

    pub(super) fn match_labels(&mut self) {
        fn ids<T>(kinds: &[(T, &'static str)]) -> Vec<&'static str> {
            kinds.iter().map(|(_, id)| *id).collect()
        }
        let (words, root) = (self.words, self.in_words);
        let at = root.key("labels");
        let labels = &words.labels;
        for (key, known, found) in [
            ("category", ids(&Category::ALL), &labels.category),
            ("actor_kind", ids(&ActorKind::ALL), &labels.actor_kind),
            ("place_kind", ids(&PlaceKind::ALL), &labels.place_kind),
            ("relation", ids(&RelationKind::ALL), &labels.relation),
            ("confidence", ids(&raw::Standing::ALL), &labels.confidence),
            ("unit", ids(&Unit::ALL), &labels.unit),
        ] {
            match_keys(&known, found, &at.key(key), &mut self.problems);
        }
    }

    pub(super) fn interface(&mut self, interface: &raw::Interface) -> Words {
        let root = self.in_interface;
        for (lang, root) in [(self.words.lang, self.in_words), (interface.lang, root)] {
            if lang != self.locale {
                let expected = quoted(self.locale.tag());
                self.problems.push(&root.key("lang"), &expected, &quoted(lang.tag()));
            }
        }
        let none = Phrase::stand_in();
        let at = root.key("texts");
        let mut text = |key: &str| {
            let text = interface.texts.get(key).unwrap_or(&none);
            let text = self.prose(text, &at.key(key));
            self.own_phrase(key, &text).unwrap_or(text)
        };
        let texts = Word::KEYS.iter().map(|key| text(key)).collect();
        self.match_phrases();
        let at = root.key("counts");
        let mut forms = |key: &str| {
            let at = at.key(key);
            interface.counts.get(key).map(|forms| self.forms(forms, &at)).unwrap_or_default()
        };
        let counts = Count::KEYS.iter().map(|key| forms(key)).collect();
        Words { texts, counts }
    }

    /// The phrase that the story puts in the place of an interface word.
    fn own_phrase(&mut self, key: &str, general: &str) -> Option<Text> {
        let (words, root) = (self.words, self.in_words);
        let phrase = words.phrases.as_ref()?.get(key)?;
        let at = root.key("phrases");
        let at = at.key(key);
        for slot in slots(phrase) {
            if !slots(general).any(|known| known == slot) {
                let expected = "only `{…}` of the general phrase";
                self.problems.push(&at, expected, &quoted(&["{", slot, "}"].concat()));
            }
        }
        Some(self.prose(phrase, &at))
    }

    fn match_phrases(&mut self) {
        let (words, root) = (self.words, self.in_words);
        let at = root.key("phrases");
        for (key, _) in words.phrases.iter().flat_map(|phrases| &phrases.0) {
            if !Word::KEYS.contains(&&**key) {
                let hint = near_miss(key, &mut Word::KEYS.iter().copied());
                self.problems.push_with_hint(&at.key(key), "a known phrase", &quoted(key), hint);
            }
        }
    }

    /// Six forms, of which the language has the ones that CLDR lists for it.
    fn forms(&mut self, forms: &raw::Forms, at: &At<'_>) -> [Text; 6] {
        let required = match self.locale {
            Locale::En => [false, true, false, false, false],
            Locale::Fr => [false, true, false, false, true],
            Locale::Ar => [true; 5],
        };
        let found = [&forms.zero, &forms.one, &forms.two, &forms.few, &forms.many];
        let other = self.prose(&forms.other, &at.key("other"));
        if !prose::contains(&other, "{n}") {
            self.problems.push(&at.key("other"), "`{n}` for the number", "none");
        }
        let mut all = std::array::from_fn(|_| other.clone());
        for (position, key) in ["zero", "one", "two", "few", "many"].into_iter().enumerate() {
            let at = at.key(key);
            match (found[position], required[position]) {
                (Some(form), true) => all[position] = self.prose(form, &at),
                (None, true) => self.problems.push(&at, "this plural form", "none"),
                (Some(_), false) => {
                    self.problems.push(&at, "no such form, as the language has none", "one");
                }
                (None, false) => {}
            }
        }
        all
    }
}
