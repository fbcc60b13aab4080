//! What hosts get wrong: each mistake is named, the readable content stays, and other explainers of the page
//! do not notice.

use crate::hosting::{LISTEN, LOADER, all_ready, becomes};
use crate::page::{Conditions, Page};
use crate::server::{Hosted, Trouble};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::error::WebDriverResult;

/// Lets time-outs of 20 s pass in two seconds.
const IMPATIENT: &str = "const { timeout } = AbortSignal; \
    AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 10);";

/// Opens a page with an explainer of its own story beside one of the bundled story.
async fn open(hosted: Hosted, trouble: Option<Trouble>) -> WebDriverResult<Page> {
    let impatient = if trouble.is_some() { IMPATIENT } else { "" };
    let before: &'static str = Box::leak(format!("{LISTEN}{impatient}").into_boxed_str());
    let conditions = Conditions { trouble, before, ..Conditions::default() };
    Page::open_hosted(hosted, conditions, "/host.html", 1100, 900).await
}

/// The page is told once that the one story is wrong, and the other explainer stands and answers.
async fn is_told(page: &Page, message: &str) -> WebDriverResult<()> {
    let error = json!([["own", { "code": "story", "message": message }]]);
    let errors = "return told.filter(([, name]) => name === 'explainer-error').map(([id, , detail]) => [id, detail])";
    becomes(page, error, errors).await?;
    all_ready(page, 1).await?;
    let standing = r##"
        const other = document.getElementById("other");
        other.select({ country: "ML" });
        return [document.querySelector("#own > p").checkVisibility(), other.shadowRoot.querySelectorAll(".explainer").length,
            other.selection.country]"##;
    becomes(page, json!([true, 1, "ML"]), standing).await
}

const OTHER: &str = r#"<sahel-explainer id="other" load="eager"></sahel-explainer>"#;

