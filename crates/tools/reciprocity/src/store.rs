//! SQL of what is promised and given.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Kind, Side, Verdict, behind};

macro_rules! promises {
    ($among:literal) => {
        concat!(
            "SELECT p.id, p.side, p.kind, p.what, p.amount, p.from_on, p.to_on, p.closed_at, p.closed_note,
             (SELECT CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) FROM give_entry e WHERE e.promise_id = p.id AND e.verdict <> 'disputed') AS given
             FROM give_promise p ",
            $among
        )
    };
}

macro_rules! entries {
    ($among:literal) => {
        concat!(
            "SELECT e.id, e.side, e.kind, e.what, e.amount, e.given_on, p.what AS promise, e.entered_by, a.name AS entered_name, e.entered_at, e.verdict,
             j.name AS judged_name, e.reason, e.reply FROM give_entry e JOIN person a ON a.id = e.entered_by LEFT JOIN person j ON j.id = e.judged_by
             LEFT JOIN give_promise p ON p.id = e.promise_id ",
            $among
        )
    };
}

statements! {
    LOCK = "SELECT id FROM space WHERE id = $1", postgres "SELECT id FROM space WHERE id = $1 FOR UPDATE";
    PROMISES = promises!("WHERE p.space_id = $1 ORDER BY p.to_on DESC, p.id LIMIT 200");
    PROMISE = promises!("WHERE p.space_id = $1 AND p.id = $2");
    INSERT_PROMISE = "INSERT INTO give_promise (id, space_id, side, kind, what, amount, from_on, to_on, promised_by, promised_at, closed_note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '')";
    CLOSE_PROMISE = "UPDATE give_promise SET closed_at = $2, closed_by = $3, closed_note = $4 WHERE id = $1 AND closed_at IS NULL";
    ENTRIES = entries!("WHERE e.space_id = $1 ORDER BY e.given_on DESC, e.entered_at DESC, e.id LIMIT 100");
    WAITING = entries!("WHERE e.space_id = $1 AND e.side = $2 AND e.verdict = 'open' ORDER BY e.given_on, e.id LIMIT 50");
    EVERY_ENTRY = entries!("WHERE e.space_id = $1 ORDER BY e.given_on, e.entered_at, e.id LIMIT 5000");
    ENTRY = entries!("WHERE e.space_id = $1 AND e.id = $2");
    INSERT_ENTRY = "INSERT INTO give_entry (id, space_id, side, kind, what, amount, given_on, promise_id, entered_by, entered_at, verdict, reason, reply)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', '', '')";
    JUDGE = "UPDATE give_entry SET verdict = $2, reason = $3, judged_by = $4, judged_at = $5 WHERE id = $1";
    REPLY = "UPDATE give_entry SET reply = $2 WHERE id = $1";
    GIVEN = "SELECT side, kind, verdict, given_on, amount FROM give_entry WHERE space_id = $1 AND given_on >= $2 ORDER BY given_on, id LIMIT 5000";
    LATE = "SELECT p.space_id, MIN(p.to_on) FROM give_promise p WHERE p.closed_at IS NULL AND p.to_on < $1 AND p.amount >
        (SELECT COALESCE(SUM(e.amount), 0) FROM give_entry e WHERE e.promise_id = p.id AND e.verdict <> 'disputed') GROUP BY p.space_id";
}

/// A promise, and what has been given of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Promise {
    pub(crate) id: Uuid,
    #[sqlx(try_from = "String")]
    pub(crate) side: Side,
    #[sqlx(try_from = "String")]
    pub(crate) kind: Kind,
    pub(crate) what: String,
    pub(crate) amount: i64,
    pub(crate) from_on: NaiveDate,
    pub(crate) to_on: NaiveDate,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) closed_note: String,
    pub(crate) given: i64,
}

impl Promise {
    /// How much is missing of it on a day.
    pub(crate) fn behind(&self, today: NaiveDate) -> i64 {
        behind(self.amount, self.given, self.to_on, self.closed_at.is_some(), today)
    }
}

