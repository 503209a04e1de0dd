//! SQL of the circle itself: what it is about, what is needed, who the family knows, who has read.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::network::Kind;
use samskab_platform::sealed::{Place, SpaceKey};
use samskab_platform::{Error, Result, args, statements};
use uuid::Uuid;

use crate::model::{Details, NeedWords, Requirements};

statements! {
    INSERT = "INSERT INTO circle (space_id, details, legal_basis, informed, opened_by, opened_at, waves) VALUES ($1, $2, $3, $4, $5, $6, 0)";
    ONE = "SELECT space_id, details, legal_basis, informed, opened_by, opened_at, waves, ended_at FROM circle WHERE space_id = $1";
    CHANGE = "UPDATE circle SET details = $2, legal_basis = $3, informed = $4 WHERE space_id = $1";
    NEXT_WAVE = "UPDATE circle SET waves = waves + 1 WHERE space_id = $1";
    END = "UPDATE circle SET ended_at = $2 WHERE space_id = $1 AND ended_at IS NULL";
    // Nothing has been needed for a while, and nobody was asked about that since.
    IDLE = "SELECT c.space_id FROM circle c WHERE c.ended_at IS NULL AND c.opened_at <= $1 AND (c.asked_at IS NULL OR c.asked_at <= $1)
        AND NOT EXISTS (SELECT 1 FROM circle_slot t WHERE t.space_id = c.space_id AND t.cancelled_at IS NULL AND t.ends_at > $1) LIMIT 50";
    ASKED_TO_CLOSE = "UPDATE circle SET asked_at = $2 WHERE space_id = $1 AND (asked_at IS NULL OR asked_at <= $3)";
    LOCK = "SELECT space_id FROM circle WHERE space_id = $1", postgres "SELECT space_id FROM circle WHERE space_id = $1 FOR UPDATE";
    INSERT_NEED = "INSERT INTO circle_need (id, space_id, kind, words, certificate, licence, first_aid, known, language, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    NEEDS = "SELECT id, kind, words, certificate, licence, first_aid, known, language FROM circle_need WHERE space_id = $1 ORDER BY made_at, id";
    CHANGE_NEED = "UPDATE circle_need SET words = $2 WHERE id = $1";
    STANCES = "SELECT s.person_id, p.name, s.stance FROM circle_stance s JOIN person p ON p.id = s.person_id WHERE s.space_id = $1 ORDER BY p.name, p.id";
    SET_STANCE = "INSERT INTO circle_stance (space_id, person_id, stance) VALUES ($1, $2, $3) ON CONFLICT (space_id, person_id) DO UPDATE SET stance = excluded.stance";
    UNWANTED = "SELECT COUNT(*) FROM circle_stance WHERE space_id = $1 AND person_id = $2 AND stance = 'not'";
    FORGET_STANCE = "DELETE FROM circle_stance WHERE space_id = $1 AND person_id = $2";
    FORGET_STANCES = "DELETE FROM circle_stance WHERE space_id = $1";
    READ = "INSERT INTO circle_reading (id, space_id, person_id, what, at) VALUES ($1, $2, $3, $4, $5)";
    FORGET_HELPERS_READ = "DELETE FROM circle_reading WHERE space_id = $1 AND what = 'circle-read-own'";
    READINGS = "SELECT p.name, r.what, COUNT(*), MIN(r.at), MAX(r.at) FROM circle_reading r JOIN person p ON p.id = r.person_id WHERE r.space_id = $1
        GROUP BY p.id, p.name, r.what ORDER BY MAX(r.at) DESC LIMIT 500";
    INSERT_LESSON = "INSERT INTO circle_lesson (id, month, asked, helpers, slots, taken, days, text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    LESSONS = "SELECT month, asked, helpers, slots, taken, days, text FROM circle_lesson ORDER BY month DESC, id LIMIT 100";
    OF_OWNER = "SELECT c.space_id, s.slug FROM circle c JOIN space s ON s.id = c.space_id JOIN space_role r ON r.space_id = s.id
        WHERE r.person_id = $1 AND r.role = 'owner' AND c.ended_at IS NULL ORDER BY c.opened_at";
    OF_COORDINATOR = "SELECT s.slug, s.title FROM circle c JOIN space s ON s.id = c.space_id JOIN space_role r ON r.space_id = s.id
        WHERE r.person_id = $1 AND c.ended_at IS NULL ORDER BY c.opened_at DESC LIMIT 50";
}

