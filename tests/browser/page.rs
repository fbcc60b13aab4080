//! A page in a browser of its own, with everything that went wrong on it.

use crate::driver::Chromedriver;
use crate::server::{Hosted, Server, Trouble};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::env;
use std::mem::ManuallyDrop;
use std::time::{Duration, Instant};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;
use thirtyfour::{BrowserLogEntry, LoggingPrefsLogLevel};

/// How long anything on the page may take before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(10);
const POLL_EVERY: Duration = Duration::from_millis(50);

const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--lang=en",
];

/// Starts a browser, once more where it ends while it starts, which has nothing to do with a page.
async fn start(
    capabilities: &thirtyfour::ChromeCapabilities,
) -> WebDriverResult<(Chromedriver, ManuallyDrop<WebDriver>)> {
    let mut last = None;
    for _ in 0..3 {
        let driver = Chromedriver::start();
        match WebDriver::new(driver.address(), capabilities.clone()).await {
            Ok(web) => return Ok((driver, ManuallyDrop::new(web))),
            Err(error) => last = Some(error),
        }
    }
    Err(last.expect("three errors"))
}

/// A page that is open. End a test with [`Page::close`], which looks at what went wrong meanwhile.
pub struct Page {
    // Ends the session, also in a panic, so the handle must not: dropped there, it waits for minutes for
    // an answer.
    _driver: Chromedriver,
    web: ManuallyDrop<WebDriver>,
    server: Server,
    no_scripts: bool,
}

/// Under which conditions a page is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conditions {
    /// What goes wrong on the way to the browser.
    pub trouble: Option<Trouble>,
    /// Whether the reader has switched scripts off.
    pub no_scripts: bool,
    /// A script that runs before those of the page.
    pub before: &'static str,
}

impl Page {
    /// Opens a page of `dist/`, such as `/` or `/#country=ML`, in a window of this size.
    pub async fn open(path: &str, width: u32, height: u32) -> WebDriverResult<Self> {
        Self::open_under(Conditions::default(), path, width, height).await
    }

    /// Opens a page of `dist/` under some conditions.
    pub async fn open_under(
        conditions: Conditions,
        path: &str,
        width: u32,
        height: u32,
    ) -> WebDriverResult<Self> {
        Self::open_hosted(Hosted::default(), conditions, path, width, height).await
    }

    /// Opens a page of a host, beside which `dist/` is served.
    pub async fn open_hosted(
        hosted: Hosted,
        conditions: Conditions,
        path: &str,
        width: u32,
        height: u32,
    ) -> WebDriverResult<Self> {
        let server = Server::start(conditions.trouble, hosted).await;
        let mut capabilities = DesiredCapabilities::chrome();
        for flag in FLAGS {
            capabilities.add_arg(flag)?;
        }
        if let Ok(browser) = env::var("CHROME") {
            capabilities.set_binary(&browser)?;
        }
        capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        let (driver, web) = start(&capabilities).await?;
        let no_scripts = conditions.no_scripts;
        let page = Self { _driver: driver, web, server, no_scripts };
        page.resize(width, height).await?;
        let cdp = page.web.cdp();
        let switch = json!({ "value": conditions.no_scripts });
        cdp.send_raw("Emulation.setScriptExecutionDisabled", switch).await?;
        let before = json!({ "source": conditions.before });
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", before).await?;
        page.web.goto(format!("{}{path}", page.server.origin())).await?;
        // Without scripts the browser says too early that it is there.
        page.becomes(&"complete".to_owned(), async |page: &Self| {
            page.evaluate("return document.readyState", vec![]).await
        })
        .await?;
        Ok(page)
    }

    /// The browser.
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Gives the page exactly this size, which windows have trouble with below some 500 px.
    pub async fn resize(&self, width: u32, height: u32) -> WebDriverResult<()> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.web.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Evaluates a function body in the page.
    pub async fn evaluate<T: DeserializeOwned>(
        &self,
        body: &str,
        arguments: Vec<Value>,
    ) -> WebDriverResult<T> {
        self.web.execute(body, arguments).await?.convert()
    }

    /// Clicks with the mouse at a point of the window, and waits for what that draws.
    pub async fn click_at(&self, (x, y): (i64, i64)) -> WebDriverResult<()> {
        self.web.action_chain().move_to(x, y).click().perform().await?;
        self.is_answered().await
    }

    /// Waits for what an action draws, in up to three paints. One that leads to another page ends the wait,
    /// too; whatever else is wrong with a page shows where it is read next.
    pub async fn is_answered(&self) -> WebDriverResult<()> {
        const THREE_PAINTS: &str = r"
            const paint = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
            const isHidden = new Promise((late) => setTimeout(late, 1000));
            return Promise.race([paint().then(paint).then(paint), isHidden]).then(() => true)";
        if !self.no_scripts {
            self.web.execute(THREE_PAINTS, vec![]).await.ok();
        }
        Ok(())
    }

    /// Reads a state of the page until it is the expected one.
    ///
    /// # Panics
    /// With both states, if it is another one for too long.
    pub async fn becomes<T, R>(&self, expected: &T, read: R) -> WebDriverResult<()>
    where
        T: PartialEq + std::fmt::Debug,
        R: AsyncFn(&Self) -> WebDriverResult<T>,
    {
        let start = Instant::now();
        loop {
            let state = read(self).await?;
            if state == *expected {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                assert_eq!(state, *expected, "after {} s", PATIENCE.as_secs());
            }
            tokio::time::sleep(POLL_EVERY).await;
        }
    }

    /// Ends the test: no error in the console, no request to another origin.
    ///
    /// # Panics
    /// With all of them, if there were any.
    pub async fn close(self) -> WebDriverResult<()> {
        self.close_despite(&[]).await
    }

    /// Ends a test in which something has to fail: the console may tell of that, named by a part of the
    /// message; otherwise as [`Page::close`].
    ///
    /// # Panics
    /// With everything else that went wrong.
    pub async fn close_despite(self, expected: &[&str]) -> WebDriverResult<()> {
        let is_expected =
            |entry: &BrowserLogEntry| expected.iter().any(|part| entry.message.contains(part));
        let log = self.web.browser_log().await?.into_iter();
        let errors: Vec<_> = log.filter(|entry| is_error(entry) && !is_expected(entry)).collect();
        assert!(errors.is_empty(), "errors in the console: {errors:#?}");
        let foreign: Vec<_> = self
            .requests()
            .await?
            .into_iter()
            .filter(|url| !url.starts_with(&format!("{}/", self.server.origin())))
            .collect();
        assert!(foreign.is_empty(), "requests to other origins: {foreign:#?}");
        Ok(())
    }

    /// Addresses of everything that the page has asked for since this was last called.
    pub async fn requests(&self) -> WebDriverResult<Vec<String>> {
        let log = self.web.get_log("performance").await?;
        Ok(log.iter().filter_map(|entry| requested(&entry.message)).collect())
    }
}

fn is_error(entry: &BrowserLogEntry) -> bool {
    entry.level == "SEVERE"
}

/// The address in an entry of the browser's protocol, if it tells of a request that leaves the page.
fn requested(entry: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Entry {
        message: Message,
    }
    #[derive(Deserialize)]
    struct Message {
        method: String,
        params: Value,
    }
    let Message { method, params } = serde_json::from_str::<Entry>(entry).ok()?.message;
    let url =
        params["request"]["url"].as_str().filter(|_| method == "Network.requestWillBeSent")?;
    let stays = ["data:", "blob:"].iter().any(|scheme| url.starts_with(scheme));
    (!stays).then(|| url.to_owned())
}
