//! `cargo xtask check`: all problems of a story, for people and for tools.

use super::folder::{Folder, Located};
use super::in_project;
use miette::{GraphicalReportHandler, LabeledSpan, MietteDiagnostic, NamedSource, Report};
use serde_json::json;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// With excerpts and colour on a terminal, else one line each.
    #[default]
    Text,
    /// A JSON list.
    Json,
}

/// Checks a story's folder and prints all problems. The exit code is 0 without problems, 1 with some, 2 if
/// the files could not be read.
pub fn check(story: &Path, format: Format) -> ExitCode {
    let folder = match Folder::open(story, &in_project("assets/words")) {
        Ok(folder) => folder,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let problems = folder.check().err().unwrap_or_default();
    let mut stdout = std::io::stdout();
    let text: String = match format {
        Format::Json => to_json(&problems),
        Format::Text if stdout.is_terminal() => {
            let handler = GraphicalReportHandler::new();
            problems.iter().map(|problem| excerpt(&handler, &folder, problem)).collect()
        }
        Format::Text => {
            problems.iter().flat_map(|problem| [problem.to_string(), "\n".into()]).collect()
        }
    };
    // Who reads only the beginning, as `head` does, has what it wants.
    let _ = stdout.write_all(text.as_bytes());
    match problems.len() {
        0 => eprintln!("{}: no problems", story.display()),
        1 => eprintln!("{}: 1 problem", story.display()),
        count => eprintln!("{}: {count} problems", story.display()),
    }
    ExitCode::from(u8::from(!problems.is_empty()))
}

fn to_json(problems: &[Located]) -> String {
    let list: Vec<_> = problems
        .iter()
        .map(|located| {
            let problem = &located.problem;
            json!({
                "file": &*problem.file,
                "line": located.line,
                "column": located.column,
                "path": &*problem.path,
                "expected": &*problem.expected,
                "found": &*problem.found,
                "hint": problem.hint.as_deref(),
            })
        })
        .collect();
    format!("{:#}\n", json!(list))
}

/// A problem with the lines of the file that it is in.
fn excerpt(handler: &GraphicalReportHandler, folder: &Folder, located: &Located) -> String {
    let problem = &located.problem;
    let mut diagnostic = MietteDiagnostic::new(format!(
        "{}expected {}",
        if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.shown_path()) },
        problem.expected
    ))
    .with_label(LabeledSpan::at(located.range.clone(), format!("found {}", problem.found)));
    if let Some(hint) = &problem.hint {
        diagnostic = diagnostic.with_help(format!("did you mean `{hint}`?"));
    }
    let source = NamedSource::new(&*problem.file, folder.text(&problem.file).to_owned());
    let report = Report::new(diagnostic).with_source_code(source);
    let mut out = String::new();
    // A report that cannot be drawn still says what is wrong.
    if handler.render_report(&mut out, report.as_ref()).is_err() {
        out = format!("{located}\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use miette::GraphicalTheme;
    use std::io::{Error, ErrorKind};

    const LAKES: &str = "tests/fixtures/stories/lakes";

    /// The small story with one actor misspelt.
    fn misspelt() -> Folder {
        let project = in_project("");
        Folder::read(Path::new("lakes"), Path::new("words"), &|path| {
            let place = match (path.parent().and_then(Path::to_str), path.file_name()) {
                (Some("lakes"), Some(name)) => project.join(LAKES).join(name),
                (Some("words"), Some(name)) => project.join("assets/words").join(name),
                _ => return Err(Error::from(ErrorKind::NotFound)),
            };
            let text = std::fs::read_to_string(place)?;
            Ok(text.replace("\"actors\": [\"oslen\"]", "\"actors\": [\"olsen\"]").into())
        })
        .expect("files")
    }

    #[test]
    fn tools_get_a_list_of_objects() {
        let problems = misspelt().check().expect_err("a problem");
        let expected = r#"[
  {
    "file": "lakes/story.json",
    "line": 187,
    "column": 18,
    "path": "events[1].actors[0]",
    "expected": "a known actor",
    "found": "`olsen`",
    "hint": "oslen"
  }
]
"#;
        assert_eq!(to_json(&problems), expected);
        assert_eq!(to_json(&[]), "[]\n");
    }

    #[test]
    fn people_see_the_line_with_the_place_marked_and_what_was_meant() {
        let folder = misspelt();
        let problems = folder.check().expect_err("a problem");
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
        let shown = excerpt(&handler, &folder, &problems[0]);
        let expected = "  × events[1].actors[0]: expected a known actor
     ╭─[lakes/story.json:187:18]
 186 │       \"places\": [\"halden\"],
 187 │       \"actors\": [\"olsen\"],
     ·                  ───┬───
     ·                     ╰── found `olsen`
 188 │       \"sources\": [\"herald-profile\"]
     ╰────
  help: did you mean `oslen`?
";
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_exit_code_tells_a_right_story_from_a_wrong_one_and_from_none() {
        let scratch = std::env::temp_dir().join(format!("lakes-{}", std::process::id()));
        std::fs::create_dir_all(&scratch).expect("a folder");
        for name in ["story.json", "en.json", "fr.json", "ar.json"] {
            std::fs::copy(in_project(LAKES).join(name), scratch.join(name)).expect(name);
        }
        // Without its own map the countries have no outlines.
        assert_eq!(check(&scratch, Format::Text), ExitCode::from(1));
        assert_eq!(check(&in_project(LAKES), Format::Text), ExitCode::SUCCESS);
        assert_eq!(check(&scratch.join("nothing"), Format::Json), ExitCode::from(2));
        std::fs::remove_dir_all(&scratch).expect("a folder that can go");
    }
}
