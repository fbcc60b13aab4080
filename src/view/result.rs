//! The result line: how many events are shown and why, and everything that changes it.

use super::dates::Dates;
use super::empty::empty;
use super::once::component;
use super::part::{PartProps, heading};
use super::search::Search;
use super::settled::use_stages;
use super::tags::tags;
use super::topics::Topics;
use crate::locale::{date, number, phrase};
use crate::markup::html;
use crate::model::{Category, Count, EventDate, EventIx, PartialDate, Word};
use crate::state::{Basis, Month, Months, Part, Selection, Tag};
use std::rc::Rc;
use yew::prelude::*;

/// The heading that states the result, with dates, search, tags and topics.
#[component]
pub fn ResultLine(props: &PartProps) -> Html {
    let [_, settled] = use_stages(props);
    let now = fields(props);
    html! {
        <section class="result" part="result" aria-labelledby={props.id("result")}>
            { heading(props.level, "title-2", Some(props.id("result")), html! { { result(&settled) } }) }
            { component::<Dates>(now.clone()) }
            { component::<Search>(now) }
            { tags(&settled) }
            { component::<Topics>(fields(&settled)) }
            { empty(&settled) }
        </section>
    }
}

/// The props of fields that follow the filters and the open place: they are not drawn anew for anything else.
fn fields(props: &PartProps) -> PartProps {
    let of = |selection: &Selection| {
        let (filters, place) = (selection.filters.clone(), selection.place);
        Rc::new(Selection { filters, place, ..Selection::default() })
    };
    let ahead = props.ahead.as_ref().filter(|ahead| ahead.filters != props.selection.filters);
    let (selection, ahead) = (of(&props.selection), ahead.map(|ahead| of(ahead)));
    PartProps { selection, ahead, ..props.clone() }
}

/// "71 events, 2012–2026", or "50 of 71 events" when something narrows.
pub(crate) fn result(props: &PartProps) -> String {
    let total = props.story.events.len();
    let shown = props.visible.event_count();
    let counted = props.count(Count::Events, total);
    if shown < total || !props.selection.filters.tags().is_empty() {
        let shown = number::integer(props.locale(), shown as u64);
        return props.phrase(Word::OfTotal, &[("n", &shown), ("total", &counted)]);
    }
    let (from, to) = year_range(props);
    props.phrase(
        Word::OverYears,
        &[("events", &counted), ("from", &from.to_string()), ("to", &to.to_string())],
    )
}

/// The first and the last year that has events.
pub(crate) fn year_range(props: &PartProps) -> (i16, i16) {
    let years = || props.story.events.iter().map(|event| event.date.start().year());
    (years().min().unwrap_or_default(), years().max().unwrap_or_default())
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
            &[("n", &(ix.position() + 1).to_string()), ("name", &story[ix].lead)],
        ),
        Tag::Basis(Basis::Theme(ix)) => props.phrase(Word::TagTheme, &[("name", &story[ix].title)]),
        Tag::Topic(topic) => props.phrase(Word::TagTopic, &[("name", &topic_name(props, topic))]),
        Tag::Months(months) => stretch(props, months),
        Tag::Query => {
            props.phrase(Word::TagSearch, &[("name", props.selection.filters.query.trim())])
        }
    }
}

/// A stretch of months in words, in years where it is made of whole ones.
pub(crate) fn stretch(props: &PartProps, months: Months) -> String {
    let at = |month: Month| PartialDate::Month(month.year(), month.month());
    let (from, to) = match months.whole_years() {
        Some((from, to)) => (PartialDate::Year(from), PartialDate::Year(to)),
        None => (at(months.from()), at(months.to())),
    };
    date::spoken(props.locale(), EventDate::Range(from, to))
}

/// What is called as one when it can be taken away: a tag, or all topics.
pub(crate) fn part_name(props: &PartProps, part: Part) -> String {
    match part {
        Part::Tag(tag) => tag_name(props, tag),
        Part::Topics => {
            let topics: Vec<_> = props
                .selection
                .filters
                .topics
                .iter()
                .map(|topic| topic_name(props, topic))
                .collect();
            let names: Vec<&str> = topics.iter().map(|name| &**name).collect();
            props.phrase(Word::TagTopic, &[("name", &phrase::list(props.locale(), &names))])
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

/// How many events are shown of those that pass a test.
pub(crate) fn shown(props: &PartProps, test: impl Fn(EventIx) -> bool) -> usize {
    EventIx::all(&props.story).filter(|&(ix, _)| props.visible.event(ix) && test(ix)).count()
}
