//! What happens by itself: an opening ends, those in a space hear of roles that are held back, and what opened nothing is forgotten.

use std::sync::atomic::{AtomicI64, Ordering};

use samskab_platform::{App, Result, held_roles, opening};

/// The hour of the last tidying: background work comes by every few seconds.
static TIDIED: AtomicI64 = AtomicI64::new(0);

pub(crate) async fn tick(app: &App) -> Result<()> {
    opening::tick(app).await?;
    held_roles::tell(app).await?;
    let now = app.clock.now();
    let hour = now.timestamp() / 3600;
    if TIDIED.swap(hour, Ordering::Relaxed) != hour {
        let mut sql = app.db.write().await?;
        opening::tidy(&mut sql, now).await?;
        sql.commit().await?;
    }
    Ok(())
}
