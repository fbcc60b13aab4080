//! What the build writes for servers.

use std::path::Path;

/// What newsrooms send at their strictest: only our own files, and inline nothing but what our own pages hold.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' SCRIPT_SOURCES; style-src 'self' STYLE_SOURCES; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// That policy, with the digests of the style and of the script that the pages of `dist/` hold.
pub fn policy() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/_headers");
    let headers = std::fs::read_to_string(path).expect("dist/ is built");
    let digests = |behind: &str, count| {
        let (_, rest) = headers.split_once(behind).expect(behind);
        let (sources, _) = rest.split_once(';').expect("more of the policy");
        assert_eq!(sources.matches("'sha256-").count(), count, "{sources}");
        sources.to_owned()
    };
    POLICY
        .replace("SCRIPT_SOURCES", &digests("script-src 'self' 'wasm-unsafe-eval' ", 1))
        .replace("STYLE_SOURCES", &digests("style-src 'self' ", 3))
}
