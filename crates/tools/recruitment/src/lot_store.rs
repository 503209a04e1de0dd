//! The SQL of lots.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

macro_rules! draw {
    () => {
        "SELECT d.id, d.call_id, d.profile_id, d.space_name, d.profile_name, d.seats, d.digest, d.closed_at, c.name AS closed_by, d.seed, d.seal, d.drawn_at,
         w.name AS drawn_by, d.called_off_at, d.called_off FROM lot_draw d JOIN person c ON c.id = d.closed_by LEFT JOIN person w ON w.id = d.drawn_by "
    };
}

statements! {
    ONE = concat!(draw!(), "WHERE d.id = $1 AND d.space_id = $2");
    OF_SPACE = concat!(draw!(), "WHERE d.space_id = $1 ORDER BY d.closed_at DESC, d.id DESC LIMIT 50");
    OF_CALL = concat!(draw!(), "WHERE d.call_id = $1 AND d.called_off_at IS NULL ORDER BY d.closed_at, d.id");
    INSERT = "INSERT INTO lot_draw (id, space_id, call_id, profile_id, space_name, profile_name, seats, digest, closed_at, closed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    INSERT_TICKET = "INSERT INTO lot_ticket (draw_id, pseudonym, person_id) VALUES ($1, $2, $3)";
    TICKETS = "SELECT pseudonym FROM lot_ticket WHERE draw_id = $1 ORDER BY pseudonym";
    HELD_BY = "SELECT t.pseudonym, t.person_id FROM lot_ticket t WHERE t.draw_id = $1 AND t.person_id IS NOT NULL";
    MINE = "SELECT pseudonym FROM lot_ticket WHERE draw_id = $1 AND person_id = $2";
    MINE_IN_CALL = "SELECT d.id, d.profile_name, t.pseudonym FROM lot_ticket t JOIN lot_draw d ON d.id = t.draw_id
        WHERE t.person_id = $1 AND d.call_id = $2 AND d.called_off_at IS NULL ORDER BY d.closed_at, d.id";
    // Once: the condition is in the statement.
    DRAW = "UPDATE lot_draw SET seed = $2, seal = $3, drawn_at = $4, drawn_by = $5 WHERE id = $1 AND seed IS NULL AND called_off_at IS NULL";
    CALL_OFF = "UPDATE lot_draw SET called_off_at = $2, called_off = $3 WHERE id = $1 AND seed IS NULL AND called_off_at IS NULL";
}

/// A lot.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Draw {
    pub(crate) id: Uuid,
    pub(crate) call_id: Uuid,
    pub(crate) profile_id: Uuid,
    pub(crate) space_name: String,
    pub(crate) profile_name: String,
    pub(crate) seats: i64,
    pub(crate) digest: String,
    pub(crate) closed_at: DateTime<Utc>,
    pub(crate) closed_by: String,
    pub(crate) seed: Option<String>,
    pub(crate) seal: Option<String>,
    pub(crate) drawn_at: Option<DateTime<Utc>>,
    pub(crate) drawn_by: Option<String>,
    pub(crate) called_off_at: Option<DateTime<Utc>>,
    pub(crate) called_off: Option<String>,
}

/// A list that is closed.
pub(crate) struct NewDraw<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) call: Uuid,
    pub(crate) profile: Uuid,
    pub(crate) space_name: &'a str,
    pub(crate) profile_name: &'a str,
    pub(crate) seats: i64,
    pub(crate) digest: &'a str,
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: Uuid,
    pub(crate) tickets: &'a [(String, Uuid)],
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Draw> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Draw>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// The lots of a call that were not called off.
pub(crate) async fn of_call(sql: &mut Sql, call: Uuid) -> Result<Vec<Draw>> {
    sql.all(&OF_CALL, args![call]).await
}

pub(crate) async fn insert(sql: &mut Sql, d: &NewDraw<'_>) -> Result<()> {
    sql.run(&INSERT, args![d.id, d.space, d.call, d.profile, d.space_name, d.profile_name, d.seats, d.digest, d.at, d.by]).await?;
    for (pseudonym, person) in d.tickets {
        sql.run(&INSERT_TICKET, args![d.id, pseudonym, *person]).await?;
    }
    Ok(())
}

/// The pseudonyms of a lot, sorted by their characters on both databases.
pub(crate) async fn pseudonyms(sql: &mut Sql, draw: Uuid) -> Result<Vec<String>> {
    let mut all: Vec<String> = sql.all::<(String,)>(&TICKETS, args![draw]).await?.into_iter().map(|r| r.0).collect();
    all.sort();
    Ok(all)
}

/// Who is behind the pseudonyms, for as long as it is kept.
pub(crate) async fn held_by(sql: &mut Sql, draw: Uuid) -> Result<Vec<(String, Uuid)>> {
    sql.all(&HELD_BY, args![draw]).await
}

pub(crate) async fn mine(sql: &mut Sql, draw: Uuid, person: Uuid) -> Result<Option<String>> {
    Ok(sql.maybe::<(String,)>(&MINE, args![draw, person]).await?.map(|r| r.0))
}

/// Somebody's own pseudonyms in the lots of a call: the lot's id, the profile, the pseudonym.
pub(crate) async fn mine_in_call(sql: &mut Sql, call: Uuid, person: Uuid) -> Result<Vec<(Uuid, String, String)>> {
    sql.all(&MINE_IN_CALL, args![person, call]).await
}

/// Writes the seed down; false when that has been done, or the lot was called off.
pub(crate) async fn draw(sql: &mut Sql, id: Uuid, seed: &str, seal: &str, at: DateTime<Utc>, by: Uuid) -> Result<bool> {
    Ok(sql.run(&DRAW, args![id, seed, seal, at, by]).await? > 0)
}

/// Calls a lot off; false when it has been drawn.
pub(crate) async fn call_off(sql: &mut Sql, id: Uuid, at: DateTime<Utc>, why: &str) -> Result<bool> {
    Ok(sql.run(&CALL_OFF, args![id, at, why]).await? > 0)
}
