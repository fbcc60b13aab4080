//! Which places are marked, with which events, how large, and where: one list a framing.

use super::framing::{Framing, Spot};
use crate::geo::{PLANE, project};
use crate::model::{Dataset, EventIx, Place, PlaceIx};
use crate::order::by_key;
use crate::scale::{Disc, marker_radius_px, push_apart};
use crate::state::Visible;
use std::cmp::Reverse;

/// What small maps shrink markers to.
const SMALL_SCALE: f64 = 0.82;
/// Radius in px of the open dot of a place without events in the result.
const DOT_PX: f64 = 2.6;
/// How far a marker may be moved from its place, in px.
const REACH_PX: f64 = 10.0;

/// A marker: one place, with those that share its disc.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// The place at whose point it stands.
    pub(super) host: PlaceIx,
    /// The places with events in the result that it stands for, the host first if it is one of them.
    pub(super) places: Vec<PlaceIx>,
    /// The events in the result there, each once.
    pub(super) events: Vec<EventIx>,
    /// Radius in px.
    pub(super) radius: f64,
    /// Radius in px with all events of the story, which hand-placed names keep clear of.
    pub(super) full_radius: f64,
    /// Where it stands.
    pub(super) spot: Spot,
}

impl Mark {
    /// The place that the marker is named after and opens.
    pub(super) fn named(&self) -> PlaceIx {
        self.places.first().copied().unwrap_or(self.host)
    }
}

/// The place whose marker stands for this one.
pub(super) fn host(story: &Dataset, ix: PlaceIx, framing: Framing) -> PlaceIx {
    let mark = &story[ix].mark;
    let merged = match framing {
        Framing::Narrow => mark.merged.or(mark.merged_narrow),
        Framing::Wide | Framing::Closer(_) => mark.merged,
    };
    merged.unwrap_or(ix)
}

/// Whether a place lies on the drawn part of the earth, and not beyond the map's edge.
pub(super) fn is_on_map(place: &Place) -> bool {
    PLANE.holds(project(place.lon, place.lat))
}

