//! The SQL of seats, of those who hold them, and of calls.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::is_open;

macro_rules! profile {
    () => {
        "SELECT p.id, p.place, p.title, p.description, p.role, p.seats, p.from_on, p.until_on,
         (SELECT COUNT(*) FROM seat_holding h WHERE h.profile_id = p.id AND h.left_on IS NULL) AS filled,
         (SELECT COALESCE(MAX(a.place), 0) FROM seat_alternate a WHERE a.profile_id = p.id) AS last_place FROM seat_profile p "
    };
}
macro_rules! call {
    () => {
        "SELECT c.id, c.space_id, c.title, c.text, c.period, c.meetings, c.preparation, c.contact, c.working_groups, c.deadline, c.opened_at, c.closed_at FROM seat_call c "
    };
}
macro_rules! holding {
    () => {
        "SELECT h.id, h.profile_id, h.person_id, p.name, f.title, f.role, h.from_on, h.until_on, h.left_on, h.reason FROM seat_holding h
         JOIN person p ON p.id = h.person_id JOIN seat_profile f ON f.id = h.profile_id "
    };
}

/// Of some spaces: how many seats each kind has, and how many of them somebody holds.
macro_rules! seats {
    ($among:literal) => {
        concat!(
            "SELECT p.space_id, p.seats, (SELECT COUNT(*) FROM seat_holding h WHERE h.profile_id = p.id AND h.left_on IS NULL) ",
            $among,
            " AND p.removed_at IS NULL"
        )
    };
}

statements! {
    AT_A_GLANCE = seats!("FROM json_each($1) e CROSS JOIN seat_profile p WHERE p.space_id = unhex(e.value)"),
        postgres seats!("FROM seat_profile p WHERE p.space_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    PROFILES = concat!(profile!(), "WHERE p.space_id = $1 AND p.removed_at IS NULL ORDER BY p.place, p.id LIMIT 100");
    PROFILE = concat!(profile!(), "WHERE p.id = $1 AND p.space_id = $2 AND p.removed_at IS NULL");
    PROFILES_OF_CALL = concat!(profile!(), "JOIN seat_call_profile c ON c.profile_id = p.id WHERE c.call_id = $1 AND p.removed_at IS NULL ORDER BY p.place, p.id LIMIT 100");
    INSERT_PROFILE = "INSERT INTO seat_profile (id, space_id, place, title, description, role, seats, from_on, until_on)
        VALUES ($1, $2, (SELECT COALESCE(MAX(x.place), 0) + 1 FROM seat_profile x WHERE x.space_id = $2), $3, $4, $5, $6, $7, $8)";
    UPDATE_PROFILE = "UPDATE seat_profile SET title = $3, description = $4, seats = $5, from_on = $6, until_on = $7 WHERE id = $1 AND space_id = $2";
    FOLLOW_TERM = "UPDATE seat_holding SET until_on = $2, warned_at = NULL WHERE profile_id = $1 AND left_on IS NULL AND (until_on IS NULL OR until_on <> $2)";
    FOLLOW_NO_TERM = "UPDATE seat_holding SET until_on = NULL, warned_at = NULL WHERE profile_id = $1 AND left_on IS NULL";
    REMOVE_PROFILE = "UPDATE seat_profile SET removed_at = $3 WHERE id = $1 AND space_id = $2 AND removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM seat_holding h WHERE h.profile_id = $1 AND h.left_on IS NULL)";
    HOLDINGS = concat!(holding!(), "WHERE h.space_id = $1 ORDER BY h.from_on DESC, h.id DESC LIMIT 500");
    HOLDING = concat!(holding!(), "WHERE h.id = $1 AND h.space_id = $2");
    HELD_BY = concat!(holding!(), "WHERE h.person_id = $1 AND h.space_id = $2 AND h.left_on IS NULL ORDER BY h.id");
    INSERT_HOLDING = "INSERT INTO seat_holding (id, profile_id, space_id, person_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $6)";
    // The condition is in the statement: two nodes that notice the same do it once.
    LEAVE = "UPDATE seat_holding SET left_on = $2, reason = $3 WHERE id = $1 AND left_on IS NULL";
    CALLS = concat!(call!(), "WHERE c.space_id = $1 ORDER BY c.written_at DESC, c.id DESC LIMIT 50");
    CALL = concat!(call!(), "WHERE c.id = $1 AND c.space_id = $2");
    INSERT_CALL = "INSERT INTO seat_call (id, space_id, title, text, period, meetings, preparation, contact, working_groups, deadline, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    UPDATE_CALL = "UPDATE seat_call SET title = $3, text = $4, period = $5, meetings = $6, preparation = $7, contact = $8, working_groups = $9, deadline = $10
        WHERE id = $1 AND space_id = $2";
    FORGET_CALL_PROFILES = "DELETE FROM seat_call_profile WHERE call_id = $1";
    INSERT_CALL_PROFILE = "INSERT INTO seat_call_profile (call_id, profile_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    OPEN_CALL = "UPDATE seat_call SET opened_at = COALESCE(opened_at, $2), closed_at = NULL WHERE id = $1 AND (opened_at IS NULL OR closed_at IS NOT NULL)";
    CLOSE_CALL = "UPDATE seat_call SET closed_at = $2 WHERE id = $1 AND opened_at IS NOT NULL AND closed_at IS NULL";
    OVERDUE_CALLS = concat!(call!(), "WHERE c.opened_at IS NOT NULL AND c.closed_at IS NULL AND c.deadline < $1 ORDER BY c.deadline, c.id LIMIT 20");
    OPEN_CALLS = concat!(call!(), "WHERE c.opened_at IS NOT NULL AND c.closed_at IS NULL AND c.deadline >= $1 ORDER BY c.deadline, c.id LIMIT 200");
}

/// Seats of one kind.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Profile {
    pub(crate) id: Uuid,
    #[allow(dead_code)]
    pub(crate) place: i64,
    pub(crate) title: String,
    pub(crate) description: String,
    #[sqlx(try_from = "String")]
    pub(crate) role: Role,
    pub(crate) seats: i64,
    pub(crate) from_on: Option<NaiveDate>,
    pub(crate) until_on: Option<NaiveDate>,
    pub(crate) filled: i64,
    pub(crate) last_place: i64,
}

