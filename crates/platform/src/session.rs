//! Sessions: a random token in a cookie, its hash in the database.

use axum::response::Response;
use chrono::Duration;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::access::Role;
use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::person::Person;
use crate::visitor::{SESSION_COOKIE, set_cookie};
use crate::{args, statements};

/// How long a session lasts.
const DAYS: i64 = 30;

statements! {
    INSERT = "INSERT INTO session (token_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4)";
    PERSON = "SELECT p.id, p.name, p.email, p.title, p.organisation_id, p.language, p.persona FROM session s JOIN person p ON p.id = s.person_id
        WHERE s.token_hash = $1 AND s.expires_at > $2";
    MUNICIPAL_ROLES = "SELECT r.role FROM space_role r JOIN space s ON s.id = r.space_id WHERE r.person_id = $1 AND s.slug = 'kommunen'";
    END = "DELETE FROM session WHERE token_hash = $1";
    END_OLD = "DELETE FROM session WHERE expires_at <= $1";
}

/// What is stored of a token.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// The person of a session, and their municipal roles.
pub(crate) async fn person(app: &App, token: &str) -> Result<Option<(Person, Vec<Role>)>> {
    let mut sql = app.db.read().await?;
    let Some(person): Option<Person> = sql.maybe(&PERSON, args![token_hash(token), app.clock.now()]).await? else { return Ok(None) };
    let roles: Vec<(String,)> = sql.all(&MUNICIPAL_ROLES, args![person.id]).await?;
    Ok(Some((person, roles.iter().filter_map(|(key,)| Role::of(key)).collect())))
}

/// Opens a session in a transaction that is under way; gives the token for [`give`].
///
/// # Errors
/// When the database fails.
pub async fn open(sql: &mut Sql, app: &App, person: Uuid) -> Result<String> {
    let (token, now) = (app.clock.token(), app.clock.now());
    sql.run(&END_OLD, args![now]).await?;
    sql.run(&INSERT, args![token_hash(&token), person, now, now + Duration::days(DAYS)]).await?;
    Ok(token)
}

/// Puts the session's cookie on a response.
pub fn give(response: &mut Response, app: &App, token: &str) {
    set_cookie(response, app, SESSION_COOKIE, token, DAYS * 24 * 3600);
}

/// Ends the session of a token.
///
/// # Errors
/// When the database fails.
pub async fn end(app: &App, token: &str) -> Result<()> {
    let mut sql = app.db.write().await?;
    sql.run(&END, args![token_hash(token)]).await?;
    sql.commit().await
}
