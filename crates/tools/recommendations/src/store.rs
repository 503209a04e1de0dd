//! The recommendations' SQL.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Answer, Decided, Earlier, Recommendation};
use crate::texts::Texts;

macro_rules! columns {
    () => {
        "SELECT r.id, r.number, r.title, r.text, r.reason, r.status, r.version, r.submission_id, w.name AS author, r.created_at, r.submitted_at,
         a.outcome, a.reason AS answer, a.meeting, a.body, a.decided_on, a.correction, b.name AS answered_by, a.answered_at
         FROM recommendation r JOIN person w ON w.id = r.written_by LEFT JOIN council_answer a ON a.recommendation_id = r.id LEFT JOIN person b ON b.id = a.answered_by "
    };
}

/// How many recommendations there are, and how many of them wait for their answer.
macro_rules! counts {
    () => {
        "COUNT(*) AS n, CAST(SUM(CASE WHEN r.status = 'submitted' THEN 1 ELSE 0 END) AS BIGINT) AS waiting"
    };
}

statements! {
    // Each space is counted by itself, from the index alone: all rows of all spaces are never put beside each other.
    AT_A_GLANCE = concat!("SELECT r.space_id, ", counts!(), " FROM json_each($1) e CROSS JOIN recommendation r WHERE r.space_id = unhex(e.value) AND r.status <> 'draft' GROUP BY r.space_id"),
        postgres concat!("SELECT e::uuid, x.n, x.waiting FROM json_array_elements_text($1::json) e CROSS JOIN LATERAL (SELECT ", counts!(),
            " FROM recommendation r WHERE r.space_id = e::uuid AND r.status <> 'draft') x WHERE x.n > 0");
    LATE = "SELECT s.id, s.answer_by FROM space s WHERE s.answer_by < $1 AND EXISTS (SELECT 1 FROM recommendation r WHERE r.status = 'submitted' AND r.space_id = s.id)";
    ALL = concat!(columns!(), "WHERE r.space_id = $1 ORDER BY r.number LIMIT 500");
    COUNTED = "SELECT COUNT(CASE WHEN status = 'draft' THEN 1 END), COUNT(CASE WHEN status <> 'draft' THEN 1 END) FROM recommendation WHERE space_id = $1";
    EVERY = concat!(columns!(), "WHERE r.space_id = $1 ORDER BY r.number");
    EVERY_EARLIER = "SELECT e.recommendation_id, e.outcome, e.reason, e.meeting, e.body, e.decided_on, e.correction, p.name AS answered_by, e.answered_at FROM recommendation r
        JOIN earlier_answer e ON e.recommendation_id = r.id JOIN person p ON p.id = e.answered_by WHERE r.space_id = $1 ORDER BY r.number, e.place DESC";
    ONE = concat!(columns!(), "WHERE r.id = $1 AND r.space_id = $2");
    // One act at a time in a space: numbers have no gaps, and nothing is answered twice.
    LOCK = "SELECT id FROM space WHERE id = $1", postgres "SELECT id FROM space WHERE id = $1 FOR UPDATE";
    NEXT_NUMBER = "SELECT CAST(COALESCE(MAX(number), 0) + 1 AS BIGINT) FROM recommendation WHERE space_id = $1";
    INSERT = "INSERT INTO recommendation (id, space_id, number, title, text, reason, status, written_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8)";
    UPDATE = "UPDATE recommendation SET title = $2, text = $3, reason = $4, version = $5 WHERE id = $1 AND status = 'draft'";
    SUBMIT = "UPDATE recommendation SET status = 'submitted', submitted_at = $2, moved_at = $2, submission_id = $3 WHERE id = $1 AND status = 'draft'";
    INSERT_ANSWER = "INSERT INTO council_answer (recommendation_id, outcome, reason, meeting, answered_by, answered_at, body, decided_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    SET_ANSWERED = "UPDATE recommendation SET status = 'answered', outcome = $2, moved_at = $3 WHERE id = $1";
    KEEP_ANSWER = "INSERT INTO earlier_answer (recommendation_id, place, outcome, reason, meeting, correction, answered_by, answered_at, body, decided_on)
        SELECT a.recommendation_id, (SELECT COALESCE(MAX(e.place), 0) + 1 FROM earlier_answer e WHERE e.recommendation_id = $1), a.outcome, a.reason, a.meeting, a.correction,
        a.answered_by, a.answered_at, a.body, a.decided_on FROM council_answer a WHERE a.recommendation_id = $1";
    CORRECT_ANSWER = "UPDATE council_answer SET outcome = $2, reason = $3, meeting = $4, correction = $5, answered_by = $6, answered_at = $7, body = $8, decided_on = $9
        WHERE recommendation_id = $1";
    EARLIER = "SELECT e.outcome, e.reason, e.meeting, e.body, e.decided_on, e.correction, p.name AS answered_by, e.answered_at FROM earlier_answer e JOIN person p ON p.id = e.answered_by
        WHERE e.recommendation_id = $1 ORDER BY e.place DESC LIMIT 20";
    NEXT_WAITING = "SELECT id FROM recommendation WHERE space_id = $1 AND status = 'submitted' AND number > $2 ORDER BY number LIMIT 1";
    WAITING = "SELECT COUNT(*) FROM recommendation WHERE space_id = $1 AND status = 'submitted'";
    AWAITED_FROM = "SELECT r.id, r.number, r.title, s.slug, s.title AS space, s.answer_by FROM recommendation r JOIN space s ON s.id = r.space_id
        JOIN space_role x ON x.space_id = s.id AND x.person_id = $1 AND x.role = 'council'
        WHERE r.status = 'submitted' ORDER BY r.submitted_at, r.id LIMIT 20";
    ANSWERS_FOR = "SELECT r.id, r.number, r.title, s.slug, s.title AS space, a.outcome, a.answered_at FROM council_answer a JOIN recommendation r ON r.id = a.recommendation_id
        JOIN space s ON s.id = r.space_id
        WHERE r.space_id IN (SELECT x.space_id FROM space_role x WHERE x.person_id = $1 UNION
        SELECT c.space_id FROM contribution c JOIN space v ON v.id = c.space_id WHERE c.person_id = $1 AND v.visibility IN ('public', 'registered'))
        ORDER BY a.answered_at DESC, r.id LIMIT 10";
}

