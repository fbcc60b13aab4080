//! Writes the pages of `dist/`: the explainer in every language, readable before any script runs.
//!
//! trunk runs it at the end of each build, on the folder that becomes `dist/`.

mod page;
mod serving;
mod staging;
mod stamp;
mod twins;

use anyhow::{Context, Result, bail};
use sahel_explainer::{Locale, Story};
use staging::Staging;
use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("prerender: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR") else {
        bail!("TRUNK_STAGING_DIR is not set: this program is started by trunk");
    };
    let staging = Staging::open(folder.as_ref())?;
    let glue = staging.only("glue module", |name| is_hashed(name, ".js"))?;
    let wasm = staging.only("wasm module", |name| is_hashed(name, "_bg.wasm"))?;
    let program = staging.read(&wasm)?;
    let template = page::template(&staging.read_text("index.html")?)?;

    let mut stories = Vec::new();
    let mut hashed = vec![glue.clone(), wasm.clone()];
    for locale in Locale::ALL {
        let encoded = match locale {
            Locale::En => Story::EN,
            Locale::Fr => Story::FR,
            Locale::Ar => Story::AR,
        };
        let file = format!("story.{}.{}.bin", locale.tag(), stamp::of(&[encoded]));
        let stamp = stamp::of(&[&program, encoded]);
        let story = Story::decode(encoded).context("the bundled story")?;
        staging.write(&file, encoded)?;
        staging.write(&page::file(locale), page::write(&template, story, &stamp)?.as_bytes())?;
        stories.push(format!("{}: [\"{file}\", \"{stamp}\"]", locale.tag()));
        hashed.push(file);
    }

    let loader = staging.read_text("sahel-explainer.js")?;
    let names = [("GLUE_FILE", glue), ("WASM_FILE", wasm), ("STORY_FILES", stories.join(", "))];
    let loader = page::fill("sahel-explainer.js", &loader, &names)?;
    staging.write("sahel-explainer.js", loader.as_bytes())?;
    let names: Vec<&str> = hashed.iter().map(String::as_str).collect();
    staging.write("_headers", serving::headers(&names)?.as_bytes())?;

    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        twins::write(&staging)?;
    }
    Ok(())
}

/// Whether a name is `sahel-explainer-`, a hash and this ending.
fn is_hashed(name: &str, ending: &str) -> bool {
    name.strip_prefix("sahel-explainer-")
        .and_then(|rest| rest.strip_suffix(ending))
        .is_some_and(|hash| !hash.is_empty() && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn hashed_names_are_told_from_the_others() {
        for (name, ending, expected) in [
            ("sahel-explainer-0a1b2c.js", ".js", true),
            ("sahel-explainer-0a1b2c_bg.wasm", "_bg.wasm", true),
            ("sahel-explainer-0a1b2c_bg.wasm", ".js", false),
            ("sahel-explainer.js", ".js", false),
            ("sahel-explainer-.js", ".js", false),
        ] {
            assert_eq!(is_hashed(name, ending), expected, "{name} {ending}");
        }
    }
}
