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

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side: arc 0 goes around the western one, arc 1 around the eastern one, arc 2 parts them.
    fn squares() -> Topology {
        let text = r#"{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"objects":{},
            "arcs":[[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]],[[1,0],[0,1]]]}"#;
        Topology::parse("squares.json", text).expect("the sample is valid")
    }

    fn arc(index: usize) -> ArcRef {
        ArcRef { index, reversed: false }
    }

    #[test]
    fn the_outline_of_two_squares_is_one_ring() {
        assert_eq!(rings(&squares(), &[arc(0), arc(1)]), [[arc(0), arc(1)]]);
        assert_eq!(rings(&squares(), &[arc(0), arc(2)]), [[arc(0), arc(2)]]);
        assert!(rings(&squares(), &[]).is_empty());
    }

    #[test]
    fn all_borders_of_two_squares_are_one_line_that_begins_at_a_junction() {
        let topology = squares();
        let found = lines(&topology, &[arc(0), arc(1), arc(2)]);
        assert_eq!(found.len(), 1, "{found:?}");
        let mut walked: Vec<usize> = found[0].iter().map(|arc| arc.index).collect();
        walked.sort_unstable();
        assert_eq!(walked, [0, 1, 2]);
        for pair in found[0].windows(2) {
            assert_eq!(topology.ends(pair[0]).1, topology.ends(pair[1]).0);
        }
    }

    #[test]
    fn a_ring_without_a_junction_is_a_line_too() {
        assert_eq!(lines(&squares(), &[arc(0), arc(2)]), [[arc(0), arc(2)]]);
    }
}
