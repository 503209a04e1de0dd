//! The plan's SQL.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, person, person_matches, statements};
use uuid::Uuid;

use crate::model::{Level, Sight, State};

statements! {
    INSERT = "INSERT INTO plan (space_id, owner_id, dream, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5)";
    PLAN = "SELECT p.space_id, p.owner_id, o.name AS owner, p.dream, p.changed_at, c.name AS changed_by FROM plan p
        JOIN person o ON o.id = p.owner_id LEFT JOIN person c ON c.id = p.changed_by WHERE p.space_id = $1";
    SET_DREAM = "UPDATE plan SET dream = $2, changed_at = $3, changed_by = $4 WHERE space_id = $1";
    // Not where their role is held back: then somebody else may come in as them.
    OF_OWNER = "SELECT s.id, s.slug FROM plan p JOIN space s ON s.id = p.space_id
        WHERE p.owner_id = $1 AND EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = s.id AND r.person_id = $1) ORDER BY s.created_at, s.id";
    OF_GUEST = "SELECT s.slug, o.name FROM plan_person g JOIN plan p ON p.space_id = g.space_id JOIN space s ON s.id = g.space_id JOIN person o ON o.id = p.owner_id
        WHERE g.person_id = $1 AND g.came_at IS NOT NULL AND EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = s.id AND r.person_id = $1) ORDER BY g.came_at DESC, g.id LIMIT $2";
    ORPHANS = "SELECT p.space_id FROM person o CROSS JOIN plan p WHERE p.owner_id = o.id AND o.left_at IS NOT NULL LIMIT 20";
    STEPS = "SELECT s.id, s.what, s.by_on, s.state, s.changed_at, c.name AS changed_by FROM plan_step s LEFT JOIN person c ON c.id = s.changed_by
        WHERE s.space_id = $1 ORDER BY s.position, s.id";
    INSERT_STEP = "INSERT INTO plan_step (id, space_id, position, what, by_on, state, changed_at, changed_by)
        VALUES ($1, $2, (SELECT COALESCE(MAX(position), 0) + 1 FROM plan_step WHERE space_id = $2), $3, $4, $5, $6, $7)";
    SET_STEP = "UPDATE plan_step SET what = $3, by_on = $4, changed_at = $5, changed_by = $6 WHERE space_id = $1 AND id = $2";
    SET_STATE = "UPDATE plan_step SET state = $3, changed_at = $4, changed_by = $5 WHERE space_id = $1 AND id = $2";
    SET_POSITION = "UPDATE plan_step SET position = $3 WHERE space_id = $1 AND id = $2";
    DELETE_STEP = "DELETE FROM plan_step WHERE space_id = $1 AND id = $2";
    FORGET_SIGHTS_OF = "DELETE FROM plan_sight WHERE part = $1";
    FORGET_NOTES_OF = "DELETE FROM plan_note WHERE space_id = $1 AND part = $2";
    HELPERS = "SELECT h.id, h.step_id, h.called, h.kind, h.guest_id FROM plan_helper h JOIN plan_step s ON s.id = h.step_id WHERE s.space_id = $1 ORDER BY h.id";
    INSERT_HELPER = "INSERT INTO plan_helper (id, step_id, called, kind, guest_id) VALUES ($1, $2, $3, $4, $5)";
    DELETE_HELPER = "DELETE FROM plan_helper WHERE step_id = $1 AND id = $2";
    NOTES = "SELECT n.id, n.part, n.words, a.name AS author, n.author_id, n.written_at FROM plan_note n JOIN person a ON a.id = n.author_id
        WHERE n.space_id = $1 ORDER BY n.written_at DESC, n.id DESC";
    INSERT_NOTE = "INSERT INTO plan_note (id, space_id, part, words, author_id, written_at) VALUES ($1, $2, $3, $4, $5, $6)";
    DELETE_NOTE = "DELETE FROM plan_note WHERE space_id = $1 AND id = $2";
    PEOPLE = "SELECT g.id, g.space_id, g.person_id, p.name, g.called, g.address, g.helper, g.manages, g.whole, g.let_in_at, g.came_at FROM plan_person g
        LEFT JOIN person p ON p.id = g.person_id WHERE g.space_id = $1 ORDER BY g.let_in_at, g.id";
    BY_TOKEN = "SELECT g.id, g.space_id, g.person_id, p.name, g.called, g.address, g.helper, g.manages, g.whole, g.let_in_at, g.came_at FROM plan_person g
        LEFT JOIN person p ON p.id = g.person_id WHERE g.token_hash = $1";
    SIGHTS = "SELECT x.guest_id, x.part, x.level FROM plan_sight x JOIN plan_person g ON g.id = x.guest_id WHERE g.space_id = $1";
    INSERT_PERSON = "INSERT INTO plan_person (id, space_id, person_id, called, address, token_hash, helper, manages, whole, let_in_at, came_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SET_RIGHTS = "UPDATE plan_person SET called = $3, manages = $4, whole = $5, helper = $6 WHERE space_id = $1 AND id = $2";
    // The link one came by is used up: what one was told leads to the plan from now on.
    LEAD_ON = "UPDATE notice SET link = $3 WHERE person_id = $1 AND space_id = $2 AND word = 'mail-plan-let-in'";
    CAME = "UPDATE plan_person SET person_id = $2, came_at = $3, token_hash = NULL, address = NULL WHERE id = $1 AND came_at IS NULL";
    NEW_LINK = "UPDATE plan_person SET token_hash = $3, let_in_at = $4 WHERE space_id = $1 AND id = $2 AND came_at IS NULL";
    DELETE_PERSON = "DELETE FROM plan_person WHERE space_id = $1 AND id = $2";
    FORGET_SIGHTS = "DELETE FROM plan_sight WHERE guest_id = $1";
    INSERT_SIGHT = "INSERT INTO plan_sight (guest_id, part, level) VALUES ($1, $2, $3)";
    READ = "INSERT INTO plan_reading (id, space_id, part, person_id, at) VALUES ($1, $2, $3, $4, $5)";
    READINGS = "SELECT r.person_id, p.name, r.part, r.at FROM plan_reading r JOIN person p ON p.id = r.person_id
        WHERE r.space_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT $2";
    SEARCH = concat!("SELECT p.id, p.name, a.name AS area FROM person p LEFT JOIN area a ON a.id = p.area_id WHERE ", person_matches!(), "ORDER BY p.name, p.id LIMIT $7");
    HELPS = "SELECT p.id, p.name, a.name AS area FROM person p LEFT JOIN area a ON a.id = p.area_id
        WHERE p.helper_id = $1 AND p.left_at IS NULL AND p.merged_into IS NULL ORDER BY p.name, p.id LIMIT 20";
    END_READINGS = "DELETE FROM plan_reading WHERE space_id = $1";
    END_NOTES = "DELETE FROM plan_note WHERE space_id = $1";
    END_STEPS = "DELETE FROM plan_step WHERE space_id = $1";
    END_PEOPLE = "DELETE FROM plan_person WHERE space_id = $1";
    END_PLAN = "DELETE FROM plan WHERE space_id = $1";
    END_SIGHTS = "DELETE FROM plan_sight WHERE guest_id IN (SELECT id FROM plan_person WHERE space_id = $1)";
    END_HELPERS = "DELETE FROM plan_helper WHERE step_id IN (SELECT id FROM plan_step WHERE space_id = $1)";
}

