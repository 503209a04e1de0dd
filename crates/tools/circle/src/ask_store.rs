//! SQL of who was asked, for what, and what they said.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use samskab_platform::db::{Sql, Value};
use samskab_platform::person;
use samskab_platform::tool::list_of;
use samskab_platform::{Result, args, person_matches, statements};
use uuid::Uuid;

macro_rules! asks {
    ($which:literal) => {
        concat!(
            "SELECT a.id, a.space_id, a.person_id, a.wave, a.way, a.asked_at, a.answer, p.name, p.phone FROM circle_ask a JOIN person p ON p.id = a.person_id WHERE ",
            $which
        )
    };
}

statements! {
    INSERT = "INSERT INTO circle_ask (id, space_id, person_id, wave, way, asked_at, answer) VALUES ($1, $2, $3, $4, $5, $6, '') ON CONFLICT (space_id, person_id) DO NOTHING";
    // Whoever helps goes on doing so; an earlier no does not stand.
    AGAIN = "UPDATE circle_ask SET wave = $2, way = $3, asked_at = $4, answered_at = CASE WHEN answer = 'yes' THEN answered_at END,
        answer = CASE WHEN answer = 'yes' THEN answer ELSE '' END WHERE id = $1";
    INSERT_NEED = "INSERT INTO circle_asked_need (ask_id, need_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    NEEDS = "SELECT need_id FROM circle_asked_need WHERE ask_id = $1";
    NEEDS_OF_SPACE = "SELECT n.ask_id, n.need_id FROM circle_asked_need n JOIN circle_ask a ON a.id = n.ask_id WHERE a.space_id = $1";
    OF_SPACE = asks!("a.space_id = $1 ORDER BY a.wave, p.name, a.id");
    ONE = asks!("a.id = $1");
    OF_PERSON = asks!("a.person_id = $1 ORDER BY a.asked_at DESC");
    IN_SPACE = asks!("a.space_id = $1 AND a.person_id = $2");
    ANSWER = "UPDATE circle_ask SET answer = $2, answered_at = $3 WHERE id = $1";
    FORGET = "DELETE FROM circle_ask WHERE space_id = $1";
    ASKED = "SELECT person_id, COUNT(*) FROM circle_ask WHERE asked_at >= $1 GROUP BY person_id";
    NAMES = "SELECT p.id, p.name, a.name AS area, p.email, p.phone, p.contact FROM person p LEFT JOIN area a ON a.id = p.area_id
        WHERE p.left_at IS NULL AND p.merged_into IS NULL AND p.id IN (SELECT unhex(e.value) FROM json_each($1) e)",
        postgres "SELECT p.id, p.name, a.name AS area, p.email, p.phone, p.contact FROM person p LEFT JOIN area a ON a.id = p.area_id
        WHERE p.left_at IS NULL AND p.merged_into IS NULL AND p.id = ANY (ARRAY(SELECT e::uuid FROM json_array_elements_text($1::json) e))";
    ORGANISATIONS = "SELECT id, name FROM organisation WHERE id IN (SELECT unhex(e.value) FROM json_each($1) e)",
        postgres "SELECT id, name FROM organisation WHERE id = ANY (ARRAY(SELECT e::uuid FROM json_array_elements_text($1::json) e))";
    SEARCH = concat!("SELECT p.id, p.name, a.name AS area, p.email, p.phone, p.contact FROM person p LEFT JOIN area a ON a.id = p.area_id WHERE ", person_matches!(), "ORDER BY p.name, p.id LIMIT $7");
    SEARCH_OFFERED = concat!("SELECT p.id, p.name, a.name AS area, p.email, p.phone, p.contact FROM person p LEFT JOIN area a ON a.id = p.area_id WHERE ", person_matches!(),
        "AND (EXISTS (SELECT 1 FROM network_offer o WHERE o.person_id = p.id) OR EXISTS (SELECT 1 FROM circle_ask k WHERE k.space_id = $7 AND k.person_id = p.id)) ORDER BY p.name, p.id LIMIT $8");
    INSERT_PERSON = "INSERT INTO person (id, name, phone, language, contact, entered_by, created_at) VALUES ($1, $2, $3, 'da', 'phone', $4, $5)";
}

/// Somebody who was asked.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Ask {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) wave: i64,
    pub(crate) way: String,
    pub(crate) asked_at: DateTime<Utc>,
    /// `yes`, `no`, or empty.
    pub(crate) answer: String,
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
}

