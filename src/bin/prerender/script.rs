//! Our own scripts, without what only people need.

/// A script without comments that have lines of their own, and without indentation. Strings over several
/// lines would suffer; our scripts have none.
pub fn shorten(script: &str) -> String {
    let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|start| line.starts_with(start));
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    let mut short = String::with_capacity(script.len());
    for line in lines {
        short.push_str(line);
        short.push('\n');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn code_stays_and_comments_go() {
        let script = "// The loader\n\n/** What\n * is */\nif (a) {\n  b(\"//c\"); // d\n}\n";
        assert_eq!(shorten(script), "if (a) {\nb(\"//c\"); // d\n}\n");
    }
}
