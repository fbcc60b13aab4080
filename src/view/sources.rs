//! The list of all sources.

use super::cite::{language, source_date, source_title};
use super::focus::use_jump;
use super::icon::icon;
use super::once::{component, use_effect_with, use_memo};
use super::part::PartProps;
use super::rest::use_rest;
use super::uses::{Use, uses};
use crate::markup::html;
use crate::model::{Count, PartialDate, Source, SourceIx, SourceKind, Text, Word};
use crate::order::by_key;
use crate::search::fold;
use crate::state::Action;
use crate::story::Story;
use std::cmp::Reverse;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Every source with its number, latest first, with a search and chips for language and kind.
#[component]
pub fn Sources(props: &PartProps) -> Html {
    let rest = use_rest(props);
    component::<Table>(rest)
}

/// What narrows the list.
#[derive(Clone, Debug, Default, PartialEq)]
struct Narrowed {
    /// Folded words of the search.
    query: String,
    languages: Vec<Text>,
    kinds: Vec<SourceKind>,
    /// The reader has asked for the rest.
    is_whole: bool,
}

enum Change {
    Query(String),
    Language(Text),
    Kind(SourceKind),
    Whole,
}

impl Reducible for Narrowed {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Query(query) => next.query = fold(query.trim()),
            Change::Language(language) => switch(&mut next.languages, language),
            Change::Kind(kind) => switch(&mut next.kinds, kind),
            Change::Whole => next.is_whole = true,
        }
        Rc::new(next)
    }
}

/// Takes an item out of a list, or puts it in.
fn switch<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}

impl Narrowed {
    fn is_narrowed(&self) -> bool {
        !self.query.is_empty() || !self.languages.is_empty() || !self.kinds.is_empty()
    }

    fn shows(&self, source: &Source, folded: &str) -> bool {
        self.query.split(' ').all(|word| folded.contains(word))
            && (self.languages.is_empty() || self.languages.contains(&source.lang))
            && (self.kinds.is_empty() || self.kinds.contains(&source.kind))
    }
}

/// The sources in the order of the table, each with what a search looks through.
fn listed(story: &Story) -> Vec<(SourceIx, String)> {
    let order = by_key(SourceIx::all(story), |(_, source)| {
        Reverse(source.date.map(PartialDate::first_day))
    });
    let text = |source: &Source| {
        fold(
            &[
                &*source.title,
                " ",
                &*source.publisher,
                " ",
                source.original.as_deref().unwrap_or(""),
            ]
            .concat(),
        )
    };
    order.into_iter().map(|(ix, source)| (ix, text(source))).collect()
}

#[component]
fn Table(props: &PartProps) -> Html {
    /// How many are shown before the reader asks for the rest; style hides them.
    const FIRST: usize = 10;
    let narrowed = use_reducer_eq(Narrowed::default);
    let order = use_memo(props.story.clone(), listed);
    let uses = use_memo(props.story.clone(), |story| uses(story));
    let rows: Vec<(SourceIx, bool)> =
        order.iter().map(|(ix, folded)| (*ix, narrowed.shows(&props.story[*ix], folded))).collect();
    let shown = rows.iter().filter(|row| row.1).count();
    let found = narrowed.is_narrowed().then_some(shown);
    use_effect_with(found, {
        let onaction = props.onaction.clone();
        move |&found| {
            if let Some(shown) = found {
                onaction.emit(Action::FoundSources(shown));
            }
        }
    });
    let is_folded = !narrowed.is_whole && !narrowed.is_narrowed();
    let (root, jump) = use_jump();
    let onwhole = {
        let change = narrowed.dispatcher();
        Callback::from(move |_: MouseEvent| {
            change.dispatch(Change::Whole);
            // The button goes away: the focus goes to the first that it brings.
            jump.emit(format!(".source-table tbody tr:nth-child({}) a", FIRST + 1));
        })
    };
    let head = |word: Word| html! { <th scope="col">{ props.word(word) }</th> };
    html! {
        <div ref={root} class="source-table" data-folded={is_folded.then_some("")}>
            <div class="source-tools">
                { search(props, &narrowed) }
                { chips(props, &narrowed) }
            </div>
            <p class="note">{ found.map(|shown| shown_sources(props, shown)) }</p>
            <table class="table">
                <caption class="hidden">{ props.word(Word::Sources) }</caption>
                <thead>
                    <tr>
                        { head(Word::Number) }
                        { head(Word::Date) }
                        { head(Word::Title) }
                        { head(Word::Publisher) }
                        { head(Word::Kind) }
                        { head(Word::UsedIn) }
                    </tr>
                </thead>
                <tbody>
                    for (ix, is_shown) in rows {
                        { row(props, ix, &uses[ix.position()], is_shown) }
                    }
                </tbody>
            </table>
            <button type="button" class="more" hidden={!is_folded || shown <= FIRST} onclick={onwhole}>
                { icon("down") }{ props.count(Count::MoreSourcesShown, shown.saturating_sub(FIRST)) }
            </button>
        </div>
    }
}

