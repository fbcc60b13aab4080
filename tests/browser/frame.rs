//! The explainer in frames of articles.

use crate::hosting::{LISTEN, becomes, open};
use crate::page::{Conditions, Page};
use crate::server::Hosted;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use thirtyfour::error::WebDriverResult;

/// What articles with frames send.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; frame-src 'self'";

/// Keeps the messages of frames.
const MAILBOX: &str = r#"
    window.mail = [];
    addEventListener("message", ({ data }) => mail.push(data));"#;

/// An article with a frame of its own making: no script of ours in it.
fn article(frame: &str) -> Hosted {
    let head = r#"<script src="/article.js"></script>"#;
    Hosted::page("en", head, frame).with("/article.js", MAILBOX).under(POLICY)
}

/// An article that uses the script for articles.
fn scripted(body: &str) -> Hosted {
    let head =
        r#"<script src="/article.js"></script><script type="module" src="/frame.js"></script>"#;
    Hosted::page("en", head, body).with("/article.js", MAILBOX).under(POLICY)
}

/// Waits until the program in the frame answers.
async fn live(page: &Page, frame: u16) -> WebDriverResult<()> {
    page.web().enter_frame(frame).await?;
    becomes(page, json!(true), "return document.querySelector('[data-live]') !== null").await?;
    page.web().enter_default_frame().await
}

/// Does something in a frame.
async fn within(page: &Page, frame: u16, script: &str) -> WebDriverResult<Value> {
    page.web().enter_frame(frame).await?;
    let value = page.evaluate(script, vec![]).await?;
    page.web().enter_default_frame().await?;
    Ok(value)
}

#[tokio::test]
async fn a_frame_tells_its_height_when_it_grows_and_when_it_shrinks() -> WebDriverResult<()> {
    // As AMP and pym have it; the page is closed to the frame.
    let frame = r#"<iframe sandbox="allow-scripts" width="700" height="500"
        src="/embed.html?childId=frame-1&initialWidth=700&parentUrl=x"></iframe>"#;
    let page = open(article(frame)).await?;
    live(&page, 0).await?;
    let heights = r#"
        const amp = mail.filter(({ sentinel, type }) => sentinel === "amp" && type === "embed-size");
        const pym = mail.filter((data) => typeof data === "string").map((data) => data.split("xPYMx"));
        const same = amp.length === pym.length && amp.every(({ height }, i) => pym[i].join() === `pym,frame-1,height,${height}`);
        return [same, amp.at(-1)?.height > 1500]"#;
    becomes(&page, json!([true, true]), heights).await?;
    let height = "return mail.filter(({ type }) => type === 'embed-size').at(-1).height";
    let measured = "return Math.ceil(document.body.getBoundingClientRect().height)";
    for tab in ["glossary", "sources"] {
        let open = format!("document.getElementById('tab-{tab}').click(); return null");
        within(&page, 0, &open).await?;
        let opened = format!("return document.querySelector('.explainer').dataset.tab === '{tab}'");
        page.web().enter_frame(0).await?;
        becomes(&page, json!(true), &opened).await?;
        page.web().enter_default_frame().await?;
        let content = within(&page, 0, measured).await?;
        becomes(&page, content, height).await?;
    }
    let all: Vec<u32> = page
        .evaluate(
            "return mail.filter(({ type }) => type === 'embed-size').map(({ height }) => height)",
            vec![],
        )
        .await?;
    assert!(all.windows(2).any(|pair| pair[0] < pair[1]), "it never grew: {all:?}");
    assert!(all.windows(2).any(|pair| pair[0] > pair[1]), "it never shrank: {all:?}");
    page.close().await
}

#[tokio::test]
async fn a_frame_in_a_content_system_answers_with_its_secret() -> WebDriverResult<()> {
    let frame =
        r#"<iframe sandbox="allow-scripts" width="700" src="/embed.html#?secret=k3yK3y"></iframe>"#;
    let page = open(article(frame)).await?;
    live(&page, 0).await?;
    let seen = "return mail.some(({ message, value, secret }) => message === 'height' && value > 1500 && secret === 'k3yK3y')";
    becomes(&page, json!(true), seen).await?;
    page.close().await
}

#[tokio::test]
async fn options_are_in_the_address_of_the_frame() -> WebDriverResult<()> {
    let conditions = Conditions { before: LISTEN, ..Conditions::default() };
    let path =
        "/embed.html?lang=fr&theme=dark&country=ML&parts=map+countries&utm_source=x&Bad=1&order=up";
    let page = Page::open_under(conditions, path, 900, 900).await?;
    let seen = r#"
        const root = document.querySelector(".explainer");
        return [location.pathname, root?.lang, root?.dataset.theme, root?.dataset.country,
            root?.querySelectorAll("[role=tab]").length]"#;
    becomes(&page, json!(["/embed.fr.html", "fr", "dark", "ML", 0]), seen).await?;
    let warned = json!([
        r#"sahel-explainer: option "Bad" does not exist and is ignored"#,
        r#"sahel-explainer: order: expected "newest" or "oldest", found "up"; the default is used"#,
    ]);
    becomes(&page, warned, "return warned").await?;
    page.close().await
}

