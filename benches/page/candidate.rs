//! The pages that are measured.

use crate::story;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A page with a button for each country that selects it.
pub struct Candidate {
    /// As it is called in the table.
    pub name: &'static str,
    /// The folder that is served.
    pub folder: PathBuf,
}

impl Candidate {
    /// The floor, the peer and the explainer, in this order.
    pub fn all() -> [Self; 3] {
        [
            Self { name: "floor", folder: floor() },
            Self { name: "TimelineJS + Leaflet", folder: peer() },
            Self { name: "explainer", folder: root().join("dist") },
        ]
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// An empty folder in `target/` for a page.
fn folder(name: &str) -> PathBuf {
    let folder = root().join("target/bench").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

fn floor() -> PathBuf {
    let folder = folder("floor");
    let page = read("benches/page/floor/index.html");
    let items = "<li>One of the events of the story.</li>".repeat(71);
    write(&folder, "index.html", page.replace("ITEMS", &items).as_bytes());
    folder
}

fn peer() -> PathBuf {
    let folder = folder("peer");
    let page = read("benches/page/peer/index.html").replace("HEADLINE", &story::headline());
    write(&folder, "index.html", page.as_bytes());
    write(&folder, "data.js", story::script().as_bytes());
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
    folder
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
    let mut twin = brotli::CompressorWriter::new(twin.expect("a file in target/"), 4096, 11, 22);
    twin.write_all(bytes).expect("target/ can be written");
}
