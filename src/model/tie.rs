//! Relations as one actor sees them.

use super::date::PartialDate;
use super::index::{ActorIx, SourceIx};
use super::story::{Dataset, RelationKind};

/// Which way a relation runs, seen from one of its actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Both say it of each other.
    Both,
    /// The verb is the actor's own.
    From,
    /// The verb is the other's.
    Towards,
}

/// The three sides of a diagram of relations, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Member of, leads, allied with, supports.
    With,
    /// Fights, sanctioned.
    Against,
    /// Withdrew from, in talks with.
    Apart,
}

impl Side {
    /// All sides with the name used in class names, in order.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::With, "with"), (Self::Against, "against"), (Self::Apart, "apart")];
}

impl RelationKind {
    /// The side of the diagram that the relation stands on.
    pub fn side(self) -> Side {
        match self {
            Self::MemberOf | Self::Leads | Self::AlliedWith | Self::Supports => Side::With,
            Self::Fights | Self::Sanctioned => Side::Against,
            Self::WithdrewFrom | Self::InTalksWith => Side::Apart,
        }
    }
}

/// One relation of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The verb.
    pub kind: RelationKind,
    /// Which way it runs.
    pub direction: Direction,
    /// The other actor.
    pub other: ActorIx,
    /// Since when, where it is known.
    pub since: Option<PartialDate>,
    /// Sources of the relation.
    pub sources: Vec<SourceIx>,
}

impl Dataset {
    /// The relations of an actor, by verb, direction and the editors' order of the others.
    ///
    /// Where both actors state the same verb of each other it is one tie with the earlier date and all
    /// sources.
    pub fn ties(&self, actor: ActorIx) -> Vec<Tie> {
        let mut ties: Vec<Tie> = Vec::new();
        for relation in &self.relations {
            let (other, direction) = if relation.from == actor {
                (relation.to, Direction::From)
            } else if relation.to == actor {
                (relation.from, Direction::Towards)
            } else {
                continue;
            };
            let twin = ties.iter_mut().find(|tie| {
                tie.kind == relation.kind && tie.other == other && tie.direction != direction
            });
            let Some(twin) = twin else {
                ties.push(Tie {
                    kind: relation.kind,
                    direction,
                    other,
                    since: relation.since,
                    sources: relation.sources.clone(),
                });
                continue;
            };
            twin.direction = Direction::Both;
            twin.since = match (twin.since, relation.since) {
                (Some(one), Some(two)) if two.first_day() < one.first_day() => Some(two),
                (one, two) => one.or(two),
            };
            for source in &relation.sources {
                if !twin.sources.contains(source) {
                    twin.sources.push(*source);
                }
            }
        }
        // By insertion, for the reason given in `order`, which the model does not import.
        let rank = |tie: &Tie| (tie.kind, tie.direction, tie.other);
        let mut ordered: Vec<Tie> = Vec::with_capacity(ties.len());
        for tie in ties {
            let at = ordered.partition_point(|other| rank(other) <= rank(&tie));
            ordered.insert(at, tie);
        }
        ordered
    }
}
