//! Writes the pages of `dist/`: the explainer in every language, readable before any script runs.
//!
//! trunk runs it at the end of each build, on the folder that becomes `dist/`.

mod custom;
mod download;
mod glue;
mod inline;
mod integrity;
mod minify;
mod oembed;
mod page;
mod preview;
mod serving;
mod staging;
mod stamp;
mod style;
mod twins;

use anyhow::{Context, Result, bail};
use inline::Inline;
use minify::Minifier;
use page::Form;
use sahel_explainer::export::Export;
use sahel_explainer::state::Filters;
use sahel_explainer::{Locale, Part, Parts, Story, view};
use staging::Staging;
use std::env;
use std::path::PathBuf;
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
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let minifier = Minifier::new(is_release);
    let glue = staging.only("glue module", |name| is_hashed(name, ".js"))?;
    let glue = glue::write(&staging, minifier, &glue)?;
    let wasm = staging.only("wasm module", |name| is_hashed(name, "_bg.wasm"))?;
    let program = staging.read(&wasm)?;
    let template = page::template(&staging.read_text("index.html")?)?;

    let explainer = staging.read_text("explainer.css")?;
    let still = style::still(&staging.read_text("still.css")?, &explainer)?;
    let (first, rest) = style::split(&explainer)?;
    let early = include_str!("../../../assets/early.js");
    let inline = Inline {
        early: minifier.text("early.js", inline::script("early.js", early)?)?,
        first: minifier.text("explainer.css", first.to_owned())?,
        rest: minifier.text("explainer.css", rest.to_owned())?,
        still: minifier.text("still.css", still)?,
    };
    staging.write("explainer.css", minifier.text("explainer.css", explainer)?.as_bytes())?;
    staging.write("still.css", inline.still.as_bytes())?;

    let early = minifier.text("early.js", early.to_owned())?;
    let early = staging.write_stamped("early", "js", early.as_bytes())?;
    let site = site();
    let parts = parts(env::var("PAGE_PARTS").unwrap_or_default())?;
    let source = env::var_os("STORY_DIR").map_or_else(|| "assets/story".into(), PathBuf::from);
    let (mut stories, mut elements) = (Vec::new(), Vec::new());
    for locale in Locale::ALL {
        let encoded = match locale {
            Locale::En => Story::EN,
            Locale::Fr => Story::FR,
            Locale::Ar => Story::AR,
        };
        let tag = locale.tag();
        let file = format!("story.{tag}.{}.wasm", stamp::of(&[encoded]));
        let stamp = stamp::of(&[&program, encoded]);
        let story = Story::decode(encoded).context("the bundled story")?;
        let markup = |form| page::explainer(form, story.clone(), parts, &stamp);
        let picture = preview::read(&source, locale)?;
        let card = page::Card { site: &site, has_picture: picture.is_some() };
        let framed = markup(Form::Frame);
        let article = page::article(&template, &inline, &story, &markup(Form::Article), card)?;
        let frame = page::frame(&early, &story, &framed)?;
        let csv = page::in_language("story", locale, "csv");
        staging.write(&file, encoded)?;
        staging.write(&page::file(Form::Article, locale), article.as_bytes())?;
        staging.write(&page::file(Form::Frame, locale), frame.as_bytes())?;
        let oembed = oembed::write(&story, &site, picture.is_some());
        staging.write(&oembed::file(locale), oembed.as_bytes())?;
        if let Some(picture) = picture {
            staging.write(&preview::file(locale), &picture)?;
        }
        let visible = view::visible(&story, &Filters::default());
        staging.write(&csv, Export::of(&story, &visible).csv().as_bytes())?;
        elements.push((locale, framed));
        stories.push(format!("{tag}: [new URL(\"{file}\", import.meta.url), \"{stamp}\"]"));
    }
    staging.write("story.json", download::story(&source)?.as_bytes())?;
    let names = [
        ("GLUE_FILE", glue),
        ("WASM_FILE", wasm),
        ("WASM_INTEGRITY", integrity::of(&program)),
        ("CUSTOM_FILE", custom::write(&staging, minifier, &download::read(&source, "land")?)?),
        ("STORY_FILES", stories.join(", ")),
        ("EARLY_FILE", early),
    ];
    write_scripts(&staging, minifier, &names)?;
    for (locale, markup) in elements {
        let hash = |file: &str| staging.read(file).map(|bytes| integrity::of(&bytes));
        let hashes = [&*hash("sahel-explainer.js")?, &*hash("explainer.css")?];
        let element = page::element(locale, &site, &markup, hashes);
        staging.write(&page::in_language("element", locale, "html"), element.as_bytes())?;
    }
    let names = staging.names()?;
    let stamped: Vec<&str> =
        names.iter().map(String::as_str).filter(|name| is_stamped(name)).collect();
    for (name, content) in serving::files(&stamped, &inline.sources())? {
        staging.write(name, content.as_bytes())?;
    }
    integrity::write(&staging)?;

    if is_release {
        twins::write(&staging)?;
    }
    Ok(())
}

