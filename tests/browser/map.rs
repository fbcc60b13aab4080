//! The map by mouse, finger and keyboard: markers, tooltips, the list of places, closer framings.

use crate::page::Page;
use crate::story::Story;
use crate::view::{awake, click_button, focused, press, ready, tab_to};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

async fn open(path: &str, width: u32) -> WebDriverResult<Page> {
    let page = Page::open(path, width, 900).await?;
    ready(&page).await?;
    // The move that wakes the map is not one over it yet.
    awake(&page, ".map-column").await?;
    still(&page, &[]).await?;
    Ok(page)
}

/// Switches motion off, with these media features besides.
async fn still(page: &Page, also: &[(&str, &str)]) -> WebDriverResult<()> {
    let features: Vec<Value> = [("prefers-reduced-motion", "reduce")]
        .iter()
        .chain(also)
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    page.web()
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", json!({ "features": features }))
        .await?;
    Ok(())
}

/// The middle of the visible marker of a place, in whole px of the window.
async fn marker(page: &Page, place: &str) -> WebDriverResult<(i64, i64)> {
    let body = r##"
        document.querySelector("#explainer .map").scrollIntoView({ block: "center", behavior: "instant" });
        const marker = [...document.querySelectorAll(`#explainer .map [data-place="${arguments[0]}"] .hit`)]
            .find((hit) => hit.checkVisibility() && hit.getClientRects().length > 0);
        const box = marker?.getBoundingClientRect();
        return box ? [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] : null"##;
    let found: Option<(i64, i64)> = page.evaluate(body, vec![json!(place)]).await?;
    Ok(found.unwrap_or_else(|| panic!("no visible marker of {place}")))
}

async fn move_to(page: &Page, (x, y): (i64, i64)) -> WebDriverResult<()> {
    page.web().action_chain().move_to(x, y).perform().await
}

/// The tooltip that is drawn, if there is one.
#[derive(Debug, Deserialize, PartialEq)]
struct Tooltip {
    text: String,
    /// Left, top, right and bottom in px of the window.
    plate: [f64; 4],
    /// The ring around what it points to: middle and radius.
    ring: [f64; 3],
    /// The map's box.
    map: [f64; 4],
}

async fn tooltip(page: &Page) -> WebDriverResult<Option<Tooltip>> {
    let body = r##"
        const tip = [...document.querySelectorAll("#explainer .tip")]
            .find((tip) => tip.checkVisibility() && tip.getClientRects().length > 0);
        if (!tip) return null;
        const edges = (element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return [left, top, right, bottom];
        };
        const ring = tip.parentElement.querySelector("circle").getBoundingClientRect();
        return {
            text: tip.textContent,
            plate: edges(tip.querySelector(".plate")),
            ring: [ring.x + ring.width / 2, ring.y + ring.height / 2, Number(tip.dataset.radius)],
            map: edges(tip.closest(".map")),
        }"##;
    page.evaluate(body, vec![]).await
}

async fn tooltip_text(page: &Page) -> WebDriverResult<Option<String>> {
    Ok(tooltip(page).await?.map(|tooltip| tooltip.text))
}

/// The place that is open, by its panel's heading.
async fn open_place(page: &Page) -> WebDriverResult<String> {
    let body =
        "return document.querySelector('#explainer .place-panel section')?.dataset.place ?? ''";
    page.evaluate(body, vec![]).await
}

