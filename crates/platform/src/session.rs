//! Sessions: a random token in a cookie, its hash in the database; by which way somebody came in, how surely one knows who
//! it is, on which device, and when it was last used.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use axum::response::Response;
use chrono::{DateTime, Duration, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::access::Role;
use crate::app::App;
use crate::assurance::Assurance;
use crate::db::Sql;
use crate::device;
use crate::error::Result;
use crate::person::Person;
use crate::visitor::{SESSION_COOKIE, cookie, set_cookie};
use crate::{args, statements};

/// That a session is in use is noted once in so many minutes, so that reading a page does not write.
const SEEN_MINUTES: i64 = 60;

statements! {
    INSERT = "INSERT INTO session (token_hash, person_id, created_at, expires_at, id, way, assurance, device, seen_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $3)";
    FIND = concat!("SELECT s.id AS session_id, s.assurance, s.seen_at, ", crate::person_columns!("p"), " FROM session s JOIN person p ON p.id = s.person_id
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.left_at IS NULL AND p.merged_into IS NULL");
    SEEN = "UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND (seen_at IS NULL OR seen_at <= $3)";
    MUNICIPAL_ROLES = "SELECT r.role FROM space_role r JOIN space s ON s.id = r.space_id WHERE r.person_id = $1 AND s.slug = 'kommunen'";
    MERGED_INTO = "SELECT COALESCE(merged_into, id) FROM person WHERE id = $1";
    END = "DELETE FROM session WHERE token_hash = $1 RETURNING way";
    END_ONE = "DELETE FROM session WHERE id = $1 AND person_id = $2";
    END_ALL = "DELETE FROM session WHERE person_id = $1";
    END_OLD = "DELETE FROM session WHERE expires_at <= $1";
    OF_PERSON = "SELECT id, way, assurance, device, created_at, seen_at FROM session WHERE person_id = $1 AND expires_at > $2
        ORDER BY seen_at DESC, id LIMIT 50";
}

/// What is stored of a token.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// The browser that asks: what it is, in a few words, and the token of the session it has.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// `Firefox på Windows`; nothing that tells one such browser from another.
    pub device: String,
    /// Its session.
    pub token: Option<String>,
}

impl Browser {
    /// Read from the headers of a request.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let agent = headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
        Self { device: device::in_short(agent), token: cookie(headers, SESSION_COOKIE).map(str::to_owned) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Browser {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Browser::of(&parts.headers))
    }
}

/// A session to be opened.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// Whose.
    pub person: Uuid,
    /// By which way: `mail`, `passkey`, `letter`, `recovery`, `invitation`, `demo`, or the key of a provider.
    pub way: &'a str,
    /// How surely one knows who it is.
    pub assurance: Assurance,
    /// Where.
    pub browser: &'a Browser,
}

/// A session as its own person sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Session {
    pub id: Uuid,
    pub way: String,
    #[sqlx(try_from = "String")]
    pub assurance: Assurance,
    pub device: String,
    pub created_at: DateTime<Utc>,
    pub seen_at: Option<DateTime<Utc>>,
}

/// Whose session a request belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) session: Uuid,
    pub(crate) assurance: Assurance,
    pub(crate) person: Person,
    pub(crate) roles: Vec<Role>,
}

#[derive(sqlx::FromRow)]
struct Row {
    session_id: Uuid,
    #[sqlx(try_from = "String")]
    assurance: Assurance,
    seen_at: Option<DateTime<Utc>>,
    #[sqlx(flatten)]
    person: Person,
}

/// The session of a token, its person, and their municipal roles.
pub(crate) async fn find(app: &App, token: &str) -> Result<Option<Found>> {
    let (hash, now) = (token_hash(token), app.clock.now());
    let mut sql = app.db.read().await?;
    let Some(row): Option<Row> = sql.maybe(&FIND, args![hash.clone(), now]).await? else { return Ok(None) };
    let roles: Vec<(String,)> = sql.all(&MUNICIPAL_ROLES, args![row.person.id]).await?;
    drop(sql);
    let stale = now - Duration::minutes(SEEN_MINUTES);
    if row.seen_at.is_none_or(|at| at <= stale) {
        let mut sql = app.db.write().await?;
        sql.run(&SEEN, args![hash, now, stale]).await?;
        sql.commit().await?;
    }
    let roles = roles.iter().filter_map(|(key,)| Role::of(key)).collect();
    Ok(Some(Found { session: row.session_id, assurance: row.assurance, person: row.person, roles }))
}

/// Opens a session in a transaction that is under way; gives the token for [`give`]. The session the browser had ends:
/// there is one person at a browser at a time. Somebody who was merged into another person comes in as the other.
///
/// # Errors
/// When the database fails.
pub async fn open(sql: &mut Sql, app: &App, new: &Opening<'_>) -> Result<String> {
    let (token, now) = (app.clock.token(), app.clock.now());
    sql.run(&END_OLD, args![now]).await?;
    if let Some(before) = &new.browser.token {
        sql.maybe::<(String,)>(&END, args![token_hash(before)]).await?;
    }
    let (person,): (Uuid,) = sql.one(&MERGED_INTO, args![new.person]).await?;
    let expires = now + Duration::days(app.settings.sign_in.session_days);
    sql.run(&INSERT, args![token_hash(&token), person, now, expires, app.clock.id(), new.way, new.assurance.key(), new.browser.device.as_str()]).await?;
    Ok(token)
}

/// Puts the session's cookie on a response.
pub fn give(response: &mut Response, app: &App, token: &str) {
    set_cookie(response, app, SESSION_COOKIE, token, app.settings.sign_in.session_days * 24 * 3600);
}

/// Takes the session's cookie back.
pub fn take(response: &mut Response, app: &App) {
    set_cookie(response, app, SESSION_COOKIE, "", 0);
}

/// Ends the session of a token; gives the way it was opened by.
///
/// # Errors
/// When the database fails.
pub async fn end(app: &App, token: &str) -> Result<Option<String>> {
    let mut sql = app.db.write().await?;
    let way: Option<(String,)> = sql.maybe(&END, args![token_hash(token)]).await?;
    sql.commit().await?;
    Ok(way.map(|(way,)| way))
}

/// Ends one of a person's own sessions; false where they have none of that id.
///
/// # Errors
/// When the database fails.
pub async fn end_one(sql: &mut Sql, person: Uuid, session: Uuid) -> Result<bool> {
    Ok(sql.run(&END_ONE, args![session, person]).await? > 0)
}

/// Ends every session of a person.
///
/// # Errors
/// When the database fails.
pub async fn end_all(sql: &mut Sql, person: Uuid) -> Result<()> {
    sql.run(&END_ALL, args![person]).await.map(|_| ())
}

/// A person's sessions, the one used last first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(sql: &mut Sql, app: &App, person: Uuid) -> Result<Vec<Session>> {
    sql.all(&OF_PERSON, args![person, app.clock.now()]).await
}
