//! Style and script inside of pages that are the explainer themselves, so that nothing waits for another file.

use anyhow::{Context, Result};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// What stands inside of the pages of every language, and has to be named by their policy.
pub struct Inline {
    /// The style that the header needs. It stands in the head, so that the first paint waits for no more.
    pub first: String,
    /// The rest of `explainer.css`, which stands behind the header.
    pub rest: String,
    /// What applies until the program answers; the loader switches it off by its mark.
    pub still: String,
    /// What remembers clicks until the program answers. It stands before the first country, and runs there.
    pub early: String,
}

impl Inline {
    /// The element for the head of a page.
    pub fn head(&self) -> String {
        format!("<style>{}</style>", self.first)
    }

    /// The elements that stand behind the header.
    pub fn behind_header(&self) -> String {
        let Self { rest, still, early, .. } = self;
        format!("<style>{rest}</style><style data-still>{still}</style><script>{early}</script>")
    }

    /// What a policy has to say so that the elements apply, by the names of its places.
    pub fn sources(&self) -> [(&'static str, String); 2] {
        let style = [&self.first, &self.rest, &self.still].map(|style| source(style));
        [("STYLE_SOURCES", style.join(" ")), ("SCRIPT_SOURCES", source(&self.early))]
    }
}

/// What a policy has to say so that an element with a text applies.
fn source(text: &str) -> String {
    format!("'sha256-{}'", Base64::encode_string(&Sha256::digest(text)))
}

/// A module that exports one function as a script of its own, whose names are nobody else's.
pub fn script(file: &str, module: &str) -> Result<String> {
    let (before, function) = module
        .split_once("export function ")
        .filter(|(before, after)| ![before, after].iter().any(|part| part.contains("export ")))
        .with_context(|| format!("{file}: expected one `export function`, and no other export"))?;
    Ok(format!("(() => {{\n{before}function {function}}})();\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digests are those that `openssl dgst -sha256 -binary | base64` gives.
    #[test]
    fn a_policy_names_everything() {
        let [first, rest, still, early] = ["a{}", "b{}", "", "c()"].map(str::to_owned);
        let inline = Inline { first, rest, still, early };
        assert_eq!(inline.head(), "<style>a{}</style>");
        assert_eq!(
            inline.behind_header(),
            "<style>b{}</style><style data-still></style><script>c()</script>"
        );
        assert_eq!(
            inline.sources().map(|(_, source)| source),
            [
                "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=' 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans=' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                "'sha256-uv6BXxguRKhBqgeOtcyTvppA2Vttceh37dUo7xwS8Ug='",
            ]
        );
    }

    #[test]
    fn a_module_of_one_function_is_a_script() {
        let module = "const a = 1;\nexport function b() {}\nb();\n";
        let expected = "(() => {\nconst a = 1;\nfunction b() {}\nb();\n})();\n";
        assert_eq!(script("a.js", module).expect("a script"), expected);
        for module in ["b();\n", "export function b() {}\nexport const c = 1;\n"] {
            let error = script("a.js", module).expect_err(module).to_string();
            assert_eq!(error, "a.js: expected one `export function`, and no other export");
        }
    }
}
