//! Taking connections: who is at the other end, and patience with limits.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// How long the lines before a request's body may take, and how long an idle connection is kept. Somebody who sends a
/// letter a second (a *slow loris*) holds a connection no longer than this.
pub const HEADERS: Duration = Duration::from_secs(20);

/// Takes connections until the token is cancelled, then lets requests under way end. `headers` is the patience with the
/// lines before a body, ordinarily [`HEADERS`].
pub async fn accept(listener: TcpListener, router: Router, stop: CancellationToken, headers: Duration) {
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(headers).max_headers(100);
    let graceful = GracefulShutdown::new();
    loop {
        let (stream, peer) = tokio::select! {
            () = stop.cancelled() => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Most likely too many open files: those that close now make room.
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
        };
        // Small answers must not wait for the acknowledgement of the ones before.
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = service_fn(move |request: Request<Incoming>| answer(router.clone(), request, peer));
        let connection = graceful.watch(server.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A browser that goes away in the middle of something is no news.
            let _ = connection.await;
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

async fn answer(router: Router, request: Request<Incoming>, peer: SocketAddr) -> Result<axum::response::Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request).await
}
