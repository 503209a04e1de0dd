//! The server: routes, the layers around them, background work, an orderly end.

use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::future::BoxFuture;
use samskab_platform::{App, Error, Result, limits, live, outbox, pages, sealed, search, visitor};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::{DESKS, TOOLS, assets, demo, health, listening, metrics, watch};

/// Only what comes from this server may run, be shown or be sent to; nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What a browser can do that no page here needs; passkeys are asked for by our own pages only.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

/// How often tools get to do their background work.
const TICK: Duration = Duration::from_secs(3);

/// How long a body may pause.
const BODY: Duration = Duration::from_secs(30);

/// How long requests under way may take once the server is asked to stop.
const PATIENCE: Duration = Duration::from_secs(20);

/// Every route of this installation, with its layers.
pub fn router(app: App) -> Router {
    let mut routes = pages::routes();
    for tool in TOOLS {
        routes = routes.merge((tool.routes)());
    }
    for desk in DESKS {
        routes = routes.merge((desk.routes)());
    }
    if app.settings.demo {
        routes = routes.merge(demo::pages::routes());
    }
    // Streams of events must not wait for a compressor's buffer.
    let compressible = SizeAbove::new(512)
        .and(NotForContentType::SSE)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("application/zip"));
    let whole = routes
        .fallback(|| async { Error::NotFound })
        .layer(middleware::from_fn_with_state(app.clone(), visitor::layer))
        .route("/assets/{*path}", get(assets::serve))
        .merge(health::routes())
        .layer(CsrfLayer::new())
        .layer(RequestBodyTimeoutLayer::new(BODY))
        .layer(middleware::from_fn_with_state(app.clone(), security_headers))
        .layer(CompressionLayer::new().compress_when(compressible))
        .layer(CatchPanicLayer::custom(|_| Error::Internal("a request panicked".to_owned()).into_response()))
        .layer(middleware::from_fn_with_state(app.clone(), watch::layer))
        .with_state(app.clone());
    app.set_router(whole.clone());
    whole
}

async fn security_headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // A file that somebody sent has a stricter one.
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("permissions-policy", HeaderValue::from_static(PERMISSIONS));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    if app.settings.secure() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    // A page shows what one person may see: no cache in between may keep it.
    if headers.get(CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html")) && !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    response
}

/// Serves until the process is asked to stop; open streams end, requests under way are answered, mail under way is sent.
///
/// # Errors
/// [`Error::Startup`] when the address cannot be listened on.
pub async fn serve(app: App, listener: TcpListener) -> Result<()> {
    let stop = app.stop.clone();
    metrics::listen(&app).await?;
    let background = tokio::spawn(background(app.clone()));
    let asked = stop.clone();
    tokio::spawn(async move {
        asked_to_stop().await;
        asked.cancel();
    });
    let serving = listening::accept(listener, router(app.clone()), stop.clone(), listening::HEADERS);
    let patience = stop.clone();
    tokio::select! {
        () = serving => {}
        // Somebody who never finishes their request must not keep the server from stopping.
        () = async { patience.cancelled().await; tokio::time::sleep(PATIENCE).await } => {}
    }
    stop.cancel();
    // Background work sees the token at its next pause.
    let _ = tokio::time::timeout(Duration::from_secs(20), background).await;
    app.db.close().await;
    Ok(())
}

/// Does what the program does by itself, until it is asked to stop. Each part goes at its own pace: one that has a long piece of
/// work, such as checking the whole journal, keeps no other waiting.
pub async fn background(app: App) {
    let stop = app.stop.clone();
    let parts = app.tools.iter().map(|t| (t.name, t.tick)).chain(app.desks.iter().map(|d| (d.name, d.tick)));
    let ticks = parts.map(|(name, tick)| tokio::spawn(keep_ticking(app.clone(), name, tick)));
    tokio::join!(
        futures::future::join_all(ticks),
        outbox::keep_sending(app.clone(), stop),
        live::hear_other_nodes(app.clone()),
        search::keep_indexing(app.clone()),
        sealed::keep_scrubbing(app.clone()),
        limits::keep_flushing(app.clone())
    );
}

async fn keep_ticking(app: App, name: &'static str, tick: for<'a> fn(&'a App) -> BoxFuture<'a, Result<()>>) {
    let stop = app.stop.clone();
    loop {
        let done = tokio::select! {
            // What it had not committed is undone, and somebody takes it up again: as when the program is killed.
            () = stop.cancelled() => return,
            done = tick(&app) => done,
        };
        if let Err(error) = done {
            tracing::error!(part = name, %error, "background work failed; it is tried again");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(TICK) => {}
        }
    }
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
