//! Lines as the `d` of an SVG path: whole numbers, relative steps, no separator that is not needed.

use super::arcs::Line;
use std::fmt::Write;

/// Path data of closed lines.
pub fn closed<'a>(rings: impl IntoIterator<Item = &'a Line>) -> String {
    rings.into_iter().map(|ring| subpath(&ring.0[..ring.0.len() - 1]) + "z").collect()
}

/// Path data of open lines.
pub fn open<'a>(lines: impl IntoIterator<Item = &'a Line>) -> String {
    lines.into_iter().map(|line| subpath(&line.0)).collect()
}

/// An absolute move to the first point, then one relative step to each of the others.
fn subpath(points: &[geo::Coord<i32>]) -> String {
    let mut data = String::new();
    let mut command = 'M';
    let mut at = geo::Coord::zero();
    for (index, &point) in points.iter().enumerate() {
        let step = point - at;
        if index < 2 {
            data.push(command);
            command = 'l';
        } else if step.x >= 0 {
            data.push(' ');
        }
        let separator = if step.y >= 0 { " " } else { "" };
        write!(data, "{}{separator}{}", step.x, step.y).expect("a string takes any text");
        at = point;
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::LineString;

    #[test]
    fn steps_are_relative_and_a_minus_sign_separates() {
        let line = LineString::from(vec![(5, -3), (8, 0), (7, 4), (-2, 4), (-2, -1)]);
        assert_eq!(open([&line]), "M5-3l3 3-1 4-9 0 0-5");
    }

    #[test]
    fn each_line_starts_absolutely_and_a_ring_does_not_repeat_its_first_point() {
        let ring = LineString::from(vec![(1, 1), (3, 1), (3, 3), (1, 1)]);
        assert_eq!(closed([&ring, &ring]), "M1 1l2 0 0 2zM1 1l2 0 0 2z");
        assert_eq!(open([]), "");
    }
}
