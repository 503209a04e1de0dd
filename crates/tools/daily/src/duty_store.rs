//! SQL of who opens, is house steward and closes.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

macro_rules! columns {
    () => {
        "SELECT d.id, d.day, d.kind, d.person_id, p.name, p.phone, d.asked_id, a.name AS asked FROM daily_duty d
        JOIN person p ON p.id = d.person_id LEFT JOIN person a ON a.id = d.asked_id "
    };
}

macro_rules! order {
    () => {
        "d.day, CASE d.kind WHEN 'open' THEN 1 WHEN 'steward' THEN 2 ELSE 3 END"
    };
}

statements! {
    ON = concat!(columns!(), "WHERE d.space_id = $1 AND d.day = $2 ORDER BY ", order!());
    SPAN = concat!(columns!(), "WHERE d.space_id = $1 AND d.day >= $2 AND d.day <= $3 ORDER BY ", order!(), " LIMIT 1000");
    ONE = concat!(columns!(), "WHERE d.id = $1 AND d.space_id = $2");
    OF_PERSON = concat!(columns!(), "WHERE d.space_id = $1 AND d.person_id = $2 AND d.day >= $3 ORDER BY ", order!(), " LIMIT 60");
    ASKED_OF = concat!(columns!(), "WHERE d.space_id = $1 AND d.asked_id = $2 AND d.day >= $3 ORDER BY ", order!(), " LIMIT 60");
    ANYWHERE = "SELECT s.slug, s.title, d.day, d.kind, p.name, d.asked_id = $1 AS is_asked FROM daily_duty d JOIN space s ON s.id = d.space_id JOIN person p ON p.id = d.person_id
        WHERE d.person_id = $1 AND d.day >= $2 AND d.day <= $3 ORDER BY d.day LIMIT 20";
    ASKED_ANYWHERE = "SELECT s.slug, s.title, d.day, d.kind, p.name, d.asked_id = $1 AS is_asked FROM daily_duty d JOIN space s ON s.id = d.space_id JOIN person p ON p.id = d.person_id
        WHERE d.asked_id = $1 AND d.day >= $2 AND d.day <= $3 ORDER BY d.day LIMIT 20";
    SET = "INSERT INTO daily_duty (id, space_id, day, kind, person_id, set_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (space_id, day, kind) DO UPDATE SET person_id = excluded.person_id, asked_id = NULL, set_at = excluded.set_at";
    TAKE_FREE = "INSERT INTO daily_duty (id, space_id, day, kind, person_id, set_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    TAKE_ASKED = "UPDATE daily_duty SET person_id = $2, asked_id = NULL, set_at = $3 WHERE id = $1 AND asked_id = $2";
    ASK = "UPDATE daily_duty SET asked_id = $3 WHERE id = $1 AND person_id = $2";
    DECLINE = "UPDATE daily_duty SET asked_id = NULL WHERE id = $1 AND asked_id = $2";
    CLEAR = "DELETE FROM daily_duty WHERE space_id = $1 AND day = $2 AND kind = $3";
}

/// A duty on a day.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Duty {
    pub(crate) id: Uuid,
    pub(crate) day: NaiveDate,
    pub(crate) kind: String,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
    pub(crate) asked_id: Option<Uuid>,
    pub(crate) asked: Option<String>,
}

/// A duty somewhere: address and title of the space, day, kind, whose, and whether one is asked to take it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Somewhere {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) day: NaiveDate,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) is_asked: Option<bool>,
}

pub(crate) async fn on(sql: &mut Sql, space: Uuid, day: NaiveDate) -> Result<Vec<Duty>> {
    sql.all(&ON, args![space, day]).await
}

pub(crate) async fn span(sql: &mut Sql, space: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Vec<Duty>> {
    sql.all(&SPAN, args![space, from, to]).await
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Duty> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn of_person(sql: &mut Sql, space: Uuid, person: Uuid, from: NaiveDate) -> Result<Vec<Duty>> {
    sql.all(&OF_PERSON, args![space, person, from]).await
}

/// Those somebody is asked to take over.
pub(crate) async fn asked_of(sql: &mut Sql, space: Uuid, person: Uuid, from: NaiveDate) -> Result<Vec<Duty>> {
    sql.all(&ASKED_OF, args![space, person, from]).await
}

/// Somebody's own duties in a span and those they are asked to take, in every space.
pub(crate) async fn anywhere(sql: &mut Sql, person: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Vec<Somewhere>> {
    let mut all: Vec<Somewhere> = sql.all(&ASKED_ANYWHERE, args![person, from, to]).await?;
    all.extend(sql.all::<Somewhere>(&ANYWHERE, args![person, from, to]).await?);
    Ok(all)
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot<'a> {
    pub(crate) space: Uuid,
    pub(crate) day: NaiveDate,
    pub(crate) kind: &'a str,
}

/// Gives a duty to somebody, whoever had it.
pub(crate) async fn set(sql: &mut Sql, id: Uuid, slot: Slot<'_>, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET, args![id, slot.space, slot.day, slot.kind, person, at]).await.map(|_| ())
}

/// Takes a duty nobody has; false where somebody was first.
pub(crate) async fn take_free(sql: &mut Sql, id: Uuid, slot: Slot<'_>, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&TAKE_FREE, args![id, slot.space, slot.day, slot.kind, person, at]).await? > 0)
}

/// Takes a duty one was asked to take; false where the question was withdrawn.
pub(crate) async fn take_asked(sql: &mut Sql, id: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&TAKE_ASKED, args![id, person, at]).await? > 0)
}

/// Asks somebody to take one's own; `None` withdraws the question. False where it is not one's own.
pub(crate) async fn ask(sql: &mut Sql, id: Uuid, person: Uuid, asked: Option<Uuid>) -> Result<bool> {
    Ok(sql.run(&ASK, args![id, person, asked]).await? > 0)
}

pub(crate) async fn decline(sql: &mut Sql, id: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.run(&DECLINE, args![id, person]).await? > 0)
}

pub(crate) async fn clear(sql: &mut Sql, slot: Slot<'_>) -> Result<()> {
    sql.run(&CLEAR, args![slot.space, slot.day, slot.kind]).await.map(|_| ())
}
