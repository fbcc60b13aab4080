//! The result line: how many events are shown and why, search, dates and topics.

use super::icon::{icon, topic_icon};
use super::part::{PartProps, heading};
use crate::locale::date;
use crate::model::{Category, Count, EventIx, Word};
use crate::state::{Action, Basis, Month, Months, Tag};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The heading that states the result, with everything that changes it.
#[component]
pub fn ResultLine(props: &PartProps) -> Html {
    html! {
        <section class="result" aria-labelledby={props.id("result")}>
            <div class="result-head">
                { heading(props.level, "title-2", Some(props.id("result")), html! { { result(props) } }) }
                { years(props) }
                { search(props) }
            </div>
            { tags(props) }
            { topics(props) }
            { empty(props) }
        </section>
    }
}

/// "71 events, 2012–2026", or "50 of 71 events" when something narrows.
pub(crate) fn result(props: &PartProps) -> String {
    let total = props.story.events.len();
    let shown = props.visible.event_count();
    let counted = props.count(Count::Events, total);
    if shown < total || !props.selection.filters.tags().is_empty() {
        return props.phrase(Word::OfTotal, &[("n", &shown.to_string()), ("total", &counted)]);
    }
    let (from, to) = year_range(props);
    props.phrase(
        Word::OverYears,
        &[("events", &counted), ("from", &from.to_string()), ("to", &to.to_string())],
    )
}

/// The first and the last year that has events.
fn year_range(props: &PartProps) -> (i16, i16) {
    let years = || props.story.events.iter().map(|event| event.date.start().year());
    (years().min().unwrap_or_default(), years().max().unwrap_or_default())
}

fn years(props: &PartProps) -> Html {
    let (first, last) = year_range(props);
    let months = props.selection.filters.months;
    let from = months.map_or(first, |months| months.from().year());
    let to = months.map_or(last, |months| months.to().year());
    let choose = move |from: i16, to: i16| {
        let (from, to) = (from.min(to), from.max(to));
        Action::Months(
            ((from, to) != (first, last))
                .then(|| Months::between(Month::new(from, 1), Month::new(to, 12))),
        )
    };
    let picked =
        |event: &Event| event.target_dyn_into::<HtmlSelectElement>()?.value().parse::<i16>().ok();
    let onfrom = {
        let onaction = props.onaction.clone();
        Callback::from(move |event: Event| {
            if let Some(from) = picked(&event) {
                onaction.emit(choose(from, to));
            }
        })
    };
    let onto = {
        let onaction = props.onaction.clone();
        Callback::from(move |event: Event| {
            if let Some(to) = picked(&event) {
                onaction.emit(choose(from, to));
            }
        })
    };
    let select = |label: Word, chosen: i16, onchange: Callback<Event>| {
        html! {
            <label>
                <span>{ props.word(label) }</span>
                <select {onchange}>
                    for year in first..=last {
                        <option key={year} value={year.to_string()} selected={year == chosen}>{ year }</option>
                    }
                </select>
            </label>
        }
    };
    html! {
        <div class="years-filter">
            { select(Word::From, from, onfrom) }
            { select(Word::To, to, onto) }
        </div>
    }
}

fn search(props: &PartProps) -> Html {
    let oninput = props.onaction.reform(|event: InputEvent| {
        let typed = event
            .target_dyn_into::<HtmlInputElement>()
            .map(|input| input.value())
            .unwrap_or_default();
        Action::Query(Rc::from(typed))
    });
    let onkeydown = {
        let onaction = props.onaction.clone();
        let has_text = !props.selection.filters.query.is_empty();
        Callback::from(move |event: KeyboardEvent| {
            if has_text && event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                onaction.emit(Action::Remove(Tag::Query));
            }
        })
    };
    html! {
        <label class="search">
            <span class="hidden">{ props.word(Word::SearchLabel) }</span>
            { icon("search") }
            <input
                type="text"
                autocomplete="off"
                placeholder={props.word(Word::SearchLabel)}
                value={props.selection.filters.query.clone()}
                {oninput}
                {onkeydown}
            />
        </label>
    }
}

