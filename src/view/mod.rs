//! What is on the page: the whole explainer, and its parts for use on their own under a shared selection.

mod actors;
mod card;
mod cite;
mod explainer;
mod figures;
mod glossary;
mod header;
mod icon;
mod map;
mod part;
mod place;
mod points;
mod profile;
mod relations;
mod result;
mod sources;
mod strip;
mod tabs;
mod themes;
mod timeline;

pub use actors::ActorList;
pub use card::EventCard;
pub use explainer::{Explainer, ExplainerProps, visible};
pub use figures::Figures;
pub use glossary::Glossary;
pub use map::MapView;
pub use part::PartProps;
pub use place::PlacePanel;
pub use points::KeyPoints;
pub use profile::Profiles;
pub use result::ResultLine;
pub use sources::Sources;
pub use strip::Strip;
pub use tabs::Tabs;
pub use themes::Themes;
pub use timeline::Timeline;
