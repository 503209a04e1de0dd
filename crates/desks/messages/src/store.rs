//! The SQL of messages.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::person::Rhythm;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::State;

// What a sealed space sends is in no list and no figure: that many were asked within a minute tells of it. Letters and calls have lists of
// their own, for those who have to print and ring.
macro_rules! in_the_open {
    ($table:literal) => {
        concat!("NOT EXISTS (SELECT 1 FROM space z WHERE z.id = ", $table, ".space_id AND z.visibility = 'sealed')")
    };
}
macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.person_id, p.name AS person, o.recipient, o.way, o.sort, o.subject, o.language, o.created_at, o.due_at, o.attempts,
            o.sent_at, o.failed_at, o.stopped_at, o.last_error, o.lease_until FROM outbox o LEFT JOIN person p ON p.id = o.person_id WHERE ",
            in_the_open!("o"),
            " AND ",
            $rest
        )
    };
}
macro_rules! waiting {
    () => {
        "sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL"
    };
}

statements! {
    RECEIVED = "SELECT o.person_id, o.space_id, CASE WHEN s.visibility = 'sealed' THEN NULL ELSE s.title END AS space, o.recipient, o.language, o.sort FROM outbox o LEFT JOIN space s ON s.id = o.space_id WHERE o.id = $1";
    MUTE = "INSERT INTO mute (person_id, space_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    UNMUTE = "DELETE FROM mute WHERE person_id = $1 AND space_id = $2";
    MUTED = "SELECT m.space_id, s.title, s.slug FROM mute m JOIN space s ON s.id = m.space_id WHERE m.person_id = $1 ORDER BY s.title LIMIT 200";
    SILENCE = "INSERT INTO silent_address (address, since) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    UNSILENCE = "DELETE FROM silent_address WHERE address = $1";
    IS_SILENT = "SELECT COUNT(*) FROM silent_address WHERE address = $1";
    SET_RHYTHM = "UPDATE person SET rhythm = $2 WHERE id = $1";

    WAITING = listed!("o.sent_at IS NULL AND o.failed_at IS NULL AND o.stopped_at IS NULL AND ($1 = '' OR o.way = $1) AND o.created_at < $2 ORDER BY o.created_at DESC, o.id DESC LIMIT $3");
    FAILED = listed!("o.failed_at IS NOT NULL AND ($1 = '' OR o.way = $1) AND o.created_at < $2 ORDER BY o.created_at DESC, o.id DESC LIMIT $3");
    SENT = listed!("o.sent_at IS NOT NULL AND ($1 = '' OR o.way = $1) AND o.created_at < $2 ORDER BY o.created_at DESC, o.id DESC LIMIT $3");
    STOPPED = listed!("o.stopped_at IS NOT NULL AND ($1 = '' OR o.way = $1) AND o.created_at < $2 ORDER BY o.created_at DESC, o.id DESC LIMIT $3");
    EVERY = listed!("($1 = '' OR o.way = $1) AND o.created_at < $2 ORDER BY o.created_at DESC, o.id DESC LIMIT $3");
    LISTED = listed!("o.id = $1");
    COUNT_WAITING = concat!("SELECT COUNT(*), MIN(created_at) FROM outbox WHERE way IN ('mail', 'text') AND ", waiting!(), " AND ", in_the_open!("outbox"));
    COUNT_FAILED = concat!("SELECT COUNT(*) FROM outbox WHERE failed_at IS NOT NULL AND ", in_the_open!("outbox"));
    COUNT_SENT = concat!("SELECT COUNT(*) FROM outbox WHERE sent_at > $1 AND ", in_the_open!("outbox"));
    COUNT_NOTICES = concat!("SELECT COUNT(*) FROM notice WHERE handled_at IS NULL AND ", in_the_open!("notice"));
    COUNT_LOST = concat!("SELECT COUNT(*) FROM notice WHERE created_at > $1 AND outcome = 'unreachable' AND ", in_the_open!("notice"));
    COUNT_UNREACHED = "SELECT COUNT(*) FROM unreached";
    COUNT_WAY = concat!("SELECT COUNT(*) FROM outbox WHERE way = $1 AND ", waiting!());

    RESEND = "UPDATE outbox SET failed_at = NULL, stopped_at = NULL, attempts = 0, lease_until = NULL, due_at = $2 WHERE id = $1 AND sent_at IS NULL
        AND (failed_at IS NOT NULL OR stopped_at IS NOT NULL)";
    RESEND_ALL = "UPDATE outbox SET failed_at = NULL, attempts = 0, lease_until = NULL, due_at = $1 WHERE sent_at IS NULL AND failed_at IS NOT NULL";
    STOP = concat!("UPDATE outbox SET stopped_at = $2 WHERE id = $1 AND (lease_until IS NULL OR lease_until <= $2) AND ", waiting!());

    LETTERS = "SELECT o.id, o.person_id, p.name AS person, o.recipient, o.subject, o.content, o.language, o.short, o.created_at, o.sent_at FROM outbox o
        LEFT JOIN person p ON p.id = o.person_id WHERE o.way = 'letter' AND o.sent_at IS NULL AND o.failed_at IS NULL AND o.stopped_at IS NULL ORDER BY o.created_at, o.id LIMIT $1";
    LETTERS_SENT = "SELECT o.id, o.person_id, p.name AS person, o.recipient, o.subject, o.content, o.language, o.short, o.created_at, o.sent_at FROM outbox o
        LEFT JOIN person p ON p.id = o.person_id WHERE o.way = 'letter' AND o.sent_at >= $1 AND o.sent_at < $2 ORDER BY o.sent_at DESC, o.id LIMIT $3";
    PRINTED = concat!("UPDATE outbox SET sent_at = $3, done_by = $2 WHERE id = $1 AND way = 'letter' AND ", waiting!());
    CALLS = "SELECT o.id, o.person_id, p.name AS person, o.recipient, h.name AS helper, h.phone AS helper_phone, o.content, o.language, o.created_at, o.sent_at, o.note, d.name AS teller
        FROM outbox o LEFT JOIN person p ON p.id = o.person_id LEFT JOIN person h ON h.id = o.helper_id LEFT JOIN person d ON d.id = o.done_by
        WHERE o.way = 'phone' AND o.sent_at IS NULL AND o.failed_at IS NULL AND o.stopped_at IS NULL ORDER BY o.created_at, o.id LIMIT $1";
    CALLS_OF = "SELECT o.id, o.person_id, p.name AS person, o.recipient, h.name AS helper, h.phone AS helper_phone, o.content, o.language, o.created_at, o.sent_at, o.note, d.name AS teller
        FROM outbox o LEFT JOIN person p ON p.id = o.person_id LEFT JOIN person h ON h.id = o.helper_id LEFT JOIN person d ON d.id = o.done_by
        WHERE o.helper_id = $1 AND o.way = 'phone' AND o.sent_at IS NULL AND o.failed_at IS NULL AND o.stopped_at IS NULL ORDER BY o.created_at, o.id LIMIT $2";
    CALLS_MADE = "SELECT o.id, o.person_id, p.name AS person, o.recipient, h.name AS helper, h.phone AS helper_phone, o.content, o.language, o.created_at, o.sent_at, o.note, d.name AS teller
        FROM outbox o LEFT JOIN person p ON p.id = o.person_id LEFT JOIN person h ON h.id = o.helper_id LEFT JOIN person d ON d.id = o.done_by
        WHERE o.way = 'phone' AND o.sent_at > $1 ORDER BY o.sent_at DESC, o.id LIMIT $2";
    TOLD = concat!("UPDATE outbox SET sent_at = $5, done_by = $3, note = $4 WHERE id = $1 AND way = 'phone' AND ($2 IS NULL OR helper_id = $2) AND ", waiting!()),
        postgres concat!("UPDATE outbox SET sent_at = $5, done_by = $3, note = $4 WHERE id = $1 AND way = 'phone' AND (CAST($2 AS UUID) IS NULL OR helper_id = $2) AND ", waiting!());
    HELPS = "SELECT COUNT(*) FROM person WHERE helper_id = $1";

    TOLD_ME = "SELECT s.title AS space, n.word, n.args, n.link, n.created_at, n.outcome, o.way FROM notice n
        LEFT JOIN space s ON s.id = n.space_id LEFT JOIN outbox o ON o.id = n.message_id
        WHERE n.person_id = $1 AND n.created_at < $2 ORDER BY n.created_at DESC, n.id DESC LIMIT $3";

    EMPTY_BEFORE = "UPDATE outbox SET body = '', content = '', calendar = '' WHERE sent_at < $1 AND body <> ''
        AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.lifted_at IS NULL AND h.until >= $2 AND (h.person_id = outbox.person_id OR h.space_id = outbox.space_id))";
}

