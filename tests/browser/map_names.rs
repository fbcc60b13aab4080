//! Names on the map: none touches another or a marker, none is smaller than 12 px, none is cut off.

use crate::page::Page;
use crate::pointer::click;
use crate::story::Story;
use crate::view::ready;
use serde_json::json;
use thirtyfour::error::WebDriverResult;

/// Widths of the explainer in px, where something changes and between.
const WIDTHS: [u32; 10] = [320, 352, 440, 559, 560, 640, 919, 920, 1100, 1200];

/// Lists what is wrong with names and markers. Names are taken as the boxes of their letters, turned as they
/// are drawn, without the room that fonts leave above and below.
const TROUBLE: &str = r##"
    const drawn = (element) => element.checkVisibility() && element.getClientRects().length > 0;
    const map = document.querySelector("#explainer .map-drawing");
    const frame = map.getBoundingClientRect();
    const boxes = [];
    for (const text of [...map.querySelectorAll("text.name, .step-note text")].filter(drawn)) {
        const matrix = text.getScreenCTM();
        const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b);
        const lines = new Map();
        const letters = text.textContent;
        for (let at = 0; at < text.getNumberOfChars(); at += 1) {
            if (letters[at] === " ") continue;
            const box = text.getExtentOfChar(at);
            if (box.width === 0) continue;
            const line = lines.get(Math.round(box.y)) ?? { left: Infinity, right: -Infinity, y: box.y, height: box.height };
            line.left = Math.min(line.left, box.x);
            line.right = Math.max(line.right, box.x + box.width);
            lines.set(Math.round(box.y), line);
        }
        for (const { left, right, y, height } of lines.values()) {
            const [top, bottom] = [y + 0.22 * height, y + 0.85 * height];
            const points = [[left, top], [right, top], [right, bottom], [left, bottom]]
                .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix))
                .map(({ x, y }) => [x - frame.x, y - frame.y]);
            boxes.push({ name: letters, text, size, points });
        }
    }
    const discs = [...map.querySelectorAll(".marker .disc, .numbered circle")].filter(drawn).map((disc) => {
        const box = disc.getBoundingClientRect();
        const marker = disc.closest(".marker, .numbered");
        return { name: marker.dataset.place ?? (marker.textContent || "a dot"), x: box.x + box.width / 2 - frame.x,
            y: box.y + box.height / 2 - frame.y, radius: box.width / 2 };
    });
    const axes = (points) => points.map(([x, y], at) => {
        const [x2, y2] = points[(at + 1) % points.length];
        const length = Math.hypot(x2 - x, y2 - y);
        return [(y2 - y) / length, (x - x2) / length];
    });
    const span = (points, [x, y]) => {
        const along = points.map(([px, py]) => px * x + py * y);
        return [Math.min(...along), Math.max(...along)];
    };
    const touch = (one, two) => [...axes(one), ...axes(two)].every((axis) => {
        const [a, b] = [span(one, axis), span(two, axis)];
        return a[0] < b[1] && b[0] < a[1];
    });
    const distance = (points, { x, y }) => {
        const sides = points.map(([ax, ay], at) => {
            const [bx, by] = points[(at + 1) % points.length];
            const part = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
            return { far: Math.hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y),
                inside: (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0 };
        });
        return sides.every(({ inside }) => inside) ? 0 : Math.min(...sides.map(({ far }) => far));
    };
    const insets = [...map.querySelectorAll(".locator .inset")].filter(drawn).map((inset) => {
        const { left, top, right, bottom } = inset.getBoundingClientRect();
        return [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => [x - frame.x, y - frame.y]);
    });
    const trouble = [];
    boxes.forEach((one, at) => {
        if (one.size < 11.99) trouble.push(`${one.name}: ${one.size} px`);
        if (one.points.some(([x, y]) => x < 0 || y < 0 || x > frame.width || y > frame.height)) trouble.push(`${one.name} is cut off`);
        for (const two of boxes.slice(at + 1)) {
            if (one.text !== two.text && touch(one.points, two.points)) trouble.push(`${one.name} / ${two.name}`);
        }
        if (insets.some((inset) => touch(one.points, inset))) trouble.push(`${one.name} on the locator`);
        for (const disc of discs) {
            const free = distance(one.points, disc) - disc.radius;
            if (free < 0) trouble.push(`${one.name} on ${disc.name} by ${(-free).toFixed(1)}`);
        }
    });
    return [boxes.length, discs.length, trouble];
"##;

/// Makes the explainer, not the window, this wide.
async fn set_width(page: &Page, width: u32) -> WebDriverResult<()> {
    page.resize(width, 900).await?;
    let found: u32 = page
        .evaluate("return document.querySelector('#explainer .explainer').clientWidth", vec![])
        .await?;
    page.resize(2 * width - found, 900).await
}

