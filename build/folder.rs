//! A story's folder, checked in every language, with the line and column of each problem.

use super::json::{Json, SyntaxError};
use super::model::check::{File, Files, check, slots};
use super::model::problem::At;
use super::model::{Dataset, Locale, Problem, Problems, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, ErrorKind};
use std::ops::Range;
use std::path::Path;

/// The files of a story, as they are on disk.
#[derive(Debug)]
pub struct Folder {
    /// Content by the name that problems give: the path of the file.
    files: BTreeMap<String, Result<Json, (String, SyntaxError)>>,
    story: String,
    /// The languages that there are words for, in the story's order.
    languages: Vec<Language>,
    land: String,
}

/// The files of a language, by name.
#[derive(Debug)]
struct Language {
    locale: Locale,
    words: String,
    interface: String,
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
        let problem = &self.problem;
        write!(f, "{}:{}:{}: ", problem.file, self.line, self.column)?;
        if !problem.path.is_empty() {
            write!(f, "{}: ", problem.shown_path())?;
        }
        f.write_str(&problem.message())
    }
}

/// How the bytes of a file are come by.
type Source<'a> = &'a dyn Fn(&Path) -> io::Result<Vec<u8>>;

impl Folder {
    /// Reads the files of a story and the interface words. A story without its own `land.json` is drawn
    /// on the map beside the interface words.
    ///
    /// # Errors
    /// The first file that cannot be read, and why.
    pub fn open(story: &Path, words: &Path) -> Result<Self, String> {
        Self::read(story, words, &|path| std::fs::read(path))
    }

    /// The same with files from elsewhere than the disk.
    ///
    /// # Errors
    /// As for [`Self::open`].
    pub fn read(story: &Path, words: &Path, source: Source<'_>) -> Result<Self, String> {
        let mut folder = Self {
            files: BTreeMap::new(),
            story: String::new(),
            languages: Vec::new(),
            land: String::new(),
        };
        folder.story = folder.add(&story.join("story.json"), source)?;
        let declared = declared_languages(folder.file(&folder.story).value);
        let others = Locale::ALL.into_iter().filter(|locale| !declared.contains(locale));
        for locale in declared.iter().copied().chain(others) {
            let name = format!("{}.json", locale.tag());
            let file = story.join(&name);
            if !declared.contains(&locale) && is_missing(&file, source) {
                continue;
            }
            let (words, interface) =
                (folder.add(&file, source)?, folder.add(&words.join(&name), source)?);
            folder.languages.push(Language { locale, words, interface });
        }
        let own = story.join("land.json");
        let bundled = words.with_file_name("story").join("land.json");
        folder.land = folder.add(if is_missing(&own, source) { &bundled } else { &own }, source)?;
        Ok(folder)
    }

    /// Reads and parses a file; returns the name that problems give it.
    fn add(&mut self, path: &Path, source: Source<'_>) -> Result<String, String> {
        let name = path.to_string_lossy().replace('\\', "/");
        let bytes = source(path).map_err(|error| format!("{name}: {error}"))?;
        self.files.insert(name.clone(), parse(bytes));
        Ok(name)
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

    /// The story in each of its languages.
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
        for language in &self.languages {
            let files = Files {
                story: self.file(&self.story),
                words: self.file(&language.words),
                interface: self.file(&language.interface),
                land: self.file(&self.land),
            };
            match check(language.locale, &files) {
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
        let mut found = Problems::default();
        match &self.languages[..] {
            [] => {
                let story = At::file(&self.story);
                let expected = "at least one language, with a words file";
                found.push(&story.key("languages"), expected, "none");
            }
            [first, others @ ..] => {
                for other in others {
                    for (name, translated) in
                        [(&first.words, &other.words), (&first.interface, &other.interface)]
                    {
                        let (original, at) = (self.file(name).value, At::file(translated));
                        let translation = self.file(translated).value;
                        compare(first.locale, original, translation, &at, &mut found);
                    }
                }
            }
        }
        problems.extend(found.into_vec());
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

/// The languages that a story says it is told in, as far as they can be made out.
fn declared_languages(story: &Value) -> Vec<Locale> {
    let mut declared = Vec::new();
    if let Some(Value::List(tags)) = story.get("languages") {
        for tag in tags {
            let locale = Locale::ALL
                .into_iter()
                .find(|locale| matches!(tag, Value::Text(text) if **text == *locale.tag()));
            declared.extend(locale.filter(|locale| !declared.contains(locale)));
        }
    }
    declared
}

fn is_missing(path: &Path, source: Source<'_>) -> bool {
    source(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

fn parse(bytes: Vec<u8>) -> Result<Json, (String, SyntaxError)> {
    match String::from_utf8(bytes) {
        Ok(text) => Json::parse(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let start = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let message = "Not UTF-8 text".into();
            Err((text, SyntaxError { message, range: start..start }))
        }
    }
}

/// Finds texts that were left in the language of the original, and phrases that lost or gained a `{value}`.
fn compare(
    first: Locale,
    original: &Value,
    translation: &Value,
    at: &At<'_>,
    problems: &mut Problems,
) {
    const LONGEST_SHARED: usize = 40; // characters; names of people and bodies stay under it
    let language = match first {
        Locale::En => "English",
        Locale::Fr => "French",
        Locale::Ar => "Arabic",
    };
    match (original, translation) {
        (Value::Map(entries), Value::Map(_)) => {
            for (key, original) in entries.iter().filter(|(key, _)| &**key != "$schema") {
                if let Some(translation) = translation.get(key) {
                    compare(first, original, translation, &at.key(key), problems);
                }
            }
        }
        (Value::Text(original), Value::Text(translation)) => {
            if original == translation && original.chars().count() > LONGEST_SHARED {
                problems.push(at, "a translation", &format!("the {language} text"));
            }
            let (expected, found): (BTreeSet<_>, BTreeSet<_>) =
                (slots(original).collect(), slots(translation).collect());
            if expected != found {
                let list = |slots: BTreeSet<&str>| {
                    let slots: Vec<_> =
                        slots.into_iter().map(|slot| format!("`{{{slot}}}`")).collect();
                    if slots.is_empty() { String::from("no `{…}`") } else { slots.join(", ") }
                };
                let expected = format!("{}, as in {language}", list(expected));
                problems.push(at, &expected, &list(found));
            }
        }
        _ => {}
    }
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
