//! Pages of hosts that embed the explainer, and what tests ask of them.

use crate::page::{Conditions, Page};
use crate::server::Hosted;
use serde_json::Value;
use thirtyfour::error::WebDriverResult;

/// What a host puts into its page.
pub const LOADER: &str = "<script type=\"module\" src=\"/sahel-explainer.js\"></script>";

/// Keeps what the page is told and warned of.
pub const LISTEN: &str = r#"
    window.told = [];
    window.warned = [];
    const names = ["ready", "select", "change", "error"].map((name) => `explainer-${name}`);
    for (const name of names) {
        addEventListener(name, ({ target, detail }) => told.push([target.id, name, detail]), true);
    }
    const warn = console.warn;
    console.warn = (...what) => { warned.push(String(what[0]?.message ?? what[0])); warn(...what); };
"#;

/// Opens a page of a host, which hears everything.
pub async fn open(hosted: Hosted) -> WebDriverResult<Page> {
    let conditions = Conditions { before: LISTEN, ..Conditions::default() };
    Page::open_hosted(hosted, conditions, "/host.html", 1100, 900).await
}

/// Waits until a function body gives the expected value.
pub async fn becomes(page: &Page, expected: Value, body: &str) -> WebDriverResult<()> {
    page.becomes(&expected, async |page: &Page| page.evaluate::<Value>(body, vec![]).await).await
}

/// Waits until as many elements say that they are ready.
pub async fn all_ready(page: &Page, count: usize) -> WebDriverResult<()> {
    let body = "return told.filter(([, name]) => name === 'explainer-ready').length";
    becomes(page, count.into(), body).await
}
