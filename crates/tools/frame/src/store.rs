//! The frame's SQL.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::tool::MandatePart;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Mandate, Part};

macro_rules! columns {
    () => {
        "SELECT m.id, m.version, m.one_sentence, m.background, m.task, m.fixed, m.open, m.deliverable, m.composition, m.timetable, m.hours, m.money_ore, m.rooms, m.staff,
         m.answer_by, m.legal_basis, m.standing_committee, m.change_note, p.name AS author, m.written_at FROM mandate m JOIN person p ON p.id = m.written_by "
    };
}

/// The roles in [`crate::acts::READERS`].
macro_rules! readers {
    () => {
        "('chair', 'board', 'treasurer', 'member', 'politician', 'council')"
    };
}

/// The hours and øre reported on what was promised in each of some spaces: found once for all of them, from the index of the reports
/// that tell of some.
macro_rules! reported {
    ($among:literal) => {
        concat!(
            "SELECT c.space_id, CAST(COALESCE(SUM(g.hours), 0) AS BIGINT), CAST(COALESCE(SUM(g.money_ore), 0) AS BIGINT) FROM ",
            $among,
            " AND g.commitment_id = c.id AND (g.hours > 0 OR g.money_ore > 0) GROUP BY c.space_id"
        )
    };
}

statements! {
    LATEST = concat!(columns!(), "WHERE m.space_id = $1 ORDER BY m.version DESC LIMIT 1");
    ALL = concat!(columns!(), "WHERE m.space_id = $1 ORDER BY m.version DESC");
    INSERT = "INSERT INTO mandate (id, space_id, version, one_sentence, background, task, fixed, open, deliverable, composition, timetable, hours, money_ore, rooms, staff,
        answer_by, legal_basis, standing_committee, change_note, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";
    INSERT_PART = "INSERT INTO mandate_part (mandate_id, place, word, n, text) VALUES ($1, $2, $3, $4, $5)";
    PARTS = "SELECT word, n, text FROM mandate_part WHERE mandate_id = $1 ORDER BY place, word";
    LAST_READ = "SELECT MAX(version) FROM acknowledgement WHERE space_id = $1 AND person_id = $2";
    READ = "INSERT INTO acknowledgement (space_id, person_id, version, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    READERS = concat!("SELECT p.id, p.name, (SELECT MAX(a.at) FROM acknowledgement a WHERE a.space_id = $1 AND a.person_id = p.id AND a.version = $2) AS at
        FROM person p WHERE p.id IN (SELECT person_id FROM space_role WHERE space_id = $1 AND role IN ", readers!(), ") ORDER BY p.name, p.id");
    ACKNOWLEDGED = "SELECT a.version, p.name, a.at FROM acknowledgement a JOIN person p ON p.id = a.person_id WHERE a.space_id = $1 ORDER BY a.version, p.name, p.id";
    STANDING = concat!("SELECT COUNT(DISTINCT r.person_id), COUNT(DISTINCT a.person_id), CAST(COALESCE(MAX(CASE WHEN r.person_id = $3 AND a.person_id IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
        (SELECT MIN(p.name) FROM space_role f JOIN person p ON p.id = f.person_id WHERE f.space_id = $1 AND f.role = 'facilitator')
        FROM space_role r LEFT JOIN acknowledgement a ON a.space_id = r.space_id AND a.person_id = r.person_id AND a.version = $2
        WHERE r.space_id = $1 AND r.role IN ", readers!());
    // PostgreSQL is led from space to space: its latest version, then those who are asked to read it, once.
    AT_A_GLANCE = concat!("SELECT m.space_id, (SELECT COUNT(DISTINCT r.person_id) FROM space_role r WHERE r.space_id = m.space_id AND r.role IN ", readers!(), "),
            (SELECT COUNT(DISTINCT a.person_id) FROM acknowledgement a JOIN space_role r ON r.space_id = a.space_id AND r.person_id = a.person_id
            WHERE a.space_id = m.space_id AND a.version = m.version AND r.role IN ", readers!(), "), m.hours, m.money_ore
            FROM json_each($1) e CROSS JOIN mandate m WHERE m.space_id = unhex(e.value) AND m.version = (SELECT MAX(x.version) FROM mandate x WHERE x.space_id = m.space_id)"),
        postgres concat!("SELECT m.space_id, x.asked, x.said, m.hours, m.money_ore FROM json_array_elements_text($1::json) e
            CROSS JOIN LATERAL (SELECT m.space_id, m.version, m.hours, m.money_ore FROM mandate m WHERE m.space_id = e::uuid ORDER BY m.version DESC LIMIT 1) m
            CROSS JOIN LATERAL (SELECT COUNT(DISTINCT r.person_id) AS asked, COUNT(DISTINCT a.person_id) AS said FROM space_role r
            LEFT JOIN acknowledgement a ON a.space_id = m.space_id AND a.person_id = r.person_id AND a.version = m.version
            WHERE r.space_id = m.space_id AND r.role IN ", readers!(), ") x");
    REPORTED = reported!("json_each($1) e CROSS JOIN commitment c CROSS JOIN progress g WHERE c.space_id = unhex(e.value)"),
        postgres reported!("commitment c, progress g WHERE c.space_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    UNREAD_OF_PERSON = concat!("SELECT s.slug, s.title, m.version FROM space_role r JOIN space s ON s.id = r.space_id JOIN mandate m ON m.space_id = s.id
        WHERE r.person_id = $1 AND r.role IN ", readers!(), "
        AND m.version = (SELECT MAX(x.version) FROM mandate x WHERE x.space_id = s.id)
        AND NOT EXISTS (SELECT 1 FROM acknowledgement a WHERE a.space_id = s.id AND a.person_id = $1 AND a.version = m.version) ORDER BY s.title");
}

/// Someone who is asked to read the frame, and when they did.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub(crate) struct Reader {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) at: Option<DateTime<Utc>>,
}

/// Who has read which version.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Acknowledged {
    pub(crate) version: i64,
    pub(crate) name: String,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn latest(sql: &mut Sql, space: Uuid) -> Result<Option<Mandate>> {
    sql.maybe(&LATEST, args![space]).await
}

pub(crate) async fn all(sql: &mut Sql, space: Uuid) -> Result<Vec<Mandate>> {
    sql.all(&ALL, args![space]).await
}

pub(crate) async fn insert(sql: &mut Sql, space: Uuid, m: &Mandate, author: Uuid) -> Result<()> {
    let args = args![
        m.id,
        space,
        m.version,
        &m.one_sentence,
        &m.background,
        &m.task,
        &m.fixed,
        &m.open,
        &m.deliverable,
        &m.composition,
        &m.timetable,
        m.hours,
        m.money_ore,
        &m.rooms,
        &m.staff,
        m.answer_by,
        &m.legal_basis,
        &m.standing_committee,
        &m.change_note,
        author,
        m.written_at
    ];
    sql.run(&INSERT, args).await.map(|_| ())
}

/// Freezes what other tools keep of the mandate in a version.
pub(crate) async fn insert_parts(sql: &mut Sql, mandate: Uuid, parts: &[MandatePart]) -> Result<()> {
    for (place, part) in (1i64..).zip(parts) {
        sql.run(&INSERT_PART, args![mandate, place, part.word, part.n, &part.text]).await?;
    }
    Ok(())
}

/// What was frozen in a version.
pub(crate) async fn parts(sql: &mut Sql, mandate: Uuid) -> Result<Vec<Part>> {
    sql.all(&PARTS, args![mandate]).await
}

/// The latest version somebody has read.
pub(crate) async fn last_read(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Option<i64>> {
    Ok(sql.one::<(Option<i64>,)>(&LAST_READ, args![space, person]).await?.0)
}

pub(crate) async fn acknowledge(sql: &mut Sql, space: Uuid, person: Uuid, version: i64, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&READ, args![space, person, version, at]).await? > 0)
}

pub(crate) async fn readers(sql: &mut Sql, space: Uuid, version: i64) -> Result<Vec<Reader>> {
    sql.all(&READERS, args![space, version]).await
}

/// Everyone who has said that they have read the frame, by version.
pub(crate) async fn acknowledged(sql: &mut Sql, space: Uuid) -> Result<Vec<Acknowledged>> {
    sql.all(&ACKNOWLEDGED, args![space]).await
}

/// How many are asked to read a version, how many have, whether this person has not, and who facilitates.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Standing(pub(crate) i64, pub(crate) i64, pub(crate) i64, pub(crate) Option<String>);

pub(crate) async fn standing(sql: &mut Sql, space: Uuid, version: i64, person: Option<Uuid>) -> Result<Standing> {
    sql.one(&STANDING, args![space, version, person]).await
}

/// A space; how many are asked to read its frame and have; hours and øre promised.
pub(crate) type Seen = (Uuid, i64, i64, Option<i64>, Option<i64>);

/// Of the latest version in each of some spaces: how many are asked to read it, how many have, hours and øre promised.
pub(crate) async fn at_a_glance(sql: &mut Sql, ids: &str) -> Result<Vec<Seen>> {
    sql.all(&AT_A_GLANCE, args![ids]).await
}

/// The hours and øre reported in spaces, where there are any.
pub(crate) async fn reported(sql: &mut Sql, ids: &str) -> Result<BTreeMap<Uuid, (i64, i64)>> {
    let found: Vec<(Uuid, i64, i64)> = sql.all(&REPORTED, args![ids]).await?;
    Ok(found.into_iter().map(|(space, hours, ore)| (space, (hours, ore))).collect())
}

/// Slug, title and version of frames somebody has not read yet.
pub(crate) async fn unread(sql: &mut Sql, person: Uuid) -> Result<Vec<(String, String, i64)>> {
    sql.all(&UNREAD_OF_PERSON, args![person]).await
}
