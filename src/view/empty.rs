//! What is said when the filters leave nothing, with the shortest way back.

use super::explainer::visible;
use super::focus::focus_in_root;
use super::part::{PartProps, heading};
use super::result::part_name;
use super::tags::{clear, pressed};
use crate::locale::phrase;
use crate::markup::html;
use crate::model::{Count, Word};
use crate::state::{Action, Filters, Part};
use crate::story::Story;
use yew::prelude::*;

/// Which filters clash, the one removal that gives the most events, then the removal of all.
pub(crate) fn empty(props: &PartProps) -> Html {
    let is_empty = props.visible.event_count() == 0;
    html! {
        <div class="empty" hidden={!is_empty}>
            if is_empty {
                { way_back(props) }
            }
        </div>
    }
}

fn way_back(props: &PartProps) -> Html {
    let filters = &props.selection.filters;
    let parts = filters.parts();
    let best = widest(&props.story, filters);
    let removal = best.map(|(part, count)| {
        let name = part_name(props, part);
        let said = props.phrase(
            Word::Widen,
            &[
                ("name", &phrase::quoted(props.locale(), &name)),
                ("events", &props.count(Count::Events, count)),
            ],
        );
        (props.phrase(Word::RemoveFilter, &[("name", &name)]), said, filters.without_part(part))
    });
    let (label, said, action) = match removal {
        Some((label, said, rest)) => (label, said, Some(Action::Filters(Box::new(rest)))),
        None => (String::new(), String::new(), None),
    };
    let onclick = action
        .map(|action| pressed(props, action, |button| focus_in_root(button, ".result > .title-2")));
    html! {
        <>
            { heading(props.level + 1, "title-3", None, html! { { props.count(Count::NothingMatches, parts.len()) } }) }
            <p>{ [&*reason(props), " ", &said].concat() }</p>
            <p class="pills">
                <button type="button" class="button primary" hidden={onclick.is_none()} {onclick}>{ label }</button>
                { clear(props, "button") }
            </p>
        </>
    }
}

/// The filters that have no event in common, as few as that takes.
fn reason(props: &PartProps) -> String {
    let filters = &props.selection.filters;
    let clash = clash(&props.story, filters);
    let names: Vec<String> = clash
        .into_iter()
        .map(|part| phrase::quoted(props.locale(), &part_name(props, part)))
        .collect();
    let list: Vec<&str> = names.iter().map(|name| &**name).collect();
    let word = if list.len() == 1 { Word::ClashAlone } else { Word::Clash };
    props.phrase(word, &[("names", &phrase::list(props.locale(), &list))])
}

/// The removal that gives the most events, with their number; `None` if no single one gives any.
fn widest(story: &Story, filters: &Filters) -> Option<(Part, usize)> {
    let count = |part| visible(story, &filters.without_part(part)).event_count();
    let counted = filters.parts().into_iter().map(|part| (part, count(part)));
    // The first of equals, in the order of the tags.
    counted.rev().max_by_key(|&(_, count)| count).filter(|&(_, count)| count > 0)
}

/// A set of filters that leave nothing together, none of which can be spared for that.
fn clash(story: &Story, filters: &Filters) -> Vec<Part> {
    let mut clashing = filters.clone();
    for part in filters.parts() {
        let without = clashing.without_part(part);
        if visible(story, &without).event_count() == 0 {
            clashing = without;
        }
    }
    clashing.parts()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::model::{Category, CountryIx, Locale};
    use crate::state::{Month, Months, Tag, Topics};

    #[test]
    fn only_filters_that_clash_are_named_and_the_widest_removal_is_offered() {
        let story = Story::bundled(Locale::En);
        let niger = CountryIx::find(&story, "NE").expect("a country");
        let years = Months::between(Month::new(2020, 1), Month::new(2022, 12));
        let filters = Filters {
            country: Some(niger),
            topics: Topics::default().toggled(Category::Humanitarian),
            months: Some(years),
            ..Filters::default()
        };
        assert_eq!(visible(&story, &filters).event_count(), 0);
        let clash = clash(&story, &filters);
        assert!(clash.len() < 3, "{clash:?}");
        for part in &clash {
            let mut alone = Filters::default();
            for other in clash.iter().filter(|other| *other != part) {
                match other {
                    Part::Topics => alone.topics = filters.topics,
                    Part::Tag(Tag::Country(ix)) => alone.country = Some(*ix),
                    Part::Tag(_) => alone.months = filters.months,
                }
            }
            assert!(visible(&story, &alone).event_count() > 0, "{part:?} is needed");
        }
        if let Some((part, count)) = widest(&story, &filters) {
            assert_eq!(visible(&story, &filters.without_part(part)).event_count(), count);
            for other in filters.parts() {
                assert!(visible(&story, &filters.without_part(other)).event_count() <= count);
            }
        }
    }

    #[test]
    fn topics_are_taken_away_together() {
        let story = Story::bundled(Locale::En);
        let filters = Filters {
            topics: Topics::default().toggled(Category::Coup).toggled(Category::Economy),
            months: Some(Months::between(Month::new(2019, 1), Month::new(2019, 12))),
            ..Filters::default()
        };
        assert_eq!(filters.parts().len(), 2);
        assert_eq!(filters.without_part(Part::Topics).tags().len(), 1);
        assert_eq!(visible(&story, &filters).event_count(), 0);
        let months = filters.parts()[1];
        assert_eq!(widest(&story, &filters).map(|(part, _)| part), Some(months));
    }
}
