//! Rectangles on the projected plane: what a map shows.

use super::projection::project;

/// The widest map, with every neighbour of the three states and the coast.
pub const WIDE_EXTENT: Extent = Extent { west: -13.6, south: 4.3, east: 17.2, north: 26.4 };

/// The extent on narrow maps, closer to the three states.
pub const NARROW_EXTENT: Extent = Extent { west: -12.9, south: 5.2, east: 16.5, north: 25.6 };

/// The rectangle that the committed geometry covers; outside of it nothing is drawn.
///
/// It holds the wide extent in the tallest map box (1.05 times as high as wide) with a margin of 3 % of its
/// width, so that the edge of the geometry and strokes along it stay out of sight.
pub const PLANE: Frame = Frame { x: -1820.0, y: -1940.0, width: 3640.0, height: 3820.0 };

/// A range of longitudes and latitudes in degrees, east and north positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Western longitude.
    pub west: f64,
    /// Southern latitude.
    pub south: f64,
    /// Eastern longitude.
    pub east: f64,
    /// Northern latitude.
    pub north: f64,
}

/// A rectangle on the projected plane, in kilometres: x to the east, y to the south, from its north-west corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Western edge.
    pub x: f64,
    /// Northern edge.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Frame {
    /// The smallest frame around an extent.
    ///
    /// Parallels and meridians are curved on the plane, so the edges are sampled and not only the corners.
    pub fn of_extent(extent: Extent) -> Self {
        /// Even, so that the middle of each edge, where a parallel bulges most, is a sample.
        const STEPS: u8 = 32;
        let Extent { west, south, east, north } = extent;
        let corner = project(west, south);
        let edges = (0..=STEPS).flat_map(|step| {
            let part = f64::from(step) / f64::from(STEPS);
            let lon = west + (east - west) * part;
            let lat = south + (north - south) * part;
            [(lon, south), (lon, north), (west, lat), (east, lat)]
        });
        Self::around(corner, edges.map(|(lon, lat)| project(lon, lat)))
    }

    /// The smallest frame around projected points, or `None` if there are none.
    pub fn of_points(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        Some(Self::around(first, points))
    }

    /// The smallest frame around a path of straight lines, as SVG writes it, or `None` if it has no point.
    /// Of curves, the points that shape them count as well.
    pub fn of_path(data: &str) -> Option<Self> {
        Self::of_points(path_points(data))
    }

    fn around(first: (f64, f64), others: impl Iterator<Item = (f64, f64)>) -> Self {
        let (mut west, mut north) = first;
        let (mut east, mut south) = first;
        for (x, y) in others {
            west = west.min(x);
            east = east.max(x);
            north = north.min(y);
            south = south.max(y);
        }
        Self { x: west, y: north, width: east - west, height: south - north }
    }

    /// The smallest frame with the same centre that holds this one and is `aspect` times as high as wide.
    ///
    /// `aspect` is above 0.
    #[must_use]
    pub fn fit(self, aspect: f64) -> Self {
        self.resized(self.width.max(self.height / aspect), self.height.max(self.width * aspect))
    }

    /// The frame grown on each side by a fraction of its size: 0.12 adds 12 % of the width to the west and to the east.
    #[must_use]
    pub fn padded(self, fraction: f64) -> Self {
        let factor = 1.0 + 2.0 * fraction;
        self.resized(self.width * factor, self.height * factor)
    }

    fn resized(self, width: f64, height: f64) -> Self {
        Self {
            x: self.x - (width - self.width) / 2.0,
            y: self.y - (height - self.height) / 2.0,
            width,
            height,
        }
    }

    /// Whether a point lies in this frame.
    pub fn holds(self, (x, y): (f64, f64)) -> bool {
        (self.x..=self.x + self.width).contains(&x) && (self.y..=self.y + self.height).contains(&y)
    }

    /// Whether the other frame lies wholly inside this one.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.x + other.width <= self.x + self.width
            && other.y + other.height <= self.y + self.height
    }
}

/// The points of a path, in order. What is not a number ends one, as the sign of the next does.
fn path_points(data: &str) -> impl Iterator<Item = (f64, f64)> {
    let mut rest = data;
    let mut command = 'M';
    let mut at = (0.0, 0.0);
    let mut start = at;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches([' ', ',']);
            let first = rest.chars().next()?;
            if !first.is_ascii_alphabetic() {
                break;
            }
            command = first;
            rest = &rest[1..];
            if command.eq_ignore_ascii_case(&'z') {
                at = start;
            }
        }
        let origin = if command.is_ascii_lowercase() { at } else { (0.0, 0.0) };
        at = match command.to_ascii_lowercase() {
            'h' => (origin.0 + number(&mut rest)?, at.1),
            'v' => (at.0, origin.1 + number(&mut rest)?),
            _ => (origin.0 + number(&mut rest)?, origin.1 + number(&mut rest)?),
        };
        if command.eq_ignore_ascii_case(&'m') {
            start = at;
            command = if command == 'm' { 'l' } else { 'L' };
        }
        Some(at)
    })
}

