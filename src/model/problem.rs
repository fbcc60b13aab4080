//! What is wrong with a story, where, and what would be right.

use super::story::Text;
use std::fmt;

/// One mistake in a story's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the story's folder names it.
    pub file: Text,
    /// The way to the value inside the file, such as `events[3].places[0]`; empty for the whole file.
    pub path: Text,
    /// What should be there.
    pub expected: Text,
    /// What is there.
    pub found: Text,
    /// What was probably meant.
    pub hint: Option<Text>,
}

/// `file: path: expected …, found …`, with the hint behind a semicolon.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if !self.path.is_empty() {
            f.write_str(": ")?;
            f.write_str(&self.shown_path())?;
        }
        f.write_str(": ")?;
        f.write_str(&self.message())
    }
}

impl Problem {
    /// The path on one line, whatever its keys are.
    pub fn shown_path(&self) -> String {
        self.path.chars().map(shown).collect()
    }

    /// What was expected and found, without the place.
    pub fn message(&self) -> String {
        let mut text = String::from("expected ");
        text.push_str(&self.expected);
        text.push_str(", found ");
        text.push_str(&self.found);
        if let Some(hint) = &self.hint {
            text.push_str("; did you mean `");
            text.extend(hint.chars().map(shown));
            text.push_str("`?");
        }
        text
    }
}

/// A place in a file, kept as a chain of steps so that nothing is written out before a problem is found.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    File(&'a str),
    Key(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The whole of a file.
    pub fn file(name: &'a str) -> Self {
        Self { parent: None, step: Step::File(name) }
    }

    /// The value of a key.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Key(key) }
    }

    /// An item of a list, counted from 0.
    #[must_use]
    pub fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }

    /// Whether this is the whole of a file.
    pub fn is_root(&self) -> bool {
        self.parent.is_none()
    }

    fn write(&self, path: &mut String) -> &'a str {
        let file = self.parent.map(|parent| parent.write(path));
        match self.step {
            Step::File(name) => return name,
            Step::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
        file.unwrap_or_default()
    }
}

/// All problems found so far.
///
/// A place that could not be read holds a stand-in from then on, so what checks find there is not
/// reported again.
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    read: usize,
}

impl Problems {
    /// Notes a problem.
    pub fn push(&mut self, at: &At<'_>, expected: &str, found: &str) {
        self.push_with_hint(at, expected, found, None);
    }

    /// Notes a problem with a suggestion.
    pub fn push_with_hint(&mut self, at: &At<'_>, expected: &str, found: &str, hint: Option<&str>) {
        let mut path = String::new();
        let file = at.write(&mut path);
        let is_known = |problem: &Problem| {
            *problem.file == *file
                && path.strip_prefix(&*problem.path).is_some_and(|rest| {
                    problem.path.is_empty() || rest.is_empty() || rest.starts_with(['.', '['])
                })
        };
        if !self.list[..self.read].iter().any(is_known) {
            self.list.push(Problem {
                file: file.into(),
                path: path.into(),
                expected: expected.into(),
                found: found.into(),
                hint: hint.map(Into::into),
            });
        }
    }

    /// Ends reading: from now on, places with a problem are left alone, with all that is in them.
    pub fn end_reading(&mut self) {
        self.read = self.list.len();
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems in the order they were found.
    pub fn into_vec(self) -> Vec<Problem> {
        self.list
    }
}

/// A text in the quotes of problems, cut where it is long.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60; // characters, so that a problem stays on one line
    let mut quoted = String::from("`");
    for (position, character) in text.chars().enumerate() {
        if position == LONGEST {
            quoted.push('…');
            break;
        }
        quoted.push(shown(character));
    }
    quoted.push('`');
    quoted
}

/// A character as it can be shown: problems stay on one line, and none of them moves a terminal's cursor.
fn shown(character: char) -> char {
    if character.is_control() { '\u{FFFD}' } else { character }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_file_path_expectation_and_find() {
        let mut problems = Problems::default();
        let root = At::file("story.json");
        let events = root.key("events");
        let event = events.index(3);
        let places = event.key("places");
        problems.push_with_hint(&places.index(0), "a known place", "`gaoo`", Some("gao"));
        assert_eq!(
            problems.into_vec()[0].to_string(),
            "story.json: events[3].places[0]: expected a known place, found `gaoo`; did you mean `gao`?"
        );
    }

    #[test]
    fn a_problem_stays_on_one_line_whatever_the_keys_are() {
        let mut problems = Problems::default();
        let root = At::file("en.json");
        problems.push_with_hint(&root.key("a\nb"), "a text", "none", Some("c\u{1b}"));
        assert_eq!(
            problems.into_vec()[0].to_string(),
            "en.json: a\u{FFFD}b: expected a text, found none; did you mean `c\u{FFFD}`?"
        );
    }

    #[test]
    fn a_place_that_could_not_be_read_is_reported_once() {
        let mut problems = Problems::default();
        let root = At::file("story.json");
        problems.push(&root.key("focus"), "a text", "a number");
        problems.end_reading();
        problems.push(&root.key("focus"), "a known event", "``");
        assert_eq!(problems.into_vec().len(), 1);
    }
}
