//! The menu for sharing: a link, embed code, data and pictures of what is shown, and the colours.

use crate::hosting::{LOADER, all_ready, becomes, open as open_host};
use crate::page::{Conditions, Page};
use crate::pointer::click;
use crate::server::Hosted;
use crate::story::Story;
use crate::view::{press, ready};
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

const BUTTON: &str = ".sharing > button";
/// Keeps what is saved.
const KEEP: &str = "
    window.saved = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => { saved.push(blob); return createObjectURL.call(URL, blob); };
    const { click } = HTMLElement.prototype;
    HTMLElement.prototype.click = function () {
        if (this.download) saved.at(-1).file = this.download;
        click.call(this);
    };
";
/// The row of the menu with the focus, or what else has it.
const FOCUSED: &str = "const at = document.activeElement;
    return at.closest('.share-menu') ? at.querySelector('span')?.firstChild.data ?? at.textContent : at.closest('.sharing') ? 'Share' : ''";

/// What was copied last, without the origin of links.
const COPIED: &str =
    "return navigator.clipboard.readText().then((text) => text.replace(location.origin, ''))";

async fn allow_copying(page: &Page) -> WebDriverResult<()> {
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.web().cdp().send_raw("Browser.grantPermissions", permissions).await?;
    Ok(())
}

async fn open(path: &str, width: u32) -> WebDriverResult<Page> {
    let page =
        Page::open_under(Conditions { before: KEEP, ..Conditions::default() }, path, width, 900)
            .await?;
    ready(&page).await?;
    open_menu(&page).await?;
    Ok(page)
}

async fn open_menu(page: &Page) -> WebDriverResult<()> {
    click(page, BUTTON).await?;
    let is_open = "return document.querySelectorAll('.share-menu').length";
    becomes(page, json!(1), is_open).await
}

/// Presses a button of the menu by its text.
async fn choose(page: &Page, text: &str) -> WebDriverResult<()> {
    let body = r#"
        const buttons = [...document.querySelectorAll(".share-menu button")];
        buttons.find((button) => (button.querySelector("span")?.firstChild.data ?? button.textContent) === arguments[0]).click();"#;
    page.evaluate::<()>(body, vec![json!(text)]).await
}

