//! What the reader has chosen, how actions change it, and what is visible as a result.
//!
//! Filters *narrow*: together they decide which events are shown, everywhere at once. An open event or
//! place *points*: it is marked and explained, and hides nothing.

pub mod address;

use crate::model::{
    ActorIx, Category, CountryIx, Dataset, Event, EventIx, PlaceIx, PointIx, StepIx, Text, ThemeIx,
};
use std::rc::Rc;

/// A month, counted from January of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month of a year; `month` is 1 to 12.
    pub fn new(year: i16, month: u8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month) - 1)
    }

    /// The month that an event is listed under.
    pub fn of(event: &Event) -> Self {
        let day = event.date.start().first_day();
        Self::new(day.year(), day.month())
    }

    /// The year.
    pub fn year(self) -> i16 {
        (self.0.div_euclid(12)) as i16
    }

    /// So many months later, or earlier if negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// How many months this is after another one; negative if it is before.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> u8 {
        (self.0.rem_euclid(12) + 1) as u8
    }
}

/// The first and the last month shown; the last is not before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    from: Month,
    to: Month,
}

impl Months {
    /// The stretch between two months, in whichever order they are given.
    pub fn between(one: Month, other: Month) -> Self {
        Self { from: one.min(other), to: one.max(other) }
    }

    /// The first month.
    pub fn from(self) -> Month {
        self.from
    }

    /// The last month.
    pub fn to(self) -> Month {
        self.to
    }

    /// The years, if the stretch is made of whole ones.
    pub fn whole_years(self) -> Option<(i16, i16)> {
        (self.from.month() == 1 && self.to.month() == 12)
            .then(|| (self.from.year(), self.to.year()))
    }

    /// Whether the month is in the stretch.
    pub fn contains(self, month: Month) -> bool {
        (self.from..=self.to).contains(&month)
    }
}

/// A set of topics; the empty set stands for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Topics(u16);

impl Topics {
    /// Whether no topic is chosen, so that all are shown.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this topic is chosen.
    pub fn contains(self, topic: Category) -> bool {
        self.0 & (1 << topic as u16) != 0
    }

    /// The set with this topic switched.
    #[must_use]
    pub fn toggled(self, topic: Category) -> Self {
        Self(self.0 ^ (1 << topic as u16))
    }

    /// The chosen topics, in the order of the chips.
    pub fn iter(self) -> impl Iterator<Item = Category> {
        Category::ALL.into_iter().map(|(topic, _)| topic).filter(move |&topic| self.contains(topic))
    }
}

/// A set of events that editors have put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The events behind a key point.
    Point(PointIx),
    /// The events behind a theme.
    Theme(ThemeIx),
}

impl Basis {
    /// The events of the set.
    pub fn events(self, story: &Dataset) -> &[EventIx] {
        match self {
            Self::Point(ix) => &story[ix].events,
            Self::Theme(ix) => &story[ix].events,
        }
    }
}

/// Everything that narrows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// Only events that concern this country.
    pub country: Option<CountryIx>,
    /// Only events that involve this actor.
    pub actor: Option<ActorIx>,
    /// Only events at this place.
    pub only: Option<PlaceIx>,
    /// Only the events behind a key point or theme.
    pub basis: Option<Basis>,
    /// Only events of these topics.
    pub topics: Topics,
    /// Only events listed in these months.
    pub months: Option<Months>,
    /// Only events in which these words are found.
    pub query: Rc<str>,
}

/// One filter that is on, as its tag names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// The country.
    Country(CountryIx),
    /// The actor.
    Actor(ActorIx),
    /// The place.
    Only(PlaceIx),
    /// The key point or theme.
    Basis(Basis),
    /// One topic.
    Topic(Category),
    /// The dates.
    Months(Months),
    /// The search.
    Query,
}

/// What can be taken away to widen the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One filter that is not a topic.
    Tag(Tag),
    /// All topics.
    Topics,
}

