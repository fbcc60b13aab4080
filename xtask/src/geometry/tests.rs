//! The committed shapes: made by this script, without gaps or overlaps, and where they should be.

use super::{
    LAND_FILE,
    arcs::{Line, doubled_area, in_floats},
    plane::{PLANE, project},
    shapes::Shapes,
};
use geo::{
    Area, BooleanOps, Contains, Coord, Distance, Euclidean, MultiPolygon, Point, Polygon,
    Validation,
};
use std::{fs, path::Path};

const MEMBERS: [&str; 3] = ["ML", "NE", "BF"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project")
}

fn committed_text() -> String {
    fs::read_to_string(root().join(LAND_FILE)).expect("the shapes are committed")
}

fn committed() -> Shapes {
    serde_json::from_str(&committed_text()).expect("the shapes are as the script writes them")
}

/// Reads path data back; closed lines repeat their first point at the end.
fn lines(data: &str) -> Vec<Line> {
    let subpath = |text: &str| {
        let closed = text.ends_with('z');
        let spaced = text.replace('-', " -").replace(['l', 'z'], " ");
        let numbers: Vec<i32> = spaced
            .split_whitespace()
            .map(|number| number.parse().expect("whole numbers"))
            .collect();
        let mut points: Vec<Coord<i32>> = Vec::new();
        for step in numbers.chunks_exact(2) {
            let at = points.last().copied().unwrap_or(Coord::zero());
            points.push(at + Coord { x: step[0], y: step[1] });
        }
        if closed {
            points.push(points[0]);
        }
        Line::new(points)
    };
    data.split('M').skip(1).map(subpath).collect()
}

fn member(land: &Shapes, code: &str) -> Vec<Line> {
    lines(land.members.get(code).unwrap_or_else(|| panic!("{code} is there")))
}

fn polygons(rings: &[Line]) -> MultiPolygon {
    rings.iter().map(|ring| Polygon::new(in_floats(ring), Vec::new())).collect()
}

fn area_km2(rings: &[Line]) -> f64 {
    rings.iter().map(doubled_area).sum::<i64>() as f64 / 2.0
}

#[test]
fn the_committed_file_is_what_the_script_makes() {
    let made = Shapes::make(root()).unwrap_or_else(|error| panic!("{error}")).to_json();
    assert!(
        made == committed_text(),
        "{LAND_FILE} differs; run `cargo xtask geo` and commit the result"
    );
}

#[test]
fn path_data_reads_back_as_the_points_it_was_made_from() {
    let points = [(5, -3), (8, 0), (7, 4), (5, -3)];
    assert_eq!(
        lines("M5-3l3 3-1 4zM1 2l0-2"),
        [Line::from(points.to_vec()), Line::from(vec![(1, 2), (1, 0)])]
    );
}

#[test]
fn the_members_fill_their_common_outline_exactly() {
    let land = committed();
    let sum: i64 =
        MEMBERS.iter().flat_map(|code| member(&land, code)).map(|ring| doubled_area(&ring)).sum();
    let outline: i64 = lines(&land.outer_border).iter().map(doubled_area).sum();
    assert_eq!(sum, outline);
}

#[test]
fn no_two_members_overlap() {
    let land = committed();
    for (one, other) in [("ML", "NE"), ("ML", "BF"), ("NE", "BF")] {
        let common = polygons(&member(&land, one)).intersection(&polygons(&member(&land, other)));
        assert!(
            common.unsigned_area() < 1e-6,
            "{one} and {other} share {} km²",
            common.unsigned_area()
        );
    }
}

#[test]
fn hatched_neighbours_touch_the_members_without_overlap() {
    let land = committed();
    assert_eq!(land.neighbours.keys().collect::<Vec<_>>(), ["BJ", "NG"]);
    let whole = polygons(&lines(&land.outer_border));
    for outline in land.neighbours.values() {
        let rings = lines(outline);
        assert!(area_km2(&rings).abs() > 100_000.0);
        let common = polygons(&rings).intersection(&whole).unsigned_area();
        assert!(common < 1e-6, "{common} km² are a member's too");
        let of_members: Vec<_> = MEMBERS.iter().flat_map(|code| member(&land, code)).collect();
        let is_shared = |point| of_members.iter().any(|ring| ring.0.contains(point));
        assert!(rings.iter().flat_map(|ring| &ring.0).filter(|point| is_shared(point)).count() > 5);
    }
}

#[test]
fn each_inner_border_is_walked_by_exactly_two_members() {
    let land = committed();
    let borders = lines(&land.inner_borders);
    assert_eq!(borders.len(), 3, "one border for each pair of members");
    for border in borders {
        let forward = border.0;
        let backward: Vec<_> = forward.iter().rev().copied().collect();
        let walks = |ring: &Line| {
            let around = [&ring.0[1..], &ring.0[1..]].concat();
            around.windows(forward.len()).any(|part| part == forward || part == backward)
        };
        let users: Vec<_> =
            MEMBERS.iter().filter(|code| member(&land, code).iter().any(walks)).collect();
        assert_eq!(users.len(), 2, "the border from {:?} is walked by {users:?}", forward[0]);
    }
}

