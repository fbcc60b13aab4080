//! The topics: toggles with counts, which are the legend of the colours too.

use super::focus::focus_in_root;
use super::icon::{icon, topic_icon};
use super::once::use_flag;
use super::part::PartProps;
use super::result::topic_name;
use crate::markup::html;
use crate::model::{Category, Count, Word};
use crate::state::{self, Action, Filters};
use web_sys::Element;
use yew::prelude::*;

/// A row of chips; where there is no room for it, a button that opens the same as a list in the page.
#[component]
pub fn Topics(props: &PartProps) -> Html {
    let is_open = use_flag();
    let list = props.id("topics");
    let filters = &props.pressed().filters;
    let chosen = filters.topics.iter().count();
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let onshow = {
        let is_open = is_open.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(target) = event.target_dyn_into::<Element>() {
                focus_in_root(&target, ".topics-button");
            }
            is_open.set(false);
        })
    };
    let none = Filters { topics: state::Topics::default(), ..filters.clone() };
    let name = match chosen {
        0 => props.word(Word::Topics).to_string(),
        n => props.phrase(Word::TopicsOn, &[("n", &n.to_string())]),
    };
    html! {
        <div class="topics-filter" data-open={is_open.then_some("")}>
            <button
                type="button"
                class="button topics-button"
                aria-expanded={if *is_open { "true" } else { "false" }}
                aria-controls={list.clone()}
                onclick={ontoggle}
            >
                { icon("filter") }{ name }
            </button>
            <div class="topics-panel" id={list}>
                <ul class="topics" role="group" aria-label={props.word(Word::Topics)}>
                    for (topic, id) in Category::ALL {
                        <li key={id} role="presentation">{ chip(props, topic) }</li>
                    }
                </ul>
                <p class="topics-end">
                    <button type="button" class="button primary" onclick={onshow}>
                        { props.count(Count::ShowEvents, props.visible.event_count()) }
                    </button>
                    <button
                        type="button"
                        class="button"
                        disabled={chosen == 0}
                        onclick={props.on(Action::Filters(Box::new(none)))}
                    >
                        { props.word(Word::ClearTopics) }
                    </button>
                </p>
            </div>
        </div>
    }
}

fn chip(props: &PartProps, topic: Category) -> Html {
    let on = props.pressed().filters.topics.contains(topic);
    let count = props.visible.topic_count(topic);
    let is_empty = count == 0 && !on;
    html! {
        <button
            type="button"
            class={classes!("chip", topic.family().id())}
            aria-pressed={if on { "true" } else { "false" }}
            aria-disabled={is_empty.then_some("true")}
            aria-label={props.phrase(Word::Pair, &[("name", &topic_name(props, topic)), ("of", &props.count(Count::Events, count))])}
            onclick={if is_empty { Callback::noop() } else { props.on(Action::Topic(topic)) }}
        >
            <span class="check">{ icon("check") }</span>
            { topic_icon(topic) }
            <span class="chip-name">{ topic_name(props, topic) }</span>
            <small>{ count }</small>
        </button>
    }
}