#[tokio::test]
async fn the_menu_is_led_by_keys_and_gives_the_focus_back() -> WebDriverResult<()> {
    for width in [1100, 360] {
        let page = open("/", width).await?;
        becomes(&page, json!("Copy link to this view"), FOCUSED).await?;
        press(&page, Key::Down).await?;
        becomes(&page, json!("Embed code"), FOCUSED).await?;
        press(&page, Key::End).await?;
        becomes(&page, json!("About, method and keyboard"), FOCUSED).await?;
        press(&page, Key::Down).await?;
        becomes(&page, json!("Copy link to this view"), FOCUSED).await?;
        press(&page, Key::Escape).await?;
        becomes(&page, json!("Share"), FOCUSED).await?;
        let closed = "return [document.querySelectorAll('.share-menu').length,
            document.querySelector('.sharing > button').ariaExpanded]";
        becomes(&page, json!([0, "false"]), closed).await?;
        press(&page, Key::Enter).await?;
        becomes(&page, json!("Copy link to this view"), FOCUSED).await?;
        // It is within the explainer, and a click elsewhere closes it.
        let inside = r#"
            const [menu, frame] = [".share-menu", ".frame"].map((one) => document.querySelector(one).getBoundingClientRect());
            return [menu.left >= frame.left, menu.right <= frame.right, document.documentElement.scrollWidth <= innerWidth]"#;
        becomes(&page, json!([true, true, true]), inside).await?;
        click(&page, ".kicker").await?;
        becomes(&page, json!([0, "false"]), closed).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_link_leads_to_what_is_shown() -> WebDriverResult<()> {
    let page = open("/#country=ML&category=coup", 1100).await?;
    allow_copying(&page).await?;
    let meta = "return document.querySelector('.share-menu small').textContent";
    becomes(&page, json!("Country: Mali, Topic: Coups"), meta).await?;
    choose(&page, "Copy link to this view").await?;
    let said = "return [document.querySelector('.share-note')?.textContent, document.querySelector('[role=status]').textContent]";
    becomes(&page, json!(["Link copied.", "Link copied."]), said).await?;
    becomes(&page, json!("/#country=ML&category=coup"), COPIED).await?;
    page.close().await
}

#[tokio::test]
async fn from_a_page_that_does_not_keep_it_the_link_leads_to_the_explainer_itself()
-> WebDriverResult<()> {
    let element = r#"<sahel-explainer lang="fr" country="ML" load="eager"></sahel-explainer>"#;
    let page = open_host(Hosted::page("en", LOADER, element)).await?;
    all_ready(&page, 1).await?;
    allow_copying(&page).await?;
    let copy = r#"
        const root = document.querySelector("sahel-explainer").shadowRoot;
        if (!root.querySelector(".share-menu")) root.querySelector(".sharing > button").click();
        const menu = root.querySelector(".share-menu");
        menu?.querySelector("button").click();
        return menu !== null"#;
    becomes(&page, json!(true), copy).await?;
    becomes(&page, json!("/index.fr.html#country=ML"), COPIED).await?;
    page.close().await
}

#[tokio::test]
async fn a_story_that_the_page_brings_is_linked_to_where_it_is() -> WebDriverResult<()> {
    let element = r#"<sahel-explainer src="/story.json" event="bank-tv-launch-2025" load="eager"></sahel-explainer>"#;
    let page = open_host(Hosted::page("en", LOADER, element)).await?;
    all_ready(&page, 1).await?;
    allow_copying(&page).await?;
    let root = r#"const root = document.querySelector("sahel-explainer").shadowRoot;"#;
    let menu = format!(
        r#"{root} if (!root.querySelector(".share-menu")) root.querySelector(".sharing > button").click();
        const rows = [...root.querySelectorAll(".share-menu li > button")].map((row) => row.querySelector("span").firstChild.data);
        return rows.includes("Copy link to this view") && !rows.includes("Embed code")"#
    );
    becomes(&page, json!(true), &menu).await?;
    for press in [".share-menu button", ".card [data-share]"] {
        let press = format!(
            "await navigator.clipboard.writeText(''); root.querySelector('{press}').click()"
        );
        page.evaluate::<()>(&format!("{root} return (async () => {{ {press} }})()"), vec![])
            .await?;
        becomes(&page, json!("/host.html"), COPIED).await?;
    }
    page.close().await
}

#[tokio::test]
async fn card_and_dossier_give_the_link_to_what_is_open_alone() -> WebDriverResult<()> {
    for (lang, file, label, said) in [
        ("en", "/index.html", "Copy link to: ", "Link copied."),
        ("fr", "/index.fr.html", "Copier le lien vers\u{a0}: ", "Lien copié."),
        ("ar", "/index.ar.html", "نسخ رابط: ", "تم نسخ الرابط."),
    ] {
        for (box_, opened) in [(".card", "event=bank-tv-launch-2025"), (".dossier", "actor=jnim")] {
            let path = format!("{file}#country=ML&{opened}");
            let page = Page::open(&path, 1100, 900).await?;
            ready(&page).await?;
            allow_copying(&page).await?;
            let button = format!("{box_} [data-share]");
            click(&page, &button).await?;
            let seen = format!(
                "const button = document.querySelector('{button}');
                const place = button.parentNode;
                const name = button.closest('article').querySelector('.title-1, .title-2').textContent;
                return [button.ariaLabel.replace(name, ''), button === document.activeElement,
                    place.querySelector('.share-note')?.textContent, place.querySelector('[role=status]')?.textContent,
                    (await navigator.clipboard.readText()).replace(location.origin, '')]"
            );
            let seen = format!("return (async () => {{ {seen} }})()");
            let link = format!("{}#{opened}", if lang == "en" { "/index.html" } else { file });
            becomes(&page, json!([label, true, said, said, link]), &seen).await?;
            page.close().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_explainer_that_takes_the_place_of_another_copies_once() -> WebDriverResult<()> {
    let page = open_host(Hosted::page("en", "", "<div id=here></div>")).await?;
    let again = r#"
        const { mount } = await import("/sahel-explainer.js");
        const options = { event: "bank-tv-launch-2025" };
        (await mount(here, options)).destroy();
        await mount(here, options);
        window.copies = 0;
        navigator.clipboard.writeText = async () => { copies += 1; };
        here.querySelector(".card [data-share]").click();"#;
    page.evaluate::<()>(&format!("return (async () => {{ {again} }})()"), vec![]).await?;
    let seen = "return [copies, document.querySelectorAll('.share-note').length]";
    becomes(&page, json!([1, 1]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn a_refused_link_of_a_card_can_be_copied_by_hand() -> WebDriverResult<()> {
    let page = Page::open("/#event=bank-tv-launch-2025", 1100, 900).await?;
    ready(&page).await?;
    let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";
    page.evaluate::<()>(refuse, vec![]).await?;
    click(&page, ".card [data-share]").await?;
    let field = "const field = document.querySelector('.card .share-note textarea');
        return field && [field === document.activeElement, field.value.endsWith('#event=bank-tv-launch-2025')]";
    becomes(&page, json!([true, true]), field).await?;
    press(&page, Key::Escape).await?;
    let back = "return document.activeElement.matches('.card [data-share]')";
    becomes(&page, json!(true), back).await?;
    page.close().await
}

#[tokio::test]
async fn where_copying_is_refused_the_text_can_be_copied_by_hand() -> WebDriverResult<()> {
    let page = open("/#country=NE", 360).await?;
    page.evaluate::<()>(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))",
        vec![],
    )
    .await?;
    choose(&page, "Copy link to this view").await?;
    let field = "const field = document.querySelector('.share-note textarea');
        return field && [field === document.activeElement, field.value.endsWith('/#country=NE'), field.selectionEnd === field.value.length]";
    becomes(&page, json!([true, true, true]), field).await?;
    press(&page, Key::Escape).await?;
    becomes(&page, json!("Share"), FOCUSED).await?;
    page.close().await
}

#[tokio::test]
async fn data_is_saved_as_it_is_shown_with_its_sources() -> WebDriverResult<()> {
    let story = Story::read();
    let page = open("/index.fr.html#country=ML", 1100).await?;
    choose(&page, "CSV").await?;
    let table = "return saved[0]?.text().then((text) => [saved[0].file, text.startsWith('id,date,') || text.charCodeAt(0),
        text.trimEnd().split('\\r\\n').length - 1])";
    let count = story.events_of("ML").len();
    becomes(&page, json!(["sahel-explainer.fr.csv", true, count]), table).await?;
    open_menu(&page).await?;
    choose(&page, "JSON").await?;
    becomes(&page, json!("sahel-explainer.fr.json"), "return saved[1]?.file").await?;
    let data: Value = page.evaluate("return saved[1].text().then(JSON.parse)", vec![]).await?;
    assert_eq!(data["language"], "fr");
    assert_eq!(data["shown"], "Pays\u{a0}: Mali");
    assert_eq!(data["events"].as_array().map(Vec::len), Some(count));
    let numbers: Vec<&Value> = data["sources"]
        .as_array()
        .expect("sources")
        .iter()
        .map(|source| {
            assert!(source["url"].as_str().is_some_and(|url| url.starts_with("http")), "{source}");
            &source["number"]
        })
        .collect();
    for event in data["events"].as_array().expect("events") {
        let sources = event["sources"].as_array().expect("numbers");
        assert!(!sources.is_empty() && sources.iter().all(|number| numbers.contains(&number)));
    }
    assert!(data["licence"].is_string() && data["note"].is_string() && data["map"].is_string());
    page.close().await
}

#[tokio::test]
async fn the_map_is_saved_as_a_picture_with_title_and_source_line() -> WebDriverResult<()> {
    for (path, width, title, source) in [
        ("/#country=BF", 1100, "Two days in Bamako", "Natural Earth, public domain"),
        ("/index.ar.html", 360, "باماكو", "Natural Earth"),
    ] {
        let page = open(path, width).await?;
        choose(&page, "SVG").await?;
        let drawing = r#"
            return saved[0]?.text().then((text) => {
                const picture = new DOMParser().parseFromString(text, "image/svg+xml");
                const texts = [...picture.querySelectorAll("text")].map((one) => one.textContent);
                const names = [...document.querySelectorAll(".map-drawing text.name")]
                    .filter((name) => name.getClientRects().length).map((name) => name.textContent);
                const all = texts.join(" ").replaceAll(" ", "");
                return [picture.querySelector("parsererror") === null, all.includes(arguments[0].replaceAll(" ", "")),
                    all.includes(arguments[1].replaceAll(" ", "")), names.length > 8,
                    names.filter((name) => !all.includes(name.replaceAll(" ", ""))),
                    picture.querySelectorAll("path").length > 30];
            });"#;
        page.becomes(&json!([true, true, true, true, [], true]), async |page: &Page| {
            page.evaluate::<Value>(drawing, vec![json!(title), json!(source)]).await
        })
        .await?;
        open_menu(&page).await?;
        choose(&page, "PNG").await?;
        // As large as the map at two pixels for each px, and not of one colour.
        let painted = r#"
            return saved[1] && createImageBitmap(saved[1]).then((picture) => {
                const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
                canvas.drawImage(picture, 0, 0);
                const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
                const colours = new Set();
                for (let at = 0; at < data.length; at += 4 * 97) colours.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
                return [picture.width >= 2 * document.querySelector(".map").clientWidth, colours.size > 20];
            });"#;
        becomes(&page, json!([true, true]), painted).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn embed_code_shows_the_same_on_another_page() -> WebDriverResult<()> {
    let page = open("/index.fr.html#country=NE", 1100).await?;
    choose(&page, "Code d’intégration").await?;
    let snippets: Vec<String> = page
        .evaluate(
            "return [...document.querySelectorAll('.share-menu textarea')].map(({ value }) => value.replaceAll(location.origin, ''))",
            vec![],
        )
        .await?;
    assert_eq!(snippets.len(), 3);
    click(&page, ".share-menu input").await?;
    let pinned = "return [...document.querySelectorAll('.share-menu textarea')].map(({ value }) => value.replaceAll(location.origin, ''))
        .filter((snippet) => snippet.includes('integrity=\"sha384-'))";
    page.becomes(&3, async |page: &Page| {
        page.evaluate::<Vec<String>>(pinned, vec![]).await.map(|pinned| pinned.len())
    })
    .await?;
    let pinned: Vec<String> = page.evaluate(pinned, vec![]).await?;
    click(&page, ".share-menu input").await?;
    page.close().await?;
    // A hash of anything else than the file would keep browsers from taking it.
    for snippet in snippets.into_iter().chain(pinned) {
        // Scripts stand in the page for brevity, which a strict policy would not allow.
        let page = open_host(Hosted::page("en", "", &snippet).under("")).await?;
        let shown = r#"
            const frame = document.querySelector("iframe");
            const holder = frame?.contentDocument ?? document.querySelector("sahel-explainer")?.shadowRoot ?? document;
            const root = holder.querySelector(".explainer[data-live]");
            return root && [root.lang, root.dataset.country ?? null];"#;
        becomes(&page, json!(["fr", "NE"]), shown).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn colours_are_chosen_in_the_menu() -> WebDriverResult<()> {
    let page = open("/", 360).await?;
    for (name, theme) in [("Dark", json!("dark")), ("As the page", Value::Null)] {
        choose(&page, name).await?;
        let chosen = "return document.querySelector('.explainer').dataset.theme ?? null";
        becomes(&page, theme, chosen).await?;
        let pressed = "return document.querySelector('.share-menu .segments [aria-pressed=true]').textContent";
        becomes(&page, json!(name), pressed).await?;
    }
    page.close().await
}
