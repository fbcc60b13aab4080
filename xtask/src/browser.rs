//! The browser that tests run in.

use crate::command::output_of;
use crate::debian;
use crate::environment::{Chromium, Environment};
use crate::search_path::is_program;
use crate::setup::Progress;
use crate::version::Version;
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// Names of the browser on PATH.
const BROWSERS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/// Places outside PATH where installers put it.
const BROWSER_FILES: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
/// Names of the driver on PATH.
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
/// Debian's packages of both.
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Makes sure that Chromium and a driver of the same version are there.
///
/// # Errors
/// If one is missing and cannot be installed, or the two do not fit.
pub fn ensure(environment: &mut Environment, progress: &Progress) -> Result<()> {
    let name = "Chromium and chromedriver";
    let mut found = find(environment)?;
    let was_there = found.is_some();
    if !was_there && debian::is_possible(environment) {
        debian::install(environment, progress, name, &PACKAGES)?;
        found = find(environment)?;
    }
    let Some(chromium) = found else {
        bail!(
            "{name} are needed and were not found on PATH, nor in the variables CHROME and CHROMEDRIVER.\nInstall \
             Chromium or Chrome and the chromedriver of the same version: on Debian or Ubuntu `apt-get install {}`, on \
             Fedora `dnf install chromium chromedriver`, on macOS `brew install --cask google-chrome chromedriver`; then \
             run this again",
            PACKAGES.join(" "),
        );
    };
    let version = fitting_version(&chromium)?;
    if was_there {
        progress.present(name, &format!("({version})"));
    }
    environment.chromium = Some(chromium);
    Ok(())
}

/// Both programs: the ones that the variables name, else the ones found.
fn find(environment: &Environment) -> Result<Option<Chromium>> {
    let named = |variable: &str| -> Result<Option<PathBuf>> {
        match env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
            Some(file) if is_program(&file) => Ok(Some(file)),
            Some(file) => {
                bail!(
                    "{variable} is {}, which is not a program; correct it or unset it",
                    file.display()
                )
            }
            None => Ok(None),
        }
    };
    let on_path = |names: &[&str]| names.iter().find_map(|program| environment.path.find(program));
    let browser = named("CHROME")?
        .or_else(|| on_path(&BROWSERS))
        .or_else(|| BROWSER_FILES.iter().map(PathBuf::from).find(|file| is_program(file)));
    let driver = named("CHROMEDRIVER")?.or_else(|| on_path(&DRIVERS));
    Ok(browser.zip(driver).map(|(browser, driver)| Chromium { browser, driver }))
}

/// The first number of the browser's version, which the driver has to share.
fn fitting_version(chromium: &Chromium) -> Result<u32> {
    let major = |program: &PathBuf| -> Option<u32> {
        let output = output_of(Command::new(program).arg("--version"))?;
        Version::in_output(&output).map(|version| version.major)
    };
    match (major(&chromium.browser), major(&chromium.driver)) {
        (Some(browser), Some(driver)) if browser == driver => Ok(browser),
        (browser, driver) => {
            let say = |version: Option<u32>| {
                version.map_or_else(|| "unknown".to_owned(), |version| version.to_string())
            };
            bail!(
                "{} has version {} and {} has version {}; the two have to be the same: install the chromedriver of the \
                 browser's version, or name others in the variables CHROME and CHROMEDRIVER",
                chromium.browser.display(),
                say(browser),
                chromium.driver.display(),
                say(driver),
            )
        }
    }
}