/// A plan as it is stored.
#[derive(Clone, sqlx::FromRow)]
pub(crate) struct Plan {
    pub(crate) space_id: Uuid,
    pub(crate) owner_id: Uuid,
    pub(crate) owner: String,
    pub(crate) dream: Vec<u8>,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) changed_by: Option<String>,
}

/// A step as it is stored.
#[derive(Clone, sqlx::FromRow)]
pub(crate) struct Step {
    pub(crate) id: Uuid,
    pub(crate) what: Vec<u8>,
    pub(crate) by_on: Option<NaiveDate>,
    pub(crate) state: String,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) changed_by: Option<String>,
}

/// A helper as stored.
#[derive(Clone, sqlx::FromRow)]
pub(crate) struct Helper {
    pub(crate) id: Uuid,
    pub(crate) step_id: Uuid,
    pub(crate) called: Vec<u8>,
    pub(crate) kind: String,
    pub(crate) guest_id: Option<Uuid>,
}

/// A note as stored.
#[derive(Clone, sqlx::FromRow)]
pub(crate) struct Note {
    pub(crate) id: Uuid,
    pub(crate) part: Uuid,
    pub(crate) words: Vec<u8>,
    pub(crate) author: String,
    pub(crate) author_id: Uuid,
    pub(crate) written_at: DateTime<Utc>,
}

/// Somebody who has been let in, as stored.
#[derive(Clone, sqlx::FromRow)]
pub(crate) struct Guest {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) name: Option<String>,
    pub(crate) called: Vec<u8>,
    pub(crate) address: Option<Vec<u8>>,
    pub(crate) helper: bool,
    pub(crate) manages: bool,
    pub(crate) whole: String,
    pub(crate) let_in_at: DateTime<Utc>,
    pub(crate) came_at: Option<DateTime<Utc>>,
}

