//! The checked story in one language.

use super::date::{Date, EventDate, PartialDate};
use super::index::{ActorIx, CountryIx, EventIx, FigureIx, PlaceIx, SourceIx};
use super::terms::Terms;
use super::words::Words;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Text that views share rather than copy.
pub type Text = Rc<str>;

/// Everything the explainer knows, in one language. Built by the checker only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dataset {
    /// The language of all texts below.
    pub locale: Locale,
    /// All languages that the story is told in, this one included.
    pub languages: Vec<Locale>,
    /// When the story was last edited.
    pub updated: Date,
    /// First date that the story covers.
    pub covered_from: PartialDate,
    /// Last date up to which facts were checked.
    pub checked_to: PartialDate,
    /// The event that the story is about; it is open at the start.
    pub focus: EventIx,
    /// Headline and what stands around it.
    pub intro: Intro,
    /// Names of the fixed kinds.
    pub labels: Labels,
    /// Interface words.
    pub words: Words,
    /// Countries; those with a profile come first.
    pub countries: Vec<Country>,
    /// Places.
    pub places: Vec<Place>,
    /// Actors, in the editors' order.
    pub actors: Vec<Actor>,
    /// Relations, each stored once.
    pub relations: Vec<Relation>,
    /// Events, oldest first.
    pub events: Vec<Event>,
    /// Key points, most important first.
    pub key_points: Vec<KeyPoint>,
    /// Themes; a theme with scenarios is an outlook.
    pub themes: Vec<Theme>,
    /// Key figures.
    pub figures: Vec<Figure>,
    /// Glossary, in the editors' order.
    pub glossary: Vec<GlossaryTerm>,
    /// Where texts use terms of the glossary.
    pub terms: Terms,
    /// Steps of the guided tour.
    pub tour: Vec<TourStep>,
    /// Sources; the number printed for a source is its position plus one.
    pub sources: Vec<Source>,
    /// The base map.
    pub map: BaseMap,
}

impl Dataset {
    /// The countries with a profile, in order.
    pub fn members(&self) -> impl DoubleEndedIterator<Item = (CountryIx, &Country, &Profile)> {
        CountryIx::all(self)
            .filter_map(|(ix, country)| Some((ix, country, country.profile.as_ref()?)))
    }

    /// Whether a set of countries holds every country that has a profile.
    pub fn is_all_members(&self, countries: &[CountryIx]) -> bool {
        self.members().all(|(ix, ..)| countries.contains(&ix))
    }
}

/// A language the explainer speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// English, written left to right.
    #[default]
    En,
    /// French, written left to right.
    Fr,
    /// Arabic, written right to left.
    Ar,
}

impl Locale {
    /// All languages, in the order of the language buttons.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The language of a BCP 47 tag, its region and script ignored, or `None` if it is not spoken here.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// The writing direction, as the `dir` attribute takes it.
    pub fn dir(self) -> &'static str {
        match self {
            Self::En | Self::Fr => "ltr",
            Self::Ar => "rtl",
        }
    }
}

/// Headline of the explainer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Intro {
    /// The subject, above the headline.
    pub kicker: Text,
    /// The headline.
    pub headline: Text,
    /// The summary under it.
    pub standfirst: Text,
}

/// How far a statement is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// At least two independent origins.
    Confirmed,
    /// One origin only.
    SingleSource,
    /// A claim or count by the named party.
    Attributed(Text),
}

/// A country: of the alliance with a profile, or named by an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub id: Text,
    /// Name in the story's language.
    pub name: Text,
    /// The profile of a country that the story is about.
    pub profile: Option<Profile>,
}

/// What the story tells of a country.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Profile {
    /// Name of the capital.
    pub capital: Text,
    /// The capital on the map.
    pub capital_place: PlaceIx,
    /// Head of state, with title.
    pub leader: Text,
    /// Head of state as an actor.
    pub leader_actor: ActorIx,
    /// Head of government, with title.
    pub head_of_government: Text,
    /// Role in the alliance, as a sentence.
    pub role: Text,
    /// Languages, as a sentence.
    pub languages: Text,
    /// Name of the currency.
    pub currency: Text,
    /// ISO 4217 code of the currency.
    pub currency_code: Text,
    /// People.
    pub population: u64,
    /// Year of the population figure.
    pub population_year: i16,
    /// The figure that sources the population.
    pub population_figure: FigureIx,
    /// Area in km².
    pub area_km2: u64,
    /// Date of the last coup.
    pub last_coup: Date,
    /// The last coup as an event.
    pub last_coup_event: EventIx,
    /// The date that offices and roles are given for.
    pub status_as_of: PartialDate,
    /// How far the profile is confirmed.
    pub confidence: Confidence,
    /// Sources of the profile.
    pub sources: Vec<SourceIx>,
}

