//! Scripts and styles without what only people need, by esbuild.

use anyhow::{Context, Result, bail};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where npm puts esbuild.
const PACKAGE: &str = "node_modules/esbuild";

/// What Node runs with the name of a file: reads its text and writes it short. No syntax appears that browsers
/// which know the style's nesting and `light-dark()` could not read.
const PROGRAM: &str = r#"
const { transformSync } = require("esbuild");
const text = require("fs").readFileSync(0, "utf8"), sourcefile = process.argv[1];
const script = { loader: "js", format: "esm", target: "es2022" };
const kind = sourcefile.endsWith(".css") ? { loader: "css" } : script;
try {
  const options = { ...kind, sourcefile, minify: true, charset: "utf8", logLevel: "warning" };
  const { code, warnings } = transformSync(text, options);
  if (warnings.length) process.exitCode = 1;
  else process.stdout.write(code);
} catch {
  process.exitCode = 1;
}"#;

/// Makes scripts and styles short, in release builds.
#[derive(Clone, Copy, Debug)]
pub struct Minifier {
    is_on: bool,
}

impl Minifier {
    /// For a build. One for readers is larger without esbuild, and says so.
    pub fn new(is_release: bool) -> Self {
        let is_there = Path::new(PACKAGE).is_dir();
        if is_release && !is_there {
            eprintln!(
                "prerender: {PACKAGE} is missing, so scripts and styles stay as they are written; `npm ci` installs it"
            );
        }
        Self { is_on: is_release && is_there }
    }

    /// The text of a file that ends in `.js` or `.css`, short in a release.
    pub fn text(self, file: &str, text: String) -> Result<String> {
        if self.is_on { minify(file, &text) } else { Ok(text) }
    }
}

fn minify(file: &str, text: &str) -> Result<String> {
    let mut node = Command::new("node")
        .args(["--eval", PROGRAM, file])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start node, which runs esbuild")?;
    let mut input = node.stdin.take().context("node has no input")?;
    input
        .write_all(text.as_bytes())
        .with_context(|| format!("{file}: esbuild does not read it"))?;
    drop(input);
    let output = node.wait_with_output().with_context(|| format!("{file}: esbuild"))?;
    if !output.status.success() {
        bail!("{file}: esbuild says\n{}", String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8(output.stdout).with_context(|| format!("{file}: esbuild"))
}

#[cfg(test)]
mod tests {
    use super::{Minifier, minify};

    #[test]
    fn scripts_keep_what_they_say_and_export_and_styles_their_nesting_and_letters() {
        let files = [
            (
                "loader.js",
                "// The loader\nexport function one(argument) {\n  return `// ${argument}`;\n}\n",
                "function e(n){return`// ${n}`}export{e as one};\n",
            ),
            (
                "a.css",
                ".a {\n  /* why */\n  color: light-dark(red, blue);\n  .b { content: \"←\"; }\n}\n",
                ".a{color:light-dark(red,blue);.b{content:\"←\"}}\n",
            ),
        ];
        for (file, text, short) in files {
            assert_eq!(minify(file, text).expect(file), short);
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        for (file, text, place) in [
            ("bad.js", "let a;\nconst b;\n", "bad.js:2:6"),
            ("bad.css", ".a {\n  color; red;\n}\n", "bad.css:2:7"),
        ] {
            let error = minify(file, text).expect_err(file).to_string();
            assert!(error.contains(place), "{error}");
        }
    }

    #[test]
    fn builds_for_developers_stay_as_they_are() {
        let script = "// The loader\n";
        let kept = Minifier::new(false).text("a.js", script.to_owned());
        assert_eq!(kept.expect("a script"), script);
    }
}
