//! SQL of collecting ideas in a hall.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

macro_rules! columns {
    () => {
        "SELECT h.id, h.space_id, h.code, h.question, h.look_first, h.opened_at, h.closes_at, h.closed_at FROM idea_hall h "
    };
}

statements! {
    INSERT = "INSERT INTO idea_hall (id, space_id, code, question, look_first, opened_by, opened_at, closes_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ONE = concat!(columns!(), "WHERE h.id = $1 AND h.space_id = $2");
    BY_CODE = concat!(columns!(), "WHERE h.code = $1");
    OF_SPACE = concat!(columns!(), "WHERE h.space_id = $1 ORDER BY h.opened_at DESC, h.id LIMIT 30");
    OPEN_IN = concat!(columns!(), "WHERE h.space_id = $1 AND h.closed_at IS NULL AND h.closes_at > $2 ORDER BY h.opened_at DESC, h.id LIMIT 1");
    OVER = "SELECT id, space_id FROM idea_hall WHERE closed_at IS NULL AND closes_at <= $1 LIMIT 50";
    CLOSE = "UPDATE idea_hall SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";
    SINCE = "SELECT COUNT(*) FROM idea WHERE hall_id = $1 AND written_at > $2";
    COUNTED = "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0) AS BIGINT) FROM idea WHERE hall_id = $1";
    WAITING = "SELECT id, root_id, title, text, written_at FROM idea WHERE hall_id = $1 AND state = 'waiting' ORDER BY written_at, id LIMIT 20";
    SHOWN = "SELECT id, root_id, title, text, written_at FROM idea WHERE hall_id = $1 AND state NOT IN ('waiting', 'withdrawn') ORDER BY written_at DESC, id DESC LIMIT $2";
    LET_IN = "UPDATE idea SET state = 'open' WHERE id = $1 AND space_id = $2 AND state = 'waiting'";
    ALL_WAITING = "SELECT id FROM idea WHERE hall_id = $1 AND state = 'waiting' ORDER BY written_at, id LIMIT 500";
    WITH_WAITING = "SELECT DISTINCT hall_id FROM idea WHERE space_id = $1 AND state = 'waiting' AND hall_id IS NOT NULL LIMIT 10";
}

/// Ideas collected in a hall.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Hall {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) code: String,
    pub(crate) question: String,
    pub(crate) look_first: bool,
    pub(crate) opened_at: DateTime<Utc>,
    pub(crate) closes_at: DateTime<Utc>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
}

impl Hall {
    /// Whether one can write.
    pub(crate) fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.closed_at.is_none() && now < self.closes_at
    }
}

/// What somebody wrote in the hall.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Said {
    pub(crate) id: Uuid,
    /// The idea it is part of; itself, where it stands alone.
    pub(crate) root_id: Uuid,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) written_at: DateTime<Utc>,
}

pub(crate) async fn insert(sql: &mut Sql, h: &Hall, by: Uuid) -> Result<()> {
    sql.run(&INSERT, args![h.id, h.space_id, &h.code, &h.question, h.look_first, by, h.opened_at, h.closes_at]).await.map(|_| ())
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Hall> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn by_code(sql: &mut Sql, code: &str) -> Result<Option<Hall>> {
    sql.maybe(&BY_CODE, args![code]).await
}

/// The latest of a space.
pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Hall>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// The one that is open in a space.
pub(crate) async fn open_in(sql: &mut Sql, space: Uuid, now: DateTime<Utc>) -> Result<Option<Hall>> {
    sql.maybe(&OPEN_IN, args![space, now]).await
}

/// Those whose time is over and that nobody has closed: id and space.
pub(crate) async fn over(sql: &mut Sql, now: DateTime<Utc>) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&OVER, args![now]).await
}

/// Closes one; false where it was closed.
pub(crate) async fn close(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&CLOSE, args![id, at]).await? > 0)
}

/// How many ideas came since a moment.
pub(crate) async fn since(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<i64> {
    sql.count(&SINCE, args![id, at]).await
}

/// How many ideas came, and how many of them wait for a look.
pub(crate) async fn counted(sql: &mut Sql, id: Uuid) -> Result<(i64, i64)> {
    sql.one(&COUNTED, args![id]).await
}

/// The first that wait for a look.
pub(crate) async fn waiting(sql: &mut Sql, id: Uuid) -> Result<Vec<Said>> {
    sql.all(&WAITING, args![id]).await
}

/// The latest that everybody may see.
pub(crate) async fn shown(sql: &mut Sql, id: Uuid, limit: i64) -> Result<Vec<Said>> {
    sql.all(&SHOWN, args![id, limit]).await
}

/// Lets an idea in; false where it is not waiting.
pub(crate) async fn let_in(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<bool> {
    Ok(sql.run(&LET_IN, args![id, space]).await? > 0)
}

/// All that wait for a look.
pub(crate) async fn all_waiting(sql: &mut Sql, id: Uuid) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = sql.all(&ALL_WAITING, args![id]).await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}

/// The halls of a space in which something waits.
pub(crate) async fn with_waiting(sql: &mut Sql, space: Uuid) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = sql.all(&WITH_WAITING, args![space]).await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}
