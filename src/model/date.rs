//! Civil dates with the precision that the sources give, no clock and no time zone.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the proleptic Gregorian calendar, year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, or `None` if the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        ((1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day))
        .then_some(Self { year, month, day })
    }

    /// Year, 1 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// Days in a month of a year; `month` is 1 to 12.
pub fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A date that is known to the year, the month or the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i16),
    /// Year and month (1 to 12) are known.
    Month(i16, u8),
    /// The day is known.
    Day(Date),
}

impl PartialDate {
    /// Reads `2023`, `2023-07` or `2023-07-26`; `None` for anything else, impossible days included.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, len: usize| -> Option<i16> {
            (part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.bytes().fold(0, |sum, byte| sum * 10 + i16::from(byte - b'0')))
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|&year| year > 0)?;
        let Some(month) = parts.next() else {
            return Some(Self::Year(year));
        };
        let month = digits(month, 2).filter(|month| (1..=12).contains(month))? as u8;
        let Some(day) = parts.next() else {
            return Some(Self::Month(year, month));
        };
        let day = digits(day, 2)? as u8;
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month, day).map(Self::Day)
    }

    /// Year, 1 to 9999.
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(date) => date.year,
        }
    }

    /// Month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        match self {
            Self::Year(_) => None,
            Self::Month(_, month) => Some(month),
            Self::Day(date) => Some(date.month),
        }
    }

    /// The first day that the date can mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date { year, month: 1, day: 1 },
            Self::Month(year, month) => Date { year, month, day: 1 },
            Self::Day(date) => date,
        }
    }

    /// The last day that the date can mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date { year, month: 12, day: 31 },
            Self::Month(year, month) => Date { year, month, day: days_in_month(year, month) },
            Self::Day(date) => date,
        }
    }
}

/// ISO 8601 with the precision that is known, as `<time datetime>` and the story files take it.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(Date { year, month, day }) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// When an event happened: a moment of some precision, or a closed or open stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EventDate {
    /// One day, month or year.
    At(PartialDate),
    /// From a first to a last date, both included; the last is not before the first.
    Range(PartialDate, PartialDate),
    /// From a date on, with no end known.
    Since(PartialDate),
}

impl EventDate {
    /// The date that the event is listed under.
    pub fn start(self) -> PartialDate {
        match self {
            Self::At(date) | Self::Range(date, _) | Self::Since(date) => date,
        }
    }

    /// The last date, where one is known.
    pub fn end(self) -> Option<PartialDate> {
        match self {
            Self::At(date) | Self::Range(_, date) => Some(date),
            Self::Since(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_their_precision_and_printed_back() {
        for text in ["2012", "2023-07", "2024-02-29", "0001-01-01"] {
            assert_eq!(PartialDate::parse(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn impossible_and_loosely_written_dates_are_refused() {
        for text in [
            "",
            "23",
            "2023-7",
            "2023-13",
            "2023-00",
            "2023-02-29",
            "2023-04-31",
            "2023-01-01-01",
            "2023/01/01",
            " 2023",
            "２０２３",
            "0000",
            "-2023",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_partial_date_spans_all_the_days_it_can_mean() {
        let february = PartialDate::Month(2024, 2);
        assert_eq!(february.first_day(), Date::new(2024, 2, 1).expect("a day"));
        assert_eq!(february.last_day(), Date::new(2024, 2, 29).expect("a day"));
    }
}