/// A circle as it is stored.
#[derive(Clone, sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) space_id: Uuid,
    pub(crate) details: Vec<u8>,
    pub(crate) legal_basis: String,
    pub(crate) informed: bool,
    pub(crate) opened_at: DateTime<Utc>,
    pub(crate) waves: i64,
    pub(crate) ended_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct NeedRow {
    id: Uuid,
    kind: String,
    words: Vec<u8>,
    certificate: bool,
    licence: bool,
    first_aid: bool,
    known: bool,
    language: String,
}

/// Something that is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Its id.
    pub id: Uuid,
    /// What sort of help.
    pub kind: Kind,
    /// What is to be done.
    pub words: NeedWords,
    /// What one must have to show, or be, to be asked.
    pub requires: Requirements,
}

/// Who stands how to the family: person, name, `known` or `not`.
pub(crate) type Stance = (Uuid, String, String);

/// What somebody has read: name, word key, how often, first and last time.
pub(crate) type Reading = (String, String, i64, DateTime<Utc>, DateTime<Utc>);

/// What was learned: month, asked, helpers, times, taken, days, words.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Lesson {
    pub(crate) month: NaiveDate,
    pub(crate) asked: i64,
    pub(crate) helpers: i64,
    pub(crate) slots: i64,
    pub(crate) taken: i64,
    pub(crate) days: i64,
    pub(crate) text: String,
}

fn details_place(space: Uuid) -> Place {
    Place { table: "circle", column: "details", row: space }
}

fn words_place(need: Uuid) -> Place {
    Place { table: "circle_need", column: "words", row: need }
}

fn text<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Internal(e.to_string()))
}

fn read<T: serde::de::DeserializeOwned>(plain: &str) -> Result<T> {
    // What was sealed is never part of an error.
    serde_json::from_str(plain).map_err(|_| Error::Internal("something sealed in a circle has another form".to_owned()))
}

pub(crate) async fn insert(sql: &mut Sql, key: &SpaceKey, d: &Details, basis: &str, informed: bool, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    let details = key.seal(details_place(key.space()), &text(d)?)?;
    sql.run(&INSERT, args![key.space(), details, basis, informed, by, at]).await.map(|_| ())
}

/// The circle of a space.
pub(crate) async fn one(sql: &mut Sql, space: Uuid) -> Result<Row> {
    sql.one(&ONE, args![space]).await
}

/// What it is about.
pub(crate) fn details(key: &SpaceKey, row: &Row) -> Result<Details> {
    read(&key.open(details_place(row.space_id), &row.details)?)
}

pub(crate) async fn change(sql: &mut Sql, key: &SpaceKey, d: &Details, basis: &str, informed: bool) -> Result<()> {
    let details = key.seal(details_place(key.space()), &text(d)?)?;
    sql.run(&CHANGE, args![key.space(), details, basis, informed]).await.map(|_| ())
}

/// Nobody else asks for help in the circle until this transaction is over.
pub(crate) async fn lock(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.one::<(Uuid,)>(&LOCK, args![space]).await.map(|_| ())
}

/// Counts another wave; gives its number.
pub(crate) async fn next_wave(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.run(&NEXT_WAVE, args![space]).await?;
    Ok(one(sql, space).await?.waves)
}

/// Circles in which nothing has been needed since a moment, and nobody was asked about that.
pub(crate) async fn idle(sql: &mut Sql, since: DateTime<Utc>) -> Result<Vec<(Uuid,)>> {
    sql.all(&IDLE, args![since]).await
}

