//! Names of months.

use crate::model::Locale;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Abbreviations of Unicode CLDR 46; names of four letters or fewer stay whole.
const FRENCH_SHORT: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// The names that the story's Arabic texts use; there are no short ones.
const ARABIC: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

/// The full name of a month, as it stands inside a sentence. `month` is 1 to 12.
pub fn month_long(locale: Locale, month: u8) -> &'static str {
    let names = match locale {
        Locale::En => &ENGLISH,
        Locale::Fr => &FRENCH,
        Locale::Ar => &ARABIC,
    };
    names[position(month)]
}

/// The name of a month for narrow places. `month` is 1 to 12.
pub fn month_short(locale: Locale, month: u8) -> &'static str {
    match locale {
        // All English names start with their three-letter abbreviation.
        Locale::En => &ENGLISH[position(month)][..3],
        Locale::Fr => FRENCH_SHORT[position(month)],
        Locale::Ar => ARABIC[position(month)],
    }
}

/// The place in the tables; a number that is no month is taken as the nearest one.
fn position(month: u8) -> usize {
    usize::from(month.clamp(1, 12) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_name_and_a_short_name_for_every_month() {
        let short = |locale| (1..=12).map(|month| month_short(locale, month)).collect::<Vec<_>>();
        assert_eq!(short(Locale::En).join(" "), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
        assert_eq!(
            short(Locale::Fr).join(" "),
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
        );
        assert_eq!(
            short(Locale::Ar).join(" "),
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
        );
        for month in 1..=12 {
            assert_eq!(month_long(Locale::Ar, month), month_short(Locale::Ar, month));
            for locale in [Locale::En, Locale::Fr] {
                let start = month_short(locale, month).trim_end_matches('.');
                assert!(month_long(locale, month).starts_with(start), "{start}");
            }
        }
    }

    #[test]
    fn a_number_that_is_no_month_is_taken_as_the_nearest() {
        assert_eq!(month_long(Locale::En, 0), "January");
        assert_eq!(month_short(Locale::Fr, 200), "déc.");
    }
}
