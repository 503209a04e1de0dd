//! SQL of the welcome of new volunteers, and of thanks.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

macro_rules! welcomes {
    ($among:literal) => {
        concat!(
            "SELECT w.id, w.person_id, p.name AS person, w.buddy_id, b.name AS buddy, w.begun_at, w.ended_at, s.slug, s.title AS space,
             (SELECT COUNT(*) FROM welcome_step x WHERE x.welcome_id = w.id) AS steps, (SELECT COUNT(x.done_at) FROM welcome_step x WHERE x.welcome_id = w.id) AS done
             FROM welcome w JOIN space s ON s.id = w.space_id JOIN person p ON p.id = w.person_id JOIN person b ON b.id = w.buddy_id ",
            $among
        )
    };
}

macro_rules! thanks {
    ($among:literal) => {
        concat!(
            "SELECT t.id, t.person_id, p.name AS person, t.to_group, t.text, t.said_by, b.name AS said_name, t.said_at, s.slug, s.title AS space
             FROM thanks t JOIN space s ON s.id = t.space_id JOIN person b ON b.id = t.said_by LEFT JOIN person p ON p.id = t.person_id ",
            $among
        )
    };
}

statements! {
    LIST = "SELECT steps FROM welcome_list WHERE space_id = $1";
    FORGET_LIST = "DELETE FROM welcome_list WHERE space_id = $1";
    INSERT_LIST = "INSERT INTO welcome_list (space_id, steps, written_by, written_at) VALUES ($1, $2, $3, $4)";
    WELCOMES = welcomes!("WHERE w.space_id = $1 AND w.ended_at IS NULL ORDER BY w.begun_at, w.id LIMIT 100");
    WELCOME = welcomes!("WHERE w.space_id = $1 AND w.id = $2");
    WELCOMED = welcomes!("WHERE w.person_id = $1 AND w.ended_at IS NULL ORDER BY w.begun_at, w.id LIMIT 20");
    BUDDY_OF = welcomes!("WHERE w.buddy_id = $1 AND w.ended_at IS NULL ORDER BY w.begun_at, w.id LIMIT 20");
    OPEN_FOR = "SELECT COUNT(*) FROM welcome WHERE space_id = $1 AND person_id = $2 AND ended_at IS NULL";
    INSERT = "INSERT INTO welcome (id, space_id, person_id, buddy_id, begun_by, begun_at) VALUES ($1, $2, $3, $4, $5, $6)";
    INSERT_STEP = "INSERT INTO welcome_step (welcome_id, position, step) VALUES ($1, $2, $3)";
    STEPS = "SELECT position, step, done_at FROM welcome_step WHERE welcome_id = $1 ORDER BY position LIMIT 100";
    TICK = "UPDATE welcome_step SET done_at = $3 WHERE welcome_id = $1 AND position = $2";
    END = "UPDATE welcome SET ended_at = $2 WHERE id = $1";
    THANKS = thanks!("WHERE t.space_id = $1 ORDER BY t.said_at DESC, t.id LIMIT 50");
    THANKED = thanks!("WHERE t.person_id = $1 ORDER BY t.said_at DESC, t.id LIMIT 10");
    ONE_THANKS = thanks!("WHERE t.space_id = $1 AND t.id = $2");
    INSERT_THANKS = "INSERT INTO thanks (id, space_id, person_id, to_group, text, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    DELETE_THANKS = "DELETE FROM thanks WHERE id = $1";
}

/// The welcome of a new volunteer.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Welcome {
    pub(crate) id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) person: String,
    pub(crate) buddy_id: Uuid,
    pub(crate) buddy: String,
    pub(crate) begun_at: DateTime<Utc>,
    pub(crate) ended_at: Option<DateTime<Utc>>,
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) steps: i64,
    pub(crate) done: i64,
}

/// A step of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Step {
    pub(crate) position: i64,
    pub(crate) step: String,
    pub(crate) done_at: Option<DateTime<Utc>>,
}

