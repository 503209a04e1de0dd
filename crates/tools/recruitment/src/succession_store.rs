//! The SQL of alternates, offers and terms.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

macro_rules! alternate {
    () => {
        "SELECT a.id, a.profile_id, a.space_id, a.person_id, p.name, f.title, a.place, a.offered_at, a.answer_by, a.answer FROM seat_alternate a
         JOIN person p ON p.id = a.person_id JOIN seat_profile f ON f.id = a.profile_id "
    };
}

statements! {
    OF_SPACE = concat!(alternate!(), "WHERE a.space_id = $1 ORDER BY f.place, f.id, a.place, a.id LIMIT 300");
    ONE = concat!(alternate!(), "WHERE a.id = $1");
    BY_TOKEN = concat!(alternate!(), "WHERE a.token_hash = $1");
    NEXT = concat!(alternate!(), "WHERE a.profile_id = $1 AND a.offered_at IS NULL AND a.answer IS NULL ORDER BY a.place, a.id LIMIT 1");
    OF_PERSON = "SELECT a.id, s.slug, s.title, f.title, a.answer_by, a.offered_at FROM seat_alternate a JOIN space s ON s.id = a.space_id JOIN seat_profile f ON f.id = a.profile_id
        WHERE a.person_id = $1 AND a.answer IS NULL ORDER BY a.made_at, a.id LIMIT 20";
    INSERT = "INSERT INTO seat_alternate (id, profile_id, space_id, person_id, place, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
    OFFER = "UPDATE seat_alternate SET token_hash = $2, offered_at = $3, answer_by = $4 WHERE id = $1 AND offered_at IS NULL AND answer IS NULL";
    // The condition is in the statement: of two answers at the same moment only one counts.
    ANSWER = "UPDATE seat_alternate SET answer = $2, answered_at = $3 WHERE id = $1 AND answer IS NULL";
    GIVE_UP = "UPDATE seat_alternate SET answer = 'declined', answered_at = $3 WHERE space_id = $1 AND person_id = $2 AND answer IS NULL";
    // A seat that somebody has left, other than by the end of the term, and that nobody has taken over or is asked to.
    DUE = "SELECT f.id, f.space_id FROM seat_profile f WHERE f.removed_at IS NULL AND (f.until_on IS NULL OR f.until_on >= $1)
        AND f.id IN (SELECT a.profile_id FROM seat_alternate a WHERE a.offered_at IS NULL AND a.answer IS NULL)
        AND f.seats > (SELECT COUNT(*) FROM seat_holding h WHERE h.profile_id = f.id AND h.left_on IS NULL)
          + (SELECT COUNT(*) FROM seat_alternate w WHERE w.profile_id = f.id AND w.offered_at IS NOT NULL AND w.answer IS NULL)
        AND (SELECT COUNT(*) FROM seat_holding g WHERE g.profile_id = f.id AND g.reason <> 'term')
          > (SELECT COUNT(*) FROM seat_alternate o WHERE o.profile_id = f.id AND o.offered_at IS NOT NULL AND (o.answer IS NULL OR o.answer = 'accepted'))
        ORDER BY f.id LIMIT 20";
    EXPIRED = concat!(alternate!(), "WHERE a.offered_at IS NOT NULL AND a.answer IS NULL AND a.answer_by < $1 ORDER BY a.answer_by, a.id LIMIT 20");
    LEFT = "SELECT h.id, h.space_id FROM seat_holding h JOIN seat_profile f ON f.id = h.profile_id WHERE h.left_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = h.space_id AND r.person_id = h.person_id AND r.role = f.role) ORDER BY h.id LIMIT 20";
    ENDED = "SELECT h.id, h.space_id FROM seat_holding h WHERE h.left_on IS NULL AND h.until_on < $1 ORDER BY h.until_on, h.id LIMIT 20";
    ENDING = "SELECT h.id, h.space_id FROM seat_holding h WHERE h.left_on IS NULL AND h.until_on >= $1 AND h.until_on <= $2 AND h.warned_at IS NULL ORDER BY h.until_on, h.id LIMIT 20";
    WARNED = "UPDATE seat_holding SET warned_at = $2 WHERE id = $1 AND warned_at IS NULL";
}