/// Something that was given, and what both sides say of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    #[sqlx(try_from = "String")]
    pub(crate) side: Side,
    #[sqlx(try_from = "String")]
    pub(crate) kind: Kind,
    pub(crate) what: String,
    pub(crate) amount: i64,
    pub(crate) given_on: NaiveDate,
    pub(crate) promise: Option<String>,
    pub(crate) entered_by: Uuid,
    pub(crate) entered_name: String,
    pub(crate) entered_at: DateTime<Utc>,
    #[sqlx(try_from = "String")]
    pub(crate) verdict: Verdict,
    pub(crate) judged_name: Option<String>,
    pub(crate) reason: String,
    pub(crate) reply: String,
}

/// An amount of a kind on a day.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(crate) struct Given {
    #[sqlx(try_from = "String")]
    pub(crate) side: Side,
    #[sqlx(try_from = "String")]
    pub(crate) kind: Kind,
    #[sqlx(try_from = "String")]
    pub(crate) verdict: Verdict,
    pub(crate) given_on: NaiveDate,
    pub(crate) amount: i64,
}

/// Nobody else changes what is given in the space until this transaction is over.
pub(crate) async fn lock(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.one::<(Uuid,)>(&LOCK, args![space]).await.map(|_| ())
}

/// The promises of a space, the latest first.
pub(crate) async fn promises(sql: &mut Sql, space: Uuid) -> Result<Vec<Promise>> {
    sql.all(&PROMISES, args![space]).await
}

/// One promise of a space.
pub(crate) async fn promise(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Promise> {
    sql.one(&PROMISE, args![space, id]).await
}

pub(crate) async fn insert_promise(sql: &mut Sql, id: Uuid, space: Uuid, p: &crate::acts::NewPromise, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_PROMISE, args![id, space, p.side.key(), p.kind.key(), &p.what, p.amount, p.from_on, p.to_on, by, at]).await.map(|_| ())
}

/// Lets a promise be; false where that was done.
pub(crate) async fn close_promise(sql: &mut Sql, id: Uuid, at: DateTime<Utc>, by: Uuid, note: &str) -> Result<bool> {
    Ok(sql.run(&CLOSE_PROMISE, args![id, at, by, note]).await? > 0)
}

/// The latest that was given in a space.
pub(crate) async fn entries(sql: &mut Sql, space: Uuid) -> Result<Vec<Entry>> {
    sql.all(&ENTRIES, args![space]).await
}

/// What a side has given and the other has said nothing of, the oldest first.
pub(crate) async fn waiting(sql: &mut Sql, space: Uuid, side: Side) -> Result<Vec<Entry>> {
    sql.all(&WAITING, args![space, side.key()]).await
}

/// Everything that was given in a space, the oldest first: for its archive.
pub(crate) async fn every_entry(sql: &mut Sql, space: Uuid) -> Result<Vec<Entry>> {
    sql.all(&EVERY_ENTRY, args![space]).await
}

/// One thing that was given.
pub(crate) async fn entry(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Entry> {
    sql.one(&ENTRY, args![space, id]).await
}

pub(crate) async fn insert_entry(sql: &mut Sql, id: Uuid, space: Uuid, e: &crate::acts::NewEntry, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_ENTRY, args![id, space, e.side.key(), e.kind.key(), &e.what, e.amount, e.given_on, e.promise, by, at]).await.map(|_| ())
}

pub(crate) async fn judge(sql: &mut Sql, id: Uuid, verdict: Verdict, reason: &str, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&JUDGE, args![id, verdict.key(), reason, by, at]).await.map(|_| ())
}

pub(crate) async fn reply(sql: &mut Sql, id: Uuid, text: &str) -> Result<()> {
    sql.run(&REPLY, args![id, text]).await.map(|_| ())
}

/// What was given from a day on.
pub(crate) async fn given(sql: &mut Sql, space: Uuid, from: NaiveDate) -> Result<Vec<Given>> {
    sql.all(&GIVEN, args![space, from]).await
}

/// Spaces where a promise whose last day has passed is not kept, and the earliest such day.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, NaiveDate)>> {
    sql.all(&LATE, args![today]).await
}
