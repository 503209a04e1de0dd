//! SQL of what belongs to a draft: its versions, changes others suggest, what it builds on, where each member stands.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::stance::Stance;
use crate::texts::Texts;

macro_rules! versions {
    () => {
        "SELECT v.version, v.title, v.text, v.reason, v.note, v.restored, p.name AS author, v.written_at, q.name AS suggested_by
         FROM recommendation_version v JOIN person p ON p.id = v.written_by
         LEFT JOIN recommendation_suggestion g ON g.id = v.suggestion_id LEFT JOIN person q ON q.id = g.suggested_by "
    };
}
macro_rules! suggestions {
    () => {
        "SELECT g.id, g.base, g.title, g.text, g.reason, g.note, g.suggested_by, p.name AS by_name, g.suggested_at, g.state, d.name AS decided_by, g.decided_at, g.decision
         FROM recommendation_suggestion g JOIN person p ON p.id = g.suggested_by LEFT JOIN person d ON d.id = g.decided_by "
    };
}

statements! {
    INSERT_VERSION = "INSERT INTO recommendation_version (recommendation_id, version, title, text, reason, note, suggestion_id, restored, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    VERSIONS = concat!(versions!(), "WHERE v.recommendation_id = $1 ORDER BY v.version DESC LIMIT 200");
    VERSION = concat!(versions!(), "WHERE v.recommendation_id = $1 AND v.version = $2");
    EVERY_VERSION = "SELECT v.recommendation_id, v.version, v.title, v.text, v.reason, v.note, p.name AS author, v.written_at FROM recommendation r
        JOIN recommendation_version v ON v.recommendation_id = r.id JOIN person p ON p.id = v.written_by WHERE r.space_id = $1 ORDER BY r.number, v.version";
    EVERY_SOURCE = "SELECT x.recommendation_id, x.kind, x.title FROM recommendation r JOIN recommendation_source x ON x.recommendation_id = r.id
        WHERE r.space_id = $1 ORDER BY r.number, x.added_at, x.object_id";
    WRITERS = "SELECT DISTINCT written_by FROM recommendation_version WHERE recommendation_id = $1";
    SUGGEST = "INSERT INTO recommendation_suggestion (id, recommendation_id, base, title, text, reason, note, suggested_by, suggested_at, state, decision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', '')";
    SUGGESTIONS = concat!(suggestions!(), "WHERE g.recommendation_id = $1 ORDER BY g.suggested_at DESC, g.id LIMIT 100");
    SUGGESTION = concat!(suggestions!(), "WHERE g.id = $2 AND g.recommendation_id = $1");
    DECIDE = "UPDATE recommendation_suggestion SET state = $2, decided_by = $3, decided_at = $4, decision = $5 WHERE id = $1 AND state = 'open'";
    OPEN_SUGGESTIONS = "SELECT r.id AS recommendation, r.number, r.title, g.id, p.name AS by_name FROM recommendation r JOIN recommendation_suggestion g ON g.recommendation_id = r.id
        JOIN person p ON p.id = g.suggested_by WHERE r.space_id = $1 AND r.status = 'draft' AND g.state = 'open' ORDER BY g.suggested_at, g.id LIMIT 100";
    ADD_SOURCE = "INSERT INTO recommendation_source (recommendation_id, object_id, kind, title, href, added_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    REMOVE_SOURCE = "DELETE FROM recommendation_source WHERE recommendation_id = $1 AND object_id = $2";
    SOURCES = "SELECT object_id, kind, title, href FROM recommendation_source WHERE recommendation_id = $1 ORDER BY added_at, object_id LIMIT 100";
    USES_OF_KIND = "SELECT x.object_id, r.id, r.number FROM recommendation r JOIN recommendation_source x ON x.recommendation_id = r.id WHERE r.space_id = $1 AND x.kind = $2 ORDER BY r.number LIMIT 1000";
    USES = "SELECT r.id, r.number, r.title FROM recommendation_source x JOIN recommendation r ON r.id = x.recommendation_id WHERE x.object_id = $1 AND r.space_id = $2 ORDER BY r.number LIMIT 50";
    TAKE_STANCE = "INSERT INTO recommendation_stance (recommendation_id, person_id, stance, statement, version, at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (recommendation_id, person_id) DO UPDATE SET stance = excluded.stance, statement = excluded.statement, version = excluded.version, at = excluded.at";
    STANCES = "SELECT k.person_id, p.name, k.stance, k.statement, k.version FROM recommendation_stance k JOIN person p ON p.id = k.person_id
        WHERE k.recommendation_id = $1 ORDER BY p.name, p.id LIMIT 500";
    COUNTED = "SELECT k.recommendation_id, k.stance, COUNT(*) FROM recommendation r JOIN recommendation_stance k ON k.recommendation_id = r.id
        WHERE r.space_id = $1 GROUP BY k.recommendation_id, k.stance";
    UNSAID = "SELECT r.id, r.number, r.title FROM recommendation r LEFT JOIN recommendation_stance k ON k.recommendation_id = r.id AND k.person_id = $2
        WHERE r.space_id = $1 AND r.status = 'draft' AND (k.version IS NULL OR k.version < r.version) ORDER BY r.number LIMIT 100";
}

