//! The outbox: messages written in one transaction with what they tell of, and sent afterwards, at least once.
//!
//! Notices become messages in [`crate::gather`]; sign-in codes and invitations to strangers come here directly. A sender
//! leases rows (`SKIP LOCKED` on PostgreSQL, the single writer on SQLite), so any number of nodes can send; a lease that
//! runs out is taken up again; after [`MAX_ATTEMPTS`] a message is set aside with its last error. A node that dies between
//! handing a mail over and noting it sends that mail again, with the same Message-ID.

use chrono::{DateTime, Duration, Utc};
use futures::StreamExt;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

pub use crate::notice::{Notice, Said};

use crate::app::App;
use crate::clock::hex;
use crate::db::Sql;
use crate::error::Result;
use crate::gather::gather;
use crate::mail::{Mail, Mailer};
use crate::message::{Content, Line, Section, speaker};
use crate::notice::{Spelled, spell};
use crate::page::Page;
use crate::person::{Contact, Person};
use crate::rhythm::Urgency;
use crate::space::Space;
use crate::words::Lang;
use crate::{args, statements, text};

/// Tries before a message is set aside: the last one is about eleven hours after the first. Of two thousand messages through a server that
/// fails every other time all come through.
pub const MAX_ATTEMPTS: i64 = 20;
/// Messages leased at a time. A server has 20 seconds to answer, and twelve are handed over at once: the lease covers all.
const BATCH: i64 = 100;
const AT_ONCE: usize = 12;
const LEASE_MINUTES: i64 = 3;

/// Who a message goes to.
pub(crate) struct To<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) person: Option<Uuid>,
    pub(crate) lang: Lang,
}

/// A message as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct OutboxRow {
    pub id: Uuid,
    pub person_id: Option<Uuid>,
    pub space_id: Option<Uuid>,
    /// `mail`, `text`, `letter`, `phone`.
    pub way: String,
    /// `secret`, `direct`, `notice`, `digest`, `test`.
    pub sort: String,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub content: String,
    pub link: String,
    pub language: String,
    pub created_at: DateTime<Utc>,
    pub attempts: i64,
    pub sent_at: Option<DateTime<Utc>>,
    pub failed_at: Option<DateTime<Utc>>,
    pub last_error: Option<String>,
    /// An appointment as iCalendar; empty: none.
    pub calendar: String,
}

macro_rules! columns {
    () => {
        "id, person_id, space_id, way, sort, recipient, subject, body, content, link, language, created_at, attempts, sent_at, failed_at, last_error, calendar"
    };
}
macro_rules! lease {
    ($lock:literal) => {
        concat!(
            "UPDATE outbox SET lease_until = $2, attempts = attempts + 1 WHERE id IN (
            SELECT id FROM outbox WHERE way = $3 AND sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL AND due_at <= $1
            AND (lease_until IS NULL OR lease_until <= $1) ORDER BY rank, due_at, id LIMIT $4",
            $lock,
            ") RETURNING ",
            columns!()
        )
    };
}

statements! {
    INSERT = "INSERT INTO outbox (id, dedup_key, space_id, person_id, recipient, subject, body, link, language, created_at, due_at, attempts,
        way, sort, rank, content, short, helper_id, stopped_at, calendar)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13, $14, $15, $16, $17, $18, $19) ON CONFLICT (dedup_key) DO NOTHING";
    INSERT_NOTICE = "INSERT INTO notice (id, dedup_key, person_id, space_id, word, args, link, urgency, changes_at, created_at, due_at, calendar, way)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12) ON CONFLICT (dedup_key) DO NOTHING";
    IS_DUE = "SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE way = $2 AND sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL AND due_at <= $1
        AND (lease_until IS NULL OR lease_until <= $1) LIMIT 1) AS due";
    LEASE = lease!(""), postgres lease!(" FOR UPDATE SKIP LOCKED");
    SENT = "UPDATE outbox SET sent_at = $2, lease_until = NULL, last_error = NULL WHERE id = $1 AND attempts = $3";
    RETRY = "UPDATE outbox SET due_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1 AND attempts = $4";
    FAILED = "UPDATE outbox SET failed_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1 AND attempts = $4";
    EMPTY = "UPDATE outbox SET body = '', content = '', subject = '', link = '', calendar = '' WHERE id = $1";
    FLAG = "INSERT INTO unreached (person_id, way, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    UNFLAG = "DELETE FROM unreached WHERE person_id = $1 AND way = $2";
    FLAGS = "SELECT way, since FROM unreached WHERE person_id = $1 ORDER BY way";
    IS_SILENT = "SELECT COUNT(*) FROM silent_address WHERE address = $1";
    LATEST = concat!("SELECT ", columns!(), " FROM outbox ORDER BY created_at DESC, id DESC LIMIT $1");
    ONE = concat!("SELECT ", columns!(), " FROM outbox WHERE id = $1");
    BY_SHORT = "SELECT link FROM outbox WHERE short = $1";
}

