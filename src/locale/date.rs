//! Dates as they are printed and as they are read aloud, with the precision that is known.
//!
//! Printed ranges take an en dash, without spaces where both ends are one word or number ("22–23 Dec"),
//! with spaces otherwise ("26 Oct – 9 Nov"). The space before such a dash does not break, the one after
//! it does, so that narrow columns break there. A day stays on the line of its month in French, and in
//! short English dates; long Arabic month names need the break. The machine-readable form for
//! `<time datetime>` is the `Display` of [`PartialDate`].

pub use super::month::{month_long, month_short};
use crate::model::{EventDate, Locale, PartialDate};

const NO_BREAK_SPACE: char = '\u{a0}';

/// For rows that stand under their year: "23 Dec", "26 Oct – 9 Nov", "Jul". The year is given only where
/// nothing else is known ("2012") and for an end in another year.
pub fn day_month(locale: Locale, date: EventDate) -> String {
    Style { year_is_given: true, ..Style::short(locale) }.event(date)
}

/// With the year, month shortened where the language does so: "22–23 Dec 2025".
pub fn short(locale: Locale, date: EventDate) -> String {
    Style::short(locale).event(date)
}

/// With the year and the full month, for sentences and cards: "22–23 December 2025".
pub fn long(locale: Locale, date: EventDate) -> String {
    Style::long(locale).event(date)
}

/// In full words, for screen readers: "22 to 23 December 2025".
pub fn spoken(locale: Locale, date: EventDate) -> String {
    Style::spoken(locale).event(date)
}

/// One date with the year, month shortened where the language does so: "23 Dec 2025".
pub fn partial_short(locale: Locale, date: PartialDate) -> String {
    short(locale, EventDate::At(date))
}

/// One date with the year and the full month: "23 December 2025".
pub fn partial_long(locale: Locale, date: PartialDate) -> String {
    long(locale, EventDate::At(date))
}

/// A month of a year: "July 2025". `month` is 1 to 12.
pub fn month_year(locale: Locale, year: i16, month: u8) -> String {
    partial_long(locale, PartialDate::Month(year, month))
}

/// A stretch of whole months, each given as year and month (1 to 12), both included:
/// "July to December 2025".
pub fn month_range(locale: Locale, from: (i16, u8), to: (i16, u8)) -> String {
    spoken(
        locale,
        EventDate::Range(PartialDate::Month(from.0, from.1), PartialDate::Month(to.0, to.1)),
    )
}

/// How dates are written in one place.
struct Style {
    locale: Locale,
    month_name: fn(Locale, u8) -> &'static str,
    /// Between the day and the month.
    joint: char,
    /// Ranges in words instead of a dash.
    in_words: bool,
    /// The reader sees the year of the start elsewhere.
    year_is_given: bool,
}

impl Style {
    fn short(locale: Locale) -> Self {
        let joint = if locale == Locale::Ar { ' ' } else { NO_BREAK_SPACE };
        Self { month_name: month_short, joint, ..Self::long(locale) }
    }

    fn long(locale: Locale) -> Self {
        let joint = if locale == Locale::Fr { NO_BREAK_SPACE } else { ' ' };
        Self { locale, month_name: month_long, joint, in_words: false, year_is_given: false }
    }

    fn spoken(locale: Locale) -> Self {
        Self { joint: ' ', in_words: true, ..Self::long(locale) }
    }

    fn event(&self, date: EventDate) -> String {
        let mut out = String::new();
        match date {
            EventDate::Range(from, to) if from != to => self.range(&mut out, from, to),
            EventDate::At(only) | EventDate::Range(only, _) => {
                self.one(&mut out, only, !self.year_is_given);
            }
            EventDate::Since(from) => {
                out.push_str(match (self.locale, from) {
                    (Locale::En, _) => "since ",
                    (Locale::Fr, PartialDate::Day(_)) => "depuis le ",
                    (Locale::Fr, _) => "depuis ",
                    (Locale::Ar, _) => "منذ ",
                });
                self.one(&mut out, from, !self.year_is_given);
            }
        }
        out
    }

    fn range(&self, out: &mut String, from: PartialDate, to: PartialDate) {
        let one_year = from.year() == to.year();
        let both_have_months = from.month().is_some() && to.month().is_some();
        if self.in_words {
            self.before_start(out, from);
        }
        let end_is_tight = match (from, to) {
            (PartialDate::Day(first), PartialDate::Day(_))
                if one_year && from.month() == to.month() =>
            {
                self.day(out, first.day());
                true
            }
            _ => {
                let year_follows = one_year && both_have_months;
                self.one(out, from, !year_follows && !self.year_is_given);
                match (from, to) {
                    (PartialDate::Year(_), PartialDate::Year(_)) => true,
                    (PartialDate::Month(..), PartialDate::Month(..)) => one_year,
                    _ => false,
                }
            }
        };
        out.push_str(match (self.in_words, self.locale, to) {
            (false, ..) if end_is_tight => "–",
            (false, ..) => "\u{a0}– ",
            (true, Locale::En, _) => " to ",
            (true, Locale::Fr, PartialDate::Day(_)) => " au ",
            (true, Locale::Fr, _) => " à ",
            (true, Locale::Ar, _) => " إلى ",
        });
        self.one(out, to, !(self.year_is_given && one_year));
    }

    /// What a range in words begins with.
    fn before_start(&self, out: &mut String, from: PartialDate) {
        out.push_str(match (self.locale, from) {
            (Locale::En, _) => "",
            (Locale::Fr, PartialDate::Day(_)) => "du ",
            // avril, août, octobre
            (Locale::Fr, PartialDate::Month(_, 4 | 8 | 10)) => "d’",
            (Locale::Fr, _) => "de ",
            (Locale::Ar, _) => "من ",
        });
    }

    fn one(&self, out: &mut String, date: PartialDate, with_year: bool) {
        if let PartialDate::Day(date) = date {
            self.day(out, date.day());
            out.push(self.joint);
        }
        if let Some(month) = date.month() {
            out.push_str((self.month_name)(self.locale, month));
            if !with_year {
                return;
            }
            out.push(' ');
        }
        push_number(out, date.year().unsigned_abs());
    }

    fn day(&self, out: &mut String, day: u8) {
        push_number(out, u16::from(day));
        if day == 1 && self.locale == Locale::Fr {
            out.push_str("er");
        }
    }
}

/// Digits without separators.
fn push_number(out: &mut String, n: u16) {
    if n >= 10 {
        push_number(out, n / 10);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}
