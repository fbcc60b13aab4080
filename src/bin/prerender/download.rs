//! The data of the story, to be downloaded, and to be given back as another story.

use anyhow::{Context, Result};
use sahel_explainer::{Locale, Story};
use std::fs;
use std::path::Path;

/// The story of a folder with its words in every language, as one file of the form that the option `src` takes.
pub fn story(folder: &Path) -> Result<String> {
    let structure = read(folder, "story")?;
    let words: Vec<String> = Locale::ALL
        .into_iter()
        .map(|locale| Ok(format!("\"{}\": {}", locale.tag(), read(folder, locale.tag())?)))
        .collect::<Result<_>>()?;
    Ok(format!(
        "{{\n\"format\": 1,\n\"story\": {structure},\n\"words\": {{\n{}\n}}\n}}\n",
        words.join(",\n")
    ))
}

/// The text of a file of a story.
pub fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name).with_extension("json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(text.trim_end().to_owned())
}

/// The events as a table, with a heading.
pub fn events(story: &Story) -> String {
    const COLUMNS: [&str; 11] = [
        "id",
        "date",
        "end",
        "category",
        "title",
        "summary",
        "countries",
        "places",
        "actors",
        "confidence",
        "sources",
    ];
    let mut table = row(COLUMNS.map(str::to_owned));
    for event in &story.events {
        let confidence = format!("{:?}", event.confidence).to_lowercase();
        let list = |items: Vec<&str>| items.join("; ");
        table.push_str(&row([
            event.id.to_string(),
            event.date.start().to_string(),
            event.date.end().as_ref().map(ToString::to_string).unwrap_or_default(),
            event.category.id().to_owned(),
            event.title.to_string(),
            event.summary.to_string(),
            list(event.countries.iter().map(|&ix| &*story[ix].name).collect()),
            list(event.places.iter().map(|&ix| &*story[ix].name).collect()),
            list(event.actors.iter().map(|&ix| &*story[ix].name).collect()),
            confidence,
            list(event.sources.iter().map(|&ix| &*story[ix].url).collect()),
        ]));
    }
    table
}

/// A line of a table, as RFC 4180 has it.
fn row<const COLUMNS: usize>(fields: [String; COLUMNS]) -> String {
    let fields = fields.map(|field| {
        if field.contains(['"', ',', '\n', '\r']) {
            format!("\"{}\"", field.replace('"', "\"\""))
        } else {
            field
        }
    });
    fields.join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_line_for_every_event() {
        let story = Story::bundled(Locale::En);
        let table = events(&story);
        assert!(table.starts_with("id,date,end,category,"));
        assert!(table.contains("\r\nbamako-summit-2025,2025-12-22,2025-12-23,summit"));
        assert_eq!(table.matches("\r\n").count(), story.events.len() + 1);
    }

    #[test]
    fn fields_with_commas_and_quotes_are_quoted() {
        let fields = ["a".to_owned(), "b, \"c\"".to_owned()];
        assert_eq!(row(fields), "a,\"b, \"\"c\"\"\"\r\n");
    }
}