impl Filters {
    /// The filters that are on, in the order of their tags.
    pub fn tags(&self) -> Vec<Tag> {
        let mut tags = Vec::new();
        tags.extend(self.country.map(Tag::Country));
        tags.extend(self.actor.map(Tag::Actor));
        tags.extend(self.only.map(Tag::Only));
        tags.extend(self.basis.map(Tag::Basis));
        tags.extend(self.topics.iter().map(Tag::Topic));
        tags.extend(self.months.map(Tag::Months));
        tags.extend((!self.query.trim().is_empty()).then_some(Tag::Query));
        tags
    }

    /// The filters that are on, topics as one: it takes all of them away to widen the result.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        for tag in self.tags() {
            match tag {
                Tag::Topic(_) if parts.contains(&Part::Topics) => {}
                Tag::Topic(_) => parts.push(Part::Topics),
                tag => parts.push(Part::Tag(tag)),
            }
        }
        parts
    }

    /// The filters without one part.
    #[must_use]
    pub fn without_part(&self, part: Part) -> Self {
        match part {
            Part::Tag(tag) => self.without(tag),
            Part::Topics => Self { topics: Topics::default(), ..self.clone() },
        }
    }

    /// The filters without this one.
    #[must_use]
    pub fn without(&self, tag: Tag) -> Self {
        let mut rest = self.clone();
        match tag {
            Tag::Country(_) => rest.country = None,
            Tag::Actor(_) => rest.actor = None,
            Tag::Only(_) => rest.only = None,
            Tag::Basis(_) => rest.basis = None,
            Tag::Topic(topic) if rest.topics.contains(topic) => {
                rest.topics = rest.topics.toggled(topic);
            }
            Tag::Topic(_) => {}
            Tag::Months(_) => rest.months = None,
            Tag::Query => rest.query = Rc::from(""),
        }
        rest
    }
}

/// A part of the tab panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Tab {
    #[default]
    Timeline,
    Actors,
    Themes,
    Figures,
    Glossary,
    Sources,
}

impl Tab {
    /// All tabs with their ids in addresses, in order.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Timeline, "timeline"),
        (Self::Actors, "actors"),
        (Self::Themes, "themes"),
        (Self::Figures, "figures"),
        (Self::Glossary, "glossary"),
        (Self::Sources, "sources"),
    ];

    /// The id in addresses and class names.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// The order of the event list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Latest first.
    #[default]
    Newest,
    /// Earliest first.
    Oldest,
}

/// Which event is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// The story's focus, where there is room for it beside the list; nothing where there is not.
    #[default]
    Focus,
    /// None: the reader closed it.
    Nothing,
    /// This one.
    Event(EventIx),
}

impl Opened {
    /// The event that the reader opened.
    pub fn chosen(self) -> Option<EventIx> {
        match self {
            Self::Event(ix) => Some(ix),
            Self::Focus | Self::Nothing => None,
        }
    }

    /// The event that stands beside a wide list.
    pub fn beside(self, story: &Dataset) -> Option<EventIx> {
        match self {
            Self::Focus => Some(story.focus),
            Self::Nothing => None,
            Self::Event(ix) => Some(ix),
        }
    }
}

/// What is to be said of the last action, once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nothing.
    #[default]
    None,
    /// A country was selected.
    Country(CountryIx),
    /// The country was cleared.
    AllCountries,
    /// An actor was selected.
    Actor(ActorIx),
    /// A place was opened.
    Place(PlaceIx),
    /// The result changed.
    Result,
    /// The order changed.
    Order,
    /// An event was gone to from elsewhere. Nothing is said: its heading takes the focus.
    Shown(EventIx),
    /// Another step of the tour was opened.
    Step(StepIx),
    /// As many sources match what is wanted of them.
    Sources(usize),
}

/// What the reader has chosen: filters, what is pointed at, and how it is viewed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// Everything that narrows.
    pub filters: Filters,
    /// The open event.
    pub event: Opened,
    /// The open place.
    pub place: Option<PlaceIx>,
    /// The open tab.
    pub tab: Tab,
    /// The order of events.
    pub order: Order,
    /// The open step of the guided tour; `None` outside it. A tour leaves everything else as it is, so that
    /// the reader gets it back at the end.
    pub step: Option<StepIx>,
    /// What is to be said of the last action.
    pub notice: Notice,
}

/// A kind of thing that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum SelectedKind {
    Country,
    Actor,
    Event,
    Place,
}