/// Somebody by name, and how they are reached.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Known {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) area: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) contact: String,
}

/// Notes that somebody is asked; false where they were.
pub(crate) async fn insert(sql: &mut Sql, id: Uuid, space: Uuid, person: Uuid, wave: i64, way: &str, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&INSERT, args![id, space, person, wave, way, at]).await? > 0)
}

/// Asks somebody again.
pub(crate) async fn again(sql: &mut Sql, id: Uuid, wave: i64, way: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&AGAIN, args![id, wave, way, at]).await.map(|_| ())
}

pub(crate) async fn insert_need(sql: &mut Sql, ask: Uuid, need: Uuid) -> Result<()> {
    sql.run(&INSERT_NEED, args![ask, need]).await.map(|_| ())
}

/// What somebody was asked for.
pub(crate) async fn needs(sql: &mut Sql, ask: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&NEEDS, args![ask]).await?.into_iter().map(|n| n.0).collect())
}

/// What everybody of a circle was asked for: ask and need.
pub(crate) async fn needs_of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&NEEDS_OF_SPACE, args![space]).await
}

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Ask>> {
    sql.all(&OF_SPACE, args![space]).await
}

pub(crate) async fn one(sql: &mut Sql, id: Uuid) -> Result<Ask> {
    sql.one(&ONE, args![id]).await
}

/// Everywhere somebody was asked, the latest first.
pub(crate) async fn of_person(sql: &mut Sql, person: Uuid) -> Result<Vec<Ask>> {
    sql.all(&OF_PERSON, args![person]).await
}

/// Whether and how somebody was asked in a circle.
pub(crate) async fn in_space(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Option<Ask>> {
    sql.maybe(&IN_SPACE, args![space, person]).await
}

pub(crate) async fn answer(sql: &mut Sql, id: Uuid, answer: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&ANSWER, args![id, answer, at]).await.map(|_| ())
}

/// Forgets who was asked in a circle.
pub(crate) async fn forget(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.run(&FORGET, args![space]).await.map(|_| ())
}

/// How often people were asked since a moment, in any circle.
pub(crate) async fn asked(sql: &mut Sql, since: DateTime<Utc>) -> Result<BTreeMap<Uuid, i64>> {
    Ok(sql.all::<(Uuid, i64)>(&ASKED, args![since]).await?.into_iter().collect())
}

/// These people, those who have left not among them.
pub(crate) async fn names(sql: &mut Sql, ids: impl IntoIterator<Item = Uuid>) -> Result<BTreeMap<Uuid, Known>> {
    Ok(sql.all::<Known>(&NAMES, args![list_of(ids)]).await?.into_iter().map(|k| (k.id, k)).collect())
}

pub(crate) async fn organisations(sql: &mut Sql, ids: impl IntoIterator<Item = Uuid>) -> Result<BTreeMap<Uuid, String>> {
    Ok(sql.all::<(Uuid, String)>(&ORGANISATIONS, args![list_of(ids)]).await?.into_iter().collect())
}

/// People by words of their names, address or number; none for an empty query.
pub(crate) async fn search(sql: &mut Sql, query: &str) -> Result<Vec<Known>> {
    let Some(mut values): Option<Vec<Value>> = person::word_ranges(query) else { return Ok(vec![]) };
    values.extend(args![20i64]);
    sql.all(&SEARCH, values).await
}

/// The same for those a circle is around: people who could be asked or were, and by their names alone. The register is not theirs to
/// search, nor whose a number is.
pub(crate) async fn search_offered(sql: &mut Sql, space: Uuid, query: &str) -> Result<Vec<Known>> {
    let Some(mut values): Option<Vec<Value>> = person::word_ranges(query) else { return Ok(vec![]) };
    values.extend(args![space, 100i64]);
    let mut found: Vec<Known> = sql.all(&SEARCH_OFFERED, values).await?;
    let sought = query.to_lowercase();
    let named = |name: &str| {
        let name = name.to_lowercase();
        sought.split_whitespace().all(|word| name.split_whitespace().any(|part| part.starts_with(word)))
    };
    found.retain(|k| named(&k.name));
    found.truncate(20);
    Ok(found)
}

/// Somebody who is not here yet and is reached by telephone.
pub(crate) async fn insert_person(sql: &mut Sql, id: Uuid, name: &str, phone: &str, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_PERSON, args![id, name, phone, by, at]).await?;
    person::index(sql, id, name, None, Some(phone)).await
}
