//! Every form under the strictest policy that newsrooms send.

use crate::hosting::{LISTEN, LOADER, all_ready, becomes, open};
use crate::page::{Conditions, Page};
use crate::server::{Hosted, Trouble};
use crate::shipped;
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::error::WebDriverResult;

/// Only files of our own, nothing inline, and no text that becomes markup or script.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

#[tokio::test]
async fn the_page_and_the_element_work_under_the_strictest_policy() -> WebDriverResult<()> {
    let body = r#"
        <sahel-explainer id="one" load="eager" lang="fr"></sahel-explainer>
        <div id="two" data-explainer data-load="eager" data-theme="dark"></div>"#;
    let page = open(Hosted::page("en", LOADER, body).under(STRICT)).await?;
    all_ready(&page, 2).await?;
    let click = r#"
        const one = document.getElementById("one").shadowRoot;
        for (const root of [one, document.getElementById("two")]) {
            root.querySelector("[data-country-button=ML]").click();
            root.querySelector("[role=tab][id$=tab-glossary]").click();
        }"#;
    page.web().execute(click, vec![]).await?;
    let seen = r#"
        return ["one", "two"].map((id) => {
            const root = document.getElementById(id).shadowRoot ?? document.getElementById(id);
            const { country, tab } = root.querySelector(".explainer").dataset;
            return [country, tab];
        })"#;
    becomes(&page, json!([["ML", "glossary"], ["ML", "glossary"]]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn the_frame_works_under_the_strictest_policy() -> WebDriverResult<()> {
    let body = r#"<iframe src="/embed.html" sandbox="allow-scripts" data-explainer-frame height="900" width="900"></iframe>"#;
    let head = r#"<script type="module" src="/frame.js"></script>"#;
    let policy = format!("{STRICT}; frame-src 'self'");
    let page = open(Hosted::page("en", head, body).under(&policy)).await?;
    page.web().enter_frame(0).await?;
    let live = "return document.querySelector('[data-live]') !== null";
    becomes(&page, json!(true), live).await?;
    page.web().enter_default_frame().await?;
    page.close().await
}

#[tokio::test]
async fn without_the_right_to_run_the_program_the_article_stays() -> WebDriverResult<()> {
    let body = r#"<sahel-explainer id="one" load="eager"><p>Readable</p></sahel-explainer>"#;
    let policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    let page = open(Hosted::page("en", LOADER, body).under(&policy)).await?;
    let errors = "return told.map(([id, name, { code }]) => [id, name, code])";
    becomes(&page, json!([["one", "explainer-error", "load"]]), errors).await?;
    let shown = "return document.querySelector('sahel-explainer > p').checkVisibility()";
    becomes(&page, json!(true), shown).await?;
    page.close_despite(&["Content Security Policy", "wasm-unsafe-eval"]).await
}

/// The page holds a script, which a host's policy may not name. The loader brings it then.
#[tokio::test]
async fn a_page_whose_script_is_refused_still_answers_before_the_program() -> WebDriverResult<()> {
    let policy = shipped::policy();
    let (before, rest) = policy.split_once(" 'sha256-").expect("a digest of the script");
    let (_, after) = rest.split_once(';').expect("more of the policy");
    let hosted = Hosted::default().under(&format!("{before};{after}"));
    let trouble = Some(Trouble::Slow("_bg.wasm", Duration::from_secs(2)));
    let conditions = Conditions { trouble, ..Conditions::default() };
    let page = Page::open_hosted(hosted, conditions, "/", 1100, 900).await?;
    let remembers = "return typeof document.querySelector('[data-build]').leave";
    becomes(&page, json!("function"), remembers).await?;
    let click = "document.querySelector('[data-country-button=NE]').click();
        const { country, live } = document.querySelector('.explainer').dataset;
        return [country, live ?? null]";
    assert_eq!(page.evaluate::<Value>(click, vec![]).await?, json!(["NE", null]));
    let chosen = "const { country, live } = document.querySelector('.explainer').dataset; return [country, live]";
    becomes(&page, json!(["NE", ""]), chosen).await?;
    page.close_despite(&["Content Security Policy"]).await
}

#[tokio::test]
async fn a_program_with_a_changed_byte_is_not_run() -> WebDriverResult<()> {
    let conditions = Conditions {
        trouble: Some(Trouble::Changed("_bg.wasm", "country", "countrz")),
        before: LISTEN,
        ..Conditions::default()
    };
    let body = r#"<sahel-explainer id="one" load="eager"><p>Readable</p></sahel-explainer>"#;
    let hosted = Hosted::page("en", LOADER, body);
    let page = Page::open_hosted(hosted, conditions, "/host.html", 1100, 900).await?;
    let errors = "return told.map(([id, name, { code }]) => [id, name, code])";
    becomes(&page, json!([["one", "explainer-error", "load"]]), errors).await?;
    page.close_despite(&["integrity", "digest"]).await
}