impl SelectedKind {
    /// The name in events and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Actor => "actor",
            Self::Event => "event",
            Self::Place => "place",
        }
    }
}

/// One selected thing by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// What kind of thing it is.
    pub kind: SelectedKind,
    /// Its id in the story.
    pub id: Text,
}

/// Something the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Pressed a country: selects it, or clears it if it was selected.
    Country(CountryIx),
    /// Asked for all countries.
    AllCountries,
    /// Pressed an actor: selects it and opens its tab, or clears it if it was selected.
    Actor(ActorIx),
    /// Pressed a place: opens it, or closes it if it was open.
    Place(PlaceIx),
    /// Asked for the events of one place only.
    Only(PlaceIx),
    /// Asked for the events behind a key point or theme.
    Basis(Basis),
    /// Pressed a topic.
    Topic(Category),
    /// Set or removed the dates.
    Months(Option<Months>),
    /// Typed into the search field.
    Query(Rc<str>),
    /// Pressed an event: opens it, or closes it if it was open.
    Event(EventIx),
    /// Went to an event from elsewhere: opens it in the timeline.
    Show(EventIx),
    /// Closed the open event.
    CloseEvent,
    /// Removed a filter.
    Remove(Tag),
    /// Changed several filters at once.
    Filters(Box<Filters>),
    /// Removed all filters; the open event, the tab and the language stay.
    ClearAll,
    /// Opened a tab.
    Tab(Tab),
    /// Chose an order.
    Order(Order),
    /// Opened a step of the guided tour. Every action but this one and [`Action::Replace`] ends a tour.
    Step(StepIx),
    /// Left the tour.
    LeaveTour,
    /// Narrowed the table of sources to as many, which no other part shows.
    FoundSources(usize),
    /// Replaces everything, from a link or from the page around.
    Replace(Box<Selection>),
}

impl Selection {
    /// The country, actor, event and place that are selected, as far as they are.
    pub fn selected(&self, story: &Dataset) -> impl Iterator<Item = Selected> {
        let country = self.filters.country.map(|ix| (SelectedKind::Country, &story[ix].id));
        let actor = self.filters.actor.map(|ix| (SelectedKind::Actor, &story[ix].id));
        let event = self.event.chosen().map(|ix| (SelectedKind::Event, &story[ix].id));
        let place = self.place.map(|ix| (SelectedKind::Place, &story[ix].id));
        [country, actor, event, place]
            .into_iter()
            .flatten()
            .map(|(kind, id)| Selected { kind, id: id.clone() })
    }

    /// What the parts outside a tour show: no step changes it, nor what is said only.
    #[must_use]
    pub fn outside_tour(&self) -> Self {
        let notice = match self.notice {
            Notice::Step(_) | Notice::Sources(_) => Notice::None,
            other => other,
        };
        Self { step: None, notice, ..self.clone() }
    }

    /// What the map and the strip show at a step: nothing but the step.
    #[must_use]
    pub fn at_step(step: StepIx) -> Self {
        Self { event: Opened::Nothing, step: Some(step), ..Self::default() }
    }

    /// The same choice in another story, such as the same one in another language: everything by its id,
    /// without what the other story does not have.
    #[must_use]
    pub fn carried(&self, from: &Dataset, to: &Dataset) -> Self {
        let filters = &self.filters;
        Self {
            filters: Filters {
                country: filters.country.and_then(|ix| CountryIx::find(to, &from[ix].id)),
                actor: filters.actor.and_then(|ix| ActorIx::find(to, &from[ix].id)),
                only: filters.only.and_then(|ix| PlaceIx::find(to, &from[ix].id)),
                basis: filters.basis.and_then(|basis| match basis {
                    Basis::Point(ix) => PointIx::find(to, &from[ix].id).map(Basis::Point),
                    Basis::Theme(ix) => ThemeIx::find(to, &from[ix].id).map(Basis::Theme),
                }),
                topics: filters.topics,
                months: filters.months,
                query: filters.query.clone(),
            },
            event: match self.event {
                Opened::Event(ix) => {
                    EventIx::find(to, &from[ix].id).map_or(Opened::Nothing, Opened::Event)
                }
                other => other,
            },
            place: self.place.and_then(|ix| PlaceIx::find(to, &from[ix].id)),
            step: self.step.and_then(|ix| StepIx::find(to, &from[ix].id)),
            tab: self.tab,
            order: self.order,
            notice: Notice::None,
        }
    }

