//! The core of it in browsers of other makers: the page, the element, the frame. One that is not there is
//! skipped, in words.

use crate::page::PATIENCE;
use crate::server::{Hosted, Server};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};
use thirtyfour::Capabilities;
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;

const POLL_EVERY: Duration = Duration::from_millis(50);
/// Where Debian has the browser that the driver of `WebKit` starts.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

struct Engine {
    web: WebDriver,
    _processes: Vec<Process>,
}

/// A process of our own, such as a driver, which ends when this is dropped.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Self {
        // A process group of its own, which its browsers belong to.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let started = command.stderr(Stdio::null()).spawn();
        Self(started.unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Runs in panics, where nothing may fail.
        #[cfg(unix)]
        let _ = Command::new("kill").args(["-9", "--", &format!("-{}", self.0.id())]).status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// A driver on a port of its own, once it listens.
fn start(command: &mut Command) -> (Process, String) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    command.arg(format!("--port={port}")).stdout(Stdio::null());
    let process = Process::start(command);
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(start.elapsed() < PATIENCE, "{command:?} does not listen");
        thread::sleep(POLL_EVERY);
    }
    (process, format!("http://127.0.0.1:{port}"))
}

async fn firefox() -> WebDriverResult<Option<Engine>> {
    let browser = on_path("firefox-esr").or_else(|| on_path("firefox"));
    let (Some(browser), Some(driver)) = (browser, on_path("geckodriver")) else {
        println!("SKIPPED: Firefox and geckodriver are not there; run `cargo xtask setup`");
        return Ok(None);
    };
    let (process, address) = start(&mut Command::new(driver));
    let mut capabilities = DesiredCapabilities::firefox();
    capabilities.add_arg("-headless")?;
    capabilities.set_firefox_binary(&browser.to_string_lossy())?;
    let web = WebDriver::new(address, capabilities).await?;
    Ok(Some(Engine { web, _processes: vec![process] }))
}

async fn webkit() -> WebDriverResult<Option<Engine>> {
    let is_there = PathBuf::from(MINI_BROWSER).is_file();
    let (Some(driver), Some(display), true) =
        (on_path("WebKitWebDriver"), on_path("Xvfb"), is_there)
    else {
        println!("SKIPPED: WebKit's driver and Xvfb are not there; run `cargo xtask setup`");
        return Ok(None);
    };
    let mut command = Command::new(display);
    command.args(["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]);
    let mut display = Process::start(command.stdout(Stdio::piped()));
    let mut number = String::new();
    let output = display.0.stdout.take().expect("the output is a pipe");
    BufReader::new(output).read_line(&mut number).expect("the number of the display");
    let mut command = Command::new(driver);
    command
        .env("DISPLAY", format!(":{}", number.trim()))
        .env("GDK_BACKEND", "x11")
        // There is nothing to speed it up with.
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    let (process, address) = start(&mut command);
    let options = json!({ "binary": MINI_BROWSER, "args": ["--automation"] });
    let wanted = json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options });
    let Value::Object(wanted) = wanted else { unreachable!("it is an object") };
    let web = WebDriver::new(address, Capabilities::from(wanted)).await?;
    Ok(Some(Engine { web, _processes: vec![process, display] }))
}

/// Waits until a function body gives the expected value. A script may also end without a result while a page
/// gives way to the next, which the driver of `WebKit` calls one that it cannot parse.
async fn becomes(web: &WebDriver, expected: Value, body: &str) -> WebDriverResult<()> {
    let start = Instant::now();
    loop {
        let state = match web.execute(body, vec![]).await {
            Ok(state) => state.convert::<Value>()?,
            Err(error) if start.elapsed() > PATIENCE => return Err(error),
            Err(error) => json!(error.to_string()),
        };
        if state == expected {
            return Ok(());
        }
        assert!(start.elapsed() < PATIENCE, "{body}: {state}, not {expected}");
        tokio::time::sleep(POLL_EVERY).await;
    }
}

/// Everything that has to work in a browser.
async fn works(engine: Option<Engine>) -> WebDriverResult<()> {
    let Some(engine) = engine else { return Ok(()) };
    let web = &engine.web;
    the_page_works(web).await?;
    the_element_works(web).await?;
    the_frame_works(web).await?;
    web.clone().quit().await
}

async fn the_page_works(web: &WebDriver) -> WebDriverResult<()> {
    let server = Server::start(None, Hosted::default()).await;
    for (path, lang) in [("/", "en"), ("/index.ar.html", "ar")] {
        web.goto(format!("{}{path}", server.origin())).await?;
        let read = "const root = document.querySelector('.explainer');
            return [root.lang, 'live' in root.dataset, root.dataset.country ?? null, location.hash,
                document.querySelectorAll('li.event').length]";
        becomes(web, json!([lang, true, null, "", 71]), read).await?;
        web.find(By::Css("[data-country-button=ML]")).await?.click().await?;
        becomes(web, json!([lang, true, "ML", "#country=ML", 71]), read).await?;
        // The map answers as well as its buttons.
        let shape = "const shape = document.querySelector('svg [data-feature=NE]');
            shape.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
        // Whether the click was done shows in what follows, also where its script has no result.
        let _ = web.execute(shape, vec![]).await;
        becomes(web, json!([lang, true, "NE", "#country=NE", 71]), read).await?;
        web.back().await?;
        becomes(web, json!([lang, true, "ML", "#country=ML", 71]), read).await?;
        let search = web.find(By::Css(".search input, input[type=search]")).await?;
        search.send_keys("Kidal").await?;
        let found = "return [...document.querySelectorAll('.suggestions [role=option], [role=listbox] [role=option]')].length > 0";
        if lang == "en" {
            becomes(web, json!(true), found).await?;
        }
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        becomes(web, json!(true), fits).await?;
    }
    Ok(())
}

async fn the_element_works(web: &WebDriver) -> WebDriverResult<()> {
    let server = Server::start(None, Hosted::folder(".").under("")).await;
    web.goto(format!("{}/examples/news-page/", server.origin())).await?;
    let read = r#"
        document.getElementById("aside").scrollIntoView();
        return ["main", "aside"].map((id) => {
            const root = document.getElementById(id).shadowRoot?.querySelector(".explainer");
            return [root?.lang ?? null, root?.dataset.country ?? null];
        });"#;
    becomes(web, json!([["fr", null], ["ar", null]]), read).await?;
    web.find(By::Css("[data-selects='country=NE']")).await?.click().await?;
    becomes(web, json!([["fr", "NE"], ["ar", null]]), read).await
}

async fn the_frame_works(web: &WebDriver) -> WebDriverResult<()> {
    let server = Server::start(None, Hosted::folder(".").under("")).await;
    web.goto(format!("{}/examples/frame/#country=BF", server.origin())).await?;
    let read = r#"
        document.querySelectorAll("iframe")[1]?.scrollIntoView();
        return [...document.querySelectorAll("iframe")].map(({ style }) => parseInt(style.height) > 1000);"#;
    becomes(web, json!([true, true]), read).await
}

#[tokio::test]
async fn it_works_in_firefox() -> WebDriverResult<()> {
    works(firefox().await?).await
}

#[tokio::test]
async fn it_works_in_webkit() -> WebDriverResult<()> {
    // Its driver breaks down now and then on a busy machine. Where the page is at fault, it does so twice.
    match works(webkit().await?).await {
        Err(error) => {
            println!("once more after: {error}");
            works(webkit().await?).await
        }
        done => done,
    }
}