/// The message somebody leaves by.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Received {
    pub(crate) person_id: Option<Uuid>,
    pub(crate) space_id: Option<Uuid>,
    pub(crate) space: Option<String>,
    pub(crate) recipient: String,
    pub(crate) language: String,
    pub(crate) sort: String,
}

/// A message in the list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Listed {
    pub(crate) id: Uuid,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) person: Option<String>,
    pub(crate) recipient: String,
    pub(crate) way: String,
    pub(crate) sort: String,
    pub(crate) subject: String,
    pub(crate) language: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) due_at: DateTime<Utc>,
    pub(crate) attempts: i64,
    pub(crate) sent_at: Option<DateTime<Utc>>,
    pub(crate) failed_at: Option<DateTime<Utc>>,
    pub(crate) stopped_at: Option<DateTime<Utc>>,
    pub(crate) last_error: Option<String>,
    pub(crate) lease_until: Option<DateTime<Utc>>,
}

impl Listed {
    pub(crate) fn state(&self) -> State {
        match (self.sent_at, self.failed_at, self.stopped_at) {
            (Some(_), ..) => State::Sent,
            (_, Some(_), _) => State::Failed,
            (_, _, Some(_)) => State::Stopped,
            _ => State::Waiting,
        }
    }
}

/// A letter.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Letter {
    pub(crate) id: Uuid,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) person: Option<String>,
    /// The address, in lines.
    pub(crate) recipient: String,
    pub(crate) subject: String,
    pub(crate) content: String,
    pub(crate) language: String,
    pub(crate) short: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) sent_at: Option<DateTime<Utc>>,
}

