//! Commitments: who does what by when, with which resources, as a result of what. The currency between tools.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::{ActDef, Reach, Role, TEAM, Trace};
use crate::db::Sql;
use crate::error::Result;
use crate::{args, statements};

/// Making a commitment.
pub const MAKE: ActDef = ActDef {
    name: "commitment.make",
    roles: &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Member, Role::Politician],
    reach: Reach::Roles,
    trace: Trace::Journal,
};

/// Reporting on one's own commitment: whoever has a part in the space and does it, or helps with it.
pub const REPORT: ActDef = ActDef { name: "commitment.report", roles: TEAM, reach: Reach::Roles, trace: Trace::Journal };

/// How far a commitment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Status {
    Agreed,
    Started,
    Waiting,
    Done,
    GivenUp,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 5] = [Status::Agreed, Status::Started, Status::Waiting, Status::Done, Status::GivenUp];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Status::Agreed => "agreed",
            Status::Started => "started",
            Status::Waiting => "waiting",
            Status::Done => "done",
            Status::GivenUp => "given_up",
        }
    }

    /// The status of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// Whether nothing more is expected.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Status::Done | Status::GivenUp)
    }
}

impl TryFrom<String> for Status {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Status::of(&key).ok_or_else(|| format!("unknown status '{key}'"))
    }
}

/// A commitment with the names on it.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Commitment {
    pub id: Uuid,
    pub space_id: Uuid,
    pub space_slug: String,
    pub space_title: String,
    pub source_kind: Option<String>,
    pub source_id: Option<Uuid>,
    pub source_title: Option<String>,
    pub what: String,
    pub doer_id: Uuid,
    pub doer: String,
    pub organisation: Option<String>,
    pub counterpart_id: Uuid,
    pub counterpart: String,
    pub counterpart_title: Option<String>,
    pub due_on: NaiveDate,
    pub hours: Option<i64>,
    pub money_ore: Option<i64>,
    pub rooms: String,
    pub staff: String,
    #[sqlx(try_from = "String")]
    pub status: Status,
    pub waiting_for: String,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub done_at: Option<DateTime<Utc>>,
}

impl Commitment {
    /// Days past its date; 0 or less when it is not late.
    #[must_use]
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        if self.status.is_over() { 0 } else { crate::clock::days_between(self.due_on, today) }
    }

    /// The class of its status tag.
    #[must_use]
    pub fn tag(&self, today: NaiveDate) -> &'static str {
        match self.status {
            _ if self.days_late(today) > 0 => "late",
            Status::Started | Status::Done => "ok",
            Status::Waiting => "wait",
            Status::Agreed | Status::GivenUp => "plain",
        }
    }
}

/// A report on a commitment.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Progress {
    pub id: Uuid,
    pub person: String,
    #[sqlx(try_from = "String")]
    pub status: Status,
    pub text: String,
    pub hours: Option<i64>,
    pub money_ore: Option<i64>,
    pub at: DateTime<Utc>,
}

/// A new commitment.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewCommitment<'a> {
    pub id: Uuid,
    pub space: Uuid,
    pub source: Option<(&'a str, Uuid, &'a str)>,
    pub what: &'a str,
    pub doer: Uuid,
    pub organisation: Option<Uuid>,
    pub counterpart: Uuid,
    pub due_on: NaiveDate,
    pub hours: Option<i64>,
    pub money_ore: Option<i64>,
    pub rooms: &'a str,
    pub staff: &'a str,
    pub at: DateTime<Utc>,
}

/// A new report.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewProgress<'a> {
    pub id: Uuid,
    pub commitment: Uuid,
    pub person: Uuid,
    pub status: Status,
    pub text: &'a str,
    pub waiting_for: &'a str,
    pub hours: Option<i64>,
    pub money_ore: Option<i64>,
    pub at: DateTime<Utc>,
}

/// What has been reported as used on a commitment, and how far its milestones are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Carried {
    pub hours: i64,
    pub money_ore: i64,
    pub milestones_reached: i64,
    pub milestones: i64,
    /// The date of the first that is not reached.
    pub next_milestone: Option<NaiveDate>,
}

