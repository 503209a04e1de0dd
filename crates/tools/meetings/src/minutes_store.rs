//! The SQL of minutes and decisions.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::Minutes;

macro_rules! decision {
    () => {
        "SELECT d.id, d.meeting_id, d.item_id, d.year, d.number, d.about, d.text, d.votes_for, d.votes_against, d.abstained, d.noted_at, m.title AS meeting, m.starts_at,
         m.minutes_state, COALESCE(i.ground, '') AS ground FROM decision d JOIN meeting m ON m.id = d.meeting_id LEFT JOIN agenda_item i ON i.id = d.item_id "
    };
}

/// When decisions were noted.
macro_rules! said {
    ($among:literal) => {
        concat!("SELECT d.id, d.noted_at ", $among)
    };
}

statements! {
    SAID = said!("FROM json_each($1) e CROSS JOIN decision d WHERE d.id = unhex(e.value)"),
        postgres said!("FROM decision d WHERE d.id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    TEXTS = "SELECT t.id, t.text, t.version FROM minutes_text t WHERE t.meeting_id = $1";
    TEXT = "SELECT t.id, t.text, t.version FROM minutes_text t WHERE t.id = $1 AND t.meeting_id = $2";
    BEGIN_TEXT = "INSERT INTO minutes_text (id, meeting_id, text, version, changed_at) VALUES ($1, $2, '', 0, $3)";
    SET_TEXT = "UPDATE minutes_text SET text = $2, version = version + 1, changed_at = $3 WHERE id = $1";
    KNOWN = "INSERT INTO minutes_edit (id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    OLD_EDITS = "SELECT COUNT(*) FROM (SELECT id FROM minutes_edit WHERE at < $1 LIMIT 1) AS old";
    REMOVE_EDITS = "DELETE FROM minutes_edit WHERE at < $1";
    SET_STATE = "UPDATE meeting SET minutes_state = $2, minutes_sent_at = $3, objections_until = $4, approved_at = $5 WHERE id = $1";
    LAPSED = "SELECT m.id, m.space_id FROM meeting m JOIN space s ON s.id = m.space_id WHERE m.minutes_state = 'sent' AND m.objections_until < $1 AND s.closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM minutes_note n WHERE n.meeting_id = m.id AND n.kind = 'objection' AND n.written_at >= m.minutes_sent_at) LIMIT 20";
    NOTES = "SELECT n.kind, n.text, p.name AS author, n.written_at FROM minutes_note n JOIN person p ON p.id = n.written_by WHERE n.meeting_id = $1 ORDER BY n.written_at, n.id LIMIT 200";
    NOTE = "INSERT INTO minutes_note (id, meeting_id, kind, text, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)";

    NUMBER = "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM decision WHERE space_id = $1 AND year = $2";
    DECIDE = "INSERT INTO decision (id, space_id, meeting_id, item_id, year, number, about, text, votes_for, votes_against, abstained, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    OF_MEETING = concat!(decision!(), "WHERE d.meeting_id = $1 ORDER BY d.year, d.number LIMIT 200");
    OF_SPACE = concat!(decision!(), "WHERE d.space_id = $1 AND COALESCE(i.ground, '') = '' ORDER BY d.year DESC, d.number DESC LIMIT $2 OFFSET $3");
    COUNT_OF_SPACE = "SELECT COUNT(*) FROM decision d LEFT JOIN agenda_item i ON i.id = d.item_id WHERE d.space_id = $1 AND COALESCE(i.ground, '') = ''";
    DECISION = concat!(decision!(), "WHERE d.id = $1 AND d.space_id = $2");
    FORGET = "DELETE FROM decision WHERE id = $1";
    ON_ITEM = "SELECT COUNT(*) FROM decision WHERE item_id = $1";
}

/// A text of the minutes; its id is the item's, or the meeting's own for everything else.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub(crate) struct Text {
    pub(crate) id: Uuid,
    pub(crate) text: String,
    pub(crate) version: i64,
}

/// An objection or a correction.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Note {
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) author: String,
    pub(crate) written_at: DateTime<Utc>,
}

impl Note {
    pub(crate) fn is_objection(&self) -> bool {
        self.kind == "objection"
    }
}

/// A decision, with the meeting it was taken at.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Decision {
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub item_id: Option<Uuid>,
    pub year: i64,
    pub number: i64,
    pub about: String,
    pub text: String,
    pub votes_for: Option<i64>,
    pub votes_against: Option<i64>,
    pub abstained: Option<i64>,
    pub noted_at: DateTime<Utc>,
    pub meeting: String,
    pub starts_at: DateTime<Utc>,
    #[sqlx(try_from = "String")]
    pub minutes_state: Minutes,
    /// The ground of a closed item; empty: it is open.
    pub ground: String,
}

