//! What is known of a request from outside: its number, its line in the log, its figures. Never who asked for what: the
//! route is its pattern (`/forloeb/{slug}`), not the address.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use samskab_platform::App;
use samskab_platform::reference::Reference;
use samskab_platform::settings::LogFormat;
use tracing::Instrument;

/// The header that carries a request's number.
const HEADER: &str = "x-request-id";

/// Numbers a request, times it, counts it and writes its line.
pub async fn layer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let reference = Reference::new(&app.clock);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |p| p.as_str().to_owned());
    request.extensions_mut().insert(reference.clone());
    let span = tracing::info_span!("request", id = %reference);
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Ok(value) = HeaderValue::from_str(reference.as_str()) {
        response.headers_mut().insert(HEADER, value);
    }
    let (status, took) = (response.status().as_u16(), began.elapsed());
    let labels = [("method", method.as_str().to_owned()), ("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("samskab_requests_total", &labels).increment(1);
    metrics::histogram!("samskab_request_seconds", &labels[..2]).record(took);
    let _entered = span.enter();
    let ms = (took.as_secs_f64() * 1e6).round() / 1e3;
    match app.settings.log.format {
        LogFormat::Json => tracing::info!(%method, route, status, ms, "answered"),
        LogFormat::Text => tracing::debug!(%method, route, status, ms, "answered"),
    }
    response
}
