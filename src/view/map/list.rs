//! The list of places: the markers in words, for keyboards and screen readers.

use super::tip::place_in;
use crate::markup::html;
use crate::model::{Count, CountryIx, PlaceIx, Word};
use crate::order::by_key;
use crate::state::Action;
use crate::view::part::PartProps;
use std::cmp::Reverse;
use web_sys::Element;
use yew::prelude::*;

/// How the list is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Country by country, a selected one first.
    Country,
    /// Most events in the result first.
    Events,
}

/// Props of [`PlaceList`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlaceListProps {
    pub(super) part: PartProps,
    /// Emitted with the place whose button got the focus from the keyboard, or `None` when it left.
    pub(super) onfocusplace: Callback<Option<PlaceIx>>,
}

/// A disclosure with a button for every place.
#[component]
pub(super) fn PlaceList(props: &PlaceListProps) -> Html {
    let PlaceListProps { part, onfocusplace } = props;
    let story = &part.story;
    let order = use_state_eq(|| Order::Country);
    let places = ordered(part, *order);
    let onfocusin = {
        let (onfocusplace, story) = (onfocusplace.clone(), story.clone());
        Callback::from(move |event: FocusEvent| {
            onfocusplace.emit(event.target_dyn_into::<Element>().and_then(|target| {
                // A finger or a mouse that presses a button shows nothing beside it.
                let is_by_key = target.matches(":focus-visible").unwrap_or(false);
                let item = target.closest("[data-place]").ok()?.filter(|_| is_by_key)?;
                PlaceIx::find(&story, &item.get_attribute("data-place")?)
            }));
        })
    };
    html! {
        <details class="place-list">
            <summary class="quiet">{ part.count(Count::ListOfPlaces, story.places.len()) }</summary>
            <div class="segments order" role="group" aria-label={part.word(Word::OrderOfPlaces)}>
                { order_button(part, &order, Order::Country, Word::ByCountry) }
                { order_button(part, &order, Order::Events, Word::ByEvents) }
            </div>
            <ul {onfocusin} onfocusout={onfocusplace.reform(|_: FocusEvent| None)}>
                for (ix, n) in places {
                    { item(part, ix, n) }
                }
            </ul>
        </details>
    }
}

fn order_button(props: &PartProps, order: &UseStateHandle<Order>, to: Order, word: Word) -> Html {
    let setter = order.setter();
    html! {
        <button
            type="button"
            aria-pressed={if **order == to { "true" } else { "false" }}
            onclick={Callback::from(move |_: MouseEvent| setter.set(to))}
        >
            { props.word(word) }
        </button>
    }
}

/// The places with their numbers of events in the result.
fn ordered(props: &PartProps, order: Order) -> Vec<(PlaceIx, usize)> {
    let story = &props.story;
    let places = PlaceIx::all(story).map(|(ix, _)| (ix, props.visible.events_at(ix)));
    let selected: Option<CountryIx> = props.selection.filters.country;
    by_key(places, |&(ix, n)| match order {
        Order::Country => {
            let country = story[ix].country;
            (selected != Some(country), country, Reverse(0))
        }
        Order::Events => (false, CountryIx(0), Reverse(n)),
    })
}

fn item(props: &PartProps, ix: PlaceIx, n: usize) -> Html {
    let place = &props.story[ix];
    let country = &props.story[place.country].name;
    let events = props.count(Count::Events, n);
    html! {
        <li
            key={&*place.id}
            id={props.id(&["place=", &*place.id].concat())}
            data-place={place.id.clone()}
            data-empty={(n == 0).then_some("")}
        >
            <button
                type="button"
                aria-pressed={if props.pressed().place == Some(ix) { "true" } else { "false" }}
                aria-label={place_in(props, &place_in(props, &place.name, country), &events)}
                onclick={props.on(Action::Place(ix))}
            >
                <span>{ place.name.clone() }</span>
                <span class="meta">{ country.clone() }</span>
                <span class="meta">{ events }</span>
            </button>
            <p class="place-text">{ place.why.clone() }</p>
        </li>
    }
}