/// How many sources a search or the choice of languages and kinds has left, in words.
pub(crate) fn shown_sources(props: &PartProps, shown: usize) -> String {
    match shown {
        0 => props.word(Word::NoSourceFound).to_string(),
        _ => props.count(Count::Sources, shown),
    }
}

fn row(props: &PartProps, ix: SourceIx, uses: &[Use], is_shown: bool) -> Html {
    let story = &props.story;
    let source = &story[ix];
    html! {
        <tr
            key={&*source.id}
            id={props.id(&["source=", &*source.id].concat())}
            hidden={!is_shown}
        >
            <td class="numeral">{ ix.position() + 1 }</td>
            <td class="meta">{ source_date(story, source) }</td>
            <td>{ source_title(source) }</td>
            <td>{ publisher(props, source) }</td>
            <td class="meta">{ kind(props, source.kind) }</td>
            <td>{ used_in(props, ix, uses) }</td>
        </tr>
    }
}

/// The original publisher first, then where it was read.
fn publisher(props: &PartProps, source: &Source) -> Html {
    match &source.original {
        Some(original) => html! {
            <>
                { original.clone() }
                <span class="meta">{ props.phrase(Word::Via, &[("publisher", &source.publisher)]) }</span>
            </>
        },
        None => html! { { source.publisher.clone() } },
    }
}

/// The link to what rests on a source. The popover lists all; without it, the link leads to the first.
fn used_in(props: &PartProps, ix: SourceIx, uses: &[Use]) -> Html {
    let Some(first) = uses.first() else {
        return Html::default();
    };
    let are_events = uses.iter().all(|by| matches!(by, Use::Event(_)));
    let count = if are_events { Count::Events } else { Count::Entries };
    let counted = props.count(count, uses.len());
    let label =
        props.phrase(Word::EventsOf, &[("events", &counted), ("of", &props.story[ix].title)]);
    html! {
        <a
            class="quiet cite"
            href={["#", &*first.describe(props).2].concat()}
            data-uses=""
            aria-label={label}
            aria-expanded="false"
        >
            { counted }
        </a>
    }
}

fn search(props: &PartProps, narrowed: &UseReducerHandle<Narrowed>) -> Html {
    let change = narrowed.dispatcher();
    let oninput = Callback::from(move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            change.dispatch(Change::Query(field.value()));
        }
    });
    html! {
        <div class="search">
            { icon("search") }
            <input
                type="search"
                aria-label={props.word(Word::SearchSources)}
                placeholder={props.word(Word::SearchSources)}
                autocomplete="off"
                {oninput}
            />
        </div>
    }
}

/// Languages and kinds, the most frequent first.
fn chips(props: &PartProps, narrowed: &UseReducerHandle<Narrowed>) -> Html {
    let sources = &props.story.sources;
    let mut languages: Vec<(&Source, usize)> = Vec::new();
    let mut kinds: Vec<(SourceKind, usize)> = Vec::new();
    for source in sources {
        match languages.iter_mut().find(|(other, _)| other.lang == source.lang) {
            Some((_, count)) => *count += 1,
            None => languages.push((source, 1)),
        }
        match kinds.iter_mut().find(|(other, _)| *other == source.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((source.kind, 1)),
        }
    }
    let languages = by_key(languages, |&(_, count)| Reverse(count));
    let kinds = by_key(kinds, |&(_, count)| Reverse(count));
    let chip = |name: Text, count: usize, is_on: bool, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class="chip" aria-pressed={if is_on { "true" } else { "false" }} {onclick}>
                <span>{ name }</span><small>{ count }</small>
            </button>
        }
    };
    html! {
        <ul class="topics" aria-label={props.word(Word::LanguagesOfSources)}>
            { for languages.into_iter().map(|(source, count)| {
                let (lang, change) = (source.lang.clone(), narrowed.dispatcher());
                let is_on = narrowed.languages.contains(&lang);
                let name = language(&props.story, source);
                let onclick = Callback::from(move |_| change.dispatch(Change::Language(lang.clone())));
                html! { <li>{ chip(name, count, is_on, onclick) }</li> }
            }) }
            { for kinds.into_iter().map(|(of, count)| {
                let change = narrowed.dispatcher();
                let onclick = Callback::from(move |_| change.dispatch(Change::Kind(of)));
                html! { <li>{ chip(kind(props, of), count, narrowed.kinds.contains(&of), onclick) }</li> }
            }) }
        </ul>
    }
}

/// What kind of publication it is, in words.
fn kind(props: &PartProps, kind: SourceKind) -> Text {
    props.word(match kind {
        SourceKind::UnitedNations => Word::KindUnitedNations,
        SourceKind::Official => Word::KindOfficial,
        SourceKind::RegionalBody => Word::KindRegionalBody,
        SourceKind::Agency => Word::KindAgency,
        SourceKind::Broadcaster => Word::KindBroadcaster,
        SourceKind::Press => Word::KindPress,
        SourceKind::ThinkTank => Word::KindResearch,
        SourceKind::Ngo => Word::KindNgo,
        SourceKind::Tertiary => Word::KindReference,
        SourceKind::StateMedia => Word::KindStateMedia,
    })
}
