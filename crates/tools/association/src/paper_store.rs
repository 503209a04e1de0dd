//! The SQL of bylaws and cooperation agreement, and of the child-protection certificates.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::papers::Version;

macro_rules! paper {
    () => {
        "SELECT a.id, a.space_id, a.kind, a.version, a.text, a.change_note, a.notice, a.notice_on, a.review_on, w.name AS author, a.written_at,
         a.association_by, c.name AS for_association, a.association_at, a.municipality_by, m.name AS for_municipality, a.municipality_at
         FROM association_paper a JOIN person w ON w.id = a.written_by LEFT JOIN person c ON c.id = a.association_by LEFT JOIN person m ON m.id = a.municipality_by "
    };
}

/// Of the latest version in force of each kind in each space.
macro_rules! in_force {
    () => {
        "a.association_at IS NOT NULL AND a.municipality_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM association_paper b WHERE b.space_id = a.space_id
         AND b.kind = a.kind AND b.version > a.version AND b.association_at IS NOT NULL AND b.municipality_at IS NOT NULL)"
    };
}

statements! {
    OF_KIND = concat!(paper!(), "WHERE a.space_id = $1 AND a.kind = $2 ORDER BY a.version DESC LIMIT 100");
    OF_SPACE = concat!(paper!(), "WHERE a.space_id = $1 ORDER BY a.kind DESC, a.version DESC LIMIT 200");
    INSERT = "INSERT INTO association_paper (id, space_id, kind, version, text, change_note, notice, notice_on, review_on, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FOR_ASSOCIATION = "UPDATE association_paper SET association_by = $2, association_at = $3 WHERE id = $1 AND association_at IS NULL
        AND (municipality_by IS NULL OR municipality_by <> $2)";
    FOR_MUNICIPALITY = "UPDATE association_paper SET municipality_by = $2, municipality_at = $3 WHERE id = $1 AND municipality_at IS NULL
        AND (association_by IS NULL OR association_by <> $2)";
    WAITS_FOR = "SELECT x.slug, x.title, a.kind, a.version, r.role FROM space_role r JOIN association_paper a ON a.space_id = r.space_id JOIN space x ON x.id = r.space_id
        WHERE r.person_id = $1 AND ((r.role = 'chair' AND a.association_at IS NULL) OR (a.municipality_at IS NULL AND (r.role IN ('secretary', 'council')
        OR (r.role = 'counterpart' AND EXISTS (SELECT 1 FROM association_speaker n WHERE n.space_id = a.space_id AND n.person_id = r.person_id)))))
        AND NOT EXISTS (SELECT 1 FROM association_paper b WHERE b.space_id = a.space_id AND b.kind = a.kind AND b.version > a.version) ORDER BY x.title, a.kind LIMIT 20";
    NAME = "INSERT INTO association_speaker (space_id, person_id, named_by, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    UNNAME = "DELETE FROM association_speaker WHERE space_id = $1 AND person_id = $2";
    IS_NAMED = "SELECT COUNT(*) FROM association_speaker n WHERE n.space_id = $1 AND n.person_id = $2";
    ANSWERING = "SELECT p.id, p.name, CAST(COALESCE(SUM(CASE WHEN w.role = 'named' THEN 1 ELSE 0 END), 0) AS BIGINT) FROM
        (SELECT r.person_id, r.role FROM space_role r WHERE r.space_id = $1 AND r.role IN ('secretary', 'council')
        UNION SELECT n.person_id, 'named' FROM association_speaker n WHERE n.space_id = $1) w JOIN person p ON p.id = w.person_id WHERE p.left_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM space_role b WHERE b.space_id = $1 AND b.person_id = p.id AND b.role IN ('chair', 'board', 'treasurer'))
        GROUP BY p.id, p.name ORDER BY p.name, p.id LIMIT 100";
    NAMEABLE = "SELECT p.id, p.name, COALESCE(p.title, '') FROM person p WHERE p.left_at IS NULL
        AND p.id IN (SELECT r.person_id FROM space_role r WHERE r.space_id IN ($1, $2))
        AND NOT EXISTS (SELECT 1 FROM space_role b WHERE b.space_id = $1 AND b.person_id = p.id AND b.role IN ('chair', 'board', 'treasurer', 'secretary', 'council'))
        AND NOT EXISTS (SELECT 1 FROM association_speaker n WHERE n.space_id = $1 AND n.person_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM association_member m WHERE m.space_id = $1 AND m.person_id = p.id AND m.number IS NOT NULL AND m.left_on IS NULL)
        ORDER BY p.name, p.id LIMIT 1000";
    REVIEW_NEAR = concat!("SELECT a.id, a.space_id, a.kind, a.review_on FROM association_paper a WHERE a.review_on >= $1 AND a.review_on <= $2 AND a.review_told_at IS NULL AND ",
        in_force!(), " ORDER BY a.review_on, a.id LIMIT 20");
    NOTICE_NEAR = concat!("SELECT a.id, a.space_id, a.kind, a.notice_on FROM association_paper a WHERE a.notice_on >= $1 AND a.notice_on <= $2 AND a.notice_told_at IS NULL AND ",
        in_force!(), " ORDER BY a.notice_on, a.id LIMIT 20");
    REVIEW_TOLD = "UPDATE association_paper SET review_told_at = $2 WHERE id = $1 AND review_told_at IS NULL";
    NOTICE_TOLD = "UPDATE association_paper SET notice_told_at = $2 WHERE id = $1 AND notice_told_at IS NULL";
    LATE = concat!("SELECT a.space_id, MIN(a.review_on) FROM association_paper a WHERE a.review_on < $1 AND ", in_force!(), " GROUP BY a.space_id");

    CERTIFICATES = "SELECT c.person_id, p.name, c.seen_on, b.name AS entered_by FROM child_certificate c JOIN person p ON p.id = c.person_id
        LEFT JOIN person b ON b.id = c.entered_by WHERE c.space_id = $1 AND p.left_at IS NULL ORDER BY p.name, p.id LIMIT 500";
    CERTIFICATE_OF = "SELECT c.person_id, p.name, c.seen_on, b.name AS entered_by FROM child_certificate c JOIN person p ON p.id = c.person_id
        LEFT JOIN person b ON b.id = c.entered_by WHERE c.space_id = $1 AND c.person_id = $2";
    NEEDS = "INSERT INTO child_certificate (space_id, person_id, entered_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    NEEDS_NOT = "DELETE FROM child_certificate WHERE space_id = $1 AND person_id = $2";
    SEEN = "UPDATE child_certificate SET seen_on = $3, entered_by = $4 WHERE space_id = $1 AND person_id = $2";
    ASKED_OF = "SELECT x.slug, x.title, c.seen_on FROM child_certificate c JOIN space x ON x.id = c.space_id WHERE c.person_id = $1 ORDER BY x.title LIMIT 20";
    DECLARATIONS = "SELECT d.id, d.year, d.needed, d.shown, p.name, d.made_at FROM child_declaration d JOIN person p ON p.id = d.made_by
        WHERE d.space_id = $1 ORDER BY d.year DESC LIMIT 30";
    DECLARE = "INSERT INTO child_declaration (id, space_id, year, needed, shown, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (space_id, year) DO UPDATE SET needed = $4, shown = $5, made_by = $6, made_at = $7";
}