/// Writes that an act tells somebody something; when it becomes a message is decided in [`crate::rhythm`].
pub(crate) async fn tell(sql: &mut Sql, app: &App, space: &Space, person: &Person, notice: &Notice, at: DateTime<Utc>) -> Result<()> {
    // Whoever turned out to be somebody else is told there.
    let person = person.merged_into.unwrap_or(person.id);
    let dedup = format!("{}:{}:{person}", notice.word, notice.about);
    let values = args![
        app.clock.id(),
        dedup,
        person,
        space.id,
        notice.word,
        notice.stored_args(),
        &notice.link,
        notice.urgency.key(),
        notice.changes_at,
        at,
        &notice.calendar,
        notice.way.map(Contact::key)
    ];
    sql.run(&INSERT_NOTICE, values).await.map(|_| ())
}

/// Writes a mail to an address at once: sign-in codes, and people who are not here yet.
pub(crate) async fn put(sql: &mut Sql, app: &App, space: Option<&Space>, to: To<'_>, notice: &Notice, at: DateTime<Utc>) -> Result<()> {
    let page = speaker(app, to.lang);
    let spelled = spell(&page, notice.word, &notice.args, space.map(|s| s.title.as_str()), to.name);
    let quiet = notice.urgency != Urgency::Secret && to.person.is_none() && sql.count(&IS_SILENT, args![to.email]).await? > 0;
    let draft = Draft {
        dedup: format!("{}:{}:{}", notice.word, notice.about, to.email),
        person: to.person,
        space: space.map(|s| s.id),
        way: Contact::Mail,
        sort: if notice.urgency == Urgency::Secret { "secret" } else { "direct" },
        name: to.name,
        recipient: to.email,
        helper: None,
        subject: spelled.subject.clone(),
        intro: String::new(),
        sections: one_thing(app, spelled, &notice.link),
        link: &notice.link,
        at,
        stopped: quiet,
        calendar: &notice.calendar,
    };
    write(sql, app, &page, draft).await.map(|_| ())
}

/// Writes a message to somebody on the way that is asked for, past all rules: the test message of the outbox page.
///
/// # Errors
/// When the database fails.
pub async fn put_test(sql: &mut Sql, app: &App, person: &Person, way: Contact, recipient: &str) -> Result<Uuid> {
    let (page, id, at) = (speaker(app, person.lang()), app.clock.id(), app.clock.now());
    let spelled = spell(&page, "mail-test", &[] as &[(&str, Said)], None, &person.name);
    let draft = Draft {
        dedup: format!("test:{id}"),
        person: Some(person.id),
        space: None,
        way,
        sort: "test",
        name: &person.name,
        recipient,
        helper: None,
        subject: spelled.subject.clone(),
        intro: String::new(),
        sections: one_thing(app, spelled, "/administration/beskeder"),
        link: "/administration/beskeder",
        at,
        stopped: false,
        calendar: "",
    };
    Ok(write(sql, app, &page, draft).await?.unwrap_or(id))
}