/// How exactly a place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlacePrecision {
    /// A point.
    Point,
    /// A point that may be some kilometres off.
    Approx,
    /// An area; the point is only its middle.
    Region,
}

impl PlacePrecision {
    /// All values with their ids in story files.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Point, "point"), (Self::Approx, "approx"), (Self::Region, "region")];
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PlaceKind {
    Capital,
    City,
    Town,
    Base,
    Region,
    BorderArea,
}

impl PlaceKind {
    /// All kinds with their ids in story files, in the order of the labels.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Capital, "capital"),
        (Self::City, "city"),
        (Self::Town, "town"),
        (Self::Base, "base"),
        (Self::Region, "region"),
        (Self::BorderArea, "border_area"),
    ];
}

/// A place where events happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    /// Id in files and addresses.
    pub id: Text,
    /// Name in the story's language.
    pub name: Text,
    /// The country it lies in.
    pub country: CountryIx,
    /// Latitude in degrees, north positive.
    pub lat: f64,
    /// Longitude in degrees, east positive.
    pub lon: f64,
    /// How exactly it is known.
    pub precision: PlacePrecision,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Name beside the marker, where there is less room.
    pub map_name: Text,
    /// Why it matters, as a sentence.
    pub why: Text,
    /// Sources of that sentence.
    pub sources: Vec<SourceIx>,
    /// How it is drawn.
    pub mark: PlaceMark,
}

/// How a place is drawn on the map, by width of the map.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PlaceMark {
    /// The place whose marker counts this one's events, at every width.
    pub merged: Option<PlaceIx>,
    /// The place whose marker counts this one's events, on maps narrower than 560 px.
    pub merged_narrow: Option<PlaceIx>,
    /// Name beside the marker from 560 px.
    pub wide: Option<LabelOffset>,
    /// Name beside the marker from 440 to 559 px.
    pub medium: Option<LabelOffset>,
    /// Name beside the marker under 440 px.
    pub narrow: Option<LabelOffset>,
    /// Name beside the marker where its country is drawn closer; without it, as from 560 px.
    pub closer: Option<LabelOffset>,
}

/// Where a name stands beside its marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelOffset {
    /// px to the right of the marker's centre.
    pub dx: i16,
    /// px below the marker's centre, to the text's baseline.
    pub dy: i16,
    /// Which end of the text is at that point.
    pub anchor: Anchor,
}

/// Which end of a text is tied to its point; `Start` is the left end, on the map in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// All values with their ids in story files.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Start, "start"), (Self::Middle, "middle"), (Self::End, "end")];
}

/// What kind of actor it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum ActorKind {
    State,
    Leader,
    Alliance,
    ArmedGroup,
    ExternalPower,
    RegionalBody,
    UnitedNations,
    PrivateMilitary,
    CivilSociety,
    Population,
}

impl ActorKind {
    /// All kinds with their ids in story files, in the order of the labels.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::State, "state"),
        (Self::Leader, "leader"),
        (Self::Alliance, "alliance"),
        (Self::ArmedGroup, "armed_group"),
        (Self::ExternalPower, "external_power"),
        (Self::RegionalBody, "regional_body"),
        (Self::UnitedNations, "un"),
        (Self::PrivateMilitary, "private_military"),
        (Self::CivilSociety, "civil_society"),
        (Self::Population, "population"),
    ];
}

/// The group that an actor is listed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum ActorGroup {
    States,
    Leaders,
    Alliance,
    ArmedGroups,
    Partners,
    Neighbours,
    Bodies,
    Society,
}

impl ActorGroup {
    /// All groups, in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::States,
        Self::Leaders,
        Self::Alliance,
        Self::ArmedGroups,
        Self::Partners,
        Self::Neighbours,
        Self::Bodies,
        Self::Society,
    ];
}

/// A party to the story.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Actor {
    /// Id in files and addresses.
    pub id: Text,
    /// Full name.
    pub name: Text,
    /// Name in lists and buttons.
    pub short_name: Text,
    /// Other names and spellings, for searches; not shown.
    pub aliases: Vec<Text>,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// A neighbour of the three states rather than a partner from elsewhere.
    pub is_neighbour: bool,
    /// Countries that it belongs to or is reported active in.
    pub countries: Vec<CountryIx>,
    /// What it is and does here.
    pub role: Text,
    /// What it says or does.
    pub stance: Text,
    /// How far the entry is confirmed.
    pub confidence: Confidence,
    /// Sources of the entry.
    pub sources: Vec<SourceIx>,
}