/// Somebody to be rung up.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Call {
    pub(crate) id: Uuid,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) person: Option<String>,
    /// Their number; empty where only the helper has one.
    pub(crate) recipient: String,
    pub(crate) helper: Option<String>,
    pub(crate) helper_phone: Option<String>,
    pub(crate) content: String,
    pub(crate) language: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) sent_at: Option<DateTime<Utc>>,
    pub(crate) note: String,
    pub(crate) teller: Option<String>,
}

/// Something somebody was told.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Told {
    pub(crate) space: Option<String>,
    pub(crate) word: String,
    pub(crate) args: String,
    pub(crate) link: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) outcome: String,
    pub(crate) way: Option<String>,
}

/// A space somebody does not want to hear of: id, title, name in addresses.
pub(crate) type Muted = (Uuid, String, String);

/// The figures over the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    pub(crate) waiting: i64,
    pub(crate) oldest: Option<DateTime<Utc>>,
    pub(crate) failed: i64,
    pub(crate) last_hour: i64,
    pub(crate) last_day: i64,
    pub(crate) notices: i64,
    pub(crate) unreached: i64,
    pub(crate) lost: i64,
}

pub(crate) async fn received(sql: &mut Sql, id: Uuid) -> Result<Received> {
    sql.one(&RECEIVED, args![id]).await
}

pub(crate) async fn mute(sql: &mut Sql, person: Uuid, space: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&MUTE, args![person, space, at]).await.map(|_| ())
}

pub(crate) async fn unmute(sql: &mut Sql, person: Uuid, space: Uuid) -> Result<()> {
    sql.run(&UNMUTE, args![person, space]).await.map(|_| ())
}

pub(crate) async fn muted(sql: &mut Sql, person: Uuid) -> Result<Vec<Muted>> {
    sql.all(&MUTED, args![person]).await
}

pub(crate) async fn silence(sql: &mut Sql, address: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SILENCE, args![address, at]).await.map(|_| ())
}

pub(crate) async fn unsilence(sql: &mut Sql, address: &str) -> Result<()> {
    sql.run(&UNSILENCE, args![address]).await.map(|_| ())
}

pub(crate) async fn is_silent(sql: &mut Sql, address: &str) -> Result<bool> {
    Ok(sql.count(&IS_SILENT, args![address]).await? > 0)
}

pub(crate) async fn set_rhythm(sql: &mut Sql, person: Uuid, rhythm: Rhythm) -> Result<()> {
    sql.run(&SET_RHYTHM, args![person, rhythm.key()]).await.map(|_| ())
}