#[tokio::test]
async fn a_tooltip_stands_beside_its_marker_inside_the_map_and_stays_while_hovered()
-> WebDriverResult<()> {
    for width in [320, 640, 1100] {
        let page = open("/", width).await?;
        for (place, text) in [
            ("gao", "Gao, Mali · 3 events"),
            ("kayes", "Kayes, Mali · 2 events"),
            ("algiers", "Algiers, Algeria · 3 events"),
        ] {
            move_to(&page, marker(&page, place).await?).await?;
            page.becomes(&Some(text.to_owned()), tooltip_text).await?;
            let Tooltip { plate, ring, map, .. } = tooltip(&page).await?.expect("a tooltip");
            let [left, top, right, bottom] = plate;
            assert!(left >= map[0] && right <= map[2], "{place} at {width}: {plate:?} in {map:?}");
            assert!(top >= map[1] && bottom <= map[3], "{place} at {width}: {plate:?} in {map:?}");
            let gap =
                if bottom < ring[1] { ring[1] - ring[2] - bottom } else { top - ring[1] - ring[2] };
            assert!((gap - 10.0).abs() < 1.0, "{place} at {width}: {gap} px from its marker");
        }
        // On the way to the tooltip and on it, the tooltip stays.
        move_to(&page, marker(&page, "gao").await?).await?;
        page.becomes(&Some("Gao, Mali · 3 events".to_owned()), tooltip_text).await?;
        let Tooltip { plate, ring, .. } = tooltip(&page).await?.expect("a tooltip");
        for y in [ring[1] - ring[2] - 5.0, plate[3] - 8.0] {
            move_to(&page, (ring[0] as i64, y as i64)).await?;
            assert_eq!(tooltip_text(&page).await?.as_deref(), Some("Gao, Mali · 3 events"));
        }
        move_to(&page, (2, 2)).await?;
        page.becomes(&None, tooltip_text).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn escape_hides_a_tooltip_and_nothing_else() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click_button(&page, "Mali").await?;
    move_to(&page, marker(&page, "gao").await?).await?;
    page.becomes(&Some("Gao, Mali · 3 events".to_owned()), tooltip_text).await?;
    press(&page, Key::Escape).await?;
    page.becomes(&None, tooltip_text).await?;
    let country =
        "return document.querySelector('#explainer [data-country]')?.dataset.country ?? ''";
    assert_eq!(page.evaluate::<String>(country, vec![]).await?, "ML");
    press(&page, Key::Escape).await?;
    page.becomes(&String::new(), async |page: &Page| page.evaluate(country, vec![]).await).await?;
    page.close().await
}

#[tokio::test]
async fn a_finger_opens_a_place_at_once_and_sees_no_tooltip() -> WebDriverResult<()> {
    let page = open("/", 360).await?;
    let touch = json!({ "enabled": true });
    page.web().cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
    let (x, y) = marker(&page, "gao").await?;
    for (kind, points) in [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))] {
        let event = json!({ "type": kind, "touchPoints": points });
        page.web().cdp().send_raw("Input.dispatchTouchEvent", event).await?;
    }
    page.becomes(&"gao".to_owned(), open_place).await?;
    assert_eq!(tooltip(&page).await?, None);
    page.close().await
}

#[tokio::test]
async fn the_list_of_places_does_by_keyboard_what_markers_do() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    tab_to(&page, "List of 28 places").await?;
    press(&page, Key::Enter).await?;
    tab_to(&page, "Gao, Mali, 3 events").await?;
    page.becomes(&Some("Gao, Mali · 3 events".to_owned()), tooltip_text).await?;
    press(&page, Key::Enter).await?;
    page.becomes(&"gao".to_owned(), open_place).await?;
    assert_eq!(focused(&page).await?, "Gao, Mali, 3 events");
    press(&page, Key::Escape).await?;
    page.becomes(&None, tooltip_text).await?;
    assert_eq!(open_place(&page).await?, "gao", "one press of Escape hides the tooltip only");
    press(&page, Key::Escape).await?;
    page.becomes(&String::new(), open_place).await?;
    page.close().await
}

#[tokio::test]
async fn the_list_of_places_can_be_ordered_by_number_of_events() -> WebDriverResult<()> {
    let page = open("/", 640).await?;
    page.web().execute("document.querySelector('.place-list').open = true", vec![]).await?;
    let first = async |page: &Page| {
        let body = "return [...document.querySelectorAll('.place-list li')].map((item) => item.dataset.place).slice(0, 2)";
        page.evaluate::<Vec<String>>(body, vec![]).await
    };
    click_button(&page, "By number of events").await?;
    page.becomes(&vec!["bamako".to_owned(), "niamey".to_owned()], first).await?;
    click_button(&page, "By country").await?;
    page.becomes(&vec!["bamako".to_owned(), "bamako-senou".to_owned()], first).await?;
    click_button(&page, "Niger").await?;
    page.becomes(&vec!["niamey".to_owned(), "niamey-base-101".to_owned()], first).await?;
    page.close().await
}

