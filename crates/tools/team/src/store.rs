//! The team's SQL.

use chrono::{DateTime, Utc};
use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::Count;

macro_rules! columns {
    () => {
        "SELECT i.id, i.space_id, i.name, i.email, i.role, p.name AS inviter, i.created_at, i.answer FROM invitation i JOIN person p ON p.id = i.invited_by "
    };
}

statements! {
    BY_ID = concat!(columns!(), "WHERE i.id = $1");
    BY_TOKEN = concat!(columns!(), "WHERE i.token_hash = $1");
    BY_SEAT = concat!(columns!(), "WHERE i.space_id = $1 AND i.email = $2 AND i.role = $3");
    OPEN = concat!(columns!(), "WHERE i.space_id = $1 AND i.answered_at IS NULL ORDER BY i.created_at, i.id");
    COUNT = "SELECT COUNT(DISTINCT r.person_id),
        COUNT(DISTINCT CASE WHEN r.role IN ('member', 'chair') AND NOT EXISTS
            (SELECT 1 FROM space_role x WHERE x.space_id = r.space_id AND x.person_id = r.person_id AND x.role = 'politician') THEN r.person_id END),
        COUNT(DISTINCT CASE WHEN r.role = 'politician' THEN r.person_id END),
        COUNT(CASE WHEN r.role <> 'secretary' THEN 1 END),
        (SELECT COUNT(*) FROM invitation WHERE space_id = $1 AND answered_at IS NULL)
        FROM space_role r WHERE r.space_id = $1";
    INSERT = "INSERT INTO invitation (id, space_id, name, email, role, token_hash, invited_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    RENEW = "UPDATE invitation SET name = $2, token_hash = $3, invited_by = $4, created_at = $5, answered_at = NULL, answer = NULL WHERE id = $1";
    RENEW_LINK = "UPDATE invitation SET token_hash = $2, created_at = $3 WHERE id = $1 AND answered_at IS NULL";
    // The condition is in the statement: of two answers at the same moment only one counts.
    ANSWER = "UPDATE invitation SET answer = $3, answered_at = $4 WHERE id = $1 AND space_id = $2 AND answered_at IS NULL";
    OF_PERSON = "SELECT i.id, s.title, s.recipe, i.role, p.name FROM invitation i JOIN person me ON me.email = i.email JOIN space s ON s.id = i.space_id
        JOIN person p ON p.id = i.invited_by WHERE me.id = $1 AND i.answered_at IS NULL ORDER BY i.created_at, i.id";
}

/// An invitation, without the token: only its hash is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Invitation {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
    #[sqlx(try_from = "String")]
    pub(crate) role: Role,
    pub(crate) inviter: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) answer: Option<String>,
}

/// Who is invited to what, and by whom.
pub(crate) struct Invite<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) role: Role,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

/// An open invitation as its own person sees it: id, the space's title and recipe, the role's key, who invites.
pub(crate) type Mine = (Uuid, String, String, String, String);

pub(crate) async fn by_id(sql: &mut Sql, id: Uuid) -> Result<Option<Invitation>> {
    sql.maybe(&BY_ID, args![id]).await
}

pub(crate) async fn by_token(sql: &mut Sql, token_hash: Vec<u8>) -> Result<Option<Invitation>> {
    sql.maybe(&BY_TOKEN, args![token_hash]).await
}

/// The invitation of one address to one role in one space, answered or not.
pub(crate) async fn by_seat(sql: &mut Sql, space: Uuid, email: &str, role: Role) -> Result<Option<Invitation>> {
    sql.maybe(&BY_SEAT, args![space, email, role.key()]).await
}

/// The invitations nobody has answered yet, oldest first.
pub(crate) async fn open(sql: &mut Sql, space: Uuid) -> Result<Vec<Invitation>> {
    sql.all(&OPEN, args![space]).await
}

/// How many the team has, counted by the database as [`crate::model::count`] does, and how many invitations are open.
pub(crate) async fn count(sql: &mut Sql, space: Uuid) -> Result<(Count, i64)> {
    let (all, citizens, politicians, others, open): (i64, i64, i64, i64, i64) = sql.one(&COUNT, args![space]).await?;
    let number = |n: i64| usize::try_from(n).unwrap_or(0);
    Ok((Count { all: number(all), citizens: number(citizens), politicians: number(politicians), alone: others == 0 }, open))
}

pub(crate) async fn insert(sql: &mut Sql, i: Invite<'_>) -> Result<()> {
    sql.run(&INSERT, args![i.id, i.space, i.name, i.email, i.role.key(), i.token_hash, i.by, i.at]).await.map(|_| ())
}

/// Opens an invitation again, with a new token; the old link no longer works.
pub(crate) async fn renew(sql: &mut Sql, i: Invite<'_>) -> Result<()> {
    sql.run(&RENEW, args![i.id, i.name, i.token_hash, i.by, i.at]).await.map(|_| ())
}

/// Gives an open invitation a new token, good from now on; the old link no longer works.
pub(crate) async fn renew_link(sql: &mut Sql, id: Uuid, token_hash: Vec<u8>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&RENEW_LINK, args![id, token_hash, at]).await.map(|_| ())
}

/// Marks an open invitation as answered; false when it is not open (any more).
pub(crate) async fn answer(sql: &mut Sql, space: Uuid, id: Uuid, answer: &str, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&ANSWER, args![id, space, answer, at]).await? > 0)
}

pub(crate) async fn of_person(sql: &mut Sql, person: Uuid) -> Result<Vec<Mine>> {
    sql.all(&OF_PERSON, args![person]).await
}
