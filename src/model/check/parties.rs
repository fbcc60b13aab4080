//! Countries with their profiles, actors and relations.

use super::super::date::PartialDate;
use super::super::index::{ActorIx, EventIx, FigureIx, PlaceIx};
use super::super::limit::Sentence;
use super::super::problem::{At, quoted};
use super::super::raw;
use super::super::read::StandIn;
use super::super::story::{
    Actor, ActorKind, Category, Country, PlaceKind, Profile, Relation, Text, Unit,
};
use super::Checker;
use super::ids::Section;

const YEARS_BACK: i16 = 300; // relations begin within living institutions

impl Checker<'_> {
    pub(super) fn countries(&mut self) -> Vec<Country> {
        let story = self.story;
        let none = raw::CountryWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("countries"), in_story.key("countries"));
        let mut countries = Vec::with_capacity(story.countries.len());
        let mut is_member_before = true;
        for (index, country) in story.countries.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&country.id);
            let words = self.words.countries.get(&country.id).unwrap_or(&none);
            if country.profile.is_some() && !is_member_before {
                self.problems.push(&at, "countries with a profile first", "one behind others");
            }
            is_member_before = country.profile.is_some();
            let name = self.prose(&words.name, &in_words.key("name"));
            let profile = country.profile.as_ref().map(|profile| {
                self.profile(&country.id, profile, &at.key("profile"), words, &in_words)
            });
            if profile.is_none() {
                self.check_no_profile_words(words, &in_words);
            }
            countries.push(Country { id: country.id.clone(), name, profile });
        }
        if story.countries.first().is_none_or(|country| country.profile.is_none()) {
            self.problems.push(&in_story, "at least one country with a profile", "none");
        }
        countries
    }

    fn profile(
        &mut self,
        country: &str,
        profile: &raw::Profile,
        at: &At<'_>,
        words: &raw::CountryWords,
        in_words: &At<'_>,
    ) -> Profile {
        let story = self.story;
        let place = self.resolve(Section::Places, &profile.capital_place, &at.key("capital_place"));
        let is_capital =
            |place: &raw::Place| place.kind == PlaceKind::Capital && &*place.country == country;
        if story.places.get(usize::from(place)).is_some_and(|place| !is_capital(place)) {
            self.problems.push(
                &at.key("capital_place"),
                "a capital in this country",
                "another place",
            );
        }
        let leader = self.resolve(Section::Actors, &profile.leader_actor, &at.key("leader_actor"));
        let actor = story.actors.get(usize::from(leader));
        if actor.is_some_and(|actor| actor.kind != ActorKind::Leader) {
            self.problems.push(
                &at.key("leader_actor"),
                "an actor of kind `leader`",
                "another kind",
            );
        }
        let at_coup = at.key("last_coup_event");
        let coup = self.resolve(Section::Events, &profile.last_coup_event, &at_coup);
        let coup_event = story.events.get(usize::from(coup));
        if coup_event.is_some_and(|event| event.category != Category::Coup) {
            self.problems.push(&at_coup, "an event of category `coup`", "another category");
        }
        let coup_date = coup_event.map_or(PartialDate::stand_in(), |event| event.date);
        let at_figure = at.key("population_figure");
        let figure_ix = self.resolve(Section::Figures, &profile.population_figure, &at_figure);
        let figure = story.figures.get(usize::from(figure_ix));
        if figure.is_some_and(|figure| figure.unit != Unit::People || &*figure.scope != country) {
            self.problems.push(
                &at_figure,
                "a figure in `people` for this country",
                "another figure",
            );
        }
        Profile {
            capital: self.part(words.capital.as_ref(), &in_words.key("capital")),
            capital_place: PlaceIx(place),
            leader: self.part(words.leader.as_ref(), &in_words.key("leader")),
            leader_actor: ActorIx(leader),
            head_of_government: self
                .part(words.head_of_government.as_ref(), &in_words.key("head_of_government")),
            role: self.part(words.role.as_ref(), &in_words.key("role")),
            languages: self.part(words.languages.as_ref(), &in_words.key("languages")),
            currency: self.part(words.currency.as_ref(), &in_words.key("currency")),
            currency_code: self.currency(&profile.currency_code, &at.key("currency_code")),
            population: figure.map_or(0, |figure| figure.value as u64),
            population_year: figure.map_or(0, |figure| figure.year),
            population_figure: FigureIx(figure_ix),
            area_km2: profile.area_km2,
            last_coup: self.day(coup_date, &at_coup),
            last_coup_event: EventIx(coup),
            status_as_of: profile.status_as_of,
            confidence: self.confidence(
                profile.confidence,
                &profile.sources,
                at,
                words.attributed_to.as_ref(),
                in_words,
            ),
            sources: self.source_list(&profile.sources, at),
        }
    }

    fn currency(&mut self, code: &Text, at: &At<'_>) -> Text {
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            self.problems.push(at, "a currency code of three capital letters", &quoted(code));
        }
        code.clone()
    }

    fn part(&mut self, text: Option<&Sentence>, at: &At<'_>) -> Text {
        if let Some(text) = text {
            return self.prose(text, at);
        }
        self.problems.push(at, "words of the profile", "none");
        "".into()
    }

    fn check_no_profile_words(&mut self, words: &raw::CountryWords, at: &At<'_>) {
        for (key, is_there) in [
            ("capital", words.capital.is_some()),
            ("leader", words.leader.is_some()),
            ("head_of_government", words.head_of_government.is_some()),
            ("role", words.role.is_some()),
            ("languages", words.languages.is_some()),
            ("currency", words.currency.is_some()),
            ("attributed_to", words.attributed_to.is_some()),
        ] {
            if is_there {
                self.problems.push(&at.key(key), "only a name, as there is no profile", "more");
            }
        }
    }

    pub(super) fn actors(&mut self) -> Vec<Actor> {
        let story = self.story;
        let none = raw::ActorWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("actors"), in_story.key("actors"));
        let names = self.words.actors.0.iter();
        let mut taken = names.flat_map(|(_, words)| [&words.name.0, &words.short_name.0]).collect();
        let mut actors = Vec::with_capacity(story.actors.len());
        for (index, actor) in story.actors.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&actor.id);
            let words = self.words.actors.get(&actor.id).unwrap_or(&none);
            self.check_seeds(&actor.seed_statements, &at);
            actors.push(Actor {
                id: actor.id.clone(),
                name: self.prose(&words.name, &in_words.key("name")),
                short_name: self.prose(&words.short_name, &in_words.key("short_name")),
                aliases: self.aliases(&words.aliases, &in_words, &mut taken),
                kind: actor.kind,
                is_neighbour: actor.subkind.as_deref() == Some("neighbour"),
                countries: self.country_list(&actor.countries, &at.key("countries")),
                role: self.prose(&words.role, &in_words.key("role")),
                stance: self.prose(&words.stance, &in_words.key("stance")),
                confidence: self.confidence(
                    actor.confidence,
                    &actor.sources,
                    &at,
                    words.attributed_to.as_ref(),
                    &in_words,
                ),
                sources: self.source_list(&actor.sources, &at),
            });
        }
        actors
    }

    pub(super) fn relations(&mut self) -> Vec<Relation> {
        let story = self.story;
        let in_story = self.in_story;
        let in_actors = in_story.key("actors");
        let mut relations = Vec::new();
        for (position, actor) in story.actors.iter().enumerate() {
            let in_actor = in_actors.index(position);
            let in_relations = in_actor.key("relations");
            for (index, relation) in actor.relations.iter().enumerate() {
                let at = in_relations.index(index);
                let to = self.resolve(Section::Actors, &relation.to, &at.key("to"));
                if relation.to == actor.id {
                    self.problems.push(&at.key("to"), "another actor", "the actor itself");
                }
                let earlier = &actor.relations[..index];
                if earlier
                    .iter()
                    .any(|other| other.kind == relation.kind && other.to == relation.to)
                {
                    self.problems.push(&at, "each relation once", "it a second time");
                }
                if let Some(since) = relation.since {
                    let latest = story.updated;
                    let earliest = latest.year().saturating_sub(YEARS_BACK);
                    if since.first_day() > latest.last_day() || since.year() < earliest {
                        self.problems.push(&at.key("since"), "a date before `updated`", "another");
                    }
                }
                relations.push(Relation {
                    from: ActorIx(position as u16),
                    to: ActorIx(to),
                    kind: relation.kind,
                    since: relation.since,
                    sources: self.source_list(&relation.sources, &at),
                });
            }
        }
        relations
    }
}