/// A message to be written.
pub(crate) struct Draft<'a> {
    pub(crate) dedup: String,
    pub(crate) person: Option<Uuid>,
    pub(crate) space: Option<Uuid>,
    pub(crate) way: Contact,
    pub(crate) sort: &'static str,
    pub(crate) name: &'a str,
    pub(crate) recipient: &'a str,
    pub(crate) helper: Option<Uuid>,
    pub(crate) subject: String,
    pub(crate) intro: String,
    pub(crate) sections: Vec<Section>,
    pub(crate) link: &'a str,
    pub(crate) at: DateTime<Utc>,
    pub(crate) stopped: bool,
    pub(crate) calendar: &'a str,
}

/// The section of a message about one thing.
pub(crate) fn one_thing(app: &App, spelled: Spelled, link: &str) -> Vec<Section> {
    let href = if link.is_empty() { String::new() } else { format!("{}{link}", app.settings.base_url) };
    vec![Section { title: String::new(), lines: vec![Line { title: String::new(), text: spelled.body, action: spelled.action, href }] }]
}

/// Why somebody gets a mail, as its last line says it: not everybody is part of a space.
fn why(sort: &str, link: &str) -> &'static str {
    match sort {
        "direct" => "mail-why-direct",
        "notice" | "test" if !link.starts_with("/forloeb/") => "mail-why-own",
        _ => "mail-why",
    }
}

/// Writes a message; nothing if it was written before.
pub(crate) async fn write(sql: &mut Sql, app: &App, page: &Page, draft: Draft<'_>) -> Result<Option<Uuid>> {
    let id = app.clock.id();
    let secret = draft.sort == "secret";
    let leave = if secret || draft.way != Contact::Mail { String::new() } else { format!("{}{}", app.settings.base_url, leave_path(&app.secret, id)) };
    let hello = if draft.name.is_empty() { page.t("mail-hello-nameless") } else { page.t1("mail-hello", "name", draft.name) };
    let why = if secret || draft.way != Contact::Mail { String::new() } else { page.t(why(draft.sort, draft.link)) };
    let content = Content { hello, intro: draft.intro, sections: draft.sections, why, leave };
    // What a person alone may open is not put behind an address short enough to guess.
    let short =
        (!draft.link.is_empty() && matches!(draft.sort, "notice" | "digest") && matches!(draft.way, Contact::Text | Contact::Letter)).then(|| short(app));
    let body = match draft.way {
        Contact::Text => {
            let path = short.as_ref().map_or_else(|| draft.link.to_owned(), |s| format!("/b/{s}"));
            text::compose(&page.municipality, &draft.subject, &format!("{}{path}", app.settings.base_url))
        }
        _ => content.text(page),
    };
    let rank = match draft.sort {
        "secret" | "direct" | "test" => 0i64,
        "notice" => 1,
        _ => 2,
    };
    let stopped = draft.stopped.then_some(draft.at);
    let values = args![
        id,
        draft.dedup,
        draft.space,
        draft.person,
        draft.recipient,
        draft.subject,
        body,
        draft.link,
        page.lang.tag(),
        draft.at,
        app.clock.now(),
        draft.way.key(),
        draft.sort,
        rank,
        content.stored(),
        short,
        draft.helper,
        stopped,
        draft.calendar
    ];
    Ok((sql.run(&INSERT, values).await? > 0).then_some(id))
}

/// Ten characters without look-alikes, fifty bits.
fn short(app: &App) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0u8; 10];
    app.clock.fill(&mut bytes);
    bytes.iter().map(|b| char::from(LETTERS[usize::from(b & 31)])).collect()
}

fn leave_mac(secret: &[u8], message: Uuid) -> Hmac<Sha256> {
    // A key of any length is accepted by HMAC (RFC 2104).
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(b"leave:");
    mac.update(message.as_bytes());
    mac
}

/// The page where the reader of a message leaves; whoever holds its address may.
#[must_use]
pub fn leave_path(secret: &[u8], message: Uuid) -> String {
    let mac = leave_mac(secret, message).finalize().into_bytes();
    format!("/afmeld/{}{}", message.simple(), hex(&mac[..16]))
}

