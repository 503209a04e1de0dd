//! Figures for Prometheus, on a listener of their own: `metrics.listen` in the settings. No label holds anything about a
//! person.

use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics::{Unit, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use samskab_platform::{App, Error, Result};
use tokio::net::TcpListener;

use crate::figures;

/// Seconds; most pages take a few thousandths.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();

/// The process's one recorder.
fn handle() -> Result<PrometheusHandle> {
    if let Some(handle) = HANDLE.get() {
        return Ok(handle.clone());
    }
    let wrong = |e: metrics_exporter_prometheus::BuildError| Error::Internal(format!("metrics: {e}"));
    let handle = PrometheusBuilder::new().set_buckets(&BUCKETS).map_err(wrong)?.install_recorder().map_err(wrong)?;
    describe_counter!("samskab_requests_total", "Requests by method, route and status");
    describe_histogram!("samskab_request_seconds", Unit::Seconds, "How long requests took");
    describe_counter!("samskab_maps_total", "Opinion maps computed");
    describe_histogram!("samskab_map_seconds", Unit::Seconds, "How long opinion maps took");
    describe_gauge!("samskab_database_connections", "Connections to the database, by state");
    describe_gauge!("samskab_outbox_waiting", "Messages that wait, those of sealed spaces left out");
    describe_gauge!("samskab_outbox_failed", "Messages that were set aside");
    describe_gauge!("samskab_outbox_oldest_seconds", Unit::Seconds, "How long the oldest message has been due");
    describe_gauge!("samskab_journal_entries", "Entries in the journals, those of sealed spaces left out");
    describe_gauge!("samskab_sessions", "Sessions that are open");
    describe_gauge!("samskab_live_pages", "Pages that are open and listen for changes");
    Ok(HANDLE.get_or_init(|| handle).clone())
}

/// Listens, until the server stops. Does nothing where no address is given.
///
/// # Errors
/// [`Error::Startup`] where the address cannot be listened on.
pub async fn listen(app: &App) -> Result<Option<SocketAddr>> {
    let Some(address) = app.settings.metrics.listen else { return Ok(None) };
    let handle = handle()?;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|e| Error::Startup(format!("cannot listen on {address} for metrics: {e}; choose another with metrics.listen in the settings")))?;
    let bound = listener.local_addr().ok();
    let routes = Router::new().route("/metrics", get(show)).with_state((app.clone(), handle.clone()));
    let stop = app.stop.clone();
    tokio::spawn(async move {
        let upkeep = async {
            loop {
                tokio::time::sleep(Duration::from_secs(5)).await;
                handle.run_upkeep();
            }
        };
        // Nobody waits for figures when the server stops.
        tokio::select! {
            () = stop.cancelled() => {}
            served = axum::serve(listener, routes) => if let Err(error) = served { tracing::error!(%error, "the listener for metrics ended") },
            () = upkeep => {}
        }
    });
    Ok(bound)
}

async fn show(State((app, handle)): State<(App, PrometheusHandle)>) -> Response {
    if let Err(error) = measure(&app).await {
        // What is counted along the way is shown all the same.
        tracing::warn!(%error, "some figures could not be read");
    }
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], handle.render()).into_response()
}

/// What is looked up when somebody asks.
#[allow(clippy::cast_precision_loss)]
async fn measure(app: &App) -> Result<()> {
    let (open, idle) = app.db.connections();
    gauge!("samskab_database_connections", "state" => "idle").set(idle as f64);
    gauge!("samskab_database_connections", "state" => "busy").set(open.saturating_sub(idle) as f64);
    gauge!("samskab_live_pages").set(app.live.listeners() as f64);
    let now = app.clock.now();
    let mut sql = app.db.read().await?;
    let queue = figures::queue(&mut sql, now).await?;
    gauge!("samskab_outbox_waiting").set(queue.in_the_open as f64);
    gauge!("samskab_outbox_failed").set(queue.failed as f64);
    gauge!("samskab_outbox_oldest_seconds").set(queue.oldest.map_or(0.0, |at| (now - at).num_seconds().max(0) as f64));
    gauge!("samskab_sessions").set(figures::sessions(&mut sql, now).await? as f64);
    gauge!("samskab_journal_entries").set(figures::entries(&mut sql).await? as f64);
    Ok(())
}
