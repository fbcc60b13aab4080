//! What is measured in the browser, and how.

use crate::candidate::Candidate;
use crate::driver::Chromedriver;
use crate::server::Server;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::env;
use std::mem::ManuallyDrop;
use std::time::Duration;
use thirtyfour::LoggingPrefsLogLevel;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::prelude::*;

/// A network and a processor.
pub struct Profile {
    /// As it is called in the table.
    pub name: &'static str,
    /// How many times slower the processor is made.
    slowdown: u32,
    /// Round trip in ms, and kbit/s down and up, if the network is throttled.
    network: Option<(u32, u32, u32)>,
}

/// Unthrottled, and a phone on a slow line.
pub const PROFILES: [Profile; 2] = [
    Profile { name: "none", slowdown: 1, network: None },
    Profile { name: "slow4g", slowdown: 4, network: Some((150, 1600, 750)) },
];

/// Size of the window in px: that of a phone.
const WINDOW: (u32, u32) = (412, 823);
/// What matches once a country is selected.
const SELECTED: &str = ".explainer[data-country], body[data-country]:not([data-country=''])";
/// What is selected by a click: of a selector the first match that is seen.
pub struct Target {
    /// As it is called in the table.
    pub name: &'static str,
    /// What has to be clicked before, so that there is something to click.
    before: Option<&'static str>,
    /// What is clicked, by turns.
    selectors: &'static [&'static str],
}

/// What every page can select.
pub const COUNTRIES: Target = Target {
    name: "country",
    before: None,
    selectors: &["[data-country-button=ML]", "[data-country-button=NE]"],
};

/// What the explainer can select besides: each time another one than is open.
pub const OTHERS: [Target; 4] = [
    Target { name: "event", before: None, selectors: &["li.event:not([data-open]) > button"] },
    Target { name: "tab", before: None, selectors: &["[role=tab][aria-selected=false]"] },
    Target {
        name: "actor",
        before: Some("#tab-actors"),
        selectors: &[".actor:not([data-open]) > button"],
    },
    Target {
        name: "place",
        before: Some(".place-list summary"),
        selectors: &[".place-list li > button[aria-pressed=false]"],
    },
];

/// How long the pointer rests on a button before it is pressed, and how long it is held down, as by a hand:
/// pressed in the frame in which the pointer comes, every page waits for the next one.
const REST: Duration = Duration::from_millis(100);
const HELD: Duration = Duration::from_millis(80);
/// How long after a click the next one comes: every page stands by then.
const PAUSE: Duration = Duration::from_millis(1500);
/// How long nothing comes and nothing blocks in a page that has loaded, in ms.
const QUIET_MS: u32 = 2000;
/// How long a page may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// One load of a page. Times are from the start of the navigation.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Load {
    /// Bytes on the line, compressed as sent, in kB.
    pub kilobytes: f64,
    /// First contentful paint in ms.
    pub first_paint_ms: f64,
    /// Largest contentful paint in ms.
    pub largest_paint_ms: f64,
    /// When a click, tried as early as its button is there, had led to a painted selection, in ms.
    pub first_click_ms: f64,
    /// Total blocking time in ms until the page is quiet: of each task, what is over 50 ms.
    pub blocking_ms: f64,
    /// The heap of scripts after a collection, in MB.
    #[serde(default)]
    pub heap_mb: f64,
    /// Elements in the document, with a country selected.
    pub elements: f64,
}

/// Clicks in a page that stands.
pub struct Clicks {
    /// From the end of the press to the paint after it, in ms, each, as the browser itself counts it (event
    /// timing): from its trace, which has it as it is. The log of the trace takes 100,000 entries; of a page
    /// with more than that, it is what pages are told, in steps of 8 ms (what they are not told is under 16 ms,
    /// and is taken as 8).
    pub to_paint_ms: Vec<f64>,
    /// From the press to the last change of the document that follows, in ms, each.
    pub to_settled_ms: Vec<f64>,
}

impl Clicks {
    /// How many took more than 16 ms to the paint.
    pub fn slow(&self) -> usize {
        self.to_paint_ms.iter().filter(|&&ms| ms > 16.0).count()
    }
}

/// Medians.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in `Load` and `Clicks`")]
pub struct Figures {
    pub kilobytes: f64,
    pub first_paint_ms: f64,
    pub largest_paint_ms: f64,
    pub first_click_ms: f64,
    pub blocking_ms: f64,
    pub heap_mb: f64,
    pub elements: f64,
    pub click_ms: f64,
    pub settled_ms: f64,
    pub slow_clicks: usize,
}