impl Profile {
    /// Seats that nobody holds.
    pub(crate) fn free(&self) -> i64 {
        (self.seats - self.filled).max(0)
    }
}

/// What a seat is for, as a secretary writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Seats {
    pub title: String,
    pub description: String,
    pub role: Role,
    pub seats: i64,
    pub from_on: Option<NaiveDate>,
    pub until_on: Option<NaiveDate>,
}

/// Somebody on a seat, now or before.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Holding {
    pub(crate) id: Uuid,
    pub(crate) profile_id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    /// The profile's.
    pub(crate) title: String,
    #[sqlx(try_from = "String")]
    pub(crate) role: Role,
    pub(crate) from_on: NaiveDate,
    pub(crate) until_on: Option<NaiveDate>,
    pub(crate) left_on: Option<NaiveDate>,
    pub(crate) reason: Option<String>,
}

/// A call.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Call {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) period: String,
    pub(crate) meetings: String,
    pub(crate) preparation: String,
    pub(crate) contact: String,
    pub(crate) working_groups: bool,
    pub(crate) deadline: NaiveDate,
    pub(crate) opened_at: Option<DateTime<Utc>>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
}

impl Call {
    /// Whether interest can be registered.
    pub(crate) fn is_open(&self, today: NaiveDate) -> bool {
        is_open(self.opened_at.is_some(), self.closed_at.is_some(), self.deadline, today)
    }

    /// Whether everybody may see it.
    pub(crate) fn is_published(&self) -> bool {
        self.opened_at.is_some()
    }
}

/// A call, as a secretary writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct CallText {
    pub title: String,
    pub text: String,
    pub period: String,
    pub meetings: String,
    pub preparation: String,
    pub contact: String,
    pub working_groups: bool,
    pub deadline: NaiveDate,
    pub profiles: Vec<Uuid>,
}

/// A space, and how many seats of one kind it has and how many are held; a row a kind.
pub(crate) async fn at_a_glance(sql: &mut Sql, ids: &str) -> Result<Vec<(Uuid, i64, i64)>> {
    sql.all(&AT_A_GLANCE, args![ids]).await
}

pub(crate) async fn profiles(sql: &mut Sql, space: Uuid) -> Result<Vec<Profile>> {
    sql.all(&PROFILES, args![space]).await
}