/// The message of such an address, if it is one of ours.
#[must_use]
pub fn left_message(secret: &[u8], token: &str) -> Option<Uuid> {
    let id: Uuid = token.get(..32)?.parse().ok()?;
    let given = (0..16).map(|i| u8::from_str_radix(token.get(32 + 2 * i..34 + 2 * i)?, 16).ok()).collect::<Option<Vec<u8>>>()?;
    (token.len() == 64 && leave_mac(secret, id).verify_truncated_left(&given).is_ok()).then_some(id)
}

/// What became of a try.
enum Tried {
    Sent,
    Again(String),
    Refused(String),
}

/// Makes messages of the notices that are due, and sends what waits; gives how many messages were tried.
///
/// # Errors
/// When the database fails; a server that fails is noted on the message.
pub async fn drain(app: &App) -> Result<usize> {
    gather(app).await?;
    let mut tried = 0;
    for way in [Contact::Mail, Contact::Text] {
        if can_send(app, way) {
            tried += send_due(app, way).await?;
        }
    }
    Ok(tried)
}

/// Whether messages can leave the house this way.
#[must_use]
pub fn can_send(app: &App, way: Contact) -> bool {
    let demonstration = matches!(app.mailer, Some(Mailer::Mailbox));
    match way {
        Contact::Mail => app.mailer.is_some(),
        Contact::Text => demonstration || app.settings.text.is_some(),
        Contact::Letter | Contact::Phone => true,
    }
}

async fn send_due(app: &App, way: Contact) -> Result<usize> {
    let now = app.clock.now();
    if app.db.read().await?.count(&IS_DUE, args![now, way.key()]).await? == 0 {
        return Ok(0);
    }
    let mut sql = app.db.write().await?;
    let rows: Vec<OutboxRow> = sql.all(&LEASE, args![now, now + Duration::minutes(LEASE_MINUTES), way.key(), BATCH]).await?;
    sql.commit().await?;
    let count = rows.len();
    let tries = futures::stream::iter(rows).map(|row| async move { (send(app, &row).await, row) }).buffer_unordered(AT_ONCE);
    // Those that have been answered meanwhile are noted together.
    let mut answered = std::pin::pin!(tries.ready_chunks(AT_ONCE));
    while let Some(some) = answered.next().await {
        let mut sql = app.db.write().await?;
        for (tried, row) in some {
            note(&mut sql, app, &row, tried).await?;
        }
        sql.commit().await?;
    }
    Ok(count)
}

async fn send(app: &App, row: &OutboxRow) -> Tried {
    if matches!(app.mailer, Some(Mailer::Mailbox)) {
        return Tried::Sent;
    }
    if row.way == Contact::Text.key() {
        return match text::send(app, row.id, &row.recipient, &row.body).await {
            Ok(()) => Tried::Sent,
            Err(text::Failure::Again(error)) => Tried::Again(error),
            Err(text::Failure::Refused(error)) => Tried::Refused(error),
        };
    }
    let Some(mailer) = &app.mailer else {
        return Tried::Again("no mail server is set up".to_owned());
    };
    let page = speaker(app, Lang::of(&row.language));
    let html = match Content::read(&row.content).html(&page, &row.subject) {
        Ok(html) => html,
        Err(error) => return Tried::Again(error.to_string()),
    };
    let leave = (row.sort != "secret").then(|| format!("{}{}", app.settings.base_url, leave_path(&app.secret, row.id)));
    let mail = Mail {
        id: row.id,
        to: &row.recipient,
        subject: &row.subject,
        text: &row.body,
        html: &html,
        lang: page.lang,
        leave: leave.as_deref(),
        calendar: &row.calendar,
    };
    match mailer.send(&mail).await {
        Ok(()) => Tried::Sent,
        Err(error) if error.refused => Tried::Refused(error.text),
        Err(error) => Tried::Again(error.text),
    }
}

