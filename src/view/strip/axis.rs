//! The axis of the strip: which months its columns stand for.

use crate::model::{Dataset, EventIx};
use crate::state::{Month, Months};

/// The first year that is drawn by itself; what came before shares one column after a break.
pub(crate) const FIRST_YEAR: i16 = 2020;

/// One of the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Where it begins.
    From,
    /// Where it ends.
    To,
}

/// How many months a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// On wide widgets.
    Quarter,
    /// On others.
    HalfYear,
}

impl Step {
    fn months(self) -> u8 {
        match self {
            Self::Quarter => 3,
            Self::HalfYear => 6,
        }
    }

    /// How many columns make a year.
    pub(crate) fn in_a_year(self) -> usize {
        usize::from(12 / self.months())
    }
}

/// How many squares a half-year has at most.
const MOST_SQUARES: usize = 36;
/// How many squares the column of all earlier years has at most.
const MOST_EARLY: usize = 60;

/// The events that are listed in some months. Events are in the order of their dates.
pub(super) fn within(
    story: &Dataset,
    months: Months,
) -> impl ExactSizeIterator<Item = EventIx> + use<> {
    let start = story.events.partition_point(|event| Month::of(event) < months.from());
    let end = story.events.partition_point(|event| Month::of(event) <= months.to());
    (start..end).map(|position| EventIx(position as u16))
}

/// Columns of equal length from [`FIRST_YEAR`] on, and before them one for all earlier years, if there are
/// events in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Axis {
    early: Option<Months>,
    late: Months,
    /// How many events a square stands for at most. One, but for stories with too many for that.
    square: usize,
}

impl Axis {
    /// The axis of a story. It ends with the half-year of the last event or of the last check.
    pub(crate) fn of(story: &Dataset) -> Self {
        let first = story.events.first().map(|event| event.date.start().year());
        let checked = story.checked_to;
        let last = EventIx::all(story)
            .map(|(_, event)| Month::of(event))
            .chain([Month::new(checked.year(), checked.month().unwrap_or(12))])
            .max();
        let start = Month::new(FIRST_YEAR, 1);
        let last = last.unwrap_or(start).max(start);
        let end = Month::new(last.year(), if last.month() > 6 { 12 } else { 6 });
        let early = first.filter(|&first| first < FIRST_YEAR);
        let mut axis = Self {
            early: early.map(|first| Months::between(Month::new(first, 1), start.plus(-1))),
            late: Months::between(start, end),
            square: 1,
        };
        let count = |months: Months| within(story, months).len();
        let columns = (0..axis.len(Step::HalfYear)).map(|at| axis.column(Step::HalfYear, at));
        let fullest = columns.filter(|&column| Some(column) != axis.early).map(count).max();
        let early = axis.early.map_or(0, count);
        axis.square =
            fullest.unwrap_or(0).div_ceil(MOST_SQUARES).max(early.div_ceil(MOST_EARLY)).max(1);
        axis
    }

    /// How many events a square stands for at most.
    pub(crate) fn square(self) -> usize {
        self.square
    }

    /// What the first column stands for, if it is one of many years.
    pub(crate) fn early(self) -> Option<Months> {
        self.early
    }

    /// What the columns of equal length stand for.
    pub(crate) fn late(self) -> Months {
        self.late
    }

    /// All of it.
    pub(crate) fn whole(self) -> Months {
        Months::between(self.early.map_or(self.late.from(), Months::from), self.late.to())
    }

    fn late_len(self) -> i32 {
        self.late.to().since(self.late.from()) + 1
    }

    /// How many columns there are.
    pub(crate) fn len(self, step: Step) -> usize {
        usize::from(self.early.is_some()) + (self.late_len() / i32::from(step.months())) as usize
    }

    /// The months of a column; of the last one if there are not so many.
    pub(crate) fn column(self, step: Step, at: usize) -> Months {
        let at = at.min(self.len(step) - 1);
        match (self.early, at.checked_sub(usize::from(self.early.is_some()))) {
            (Some(early), None) => early,
            (_, late) => {
                // Columns are few.
                let late = late.unwrap_or(0) as u16;
                let months = i32::from(step.months());
                let from = self.late.from().plus(i32::from(late) * months);
                Months::between(from, from.plus(months - 1))
            }
        }
    }

    /// The column that a month is in; the nearest if it is beyond the axis.
    pub(crate) fn column_of(self, step: Step, month: Month) -> usize {
        let late = month.since(self.late.from());
        let early = usize::from(self.early.is_some());
        if late < 0 {
            0
        } else {
            (early + (late / i32::from(step.months())) as usize).min(self.len(step) - 1)
        }
    }

    /// The column at a share of the equal columns' length; below 0 is what stands before them.
    pub(crate) fn column_at(self, step: Step, share: f64) -> usize {
        if share < 0.0 {
            return 0;
        }
        let month = (share * f64::from(self.late_len())) as i32;
        self.column_of(step, self.late.from().plus(month))
    }

