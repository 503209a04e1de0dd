//! What a sent message said is not kept for ever. That it was sent is: until the rules of retention remove the row.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::Duration;
use samskab_platform::{App, Result};

use crate::store;

/// Days until the text of a sent message is removed, where nothing else is chosen under `messages.keep_days`.
const KEEP_DAYS: i64 = 30;

/// The hour of the last tidying: background work comes by every few seconds.
static LAST: AtomicI64 = AtomicI64::new(0);

pub(crate) async fn tick(app: &App) -> Result<()> {
    let hour = app.clock.now().timestamp() / 3600;
    if LAST.swap(hour, Ordering::Relaxed) == hour {
        return Ok(());
    }
    let keep = app.choice("messages.keep_days").and_then(|d| d.parse().ok()).filter(|d| (1..=3650).contains(d)).unwrap_or(KEEP_DAYS);
    let mut sql = app.db.write().await?;
    store::empty_before(&mut sql, app.clock.now() - Duration::days(keep), app.clock.today()).await?;
    sql.commit().await
}
