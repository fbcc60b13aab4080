//! Cuts shapes to the plane and lines to what lies outside of lakes.

use super::{
    arcs::{Line, in_floats, rounded},
    plane::PLANE,
};
use geo::{BooleanOps, BoundingRect, Contains, MultiLineString, Polygon, Rect, Winding};

/// The parts of closed lines that lie on the plane, each closed along the plane's edge.
///
/// A ring that lies wholly inside is kept point by point; the others keep the way they wind.
pub fn rings_to_plane(rings: Vec<Line>) -> Vec<Line> {
    let cut = |ring: Line| {
        if inside(&ring) {
            return vec![ring];
        }
        let ring = in_floats(&ring);
        let clockwise = ring.is_cw();
        let parts = Polygon::new(ring, Vec::new()).intersection(&plane().to_polygon());
        let outline = |polygon: Polygon| {
            let (mut outline, _) = polygon.into_inner();
            if clockwise {
                outline.make_cw_winding();
            } else {
                outline.make_ccw_winding();
            }
            rounded(&outline)
        };
        parts.into_iter().map(outline).collect()
    };
    rings.into_iter().flat_map(cut).collect()
}

/// The parts of open lines that lie on the plane.
pub fn lines_to_plane(lines: Vec<Line>) -> Vec<Line> {
    let (mut kept, crossing): (Vec<_>, Vec<_>) = lines.into_iter().partition(inside);
    let crossing = MultiLineString(crossing.iter().map(in_floats).collect());
    let cut = plane().to_polygon().clip(&crossing, false);
    kept.extend(cut.iter().map(rounded));
    kept
}

/// The parts of open lines that lie outside of closed ones.
pub fn lines_outside(lines: Vec<Line>, rings: &[Line]) -> Vec<Line> {
    rings.iter().fold(lines, |lines, ring| {
        let area = Polygon::new(in_floats(ring), Vec::new());
        let lines = MultiLineString(lines.iter().map(in_floats).collect());
        area.clip(&lines, true).iter().map(rounded).collect()
    })
}

fn plane() -> Rect {
    Rect::new((PLANE.x, PLANE.y), (PLANE.x + PLANE.width, PLANE.y + PLANE.height))
}

fn inside(line: &Line) -> bool {
    in_floats(line).bounding_rect().is_some_and(|bounds| plane().contains(&bounds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::arcs::doubled_area;

    const EAST: i32 = (PLANE.x + PLANE.width) as i32;

    fn square(west: i32, width: i32) -> Line {
        let east = west + width;
        Line::from(vec![(west, 0), (east, 0), (east, width), (west, width), (west, 0)])
    }

    #[test]
    fn a_ring_is_kept_cut_or_dropped_and_winds_as_before() {
        let backwards: Line = square(EAST - 10, 40).into_iter().rev().collect();
        let cases = [
            (square(0, 40), vec![2 * 40 * 40]),
            (square(EAST - 10, 40), vec![2 * 10 * 40]),
            (backwards, vec![-2 * 10 * 40]),
            (square(EAST + 10, 40), vec![]),
        ];
        for (ring, expected) in cases {
            let cut = rings_to_plane(vec![ring.clone()]);
            assert_eq!(cut.iter().map(doubled_area).collect::<Vec<_>>(), expected, "{ring:?}");
        }
    }

    #[test]
    fn a_line_ends_at_the_edge_of_the_plane() {
        let line = Line::from(vec![(EAST - 30, 5), (EAST + 30, 5)]);
        let cut = lines_to_plane(vec![line]);
        assert_eq!(cut, [Line::from(vec![(EAST - 30, 5), (EAST, 5)])]);
    }

    #[test]
    fn a_line_through_a_lake_falls_into_two() {
        let river = Line::from(vec![(-20, 20), (60, 20)]);
        let mut parts = lines_outside(vec![river], &[square(0, 40)]);
        parts.sort_by_key(|part| part.0[0].x);
        let expected = [vec![(-20, 20), (0, 20)], vec![(40, 20), (60, 20)]];
        assert_eq!(parts, expected.map(Line::from));
    }
}