/// The middle value.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Runs before the scripts of a page: notes paints and long tasks, and clicks once the button is there.
const WATCH: &str = r#"
    globalThis.bench = { largest: 0, tasks: [], first: 0, clicks: [], settled: [] };
    const note = (type, then, options) =>
        new PerformanceObserver((list) => list.getEntries().forEach(then)).observe({ type, buffered: true, ...options });
    note("largest-contentful-paint", ({ startTime }) => { bench.largest = startTime; });
    note("longtask", ({ startTime, duration }) => bench.tasks.push([startTime, duration]));
    note("event", ({ name, duration }) => { if (name === "click") bench.clicks.push(duration); }, { durationThreshold: 16 });
    const painted = (then) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => then(performance.now());
        port2.postMessage(0);
    });
    addEventListener("click", ({ isTrusted, timeStamp }) => {
        if (!isTrusted) return;
        const at = bench.settled.push(0) - 1;
        const observer = new MutationObserver((changes) => {
            // What is said to screen readers waits on purpose.
            const isSeen = ({ target }) => !(target.closest ? target : target.parentElement)?.closest("[role=status]");
            if (changes.some(isSeen)) bench.settled[at] = performance.now() - timeStamp;
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        setTimeout(() => observer.disconnect(), 1400);
    }, true);
"#;

/// Tries the button until its country is selected: the first click that works counts.
const TRY: &str = r#"
    const attempt = () => {
        if (document.querySelector(SELECTED)) {
            painted((now) => { bench.first = now; });
            return;
        }
        const button = document.querySelector("[data-country-button=ML]");
        if (button) {
            button.click();
        }
        setTimeout(attempt, 50);
    };
    attempt();
"#;

const READ: &str = r#"
    if (!(bench.first > 0)) return null;
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const first = performance.getEntriesByName("first-contentful-paint")[0];
    if (!first) return null;
    // What comes after the first click is part of the load too.
    const ends = [...entries.map(({ responseEnd }) => responseEnd), ...bench.tasks.map(([start, duration]) => start + duration)];
    if (performance.now() < Math.max(bench.first, ...ends) + QUIET_MS) return null;
    return {
        kilobytes: entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
        firstPaintMs: first.startTime,
        largestPaintMs: bench.largest,
        firstClickMs: bench.first,
        blockingMs: bench.tasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
        elements: document.getElementsByTagName("*").length,
    };
"#;

/// A browser of its own with a page in it.
struct Session {
    web: ManuallyDrop<WebDriver>,
    _driver: Chromedriver,
    server: Server,
}

impl Session {
    async fn open(
        candidate: &Candidate,
        profile: &Profile,
        before: &str,
        is_traced: bool,
    ) -> WebDriverResult<Self> {
        let server = Server::start(&candidate.folders).await;
        let driver = Chromedriver::start();
        let mut capabilities = DesiredCapabilities::chrome();
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"] {
            capabilities.add_arg(flag)?;
        }
        for quiet in
            ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        {
            capabilities.add_arg(quiet)?;
        }
        if let Ok(browser) = env::var("CHROME") {
            capabilities.set_binary(&browser)?;
        }
        if is_traced {
            capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
            let traced = json!({ "enableNetwork": false, "enablePage": false, "traceCategories": "devtools.timeline" });
            capabilities.add_experimental_option("perfLoggingPrefs", traced)?;
        }
        let web = WebDriver::new(driver.address(), capabilities).await?;
        let session = Self { web: ManuallyDrop::new(web), _driver: driver, server };
        let (width, height) = WINDOW;
        session
            .tell(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true }),
            )
            .await?;
        session.tell("Emulation.setCPUThrottlingRate", json!({ "rate": profile.slowdown })).await?;
        if let Some((latency, down, up)) = profile.network {
            session.tell("Network.enable", json!({})).await?;
            let bytes = |kilobits: u32| f64::from(kilobits) * 1000.0 / 8.0;
            let conditions = json!({ "offline": false, "latency": latency,
                "downloadThroughput": bytes(down), "uploadThroughput": bytes(up) });
            session.tell("Network.emulateNetworkConditions", conditions).await?;
        }
        session.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": before })).await?;
        session.web.goto(session.server.page()).await?;
        Ok(session)
    }

    async fn tell(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        self.web.cdp().send_raw(command, parameters).await
    }

    /// Presses a point with the mouse.
    async fn press(&self, (x, y): (i64, i64)) -> WebDriverResult<()> {
        self.web.action_chain().move_to(x, y).perform().await?;
        tokio::time::sleep(REST).await;
        self.web.action_chain().click_and_hold().perform().await?;
        tokio::time::sleep(HELD).await;
        self.web.action_chain().release().perform().await
    }

    /// The clicks that are in the browser's trace, each to the paint after it, in ms. To be asked once:
    /// chromedriver does not go on with a trace that it has read.
    async fn traced_clicks(&self) -> WebDriverResult<Vec<f64>> {
        let log = self.web.get_log("performance").await?;
        // Most are of other things.
        let timed = log.iter().filter(|entry| entry.message.contains("EventTiming"));
        let timed = timed.filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok());
        let click = |entry: Value| {
            let data = &entry["message"]["params"]["args"]["data"];
            if data["type"] == "click" { data["duration"].as_f64() } else { None }
        };
        Ok(timed.filter_map(click).collect())
    }

    /// Reads a value until it is there.
    async fn wait_for(&self, body: &str) -> WebDriverResult<Value> {
        let start = std::time::Instant::now();
        loop {
            let value: Value = self.web.execute(body, vec![]).await?.convert()?;
            if !value.is_null() {
                return Ok(value);
            }
            if start.elapsed() > PATIENCE {
                let waited = format!("no answer in {} s", PATIENCE.as_secs());
                return Err(WebDriverError::Timeout(waited));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Loads a page afresh.
pub async fn load(candidate: &Candidate, profile: &Profile) -> WebDriverResult<Load> {
    let attempt = TRY.replace("SELECTED", &format!("{SELECTED:?}"));
    // The document is there when its first element is.
    let before = format!(
        "{WATCH} new MutationObserver((_, observer) => {{ observer.disconnect(); {attempt} }}).observe(document, {{ childList: true }});"
    );
    let session = Session::open(candidate, profile, &before, false).await?;
    let read = session.wait_for(&READ.replace("QUIET_MS", &QUIET_MS.to_string())).await?;
    let mut load: Load = serde_json::from_value(read).expect("figures of the page");
    session.tell("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = session.tell("Runtime.getHeapUsage", json!({})).await?;
    load.heap_mb = heap["usedSize"].as_f64().unwrap_or(f64::NAN) / 1e6;
    Ok(load)
}

/// Clicks with the mouse, so often and one after the other, in a page that stands.
pub async fn interact(
    candidate: &Candidate,
    profile: &Profile,
    target: &Target,
    clicks: usize,
) -> WebDriverResult<Clicks> {
    let session = Session::open(candidate, profile, WATCH, true).await?;
    session.wait_for("return document.querySelector('[data-country-button=ML]') && true").await?;
    // Until the program of the page answers.
    tokio::time::sleep(Duration::from_secs(if profile.network.is_some() { 12 } else { 3 })).await;
    if let Some(before) = target.before {
        let press = "document.querySelector(arguments[0]).click()";
        session.web.execute(press, vec![json!(before)]).await?;
        tokio::time::sleep(PAUSE).await;
    }
    let place = r#"
        const button = [...document.querySelectorAll(arguments[0])].find((button) => button.checkVisibility());
        button.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = button.getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height / 2)]"#;
    for click in 0..clicks {
        let selector = target.selectors[click % target.selectors.len()];
        let point: (i64, i64) =
            session.web.execute(place, vec![json!(selector)]).await?.convert()?;
        session.press(point).await?;
        let done = format!("return bench.settled.length > {click} || null");
        session.wait_for(&done).await?;
        tokio::time::sleep(PAUSE).await;
    }
    let (mut to_paint_ms, to_settled_ms) = session
        .web
        .execute("return [bench.clicks, bench.settled]", vec![])
        .await?
        .convert::<(Vec<f64>, Vec<f64>)>()?;
    let traced = session.traced_clicks().await?;
    if traced.len() == clicks {
        to_paint_ms = traced;
    } else {
        eprintln!("{}: {} of {clicks} clicks are in the trace", candidate.name, traced.len());
        to_paint_ms.resize(clicks, 8.0);
    }
    Ok(Clicks { to_paint_ms, to_settled_ms })
}
