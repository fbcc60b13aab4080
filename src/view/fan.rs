//! The fan of relations: one line from an actor to each row of the list beside it.
//!
//! It is drawn from the list without measuring: rows have a fixed height in em, which style keeps. The
//! drawing is stretched to the width between the actor and the rows, so it may hold nothing but lines whose
//! strokes do not scale; each line ends in the sample that begins its row.

use crate::markup::html;
use crate::model::{Direction, RelationKind, Side, Tie};
use crate::scale::tenths;
use yew::prelude::*;

// Heights in px of the list at 16 px an em, as style keeps them.
const ROW_PX: usize = 36;
const HEAD_PX: usize = 30;
const GAP_PX: usize = 12;
/// Between the beginnings of two lines on the actor, in px.
const STEP_PX: f64 = 4.2;
/// What there is room for on the actor, in px.
const ROOM_PX: f64 = 80.0;

/// The lines to the rows of these relations, which the list shows by side in the same order.
pub(crate) fn fan(ties: &[Tie]) -> Html {
    let (ends, height) = ends(ties);
    let count = ends.len() as f64;
    let step = STEP_PX.min(ROOM_PX / count.max(1.0));
    let middle = height as f64 / 2.0;
    let lines = ends.into_iter().enumerate().map(|(at, (tie, end))| {
        let start = middle + (at as f64 - (count - 1.0) / 2.0) * step;
        let (start, end) = (tenths(start), end.to_string());
        let path = ["M0 ", &*start, "C55 ", &*start, " 40 ", &*end, " 100 ", &*end].concat();
        html! { <g key={at} class={hue(tie.kind.side())}>{ strokes(tie.kind, path) }</g> }
    });
    html! {
        <svg
            class="fan-lines"
            viewBox={["0 0 100 ", &*height.to_string()].concat()}
            height={[&*tenths(height as f64 / 16.0), "em"].concat()}
            preserveAspectRatio="none"
            aria-hidden="true"

        >
            { for lines }
        </svg>
    }
}

/// The middle of each relation's row, and the height of all, in px.
fn ends(ties: &[Tie]) -> (Vec<(&Tie, usize)>, usize) {
    let mut ends = Vec::with_capacity(ties.len());
    let mut height = 0;
    for (side, _) in Side::ALL {
        let mut rows = ties.iter().filter(|tie| tie.kind.side() == side).peekable();
        if rows.peek().is_some() {
            height += HEAD_PX + if height > 0 { GAP_PX } else { 0 };
        }
        for tie in rows {
            ends.push((tie, height + ROW_PX / 2));
            height += ROW_PX;
        }
    }
    (ends, height)
}

/// The class that gives a side its colour.
pub(crate) fn hue(side: Side) -> &'static str {
    match side {
        Side::With => "alliance",
        Side::Against => "conflict",
        Side::Apart => "external",
    }
}

/// A path in the pattern of a kind; a double line is a wide one with its middle taken out.
fn strokes(kind: RelationKind, path: String) -> Html {
    if kind == RelationKind::AlliedWith {
        return html! { <><path class="stroke double" d={path.clone()}/><path class="stroke middle" d={path}/></> };
    }
    let pattern = match kind {
        RelationKind::MemberOf | RelationKind::Sanctioned | RelationKind::AlliedWith => "thin",
        RelationKind::Leads => "thick",
        RelationKind::Supports => "dashed",
        RelationKind::Fights => "medium",
        RelationKind::WithdrewFrom => "broken",
        RelationKind::InTalksWith => "dotted",
    };
    html! { <path class={classes!("stroke", pattern)} d={path}/> }
}

/// The end of a line, or where there is no fan a sample of it: the pattern says the kind, the ends say the
/// direction.
pub(crate) fn sample(tie: &Tie) -> Html {
    let crossed = match (tie.kind, tie.direction) {
        // Clear of both arrows, which stand beside each other in a fan.
        (RelationKind::Fights, Direction::Both) => Some("M12.5 4.5l7 7M19.5 4.5l-7 7"),
        (RelationKind::Fights, _) => Some("M19.5 4.5l7 7M26.5 4.5l-7 7"),
        (RelationKind::Sanctioned, _) => Some("M23 3v10"),
        _ => None,
    };
    html! {
        <svg class="line" width="46" height="16" aria-hidden="true">
            { strokes(tie.kind, String::from("M0 8H36")) }
            { for crossed.map(|path| html! { <path class="cross" d={path}/> }) }
            if tie.direction == Direction::Towards {
                <circle class="dot" cx="39.5" cy="8" r="3"/>
            } else {
                <path class="arrow" d="M35 4l9 4-9 4z"/>
            }
            if tie.direction == Direction::Both {
                <path class="arrow back" d="M9 4L0 8l9 4z"/>
            }
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorIx, Locale};
    use crate::story::Story;

    #[test]
    fn a_line_ends_in_the_middle_of_its_row() {
        let story = Story::bundled(Locale::En);
        let mali = ActorIx::find(&story, "mali").expect("an actor");
        let ties = story.ties(mali);
        let (ends, height) = ends(&ties);
        let rows: Vec<_> = ends.iter().map(|&(tie, end)| (tie.kind.side(), end)).collect();
        let sides = |side| rows.iter().filter(|row| row.0 == side).count();
        let (with, against) = (sides(Side::With), sides(Side::Against));
        assert_eq!(rows.len(), ties.len());
        assert_eq!(rows[0], (Side::With, 30 + 18));
        assert_eq!(rows[with - 1].1, 30 + 36 * with - 18);
        assert_eq!(rows[with], (Side::Against, 30 + 36 * with + 12 + 30 + 18));
        assert_eq!(rows[with + against].0, Side::Apart);
        assert_eq!(height, 3 * 30 + 2 * 12 + 36 * ties.len());
    }

    #[test]
    fn what_is_mutual_comes_first() {
        let story = Story::bundled(Locale::En);
        let jnim = ActorIx::find(&story, "jnim").expect("an actor");
        let ways: Vec<_> = story.ties(jnim).iter().map(|tie| tie.direction).collect();
        assert_eq!(ways[..3], [Direction::Both; 3]);
        assert!(!ways[3..].contains(&Direction::Both), "{ways:?}");
    }

    #[test]
    fn a_side_without_relations_takes_no_room() {
        let story = Story::bundled(Locale::En);
        let jnim = ActorIx::find(&story, "jnim").expect("an actor");
        let ties = story.ties(jnim);
        assert!(ties.iter().all(|tie| tie.kind.side() == Side::Against), "{ties:?}");
        assert_eq!(ends(&ties).1, 30 + 36 * ties.len());
        assert_eq!(ends(&[]), (Vec::new(), 0));
    }
}
