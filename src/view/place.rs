//! The panel of a place.

use super::cite::cite;
use super::icon::icon;
use super::part::{PartProps, heading};
use super::profile::time;
use crate::locale::date;
use crate::model::{CountryIx, EventIx, PlaceIx, Word};
use crate::state::{Action, is_at};
use yew::prelude::*;

/// What is known of the open place: why it matters and what happened there.
#[component]
pub fn PlacePanel(props: &PartProps) -> Html {
    html! {
        <div class="place-panel" data-open={props.selection.place.map(|_| "")}>
            if let Some(ix) = props.selection.place {
                { place(props, ix) }
            }
        </div>
    }
}

fn place(props: &PartProps, ix: PlaceIx) -> Html {
    let story = &props.story;
    let place = &story[ix];
    let country = &story[place.country];
    let kind = &story.labels.place_kind[place.kind as usize];
    let is_only = props.selection.filters.only == Some(ix);
    let events: Vec<EventIx> = EventIx::all(story)
        .rev()
        .filter(|(_, event)| is_at(story, event, ix))
        .map(|(ix, _)| ix)
        .collect();
    let of_country = CountryIx::find(story, &country.id).filter(|_| country.profile.is_some());
    html! {
        <section aria-labelledby={props.id("place")} data-place={place.id.to_string()}>
            <p class="overline">
                <span>{ format!("{kind} · {}", country.name) }</span>
                <button type="button" class="close" onclick={props.on(Action::Place(ix))}>
                    { icon("close") }{ props.word(Word::Close) }
                </button>
            </p>
            { heading(props.level, "title-1", Some(props.id("place")), html! { { place.name.clone() } }) }
            <p class="role">
                { place.why.clone() }{ " " }
                { cite(props, &place.sources, &place.name) }
            </p>
            <p class="pills">
                <button
                    type="button"
                    class="button"
                    aria-pressed={if is_only { "true" } else { "false" }}
                    onclick={props.on(Action::Only(ix))}
                >
                    { props.phrase(Word::ShowOnly, &[("name", &place.name)]) }
                </button>
                if let Some(of_country) = of_country {
                    <button type="button" class="button" onclick={props.on(Action::Country(of_country))}>
                        { props.phrase(Word::ProfileOf, &[("name", &country.name)]) }
                    </button>
                }
            </p>
            <ol class="short-list">
                for ix in events {
                    <li key={&*story[ix].id}>
                        { time(props, story[ix].date, date::short(props.locale(), story[ix].date)) }
                        <a
                            href={format!("#{}", props.id(&format!("event={}", story[ix].id)))}
                            onclick={props.on(Action::Show(ix))}
                        >
                            { story[ix].title.clone() }
                        </a>
                    </li>
                }
            </ol>
        </section>
    }
}