impl Actor {
    /// The group that the actor is listed in.
    pub fn group(&self) -> ActorGroup {
        match self.kind {
            ActorKind::State => ActorGroup::States,
            ActorKind::Leader => ActorGroup::Leaders,
            ActorKind::Alliance => ActorGroup::Alliance,
            ActorKind::ArmedGroup => ActorGroup::ArmedGroups,
            ActorKind::ExternalPower if self.is_neighbour => ActorGroup::Neighbours,
            ActorKind::ExternalPower | ActorKind::PrivateMilitary => ActorGroup::Partners,
            ActorKind::RegionalBody | ActorKind::UnitedNations => ActorGroup::Bodies,
            ActorKind::CivilSociety | ActorKind::Population => ActorGroup::Society,
        }
    }
}

/// What one actor is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum RelationKind {
    MemberOf,
    Leads,
    AlliedWith,
    Supports,
    Fights,
    Sanctioned,
    WithdrewFrom,
    InTalksWith,
}

impl RelationKind {
    /// All kinds with their ids in story files, in the order of the labels and of the diagram.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::MemberOf, "member_of"),
        (Self::Leads, "leads"),
        (Self::AlliedWith, "allied_with"),
        (Self::Supports, "supports"),
        (Self::Fights, "fights"),
        (Self::Sanctioned, "sanctioned"),
        (Self::WithdrewFrom, "withdrew_from"),
        (Self::InTalksWith, "negotiates_with"),
    ];
}

/// A relation between two actors, stored once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Relation {
    /// The actor that the verb belongs to.
    pub from: ActorIx,
    /// The other actor; never the same one.
    pub to: ActorIx,
    /// The verb.
    pub kind: RelationKind,
    /// Since when, where it is known.
    pub since: Option<PartialDate>,
    /// Sources of the relation.
    pub sources: Vec<SourceIx>,
}

/// The topic of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Category {
    Coup,
    Institution,
    Alliance,
    Summit,
    Attack,
    Humanitarian,
    Withdrawal,
    Diplomacy,
    Economy,
}

impl Category {
    /// All topics with their ids in story files, in the order of the chips and labels.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Coup, "coup"),
        (Self::Institution, "institution"),
        (Self::Alliance, "alliance"),
        (Self::Summit, "summit"),
        (Self::Attack, "attack"),
        (Self::Humanitarian, "humanitarian"),
        (Self::Withdrawal, "withdrawal"),
        (Self::Diplomacy, "diplomacy"),
        (Self::Economy, "economy"),
    ];

    /// The colour family of the topic.
    pub fn family(self) -> Family {
        match self {
            Self::Attack | Self::Humanitarian => Family::Conflict,
            Self::Coup | Self::Institution => Family::Politics,
            Self::Alliance | Self::Summit => Family::Alliance,
            Self::Withdrawal | Self::Diplomacy => Family::External,
            Self::Economy => Family::Economy,
        }
    }

    /// The id in story files and addresses.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// One of the five hues that topics share, in the fixed order of rings and stacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Family {
    Conflict,
    Politics,
    Alliance,
    External,
    Economy,
}

impl Family {
    /// All families with the name used in class names, in order.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Conflict, "conflict"),
        (Self::Politics, "politics"),
        (Self::Alliance, "alliance"),
        (Self::External, "external"),
        (Self::Economy, "economy"),
    ];

    /// The name used in class names.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Something that happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    /// Id in files and addresses.
    pub id: Text,
    /// When it happened.
    pub date: EventDate,
    /// Headline.
    pub title: Text,
    /// What happened.
    pub summary: Text,
    /// Countries it concerns.
    pub countries: Vec<CountryIx>,
    /// Places it happened at.
    pub places: Vec<PlaceIx>,
    /// Actors it involves.
    pub actors: Vec<ActorIx>,
    /// Its topic.
    pub category: Category,
    /// A key event, shown first.
    pub is_key: bool,
    /// Later than the event that the story is about, and kept apart from it.
    pub is_after: bool,
    /// How far it is confirmed.
    pub confidence: Confidence,
    /// Sources.
    pub sources: Vec<SourceIx>,
}

/// One of the things to know first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeyPoint {
    /// Id in files and addresses.
    pub id: Text,
    /// One idea.
    pub title: Text,
    /// The same in at most 40 characters: the title, or a shorter form of it.
    pub lead: Text,
    /// The point in a few sentences.
    pub text: Text,
    /// Events it rests on.
    pub events: Vec<EventIx>,
    /// How far it is confirmed.
    pub confidence: Confidence,
    /// Sources.
    pub sources: Vec<SourceIx>,
}

