//! SQL of what is handed to the council, and of what has been said of promised dates.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

statements! {
    NEXT_NUMBER = "SELECT CAST(COALESCE(MAX(number), 0) + 1 AS BIGINT) FROM submission WHERE space_id = $1";
    INSERT = "INSERT INTO submission (id, space_id, number, document, digest, submitted_by, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF_SPACE = "SELECT s.id, s.number, p.name AS submitted_by, s.submitted_at, (SELECT COUNT(*) FROM recommendation r WHERE r.submission_id = s.id) AS items
        FROM submission s JOIN person p ON p.id = s.submitted_by WHERE s.space_id = $1 ORDER BY s.number DESC LIMIT 100";
    ONE = "SELECT number, document, digest, submitted_at FROM submission WHERE id = $1 AND space_id = $2";
    PROMISED = "SELECT s.id, s.answer_by, (SELECT MAX(x.step) FROM answer_step x WHERE x.space_id = s.id AND x.answer_by = s.answer_by) AS step
        FROM space s WHERE s.id IN (SELECT r.space_id FROM recommendation r WHERE r.status = 'submitted') AND s.answer_by <= $1
        ORDER BY s.answer_by DESC, s.id LIMIT 1000";
    TAKE_STEP = "INSERT INTO answer_step (space_id, answer_by, step, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
}

/// A submission in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Handed {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) submitted_by: String,
    pub(crate) submitted_at: DateTime<Utc>,
    pub(crate) items: i64,
}

/// A submission as it was handed over.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Submission {
    pub(crate) number: i64,
    pub(crate) document: String,
    pub(crate) digest: String,
    pub(crate) submitted_at: DateTime<Utc>,
}

pub(crate) async fn next_number(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&NEXT_NUMBER, args![space]).await
}

pub(crate) async fn insert(sql: &mut Sql, id: Uuid, space: Uuid, new: &Submission, by: Uuid) -> Result<()> {
    sql.run(&INSERT, args![id, space, new.number, &new.document, &new.digest, by, new.submitted_at]).await.map(|_| ())
}

/// The submissions of a space, the latest first.
pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Handed>> {
    sql.all(&OF_SPACE, args![space]).await
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Submission> {
    sql.one(&ONE, args![id, space]).await
}

/// Spaces with something unanswered, closed or not, whose promised date is not after a day: space, date, and the last step taken.
pub(crate) async fn promised(sql: &mut Sql, until: NaiveDate) -> Result<Vec<(Uuid, NaiveDate, Option<i64>)>> {
    sql.all(&PROMISED, args![until]).await
}

/// Takes a step; false where it was taken before.
pub(crate) async fn take_step(sql: &mut Sql, space: Uuid, answer_by: NaiveDate, step: i64, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&TAKE_STEP, args![space, answer_by, step, at]).await? > 0)
}