/// A version of the bylaws or the agreement.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Paper {
    pub(crate) id: Uuid,
    #[allow(dead_code)]
    pub(crate) space_id: Uuid,
    /// `bylaws` or `agreement`.
    pub(crate) kind: String,
    pub(crate) version: i64,
    pub(crate) text: String,
    pub(crate) change_note: String,
    /// How long before one side can end it, in words.
    pub(crate) notice: String,
    /// The last day to give notice, this time round.
    pub(crate) notice_on: Option<NaiveDate>,
    /// When both sides look at it again.
    pub(crate) review_on: Option<NaiveDate>,
    pub(crate) author: String,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) association_by: Option<Uuid>,
    pub(crate) for_association: Option<String>,
    pub(crate) association_at: Option<DateTime<Utc>>,
    pub(crate) municipality_by: Option<Uuid>,
    pub(crate) for_municipality: Option<String>,
    pub(crate) municipality_at: Option<DateTime<Utc>>,
}

impl Paper {
    /// When both sides had acknowledged it.
    pub(crate) fn in_force_at(&self) -> Option<DateTime<Utc>> {
        Some(self.association_at?.max(self.municipality_at?))
    }
}

/// Somebody who is with children.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Certificate {
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) seen_on: Option<NaiveDate>,
    pub(crate) entered_by: Option<String>,
}

/// What was declared of a year.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Declaration {
    pub(crate) id: Uuid,
    pub(crate) year: i64,
    pub(crate) needed: i64,
    pub(crate) shown: i64,
    pub(crate) name: String,
    pub(crate) made_at: DateTime<Utc>,
}

/// A day that comes near: paper, space, kind, day.
pub(crate) type Near = (Uuid, Uuid, String, NaiveDate);

