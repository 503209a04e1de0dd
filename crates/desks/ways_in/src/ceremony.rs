//! What must be remembered between two steps of signing in. It is kept in the database, so that the second step may be
//! answered by another node, under the hash of a random token that only the browser has; it is good for a quarter of an
//! hour and taken once.

use chrono::Duration;
use samskab_platform::db::Sql;
use samskab_platform::session::token_hash;
use samskab_platform::{App, Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::store;

const MINUTES: i64 = 15;

/// Remembers something; gives the token it is found by.
pub(crate) async fn begin(sql: &mut Sql, app: &App, kind: &str, person: Option<Uuid>, state: &impl Serialize) -> Result<String> {
    let (token, now) = (app.clock.token(), app.clock.now());
    let state = serde_json::to_string(state)?;
    store::begin(sql, token_hash(&token), kind, person, &state, now, now + Duration::minutes(MINUTES)).await?;
    Ok(token)
}

/// What was remembered, once; and whose it is, where it belongs to somebody who has signed in.
///
/// # Errors
/// [`Error::Refused`] where it took too long, or was done before.
pub(crate) async fn take<T: DeserializeOwned>(sql: &mut Sql, app: &App, kind: &str, token: &str) -> Result<(T, Option<Uuid>)> {
    let (person, state) = store::take(sql, token_hash(token), kind, app.clock.now()).await?.ok_or(Error::Refused("error-way-late"))?;
    Ok((serde_json::from_str(&state)?, person))
}

/// The same, without taking it.
///
/// # Errors
/// [`Error::Refused`] where it took too long, or was done before.
pub(crate) async fn peek<T: DeserializeOwned>(sql: &mut Sql, app: &App, kind: &str, token: &str) -> Result<T> {
    let (_, state) = store::peek(sql, token_hash(token), kind, app.clock.now()).await?.ok_or(Error::Refused("error-way-late"))?;
    Ok(serde_json::from_str(&state)?)
}
