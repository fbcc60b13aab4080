//! Programs without which some tests are skipped: web servers, and browsers of other makers.

use crate::cargo_tool::{self, CargoTool};
use crate::debian;
use crate::environment::Environment;
use crate::setup::Progress;
use std::path::PathBuf;

/// Programs that tests of one kind need, all of them.
struct Group {
    name: &'static str,
    /// The programs, with the other names that each has.
    programs: &'static [&'static [&'static str]],
    /// Debian's packages of them, with what else they need there.
    packages: &'static [&'static str],
}

/// What the shipped configuration is tested with.
const SERVERS: Group = Group {
    name: "nginx, Caddy and wrk",
    programs: &[&["nginx"], &["caddy"], &["wrk"]],
    packages: &["nginx-light", "libnginx-mod-http-brotli-static", "caddy", "wrk"],
};
const FIREFOX: Group =
    Group { name: "Firefox", programs: &[&["firefox", "firefox-esr"]], packages: &["firefox-esr"] };
/// Where it has no window of its own, a display without a screen.
const WEBKIT: Group = Group {
    name: "WebKit and Xvfb",
    programs: &[&["WebKitWebDriver"], &["Xvfb"]],
    packages: &["webkit2gtk-driver", "xvfb"],
};

/// Makes sure of the web servers, where that is possible.
pub fn ensure_servers(environment: &mut Environment, progress: &Progress) {
    // Where Debian has servers; not on everybody's PATH.
    environment.path.append(PathBuf::from("/usr/sbin"));
    ensure(&SERVERS, environment, progress);
}

/// Makes sure of other browsers than Chromium with their drivers, where that is possible.
pub fn ensure_browsers(environment: &mut Environment, progress: &Progress) {
    ensure(&WEBKIT, environment, progress);
    if ensure(&FIREFOX, environment, progress)
        && let Err(error) = cargo_tool::ensure(&CargoTool::GECKODRIVER, environment, progress)
    {
        println!("{error:#}");
        progress.absent("geckodriver", "tests in Firefox are skipped");
    }
}

/// Whether all programs of a group are there; they are installed where Debian's packages can be.
fn ensure(group: &Group, environment: &Environment, progress: &Progress) -> bool {
    let missing = || -> Vec<&str> {
        let is_there =
            |names: &[&str]| names.iter().any(|program| environment.path.find(program).is_some());
        group.programs.iter().filter(|names| !is_there(names)).map(|names| names[0]).collect()
    };
    if missing().is_empty() {
        progress.present(group.name, "");
        return true;
    }
    if debian::is_possible(environment)
        && debian::install(environment, progress, group.name, group.packages).is_ok()
    {
        return true;
    }
    let without = format!("tests without {} are skipped", missing().join(" and "));
    progress.absent(group.name, &without);
    false
}