/// The markers of a framing. Their order does not depend on the result: where two touch, that of the place
/// with fewer events in the whole story is on top.
pub(super) fn marks(story: &Dataset, visible: &Visible, framing: Framing) -> Vec<Mark> {
    let shrink = if framing == Framing::Wide { 1.0 } else { SMALL_SCALE };
    let mut all = vec![0_usize; story.places.len()];
    let mut places: Vec<Vec<PlaceIx>> = vec![Vec::new(); story.places.len()];
    let mut events: Vec<Vec<EventIx>> = vec![Vec::new(); story.places.len()];
    let hosts: Vec<PlaceIx> = PlaceIx::all(story).map(|(ix, _)| host(story, ix, framing)).collect();
    let host = |place: PlaceIx| hosts[place.position()];
    for (event_ix, event) in EventIx::all(story) {
        for (position, &place) in event.places.iter().enumerate() {
            let at = host(place);
            let is_counted = event.places[..position].iter().any(|&other| host(other) == at);
            all[at.position()] += usize::from(!is_counted);
            if visible.event(event_ix) {
                let (places, events) = (&mut places[at.position()], &mut events[at.position()]);
                if !is_counted {
                    events.push(event_ix);
                }
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
    }
    let most = all.iter().copied().max().unwrap_or(0);
    let marks = PlaceIx::all(story)
        .filter(|(ix, place)| host(*ix) == *ix && is_on_map(place))
        .filter_map(|(ix, place)| {
            let km = project(place.lon, place.lat);
            if matches!(framing, Framing::Closer(frame) if !frame.padded(0.02).holds(km)) {
                return None;
            }
            let places = by_key(std::mem::take(&mut places[ix.position()]), |&place| place != ix);
            let events = std::mem::take(&mut events[ix.position()]);
            let radius = match events.len() {
                0 => DOT_PX,
                n => marker_radius_px(n, most) * shrink,
            };
            let full_radius = match all[ix.position()] {
                0 => DOT_PX,
                n => marker_radius_px(n, most) * shrink,
            };
            Some(Mark { host: ix, places, events, radius, full_radius, spot: Spot::at(km) })
        });
    let mut marks = by_key(marks, |mark| Reverse(all[mark.host.position()]));
    part(&mut marks, framing);
    marks
}

/// Moves markers apart that would overlap, in the narrowest and in the widest box of the framing.
fn part(marks: &mut [Mark], framing: Framing) {
    let scales = framing.scales();
    let shifts = |scale: f64| {
        let mut discs: Vec<Disc> = marks
            .iter()
            .filter(|mark| !mark.events.is_empty())
            .map(|mark| Disc { at: mark.spot.px(scale), radius: mark.radius, shift: (0.0, 0.0) })
            .collect();
        push_apart(&mut discs, REACH_PX);
        discs.into_iter().map(|disc| disc.shift)
    };
    let pairs: Vec<_> = shifts(scales.0).zip(shifts(scales.1)).collect();
    let with_events = marks.iter_mut().filter(|mark| !mark.events.is_empty());
    for (mark, (first, second)) in with_events.zip(pairs) {
        mark.spot = mark.spot.aside(scales, first, second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Locale;
    use crate::state::{Filters, Topics};
    use crate::story::Story;
    use crate::view::visible;

    fn of<'a>(story: &Dataset, marks: &'a [Mark], id: &str) -> &'a Mark {
        let ix = PlaceIx::find(story, id).expect("a place of the story");
        marks.iter().find(|mark| mark.host == ix).expect("a marker")
    }

    #[test]
    fn a_merged_marker_counts_each_event_once_and_names_who_shares_it() {
        let story = Story::bundled(Locale::En);
        let all = visible(&story, &Filters::default());
        let marks = marks(&story, &all, Framing::Narrow);
        let ouagadougou = of(&story, &marks, "ouagadougou");
        let ids: Vec<&str> = ouagadougou.places.iter().map(|&ix| &*story[ix].id).collect();
        assert_eq!(ids[0], "ouagadougou");
        let mut others = ids[1..].to_vec();
        others.sort_unstable();
        assert_eq!(others, ["barsalogho", "bobo-dioulasso", "djibo", "solenzo"]);
        let expected = EventIx::all(&story)
            .filter(|(_, event)| event.places.iter().any(|ix| ouagadougou.places.contains(ix)))
            .count();
        assert_eq!(ouagadougou.events.len(), expected);
    }

    #[test]
    fn a_shared_marker_with_one_place_left_in_the_result_is_named_after_it() {
        let story = Story::bundled(Locale::En);
        let djibo = PlaceIx::find(&story, "djibo").expect("a place");
        let filters = Filters { only: Some(djibo), ..Filters::default() };
        let marks = marks(&story, &visible(&story, &filters), Framing::Narrow);
        let shared = of(&story, &marks, "ouagadougou");
        assert_eq!((shared.places.len(), shared.named()), (1, djibo));
    }

    #[test]
    fn every_event_on_the_map_is_in_a_marker_and_markers_do_not_overlap_at_either_end() {
        let story = Story::bundled(Locale::En);
        let all = visible(&story, &Filters::default());
        for framing in [Framing::Wide, Framing::Narrow] {
            let marks = marks(&story, &all, framing);
            for (ix, event) in EventIx::all(&story) {
                for &place in event.places.iter().filter(|&&place| is_on_map(&story[place])) {
                    let at = host(&story, place, framing);
                    let mark = marks.iter().find(|mark| mark.host == at).expect("a marker");
                    assert!(mark.events.contains(&ix), "{} at {}", event.id, story[place].id);
                }
            }
            let (narrowest, widest) = framing.scales();
            for scale in [narrowest, f64::midpoint(narrowest, widest), widest] {
                for (at, one) in marks.iter().enumerate().filter(|(_, one)| !one.events.is_empty())
                {
                    for two in marks[at + 1..].iter().filter(|two| !two.events.is_empty()) {
                        let ((ax, ay), (bx, by)) = (one.spot.px(scale), two.spot.px(scale));
                        let free = (ax - bx).hypot(ay - by) - one.radius - two.radius;
                        let names = (&story[one.host].id, &story[two.host].id);
                        assert!(
                            free > -0.5,
                            "{framing:?} at {scale}: {names:?} overlap by {}",
                            -free
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_place_without_events_in_the_result_becomes_a_dot() {
        let story = Story::bundled(Locale::En);
        let coups = Topics::default().toggled(crate::model::Category::Coup);
        let filters = Filters { topics: coups, ..Filters::default() };
        let marks = marks(&story, &visible(&story, &filters), Framing::Wide);
        let gao = of(&story, &marks, "gao");
        assert!(gao.events.is_empty() && gao.radius < 3.0 && gao.full_radius > 8.0, "{gao:?}");
    }
}