/// Somebody to be let in.
pub(crate) struct NewGuest {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Option<Uuid>,
    pub(crate) called: Vec<u8>,
    pub(crate) address: Option<Vec<u8>>,
    pub(crate) token_hash: Option<Vec<u8>>,
    pub(crate) helper: bool,
    pub(crate) manages: bool,
    pub(crate) whole: Level,
    pub(crate) at: DateTime<Utc>,
    pub(crate) came_at: Option<DateTime<Utc>>,
}

/// Somebody found by name: id, name, where they live.
pub(crate) type Found = (Uuid, String, Option<String>);

pub(crate) async fn insert(sql: &mut Sql, space: Uuid, owner: Uuid, dream: Vec<u8>, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT, args![space, owner, dream, at, by]).await.map(|_| ())
}

pub(crate) async fn plan(sql: &mut Sql, space: Uuid) -> Result<Option<Plan>> {
    sql.maybe(&PLAN, args![space]).await
}

pub(crate) async fn set_dream(sql: &mut Sql, space: Uuid, dream: Vec<u8>, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_DREAM, args![space, dream, at, by]).await.map(|_| ())
}

/// The plans that are somebody's own: id of the space, and its name in addresses.
pub(crate) async fn of_owner(sql: &mut Sql, person: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&OF_OWNER, args![person]).await
}

/// The plans somebody has been let into: the name in addresses, and whose it is.
pub(crate) async fn of_guest(sql: &mut Sql, person: Uuid, limit: i64) -> Result<Vec<(String, String)>> {
    sql.all(&OF_GUEST, args![person, limit]).await
}

/// Plans whose owner has left.
pub(crate) async fn orphans(sql: &mut Sql) -> Result<Vec<(Uuid,)>> {
    sql.all(&ORPHANS, args![]).await
}

pub(crate) async fn steps(sql: &mut Sql, space: Uuid) -> Result<Vec<Step>> {
    sql.all(&STEPS, args![space]).await
}

pub(crate) async fn insert_step(sql: &mut Sql, id: Uuid, space: Uuid, what: Vec<u8>, by_on: Option<NaiveDate>, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_STEP, args![id, space, what, by_on, State::Waiting.key(), at, by]).await.map(|_| ())
}

pub(crate) async fn set_step(sql: &mut Sql, space: Uuid, id: Uuid, what: Vec<u8>, by_on: Option<NaiveDate>, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_STEP, args![space, id, what, by_on, at, by]).await.map(|_| ())
}

pub(crate) async fn set_state(sql: &mut Sql, space: Uuid, id: Uuid, state: State, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_STATE, args![space, id, state.key(), at, by]).await.map(|_| ())
}

pub(crate) async fn set_position(sql: &mut Sql, space: Uuid, id: Uuid, position: i64) -> Result<()> {
    sql.run(&SET_POSITION, args![space, id, position]).await.map(|_| ())
}

/// A step goes, with who helps, what was written of it and who saw it.
pub(crate) async fn delete_step(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<()> {
    sql.run(&FORGET_SIGHTS_OF, args![id]).await?;
    sql.run(&FORGET_NOTES_OF, args![space, id]).await?;
    sql.run(&DELETE_STEP, args![space, id]).await.map(|_| ())
}

pub(crate) async fn helpers(sql: &mut Sql, space: Uuid) -> Result<Vec<Helper>> {
    sql.all(&HELPERS, args![space]).await
}

pub(crate) async fn insert_helper(sql: &mut Sql, id: Uuid, step: Uuid, called: Vec<u8>, kind: &str, guest: Option<Uuid>) -> Result<()> {
    sql.run(&INSERT_HELPER, args![id, step, called, kind, guest]).await.map(|_| ())
}

pub(crate) async fn delete_helper(sql: &mut Sql, step: Uuid, id: Uuid) -> Result<()> {
    sql.run(&DELETE_HELPER, args![step, id]).await.map(|_| ())
}

pub(crate) async fn notes(sql: &mut Sql, space: Uuid) -> Result<Vec<Note>> {
    sql.all(&NOTES, args![space]).await
}

pub(crate) async fn insert_note(sql: &mut Sql, id: Uuid, space: Uuid, part: Uuid, words: Vec<u8>, author: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_NOTE, args![id, space, part, words, author, at]).await.map(|_| ())
}

