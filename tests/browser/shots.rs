//! Pictures of the page: of the main states, for people to look at, and of the story, for cards of links.

use crate::page::{Conditions, Page};
use crate::view::{ready, type_text};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;

const LANGUAGES: [(&str, &str); 3] =
    [("en", "/index.html"), ("fr", "/index.fr.html"), ("ar", "/index.ar.html")];
const WIDTHS: [u32; 4] = [320, 360, 640, 1100];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// High enough for most of the page, so that little is laid out again for the whole of it.
const HEIGHT: u32 = 900;
/// States by the address that leads to them.
const STATES: [(&str, &str); 7] = [
    ("overview", ""),
    ("country", "#country=ML"),
    ("event", "#event=bamako-attack-2024"),
    ("actor", "#tab=actors&actor=jnim"),
    ("place", "#place=kidal"),
    ("story", "#view=story&step=3"),
    ("sources", "#tab=sources"),
];

#[tokio::test]
#[ignore = "makes pictures and checks nothing; run by `cargo xtask shots`"]
async fn of_the_main_states() -> WebDriverResult<()> {
    let folder = folder("target/shots");
    let page = Page::open("/", WIDTHS[0], HEIGHT).await?;
    for (language, path) in LANGUAGES {
        for (state, fragment) in STATES {
            load(&page, &[path, fragment].concat()).await?;
            in_all_looks(&page, "screen", &folder, &format!("{language}-{state}")).await?;
        }
        load(&page, path).await?;
        page.web().find(By::Css(".search input")).await?.click().await?;
        type_text(&page, "bamako").await?;
        in_all_looks(&page, "screen", &folder, &format!("{language}-search")).await?;
        load(&page, path).await?;
        page.web().find(By::Css(".sharing > button")).await?.click().await?;
        // Its script comes when it is first wanted.
        page.becomes(&1, async |page: &Page| {
            Ok(page.web().find_all(By::Css(".share-menu")).await?.len())
        })
        .await?;
        in_all_looks(&page, "screen", &folder, &format!("{language}-share")).await?;
        load(&page, path).await?;
        in_all_looks(&page, "print", &folder, &format!("{language}-print")).await?;
    }
    page.close().await?;
    for (language, path) in LANGUAGES {
        let conditions = Conditions { no_scripts: true, ..Conditions::default() };
        let path = [path, "#country=ML"].concat();
        let page = Page::open_under(conditions, &path, WIDTHS[0], HEIGHT).await?;
        in_all_looks(&page, "screen", &folder, &format!("{language}-scripts-off")).await?;
        page.close().await?;
    }
    Ok(())
}

/// Width and height of a picture for cards of links, in px.
const CARD: (u32, u32) = (1200, 630);

#[tokio::test]
#[ignore = "makes pictures and checks nothing; run by `cargo xtask preview`"]
async fn of_the_story() -> WebDriverResult<()> {
    let folder = folder("target/preview");
    let page = Page::open("/", CARD.0, CARD.1).await?;
    let dress = r"
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[0]);
        document.adoptedStyleSheets = [sheet];";
    for (language, path) in LANGUAGES {
        load(&page, path).await?;
        page.evaluate::<Value>(dress, vec![json!(include_str!("preview.css"))]).await?;
        height_of(&page).await?;
        let ending = if language == "en" { String::new() } else { format!(".{language}") };
        page.web().screenshot(&folder.join(format!("preview{ending}.png"))).await?;
    }
    page.close().await
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    folder
}

/// Loads a page afresh, also where only the fragment differs from that of the one before.
async fn load(page: &Page, path: &str) -> WebDriverResult<()> {
    let origin: String = page.evaluate("return location.origin", vec![]).await?;
    page.web().goto("about:blank").await?;
    page.web().goto(format!("{origin}{path}")).await?;
    ready(page).await
}

/// A picture of the whole page at each width in each scheme.
async fn in_all_looks(page: &Page, media: &str, folder: &Path, name: &str) -> WebDriverResult<()> {
    for width in WIDTHS {
        for scheme in SCHEMES {
            let look = json!({
                "media": media,
                "features": [{ "name": "prefers-color-scheme", "value": scheme }]
            });
            page.web().cdp().send_raw("Emulation.setEmulatedMedia", look).await?;
            page.resize(width, HEIGHT).await?;
            page.resize(width, height_of(page).await?).await?;
            page.web().screenshot(&folder.join(format!("{name}-{width}-{scheme}.png"))).await?;
        }
    }
    page.web().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "screen" })).await?;
    Ok(())
}

/// The height of the whole page, once it has stopped changing.
async fn height_of(page: &Page) -> WebDriverResult<u32> {
    // No promise of the page, which without scripts would not be kept.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let body = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    page.evaluate(body, vec![]).await
}
