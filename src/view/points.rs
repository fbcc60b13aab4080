//! Key points: what to know first.

use super::cite::{cite, mark};
use super::icon::icon;
use super::jump;
use super::once::{use_effect_with, use_flag};
use super::part::{PartProps, heading};
use super::prose::prose;
use crate::markup::html;
use crate::model::{Count, KeyPoint, PointIx, Word};
use crate::state::{Action, Basis};
use web_sys::Element;
use yew::prelude::*;

/// How many points a narrow column shows before the reader asks for the rest.
const FIRST: usize = 3;

/// The numbered key points, each with its events and sources.
#[component]
pub fn KeyPoints(props: &PartProps) -> Html {
    let all = use_flag();
    let story = &props.story;
    let rest = story.key_points.len().saturating_sub(FIRST);
    let onmore = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    let list = use_node_ref();
    use_effect_with(*all, {
        let list = list.clone();
        move |&all| {
            // The button goes; what it has shown gets the focus.
            let first = list.cast::<Element>().and_then(|list| list.children().item(FIRST as u32));
            if let Some(first) = first.filter(|_| all) {
                jump::lead_to(&first);
            }
        }
    });
    html! {
        <section class="points" part="points" data-all={all.then_some("")} aria-labelledby={props.id("points")}>
            { heading(props.level, "title-2", Some(props.id("points")), html! { { props.word(Word::KeyPoints) } }) }
            <ol ref={list}>
                for (ix, point) in PointIx::all(story) {
                    <li key={point.id.to_string()} id={props.id(&format!("point={}", point.id))}>
                        { key_point(props, ix, point) }
                    </li>
                }
            </ol>
            <button type="button" class="more" hidden={*all || rest == 0} onclick={onmore}>
                { icon("down") }{ props.count(Count::MorePoints, rest) }
            </button>
        </section>
    }
}

fn key_point(props: &PartProps, ix: PointIx, point: &KeyPoint) -> Html {
    let basis = Basis::Point(ix);
    let on = props.selection.filters.basis == Some(basis);
    html! {
        <>
            { heading(props.level + 1, "lead", None, html! { { point.lead.clone() } }) }
            <p>
                { prose(props, &point.text, &props.story.terms.points[ix.position()]) }
                { mark(&props.story, &point.confidence) }
            </p>
            <p class="links">
                { basis_button(props, basis, point.events.len(), &point.title, on) }
                { cite(props, &point.sources, &point.title) }
            </p>
        </>
    }
}

/// The link "3 events" that narrows to the events behind a point or theme.
pub(crate) fn basis_button(
    props: &PartProps,
    basis: Basis,
    events: usize,
    of: &str,
    on: bool,
) -> Html {
    let counted = props.count(Count::Events, events);
    html! {
        <button
            type="button"
            class="quiet"
            aria-pressed={if on { "true" } else { "false" }}
            aria-label={props.phrase(Word::EventsOf, &[("events", &counted), ("of", of)])}
            hidden={events == 0}
            onclick={props.on(Action::Basis(basis))}
        >
            { counted }
        </button>
    }
}
