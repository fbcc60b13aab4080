//! What servers have to know: which names have a hash, and the policy with the digests of what stands in the pages.

use crate::page;
use anyhow::Result;

/// For static hosts that read such a file: what is sent with every file, and where the rules for hashed names go.
const HEADERS: &str = include_str!("../../../serving/_headers");
const NGINX: &str = include_str!("../../../serving/nginx.conf");
const CADDY: &str = include_str!("../../../serving/Caddyfile");

/// The configuration of a build with these hashed names and these sources of style and script, by file name.
///
/// Static hosts join the values of all rules that fit, so the general one is taken back (`!`) before the other is set.
pub fn files(hashed: &[&str], sources: &[(&str, String)]) -> Result<[(&'static str, String); 3]> {
    let rules: Vec<String> = hashed
        .iter()
        .map(|name| {
            format!(
                "/{name}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable"
            )
        })
        .collect();
    let headers = [&[("HASHED_FILES", rules.join("\n"))], sources].concat();
    Ok([
        ("_headers", page::fill("_headers", HEADERS, &headers)?),
        ("_nginx.conf", page::fill("nginx.conf", NGINX, sources)?),
        ("_Caddyfile", page::fill("Caddyfile", CADDY, sources)?),
    ])
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn hashed_names_are_kept_for_a_year_and_others_are_asked_for_again() {
        let sources = [
            ("STYLE_SOURCES", "'sha256-x'".to_owned()),
            ("SCRIPT_SOURCES", "'sha256-y'".to_owned()),
        ];
        let files = files(&["a-1.js", "b.2.wasm"], &sources).expect("templates with places");
        let policy =
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-y'; style-src 'self' 'sha256-x'; ";
        assert!(files.iter().all(|(_, file)| file.contains(policy)));
        let [(_, file), ..] = files;
        let (general, hashed) = file.split_once("/a-1.js\n").expect("a rule for the first name");
        assert!(general.contains("/*\n  Cache-Control: no-cache\n"), "{general}");
        assert_eq!(
            hashed,
            "  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n/b.2.wasm\n  ! Cache-Control\n  \
             Cache-Control: public, max-age=31536000, immutable\n"
        );
    }
}
