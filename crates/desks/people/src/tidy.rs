//! What is put in order in the background: words of people who have none yet, and what is kept no longer than it is needed.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::Duration;
use samskab_platform::{App, Result, args, person};

use crate::model::UNDO_DAYS;
use crate::store;

/// The moment (seconds) of the next look: every hour is often enough.
static NEXT: AtomicI64 = AtomicI64::new(0);

pub(crate) async fn tick(app: &App) -> Result<()> {
    let now = app.clock.now();
    if now.timestamp() < NEXT.load(Ordering::Relaxed) {
        return Ok(());
    }
    let mut sql = app.db.write().await?;
    let indexed = person::index_some(&mut sql).await?;
    let month = now - Duration::days(UNDO_DAYS);
    sql.run(&store::FORGET_OLD_ROWS, args![month]).await?;
    sql.run(&store::FORGET_OLD_ADDRESSES, args![month]).await?;
    sql.run(&store::FORGET_UNDONE, args![month]).await?;
    sql.commit().await?;
    if indexed == 0 {
        NEXT.store((now + Duration::hours(1)).timestamp(), Ordering::Relaxed);
    }
    Ok(())
}
