//! The page as it comes.

use crate::page::Page;
use crate::story::Story;
use crate::view::{Selected, ready};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

#[tokio::test]
async fn the_explainer_starts_without_a_selection() -> WebDriverResult<()> {
    let story = Story::read();
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    page.becomes(&Selected::at_first(&story), async |page: &Page| {
        Selected::read(page, &story).await
    })
    .await?;
    let headings: usize =
        page.evaluate("return document.querySelectorAll('h1').length", vec![]).await?;
    assert_eq!(headings, 1, "the page has one main heading");
    page.close().await
}

#[tokio::test]
async fn a_page_loads_its_own_few_files_and_no_other() -> WebDriverResult<()> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    let mut kinds: Vec<_> = page
        .requests()
        .await?
        .iter()
        .map(|url| url.rsplit(['.', '/']).next().unwrap_or_default().to_owned())
        .collect();
    kinds.sort();
    assert_eq!(kinds, ["", "js", "js", "svg", "wasm", "wasm"]);
    page.close().await
}

#[tokio::test]
async fn once_the_program_answers_nothing_depends_on_what_an_explainer_holds() -> WebDriverResult<()>
{
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    // `:has()` right below the explainer has all of it styled anew whenever something comes or goes.
    let body = r#"
        const root = document.querySelector(".explainer");
        const found = [];
        const look = ({ cssRules }, within) => {
            for (const rule of cssRules ?? []) {
                const selector = rule.selectorText?.replaceAll("&", within) ?? within;
                if (/^\.explainer(:not\([^)]*\)|\[[^\]]*\])*:has\(/.test(selector)) found.push(selector);
                look(rule, selector);
            }
        };
        const sheets = [...document.styleSheets].filter((sheet) => !sheet.disabled);
        sheets.forEach((sheet) => look(sheet, ""));
        return [root.matches("[data-live]"), sheets.length, found]"#;
    let found: Value = page.evaluate(body, vec![]).await?;
    assert_eq!(found, json!([true, 2, []]));
    page.close().await
}

#[tokio::test]
async fn the_map_has_the_shapes_of_the_countries_with_a_profile() -> WebDriverResult<()> {
    let story = Story::read();
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    for (id, name) in story.members() {
        let body =
            "return document.querySelectorAll(`svg [data-feature='${arguments[0]}']`).length";
        let shapes: usize = page.evaluate(body, vec![id.into()]).await?;
        assert_eq!(shapes, 1, "{name}");
    }
    page.close().await
}
