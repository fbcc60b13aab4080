//! Whatever bytes the files hold, the checker says what is wrong with them or reads a whole story.

use crate::folder::Located;
use crate::model::{Dataset, SourceIx};
use crate::story::{Files, LAKES, files, open};
use proptest::prelude::*;
use proptest::sample::Index;
use std::cell::Cell;

include!("one_file.rs");

thread_local! {
    /// The files of the small story, read once.
    static STORY: Files = files(LAKES);
}

fn with_file(which: Index, change: impl FnOnce(&mut Vec<u8>)) -> Files {
    let mut files = STORY.with(Clone::clone);
    let names: Vec<String> = files.keys().cloned().collect();
    change(files.get_mut(which.get(&names)).expect("a file"));
    files
}

/// Parts of JSON and of stories, which random bytes would hardly hit.
fn token() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u202e",
        "\\ud800",
        "null",
        "true",
        "-1",
        "1e400",
        "0.1",
        "\"\"",
        "\"id\"",
        "\"events\":",
        "\"sources\": []",
        "\"2030-02-30\"",
        "\"2030\"",
        "\"XA\"",
        "\"port-lune\"",
        "\"en\"",
        "\u{feff}",
        "\u{202e}",
        "é",
        "ع",
        "TODO",
        " ",
        "\n",
        "{n}",
        "[]",
        "{}",
    ])
    .prop_map(|token| token.as_bytes().to_vec())
}

#[derive(Clone, Debug)]
enum Edit {
    /// Puts bytes in the place of some.
    Splice(Index, usize, Vec<u8>),
    /// Copies a part of the file to another place.
    Copy(Index, usize, Index),
    /// Cuts the file off.
    Cut(Index),
    /// Takes a line out.
    DropLine(Index),
    /// Puts a line in the place of another.
    SwapLine(Index, Index),
    /// Turns a letter or digit into another, which leaves the file JSON.
    Mistype(Index, u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<Index>;
    prop_oneof![
        1 => (place(), 0..12_usize, prop::collection::vec(any::<u8>(), 0..8))
            .prop_map(|(at, cut, new)| Edit::Splice(at, cut, new)),
        1 => (place(), 0..12_usize, token()).prop_map(|(at, cut, new)| Edit::Splice(at, cut, new)),
        1 => (place(), 0..200_usize, place())
            .prop_map(|(from, length, to)| Edit::Copy(from, length, to)),
        1 => place().prop_map(Edit::Cut),
        1 => place().prop_map(Edit::DropLine),
        1 => (place(), place()).prop_map(|(from, to)| Edit::SwapLine(from, to)),
        4 => (place(), b'a'..=b'z').prop_map(|(at, letter)| Edit::Mistype(at, letter)),
    ]
}

fn apply(edit: Edit, bytes: &mut Vec<u8>) {
    let within = |at: Index, bytes: &[u8]| at.index(bytes.len() + 1);
    match edit {
        Edit::Splice(at, cut, new) => {
            let start = within(at, bytes);
            let end = (start + cut).min(bytes.len());
            bytes.splice(start..end, new);
        }
        Edit::Copy(from, length, to) => {
            let start = within(from, bytes);
            let part = bytes[start..(start + length).min(bytes.len())].to_vec();
            let to = within(to, bytes);
            bytes.splice(to..to, part);
        }
        Edit::Cut(at) => bytes.truncate(within(at, bytes)),
        Edit::DropLine(at) => {
            let mut lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
            lines.remove(at.index(lines.len()));
            *bytes = lines.join(&b'\n');
        }
        Edit::SwapLine(from, to) => {
            let mut lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
            let (from, to) = (from.index(lines.len()), to.index(lines.len()));
            lines[to] = lines[from];
            *bytes = lines.join(&b'\n');
        }
        Edit::Mistype(at, letter) => {
            let letters: Vec<usize> =
                (0..bytes.len()).filter(|&place| bytes[place].is_ascii_lowercase()).collect();
            if !letters.is_empty() {
                bytes[letters[at.index(letters.len())]] = letter;
            }
        }
    }
}

thread_local! {
    /// How many stories came to the checks and how many to the parser only.
    static REACHED: Cell<(u32, u32)> = const { Cell::new((0, 0)) };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_in_the_place_of_a_file(
        which in any::<Index>(),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let reached = check_story(&with_file(which, |file| *file = bytes));
        prop_assert!(reached <= Reached::Checks, "{reached:?}");
    }

    #[test]
    fn a_file_with_a_few_bytes_changed(
        which in any::<Index>(),
        edits in prop::collection::vec(edit(), 1..4),
    ) {
        let files = with_file(which, |file| edits.into_iter().for_each(|edit| apply(edit, file)));
        let reached = check_story(&files);
        REACHED.with(|counts| {
            let (checks, syntax) = counts.get();
            let is_check = u32::from(reached >= Reached::Checks);
            counts.set((checks + is_check, syntax + 1 - is_check));
        });
        let (checks, syntax) = REACHED.get();
        // Otherwise the changes would be too wild to try anything but the parser.
        prop_assert!(checks + syntax < 100 || checks * 8 > syntax, "{checks} of {}", checks + syntax);
    }
}