/// What a decision is noted with.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct DecisionText {
    pub item: Option<Uuid>,
    pub about: String,
    pub text: String,
    pub votes_for: Option<i64>,
    pub votes_against: Option<i64>,
    pub abstained: Option<i64>,
}

/// Of these ids, those of decisions, and when each was noted.
pub(crate) async fn said(sql: &mut Sql, ids: &str) -> Result<Vec<(Uuid, DateTime<Utc>)>> {
    sql.all(&SAID, args![ids]).await
}

pub(crate) async fn texts(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Text>> {
    sql.all(&TEXTS, args![meeting]).await
}

pub(crate) async fn text(sql: &mut Sql, meeting: Uuid, id: Uuid) -> Result<Text> {
    sql.one(&TEXT, args![id, meeting]).await
}

pub(crate) async fn begin(sql: &mut Sql, meeting: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&BEGIN_TEXT, args![id, meeting, at]).await.map(|_| ())
}

pub(crate) async fn set_text(sql: &mut Sql, id: Uuid, text: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_TEXT, args![id, text, at]).await.map(|_| ())
}

/// Remembers what was sent under a number; false where it has come before.
pub(crate) async fn is_new(sql: &mut Sql, edit: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&KNOWN, args![edit, at]).await? > 0)
}

pub(crate) async fn has_old_edits(sql: &mut Sql, before: DateTime<Utc>) -> Result<bool> {
    Ok(sql.count(&OLD_EDITS, args![before]).await? > 0)
}

pub(crate) async fn remove_edits(sql: &mut Sql, before: DateTime<Utc>) -> Result<()> {
    sql.run(&REMOVE_EDITS, args![before]).await.map(|_| ())
}

pub(crate) async fn set_state(
    sql: &mut Sql,
    meeting: Uuid,
    state: Minutes,
    sent_at: Option<DateTime<Utc>>,
    until: Option<NaiveDate>,
    approved_at: Option<DateTime<Utc>>,
) -> Result<()> {
    sql.run(&SET_STATE, args![meeting, state.key(), sent_at, until, approved_at]).await.map(|_| ())
}

/// Meetings and their spaces whose minutes nobody has objected to in time.
pub(crate) async fn lapsed(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&LAPSED, args![today]).await
}

pub(crate) async fn notes(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Note>> {
    sql.all(&NOTES, args![meeting]).await
}

pub(crate) async fn note(sql: &mut Sql, id: Uuid, meeting: Uuid, kind: &str, text: &str, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&NOTE, args![id, meeting, kind, text, by, at]).await.map(|_| ())
}

/// The last number given in a space in a year.
pub(crate) async fn last_number(sql: &mut Sql, space: Uuid, year: i64) -> Result<i64> {
    sql.count(&NUMBER, args![space, year]).await
}

/// A decision to be noted.
pub(crate) struct NewDecision<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) meeting: Uuid,
    pub(crate) year: i64,
    pub(crate) number: i64,
    pub(crate) text: &'a DecisionText,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn decide(sql: &mut Sql, new: &NewDecision<'_>) -> Result<()> {
    let t = new.text;
    let values =
        args![new.id, new.space, new.meeting, t.item, new.year, new.number, &t.about, &t.text, t.votes_for, t.votes_against, t.abstained, new.by, new.at];
    sql.run(&DECIDE, values).await.map(|_| ())
}

pub(crate) async fn of_meeting(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Decision>> {
    sql.all(&OF_MEETING, args![meeting]).await
}

/// The decisions everyone who sees the space may read, the newest first.
pub(crate) async fn of_space(sql: &mut Sql, space: Uuid, limit: i64, skip: i64) -> Result<Vec<Decision>> {
    sql.all(&OF_SPACE, args![space, limit, skip]).await
}

pub(crate) async fn count_of_space(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&COUNT_OF_SPACE, args![space]).await
}

pub(crate) async fn decision(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Decision> {
    sql.one(&DECISION, args![id, space]).await
}

pub(crate) async fn forget(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&FORGET, args![id]).await.map(|_| ())
}

pub(crate) async fn has_decisions(sql: &mut Sql, item: Uuid) -> Result<bool> {
    Ok(sql.count(&ON_ITEM, args![item]).await? > 0)
}