/// The upper left corner of the map, brought into view.
async fn map_corner(page: &Page) -> WebDriverResult<(f64, f64)> {
    let body = r##"
        const map = document.querySelector("#explainer .map");
        map.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y } = map.getBoundingClientRect();
        return [x, y]"##;
    page.evaluate(body, vec![]).await
}

#[tokio::test]
async fn where_two_markers_answer_the_nearer_centre_wins() -> WebDriverResult<()> {
    let page = open("/", 320).await?;
    let body = r##"
        document.querySelector("#explainer .map").scrollIntoView({ block: "center", behavior: "instant" });
        const hits = [...document.querySelectorAll("#explainer .markers .hit")]
            .filter((hit) => hit.checkVisibility() && hit.getClientRects().length > 0)
            .map((hit) => {
                const box = hit.getBoundingClientRect();
                return { place: hit.closest("[data-place]").dataset.place, radius: box.width / 2,
                    x: box.x + box.width / 2, y: box.y + box.height / 2 };
            });
        const smallest = Math.min(...hits.map(({ radius }) => radius));
        for (const [at, one] of hits.entries()) {
            for (const two of hits.slice(at + 1)) {
                const [dx, dy] = [two.x - one.x, two.y - one.y];
                const apart = Math.hypot(dx, dy);
                if (apart < one.radius + two.radius - 3) {
                    // Just on the first one's side of the middle, where both circles are.
                    const near = (apart / 2 - 1.5) / apart;
                    const map = document.querySelector("#explainer .map").getBoundingClientRect();
                    const [x, y] = [map.x - dx * near, map.y - dy * near];
                    const [x2, y2] = [map.x + dx * near, map.y + dy * near];
                    return [smallest, one.place, one.x - x, one.y - y, two.place, two.x - x2, two.y - y2];
                }
            }
        }
        return null"##;
    let found: Option<(f64, String, f64, f64, String, f64, f64)> =
        page.evaluate(body, vec![]).await?;
    let (smallest, one, x1, y1, two, x2, y2) = found.expect("two circles that overlap");
    // The browser gives boxes in single precision.
    assert!(smallest > 12.0 - 1e-4, "a target of {smallest} px");
    for (place, x, y) in [(one, x1, y1), (two, x2, y2)] {
        let (left, top) = map_corner(&page).await?;
        page.click_at(((left + x).round() as i64, (top + y).round() as i64)).await?;
        page.becomes(&place, open_place).await?;
        click_button(&page, "Close").await?;
        page.becomes(&String::new(), open_place).await?;
    }
    page.close().await
}

#[tokio::test]
async fn markers_and_list_count_the_same_events_under_every_topic() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    let counts = r#"
        const number = (text) => Number(text.match(/\d+/)?.[0] ?? 0);
        const list = {}, map = {};
        for (const item of document.querySelectorAll(".place-list li")) {
            list[item.dataset.place] = number(item.querySelector(".meta:last-child").textContent);
        }
        for (const marker of document.querySelectorAll(".map .at-wide [data-place]")) {
            const text = marker.querySelector("text");
            map[marker.dataset.place] = text ? number(text.textContent) : 1;
        }
        return [list, map]"#;
    let chips: Vec<String> = page
        .evaluate(
            "return [...document.querySelectorAll('.chip')].map((chip) => chip.textContent.trim())",
            vec![],
        )
        .await?;
    assert!(!chips.is_empty());
    for at in 0..=chips.len() {
        let (list, map): (BTreeMap<String, usize>, BTreeMap<String, usize>) =
            page.evaluate(counts, vec![]).await?;
        assert!(!map.is_empty());
        for (place, n) in &map {
            assert_eq!(Some(n), list.get(place), "{place} after {at} topics");
        }
        let press = "document.querySelectorAll('.chip')[arguments[0]]?.click()";
        page.web().execute(press, vec![json!(at)]).await?;
    }
    page.close().await
}

