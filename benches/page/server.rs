//! A web server for one folder.

use axum::Router;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// Serves a folder, compressed, on a port of its own until it is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Starts serving.
    pub async fn start(folder: &Path) -> Self {
        let app = Router::new().fallback_service(ServeDir::new(folder).precompressed_br());
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
