//! Reads `TopoJSON`: layers of shapes that are lists of shared arcs.
//!
//! Format: <https://github.com/topojson/topojson-specification>, quantized form only.

use super::error::GeometryError;
use serde::Deserialize;
use std::{collections::BTreeMap, fs, io, path::Path};

/// A place in the topology's own whole numbers; equal places are equal numbers.
pub type Node = (i64, i64);

/// A topology whose references are known to be in range.
#[derive(Debug)]
pub struct Topology {
    /// Where it was read from, from the top of the project.
    pub file: String,
    arcs: Vec<Vec<Node>>,
    scale: [f64; 2],
    translate: [f64; 2],
    layers: BTreeMap<String, Vec<Feature>>,
}

/// A shape of a layer.
#[derive(Debug)]
pub struct Feature {
    /// Its identifier, if it has one.
    pub id: Option<String>,
    /// Its lines, or its rings: outlines and holes, which wind the other way, in one list.
    pub parts: Vec<Vec<ArcRef>>,
}

/// An arc and the direction in which it is walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ArcRef {
    /// Position in the topology's list of arcs.
    pub index: usize,
    /// Walked from its end to its start.
    pub reversed: bool,
}

impl ArcRef {
    /// The same arc, walked the other way.
    pub fn flipped(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }
}

impl Topology {
    /// Reads a topology; `file` is its path from `root`, the top of the project.
    pub fn read(root: &Path, file: &str) -> Result<Self, GeometryError> {
        let text = fs::read_to_string(root.join(file)).map_err(|source| {
            let file = file.to_owned();
            if source.kind() == io::ErrorKind::NotFound {
                GeometryError::NotInstalled { file }
            } else {
                GeometryError::File { file, source }
            }
        })?;
        Self::parse(file, &text)
    }

    pub(super) fn parse(file: &str, text: &str) -> Result<Self, GeometryError> {
        let raw: RawTopology = serde_json::from_str(text)
            .map_err(|source| GeometryError::NotTopology { file: file.to_owned(), source })?;
        let count = raw.arcs.len();
        let mut layers = BTreeMap::new();
        for (layer, collection) in raw.objects {
            let features = collection
                .geometries
                .into_iter()
                .map(|geometry| geometry.into_feature(count))
                .collect::<Result<Vec<_>, i32>>()
                .map_err(|arc| GeometryError::NoArc {
                    file: file.to_owned(),
                    layer: layer.clone(),
                    arc,
                    count,
                })?;
            layers.insert(layer, features);
        }
        let arcs = raw.arcs.into_iter().map(|deltas| running_sums(&deltas)).collect();
        let RawTransform { scale, translate } = raw.transform;
        Ok(Self { file: file.to_owned(), arcs, scale, translate, layers })
    }

    /// The shapes of a layer.
    pub fn layer(&self, name: &str) -> Result<&[Feature], GeometryError> {
        self.layers.get(name).map(Vec::as_slice).ok_or_else(|| GeometryError::NoLayer {
            file: self.file.clone(),
            layer: name.to_owned(),
            found: self.layers.keys().cloned().collect::<Vec<_>>().join(", "),
        })
    }

    /// How many arcs there are.
    pub fn arc_count(&self) -> usize {
        self.arcs.len()
    }

    /// First and last place of an arc in the direction in which it is walked.
    pub fn ends(&self, arc: ArcRef) -> (Node, Node) {
        let nodes = &self.arcs[arc.index];
        let (first, last) = (nodes[0], nodes[nodes.len() - 1]);
        if arc.reversed { (last, first) } else { (first, last) }
    }

    /// Longitudes and latitudes of an arc, in degrees.
    pub fn degrees(&self, index: usize) -> impl Iterator<Item = (f64, f64)> {
        self.arcs[index].iter().map(|&(x, y)| {
            (
                x as f64 * self.scale[0] + self.translate[0],
                y as f64 * self.scale[1] + self.translate[1],
            )
        })
    }
}

/// Turns the steps between places that the format stores into places.
fn running_sums(deltas: &NonEmpty) -> Vec<Node> {
    deltas
        .0
        .iter()
        .scan((0, 0), |at, step| {
            *at = (at.0 + step[0], at.1 + step[1]);
            Some(*at)
        })
        .collect()
}

