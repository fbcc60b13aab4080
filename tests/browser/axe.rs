//! axe-core on the real page, in every state that matters, in both colour schemes and every language.

use crate::hosting;
use crate::page::{Conditions, Page};
use crate::senses::COLOURS;
use crate::server::Hosted;
use crate::view::ready;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use thirtyfour::error::WebDriverResult;

/// How each state is reached from the one before. An address selects; what has none is pressed.
const STATES: [(&str, &str); 14] = [
    ("overview", ""),
    ("country", "location.hash = 'country=ML'"),
    ("place", "location.hash = 'place=gao'"),
    ("event", "location.hash = 'event=fuel-blockade-2025'"),
    ("actor", "location.hash = 'actor=jnim'"),
    ("themes", "location.hash = 'tab=themes'"),
    ("figures", "location.hash = 'tab=figures'"),
    ("glossary", "location.hash = 'tab=glossary'"),
    ("sources", "location.hash = 'tab=sources'"),
    (
        "search",
        "location.hash = ''; const field = document.querySelector('.search input'); field.focus();
         field.value = 'mali'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
    ),
    (
        "popover",
        "const field = document.querySelector('.search input'); field.value = '';
         field.dispatchEvent(new InputEvent('input', { bubbles: true })); field.blur();
         document.querySelector('.points .cite').click()",
    ),
    (
        "share",
        "document.querySelector('.sharing > button').click();
         await new Promise((resolve) => setTimeout(resolve, 500));
         document.querySelectorAll('.share-menu [aria-controls]').forEach((button) => button.click())",
    ),
    (
        "tables",
        "document.querySelector('.sharing > button').click(); document.querySelector('.tables button').click()",
    ),
    (
        "tour",
        "document.querySelector('.tables button').click(); location.hash = 'view=story&step=4'",
    ),
];

fn axe() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!("{}: {error}; run `cargo xtask setup`", file.display());
    })
}

/// Violations, and what axe leaves to review. It does not see through what overlaps and not under text in
/// drawings: there the contrast is computed here, from the colours as rendered. Its rule for labels in names
/// takes every comma for another name: the words are compared here.
const RUN: &str = r#"
    const isIn = (target) => target.flat().reduce((root, selector) =>
        (root.shadowRoot ?? root).querySelector(selector), document);
    const ground = (element) => {
        const style = getComputedStyle(element);
        if (element instanceof SVGElement) {
            // Text in drawings has a halo, or stands on a shape before it.
            if (isOpaque(style.stroke) && style.paintOrder.startsWith("stroke")) return style.stroke;
            for (let shape = element.previousElementSibling; shape; shape = shape.previousElementSibling) {
                const fill = getComputedStyle(shape).fill;
                if (shape.matches("circle, rect") && isOpaque(fill)) return fill;
            }
        } else if (isOpaque(style.backgroundColor)) {
            return style.backgroundColor;
        }
        return element.parentElement && ground(element.parentElement);
    };
    const contrast = (element) => {
        const style = getComputedStyle(element);
        const colour = element instanceof SVGElement ? style.fill : style.color;
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
        const behind = ground(element);
        return [behind ? ratio(rgb(colour), rgb(behind)) : 0, isLarge ? 3 : 4.5];
    };
    // Arabic says none, one and two in words where the eye gets a digit.
    const isSaid = (word) => document.documentElement.lang === "ar" && /^[012]$/.test(word);
    const words = (text) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !isSaid(word));
    const misnamed = [...document.querySelectorAll("[aria-label]:is(a, button)")].filter((element) => {
        const name = words(element.ariaLabel);
        let at = 0;
        return element.checkVisibility() && words(element.innerText).some((word) => (at = name.indexOf(word, at) + 1) === 0);
    });
    const options = {
        resultTypes: ["violations", "incomplete"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        rules: { "label-content-name-mismatch": { enabled: false } },
    };
    return axe.run(document, options).then(({ violations, incomplete }) => {
        const nodes = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => [id, node]));
        const found = nodes(violations).map(([id, { html, failureSummary }]) => [id, html.slice(0, 160), failureSummary.slice(0, 200)]);
        for (const [id, { html, target, any, all, none }] of nodes(incomplete)) {
            const why = [...any, ...all, ...none].map(({ message }) => message)[0] ?? "";
            if (id !== "color-contrast") {
                found.push([id, html.slice(0, 160), why.slice(0, 160)]);
                continue;
            }
            const [is, least] = contrast(isIn(target));
            if (is < least) found.push([id, html.slice(0, 160), `contrast ${is.toFixed(2)}`]);
        }
        return [...found, ...misnamed.map((element) => ["label in name", element.outerHTML.slice(0, 160), element.innerText])];
    });
