//! What rests on each source.

use super::part::PartProps;
use crate::model::{
    ActorIx, CountryIx, Dataset, EventIx, FigureIx, PlaceIx, PointIx, SourceIx, TermIx, Text,
    ThemeIx, Word,
};
use crate::state::{Action, Tab};
use yew::prelude::*;

/// Something that names a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Point(PointIx),
    Event(EventIx),
    Country(CountryIx),
    Actor(ActorIx),
    Theme(ThemeIx),
    Figure(FigureIx),
    Place(PlaceIx),
    Term(TermIx),
}

/// For each source, in the story's order, what names it: key points first, then latest events first.
pub(crate) fn uses(story: &Dataset) -> Vec<Vec<Use>> {
    let mut uses = vec![Vec::new(); story.sources.len()];
    let mut add = |by: Use, sources: &[SourceIx]| {
        for source in sources {
            let uses: &mut Vec<Use> = &mut uses[source.position()];
            if !uses.contains(&by) {
                uses.push(by);
            }
        }
    };
    PointIx::all(story).for_each(|(ix, point)| add(Use::Point(ix), &point.sources));
    EventIx::all(story).rev().for_each(|(ix, event)| add(Use::Event(ix), &event.sources));
    story.members().for_each(|(ix, _, profile)| add(Use::Country(ix), &profile.sources));
    ActorIx::all(story).for_each(|(ix, actor)| add(Use::Actor(ix), &actor.sources));
    for relation in &story.relations {
        add(Use::Actor(relation.from), &relation.sources);
        add(Use::Actor(relation.to), &relation.sources);
    }
    for (ix, theme) in ThemeIx::all(story) {
        add(Use::Theme(ix), &theme.sources);
        theme.scenarios.iter().for_each(|scenario| add(Use::Theme(ix), &scenario.sources));
    }
    FigureIx::all(story).for_each(|(ix, figure)| add(Use::Figure(ix), &figure.sources));
    PlaceIx::all(story).for_each(|(ix, place)| add(Use::Place(ix), &place.sources));
    TermIx::all(story).for_each(|(ix, term)| add(Use::Term(ix), &term.sources));
    uses
}

impl Use {
    /// Its title, what kind of thing it is, and the address of it on the page.
    pub(crate) fn describe(self, props: &PartProps) -> (Text, Text, AttrValue) {
        let story = &props.story;
        let (title, kind, key, id) = match self {
            Self::Point(ix) => (&story[ix].title, Word::KeyPoint, "point=", &story[ix].id),
            Self::Event(ix) => (&story[ix].title, Word::Event, "event=", &story[ix].id),
            Self::Country(ix) => (&story[ix].name, Word::CountryProfile, "country=", &story[ix].id),
            Self::Actor(ix) => (&story[ix].name, Word::Actor, "actor=", &story[ix].id),
            Self::Theme(ix) => (&story[ix].title, Word::Theme, "theme=", &story[ix].id),
            Self::Figure(ix) => (&story[ix].label, Word::Figure, "figure=", &story[ix].id),
            Self::Place(ix) => (&story[ix].name, Word::Place, "place=", &story[ix].id),
            Self::Term(ix) => (&story[ix].term, Word::Term, "term=", &story[ix].id),
        };
        (title.clone(), props.word(kind), props.id(&[key, &**id].concat()))
    }

    /// What opens it, if it is not open.
    pub(crate) fn action(self, props: &PartProps) -> Option<Action> {
        let selection = &props.selection;
        match self {
            Self::Point(_) => None,
            Self::Event(ix) => Some(Action::Show(ix)),
            Self::Country(ix) => {
                (selection.filters.country != Some(ix)).then_some(Action::Country(ix))
            }
            Self::Actor(ix) => (selection.filters.actor != Some(ix))
                .then_some(Action::Actor(ix))
                .or(Some(Action::Tab(Tab::Actors))),
            Self::Place(ix) => (selection.place != Some(ix)).then_some(Action::Place(ix)),
            Self::Theme(_) => Some(Action::Tab(Tab::Themes)),
            Self::Figure(_) => Some(Action::Tab(Tab::Figures)),
            Self::Term(_) => Some(Action::Tab(Tab::Glossary)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Locale;
    use crate::story::Story;

    #[test]
    fn every_source_is_used_and_every_use_is_found() {
        let story = Story::bundled(Locale::En);
        let uses = uses(&story);
        let idle: Vec<_> = SourceIx::all(&story)
            .filter(|(ix, _)| uses[ix.position()].is_empty())
            .map(|(_, source)| &*source.id)
            .collect();
        assert_eq!(idle, Vec::<&str>::new());
        for (ix, event) in EventIx::all(&story) {
            for source in &event.sources {
                assert!(uses[source.position()].contains(&Use::Event(ix)), "{}", event.id);
            }
        }
    }
}
