//! `mount` and its handle, in a page's own script.

use crate::hosting::{becomes, open};
use crate::server::Hosted;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

const HEAD: &str =
    r#"<link rel="stylesheet" href="/explainer.css"><script type="module" src="/own.js"></script>"#;

#[tokio::test]
async fn a_mounted_explainer_is_driven_by_its_handle() -> WebDriverResult<()> {
    let script = r#"
        import { mount } from "/sahel-explainer.js";
        const target = document.getElementById("target");
        window.handle = await mount(target, { lang: "fr", theme: "dark", country: "ML", "heading-level": 3 });
        window.seen = () => {
            const root = target.querySelector(".explainer");
            return [root.lang, root.dataset.theme ?? null, root.querySelector(".display").tagName, handle.selection];
        };"#;
    let body = r#"<div id="target"><p>Before</p></div>"#;
    let page = open(Hosted::page("en", HEAD, body).with("/own.js", script)).await?;
    becomes(&page, json!("function"), "return typeof window.seen").await?;
    let seen = "return seen()";
    becomes(&page, json!(["fr", "dark", "H3", { "country": "ML" }]), seen).await?;
    let steps: [(&str, Value); 5] = [
        (
            "handle.select({ event: 'bamako-summit-2025', category: ['coup', 'attack'] })",
            json!(["fr", "dark", "H3", { "category": "coup,attack", "event": "bamako-summit-2025" }]),
        ),
        (
            "return handle.update({ lang: 'ar', theme: null })",
            json!(["ar", null, "H3", { "category": "coup,attack", "event": "bamako-summit-2025" }]),
        ),
        (
            "return handle.update({ country: 'NE', 'heading-level': 2 })",
            json!(["ar", null, "H2", { "country": "NE", "category": "coup,attack", "event": "bamako-summit-2025" }]),
        ),
        ("handle.clear()", json!(["ar", null, "H2", { "event": "" }])),
        ("handle.select({})", json!(["ar", null, "H2", {}])),
    ];
    for (step, expected) in steps {
        page.web().execute(step, vec![]).await?;
        becomes(&page, expected, seen).await?;
    }
    page.web().execute("handle.destroy()", vec![]).await?;
    let left = "return document.getElementById('target').innerHTML";
    becomes(&page, json!("<p>Before</p>"), left).await?;
    page.close().await
}

#[tokio::test]
async fn no_code_of_ours_is_offered_for_a_story_that_the_host_brings_later() -> WebDriverResult<()>
{
    let script = r#"
        import { mount } from "/sahel-explainer.js";
        const target = document.getElementById("target");
        window.handle = await mount(target, { lang: "en" });
        window.press = () => target.querySelector(".sharing > button").click();
        window.codes = () => {
            const menu = target.querySelector(".share-menu");
            return menu && menu.querySelectorAll("textarea").length;
        };"#;
    let body = r#"<div id="target"></div>"#;
    let page = open(Hosted::page("en", HEAD, body).with("/own.js", script)).await?;
    becomes(&page, json!("function"), "return typeof window.codes").await?;
    for (src, codes) in [("null", 3), ("'/story.json'", 0), ("null", 3)] {
        page.web().execute(format!("return handle.update({{ src: {src} }})"), vec![]).await?;
        page.web().execute("press()", vec![]).await?;
        becomes(&page, json!(codes), "return codes()").await?;
        page.web().execute("press()", vec![]).await?;
        becomes(&page, Value::Null, "return codes()").await?;
    }
    page.close().await
}

#[tokio::test]
async fn what_mount_cannot_do_it_says() -> WebDriverResult<()> {
    let script = r##"
        import { mount } from "/sahel-explainer.js";
        const target = document.getElementById("target");
        const removed = document.createElement("div");
        const cases = [
            [null], ["#target"], [document], [removed], [target, 5], [target, { lang: "xx" }], [target, { theme: "blue" }],
            [target, { story: {} }], [target, { src: "/gone.json" }], [target, { colour: "red" }],
        ];
        const said = [];
        for (const [target, options] of cases) {
            said.push(await mount(target, options).then((handle) => handle.destroy(), (error) => [error.constructor.name, error.message]));
        }
        const handle = await mount(target);
        said.push(await handle.update({ theme: "blue" }).catch(({ message }) => message));
        said.push(await handle.update({ lang: "xx" }).catch(({ message }) => message));
        handle.select({ country: "XX" });
        handle.destroy();
        said.push(await handle.update({ theme: "dark" }).catch(({ message }) => message));
        window.said = JSON.parse(JSON.stringify(said).replaceAll(location.origin, ""));"##;
    let page = open(Hosted::page("en", HEAD, r#"<div id="target"></div>"#).with("/own.js", script))
        .await?;
    let error = |message: &str| json!(["Error", message]);
    let expected = json!([
        error("mount: target: expected an Element, found null"),
        error("mount: target: expected an Element, found string"),
        error("mount: target: expected an Element, found object"),
        error("mount: target: expected an Element of a page, found one that is in none"),
        error("mount: options: expected an object, found number"),
        error("mount: options.lang: expected \"en\", \"fr\" or \"ar\", found \"xx\""),
        error("mount: options.theme: expected \"auto\", \"light\" or \"dark\", found \"blue\""),
        error("story file: format: expected this key, found nothing; 2 more problems"),
        error("src: /gone.json: 404"),
        null,
        "update: options.theme: expected \"auto\", \"light\" or \"dark\", found \"blue\"",
        "update: options.lang: expected \"en\", \"fr\" or \"ar\", found \"xx\"",
        "update: the explainer was destroyed before",
    ]);
    becomes(&page, expected, "return window.said ?? null").await?;
    let warned = json!([
        "sahel-explainer: option \"colour\" does not exist and is ignored",
        "sahel-explainer: select: country: expected one of the story, found \"XX\"",
    ]);
    becomes(&page, warned, "return warned").await?;
    assert_eq!(
        page.evaluate::<String>("return document.getElementById('target').innerHTML", vec![])
            .await?,
        ""
    );
    page.close_despite(&["status of 404"]).await
}
