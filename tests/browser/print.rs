//! The page on paper: everything open, whatever was folded or open on the screen, and statements with the
//! numbers of their sources.

use crate::page::Page;
use crate::story::Story;
use crate::view::ready;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// How many of each can be seen; the first statement's numbers with the first of them in the table; and what
/// stands behind the first source; ink is dark; and facts that are links on the screen are there.
const SHOWN: &str = r#"
    const seen = (selector) => [...document.querySelectorAll(`.explainer ${selector}`)]
        .filter((element) => element.checkVisibility() && element.getClientRects().length > 0);
    const after = (element) => getComputedStyle(element, "::after").content;
    const cite = seen(".cite")[0];
    const first = cite.dataset.sources.split(" ")[0];
    const row = seen("[id^='source=']").find((row) => row.querySelector(".numeral").textContent === first);
    const title = seen("[id^='source='] .title")[0];
    return [arguments[0].map((selector) => seen(selector).length),
        after(cite).includes(cite.dataset.sources), Boolean(row), after(title).includes(title.getAttribute("href")),
        seen(".tools, .popover, .search, .close, .tour, .tab-list").length,
        getComputedStyle(cite.closest("p, li, div")).color.match(/\d+/g).every((part) => part < 100),
        seen(".profile dd > a[href*='event=']").length, seen(".dates > a").length];
"#;

#[tokio::test]
async fn on_paper_everything_is_open_and_statements_have_the_numbers_of_their_sources()
-> WebDriverResult<()> {
    let story = Story::read();
    let counts = story.counts();
    let selectors: Vec<_> = counts.iter().map(|(selector, _)| selector).collect();
    let expected: Vec<_> = counts.iter().map(|(_, count)| count).collect();
    for path in ["/", "/#view=story&step=3", "/index.fr.html#tab=figures", "/index.ar.html"] {
        let page = Page::open(path, 794, 1123).await?;
        ready(&page).await?;
        page.web()
            .cdp()
            .send_raw(
                "Emulation.setEmulatedMedia",
                json!({
                    "media": "print",
                    "features": [{ "name": "prefers-color-scheme", "value": "dark" }],
                }),
            )
            .await?;
        let shown: Value = page.evaluate(SHOWN, vec![json!(selectors)]).await?;
        assert_eq!(
            shown,
            json!([expected, true, true, true, 0, true, story.members().len(), 1]),
            "{path}: {selectors:?}"
        );
        page.close().await?;
    }
    Ok(())
}