/// A recommendation that somebody on the council has not answered.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Awaited {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) answer_by: Option<NaiveDate>,
}

/// An answer to something a person took part in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Answered {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) outcome: String,
    pub(crate) answered_at: DateTime<Utc>,
}

/// A new recommendation.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) number: i64,
    pub(crate) texts: &'a Texts,
    pub(crate) author: Uuid,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn all(sql: &mut Sql, space: Uuid) -> Result<Vec<Recommendation>> {
    sql.all(&ALL, args![space]).await
}

/// All of them, however many: for the archive.
pub(crate) async fn every(sql: &mut Sql, space: Uuid) -> Result<Vec<Recommendation>> {
    sql.all(&EVERY, args![space]).await
}

/// An answer that another has taken the place of, and what it answered.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct EarlierOf {
    pub(crate) recommendation_id: Uuid,
    #[sqlx(flatten)]
    pub(crate) earlier: Earlier,
}

/// Every answer of a space that another has taken the place of, the latest first.
pub(crate) async fn every_earlier(sql: &mut Sql, space: Uuid) -> Result<Vec<EarlierOf>> {
    sql.all(&EVERY_EARLIER, args![space]).await
}

/// How many of a space's recommendations are drafts, and how many have been handed over.
pub(crate) async fn counted(sql: &mut Sql, space: Uuid) -> Result<(usize, usize)> {
    let (drafts, sent): (i64, i64) = sql.one(&COUNTED, args![space]).await?;
    Ok((usize::try_from(drafts).unwrap_or(0), usize::try_from(sent).unwrap_or(0)))
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Recommendation> {
    sql.one(&ONE, args![id, space]).await
}

/// Lets other acts in the space wait until this one is done.
pub(crate) async fn lock(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.one::<(Uuid,)>(&LOCK, args![space]).await.map(|_| ())
}

pub(crate) async fn next_number(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&NEXT_NUMBER, args![space]).await
}

