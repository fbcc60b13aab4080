//! What the build writes for servers.

use std::path::Path;

/// What the shipped policy allows in style beside files: the digests of what stands in the pages.
pub fn style_sources() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/_headers");
    let headers = std::fs::read_to_string(path).expect("dist/ is built");
    let (_, rest) = headers.split_once("style-src 'self' ").expect("a policy on style");
    let (sources, _) = rest.split_once(';').expect("more of the policy");
    assert_eq!(sources.matches("'sha256-").count(), 3, "{sources}");
    sources.to_owned()
}
