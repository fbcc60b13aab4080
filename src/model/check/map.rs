//! Places, their marks, and the base map.

use super::super::index::{CountryIx, PlaceIx};
use super::super::problem::{At, quoted};
use super::super::raw;
use super::super::read::{ById, StandIn};
use super::super::story::{Area, BaseMap, MapName, MapNameKind, Place, PlaceMark, Text};
use super::Checker;
use super::ids::Section;

const PATH: usize = 1 << 18; // characters; the largest layer of a plain base map has a tenth of it

impl Checker<'_> {
    pub(super) fn places(&mut self) -> Vec<Place> {
        let story = self.story;
        let none = raw::PlaceWords::stand_in();
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_story) = (in_words.key("places"), in_story.key("places"));
        let extent = self.extent();
        let mut places = Vec::with_capacity(story.places.len());
        for (index, place) in story.places.iter().enumerate() {
            let at = in_story.index(index);
            let in_words = in_words.key(&place.id);
            let words = self.words.places.get(&place.id).unwrap_or(&none);
            self.check_point(place, extent, &at);
            places.push(Place {
                id: place.id.clone(),
                name: self.prose(&words.name, &in_words.key("name")),
                country: CountryIx(self.resolve(
                    Section::Countries,
                    &place.country,
                    &at.key("country"),
                )),
                lat: place.lat,
                lon: place.lon,
                precision: place.precision,
                kind: place.kind,
                map_name: match &words.map_name {
                    Some(name) => self.prose(name, &in_words.key("map_name")),
                    None => words.name.0.clone(),
                },
                why: self.prose(&words.why, &in_words.key("why")),
                sources: self.source_list(&place.sources, &at),
                mark: self.mark(place, &at),
            });
        }
        places
    }

    /// West, south, east and north, if they are such.
    fn extent(&mut self) -> Option<[f64; 4]> {
        if let [west, south, east, north] = *self.story.map.extent
            && -180.0 <= west
            && west < east
            && east <= 180.0
            && -90.0 <= south
            && south < north
            && north <= 90.0
        {
            return Some([west, south, east, north]);
        }
        let in_story = self.in_story;
        let in_map = in_story.key("map");
        self.problems.push(
            &in_map.key("extent"),
            "west, south, east and north in degrees",
            "others",
        );
        None
    }

    fn check_point(&mut self, place: &raw::Place, extent: Option<[f64; 4]>, at: &At<'_>) {
        let [west, south, east, north] = extent.unwrap_or([-180.0, -90.0, 180.0, 90.0]);
        let mut is_inside = true;
        for (key, degrees, low, high, bound) in
            [("lon", place.lon, west, east, 180.0), ("lat", place.lat, south, north, 90.0)]
        {
            let is_on_map = (low..=high).contains(&degrees);
            is_inside &= is_on_map;
            if degrees.abs() > bound {
                self.problems.push(&at.key(key), "degrees of the earth", "more");
            } else if !is_on_map && !place.off_map && extent.is_some() {
                let expected = "degrees in the map's extent, or `off_map: true`";
                self.problems.push(&at.key(key), expected, "degrees outside it");
            }
        }
        if place.off_map && is_inside && extent.is_some() {
            self.problems.push(&at.key("off_map"), "a point outside the map", "one on it");
        }
    }

    fn mark(&mut self, place: &raw::Place, at: &At<'_>) -> PlaceMark {
        let label = place.label.as_ref();
        PlaceMark {
            merged: self.merge(place, place.merge.as_ref(), &at.key("merge")),
            merged_narrow: self.merge(place, place.merge_narrow.as_ref(), &at.key("merge_narrow")),
            wide: label.and_then(|label| label.wide),
            medium: label.and_then(|label| label.medium),
            narrow: label.and_then(|label| label.narrow),
            closer: label.and_then(|label| label.closer),
        }
    }

    /// The place that a marker merges into, which keeps its own: so merging never goes in circles.
    fn merge(&mut self, place: &raw::Place, into: Option<&Text>, at: &At<'_>) -> Option<PlaceIx> {
        let position = self.resolve(Section::Places, into?, at);
        let target = self.story.places.get(usize::from(position))?;
        if target.id == place.id {
            self.problems.push(at, "another place", "the place itself");
        } else if target.merge.is_some() || target.merge_narrow.is_some() {
            let expected = "a place that keeps its own marker";
            self.problems.push(at, expected, &quoted(&target.id));
        }
        Some(PlaceIx(position))
    }

    pub(super) fn map(&mut self, land: &raw::Land) -> BaseMap {
        let root = self.in_land;
        let members = self.outlines(&land.members, &root.key("members"));
        let neighbours = self.outlines(&land.neighbours, &root.key("neighbours"));
        let mut layers = land.layers.iter().zip(raw::Land::LAYERS);
        let mut layer = || match layers.next() {
            Some((path, key)) => self.path(path, &root.key(key)),
            None => "".into(),
        };
        BaseMap {
            members,
            neighbours,
            land: layer(),
            borders: layer(),
            disputed: layer(),
            inner_borders: layer(),
            outer_border: layer(),
            lakes: layer(),
            main_river: layer(),
            rivers: layer(),
            locator: layer(),
            locator_frame: land.locator_frame,
            names: self.map_names(),
        }
    }

    fn outlines(&mut self, paths: &ById<Text>, at: &At<'_>) -> Vec<(CountryIx, Text)> {
        let mut outlines = Vec::with_capacity(paths.0.len());
        for (position, country) in self.story.countries.iter().enumerate() {
            if let Some(path) = paths.get(&country.id) {
                let path = self.path(path, &at.key(&country.id));
                outlines.push((CountryIx(position as u16), path));
            }
        }
        outlines
    }

    fn path(&mut self, path: &Text, at: &At<'_>) -> Text {
        let is_path = |byte: u8| byte.is_ascii_digit() || b"MmLlHhVvCcSsQqTtZz-., ".contains(&byte);
        if path.len() > PATH || !path.bytes().all(is_path) {
            self.problems.push(at, "SVG path data", "something else");
        }
        path.clone()
    }

    fn map_names(&mut self) -> Vec<MapName> {
        let (story, words) = (self.story, self.words);
        let (in_words, in_story) = (self.in_words, self.in_story);
        let (in_words, in_map) = (in_words.key("map"), in_story.key("map"));
        let in_names = in_map.key("names");
        let mut names = Vec::with_capacity(story.map.names.len());
        for (index, name) in story.map.names.iter().enumerate() {
            let at = in_names.index(index);
            if story.map.names[..index].iter().any(|other| other.id == name.id) {
                self.problems.push(&at.key("id"), "an id of its own", &quoted(&name.id));
            }
            let member =
                (name.kind == MapNameKind::Member).then(|| self.member(&name.id, &at.key("id")));
            let text = match words.countries.get(&name.id) {
                Some(country) => country.name.0.clone(),
                None => words
                    .map
                    .get(&name.id)
                    .map_or_else(|| "".into(), |text| self.prose(text, &in_words.key(&name.id))),
            };
            let in_closer = at.key("closer");
            let closer = name.closer.iter().flat_map(|closer| &closer.0);
            let closer = closer
                .map(|(id, position)| (self.member(id, &in_closer.key(id)), *position))
                .collect();
            names.push(MapName {
                name: text,
                member,
                kind: name.kind,
                wide: name.wide,
                narrow: name.narrow,
                medium: name.medium,
                closer,
                tour: name.tour,
                rotate: name.rotate.unwrap_or_default(),
                is_small: name.small.unwrap_or_default(),
                area: name.area.as_ref().map(|area| Area {
                    centre: area.centre,
                    radii_km: area.radii_km,
                    rotate: area.rotate,
                }),
            });
        }
        names
    }
}
