//! Joins arcs end to end into rings and long lines.

use super::topology::{ArcRef, Node, Topology};
use std::collections::BTreeMap;

/// Joins directed arcs into closed rings.
///
/// The arcs are those that a set of touching shapes uses once: they are the outline of the set, and at each
/// place as many arrive as leave.
pub fn rings(topology: &Topology, arcs: &[ArcRef]) -> Vec<Vec<ArcRef>> {
    let mut leaving: BTreeMap<Node, Vec<ArcRef>> = BTreeMap::new();
    for &arc in arcs.iter().rev() {
        leaving.entry(topology.ends(arc).0).or_default().push(arc);
    }
    let mut rings = Vec::new();
    for &first in arcs {
        let (start, _) = topology.ends(first);
        let mut ring = Vec::new();
        let mut at = start;
        while let Some(next) = leaving.get_mut(&at).and_then(Vec::pop) {
            ring.push(next);
            at = topology.ends(next).1;
            if at == start {
                break;
            }
        }
        if !ring.is_empty() {
            rings.push(ring);
        }
    }
    rings
}

/// Joins arcs into few long lines; an arc may be walked either way.
///
/// Lines begin where an odd number of arcs meet, so that as few as possible are needed, and run on through junctions.
pub fn lines(topology: &Topology, arcs: &[ArcRef]) -> Vec<Vec<ArcRef>> {
    let mut unused: BTreeMap<Node, Vec<ArcRef>> = BTreeMap::new();
    for &arc in arcs {
        for arc in [arc, arc.flipped()] {
            unused.entry(topology.ends(arc).0).or_default().push(arc);
        }
    }
    let odd = unused.iter().filter(|(_, leaving)| leaving.len() % 2 == 1).map(|(&node, _)| node);
    let starts: Vec<Node> = odd.chain(arcs.iter().map(|&arc| topology.ends(arc).0)).collect();
    let mut lines = Vec::new();
    for start in starts {
        let mut line = Vec::new();
        let mut at = start;
        while let Some(next) = unused.get(&at).and_then(|leaving| leaving.first().copied()) {
            let end = topology.ends(next).1;
            for (node, arc) in [(at, next), (end, next.flipped())] {
                if let Some(leaving) = unused.get_mut(&node) {
                    leaving.retain(|&other| other != arc);
                }
            }
            line.push(next);
            at = end;
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}
