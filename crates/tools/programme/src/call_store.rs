//! The SQL of whom the house rings up.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::calls::What;

macro_rules! call {
    () => {
        "SELECT c.id, c.activity_id, a.title, s.slug, s.title AS space, c.person_id, COALESCE(p.name, c.name) AS name, COALESCE(p.phone, c.phone) AS phone, c.what,
         c.starts_at, c.was_at, c.reason, c.at, c.rung_at, b.name AS rung_by FROM programme_call c JOIN activity a ON a.id = c.activity_id JOIN space s ON s.id = c.space_id
         LEFT JOIN person p ON p.id = c.person_id LEFT JOIN person b ON b.id = c.rung_by "
    };
}

statements! {
    OPEN = concat!(call!(), "WHERE c.space_id = $1 AND c.until_at > $2 AND c.rung_at IS NULL ORDER BY c.until_at, c.at, c.id LIMIT 1000");
    MADE = concat!(call!(), "WHERE c.space_id = $1 AND c.until_at > $2 AND c.rung_at > $3 ORDER BY c.rung_at DESC, c.id LIMIT 100");
    OF_CARRIER = concat!(call!(), "WHERE c.until_at > $2 AND c.rung_at IS NULL AND (a.carrier_id = $1
        OR a.group_id IN (SELECT m.group_id FROM activity_group_member m WHERE m.person_id = $1)) ORDER BY c.until_at, c.id LIMIT 500");
    INSERT = "INSERT INTO programme_call (id, space_id, activity_id, person_id, name, phone, what, starts_at, was_at, reason, until_at, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    RING = "UPDATE programme_call SET rung_at = $3, rung_by = $4 WHERE id = $1 AND space_id = $2 AND rung_at IS NULL";
    DROP_OF_PERSON = "DELETE FROM programme_call WHERE activity_id = $1 AND person_id = $2 AND rung_at IS NULL";
    DROP_OF_NAME = "DELETE FROM programme_call WHERE activity_id = $1 AND person_id IS NULL AND name = $2 AND rung_at IS NULL";
    FORGET = "DELETE FROM programme_call WHERE space_id = $1 AND until_at < $2";
}

/// Somebody to be rung up, or who was.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Call {
    pub(crate) id: Uuid,
    pub(crate) activity_id: Uuid,
    pub(crate) title: String,
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) name: String,
    /// May be empty.
    pub(crate) phone: String,
    #[sqlx(try_from = "String")]
    pub(crate) what: What,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) was_at: Option<DateTime<Utc>>,
    pub(crate) reason: String,
    pub(crate) rung_at: Option<DateTime<Utc>>,
    pub(crate) rung_by: Option<String>,
}

/// A call to be made.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) activity: Uuid,
    pub(crate) person: Option<Uuid>,
    pub(crate) name: &'a str,
    pub(crate) phone: &'a str,
    pub(crate) what: What,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) was_at: Option<DateTime<Utc>>,
    pub(crate) reason: &'a str,
    pub(crate) until_at: DateTime<Utc>,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert(sql: &mut Sql, n: &New<'_>) -> Result<()> {
    let args = args![n.id, n.space, n.activity, n.person, n.name, n.phone, n.what.key(), n.starts_at, n.was_at, n.reason, n.until_at, n.at];
    sql.run(&INSERT, args).await.map(|_| ())
}

/// Those still to be rung, the soonest first; what is over needs no call.
pub(crate) async fn open(sql: &mut Sql, space: Uuid, now: DateTime<Utc>) -> Result<Vec<Call>> {
    sql.all(&OPEN, args![space, now]).await
}

/// Those rung since a moment, about what is not over for long.
pub(crate) async fn made(sql: &mut Sql, space: Uuid, since: DateTime<Utc>) -> Result<Vec<Call>> {
    sql.all(&MADE, args![space, since, since]).await
}

/// Those somebody is to ring who carries the activity, everywhere.
pub(crate) async fn of_carrier(sql: &mut Sql, person: Uuid, now: DateTime<Utc>) -> Result<Vec<Call>> {
    sql.all(&OF_CARRIER, args![person, now]).await
}

/// Notes a call; false where it was made.
pub(crate) async fn ring(sql: &mut Sql, space: Uuid, id: Uuid, by: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&RING, args![id, space, at, by]).await? > 0)
}

/// Somebody is not on the list of an activity any more: there is nothing to ring about.
pub(crate) async fn drop_of(sql: &mut Sql, activity: Uuid, person: Option<Uuid>, name: &str) -> Result<()> {
    match person {
        Some(person) => sql.run(&DROP_OF_PERSON, args![activity, person]).await,
        None => sql.run(&DROP_OF_NAME, args![activity, name]).await,
    }
    .map(|_| ())
}

/// Forgets what was over before a moment.
pub(crate) async fn forget(sql: &mut Sql, space: Uuid, before: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET, args![space, before]).await.map(|_| ())
}
