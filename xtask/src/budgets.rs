//! How large the files that readers load may be.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// `budgets.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    file: Vec<Budget>,
}

/// What one file of `dist/` may weigh.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// What the file is.
    name: String,
    /// Its name; `*` stands for the hash.
    file: String,
    /// Limit in bytes after compression.
    limit: usize,
    /// Why this limit.
    reason: String,
}

/// Compares the files of `dist/` with their budgets and prints a table.
///
/// # Errors
/// If a file is missing or over its limit, or the budgets cannot be read.
pub fn check(root: &Path) -> Result<()> {
    let path = root.join("budgets.toml");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let budgets: Budgets =
        toml::from_str(&text).with_context(|| format!("cannot read {}", path.display()))?;
    println!("   {:<9} {:>9} {:>10} {:>10}", "file", "bytes", "brotli 11", "limit");
    let mut over = Vec::new();
    for budget in &budgets.file {
        let file = find(&root.join("dist"), &budget.file)?;
        let bytes = size(&file)?;
        // What servers send that compress ahead of time.
        let mut twin = file.into_os_string();
        twin.push(".br");
        let compressed = size(twin.as_ref())?;
        println!("   {:<9} {bytes:>9} {compressed:>10} {:>10}", budget.name, budget.limit);
        if compressed > budget.limit {
            over.push(format!(
                "{} has {compressed} bytes after compression, {} more than its limit of {} ({})",
                budget.name,
                compressed - budget.limit,
                budget.limit,
                budget.reason,
            ));
        }
    }
    if !over.is_empty() {
        bail!(
            "over budget: {}\nmake it smaller, or change budgets.toml and say why",
            over.join("; ")
        );
    }
    Ok(())
}

/// The one file of a folder with this name; `*` stands for the hash.
fn find(folder: &Path, pattern: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}; run `cargo xtask build`", folder.display()))?;
    let mut files = entries.flatten().map(|entry| entry.path()).filter(|path| {
        path.file_name().is_some_and(|name| matches(pattern, &name.to_string_lossy()))
    });
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        (None, _) => bail!("{} has no file {pattern}; run `cargo xtask build`", folder.display()),
        (Some(_), Some(_)) => bail!("{} has more than one file {pattern}", folder.display()),
    }
}

/// Whether a name fits a pattern in which `*` stands for hexadecimal digits.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => name
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
            .is_some_and(|hash| !hash.is_empty() && hash.bytes().all(|b| b.is_ascii_hexdigit())),
        None => pattern == name,
    }
}

fn size(file: &Path) -> Result<usize> {
    let metadata = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?;
    usize::try_from(metadata.len()).with_context(|| format!("{} is too large", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_a_hash_only() {
        for (pattern, name, expected) in [
            ("a.css", "a.css", true),
            ("a.css", "b.css", false),
            ("app-*.js", "app-0a1b2c.js", true),
            ("app-*.js", "app-.js", false),
            ("app-*.js", "app.js", false),
            ("app-*.js", "app-0a1b2c_bg.js", false),
            ("app-*_bg.wasm", "app-ff_bg.wasm", true),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn a_misspelt_budget_is_refused() {
        let error =
            toml::from_str::<Budgets>("[[file]]\nname = 'a'\nlimits = 3").expect_err("a typo");
        assert!(error.to_string().contains("limits"), "{error}");
    }
}
