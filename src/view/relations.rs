//! The relations of an actor as a list: a sample of the line, the verb, the other, since when.

use super::cite::Cite;
use super::part::{PartProps, heading};
use super::profile::actor_pill;
use crate::locale::date;
use crate::model::{ActorIx, Count, Direction, RelationKind, Side, Text, Tie, Word};
use yew::prelude::*;

/// The relations of an actor, grouped by side.
pub(crate) fn relations(props: &PartProps, actor: ActorIx) -> Html {
    let ties = props.story.ties(actor);
    html! {
        <section class="relations">
            { heading(props.level + 2, "title-3", None, html! { { props.count(Count::Relations, ties.len()) } }) }
            for (side, name) in Side::ALL {
                <div key={name} class={classes!("side", name)} hidden={!ties.iter().any(|tie| tie.kind.side() == side)}>
                    <p class="label">{ side_name(props, side) }</p>
                    <ul>{ for ties.iter().filter(|tie| tie.kind.side() == side).map(|tie| row(props, actor, tie)) }</ul>
                </div>
            }
        </section>
    }
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

fn row(props: &PartProps, actor: ActorIx, tie: &Tie) -> Html {
    let story = &props.story;
    let verb = verb(props, tie);
    let of = format!("{} {verb} {}", story[actor].short_name, story[tie.other].short_name);
    html! {
        <li key={format!("{}-{}-{}", tie.kind as u8, tie.direction as u8, tie.other.position())}>
            { line(tie) }
            <span class="verb">{ verb }</span>
            { actor_pill(props, tie.other, None) }
            <span class="since">{ tie.since.map(|since| props.phrase(
                Word::Since,
                &[("date", &date::partial_short(props.locale(), since))],
            )) }</span>
            if !tie.sources.is_empty() {
                <Cite story={story} sources={tie.sources.clone()} of={Text::from(of)} ids={&props.ids}/>
            }
        </li>
    }
}

/// The verb as it reads from the actor's side.
pub(crate) fn verb(props: &PartProps, tie: &Tie) -> Text {
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

/// A sample of the line: its pattern says the kind, its ends the direction.
fn line(tie: &Tie) -> Html {
    let kind = match tie.kind {
        RelationKind::MemberOf => "member-of",
        RelationKind::Leads => "leads",
        RelationKind::AlliedWith => "allied-with",
        RelationKind::Supports => "supports",
        RelationKind::Fights => "fights",
        RelationKind::Sanctioned => "sanctioned",
        RelationKind::WithdrewFrom => "withdrew-from",
        RelationKind::InTalksWith => "in-talks-with",
    };
    html! {
        <svg class={classes!("line", kind)} viewBox="0 0 46 16" aria-hidden="true" focusable="false">
            if tie.kind == RelationKind::AlliedWith {
                <path class="stroke" d="M0 6.3H35M0 9.7H35"/>
            } else {
                <path class="stroke" d="M0 8H35"/>
            }
            if tie.kind == RelationKind::Fights {
                <path class="cross" d="M20 4.5l7 7M27 4.5l-7 7"/>
            }
            if tie.kind == RelationKind::Sanctioned {
                <path class="cross" d="M24 3v10"/>
            }
            if tie.direction == Direction::Towards {
                <circle class="dot" cx="39.5" cy="8" r="3"/>
            } else {
                <path class="arrow" d="M35 4l8 4-8 4z"/>
            }
            if tie.direction == Direction::Both {
                <path class="arrow" d="M8 4L0 8l8 4z"/>
            }
        </svg>
    }
}
