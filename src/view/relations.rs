//! The relations of an actor: as a fan, as a list with samples of the lines, or as a table.

use super::cite::cite;
use super::fan::{fan, hue, sample};
use super::icon::actor_icon;
use super::part::{PartProps, heading};
use super::profile::actor_pill;
use crate::locale::date;
use crate::markup::html;
use crate::model::{ActorIx, Count, Direction, PartialDate, RelationKind, Side, Text, Tie, Word};
use yew::prelude::*;

/// How relations are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A fan, or a list where there is no room for one.
    Diagram,
    /// A table.
    Table,
}

/// The relations of an actor, grouped by side.
pub(crate) fn relations(
    props: &PartProps,
    actor: ActorIx,
    form: Form,
    onform: &Callback<Form>,
) -> Html {
    let ties = props.story.ties(actor);
    let name = &props.story[actor].short_name;
    let content = match form {
        _ if ties.is_empty() => html! { <p class="note">{ props.word(Word::NoRelations) }</p> },
        Form::Diagram => diagram(props, actor, &ties),
        Form::Table => table(props, actor, &ties),
    };
    html! {
        <section class="relations">
            <div class="switch-head">
                { heading(props.level + 3, "title-3", None, html! { { props.count(Count::Relations, ties.len()) } }) }
                <p class="meta" hidden={ties.is_empty()}>{ props.phrase(Word::ArrowAndDot, &[("name", name)]) }</p>
                <div class="segments switch" role="group" aria-label={props.word(Word::ShownAs)} hidden={ties.is_empty()}>
                    { form_button(form, Form::Diagram, onform, html! {
                        <>
                            <span class="from-medium">{ props.word(Word::Diagram) }</span>
                            <span class="to-medium">{ props.word(Word::List) }</span>
                        </>
                    }) }
                    { form_button(form, Form::Table, onform, html! { { props.word(Word::Table) } }) }
                </div>
            </div>
            { content }
        </section>
    }
}

fn form_button(current: Form, form: Form, onform: &Callback<Form>, name: Html) -> Html {
    html! {
        <button
            type="button"
            aria-pressed={if current == form { "true" } else { "false" }}
            onclick={onform.reform(move |_: MouseEvent| form)}
        >
            { name }
        </button>
    }
}

fn diagram(props: &PartProps, actor: ActorIx, ties: &[Tie]) -> Html {
    let party = &props.story[actor];
    html! {
        <div class="fan">
            <p class="fan-actor" aria-hidden="true">{ actor_icon(party) }<span>{ party.short_name.clone() }</span></p>
            { fan(ties) }
            <div class="fan-rows">
                for (side, name) in Side::ALL {
                    <div key={name} class="fan-side" hidden={!ties.iter().any(|tie| tie.kind.side() == side)}>
                        <p class={classes!("fan-head", hue(side))}>{ side_name(props, side) }</p>
                        <ul>
                            for tie in ties.iter().filter(|tie| tie.kind.side() == side) {
                                <li key={key(tie)} class="relation">{ row(props, actor, tie) }</li>
                            }
                        </ul>
                    </div>
                }
            </div>
        </div>
    }
}

fn row(props: &PartProps, actor: ActorIx, tie: &Tie) -> Html {
    let verb = verb(props, tie);
    html! {
        <>
            <span class={hue(tie.kind.side())}>{ sample(tie) }</span>
            <span class="verb">{ verb.clone() }</span>
            <span class="other">{ actor_pill(props, tie.other, None) }</span>
            <span class="since">{ since(props, tie, to_month(tie.since)) }</span>
            <span class="links">{ cite(props, &tie.sources, &statement(props, actor, tie, &verb)) }</span>
        </>
    }
}

fn table(props: &PartProps, actor: ActorIx, ties: &[Tie]) -> Html {
    let name = &props.story[actor].short_name;
    let head = |word: Word| html! { <th scope="col">{ props.word(word) }</th> };
    html! {
        <table class="table">
            <caption class="hidden">{ props.phrase(Word::RelationsOf, &[("name", name)]) }</caption>
            <thead>
                <tr>
                    { head(Word::Counterpart) }
                    { head(Word::Relation) }
                    { head(Word::Direction) }
                    { head(Word::SinceWhen) }
                    { head(Word::Sources) }
                </tr>
            </thead>
            <tbody>
                for tie in ties {
                    <tr key={key(tie)}>
                        <th scope="row">{ actor_pill(props, tie.other, None) }</th>
                        <td>{ verb(props, tie) }</td>
                        <td>{ match tie.direction {
                            Direction::From => props.phrase(Word::FromActor, &[("name", name)]),
                            Direction::Towards => props.phrase(Word::TowardsActor, &[("name", name)]),
                            Direction::Both => props.word(Word::BothWays).to_string(),
                        } }</td>
                        <td>{ since(props, tie, tie.since) }</td>
                        <td>{ cite(props, &tie.sources, &statement(props, actor, tie, &verb(props, tie))) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn key(tie: &Tie) -> usize {
    tie.other.position() * 64 + tie.kind as usize * 4 + tie.direction as usize
}

/// Since when, or when for what was done once.
fn since(props: &PartProps, tie: &Tie, since: Option<PartialDate>) -> String {
    let Some(since) = since else {
        return props.word(Word::DateNotKnown).to_string();
    };
    let date = date::partial_short(props.locale(), since);
    match tie.kind {
        RelationKind::Sanctioned | RelationKind::WithdrewFrom => date,
        _ => props.phrase(Word::Since, &[("date", &date)]),
    }
}

/// A date to the month, which is as much as a row has room for.
fn to_month(since: Option<PartialDate>) -> Option<PartialDate> {
    since.map(|since| match since {
        PartialDate::Day(day) => PartialDate::Month(day.year(), day.month()),
        PartialDate::Month(..) | PartialDate::Year(_) => since,
    })
}

/// A relation as a sentence: "Mali fights JNIM".
fn statement(props: &PartProps, actor: ActorIx, tie: &Tie, verb: &str) -> String {
    [&*props.story[actor].short_name, " ", verb, " ", &*props.story[tie.other].short_name].concat()
}

/// All relations of an actor as one line of text: "leads AES · fights JNIM".
pub(crate) fn sentence(props: &PartProps, actor: ActorIx) -> String {
    let mut line = String::new();
    for tie in &props.story.ties(actor) {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(&verb(props, tie));
        line.push(' ');
        line.push_str(&props.story[tie.other].short_name);
    }
    line
}

fn side_name(props: &PartProps, side: Side) -> Text {
    props.word(match side {
        Side::With => Word::SideWith,
        Side::Against => Word::SideAgainst,
        Side::Apart => Word::SideApart,
    })
}

/// The verb as it reads from the actor's side.
fn verb(props: &PartProps, tie: &Tie) -> Text {
    if tie.direction == Direction::Both && tie.kind == RelationKind::Fights {
        return props.word(Word::FightsBothWays);
    }
    if tie.direction != Direction::Towards {
        return props.story.labels.relation[tie.kind as usize].clone();
    }
    props.word(match tie.kind {
        RelationKind::MemberOf => Word::HasAsMember,
        RelationKind::Leads => Word::LedBy,
        RelationKind::Supports => Word::SupportedBy,
        RelationKind::Fights => Word::FoughtBy,
        RelationKind::Sanctioned => Word::SanctionedBy,
        RelationKind::WithdrewFrom => Word::LeftBy,
        RelationKind::AlliedWith | RelationKind::InTalksWith => {
            return props.story.labels.relation[tie.kind as usize].clone();
        }
    })
}
