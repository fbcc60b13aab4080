//! A story's folder, checked in every language, with the line and column of each problem.

use super::json::{Json, SyntaxError};
use super::model::check::{File, Files, check};
use super::model::problem::At;
use super::model::{Dataset, Locale, Problem, Problems, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::path::Path;

/// The files of a story, as they are on disk.
#[derive(Debug)]
pub struct Folder {
    /// Content by the name that problems give: the path of the file.
    files: BTreeMap<String, Result<Json, (String, SyntaxError)>>,
    story: String,
    words: [String; 3],
    interface: [String; 3],
    land: String,
}

/// A problem with its place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Bytes of the file that it is about.
    pub range: Range<usize>,
    /// What is wrong.
    pub problem: Problem,
}

/// `file:line:column: path: expected …, found …`.
impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { file, path, .. } = &self.problem;
        write!(f, "{file}:{}:{}: ", self.line, self.column)?;
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        f.write_str(&self.problem.message())
    }
}

impl Folder {
    /// Reads the files of a story and the interface words. A story without its own `land.json` is drawn
    /// on the map beside the interface words.
    ///
    /// # Errors
    /// The first file that cannot be read, and why.
    pub fn open(story: &Path, words: &Path) -> Result<Self, String> {
        let mut files = BTreeMap::new();
        let mut open = |folder: &Path, name: &str| {
            let path = folder.join(name);
            let shown = path.to_string_lossy().replace('\\', "/");
            let bytes = std::fs::read(&path).map_err(|error| format!("{shown}: {error}"))?;
            let text = String::from_utf8(bytes).map_err(|_| format!("{shown}: not UTF-8 text"))?;
            let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
            files.insert(shown.clone(), Json::parse(text));
            Ok::<_, String>(shown)
        };
        let names = Locale::ALL.map(|locale| format!("{}.json", locale.tag()));
        let [en, fr, ar] = &names;
        let story_file = open(story, "story.json")?;
        let story_words = [open(story, en)?, open(story, fr)?, open(story, ar)?];
        let interface = [open(words, en)?, open(words, fr)?, open(words, ar)?];
        let bundled = words.with_file_name("story");
        let land = if story.join("land.json").exists() { story } else { &bundled };
        let land = open(land, "land.json")?;
        Ok(Self { files, story: story_file, words: story_words, interface, land })
    }

    /// The text of a file by the name that problems give.
    #[allow(dead_code, reason = "the build prints no excerpts")]
    pub fn text(&self, file: &str) -> &str {
        match self.files.get(file) {
            Some(Ok(json)) => &json.text,
            Some(Err((text, _))) => text,
            None => "",
        }
    }

    /// The story in every language, in the order of [`Locale::ALL`].
    ///
    /// # Errors
    /// All problems, by file and in the order of the text.
    pub fn check(&self) -> Result<Vec<Dataset>, Vec<Located>> {
        let broken: Vec<Located> = self
            .files
            .iter()
            .filter_map(|(name, file)| Some((name, file.as_ref().err()?)))
            .map(|(name, (text, error))| located_syntax(name, text, error))
            .collect();
        if !broken.is_empty() {
            return Err(broken);
        }
        let mut stories = Vec::new();
        let mut problems: Vec<Problem> = Vec::new();
        for (position, locale) in Locale::ALL.into_iter().enumerate() {
            let files = Files {
                story: self.file(&self.story),
                words: self.file(&self.words[position]),
                interface: self.file(&self.interface[position]),
                land: self.file(&self.land),
            };
            match check(locale, &files) {
                Ok(story) => stories.push(story),
                Err(found) => {
                    for problem in found {
                        if !problems.contains(&problem) {
                            problems.push(problem);
                        }
                    }
                }
            }
        }
        let mut compared = Problems::default();
        for files in [&self.words, &self.interface] {
            let [english, translations @ ..] = files;
            for translation in translations {
                let at = At::file(translation);
                compare(self.file(english).value, self.file(translation).value, &at, &mut compared);
            }
        }
        problems.extend(compared.into_vec());
        if problems.is_empty() {
            return Ok(stories);
        }
        let mut located: Vec<Located> =
            problems.into_iter().map(|problem| self.locate(problem)).collect();
        located.sort_by(|a, b| {
            (&a.problem.file, a.range.start, &a.problem.path).cmp(&(
                &b.problem.file,
                b.range.start,
                &b.problem.path,
            ))
        });
        Err(located)
    }

    fn file<'a>(&'a self, name: &'a str) -> File<'a> {
        const NOTHING: &Value = &Value::Null;
        let value = match self.files.get(name) {
            Some(Ok(json)) => &json.value,
            _ => NOTHING,
        };
        File { name, value }
    }

    fn locate(&self, problem: Problem) -> Located {
        let range = match self.files.get(&*problem.file) {
            Some(Ok(json)) => json.locate(&problem.path),
            _ => 0..0,
        };
        let (line, column) = line_and_column(self.text(&problem.file), range.start);
        Located { line, column, range, problem }
    }
}

/// Finds texts that were left in English, and phrases that lost or gained a `{value}`.
fn compare(english: &Value, translation: &Value, at: &At<'_>, problems: &mut Problems) {
    const LONGEST_SHARED: usize = 40; // characters; names of people and bodies stay under it
    match (english, translation) {
        (Value::Map(entries), Value::Map(_)) => {
            for (key, english) in entries {
                if let Some(translation) = translation.get(key) {
                    compare(english, translation, &at.key(key), problems);
                }
            }
        }
        (Value::Text(english), Value::Text(translation)) => {
            if english == translation && english.chars().count() > LONGEST_SHARED {
                problems.push(at, "a translation", "the English text");
            }
            let (expected, found) = (slots(english), slots(translation));
            if expected != found {
                let list = |slots: BTreeSet<&str>| {
                    let slots: Vec<_> =
                        slots.into_iter().map(|slot| format!("`{{{slot}}}`")).collect();
                    if slots.is_empty() { String::from("no `{…}`") } else { slots.join(", ") }
                };
                let expected = format!("{}, as in English", list(expected));
                problems.push(at, &expected, &list(found));
            }
        }
        _ => {}
    }
}

/// The names in braces, but for the number, which forms like “one event” may leave out.
fn slots(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    names.map(|(name, _)| name).filter(|name| *name != "n").collect()
}

fn located_syntax(name: &str, text: &str, error: &SyntaxError) -> Located {
    let (line, column) = line_and_column(text, error.range.start);
    let problem = Problem {
        file: name.into(),
        path: "".into(),
        expected: "JSON".into(),
        found: format!("a syntax error: {}", error.message).into(),
        hint: None,
    };
    Located { line, column, range: error.range.clone(), problem }
}

fn line_and_column(text: &str, position: usize) -> (usize, usize) {
    let before = text.get(..position).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
