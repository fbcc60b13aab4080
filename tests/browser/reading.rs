//! What one sees only in the drawn page: lines, signs and their order.

use crate::page::Page;
use crate::view::{ready, texts};
use thirtyfour::error::WebDriverResult;

const PAGES: [&str; 3] = ["/#country=ML", "/index.fr.html#country=ML", "/index.ar.html#country=ML"];

#[tokio::test]
async fn the_link_to_the_list_of_places_is_one_line_under_or_beside_the_legend()
-> WebDriverResult<()> {
    for path in PAGES {
        let page = Page::open(path, 1100, 900).await?;
        ready(&page).await?;
        for width in [320, 360, 640, 1100] {
            page.resize(width, 900).await?;
            let body = r#"
                const summary = document.querySelector(".place-list summary");
                const range = document.createRange();
                range.selectNodeContents(summary);
                const [text, box, legend] = [range, summary, document.querySelector(".legend")].map((one) => one.getBoundingClientRect());
                const apart = text.left >= legend.right || text.right <= legend.left || text.top >= legend.bottom - 1;
                const lines = Math.round(text.height / parseFloat(getComputedStyle(summary).lineHeight));
                return [lines, apart, Math.abs(text.top - box.top) < 12]"#;
            let found: (usize, bool, bool) = page.evaluate(body, vec![]).await?;
            assert_eq!(found, (1, true, true), "{path} at {width} px");
        }
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn in_arabic_units_are_arabic_and_a_day_stands_beside_its_month() -> WebDriverResult<()> {
    let page = Page::open(PAGES[2], 1100, 900).await?;
    ready(&page).await?;
    let facts = texts(&page, ".profile[data-open] :is(.facts, .comparison)").await?.concat();
    assert!(facts.contains("كم²") && !facts.contains("km"), "{facts}");
    // Of each date: how far its day is from its month, in px.
    let body = r#"
        return [...document.querySelectorAll(".event-sources .meta")].filter((meta) => meta.checkVisibility()).flatMap((meta) => {
            const found = /(\d+) (\p{Script=Arabic}+) \d{4}/u.exec(meta.firstChild.data);
            if (!found) return [];
            const box = (start, length) => {
                const range = document.createRange();
                range.setStart(meta.firstChild, start);
                range.setEnd(meta.firstChild, start + length);
                return range.getClientRects()[0];
            };
            const day = box(found.index, found[1].length);
            const month = box(found.index + found[1].length + 1, found[2].length);
            return day.top === month.top ? [day.left - month.right] : [];
        })"#;
    let gaps: Vec<f64> = page.evaluate(body, vec![]).await?;
    assert!(!gaps.is_empty() && gaps.iter().all(|gap| (0.0..8.0).contains(gap)), "{gaps:?}");
    page.close().await
}

#[tokio::test]
async fn in_arabic_a_date_on_the_map_runs_from_right_to_left() -> WebDriverResult<()> {
    let page = Page::open("/index.ar.html#view=story&step=3", 1100, 900).await?;
    ready(&page).await?;
    // Of each date: whether its day stands to the right of its year.
    let body = r#"
        return [...document.querySelectorAll(".step-note .date")].map((line) => {
            const text = line.firstChild;
            const left = (pattern) => {
                const range = document.createRange();
                const start = text.data.search(pattern);
                range.setStart(text, start);
                range.setEnd(text, start + 1);
                return range.getBoundingClientRect().left;
            };
            return left(/\d/) > left(/\d{4}/);
        })"#;
    let are_right: Vec<bool> = page.evaluate(body, vec![]).await?;
    assert_eq!(are_right, [true; 4]);
    page.close().await
}

#[tokio::test]
async fn shares_are_drawn_in_their_whole_and_figures_stand_in_line() -> WebDriverResult<()> {
    let page = Page::open("/", 1100, 900).await?;
    ready(&page).await?;
    let body = r#"
        const rows = [...document.querySelectorAll(".figure-row .share")].map((share) => {
            const [whole, part] = [".whole", ".part"].map((name) => share.querySelector(name).getBoundingClientRect());
            return [Math.round(share.getBoundingClientRect().top), whole.width > part.width && part.width > 0];
        });
        const values = [...document.querySelectorAll(".figure-row .figure-value")];
        const tops = values.map((value) => Math.round(value.getBoundingClientRect().top));
        return [rows.map(([top]) => rows.findIndex(([other]) => other === top)), tops.map((top) => tops.indexOf(top)),
            rows.every(([, isWhole]) => isWhole)]"#;
    // In two rows of three; the second begins with the fourth share.
    let expected = (vec![0, 0, 0, 3], vec![0, 0, 0, 3, 3, 3], true);
    assert_eq!(page.evaluate::<(Vec<usize>, Vec<usize>, bool)>(body, vec![]).await?, expected);
    page.close().await
}

#[tokio::test]
async fn the_search_for_sources_is_one_line_beside_however_many_chips() -> WebDriverResult<()> {
    let page = Page::open("/#tab=sources", 1100, 900).await?;
    ready(&page).await?;
    let body = r#"
        const height = (selector) => document.querySelector(selector).getBoundingClientRect().height;
        return [height(".source-tools .search"), height(".source-tools .topics")]"#;
    let (search, chips): (f64, f64) = page.evaluate(body, vec![]).await?;
    assert!(search < 60.0 && chips > search, "{search} px beside {chips} px");
    page.close().await
}
