//! The pages of `docs/embedding.md`, opened as they stand there.

use crate::hosting::{becomes, open};
use crate::server::Hosted;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use thirtyfour::error::WebDriverResult;

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The snippets of HTML in the guide, with the addresses of this build.
fn snippets() -> Vec<String> {
    let guide = read("docs/embedding.md");
    let blocks = guide.split("```html\n").skip(1);
    let snippets = blocks.map(|block| block.split("```").next().unwrap_or_default());
    snippets.map(|snippet| snippet.replace("https://explainer.example/", "/")).collect()
}

#[tokio::test]
async fn every_page_of_the_guide_shows_the_explainer() -> WebDriverResult<()> {
    let snippets = snippets();
    assert_eq!(snippets.len(), 4, "element, frame, module and analytics");
    for snippet in snippets {
        // Scripts stand in the page for brevity, which a strict policy would not allow.
        let page = open(Hosted::page("en", "", &snippet).under("")).await?;
        let shown = r#"
            const frame = document.querySelector("iframe");
            if (frame) return parseInt(frame.style.height) > 2000;
            const holder = document.querySelector("sahel-explainer")?.shadowRoot ?? document;
            return Boolean(holder.querySelector(".explainer[data-live]"));"#;
        becomes(&page, json!(true), shown).await?;
        if snippet.contains("counted") {
            becomes(&page, json!(["ready en"]), "return window.counted").await?;
        }
        page.close().await?;
    }
    Ok(())
}

/// The words in backquotes in the first column of the table under a heading.
fn first_column(guide: &str, heading: &str) -> Vec<String> {
    let (_, table) = guide.split_once(heading).unwrap_or_else(|| panic!("no {heading}"));
    let rows = table.lines().skip_while(|line| !line.starts_with("| `"));
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let mut words: Vec<String> =
        cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect();
    words.sort();
    words
}

/// The strings of a list in a script.
fn list(script: &str, start: &str) -> Vec<String> {
    let (_, list) = script.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    let list = list.split(']').next().unwrap_or_default();
    let mut words: Vec<String> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    words.sort();
    words
}

#[test]
fn the_guide_names_the_options_and_events_that_there_are() {
    let guide = read("docs/embedding.md");
    let options = list(&read("assets/host.js"), "const ATTRIBUTES = [");
    assert_eq!(first_column(&guide, "## Options"), options);
    let types = read("assets/sahel-explainer.d.ts");
    let mut events: Vec<String> = types
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\": CustomEvent"))
        .map(|(name, _)| name.to_owned())
        .collect();
    events.sort();
    assert_eq!(first_column(&guide, "## Events"), events);
    // What editors are told by the npm package.
    let manifest: Value =
        serde_json::from_str(&read("assets/npm/custom-elements.json")).expect("a manifest");
    let names = |list: &str| {
        let list = &manifest["modules"][0]["declarations"][0][list];
        let list = list.as_array().into_iter().flatten();
        let names = list.filter_map(|item| item["name"].as_str()).filter(|&name| name != "shadow");
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.sort();
        names
    };
    assert_eq!(names("attributes"), options);
    assert_eq!(names("events"), events);
}

#[test]
fn the_guide_names_the_properties_and_parts_that_there_are() {
    let guide = read("docs/embedding.md");
    let style = read("assets/explainer.css");
    let mut properties: Vec<String> = style
        .split("var(")
        .filter_map(|rest| rest.trim_start().strip_prefix("--explainer-"))
        .map(|rest| rest.split([',', ')']).next().unwrap_or_default())
        .map(|name| format!("--explainer-{name}"))
        .collect();
    properties.sort();
    properties.dedup();
    assert_eq!(first_column(&guide, "Custom properties on the element"), properties);
    let page = read("dist/embed.html");
    let mut parts: Vec<String> = page
        .split(" part=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect();
    parts.sort();
    assert_eq!(first_column(&guide, "Parts, for `sahel-explainer::part(name)`"), parts);
}