async fn note(sql: &mut Sql, app: &App, row: &OutboxRow, tried: Tried) -> Result<()> {
    let now = app.clock.now();
    match tried {
        Tried::Sent => {
            sql.run(&SENT, args![row.id, now, row.attempts]).await?;
            // A code that was handed over has done its work.
            if row.sort == "secret" && !matches!(app.mailer, Some(Mailer::Mailbox)) {
                sql.run(&EMPTY, args![row.id]).await?;
            }
            if let Some(person) = row.person_id {
                sql.run(&UNFLAG, args![person, &row.way]).await?;
            }
        }
        Tried::Refused(error) => {
            sql.run(&FAILED, args![row.id, now, error, row.attempts]).await?;
            if let Some(person) = row.person_id {
                sql.run(&FLAG, args![person, &row.way, now]).await?;
            }
        }
        Tried::Again(error) if row.attempts >= MAX_ATTEMPTS => {
            sql.run(&FAILED, args![row.id, now, error, row.attempts]).await?;
        }
        Tried::Again(error) => {
            sql.run(&RETRY, args![row.id, now + pause(row.attempts), error, row.attempts]).await?;
        }
    }
    Ok(())
}

/// Each pause is as long as the two before it together (1, 1, 2, 3, 5 minutes), up to an hour: quick again after a hiccup, and no burden to a
/// server that is down.
fn pause(attempts: i64) -> Duration {
    let (mut last, mut next) = (1, 1);
    for _ in 1..attempts.clamp(1, MAX_ATTEMPTS) {
        (last, next) = (next, last + next);
    }
    Duration::minutes(last.min(60))
}

/// Sends for as long as the server runs: when an act says there is mail, and every few seconds for what was put off.
pub async fn keep_sending(app: App, stop: tokio_util::sync::CancellationToken) {
    loop {
        match drain(&app).await {
            Ok(1..) => continue,
            Ok(0) => {}
            Err(error) => tracing::error!(%error, "the outbox could not be drained"),
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = app.outbox_ready.notified() => {}
            () = tokio::time::sleep(std::time::Duration::from_secs(10)) => {}
        }
    }
}

/// The latest messages, sent or not.
///
/// # Errors
/// When the database fails.
pub async fn latest(sql: &mut Sql, limit: i64) -> Result<Vec<OutboxRow>> {
    sql.all(&LATEST, args![limit]).await
}

/// One message.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn one(sql: &mut Sql, id: Uuid) -> Result<OutboxRow> {
    sql.one(&ONE, args![id]).await
}

/// Where a short address leads.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn by_short(sql: &mut Sql, short: &str) -> Result<String> {
    Ok(sql.one::<(String,)>(&BY_SHORT, args![short]).await?.0)
}

/// The ways on which somebody's latest messages were refused, and since when.
///
/// # Errors
/// When the database fails.
pub async fn unreached(sql: &mut Sql, person: Uuid) -> Result<Vec<(String, DateTime<Utc>)>> {
    sql.all(&FLAGS, args![person]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_between_tries_grow_to_an_hour_and_the_last_try_is_eleven_hours_after_the_first() {
        assert_eq!((1..=12).map(|n| pause(n).num_minutes()).collect::<Vec<_>>(), [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 60, 60]);
        assert_eq!((1..MAX_ATTEMPTS).map(|n| pause(n).num_minutes()).sum::<i64>(), 683);
    }

    #[test]
    fn only_the_address_in_the_mail_leads_to_leaving() {
        let (id, path) = (Uuid::from_u128(7), leave_path(b"secret", Uuid::from_u128(7)));
        let token = path.strip_prefix("/afmeld/").unwrap();
        assert_eq!(left_message(b"secret", token), Some(id));
        assert_eq!(left_message(b"another", token), None);
        assert_eq!(left_message(b"secret", &token[..62]), None, "a shorter proof is none");
        assert_eq!(left_message(b"secret", &format!("{token}00")), None);
        assert_eq!(left_message(b"secret", "æøå"), None);
        assert_eq!(left_message(b"secret", &format!("{}{}", Uuid::from_u128(8).simple(), &token[32..])), None);
    }
}
