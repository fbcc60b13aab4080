//! Country profiles.

use super::cite::cite;
use super::figures::{area, comparison, number};
use super::icon::{actor_icon, icon};
use super::jump::{self, Opener};
use super::member::member;
use super::once::use_effect_with;
use super::part::{PartProps, heading};
use super::prose::{prose, spaced};
use crate::locale::date;
use crate::markup::html;
use crate::model::{
    ActorIx, Count, Country, CountryIx, EventDate, PartialDate, Profile, Text, Word,
};
use crate::order::by_key;
use crate::state::{Action, Notice};
use std::cmp::Reverse;
use yew::prelude::*;

/// How many actors a profile names.
const MAIN_ACTORS: usize = 6;

/// The profile of every country that has one; the selected one is shown.
#[component]
pub fn Profiles(props: &PartProps) -> Html {
    let list = use_node_ref();
    let selected = props.selection.filters.country;
    use_effect_with(selected, {
        let list = list.clone();
        let is_asked = selected.is_some_and(|ix| props.selection.notice == Notice::Country(ix));
        move |_| {
            let profile = jump::opened(&list, ".profile[data-open]").filter(|_| is_asked);
            if let Some(profile) = profile.filter(|profile| Opener::now(profile) == Opener::Link) {
                jump::lead_to(&profile);
            }
        }
    });
    html! {
        <div ref={list} class="profiles">
            for (ix, country, profile) in props.story.members() {
                { country_profile(props, ix, country, profile) }
            }
        </div>
    }
}

fn country_profile(props: &PartProps, ix: CountryIx, country: &Country, profile: &Profile) -> Html {
    let is_open = props.selection.filters.country == Some(ix);
    let title = props.id(&format!("profile-{}", country.id));
    html! {
        <section
            key={ix.position()}
            class="profile"
            id={props.id(&format!("country={}", country.id))}
            data-member={member(&props.story, ix)}
            data-open={is_open.then_some("")}
            aria-labelledby={title.clone()}
        >
            <p class="overline">
                <span>{ [&*props.word(Word::CountryProfile), " · ", &*as_of(props, profile)].concat() }</span>
                <button type="button" class="close" onclick={props.on(Action::AllCountries)}>
                    { icon("close") }{ props.word(Word::Close) }
                </button>
            </p>
            { heading(props.level, "title-1", Some(title), html! { { country.name.clone() } }) }
            <p class="role">
                { prose(props, &profile.role, &props.story.terms.countries[ix.position()]) }
                { cite(props, &profile.sources, &country.name) }
            </p>
            <dl class="facts">
                { for facts(props, profile).into_iter().map(|(term, fact)| html! {
                    <div><dt>{ props.word(term) }</dt><dd>{ fact }</dd></div>
                }) }
            </dl>
            <p class="note">{ spaced(&in_office(props, profile)) }{ cite(props, &profile.sources, &country.name) }</p>
            { comparison(props, ix) }
            { years(props, ix) }
            { main_actors(props, ix) }
            { neighbours(props, ix) }
        </section>
    }
}

/// The rows of the table. Those that rest on sources of their own name them.
fn facts(props: &PartProps, profile: &Profile) -> Vec<(Word, Html)> {
    let (locale, story) = (props.locale(), &props.story);
    let coup = profile.last_coup_event;
    let population =
        noted(&number(props, profile.population as f64), &profile.population_year.to_string());
    let text = |text: &Text| html! { { text.clone() } };
    let figure = &story[profile.population_figure];
    vec![
        (Word::Capital, text(&profile.capital)),
        (Word::HeadOfState, text(&profile.leader)),
        (Word::Government, text(&profile.head_of_government)),
        (
            Word::Population,
            html! { <>{ population }{ " " }{ cite(props, &figure.sources, &figure.label) }</> },
        ),
        (Word::Area, html! { { area(props, profile.area_km2 as f64) } }),
        (Word::Languages, text(&profile.languages)),
        (Word::Currency, noted(&profile.currency, &profile.currency_code)),
        (
            Word::LastCoup,
            html! {
                <>
                    <a
                        class="quiet"
                        href={["#", &*props.id(&["event=", &*story[coup].id].concat())].concat()}
                        onclick={go(props, Action::Show(coup))}
                    >
                        { date::partial_long(locale, PartialDate::Day(profile.last_coup)) }
                    </a>
                    { " " }
                    { cite(props, &story[coup].sources, &story[coup].title) }
                </>
            },
        ),
    ]
}

/// A fact with what is said of it in brackets.
fn noted(fact: &str, detail: &str) -> Html {
    html! { <>{ spaced(fact) }<span class="meta">{ ["(", detail, ")"].concat() }</span></> }
}

fn as_of(props: &PartProps, profile: &Profile) -> String {
    let date = date::partial_long(props.locale(), profile.status_as_of);
    props.phrase(Word::AsOf, &[("date", &date)])
}

