//! `dist/` on real web servers, with the configuration that the build writes.
//!
//! `cargo xtask test` builds it first and installs the servers where it can; with `dist/` built,
//! `cargo test --test serving -- --nocapture` runs these alone. A server that is not there is skipped, in words.
#![cfg(not(target_arch = "wasm32"))]

mod client;
mod servers;

#[path = "../browser/shipped.rs"]
mod shipped;

use client::{Answer, get};
use servers::{Server, start_caddy, start_nginx};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// The one file in `dist/` whose name has this start and this end.
fn file(start: &str, end: &str) -> String {
    let entries = fs::read_dir(dist()).expect("no dist/: run `cargo xtask build`");
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> =
        names.filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    assert_eq!(names.len(), 1, "{start}*{end}: {names:?}");
    names.remove(0)
}

#[test]
fn programs_name_no_folder_of_the_machine_that_has_built_them() {
    let home = std::env::home_dir().expect("a home folder");
    for folder in [env!("CARGO_MANIFEST_DIR"), &*home.join(".cargo").to_string_lossy()] {
        // The flags that take folders out cannot name those with spaces.
        if folder.contains(' ') {
            continue;
        }
        for program in ["sahel-explainer-", "compile-"] {
            let name = file(program, "_bg.wasm");
            let bytes = fs::read(dist().join(&name)).expect("it is listed");
            let is_told = bytes.windows(folder.len()).any(|part| part == folder.as_bytes());
            assert!(!is_told, "{name} tells {folder}");
        }
    }
}

#[test]
fn nginx_sends_the_files_as_promised() {
    if let Some(server) = start_nginx(&dist()) {
        keeps_the_promises(&server);
    }
}

#[test]
fn caddy_sends_the_files_as_promised() {
    if let Some(server) = start_caddy(&dist()) {
        keeps_the_promises(&server);
    }
}

fn keeps_the_promises(server: &Server) {
    let (wasm, glue) = (file("sahel-explainer-", "_bg.wasm"), file("sahel-explainer-", ".js"));
    let (story, host) = (file("story.en.", ".wasm"), file("host-", ".js"));
    for (path, on_disk, kind, cache) in [
        ("/", "index.html", "text/html; charset=utf-8", "no-cache"),
        ("/index.ar.html", "index.ar.html", "text/html; charset=utf-8", "no-cache"),
        ("/embed.fr.html", "embed.fr.html", "text/html; charset=utf-8", "no-cache"),
        ("/story.csv", "story.csv", "text/csv; charset=utf-8", "no-cache"),
        ("/story.json", "story.json", "application/json", "no-cache"),
        ("/sahel-explainer.d.ts", "sahel-explainer.d.ts", "text/plain; charset=utf-8", "no-cache"),
        (&*format!("/{host}"), &*host, "text/javascript; charset=utf-8", FOR_EVER),
        ("/explainer.css", "explainer.css", "text/css; charset=utf-8", "no-cache"),
        ("/sahel-explainer.js", "sahel-explainer.js", "text/javascript; charset=utf-8", "no-cache"),
        (&*format!("/{wasm}"), &*wasm, "application/wasm", FOR_EVER),
        (&*format!("/{glue}"), &*glue, "text/javascript; charset=utf-8", FOR_EVER),
        (&*format!("/{story}"), &*story, "application/wasm", FOR_EVER),
    ] {
        for (accepted, twin) in
            [("gzip, deflate, br, zstd", "br"), ("gzip", "gz"), ("identity", "")]
        {
            let answer = get(server.port, path, &[("Accept-Encoding", accepted)]);
            let what = format!("{} {path} for {accepted}", server.name);
            assert_eq!(answer.status, 200, "{what}");
            let encoding = match twin {
                "gz" => Some("gzip"),
                "br" => Some("br"),
                _ => None,
            };
            assert_eq!(answer.header("content-encoding"), encoding, "{what}");
            let disk = dist().join(on_disk);
            let disk = if twin.is_empty() { disk } else { disk.with_added_extension_of(twin) };
            assert!(
                answer.body == fs::read(&disk).expect("a file of dist/"),
                "{what}: other bytes"
            );
            assert_eq!(answer.header("content-type"), Some(kind), "{what}");
            assert_eq!(answer.header("cache-control"), Some(cache), "{what}");
            if encoding.is_some() {
                let vary = answer.header("vary").unwrap_or_default().to_lowercase();
                assert!(vary.contains("accept-encoding"), "{what}: vary {vary:?}");
            }
            promises_of_all(path, &answer, &what);
            is_not_sent_twice(server, path, accepted, &answer);
        }
    }
    for path in [
        "/no-such-file",
        "/_headers",
        "/_nginx.conf",
        "/_Caddyfile",
        "/sahel-explainer-0000_bg.wasm.map",
    ] {
        let answer = get(server.port, path, &[]);
        assert_eq!(answer.status, 404, "{} {path}", server.name);
        assert!(answer.body.len() < 1000, "an error has no page: {} {path}", server.name);
    }
}

fn promises_of_all(path: &str, answer: &Answer, what: &str) {
    // Any article may frame the page that is made for it.
    let ancestors = if path.starts_with("/embed.") { "" } else { "; frame-ancestors 'self'" };
    let policy = answer.header("content-security-policy").unwrap_or_default();
    let expected = shipped::policy();
    assert_eq!(policy, format!("{expected}{ancestors}"), "{what}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{what}: {name}");
    }
}

/// A browser that has a file asks with its tag, and gets no body if nothing has changed.
fn is_not_sent_twice(server: &Server, path: &str, accepted: &str, answer: &Answer) {
    let tag = answer.header("etag").expect("every file has a tag");
    let asked = [("Accept-Encoding", accepted), ("If-None-Match", tag)];
    let again = get(server.port, path, &asked);
    assert_eq!((again.status, again.body.len()), (304, 0), "{} {path}", server.name);
    let other = get(server.port, path, &[("If-None-Match", "\"another\"")]);
    assert_eq!(other.status, 200, "{} {path} with another tag", server.name);
}

/// Joins an ending to a path, keeping the one it has.
trait WithAddedExtension {
    fn with_added_extension_of(&self, ending: &str) -> PathBuf;
}

impl WithAddedExtension for PathBuf {
    fn with_added_extension_of(&self, ending: &str) -> PathBuf {
        let mut name = self.clone().into_os_string();
        name.push(".");
        name.push(ending);
        name.into()
    }
}

#[test]
fn servers_bear_a_load_without_an_error() {
    for server in [start_nginx(&dist()), start_caddy(&dist())].into_iter().flatten() {
        for path in [String::new(), file("sahel-explainer-", "_bg.wasm")] {
            let url = format!("http://127.0.0.1:{}/{path}", server.port);
            let arguments = ["-t1", "-c32", "-d3s", "-H", "Accept-Encoding: br", &url];
            let Ok(output) = Command::new("wrk").args(arguments).output() else {
                println!("SKIPPED: wrk is not there, so there is no load");
                return;
            };
            let report = String::from_utf8_lossy(&output.stdout).into_owned();
            let rate = report.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
            let rate = rate.unwrap_or_else(|| panic!("no rate in {report}")).trim();
            assert!(!report.contains("Non-2xx") && !report.contains("Socket errors"), "{report}");
            assert!(rate.parse::<f64>().is_ok_and(|rate| rate > 0.0), "{report}");
            println!("{} /{path}: {rate} requests per second, no error", server.name);
        }
    }
}
