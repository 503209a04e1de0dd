//! SQL of the screens in the hall.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

macro_rules! columns {
    () => {
        "SELECT d.id, d.space_id, d.kind, d.name, d.pair_code, d.pair_until, d.opened_at, d.seen_at, d.closed_at, d.token_hash IS NOT NULL AS paired FROM daily_device d "
    };
}

statements! {
    INSERT = "INSERT INTO daily_device (id, space_id, kind, name, pair_code, pair_until, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ONE = concat!(columns!(), "WHERE d.id = $1 AND d.space_id = $2");
    OF_SPACE = concat!(columns!(), "WHERE d.space_id = $1 ORDER BY d.opened_at DESC, d.id LIMIT 60");
    BY_CODE = concat!(columns!(), "WHERE d.pair_code = $1 AND d.pair_until > $2 AND d.closed_at IS NULL");
    BY_TOKEN = concat!(columns!(), "WHERE d.token_hash = $1 AND d.closed_at IS NULL");
    PAIR = "UPDATE daily_device SET token_hash = $2, pair_code = NULL, pair_until = NULL, seen_at = $3 WHERE id = $1 AND pair_code = $4 AND closed_at IS NULL";
    RENEW = "UPDATE daily_device SET pair_code = $2, pair_until = $3 WHERE id = $1 AND closed_at IS NULL";
    CLOSE = "UPDATE daily_device SET closed_at = $2, token_hash = NULL, pair_code = NULL, pair_until = NULL WHERE id = $1 AND closed_at IS NULL";
    SEEN = "UPDATE daily_device SET seen_at = $2 WHERE id = $1";
}

/// What a screen is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// People check in on it.
    Kiosk,
    /// It shows the day.
    Screen,
}

impl Kind {
    /// Both, in the order they are offered.
    pub const ALL: [Kind; 2] = [Kind::Kiosk, Kind::Screen];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Kiosk => "kiosk",
            Kind::Screen => "screen",
        }
    }

    /// The kind of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }

    /// Where its page is.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Kind::Kiosk => "/kiosk",
            Kind::Screen => "/skaerm",
        }
    }
}

/// A screen in the hall.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Device {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) pair_code: Option<String>,
    pub(crate) pair_until: Option<DateTime<Utc>>,
    pub(crate) opened_at: DateTime<Utc>,
    pub(crate) seen_at: Option<DateTime<Utc>>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) paired: bool,
}

impl Device {
    pub(crate) fn kind(&self) -> Kind {
        Kind::of(&self.kind).unwrap_or(Kind::Screen)
    }

    /// The code that opens it now.
    pub(crate) fn code(&self, now: DateTime<Utc>) -> Option<&str> {
        self.pair_code.as_deref().filter(|_| self.closed_at.is_none() && self.pair_until.is_some_and(|until| until > now))
    }
}

pub(crate) async fn insert(sql: &mut Sql, d: &Device, by: Uuid) -> Result<()> {
    sql.run(&INSERT, args![d.id, d.space_id, d.kind.as_str(), &d.name, d.pair_code.clone(), d.pair_until, by, d.opened_at]).await.map(|_| ())
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Device> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Device>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// The one whose code this is.
pub(crate) async fn by_code(sql: &mut Sql, code: &str, now: DateTime<Utc>) -> Result<Option<Device>> {
    sql.maybe(&BY_CODE, args![code, now]).await
}

pub(crate) async fn by_token(sql: &mut Sql, hash: Vec<u8>) -> Result<Option<Device>> {
    sql.maybe(&BY_TOKEN, args![hash]).await
}

/// Gives it its token; false where the code was used in the meantime.
pub(crate) async fn pair(sql: &mut Sql, id: Uuid, hash: Vec<u8>, at: DateTime<Utc>, code: &str) -> Result<bool> {
    Ok(sql.run(&PAIR, args![id, hash, at, code]).await? > 0)
}

/// A new code; the browser that was let in before stays in until the new one is typed.
pub(crate) async fn renew(sql: &mut Sql, id: Uuid, code: &str, until: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&RENEW, args![id, code, until]).await? > 0)
}

/// Closes it; false where it was closed.
pub(crate) async fn close(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&CLOSE, args![id, at]).await? > 0)
}

pub(crate) async fn seen(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SEEN, args![id, at]).await.map(|_| ())
}