/// Every version, the latest first.
pub(crate) async fn of_kind(sql: &mut Sql, space: Uuid, kind: &str) -> Result<Vec<Paper>> {
    sql.all(&OF_KIND, args![space, kind]).await
}

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Paper>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// A version to be kept.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) kind: &'a str,
    pub(crate) version: i64,
    pub(crate) written: &'a Version,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert(sql: &mut Sql, n: &New<'_>) -> Result<()> {
    let w = n.written;
    let args = args![n.id, n.space, n.kind, n.version, &w.text, &w.change_note, &w.notice, w.notice_on, w.review_on, n.by, n.at];
    sql.run(&INSERT, args).await.map(|_| ())
}

/// One side acknowledges; false where it had, or where the same person spoke for the other.
pub(crate) async fn acknowledge(sql: &mut Sql, id: Uuid, association: bool, by: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(if association { &FOR_ASSOCIATION } else { &FOR_MUNICIPALITY }, args![id, by, at]).await? > 0)
}

/// What waits for somebody's yes: slug, title, kind, version, role.
pub(crate) async fn waits_for(sql: &mut Sql, person: Uuid) -> Result<Vec<(String, String, String, i64, String)>> {
    sql.all(&WAITS_FOR, args![person]).await
}

/// Names who says yes for the municipality.
pub(crate) async fn name(sql: &mut Sql, space: Uuid, person: Uuid, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&NAME, args![space, person, by, at]).await.map(|_| ())
}

/// Takes that back; false where they were not.
pub(crate) async fn unname(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.run(&UNNAME, args![space, person]).await? > 0)
}

pub(crate) async fn is_named(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.count(&IS_NAMED, args![space, person]).await? > 0)
}

/// Those who answer for the municipality: id, name, and whether the secretary has named them.
pub(crate) async fn answering(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, String, i64)>> {
    sql.all(&ANSWERING, args![space]).await
}

/// Who can be named: people of the space or of the municipality who are on neither the board nor its members: id, name, title.
pub(crate) async fn nameable(sql: &mut Sql, space: Uuid, municipality: Uuid) -> Result<Vec<(Uuid, String, String)>> {
    sql.all(&NAMEABLE, args![space, municipality]).await
}

pub(crate) async fn review_near(sql: &mut Sql, from: NaiveDate, to: NaiveDate) -> Result<Vec<Near>> {
    sql.all(&REVIEW_NEAR, args![from, to]).await
}

pub(crate) async fn notice_near(sql: &mut Sql, from: NaiveDate, to: NaiveDate) -> Result<Vec<Near>> {
    sql.all(&NOTICE_NEAR, args![from, to]).await
}

/// Notes that a day was told of; false where it had been.
pub(crate) async fn told(sql: &mut Sql, id: Uuid, review: bool, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(if review { &REVIEW_TOLD } else { &NOTICE_TOLD }, args![id, at]).await? > 0)
}

/// Spaces where a review is past its day, and the earliest such day.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, NaiveDate)>> {
    sql.all(&LATE, args![today]).await
}

pub(crate) async fn certificates(sql: &mut Sql, space: Uuid) -> Result<Vec<Certificate>> {
    sql.all(&CERTIFICATES, args![space]).await
}

pub(crate) async fn certificate_of(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Option<Certificate>> {
    sql.maybe(&CERTIFICATE_OF, args![space, person]).await
}

pub(crate) async fn needs(sql: &mut Sql, space: Uuid, person: Uuid, by: Uuid) -> Result<()> {
    sql.run(&NEEDS, args![space, person, by]).await.map(|_| ())
}

pub(crate) async fn needs_not(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.run(&NEEDS_NOT, args![space, person]).await? > 0)
}

pub(crate) async fn seen(sql: &mut Sql, space: Uuid, person: Uuid, on: NaiveDate, by: Uuid) -> Result<bool> {
    Ok(sql.run(&SEEN, args![space, person, on, by]).await? > 0)
}

/// Where somebody should have a certificate: slug, title, when it was seen.
pub(crate) async fn asked_of(sql: &mut Sql, person: Uuid) -> Result<Vec<(String, String, Option<NaiveDate>)>> {
    sql.all(&ASKED_OF, args![person]).await
}

pub(crate) async fn declarations(sql: &mut Sql, space: Uuid) -> Result<Vec<Declaration>> {
    sql.all(&DECLARATIONS, args![space]).await
}

pub(crate) async fn declare(sql: &mut Sql, space: Uuid, d: &Declaration, by: Uuid) -> Result<()> {
    sql.run(&DECLARE, args![d.id, space, d.year, d.needed, d.shown, by, d.made_at]).await.map(|_| ())
}