/// A map of the whole region names ten things at least on the narrowest phone; one that is closer to a country
/// has room for less.
async fn trouble(page: &Page, country: &str) -> WebDriverResult<Vec<String>> {
    let (names, markers, trouble): (usize, usize, Vec<String>) =
        page.evaluate(TROUBLE, vec![]).await?;
    let least = if country.is_empty() { 10 } else { 4 };
    assert!(names >= least && markers > 3, "{country}: {names} names, {markers} markers are drawn");
    Ok(trouble)
}

async fn check(path: &str) -> WebDriverResult<()> {
    let page = Page::open(path, 1100, 900).await?;
    ready(&page).await?;
    page.web()
        .cdp()
        .send_raw(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] }),
        )
        .await?;
    let mut found = Vec::new();
    let countries: Vec<String> = page
        .evaluate(
            "return ['', ...[...document.querySelectorAll('[data-country-button]')]
                .map((button) => button.dataset.countryButton)]",
            vec![],
        )
        .await?;
    for country in &countries {
        if !country.is_empty() {
            let press =
                "document.querySelector(`[data-country-button=\"${arguments[0]}\"]`).click()";
            page.web().execute(press, vec![json!(country)]).await?;
            let pressed = async |page: &Page| {
                let body = "return document.querySelector('#explainer [data-country]')?.dataset.country ?? ''";
                page.evaluate::<String>(body, vec![]).await
            };
            page.becomes(country, pressed).await?;
        }
        for width in WIDTHS {
            set_width(&page, width).await?;
            let trouble = trouble(&page, country).await?;
            found.extend(trouble.into_iter().map(|what| format!("{width} {country}: {what}")));
        }
    }
    // Places without events of the actor are dots, and their names come nearer.
    page.web().execute("location.hash = 'actor=jnim'", vec![]).await?;
    page.is_answered().await?;
    for width in WIDTHS {
        set_width(&page, width).await?;
        let trouble = trouble(&page, "").await?;
        found.extend(trouble.into_iter().map(|what| format!("{width} jnim: {what}")));
    }
    found.extend(trouble_in_tour(&page).await?);
    assert!(found.is_empty(), "{path}: {found:#?}");
    page.close().await
}

/// On a phone a country is drawn closer: it and its partners keep their names, with room for it.
#[tokio::test]
async fn a_country_drawn_closer_still_has_its_partners_named() -> WebDriverResult<()> {
    let page = Page::open("/", 360, 900).await?;
    ready(&page).await?;
    let names = r"return [...document.querySelectorAll('#explainer .map-drawing .name-member')]
        .filter((name) => name.checkVisibility() && name.getClientRects().length > 0)
        .map((name) => name.textContent)";
    for (country, expected) in [
        ("ML", vec!["Mali", "Niger", "Burkina Faso"]),
        ("NE", vec!["Mali", "Niger"]), // too little of Burkina Faso is in sight
        ("BF", vec!["Mali", "Niger", "Burkina Faso"]),
    ] {
        click(&page, &format!("[data-country-button={country}]")).await?;
        let drawn = async |page: &Page| page.evaluate::<Vec<String>>(names, vec![]).await;
        page.becomes(&expected.into_iter().map(String::from).collect(), drawn).await?;
    }
    page.close().await
}

/// In the guided tour, on maps that are wide enough for its notes.
async fn trouble_in_tour(page: &Page) -> WebDriverResult<Vec<String>> {
    let mut found = Vec::new();
    for width in [600, 640, 1100, 1200] {
        set_width(page, width).await?;
        for step in 1..=Story::read().tour().len() {
            let open = "location.hash = `view=story&step=${arguments[0]}`";
            page.web().execute(open, vec![json!(step)]).await?;
            page.is_answered().await?;
            let (names, discs, trouble): (usize, usize, Vec<String>) =
                page.evaluate(TROUBLE, vec![]).await?;
            assert!(names > 6 && discs > 1, "step {step}: {names} names, {discs} discs");
            found.extend(trouble.into_iter().map(|what| format!("{width} step {step}: {what}")));
        }
    }
    Ok(found)
}

#[tokio::test]
async fn no_english_name_touches_another_or_a_marker() -> WebDriverResult<()> {
    check("/").await
}

#[tokio::test]
async fn no_french_name_touches_another_or_a_marker() -> WebDriverResult<()> {
    check("/index.fr.html").await
}

#[tokio::test]
async fn no_arabic_name_touches_another_or_a_marker() -> WebDriverResult<()> {
    check("/index.ar.html").await
}
