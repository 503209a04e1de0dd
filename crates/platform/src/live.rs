//! Live pages: a page that is open on a space hears that the space changed, and fetches itself again.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures::stream::{self, Stream};
use sqlx::postgres::PgListener;
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::app::App;
use crate::db::Database;
use crate::error::Result;
use crate::visitor::Visitor;

/// Tells the pages of this node that a space changed.
#[derive(Clone)]
pub struct Live {
    sender: broadcast::Sender<Uuid>,
    stop: CancellationToken,
}

impl Live {
    /// `stop` ends every open stream, so that the server can end too.
    #[must_use]
    pub fn new(stop: CancellationToken) -> Self {
        Self { sender: broadcast::channel(256).0, stop }
    }

    /// A space changed. The nil id stands for "any of them".
    pub fn changed(&self, space: Uuid) {
        // No receiver: nobody has a page open.
        let _ = self.sender.send(space);
    }

    /// How many pages listen on this node.
    #[must_use]
    pub fn listeners(&self) -> usize {
        self.sender.receiver_count()
    }

    /// A receiver of changed spaces.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Uuid> {
        self.sender.subscribe()
    }
}

/// Hears from other nodes through PostgreSQL, for as long as the server runs; reconnects with growing pauses, and asks
/// every open page to look again after a pause in which something may have been missed.
pub async fn hear_other_nodes(app: App) {
    let Database::Postgres(pool) = &app.db else {
        return;
    };
    let home = app.municipality_space().await.map(|s| s.id).unwrap_or_default();
    let mut pause = Duration::from_millis(200);
    loop {
        match listen(pool).await {
            Ok(mut listener) => {
                pause = Duration::from_millis(200);
                reload(&app).await;
                app.live.changed(Uuid::nil());
                loop {
                    tokio::select! {
                        () = app.live.stop.cancelled() => return,
                        heard = listener.try_recv() => match heard {
                            Ok(Some(notification)) => {
                                let space = notification.payload().parse().unwrap_or_default();
                                if space == home {
                                    reload(&app).await;
                                }
                                app.live.changed(space);
                            }
                            Ok(None) | Err(_) => break,
                        }
                    }
                }
            }
            Err(error) => {
                tracing::warn!(%error, "live updates from other nodes: no connection, trying again")
            }
        }
        tokio::select! {
            () = app.live.stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
        pause = (pause * 2).min(Duration::from_secs(30));
    }
}

/// Another node may have changed what the municipality chose.
async fn reload(app: &App) {
    if let Err(error) = crate::choices::reload(app).await {
        tracing::warn!(%error, "what the municipality chose could not be read again");
    }
    if let Err(error) = crate::recipes::reload(app).await {
        tracing::warn!(%error, "the recipes could not be read again");
    }
}

async fn listen(pool: &sqlx::PgPool) -> Result<PgListener, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen("samskab").await?;
    Ok(listener)
}

/// `GET /live/{slug}`: an event `changed` whenever the space changed.
pub(crate) async fn stream(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    let space = crate::view::find_visible(&app, &visitor, &slug).await?.space;
    let (receiver, stop) = (app.live.listen(), app.live.stop.clone());
    let events = stream::unfold((receiver, stop), move |(mut receiver, stop)| async move {
        loop {
            tokio::select! {
                () = stop.cancelled() => return None,
                heard = receiver.recv() => match heard {
                    Ok(id) if id == space.id || id.is_nil() => return Some((Ok(Event::default().event("changed").data("1")), (receiver, stop))),
                    Ok(_) => {}
                    Err(broadcast::error::RecvError::Lagged(_)) => return Some((Ok(Event::default().event("changed").data("1")), (receiver, stop))),
                    Err(broadcast::error::RecvError::Closed) => return None,
                }
            }
        }
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))))
}
