//! The one projection of the map.

/// Longitude and latitude of the point that is projected to the origin, in degrees.
const CENTRE_DEG: (f64, f64) = (1.8, 15.4);

/// Mean radius of the Earth in kilometres (IUGG: a third of twice the equatorial plus the polar radius).
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// Projects a place with the spherical Lambert azimuthal equal-area projection centred on 1.8°E 15.4°N.
///
/// `lon_deg` and `lat_deg` are degrees, east and north positive. Returns kilometres from the centre,
/// x to the east and y to the **south**, the direction of SVG. Areas are true everywhere; distances are
/// true at the centre and at most 2 % off on the map. The point opposite to the centre has no place on the plane.
/// Source: John P. Snyder, "Map Projections: A Working Manual", U.S. Geological Survey Professional
/// Paper 1395 (1987), equations 22-4, 22-5 and 24-2.
pub fn project(lon_deg: f64, lat_deg: f64) -> (f64, f64) {
    let (x, y) = azimuthal_equal_area((lon_deg, lat_deg), CENTRE_DEG);
    (x * EARTH_RADIUS_KM, -y * EARTH_RADIUS_KM)
}

/// The projection on the unit sphere: longitude and latitude in degrees to x and y, y to the north.
fn azimuthal_equal_area(place_deg: (f64, f64), centre_deg: (f64, f64)) -> (f64, f64) {
    let (sin_lon, cos_lon) = sin_cos((place_deg.0 - centre_deg.0).to_radians());
    let (sin_lat, cos_lat) = sin_cos(place_deg.1.to_radians());
    let (sin_centre, cos_centre) = sin_cos(centre_deg.1.to_radians());
    let cos_distance = sin_centre * sin_lat + cos_centre * cos_lat * cos_lon;
    let scale = (2.0 / (1.0 + cos_distance)).sqrt();
    (scale * cos_lat * sin_lon, scale * (cos_centre * sin_lat - sin_centre * cos_lat * cos_lon))
}

/// Sine and cosine of an angle of at most one turn, by their series.
///
/// The standard library's take the digits of π to reduce any angle, some 2.5 kB of program after compression, and need
/// not agree in the last digit between the machine that makes a page and the browser that takes it over.
fn sin_cos(radians: f64) -> (f64, f64) {
    let (mut sin, mut cos, mut term) = (0.0, 0.0, 1.0);
    for power in 0..40 {
        match power % 4 {
            0 => cos += term,
            1 => sin += term,
            2 => cos -= term,
            _ => sin -= term,
        }
        term *= radians / f64::from(power + 1);
    }
    (sin, cos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_agrees_with_the_standard_library_over_a_whole_turn() {
        for degrees in -360..=360 {
            let radians = f64::from(degrees).to_radians();
            let ((sin, cos), (true_sin, true_cos)) = (sin_cos(radians), radians.sin_cos());
            assert!((sin - true_sin).abs() < 1e-12 && (cos - true_cos).abs() < 1e-12, "{degrees}°");
        }
    }

    /// Expected values come from PROJ 9 (`+proj=laea +lat_0=15.4 +lon_0=1.8 +R=6371008.8`), not from this code.
    #[test]
    fn places_fall_where_proj_puts_them() {
        let cases = [
            ("the centre", 1.8, 15.4, 0.0, 0.0),
            ("Bamako", -8.0029, 12.6392, -1062.4020, 283.8238),
            ("Niamey", 2.1098, 13.5137, 33.4990, 209.7145),
            ("Ouagadougou", -1.5197, 12.3714, -360.6296, 334.0843),
            ("the north-west corner", -13.6, 26.4, -1534.4801, -1286.0310),
            ("the south-east corner", 17.2, 4.3, 1710.0053, 1181.8163),
            ("Tunis", 10.18, 36.8, 758.2516, -2385.5839),
        ];
        for (name, lon, lat, x, y) in cases {
            let (found_x, found_y) = project(lon, lat);
            assert!((found_x - x).abs() < 1e-4, "{name}: x is {found_x}, expected {x}");
            assert!((found_y - y).abs() < 1e-4, "{name}: y is {found_y}, expected {y}");
        }
    }

    /// Snyder's numerical example (page 332): a sphere of radius 3, centre 100°W 40°N, the point 100°E 20°S.
    #[test]
    fn the_worked_example_of_the_manual_is_reproduced() {
        let (x, y) = azimuthal_equal_area((100.0, -20.0), (-100.0, 40.0));
        assert!((3.0 * x - -4.233_930_3).abs() < 1e-7, "x is {}", 3.0 * x);
        assert!((3.0 * y - 4.025_777_5).abs() < 1e-7, "y is {}", 3.0 * y);
    }

    /// Along the central meridian the distance is the chord, 2 R sin(angle / 2).
    #[test]
    fn on_the_central_meridian_distance_is_the_chord_and_south_is_positive() {
        for degrees in [-40.0_f64, -11.0, -1.0, 1.0, 11.0, 40.0] {
            let chord = 2.0 * EARTH_RADIUS_KM * (degrees.to_radians() / 2.0).sin();
            let (x, y) = project(1.8, 15.4 - degrees);
            assert!(x.abs() < 1e-9, "{degrees}°: x is {x}");
            assert!((y - chord).abs() < 1e-9, "{degrees}°: y is {y}, expected {chord}");
        }
    }

    /// A cell of the graticule covers R² Δλ (sin φ₂ − sin φ₁), wherever it lies.
    #[test]
    fn areas_are_true() {
        const STEP: f64 = 0.01;
        for (lon, lat) in [(1.8, 15.4), (-13.0, 5.0), (16.0, 25.0)] {
            let ring = [(0.0, 0.0), (STEP, 0.0), (STEP, STEP), (0.0, STEP)]
                .map(|(east, north)| project(lon + east, lat + north));
            let doubled: f64 = (0..4)
                .map(|i| (ring[i], ring[(i + 1) % 4]))
                .map(|((x0, y0), (x1, y1))| x1 * y0 - x0 * y1)
                .sum();
            let (south, north) = (lat.to_radians(), (lat + STEP).to_radians());
            let expected =
                EARTH_RADIUS_KM.powi(2) * STEP.to_radians() * (north.sin() - south.sin());
            let ratio = doubled / 2.0 / expected;
            assert!((ratio - 1.0).abs() < 1e-6, "{lon} {lat}: {ratio}");
        }
    }
}