fn in_office(props: &PartProps, profile: &Profile) -> String {
    let as_of = date::partial_long(props.locale(), profile.status_as_of);
    props.phrase(Word::InOffice, &[("date", &as_of)])
}

/// Columns of the events recorded each year, from the first year that the strip draws singly.
fn years(props: &PartProps, ix: CountryIx) -> Html {
    /// Height of the tallest column in px.
    const TALLEST: usize = 40;
    let first = super::strip::FIRST_YEAR;
    let last = props.story.checked_to.year();
    let summit = props.story[props.story.focus].date.start().year();
    let tally = props.story.tally();
    let counts: Vec<(i16, usize)> =
        (first..=last).map(|year| (year, tally.in_year(ix, year))).collect();
    let most = counts.iter().map(|&(_, count)| count).max().unwrap_or(1).max(1);
    html! {
        <figure class="years">
            <figcaption class="label">{ props.word(Word::EventsEachYear) }</figcaption>
            <ol>
                for (year, count) in counts.iter().copied() {
                    <li key={year} class={classes!((year == summit).then_some("summit"))}>
                        <b>{ count }</b>
                        <svg height={(TALLEST * count).div_ceil(most).to_string()} aria-hidden="true">
                            <rect width="100%" height="100%"/>
                        </svg>
                        <span>{ year }</span>
                    </li>
                }
            </ol>
        </figure>
    }
}

/// The actors that most of the country's events involve, itself and the other states aside.
fn main_actors(props: &PartProps, ix: CountryIx) -> Html {
    let counted = ActorIx::all(&props.story)
        .filter(|(_, actor)| actor.group() != crate::model::ActorGroup::States)
        .map(|(actor, _)| (actor, props.story.tally().in_country(ix, actor)))
        .filter(|&(_, count)| count > 0);
    let mut counted = by_key(counted, |&(_, count)| Reverse(count));
    counted.truncate(MAIN_ACTORS);
    html! {
        <div class="main-actors">
            <p class="label">{ props.word(Word::MainActors) }</p>
            <p class="pills">
                for (actor, count) in counted.iter().copied() {
                    <span key={actor.position()}>{ actor_pill(props, actor, Some(count)) }</span>
                }
            </p>
        </div>
    }
}

/// A pill that selects an actor, with the number of its events where that is of use.
pub(crate) fn actor_pill(props: &PartProps, ix: ActorIx, count: Option<usize>) -> Html {
    let actor = &props.story[ix];
    html! {
        <a
            class="pill"
            href={format!("#{}", props.id(&format!("actor={}", actor.id)))}
            aria-label={count.map(|count| props.phrase(Word::Pair, &[("name", &actor.short_name), ("of", &props.count(Count::Events, count))]))}
            onclick={go(props, Action::Actor(ix))}
        >
            { actor_icon(actor) }{ actor.short_name.clone() }{ for count.map(|count| html! { <small>{ count }</small> }) }
        </a>
    }
}

/// A link that the explainer answers itself; without script it still leads to its target.
pub(crate) fn go(props: &PartProps, action: Action) -> Callback<MouseEvent> {
    let onaction = props.onaction.clone();
    Callback::from(move |event: MouseEvent| {
        if is_ours(&event) {
            onaction.emit(action.clone());
        }
    })
}

/// Whether the explainer answers a press on a link; the browser no longer does then.
pub(crate) fn is_ours(event: &MouseEvent) -> bool {
    // A new tab or window is the browser's doing; the address says what to open there.
    let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if is_plain {
        event.prevent_default();
    }
    is_plain
}

/// The countries before and after this one, as buttons.
fn neighbours(props: &PartProps, ix: CountryIx) -> Html {
    let members: Vec<(CountryIx, &Country)> =
        props.story.members().map(|(ix, country, _)| (ix, country)).collect();
    let at = members.iter().position(|&(member, _)| member == ix).unwrap_or(0);
    let (before, before_country) = members[(at + members.len() - 1) % members.len()];
    let (after, after_country) = members[(at + 1) % members.len()];
    html! {
        <p class="steps">
            <button type="button" class="button" onclick={props.on(Action::Country(before))}>
                { icon("back") }{ before_country.name.clone() }
            </button>
            <button type="button" class="button" onclick={props.on(Action::Country(after))}>
                { after_country.name.clone() }{ icon("forward") }
            </button>
        </p>
    }
}

/// The dates of an event as rows print them, with the spoken form where it reads better.
pub(crate) fn time(props: &PartProps, date: EventDate, printed: String) -> Html {
    let spoken = date::spoken(props.locale(), date);
    html! {
        <time datetime={date.start().to_string()}>
            <span aria-hidden="true">{ printed }</span>
            <span class="spoken">{ spoken }</span>
        </time>
    }
}