/// A subject across events.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Theme {
    /// Id in files and addresses.
    pub id: Text,
    /// Title.
    pub title: Text,
    /// Text.
    pub text: Text,
    /// Countries it concerns.
    pub countries: Vec<CountryIx>,
    /// Actors it involves.
    pub actors: Vec<ActorIx>,
    /// Events it rests on.
    pub events: Vec<EventIx>,
    /// Editorial scenarios: judgements, not forecasts.
    pub scenarios: Vec<Scenario>,
    /// How far it is confirmed.
    pub confidence: Confidence,
    /// Sources.
    pub sources: Vec<SourceIx>,
}

/// One way things could go: an editorial judgement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scenario {
    /// Id in files.
    pub id: Text,
    /// Title.
    pub title: Text,
    /// Text.
    pub text: Text,
    /// Sources it draws on.
    pub sources: Vec<SourceIx>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    People,
    Km2,
    Troops,
    BillionCfaFrancs,
    Percent,
    Schools,
    Rank,
    Fighters,
}

impl Unit {
    /// All units with their ids in story files, in the order of the labels.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::People, "people"),
        (Self::Km2, "km2"),
        (Self::Troops, "troops"),
        (Self::BillionCfaFrancs, "billion CFA francs"),
        (Self::Percent, "percent"),
        (Self::Schools, "schools"),
        (Self::Rank, "rank"),
        (Self::Fighters, "fighters"),
    ];
}

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// The three states together.
    Alliance,
    /// The wider region.
    Region,
    /// One country.
    Country(CountryIx),
}

/// A number with its note.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// Id in files.
    pub id: Text,
    /// What it is.
    pub label: Text,
    /// How it is to be read; always shown.
    pub note: Text,
    /// What it is about.
    pub scope: Scope,
    /// The value, or the low end of a published range.
    pub value: f64,
    /// The high end of a published range.
    pub value_max: Option<f64>,
    /// What it counts.
    pub unit: Unit,
    /// Year it is for.
    pub year: i16,
    /// How far it is confirmed.
    pub confidence: Confidence,
    /// Sources.
    pub sources: Vec<SourceIx>,
}

/// A term and what it means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GlossaryTerm {
    /// Id in files.
    pub id: Text,
    /// The term.
    pub term: Text,
    /// Other forms and spellings of the term, to find it in texts and searches; no two terms share one.
    pub aliases: Vec<Text>,
    /// What it means here.
    pub definition: Text,
    /// Sources.
    pub sources: Vec<SourceIx>,
}

/// A step of the guided tour: a short text and what it shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TourStep {
    /// Id in files and addresses.
    pub id: Text,
    /// Title.
    pub title: Text,
    /// Text.
    pub text: Text,
    /// Countries to show.
    pub countries: Vec<CountryIx>,
    /// Events to show, in the order of the text.
    pub events: Vec<EventIx>,
    /// Places to show.
    pub places: Vec<PlaceIx>,
    /// Its events on the map.
    pub marks: Vec<StepMark>,
    /// Goes beyond the event that the story is about.
    pub is_after: bool,
    /// Sources.
    pub sources: Vec<SourceIx>,
}

/// An event of a step on the map: a disc with the event's number in the step, and on maps with room for
/// it a note.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StepMark {
    /// The event; its number is its position in the step's list plus one.
    pub event: EventIx,
    /// The place of the disc.
    pub place: PlaceIx,
    /// px that the disc is moved to the right and down, where several events share a place.
    pub shift: (i16, i16),
    /// Where the line from the disc to its note ends, on maps from 560 px: px from the disc's centre, and
    /// the side on which the text is. Without it there is no note.
    pub note: Option<LabelOffset>,
    /// What happened, in one or two short lines; the date is the event's.
    pub lines: Vec<Text>,
}

/// Where a source's title comes from, which decides how it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TitleBasis {
    /// Seen as the headline.
    Headline,
    /// Read from the address.
    Slug,
    /// Our own description, printed in brackets.
    Description,
}

impl TitleBasis {
    /// All values with their ids in story files.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Headline, "headline"), (Self::Slug, "slug"), (Self::Description, "description")];
}

/// What kind of publication a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum SourceKind {
    UnitedNations,
    Official,
    RegionalBody,
    Agency,
    Broadcaster,
    Press,
    ThinkTank,
    Ngo,
    Tertiary,
    StateMedia,
}

