//! The accessibility tree, as the browser gives it to assistive technology, compared with reviewed snapshots in
//! `tests/fixtures/tree/`. `UPDATE_EXPECTED=1` writes them anew: read the difference before you commit it.

use crate::page::Page;
use crate::story::Story;
use crate::view::ready;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};
use thirtyfour::error::WebDriverResult;

/// Name of the snapshot, page, what is done, and the part that is kept.
const STATES: [(&str, &str, &str, &str); 8] = [
    ("overview.en", "/", "", ".explainer"),
    ("stage.fr", "/index.fr.html", "", ".stage"),
    ("country.en", "/#country=ML", "", ".stage"),
    ("country.ar", "/index.ar.html#country=NE", "", ".side"),
    ("event.en", "/#event=bamako-summit-2025", "", ".card"),
    ("actor.en", "/#tab=actors&actor=jnim", "", ".panel-actors"),
    ("tour.ar", "/index.ar.html#view=story&step=3", "", ".tour"),
    (
        "search.en",
        "/",
        "const field = document.querySelector('.search input'); field.focus(); field.value = 'kidal';
         field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        ".search",
    ),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "nodeId")]
    id: String,
    ignored: bool,
    role: Option<Valued>,
    name: Option<Valued>,
    description: Option<Valued>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
    #[serde(rename = "backendDOMNodeId")]
    element: Option<u64>,
}

#[derive(Deserialize)]
struct Valued {
    value: Option<Value>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Valued,
}

/// States that say something to a reader; `false` is what nobody is told.
const TOLD: [&str; 10] = [
    "checked", "disabled", "expanded", "hasPopup", "invalid", "level", "modal", "pressed",
    "required", "selected",
];
/// Roles of text and of its boxes, which the names around them have already.
const PLAIN: [&str; 5] = ["InlineTextBox", "StaticText", "LineBreak", "none", "generic"];

fn text(value: Option<&Valued>) -> String {
    match value.and_then(|valued| valued.value.as_ref()) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

/// Writes a node and what is below it, indented. Text that is in the name of what is around it is left out.
fn write_tree(
    nodes: &BTreeMap<&str, &Node>,
    id: &str,
    depth: usize,
    around: &str,
    tree: &mut String,
) {
    let Some(node) = nodes.get(id) else { return };
    let role = text(node.role.as_ref());
    let name = text(node.name.as_ref());
    let is_told = !node.ignored && !PLAIN.contains(&&*role);
    if is_told {
        let _ = write!(tree, "{}{role}", "  ".repeat(depth));
        if !name.is_empty() {
            let _ = write!(tree, " {name:?}");
        }
        let description = text(node.description.as_ref());
        if !description.is_empty() {
            let _ = write!(tree, " ({description})");
        }
        for Property { name, value } in &node.properties {
            let value = text(Some(value));
            if TOLD.contains(&&**name) && value != "false" {
                let _ = write!(tree, " {name}={value}");
            }
        }
        tree.push('\n');
    } else if role == "StaticText" && !node.ignored && !around.contains(name.trim()) {
        let _ = writeln!(tree, "{}{name:?}", "  ".repeat(depth));
    }
    let around = if is_told { &*name } else { around };
    for child in &node.child_ids {
        write_tree(nodes, child, depth + usize::from(is_told), around, tree);
    }
}

/// The part of the tree that stands for the first match of a selector.
async fn tree(page: &Page, selector: &str) -> WebDriverResult<String> {
    let cdp = page.web().cdp();
    cdp.send_raw("Accessibility.enable", json!({})).await?;
    let document = cdp.send_raw("DOM.getDocument", json!({ "depth": 0 })).await?;
    let query = json!({ "nodeId": document["root"]["nodeId"], "selector": selector });
    let found = cdp.send_raw("DOM.querySelector", query).await?;
    let described = cdp.send_raw("DOM.describeNode", json!({ "nodeId": found["nodeId"] })).await?;
    let element = described["node"]["backendNodeId"].as_u64();
    let all = cdp.send_raw("Accessibility.getFullAXTree", json!({})).await?;
    let all: Vec<Node> =
        serde_json::from_value(all["nodes"].clone()).expect("nodes as the protocol has them");
    let nodes: BTreeMap<&str, &Node> = all.iter().map(|node| (&*node.id, node)).collect();
    let root = all.iter().find(|node| node.element == element);
    let root = root.unwrap_or_else(|| panic!("{selector} is not in the tree"));
    let mut tree = String::new();
    write_tree(&nodes, &root.id, 0, "", &mut tree);
    Ok(tree)
}

#[tokio::test]
async fn the_tree_is_the_reviewed_one() -> WebDriverResult<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tree");
    let mut changed = Vec::new();
    for (name, path, act, selector) in STATES {
        let page = Page::open(path, 1100, 900).await?;
        ready(&page).await?;
        page.evaluate::<Value>(act, vec![]).await?;
        page.is_answered().await?;
        // The pause of the live region.
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        let seen = tree(&page, &format!("#explainer {selector}")).await?;
        let file = folder.join(format!("{name}.txt"));
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::create_dir_all(&folder).expect("a folder for snapshots");
            fs::write(&file, &seen).expect("a snapshot can be written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if seen != expected {
            let at = seen.lines().zip(expected.lines()).position(|(one, other)| one != other);
            let line = at.unwrap_or(0);
            let [is, was] =
                [&seen, &expected].map(|text| text.lines().nth(line).unwrap_or("").trim());
            changed.push(format!("{name}:{}: {is}\n  was: {was}", line + 1));
        }
        page.close().await?;
    }
    let hint = "if that is right, run the test with UPDATE_EXPECTED=1 and read the difference";
    assert!(changed.is_empty(), "{}\n{hint}", changed.join("\n"));
    Ok(())
}

