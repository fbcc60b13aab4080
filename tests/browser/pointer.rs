//! What a mouse and a finger do on the page.

use crate::page::Page;
use serde_json::json;
use thirtyfour::error::WebDriverResult;

/// Clicks with the mouse on the middle of the first visible match.
pub async fn click(page: &Page, selector: &str) -> WebDriverResult<()> {
    let (x, y) = middle(page, selector).await?;
    page.web().action_chain().move_to(x, y).click().perform().await
}

/// Taps with a finger on the middle of the first visible match.
pub async fn tap(page: &Page, selector: &str) -> WebDriverResult<()> {
    let (x, y) = middle(page, selector).await?;
    let cdp = page.web().cdp();
    cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    let touch = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
    cdp.send_raw("Input.dispatchTouchEvent", touch).await?;
    let lift = json!({ "type": "touchEnd", "touchPoints": [] });
    cdp.send_raw("Input.dispatchTouchEvent", lift).await?;
    Ok(())
}

async fn middle(page: &Page, selector: &str) -> WebDriverResult<(i64, i64)> {
    let point: Option<(i64, i64)> = page.evaluate(MIDDLE, vec![json!(selector)]).await?;
    Ok(point.unwrap_or_else(|| panic!("no visible {selector}, or something covers it")))
}

const MIDDLE: &str = r#"
    const element = [...document.querySelectorAll(arguments[0])].find((element) => element.checkVisibility());
    if (!element) return null;
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    // Text that runs over lines has its middle between them.
    const box = element.getClientRects()[0];
    const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
    return element.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
"#;