/// A thank-you.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Thanks {
    pub(crate) id: Uuid,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) person: Option<String>,
    pub(crate) to_group: String,
    pub(crate) text: String,
    pub(crate) said_by: Uuid,
    pub(crate) said_name: String,
    pub(crate) said_at: DateTime<Utc>,
    pub(crate) slug: String,
    pub(crate) space: String,
}

impl Thanks {
    /// Whom it is to.
    pub(crate) fn to(&self) -> &str {
        self.person.as_deref().unwrap_or(&self.to_group)
    }
}

/// The house's own list, where it has one.
pub(crate) async fn list(sql: &mut Sql, space: Uuid) -> Result<Option<String>> {
    let row: Option<(String,)> = sql.maybe(&LIST, args![space]).await?;
    Ok(row.map(|r| r.0))
}

pub(crate) async fn set_list(sql: &mut Sql, space: Uuid, steps: &str, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET_LIST, args![space]).await?;
    sql.run(&INSERT_LIST, args![space, steps, by, at]).await.map(|_| ())
}

/// The welcomes under way in a space.
pub(crate) async fn welcomes(sql: &mut Sql, space: Uuid) -> Result<Vec<Welcome>> {
    sql.all(&WELCOMES, args![space]).await
}

/// One welcome of a space.
pub(crate) async fn welcome(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Welcome> {
    sql.one(&WELCOME, args![space, id]).await
}

/// Where somebody is being welcomed.
pub(crate) async fn welcomed(sql: &mut Sql, person: Uuid) -> Result<Vec<Welcome>> {
    sql.all(&WELCOMED, args![person]).await
}

/// Whom somebody welcomes.
pub(crate) async fn buddy_of(sql: &mut Sql, person: Uuid) -> Result<Vec<Welcome>> {
    sql.all(&BUDDY_OF, args![person]).await
}

/// Whether somebody is being welcomed in a space.
pub(crate) async fn is_welcomed(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.count(&OPEN_FOR, args![space, person]).await? > 0)
}

/// A welcome to begin.
pub(crate) struct NewWelcome<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Uuid,
    pub(crate) buddy: Uuid,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) steps: &'a [String],
}

pub(crate) async fn begin(sql: &mut Sql, new: &NewWelcome<'_>) -> Result<()> {
    sql.run(&INSERT, args![new.id, new.space, new.person, new.buddy, new.by, new.at]).await?;
    for (position, step) in (1_i64..).zip(new.steps) {
        sql.run(&INSERT_STEP, args![new.id, position, step]).await?;
    }
    Ok(())
}

/// The steps of a welcome, in order.
pub(crate) async fn steps(sql: &mut Sql, welcome: Uuid) -> Result<Vec<Step>> {
    sql.all(&STEPS, args![welcome]).await
}

/// Sets when a step was done; false where there is no such step.
pub(crate) async fn tick(sql: &mut Sql, welcome: Uuid, position: i64, at: Option<DateTime<Utc>>) -> Result<bool> {
    Ok(sql.run(&TICK, args![welcome, position, at]).await? > 0)
}

pub(crate) async fn end(sql: &mut Sql, welcome: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&END, args![welcome, at]).await.map(|_| ())
}

/// The latest thanks in a space.
pub(crate) async fn thanks(sql: &mut Sql, space: Uuid) -> Result<Vec<Thanks>> {
    sql.all(&THANKS, args![space]).await
}

/// The latest thanks to somebody.
pub(crate) async fn thanked(sql: &mut Sql, person: Uuid) -> Result<Vec<Thanks>> {
    sql.all(&THANKED, args![person]).await
}

/// One of the thanks of a space.
pub(crate) async fn one_thanks(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Thanks> {
    sql.one(&ONE_THANKS, args![space, id]).await
}

/// Thanks to be said.
pub(crate) struct NewThanks<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Option<Uuid>,
    pub(crate) group: &'a str,
    pub(crate) text: &'a str,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert_thanks(sql: &mut Sql, new: &NewThanks<'_>) -> Result<()> {
    sql.run(&INSERT_THANKS, args![new.id, new.space, new.person, new.group, new.text, new.by, new.at]).await.map(|_| ())
}

pub(crate) async fn delete_thanks(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&DELETE_THANKS, args![id]).await.map(|_| ())
}