macro_rules! used {
    ($among:literal) => {
        concat!(
            "SELECT g.commitment_id, CAST(COALESCE(SUM(g.hours), 0) AS BIGINT), CAST(COALESCE(SUM(g.money_ore), 0) AS BIGINT) FROM ",
            $among,
            " GROUP BY g.commitment_id"
        )
    };
}
macro_rules! milestones {
    ($among:literal) => {
        concat!(
            "SELECT m.commitment_id, COUNT(m.reached_on), COUNT(*), MIN(CASE WHEN m.reached_on IS NULL THEN m.due_on END) FROM ",
            $among,
            " GROUP BY m.commitment_id"
        )
    };
}

// CROSS JOIN: SQLite begins with the commitments, not with every space that could have some.
macro_rules! columns {
    () => {
        "SELECT c.id, c.space_id, s.slug AS space_slug, s.title AS space_title, c.source_kind, c.source_id, c.source_title, c.what, c.doer_id, d.name AS doer,
         o.name AS organisation, c.counterpart_id, k.name AS counterpart, k.title AS counterpart_title, c.due_on, c.hours, c.money_ore, c.rooms, c.staff, c.status,
         c.waiting_for, c.created_at, c.started_at, c.done_at
         FROM commitment c CROSS JOIN space s JOIN person d ON d.id = c.doer_id AND s.id = c.space_id JOIN person k ON k.id = c.counterpart_id
         LEFT JOIN organisation o ON o.id = c.organisation_id "
    };
}

statements! {
    OF_SPACE = concat!(columns!(), "WHERE c.space_id = $1 ORDER BY c.due_on, c.id LIMIT 500");
    EVERY = concat!(columns!(), "WHERE c.space_id = $1 ORDER BY c.due_on, c.id");
    ALL_PROGRESS = "SELECT g.commitment_id, g.id, p.name AS person, g.status, g.text, g.hours, g.money_ore, g.at FROM commitment c JOIN progress g ON g.commitment_id = c.id
        JOIN person p ON p.id = g.person_id WHERE c.space_id = $1 ORDER BY g.at, g.id";
    ONE = concat!(columns!(), "WHERE c.id = $1 AND c.space_id = $2");
    OF_PERSON = concat!(columns!(), "WHERE c.doer_id = $1 OR c.counterpart_id = $1 ORDER BY c.due_on, c.id LIMIT 200");
    PUBLIC_LATEST = concat!(columns!(), "WHERE s.visibility = 'public' AND c.status IN ('started', 'done') ORDER BY c.created_at DESC, c.id DESC LIMIT $1");
    INSERT = "INSERT INTO commitment (id, space_id, source_kind, source_id, source_title, what, doer_id, organisation_id, counterpart_id, due_on, hours, money_ore, rooms, staff,
        status, waiting_for, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'agreed', '', $15)";
    INSERT_PROGRESS = "INSERT INTO progress (id, commitment_id, person_id, status, text, hours, money_ore, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    SET_STATUS = "UPDATE commitment SET status = $2, waiting_for = $3,
        started_at = CASE WHEN started_at IS NULL AND $2 IN ('started', 'done') THEN $4 ELSE started_at END,
        done_at = CASE WHEN $2 = 'done' THEN $4 ELSE NULL END WHERE id = $1";
    PROGRESS = "SELECT g.id, p.name AS person, g.status, g.text, g.hours, g.money_ore, g.at FROM progress g JOIN person p ON p.id = g.person_id
        WHERE g.commitment_id = $1 ORDER BY g.at DESC, g.id DESC";
    USED = used!("json_each($1) e CROSS JOIN progress g WHERE g.commitment_id = unhex(e.value)"),
        postgres used!("progress g WHERE g.commitment_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    MILESTONES = milestones!("json_each($1) e CROSS JOIN milestone m WHERE m.commitment_id = unhex(e.value)"),
        postgres milestones!("milestone m WHERE m.commitment_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    SPENT = "SELECT CAST(COALESCE(SUM(g.hours), 0) AS BIGINT), CAST(COALESCE(SUM(g.money_ore), 0) AS BIGINT) FROM progress g JOIN commitment c ON c.id = g.commitment_id WHERE c.space_id = $1";
}

/// The commitments of a space, the next date first.
///
/// # Errors
/// When the database fails.
pub async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Commitment>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// All commitments of a space, however many, the next date first: for its archive.
///
/// # Errors
/// When the database fails.
pub async fn every(sql: &mut Sql, space: Uuid) -> Result<Vec<Commitment>> {
    sql.all(&EVERY, args![space]).await
}

/// A report and the commitment it is about.
#[derive(Debug, Clone, sqlx::FromRow)]
struct Reported {
    commitment_id: Uuid,
    #[sqlx(flatten)]
    progress: Progress,
}

/// All reports of a space with the commitments they are about, the oldest first: for its archive.
///
/// # Errors
/// When the database fails.
pub async fn all_progress(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, Progress)>> {
    let rows: Vec<Reported> = sql.all(&ALL_PROGRESS, args![space]).await?;
    Ok(rows.into_iter().map(|r| (r.commitment_id, r.progress)).collect())
}

/// One commitment of a space.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Commitment> {
    sql.one(&ONE, args![id, space]).await
}