pub(crate) async fn insert(sql: &mut Sql, new: &New<'_>) -> Result<()> {
    sql.run(&INSERT, args![new.id, new.space, new.number, &new.texts.title, &new.texts.text, &new.texts.reason, new.author, new.at]).await.map(|_| ())
}

/// Changes a draft; false when it is not one any more.
pub(crate) async fn update(sql: &mut Sql, id: Uuid, texts: &Texts, version: i64) -> Result<bool> {
    Ok(sql.run(&UPDATE, args![id, &texts.title, &texts.text, &texts.reason, version]).await? > 0)
}

/// Submits a draft; false when it is not one any more.
pub(crate) async fn submit(sql: &mut Sql, id: Uuid, at: DateTime<Utc>, submission: Uuid) -> Result<bool> {
    Ok(sql.run(&SUBMIT, args![id, at, submission]).await? > 0)
}

pub(crate) async fn answer(sql: &mut Sql, id: Uuid, answer: &Answer, decided: &Decided, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    let values = args![id, answer.outcome.key(), &answer.reason, &answer.meeting, by, at, &decided.body, decided.on];
    sql.run(&INSERT_ANSWER, values).await?;
    sql.run(&SET_ANSWERED, args![id, answer.outcome.key(), at]).await.map(|_| ())
}

/// Puts a new answer in the place of one that is kept.
pub(crate) async fn correct(sql: &mut Sql, id: Uuid, answer: &Answer, decided: &Decided, why: &str, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&KEEP_ANSWER, args![id]).await?;
    let values = args![id, answer.outcome.key(), &answer.reason, &answer.meeting, why, by, at, &decided.body, decided.on];
    sql.run(&CORRECT_ANSWER, values).await?;
    sql.run(&SET_ANSWERED, args![id, answer.outcome.key(), at]).await.map(|_| ())
}

/// What was answered before the answer that stands, the latest first.
pub(crate) async fn earlier(sql: &mut Sql, id: Uuid) -> Result<Vec<Earlier>> {
    sql.all(&EARLIER, args![id]).await
}

/// The one that waits for its answer after this number, and else the first that does.
pub(crate) async fn next_waiting(sql: &mut Sql, space: Uuid, after: i64) -> Result<Option<Uuid>> {
    let next: Option<(Uuid,)> = sql.maybe(&NEXT_WAITING, args![space, after]).await?;
    match next {
        None if after > 0 => Ok(sql.maybe::<(Uuid,)>(&NEXT_WAITING, args![space, 0i64]).await?.map(|(id,)| id)),
        next => Ok(next.map(|(id,)| id)),
    }
}

/// How many wait for their answer.
pub(crate) async fn waiting(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&WAITING, args![space]).await
}

/// What waits for an answer in the spaces where somebody is on the council.
pub(crate) async fn awaited_from(sql: &mut Sql, person: Uuid) -> Result<Vec<Awaited>> {
    sql.all(&AWAITED_FROM, args![person]).await
}

/// The latest answers in spaces somebody gave something to or has a role in, and may see.
pub(crate) async fn answers_for(sql: &mut Sql, person: Uuid) -> Result<Vec<Answered>> {
    sql.all(&ANSWERS_FOR, args![person]).await
}

/// Spaces with something unanswered whose promised day is before this one, and that day.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, NaiveDate)>> {
    sql.all(&LATE, args![today]).await
}

/// A space; what it has sent to the council, and what of it waits for an answer.
pub(crate) async fn at_a_glance(sql: &mut Sql, ids: &str) -> Result<Vec<(Uuid, i64, i64)>> {
    sql.all(&AT_A_GLANCE, args![ids]).await
}
