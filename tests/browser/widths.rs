//! Every width, language and theme: nothing is cut off, nothing scrolls sideways, everything can be hit.

use crate::page::Page;
use crate::view::ready;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// Each layout at both of its ends, and what lies between.
const WIDTHS: [u32; 15] =
    [320, 352, 360, 384, 440, 559, 560, 640, 704, 919, 920, 1056, 1100, 1200, 1400];
const PAGES: [&str; 3] = ["/", "/index.fr.html", "/index.ar.html"];

/// Opens everything that can be open, so that it is looked at too.
const OPEN: &str = r##"
    for (const button of document.querySelectorAll("#explainer .year-head > button[aria-expanded=false]")) button.click();
    for (const details of document.querySelectorAll("#explainer details")) details.open = true;
    document.querySelector("#explainer .tables button").click();"##;

/// What is wrong with what can be seen: where, and by how much.
pub const FAULTS: &str = r##"
    const root = document.querySelector("#explainer .explainer");
    const isNarrow = root.clientWidth < 560;
    const faults = [];
    const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} ` +
        `"${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}"`;
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) faults.push(`the page scrolls: ${page.scrollWidth} px`);
    if (root.scrollWidth > root.clientWidth) faults.push(`the explainer scrolls: ${root.scrollWidth} px`);
    const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const isHidden = (element) => element.closest(".hidden, .spoken, .skip, .panel-title, [hidden]") !== null ||
        !element.checkVisibility({ visibilityProperty: true });
    const box = root.getBoundingClientRect();
    for (const element of root.querySelectorAll("*")) {
        if (element instanceof SVGElement || isHidden(element)) continue;
        const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (hasText && !scrolls(element) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
            faults.push(`cut off: ${name(element)} ${element.scrollWidth} in ${element.clientWidth}`);
        }
        const size = parseFloat(getComputedStyle(element).fontSize);
        if (hasText && size < 11.99) faults.push(`${size} px: ${name(element)}`);
        if (hasText && !element.closest(".tab-list, .topics, .table-box")) {
            const { left, right } = element.getBoundingClientRect();
            if (left < box.left - 1 || right > box.right + 1) faults.push(`outside: ${name(element)}`);
        }
        if (!element.matches("a, button, select, input, summary, [role=slider]")) continue;
        const { width, height } = element.getBoundingClientRect();
        const isText = element.matches("a, .quiet") && getComputedStyle(element).display === "inline";
        const least = isNarrow && element.matches("button.button, a.button, .segments > *, select") ? 44 : 24;
        if (!isText && (height < least - 0.5 || width < 23.5)) {
            faults.push(`small: ${name(element)} ${Math.round(width)} × ${Math.round(height)}`);
        }
    }
    return [...new Set(faults)];
"##;

/// Names and headings whose words are broken in two, at the text's own size.
const BROKEN: &str = r##"
    const broken = [];
    for (const element of document.querySelectorAll("#explainer :is(dt, th, button, h2, h3, h4, h5, h6, .label, .fan-actor)")) {
        const isClipped = [element, element.closest("thead")].some((part) => part?.clientWidth < 2);
        if (isClipped || !element.checkVisibility({ visibilityProperty: true })) continue;
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
                const range = new Range();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
                if (lines.size > 1) broken.push(`broken: ${word}`);
            }
        }
    }
    return [...new Set(broken)];
"##;

async fn look(page: &Page, state: &str, faults: &mut Vec<String>) -> WebDriverResult<()> {
    for width in WIDTHS {
        page.resize(width, 900).await?;
        let broken: Vec<String> = page.evaluate(BROKEN, vec![]).await?;
        faults.extend(broken.iter().map(|fault| format!("{state} {width}: {fault}")));
        for scheme in ["light", "dark"] {
            let features =
                json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.web().cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
            let found: Vec<String> = page.evaluate(FAULTS, vec![]).await?;
            faults.extend(found.iter().map(|fault| format!("{state} {width} {scheme}: {fault}")));
        }
    }
    Ok(())
}

async fn look_everywhere(path: &str) -> WebDriverResult<()> {
    let page = Page::open(path, 1100, 900).await?;
    ready(&page).await?;
    let _: Value = page.evaluate(OPEN, vec![]).await?;
    let mut faults = Vec::new();
    for tab in ["timeline", "actors", "themes", "figures", "glossary", "sources"] {
        let body = "document.getElementById(`tab-${arguments[0]}`).click()";
        let _: Value = page.evaluate(body, vec![json!(tab)]).await?;
        look(&page, tab, &mut faults).await?;
    }
    // The dossier with the most relations.
    let dossier = "document.getElementById('tab-actors').click(); document.querySelector('li[data-actor=jnim] > button').click()";
    let _: Value = page.evaluate(dossier, vec![]).await?;
    look(&page, "dossier", &mut faults).await?;
    let _: Value =
        page.evaluate("document.querySelector('[data-country-button]').click()", vec![]).await?;
    look(&page, "country", &mut faults).await?;
    for step in [2, 4, 8] {
        let body = "document.querySelector(`.progress li:nth-child(${arguments[0]}) a`).click()";
        let _: Value = page.evaluate(body, vec![json!(step)]).await?;
        look(&page, "tour", &mut faults).await?;
    }
    assert!(faults.is_empty(), "{path}: {} faults:\n{}", faults.len(), faults.join("\n"));
    page.close().await
}

/// The row of tabs scrolls on phones; the page does not move for it.
#[tokio::test]
async fn the_open_tab_is_in_sight_wherever_it_was_opened_from() -> WebDriverResult<()> {
    for path in ["/#tab=sources", "/index.ar.html#tab=sources"] {
        let page = Page::open(path, 360, 900).await?;
        ready(&page).await?;
        let is_in_sight = async |page: &Page| {
            let body = "const [row, tab] = ['.tab-list', '[role=tab][aria-selected=true]']
                .map((name) => document.querySelector(`#explainer ${name}`).getBoundingClientRect());
                return tab.left >= row.left && tab.right <= row.right";
            page.evaluate::<bool>(body, vec![]).await
        };
        page.becomes(&true, is_in_sight).await?;
        page.web().execute("location.hash = 'tab=timeline'", vec![]).await?;
        page.is_answered().await?;
        page.becomes(&true, is_in_sight).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn english_fits_at_every_width() -> WebDriverResult<()> {
    look_everywhere(PAGES[0]).await
}

#[tokio::test]
async fn french_fits_at_every_width() -> WebDriverResult<()> {
    look_everywhere(PAGES[1]).await
}

#[tokio::test]
async fn arabic_fits_at_every_width() -> WebDriverResult<()> {
    look_everywhere(PAGES[2]).await
}
