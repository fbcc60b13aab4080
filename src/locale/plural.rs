//! Plural categories of whole numbers.

use crate::model::Locale;

/// Which of the six forms of [`Words::counts`](crate::model::Words::counts) a whole number takes:
/// 0 zero, 1 one, 2 two, 3 few, 4 many, 5 other.
///
/// Source: Unicode CLDR 46, `plurals.xml`, the cardinal rules of `en`, `fr` and `ar` for numbers
/// without a visible fraction and without a compact exponent.
pub fn form(locale: Locale, n: u64) -> usize {
    const ZERO: usize = 0;
    const ONE: usize = 1;
    const TWO: usize = 2;
    const FEW: usize = 3;
    const MANY: usize = 4;
    const OTHER: usize = 5;
    match (locale, n) {
        (Locale::Fr, 0) | (_, 1) => ONE,
        (Locale::Fr, _) if n.is_multiple_of(1_000_000) => MANY,
        (Locale::En | Locale::Fr, _) => OTHER,
        (Locale::Ar, 0) => ZERO,
        (Locale::Ar, 2) => TWO,
        (Locale::Ar, _) => match n % 100 {
            3..=10 => FEW,
            11..=99 => MANY,
            _ => OTHER,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The `@integer` samples of CLDR 46 `plurals.xml`, with the ends of each sample range.
    const SAMPLES: [(Locale, usize, &[u64]); 11] = [
        (Locale::En, 1, &[1]),
        (Locale::En, 5, &[0, 2, 16, 100, 1_000, 10_000, 100_000, 1_000_000]),
        (Locale::Fr, 1, &[0, 1]),
        (Locale::Fr, 4, &[1_000_000, 2_000_000, 17_000_000]),
        (Locale::Fr, 5, &[2, 17, 100, 1_000, 10_000, 100_000, 1_000_001]),
        (Locale::Ar, 0, &[0]),
        (Locale::Ar, 1, &[1]),
        (Locale::Ar, 2, &[2]),
        (Locale::Ar, 3, &[3, 10, 103, 110, 1_003, 1_010]),
        (Locale::Ar, 4, &[11, 26, 99, 111, 199, 1_011]),
        (Locale::Ar, 5, &[100, 102, 200, 202, 300, 1_000, 10_000, 100_000, 1_000_000]),
    ];

    #[test]
    fn whole_numbers_take_the_form_that_cldr_gives() {
        for (locale, expected, numbers) in SAMPLES {
            for &n in numbers {
                assert_eq!(form(locale, n), expected, "{locale:?} {n}");
            }
        }
    }

    #[test]
    fn the_largest_number_has_a_form() {
        assert_eq!(Locale::ALL.map(|locale| form(locale, u64::MAX)), [5, 5, 4]);
    }
}