#[tokio::test]
async fn on_a_phone_a_country_is_drawn_closer_and_the_whole_region_comes_back()
-> WebDriverResult<()> {
    let page = open("/", 360).await?;
    // The width of the country as a share of the map, and whether a town that shares a marker has its own.
    let state = async |page: &Page| {
        let body = r#"
            const share = document.querySelector("[data-feature=ML]").getBoundingClientRect().width
                / document.querySelector(".map").clientWidth;
            const own = [...document.querySelectorAll(".map [data-place=bougouni]")]
                .some((marker) => marker.checkVisibility() && marker.getClientRects().length > 0);
            return [share > 0.7, own]"#;
        page.evaluate::<(bool, bool)>(body, vec![]).await
    };
    page.becomes(&(false, false), state).await?;
    click_button(&page, "Mali").await?;
    page.becomes(&(true, true), state).await?;
    click_button(&page, "Whole region").await?;
    page.becomes(&(false, false), state).await?;
    assert_eq!(focused(&page).await?, "Closer");
    click_button(&page, "Closer").await?;
    page.becomes(&(true, true), state).await?;
    page.resize(1100, 900).await?;
    page.becomes(&(false, true), state).await?;
    page.close().await
}

#[tokio::test]
async fn a_country_drawn_closer_has_its_name_on_its_own_ground() -> WebDriverResult<()> {
    for (id, name) in Story::read().members() {
        let page = open(&format!("/#country={id}"), 360).await?;
        let body = r#"
            const names = [...document.querySelectorAll(".map .name-member")];
            const shown = names.find((name) => name.getBoundingClientRect().width > 0 && name.textContent.trim() === arguments[1]);
            if (!shown) return "no name";
            const shape = document.querySelector(`[data-feature=${arguments[0]}]`);
            const { left, right, top, bottom } = shown.getBoundingClientRect();
            const isOnGround = (x, y) => shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse()));
            const corners = [left, right].flatMap((x) => [top, bottom].map((y) => isOnGround(x, y)));
            return corners.every(Boolean) ? "on its ground" : "beyond the border""#;
        page.becomes(&"on its ground".to_owned(), async |page: &Page| {
            page.evaluate(body, vec![json!(id), json!(name)]).await
        })
        .await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn on_a_phone_a_place_that_shares_a_marker_is_drawn_closer() -> WebDriverResult<()> {
    let page = open("/", 360).await?;
    page.web().execute("document.querySelector('.place-list').open = true", vec![]).await?;
    click_button(&page, "Djibo, Burkina Faso, 1 event").await?;
    page.becomes(&"djibo".to_owned(), open_place).await?;
    marker(&page, "djibo").await?;
    page.close().await
}

#[tokio::test]
async fn the_wheel_over_the_map_scrolls_the_page() -> WebDriverResult<()> {
    let page = open("/", 640).await?;
    let (x, y) = marker(&page, "gao").await?;
    let top = "return window.scrollY";
    let before: f64 = page.evaluate(top, vec![]).await?;
    let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": 200 });
    page.web().cdp().send_raw("Input.dispatchMouseEvent", wheel).await?;
    page.becomes(&true, async |page: &Page| {
        Ok(page.evaluate::<f64>(top, vec![]).await? > before + 100.0)
    })
    .await?;
    let body = "return [...document.querySelectorAll('.map, .map *')].every((element) => getComputedStyle(element).touchAction === 'auto')";
    assert!(page.evaluate::<bool>(body, vec![]).await?, "fingers scroll and pinch the page");
    page.close().await
}

#[tokio::test]
async fn names_of_towns_without_events_make_way_for_a_selected_country_and_capitals_stay()
-> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    let names = async |page: &Page| {
        let body = "return [...document.querySelectorAll('.map .at-wide .place-names .name')].map((name) => name.textContent)";
        page.evaluate::<Vec<String>>(body, vec![]).await
    };
    let all = names(&page).await?;
    assert!(all.contains(&"Arlit".to_owned()) && all.contains(&"Gao".to_owned()), "{all:?}");
    click_button(&page, "Mali").await?;
    page.becomes(&false, async |page: &Page| Ok(names(page).await?.contains(&"Arlit".to_owned())))
        .await?;
    let left = names(&page).await?;
    for name in ["Gao", "Ménaka", "Bamako", "Niamey", "Ouagadougou", "Abuja", "Lomé"] {
        assert!(left.contains(&name.to_owned()), "{name} in {left:?}");
    }
    page.close().await
}

