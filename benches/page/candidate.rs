//! The pages that are measured.

use crate::root;
use crate::story::Content;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A page with a button for each country that selects it.
pub struct Candidate {
    /// As it is called in the table.
    pub name: &'static str,
    /// The folders that are served: what the first does not have is looked for in the next.
    pub folders: Vec<PathBuf>,
}

/// How a candidate is made for some content.
type Make = fn(Content) -> Vec<PathBuf>;

/// The candidates by their names, in the order of the table, and whether they are made for long stories too.
const CANDIDATES: [(&str, Make, bool); 5] = [
    ("floor", floor, false),
    ("TimelineJS + Leaflet", timeline, true),
    ("Svelte, prerendered", svelte, true),
    ("explainer", explainer, true),
    ("explainer, same parts", same_parts, false),
];

/// The candidates for some content.
pub fn all(content: Content) -> Vec<Candidate> {
    let is_short = content == Content::Bundled;
    let made = CANDIDATES.into_iter().filter(|&(.., grows)| grows || is_short);
    made.map(|(name, make, _)| Candidate { name, folders: make(content) }).collect()
}

/// An empty folder in `target/` for a page.
fn folder(name: &str, content: Content) -> PathBuf {
    let folder = root().join("target/bench").join(format!("{name}-{}", content.name()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

fn floor(content: Content) -> Vec<PathBuf> {
    let folder = folder("floor", content);
    let page = read("benches/page/floor/index.html");
    let items = "<li>One of the events of the story.</li>".repeat(71);
    write(&folder, "index.html", page.replace("ITEMS", &items).as_bytes());
    vec![folder]
}

/// In a page of its own for the bundled story, which is prerendered; in an article that brings the story for
/// others, as hosts do.
fn explainer(content: Content) -> Vec<PathBuf> {
    let dist = root().join("dist");
    if content == Content::Bundled {
        return vec![dist];
    }
    let folder = folder("explainer", content);
    write(&folder, "index.html", read("benches/page/explainer/index.html").as_bytes());
    write(&folder, "story-of-the-page.json", content.file().as_bytes());
    vec![folder, dist]
}

/// In a page of the parts that those have which it is compared with, and a few more.
fn same_parts(_: Content) -> Vec<PathBuf> {
    vec![root().join("target/some-parts")]
}

fn timeline(content: Content) -> Vec<PathBuf> {
    let folder = folder("timeline", content);
    let story = content.for_peers();
    let headline = story["headline"].as_str().unwrap_or_default();
    let page = read("benches/page/peer/index.html").replace("HEADLINE", headline);
    write(&folder, "index.html", page.as_bytes());
    write(&folder, "data.js", format!("const STORY = {story};\n").as_bytes());
    let packages = "benches/node_modules";
    for (name, from) in [
        ("peer.js", "benches/page/peer/peer.js"),
        ("peer.css", "benches/page/peer/peer.css"),
        ("leaflet.js", &*format!("{packages}/leaflet/dist/leaflet.js")),
        ("leaflet.css", &*format!("{packages}/leaflet/dist/leaflet.css")),
        ("timeline.js", &*format!("{packages}/@knight-lab/timelinejs/dist/js/timeline.js")),
        ("timeline.css", &*format!("{packages}/@knight-lab/timelinejs/dist/css/timeline.css")),
    ] {
        write(&folder, name, read(from).as_bytes());
    }
    for kind in ["icons", "fonts"] {
        let from = root().join(packages).join("@knight-lab/timelinejs/dist/css").join(kind);
        let to = folder.join(kind);
        fs::create_dir_all(&to).expect("target/ can be written");
        for entry in fs::read_dir(from).expect("icons of TimelineJS").flatten() {
            if entry.path().is_file() {
                fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy in target/");
            }
        }
    }
    vec![folder]
}

fn svelte(content: Content) -> Vec<PathBuf> {
    let folder = folder("svelte", content);
    let story = folder.join("story.json");
    let mut props = content.for_peers();
    for member in props["members"].as_array_mut().into_iter().flatten() {
        // Of the shapes it takes the paths.
        member["rings"].take();
    }
    fs::write(&story, props.to_string()).expect("target/ can be written");
    let status = Command::new("node")
        .current_dir(root().join("benches"))
        .arg("page/svelte/build.mjs")
        .args([&story, &folder])
        .status();
    assert!(status.is_ok_and(|status| status.success()), "Svelte's page cannot be built");
    for name in ["index.html", "peer.js"] {
        let bytes = fs::read(folder.join(name)).expect("the build writes both");
        write(&folder, name, &bytes);
    }
    vec![folder]
}

fn read(path: &str) -> String {
    let path = root().join(path);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; run `cargo xtask bench`", path.display()))
}

/// Writes a file with its twin for brotli, at the setting of our own build.
fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(name), bytes).expect("target/ can be written");
    let twin = fs::File::create(folder.join(format!("{name}.br")));
    // Beyond a megabyte the best setting takes minutes for a per cent.
    let quality = if bytes.len() < 1_000_000 { 11 } else { 6 };
    let mut twin =
        brotli::CompressorWriter::new(twin.expect("a file in target/"), 4096, quality, 22);
    twin.write_all(bytes).expect("target/ can be written");
}
