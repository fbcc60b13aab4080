//! The mouse and fingers, at real points of the window, where something may lie on top of what is meant.

use crate::page::Page;
use serde_json::json;
use thirtyfour::prelude::*;

/// Clicks with the mouse on the first visible match of a selector.
pub async fn click(page: &Page, selector: &str) -> WebDriverResult<()> {
    let point = middle(page, selector).await?;
    page.click_at(point).await
}

/// Taps with a finger on the first visible match of a selector.
pub async fn tap(page: &Page, selector: &str) -> WebDriverResult<()> {
    let point = middle(page, selector).await?;
    swipe(page, point, point).await
}

/// Puts a finger down at a point of the window and lifts it at another.
pub async fn swipe(page: &Page, from: (i64, i64), to: (i64, i64)) -> WebDriverResult<()> {
    let cdp = page.web().cdp();
    cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    let touch = async |kind: &str, points: serde_json::Value| {
        let event = json!({ "type": kind, "touchPoints": points });
        cdp.send_raw("Input.dispatchTouchEvent", event).await
    };
    touch("touchStart", json!([{ "x": from.0, "y": from.1 }])).await?;
    if from != to {
        for step in 1..=4 {
            let at = |from: i64, to: i64| from + (to - from) * step / 4;
            touch("touchMove", json!([{ "x": at(from.0, to.0), "y": at(from.1, to.1) }])).await?;
        }
    }
    touch("touchEnd", json!([])).await?;
    Ok(())
}

/// The middle of the first visible match of a selector within the explainer, scrolled into view, once it
/// stands still.
pub async fn middle(page: &Page, selector: &str) -> WebDriverResult<(i64, i64)> {
    let point: Option<(i64, i64)> = page.evaluate(MIDDLE, vec![json!(selector)]).await?;
    Ok(point.unwrap_or_else(|| panic!("no visible {selector}, or something covers it")))
}

const MIDDLE: &str = r#"
    const find = () => {
        const element = [...document.querySelectorAll(`#explainer :is(${arguments[0]})`)]
            .find((element) => element.checkVisibility());
        if (!element) return null;
        element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
        // Text that runs over lines has its middle between them.
        const box = element.getClientRects()[0];
        const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
        const top = document.elementFromPoint(x, y);
        // The columns of the strip lie under its brush, which takes their clicks.
        const isOnTop = element.contains(top) || element.closest(".bins")?.contains(top);
        return isOnTop ? [x, y] : null;
    };
    return (async () => {
        const isSame = (a, b) => a && b && a[0] === b[0] && a[1] === b[1];
        let [point, still] = [find(), 0];
        for (let frame = 0; frame < 300 && still < 3; frame++) {
            await new Promise(requestAnimationFrame);
            const now = find();
            still = isSame(now, point) ? still + 1 : 0;
            point = now;
        }
        return point;
    })();
"#;