/// Takes a decimal number off the front of a text.
///
/// The standard library's reading of floats, with exponents and the last bit right, costs readers 1.5 kB of program.
fn number(rest: &mut &str) -> Option<f64> {
    let text = rest.trim_start_matches([' ', ',']);
    let (sign, text) = text.strip_prefix('-').map_or((1.0, text), |text| (-1.0, text));
    let (mut digits, mut number, mut fraction) = (0, 0.0, None);
    let mut after = text;
    for character in text.chars() {
        match (character.to_digit(10), &mut fraction) {
            (Some(digit), place) => {
                digits += 1;
                number = number * 10.0 + f64::from(digit);
                if let Some(place) = place {
                    *place *= 10.0;
                }
            }
            (None, place @ None) if character == '.' => *place = Some(1.0),
            _ => break,
        }
        after = &after[1..];
    }
    *rest = after;
    (digits > 0).then(|| sign * number / fraction.unwrap_or(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_close(found: Frame, expected: [f64; 4]) {
        let values = [found.x, found.y, found.width, found.height];
        for (value, wanted) in values.into_iter().zip(expected) {
            assert!((value - wanted).abs() < 1e-3, "{values:?}, expected {expected:?}");
        }
    }

    /// Expected values come from PROJ 9 with 400 samples on each edge.
    #[test]
    fn an_extent_becomes_the_box_around_its_curved_edges() {
        let cases = [
            (WIDE_EXTENT, [-1710.005, -1286.031, 3420.011, 2518.367]),
            (NARROW_EXTENT, [-1629.395, -1191.408, 3258.790, 2324.101]),
        ];
        for (extent, expected) in cases {
            assert_close(Frame::of_extent(extent), expected);
        }
    }

    #[test]
    fn fitting_grows_one_side_about_the_centre() {
        let frame = Frame { x: 10.0, y: 20.0, width: 100.0, height: 50.0 };
        let cases = [
            (1.0, [10.0, -5.0, 100.0, 100.0]),
            (0.5, [10.0, 20.0, 100.0, 50.0]),
            (0.25, [-40.0, 20.0, 200.0, 50.0]),
        ];
        for (aspect, expected) in cases {
            assert_close(frame.fit(aspect), expected);
        }
    }

    #[test]
    fn padding_adds_the_fraction_on_each_side() {
        let frame = Frame { x: 0.0, y: 0.0, width: 100.0, height: 50.0 };
        assert_close(frame.padded(0.12), [-12.0, -6.0, 124.0, 62.0]);
    }

    #[test]
    fn points_give_the_smallest_frame_and_no_points_give_none() {
        let points = [(3.0, -1.0), (-2.0, 5.0), (0.0, 0.0)];
        assert_eq!(
            Frame::of_points(points),
            Some(Frame { x: -2.0, y: -1.0, width: 5.0, height: 6.0 })
        );
        assert_eq!(Frame::of_points([]), None);
    }

    #[test]
    fn a_path_gives_the_frame_around_its_points() {
        let cases = [
            ("M10 20l5 5-20-1z", Some([-5.0, 20.0, 20.0, 5.0])),
            ("M1 1h4v-3zm10,10l1,1", Some([1.0, -2.0, 11.0, 14.0])),
            ("M0 0L8 9 4-2", Some([0.0, -2.0, 8.0, 11.0])),
            ("m1 1 2 2zl-1 0", Some([0.0, 1.0, 3.0, 2.0])),
            ("", None),
            ("M", None),
        ];
        for (path, expected) in cases {
            match (Frame::of_path(path), expected) {
                (Some(found), Some(expected)) => assert_close(found, expected),
                (found, expected) => assert_eq!(found.is_some(), expected.is_some(), "{path}"),
            }
        }
    }

    #[test]
    fn a_frame_holds_its_edges_and_nothing_beyond() {
        let frame = Frame { x: 0.0, y: 10.0, width: 5.0, height: 5.0 };
        assert!(frame.holds((0.0, 10.0)) && frame.holds((5.0, 15.0)));
        assert!(!frame.holds((5.1, 12.0)) && !frame.holds((1.0, 9.9)));
    }

    #[test]
    fn the_plane_holds_both_extents_in_every_map_box_with_a_margin() {
        for extent in [WIDE_EXTENT, NARROW_EXTENT] {
            for aspect in [0.76, 0.80, 0.95, 1.05] {
                let frame = Frame::of_extent(extent).fit(aspect).padded(0.03);
                assert!(PLANE.contains(frame), "{aspect}: {frame:?}");
            }
        }
    }
}
