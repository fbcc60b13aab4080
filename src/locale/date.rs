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

#[cfg(test)]
mod tests {
    use super::*;

    /// `2025-12-22`, `2025-12-22/2025-12-23` or, with no end, `2025-12-22/`.
    fn event(text: &str) -> EventDate {
        let parse = |text| PartialDate::parse(text).expect("a date");
        match text.split_once('/') {
            None => EventDate::At(parse(text)),
            Some((from, "")) => EventDate::Since(parse(from)),
            Some((from, to)) => EventDate::Range(parse(from), parse(to)),
        }
    }

    /// Prints each date, with `~` for the space that does not break, and compares.
    fn check(print: fn(Locale, EventDate) -> String, table: &[(&str, [&str; 3])]) {
        for (text, expected) in table {
            let printed =
                Locale::ALL.map(|locale| print(locale, event(text)).replace(NO_BREAK_SPACE, "~"));
            assert_eq!(printed, *expected, "{text}");
        }
    }

    #[test]
    fn rows_of_a_year_leave_the_year_off() {
        check(
            day_month,
            &[
                ("2025-12-23", ["23~Dec", "23~déc.", "23 ديسمبر"]),
                ("2025-12-22/2025-12-23", ["22–23~Dec", "22–23~déc.", "22–23 ديسمبر"]),
                ("2025-04-01/2025-04-07", ["1–7~Apr", "1er–7~avr.", "1–7 أبريل"]),
                (
                    "2025-10-26/2025-11-09",
                    ["26~Oct~– 9~Nov", "26~oct.~– 9~nov.", "26 أكتوبر~– 9 نوفمبر"],
                ),
                (
                    "2024-12-28/2025-01-03",
                    ["28~Dec~– 3~Jan 2025", "28~déc.~– 3~janv. 2025", "28 ديسمبر~– 3 يناير 2025"],
                ),
                ("2023-07", ["Jul", "juil.", "يوليو"]),
                ("2023-07/2023-09", ["Jul–Sep", "juil.–sept.", "يوليو–سبتمبر"]),
                ("2012", ["2012", "2012", "2012"]),
                ("2012/2013-01", ["2012~– Jan 2013", "2012~– janv. 2013", "2012~– يناير 2013"]),
                ("2025/2025-03", ["2025~– Mar", "2025~– mars", "2025~– مارس"]),
                ("2025-12-23/2025-12-23", ["23~Dec", "23~déc.", "23 ديسمبر"]),
                ("2021-12-05/", ["since 5~Dec", "depuis le 5~déc.", "منذ 5 ديسمبر"]),
                ("2021-12/", ["since Dec", "depuis déc.", "منذ ديسمبر"]),
            ],
        );
    }

    #[test]
    fn short_dates_carry_the_year_once_where_it_is_one() {
        check(
            short,
            &[
                ("2025-12-23", ["23~Dec 2025", "23~déc. 2025", "23 ديسمبر 2025"]),
                (
                    "2025-12-22/2025-12-23",
                    ["22–23~Dec 2025", "22–23~déc. 2025", "22–23 ديسمبر 2025"],
                ),
                (
                    "2025-10-26/2025-11-09",
                    ["26~Oct~– 9~Nov 2025", "26~oct.~– 9~nov. 2025", "26 أكتوبر~– 9 نوفمبر 2025"],
                ),
                (
                    "2024-12/2025-01",
                    ["Dec 2024~– Jan 2025", "déc. 2024~– janv. 2025", "ديسمبر 2024~– يناير 2025"],
                ),
                ("2022-01/2022-07", ["Jan–Jul 2022", "janv.–juil. 2022", "يناير–يوليو 2022"]),
                ("2012/2019", ["2012–2019", "2012–2019", "2012–2019"]),
                (
                    "2025-03/2025-04-09",
                    ["Mar~– 9~Apr 2025", "mars~– 9~avr. 2025", "مارس~– 9 أبريل 2025"],
                ),
                ("2017/", ["since 2017", "depuis 2017", "منذ 2017"]),
            ],
        );
    }

    #[test]
    fn long_dates_have_full_months() {
        check(
            long,
            &[
                ("2023-07", ["July 2023", "juillet 2023", "يوليو 2023"]),
                (
                    "2025-12-22/2025-12-23",
                    ["22–23 December 2025", "22–23~décembre 2025", "22–23 ديسمبر 2025"],
                ),
                (
                    "2024-07-07/2024-09-15",
                    [
                        "7 July~– 15 September 2024",
                        "7~juillet~– 15~septembre 2024",
                        "7 يوليو~– 15 سبتمبر 2024",
                    ],
                ),
                (
                    "2012/2013-01",
                    ["2012~– January 2013", "2012~– janvier 2013", "2012~– يناير 2013"],
                ),
                ("2026-01-01", ["1 January 2026", "1er~janvier 2026", "1 يناير 2026"]),
            ],
        );
    }

    #[test]
    fn spoken_dates_have_no_signs() {
        check(
            spoken,
            &[
                ("2025-12-23", ["23 December 2025", "23 décembre 2025", "23 ديسمبر 2025"]),
                (
                    "2025-12-22/2025-12-23",
                    [
                        "22 to 23 December 2025",
                        "du 22 au 23 décembre 2025",
                        "من 22 إلى 23 ديسمبر 2025",
                    ],
                ),
                (
                    "2025-04-01/2025-05-01",
                    [
                        "1 April to 1 May 2025",
                        "du 1er avril au 1er mai 2025",
                        "من 1 أبريل إلى 1 مايو 2025",
                    ],
                ),
                (
                    "2024-12-28/2025-01-03",
                    [
                        "28 December 2024 to 3 January 2025",
                        "du 28 décembre 2024 au 3 janvier 2025",
                        "من 28 ديسمبر 2024 إلى 3 يناير 2025",
                    ],
                ),
                (
                    "2012/2013-01",
                    ["2012 to January 2013", "de 2012 à janvier 2013", "من 2012 إلى يناير 2013"],
                ),
                (
                    "2025-12-22/",
                    ["since 22 December 2025", "depuis le 22 décembre 2025", "منذ 22 ديسمبر 2025"],
                ),
                ("2021-12/", ["since December 2021", "depuis décembre 2021", "منذ ديسمبر 2021"]),
            ],
        );
    }

    #[test]
    fn months_of_a_filter_are_worded() {
        let table = [
            (
                (2025, 7),
                (2025, 12),
                ["July to December 2025", "de juillet à décembre 2025", "من يوليو إلى ديسمبر 2025"],
            ),
            (
                (2024, 10),
                (2025, 3),
                [
                    "October 2024 to March 2025",
                    "d’octobre 2024 à mars 2025",
                    "من أكتوبر 2024 إلى مارس 2025",
                ],
            ),
            ((2025, 12), (2025, 12), ["December 2025", "décembre 2025", "ديسمبر 2025"]),
        ];
        for (from, to, expected) in table {
            assert_eq!(Locale::ALL.map(|locale| month_range(locale, from, to)), expected);
        }
        assert_eq!(month_year(Locale::Fr, 2025, 8), "août 2025");
    }

    #[test]
    fn single_dates_print_as_events_at_them_do() {
        let date = PartialDate::parse("2025-12-23").expect("a date");
        assert_eq!(partial_short(Locale::En, date), "23\u{a0}Dec 2025");
        assert_eq!(partial_long(Locale::En, date), "23 December 2025");
    }
}
