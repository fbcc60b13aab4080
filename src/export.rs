//! The events that are shown as data, for people to take with them.

use crate::model::{
    Confidence, Dataset, Event, EventIx, PartialDate, Place, PlacePrecision, Source, SourceIx,
    TitleBasis,
};
use crate::state::Visible;
use serde::Serialize;

/// The licence of the texts and of the data as a whole; sources belong to their publishers.
const LICENCE: &str = "MIT OR Apache-2.0";

/// The shown events of a story in its language, with everything that they refer to.
///
/// Dates are in the form of ISO 8601, as far as they are known: `2025-12-22`, `2025-12` or `2025`.
///
/// ```
/// use sahel_explainer::export::Export;
/// use sahel_explainer::state::Filters;
/// use sahel_explainer::{Locale, Story, view};
///
/// let story = Story::bundled(Locale::En);
/// let visible = view::visible(&story, &Filters::default());
/// let export = Export::of(&story, &visible);
/// assert_eq!(export.events.len(), story.events.len());
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Export<'a> {
    /// Headline of the story.
    pub title: &'a str,
    /// BCP 47 tag of the language of all texts.
    pub language: &'static str,
    /// When the story was last edited.
    pub updated: String,
    /// Up to when facts were checked.
    pub facts_checked_to: String,
    /// The licence of texts and data, as an SPDX expression.
    pub licence: &'static str,
    /// The events, oldest first.
    pub events: Vec<ExportedEvent<'a>>,
    /// Their sources, by number.
    pub sources: Vec<ExportedSource<'a>>,
}

/// An event.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedEvent<'a> {
    /// Id in files and addresses.
    pub id: &'a str,
    /// The day it happened or began.
    pub date: String,
    /// The day it ended, if that is another one.
    pub end: Option<String>,
    /// Headline.
    pub title: &'a str,
    /// What happened.
    pub summary: &'a str,
    /// Id of the topic.
    pub category: &'static str,
    /// Whether it is a key event.
    pub key: bool,
    /// Whether it is later than the event that the story is about.
    pub after_the_focus: bool,
    /// Names of countries.
    pub countries: Vec<&'a str>,
    /// Where it happened.
    pub places: Vec<ExportedPlace<'a>>,
    /// Names of actors.
    pub actors: Vec<&'a str>,
    /// `confirmed`, `single-source` or `attributed`.
    pub confidence: &'static str,
    /// Who says so, if it is attributed.
    pub attributed_to: Option<&'a str>,
    /// Numbers of sources.
    pub sources: Vec<usize>,
}

/// A place of an event.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedPlace<'a> {
    /// Name.
    pub name: &'a str,
    /// Name of the country it lies in.
    pub country: &'a str,
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
    /// `point`, `approx` (some kilometres off) or `region` (its middle).
    pub precision: &'static str,
}

/// A source.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedSource<'a> {
    /// The number that statements give.
    pub number: usize,
    /// Title.
    pub title: &'a str,
    /// Whether the title is a description of ours.
    pub described: bool,
    /// Where it was read.
    pub publisher: &'a str,
    /// Who published it first, if that was another.
    pub original_publisher: Option<&'a str>,
    /// When it was published, if that is known.
    pub date: Option<String>,
    /// BCP 47 tag of its language.
    pub language: &'a str,
    /// Address.
    pub url: &'a str,
}

impl<'a> Export<'a> {
    /// What is shown of a story.
    pub fn of(story: &'a Dataset, visible: &Visible) -> Self {
        let shown = EventIx::all(story).filter(|(ix, _)| visible.event(*ix));
        let events: Vec<&Event> = shown.map(|(_, event)| event).collect();
        let is_used = |ix: SourceIx| events.iter().any(|event| event.sources.contains(&ix));
        let sources = SourceIx::all(story).filter(|(ix, _)| is_used(*ix));
        Self {
            title: &story.intro.headline,
            language: story.locale.tag(),
            updated: PartialDate::Day(story.updated).to_string(),
            facts_checked_to: story.checked_to.to_string(),
            licence: LICENCE,
            sources: sources.map(|(ix, source)| ExportedSource::of(ix, source)).collect(),
            events: events.into_iter().map(|event| ExportedEvent::of(story, event)).collect(),
        }
    }