impl SourceKind {
    /// All kinds with their ids in story files, in the order of the labels.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::UnitedNations, "un"),
        (Self::Official, "official"),
        (Self::RegionalBody, "regional_body"),
        (Self::Agency, "agency"),
        (Self::Broadcaster, "broadcaster"),
        (Self::Press, "press"),
        (Self::ThinkTank, "think_tank"),
        (Self::Ngo, "ngo"),
        (Self::Tertiary, "tertiary"),
        (Self::StateMedia, "state_media"),
    ];
}

/// A publication that a statement rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Id in files.
    pub id: Text,
    /// Title in the source's own language.
    pub title: Text,
    /// Where the title comes from.
    pub title_basis: TitleBasis,
    /// Who served the page.
    pub publisher: Text,
    /// The agency or body that the page reproduces.
    pub original: Option<Text>,
    /// Address, `http` or `https`.
    pub url: Text,
    /// Date of publication, where one was shown.
    pub date: Option<PartialDate>,
    /// BCP 47 tag of the source's language.
    pub lang: Text,
    /// What kind of publication it is.
    pub kind: SourceKind,
}

/// Names of the fixed kinds, each list in the order of the kind's `ALL`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Labels {
    /// Full names of topics.
    pub category: Vec<Text>,
    /// Names of actor kinds.
    pub actor_kind: Vec<Text>,
    /// Names of place kinds.
    pub place_kind: Vec<Text>,
    /// Verbs of relations, from the actor.
    pub relation: Vec<Text>,
    /// Names of the confidence marks: confirmed, single source, attributed.
    pub confidence: [Text; 3],
    /// Names of units.
    pub unit: Vec<Text>,
    /// The three states together, as a scope.
    pub scope_alliance: Text,
    /// The wider region, as a scope.
    pub scope_region: Text,
    /// Mark of events after the summit.
    pub after: Text,
    /// Introduces the party of an attributed claim.
    pub attributed_to: Text,
}

/// The base map as SVG path data on the projection's plane, in km, x east and y south of the centre.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BaseMap {
    /// The countries with a profile, as closed paths.
    pub members: Vec<(CountryIx, Text)>,
    /// Other countries where armed groups are reported active.
    pub neighbours: Vec<(CountryIx, Text)>,
    /// All land, closed: neighbours under the members, and the outline for the coastal bands.
    pub land: Text,
    /// Borders between neighbours.
    pub borders: Text,
    /// Borders that Natural Earth marks as disputed.
    pub disputed: Text,
    /// Borders between the countries with a profile.
    pub inner_borders: Text,
    /// The outline of these countries together.
    pub outer_border: Text,
    /// Lakes, closed.
    pub lakes: Text,
    /// The main river.
    pub main_river: Text,
    /// Other rivers.
    pub rivers: Text,
    /// The continent for the locator inset, in its own units of 0 to 100.
    pub locator: Text,
    /// Where the map lies on the continent: x, y, width and height in the same units.
    pub locator_frame: [f64; 4],
    /// Hand-placed names.
    pub names: Vec<MapName>,
}

/// A name on the map that is not a place of the story.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MapName {
    /// The name.
    pub name: Text,
    /// The country, where it is the name of one with a profile.
    pub member: Option<CountryIx>,
    /// What is named.
    pub kind: MapNameKind,
    /// Longitude and latitude in degrees on maps from 560 px, where it is shown there.
    pub wide: Option<(f64, f64)>,
    /// The same on narrower maps.
    pub narrow: Option<(f64, f64)>,
    /// On maps from 440 to 559 px, if the name stands elsewhere there than on narrower ones.
    pub medium: Option<(f64, f64)>,
    /// The same on phones where a country is drawn closer; without it, as on narrower maps.
    pub closer: Vec<(CountryIx, (f64, f64))>,
    /// On maps from 560 px beside the notes of the guided tour; without it, `wide`.
    pub tour: Option<(f64, f64)>,
    /// Degrees that the name is turned clockwise.
    pub rotate: i16,
    /// Smaller, with a line for each word on maps from 440 px, for a country with little room.
    pub is_small: bool,
    /// Where it is on maps from 560 px, if it is a region that no border shows.
    pub area: Option<Area>,
}

/// A region, roughly: an ellipse.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Longitude and latitude of its middle, in degrees.
    pub centre: (f64, f64),
    /// Half its width and half its height before it is turned, in km.
    pub radii_km: (f64, f64),
    /// Degrees that it is turned clockwise.
    pub rotate: i16,
}

/// What a name on the map names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum MapNameKind {
    Member,
    Neighbour,
    Sea,
    River,
    Region,
}

impl MapNameKind {
    /// All values with their ids in story files.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Member, "member"),
        (Self::Neighbour, "neighbour"),
        (Self::Sea, "sea"),
        (Self::River, "river"),
        (Self::Region, "region"),
    ];
}
