//! Events: their dates, their order, and their side of the event that the story is about.

use super::super::date::{Date, EventDate, PartialDate};
use super::super::problem::At;
use super::super::raw;
use super::super::read::StandIn;
use super::super::story::Event;
use super::Checker;

impl Checker<'_> {
    pub(super) fn events(&mut self) -> Vec<Event> {
        let story = self.story;
        let none = raw::EventWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("events"), in_story.key("events"));
        let focus = story.events.iter().find(|event| event.id == story.focus);
        let focus = focus.filter(|event| event.date != PartialDate::stand_in());
        let focus_end = focus.map(|event| event.end.unwrap_or(event.date).last_day());
        let mut events = Vec::with_capacity(story.events.len());
        let mut before: Option<Date> = None;
        for (index, event) in story.events.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&event.id);
            let words = self.words.events.get(&event.id).unwrap_or(&none);
            let date = self.event_date(event, &at);
            let start = event.date.first_day();
            if before.is_some_and(|before| start < before) {
                self.problems.push(&at.key("date"), "events in order of date", "an earlier date");
            }
            before = Some(start);
            let is_known = event.date != PartialDate::stand_in();
            if is_known && focus_end.is_some_and(|end| (start > end) != event.after) {
                let (expected, found) = if event.after {
                    ("`after` only behind the end of `focus`", "it on an earlier event")
                } else {
                    ("`after: true` behind the end of `focus`", "none")
                };
                self.problems.push(&at.key("after"), expected, found);
            }
            if event.countries.is_empty() {
                self.problems.push(&at.key("countries"), "at least one country", "none");
            }
            self.check_seeds(&event.seed_statements, &at);
            events.push(Event {
                id: event.id.clone(),
                date,
                title: self.prose(&words.title, &in_words.key("title")),
                summary: self.prose(&words.summary, &in_words.key("summary")),
                countries: self.country_list(&event.countries, &at.key("countries")),
                places: self.place_list(&event.places, &at.key("places")),
                actors: self.actor_list(&event.actors, &at.key("actors")),
                category: event.category,
                is_key: event.key,
                is_after: event.after,
                confidence: self.confidence(
                    event.confidence,
                    &event.sources,
                    &at,
                    words.attributed_to.as_ref(),
                    &in_words,
                ),
                sources: self.source_list(&event.sources, &at),
            });
        }
        events
    }

    fn event_date(&mut self, event: &raw::Event, at: &At<'_>) -> EventDate {
        let covered = &self.story.covered;
        let start = event.date;
        let is_known = covered.from.first_day() <= covered.to.last_day()
            && covered.to != PartialDate::stand_in();
        if is_known
            && (start.last_day() < covered.from.first_day()
                || start.first_day() > covered.to.last_day())
        {
            self.problems.push(&at.key("date"), "a date in the time `covered`", "one outside it");
        }
        match event.end {
            Some(end) => {
                if event.open {
                    self.problems.push(&at.key("open"), "either `end` or `open`", "both");
                }
                if end.first_day() <= start.first_day() && end.last_day() <= start.last_day() {
                    self.problems.push(
                        &at.key("end"),
                        "a date after `date`",
                        "an earlier or equal one",
                    );
                }
                EventDate::Range(start, end)
            }
            None if event.open => EventDate::Since(start),
            None => EventDate::At(start),
        }
    }
}