    /// The events as a table with a heading, in the form of RFC 4180. Lists have semicolons between their
    /// items, and sources are addresses.
    pub fn csv(&self) -> String {
        const COLUMNS: [&str; 13] = [
            "id",
            "date",
            "end",
            "category",
            "title",
            "summary",
            "countries",
            "places",
            "actors",
            "confidence",
            "attributed_to",
            "sources",
            "licence",
        ];
        let mut table = row(COLUMNS);
        for event in &self.events {
            let places: Vec<&str> = event.places.iter().map(|place| place.name).collect();
            let sources =
                self.sources.iter().filter(|source| event.sources.contains(&source.number));
            let sources: Vec<&str> = sources.map(|source| source.url).collect();
            table.push_str(&row([
                event.id,
                &event.date,
                event.end.as_deref().unwrap_or_default(),
                event.category,
                event.title,
                event.summary,
                &event.countries.join("; "),
                &places.join("; "),
                &event.actors.join("; "),
                event.confidence,
                event.attributed_to.unwrap_or_default(),
                &sources.join("; "),
                self.licence,
            ]));
        }
        table
    }
}

/// A line of a table.
fn row<const COLUMNS: usize>(fields: [&str; COLUMNS]) -> String {
    let mut line = String::new();
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) {
            line.push('"');
            line.push_str(&field.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(field);
        }
    }
    line.push_str("\r\n");
    line
}

impl<'a> ExportedEvent<'a> {
    fn of(story: &'a Dataset, event: &'a Event) -> Self {
        let (confidence, attributed_to) = match &event.confidence {
            Confidence::Confirmed => ("confirmed", None),
            Confidence::SingleSource => ("single-source", None),
            Confidence::Attributed(party) => ("attributed", Some(&**party)),
        };
        Self {
            id: &event.id,
            date: event.date.start().to_string(),
            end: event.date.end().map(|end| end.to_string()),
            title: &event.title,
            summary: &event.summary,
            category: event.category.id(),
            key: event.is_key,
            after_the_focus: event.is_after,
            countries: event.countries.iter().map(|&ix| &*story[ix].name).collect(),
            places: event.places.iter().map(|&ix| ExportedPlace::of(story, &story[ix])).collect(),
            actors: event.actors.iter().map(|&ix| &*story[ix].name).collect(),
            confidence,
            attributed_to,
            sources: event.sources.iter().map(|ix| ix.position() + 1).collect(),
        }
    }
}

impl<'a> ExportedPlace<'a> {
    fn of(story: &'a Dataset, place: &'a Place) -> Self {
        Self {
            name: &place.name,
            country: &story[place.country].name,
            latitude: place.lat,
            longitude: place.lon,
            precision: match place.precision {
                PlacePrecision::Point => "point",
                PlacePrecision::Approx => "approx",
                PlacePrecision::Region => "region",
            },
        }
    }
}

impl<'a> ExportedSource<'a> {
    fn of(ix: SourceIx, source: &'a Source) -> Self {
        Self {
            number: ix.position() + 1,
            title: &source.title,
            described: source.title_basis == TitleBasis::Description,
            publisher: &source.publisher,
            original_publisher: source.original.as_deref(),
            date: source.date.map(|date| date.to_string()),
            language: &source.lang,
            url: &source.url,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Category, Locale};
    use crate::state::{Filters, Topics};
    use crate::story::Story;
    use crate::view::visible;

    #[test]
    fn what_is_shown_is_exported_with_the_sources_that_it_names() {
        let story = Story::bundled(Locale::Fr);
        let topics = Topics::default().toggled(Category::Summit);
        let visible = visible(&story, &Filters { topics, ..Filters::default() });
        let export = Export::of(&story, &visible);
        assert!(!export.events.is_empty());
        assert!(export.events.iter().all(|event| event.category == "summit"));
        let summit = export.events.iter().find(|event| event.id == "bamako-summit-2025");
        let summit = summit.expect("the event that the story is about");
        assert_eq!((&*summit.date, summit.end.as_deref()), ("2025-12-22", Some("2025-12-23")));
        let mut named: Vec<usize> =
            export.events.iter().flat_map(|event| event.sources.iter().copied()).collect();
        named.sort_unstable();
        named.dedup();
        let numbers: Vec<usize> = export.sources.iter().map(|source| source.number).collect();
        assert_eq!(numbers, named);
    }

    #[test]
    fn the_table_has_a_line_for_every_event() {
        let story = Story::bundled(Locale::En);
        let table = Export::of(&story, &visible(&story, &Filters::default())).csv();
        assert!(table.starts_with("id,date,end,category,"));
        assert!(table.contains("\r\nbamako-summit-2025,2025-12-22,2025-12-23,summit"));
        assert_eq!(table.matches("\r\n").count(), story.events.len() + 1);
        assert_eq!(table.matches(",MIT OR Apache-2.0\r\n").count(), story.events.len());
    }

    #[test]
    fn fields_with_commas_and_quotes_are_quoted() {
        assert_eq!(row(["a", "b, \"c\"", ""]), "a,\"b, \"\"c\"\"\",\r\n");
    }
}
