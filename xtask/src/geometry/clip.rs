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
            let mut outline = polygon.into_inner().0;
            if clockwise {
                outline.make_cw_winding()
            } else {
                outline.make_ccw_winding()
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
