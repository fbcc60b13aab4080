//! The data of the story, to be downloaded, and to be given back as another story.

use anyhow::{Context, Result};
use sahel_explainer::Locale;
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
