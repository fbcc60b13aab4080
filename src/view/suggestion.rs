//! What the search suggests, and how it is printed.

use super::cite::published;
use super::part::PartProps;
use crate::locale::{date, phrase};
use crate::markup::html;
use crate::model::{ActorIx, Count, EventIx, PlaceIx, SourceIx, TermIx, Text, Word};
use crate::search::{Query, excerpt, marks};
use std::rc::Rc;
use yew::prelude::*;

/// One suggestion.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    Event(EventIx),
    Actor(ActorIx),
    Place(PlaceIx),
    Term(TermIx),
    Source(SourceIx),
    /// To search for this instead.
    Near(Rc<str>),
    /// To leave the list and look at the events that were found.
    All,
}

/// Suggestions of one kind.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// What they are; `None` if they speak for themselves.
    pub label: Option<Text>,
    /// How many there are in all, where that is told.
    pub count: Option<usize>,
    pub choices: Vec<Choice>,
}

/// What to suggest for what is typed: things of every kind with the events that were found at the end, or,
/// if there is nothing, terms that are spelled like it. Nothing before there are two letters.
pub(super) fn offers(props: &PartProps) -> Vec<Offer> {
    let query = Query::parse(&props.selection.filters.query);
    if !query.is_telling() {
        return Vec::new();
    }
    let mut offers = found(props, &query);
    if offers.is_empty() {
        return vec![nearest(props, &query)];
    }
    if props.visible.event_count() > 0 {
        offers.push(Offer { label: None, count: None, choices: vec![Choice::All] });
    }
    offers
}

/// What has the words, each kind with its name.
fn found(props: &PartProps, query: &Query) -> Vec<Offer> {
    let found = props.story.search_index().suggest(query);
    let offer = |word: Word, count: usize, choices: Vec<Choice>| Offer {
        label: Some(props.word(word)),
        count: Some(count),
        choices,
    };
    let mut offers = vec![
        offer(Word::Events, found.events.count, each(found.events.best, Choice::Event)),
        offer(Word::Actors, found.actors.count, each(found.actors.best, Choice::Actor)),
        offer(Word::Places, found.places.count, each(found.places.best, Choice::Place)),
        offer(Word::Glossary, found.terms.count, each(found.terms.best, Choice::Term)),
        offer(Word::Sources, found.sources.count, each(found.sources.best, Choice::Source)),
    ];
    offers.retain(|offer| !offer.choices.is_empty());
    offers
}

fn each<T>(found: Vec<T>, choice: fn(T) -> Choice) -> Vec<Choice> {
    found.into_iter().map(choice).collect()
}

fn nearest(props: &PartProps, query: &Query) -> Offer {
    let terms = props.story.search_index().nearest(query);
    let word = if terms.is_empty() { Word::NoMatch } else { Word::DidYouMean };
    let typed = phrase::quoted(props.locale(), props.selection.filters.query.trim());
    Offer {
        label: Some(Text::from(props.phrase(word, &[("text", &typed)]))),
        count: None,
        choices: terms.into_iter().map(|term| Choice::Near(Rc::from(term))).collect(),
    }
}

impl Choice {
    /// What it is called and what is said about it, with the letters marked that were typed.
    pub(super) fn texts(&self, props: &PartProps) -> (Html, Option<Html>) {
        let (story, locale) = (&props.story, props.locale());
        let query = Query::parse(&props.selection.filters.query);
        // Where the name does not show why it was found, the text does.
        let about = |name: &Text, text: &Text, otherwise: &str| {
            let found = if marks(name, &query).is_empty() { excerpt(text, &query) } else { None };
            match found {
                Some(found) => marked(&phrase::quoted(locale, &found), &query),
                None => html! { { otherwise } },
            }
        };
        match self {
            Self::Event(ix) => {
                let event = &story[*ix];
                let mut when = date::short(locale, event.date);
                if let Some(&place) = event.places.first() {
                    when.push_str(" · ");
                    when.push_str(&story[place].name);
                }
                (marked(&event.title, &query), Some(about(&event.title, &event.summary, &when)))
            }
            Self::Actor(ix) => {
                let actor = &story[*ix];
                let kind = &story.labels.actor_kind[actor.kind as usize];
                let name = if marks(&actor.short_name, &query).is_empty() {
                    &actor.name
                } else {
                    &actor.short_name
                };
                (marked(name, &query), Some(about(name, &actor.role, kind)))
            }
            Self::Place(ix) => {
                let place = &story[*ix];
                let country = &story[place.country].name;
                (marked(&place.name, &query), Some(about(&place.name, &place.why, country)))
            }
            Self::Term(ix) => {
                let term = &story[*ix];
                (marked(&term.term, &query), Some(about(&term.term, &term.definition, "")))
            }
            Self::Source(ix) => {
                let source = &story[*ix];
                (marked(&source.title, &query), Some(marked(&published(story, source), &query)))
            }
            Self::Near(text) => {
                let query = Query::parse(text);
                // "6 events", or what else it is: "Glossary".
                let about = match story.search_index().events(&query).count() {
                    0 => found(props, &query).into_iter().find_map(|offer| offer.label),
                    events => Some(Text::from(props.count(Count::Events, events))),
                };
                (html! { { &**text } }, Some(html! { { about.unwrap_or_default() } }))
            }
            Self::All => {
                let text = phrase::quoted(locale, props.selection.filters.query.trim());
                let row = props.count(Count::ShowFound, props.visible.event_count());
                (html! { { phrase::fill(&row, &[("text", &text)]) } }, None)
            }
        }
    }
}

/// A text with the letters marked that a query matches.
fn marked(text: &str, query: &Query) -> Html {
    let mut rest = 0;
    let mut parts: Vec<(bool, &str)> = Vec::new();
    for range in marks(text, query) {
        parts.push((false, &text[rest..range.start]));
        rest = range.end;
        parts.push((true, &text[range]));
    }
    parts.push((false, &text[rest..]));
    html! {
        <>
            for (at, (is_marked, part)) in parts.into_iter().enumerate() {
                <span key={at}>
                    if is_marked {
                        <mark>{ part }</mark>
                    } else {
                        { part }
                    }
                </span>
            }
        </>
    }
}