/// Where the pages will be, such as `https://news.example/sahel/`, from the variable `SITE_URL`; nothing if
/// it is not set, and addresses that have to be whole are relative then.
fn site() -> String {
    let mut site = env::var("SITE_URL").unwrap_or_default();
    if !site.is_empty() && !site.ends_with('/') {
        site.push('/');
    }
    site
}

/// What the pages show, such as `points map`, from the variable `PAGE_PARTS`; everything if it is not set.
fn parts(names: String) -> Result<Parts> {
    if names.is_empty() {
        return Ok(Parts::default());
    }
    Parts::named(&names).with_context(|| {
        let known = Part::ALL.map(|(_, name)| name).join(", ");
        format!("PAGE_PARTS: expected some of {known} with spaces between, found {names:?}")
    })
}

/// Writes our own scripts, with the names of the files that they load. A script that another one loads has a
/// hash in its name, so that a cache cannot mix those of two builds.
fn write_scripts(staging: &Staging, minifier: Minifier, names: &[(&str, String)]) -> Result<()> {
    let script = |file: &str, text: &str, names: &[(&str, String)]| {
        minifier.text(file, page::fill(file, text, names)?)
    };
    let host = script("host.js", include_str!("../../../assets/host.js"), &[])?;
    let host_file = staging.write_stamped("host", "js", host.as_bytes())?;
    let picture =
        script("share-picture.js", include_str!("../../../assets/share-picture.js"), &[])?;
    let picture_file = staging.write_stamped("picture", "js", picture.as_bytes())?;
    let names_in_share = [("SHARE_WORDS", share_words()), ("PICTURE_FILE", picture_file)];
    let share = script("share.js", include_str!("../../../assets/share.js"), &names_in_share)?;
    let share_file = staging.write_stamped("share", "js", share.as_bytes())?;
    let mut names = names.to_vec();
    names.extend([
        ("HOST_FILE", host_file),
        ("SHARE_FILE", share_file),
        ("PACKAGE_VERSION", env!("CARGO_PKG_VERSION").to_owned()),
    ]);
    let loader = staging.read_text("sahel-explainer.js")?;
    let loader = script("sahel-explainer.js", &loader, &names)?;
    staging.write("sahel-explainer.js", loader.as_bytes())?;

    let pages = Locale::ALL
        .map(|locale| format!("{}: \"{}\"", locale.tag(), page::file(Form::Frame, locale)));
    let names_in_embed = [("EMBED_FILES", pages.join(", "))];
    let embed = script("embed.js", include_str!("../../../assets/embed.js"), &names_in_embed)?;
    staging.write("embed.js", embed.as_bytes())?;
    let frame = script("frame.js", include_str!("../../../assets/frame.js"), &[])?;
    staging.write("frame.js", frame.as_bytes())?;
    let types = include_str!("../../../assets/sahel-explainer.d.ts");
    staging.write("sahel-explainer.d.ts", types.as_bytes())
}

/// The words of the menu for sharing, which only it needs, in the order of the languages.
const SHARE_WORDS: [&str; 3] = [
    include_str!("../../../assets/share/en.json"),
    include_str!("../../../assets/share/fr.json"),
    include_str!("../../../assets/share/ar.json"),
];

fn share_words() -> String {
    let words = Locale::ALL.iter().zip(SHARE_WORDS);
    let words: Vec<String> =
        words.map(|(locale, words)| format!("{}: {}", locale.tag(), words.trim_end())).collect();
    format!("{{ {} }}", words.join(", "))
}

/// Whether a name is `sahel-explainer-`, a hash and this ending.
fn is_hashed(name: &str, ending: &str) -> bool {
    name.strip_prefix("sahel-explainer-")
        .and_then(|rest| rest.strip_suffix(ending))
        .is_some_and(|hash| !hash.is_empty() && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether a name has a hash in it, so that a file of this name never changes.
fn is_stamped(name: &str) -> bool {
    // trunk leaves zeros at the start of a hash out.
    name.split(['-', '.', '_']).any(|piece| {
        (8..=16).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::{SHARE_WORDS, is_hashed, is_stamped};
    use std::collections::BTreeMap;

    #[test]
    fn names_that_never_change_have_a_hash() {
        for (name, expected) in [
            ("sahel-explainer-0123456789abcdef_bg.wasm", true),
            ("sahel-explainer-d065c679e3e5a7.js", true),
            ("story.en.0123456789abcdef.wasm", true),
            ("host-0123456789abcdef.js", true),
            ("words.en-0123456789abcdef.json", true),
            ("sahel-explainer.js", false),
            ("index.fr.html", false),
        ] {
            assert_eq!(is_stamped(name), expected, "{name}");
        }
    }

    #[test]
    fn the_menu_for_sharing_says_the_same_in_every_language() {
        let keys = |words: &str| {
            let words: BTreeMap<String, String> = serde_json::from_str(words).expect("words");
            let said = words.iter().map(|(key, word)| {
                assert!(!word.trim().is_empty(), "{key}");
                let holes = word.split('{').skip(1).filter_map(|rest| rest.split('}').next());
                (key.clone(), holes.map(str::to_owned).collect::<Vec<_>>())
            });
            said.collect::<Vec<_>>()
        };
        let all = SHARE_WORDS.map(keys);
        assert_eq!(all[1], all[0]);
        assert_eq!(all[2], all[0]);
    }

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