pub(crate) async fn profile(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Profile> {
    sql.one(&PROFILE, args![id, space]).await
}

pub(crate) async fn profiles_of_call(sql: &mut Sql, call: Uuid) -> Result<Vec<Profile>> {
    sql.all(&PROFILES_OF_CALL, args![call]).await
}

pub(crate) async fn insert_profile(sql: &mut Sql, id: Uuid, space: Uuid, s: &Seats) -> Result<()> {
    sql.run(&INSERT_PROFILE, args![id, space, &s.title, &s.description, s.role.key(), s.seats, s.from_on, s.until_on]).await.map(|_| ())
}

/// Changes a profile; whoever holds a seat of it follows its new term.
pub(crate) async fn update_profile(sql: &mut Sql, id: Uuid, space: Uuid, s: &Seats) -> Result<()> {
    sql.run(&UPDATE_PROFILE, args![id, space, &s.title, &s.description, s.seats, s.from_on, s.until_on]).await?;
    match s.until_on {
        Some(until) => sql.run(&FOLLOW_TERM, args![id, until]).await?,
        None => sql.run(&FOLLOW_NO_TERM, args![id]).await?,
    };
    Ok(())
}

/// Takes a profile away; false while somebody holds a seat of it.
pub(crate) async fn remove_profile(sql: &mut Sql, id: Uuid, space: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&REMOVE_PROFILE, args![id, space, at]).await? > 0)
}

/// Who holds and held seats, the latest first.
pub(crate) async fn holdings(sql: &mut Sql, space: Uuid) -> Result<Vec<Holding>> {
    sql.all(&HOLDINGS, args![space]).await
}

pub(crate) async fn holding(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Holding> {
    sql.one(&HOLDING, args![id, space]).await
}

/// The seats somebody holds now.
pub(crate) async fn held_by(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<Holding>> {
    sql.all(&HELD_BY, args![person, space]).await
}

/// A new holder of a seat.
pub(crate) struct NewHolding {
    pub(crate) id: Uuid,
    pub(crate) profile: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Uuid,
    pub(crate) from_on: NaiveDate,
    pub(crate) until_on: Option<NaiveDate>,
}

pub(crate) async fn insert_holding(sql: &mut Sql, h: &NewHolding) -> Result<()> {
    sql.run(&INSERT_HOLDING, args![h.id, h.profile, h.space, h.person, h.from_on, h.until_on]).await.map(|_| ())
}

/// Notes that somebody has left a seat; false when it was noted already.
pub(crate) async fn leave(sql: &mut Sql, id: Uuid, on: NaiveDate, reason: &str) -> Result<bool> {
    Ok(sql.run(&LEAVE, args![id, on, reason]).await? > 0)
}

pub(crate) async fn calls(sql: &mut Sql, space: Uuid) -> Result<Vec<Call>> {
    sql.all(&CALLS, args![space]).await
}

pub(crate) async fn call(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Call> {
    sql.one(&CALL, args![id, space]).await
}

pub(crate) async fn insert_call(sql: &mut Sql, id: Uuid, space: Uuid, c: &CallText, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    let values = args![id, space, &c.title, &c.text, &c.period, &c.meetings, &c.preparation, &c.contact, c.working_groups, c.deadline, by, at];
    sql.run(&INSERT_CALL, values).await?;
    set_call_profiles(sql, id, &c.profiles).await
}

pub(crate) async fn update_call(sql: &mut Sql, id: Uuid, space: Uuid, c: &CallText) -> Result<()> {
    let values = args![id, space, &c.title, &c.text, &c.period, &c.meetings, &c.preparation, &c.contact, c.working_groups, c.deadline];
    sql.run(&UPDATE_CALL, values).await?;
    set_call_profiles(sql, id, &c.profiles).await
}

async fn set_call_profiles(sql: &mut Sql, call: Uuid, profiles: &[Uuid]) -> Result<()> {
    sql.run(&FORGET_CALL_PROFILES, args![call]).await?;
    for profile in profiles {
        sql.run(&INSERT_CALL_PROFILE, args![call, *profile]).await?;
    }
    Ok(())
}

/// Opens a call, also one that was closed; false when it is open.
pub(crate) async fn open_call(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&OPEN_CALL, args![id, at]).await? > 0)
}

/// Closes a call; false when it is not open.
pub(crate) async fn close_call(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&CLOSE_CALL, args![id, at]).await? > 0)
}

/// Calls whose last day is over and that nobody has closed.
pub(crate) async fn overdue_calls(sql: &mut Sql, today: NaiveDate) -> Result<Vec<Call>> {
    sql.all(&OVERDUE_CALLS, args![today]).await
}

/// Every open call, the one that ends first at the top.
pub(crate) async fn open_calls(sql: &mut Sql, today: NaiveDate) -> Result<Vec<Call>> {
    sql.all(&OPEN_CALLS, args![today]).await
}
