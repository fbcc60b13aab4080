//! The arcs of a topology on the plane: projected, simplified and rounded, each exactly once.

use super::{
    plane::project,
    topology::{ArcRef, Topology},
};
use geo::{Coord, LineString, SimplifyVw};

/// A line on the plane in whole kilometres, or in the locator's units.
pub type Line = LineString<i32>;

/// Arcs on the plane, in the order of their topology.
#[derive(Debug)]
pub struct Arcs(Vec<Vec<Coord<i32>>>);

impl Arcs {
    /// Projects, simplifies and rounds those arcs of a topology for which `detail_km2` gives a value.
    ///
    /// The value is the smallest triangle of three neighbouring points, in square kilometres, that is kept
    /// (Visvalingam and Whyatt, 1993). The ends of an arc never move, so arcs that met still meet.
    /// The other arcs stay empty.
    pub fn on_plane(topology: &Topology, detail_km2: impl Fn(usize) -> Option<f64>) -> Self {
        let arc = |index| {
            detail_km2(index).map_or_else(Vec::new, |detail| {
                let projected: LineString =
                    topology.degrees(index).map(|(lon, lat)| project(lon, lat)).collect();
                rounded(&projected.simplify_vw(detail)).0
            })
        };
        Self((0..topology.arc_count()).map(arc).collect())
    }

    /// The line along arcs that follow each other.
    pub fn line(&self, refs: &[ArcRef]) -> Line {
        let mut points = Vec::new();
        for arc in refs {
            let places = &self.0[arc.index];
            if arc.reversed {
                points.extend(places.iter().rev().copied());
            } else {
                points.extend(places);
            }
        }
        points.dedup();
        LineString(points)
    }
}

/// A line with whole coordinates, without points that fall together.
pub fn rounded(line: &LineString) -> Line {
    let mut points: Vec<Coord<i32>> = line
        .coords()
        .map(|point| Coord { x: point.x.round() as i32, y: point.y.round() as i32 })
        .collect();
    points.dedup();
    LineString(points)
}

/// The same line with fractional coordinates, for calculations that need them.
pub fn in_floats(line: &Line) -> LineString {
    line.coords().map(|point| (f64::from(point.x), f64::from(point.y))).collect()
}

/// Twice the area of a closed line: positive where it winds clockwise as drawn, y to the south.
pub fn doubled_area(ring: &Line) -> i64 {
    ring.lines()
        .map(|side| {
            i64::from(side.start.x) * i64::from(side.end.y)
                - i64::from(side.end.x) * i64::from(side.start.y)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_drops_points_that_fall_together() {
        let line = LineString::from(vec![(0.4, 0.0), (-0.4, 0.3), (1.6, 2.5), (2.2, 2.6)]);
        assert_eq!(rounded(&line), LineString::from(vec![(0, 0), (2, 3)]));
    }

    #[test]
    fn clockwise_as_drawn_is_positive() {
        let square = LineString::from(vec![(0, 0), (3, 0), (3, 2), (0, 2), (0, 0)]);
        assert_eq!(doubled_area(&square), 12);
        assert_eq!(doubled_area(&square.into_iter().rev().collect()), -12);
    }
}
