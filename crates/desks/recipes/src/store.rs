//! The recipes' SQL.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

statements! {
    ONE = "SELECT id, version FROM recipe WHERE key = $1";
    UPSERT = "INSERT INTO recipe (key, id, version) VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET version = excluded.version";
    RETIRE = "UPDATE recipe SET retired_at = $2 WHERE key = $1";
    OFFER = "UPDATE recipe SET retired_at = NULL WHERE key = $1";
    VERSIONS = "SELECT v.version, v.note, v.written_at, p.name AS author FROM recipe_version v LEFT JOIN person p ON p.id = v.written_by
        WHERE v.key = $1 ORDER BY v.version DESC LIMIT 100";
    TEXT = "SELECT text FROM recipe_version WHERE key = $1 AND version = $2";
    INSERT_VERSION = "INSERT INTO recipe_version (key, version, text, note, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)";
    USED = "SELECT recipe, COUNT(*) FROM space WHERE parent_id IS NOT NULL AND visibility <> 'sealed' GROUP BY recipe";
    OWN = "SELECT key FROM recipe_version WHERE written_by IS NOT NULL GROUP BY key";
}

/// A recipe the municipality has changed, written or retired.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) id: Uuid,
    pub(crate) version: i64,
}

/// A version of a recipe.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Version {
    pub(crate) version: i64,
    pub(crate) note: String,
    pub(crate) written_at: DateTime<Utc>,
    /// Missing: it came with the program.
    pub(crate) author: Option<String>,
}

pub(crate) async fn one(sql: &mut Sql, key: &str) -> Result<Option<Row>> {
    sql.maybe(&ONE, args![key]).await
}

pub(crate) async fn versions(sql: &mut Sql, key: &str) -> Result<Vec<Version>> {
    sql.all(&VERSIONS, args![key]).await
}

pub(crate) async fn text(sql: &mut Sql, key: &str, version: i64) -> Result<Option<String>> {
    Ok(sql.maybe::<(String,)>(&TEXT, args![key, version]).await?.map(|r| r.0))
}

/// Notes a version, and makes it the one in force. Without an author: as it came with the program.
#[allow(clippy::too_many_arguments)]
pub(crate) async fn insert(sql: &mut Sql, id: Uuid, key: &str, version: i64, text: &str, note: &str, by: Option<Uuid>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_VERSION, args![key, version, text, note, by, at]).await?;
    sql.run(&UPSERT, args![key, id, version]).await.map(|_| ())
}

pub(crate) async fn retire(sql: &mut Sql, key: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&RETIRE, args![key, at]).await.map(|_| ())
}

pub(crate) async fn offer(sql: &mut Sql, key: &str) -> Result<()> {
    sql.run(&OFFER, args![key]).await.map(|_| ())
}

/// How many spaces each recipe is used by.
pub(crate) async fn used(sql: &mut Sql) -> Result<Vec<(String, i64)>> {
    sql.all(&USED, args![]).await
}

/// The recipes the municipality has written in itself.
pub(crate) async fn own(sql: &mut Sql) -> Result<Vec<String>> {
    Ok(sql.all::<(String,)>(&OWN, args![]).await?.into_iter().map(|r| r.0).collect())
}