    /// Where a month begins, as a share of the equal columns' length, in 0..=1.
    pub(crate) fn share(self, month: Month) -> f64 {
        let at = month.since(self.late.from()).clamp(0, self.late_len());
        f64::from(at) / f64::from(self.late_len())
    }

    /// The stretch that begins, or ends, with another column, which stops at the other end.
    pub(crate) fn moved(self, step: Step, months: Months, end: End, to: usize) -> Months {
        let to = self.column(step, to);
        match end {
            End::From => Months::between(to.from().min(months.to()), months.to()),
            End::To => Months::between(months.from(), to.to().max(months.from())),
        }
    }

    /// A range that is dragged from one column to another, without leaving the equal columns.
    pub(crate) fn slid(self, step: Step, range: Months, from: usize, to: usize) -> Months {
        let by = self.column(step, to).from().since(self.column(step, from).from());
        let room = self.late.from().since(range.from())..=self.late.to().since(range.to());
        if room.is_empty() {
            return range;
        }
        let by = by.clamp(*room.start(), *room.end());
        Months::between(range.from().plus(by), range.to().plus(by))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Locale;
    use crate::story::Story;

    fn axis() -> Axis {
        Axis::of(&Story::bundled(Locale::En))
    }

    fn months(from: (i16, u8), to: (i16, u8)) -> Months {
        Months::between(Month::new(from.0, from.1), Month::new(to.0, to.1))
    }

    #[test]
    fn the_axis_holds_every_event_and_ends_with_a_half_year() {
        let (axis, story) = (axis(), Story::bundled(Locale::En));
        for (_, event) in EventIx::all(&story) {
            assert!(axis.whole().contains(Month::of(event)), "{}", event.id);
        }
        assert_eq!(axis.early(), Some(months((2012, 1), (2019, 12))));
        assert_eq!(axis.late(), months((2020, 1), (2026, 6)));
        assert_eq!((axis.len(Step::Quarter), axis.len(Step::HalfYear)), (27, 14));
    }

    #[test]
    fn columns_follow_each_other_without_gaps() {
        let axis = axis();
        for step in [Step::Quarter, Step::HalfYear] {
            let mut next = axis.whole().from();
            for at in 0..axis.len(step) {
                let column = axis.column(step, at);
                assert_eq!(column.from(), next);
                assert_eq!(axis.column_of(step, column.from()), at);
                assert_eq!(axis.column_of(step, column.to()), at);
                next = column.to().plus(1);
            }
            assert_eq!(next, axis.whole().to().plus(1));
            assert_eq!(axis.column(step, 99).to(), axis.whole().to());
        }
    }

    #[test]
    fn points_of_the_strip_belong_to_the_column_that_is_seen_there() {
        let axis = axis();
        for (share, step, expected) in [
            (-0.1, Step::Quarter, months((2012, 1), (2019, 12))),
            (0.0, Step::Quarter, months((2020, 1), (2020, 3))),
            (0.5, Step::Quarter, months((2023, 4), (2023, 6))),
            (0.5, Step::HalfYear, months((2023, 1), (2023, 6))),
            (1.0, Step::HalfYear, months((2026, 1), (2026, 6))),
        ] {
            assert_eq!(axis.column(step, axis.column_at(step, share)), expected, "{share}");
        }
        let july = Month::new(2025, 7);
        assert_eq!(
            axis.column_at(Step::Quarter, axis.share(july) + 1e-9),
            axis.column_of(Step::Quarter, july)
        );
    }

    #[test]
    fn an_end_that_is_moved_stops_at_the_other() {
        let axis = axis();
        let autumn = months((2025, 8), (2025, 11));
        let at = |year, month| axis.column_of(Step::Quarter, Month::new(year, month));
        let moved = |end, to| axis.moved(Step::Quarter, autumn, end, to);
        assert_eq!(moved(End::From, at(2025, 2)), months((2025, 1), (2025, 11)));
        assert_eq!(moved(End::From, at(2026, 2)), months((2025, 11), (2025, 11)));
        assert_eq!(moved(End::To, at(2026, 2)), months((2025, 8), (2026, 3)));
        assert_eq!(moved(End::To, 0), months((2025, 8), (2025, 8)));
    }

    #[test]
    fn a_range_that_is_dragged_keeps_its_length_and_stays_on_the_strip() {
        let axis = axis();
        let autumn = months((2025, 8), (2025, 11));
        let at = |year, month| axis.column_of(Step::Quarter, Month::new(year, month));
        let slid = |to| axis.slid(Step::Quarter, autumn, at(2025, 9), to);
        assert_eq!(slid(at(2025, 5)), months((2025, 5), (2025, 8)));
        assert_eq!(slid(at(2026, 5)), months((2026, 3), (2026, 6)));
        assert_eq!(slid(0), months((2020, 1), (2020, 4)));
        let long = months((2012, 1), (2025, 12));
        assert_eq!(axis.slid(Step::Quarter, long, at(2025, 9), 0), long);
    }
}
