//! The headline, names of fixed kinds and interface words.

use super::super::problem::At;
use super::super::raw;
use super::super::read::ById;
use super::super::story::{
    ActorKind, Category, Intro, Labels, Locale, PlaceKind, RelationKind, Text, Unit,
};
use super::super::words::{Count, Word, Words};
use super::ids::match_keys;
use super::{Checker, prose};

const PHRASE: usize = 300; // characters of an interface phrase, help texts included

impl Checker<'_> {
    pub(super) fn intro(&mut self) -> Intro {
        let (words, root) = (self.words, self.in_words);
        let at = root.key("intro");
        Intro {
            kicker: self.prose(&words.intro.kicker, prose::NAME, &at.key("kicker")),
            headline: self.prose(&words.intro.headline, 2 * prose::TITLE, &at.key("headline")),
            standfirst: self.prose(
                &words.intro.standfirst,
                prose::PARAGRAPH,
                &at.key("standfirst"),
            ),
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
            scope_alliance: self.prose(&labels.scope.alliance, prose::NAME, &scope.key("alliance")),
            scope_region: self.prose(&labels.scope.region, prose::NAME, &scope.key("region")),
            after: self.prose(&labels.note.after, prose::NAME, &note.key("after")),
            attributed_to: self.prose(
                &labels.note.attributed_to,
                prose::NAME,
                &note.key("attributed_to"),
            ),
        }
    }

    fn names<T>(
        &mut self,
        names: &ById<Text>,
        kinds: &[(T, &'static str)],
        at: &At<'_>,
    ) -> Vec<Text> {
        let none: Text = "".into();
        let mut name =
            |id: &'static str| self.prose(names.get(id).unwrap_or(&none), prose::NAME, &at.key(id));
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
                self.problems.push(&root.key("lang"), self.locale.tag(), lang.tag());
            }
        }
        let none: Text = "".into();
        let at = root.key("texts");
        let mut text =
            |key: &str| self.prose(interface.texts.get(key).unwrap_or(&none), PHRASE, &at.key(key));
        let texts = Word::KEYS.iter().map(|key| text(key)).collect();
        let at = root.key("counts");
        let mut forms = |key: &str| {
            let at = at.key(key);
            interface.counts.get(key).map(|forms| self.forms(forms, &at)).unwrap_or_default()
        };
        let counts = Count::KEYS.iter().map(|key| forms(key)).collect();
        Words { texts, counts }
    }

    /// Six forms, of which the language has the ones that CLDR lists for it.
    fn forms(&mut self, forms: &raw::Forms, at: &At<'_>) -> [Text; 6] {
        let required = match self.locale {
            Locale::En => [false, true, false, false, false],
            Locale::Fr => [false, true, false, false, true],
            Locale::Ar => [true; 5],
        };
        let found = [&forms.zero, &forms.one, &forms.two, &forms.few, &forms.many];
        let other = self.prose(&forms.other, PHRASE, &at.key("other"));
        if !prose::contains(&other, "{n}") {
            self.problems.push(&at.key("other"), "`{n}` for the number", "none");
        }
        let mut all = std::array::from_fn(|_| other.clone());
        for (position, key) in ["zero", "one", "two", "few", "many"].into_iter().enumerate() {
            let at = at.key(key);
            match (found[position], required[position]) {
                (Some(form), true) => all[position] = self.prose(form, PHRASE, &at),
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
