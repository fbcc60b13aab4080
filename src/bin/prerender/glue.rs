//! The glue between the program and the page.

use crate::minify::Minifier;
use crate::page;
use crate::staging::Staging;
use anyhow::Result;

/// How wasm-bindgen has a program set an attribute.
const SETS: &str =
    "arg0.setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));";

/// The same, but an attribute stays untouched that has the value.
const CHANGES: &str =
    "const name = getStringFromWasm0(arg1, arg2), value = getStringFromWasm0(arg3, arg4);
            if (arg0.getAttribute(name) !== value) arg0.setAttribute(name, value);";

/// Writes the glue module anew, under a name of its own, so that a program that takes over a page changes
/// nothing there. Yew sets every attribute of every element then, and browsers lay a drawing out anew whose
/// geometry is set, even to what it was. Returns the module's name.
pub fn write(staging: &Staging, minifier: Minifier, file: &str) -> Result<String> {
    let glue = String::from_utf8(staging.take(file)?)?;
    let glue = page::fill(file, &glue, &[(SETS, CHANGES.to_owned())])?;
    let glue = minifier.text(file, glue)?;
    staging.write_stamped("sahel-explainer", "js", glue.as_bytes())
}
