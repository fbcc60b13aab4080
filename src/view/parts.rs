//! Which parts of the explainer are shown.

use crate::state::{Selection, Tab};
use std::rc::Rc;

/// A part that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Part {
    Points,
    Map,
    Countries,
    Timeline,
    Actors,
    Themes,
    Figures,
    Glossary,
    Sources,
    Tour,
}

impl Part {
    /// All parts with their names in options, in the order of the page.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Points, "points"),
        (Self::Map, "map"),
        (Self::Countries, "countries"),
        (Self::Timeline, "timeline"),
        (Self::Actors, "actors"),
        (Self::Themes, "themes"),
        (Self::Figures, "figures"),
        (Self::Glossary, "glossary"),
        (Self::Sources, "sources"),
        (Self::Tour, "tour"),
    ];

    /// The part with this name in options.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(part, _)| part)
    }
}

impl From<Tab> for Part {
    fn from(tab: Tab) -> Self {
        match tab {
            Tab::Timeline => Self::Timeline,
            Tab::Actors => Self::Actors,
            Tab::Themes => Self::Themes,
            Tab::Figures => Self::Figures,
            Tab::Glossary => Self::Glossary,
            Tab::Sources => Self::Sources,
        }
    }
}

/// A set of parts. By default all are in it.
///
/// ```
/// use sahel_explainer::{Part, Parts};
///
/// let parts: Parts = [Part::Map, Part::Timeline].into_iter().collect();
/// assert!(parts.contains(Part::Map) && !parts.contains(Part::Glossary));
/// assert!(Parts::default().contains(Part::Glossary));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u16);

/// Beside the bits of the parts.
const TAKEN_OVER: u16 = 1 << 15;

impl Parts {
    /// The parts with these names, with spaces between. `None` if one of them does not exist, or there is none.
    ///
    /// ```
    /// use sahel_explainer::{Part, Parts};
    ///
    /// let parts: Parts = [Part::Map, Part::Timeline].into_iter().collect();
    /// assert_eq!(Parts::named("map timeline"), Some(parts));
    /// assert_eq!(Parts::named("map weather"), None);
    /// ```
    pub fn named(names: &str) -> Option<Self> {
        let parts: Option<Vec<Part>> = names.split_ascii_whitespace().map(Part::named).collect();
        parts.filter(|parts| !parts.is_empty()).map(|parts| parts.into_iter().collect())
    }

    /// Whether a part is shown.
    pub fn contains(self, part: Part) -> bool {
        self.0 & (1 << part as u16) != 0
    }

    /// The same parts of an explainer whose markup was there before it, or was not. If it was, some are taken
    /// over later.
    #[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
    pub(crate) fn taken_over(self, are: bool) -> Self {
        Self(if are { self.0 | TAKEN_OVER } else { self.0 & !TAKEN_OVER })
    }

    /// Whether the markup was there before.
    pub(crate) fn are_taken_over(self) -> bool {
        self.0 & TAKEN_OVER != 0
    }

    /// The tabs that are shown, in order.
    pub(crate) fn tabs(self) -> impl Iterator<Item = (Tab, &'static str)> {
        Tab::ALL.into_iter().filter(move |(tab, _)| self.contains((*tab).into()))
    }

    /// This tab, or the first where it is not shown; `None` where no tab is.
    pub(crate) fn open_tab(self, tab: Tab) -> Option<Tab> {
        let mut tabs = self.tabs().map(|(tab, _)| tab);
        if self.contains(tab.into()) { Some(tab) } else { tabs.next() }
    }

    /// Whether there is a tour: it shows its steps on the map.
    pub(crate) fn has_tour(self) -> bool {
        self.contains(Part::Tour) && self.contains(Part::Map)
    }

    /// A selection without what only parts that are left out could show.
    pub(crate) fn limit(self, selection: Rc<Selection>) -> Rc<Selection> {
        let tab = self.open_tab(selection.tab).unwrap_or(selection.tab);
        let step = selection.step.filter(|_| self.has_tour());
        if tab == selection.tab && step == selection.step {
            return selection;
        }
        Rc::new(Selection { tab, step, ..(*selection).clone() })
    }
}

impl Default for Parts {
    fn default() -> Self {
        Part::ALL.into_iter().map(|(part, _)| part).collect()
    }
}

impl FromIterator<Part> for Parts {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        Self(parts.into_iter().fold(0, |set, part| set | 1 << part as u16))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_name_and_is_in_the_default_set() {
        for (part, name) in Part::ALL {
            assert_eq!(Part::named(name), Some(part), "{name}");
            assert!(Parts::default().contains(part), "{name}");
        }
        assert_eq!(Part::named("Map"), None);
    }

    #[test]
    fn a_tab_that_is_left_out_gives_way_to_the_first_that_is_not() {
        let parts: Parts = [Part::Map, Part::Themes, Part::Sources].into_iter().collect();
        assert_eq!(parts.open_tab(Tab::Sources), Some(Tab::Sources));
        assert_eq!(parts.open_tab(Tab::Timeline), Some(Tab::Themes));
        let none: Parts = [Part::Map].into_iter().collect();
        assert_eq!(none.open_tab(Tab::Timeline), None);
    }
}
