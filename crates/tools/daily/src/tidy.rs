//! The program's own work: the day's number is told once the day is over, and what has been kept long enough is deleted.

use samskab_platform::space::MUNICIPALITY;
use samskab_platform::{Act, App, Result, Visitor};

use crate::acts::{FORGET, TELL_COUNT};
use crate::{house_store, store};

/// Does what is due.
///
/// # Errors
/// When the database fails.
pub async fn tick(app: &App) -> Result<()> {
    let today = app.clock.today();
    let mut sql = app.db.read().await?;
    let due = store::has_to_forget(&mut sql, today).await? || house_store::has_to_forget(&mut sql, today).await?;
    let untold = store::untold(&mut sql, today).await?;
    drop(sql);
    if due {
        let mut act = Act::begin_at(app, &Visitor::program(), MUNICIPALITY, &FORGET).await?;
        store::forget(act.sql(), today).await?;
        house_store::forget(act.sql(), today).await?;
        act.commit().await?;
    }
    for (space, day, heads) in untold {
        let mut act = Act::begin(app, &Visitor::program(), space, &TELL_COUNT).await?;
        // Another node was first.
        if store::tell(act.sql(), space, day, heads).await? {
            let id = act.new_id();
            act.record("house-day", id, serde_json::json!({ "day": day.format("%-d.%-m.%Y").to_string(), "heads": heads })).await?;
            act.commit().await?;
        }
    }
    Ok(())
}
