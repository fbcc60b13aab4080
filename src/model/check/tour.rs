//! The guided tour: its steps, and their events on the map.

use super::super::index::{EventIx, PlaceIx};
use super::super::limit::NoteLine;
use super::super::problem::{At, quoted};
use super::super::raw;
use super::super::read::{ById, StandIn};
use super::super::story::{StepMark, Text, TourStep};
use super::Checker;
use super::ids::{Section, match_keys};

impl Checker<'_> {
    pub(super) fn tour(&mut self) -> Vec<TourStep> {
        let story = self.story;
        let none = raw::TourWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("tour"), in_story.key("tour"));
        let mut tour = Vec::with_capacity(story.tour.len());
        for (index, step) in story.tour.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&step.id);
            let words = self.words.tour.get(&step.id).unwrap_or(&none);
            let mut shown = story.events.iter().filter(|event| step.events.contains(&event.id));
            if !step.after && shown.any(|event| event.after) {
                self.problems.push(&at.key("after"), "`after: true`, as its events are", "none");
            }
            tour.push(TourStep {
                id: step.id.clone(),
                title: self.prose(&words.title, &in_words.key("title")),
                text: self.prose(&words.text, &in_words.key("text")),
                countries: self.country_list(&step.countries, &at.key("countries")),
                events: self.event_list(&step.events, &at.key("events")),
                places: self.place_list(&step.places, &at.key("places")),
                marks: self.marks(step, words.notes.as_ref(), &at, &in_words),
                is_after: step.after,
                sources: self.source_list(&step.sources, &at),
            });
        }
        tour
    }

    /// The discs of a step: each for one of its events, at one of that event's places, with words where it
    /// has a note.
    fn marks(
        &mut self,
        step: &raw::TourStep,
        notes: Option<&ById<Vec<NoteLine>>>,
        at: &At<'_>,
        in_words: &At<'_>,
    ) -> Vec<StepMark> {
        let in_notes = in_words.key("notes");
        let with_note = step.marks.iter().filter(|mark| mark.note.is_some());
        let ids: Vec<&str> = with_note.map(|mark| &*mark.event).collect();
        let none = ById::default();
        let notes = notes.unwrap_or(&none);
        match_keys(&ids, notes, &in_notes, &mut self.problems);
        let in_marks = at.key("marks");
        let mut marks = Vec::with_capacity(step.marks.len());
        for (index, mark) in step.marks.iter().enumerate() {
            let at = in_marks.index(index);
            if !step.events.contains(&mark.event) {
                self.problems.push(&at.key("event"), "an event of the step", &quoted(&mark.event));
            }
            let event = self.story.events.iter().find(|event| event.id == mark.event);
            if event.is_some_and(|event| !event.places.contains(&mark.place)) {
                self.problems.push(&at.key("place"), "a place of the event", &quoted(&mark.place));
            }
            let lines = notes.get(&mark.event).filter(|_| mark.note.is_some());
            marks.push(StepMark {
                event: EventIx(self.resolve(Section::Events, &mark.event, &at.key("event"))),
                place: PlaceIx(self.resolve(Section::Places, &mark.place, &at.key("place"))),
                shift: mark.shift.unwrap_or_default(),
                note: mark.note,
                lines: self.lines(lines, &in_notes.key(&mark.event)),
            });
        }
        marks
    }

    fn lines(&mut self, lines: Option<&Vec<NoteLine>>, at: &At<'_>) -> Vec<Text> {
        /// With the date under them, notes have at most three lines.
        const MOST: usize = 2;
        let Some(lines) = lines else { return Vec::new() };
        if lines.is_empty() || lines.len() > MOST {
            self.problems.push(
                at,
                "one or two lines",
                if lines.is_empty() { "none" } else { "more" },
            );
        }
        let lines = lines.iter().enumerate();
        lines.map(|(index, line)| self.prose(line, &at.index(index))).collect()
    }
}
