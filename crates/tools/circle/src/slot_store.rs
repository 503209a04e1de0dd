//! SQL of the times at which somebody helps.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

macro_rules! slots {
    ($which:literal) => {
        concat!(
            "SELECT t.id, t.need_id, t.space_id, t.starts_at, t.ends_at, t.person_id, t.taken_at, t.by_staff, t.cancelled_at, t.changed, p.name, p.phone
            FROM circle_slot t LEFT JOIN person p ON p.id = t.person_id WHERE ",
            $which
        )
    };
}

statements! {
    INSERT = "INSERT INTO circle_slot (id, need_id, space_id, starts_at, ends_at, by_staff, changed, warned) VALUES ($1, $2, $3, $4, $5, FALSE, 0, 0)";
    OF_SPACE = slots!("t.space_id = $1 AND t.cancelled_at IS NULL ORDER BY t.starts_at, t.need_id, t.id");
    ONE = slots!("t.space_id = $1 AND t.id = $2");
    // Not while their role is held back: then somebody else may come in as them.
    OF_PERSON = slots!("t.person_id = $1 AND t.ends_at >= $2 AND t.cancelled_at IS NULL
        AND EXISTS (SELECT 1 FROM space_helper h WHERE h.space_id = t.space_id AND h.person_id = t.person_id) ORDER BY t.starts_at, t.id");
    TAKE = "UPDATE circle_slot SET person_id = $3, taken_at = $4 WHERE id = $2 AND space_id = $1 AND person_id IS NULL AND NOT by_staff AND cancelled_at IS NULL AND ends_at > $4";
    OVERLAPPING = "SELECT COUNT(*) FROM circle_slot t JOIN circle_slot o ON o.starts_at < t.ends_at AND o.ends_at > t.starts_at
        WHERE t.id = $1 AND o.person_id = $2 AND o.cancelled_at IS NULL";
    // Whoever takes it next is told anew, and so are the coordinators if nobody does.
    FREE = "UPDATE circle_slot SET person_id = NULL, taken_at = NULL, by_staff = FALSE, warned = 0, reminded_at = NULL WHERE id = $1";
    STAFF = "UPDATE circle_slot SET by_staff = TRUE WHERE id = $1 AND person_id IS NULL AND cancelled_at IS NULL";
    CANCEL = "UPDATE circle_slot SET cancelled_at = $2 WHERE id = $1 AND cancelled_at IS NULL";
    MOVE = "UPDATE circle_slot SET starts_at = $2, ends_at = $3, changed = changed + 1, warned = 0, reminded_at = NULL WHERE id = $1";
    INSERT_DROP = "INSERT INTO circle_drop (id, slot_id, person_id, at) VALUES ($1, $2, $3, $4)";
    DROPS = "SELECT p.name, t.starts_at, d.at FROM circle_drop d JOIN circle_slot t ON t.id = d.slot_id JOIN person p ON p.id = d.person_id WHERE t.space_id = $1 ORDER BY d.at DESC LIMIT 50";
    FORGET_DROPS = "DELETE FROM circle_drop WHERE slot_id IN (SELECT id FROM circle_slot WHERE space_id = $1)";
    LOAD = "SELECT person_id, COUNT(*) FROM circle_slot WHERE person_id IS NOT NULL AND cancelled_at IS NULL AND starts_at >= $1 AND starts_at < $2 GROUP BY person_id";
    // Times nobody has taken that begin soon, in circles that go on.
    OPEN_SOON = "SELECT t.id, t.space_id, t.starts_at, t.warned FROM circle_slot t WHERE t.cancelled_at IS NULL AND t.person_id IS NULL AND NOT t.by_staff AND t.starts_at > $1 AND t.starts_at <= $2 AND t.warned < $3
        AND EXISTS (SELECT 1 FROM circle c WHERE c.space_id = t.space_id AND c.ended_at IS NULL) ORDER BY t.space_id, t.starts_at LIMIT 200";
    WARNED = "UPDATE circle_slot SET warned = $2 WHERE id = $1 AND warned < $2 AND person_id IS NULL";
    REMIND_SOON = "SELECT t.id, t.space_id FROM circle_slot t WHERE t.cancelled_at IS NULL AND t.person_id IS NOT NULL AND t.reminded_at IS NULL AND t.starts_at > $1 AND t.starts_at <= $2
        AND EXISTS (SELECT 1 FROM space_helper h WHERE h.space_id = t.space_id AND h.person_id = t.person_id)
        AND EXISTS (SELECT 1 FROM circle c WHERE c.space_id = t.space_id AND c.ended_at IS NULL) ORDER BY t.space_id, t.starts_at LIMIT 200";
    REMINDED = "UPDATE circle_slot SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL";
    // The journal keeps that a circle was there; who helped whom is forgotten.
    OLD = "SELECT space_id FROM circle WHERE ended_at <= $1 AND EXISTS (SELECT 1 FROM circle_slot t WHERE t.space_id = circle.space_id) LIMIT 20";
    FORGET_SLOTS = "DELETE FROM circle_slot WHERE space_id = $1";
    FORGET_NEEDS = "DELETE FROM circle_need WHERE space_id = $1";
}

/// One helper's place at one time.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Slot {
    pub(crate) id: Uuid,
    pub(crate) need_id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) taken_at: Option<DateTime<Utc>>,
    pub(crate) by_staff: bool,
    pub(crate) cancelled_at: Option<DateTime<Utc>>,
    pub(crate) changed: i64,
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
}

