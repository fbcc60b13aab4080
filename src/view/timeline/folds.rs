//! Which years are open.

use crate::model::EventIx;
use std::rc::Rc;
use yew::Reducible;

/// A year that the reader has opened or closed by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ByHand {
    pub year: i16,
    pub is_open: bool,
    /// Whether filters were on. With them, years open anew.
    pub is_narrowed: bool,
    /// The event of the year that was open then. Another one opens the year again.
    pub event: Option<EventIx>,
}

/// What the reader has done to the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Folds {
    by_hand: Vec<ByHand>,
    /// The years of which more was asked for, once each time.
    asked: Vec<i16>,
}

/// Something the reader does to a year.
pub(super) enum Fold {
    /// Opens or closes it.
    Set(ByHand),
    /// Asks for the rest of its events, in long stories for some more.
    More(i16),
}

impl Reducible for Folds {
    type Action = Fold;

    fn reduce(self: Rc<Self>, action: Fold) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

impl Folds {
    fn after(&self, action: Fold) -> Self {
        let mut next = self.clone();
        match action {
            Fold::Set(by_hand) => {
                next.by_hand.retain(|known| known.year != by_hand.year);
                next.by_hand.push(by_hand);
            }
            Fold::More(year) => next.asked.push(year),
        }
        next
    }

    /// Whether a year is open. `event` is its open event, `by_default` what it is if nothing was done to it.
    pub(super) fn is_open(
        &self,
        year: i16,
        is_narrowed: bool,
        event: Option<EventIx>,
        by_default: bool,
    ) -> bool {
        let by_hand = self
            .by_hand
            .iter()
            .find(|known| known.year == year && known.is_narrowed == is_narrowed)
            .filter(|known| known.is_open || known.event == event);
        by_hand.map_or(by_default || event.is_some(), |known| known.is_open)
    }

    /// How often the reader asked for more events of a year.
    pub(super) fn asked(&self, year: i16) -> usize {
        self.asked.iter().filter(|&&asked| asked == year).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(year: i16, is_open: bool, event: Option<u16>) -> Fold {
        Fold::Set(ByHand { year, is_open, is_narrowed: false, event: event.map(EventIx) })
    }

    #[test]
    fn a_year_stays_as_the_reader_put_it() {
        let folds = Folds::default().after(set(2024, true, None)).after(set(2025, false, None));
        assert!(folds.is_open(2024, false, None, false));
        assert!(folds.is_open(2024, false, Some(EventIx(3)), false), "with an event opened in it");
        assert!(!folds.is_open(2025, false, None, true));
        assert!(!folds.is_open(2023, false, None, false));
        assert!(folds.is_open(2025, true, None, true), "filters open it again");
    }

    #[test]
    fn an_event_opens_its_year_until_the_year_is_closed_on_it() {
        let folds = Folds::default();
        assert!(folds.is_open(2024, false, Some(EventIx(3)), false));
        let closed = folds.after(set(2024, false, Some(3)));
        assert!(!closed.is_open(2024, false, Some(EventIx(3)), false));
        assert!(closed.is_open(2024, false, Some(EventIx(4)), false));
    }
}
