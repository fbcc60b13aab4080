//! A step of the guided tour on the map: numbered places in place of the markers, and notes beside them.

use super::framing::{Framing, Spot, text_width_px};
use crate::geo::project;
use crate::locale::date;
use crate::markup::html;
use crate::model::{Anchor, LabelOffset, StepMark, TourStep};
use crate::scale::tenths;
use crate::view::part::PartProps;
use yew::prelude::*;

/// Radius of a numbered disc in px.
const RADIUS_PX: f64 = 10.5;
/// Height of a line of a note in px.
const LINE_PX: i16 = 16;
/// Free space in px between the end of the line and the text.
const GAP_PX: i16 = 4;

/// A mark of a step as it is drawn.
struct Drawn<'a> {
    /// The event's number in the text of the step.
    number: usize,
    mark: &'a StepMark,
    spot: Spot,
    date: String,
}

impl<'a> Drawn<'a> {
    fn all(props: &'a PartProps, step: &'a TourStep) -> impl Iterator<Item = Self> + use<'a> {
        step.marks.iter().filter_map(|mark| {
            let number = step.events.iter().position(|&event| event == mark.event)? + 1;
            let place = &props.story[mark.place];
            let (dx, dy) = mark.shift;
            let spot = Spot::at(project(place.lon, place.lat)).moved(dx.into(), dy.into());
            let date = date::short(props.locale(), props.story[mark.event].date);
            Some(Self { number, mark, spot, date })
        })
    }

    /// Where the note's text begins, if there is one: the offset of its line's end with the anchor, x, and
    /// the baseline of its first line, in px from the disc's centre.
    fn note(&self) -> Option<(LabelOffset, i16, i16)> {
        let offset = self.mark.note?;
        let LabelOffset { dx, dy, anchor } = offset;
        let x = match anchor {
            Anchor::Start => dx + GAP_PX,
            Anchor::Middle => dx,
            Anchor::End => dx - GAP_PX,
        };
        let baseline = match anchor {
            Anchor::Middle if dy < 0 => dy - GAP_PX - LINE_PX * (self.line_count() - 1),
            Anchor::Middle => dy + GAP_PX + 10,
            Anchor::Start | Anchor::End => dy + 4,
        };
        Some((offset, x, baseline))
    }

    /// The lines of the note and its date.
    fn line_count(&self) -> i16 {
        i16::try_from(self.mark.lines.len()).unwrap_or(i16::MAX - 1) + 1
    }

    /// Left, top, right and bottom of the note in px from the disc's centre, about.
    fn extent(&self) -> Option<(f64, f64, f64, f64)> {
        let (offset, x, baseline) = self.note()?;
        let lines = self.mark.lines.iter().map(|line| text_width_px(line, 13.0));
        let width = lines.fold(text_width_px(&self.date, 12.0), f64::max);
        let left = match offset.anchor {
            Anchor::Start => f64::from(x),
            Anchor::Middle => f64::from(x) - width / 2.0,
            Anchor::End => f64::from(x) - width,
        };
        let top = f64::from(baseline - 12);
        Some((left, top, left + width, top + f64::from(LINE_PX * self.line_count())))
    }
}

/// Whether a note of the step stands where a name of this width would, at some width of the map.
pub(super) fn touches(props: &PartProps, step: &TourStep, at: Spot, width_px: f64) -> bool {
    let (narrowest, widest) = Framing::Wide.scales();
    [narrowest, f64::midpoint(narrowest, widest), widest].into_iter().any(|scale| {
        let (x, y) = at.px(scale);
        Drawn::all(props, step).any(|drawn| {
            let Some((left, top, right, bottom)) = drawn.extent() else {
                return false;
            };
            let (note_x, note_y) = drawn.spot.px(scale);
            note_x + left < x + width_px / 2.0
                && x - width_px / 2.0 < note_x + right
                && note_y + top < y + 4.0
                && y - 12.0 < note_y + bottom
        })
    })
}

/// The discs of a step, and its notes where there is room.
pub(super) fn annotations(props: &PartProps, step: &TourStep, framing: Framing) -> Html {
    let drawn: Vec<Drawn<'_>> = Drawn::all(props, step).collect();
    html! {
        <g class="annotations">
            if framing == Framing::Wide {
                <g>
                    for drawn in &drawn {
                        { note(props, drawn) }
                    }
                </g>
            }
            <g>
                for drawn in &drawn {
                    <svg key={drawn.number} class="numbered" x={drawn.spot.x()} y={drawn.spot.y()}>
                        <g
                            class={props.story[drawn.mark.event].category.family().id()}
                            transform={drawn.spot.transform()}
                        >
                            <circle r={tenths(RADIUS_PX)}/>
                            <text y="4.2" text-anchor="middle">{ drawn.number }</text>
                        </g>
                    </svg>
                }
            </g>
        </g>
    }
}

fn note(props: &PartProps, drawn: &Drawn<'_>) -> Option<Html> {
    let (offset, x, baseline) = drawn.note()?;
    let (dx, dy) = (f64::from(offset.dx), f64::from(offset.dy));
    let length = dx.hypot(dy).max(RADIUS_PX);
    let edge = (RADIUS_PX + 1.0) / length;
    let anchor = match offset.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    // The drawing runs from left to right, which would put the day of an Arabic date behind its year.
    let isolated = |line: &str| match props.locale().dir() {
        "rtl" => ["\u{2067}", line, "\u{2069}"].concat(),
        _ => line.to_owned(),
    };
    let baselines = (baseline..).step_by(LINE_PX as usize);
    let lines = drawn.mark.lines.iter().map(|line| ("what", &**line));
    let lines = lines.chain([("date", &*drawn.date)]);
    Some(html! {
        <svg key={drawn.number} class="step-note" x={drawn.spot.x()} y={drawn.spot.y()}>
            <g transform={drawn.spot.transform()}>
                <line x1={tenths(dx * edge)} y1={tenths(dy * edge)} x2={tenths(dx)} y2={tenths(dy)}/>
                <text text-anchor={anchor}>
                    for (baseline, (class, line)) in baselines.zip(lines) {
                        <tspan key={baseline} {class} x={x.to_string()} y={baseline.to_string()}>
                            { isolated(line) }
                        </tspan>
                    }
                </text>
            </g>
        </svg>
    })
}
