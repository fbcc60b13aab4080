//! Key points, themes, figures, glossary, and the briefing's statements.

use super::super::limit::Lead;
use super::super::problem::{At, quoted};
use super::super::raw;
use super::super::read::StandIn;
use super::super::story::{Figure, GlossaryTerm, KeyPoint, Scenario, Scope, Text, Theme};
use super::Checker;
use super::ids::Section;

impl Checker<'_> {
    pub(super) fn key_points(&mut self) -> Vec<KeyPoint> {
        let story = self.story;
        let none = raw::PointWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("key_points"), in_story.key("key_points"));
        let mut points = Vec::with_capacity(story.key_points.len());
        for (index, point) in story.key_points.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&point.id);
            let words = self.words.key_points.get(&point.id).unwrap_or(&none);
            self.check_seeds(&point.seed_statements, &at);
            points.push(KeyPoint {
                id: point.id.clone(),
                title: self.prose(&words.title, &in_words.key("title")),
                lead: self.lead(words, &in_words),
                text: self.prose(&words.text, &in_words.key("text")),
                events: self.event_list(&point.events, &at.key("events")),
                confidence: self.confidence(
                    point.confidence,
                    &point.sources,
                    &at,
                    words.attributed_to.as_ref(),
                    &in_words,
                ),
                sources: self.source_list(&point.sources, &at),
            });
        }
        points
    }

    /// The short form of a point's title, which most titles are themselves.
    fn lead(&mut self, words: &raw::PointWords, at: &At<'_>) -> Text {
        let at = at.key("lead");
        if let Some(lead) = &words.lead {
            return self.prose(lead, &at);
        }
        if words.title.chars().count() > Lead::MOST {
            self.problems.push(&at, "a short form of the long title", "nothing");
        }
        words.title.0.clone()
    }

    pub(super) fn themes(&mut self) -> Vec<Theme> {
        let story = self.story;
        let none = raw::ThemeWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("themes"), in_story.key("themes"));
        let mut themes = Vec::with_capacity(story.themes.len());
        for (index, theme) in story.themes.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&theme.id);
            let words = self.words.themes.get(&theme.id).unwrap_or(&none);
            self.check_seeds(&theme.seed_statements, &at);
            themes.push(Theme {
                id: theme.id.clone(),
                title: self.prose(&words.title, &in_words.key("title")),
                text: self.prose(&words.text, &in_words.key("text")),
                countries: self.country_list(&theme.countries, &at.key("countries")),
                actors: self.actor_list(&theme.actors, &at.key("actors")),
                events: self.event_list(&theme.events, &at.key("events")),
                scenarios: self.scenarios(theme, &at, words, &in_words),
                confidence: self.confidence(
                    theme.confidence,
                    &theme.sources,
                    &at,
                    words.attributed_to.as_ref(),
                    &in_words,
                ),
                sources: self.source_list(&theme.sources, &at),
            });
        }
        themes
    }

    fn scenarios(
        &mut self,
        theme: &raw::Theme,
        at: &At<'_>,
        words: &raw::ThemeWords,
        in_words: &At<'_>,
    ) -> Vec<Scenario> {
        let none = raw::StepWords::stand_in();
        let (at, in_words) = (at.key("scenarios"), in_words.key("scenarios"));
        let mut scenarios = Vec::with_capacity(theme.scenarios.len());
        for (index, scenario) in theme.scenarios.iter().enumerate() {
            let at = at.index(index);
            let in_words = in_words.key(&scenario.id);
            let words = words.scenarios.as_ref().and_then(|words| words.get(&scenario.id));
            let words = words.unwrap_or(&none);
            if theme.scenarios[..index].iter().any(|other| other.id == scenario.id) {
                self.problems.push(&at.key("id"), "an id of its own", &quoted(&scenario.id));
            }
            scenarios.push(Scenario {
                id: scenario.id.clone(),
                title: self.prose(&words.title, &in_words.key("title")),
                text: self.prose(&words.text, &in_words.key("text")),
                sources: self.source_list(&scenario.sources, &at),
            });
        }
        scenarios
    }

    pub(super) fn figures(&mut self) -> Vec<Figure> {
        let story = self.story;
        let none = raw::FigureWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("figures"), in_story.key("figures"));
        let mut figures = Vec::with_capacity(story.figures.len());
        for (index, figure) in story.figures.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&figure.id);
            let words = self.words.figures.get(&figure.id).unwrap_or(&none);
            if figure.value < 0.0 {
                self.problems.push(&at.key("value"), "a number from 0", "a negative one");
            }
            if figure.value_max.is_some_and(|high| high <= figure.value) {
                self.problems.push(
                    &at.key("value_max"),
                    "a number over `value`",
                    "one that is not",
                );
            }
            if !(1900..=story.updated.year()).contains(&figure.year) {
                self.problems.push(&at.key("year"), "a year from 1900 to `updated`", "another");
            }
            let scope = match &*figure.scope {
                "alliance" => Scope::Alliance,
                "region" => Scope::Region,
                country => Scope::Country(self.member(country, &at.key("scope"))),
            };
            figures.push(Figure {
                id: figure.id.clone(),
                label: self.prose(&words.label, &in_words.key("label")),
                note: self.prose(&words.note, &in_words.key("note")),
                scope,
                value: figure.value,
                value_max: figure.value_max,
                unit: figure.unit,
                year: figure.year,
                confidence: self.confidence(
                    figure.confidence,
                    &figure.sources,
                    &at,
                    words.attributed_to.as_ref(),
                    &in_words,
                ),
                sources: self.source_list(&figure.sources, &at),
            });
        }
        figures
    }

    pub(super) fn glossary(&mut self) -> Vec<GlossaryTerm> {
        let story = self.story;
        let none = raw::TermWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("glossary"), in_story.key("glossary"));
        let mut taken = self.words.glossary.0.iter().map(|(_, words)| &words.term.0).collect();
        let mut glossary = Vec::with_capacity(story.glossary.len());
        for (index, term) in story.glossary.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&term.id);
            let words = self.words.glossary.get(&term.id).unwrap_or(&none);
            glossary.push(GlossaryTerm {
                id: term.id.clone(),
                term: self.prose(&words.term, &in_words.key("term")),
                aliases: self.aliases(&words.aliases, &in_words, &mut taken),
                definition: self.prose(&words.definition, &in_words.key("definition")),
                sources: self.source_list(&term.sources, &at),
            });
        }
        glossary
    }

    pub(super) fn check_seeds(&mut self, seeds: &[Text], at: &At<'_>) {
        self.resolve_all(Section::SeedStatements, seeds, &at.key("seed_statements"));
    }

    /// Statements of the briefing have words, and what covers them exists.
    pub(super) fn check_seed_statements(&mut self) {
        let (story, words) = (self.story, self.words);
        let (in_words, in_story) = (self.in_words, self.in_story);
        let in_words = in_words.key("seed_statements");
        let in_story = in_story.key("seed_statements");
        for (index, statement) in story.seed_statements.iter().enumerate() {
            let at = in_story.index(index);
            if let Some(text) = words.seed_statements.get(&statement.id) {
                self.prose(text, &in_words.key(&statement.id));
            }
            let in_list = at.key("covered_by");
            if statement.covered_by.is_empty() {
                self.problems.push(&in_list, "at least one item", "none");
            }
            for (index, item) in statement.covered_by.iter().enumerate() {
                let section = match item.kind {
                    raw::SectionKind::Event => Section::Events,
                    raw::SectionKind::Actor => Section::Actors,
                    raw::SectionKind::Place => Section::Places,
                    raw::SectionKind::KeyPoint => Section::KeyPoints,
                    raw::SectionKind::Theme => Section::Themes,
                    raw::SectionKind::Figure => Section::Figures,
                    raw::SectionKind::Glossary => Section::Glossary,
                };
                let in_item = in_list.index(index);
                self.resolve(section, &item.id, &in_item.key("id"));
            }
        }
    }
}
