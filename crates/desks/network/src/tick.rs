//! Once a year somebody is asked whether an offer holds; half a year without an answer ends it.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::Duration;
use samskab_platform::notice::Notice;
use samskab_platform::{Act, App, Result, Visitor};

use crate::acts::{ASK, OWN};
use crate::model::{END_DAYS, REMIND_DAYS};
use crate::store;

/// How many in one go, so that nobody waits for the database meanwhile.
const BATCH: i64 = 100;

/// The hour of the last look: background work comes by every few seconds.
static LAST: AtomicI64 = AtomicI64::new(0);

pub(crate) async fn tick(app: &App) -> Result<()> {
    let hour = app.clock.now().timestamp() / 3600;
    if LAST.load(Ordering::Relaxed) == hour {
        return Ok(());
    }
    while look(app).await? {}
    LAST.store(hour, Ordering::Relaxed);
    Ok(())
}

/// Ends and asks; whether there may be more.
async fn look(app: &App) -> Result<bool> {
    let now = app.clock.now();
    let (asked, told) = (now - Duration::days(END_DAYS), now - Duration::days(REMIND_DAYS));
    let mut sql = app.db.read().await?;
    let ended = store::due_to_end(&mut sql, asked, told - Duration::days(END_DAYS), BATCH).await?;
    let due = store::due_to_ask(&mut sql, told, BATCH).await?;
    drop(sql);
    if ended.is_empty() && due.is_empty() {
        return Ok(false);
    }
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &ASK).await?;
    for (id, person) in &ended {
        // Another node may have been quicker.
        if store::end_unanswered(act.sql(), *id, asked).await? {
            act.tell(*person, &Notice::new("mail-network-ended", "/min-side/netvaerk/ny", *id)).await?;
        }
    }
    for (id, person) in &due {
        if store::note_asked(act.sql(), *id, now).await? {
            act.tell(*person, &Notice::new("mail-network-holds", OWN, *id).pressing()).await?;
        }
    }
    act.commit().await?;
    Ok(true)
}