/// Somebody who is next when a seat becomes free.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Alternate {
    pub(crate) id: Uuid,
    pub(crate) profile_id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    /// The profile's.
    pub(crate) title: String,
    pub(crate) place: i64,
    pub(crate) offered_at: Option<DateTime<Utc>>,
    pub(crate) answer_by: Option<NaiveDate>,
    pub(crate) answer: Option<String>,
}

/// A seat as somebody's own page shows it: the alternate's id, the space's name in addresses and title, the profile's title,
/// the last day to answer, when it was offered.
pub(crate) type Mine = (Uuid, String, String, String, Option<NaiveDate>, Option<DateTime<Utc>>);

/// A holding or a profile by its id, and the space it is in.
pub(crate) type Due = (Uuid, Uuid);

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Alternate>> {
    sql.all(&OF_SPACE, args![space]).await
}

pub(crate) async fn maybe(sql: &mut Sql, id: Uuid) -> Result<Option<Alternate>> {
    sql.maybe(&ONE, args![id]).await
}

pub(crate) async fn by_token(sql: &mut Sql, token_hash: Vec<u8>) -> Result<Option<Alternate>> {
    sql.maybe(&BY_TOKEN, args![token_hash]).await
}

/// Whose turn it is.
pub(crate) async fn next(sql: &mut Sql, profile: Uuid) -> Result<Option<Alternate>> {
    sql.maybe(&NEXT, args![profile]).await
}

pub(crate) async fn of_person(sql: &mut Sql, person: Uuid) -> Result<Vec<Mine>> {
    sql.all(&OF_PERSON, args![person]).await
}

/// A new alternate.
pub(crate) struct NewAlternate {
    pub(crate) id: Uuid,
    pub(crate) profile: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Uuid,
    pub(crate) place: i64,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert(sql: &mut Sql, a: &NewAlternate) -> Result<()> {
    sql.run(&INSERT, args![a.id, a.profile, a.space, a.person, a.place, a.at]).await.map(|_| ())
}

/// Notes that a seat is offered; false when it has been.
pub(crate) async fn offer(sql: &mut Sql, id: Uuid, token_hash: Vec<u8>, at: DateTime<Utc>, answer_by: NaiveDate) -> Result<bool> {
    Ok(sql.run(&OFFER, args![id, token_hash, at, answer_by]).await? > 0)
}

/// Notes an answer: `accepted`, `declined` or `expired`; false when there is one.
pub(crate) async fn answer(sql: &mut Sql, id: Uuid, answer: &str, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&ANSWER, args![id, answer, at]).await? > 0)
}

/// Somebody is no alternate any more.
pub(crate) async fn give_up(sql: &mut Sql, space: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&GIVE_UP, args![space, person, at]).await.map(|_| ())
}

/// Seats to be offered: profile and space.
pub(crate) async fn due(sql: &mut Sql, today: NaiveDate) -> Result<Vec<Due>> {
    sql.all(&DUE, args![today]).await
}

/// Offers whose last day is over.
pub(crate) async fn expired(sql: &mut Sql, today: NaiveDate) -> Result<Vec<Alternate>> {
    sql.all(&EXPIRED, args![today]).await
}

/// Seats whose holder has left the team.
pub(crate) async fn left(sql: &mut Sql) -> Result<Vec<Due>> {
    sql.all(&LEFT, args![]).await
}

/// Seats whose term is over.
pub(crate) async fn ended(sql: &mut Sql, today: NaiveDate) -> Result<Vec<Due>> {
    sql.all(&ENDED, args![today]).await
}

/// Seats whose term ends soon, and whose holder has not been told.
pub(crate) async fn ending(sql: &mut Sql, today: NaiveDate, until: NaiveDate) -> Result<Vec<Due>> {
    sql.all(&ENDING, args![today, until]).await
}

/// Notes that a holder was told; false when they were.
pub(crate) async fn warned(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&WARNED, args![id, at]).await? > 0)
}
