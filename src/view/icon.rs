//! Glyphs: drawn once a root as symbols, used by reference.

use crate::markup::html;
use crate::model::{Actor, ActorKind, Category};
use yew::prelude::*;

/// The symbols, on a grid of 16, stroked in the text's colour: id and path data.
const SYMBOLS: &[(&str, &str)] = &[
    ("coup", "M3 12.5l5-4 5 4M3 8l5-4 5 4"),
    ("institution", "M2.5 6L8 2.5 13.5 6zM4.5 8v3.5M8 8v3.5M11.5 8v3.5M2.5 13.5h11"),
    (
        "alliance",
        "M11.1 5.6a3.1 3.1 0 1 1-6.2 0 3.1 3.1 0 0 1 6.2 0zM8.4 10.2a3.1 3.1 0 1 1-6.2 0 3.1 3.1 0 0 1 6.2 0zM13.8 10.2a3.1 3.1 0 1 1-6.2 0 3.1 3.1 0 0 1 6.2 0z",
    ),
    (
        "summit",
        "M10.9 8a2.9 2.9 0 1 1-5.8 0 2.9 2.9 0 0 1 5.8 0zM8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4",
    ),
    ("attack", "M8 2.2v11.6M3 5.1l10 5.8M3 10.9l10-5.8"),
    ("humanitarian", "M1.8 13.2L8 3.2l6.2 10zM8 9.2l-2 4M8 9.2l2 4M8 9.2V6"),
    ("withdrawal", "M7.5 3H3v10h4.5M6.5 8H14M11.2 5.2L14 8l-2.8 2.8"),
    ("diplomacy", "M2.5 5.6h10M9.8 2.9l2.7 2.7-2.7 2.7M13.5 10.6h-10M6.2 7.9l-2.7 2.7 2.7 2.7"),
    (
        "economy",
        "M13 4.6c0 1.2-2.2 2.2-5 2.2S3 5.8 3 4.6s2.2-2.2 5-2.2 5 1 5 2.2zM3 4.6v6.8c0 1.2 2.2 2.2 5 2.2s5-1 5-2.2V4.6M3 8c0 1.2 2.2 2.2 5 2.2S13 9.2 13 8",
    ),
    ("state", "M4 3h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM3 7h10"),
    (
        "leader",
        "M10.7 5.4a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM3 13.6c.5-3 2.4-4.4 5-4.4s4.5 1.4 5 4.4",
    ),
    ("armed-group", "M8 2.8l5.8 10.2H2.2z"),
    ("external-power", "M8 2l6 6-6 6-6-6z"),
    ("private-military", "M8 2l6 6-6 6-6-6zM8 7.2v1.6M7.2 8h1.6"),
    ("regional-body", "M8 1.9l5.3 3.05v6.1L8 14.1l-5.3-3.05v-6.1z"),
    ("un", "M8 1.9l5.3 3.05v6.1L8 14.1l-5.3-3.05v-6.1zM8 7.2v1.6M7.2 8h1.6"),
    ("civil-society", "M2.5 3h11v7.5H8L5 13.3v-2.8H2.5z"),
    (
        "population",
        "M7.5 5.2a2.1 2.1 0 1 1-4.2 0 2.1 2.1 0 0 1 4.2 0zM12.7 6a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM1.8 13c.3-2.9 1.6-4.2 3.6-4.2S8.7 10.1 9 13M10.5 9.3c2.1-.3 3.4 1 3.7 3.7",
    ),
    ("close", "M4 4l8 8M12 4l-8 8"),
    ("forward", "M6 3.5L10.5 8 6 12.5"),
    ("back", "M10 3.5L5.5 8l4.5 4.5"),
    ("down", "M3.5 6L8 10.5 12.5 6"),
    ("search", "M11.4 7a4.4 4.4 0 1 1-8.8 0 4.4 4.4 0 0 1 8.8 0zM10.3 10.3L14 14"),
    (
        "theme",
        "M13.7 8A5.7 5.7 0 1 1 2.3 8a5.7 5.7 0 0 1 11.4 0zM8.3 2.5v11M9.6 3v10M11 4v8M12.4 5.4v5.2",
    ),
    ("play", "M5 3.2v9.6L12.8 8zM6.4 5.4v5.2M7.8 6.3v3.4M9.2 7.2v1.6"),
    ("share", "M8 10V2.2M5.2 4.8L8 2l2.8 2.8M5 7H3.2v7h9.6V7H11"),
    (
        "link",
        "M6.8 9.2l2.4-2.4M7 4.6l1.2-1.2a2.9 2.9 0 0 1 4.1 4.1L11 8.8M9 11.4l-1.2 1.2a2.9 2.9 0 0 1-4.1-4.1L5 7.2",
    ),
    ("filter", "M2.5 4h11M4.5 8h7M6.5 12h3"),
    (
        "pin",
        "M8 14.3c2.8-3.1 4.5-5.5 4.5-7.7a4.5 4.5 0 0 0-9 0c0 2.2 1.7 4.6 4.5 7.7zM9.5 6.6a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z",
    ),
    ("single-source", "M4 2h5.5L12.5 5v9H4zM6.3 7.5h4M6.3 10.5h4"),
    ("check", "M3 8.5l3.3 3.3L13 4.8"),
    ("confirmed", "M2 8.5l2.8 2.8L10 5.5M7.5 11l.5.5 6-6"),
    ("attributed", "M3 10.5c0-3 1-5 3.3-6M9 10.5c0-3 1-5 3.3-6M3 10.5h2.8M9 10.5h2.8"),
];

/// The symbols that icons refer to; rendered once in every root, and never anew.
#[component]
pub(crate) fn Sprite() -> Html {
    html! {
        <svg class="sprite" width="0" height="0" aria-hidden="true">
            for (name, path) in SYMBOLS.iter().copied() {
                <symbol key={name} id={format!("explainer-{name}")} viewBox="0 0 16 16"><path d={path}/></symbol>
            }
        </svg>
    }
}

/// A glyph; the text beside it says what it means.
pub(crate) fn icon(name: &str) -> Html {
    html! {
        <svg class="icon" aria-hidden="true"><use href={format!("#explainer-{name}")}/></svg>
    }
}

/// The glyph of a topic, in the colour of its family.
pub(crate) fn topic_icon(topic: Category) -> Html {
    html! {
        <svg class={classes!("icon", topic.family().id())} aria-hidden="true">
            <use href={format!("#explainer-{}", topic.id())}/>
        </svg>
    }
}

/// The glyph of an actor's kind.
pub(crate) fn actor_icon(actor: &Actor) -> Html {
    icon(match actor.kind {
        ActorKind::State => "state",
        ActorKind::Leader => "leader",
        ActorKind::Alliance => "alliance",
        ActorKind::ArmedGroup => "armed-group",
        ActorKind::ExternalPower => "external-power",
        ActorKind::RegionalBody => "regional-body",
        ActorKind::UnitedNations => "un",
        ActorKind::PrivateMilitary => "private-military",
        ActorKind::CivilSociety => "civil-society",
        ActorKind::Population => "population",
    })
}
