//! The panel of a place.

use super::cite::cite;
use super::icon::{icon, topic_icon};
use super::part::{PartProps, heading};
use super::profile::{go, time};
use super::prose::spaced;
use super::timeline::sites;
use crate::locale::date;
use crate::markup::html;
use crate::model::{Count, CountryIx, Event, EventIx, PlaceIx, PlaceKind, Word};
use crate::state::{Action, is_at};
use yew::prelude::*;

/// How many events a place shows before one asks for more.
const FIRST_EVENTS: usize = 6;

/// What is known of the open place: why it matters and what happened there.
#[component]
pub fn PlacePanel(props: &PartProps) -> Html {
    // The place all of whose events the reader wants to see.
    let whole = use_state_eq(|| None::<PlaceIx>);
    html! {
        <div class="place-panel" data-open={props.selection.place.map(|_| "")}>
            if let Some(ix) = props.selection.place {
                { place(props, ix, &whole) }
            }
        </div>
    }
}

fn place(props: &PartProps, ix: PlaceIx, whole: &UseStateHandle<Option<PlaceIx>>) -> Html {
    let story = &props.story;
    let place = &story[ix];
    let is_only = props.selection.filters.only == Some(ix);
    html! {
        <section aria-labelledby={props.id("place")} data-place={place.id.clone()}>
            <p class="overline">
                <span>{ kind(props, ix) }</span>
                <button type="button" class="close" onclick={props.on(Action::Place(ix))}>
                    { icon("close") }{ props.word(Word::Close) }
                </button>
            </p>
            { heading(props.level, "title-1", Some(props.id("place")), html! { { place.name.clone() } }) }
            <p class="role">
                { spaced(&place.why) }
                { cite(props, &place.sources, &place.name) }
            </p>
            <p class="pills">
                <button
                    type="button"
                    class="button"
                    aria-pressed={if is_only { "true" } else { "false" }}
                    onclick={props.on(Action::Only(ix))}
                >
                    { icon("filter") }{ props.phrase(Word::ShowOnly, &[("name", &place.name)]) }
                </button>
                { to_profile(props, place.country) }
            </p>
            { events(props, ix, whole) }
            { nearby(props, ix) }
        </section>
    }
}

/// "Place · capital of Niger".
fn kind(props: &PartProps, ix: PlaceIx) -> String {
    let place = &props.story[ix];
    let country = &props.story[place.country].name;
    if place.kind == PlaceKind::Capital {
        return props.phrase(Word::PlaceCapital, &[("country", country)]);
    }
    let kind = &props.story.labels.place_kind[place.kind as usize];
    props.phrase(Word::PlaceKind, &[("kind", kind), ("country", country)])
}

/// Leads to the profile of the country, if it has one.
fn to_profile(props: &PartProps, country: CountryIx) -> Html {
    let name = &props.story[country].name;
    if props.story[country].profile.is_none() {
        return Html::default();
    }
    html! {
        <a
            class="text-button"
            href={["#", &*props.id("country="), &*props.story[country].id].concat()}
            onclick={go(props, Action::Country(country))}
        >
            { props.phrase(Word::ProfileOf, &[("name", name)]) }
        </a>
    }
}

/// The events of the result that happened here, newest first.
fn events(props: &PartProps, ix: PlaceIx, whole: &UseStateHandle<Option<PlaceIx>>) -> Html {
    let story = &props.story;
    let here = || EventIx::all(story).rev().filter(|(_, event)| is_at(story, event, ix));
    let all = here().count();
    let shown: Vec<(EventIx, &Event)> =
        here().filter(|&(event, _)| props.visible.event(event)).collect();
    let mut title = props.count(Count::EventsHere, all);
    if shown.len() < all {
        title = props.phrase(Word::OfTotal, &[("n", &shown.len().to_string()), ("total", &title)]);
    }
    let n = if **whole == Some(ix) { shown.len() } else { FIRST_EVENTS };
    let rest = shown.len().saturating_sub(n);
    let setter = whole.setter();
    html! {
        <div class="here">
            { heading(props.level + 1, "label", None, html! { { title } }) }
            <ol class="short-list">
                for (event_ix, event) in shown.into_iter().take(n) {
                    { event_here(props, ix, event_ix, event) }
                }
            </ol>
            <button
                type="button"
                class="more"
                hidden={rest == 0}
                onclick={Callback::from(move |_: MouseEvent| setter.set(Some(ix)))}
            >
                { icon("down") }{ props.count(Count::MoreEvents, rest) }
            </button>
        </div>
    }
}

fn event_here(props: &PartProps, at: PlaceIx, ix: EventIx, event: &Event) -> Html {
    let story = &props.story;
    let is_merged = story.places.iter().any(|place| place.mark.merged == Some(at));
    html! {
        <li key={&*event.id} class={classes!(event.is_key.then_some("key"))}>
            { time(props, event.date, date::short(props.locale(), event.date)) }
            <span class={classes!("topic", event.category.family().id())}>{ topic_icon(event.category) }</span>
            <span>
                <a
                    class="row-title"
                    href={["#", &*props.id("event="), &*event.id].concat()}
                    onclick={go(props, Action::Show(ix))}
                >
                    { event.title.clone() }
                </a>
                // Where markers are merged, the exact site.
                if is_merged {
                    <span class="meta">{ sites(story, event, Some(at)) }</span>
                }
            </span>
        </li>
    }
}

/// The places that share a marker with this one on small maps, as ways to get to each.
fn nearby(props: &PartProps, ix: PlaceIx) -> Html {
    let story = &props.story;
    let host = story[ix].mark.merged_narrow.unwrap_or(ix);
    let others: Vec<(PlaceIx, &str, &str)> = PlaceIx::all(story)
        .filter(|&(other, place)| {
            let is_sharing = other == host || place.mark.merged_narrow == Some(host);
            other != ix && is_sharing
        })
        .map(|(other, place)| (other, &*place.id, &*place.name))
        .collect();
    html! {
        <div class="nearby" hidden={others.is_empty()}>
            <p class="label">{ props.word(Word::PlacesNear) }</p>
            <p class="pills">
                for (other, id, name) in others {
                    <a
                        key={id}
                        class="pill"
                        href={["#", &*props.id("place="), id].concat()}
                        onclick={go(props, Action::Place(other))}
                    >
                        { icon("pin") }{ name }
                    </a>
                }
            </p>
        </div>
    }
}
