//! The npm package, from what the release build made.

use crate::command::{output_of, run};
use crate::environment::Environment;
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The package's folder, below the project's.
const FOLDER: &str = "target/npm/sahel-explainer";
/// The packed package, without a version in its name, so that the example can name it.
const PACKED: &str = "target/npm/sahel-explainer.tgz";

/// Files of `dist/` that start like this are the explainer; the rest is pages and what belongs to them.
const PROGRAM: [&str; 14] = [
    "sahel-explainer.js",
    "sahel-explainer.d.ts",
    "sahel-explainer-",
    "explainer.css",
    "frame.js",
    "early-",
    "host-",
    "share-",
    "picture-",
    "custom-",
    "story.",
    // What stories that pages bring need besides.
    "compile-",
    "words.",
    "land-",
];
/// Files of the package that no build makes.
const OWN: [&str; 8] = [
    "assets/npm/README.md",
    "assets/npm/custom-elements.json",
    "assets/npm/react.d.ts",
    "assets/npm/svelte.d.ts",
    "assets/npm/server.js",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "assets/story/LICENSE-geometry.md",
];

/// The module that apps import. Frameworks ask an element what properties it has, so it has to be defined
/// before they first render.
const ENTRY: &str = "import { define } from \"./sahel-explainer.js\";\n\nexport { define, mount } from \"./sahel-explainer.js\";\n\nawait define();\n";

/// Where the menu for sharing looks for the pages of the build: beside itself. As a release writes it.
const BESIDE: &str = "new URL(\".\",import.meta.url).href";

/// Writes the package's folder and packs it.
///
/// # Errors
/// If there is no release build, a file cannot be copied, or npm refuses the package.
pub fn run_for(environment: &Environment) -> Result<()> {
    let folder = environment.root.join(FOLDER);
    write(&environment.root, &folder)?;
    let mut pack = environment.command("npm")?;
    pack.current_dir(&folder).args(["pack", "--silent", "--pack-destination", ".."]);
    let name = output_of(&mut pack).context("npm does not pack the package")?;
    let packed = folder.with_file_name(name.trim());
    let size = fs::metadata(&packed)?.len();
    fs::rename(&packed, environment.root.join(PACKED))?;
    println!("{PACKED}: {} kB; {FOLDER} is the same as a folder", size / 1000);
    Ok(())
}

/// Installs the package into the app of Vite in `examples/`, checks the app's types and builds it.
///
/// # Errors
/// If npm, the compiler of TypeScript or Vite says so.
pub fn build_example(environment: &Environment) -> Result<()> {
    let folder = environment.root.join("examples/vite");
    let npm = |arguments: &[&str]| -> Result<()> {
        let mut npm = environment.command("npm")?;
        run(npm.current_dir(&folder).args(arguments))
    };
    npm(&["ci", "--no-audit", "--no-fund"])?;
    npm(&["run", "--silent", "check"])?;
    npm(&["run", "--silent", "build"])?;
    // A server may import the package, and is told what it cannot do there.
    let mut node = environment.command("node")?;
    let ask = "import(\"sahel-explainer\").then(({ mount }) => mount()).catch(({ message }) => console.log(message))";
    node.current_dir(&folder).args(["--eval", ask]);
    let said = output_of(&mut node).unwrap_or_default();
    if said.trim() != "sahel-explainer: explainers start in browsers only" {
        bail!("a server that imports the package is told {:?}", said.trim());
    }
    Ok(())
}

fn write(root: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let copy = |file: PathBuf| -> Result<()> {
        let name = file.file_name().context("a file has a name")?;
        fs::copy(&file, folder.join(name))
            .with_context(|| format!("cannot copy {}", file.display()))?;
        Ok(())
    };
    let dist = root.join("dist");
    let built =
        fs::read_dir(&dist).with_context(|| format!("no {}: build first", dist.display()))?;
    let mut shares = Vec::new();
    for entry in built {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !is_program(&name) {
            continue;
        }
        if name.starts_with("share-") {
            shares.push(name);
        }
        copy(file)?;
    }
    for file in OWN {
        copy(root.join(file))?;
    }
    let [share] = &shares[..] else {
        bail!("dist/ has {} menus for sharing: make it anew", shares.len());
    };
    place_menu(&folder.join(share))?;
    fs::write(folder.join("index.js"), ENTRY)?;
    let manifest = manifest(&version(root)?);
    fs::write(folder.join("package.json"), serde_json::to_string_pretty(&manifest)? + "\n")?;
    Ok(())
}

fn is_program(name: &str) -> bool {
    const NOT_LOADED: [&str; 3] = ["br", "gz", "csv"];
    let extension = Path::new(name).extension().unwrap_or_default();
    let starts = PROGRAM.iter().any(|start| name.starts_with(start));
    starts && name != "story.json" && !NOT_LOADED.iter().any(|&other| extension == other)
}

/// Tells the menu for sharing where the pages of the build are, which are not in the package: at `SITE_URL`,
/// or nowhere, and it then offers no code to embed them.
fn place_menu(file: &Path) -> Result<()> {
    let site = match env::var("SITE_URL").ok().filter(|site| !site.is_empty()) {
        Some(site) if site.ends_with('/') => Some(site),
        Some(site) => Some(site + "/"),
        None => None,
    };
    let menu = fs::read_to_string(file)?;
    if menu.matches(BESIDE).count() != 1 {
        bail!("{} does not say once where it is", file.display());
    }
    fs::write(file, menu.replace(BESIDE, &json!(site).to_string()))?;
    Ok(())
}

/// The version of the crate, which is the package's.
fn version(root: &Path) -> Result<String> {
    let manifest: toml::Table = fs::read_to_string(root.join("Cargo.toml"))?.parse()?;
    let version = manifest.get("package").and_then(|package| package.get("version")?.as_str());
    Ok(version.context("Cargo.toml has no version")?.to_owned())
}

fn manifest(version: &str) -> serde_json::Value {
    json!({
        "name": "sahel-explainer",
        "version": version,
        "description": "An interactive news explainer of the Alliance of Sahel States summit in Bamako, as a custom element and a module",
        "keywords": ["news", "explainer", "map", "timeline", "custom-element", "wasm"],
        "license": "(MIT OR Apache-2.0)",
        "type": "module",
        "exports": {
            ".": { "types": "./sahel-explainer.d.ts", "node": "./server.js", "default": "./index.js" },
            "./explainer.css": "./explainer.css",
            "./frame.js": "./frame.js",
            "./react": { "types": "./react.d.ts" },
            "./svelte": { "types": "./svelte.d.ts" },
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "types": "./sahel-explainer.d.ts",
        "customElements": "./custom-elements.json",
        "sideEffects": ["./index.js", "./sahel-explainer.js", "./frame.js", "*.css"],
    })
}

#[cfg(test)]
mod tests {
    use super::is_program;

    #[test]
    fn pages_and_compressed_twins_are_no_part_of_the_package() {
        for (name, expected) in [
            ("sahel-explainer.js", true),
            ("sahel-explainer-0a1b2c_bg.wasm", true),
            ("story.en.0123456789abcdef.wasm", true),
            ("words.en-0123456789abcdef.json", true),
            ("sahel-explainer.js.br", false),
            ("story.json", false),
            ("story.fr.csv", false),
            ("index.html", false),
            ("integrity.json", false),
            ("preview.png", false),
        ] {
            assert_eq!(is_program(name), expected, "{name}");
        }
    }
}
