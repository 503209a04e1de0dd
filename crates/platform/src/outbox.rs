//! The outbox: mail written in the transaction of the act it tells of, and sent afterwards, at least once.
//!
//! A sender leases rows (`SKIP LOCKED` on PostgreSQL, the single writer on SQLite), so any number of nodes can send;
//! a lease that runs out is taken up again; after [`MAX_ATTEMPTS`] a mail is set aside with its last error.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::mail::Mail;
use crate::person::Person;
use crate::space::Space;
use crate::words::{Arg, Lang};
use crate::{args, statements};

/// Tries before a mail is set aside: the last one is about two hours after the first.
pub const MAX_ATTEMPTS: i64 = 6;

/// A message to be written in the recipient's own language.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Words: `{word}-subject`, `{word}-body` and `{word}-action` (the link's text).
    pub word: &'static str,
    /// What is put into them, beside `space` (the space's title) and `municipality`.
    pub args: Vec<(&'static str, String)>,
    /// Where the one link of the mail goes, from the root: `/forloeb/...`.
    pub link: String,
    /// The one thing this is about: the same notice about the same thing is sent to a person once.
    pub about: Uuid,
}

/// Who a mail goes to.
pub(crate) struct To<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) person: Option<Uuid>,
    pub(crate) lang: Lang,
}

/// A mail as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct OutboxRow {
    pub id: Uuid,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub link: String,
    pub language: String,
    pub created_at: DateTime<Utc>,
    pub attempts: i64,
    pub sent_at: Option<DateTime<Utc>>,
    pub failed_at: Option<DateTime<Utc>>,
    pub last_error: Option<String>,
}

statements! {
    INSERT = "INSERT INTO outbox (id, dedup_key, space_id, person_id, recipient, subject, body, link, language, created_at, due_at, attempts)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 0) ON CONFLICT (dedup_key) DO NOTHING";
    LEASE = "UPDATE outbox SET lease_until = $2, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= $1 AND (lease_until IS NULL OR lease_until <= $1) ORDER BY due_at, id LIMIT 20)
        RETURNING id, recipient, subject, body, link, language, created_at, attempts, sent_at, failed_at, last_error",
        postgres "UPDATE outbox SET lease_until = $2, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= $1 AND (lease_until IS NULL OR lease_until <= $1) ORDER BY due_at, id LIMIT 20
        FOR UPDATE SKIP LOCKED)
        RETURNING id, recipient, subject, body, link, language, created_at, attempts, sent_at, failed_at, last_error";
    SENT = "UPDATE outbox SET sent_at = $2, lease_until = NULL WHERE id = $1 AND attempts = $3";
    RETRY = "UPDATE outbox SET due_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1 AND attempts = $4";
    FAILED = "UPDATE outbox SET failed_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1 AND attempts = $4";
    LATEST = "SELECT id, recipient, subject, body, link, language, created_at, attempts, sent_at, failed_at, last_error FROM outbox ORDER BY created_at DESC, id DESC LIMIT $1";
    ONE = "SELECT id, recipient, subject, body, link, language, created_at, attempts, sent_at, failed_at, last_error FROM outbox WHERE id = $1";
}

pub(crate) async fn put_to_person(sql: &mut Sql, app: &App, space: &Space, person: &Person, notice: &Notice, at: DateTime<Utc>) -> Result<()> {
    match &person.email {
        Some(email) => put(sql, app, Some(space), To { name: &person.name, email, person: Some(person.id), lang: person.lang() }, notice, at).await,
        None => Ok(()),
    }
}

pub(crate) async fn put(sql: &mut Sql, app: &App, space: Option<&Space>, to: To<'_>, notice: &Notice, at: DateTime<Utc>) -> Result<()> {
    let municipality = app.municipality();
    let mut values: Vec<(&str, &dyn Arg)> = vec![("name", &to.name), ("municipality", &municipality)];
    if let Some(space) = space {
        values.push(("space", &space.title));
    }
    values.extend(notice.args.iter().map(|(name, value)| (*name, value as &dyn Arg)));
    let say = |suffix: &str| app.words.say(to.lang, &format!("{}-{suffix}", notice.word), &values);
    let hello = app.words.say(to.lang, "mail-hello", &values);
    let goodbye = app.words.say(to.lang, "mail-goodbye", &values);
    let body = if notice.link.is_empty() {
        format!("{hello}\n\n{}\n\n{goodbye}\n", say("body"))
    } else {
        format!("{hello}\n\n{}\n\n{}:\n{}{}\n\n{goodbye}\n", say("body"), say("action"), app.settings.base_url, notice.link)
    };
    let dedup = format!("{}:{}:{}", notice.word, notice.about, to.email);
    let space_id = space.map(|s| s.id);
    sql.run(&INSERT, args![app.clock.id(), dedup, space_id, to.person, to.email, say("subject"), body, &notice.link, to.lang.tag(), at]).await?;
    Ok(())
}

/// Sends what is due; gives how many mails were tried.
///
/// # Errors
/// When the database fails; a mail server that fails is noted on the mail.
pub async fn drain(app: &App) -> Result<usize> {
    let Some(mailer) = &app.mailer else {
        return Ok(0);
    };
    let now = app.clock.now();
    let mut sql = app.db.write().await?;
    let rows: Vec<OutboxRow> = sql.all(&LEASE, args![now, now + Duration::minutes(2)]).await?;
    sql.commit().await?;
    for row in &rows {
        let sent = mailer.send(&Mail { id: row.id, to: &row.recipient, subject: &row.subject, body: &row.body, lang: Lang::of(&row.language) }).await;
        let mut sql = app.db.write().await?;
        let now = app.clock.now();
        match sent {
            Ok(()) => sql.run(&SENT, args![row.id, now, row.attempts]).await?,
            Err(error) if row.attempts >= MAX_ATTEMPTS => sql.run(&FAILED, args![row.id, now, error, row.attempts]).await?,
            Err(error) => sql.run(&RETRY, args![row.id, now + pause(row.attempts), error, row.attempts]).await?,
        };
        sql.commit().await?;
    }
    Ok(rows.len())
}

/// 1, 3, 9, 27, 81 minutes: the pause after the n-th failed try.
fn pause(attempts: i64) -> Duration {
    Duration::minutes(3i64.pow(u32::try_from(attempts.clamp(1, 5) - 1).unwrap_or(0)))
}

/// Sends for as long as the server runs: when an act says there is mail, and every few seconds for what was put off.
pub async fn keep_sending(app: App, stop: tokio_util::sync::CancellationToken) {
    loop {
        match drain(&app).await {
            Ok(20..) => continue,
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "the outbox could not be drained"),
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = app.outbox_ready.notified() => {}
            () = tokio::time::sleep(std::time::Duration::from_secs(10)) => {}
        }
    }
}

/// The latest mails, sent or not.
///
/// # Errors
/// When the database fails.
pub async fn latest(sql: &mut Sql, limit: i64) -> Result<Vec<OutboxRow>> {
    sql.all(&LATEST, args![limit]).await
}

/// One mail.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn one(sql: &mut Sql, id: Uuid) -> Result<OutboxRow> {
    sql.one(&ONE, args![id]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_between_tries_grow_to_over_an_hour() {
        assert_eq!((1..=6).map(|n| pause(n).num_minutes()).collect::<Vec<_>>(), [1, 3, 9, 27, 81, 81]);
    }
}
