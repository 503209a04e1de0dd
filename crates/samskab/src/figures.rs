//! Figures about the installation as a whole: for Prometheus and for `samskab doctor`.

use chrono::{DateTime, Utc};
use samskab_platform::db::{Database, Sql, Statement};
use samskab_platform::{Result, args};

samskab_platform::statements! {
    // What sealed spaces send is in no figure that is kept: sixty within a minute would tell of a circle.
    WAITING = "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM space s WHERE s.id = outbox.space_id AND s.visibility = 'sealed')), MIN(due_at) FROM outbox
        WHERE way IN ('mail', 'text') AND sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL AND due_at <= $1";
    FAILED = "SELECT COUNT(*) FROM outbox WHERE failed_at IS NOT NULL AND stopped_at IS NULL";
    SESSIONS = "SELECT COUNT(*) FROM session WHERE expires_at > $1";
    // Each space remembers how many entries it has: adding those up is quicker than counting entries.
    TIME = "SELECT CAST(NULL AS TEXT) WHERE 1 = 0", postgres "SELECT now()";
    INTEGRITY = "SELECT quick_check FROM pragma_quick_check LIMIT 1", postgres "SELECT 'ok'";
    ENTRIES = "SELECT CAST(COALESCE(SUM(journal_seq), 0) AS BIGINT) FROM space WHERE visibility <> 'sealed'";
}

/// Every SQL text of this module.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    STATEMENTS.to_vec()
}

/// What waits to be sent.
#[derive(Debug, Clone, Copy)]
pub struct Queue {
    /// Messages that are due.
    pub waiting: i64,
    /// Those of them that do not come from sealed spaces.
    pub in_the_open: i64,
    /// Since when the oldest of them is.
    pub oldest: Option<DateTime<Utc>>,
    /// Messages that were set aside after the last try.
    pub failed: i64,
}

/// What waits to be sent.
///
/// # Errors
/// When the database fails.
pub async fn queue(sql: &mut Sql, now: DateTime<Utc>) -> Result<Queue> {
    let (waiting, in_the_open, oldest): (i64, i64, Option<DateTime<Utc>>) = sql.one(&WAITING, args![now]).await?;
    Ok(Queue { waiting, in_the_open, oldest, failed: sql.count(&FAILED, args![]).await? })
}

/// Sessions that are open.
///
/// # Errors
/// When the database fails.
pub async fn sessions(sql: &mut Sql, now: DateTime<Utc>) -> Result<i64> {
    sql.count(&SESSIONS, args![now]).await
}

/// Entries in the journals of spaces that are not sealed: how many there are of the others, and when one comes, is nobody's to see.
///
/// # Errors
/// When the database fails.
pub async fn entries(sql: &mut Sql) -> Result<i64> {
    sql.count(&ENTRIES, args![]).await
}

/// What time the database's machine has; `None` where it is this one.
///
/// # Errors
/// When the database fails.
pub async fn database_time(db: &Database) -> Result<Option<DateTime<Utc>>> {
    match db {
        Database::Sqlite { .. } => Ok(None),
        Database::Postgres(_) => Ok(db.read().await?.maybe::<(DateTime<Utc>,)>(&TIME, args![]).await?.map(|t| t.0)),
    }
}

/// Reads the whole of an embedded database; what is wrong with it, if anything.
///
/// # Errors
/// When the database fails.
pub async fn integrity(db: &Database) -> Result<Option<String>> {
    let (said,): (String,) = db.read().await?.one(&INTEGRITY, args![]).await?;
    Ok((said != "ok").then_some(said))
}
