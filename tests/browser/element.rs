//! `<sahel-explainer>` in pages of hosts.

use crate::hosting::{LISTEN, LOADER, all_ready, becomes, open};
use crate::page::{Conditions, Page};
use crate::server::{Hosted, Trouble};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Duration;
use thirtyfour::error::WebDriverResult;

/// Two explainers far enough from each other, with an article in each.
const TWO: &str = r#"
    <sahel-explainer id="one" load="eager"><p>Readable</p></sahel-explainer>
    <sahel-explainer id="two" load="eager" lang="ar" country="NE"><p>Readable</p></sahel-explainer>"#;

#[tokio::test]
async fn what_is_between_the_tags_is_shown_until_the_explainer_is_there() -> WebDriverResult<()> {
    let body = r#"<sahel-explainer id="one"><p id="text">Lisible</p></sahel-explainer>"#;
    let conditions = Conditions {
        trouble: Some(Trouble::Slow("_bg.wasm", Duration::from_millis(800))),
        before: LISTEN,
        ..Conditions::default()
    };
    let hosted = Hosted::page("fr-BF", LOADER, body);
    let page = Page::open_hosted(hosted, conditions, "/host.html", 1100, 900).await?;
    let seen = r#"
        const root = document.getElementById("one").shadowRoot?.querySelector(".explainer");
        return [document.getElementById("text").checkVisibility(), root?.lang ?? null]"#;
    becomes(&page, json!([true, null]), seen).await?;
    // The page's language is the explainer's.
    becomes(&page, json!([false, "fr"]), seen).await?;
    becomes(&page, json!([["one", "explainer-ready", { "lang": "fr" }]]), "return told").await?;
    page.close().await
}

