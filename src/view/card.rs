//! The open event beside a wide list.

use super::cite::{confidence, source};
use super::explainer::visible;
use super::icon::{icon, topic_icon};
use super::once::component;
use super::part::{PartProps, heading};
use super::profile::{actor_pill, go, time};
use super::prose::{prose, spaced};
use super::small_map::small_map;
use super::tool::tools;
use crate::locale::date;
use crate::markup::html;
use crate::model::{Count, Event, EventIx, Word};
use crate::state::{Action, Filters, Part};
use yew::prelude::*;

/// How many sources a card lists before the reader asks for the rest.
const FIRST_SOURCES: usize = 3;

/// The card of the open event; at the start that is the event which the story is about.
#[component]
pub fn EventCard(props: &PartProps) -> Html {
    let ix = props.selection.event.beside(&props.story);
    html! {
        <aside class="card" hidden={ix.is_none()} aria-label={props.word(Word::OpenEvent)}>
            if let Some(ix) = ix {
                { card(props, ix) }
            }
        </aside>
    }
}

fn card(props: &PartProps, ix: EventIx) -> Html {
    let story = &props.story;
    let event = &story[ix];
    html! {
        <article data-card={event.id.clone()}>
            <p class={classes!("overline", event.category.family().id())}>
                { topic_icon(event.category) }
                <b>{ story.labels.category[event.category as usize].clone() }</b>
                { tools(props, "event", &event.id, &event.title, Action::CloseEvent) }
            </p>
            { heading(props.level + 1, "title-2", None, html! { { event.title.clone() } }) }
            <p class="date">{ time(props, event.date, date::long(props.locale(), event.date)) }</p>
            { not_among(props, ix) }
            <p class="body">{ prose(props, &event.summary, &story.terms.events[ix.position()]) }</p>
            { small_map(props, event) }
            { event_links(props, event) }
            { confidence(story, &event.confidence) }
            { component::<EventSources>(props.clone()) }
            { steps(props, ix) }
        </article>
    }
}

/// That the open event is not in the result, with a way to have it there again.
pub(crate) fn not_among(props: &PartProps, ix: EventIx) -> Html {
    let is_out = !props.visible.event(ix);
    let counted = props.count(Count::Events, props.visible.event_count());
    let onclick = is_out.then(|| props.on(Action::Filters(Box::new(admitting(props, ix)))));
    html! {
        <p class="note not-among" hidden={!is_out}>
            { spaced(&props.phrase(Word::NotAmong, &[("events", &counted)])) }
            <button type="button" class="button" {onclick}>{ props.word(Word::ShowItAgain) }</button>
        </p>
    }
}

/// The filters without those that leave the event out.
fn admitting(props: &PartProps, ix: EventIx) -> Filters {
    let mut filters = props.selection.filters.clone();
    for part in filters.parts() {
        let others = filters.parts().into_iter().filter(|&other| other != part);
        let alone =
            others.fold(filters.clone(), |filters, other: Part| filters.without_part(other));
        if !visible(&props.story, &alone).event(ix) {
            filters = filters.without_part(part);
        }
    }
    filters
}

/// Where it happened and who took part, as links.
pub(crate) fn event_links(props: &PartProps, event: &Event) -> Html {
    let story = &props.story;
    html! {
        <div class="event-links">
            <div hidden={event.places.is_empty() && event.countries.is_empty()}>
                <p class="label">{ props.word(Word::Where) }</p>
                <p class="pills">
                    for ix in event.places.iter().copied() {
                        <button
                            key={&*story[ix].id}
                            type="button"
                            class="pill"
                            aria-label={props.phrase(Word::ShowOnMap, &[("name", &story[ix].name)])}
                            onclick={props.on(Action::Place(ix))}
                        >
                            { icon("pin") }{ story[ix].name.clone() }
                        </button>
                    }
                    for ix in event.countries.iter().copied().filter(|&ix| story[ix].profile.is_some()) {
                        <a
                            key={&*story[ix].id}
                            class="pill"
                            href={format!("#{}", props.id(&format!("country={}", story[ix].id)))}
                            onclick={go(props, Action::Country(ix))}
                        >
                            { story[ix].name.clone() }
                        </a>
                    }
                </p>
            </div>
            <div hidden={event.actors.is_empty()}>
                <p class="label">{ props.word(Word::Who) }</p>
                <p class="pills">
                    for ix in event.actors.iter().copied() {
                        <span key={&*story[ix].id}>{ actor_pill(props, ix, None) }</span>
                    }
                </p>
            </div>
        </div>
    }
}

/// The numbered sources of the open event, the first few at once.
#[component]
pub(crate) fn EventSources(props: &PartProps) -> Html {
    let all = use_state_eq(|| None);
    let ix = props.selection.event.beside(&props.story);
    let sources = ix.map(|ix| props.story[ix].sources.clone()).unwrap_or_default();
    let is_whole = ix.is_some() && *all == ix;
    let first = if is_whole { sources.len() } else { FIRST_SOURCES };
    let onmore = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(ix))
    };
    html! {
        <div class="event-sources">
            <ol>
                for (at, ix) in sources.iter().copied().take(first).enumerate() {
                    <li key={ix.position()}>
                        <span class="numeral" aria-hidden="true">{ at + 1 }</span>
                        <span>{ source(&props.story, &props.story[ix]) }</span>
                    </li>
                }
            </ol>
            <button type="button" class="quiet" hidden={sources.len() <= first} onclick={onmore}>
                { props.count(Count::MoreSources, sources.len().saturating_sub(first)) }
            </button>
        </div>
    }
}

/// To the events before and after, among those shown.
pub(crate) fn steps(props: &PartProps, ix: EventIx) -> Html {
    let earlier =
        props.visible.events(&props.story).rev().find(|&(other, _)| other < ix).map(|(ix, _)| ix);
    let later = props.visible.events(&props.story).find(|&(other, _)| other > ix).map(|(ix, _)| ix);
    let button = |to: Option<EventIx>, content: Html, word: Word| {
        let label = to.map(|to| format!("{}: {}", props.word(word), props.story[to].title));
        html! {
            <button
                type="button"
                class="button"
                disabled={to.is_none()}
                aria-label={label}
                onclick={to.map(|to| props.on(Action::Show(to)))}
            >
                { content }
            </button>
        }
    };
    html! {
        <p class="steps">
            { button(earlier, html! { <>{ icon("back") }{ props.word(Word::Earlier) }</> }, Word::Earlier) }
            { button(later, html! { <>{ props.word(Word::Later) }{ icon("forward") }</> }, Word::Later) }
        </p>
    }
}
