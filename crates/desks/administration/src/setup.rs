//! The way in while nobody administers: a link the program prints when it starts. Whoever can read the log of the program
//! runs it. Of the token only the hash is stored; it holds for 24 hours, once, and only while there is no administrator.

use chrono::Duration;
use samskab_platform::session::token_hash;
use samskab_platform::{Act, App, Error, Result};

use crate::store;

/// How long the link holds.
const HOURS: i64 = 24;

/// The address of a new link while nobody administers; the link before it holds no more.
///
/// # Errors
/// When the database fails.
pub async fn offer(app: &App) -> Result<Option<String>> {
    let (token, now) = (app.clock.token(), app.clock.now());
    let mut sql = app.db.write().await?;
    if store::has_administrator(&mut sql).await? {
        return Ok(None);
    }
    store::put_link(&mut sql, token_hash(&token), now, now + Duration::hours(HOURS)).await?;
    sql.commit().await?;
    Ok(Some(format!("{}/kom-i-gang/{token}", app.settings.base_url)))
}

/// Whether a token opens the way in.
///
/// # Errors
/// [`Error::NotFound`] where it does not: it is old, was used, or somebody administers by now.
pub(crate) async fn check(app: &App, token: &str) -> Result<()> {
    let mut sql = app.db.read().await?;
    let holds = !store::has_administrator(&mut sql).await? && store::link_holds(&mut sql, token_hash(token), app.clock.now()).await?;
    if holds { Ok(()) } else { Err(Error::NotFound) }
}

/// The same in the act that uses it: of two who come at once, one is let in.
pub(crate) async fn use_up(act: &mut Act<'_>, token: &str) -> Result<()> {
    let now = act.at();
    let holds = !store::has_administrator(act.sql()).await? && store::use_link(act.sql(), token_hash(token), now).await?;
    if holds { Ok(()) } else { Err(Error::NotFound) }
}