#[derive(Deserialize)]
struct RawTopology {
    arcs: Vec<NonEmpty>,
    transform: RawTransform,
    objects: BTreeMap<String, RawCollection>,
}

/// The steps of an arc, of which there is always one.
#[derive(Deserialize)]
#[serde(try_from = "Vec<[i64; 2]>")]
struct NonEmpty(Vec<[i64; 2]>);

impl TryFrom<Vec<[i64; 2]>> for NonEmpty {
    type Error = &'static str;

    fn try_from(steps: Vec<[i64; 2]>) -> Result<Self, Self::Error> {
        if steps.is_empty() { Err("an arc without places") } else { Ok(Self(steps)) }
    }
}

#[derive(Deserialize)]
struct RawTransform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct RawCollection {
    geometries: Vec<RawGeometry>,
}

#[derive(Deserialize)]
struct RawGeometry {
    id: Option<String>,
    #[serde(flatten)]
    shape: RawShape,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum RawShape {
    LineString(Vec<i32>),
    MultiLineString(Vec<Vec<i32>>),
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

impl RawGeometry {
    /// Resolves the references to `count` arcs; the error is the reference that has no arc.
    fn into_feature(self, count: usize) -> Result<Feature, i32> {
        let parts = match self.shape {
            RawShape::LineString(line) => vec![line],
            RawShape::MultiLineString(parts) | RawShape::Polygon(parts) => parts,
            RawShape::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        };
        let resolve = |arc: i32| {
            let index = if arc < 0 { !arc } else { arc } as usize;
            (index < count).then_some(ArcRef { index, reversed: arc < 0 }).ok_or(arc)
        };
        let parts = parts
            .into_iter()
            .map(|part| part.into_iter().map(resolve).collect())
            .collect::<Result<_, _>>()?;
        Ok(Feature { id: self.id, parts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(arcs: &str, geometry: &str) -> String {
        format!(
            r#"{{"type":"Topology","arcs":{arcs},
            "transform":{{"scale":[0.5,2],"translate":[-10,1]}},
            "objects":{{"countries":{{"type":"GeometryCollection","geometries":[{geometry}]}}}}}}"#
        )
    }

    #[test]
    fn arcs_are_running_sums_scaled_to_degrees_and_walked_both_ways() {
        let text = sample(
            "[[[2,3],[1,-1],[0,4]]]",
            r#"{"type":"Polygon","arcs":[[0],[-1]],"id":"466","properties":{"name":"Mali"}}"#,
        );
        let topology = Topology::parse("a.json", &text).expect("the sample is valid");
        let feature = &topology.layer("countries").expect("the layer is there")[0];
        assert_eq!(feature.id.as_deref(), Some("466"));
        assert_eq!(topology.ends(feature.parts[0][0]), ((2, 3), (3, 6)));
        assert_eq!(topology.ends(feature.parts[1][0]), ((3, 6), (2, 3)));
        let degrees: Vec<_> = topology.degrees(0).collect();
        assert_eq!(degrees, [(-9.0, 7.0), (-8.5, 5.0), (-8.5, 13.0)]);
    }

    #[test]
    fn bad_files_are_named_with_what_was_expected() {
        let line = r#"{"type":"LineString","arcs":[-3]}"#;
        let cases = [
            (
                "{}".to_owned(),
                "a.json: expected a quantized TopoJSON topology: missing field `arcs` at line 1 column 2",
            ),
            (
                sample("[[]]", line),
                "a.json: expected a quantized TopoJSON topology: an arc without places at line 1 column 30",
            ),
            (
                sample("[[[0,0]]]", line),
                "a.json: objects.countries: expected an arc below 1, found -3",
            ),
        ];
        for (text, expected) in cases {
            let error = Topology::parse("a.json", &text).expect_err(expected);
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn a_missing_layer_or_package_is_named() {
        let topology = Topology::parse("a.json", &sample("[]", "")).expect("the sample is valid");
        assert_eq!(
            topology.layer("rivers").expect_err("there are no rivers").to_string(),
            "a.json: objects: expected \"rivers\", found countries"
        );
        assert_eq!(
            Topology::read(Path::new("nowhere"), "node_modules/a.json")
                .expect_err("there is no such folder")
                .to_string(),
            "node_modules/a.json: not found; run `cargo xtask setup`, which installs the npm packages"
        );
    }
}
