//! The glue between the program and the page.

use crate::minify::Minifier;
use crate::page;
use crate::staging::Staging;
use anyhow::Result;

/// What wasm-bindgen writes, and what stands in its place.
///
/// Yew sets every attribute of every element that it takes over, after it has asked for the name of the element
/// and before it asks for its children. The markup has these attributes, so they are left alone, without reading
/// their names and values from the program's memory. Where an attribute is set to what it is at other times,
/// nothing is done either: browsers lay a drawing out anew whose geometry is set. Yew does not ask inputs for
/// children, so they are never known as taken over. A text that is set to what it is stays untouched too:
/// readers may have selected it.
const REWRITTEN: [(&str, &str); 4] = [
    (
        "const ret = arg1.tagName;",
        "const ret = arg1.tagName;
            taken = /^(input|textarea)$/i.test(ret) ? null : arg1;",
    ),
    (
        "const ret = arg0.childNodes;",
        "const ret = arg0.childNodes;
            taken = null;",
    ),
    (
        "arg0.setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));",
        "if (arg0 === taken) return;
            const name = getStringFromWasm0(arg1, arg2), value = getStringFromWasm0(arg3, arg4);
            if (arg0.getAttribute(name) !== value) arg0.setAttribute(name, value);",
    ),
    (
        "arg0.nodeValue = arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2);",
        "const text = arg1 === 0 ? null : getStringFromWasm0(arg1, arg2);
            if (arg0.nodeValue !== text) arg0.nodeValue = text;",
    ),
];

/// Writes the glue module anew, under a name of its own, so that a program that takes over a page changes
/// nothing there. Returns the module's name.
pub fn write(staging: &Staging, minifier: Minifier, file: &str) -> Result<String> {
    let glue = String::from_utf8(staging.take(file)?)?;
    let rewritten = REWRITTEN.map(|(before, after)| (before, after.to_owned()));
    let glue = page::fill(file, &glue, &rewritten)?;
    let glue = minifier.text(file, ["let taken = null;\n", &glue].concat())?;
    staging.write_stamped("sahel-explainer", "js", glue.as_bytes())
}