    /// What a host is told after a change: `None` if nothing selected has changed, `Some(None)` if
    /// something was cleared and nothing new selected.
    pub fn news(&self, before: &Self, story: &Dataset) -> Option<Option<Selected>> {
        let old: Vec<Selected> = before.selected(story).collect();
        let now: Vec<Selected> = self.selected(story).collect();
        let new = now.iter().find(|selected| !old.contains(selected));
        (old != now).then(|| new.cloned())
    }

    /// The selection after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = Self { step: None, notice: Notice::None, ..self.clone() };
        match action {
            Action::Country(ix) if self.filters.country == Some(ix) => {
                next.filters.country = None;
                next.notice = Notice::AllCountries;
            }
            Action::Country(ix) => {
                next.filters.country = Some(ix);
                next.place = None;
                next.notice = Notice::Country(ix);
            }
            Action::AllCountries => {
                next.filters.country = None;
                next.notice = Notice::AllCountries;
            }
            Action::Actor(ix) if self.filters.actor == Some(ix) => {
                next.filters.actor = None;
                next.notice = Notice::Result;
            }
            Action::Actor(ix) => {
                next.filters.actor = Some(ix);
                next.tab = Tab::Actors;
                next.notice = Notice::Actor(ix);
            }
            Action::Place(ix) if self.place == Some(ix) => next.place = None,
            Action::Place(ix) => {
                next.place = Some(ix);
                next.notice = Notice::Place(ix);
            }
            Action::Only(ix) => {
                next.filters.only = (self.filters.only != Some(ix)).then_some(ix);
                next.notice = Notice::Result;
            }
            Action::Basis(basis) => {
                next.filters.basis = (self.filters.basis != Some(basis)).then_some(basis);
                next.tab = Tab::Timeline;
                next.notice = Notice::Result;
            }
            Action::Topic(topic) => {
                next.filters.topics = self.filters.topics.toggled(topic);
                next.notice = Notice::Result;
            }
            Action::Months(months) => {
                next.filters.months = months;
                next.notice = Notice::Result;
            }
            Action::Query(query) => {
                next.filters.query = query;
                next.notice = Notice::Result;
            }
            Action::Event(ix) if self.event == Opened::Event(ix) => next.event = Opened::Nothing,
            Action::Event(ix) => next.event = Opened::Event(ix),
            Action::Show(ix) => {
                next.event = Opened::Event(ix);
                next.tab = Tab::Timeline;
                next.notice = Notice::Shown(ix);
            }
            Action::CloseEvent => next.event = Opened::Nothing,
            Action::Remove(tag) => {
                next.filters = self.filters.without(tag);
                next.notice = match tag {
                    Tag::Country(_) => Notice::AllCountries,
                    _ => Notice::Result,
                };
            }
            Action::Filters(filters) => {
                next.filters = *filters;
                next.notice = Notice::Result;
            }
            Action::ClearAll => {
                next.filters = Filters::default();
                next.place = None;
                next.notice = Notice::AllCountries;
            }
            Action::Tab(tab) => next.tab = tab,
            Action::Order(order) => {
                next.order = order;
                next.notice = Notice::Order;
            }
            Action::Step(ix) => {
                next.step = Some(ix);
                // At the start the focus goes to the step, which says enough.
                next.notice = if self.step.is_some() { Notice::Step(ix) } else { Notice::None };
            }
            Action::LeaveTour => next.notice = Notice::None,
            Action::FoundSources(shown) => next.notice = Notice::Sources(shown),
            Action::Replace(selection) => next = *selection,
        }
        next
    }
}

/// What the filters leave, derived once a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Visible {
    events: Vec<bool>,
    actors: Vec<bool>,
    places: Vec<usize>,
    topics: [u16; Category::ALL.len()],
}

