//! Puts any bytes in the place of one file of a small story and checks it. The first byte says which file.

#![no_main]

#[allow(dead_code, unused_imports, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;

#[allow(dead_code, reason = "tools read from the disk")]
#[path = "../../build/folder.rs"]
mod folder;
#[path = "../../build/json.rs"]
mod json;
#[path = "../../tests/check/story.rs"]
mod story;

use folder::Located;
use libfuzzer_sys::fuzz_target;
use model::{Dataset, SourceIx};
use std::sync::LazyLock;
use story::{Files, LAKES, files, open};

include!("../../tests/check/one_file.rs");

/// The files of the small story, from the project's folder or from `fuzz`.
static STORY: LazyLock<Files> = LazyLock::new(|| {
    let project = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    std::env::set_current_dir(project).expect("the project's folder");
    files(LAKES)
});

fuzz_target!(|input: &[u8]| {
    let Some((&which, bytes)) = input.split_first() else { return };
    let mut files = STORY.clone();
    if let Some(file) = files.values_mut().nth(usize::from(which) % STORY.len()) {
        *file = bytes.to_vec();
    }
    check_story(&files);
});