pub(crate) async fn delete_note(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<()> {
    sql.run(&DELETE_NOTE, args![space, id]).await.map(|_| ())
}

pub(crate) async fn people(sql: &mut Sql, space: Uuid) -> Result<Vec<Guest>> {
    sql.all(&PEOPLE, args![space]).await
}

pub(crate) async fn by_token(sql: &mut Sql, hash: Vec<u8>) -> Result<Option<Guest>> {
    sql.maybe(&BY_TOKEN, args![hash]).await
}

/// How far each of these people sees the plan, in their order.
pub(crate) async fn sights(sql: &mut Sql, space: Uuid, people: &[Guest]) -> Result<Vec<Sight>> {
    let rows: Vec<(Uuid, Uuid, String)> = sql.all(&SIGHTS, args![space]).await?;
    let of = |guest: &Guest| Sight {
        whole: Level::of(&guest.whole).unwrap_or_default(),
        parts: rows.iter().filter(|r| r.0 == guest.id).map(|r| (r.1, Level::of(&r.2).unwrap_or_default())).collect(),
    };
    Ok(people.iter().map(of).collect())
}

pub(crate) async fn insert_guest(sql: &mut Sql, new: NewGuest) -> Result<()> {
    let values = args![new.id, new.space, new.person, new.called, new.address, new.token_hash, new.helper, new.manages, new.whole.key(), new.at, new.came_at];
    sql.run(&INSERT_PERSON, values).await.map(|_| ())
}

pub(crate) async fn set_rights(sql: &mut Sql, guest: &Guest, called: Vec<u8>, helper: bool, manages: bool, whole: Level) -> Result<()> {
    sql.run(&SET_RIGHTS, args![guest.space_id, guest.id, called, manages, whole.key(), helper]).await.map(|_| ())
}

/// Somebody who was asked has come; false where they had already.
pub(crate) async fn came(sql: &mut Sql, guest: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&CAME, args![guest, person, at]).await? > 0)
}

/// Another link for somebody who was asked; false where they have come.
pub(crate) async fn renew_link(sql: &mut Sql, guest: &Guest, hash: Vec<u8>, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&NEW_LINK, args![guest.space_id, guest.id, hash, at]).await? > 0)
}

pub(crate) async fn delete_guest(sql: &mut Sql, space: Uuid, guest: Uuid) -> Result<bool> {
    Ok(sql.run(&DELETE_PERSON, args![space, guest]).await? > 0)
}

/// Sets which single parts somebody sees.
pub(crate) async fn set_sight(sql: &mut Sql, guest: Uuid, parts: &[(Uuid, Level)]) -> Result<()> {
    sql.run(&FORGET_SIGHTS, args![guest]).await?;
    for (part, level) in parts.iter().filter(|p| p.1 > Level::None) {
        sql.run(&INSERT_SIGHT, args![guest, *part, level.key()]).await?;
    }
    Ok(())
}

pub(crate) async fn read(sql: &mut Sql, id: Uuid, space: Uuid, part: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&READ, args![id, space, part, person, at]).await.map(|_| ())
}

/// The latest looks: who, their name, which part, when.
pub(crate) async fn readings(sql: &mut Sql, space: Uuid, limit: i64) -> Result<Vec<(Uuid, String, Uuid, DateTime<Utc>)>> {
    sql.all(&READINGS, args![space, limit]).await
}

/// People by words of their names, address or number; none for an empty query.
pub(crate) async fn search(sql: &mut Sql, query: &str) -> Result<Vec<Found>> {
    let Some(mut values) = person::word_ranges(query) else { return Ok(vec![]) };
    values.extend(args![20i64]);
    sql.all(&SEARCH, values).await
}

/// Those who have named somebody as their helper.
pub(crate) async fn helped_by(sql: &mut Sql, helper: Uuid) -> Result<Vec<Found>> {
    sql.all(&HELPS, args![helper]).await
}

/// Takes every row of a plan away. Its key is destroyed beside this; so not even how much there was is left.
pub(crate) async fn delete(sql: &mut Sql, space: Uuid) -> Result<()> {
    for statement in [&END_READINGS, &END_NOTES, &END_HELPERS, &END_SIGHTS, &END_STEPS, &END_PEOPLE, &END_PLAN] {
        sql.run(statement, args![space]).await?;
    }
    Ok(())
}

/// Lets what somebody was told of a plan lead to it, now that they have come.
pub(crate) async fn lead_on(sql: &mut Sql, person: Uuid, space: Uuid, to: &str) -> Result<()> {
    sql.run(&LEAD_ON, args![person, space, to]).await.map(|_| ())
}