"#;

async fn faults(page: &Page, what: &str) -> WebDriverResult<Vec<String>> {
    let run = [COLOURS, RUN].concat();
    let found: Vec<(String, String, String)> = page.evaluate(&run, vec![]).await?;
    Ok(found.iter().map(|(id, html, why)| format!("{what}: {id}: {html} ({why})")).collect())
}

async fn emulate(page: &Page, features: Value) -> WebDriverResult<()> {
    let still = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
    let mut all = vec![still];
    all.extend(features.as_array().cloned().unwrap_or_default());
    page.web().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": all })).await?;
    Ok(())
}

/// Waits until nothing moves any more: two frames and the pause of the live region.
const SETTLE: &str = "return new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 150))";

async fn check(path: &str, width: u32) -> WebDriverResult<()> {
    let page = Page::open(path, width, 900).await?;
    ready(&page).await?;
    page.evaluate::<()>(&axe(), vec![]).await?;
    let mut all = Vec::new();
    for (state, reach) in STATES {
        page.evaluate::<()>(&format!("return (async () => {{ {reach} }})()"), vec![]).await?;
        for scheme in ["light", "dark"] {
            emulate(&page, json!([{ "name": "prefers-color-scheme", "value": scheme }])).await?;
            page.evaluate::<Value>(SETTLE, vec![]).await?;
            all.extend(faults(&page, &format!("{path} {width} {state} {scheme}")).await?);
        }
    }
    emulate(&page, json!([{ "name": "forced-colors", "value": "active" }])).await?;
    for state in
        ["view=story&step=4", "country=ML&event=fuel-blockade-2025", "tab=actors&actor=jnim", ""]
    {
        let reach = format!("location.hash = '{state}'");
        page.evaluate::<()>(&reach, vec![]).await?;
        page.evaluate::<Value>(SETTLE, vec![]).await?;
        all.extend(faults(&page, &format!("{path} {width} {state} forced colours")).await?);
    }
    all.dedup();
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
    page.close().await
}

#[tokio::test]
async fn english_has_no_faults() -> WebDriverResult<()> {
    check("/", 1100).await
}

#[tokio::test]
async fn french_has_no_faults_on_a_narrow_page() -> WebDriverResult<()> {
    check("/index.fr.html", 360).await
}

#[tokio::test]
async fn arabic_has_no_faults() -> WebDriverResult<()> {
    check("/index.ar.html", 640).await
}

#[tokio::test]
async fn the_article_without_a_program_has_no_faults() -> WebDriverResult<()> {
    // A page whose program does not come is what readers without scripts have; axe itself is a script.
    let trouble = crate::server::Trouble::Missing("_bg.wasm");
    let page = Page::open_under(
        Conditions { trouble: Some(trouble), ..Conditions::default() },
        "/",
        1100,
        900,
    )
    .await?;
    page.becomes(&true, async |page: &Page| {
        page.evaluate("return 'reading' in document.querySelector('.explainer').dataset", vec![])
            .await
    })
    .await?;
    page.evaluate::<()>(&axe(), vec![]).await?;
    let all = faults(&page, "without a program").await?;
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
    Ok(())
}

#[tokio::test]
async fn the_page_of_frames_has_no_faults() -> WebDriverResult<()> {
    check("/embed.html", 640).await
}

#[tokio::test]
async fn an_element_has_no_faults_and_none_where_it_cannot_start() -> WebDriverResult<()> {
    let elements = r#"<main><h1>Host</h1><p>Before</p>
        <sahel-explainer id="one" load="eager" country="ML"></sahel-explainer>
        <sahel-explainer id="two" load="eager" src="/gone.json"><p>What stays</p></sahel-explainer></main>"#;
    let page = hosting::open(Hosted::page("en", hosting::LOADER, elements)).await?;
    hosting::all_ready(&page, 1).await?;
    let failed = "return told.filter(([, name]) => name === 'explainer-error').length";
    hosting::becomes(&page, json!(1), failed).await?;
    page.evaluate::<()>(&axe(), vec![]).await?;
    let mut all = Vec::new();
    for scheme in ["light", "dark"] {
        emulate(&page, json!([{ "name": "prefers-color-scheme", "value": scheme }])).await?;
        page.evaluate::<Value>(SETTLE, vec![]).await?;
        all.extend(faults(&page, scheme).await?);
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
    page.close_despite(&["status of 404"]).await
}
