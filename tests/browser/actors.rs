//! Actors: the list, the dossier, and the relations as a fan, a list and a table.

use crate::page::Page;
use crate::pointer::{click, tap};
use crate::view::{focused, press, ready, tab_to};
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

/// The actors' tab at this width.
async fn open(path: &str, width: u32) -> WebDriverResult<Page> {
    let page = Page::open(path, width, 900).await?;
    ready(&page).await?;
    click(&page, "[id='tab-actors']").await?;
    Ok(page)
}

/// What is said of the open dossier: its name, how many relations each side has, what is pressed, and what
/// the status says.
async fn dossier(page: &Page) -> WebDriverResult<Value> {
    let body = r#"
        const seen = (selector) => [...document.querySelectorAll(`.dossier ${selector}`)]
            .filter((element) => element.checkVisibility());
        return {
            names: seen(".title-1").map((heading) => heading.textContent),
            sides: seen(".fan-side").map((side) => [
                side.querySelector("p").textContent, side.querySelectorAll("li").length]),
            pressed: [...document.querySelectorAll("[data-actor] > [aria-pressed=true]")]
                .map((button) => button.parentElement.dataset.actor),
            root: document.querySelector(".explainer").dataset.actor ?? null,
        };"#;
    page.evaluate(body, vec![]).await
}

fn mali() -> Value {
    json!({
        "names": ["Mali"],
        "sides": [["With", 6], ["Against", 4], ["Parted ways or in talks", 5]],
        "pressed": ["mali"],
        "root": "mali",
    })
}

#[tokio::test]
async fn a_click_on_an_actor_opens_its_dossier_and_another_closes_it() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click(&page, "[data-actor=mali] > button").await?;
    page.becomes(&mali(), dossier).await?;
    let control = page.evaluate::<String>(FOCUSED_ACTOR, vec![]).await?;
    assert_eq!(control, "mali", "pressing a control leaves the focus on it");
    click(&page, "[data-actor=mali] > button").await?;
    let closed = json!({ "names": [], "sides": [], "pressed": [], "root": null });
    page.becomes(&closed, dossier).await?;
    page.close().await
}

const FOCUSED_ACTOR: &str =
    "return document.activeElement.closest('[data-actor]:has(> :focus)')?.dataset.actor ?? ''";