/// A text as it was at one time.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Version {
    pub(crate) version: i64,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) reason: String,
    pub(crate) note: String,
    pub(crate) restored: Option<i64>,
    pub(crate) author: String,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) suggested_by: Option<String>,
}

impl Version {
    pub(crate) fn texts(&self) -> Texts {
        Texts::new(&self.title, &self.text, &self.reason)
    }
}

/// Where a version comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Origin<'a> {
    pub(crate) note: &'a str,
    pub(crate) suggestion: Option<Uuid>,
    pub(crate) restored: Option<i64>,
}

/// A change somebody suggests.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Suggestion {
    pub(crate) id: Uuid,
    pub(crate) base: i64,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) reason: String,
    pub(crate) note: String,
    pub(crate) suggested_by: Uuid,
    pub(crate) by_name: String,
    pub(crate) suggested_at: DateTime<Utc>,
    pub(crate) state: String,
    pub(crate) decided_by: Option<String>,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) decision: String,
}

impl Suggestion {
    pub(crate) fn texts(&self) -> Texts {
        Texts::new(&self.title, &self.text, &self.reason)
    }

    pub(crate) fn is_open(&self) -> bool {
        self.state == "open"
    }

    /// The word for what became of it.
    pub(crate) fn word(&self) -> &'static str {
        match self.state.as_str() {
            "accepted" => "suggestion-accepted",
            "declined" => "suggestion-declined",
            "withdrawn" => "suggestion-withdrawn",
            _ => "suggestion-open",
        }
    }

    /// The class of its tag.
    pub(crate) fn tag(&self) -> &'static str {
        match self.state.as_str() {
            "accepted" => "ok",
            "open" => "wait",
            _ => "plain",
        }
    }
}

/// A suggestion that waits, and what it is about.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Waiting {
    pub(crate) recommendation: Uuid,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) id: Uuid,
    pub(crate) by_name: String,
}

/// Something a recommendation builds on.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Source {
    pub(crate) object_id: Uuid,
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// Where somebody stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Said {
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) stance: String,
    pub(crate) statement: String,
    pub(crate) version: i64,
}

impl Said {
    pub(crate) fn stance(&self) -> Stance {
        Stance::of(&self.stance).unwrap_or(Stance::Abstains)
    }
}

pub(crate) async fn insert_version(sql: &mut Sql, id: Uuid, version: i64, texts: &Texts, origin: Origin<'_>, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    let args = args![id, version, &texts.title, &texts.text, &texts.reason, origin.note, origin.suggestion, origin.restored, by, at];
    sql.run(&INSERT_VERSION, args).await.map(|_| ())
}

/// Every version, the latest first.
pub(crate) async fn versions(sql: &mut Sql, id: Uuid) -> Result<Vec<Version>> {
    sql.all(&VERSIONS, args![id]).await
}

pub(crate) async fn version(sql: &mut Sql, id: Uuid, version: i64) -> Result<Version> {
    sql.one(&VERSION, args![id, version]).await
}

