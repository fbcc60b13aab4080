//! The small story that the tests break, and its files in memory.

use crate::folder::Folder;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;

/// The folder of the story of two lakes.
pub const LAKES: &str = "tests/fixtures/stories/lakes";

/// Files by name, as problems name them: `story/…` and `words/…`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files of a story and the interface words.
pub fn files(story: &str) -> Files {
    let mut files = Files::new();
    for (folder, name) in [(story, "story"), ("assets/words", "words")] {
        for entry in fs::read_dir(folder).expect(folder) {
            let path = entry.expect("an entry").path();
            let file = path.file_name().expect("a name").to_string_lossy();
            if file.ends_with(".json") && !file.ends_with(".schema.json") {
                files.insert(format!("{name}/{file}"), fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// The folder that these files make.
pub fn open(files: &Files) -> Result<Folder, String> {
    Folder::read(Path::new("story"), Path::new("words"), &|path| {
        let name = path.to_string_lossy().replace('\\', "/");
        files.get(&name).cloned().ok_or_else(|| Error::from(ErrorKind::NotFound))
    })
}
