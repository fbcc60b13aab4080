//! From numbers to drawing: sizes, shares of a whole, and discs that keep apart.

/// Radius in px of a marker that counts `n` events, before a narrow map shrinks it.
///
/// Area grows with the count, from a disc that just holds a glyph. `most` is the largest count of the story: where it is
/// above 60, all discs are smaller, so that none is too large for a map.
pub fn marker_radius_px(n: usize, most: usize) -> f64 {
    const LARGEST: usize = 60;
    if n < 2 {
        return 8.5;
    }
    let share = LARGEST as f64 / most.max(LARGEST) as f64;
    7.5 + 2.05 * (n as f64 * share).sqrt().max(1.0)
}

/// A share of a whole as a percentage with two decimals, such as `12.50%`.
pub fn percent(part: f64, whole: f64) -> String {
    let mut text = fixed((part / whole * 10_000.0).round() as i64, 2);
    text.push('%');
    text
}

/// A length with one decimal, such as `-0.5`.
pub fn tenths(value: f64) -> String {
    fixed((value * 10.0).round() as i64, 1)
}

/// An integer of 10⁻ᵈ units with its decimal point. Formatting floats would cost the reader kilobytes.
fn fixed(units: i64, decimals: u32) -> String {
    let whole = 10_u64.pow(decimals);
    let size = units.unsigned_abs();
    let mut digits = (size % whole).to_string();
    while digits.len() < decimals as usize {
        digits.insert(0, '0');
    }
    let mut text = (size / whole).to_string();
    if units < 0 {
        text.insert(0, '-');
    }
    text.push('.');
    text.push_str(&digits);
    text
}

/// The value, or the nearest between two limits; the lower one where they cross.
///
/// The standard library's `clamp` panics there, with a message that brings six kilobytes of formatting of floats.
pub(crate) fn limited(value: f64, low: f64, high: f64) -> f64 {
    value.min(high).max(low)
}

/// A disc that may be moved a little from where it belongs. All lengths in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    /// Where its centre belongs.
    pub at: (f64, f64),
    /// Its radius.
    pub radius: f64,
    /// How far it was moved.
    pub shift: (f64, f64),
}

/// Free space between two discs, in px.
const GAP_PX: f64 = 2.0;
/// Rounds of pushing; the discs of a crowded place settle well before.
const ROUNDS: usize = 40;

/// Moves overlapping discs apart, the smaller one more, until they are free or `reach_px` from where they
/// belong.
pub fn push_apart(discs: &mut [Disc], reach_px: f64) {
    for _ in 0..ROUNDS {
        let mut is_free = true;
        for one in 0..discs.len() {
            for two in one + 1..discs.len() {
                let (a, b) = (discs[one], discs[two]);
                let (dx, dy) = (
                    b.at.0 + b.shift.0 - a.at.0 - a.shift.0,
                    b.at.1 + b.shift.1 - a.at.1 - a.shift.1,
                );
                let distance = (dx * dx + dy * dy).sqrt();
                let overlap = a.radius + b.radius + GAP_PX - distance;
                if overlap <= 0.01 {
                    continue;
                }
                is_free = false;
                // Discs on the same spot part sideways.
                let (ux, uy) =
                    if distance > 0.01 { (dx / distance, dy / distance) } else { (1.0, 0.0) };
                let (wa, wb) = (a.radius * a.radius, b.radius * b.radius);
                let share = overlap / (wa + wb);
                let a_shift = (a.shift.0 - ux * share * wb, a.shift.1 - uy * share * wb);
                let b_shift = (b.shift.0 + ux * share * wa, b.shift.1 + uy * share * wa);
                discs[one].shift = within(a_shift, reach_px);
                discs[two].shift = within(b_shift, reach_px);
            }
        }
        if is_free {
            break;
        }
    }
}

fn within((dx, dy): (f64, f64), reach_px: f64) -> (f64, f64) {
    let length = (dx * dx + dy * dy).sqrt();
    let scale = if length > reach_px { reach_px / length } else { 1.0 };
    (dx * scale, dy * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_printed_without_floats() {
        assert_eq!(percent(1.0, 8.0), "12.50%");
        assert_eq!(percent(-1.0, 3.0), "-33.33%");
        assert_eq!(tenths(-0.5), "-0.5");
        assert_eq!(tenths(10.04), "10.0");
    }

    #[test]
    fn markers_grow_with_their_count_up_to_a_size_that_fits_a_map() {
        let of = |n, most| marker_radius_px(n, most);
        assert!(of(1, 5) < of(2, 5) && of(2, 5) < of(5, 5));
        assert!((of(20, 20) - of(20, 60)).abs() < f64::EPSILON, "small stories have one scale");
        assert!((of(4000, 4000) - of(60, 60)).abs() < f64::EPSILON);
        assert!(of(2, 4000) < of(400, 4000) && of(2, 4000) > of(1, 4000));
    }

    #[test]
    fn a_limited_value_lies_between_the_limits_even_where_they_cross() {
        let cases = [(-1.0, 2.0), (3.0, 3.0), (9.0, 5.0)];
        assert!(cases.into_iter().all(|(value, expected): (f64, f64)| {
            (limited(value, 2.0, 5.0) - expected).abs() < f64::EPSILON
        }));
        assert!((limited(4.0, 2.0, 1.0) - 2.0).abs() < f64::EPSILON);
    }

    #[test]
    fn overlapping_discs_part_and_the_smaller_moves_more() {
        let disc = |x: f64, radius: f64| Disc { at: (x, 0.0), radius, shift: (0.0, 0.0) };
        let mut discs = [disc(0.0, 16.0), disc(20.0, 8.0)];
        push_apart(&mut discs, 10.0);
        let centres = discs.map(|disc| disc.at.0 + disc.shift.0);
        assert!(centres[1] - centres[0] >= 16.0 + 8.0 + GAP_PX - 0.1, "{discs:?}");
        assert!(discs[1].shift.0 > -discs[0].shift.0 * 2.0, "{discs:?}");
    }

    #[test]
    fn no_disc_leaves_its_reach() {
        let mut discs = [Disc { at: (0.0, 0.0), radius: 30.0, shift: (0.0, 0.0) }; 3];
        push_apart(&mut discs, 10.0);
        for disc in discs {
            assert!(disc.shift.0.hypot(disc.shift.1) <= 10.0 + 1e-9, "{disc:?}");
        }
    }
}
