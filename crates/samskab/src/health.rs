//! Whether it runs (`/sundhed`) and whether it can serve (`/klar`), for load balancers and supervisors; `/healthz` and
//! `/readyz` are the same.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::App;
use samskab_platform::db::Database;

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/sundhed", get(health)).route("/healthz", get(health)).route("/klar", get(ready)).route("/readyz", get(ready))
}

/// The process answers.
async fn health() -> Response {
    answer(StatusCode::OK, "ok")
}

/// The database answers and has the tables this program needs, and the server is not about to stop.
async fn ready(State(app): State<App>) -> Response {
    if app.stop.is_cancelled() {
        return answer(StatusCode::SERVICE_UNAVAILABLE, "stopping");
    }
    match tokio::time::timeout(PATIENCE, app.db.version()).await {
        Err(_) => answer(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer in time"),
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            answer(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
        Ok(Ok(version)) if version < Database::newest_version() => answer(StatusCode::SERVICE_UNAVAILABLE, "the database's tables are not up to date"),
        Ok(Ok(_)) => answer(StatusCode::OK, "ready"),
    }
}

fn answer(status: StatusCode, text: &'static str) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], format!("{text}\n")).into_response()
}
