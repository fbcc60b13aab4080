//! Countries: the three members, some neighbours, all land around them and the borders between.

use super::{
    arcs::{Arcs, Line, doubled_area},
    clip,
    error::GeometryError,
    plane::{Frame, PLANE, project},
    stitch,
    topology::{ArcRef, Feature, Topology},
};
use std::path::Path;

/// Natural Earth's countries at 1:50 million, from the top of the project.
const FILE: &str = "node_modules/world-atlas/countries-50m.json";

/// The members of the alliance: two-letter code, as the story uses it, and numeric code, as the atlas does (ISO 3166-1).
const MEMBERS: [(&str, &str); 3] = [("ML", "466"), ("NE", "562"), ("BF", "854")];

/// Neighbours where an armed group of the story is reported active, which the map hatches.
const NEIGHBOURS: [(&str, &str); 2] = [("BJ", "204"), ("NG", "566")];

/// Western Sahara, ISO 3166-1. Natural Earth gives it the ground east of the sand wall and draws the wall as its
/// border with Morocco. Who holds what is disputed, so all of its borders count as disputed lines.
const WESTERN_SAHARA: &str = "732";

/// Smallest triangle kept on the outlines of the members, in km²: a sixth of a pixel at the wide map's 5.5 km per
/// pixel, a whole one when a narrow map draws one country closer.
const MEMBER_DETAIL_KM2: f64 = 5.0;

/// Smallest triangle kept on all other outlines, in km²: two thirds of a pixel of the wide map.
const DETAIL_KM2: f64 = 20.0;

/// Smallest island that is drawn, in km²: about five pixels of the wide map.
pub const SPECK_KM2: i64 = 150;

/// Shapes of countries on the plane.
#[derive(Debug)]
pub struct Countries {
    /// Code and rings of each member.
    pub members: [(&'static str, Vec<Line>); 3],
    /// The same of some neighbours, as far as they are on the plane.
    pub neighbours: [(&'static str, Vec<Line>); 2],
    /// All land, members included.
    pub land: Vec<Line>,
    /// Borders between countries that are not members.
    pub borders: Vec<Line>,
    /// Disputed borders.
    pub disputed: Vec<Line>,
    /// Borders between two members, from one meeting point to the next.
    pub inner_borders: Vec<Line>,
    /// Outline of the three members together.
    pub outer_border: Vec<Line>,
}

impl Countries {
    /// Reads the atlas and builds the shapes.
    pub fn read(root: &Path) -> Result<Self, GeometryError> {
        let topology = Topology::read(root, FILE)?;
        let near: Vec<&Feature> = topology
            .layer("countries")?
            .iter()
            .filter(|country| touches_plane(&topology, country))
            .collect();
        let find = |(name, id): (&'static str, &'static str)| {
            near.iter()
                .position(|country| country.id.as_deref() == Some(id))
                .ok_or_else(|| GeometryError::NoCountry { file: FILE.into(), id, name })
        };
        let member_features = MEMBERS.into_iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let neighbour_features = NEIGHBOURS.into_iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let usage = Usage::of(&topology, &near);
        let is_member = |country: &usize| member_features.contains(country);
        let arcs = Arcs::on_plane(&topology, |arc| {
            let users = &usage.0[arc];
            (!users.is_empty()).then_some(if users.iter().any(|(user, _)| is_member(user)) {
                MEMBER_DETAIL_KM2
            } else {
                DETAIL_KM2
            })
        });
        let rings = |directed: &[ArcRef]| -> Vec<Line> {
            stitch::rings(&topology, directed).iter().map(|ring| arcs.line(ring)).collect()
        };
        let lines = |wanted: &dyn Fn(usize, usize) -> bool| -> Vec<Line> {
            let between = usage.between(wanted);
            stitch::lines(&topology, &between).iter().map(|line| arcs.line(line)).collect()
        };
        let disputed = |one: usize, other: usize| {
            [one, other].iter().any(|&country| near[country].id.as_deref() == Some(WESTERN_SAHARA))
        };
        let mut inner_borders = Vec::new();
        for (position, &one) in member_features.iter().enumerate() {
            for &other in &member_features[position + 1..] {
                inner_borders.extend(lines(&|a, b| (a, b) == (one.min(other), one.max(other))));
            }
        }
        let outline = |feature: usize| -> Vec<Line> {
            near[feature].parts.iter().map(|ring| arcs.line(ring)).collect()
        };
        let mut members = MEMBERS.map(|(name, _)| (name, Vec::new()));
        for (member, &feature) in members.iter_mut().zip(&member_features) {
            member.1 = outline(feature);
        }
        let mut neighbours = NEIGHBOURS.map(|(name, _)| (name, Vec::new()));
        for (neighbour, &feature) in neighbours.iter_mut().zip(&neighbour_features) {
            neighbour.1 = without_specks(clip::rings_to_plane(outline(feature)));
        }
        Ok(Self {
            members,
            neighbours,
            land: without_specks(clip::rings_to_plane(rings(&usage.outline(|_| true)))),
            borders: clip::lines_to_plane(lines(&|one, other| {
                !is_member(&one) && !is_member(&other) && !disputed(one, other)
            })),
            disputed: clip::lines_to_plane(lines(&disputed)),
            inner_borders,
            outer_border: rings(&usage.outline(|country| is_member(&country))),
        })
    }
}

/// Rings without those that are too small to be seen.
pub fn without_specks(mut rings: Vec<Line>) -> Vec<Line> {
    rings.retain(|ring| doubled_area(ring).abs() >= 2 * SPECK_KM2);
    rings
}

fn touches_plane(topology: &Topology, country: &Feature) -> bool {
    country
        .parts
        .iter()
        .flatten()
        .flat_map(|arc| topology.degrees(arc.index))
        .map(|(lon, lat)| project(lon, lat))
        .any(|(x, y)| PLANE.contains(Frame { x, y, width: 0.0, height: 0.0 }))
}

/// For each arc of a topology, the countries that use it, and in which direction.
struct Usage(Vec<Vec<(usize, ArcRef)>>);

impl Usage {
    fn of(topology: &Topology, countries: &[&Feature]) -> Self {
        let mut users = vec![Vec::new(); topology.arc_count()];
        for (country, feature) in countries.iter().enumerate() {
            for &arc in feature.parts.iter().flatten() {
                users[arc.index].push((country, arc));
            }
        }
        Self(users)
    }

    /// The arcs around a set of countries: those that exactly one of them uses, as it walks them.
    fn outline(&self, in_set: impl Fn(usize) -> bool) -> Vec<ArcRef> {
        let outline = |users: &Vec<(usize, ArcRef)>| {
            let mut inside = users.iter().filter(|(country, _)| in_set(*country));
            match (inside.next(), inside.next()) {
                (Some(&(_, arc)), None) => Some(arc),
                _ => None,
            }
        };
        self.0.iter().filter_map(outline).collect()
    }

    /// The arcs between pairs of countries that are wanted; the lower position comes first in a pair.
    fn between(&self, wanted: impl Fn(usize, usize) -> bool) -> Vec<ArcRef> {
        let border = |users: &Vec<(usize, ArcRef)>| match users[..] {
            [(one, arc), (other, _)] => wanted(one, other).then_some(arc),
            _ => None,
        };
        self.0.iter().filter_map(border).collect()
    }
}