#[tokio::test]
async fn list_table_and_map_hold_what_the_story_holds() -> WebDriverResult<()> {
    let story = Story::read();
    for path in ["/", "/index.fr.html", "/index.ar.html"] {
        let page = Page::open(path, 1100, 900).await?;
        ready(&page).await?;
        page.evaluate::<Value>("document.querySelector('.tables button').click()", vec![]).await?;
        page.is_answered().await?;
        let ids = async |selector: &str, attribute: &str| -> WebDriverResult<BTreeSet<String>> {
            let body = "return [...document.querySelectorAll(`#explainer ${arguments[0]}`)].map((item) => item.getAttribute(arguments[1]))";
            page.evaluate(body, vec![json!(selector), json!(attribute)]).await
        };
        for (list, attribute, all) in story.ids() {
            assert!(!all.is_empty(), "{list}");
            assert_eq!(
                ids(&format!("li[{attribute}]"), attribute).await?,
                all,
                "{path} list of {list}"
            );
            assert_eq!(
                ids(&format!("tr[{attribute}]"), attribute).await?,
                all,
                "{path} table of {list}"
            );
        }
        let members: BTreeSet<String> = ids("[data-country-button]", "data-country-button").await?;
        let shapes: BTreeSet<String> = ids("svg [data-feature]", "data-feature").await?;
        assert!(members.len() == 3 && members.is_subset(&shapes), "{path}: {members:?} {shapes:?}");
        let hidden = "return [...document.querySelectorAll('#explainer svg [data-feature]')].every((shape) =>
            shape.closest('[role=img], [aria-hidden=true]'))";
        assert!(page.evaluate::<bool>(hidden, vec![]).await?, "{path}: shapes are no controls");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn tables_follow_the_filters_and_lead_to_what_they_name() -> WebDriverResult<()> {
    let page = Page::open("/#country=NE", 360, 900).await?;
    ready(&page).await?;
    crate::view::tab_to(&page, "Events, actors and places as tables").await?;
    crate::view::press(&page, thirtyfour::Key::Enter).await?;
    let rows = "return [...document.querySelectorAll('.tables table')].map((table) =>
        [table.caption.textContent, table.tBodies[0].rows.length, [...table.rows].every((row) => row.querySelector('th[scope]'))])";
    let listed = "return Number(document.querySelector('.result h2, .result h3').textContent.match(/[0-9]+/)[0])";
    let events: usize = page.evaluate(listed, vec![]).await?;
    let seen: Vec<(String, usize, bool)> = page.evaluate(rows, vec![]).await?;
    assert_eq!(seen[0], ("Events".to_owned(), events, true));
    assert!(seen[1].0 == "Actors" && seen[1].1 < 28 && seen[1].2, "{seen:?}");
    assert_eq!(seen[2], ("Places".to_owned(), 28, true));
    // The page does not scroll sideways for them.
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    assert!(page.evaluate::<bool>(fits, vec![]).await?);
    let follow =
        "const link = document.querySelector('.tables [data-event] a'); link.focus(); link.click();
        return link.closest('tr').dataset.event";
    let event: String = page.evaluate(follow, vec![]).await?;
    let open = "return document.querySelector('.explainer').dataset.event ?? null";
    page.becomes(&Some(event), async |page: &Page| page.evaluate(open, vec![]).await).await?;
    page.close().await
}
