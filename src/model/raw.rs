//! Story files as they are written: loose texts and ids, nothing checked against anything else.
//!
//! The comments on fields are what editors read as help in the JSON Schema.

use super::date::PartialDate;
use super::limit::{
    ForeignTitle, Headline, Lead, Long, Name, NoteLine, Paragraph, Phrase, Sentence, ShortName,
    Title, Url,
};
use super::problem::{At, Problems};
use super::read::{ById, Read, StandIn, other_list, read_id, read_object};
#[cfg(feature = "schema")]
use super::schema::{
    CountryCode, CurrencyCode, Each, FromZero, Id, LanguageTag, Latitude, Longitude, OneOrMore,
    StatementId, WebAddress,
};
use super::story::{
    ActorKind, Anchor, Category, LabelOffset, Locale, MapNameKind, PlaceKind, PlacePrecision,
    RelationKind, SourceKind, Text, TitleBasis, Unit,
};
use super::value::Value;

macro_rules! raw {
    (@schema $type:ty) => { $type };
    (@schema $type:ty as $schema:ty) => { $schema };
    ($(
        $(#[doc = $about:literal])*
        $name:ident { $($(#[doc = $help:literal])* $field:ident: $type:ty $(as $schema:ty)?,)* }
    )*) => {$(
        $(#[doc = $about])*
        #[derive(Debug)]
        pub struct $name {
            $($(#[doc = $help])* pub $field: $type,)*
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut object = super::schema::Object::new(concat!($($about,)*));
                $(object.add(
                    stringify!($field),
                    generator.subschema_for::<raw!(@schema $type $(as $schema)?)>(),
                    concat!($($help,)*),
                    !<$type>::stand_in().is_optional(),
                );)*
                object.into()
            }
        }

        impl Read for $name {
            fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
                let fields: &mut [(&'static str, &mut dyn Read)] =
                    &mut [$((stringify!($field), &mut self.$field)),*];
                read_object(fields, value, at, problems);
            }
        }

        impl StandIn for $name {
            fn stand_in() -> Self {
                Self { $($field: <$type>::stand_in(),)* }
            }
        }
    )*};
}

macro_rules! ids {
    ($($name:ident: $all:expr;)*) => {$(
        impl Read for $name {
            fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
                let all = $all;
                *self = all[read_id(value, &mut all.iter().map(|(_, id)| *id), at, problems)].0;
            }
        }

        impl StandIn for $name {
            fn stand_in() -> Self {
                $all[0].0
            }
        }
    )*};
}

ids! {
    PlacePrecision: PlacePrecision::ALL;
    PlaceKind: PlaceKind::ALL;
    Anchor: Anchor::ALL;
    ActorKind: ActorKind::ALL;
    RelationKind: RelationKind::ALL;
    Category: Category::ALL;
    Unit: Unit::ALL;
    TitleBasis: TitleBasis::ALL;
    SourceKind: SourceKind::ALL;
    MapNameKind: MapNameKind::ALL;
    Standing: Standing::ALL;
    Verdict: Verdict::ALL;
    SectionKind: SectionKind::ALL;
    Locale: [(Locale::En, "en"), (Locale::Fr, "fr"), (Locale::Ar, "ar")];
}

/// How far a statement is confirmed; by whom an attributed one is claimed stands in the words files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Standing {
    Confirmed,
    SingleSource,
    Attributed,
}

impl Standing {
    /// All values with their ids, in the order of the labels.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Confirmed, "confirmed"),
        (Self::SingleSource, "single-source"),
        (Self::Attributed, "attributed"),
    ];
}

/// What research made of a statement of the briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Verdict {
    Supported,
    SupportedWithNuance,
    Attributed,
}

impl Verdict {
    /// All values with their ids.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Supported, "supported"),
        (Self::SupportedWithNuance, "supported-with-nuance"),
        (Self::Attributed, "attributed"),
    ];
}

/// What kind of item covers a statement of the briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum SectionKind {
    Event,
    Actor,
    Place,
    KeyPoint,
    Theme,
    Figure,
    Glossary,
}

impl SectionKind {
    /// All values with their ids.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Event, "event"),
        (Self::Actor, "actor"),
        (Self::Place, "place"),
        (Self::KeyPoint, "key_point"),
        (Self::Theme, "theme"),
        (Self::Figure, "figure"),
        (Self::Glossary, "glossary"),
    ];
}

