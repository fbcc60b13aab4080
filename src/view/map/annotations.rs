//! A step of the guided tour on the map: numbered places in place of the markers, and notes beside them.

use super::framing::{Framing, Spot, text_width_px};
use crate::geo::project;
use crate::model::{Anchor, CountryIx, Family, LabelOffset, PlaceIx, Text};
use crate::scale::{Disc, push_apart, tenths};
use crate::view::part::PartProps;
use yew::prelude::*;

/// What the map draws instead of markers and the names of towns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// Numbered discs; several at one place stand side by side.
    pub places: Vec<NumberedPlace>,
    /// Texts beside the discs on maps from 560 px. Narrower maps show the numbers alone. Names of
    /// neighbours that a note would touch are left out.
    pub notes: Vec<Note>,
    /// Longitude and latitude in degrees of names of countries that make room for notes.
    pub country_names: Vec<(CountryIx, (f64, f64))>,
}

/// A place with its number in the text of the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberedPlace {
    /// The place; it has to lie on the map.
    pub place: PlaceIx,
    /// The number, unique in the step.
    pub number: u8,
    /// The colour of the disc.
    pub family: Family,
}

/// A text of a few short lines, tied to a numbered disc by a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The number of its disc.
    pub number: u8,
    /// Where the line from the disc's edge ends, in px from the disc's centre, and on which side of that
    /// the text is: `Start` puts it to the right, `End` to the left, `Middle` above or below.
    pub offset: LabelOffset,
    /// What happened: one or two lines.
    pub lines: Vec<Text>,
    /// When, as the last line.
    pub date: Text,
}

/// Radius of a numbered disc in px.
const RADIUS_PX: f64 = 10.5;
/// How far a numbered disc may be moved from its place, in px: several may share one.
const REACH_PX: f64 = 26.0;
/// Height of a line of a note in px.
const LINE_PX: i16 = 16;
/// Free space in px between the end of the line and the text.
const GAP_PX: i16 = 4;

impl Annotations {
    /// Where the discs stand, in order.
    fn spots(&self, props: &PartProps, framing: Framing) -> Vec<Spot> {
        let scales = framing.scales();
        let spots: Vec<Spot> = self
            .places
            .iter()
            .map(|numbered| {
                let place = &props.story[numbered.place];
                Spot::at(project(place.lon, place.lat))
            })
            .collect();
        let shifts = |scale: f64| {
            let mut discs: Vec<Disc> = spots
                .iter()
                .map(|spot| Disc { at: spot.px(scale), radius: RADIUS_PX, shift: (0.0, 0.0) })
                .collect();
            push_apart(&mut discs, REACH_PX);
            discs
        };
        let (first, second) = (shifts(scales.0), shifts(scales.1));
        let shifts = first.iter().zip(&second);
        spots
            .iter()
            .zip(shifts)
            .map(|(spot, (a, b))| spot.aside(scales, a.shift, b.shift))
            .collect()
    }

    /// Whether a note stands where a name of this width would, at some width of the map.
    pub(super) fn touches(&self, props: &PartProps, at: Spot, width_px: f64) -> bool {
        let framing = Framing::Wide;
        let spots = self.spots(props, framing);
        let (narrowest, widest) = framing.scales();
        [narrowest, f64::midpoint(narrowest, widest), widest].into_iter().any(|scale| {
            let (x, y) = at.px(scale);
            self.notes.iter().any(|note| {
                let Some(spot) = self.spot_of(&spots, note.number) else {
                    return false;
                };
                let (left, top, right, bottom) = note.extent();
                let (note_x, note_y) = spot.px(scale);
                note_x + left < x + width_px / 2.0
                    && x - width_px / 2.0 < note_x + right
                    && note_y + top < y + 4.0
                    && y - 12.0 < note_y + bottom
            })
        })
    }

    fn spot_of(&self, spots: &[Spot], number: u8) -> Option<Spot> {
        let position = self.places.iter().position(|place| place.number == number)?;
        spots.get(position).copied()
    }
}

impl Note {
    fn line_count(&self) -> i16 {
        i16::try_from(self.lines.len()).unwrap_or(i16::MAX - 1) + 1
    }

    /// The baseline of the first line, in px below the disc's centre.
    fn first_baseline(&self) -> i16 {
        let LabelOffset { dy, anchor, .. } = self.offset;
        match anchor {
            Anchor::Middle if dy < 0 => dy - GAP_PX - LINE_PX * (self.line_count() - 1),
            Anchor::Middle => dy + GAP_PX + 10,
            Anchor::Start | Anchor::End => dy + 4,
        }
    }

    fn x(&self) -> i16 {
        let LabelOffset { dx, anchor, .. } = self.offset;
        match anchor {
            Anchor::Start => dx + GAP_PX,
            Anchor::Middle => dx,
            Anchor::End => dx - GAP_PX,
        }
    }

    /// Left, top, right and bottom in px from the disc's centre, about.
    fn extent(&self) -> (f64, f64, f64, f64) {
        let lines = self.lines.iter().map(|line| text_width_px(line, 13.0));
        let width = lines.fold(text_width_px(&self.date, 12.0), f64::max);
        let x = f64::from(self.x());
        let left = match self.offset.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let top = f64::from(self.first_baseline() - 12);
        (left, top, left + width, top + f64::from(LINE_PX * self.line_count()))
    }
}

/// The discs of a step, and its notes where there is room.
pub(super) fn annotations(props: &PartProps, step: &Annotations, framing: Framing) -> Html {
    let spots = step.spots(props, framing);
    let notes = if framing == Framing::Wide { &step.notes[..] } else { &[] };
    html! {
        <g class="annotations">
            <g>
                for note in notes {
                    { draw(note, step.spot_of(&spots, note.number)) }
                }
            </g>
            <g>
                for (numbered, spot) in step.places.iter().zip(&spots) {
                    <svg key={numbered.number} class="numbered" x={spot.x()} y={spot.y()}>
                        <g class={numbered.family.id()} transform={spot.transform()}>
                            <circle r={tenths(RADIUS_PX)}/>
                            <text y="4.2" text-anchor="middle">{ numbered.number }</text>
                        </g>
                    </svg>
                }
            </g>
        </g>
    }
}

fn draw(text: &Note, spot: Option<Spot>) -> Html {
    let spot = spot.unwrap_or_default();
    let (dx, dy) = (f64::from(text.offset.dx), f64::from(text.offset.dy));
    let length = dx.hypot(dy).max(RADIUS_PX);
    let edge = (RADIUS_PX + 1.0) / length;
    let anchor = match text.offset.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let baselines = (text.first_baseline()..).step_by(LINE_PX as usize);
    let lines = text.lines.iter().map(|line| ("what", line)).chain([("date", &text.date)]);
    html! {
        <svg key={text.number} class="step-note" x={spot.x()} y={spot.y()}>
            <g transform={spot.transform()}>
                <line x1={tenths(dx * edge)} y1={tenths(dy * edge)} x2={tenths(dx)} y2={tenths(dy)}/>
                <text text-anchor={anchor}>
                    for (baseline, (class, line)) in baselines.zip(lines) {
                        <tspan key={baseline} {class} x={text.x().to_string()} y={baseline.to_string()}>
                            { line.clone() }
                        </tspan>
                    }
                </text>
            </g>
        </svg>
    }
}