/// Notes that the coordinators were asked whether it can be closed; false where another node did.
pub(crate) async fn note_asked_to_close(sql: &mut Sql, space: Uuid, at: DateTime<Utc>, since: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&ASKED_TO_CLOSE, args![space, at, since]).await? > 0)
}

/// Ends it; false where it was over.
pub(crate) async fn end(sql: &mut Sql, space: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&END, args![space, at]).await? > 0)
}

pub(crate) async fn insert_need(sql: &mut Sql, key: &SpaceKey, need: &Need, at: DateTime<Utc>) -> Result<()> {
    let words = key.seal(words_place(need.id), &text(&need.words)?)?;
    let r = &need.requires;
    let values = args![need.id, key.space(), need.kind.key(), words, r.certificate, r.licence, r.first_aid, r.known, &r.language, at];
    sql.run(&INSERT_NEED, values).await.map(|_| ())
}

pub(crate) async fn change_need(sql: &mut Sql, key: &SpaceKey, id: Uuid, words: &NeedWords) -> Result<()> {
    let words = key.seal(words_place(id), &text(words)?)?;
    sql.run(&CHANGE_NEED, args![id, words]).await.map(|_| ())
}

/// Everything that is needed in a circle, in the order in which it was written.
pub(crate) async fn needs(sql: &mut Sql, key: &SpaceKey) -> Result<Vec<Need>> {
    let rows: Vec<NeedRow> = sql.all(&NEEDS, args![key.space()]).await?;
    rows.into_iter()
        .map(|r| {
            let words = read(&key.open(words_place(r.id), &r.words)?)?;
            let requires = Requirements { certificate: r.certificate, licence: r.licence, first_aid: r.first_aid, known: r.known, language: r.language };
            Ok(Need { id: r.id, kind: Kind::of(&r.kind).unwrap_or(Kind::Other), words, requires })
        })
        .collect()
}

pub(crate) async fn stances(sql: &mut Sql, space: Uuid) -> Result<Vec<Stance>> {
    sql.all(&STANCES, args![space]).await
}

/// `known`, `not`, or neither.
pub(crate) async fn set_stance(sql: &mut Sql, space: Uuid, person: Uuid, stance: Option<&str>) -> Result<()> {
    match stance {
        Some(stance) => sql.run(&SET_STANCE, args![space, person, stance]).await,
        None => sql.run(&FORGET_STANCE, args![space, person]).await,
    }
    .map(|_| ())
}

pub(crate) async fn forget_stances(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.run(&FORGET_STANCES, args![space]).await.map(|_| ())
}

/// Whether the family does not want somebody to be asked.
pub(crate) async fn unwanted(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.count(&UNWANTED, args![space, person]).await? > 0)
}

/// Forgets which helpers have read what they needed.
pub(crate) async fn forget_helpers_read(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.run(&FORGET_HELPERS_READ, args![space]).await.map(|_| ())
}

pub(crate) async fn read_by(sql: &mut Sql, id: Uuid, space: Uuid, person: Uuid, what: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&READ, args![id, space, person, what, at]).await.map(|_| ())
}

/// Who has read what, the latest first.
pub(crate) async fn readings(sql: &mut Sql, space: Uuid) -> Result<Vec<Reading>> {
    sql.all(&READINGS, args![space]).await
}

pub(crate) async fn insert_lesson(sql: &mut Sql, id: Uuid, l: &Lesson) -> Result<()> {
    sql.run(&INSERT_LESSON, args![id, l.month, l.asked, l.helpers, l.slots, l.taken, l.days, &l.text]).await.map(|_| ())
}

pub(crate) async fn lessons(sql: &mut Sql) -> Result<Vec<Lesson>> {
    sql.all(&LESSONS, args![]).await
}

/// The circles somebody is part of that go on: name in addresses and neutral title.
pub(crate) async fn of_coordinator(sql: &mut Sql, person: Uuid) -> Result<Vec<(String, String)>> {
    sql.all(&OF_COORDINATOR, args![person]).await
}

/// The circles around somebody that go on: space and name in addresses.
pub(crate) async fn of_owner(sql: &mut Sql, person: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&OF_OWNER, args![person]).await
}
