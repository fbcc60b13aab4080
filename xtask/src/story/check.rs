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
            problems.iter().map(|problem| excerpt(&folder, problem)).collect()
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

fn excerpt(folder: &Folder, located: &Located) -> String {
    let problem = &located.problem;
    let mut diagnostic = MietteDiagnostic::new(format!(
        "{}expected {}",
        if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) },
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
    if GraphicalReportHandler::new().render_report(&mut out, report.as_ref()).is_err() {
        out = format!("{located}\n");
    }
    out
}