/// What somebody has promised, as doer or as counterpart.
///
/// # Errors
/// When the database fails.
pub async fn of_person(sql: &mut Sql, person: Uuid) -> Result<Vec<Commitment>> {
    sql.all(&OF_PERSON, args![person]).await
}

/// The latest that is under way or done in public spaces.
///
/// # Errors
/// When the database fails.
pub async fn public_latest(sql: &mut Sql, limit: i64) -> Result<Vec<Commitment>> {
    sql.all(&PUBLIC_LATEST, args![limit]).await
}

/// Adds a commitment.
///
/// # Errors
/// When the database fails.
pub async fn insert(sql: &mut Sql, new: &NewCommitment<'_>) -> Result<()> {
    let (kind, id, title) = match new.source {
        Some((kind, id, title)) => (Some(kind), Some(id), Some(title)),
        None => (None, None, None),
    };
    let args = args![
        new.id,
        new.space,
        kind,
        id,
        title,
        new.what,
        new.doer,
        new.organisation,
        new.counterpart,
        new.due_on,
        new.hours,
        new.money_ore,
        new.rooms,
        new.staff,
        new.at
    ];
    sql.run(&INSERT, args).await.map(|_| ())
}

/// Adds a report and gives the commitment its status.
///
/// # Errors
/// When the database fails.
pub async fn report(sql: &mut Sql, new: &NewProgress<'_>) -> Result<()> {
    sql.run(&INSERT_PROGRESS, args![new.id, new.commitment, new.person, new.status.key(), new.text, new.hours, new.money_ore, new.at]).await?;
    sql.run(&SET_STATUS, args![new.commitment, new.status.key(), new.waiting_for, new.at]).await.map(|_| ())
}

/// The reports on a commitment, newest first.
///
/// # Errors
/// When the database fails.
pub async fn progress(sql: &mut Sql, commitment: Uuid) -> Result<Vec<Progress>> {
    sql.all(&PROGRESS, args![commitment]).await
}

/// Hours and øre reported as used in a space.
///
/// # Errors
/// When the database fails.
pub async fn spent(sql: &mut Sql, space: Uuid) -> Result<(i64, i64)> {
    sql.one(&SPENT, args![space]).await
}

/// What has been used on each of these commitments and how far they are, the ids as in [`crate::tool::list_of`]; nothing stands
/// for a commitment of which nothing has been told.
///
/// # Errors
/// When the database fails.
pub async fn carried(sql: &mut Sql, ids: &str) -> Result<BTreeMap<Uuid, Carried>> {
    let mut all: BTreeMap<Uuid, Carried> = BTreeMap::new();
    for (id, hours, money_ore) in sql.all::<(Uuid, i64, i64)>(&USED, args![ids]).await? {
        all.insert(id, Carried { hours, money_ore, ..Carried::default() });
    }
    for (id, reached, of, next) in sql.all::<(Uuid, i64, i64, Option<NaiveDate>)>(&MILESTONES, args![ids]).await? {
        let carried = all.entry(id).or_default();
        (carried.milestones_reached, carried.milestones, carried.next_milestone) = (reached, of, next);
    }
    Ok(all)
}