/// The messages of a state (all, where none is given) and a way (all, where it is empty) from before a moment.
pub(crate) async fn listed(sql: &mut Sql, state: Option<State>, way: &str, before: DateTime<Utc>, limit: i64) -> Result<Vec<Listed>> {
    let statement = match state {
        Some(State::Waiting) => &WAITING,
        Some(State::Failed) => &FAILED,
        Some(State::Sent) => &SENT,
        Some(State::Stopped) => &STOPPED,
        None => &EVERY,
    };
    sql.all(statement, args![way, before, limit]).await
}

pub(crate) async fn one(sql: &mut Sql, id: Uuid) -> Result<Listed> {
    sql.one(&LISTED, args![id]).await
}

pub(crate) async fn figures(sql: &mut Sql, now: DateTime<Utc>) -> Result<Figures> {
    let (waiting, oldest): (i64, Option<DateTime<Utc>>) = sql.one(&COUNT_WAITING, args![]).await?;
    Ok(Figures {
        waiting,
        oldest,
        failed: failed(sql).await?,
        last_hour: sql.count(&COUNT_SENT, args![now - chrono::Duration::hours(1)]).await?,
        last_day: sql.count(&COUNT_SENT, args![now - chrono::Duration::days(1)]).await?,
        notices: sql.count(&COUNT_NOTICES, args![]).await?,
        unreached: sql.count(&COUNT_UNREACHED, args![]).await?,
        lost: sql.count(&COUNT_LOST, args![now - chrono::Duration::days(30)]).await?,
    })
}

pub(crate) async fn failed(sql: &mut Sql) -> Result<i64> {
    sql.count(&COUNT_FAILED, args![]).await
}

/// Messages of a way that wait.
pub(crate) async fn waiting(sql: &mut Sql, way: &str) -> Result<i64> {
    sql.count(&COUNT_WAY, args![way]).await
}

pub(crate) async fn resend(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<u64> {
    sql.run(&RESEND, args![id, at]).await
}

pub(crate) async fn resend_all(sql: &mut Sql, at: DateTime<Utc>) -> Result<u64> {
    sql.run(&RESEND_ALL, args![at]).await
}

pub(crate) async fn stop(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<u64> {
    sql.run(&STOP, args![id, at]).await
}

pub(crate) async fn letters(sql: &mut Sql, limit: i64) -> Result<Vec<Letter>> {
    sql.all(&LETTERS, args![limit]).await
}

/// The letters printed between two moments.
pub(crate) async fn letters_sent(sql: &mut Sql, from: DateTime<Utc>, to: DateTime<Utc>, limit: i64) -> Result<Vec<Letter>> {
    sql.all(&LETTERS_SENT, args![from, to, limit]).await
}

pub(crate) async fn printed(sql: &mut Sql, letter: Uuid, by: Uuid, at: DateTime<Utc>) -> Result<u64> {
    sql.run(&PRINTED, args![letter, by, at]).await
}

/// The calls to be made: a helper's, or everybody's.
pub(crate) async fn calls(sql: &mut Sql, helper: Option<Uuid>, limit: i64) -> Result<Vec<Call>> {
    match helper {
        Some(helper) => sql.all(&CALLS_OF, args![helper, limit]).await,
        None => sql.all(&CALLS, args![limit]).await,
    }
}

pub(crate) async fn calls_made(sql: &mut Sql, since: DateTime<Utc>, limit: i64) -> Result<Vec<Call>> {
    sql.all(&CALLS_MADE, args![since, limit]).await
}

/// Notes that a call was made; a helper only makes their own.
pub(crate) async fn told(sql: &mut Sql, call: Uuid, helper: Option<Uuid>, by: Uuid, note: &str, at: DateTime<Utc>) -> Result<u64> {
    sql.run(&TOLD, args![call, helper, by, note, at]).await
}

/// How many people somebody is the helper of.
pub(crate) async fn helps(sql: &mut Sql, helper: Uuid) -> Result<i64> {
    sql.count(&HELPS, args![helper]).await
}

pub(crate) async fn told_me(sql: &mut Sql, person: Uuid, before: DateTime<Utc>, limit: i64) -> Result<Vec<Told>> {
    sql.all(&TOLD_ME, args![person, before, limit]).await
}

pub(crate) async fn empty_before(sql: &mut Sql, before: DateTime<Utc>, today: NaiveDate) -> Result<()> {
    sql.run(&EMPTY_BEFORE, args![before, today]).await.map(|_| ())
}