#[tokio::test]
async fn an_address_that_gives_no_story_is_told() -> WebDriverResult<()> {
    let huge = format!("[{}]", " ".repeat(50_000_000));
    let slow = Trouble::Slow("slow.json", Duration::from_secs(4));
    for (src, content, trouble, expected, console) in [
        ("/gone.json", "", None, "URL: 404", "404"),
        (
            "/host.html",
            "",
            None,
            "URL: expected JSON, found a text that starts with \"<!doctype html><html\"",
            "",
        ),
        (
            "/cut.json",
            "{\"format\": 1,",
            None,
            "URL: expected JSON, found a text that starts with \"{\\\"format\\\": 1,\"",
            "",
        ),
        ("/slow.json", "{}", Some(slow), "URL: no answer within 20 s", ""),
        ("/huge.json", &*huge, None, "URL: expected at most 16 MB, found more", ""),
        ("http://[", "", None, "expected an address, found \"http://[\"", ""),
    ] {
        let body = format!(
            "<sahel-explainer id=\"own\" load=\"eager\" src=\"{src}\"><p>Readable</p></sahel-explainer>{OTHER}"
        );
        let mut hosted = Hosted::page("en", LOADER, &body);
        if !content.is_empty() {
            hosted = hosted.with(src, content);
        }
        let page = open(hosted, trouble).await?;
        let origin: String = page.evaluate("return location.origin", vec![]).await?;
        is_told(&page, &format!("src: {}", expected.replace("URL", &format!("{origin}{src}"))))
            .await?;
        page.close_despite(if console.is_empty() { &[] } else { &["404"] }).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_no_story_is_told_with_the_place() -> WebDriverResult<()> {
    for (content, expected) in [
        ("[]", "story file: expected an object, found a list"),
        ("{}", "story file: format: expected this key, found nothing; 2 more problems"),
        (
            r#"{"format": 2, "story": {}, "words": {"en": {}}}"#,
            "story file: format: expected 1, found the form of another version",
        ),
        (
            r#"{"format": 1, "story": {}, "words": {"fr": {}}}"#,
            "story file: words.en: expected words in this language, found none",
        ),
        (
            r#"{"format": 1, "story": {}, "words": {"en": {}}, "storry": 1}"#,
            "story file: storry: expected a known key, found `storry`; did you mean `story`?",
        ),
    ] {
        let body = format!(
            "<sahel-explainer id=\"own\" load=\"eager\" src=\"/own.json\"><p>Readable</p></sahel-explainer>{OTHER}"
        );
        let page = open(Hosted::page("en", LOADER, &body).with("/own.json", content), None).await?;
        is_told(&page, expected).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_object_that_is_no_story_is_told_with_the_place() -> WebDriverResult<()> {
    let body = format!(
        "<sahel-explainer id=\"own\" load=\"interaction\"><p>Readable</p></sahel-explainer>{OTHER}"
    );
    for (change, expected) in [
        (
            "file.story.places[0].lat = '12.6'",
            "story: places[0].lat: expected a number, found a text",
        ),
        (
            "file.story.places[0].lat = NaN",
            "story: places[0].lat: expected a finite number, found one that is not",
        ),
        ("file.story.events = 3", "story: events: expected a list, found a number"),
        (
            "file.story.events[1].self = file.story",
            "story file: story.events[1].self: expected a value, found one that it is itself a part of",
        ),
        (
            "Object.defineProperty(file.story, 'focus', { enumerable: true, get() { throw new Error('no'); } })",
            "story file: story.focus: expected a value that can be read, found one that throws an error",
        ),
        (
            "file.words = new Map([['en', {}]])",
            "story file: words: expected a plain object, found an object of the class Map",
        ),
        (
            "file.story.updated = new Date()",
            "story file: story.updated: expected a plain object, found an object of the class Date",
        ),
        (
            "file = Object.create(file)",
            "story file: expected a plain object, found one with a prototype of its own",
        ),
        (
            "file.story = JSON.parse('{\"__proto__\": { \"focus\": \"x\" }}')",
            "story: __proto__: expected a known key, found `__proto__`",
        ),
        (
            "file.story.events = new Array(1e9)",
            "story file: story.events[0]: expected a plain value, found a value of type undefined",
        ),
        (
            "file.story = { events: new Array(1_200_000).fill(1) }",
            "story file: story.events[999996]: expected at most 1000000 values, found more",
        ),
        (
            "file.story.focus = () => 'x'",
            "story file: story.focus: expected a plain object, found an object of the class Function",
        ),
        (
            "file.story.focus = 10n",
            "story file: story.focus: expected a plain value, found a value of type bigint",
        ),
        (
            "file = new Proxy(file, { ownKeys() { throw new Error('no'); } })",
            "story file: expected a value that can be read, found one that throws an error",
        ),
    ] {
        let script = format!(
            "let file = await (await fetch('/story.json')).json(); {change}; const waiting = document.getElementById('own');
             const own = waiting.cloneNode(true); own.story = file; own.load = 'eager'; waiting.replaceWith(own);"
        );
        let head = format!("{LOADER}<script type=\"module\" src=\"/own.js\"></script>");
        let page = open(Hosted::page("en", &head, &body).with("/own.js", &script), None).await?;
        // Some mistakes have others in their train; the first is what counts.
        let first = "return told.find(([, name]) => name === 'explainer-error')?.[2].message.split('; ')[0] ?? null";
        becomes(&page, json!(expected.split("; ").next()), first).await?;
        all_ready(&page, 1).await?;
        let shown = "return document.querySelector('#own > p').checkVisibility()";
        becomes(&page, json!(true), shown).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_downloaded_story_given_back_is_the_bundled_one() -> WebDriverResult<()> {
    let body = "<sahel-explainer id=\"own\" load=\"eager\" src=\"/story.json\" lang=\"fr\"><p>Readable</p></sahel-explainer>\
        <sahel-explainer id=\"other\" load=\"eager\" lang=\"fr\"></sahel-explainer>";
    let page = open(Hosted::page("en", LOADER, body), None).await?;
    all_ready(&page, 2).await?;
    let same = r#"
        const [one, other] = [...document.querySelectorAll("sahel-explainer")].map((element) =>
            element.shadowRoot.querySelector(".explainer").textContent.trim());
        return [one === other, one.length > 50_000]"#;
    assert_eq!(page.evaluate::<Value>(same, vec![]).await?, json!([true, true]));
    // Another story takes its place while it is shown, and a wrong one leaves it.
    let change = r#"
        const own = document.getElementById("own");
        own.select({ event: "bamako-summit-2025" });
        return fetch("/story.json").then((response) => response.json()).then((file) => {
            const { id } = file.story.glossary.pop();
            for (const words of Object.values(file.words)) {
                words.intro.headline = "Own headline";
                delete words.glossary[id];
            }
            own.story = file;
        });"#;
    page.web().execute(change, vec![]).await?;
    let headline =
        "return document.getElementById('own').shadowRoot.querySelector('.display').textContent";
    becomes(&page, json!("Own headline"), headline).await?;
    let kept = "return document.getElementById('own').selection";
    becomes(&page, json!({ "event": "bamako-summit-2025" }), kept).await?;
    page.web().execute("document.getElementById('own').story = { format: 1 }", vec![]).await?;
    let told = "return told.filter(([, name]) => name === 'explainer-error').map(([id, , { code }]) => [id, code])";
    becomes(&page, json!([["own", "story"]]), told).await?;
    becomes(&page, json!("Own headline"), headline).await?;
    page.close().await
}
