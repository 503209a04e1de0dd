//! The smallest axum server: what the benchmark is compared with. The address to listen on is its one argument.

use axum::Router;
use axum::routing::get;

#[tokio::main]
async fn main() {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let listener = match tokio::net::TcpListener::bind(&address).await {
        Ok(listener) => listener,
        Err(error) => return eprintln!("cannot listen on {address}: {error}"),
    };
    if let Err(error) = axum::serve(listener, Router::new().route("/", get(|| async { "Hello" }))).await {
        eprintln!("{error}");
    }
}
