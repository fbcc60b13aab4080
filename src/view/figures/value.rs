//! Numbers with their units, in words.

use super::super::part::PartProps;
use crate::locale::number;
use crate::model::{Count, Figure, Scope, Text, Unit, Word};

/// Below this, and for numbers known more exactly than to a tenth of it, all digits are printed.
const MILLION: f64 = 1_000_000.0;

/// A number as it is read: millions in words, as long as that leaves nothing out.
pub(crate) fn number(props: &PartProps, n: f64) -> String {
    let locale = props.locale();
    let tenths = n * 10.0 / MILLION;
    if n >= MILLION && tenths.fract() == 0.0 {
        return millions(props, n);
    }
    number::decimal(locale, n, u8::from(n.fract() != 0.0))
}

/// A number to compare with others: millions to a tenth, in words.
pub(super) fn rounded(props: &PartProps, n: f64) -> String {
    if n < MILLION { number(props, n) } else { millions(props, n) }
}

/// A number in millions, to a tenth.
fn millions(props: &PartProps, n: f64) -> String {
    let shown = number::decimal(props.locale(), n / MILLION, 1);
    let whole = (n / MILLION) as usize;
    let counted = props.count(Count::Millions, whole);
    // The noun follows the whole number; what is printed before it may have a fraction.
    let digits = number::integer(props.locale(), whole as u64);
    if counted.contains(&digits) { counted.replacen(&digits, &shown, 1) } else { counted }
}

/// An area in km².
pub(crate) fn area(props: &PartProps, km2: f64) -> String {
    [&*number(props, km2), "\u{a0}", &*props.story.labels.unit[Unit::Km2 as usize]].concat()
}

/// As [`value`], for narrow places with a label that says who is counted, so that people need no unit.
pub(super) fn brief(props: &PartProps, figure: &Figure) -> String {
    if figure.unit == Unit::People { count(props, figure) } else { value(props, figure) }
}

fn count(props: &PartProps, figure: &Figure) -> String {
    figure.value_max.map_or_else(
        || number(props, figure.value),
        |high| {
            let digits = u8::from(figure.value.fract() != 0.0);
            number::range(props.locale(), figure.value, high, digits)
        },
    )
}

/// The number or range of a figure, with its unit.
pub(super) fn value(props: &PartProps, figure: &Figure) -> String {
    let locale = props.locale();
    let number = count(props, figure);
    let unit = &props.story.labels.unit[figure.unit as usize];
    match figure.unit {
        Unit::Percent => props.phrase(Word::PercentOf, &[("n", &number)]),
        Unit::Rank => number::ordinal(locale, figure.value as u64),
        Unit::Km2 => [&*number, "\u{a0}", &**unit].concat(),
        _ => [&*number, " ", &**unit].concat(),
    }
}

/// What a figure is about.
pub(super) fn scope(props: &PartProps, figure: &Figure) -> Text {
    match figure.scope {
        Scope::Alliance => props.story.labels.scope_alliance.clone(),
        Scope::Region => props.story.labels.scope_region.clone(),
        Scope::Country(ix) => props.story[ix].name.clone(),
    }
}