#[tokio::test]
async fn a_focused_country_button_shows_its_country_on_the_map() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    let outlined = async |page: &Page| {
        let body = "return [...document.querySelectorAll('[data-outline]')].filter((outline) => getComputedStyle(outline).display !== 'none').map((outline) => outline.dataset.outline)";
        page.evaluate::<Vec<String>>(body, vec![]).await
    };
    assert_eq!(outlined(&page).await?, Vec::<String>::new());
    for ((_, name), number) in Story::read().members().into_iter().zip(1..) {
        tab_to(&page, &name).await?;
        page.becomes(&vec![number.to_string()], outlined).await?;
    }
    page.close().await
}

#[tokio::test]
async fn the_description_follows_the_selection() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    let description = async |page: &Page| {
        let body = "return document.querySelector('.map-drawing').getAttribute('aria-label')";
        page.evaluate::<String>(body, vec![]).await
    };
    let found = description(&page).await?;
    assert!(
        found.starts_with("Map of Mali, Niger and Burkina Faso. ")
            && found.ends_with("most in Bamako, 21."),
        "{found}"
    );
    click_button(&page, "Niger").await?;
    page.becomes(&true, async |page: &Page| {
        Ok(description(page)
            .await?
            .starts_with("Map of Mali, Niger and Burkina Faso. Niger is selected. "))
    })
    .await?;
    page.close().await
}

#[tokio::test]
async fn an_armed_group_is_hatched_where_it_is_reported_active_and_the_legend_says_so()
-> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    let state = async |page: &Page| {
        let body = r#"
            const drawn = (element) => getComputedStyle(element).display !== "none" && getComputedStyle(element.parentElement).display !== "none";
            return [[...document.querySelectorAll(".hatching .active")].filter(drawn).length,
                [...document.querySelectorAll(".legend")].map((legend) => legend.checkVisibility() ? legend.textContent.trim() : "").pop()]"#;
        page.evaluate::<(usize, String)>(body, vec![]).await
    };
    assert_eq!(state(&page).await?, (0, String::new()));
    page.web()
        .execute("document.querySelector('li[data-actor=fla] > button').click()", vec![])
        .await?;
    let legend = "Countries where FLA is reported active. Not a map of control.";
    page.becomes(&(1, legend.to_owned()), state).await?;
    // Beyond the three too, where it is reported there.
    page.web()
        .execute("document.querySelector('li[data-actor=jnim] > button').click()", vec![])
        .await?;
    page.becomes(&(5, legend.replace("FLA", "JNIM")), state).await?;
    // No state is said to be active in itself.
    page.web()
        .execute("document.querySelector('li[data-actor=nigeria] > button').click()", vec![])
        .await?;
    page.becomes(&(0, String::new()), state).await?;
    page.web()
        .execute("document.querySelector('li[data-actor=goita] > button').click()", vec![])
        .await?;
    page.becomes(&(0, String::new()), state).await?;
    page.close().await
}

#[tokio::test]
async fn on_paper_and_in_forced_colours_the_selected_country_is_hatched() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click_button(&page, "Mali").await?;
    let state = async |page: &Page| {
        let body = r#"
            const style = (selector) => getComputedStyle(document.querySelector(selector));
            return [style(".hatching.wide .chosen").display !== "none",
                style("[data-feature=ML]").fill === style("[data-feature=NE]").fill,
                style(".selected .edge").strokeWidth]"#;
        page.evaluate::<(bool, bool, String)>(body, vec![]).await
    };
    page.becomes(&(false, false, "3px".to_owned()), state).await?;
    let media = json!({ "media": "print" });
    page.web().cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    page.becomes(&(true, true, "3px".to_owned()), state).await?;
    page.web().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    still(&page, &[("forced-colors", "active")]).await?;
    page.becomes(&(true, true, "4px".to_owned()), state).await?;
    page.close().await
}