/// A text as it was at one time, and whose it is.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Kept {
    pub(crate) recommendation_id: Uuid,
    pub(crate) version: i64,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) reason: String,
    pub(crate) note: String,
    pub(crate) author: String,
    pub(crate) written_at: DateTime<Utc>,
}

/// Every version of everything in a space, the oldest first.
pub(crate) async fn every_version(sql: &mut Sql, space: Uuid) -> Result<Vec<Kept>> {
    sql.all(&EVERY_VERSION, args![space]).await
}

/// What everything in a space builds on: recommendation, kind and title.
pub(crate) async fn every_source(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, String, String)>> {
    sql.all(&EVERY_SOURCE, args![space]).await
}

/// Everybody who has written a version.
pub(crate) async fn writers(sql: &mut Sql, id: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&WRITERS, args![id]).await?.into_iter().map(|r| r.0).collect())
}

#[allow(clippy::too_many_arguments)]
pub(crate) async fn suggest(sql: &mut Sql, id: Uuid, about: Uuid, base: i64, texts: &Texts, note: &str, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SUGGEST, args![id, about, base, &texts.title, &texts.text, &texts.reason, note, by, at]).await.map(|_| ())
}

/// The suggestions to one recommendation, the latest first.
pub(crate) async fn suggestions(sql: &mut Sql, id: Uuid) -> Result<Vec<Suggestion>> {
    sql.all(&SUGGESTIONS, args![id]).await
}

pub(crate) async fn suggestion(sql: &mut Sql, about: Uuid, id: Uuid) -> Result<Suggestion> {
    sql.one(&SUGGESTION, args![about, id]).await
}

/// Settles a suggestion; false where that was done before.
pub(crate) async fn decide(sql: &mut Sql, id: Uuid, state: &str, by: Uuid, at: DateTime<Utc>, reason: &str) -> Result<bool> {
    Ok(sql.run(&DECIDE, args![id, state, by, at, reason]).await? > 0)
}

/// What waits in a space, the oldest first.
pub(crate) async fn open_suggestions(sql: &mut Sql, space: Uuid) -> Result<Vec<Waiting>> {
    sql.all(&OPEN_SUGGESTIONS, args![space]).await
}

pub(crate) async fn add_source(sql: &mut Sql, id: Uuid, source: &Source, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&ADD_SOURCE, args![id, source.object_id, &source.kind, &source.title, &source.href, at]).await? > 0)
}

pub(crate) async fn remove_source(sql: &mut Sql, id: Uuid, object: Uuid) -> Result<()> {
    sql.run(&REMOVE_SOURCE, args![id, object]).await.map(|_| ())
}

pub(crate) async fn sources(sql: &mut Sql, id: Uuid) -> Result<Vec<Source>> {
    sql.all(&SOURCES, args![id]).await
}

/// Which recommendations of a space build on things of a kind: the thing, and the recommendation's id and number.
pub(crate) async fn uses_of_kind(sql: &mut Sql, space: Uuid, kind: &str) -> Result<Vec<(Uuid, Uuid, i64)>> {
    sql.all(&USES_OF_KIND, args![space, kind]).await
}

/// The recommendations of a space that build on something.
pub(crate) async fn uses(sql: &mut Sql, space: Uuid, object: Uuid) -> Result<Vec<(Uuid, i64, String)>> {
    sql.all(&USES, args![object, space]).await
}

pub(crate) async fn take_stance(sql: &mut Sql, id: Uuid, person: Uuid, stance: Stance, statement: &str, version: i64, at: DateTime<Utc>) -> Result<()> {
    sql.run(&TAKE_STANCE, args![id, person, stance.key(), statement, version, at]).await.map(|_| ())
}

pub(crate) async fn stances(sql: &mut Sql, id: Uuid) -> Result<Vec<Said>> {
    sql.all(&STANCES, args![id]).await
}

/// Of a space's recommendations: how many stand where.
pub(crate) async fn counted(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, String, i64)>> {
    sql.all(&COUNTED, args![space]).await
}

/// The drafts of a space that somebody has not said where they stand on, as they are now.
pub(crate) async fn unsaid(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<(Uuid, i64, String)>> {
    sql.all(&UNSAID, args![space, person]).await
}