impl Visible {
    /// What is left of a story. `found` says for each event whether the search finds it; `None` if
    /// nothing is searched for.
    pub fn of(story: &Dataset, filters: &Filters, found: Option<&[bool]>) -> Self {
        let basis = filters.basis.map(|basis| basis.events(story));
        let mut topics = [0; Category::ALL.len()];
        let mut actors = vec![false; story.actors.len()];
        let mut places = vec![0; story.places.len()];
        let events = EventIx::all(story)
            .map(|(ix, event)| {
                let but_topic_and_actor = filters
                    .country
                    .is_none_or(|country| event.countries.contains(&country))
                    && filters.only.is_none_or(|place| is_at(story, event, place))
                    && basis.is_none_or(|basis| basis.contains(&ix))
                    && filters.months.is_none_or(|months| months.contains(Month::of(event)))
                    && found.is_none_or(|found| found.get(ix.position()).copied().unwrap_or(false));
                let of_actor = filters.actor.is_none_or(|actor| event.actors.contains(&actor));
                let of_topic = filters.topics.is_empty() || filters.topics.contains(event.category);
                if but_topic_and_actor && of_actor {
                    topics[event.category as usize] += 1;
                }
                if but_topic_and_actor && of_topic {
                    for actor in &event.actors {
                        actors[actor.position()] = true;
                    }
                }
                let is_shown = but_topic_and_actor && of_actor && of_topic;
                if is_shown {
                    for place in places_of(story, event) {
                        places[place.position()] += 1;
                    }
                }
                is_shown
            })
            .collect();
        let narrowed_by_country_alone =
            filters.tags().iter().all(|tag| matches!(tag, Tag::Country(_) | Tag::Actor(_)));
        if narrowed_by_country_alone {
            for (ix, actor) in ActorIx::all(story) {
                actors[ix.position()] |=
                    filters.country.is_none_or(|country| actor.countries.contains(&country));
            }
        }
        Self { events, actors, places, topics }
    }

    /// The events of a step of the tour, whatever the filters.
    pub fn at_step(story: &Dataset, step: StepIx) -> Self {
        let events = EventIx::all(story).map(|(ix, _)| story[step].events.contains(&ix));
        Self::of(story, &Filters::default(), Some(&events.collect::<Vec<bool>>()))
    }

    /// Whether an event is shown.
    pub fn event(&self, ix: EventIx) -> bool {
        self.events[ix.position()]
    }

    /// Whether an actor is linked to what is shown. The actor filter itself does not count.
    pub fn actor(&self, ix: ActorIx) -> bool {
        self.actors[ix.position()]
    }

    /// How many events are shown of those at a place, as [`is_at`] says it.
    pub fn events_at(&self, place: PlaceIx) -> usize {
        self.places[place.position()]
    }

    /// How many events are shown.
    pub fn event_count(&self) -> usize {
        self.events.iter().filter(|&&shown| shown).count()
    }

    /// How many actors are linked to what is shown.
    pub fn actor_count(&self) -> usize {
        self.actors.iter().filter(|&&shown| shown).count()
    }

    /// How many events of a topic the other filters leave.
    pub fn topic_count(&self, topic: Category) -> usize {
        usize::from(self.topics[topic as usize])
    }

    /// The shown events, oldest first.
    pub fn events<'a>(
        &'a self,
        story: &'a Dataset,
    ) -> impl DoubleEndedIterator<Item = (EventIx, &'a Event)> {
        EventIx::all(story).filter(|(ix, _)| self.event(*ix))
    }
}

/// Whether an event happened at a place, or at one whose marker is always merged into it.
pub fn is_at(story: &Dataset, event: &Event, place: PlaceIx) -> bool {
    places_of(story, event).any(|at| at == place)
}

/// The places of an event and those that their markers are always merged into, each once.
fn places_of<'a>(story: &'a Dataset, event: &'a Event) -> impl Iterator<Item = PlaceIx> + 'a {
    let all = move |places: &'a [PlaceIx]| {
        places.iter().flat_map(|&at| [Some(at), story[at].mark.merged]).flatten()
    };
    all(&event.places)
        .enumerate()
        .filter(move |&(at, place)| !all(&event.places).take(at).any(|other| other == place))
        .map(|(_, place)| place)
}
