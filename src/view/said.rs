//! What is said of the last action.

use super::part::PartProps;
use super::tour;
use crate::model::{ActorIx, Count, EventIx, Word};
use crate::state::{Notice, Order};

/// The last change, in one sentence.
pub(crate) fn notice(props: &PartProps, notice: Notice) -> String {
    let story = &props.story;
    let selection = &props.selection;
    let result = || super::result::result(props);
    match notice {
        Notice::None | Notice::Shown(_) => String::new(),
        Notice::Country(ix) => props.phrase(
            Word::SaidCountry,
            &[
                ("name", &story[ix].name),
                ("result", &result()),
                ("actors", &props.count(Count::Actors, props.visible.actor_count())),
            ],
        ),
        Notice::AllCountries => {
            props.phrase(Word::SaidAllCountries, &[("result", &said_result(props))])
        }
        Notice::Actor(ix) => props.phrase(
            Word::SaidActor,
            &[
                ("name", &story[ix].short_name),
                ("events", &props.count(Count::Events, events_of(props, ix))),
                ("relations", &props.count(Count::Relations, story.ties(ix).len())),
            ],
        ),
        Notice::Place(ix) => props.phrase(
            Word::SaidPlace,
            &[
                ("name", &story[ix].name),
                ("events", &props.count(Count::Events, props.visible.events_at(ix))),
            ],
        ),
        Notice::Result if props.visible.event_count() == 0 => {
            let filters = props.count(Count::Filters, selection.filters.tags().len());
            props.phrase(Word::SaidNothing, &[("filters", &filters)])
        }
        Notice::Sources(shown) => super::sources::shown_sources(props, shown),
        Notice::Result => props.phrase(Word::Sentence, &[("text", &said_result(props))]),
        Notice::Step(ix) => props.phrase(
            Word::SaidStep,
            &[("step", &tour::position(props, Some(ix))), ("title", &story[ix].title)],
        ),
        Notice::Order => props
            .word(match selection.order {
                Order::Newest => Word::SaidNewest,
                Order::Oldest => Word::SaidOldest,
            })
            .to_string(),
    }
}

/// The result without the years, which nobody needs to hear twice.
fn said_result(props: &PartProps) -> String {
    if props.selection.filters.tags().is_empty() {
        return props.count(Count::Events, props.story.events.len());
    }
    super::result::result(props)
}

fn events_of(props: &PartProps, actor: ActorIx) -> usize {
    EventIx::all(&props.story).filter(|(_, event)| event.actors.contains(&actor)).count()
}