#[tokio::test]
async fn a_relation_leads_to_the_other_actor_with_the_focus_on_its_name() -> WebDriverResult<()> {
    for way in ["mouse", "keyboard", "touch"] {
        let page = open("/", if way == "touch" { 360 } else { 1100 }).await?;
        click(&page, "[data-actor=mali] > button").await?;
        page.becomes(&mali(), dossier).await?;
        let pill = ".relation a[href='#actor=russia']";
        match way {
            "mouse" => click(&page, pill).await?,
            "touch" => tap(&page, pill).await?,
            _ => {
                tab_to(&page, "Russia").await?;
                press(&page, Key::Enter).await?;
            }
        }
        let expected = json!([["Russia"], ["russia"], "russia"]);
        let opened = async |page: &Page| {
            let opened = dossier(page).await?;
            Ok(json!(["names", "pressed", "root"].map(|key| opened[key].clone())))
        };
        page.becomes(&expected, opened).await?;
        // The pill, which has the same name, has gone with the other dossier.
        page.becomes(&String::from("Russia"), focused).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn escape_closes_the_dossier_and_the_focus_goes_back_to_its_actor() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click(&page, "[data-actor=mali] > button").await?;
    page.becomes(&mali(), dossier).await?;
    tab_to(&page, "Table").await?;
    press(&page, Key::Escape).await?;
    page.becomes(&String::from("mali"), async |page: &Page| {
        page.evaluate(FOCUSED_ACTOR, vec![]).await
    })
    .await?;
    assert_eq!(dossier(&page).await?["root"], json!(null));
    page.close().await
}

/// For each row, how far the end of its line is from the row's middle and from its beginning, in px.
const MISSED: &str = r#"
    const rows = [...document.querySelectorAll(".relation")];
    const lines = [...document.querySelectorAll(".fan-lines > g")];
    const missed = rows.map((row, at) => {
        const path = lines[at].querySelector("path");
        const end = path.getPointAtLength(path.getTotalLength());
        const point = new DOMPoint(end.x, end.y).matrixTransform(path.getScreenCTM());
        const sample = row.querySelector(".line").getBoundingClientRect();
        const start = document.dir === "rtl" ? sample.right : sample.left;
        return Math.max(Math.abs(point.y - (sample.top + sample.height / 2)), Math.abs(point.x - start));
    });
    return [rows.length, lines.length, Math.max(...missed) < 1.5];"#;

#[tokio::test]
async fn each_line_of_the_fan_ends_at_its_row_in_both_directions() -> WebDriverResult<()> {
    for path in ["/", "/index.ar.html"] {
        let page = open(path, 1100).await?;
        click(&page, "[data-actor=mali] > button").await?;
        for width in [1100, 760] {
            page.resize(width, 900).await?;
            page.becomes(&json!([15, 15, true]), async |page: &Page| {
                page.evaluate::<Value>(MISSED, vec![]).await
            })
            .await?;
        }
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn relations_are_a_list_with_samples_where_there_is_no_room_for_a_fan() -> WebDriverResult<()>
{
    let page = open("/", 360).await?;
    tap(&page, "[data-actor=mali] > button").await?;
    page.becomes(&mali(), dossier).await?;
    let body = r#"
        const seen = (selector) => [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility()).length;
        return [seen(".fan-lines"), seen(".relation .line"), seen(".relation .cite")];"#;
    assert_eq!(page.evaluate::<Value>(body, vec![]).await?, json!([0, 15, 15]));
    page.close().await
}

#[tokio::test]
async fn the_table_says_the_same_as_the_fan() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click(&page, "[data-actor=mali] > button").await?;
    let rows_of_fan = r#"
        return [...document.querySelectorAll(".relation")]
            .map((row) => [row.querySelector(".pill").textContent, row.querySelector(".verb").textContent])"#;
    let expected: Value = page.evaluate(rows_of_fan, vec![]).await?;
    tab_to(&page, "Table").await?;
    press(&page, Key::Enter).await?;
    let rows_of_table = r#"
        const table = document.querySelector(".relations table");
        return [table?.caption.textContent, [...table?.tHead.rows[0].cells ?? []].map((cell) => cell.scope),
            [...table?.tBodies[0].rows ?? []].map((row) => [
                row.querySelector("th[scope=row]").textContent, row.cells[1].textContent])]"#;
    let expected = json!(["Relations of Mali", ["col", "col", "col", "col", "col"], expected]);
    page.becomes(&expected, async |page: &Page| {
        page.evaluate::<Value>(rows_of_table, vec![]).await
    })
    .await?;
    // The choice stays for the next actor.
    click(&page, "[data-actor=niger] > button").await?;
    page.becomes(&json!("Relations of Niger"), async |page: &Page| {
        let body = "return document.querySelector('.relations caption')?.textContent ?? null";
        page.evaluate::<Value>(body, vec![]).await
    })
    .await?;
    page.close().await
}

#[tokio::test]
async fn actors_without_a_link_to_the_country_wait_in_a_group_of_their_own() -> WebDriverResult<()>
{
    let page = open("/", 1100).await?;
    click(&page, "[data-country-button=NE]").await?;
    let groups = r#"
        const seen = (element) => element.checkVisibility();
        const button = document.querySelector(".unlinked button");
        return [button.textContent.trim(), button.getAttribute("aria-expanded"),
            [...document.querySelectorAll("[data-actor]")].length,
            [...document.querySelectorAll(".unlinked [data-actor]")].filter(seen).length]"#;
    let name = async |page: &Page| page.evaluate::<Value>(groups, vec![]).await;
    page.becomes(&json!(true), async |page: &Page| {
        Ok(json!(
            name(page).await?[0]
                .as_str()
                .is_some_and(|name| name.starts_with("Not linked to Niger ("))
        ))
    })
    .await?;
    let closed = name(&page).await?;
    assert_eq!((&closed[1], &closed[2], &closed[3]), (&json!("false"), &json!(28), &json!(0)));
    let count: u32 = closed[0]
        .as_str()
        .and_then(|name| {
            name.strip_prefix("Not linked to Niger (")?.strip_suffix(')')?.parse().ok()
        })
        .expect("a count");
    click(&page, ".unlinked button").await?;
    let expected = json!([closed[0], "true", 28, count]);
    page.becomes(&expected, name).await?;
    page.close().await
}

#[tokio::test]
async fn a_dossier_leads_to_all_its_events_in_the_timeline() -> WebDriverResult<()> {
    let page = open("/", 1100).await?;
    click(&page, "[data-actor=jnim] > button").await?;
    click(&page, ".actor-events .more").await?;
    let body = r#"
        return [document.querySelector(".explainer").dataset.tab, document.querySelectorAll(".tag").length,
            [...document.querySelectorAll("ol li[data-event]")].filter((event) => event.checkVisibility()).length]"#;
    page.becomes(&json!(["timeline", 1, 13]), async |page: &Page| {
        page.evaluate::<Value>(body, vec![]).await
    })
    .await?;
    page.close().await
}
