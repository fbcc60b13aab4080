//! Numbers, in Western digits in all three languages.
//!
//! Years are not numbers in this sense: they are printed as they are, by [`date`](super::date).

use crate::model::Locale;

/// Between groups of three digits.
fn group_separator(locale: Locale) -> char {
    match locale {
        Locale::En | Locale::Ar => ',',
        Locale::Fr => '\u{202f}',
    }
}

/// Between the whole part and the fraction.
fn decimal_separator(locale: Locale) -> char {
    match locale {
        Locale::En | Locale::Ar => '.',
        Locale::Fr => ',',
    }
}

/// A whole number with its thousands set apart: `1,240,192`, in French with narrow no-break spaces.
pub fn integer(locale: Locale, n: u64) -> String {
    let mut out = String::new();
    push_integer(&mut out, locale, n);
    out
}

fn push_integer(out: &mut String, locale: Locale, n: u64) {
    // 20 digits hold every u64.
    let mut digits = [b'0'; 20];
    let mut first = digits.len();
    let mut rest = n;
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    for (place, &digit) in digits.iter().enumerate().skip(first) {
        if place > first && (digits.len() - place).is_multiple_of(3) {
            out.push(group_separator(locale));
        }
        out.push(char::from(digit));
    }
}

/// A number rounded to at most `places` decimals (up to 6), halves away from zero; zeros at the end
/// of the fraction are left off, so a value known to the unit shows none. A value that is not a
/// number is printed as an en dash.
pub fn decimal(locale: Locale, value: f64, places: u8) -> String {
    if value.is_nan() {
        return "–".into();
    }
    let scale = 10_u64.pow(u32::from(places.min(6)));
    let scaled = (value.abs() * scale as f64 + 0.5) as u64;
    let mut out = String::new();
    if value < 0.0 && scaled > 0 {
        out.push('\u{2212}');
    }
    push_integer(&mut out, locale, scaled / scale);
    let mut fraction = scaled % scale;
    if fraction > 0 {
        out.push(decimal_separator(locale));
        let mut place = scale;
        while fraction > 0 {
            place /= 10;
            out.push(char::from(b'0' + (fraction / place) as u8));
            fraction %= place;
        }
    }
    out
}

/// A published range, each end as [`decimal`] prints it: `40–50`, in Arabic in words, `40 إلى 50`.
pub fn range(locale: Locale, low: f64, high: f64, places: u8) -> String {
    let mut out = decimal(locale, low, places);
    out.push_str(match locale {
        Locale::En | Locale::Fr => "–",
        Locale::Ar => " إلى ",
    });
    out.push_str(&decimal(locale, high, places));
    out
}

/// A rank: `1st`, `4th`; in French `1er`, in Arabic with the word for it, `المرتبة 4`.
pub fn ordinal(locale: Locale, n: u64) -> String {
    let digits = integer(locale, n);
    let (before, after) = match (locale, n % 10, n % 100) {
        (Locale::Ar, ..) => ("المرتبة ", ""),
        (Locale::Fr, ..) => ("", if n == 1 { "er" } else { "e" }),
        (Locale::En, _, 11..=13) => ("", "th"),
        (Locale::En, 1, _) => ("", "st"),
        (Locale::En, 2, _) => ("", "nd"),
        (Locale::En, 3, _) => ("", "rd"),
        (Locale::En, ..) => ("", "th"),
    };
    [before, &digits, after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_have_the_endings_of_the_language() {
        let table = [
            (1, "1st", "1er"),
            (2, "2nd", "2e"),
            (3, "3rd", "3e"),
            (4, "4th", "4e"),
            (11, "11th", "11e"),
            (21, "21st", "21e"),
            (112, "112th", "112e"),
        ];
        for (n, english, french) in table {
            assert_eq!(ordinal(Locale::En, n), english);
            assert_eq!(ordinal(Locale::Fr, n), french);
        }
        assert_eq!(ordinal(Locale::Ar, 4), "المرتبة 4");
    }

    #[test]
    fn thousands_are_set_apart_as_the_language_does() {
        let table = [
            (0, "0", "0"),
            (7, "7", "7"),
            (999, "999", "999"),
            (1_000, "1,000", "1\u{202f}000"),
            (14_800, "14,800", "14\u{202f}800"),
            (1_240_192, "1,240,192", "1\u{202f}240\u{202f}192"),
            (26_342_784, "26,342,784", "26\u{202f}342\u{202f}784"),
        ];
        for (n, comma, french) in table {
            assert_eq!(integer(Locale::En, n), comma);
            assert_eq!(integer(Locale::Fr, n), french);
            assert_eq!(integer(Locale::Ar, n), comma);
        }
        assert_eq!(integer(Locale::En, u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn decimals_are_rounded_and_empty_ones_left_off() {
        let table = [
            (0.5, 1, "0.5", "0,5"),
            (26.342_784, 1, "26.3", "26,3"),
            (25.0, 1, "25", "25"),
            (2.781_392, 2, "2.78", "2,78"),
            (0.274, 2, "0.27", "0,27"),
            (1.05, 2, "1.05", "1,05"),
            (9.96, 1, "10", "10"),
            (2.5, 0, "3", "3"),
            (1_234.56, 1, "1,234.6", "1\u{202f}234,6"),
            (-1.5, 1, "\u{2212}1.5", "\u{2212}1,5"),
            (-0.04, 1, "0", "0"),
            (1.0, 200, "1", "1"),
            (f64::NAN, 1, "–", "–"),
        ];
        for (value, places, english, french) in table {
            assert_eq!(decimal(Locale::En, value, places), english);
            assert_eq!(decimal(Locale::Fr, value, places), french);
            assert_eq!(decimal(Locale::Ar, value, places), english);
        }
    }

    #[test]
    fn values_beyond_the_range_of_whole_numbers_are_held_at_its_end() {
        assert_eq!(decimal(Locale::En, f64::INFINITY, 0), "18,446,744,073,709,551,615");
    }

    #[test]
    fn ranges_show_both_ends() {
        assert_eq!(range(Locale::En, 40.0, 50.0, 0), "40–50");
        assert_eq!(range(Locale::Fr, 5_000.0, 6_000.0, 0), "5\u{202f}000–6\u{202f}000");
        assert_eq!(range(Locale::Ar, 40.0, 50.0, 0), "40 إلى 50");
        assert_eq!(range(Locale::En, 71.4, 78.0, 1), "71.4–78");
    }
}