#[tokio::test]
async fn the_article_gives_frames_their_height_and_keeps_the_state_in_its_address()
-> WebDriverResult<()> {
    let body = r#"
        <iframe src="/embed.html" sandbox="allow-scripts" data-explainer-frame width="700" height="400"></iframe>
        <iframe src="/embed.fr.html" data-explainer-frame width="700" height="400"></iframe>"#;
    let conditions = Conditions { before: LISTEN, ..Conditions::default() };
    // The address of the article restores what is selected in its first frame.
    let page =
        Page::open_hosted(scripted(body), conditions, "/host.html?a=b#country=NE", 1100, 900)
            .await?;
    let of = "return document.querySelector('.explainer').dataset.country ?? null";
    live(&page, 0).await?;
    page.web().enter_frame(0).await?;
    becomes(&page, json!("NE"), of).await?;
    page.web().enter_default_frame().await?;
    let heights = r#"
        return [...document.querySelectorAll("iframe")].map((frame) => [frame.offsetHeight > 1500, frame.title !== ""])"#;
    becomes(&page, json!([[true, true], [true, true]]), heights).await?;
    within(&page, 0, "document.querySelector('[data-country-button=ML]').click(); return null")
        .await?;
    becomes(&page, json!("?a=b#country=ML"), "return location.search + location.hash").await?;
    // The second frame has a state of its own, which is not in the address.
    // It wakes up when it is seen.
    let show = "document.querySelectorAll('iframe')[1].scrollIntoView({ behavior: 'instant' }); return null";
    page.evaluate::<Value>(show, vec![]).await?;
    live(&page, 1).await?;
    within(&page, 1, "document.querySelector('[data-country-button=BF]').click(); return null")
        .await?;
    page.web().enter_frame(1).await?;
    becomes(&page, json!("BF"), of).await?;
    page.web().enter_default_frame().await?;
    assert_eq!(page.evaluate::<String>("return location.hash", vec![]).await?, "#country=ML");
    // A link in the article leads into the first frame.
    page.web().execute("location.hash = 'country=BF'", vec![]).await?;
    page.web().enter_frame(0).await?;
    becomes(&page, json!("BF"), of).await?;
    page.web().enter_default_frame().await?;
    page.close().await
}

#[tokio::test]
async fn a_link_becomes_a_frame_that_loads_when_it_is_near() -> WebDriverResult<()> {
    let body = r#"<div id="above"></div>
        <p><a href="/embed.html" data-explainer-frame>The summit in Bamako, explained</a></p>"#;
    let style = "#above { height: 9000px; }";
    let head = r#"<link rel="stylesheet" href="/host.css"><script type="module" src="/frame.js"></script>"#;
    let page = open(Hosted::page("en", head, body).with("/host.css", style).under(POLICY)).await?;
    let frame =
        "const frame = document.querySelector('iframe'); return [frame?.loading, frame?.title]";
    becomes(&page, json!(["lazy", "The summit in Bamako, explained"]), frame).await?;
    let requests = page.requests().await?;
    assert!(requests.iter().all(|url| !url.contains("/embed.")), "{requests:#?}");
    page.web().execute("document.querySelector('iframe').scrollIntoView()", vec![]).await?;
    live(&page, 0).await?;
    page.close().await
}

#[test]
fn every_page_names_its_description_and_its_picture() {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let read = |name: &str| fs::read_to_string(dist.join(name)).expect(name);
    for (page, oembed, frame) in [
        ("index.html", "oembed.json", "embed.html"),
        ("index.fr.html", "oembed.fr.json", "embed.fr.html"),
        ("index.ar.html", "oembed.ar.json", "embed.ar.html"),
    ] {
        let link =
            format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\"");
        assert!(read(page).contains(&link), "{page}");
        let json: Value = serde_json::from_str(&read(oembed)).expect("JSON");
        assert_eq!((&json["version"], &json["type"]), (&json!("1.0"), &json!("rich")));
        let html = json["html"].as_str().expect("markup");
        assert!(html.starts_with(&format!("<iframe src=\"{frame}\"")), "{html}");
        let picture = json["thumbnail_url"].as_str().expect("an address");
        assert!(
            read(page).contains(&format!("property=\"og:image\" content=\"{picture}\"")),
            "{page}"
        );
        let bytes = fs::read(dist.join(picture)).expect(picture);
        assert!(bytes.starts_with(b"\x89PNG"), "{picture}");
    }
}