/// Cutting to the plane drops vertices on straight stretches, so an end may lie between two vertices of what it meets.
#[test]
fn borders_end_at_a_coast_another_border_or_the_edge_of_the_plane() {
    let land = committed();
    let open: Vec<Line> = [lines(&land.borders), lines(&land.disputed)].concat();
    let closed: Vec<Line> = [lines(&land.land), lines(&land.outer_border)].concat();
    let edges =
        [PLANE.x, PLANE.x + PLANE.width, PLANE.y, PLANE.y + PLANE.height].map(|edge| edge as i32);
    for (index, border) in open.iter().enumerate() {
        for end in [border.0[0], border.0[border.0.len() - 1]] {
            let place = Point::new(f64::from(end.x), f64::from(end.y));
            let others =
                open.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, line)| line);
            let meets = others
                .chain(&closed)
                .any(|line| Euclidean.distance(&place, &in_floats(line)) < 0.5)
                || border.0.iter().filter(|&&point| point == end).count() > 1;
            let leaves = edges[..2].contains(&end.x) || edges[2..].contains(&end.y);
            assert!(meets || leaves, "a border ends nowhere, at {end:?}");
        }
    }
}

#[test]
fn no_outline_crosses_itself() {
    let land = committed();
    let members = MEMBERS.map(|code| member(&land, code));
    for rings in members.into_iter().chain([
        lines(&land.outer_border),
        lines(&land.land),
        lines(&land.lakes),
    ]) {
        for ring in &rings {
            let problems = Polygon::new(in_floats(ring), Vec::new()).validation_errors();
            assert!(problems.is_empty(), "the ring from {:?}: {problems:?}", ring.0[0]);
        }
    }
}

/// Expected values in km²: Natural Earth at 1:10 million (`countries-10m.json`), measured apart from this code on a
/// cylindrical equal-area projection.
#[test]
fn members_have_the_areas_of_the_finest_source() {
    let land = committed();
    for (code, expected) in [("ML", 1_256_816.0), ("NE", 1_185_158.0), ("BF", 273_840.0)] {
        let found = area_km2(&member(&land, code));
        let difference = (found / expected - 1.0).abs();
        assert!(difference < 0.002, "{code}: {found} km², expected {expected}");
    }
}

/// Official areas in km², as the story gives them. Niger's, 1,267,000, is 7 % above what any drawing of its borders
/// in Natural Earth encloses, so it says nothing about the shapes and is left out.
#[test]
fn members_have_their_official_areas_where_those_fit_their_borders() {
    let land = committed();
    for (code, expected) in [("ML", 1_240_192.0), ("BF", 274_200.0)] {
        let found = area_km2(&member(&land, code));
        let difference = (found / expected - 1.0).abs();
        assert!(difference < 0.015, "{code}: {found} km², expected {expected}");
    }
}

#[test]
fn towns_lie_in_their_countries() {
    let land = committed();
    let towns = [
        ("Bamako", -8.0029, 12.6392, "ML"),
        ("Niamey", 2.1098, 13.5137, "NE"),
        ("Ouagadougou", -1.5197, 12.3714, "BF"),
        ("Gao", -0.05, 16.27, "ML"),
        ("Agadez", 7.99, 16.97, "NE"),
        ("Kidal", 1.41, 18.44, "ML"),
        ("Kayes", -11.44, 14.45, "ML"),
        ("Djibo", -1.63, 14.10, "BF"),
    ];
    for (town, lon, lat, expected) in towns {
        let place = Point::from(project(lon, lat));
        let found: Vec<_> = MEMBERS
            .into_iter()
            .filter(|code| polygons(&member(&land, code)).contains(&place))
            .collect();
        assert_eq!(found, [expected], "{town}");
    }
}

#[test]
fn everything_lies_on_the_plane_and_the_locator_in_its_box() {
    let land = committed();
    let on_plane = [
        &land.land,
        &land.borders,
        &land.disputed,
        &land.inner_borders,
        &land.outer_border,
        &land.lakes,
        &land.main_river,
        &land.rivers,
    ];
    let plane = (
        PLANE.x as i32..=(PLANE.x + PLANE.width) as i32,
        PLANE.y as i32..=(PLANE.y + PLANE.height) as i32,
    );
    let cases = on_plane.map(|data| (data, &plane));
    for (data, (x, y)) in cases.into_iter().chain([(&land.locator, &(0..=100, 0..=100))]) {
        let lines = lines(data);
        assert!(!lines.is_empty(), "every path draws something");
        for point in lines.iter().flat_map(|line| &line.0) {
            assert!(x.contains(&point.x) && y.contains(&point.y), "{point:?}");
        }
    }
}

/// What the page may spend on shapes before compression; compressed it is about a third.
#[test]
fn the_shapes_stay_small() {
    let size = committed_text().len();
    assert!(size <= 24_000, "{LAND_FILE} has {size} bytes, expected at most 24000");
    let locator = committed().locator.len();
    assert!(locator <= 1_200, "the locator has {locator} bytes, expected at most 1200");
}
