//! The web servers that the shipped configuration is tested with.

use crate::debian;
use crate::environment::Environment;
use crate::setup::Progress;
use std::path::PathBuf;

/// The programs, with what else Debian's nginx needs for brotli.
const PROGRAMS: [&str; 3] = ["nginx", "caddy", "wrk"];
const PACKAGES: [&str; 4] = ["nginx-light", "libnginx-mod-http-brotli-static", "caddy", "wrk"];

/// Makes sure that nginx, Caddy and wrk are there, where Debian's packages can be installed. Elsewhere the
/// tests that need them say that they are skipped.
pub fn ensure(environment: &mut Environment, progress: &Progress) {
    let name = "nginx, Caddy and wrk";
    // Where Debian has servers; not on everybody's PATH.
    environment.path.append(PathBuf::from("/usr/sbin"));
    let missing = |environment: &Environment| -> Vec<&str> {
        PROGRAMS.into_iter().filter(|program| environment.path.find(program).is_none()).collect()
    };
    if missing(environment).is_empty() {
        progress.present(name, "");
        return;
    }
    let is_installed = debian::is_possible(environment)
        && debian::install(environment, progress, name, &PACKAGES).is_ok();
    if is_installed {
        return;
    }
    let without = format!("tests without {} are skipped", missing(environment).join(" and "));
    progress.absent(name, &without);
}
