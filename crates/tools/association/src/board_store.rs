//! The SQL of the board.

use chrono::NaiveDate;
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::Post;

macro_rules! seat {
    () => {
        "SELECT s.id, s.space_id, s.person_id, p.name, s.post, s.elected_on, s.until_on, s.left_on FROM association_seat s JOIN person p ON p.id = s.person_id "
    };
}

statements! {
    OF_SPACE = concat!(seat!(), "WHERE s.space_id = $1 ORDER BY s.elected_on DESC, s.id DESC LIMIT 300");
    ONE = concat!(seat!(), "WHERE s.id = $1 AND s.space_id = $2");
    HELD_BY = concat!(seat!(), "WHERE s.person_id = $1 AND s.space_id = $2 AND s.left_on IS NULL ORDER BY s.id LIMIT 20");
    UP = concat!(seat!(), "WHERE s.space_id = $1 AND s.left_on IS NULL AND s.until_on <= $2 ORDER BY s.until_on, s.id LIMIT 100");
    OVER = concat!(seat!(), "WHERE s.left_on IS NULL AND s.until_on < $1 ORDER BY s.until_on, s.id LIMIT 20");
    INSERT = "INSERT INTO association_seat (id, space_id, person_id, post, elected_on, until_on, meeting_id) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    LEAVE = "UPDATE association_seat SET left_on = $2 WHERE id = $1 AND left_on IS NULL";
    NAMED = "SELECT p.id, p.name FROM person p WHERE p.left_at IS NULL AND p.id IN (SELECT r.person_id FROM space_role r WHERE r.space_id = $1
        UNION SELECT m.person_id FROM association_member m WHERE m.space_id = $1 AND m.number IS NOT NULL AND m.left_on IS NULL) ORDER BY p.name, p.id LIMIT 2500";
}

/// A seat, held or left.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Seat {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    #[sqlx(try_from = "String")]
    pub(crate) post: Post,
    pub(crate) elected_on: NaiveDate,
    pub(crate) until_on: NaiveDate,
    pub(crate) left_on: Option<NaiveDate>,
}

/// Every seat, the latest first.
pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Seat>> {
    sql.all(&OF_SPACE, args![space]).await
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Seat> {
    sql.one(&ONE, args![id, space]).await
}

/// What somebody holds now.
pub(crate) async fn held_by(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<Seat>> {
    sql.all(&HELD_BY, args![person, space]).await
}

/// Seats whose term ends on this day or before.
pub(crate) async fn up(sql: &mut Sql, space: Uuid, by: NaiveDate) -> Result<Vec<Seat>> {
    sql.all(&UP, args![space, by]).await
}

/// Seats everywhere whose term is over.
pub(crate) async fn over(sql: &mut Sql, today: NaiveDate) -> Result<Vec<Seat>> {
    sql.all(&OVER, args![today]).await
}

/// A new seat.
pub(crate) struct New {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Uuid,
    pub(crate) post: Post,
    pub(crate) elected_on: NaiveDate,
    pub(crate) until_on: NaiveDate,
    pub(crate) meeting: Option<Uuid>,
}

pub(crate) async fn insert(sql: &mut Sql, n: &New) -> Result<()> {
    sql.run(&INSERT, args![n.id, n.space, n.person, n.post.key(), n.elected_on, n.until_on, n.meeting]).await.map(|_| ())
}

/// Somebody leaves a seat; false where they had.
pub(crate) async fn leave(sql: &mut Sql, id: Uuid, on: NaiveDate) -> Result<bool> {
    Ok(sql.run(&LEAVE, args![id, on]).await? > 0)
}

/// Who can be chosen: members, and those with a part in the space.
pub(crate) async fn named(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&NAMED, args![space]).await
}
