//! The row of one event, and what opens under it where there is no room for a card.

use crate::locale::date;
use crate::locale::phrase::comma;
use crate::markup::html;
use crate::model::{Count, Dataset, Event, EventIx, PlaceIx, Word};
use crate::state::Action;
use crate::view::card::{EventSources, event_links, not_among, steps};
use crate::view::cite::{cite, confidence, mark};
use crate::view::icon::{icon, topic_icon};
use crate::view::member::members;
use crate::view::once::component;
use crate::view::part::{PartProps, heading};
use crate::view::profile::time;
use crate::view::prose::prose;
use crate::view::small_map::small_map;
use yew::prelude::*;

/// Where the text of an event is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is not open.
    Nowhere,
    /// Beside the list, where there is room for that; the reader has not opened it.
    Beside,
    /// Under the row, or beside the list where there is room: the reader has opened it.
    UnderRow,
}

/// All that makes a row look different from before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RowState {
    /// The event is in the result.
    pub is_shown: bool,
    /// It waits until the reader asks for all events of the year.
    pub is_folded: bool,
    /// Where its text is read.
    pub place: Place,
    /// The reader has pressed it last: what opens under it follows.
    pub is_pressed: bool,
    /// It is the first of a month with so many events, which gets a heading.
    pub month: Option<usize>,
}

/// Props of [`EventRow`].
#[derive(Clone, Debug, Properties)]
pub(super) struct RowProps {
    pub part: PartProps,
    pub ix: EventIx,
    pub state: RowState,
}

/// A row is drawn anew only for what is seen in it, so that long lists stay fast.
impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
            && self.ix == other.ix
            && self.part.is_same_but_selection(&other.part)
            && (self.state.place != Place::UnderRow || self.part == other.part)
    }
}

/// Date, topic, title, places and mark of an event as a button; its text under it.
#[component]
pub(super) fn EventRow(props: &RowProps) -> Html {
    let RowProps { part, ix, state } = props;
    let story = &part.story;
    let event = &story[*ix];
    let is_chosen = state.place == Place::UnderRow;
    let is_hidden = !state.is_shown && !is_chosen;
    let opened = match state.place {
        Place::Nowhere => None,
        Place::Beside => Some("beside"),
        Place::UnderRow => Some("chosen"),
    };
    html! {
        <li
            id={part.id(&["event=", &*event.id].concat())}
            class={classes!("event", event.is_key.then_some("key"), state.is_folded.then_some("folded"))}
            hidden={is_hidden}
            data-event={(!is_hidden).then(|| event.id.clone())}
            data-of={members(story, |ix| event.countries.contains(&ix))}
            data-open={opened}
            data-out={(!state.is_shown).then_some("")}
        >
            { for state.month.map(|count| month_head(part, event, count)) }
            <button
                type="button"
                class="row"
                aria-expanded={if state.is_pressed { "true" } else { "false" }}
                onclick={part.on(Action::Event(*ix))}
            >
                { time(part, event.date, date::day_month(part.locale(), event.date)) }
                <span class={classes!("topic", event.category.family().id())}>{ topic_icon(event.category) }</span>
                <span class="row-text">
                    <span class="row-title">{ event.title.clone() }</span>
                    <span class="meta">{ where_it_was(part, event) }</span>
                </span>
                { mark(story, &event.confidence) }
                if event.is_key {
                    <span class="spoken">{ part.word(Word::KeyEvent) }</span>
                }
                { icon("down") }
            </button>
            <div class="row-body">
                if is_chosen {
                    <p class={classes!("overline", event.category.family().id())}>
                        { topic_icon(event.category) }
                        <b>{ story.labels.category[event.category as usize].clone() }</b>
                    </p>
                    { not_among(part, *ix) }
                }
                <p class="body">
                    { prose(part, &event.summary, &story.terms.events[ix.position()]) }
                    { cite(part, &event.sources, &event.title) }
                </p>
                if is_chosen {
                    { small_map(part, event) }
                    { event_links(part, event) }
                }
                { confidence(story, &event.confidence) }
                if is_chosen {
                    { component::<EventSources>(part.clone()) }
                    { steps(part, *ix) }
                }
            </div>
        </li>
    }
}

/// "December · 12 events".
fn month_head(props: &PartProps, event: &Event, count: usize) -> Html {
    let name = event.date.start().month().map(|month| date::month_long(props.locale(), month));
    let counted = props.count(Count::Events, count);
    heading(
        props.level + 2,
        "month-head",
        None,
        html! { <><b>{ name.unwrap_or_default() }</b>{ " · " }{ counted }</> },
    )
}

/// Where it happened, of all places or of those with one marker, without the town that the name of a site
/// ends with ("Air Base 101, Niamey").
pub(in crate::view) fn sites(story: &Dataset, event: &Event, at: Option<PlaceIx>) -> String {
    let name = |ix: PlaceIx| &*story[ix].name;
    let is_told = |town: PlaceIx| event.places.iter().any(|&site| tells(name(site), name(town)));
    let is_here = |ix: PlaceIx| at.is_none() || at == Some(ix) || at == story[ix].mark.merged;
    let shown = event.places.iter().copied().filter(|&ix| is_here(ix) && !is_told(ix));
    shown.map(name).collect::<Vec<_>>().join(comma(story.locale))
}

/// Whether the name of a site ends with that of a town, as words of their own.
fn tells(site: &str, town: &str) -> bool {
    site.strip_suffix(town).is_some_and(|rest| rest.ends_with(' '))
}

/// Places and countries of an event, on one line.
pub(in crate::view) fn where_it_was(props: &PartProps, event: &Event) -> String {
    let story = &props.story;
    let countries: Vec<&str> = if story.is_all_members(&event.countries) {
        vec![story.words.text(Word::AllThreeCountries)]
    } else {
        event
            .countries
            .iter()
            .filter(|&&ix| story[ix].profile.is_some())
            .map(|&ix| &*story[ix].name)
            .collect()
    };
    let mut line = sites(story, event, None);
    if !line.is_empty() && !countries.is_empty() {
        line.push_str(" · ");
    }
    line.push_str(&countries.join(comma(props.locale())));
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Locale;
    use crate::story::Story;

    #[test]
    fn only_whole_words_after_others_tell_a_town() {
        assert!(tells("Air Base 101, Niamey", "Niamey"));
        assert!(tells("القاعدة الجوية 101 في نيامي", "نيامي"));
        assert!(!tells("Niamey", "Niamey"), "of two places with one name, both stay");
        assert!(!tells("Somali", "Mali"));
    }

    #[test]
    fn a_town_goes_without_saying_where_a_site_has_its_name_at_the_end() {
        let story = Story::bundled(Locale::En);
        let named = |id: &str| {
            let event = EventIx::all(&story).find(|(_, event)| &*event.id == id);
            sites(&story, event.expect("an event of the story").1, None)
        };
        assert_eq!(named("niamey-airport-attack-2026"), "Air Base 101, Niamey");
        // A school in the town was attacked too.
        assert_eq!(named("bamako-attack-2024"), "Bamako, Bamako airport area (Sénou)");
        assert_eq!(named("us-exit-niger-2024"), "Air Base 101, Niamey, Air Base 201, Agadez");
    }
}
