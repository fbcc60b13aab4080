//! What a drawing of names and markers is made for, and where things stand on it.

use crate::geo::{Frame, NARROW_EXTENT, PLANE, WIDE_EXTENT};
use crate::scale::{percent, tenths};

/// One drawing of names and markers. The land under them is the same; style decides which is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Framing {
    /// Map boxes from 560 px: the whole region, with every neighbour.
    Wide,
    /// Smaller ones: a little closer, and nearby places share a marker.
    Narrow,
    /// Phones, when a country or place is selected: this part of the plane only.
    Closer(Frame),
}

impl Framing {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Wide => "at-wide",
            Self::Narrow => "at-narrow",
            Self::Closer(_) => "at-closer",
        }
    }

    /// The part of the plane that is framed. It fills the width of the box.
    pub(super) fn frame(self) -> Frame {
        match self {
            Self::Wide => Frame::of_extent(WIDE_EXTENT),
            Self::Narrow => Frame::of_extent(NARROW_EXTENT),
            Self::Closer(frame) => frame,
        }
    }

    /// The narrowest and the widest box in px that it is drawn in.
    pub(super) fn widths_px(self) -> (f64, f64) {
        match self {
            Self::Wide => (560.0, 880.0),
            Self::Narrow => (296.0, 560.0),
            Self::Closer(_) => (296.0, 528.0),
        }
    }

    /// How many px a km is in the narrowest and in the widest box.
    pub(super) fn scales(self) -> (f64, f64) {
        let (narrowest, widest) = self.widths_px();
        let km = self.frame().width;
        (narrowest / km, widest / km)
    }
}

/// A point of the plane and a step from there in px, so that it is right in a box of any width.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Spot {
    km: (f64, f64),
    px: (f64, f64),
}

impl Spot {
    /// A point of the plane.
    pub(super) fn at(km: (f64, f64)) -> Self {
        Self { km, px: (0.0, 0.0) }
    }

    /// The same, moved by px to the right and down.
    pub(super) fn moved(self, dx: f64, dy: f64) -> Self {
        Self { px: (self.px.0 + dx, self.px.1 + dy), ..self }
    }

    /// A point that stands a little aside: by `first` px at the first of two scales, by `second` at the
    /// other, and evenly in between.
    pub(super) fn aside(self, scales: (f64, f64), first: (f64, f64), second: (f64, f64)) -> Self {
        let km = |first: f64, second: f64| (second - first) / (scales.1 - scales.0);
        let by = (km(first.0, second.0), km(first.1, second.1));
        Self {
            km: (self.km.0 + by.0, self.km.1 + by.1),
            px: (self.px.0 + first.0 - by.0 * scales.0, self.px.1 + first.1 - by.1 * scales.0),
        }
    }

    /// Where it is in px at a scale, from the origin of the plane.
    pub(super) fn px(self, scale: f64) -> (f64, f64) {
        (self.km.0 * scale + self.px.0, self.km.1 * scale + self.px.1)
    }

    /// `x` of an SVG element in the map's window.
    pub(super) fn x(self) -> String {
        percent(self.km.0 - PLANE.x, PLANE.width)
    }

    /// `y` of an SVG element in the map's window.
    pub(super) fn y(self) -> String {
        percent(self.km.1 - PLANE.y, PLANE.height)
    }

    /// The step in px as a `transform`, if there is one.
    pub(super) fn transform(self) -> Option<String> {
        let (dx, dy) = self.px;
        (dx.abs() >= 0.05 || dy.abs() >= 0.05).then(|| translate(dx, dy))
    }
}

/// A `transform` that moves by px.
pub(super) fn translate(dx: f64, dy: f64) -> String {
    ["translate(", &tenths(dx), " ", &tenths(dy), ")"].concat()
}

/// `left`, `top`, `width` and `height` of the window that shows just this frame: shares of the map's box.
pub(super) fn window(frame: Frame) -> [String; 4] {
    [
        percent(PLANE.x - frame.x, frame.width),
        percent(PLANE.y - frame.y, frame.height),
        percent(PLANE.width, frame.width),
        percent(PLANE.height, frame.height),
    ]
}

/// About how wide a text is in px; texts are measured only where they are drawn.
pub(super) fn text_width_px(text: &str, size_px: f64) -> f64 {
    text.chars().count() as f64 * size_px * 0.58
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_aside_is_off_by_what_was_asked_at_both_scales_and_evenly_between() {
        let spot = Spot::at((100.0, -50.0)).aside((0.1, 0.3), (4.0, -2.0), (0.0, 6.0));
        let off = |scale: f64| {
            let (x, y) = spot.px(scale);
            (x - 100.0 * scale, y + 50.0 * scale)
        };
        for (scale, expected) in [(0.1, (4.0, -2.0)), (0.2, (2.0, 2.0)), (0.3, (0.0, 6.0))] {
            let (x, y) = off(scale);
            assert!((x - expected.0).abs() < 1e-9, "{scale}: {x}");
            assert!((y - expected.1).abs() < 1e-9, "{scale}: {y}");
        }
    }

    /// The stylesheet has to know the windows, so that the map is right before any program is there.
    #[test]
    fn the_stylesheet_shows_the_extents_in_every_box() {
        let css = include_str!("../../../assets/explainer.css");
        for (extent, ratio) in [
            (NARROW_EXTENT, 0.8),
            (NARROW_EXTENT, 0.76),
            (NARROW_EXTENT, 0.95),
            (NARROW_EXTENT, 1.05),
            (WIDE_EXTENT, 0.8),
            (WIDE_EXTENT, 0.95),
            (WIDE_EXTENT, 1.05),
        ] {
            let [x, y, width, height] = window(Frame::of_extent(extent).fit(ratio));
            let rule = format!("left: {x}; top: {y}; width: {width}; height: {height};");
            assert!(css.contains(&rule), "{extent:?} in a box of {ratio}: `{rule}` is missing");
        }
    }
}
