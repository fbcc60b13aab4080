//! What eyes need: contrast of drawings, of controls under the pointer, and texts that readers make larger or
//! space wider.

use crate::page::Page;
use crate::view::ready;
use crate::widths::FAULTS;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// Colours as rendered, and the contrast between two.
pub const COLOURS: &str = r#"
    const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (colour) => {
        probe.clearRect(0, 0, 1, 1);
        probe.fillStyle = colour;
        probe.fillRect(0, 0, 1, 1);
        return [...probe.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ratio = (a, b) => {
        const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
        return (bright + 0.05) / (dark + 0.05);
    };
    const isOpaque = (colour) => colour && colour !== "none" && rgb(colour)[3] === 255;
    /** The colour that an element stands on. */
    const groundOf = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (isOpaque(backgroundColor)) return backgroundColor;
        }
        return "rgb(255, 255, 255)";
    };
"#;

async fn prefer(page: &Page, scheme: &str) -> WebDriverResult<()> {
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    page.web().cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
    Ok(())
}

/// What has to stand out from what it lies on: selector, property, and selector and property of the ground.
/// Colours of drawings tell topics and countries apart from the ground; what they mean is said in words too.
const DRAWN: &str = r##"
    const root = document.querySelector("#explainer .explainer");
    const faults = [];
    const token = (name) => getComputedStyle(root).getPropertyValue(name);
    // Colours of tokens, as the browser paints them.
    const swatch = document.createElement("i");
    root.append(swatch);
    const painted = (name) => {
        swatch.style.setProperty("color", `var(${name})`);
        return getComputedStyle(swatch).color;
    };
    const pairs = [];
    for (const topic of ["conflict", "politics", "alliance", "external", "economy"]) {
        pairs.push([`--${topic}`, "--map-marker"], [`--${topic}`, "--paper"], [`--${topic}`, "--surface"]);
    }
    pairs.push(["--map-outline", "--map-land"], ["--map-outline", "--map-member"], ["--line-strong", "--paper"],
        ["--line-strong", "--surface"], ["--focus", "--paper"], ["--focus", "--surface"], ["--focus", "--sunken"],
        ["--focus", "--map-land"], ["--focus", "--map-member"], ["--accent", "--paper"], ["--accent", "--surface"],
        ["--accent", "--map-member"], ["--accent", "--map-land"], ["--map-river", "--map-land"], ["--map-river", "--map-member"]);
    for (const [one, other] of pairs) {
        const is = ratio(rgb(painted(one)), rgb(painted(other)));
        if (is < 3) faults.push(`${one} on ${other}: ${is.toFixed(2)}`);
    }
    swatch.remove();
    return faults;
"##;

/// Text of what the pointer is on, or of everything that is dimmed.
const READ: &str = r#"
    const faults = [];
    for (const element of document.querySelectorAll(`#explainer :is(${arguments[0]})`)) {
        const texts = [element, ...element.querySelectorAll("*")].filter((part) => part.checkVisibility({ opacityProperty: true })
            && !part.closest(".spoken, .hidden") && [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
        for (const part of texts) {
            const { color, fontSize, fontWeight, opacity } = getComputedStyle(part);
            const size = parseFloat(fontSize);
            const least = size >= 24 || size >= 18.66 && fontWeight >= 700 ? 3 : 4.5;
            const is = ratio(rgb(color), rgb(groundOf(part)));
            if (is < least || opacity < 1 && !part.closest("[disabled]")) {
                faults.push(`${arguments[0]}: "${part.textContent.trim().slice(0, 30)}" ${is.toFixed(2)}, opacity ${opacity}`);
            }
        }
    }
    return faults;
"#;

#[tokio::test]
async fn drawings_stand_out_in_both_schemes() -> WebDriverResult<()> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    for scheme in ["light", "dark"] {
        prefer(&page, scheme).await?;
        let found: Vec<String> = page.evaluate(&[COLOURS, DRAWN].concat(), vec![]).await?;
        assert!(found.is_empty(), "{scheme}:\n{}", found.join("\n"));
    }
    page.close().await
}

/// Controls of every kind, one of each.
const CONTROLS: [&str; 11] = [
    ".languages a:not([aria-current])",
    ".tool, .theme",
    ".sharing > button",
    ".start .button",
    ".points .quiet",
    "[data-country-button]:not([aria-pressed=true])",
    ".country-buttons [aria-pressed=true]",
    ".chip",
    ".tab-list a[aria-selected=false]",
    ".event .row",
    ".order button[aria-pressed=false]",
];

#[tokio::test]
async fn text_is_readable_under_the_pointer_and_where_it_is_dimmed() -> WebDriverResult<()> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    let read = [COLOURS, READ].concat();
    for scheme in ["light", "dark"] {
        prefer(&page, scheme).await?;
        let mut faults: Vec<String> = Vec::new();
        for control in CONTROLS {
            let body = "const element = [...document.querySelectorAll(`#explainer :is(${arguments[0]})`)].find((element) => element.checkVisibility());
                element?.scrollIntoView({ block: 'center', behavior: 'instant' });
                const box = element?.getBoundingClientRect();
                return box ? [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)] : null";
            let at: Option<(i64, i64)> = page.evaluate(body, vec![json!(control)]).await?;
            let (x, y) = at.unwrap_or_else(|| panic!("no visible {control}"));
            page.web().action_chain().move_to(x, y).perform().await?;
            page.is_answered().await?;
            let hovered = format!(":is({control}):hover");
            let is_hovered =
                "return document.querySelectorAll(`#explainer :is(${arguments[0]})`).length";
            assert!(page.evaluate::<u32>(is_hovered, vec![json!(hovered)]).await? > 0, "{control}");
            faults.extend(page.evaluate::<Vec<String>>(&read, vec![json!(hovered)]).await?);
        }
        // Places without events in the result, and everything that is selected.
        let body =
            "location.hash = 'country=ML'; document.querySelector('.place-list').open = true";
        page.evaluate::<Value>(body, vec![]).await?;
        page.is_answered().await?;
        for state in
            ["[data-empty]", "[aria-pressed=true]", "[aria-selected=true]", ".tags *", "[data-out]"]
        {
            faults.extend(page.evaluate::<Vec<String>>(&read, vec![json!(state)]).await?);
        }
        page.evaluate::<Value>("location.hash = ''", vec![]).await?;
        page.is_answered().await?;
        assert!(faults.is_empty(), "{scheme}:\n{}", faults.join("\n"));
    }
    page.close().await
}

