//! Pictures of the main states, for people to look at.

use crate::page::Page;
use crate::story::Story;
use crate::view::{click_button, ready};
use serde_json::json;
use std::fs;
use std::path::Path;
use thirtyfour::error::WebDriverResult;

const WIDTHS: [u32; 3] = [360, 640, 1100];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// High enough for most of the page, so that little is laid out again for the whole of it.
const HEIGHT: u32 = 900;

#[tokio::test]
#[ignore = "makes pictures and checks nothing; run by `cargo xtask shots`"]
async fn of_the_main_states() -> WebDriverResult<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/shots");
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    let (id, name) = Story::read().members().remove(0);
    let page = Page::open("/", WIDTHS[0], HEIGHT).await?;
    ready(&page).await?;
    for state in ["overview", &id] {
        if state == id {
            click_button(&page, &name).await?;
        }
        for width in WIDTHS {
            for scheme in SCHEMES {
                let features = json!({
                    "features": [{ "name": "prefers-color-scheme", "value": scheme }]
                });
                page.web().cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
                page.resize(width, HEIGHT).await?;
                page.resize(width, height_of(&page).await?).await?;
                let file = format!("en-{state}-{width}-{scheme}.png");
                page.web().screenshot(&folder.join(file)).await?;
            }
        }
    }
    page.close().await
}

/// The height of the whole page, once it has stopped changing.
async fn height_of(page: &Page) -> WebDriverResult<u32> {
    let body = "return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => \
        resolve(Math.ceil(document.documentElement.getBoundingClientRect().height)))))";
    page.evaluate(body, vec![]).await
}
