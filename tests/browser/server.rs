//! A web server for `dist/`.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// What newsrooms send at their strictest: only our own files, nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// What goes wrong with the files whose path ends like this.
#[derive(Clone, Copy, Debug)]
pub enum Trouble {
    /// They are not there.
    Missing(&'static str),
    /// They take this long.
    Slow(&'static str, Duration),
    /// The first text in them is replaced by the second.
    Changed(&'static str, &'static str, &'static str),
}

/// Serves `dist/` on a port of its own until it is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Starts serving, with the trouble that a test is about.
    pub async fn start(trouble: Option<Trouble>) -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(dist.join("index.html").exists(), "no dist/index.html: run `cargo xtask build`");
        let policy = SetResponseHeaderLayer::overriding(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY),
        );
        let troubled = from_fn(move |request, next| answer(trouble, request, next));
        let app = Router::new().fallback_service(ServeDir::new(dist)).layer(policy).layer(troubled);
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket has an address");
        let task = tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, task }
    }

    /// The start of all its addresses, such as `http://127.0.0.1:40123`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

async fn answer(trouble: Option<Trouble>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    match trouble {
        Some(Trouble::Missing(ending)) if path.ends_with(ending) => {
            StatusCode::NOT_FOUND.into_response()
        }
        Some(Trouble::Slow(ending, pause)) if path.ends_with(ending) => {
            tokio::time::sleep(pause).await;
            next.run(request).await
        }
        Some(Trouble::Changed(ending, from, to)) if path.ends_with(ending) => {
            let (mut head, body) = next.run(request).await.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.expect("a file of dist/");
            let changed = replaced(&bytes, from.as_bytes(), to.as_bytes());
            head.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(head, Body::from(changed))
        }
        _ => next.run(request).await,
    }
}

/// The bytes with the first of some bytes, which has to be there, replaced by others.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from);
    let at = at.unwrap_or_else(|| panic!("no {:?} in the file", String::from_utf8_lossy(from)));
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
