//! The television in the hall: the day at a glance, kept up to date for as many screens as there are.

use std::convert::Infallible;
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::stream;
use samskab_platform::{App, Page, Result, Visitor, page, space};
use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

use crate::day::{self, Shown};
use crate::device;
use crate::device_store::Kind;
use crate::kiosk_pages::not_open;

/// However quiet it is, a screen looks again so often: what is over moves, a new day begins.
const ANYWAY: Duration = Duration::from_secs(300);
/// So many milliseconds for each screen that is open: all of them never ask in the same moment.
const APART: f64 = 12.0;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/skaerm", get(show)).route("/skaerm/live", get(live))
}

#[derive(Template)]
#[template(path = "daily_screen.html")]
pub(crate) struct ScreenPage {
    pub(crate) page: Page,
    pub(crate) house: String,
    pub(crate) day: Shown,
}

async fn show(State(app): State<App>, visitor: Visitor, headers: HeaderMap) -> Result<Response> {
    let Some(device) = device::of(&app, &headers, Kind::Screen).await? else { return not_open(&app, &visitor, &headers) };
    device::noticed(&app, &device).await?;
    let mut sql = app.db.read().await?;
    let space = space::by_id(&mut sql, device.space_id).await?;
    let tools: Vec<_> = space::tools(&mut sql, space.id).await?.iter().filter_map(|name| app.tool(name)).collect();
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "daily-screen-title", &[]));
    let day = day::shown(&mut sql, &tools, &space, &page).await?;
    page::html(&ScreenPage { page, house: space.title, day })
}

/// Waits until the space changed, or it is time to look again anyway; false when the server stops.
async fn change(app: &App, space: Uuid, receiver: &mut tokio::sync::broadcast::Receiver<Uuid>) -> bool {
    let anyway = tokio::time::sleep(ANYWAY);
    tokio::pin!(anyway);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return false,
            () = &mut anyway => return true,
            heard = receiver.recv() => match heard {
                Ok(id) if id == space || id.is_nil() => return true,
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => return true,
                Err(RecvError::Closed) => return false,
            }
        }
    }
}

/// An event `changed` some moments after the space did. The more screens are open, the farther apart they are told, and what
/// changes meanwhile is told once: five hundred screens ask for some eighty pages a second, not for thousands.
async fn live(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let Some(device) = device::of(&app, &headers, Kind::Screen).await? else { return Ok(StatusCode::UNAUTHORIZED.into_response()) };
    let receiver = app.live.listen();
    let events = stream::unfold((app, receiver), move |(app, mut receiver)| async move {
        if !change(&app, device.space_id, &mut receiver).await {
            return None;
        }
        let wait = app.clock.chance() * APART * app.live.listeners() as f64;
        tokio::select! {
            () = app.stop.cancelled() => return None,
            () = tokio::time::sleep(Duration::from_secs_f64(wait / 1000.0)) => {}
        }
        let receiver = app.live.listen();
        Some((Ok::<_, Infallible>(Event::default().event("changed").data("1")), (app, receiver)))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))).into_response())
}
