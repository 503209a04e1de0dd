//! Sign-in by a one-time code sent by mail: six digits, ten minutes, five tries, five codes an hour for an address.
//!
//! The answer is the same whether somebody has that address or not; a new address becomes a person when its code is used.

use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::app::App;
use crate::assurance::Assurance;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::outbox::{self, Notice, To};
use crate::session::{Browser, Opening};
use crate::words::Lang;
use crate::{args, person, session, statements};

/// How long a code is good for.
pub const MINUTES: i64 = 10;
const TRIES: i64 = 5;
const CODES_AN_HOUR: i64 = 5;

statements! {
    INSERT = "INSERT INTO sign_in_code (id, email, mac, tries, created_at, expires_at) VALUES ($1, $2, $3, 0, $4, $5)";
    RECENT = "SELECT COUNT(*) FROM sign_in_code WHERE email = $1 AND created_at > $2";
    // Counting the try and reading the code is one statement: two nodes cannot both use the last try.
    TRY = "UPDATE sign_in_code SET tries = tries + 1 WHERE id = $1 AND tries < $2 AND used_at IS NULL AND expires_at > $3 RETURNING email, mac";
    USE = "UPDATE sign_in_code SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    FORGET_OLD = "DELETE FROM sign_in_code WHERE created_at < $1";
}

fn mac(secret: &[u8], id: Uuid, code: &str) -> Hmac<Sha256> {
    // A key of any length is accepted by HMAC (RFC 2104).
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(id.as_bytes());
    mac.update(code.as_bytes());
    mac
}

/// Makes a code and puts the mail in the outbox; gives the id the code is entered for.
///
/// # Errors
/// [`Error::TooMany`] after five codes in an hour, or when the database fails.
pub async fn ask(app: &App, email: &str, lang: Lang) -> Result<Uuid> {
    let now = app.clock.now();
    let mut sql = app.db.write().await?;
    sql.run(&FORGET_OLD, args![now - Duration::days(1)]).await?;
    if sql.count(&RECENT, args![email, now - Duration::hours(1)]).await? >= CODES_AN_HOUR {
        return Err(Error::TooMany);
    }
    let (id, code) = issue(&mut sql, app, email).await?;
    let known = person::find_by_email(&mut sql, email).await?;
    let name = known.as_ref().map_or("", |p| p.name.as_str());
    let lang = known.as_ref().map_or(lang, person::Person::lang);
    let notice = Notice::new("mail-code", "", id).with("code", code).with("minutes", MINUTES).secret();
    outbox::put(&mut sql, app, None, To { name, email, person: known.as_ref().map(|p| p.id), lang }, &notice, now).await?;
    sql.commit().await?;
    app.outbox_ready.notify_one();
    Ok(id)
}

/// Makes a code for an address without sending it: for [`ask`], and for whoever works at the machine itself. Gives the id it
/// is entered for, and the code.
///
/// # Errors
/// When the database fails.
pub async fn issue(sql: &mut Sql, app: &App, email: &str) -> Result<(Uuid, String)> {
    let (id, now) = (app.clock.id(), app.clock.now());
    let code = format!("{:06}", (app.clock.chance() * 1_000_000.0) as u32);
    let mac = mac(&app.secret, id, &code).finalize().into_bytes().to_vec();
    sql.run(&INSERT, args![id, email, mac, now, now + Duration::minutes(MINUTES)]).await?;
    Ok((id, code))
}

/// What became of a code that was entered.
#[derive(Debug)]
pub enum Entered {
    /// Right: the session's token, and whether the person still has to say what they are called.
    In {
        /// For the cookie.
        token: String,
        /// A person who is new here.
        is_new: bool,
    },
    /// Wrong, used, too old, or tried too often.
    Wrong,
}

/// Tries a code; gives the address it was sent to, once.
///
/// # Errors
/// When the database fails.
pub async fn prove(app: &App, id: Uuid, code: &str) -> Result<Option<String>> {
    let mut sql = app.db.write().await?;
    let email = prove_in(&mut sql, app, id, code).await?;
    sql.commit().await?;
    Ok(email)
}

async fn prove_in(sql: &mut Sql, app: &App, id: Uuid, code: &str) -> Result<Option<String>> {
    let now: DateTime<Utc> = app.clock.now();
    let tried: Option<(String, Vec<u8>)> = sql.maybe(&TRY, args![id, TRIES, now]).await?;
    let Some((email, expected)) = tried else {
        return Ok(None);
    };
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if mac(&app.secret, id, &digits).verify_slice(&expected).is_err() {
        return Ok(None);
    }
    sql.run(&USE, args![id, now]).await?;
    Ok(Some(email))
}

/// Tries a code, and opens a session where it is right.
///
/// # Errors
/// When the database fails.
pub async fn enter(app: &App, id: Uuid, code: &str, lang: Lang, browser: &Browser) -> Result<Entered> {
    let now = app.clock.now();
    let mut sql = app.db.write().await?;
    let Some(email) = prove_in(&mut sql, app, id, code).await? else {
        sql.commit().await?;
        return Ok(Entered::Wrong);
    };
    let known = person::find_by_email(&mut sql, &email).await?;
    let is_new = known.is_none();
    let person = match known {
        Some(person) => person.id,
        None => person::find_or_insert(&mut sql, app.clock.id(), now, "", &email, lang).await?,
    };
    let token = session::open(&mut sql, app, &Opening { person, way: "mail", assurance: Assurance::Low, browser }).await?;
    sql.commit().await?;
    Ok(Entered::In { token, is_new })
}