/// What WCAG 1.4.12 wants to be possible, and text of twice the size (1.4.4).
const READERS: [(&str, &str, &[u32]); 2] = [
    (
        "text spacing",
        "#explainer * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         #explainer p { margin-block-end: 2em !important }",
        &[1280, 1100, 640, 360],
    ),
    ("twice the size", "#explainer { --explainer-size: 32px }", &[1280, 640]),
];

#[tokio::test]
async fn text_may_be_larger_and_wider_without_loss() -> WebDriverResult<()> {
    let mut faults = Vec::new();
    // Rows of the fan that get wider than their page can be scrolled to.
    let read = FAULTS.replace(".table-box", ".table-box, .fan");
    for path in ["/", "/index.fr.html", "/index.ar.html"] {
        let page = Page::open(path, 1280, 900).await?;
        ready(&page).await?;
        // The policy of the page allows no styles but its own: a reader's come from the browser.
        for (what, style, widths) in READERS {
            let put = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet]";
            page.evaluate::<Value>(put, vec![json!(style)]).await?;
            for &width in widths {
                page.resize(width, 900).await?;
                for state in [
                    "tab=timeline",
                    "country=ML",
                    "tab=actors&actor=jnim",
                    "tab=figures",
                    "view=story&step=4",
                ] {
                    page.evaluate::<Value>("location.hash = arguments[0]", vec![json!(state)])
                        .await?;
                    page.is_answered().await?;
                    let found: Vec<String> = page.evaluate(&read, vec![]).await?;
                    faults.extend(
                        found.iter().map(|fault| format!("{path} {what} {width} {state}: {fault}")),
                    );
                }
            }
        }
        page.close().await?;
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

#[tokio::test]
async fn what_is_selected_or_has_the_focus_stands_out_in_forced_colours() -> WebDriverResult<()> {
    let page = Page::open("/#country=ML&category=attack", 1100, 900).await?;
    ready(&page).await?;
    let features = json!({ "features": [
        { "name": "forced-colors", "value": "active" },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    page.web().cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
    let body = r##"
        const style = (selector) => getComputedStyle([...document.querySelectorAll(`#explainer ${selector}`)]
            .find((element) => element.checkVisibility()));
        // The canvas of forced colours is white here.
        const solid = (colour) => (rgb(colour)[3] ? rgb(colour) : rgb("white"));
        const faults = [];
        for (const [one, other] of [
            [".country-buttons [aria-pressed=true]", ".country-buttons [aria-pressed=false]"],
            [".languages [aria-current]", ".languages a:not([aria-current])"],
            [".tab-list [aria-selected=true]", ".tab-list [aria-selected=false]"],
            [".chip[aria-pressed=true]", ".chip[aria-pressed=false]"],
            [".order [aria-pressed=true]", ".order [aria-pressed=false]"],
        ]) {
            const [selected, plain] = [style(one), style(other)];
            if (ratio(solid(selected.backgroundColor), solid(plain.backgroundColor)) < 3) {
                faults.push(`${one}: ${selected.backgroundColor} beside ${plain.backgroundColor}`);
            }
            if (ratio(rgb(selected.backgroundColor), rgb(selected.color)) < 4.5) {
                faults.push(`${one}: ${selected.color} on ${selected.backgroundColor}`);
            }
        }
        // A key event is a solid square, and other events are hollow ones.
        const [key, hollow] = [".square.key:not(.out)", ".square:not(.key, .out)"].map((selector) => style(`.columns ${selector}`));
        if (ratio(solid(key.backgroundColor), solid(hollow.backgroundColor)) < 3) faults.push("key events look like others");
        const control = document.querySelector("#explainer .country-buttons [aria-pressed=false]");
        control.focus({ focusVisible: true });
        const ring = getComputedStyle(control);
        if (ring.outlineStyle === "none" || ratio(solid(ring.outlineColor), solid(ring.backgroundColor)) < 3) {
            faults.push(`ring ${ring.outlineStyle} ${ring.outlineColor}`);
        }
        return faults;"##;
    let found: Vec<String> = page.evaluate(&[COLOURS, body].concat(), vec![]).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    page.close().await
}