/// A name's place beside its marker, written `[dx, dy, "start"]`.
impl Read for LabelOffset {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        if let Value::List(items) = value
            && let [dx, dy, anchor] = &**items
        {
            self.dx.read(dx, &at.index(0), problems);
            self.dy.read(dy, &at.index(1), problems);
            self.anchor.read(anchor, &at.index(2), problems);
        } else {
            problems.push(at, "a list like [12, -3, \"start\"]", other_list(value));
        }
    }
}

impl StandIn for LabelOffset {
    fn stand_in() -> Self {
        Self { dx: 0, dy: 0, anchor: Anchor::Start }
    }
}

raw! {
    /// The structure of a story: ids, dates, relations and sources. All words stand in `en.json`,
    /// `fr.json` and `ar.json` under the same ids.
    Story {
        /// Day of the last edit, such as `2026-11-23`.
        updated: PartialDate,
        /// Languages that the story is told in, the one it was written in first. Each has a words file.
        languages: Vec<Locale> as OneOrMore<Locale>,
        /// The time that the story covers.
        covered: Covered,
        /// Id of the event that the story is about. It is open at the start, and events that begin after
        /// its end are marked `after`.
        focus: Text as Id,
        /// The map's extent and the names on it.
        map: Map,
        /// Countries, those with a profile first.
        countries: Vec<Country>,
        /// Places where events happened.
        places: Vec<Place>,
        /// Actors with their relations, in the order of lists.
        actors: Vec<Actor>,
        /// Events, oldest first.
        events: Vec<Event>,
        /// What to know first, most important first.
        key_points: Vec<KeyPoint>,
        /// Subjects across events.
        themes: Vec<Theme>,
        /// Key figures.
        figures: Vec<Figure>,
        /// Terms to explain, in the order of the list.
        glossary: Vec<Term>,
        /// Steps of the guided tour.
        tour: Vec<TourStep>,
        /// Statements of the briefing and where they went; for editors, never shown.
        seed_statements: Vec<SeedStatement>,
        /// Publications that statements rest on, in the order of their printed numbers.
        sources: Vec<Source>,
    }

    /// The time that the story covers.
    Covered {
        /// First date.
        from: PartialDate,
        /// Last date up to which facts were checked.
        to: PartialDate,
        /// Why it ends there; for editors, never shown.
        note: Option<Text>,
    }

    /// The map's extent and the names on it.
    Map {
        /// West, south, east and north of the map, in degrees.
        extent: Vec<f64>,
        /// Names that are not places, placed by hand.
        names: Vec<MapName>,
    }

    /// A name on the map that is not a place of the story.
    MapName {
        /// Code of a country, or a key of `map` in the words files.
        id: Text,
        /// What is named.
        kind: MapNameKind,
        /// Longitude and latitude on maps from 560 px, where the name is shown there.
        wide: Option<(f64, f64)>,
        /// Longitude and latitude on narrower maps, where the name is shown there.
        narrow: Option<(f64, f64)>,
        /// On maps from 440 to 559 px, if the name stands elsewhere there than on narrower ones.
        medium: Option<(f64, f64)>,
        /// The same on phones where a country is drawn closer, by its code; without it, as on narrower maps.
        closer: Option<ById<(f64, f64)>>,
        /// On maps from 560 px beside the notes of the guided tour; without it, `wide`.
        tour: Option<(f64, f64)>,
        /// Degrees that the name is turned clockwise.
        rotate: Option<i16>,
        /// Smaller, with a line for each word on maps from 440 px, for a country with little room.
        small: Option<bool>,
        /// Where it is on maps from 560 px, if it is a region that no border shows.
        area: Option<Area>,
    }

    /// A region, roughly: an ellipse.
    Area {
        /// Longitude and latitude of its middle, in degrees.
        centre: (f64, f64),
        /// Half its width and half its height before it is turned, in km.
        radii_km: (f64, f64),
        /// Degrees that it is turned clockwise.
        rotate: i16,
    }

    /// A country.
    Country {
        /// ISO 3166-1 code of two capital letters.
        id: Text as CountryCode,
        /// Its profile, for a country that the story is about.
        profile: Option<Profile>,
    }

    /// What the story tells of a country.
    Profile {
        /// Id of the capital's place.
        capital_place: Text as Id,
        /// Id of the head of state's actor.
        leader_actor: Text as Id,
        /// Id of the event that was the last coup.
        last_coup_event: Text as Id,
        /// Id of the figure that gives the population.
        population_figure: Text as Id,
        /// Area in km².
        area_km2: u64,
        /// ISO 4217 code of the currency.
        currency_code: Text as CurrencyCode,
        /// Date that offices and roles are given for.
        status_as_of: PartialDate,
        /// How far the profile is confirmed.
        confidence: Standing,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// A place where events happened.
    Place {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// Code of the country it lies in.
        country: Text as CountryCode,
        /// Latitude in degrees, north positive.
        lat: f64 as Latitude,
        /// Longitude in degrees, east positive.
        lon: f64 as Longitude,
        /// How exactly the point is known: `region` for an area of which it is the middle.
        precision: PlacePrecision,
        /// What kind of place it is.
        kind: PlaceKind,
        /// It lies outside the map's extent and is shown at the edge.
        off_map: bool,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
        /// Id of the place whose marker counts this one's events.
        merge: Option<Text> as Id,
        /// The same on maps narrower than 560 px only.
        merge_narrow: Option<Text> as Id,
        /// Where the name stands beside the marker; without it, the name shows on demand only.
        label: Option<Label>,
    }

    /// Where a place's name stands: px to the right of and below the marker, and the end of the text
    /// that is there, such as `[12, -3, "start"]`.
    Label {
        /// On maps from 560 px.
        wide: Option<LabelOffset>,
        /// On maps of 440 to 559 px.
        medium: Option<LabelOffset>,
        /// On narrower maps.
        narrow: Option<LabelOffset>,
        /// On phones where its country is drawn closer; without it, as on maps from 560 px.
        closer: Option<LabelOffset>,
    }

    /// A party to the story.
    Actor {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// What kind of actor it is.
        kind: ActorKind,
        /// A finer kind for editors; `neighbour` puts an outside power among the neighbours.
        subkind: Option<Text>,
        /// Codes of countries that it belongs to or is reported active in.
        countries: Vec<Text> as Each<CountryCode>,
        /// How far the entry is confirmed.
        confidence: Standing,
        /// Ids of statements of the briefing that it covers.
        seed_statements: Vec<Text> as Each<StatementId>,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
        /// What it is to other actors; each relation stands with one of the two only.
        relations: Vec<Relation>,
    }

    /// What an actor is to another.
    Relation {
        /// The verb, from the actor that holds the relation.
        kind: RelationKind,
        /// Id of the other actor.
        to: Text as Id,
        /// Since when.
        since: Option<PartialDate>,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// Something that happened.
    Event {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// Day, month or year, as far as it is known: `2025-12-22`, `2025-12` or `2025`.
        date: PartialDate,
        /// Last day, month or year of an event that lasted.
        end: Option<PartialDate>,
        /// It lasts, with no end known.
        open: bool,
        /// Its topic.
        category: Category,
        /// A key event, shown first.
        key: bool,
        /// It began after the end of the event that the story is about.
        after: bool,
        /// How far it is confirmed.
        confidence: Standing,
        /// Codes of countries that it concerns.
        countries: Vec<Text> as OneOrMore<CountryCode>,
        /// Ids of places where it happened.
        places: Vec<Text> as Each<Id>,
        /// Ids of actors involved.
        actors: Vec<Text> as Each<Id>,
        /// Ids of statements of the briefing that it covers.
        seed_statements: Vec<Text> as Each<StatementId>,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// One of the things to know first.
    KeyPoint {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// How far it is confirmed.
        confidence: Standing,
        /// Ids of events that it rests on.
        events: Vec<Text> as Each<Id>,
        /// Ids of statements of the briefing that it covers.
        seed_statements: Vec<Text> as Each<StatementId>,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// A subject across events.
    Theme {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// How far it is confirmed.
        confidence: Standing,
        /// Codes of countries that it concerns.
        countries: Vec<Text> as Each<CountryCode>,
        /// Ids of actors involved.
        actors: Vec<Text> as Each<Id>,
        /// Ids of events that it rests on.
        events: Vec<Text> as Each<Id>,
        /// Ids of statements of the briefing that it covers.
        seed_statements: Vec<Text> as Each<StatementId>,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
        /// Editorial scenarios: judgements, not forecasts.
        scenarios: Vec<Scenario>,
    }

    /// One way things could go.
    Scenario {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// Ids of sources that it draws on.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// A number with its note.
    Figure {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// What it is about: `alliance`, `region` for the wider region, or a country's code.
        scope: Text,
        /// The value, or the low end of a published range.
        value: f64 as FromZero,
        /// The high end of a published range.
        value_max: Option<f64> as FromZero,
        /// What it counts.
        unit: Unit,
        /// Year it is for.
        year: i16,
        /// How far it is confirmed.
        confidence: Standing,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// A term to explain.
    Term {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// A step of the guided tour.
    TourStep {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// It goes beyond the event that the story is about.
        after: bool,
        /// Codes of countries to show.
        countries: Vec<Text> as Each<CountryCode>,
        /// Ids of events to show, in the order of the text.
        events: Vec<Text> as Each<Id>,
        /// Ids of places to show.
        places: Vec<Text> as Each<Id>,
        /// Its events on the map.
        marks: Vec<StepMark>,
        /// Ids of sources.
        sources: Vec<Text> as OneOrMore<Id>,
    }

    /// An event of a step on the map: a disc with the event's number, and a note on maps from 560 px.
    StepMark {
        /// Id of the event, one of the step's.
        event: Text as Id,
        /// Id of the place of the disc, one of the event's.
        place: Text as Id,
        /// px that the disc is moved to the right and down, where several events share a place.
        shift: Option<(i16, i16)>,
        /// Where the line from the disc to its note ends: px to the right of and below the disc's centre, and
        /// on which side the text is, such as `[12, -40, "middle"]`: `start` puts it to the right, `end` to
        /// the left, `middle` above or below. Its words stand in each words file.
        note: Option<LabelOffset>,
    }

    /// A statement of the briefing and where it went.
    SeedStatement {
        /// Id: `S` and a number.
        id: Text as StatementId,
        /// What research made of it.
        verdict: Verdict,
        /// Why, for editors.
        note: Option<Text>,
        /// The items that cover it.
        covered_by: Vec<Covering> as OneOrMore<Covering>,
    }

    /// An item that covers a statement of the briefing.
    Covering {
        /// What kind of item it is.
        kind: SectionKind,
        /// Its id.
        id: Text as Id,
    }

    /// A publication that statements rest on.
    Source {
        /// Id, in small letters, digits and hyphens.
        id: Text as Id,
        /// Title in the source's own language.
        title: ForeignTitle,
        /// Where the title comes from: seen as the `headline`, read from the address (`slug`), or our own
        /// `description`, which is printed in brackets.
        title_basis: TitleBasis,
        /// Who served the page.
        publisher: Name,
        /// The agency or body that the page reproduces.
        original: Option<Name>,
        /// Address, beginning with `http://` or `https://`.
        url: Url as WebAddress,
        /// Date of publication, where one was shown.
        date: Option<PartialDate>,
        /// Language of the source, as a BCP 47 tag such as `fr`.
        lang: Text as LanguageTag,
        /// What kind of publication it is.
        kind: SourceKind,
    }
}

raw! {
    /// The words of a story in one language, under the ids of `story.json`.
    StoryWords {
        /// The language of this file.
        lang: Locale,
        /// The headline and what stands around it.
        intro: IntroWords,
        /// Names of fixed kinds.
        labels: LabelWords,
        /// Interface words that read otherwise in this story, under their keys in `assets/words`.
        phrases: Option<ById<Phrase>>,
        /// Names on the map that are neither places nor countries.
        map: ById<Name>,
        /// Words of countries.
        countries: ById<CountryWords>,
        /// Words of places.
        places: ById<PlaceWords>,
        /// Words of actors.
        actors: ById<ActorWords>,
        /// Words of events.
        events: ById<EventWords>,
        /// Words of key points.
        key_points: ById<PointWords>,
        /// Words of themes.
        themes: ById<ThemeWords>,
        /// Words of figures.
        figures: ById<FigureWords>,
        /// Words of the glossary.
        glossary: ById<TermWords>,
        /// Words of the tour.
        tour: ById<TourWords>,
        /// Statements of the briefing; for editors, never shown.
        seed_statements: ById<Sentence>,
    }

    /// The headline and what stands around it.
    IntroWords {
        /// The subject, above the headline.
        kicker: Name,
        /// The headline.
        headline: Headline,
        /// The summary under it.
        standfirst: Paragraph,
    }

    /// Names of fixed kinds.
    LabelWords {
        /// Topics of events.
        category: ById<Name>,
        /// Kinds of actors.
        actor_kind: ById<Name>,
        /// Kinds of places.
        place_kind: ById<Name>,
        /// Verbs of relations.
        relation: ById<Name>,
        /// Marks of confidence.
        confidence: ById<Name>,
        /// Units of figures.
        unit: ById<Name>,
        /// What figures are about.
        scope: ScopeWords,
        /// Marks of statements.
        note: NoteWords,
    }

    /// What figures are about, where it is not a country.
    ScopeWords {
        /// The alliance.
        alliance: Name,
        /// The wider region.
        region: Name,
    }

    /// Marks of statements.
    NoteWords {
        /// Mark of events after the one that the story is about.
        after: Name,
        /// Stands before the party of an attributed claim.
        attributed_to: Name,
    }

    /// Words of a country: the name, and for a profile all others.
    CountryWords {
        /// Name.
        name: Name,
        /// Name of the capital.
        capital: Option<Sentence>,
        /// Head of state with title.
        leader: Option<Sentence>,
        /// Head of government with title.
        head_of_government: Option<Sentence>,
        /// Role in the alliance, as a sentence.
        role: Option<Sentence>,
        /// Languages, as a sentence.
        languages: Option<Sentence>,
        /// Name of the currency.
        currency: Option<Sentence>,
        /// Who says so, for an attributed profile.
        attributed_to: Option<Name>,
    }

    /// Words of a place.
    PlaceWords {
        /// Name.
        name: Name,
        /// Name beside the marker, where there is less room.
        map_name: Option<ShortName>,
        /// Why it matters, as a sentence.
        why: Sentence,
    }

    /// Words of an actor.
    ActorWords {
        /// Full name.
        name: Name,
        /// Name in lists and buttons.
        short_name: ShortName,
        /// Other names and spellings that readers may search for; never shown.
        aliases: Vec<Name>,
        /// What it is and does here.
        role: Sentence,
        /// What it says or does.
        stance: Sentence,
        /// Who says so, for an attributed entry.
        attributed_to: Option<Name>,
    }

    /// Words of an event.
    EventWords {
        /// Headline.
        title: Title,
        /// What happened, in one to three sentences.
        summary: Paragraph,
        /// Who says so, for an attributed event.
        attributed_to: Option<Name>,
    }

    /// Words of a key point.
    PointWords {
        /// Title.
        title: Title,
        /// The same idea in at most 40 characters, where the title is longer; shown in its place.
        lead: Option<Lead>,
        /// Text.
        text: Paragraph,
        /// Who says so, for an attributed point.
        attributed_to: Option<Name>,
    }

    /// Words of a theme.
    ThemeWords {
        /// Title.
        title: Title,
        /// Text.
        text: Long,
        /// Who says so, for an attributed theme.
        attributed_to: Option<Name>,
        /// Words of its scenarios.
        scenarios: Option<ById<StepWords>>,
    }

    /// Words of a figure.
    FigureWords {
        /// What it is.
        label: Name,
        /// How it is to be read; always shown.
        note: Sentence,
        /// Who says so, for an attributed figure.
        attributed_to: Option<Name>,
    }

    /// Words of a glossary term.
    TermWords {
        /// The term.
        term: Name,
        /// Other forms and spellings under which texts and readers use the term; never shown by themselves.
        aliases: Vec<Name>,
        /// What it means here.
        definition: Sentence,
    }

    /// Words of a step of the tour.
    TourWords {
        /// Title.
        title: Title,
        /// Text.
        text: Paragraph,
        /// Notes on the map by event: what happened in one or two short lines, without its date.
        notes: Option<ById<Vec<NoteLine>>>,
    }

    /// A title and a text.
    StepWords {
        /// Title.
        title: Title,
        /// Text.
        text: Paragraph,
    }
}

raw! {
    /// The interface words of one language.
    Interface {
        /// The language of this file.
        lang: Locale,
        /// Phrases without a number; `{name}` stands for a value.
        texts: ById<Phrase>,
        /// Phrases with a number, in the plural forms of the language; `{n}` stands for the number.
        counts: ById<Forms>,
    }

    /// A phrase in the plural forms of a language, named as CLDR names them.
    Forms {
        /// Form for zero, where the language has one.
        zero: Option<Phrase>,
        /// Form for one, where the language has one.
        one: Option<Phrase>,
        /// Form for two, where the language has one.
        two: Option<Phrase>,
        /// Form for few, where the language has one.
        few: Option<Phrase>,
        /// Form for many, where the language has one.
        many: Option<Phrase>,
        /// Form for all other numbers.
        other: Phrase,
    }
}

/// The base map: outlines as SVG path data. The file also says where they come from.
#[derive(Debug)]
pub struct Land {
    /// Countries with a profile.
    pub members: ById<Text>,
    /// Other countries where armed groups are reported active.
    pub neighbours: ById<Text>,
    /// The other layers, in the order of [`Land::LAYERS`].
    pub layers: Vec<Text>,
    /// Where the map lies on the locator.
    pub locator_frame: [f64; 4],
}

impl Land {
    /// Keys of the layers.
    pub const LAYERS: [&'static str; 9] = [
        "land",
        "borders",
        "disputed",
        "inner_borders",
        "outer_border",
        "lakes",
        "main_river",
        "rivers",
        "locator",
    ];
}

impl Read for Land {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        const MISSING: &Value = &Value::Null;
        for (layer, key) in self.layers.iter_mut().zip(Self::LAYERS) {
            layer.read(value.get(key).unwrap_or(MISSING), &at.key(key), problems);
        }
        self.members.read(value.get("members").unwrap_or(MISSING), &at.key("members"), problems);
        if let Some(neighbours) = value.get("neighbours") {
            self.neighbours.read(neighbours, &at.key("neighbours"), problems);
        }
        let frame = value.get("locator_frame").unwrap_or(MISSING);
        self.locator_frame.read(frame, &at.key("locator_frame"), problems);
    }
}

impl StandIn for Land {
    fn stand_in() -> Self {
        Self {
            members: ById::stand_in(),
            neighbours: ById::stand_in(),
            layers: Self::LAYERS.map(|_| "".into()).into(),
            locator_frame: [0.0; 4],
        }
    }
}