impl Slot {
    /// Whether somebody is still needed.
    pub(crate) fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.person_id.is_none() && !self.by_staff && self.cancelled_at.is_none() && self.ends_at > now
    }
}

/// A time nobody has taken: it, its circle, when it begins, how often the coordinators were told.
pub(crate) type Soon = (Uuid, Uuid, DateTime<Utc>, i64);

/// Somebody who could not after all: name, the time, when they said so.
pub(crate) type Drop = (String, DateTime<Utc>, DateTime<Utc>);

pub(crate) async fn insert(sql: &mut Sql, id: Uuid, need: Uuid, space: Uuid, time: (DateTime<Utc>, DateTime<Utc>)) -> Result<()> {
    sql.run(&INSERT, args![id, need, space, time.0, time.1]).await.map(|_| ())
}

/// All times of a circle that were not cancelled, in order.
pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Slot>> {
    sql.all(&OF_SPACE, args![space]).await
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Slot> {
    sql.one(&ONE, args![space, id]).await
}

/// What somebody has taken as a helper that is not over at a moment.
pub(crate) async fn of_person(sql: &mut Sql, person: Uuid, from: DateTime<Utc>) -> Result<Vec<Slot>> {
    sql.all(&OF_PERSON, args![person, from]).await
}

/// Gives a time to somebody; false where another was quicker.
pub(crate) async fn take(sql: &mut Sql, space: Uuid, id: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&TAKE, args![space, id, person, at]).await? > 0)
}

/// Whether somebody helps already while a time lasts, in this circle or another.
pub(crate) async fn overlaps(sql: &mut Sql, id: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.count(&OVERLAPPING, args![id, person]).await? > 0)
}

pub(crate) async fn free(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&FREE, args![id]).await.map(|_| ())
}

/// The municipality does it; false where somebody has taken it meanwhile.
pub(crate) async fn give_to_staff(sql: &mut Sql, id: Uuid) -> Result<bool> {
    Ok(sql.run(&STAFF, args![id]).await? > 0)
}

pub(crate) async fn cancel(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&CANCEL, args![id, at]).await? > 0)
}

pub(crate) async fn move_to(sql: &mut Sql, id: Uuid, time: (DateTime<Utc>, DateTime<Utc>)) -> Result<()> {
    sql.run(&MOVE, args![id, time.0, time.1]).await.map(|_| ())
}

pub(crate) async fn insert_drop(sql: &mut Sql, id: Uuid, slot: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_DROP, args![id, slot, person, at]).await.map(|_| ())
}

pub(crate) async fn drops(sql: &mut Sql, space: Uuid) -> Result<Vec<Drop>> {
    sql.all(&DROPS, args![space]).await
}

pub(crate) async fn forget_drops(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.run(&FORGET_DROPS, args![space]).await.map(|_| ())
}

/// How often people help between two moments.
pub(crate) async fn load(sql: &mut Sql, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<BTreeMap<Uuid, i64>> {
    Ok(sql.all::<(Uuid, i64)>(&LOAD, args![from, to]).await?.into_iter().collect())
}

/// Times nobody has taken between two moments, of which the coordinators were told less often than this.
pub(crate) async fn open_soon(sql: &mut Sql, from: DateTime<Utc>, to: DateTime<Utc>, times: i64) -> Result<Vec<Soon>> {
    sql.all(&OPEN_SOON, args![from, to, times]).await
}

/// Notes that the coordinators were told; false where another node did.
pub(crate) async fn note_warned(sql: &mut Sql, id: Uuid, times: i64) -> Result<bool> {
    Ok(sql.run(&WARNED, args![id, times]).await? > 0)
}

/// Times somebody has taken between two moments who was not reminded: it and its circle.
pub(crate) async fn remind_soon(sql: &mut Sql, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&REMIND_SOON, args![from, to]).await
}

pub(crate) async fn note_reminded(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&REMINDED, args![id, at]).await? > 0)
}

/// Circles that ended before a moment and of which it is still known who helped.
pub(crate) async fn old(sql: &mut Sql, before: DateTime<Utc>) -> Result<Vec<(Uuid,)>> {
    sql.all(&OLD, args![before]).await
}

/// Forgets who helped when.
pub(crate) async fn forget(sql: &mut Sql, space: Uuid) -> Result<()> {
    forget_drops(sql, space).await?;
    sql.run(&FORGET_SLOTS, args![space]).await?;
    sql.run(&FORGET_NEEDS, args![space]).await.map(|_| ())
}
