//! SQL of what happens in the house, week by week.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

statements! {
    WEEKS = "SELECT monday, visits, activities FROM house_week WHERE space_id = $1 ORDER BY monday DESC LIMIT 60";
    FORGET_WEEK = "DELETE FROM house_week WHERE space_id = $1 AND monday = $2";
    INSERT_WEEK = "INSERT INTO house_week (space_id, monday, visits, activities, entered_by, entered_at) VALUES ($1, $2, $3, $4, $5, $6)";
    AIM = "SELECT was_visits, was_activities, was_when, promised_visits, promised_activities, promised_text FROM house_aim WHERE space_id = $1";
    FORGET_AIM = "DELETE FROM house_aim WHERE space_id = $1";
    INSERT_AIM = "INSERT INTO house_aim (space_id, was_visits, was_activities, was_when, promised_visits, promised_activities, promised_text, entered_by, entered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

/// A week in the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// People who came, counted once each day they came.
    pub visits: i64,
    /// Activities that were held.
    pub activities: i64,
}

/// What it was in a usual week, and what is promised.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Aim {
    pub was_visits: i64,
    pub was_activities: i64,
    pub was_when: String,
    pub promised_visits: i64,
    pub promised_activities: i64,
    pub promised_text: String,
}

/// The latest weeks, the latest first.
pub(crate) async fn weeks(sql: &mut Sql, space: Uuid) -> Result<Vec<Week>> {
    sql.all(&WEEKS, args![space]).await
}

/// Puts a week's figures in the place of those it had.
pub(crate) async fn set_week(sql: &mut Sql, space: Uuid, week: &Week, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET_WEEK, args![space, week.monday]).await?;
    sql.run(&INSERT_WEEK, args![space, week.monday, week.visits, week.activities, by, at]).await.map(|_| ())
}

/// What it was and what is promised, once somebody has written it down.
pub(crate) async fn aim(sql: &mut Sql, space: Uuid) -> Result<Option<Aim>> {
    sql.maybe(&AIM, args![space]).await
}

pub(crate) async fn set_aim(sql: &mut Sql, space: Uuid, a: &Aim, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET_AIM, args![space]).await?;
    let args = args![space, a.was_visits, a.was_activities, &a.was_when, a.promised_visits, a.promised_activities, &a.promised_text, by, at];
    sql.run(&INSERT_AIM, args).await.map(|_| ())
}
