//! Events, actors and places of the result as tables, for those who read in rows and columns.

use super::cite::cite;
use super::icon::icon;
use super::once::use_flag;
use super::part::{PartProps, heading};
use super::profile::{go, time};
use crate::locale::date;
use crate::locale::phrase::comma;
use crate::markup::html;
use crate::model::{ActorIx, Count, PlaceIx, Text, Word};
use crate::state::{Action, Order};
use yew::prelude::*;

/// How many rows a table of events has at first, and how many more each time that the reader asks.
const PORTION: usize = 400;

/// A button, and under it the tables once the reader has asked for them.
#[component]
pub fn Tables(props: &PartProps) -> Html {
    let is_open = use_flag();
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let rows = use_state_eq(|| PORTION);
    let onmore = {
        let rows = rows.clone();
        Callback::from(move |_: MouseEvent| rows.set(*rows + PORTION))
    };
    let rest = props.visible.event_count().saturating_sub(*rows);
    let content = props.id("as-tables");
    html! {
        <section class="tables">
            { heading(props.level, "label", None, html! {
                <button
                    type="button"
                    class="text-button"
                    aria-expanded={if *is_open { "true" } else { "false" }}
                    aria-controls={content.clone()}
                    {onclick}
                >
                    { props.word(Word::AsTables) }{ icon("down") }
                </button>
            }) }
            <div id={content} hidden={!*is_open}>
                if *is_open {
                    { events(props, *rows) }
                    <button type="button" class="more" hidden={rest == 0} onclick={onmore}>
                        { icon("down") }{ props.count(Count::MoreEvents, rest.min(PORTION)) }
                    </button>
                    { actors(props) }
                    { places(props) }
                }
            </div>
        </section>
    }
}

/// A table that scrolls by itself where it is wider than the explainer.
fn table(props: &PartProps, caption: Word, columns: &[Word], rows: Vec<Html>) -> Html {
    let caption = props.word(caption);
    html! {
        <div class="table-box" role="region" tabindex="0" aria-label={caption.clone()}>
            <table class="table">
                <caption>{ caption }</caption>
                <thead>
                    <tr>
                        for column in columns {
                            <th scope="col">{ props.word(*column) }</th>
                        }
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// A name that selects what it names.
fn link(props: &PartProps, id: &str, name: &Text, action: Action) -> Html {
    let href = ["#", &*props.id(id)].concat();
    html! { <a {href} onclick={go(props, action)}>{ name.clone() }</a> }
}

fn events(props: &PartProps, most: usize) -> Html {
    let story = &props.story;
    let columns = [
        Word::Date,
        Word::Event,
        Word::Topics,
        Word::Places,
        Word::Countries,
        Word::Actors,
        Word::Sources,
    ];
    let all = |names: Vec<&str>| names.join(comma(props.locale()));
    let mut events: Vec<_> = props.visible.events(story).collect();
    if props.selection.order == Order::Newest {
        events.reverse();
    }
    let rows = events.into_iter().take(most).map(|(ix, event)| {
        html! {
            <tr key={&*event.id} data-event={event.id.clone()}>
                <td>{ time(props, event.date, date::long(props.locale(), event.date)) }</td>
                <th scope="row">
                    { link(props, &["event=", &*event.id].concat(), &event.title, Action::Show(ix)) }
                </th>
                <td>{ story.labels.category[event.category as usize].clone() }</td>
                <td>{ all(event.places.iter().map(|&ix| &*story[ix].name).collect()) }</td>
                <td>{ all(event.countries.iter().map(|&ix| &*story[ix].name).collect()) }</td>
                <td>{ all(event.actors.iter().map(|&ix| &*story[ix].short_name).collect()) }</td>
                <td>{ cite(props, &event.sources, &event.title) }</td>
            </tr>
        }
    });
    table(props, Word::Events, &columns, rows.collect())
}

fn actors(props: &PartProps) -> Html {
    let story = &props.story;
    let columns = [Word::Actor, Word::Kind, Word::Role, Word::Events, Word::Sources];
    let linked = ActorIx::all(story).filter(|&(ix, _)| props.visible.actor(ix));
    let rows = linked.map(|(ix, actor)| {
        html! {
            <tr key={&*actor.id} data-actor={actor.id.clone()}>
                <th scope="row">
                    { link(props, &["actor=", &*actor.id].concat(), &actor.name, Action::Actor(ix)) }
                </th>
                <td>{ story.labels.actor_kind[actor.kind as usize].clone() }</td>
                <td>{ actor.role.clone() }</td>
                <td class="numeral">{ story.tally().involving(ix) }</td>
                <td>{ cite(props, &actor.sources, &actor.name) }</td>
            </tr>
        }
    });
    table(props, Word::Actors, &columns, rows.collect())
}

fn places(props: &PartProps) -> Html {
    let story = &props.story;
    let rows = PlaceIx::all(story).map(|(ix, place)| {
        html! {
            <tr key={&*place.id} data-place={place.id.clone()}>
                <th scope="row">
                    { link(props, &["place=", &*place.id].concat(), &place.name, Action::Place(ix)) }
                </th>
                <td>{ story[place.country].name.clone() }</td>
                <td class="numeral">{ props.visible.events_at(ix) }</td>
            </tr>
        }
    });
    table(props, Word::Places, &[Word::Place, Word::Countries, Word::Events], rows.collect())
}