/// What a filter is called on its tag.
pub(crate) fn tag_name(props: &PartProps, tag: Tag) -> String {
    let story = &props.story;
    match tag {
        Tag::Country(ix) => props.phrase(Word::TagCountry, &[("name", &story[ix].name)]),
        Tag::Actor(ix) => props.phrase(Word::TagActor, &[("name", &story[ix].short_name)]),
        Tag::Only(ix) => props.phrase(Word::TagPlace, &[("name", &story[ix].name)]),
        Tag::Basis(Basis::Point(ix)) => props.phrase(
            Word::TagPoint,
            &[("n", &(ix.position() + 1).to_string()), ("name", &story[ix].title)],
        ),
        Tag::Basis(Basis::Theme(ix)) => props.phrase(Word::TagTheme, &[("name", &story[ix].title)]),
        Tag::Topic(topic) => props.phrase(Word::TagTopic, &[("name", &topic_name(props, topic))]),
        Tag::Months(months) => date::month_range(
            props.locale(),
            (months.from().year(), months.from().month()),
            (months.to().year(), months.to().month()),
        ),
        Tag::Query => {
            props.phrase(Word::TagSearch, &[("name", props.selection.filters.query.trim())])
        }
    }
}

/// The short name of a topic.
pub(crate) fn topic_name(props: &PartProps, topic: Category) -> crate::model::Text {
    props.word(match topic {
        Category::Coup => Word::TopicCoup,
        Category::Institution => Word::TopicInstitution,
        Category::Alliance => Word::TopicAlliance,
        Category::Summit => Word::TopicSummit,
        Category::Attack => Word::TopicAttack,
        Category::Humanitarian => Word::TopicHumanitarian,
        Category::Withdrawal => Word::TopicWithdrawal,
        Category::Diplomacy => Word::TopicDiplomacy,
        Category::Economy => Word::TopicEconomy,
    })
}

fn tags(props: &PartProps) -> Html {
    let tags = props.selection.filters.tags();
    html! {
        <div class="tags" hidden={tags.is_empty()}>
            <ul>
                for tag in tags.iter().copied() {
                    <li key={tag_name(props, tag)}>
                        <button
                            type="button"
                            class="tag"
                            aria-label={props.phrase(Word::RemoveFilter, &[("name", &tag_name(props, tag))])}
                            onclick={props.on(Action::Remove(tag))}
                        >
                            { tag_name(props, tag) }{ icon("close") }
                        </button>
                    </li>
                }
            </ul>
            <button type="button" class="text-button" onclick={props.on(Action::ClearAll)}>
                { props.word(Word::ClearSelection) }
            </button>
        </div>
    }
}

fn topics(props: &PartProps) -> Html {
    html! {
        <ul class="topics" role="group" aria-label={props.word(Word::Topics)}>
            for (topic, id) in Category::ALL {
                <li key={id} role="presentation">{ chip(props, topic) }</li>
            }
        </ul>
    }
}

fn chip(props: &PartProps, topic: Category) -> Html {
    let on = props.selection.filters.topics.contains(topic);
    let count = props.visible.topic_count(topic);
    let is_empty = count == 0 && !on;
    html! {
        <button
            type="button"
            class={classes!("chip", topic.family().id())}
            aria-pressed={if on { "true" } else { "false" }}
            aria-disabled={is_empty.then_some("true")}
            aria-label={format!("{}, {}", topic_name(props, topic), props.count(Count::Events, count))}
            onclick={if is_empty { Callback::noop() } else { props.on(Action::Topic(topic)) }}
        >
            if on {
                <svg class={classes!("icon", topic.family().id())} aria-hidden="true" focusable="false">
                    <use href="#explainer-check"/>
                </svg>
            } else {
                { topic_icon(topic) }
            }
            <span>{ topic_name(props, topic) }</span>
            <small>{ count }</small>
        </button>
    }
}

/// What to do when nothing is left: the one removal that gives the most events, then all of them.
fn empty(props: &PartProps) -> Html {
    let filters = &props.selection.filters;
    let is_empty = props.visible.event_count() == 0;
    let best = is_empty
        .then(|| {
            filters.tags().into_iter().max_by_key(|&tag| {
                let rest = filters.without(tag);
                super::explainer::visible(&props.story, &rest).event_count()
            })
        })
        .flatten();
    html! {
        <div class="empty" hidden={!is_empty}>
            <p>{ props.word(Word::NothingFound) }</p>
            if let Some(tag) = best {
                <button type="button" class="button" onclick={props.on(Action::Remove(tag))}>
                    { props.phrase(Word::RemoveFilter, &[("name", &tag_name(props, tag))]) }
                </button>
            }
            <button type="button" class="button" onclick={props.on(Action::ClearAll)}>{ props.word(Word::ClearSelection) }</button>
        </div>
    }
}

/// How many events are shown of those that pass a test.
pub(crate) fn shown(props: &PartProps, test: impl Fn(EventIx) -> bool) -> usize {
    EventIx::all(&props.story).filter(|&(ix, _)| props.visible.event(ix) && test(ix)).count()
}
