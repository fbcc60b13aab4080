//! A web server for `dist/`.

use crate::shipped;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, stream};
use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// How much of a page's body trickles, in bytes: what fills the first screen, and more, with 50 kB of style.
const TRICKLING: usize = 110_000;
/// What comes at once of it, in bytes, if no element is longer.
const PIECE: usize = 250;
/// The pause before each piece, in which the browser draws what it has.
const PIECE_EVERY: Duration = Duration::from_millis(25);

/// What goes wrong with the files whose path ends like this, or begins, as in `/story.`.
#[derive(Clone, Copy, Debug)]
pub enum Trouble {
    /// They are not there.
    Missing(&'static str),
    /// They take this long.
    Slow(&'static str, Duration),
    /// Their head comes at once, and then the start of their body a few elements at a time.
    Trickling(&'static str),
    /// What comes after the first of these texts takes this long.
    Halting(&'static str, &'static str, Duration),
    /// The first text in them is replaced by the second.
    Changed(&'static str, &'static str, &'static str),
}

/// Pages of hosts, and what belongs to them, by their paths. They are served beside `dist/`.
#[derive(Clone, Debug, Default)]
pub struct Hosted {
    /// The folder that is served instead of `dist/`, from the project's.
    folder: Option<&'static str>,
    files: BTreeMap<String, String>,
    /// The policy of all pages, if it is not the shipped one.
    policy: Option<String>,
}

impl Hosted {
    /// A page in a language with something in its head and its body, at `/host.html`.
    pub fn page(lang: &str, head: &str, body: &str) -> Self {
        let page = format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"/icon.svg\">{head}\
             </head><body>{body}</body></html>"
        );
        Self::default().with("/host.html", &page)
    }

    /// A folder of the project in place of `dist/`.
    pub fn folder(folder: &'static str) -> Self {
        Self { folder: Some(folder), ..Self::default() }
    }

    /// The same with another file.
    #[must_use]
    pub fn with(mut self, path: &str, content: &str) -> Self {
        self.files.insert(path.to_owned(), content.to_owned());
        self
    }

    /// The same under another policy; none if it is empty.
    #[must_use]
    pub fn under(mut self, policy: &str) -> Self {
        self.policy = Some(policy.to_owned());
        self
    }

    fn answer(&self, path: &str) -> Option<Response> {
        let kind = match path.rsplit_once('.')?.1 {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            _ => "application/json",
        };
        let content = self.files.get(path)?.clone();
        Some(([(header::CONTENT_TYPE, kind)], content).into_response())
    }
}

/// Serves `dist/` on a port of its own until it is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Starts serving, with the trouble that a test is about.
    pub async fn start(trouble: Option<Trouble>, hosted: Hosted) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(hosted.folder.unwrap_or("dist"));
        assert!(
            folder.join("index.html").exists(),
            "no {}/index.html: run `cargo xtask test`, which builds it",
            folder.display()
        );
        let policy = hosted.policy.clone().unwrap_or_else(shipped::policy);
        let policy = SetResponseHeaderLayer::overriding(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_str(&policy).expect("a policy is a header"),
        );
        // What a server for frames and for pages of other sites has to say.
        let shared = SetResponseHeaderLayer::overriding(
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
        let troubled = from_fn(move |request, next| answer(trouble, request, next));
        let hosted = Arc::new(hosted);
        let hosting = from_fn(move |request: Request, next: Next| {
            let page = hosted.answer(request.uri().path());
            async move {
                match page {
                    Some(page) => page,
                    None => next.run(request).await,
                }
            }
        });
        let app = Router::new()
            .fallback_service(ServeDir::new(folder))
            .layer(hosting)
            .layer(policy)
            .layer(shared)
            .layer(troubled);
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
        Some(Trouble::Missing(part)) if is_meant(&path, part) => {
            StatusCode::NOT_FOUND.into_response()
        }
        Some(Trouble::Slow(part, pause)) if is_meant(&path, part) => {
            tokio::time::sleep(pause).await;
            next.run(request).await
        }
        Some(Trouble::Changed(part, from, to)) if is_meant(&path, part) => {
            let (mut head, body) = next.run(request).await.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.expect("a file of dist/");
            let changed = replaced(&bytes, from.as_bytes(), to.as_bytes());
            head.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(head, Body::from(changed))
        }
        Some(Trouble::Trickling(part)) if is_meant(&path, part) => {
            in_pieces(next.run(request).await, pieces, PIECE_EVERY).await
        }
        Some(Trouble::Halting(part, text, pause)) if is_meant(&path, part) => {
            let halves = |page: &[u8]| {
                let at = position(page, text.as_bytes()) + text.len();
                vec![page[..at].to_vec(), page[at..].to_vec()]
            };
            in_pieces(next.run(request).await, halves, pause).await
        }
        _ => next.run(request).await,
    }
}

/// An answer whose body comes in pieces, each after a pause but for the first.
async fn in_pieces(
    answer: Response,
    pieces: impl FnOnce(&[u8]) -> Vec<Vec<u8>>,
    pause: Duration,
) -> Response {
    let (mut head, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a file of dist/");
    head.headers.remove(header::CONTENT_LENGTH);
    let pieces = stream::iter(pieces(&bytes).into_iter().enumerate());
    let pieces = pieces.then(move |(at, piece)| async move {
        if at > 0 {
            tokio::time::sleep(pause).await;
        }
        Ok::<_, io::Error>(piece)
    });
    Response::from_parts(head, Body::from_stream(pieces))
}

/// A page in the pieces in which it trickles. They end between elements, because a browser that draws half
/// of a text draws it elsewhere where it runs from right to left. Style is one piece: half of it changes nothing.
fn pieces(page: &[u8]) -> Vec<Vec<u8>> {
    let body = position(page, b"<body");
    let (slow, rest) = page[body..].split_at(TRICKLING);
    let mut pieces = vec![page[..body].to_vec(), Vec::new()];
    let mut is_style = false;
    for tag in slow.split_inclusive(|byte| *byte == b'>') {
        let piece = pieces.last_mut().expect("there is one from the start");
        piece.extend_from_slice(tag);
        is_style = (is_style || tag.starts_with(b"<style")) && !tag.ends_with(b"</style>");
        if piece.len() > PIECE && !is_style {
            pieces.push(Vec::new());
        }
    }
    pieces.push(rest.to_vec());
    pieces
}

fn is_meant(path: &str, part: &str) -> bool {
    path.ends_with(part) || part.len() > 1 && path.starts_with(part)
}

/// Where some bytes, which have to be there, first are.
fn position(bytes: &[u8], sought: &[u8]) -> usize {
    let at = bytes.windows(sought.len()).position(|window| window == sought);
    at.unwrap_or_else(|| panic!("no {:?} in the file", String::from_utf8_lossy(sought)))
}

/// The bytes with the first of some bytes, which has to be there, replaced by others.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = position(bytes, from);
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