#[tokio::test]
async fn several_share_one_program_and_each_has_its_own_state() -> WebDriverResult<()> {
    let page = open(Hosted::page("en", LOADER, TWO)).await?;
    all_ready(&page, 2).await?;
    let requests = page.requests().await?;
    for ending in ["_bg.wasm", "/explainer.css"] {
        assert_eq!(requests.iter().filter(|url| url.ends_with(ending)).count(), 1, "{requests:#?}");
    }
    let body = r#"
        const [one, two] = document.querySelectorAll("sahel-explainer");
        one.shadowRoot.querySelector("[data-country-button=ML]").click();
        return one.shadowRoot.adoptedStyleSheets[0] === two.shadowRoot.adoptedStyleSheets[0]"#;
    assert!(page.evaluate::<bool>(body, vec![]).await?, "one stylesheet for both");
    let seen = r#"
        return [...document.querySelectorAll("sahel-explainer")].map((element) => {
            const root = element.shadowRoot.querySelector(".explainer");
            return [root.lang, root.dataset.country ?? null, element.selection.country ?? null];
        })"#;
    becomes(&page, json!([["en", "ML", "ML"], ["ar", "NE", "NE"]]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn attributes_and_properties_are_options_and_may_change_at_any_time() -> WebDriverResult<()> {
    // Set before the element is defined: as an attribute, and as properties.
    let script = r#"
        const element = document.querySelector("sahel-explainer");
        element.headingLevel = 4;
        element.theme = "dark";
        import("/sahel-explainer.js");"#;
    let head = r#"<script type="module" src="/early.js"></script>"#;
    let body = r#"<sahel-explainer id="one" load="eager" country="ML"></sahel-explainer>"#;
    let page = open(Hosted::page("en", head, body).with("/early.js", script)).await?;
    all_ready(&page, 1).await?;
    let seen = r#"
        const element = document.querySelector("sahel-explainer");
        const root = element.shadowRoot.querySelector(".explainer");
        return [root.lang, root.dataset.theme ?? null, root.querySelector(".display").tagName,
            root.dataset.country ?? null, element.selection.category ?? null,
            element.getAttribute("heading-level"), root.querySelectorAll("[role=tab]").length]"#;
    becomes(&page, json!(["en", "dark", "H4", "ML", null, "4", 6]), seen).await?;
    let change = r#"
        const element = document.querySelector("sahel-explainer");
        element.select({ country: "NE", category: ["coup", "attack"] });
        return element.ready.then(() => {
            element.lang = "fr";
            element.theme = null;
            element.setAttribute("parts", "map timeline");
        });"#;
    page.web().execute(change, vec![]).await?;
    becomes(&page, json!(["fr", null, "H4", "NE", "coup,attack", "4", 1]), seen).await?;
    // An option that selects takes the place of that selection alone.
    let change = r#"
        const element = document.querySelector("sahel-explainer");
        element.country = "BF";
        element.removeAttribute("lang");"#;
    page.web().execute(change, vec![]).await?;
    becomes(&page, json!(["en", null, "H4", "BF", "coup,attack", "4", 1]), seen).await?;
    page.web().execute("document.querySelector('sahel-explainer').clear()", vec![]).await?;
    becomes(&page, json!(["en", null, "H4", null, null, "4", 1]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn an_element_that_is_moved_keeps_its_state_and_a_removed_one_frees_all()
-> WebDriverResult<()> {
    let page = open(Hosted::page("en", LOADER, &format!("{TWO}<aside></aside>"))).await?;
    all_ready(&page, 2).await?;
    let change = r#"
        const one = document.getElementById("one");
        one.select({ country: "ML" });
        return one.ready.then(() => {
            window.before = one.shadowRoot.querySelector(".explainer");
            document.querySelector("aside").append(one);
        });"#;
    page.web().execute(change, vec![]).await?;
    let kept = r#"
        const root = document.querySelector("aside sahel-explainer").shadowRoot.querySelector(".explainer");
        return [root === before, root?.dataset.country ?? null]"#;
    becomes(&page, json!([true, "ML"]), kept).await?;
    let removed = r#"
        window.gone = document.getElementById("one");
        gone.remove();"#;
    page.web().execute(removed, vec![]).await?;
    let left = "return [gone.shadowRoot.querySelectorAll('.explainer').length, gone.selection]";
    becomes(&page, json!([0, {}]), left).await?;
    // Put back, it starts anew, and so does a copy.
    let again = "document.body.append(gone, gone.cloneNode(true))";
    page.web().execute(again, vec![]).await?;
    all_ready(&page, 4).await?;
    let seen = r##"
        return [...document.querySelectorAll("#one")].map((element) => {
            const roots = element.shadowRoot.querySelectorAll(".explainer");
            return [roots.length, roots[0].dataset.country ?? null, element.textContent];
        })"##;
    becomes(&page, json!([[1, null, "Readable"], [1, null, "Readable"]]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn styles_of_the_page_do_not_come_in_and_ours_do_not_get_out() -> WebDriverResult<()> {
    const HOSTILE: &str = "
        html { font-size: 40px; line-height: 3; letter-spacing: 5px; text-transform: uppercase; color: red; }
        * { all: revert !important; }
        svg { display: none !important; }
        button { all: unset; border: 9px solid lime !important; padding: 30px !important; }
        iframe, svg { max-width: 50%; }
        sahel-explainer { font: italic 30px fantasy; text-align: right; word-spacing: 9px; visibility: visible; }";
    let body = r#"<button id="own">Host</button><svg id="drawing" width="9" height="9"></svg>"#;
    let element = r#"<sahel-explainer id="one" load="eager"></sahel-explainer>"#;
    let body = format!("{body}{element}");
    // Everything that is drawn, and how: the same in a page that does nothing, and in a hostile one.
    let drawn = r#"
        const PROPERTIES = ["display", "color", "backgroundColor", "fontSize", "fontFamily", "fontStyle", "lineHeight",
            "letterSpacing", "wordSpacing", "textTransform", "textAlign", "maxWidth", "paddingTop", "borderTopWidth",
            "visibility"];
        const root = document.getElementById("one").shadowRoot.querySelector(".explainer");
        const read = () => [".", ".display", ".summary", "button", "svg.land", ".map", "h3", "ol", "a", "select", "p"].map((selector) => {
            const element = selector === "." ? root : root.querySelector(selector);
            const style = getComputedStyle(element);
            return [selector, ...PROPERTIES.map((name) => style[name])];
        });
        // What changes gradually has come to its end.
        return Promise.all(root.getAnimations({ subtree: true }).map(({ finished }) => finished)).then(read)"#;
    let mut seen = Vec::new();
    for (dir, style) in [("ltr", ""), ("ltr", HOSTILE), ("rtl", HOSTILE)] {
        let head = format!("{LOADER}<link rel=\"stylesheet\" href=\"/host.css\">");
        let body = format!("<div dir=\"{dir}\">{body}</div>");
        let page = open(Hosted::page("en", &head, &body).with("/host.css", style)).await?;
        let own = r#"
            return ["own", "drawing"].map((id) => {
                const style = getComputedStyle(document.getElementById(id));
                return [...style].filter((name) => !/-size$|^(width|height)$|origin/.test(name))
                    .map((name) => `${name}: ${style.getPropertyValue(name)}`).join("\n");
            })"#;
        let before: Value = page.evaluate(own, vec![]).await?;
        all_ready(&page, 1).await?;
        let after: Value = page.evaluate(own, vec![]).await?;
        assert_eq!(before, after, "our styles got out");
        seen.push(page.evaluate::<Value>(drawn, vec![]).await?);
        page.close().await?;
    }
    assert_eq!(seen[1], seen[0], "styles of the page came in");
    assert_eq!(seen[2], seen[0], "the direction of the page came in");
    Ok(())
}

#[tokio::test]
async fn markup_that_the_page_carries_is_taken_over() -> WebDriverResult<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/element.fr.html");
    let snippet = fs::read_to_string(file)?;
    for mode in ["open", "closed"] {
        let body = snippet
            .replacen("<sahel-explainer ", "<sahel-explainer id=one country=ML theme=dark ", 1)
            .replacen("shadowrootmode=\"open\"", &format!("shadowrootmode=\"{mode}\""), 1);
        let page = open(Hosted::page("en", "", &body)).await?;
        all_ready(&page, 1).await?;
        let seen = r#"
            const element = document.getElementById("one");
            const root = element.shadowRoot;
            return [root !== null, root?.querySelectorAll("[data-build] .explainer").length ?? 1,
                root?.querySelector(".explainer").dataset.theme ?? "dark", element.selection.country]"#;
        becomes(&page, json!([mode == "open", 1, "dark", "ML"]), seen).await?;
        // The article was there before any script, and the same nodes are there now.
        assert_eq!(page.evaluate::<Value>("return warned", vec![]).await?, json!([]));
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_host_changes_the_language_that_the_reader_has_chosen() -> WebDriverResult<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/element.html");
    let body =
        fs::read_to_string(file)?.replacen("<sahel-explainer ", "<sahel-explainer id=one ", 1);
    let page = open(Hosted::page("en", "", &body)).await?;
    all_ready(&page, 1).await?;
    let lang = "return document.getElementById('one').shadowRoot.querySelector('.explainer').lang";
    for (change, expected) in [
        ("one.shadowRoot.querySelector('.languages [lang=fr]').click()", "fr"),
        ("one.setAttribute('lang', 'en')", "en"),
    ] {
        page.web().execute(change, vec![]).await?;
        becomes(&page, json!(expected), lang).await?;
    }
    page.close().await
}

#[tokio::test]
async fn a_closed_root_is_closed() -> WebDriverResult<()> {
    let body = r#"<sahel-explainer id="one" load="eager" shadow="closed"></sahel-explainer>"#;
    let page = open(Hosted::page("en", LOADER, body)).await?;
    all_ready(&page, 1).await?;
    page.web().execute("document.getElementById('one').select({ actor: 'jnim' })", vec![]).await?;
    let seen =
        "const one = document.getElementById('one'); return [one.shadowRoot, one.selection.actor]";
    becomes(&page, json!([null, "jnim"]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn two_copies_of_the_script_and_two_versions_share_a_page() -> WebDriverResult<()> {
    let head =
        format!("{LOADER}<script type=\"module\" src=\"/sahel-explainer.js?copy\"></script>");
    let page_form = r#"<div id="three" data-explainer data-load="eager"></div>"#;
    let body = format!("{TWO}{page_form}");
    let hosted = Hosted::page("en", &head, &body);
    let page = open(hosted.clone()).await?;
    all_ready(&page, 3).await?;
    let seen = "return [document.querySelectorAll('#three .explainer').length, warned]";
    becomes(&page, json!([1, []]), seen).await?;
    page.close().await?;

    let loader =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/sahel-explainer.js"))?;
    let version = env!("CARGO_PKG_VERSION");
    let other = loader.replace(&format!("\"{version}\""), "\"9.9.9\"");
    assert_ne!(loader, other, "the loader knows its version");
    let page = open(Hosted::page("en", LOADER, TWO).with("/other.js", &other)).await?;
    all_ready(&page, 2).await?;
    let add = "document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/other.js' }))";
    page.web().execute(add, vec![]).await?;
    let warned = format!(
        "sahel-explainer: version {version} is on this page already; 9.9.9 leaves the element to it"
    );
    becomes(&page, json!([warned]), "return warned").await?;
    page.close().await
}

#[tokio::test]
async fn wrong_attributes_are_warned_of_once_and_the_defaults_are_used() -> WebDriverResult<()> {
    let body = r#"
        <sahel-explainer id="one" lang="xx" theme="blue" country="DZ" heading-level="7" load="soon" colour="red"
            class="a" data-x="1" aria-label="b" @click="c"><p>Readable</p></sahel-explainer>"#;
    let page = open(Hosted::page("en", LOADER, body)).await?;
    all_ready(&page, 1).await?;
    let expected = [
        r#"sahel-explainer: option "colour" does not exist and is ignored"#,
        r#"sahel-explainer: load: expected "visible", "idle", "interaction" or "eager", found "soon"; the default is used"#,
        r#"sahel-explainer: lang: expected "en", "fr" or "ar", found "xx"; the default is used"#,
        r#"sahel-explainer: theme: expected "auto", "light" or "dark", found "blue"; the default is used"#,
        r#"sahel-explainer: country: expected "ML", "NE" or "BF", found "DZ"; the default is used"#,
        r#"sahel-explainer: heading-level: expected a number from 1 to 5, found "7"; the default is used"#,
    ];
    becomes(&page, json!(expected), "return warned").await?;
    let seen = r#"
        const root = document.getElementById("one").shadowRoot.querySelector(".explainer");
        return [root.lang, root.dataset.theme ?? null, root.querySelector(".display").tagName]"#;
    becomes(&page, json!(["en", null, "H2"]), seen).await?;
    page.close().await
}

#[tokio::test]
async fn where_the_program_does_not_come_the_readable_content_stays() -> WebDriverResult<()> {
    let conditions = Conditions {
        trouble: Some(Trouble::Missing("_bg.wasm")),
        before: LISTEN,
        ..Conditions::default()
    };
    let hosted = Hosted::page("en", LOADER, TWO);
    let page = Page::open_hosted(hosted, conditions, "/host.html", 1100, 900).await?;
    let errors = "return told.map(([id, name, { code }]) => [id, name, code]).sort()";
    let expected = json!([["one", "explainer-error", "load"], ["two", "explainer-error", "load"]]);
    becomes(&page, expected, errors).await?;
    let shown = "return [...document.querySelectorAll('sahel-explainer > p')].map((text) => text.checkVisibility())";
    becomes(&page, json!([true, true]), shown).await?;
    let refused = "return document.getElementById('one').ready.then(() => 'ready', ({ message }) => message.split(': ').at(-1))";
    assert_eq!(
        page.evaluate::<Value>(refused, vec![]).await?,
        json!("not there, or not as it was built")
    );
    page.close_despite(&["status of 404", "integrity"]).await
}
