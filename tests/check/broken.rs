//! Each folder of `tests/fixtures/broken` holds a change to the story of two lakes and what the checker says.

use crate::folder::{Folder, Located};
use crate::story::{Files, LAKES, files, open};
use std::fs;
use std::path::{Path, PathBuf};

/// Applies a change: `@ file`, then lines to take out (`-`) and to put in their place (`+`).
fn apply(change: &str, files: &mut Files) {
    let mut file = String::new();
    let mut lines = change.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("@ ") {
            name.clone_into(&mut file);
            continue;
        }
        let mut old = line.strip_prefix('-').expect("a line to take out").to_owned();
        while let Some(line) = lines.next_if(|line| line.starts_with('-')) {
            old = format!("{old}\n{}", &line[1..]);
        }
        let mut new = Vec::new();
        while let Some(line) = lines.next_if(|line| line.starts_with('+')) {
            new.push(&line[1..]);
        }
        let bytes = files.get_mut(&file).expect(&file);
        let text = String::from_utf8(bytes.clone()).expect("text");
        let (before, after) = text.split_once(&old).unwrap_or_else(|| panic!("not there: {old}"));
        *bytes = [before, &new.join("\n"), after].concat().into();
    }
}

/// A problem as it is printed. Interface words come and go, so their places are left off.
fn shown(problem: &Located) -> String {
    let is_word = problem.problem.file.starts_with("words/");
    if is_word { problem.problem.to_string() } else { problem.to_string() }
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir("tests/fixtures/broken").expect("fixtures");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    cases.sort();
    cases
}

#[test]
fn broken_stories_are_told_what_is_wrong_and_where() {
    let mut stale = Vec::new();
    for case in cases() {
        let mut files = files(LAKES);
        apply(&fs::read_to_string(case.join("change.txt")).expect("a change"), &mut files);
        let problems = open(&files).expect("files").check().expect_err("problems");
        let found: String = problems.iter().map(|problem| shown(problem) + "\n").collect();
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &found).expect("a file that can be written");
        }
        if fs::read_to_string(&expected).unwrap_or_default() != found {
            stale.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(stale.is_empty(), "other output than expected.txt says:\n{}", stale.join("\n"));
}

/// Whether a message is what a row of the guide says, in which `…` stands for anything.
fn fits(message: &str, row: &str) -> bool {
    let mut parts = row.split('…');
    let Some(mut rest) = message.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = if part.is_empty() { "" } else { after },
            None => return false,
        }
    }
    rest.is_empty() || row.ends_with('…') || rest.starts_with("; did you mean")
}

#[test]
fn the_guide_explains_every_message_and_no_other() {
    let guide = fs::read_to_string("docs/story-format.md").expect("the guide");
    let rows: Vec<&str> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("| expected "))
        .filter_map(|line| line.split_once(" |"))
        .map(|(message, _)| message)
        .collect();
    let mut is_used = vec![false; rows.len()];
    let mut unexplained = Vec::new();
    for case in cases() {
        for line in fs::read_to_string(case.join("expected.txt")).expect("output").lines() {
            let (_, message) = line.split_once(": expected ").expect("what was expected");
            match rows.iter().position(|row| fits(message, row)) {
                Some(row) => is_used[row] = true,
                None => unexplained.push(message.to_owned()),
            }
        }
    }
    assert_eq!(unexplained, [""; 0], "no row of docs/story-format.md says this");
    let mut unused = rows.iter().zip(is_used).filter(|(_, is_used)| !is_used);
    assert_eq!(unused.next(), None, "no broken story shows this row of docs/story-format.md");
}

#[test]
fn stories_in_the_project_have_no_problems() {
    for story in ["assets/story", LAKES] {
        let folder = Folder::open(Path::new(story), Path::new("assets/words")).expect("files");
        assert_eq!(folder.check().err(), None, "{story}");
    }
}

#[test]
fn a_story_may_be_told_in_fewer_languages() {
    let mut files = files(LAKES);
    files.remove("story/fr.json");
    let story = String::from_utf8(files["story/story.json"].clone()).expect("text");
    let story = story.replace("[\"en\", \"fr\", \"ar\"]", "[\"ar\", \"en\"]");
    files.insert("story/story.json".into(), story.into());
    let stories = open(&files).expect("files").check().expect("no problems");
    let languages: Vec<&str> = stories.iter().map(|story| story.locale.tag()).collect();
    assert_eq!(languages, ["ar", "en"]);
    assert!(stories.iter().all(|story| story.languages == [stories[0].locale, stories[1].locale]));
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let error = Folder::open(Path::new("tests/no-such-story"), Path::new("assets/words"));
    let error = error.expect_err("no story");
    assert!(error.starts_with("tests/no-such-story/story.json: "), "{error}");
    let mut files = files(LAKES);
    files.remove("story/fr.json");
    let error = open(&files).expect_err("no words for a declared language");
    assert_eq!(error, "story/fr.json: entity not found");
}

#[test]
fn a_file_that_is_no_text_is_told_where_it_stops_being_one() {
    let mut files = files(LAKES);
    files.insert("story/en.json".into(), b"{\n  \"lang\": \"en\xff\"\n}".to_vec());
    let problems = open(&files).expect("files").check().expect_err("problems");
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["story/en.json:2:14: expected JSON, found a syntax error: Not UTF-8 text"]
    );
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let mut files = files(LAKES);
    let bytes = files.get_mut("story/en.json").expect("words");
    bytes.splice(0..0, *b"\xef\xbb\xbf");
    assert_eq!(open(&files).expect("files").check().err(), None);
}
