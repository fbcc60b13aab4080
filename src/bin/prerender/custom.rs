//! What stories need that pages bring themselves: the program that checks them, and what it checks with.

use crate::minify::Minifier;
use crate::staging::Staging;
use crate::{integrity, page, stamp};
use anyhow::Result;

/// Gives all files names with a hash in them, and writes the script that loads them. `land` is the base map of
/// stories that bring none. Returns the script's name.
pub fn write(staging: &Staging, minifier: Minifier, land: &str) -> Result<String> {
    const WORDS: [(&str, &str); 3] = [
        ("en", include_str!("../../../assets/words/en.json")),
        ("fr", include_str!("../../../assets/words/fr.json")),
        ("ar", include_str!("../../../assets/words/ar.json")),
    ];

    let wasm = staging.take("compile_bg.wasm")?;
    let wasm_file = format!("compile-{}_bg.wasm", stamp::of(&[&wasm]));
    staging.write(&wasm_file, &wasm)?;
    let glue = String::from_utf8(staging.take("compile.js")?)?;
    let glue = page::fill("compile.js", &glue, &[("compile_bg.wasm", wasm_file.clone())])?;
    let glue = minifier.text("compile.js", glue)?;
    let glue_file = staging.write_stamped("compile", "js", glue.as_bytes())?;
    let land_file = staging.write_stamped("land", "json", land.as_bytes())?;
    let mut words = Vec::new();
    for (tag, text) in WORDS {
        let file = staging.write_stamped(&format!("words.{tag}"), "json", text.as_bytes())?;
        words.push(format!("{tag}: new URL(\"{file}\", import.meta.url)"));
    }
    let names = [
        ("COMPILER_WASM", wasm_file),
        ("COMPILER_INTEGRITY", integrity::of(&wasm)),
        ("COMPILER_GLUE", glue_file),
        ("LAND_FILE", land_file),
        ("WORDS_FILES", words.join(", ")),
    ];
    let custom = page::fill("custom.js", include_str!("../../../assets/custom.js"), &names)?;
    let custom = minifier.text("custom.js", custom)?;
    staging.write_stamped("custom", "js", custom.as_bytes())
}
