//! A web server for the folders of a page.

use axum::Router;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// Serves folders, compressed, on a port of its own until it is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Starts serving the first folder that has what is asked for, of two at most.
    pub async fn start(folders: &[PathBuf]) -> Self {
        let serve = |folder: &PathBuf| ServeDir::new(folder).precompressed_br();
        let first = serve(&folders[0]);
        let app = match folders.get(1) {
            Some(next) => Router::new().fallback_service(first.fallback(serve(next))),
            None => Router::new().fallback_service(first),
        };
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket has an address");
        Self { address, task: tokio::spawn(async move { axum::serve(listener, app).await }) }
    }

    /// The address of its page.
    pub fn page(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
