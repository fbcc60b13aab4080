//! What is on the page: the whole explainer, and its parts for use on their own under a shared selection.

mod actors;
mod address;
mod after_paint;
mod bars;
mod card;
mod cite;
mod dates;
mod dossier;
mod edition;
mod empty;
mod escape;
mod explainer;
mod fan;
mod figures;
mod focus;
mod glossary;
mod ground;
mod header;
mod icon;
mod jump;
mod later;
mod live;
mod map;
mod member;
mod once;
mod part;
mod parts;
mod place;
mod points;
mod popover;
mod profile;
mod prose;
mod relations;
mod rest;
mod result;
mod said;
mod scheme;
mod search;
mod settled;
mod share;
mod small_map;
mod sources;
mod status;
mod strip;
mod suggestion;
mod tables;
mod tabs;
mod tags;
mod themes;
mod timeline;
mod told;
mod tool;
mod topics;
mod tour;
mod uses;

pub use actors::ActorList;
pub use card::EventCard;
pub use edition::Edition;
pub use explainer::{Explainer, ExplainerProps, StepReached, visible};
pub use figures::Figures;
pub use glossary::Glossary;
pub use ground::{Ground, GroundProps, use_parts};
pub use map::{CountryButtons, MapDrawing, MapDrawingProps, MapView, Pointed};
pub use part::PartProps;
pub use parts::{Part, Parts};
pub use place::PlacePanel;
pub use points::KeyPoints;
pub use profile::Profiles;
pub use result::ResultLine;
pub use scheme::ColorScheme;
pub use share::Share;
pub use sources::Sources;
pub use strip::Strip;
pub use tables::Tables;
pub use tabs::Tabs;
pub use themes::Themes;
pub use timeline::Timeline;
pub use tour::Tour;

/// The stylesheet of the explainer and its parts, for apps that cannot link the file `assets/explainer.css`.
pub const STYLE: &str = include_str!("../../assets/explainer.css");

#[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
pub(crate) use {
    later::prepare,
    once::{Application, Content, content},
};
