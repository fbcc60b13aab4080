//! Writes the pages of the app: the markup of every route, for the program to take over.
//!
//! trunk runs it at the end of each build.

use anyhow::{Context, Result};
use std::path::PathBuf;
use std::{env, fs};
use yew::ServerRenderer;
use yew_host::{App, AppProps, Route};
use yew_router::Routable;

const MARK: &str = "<!-- APP -->";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context("this program is started by trunk")?;
    let folder = PathBuf::from(folder);
    let template = fs::read_to_string(folder.join("index.html"))?;
    let (before, after) = template.split_once(MARK).with_context(|| format!("no {MARK}"))?;
    for route in Route::ALL {
        let props = move || AppProps { page: Some(route) };
        let markup = ServerRenderer::<App>::with_props(props).render().await;
        let folder = folder.join(route.to_path().trim_start_matches('/'));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), [before, &markup, after].concat())?;
    }
    Ok(())
}
