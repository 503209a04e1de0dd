//! SQL of the words of ideas. Words go in and out as lists in JSON; bytes in them are hex.

use std::collections::BTreeMap;

use samskab_platform::clock::hex;
use samskab_platform::db::{Sql, Statement};
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::State;

macro_rules! candidates {
    ($among:literal) => {
        concat!(
            "SELECT i.id, r.id AS root_id, r.title, r.text, r.state, r.started_at, r.done_at, (SELECT COUNT(*) FROM idea_term t WHERE t.idea_id = i.id) AS length ",
            $among
        )
    };
}

statements! {
    FORGET = "DELETE FROM idea_term WHERE idea_id = $1";
    INSERT = "INSERT INTO idea_term (space_id, idea_id, term, reversed, weight) SELECT $1, $2, unhex(json_extract(e.value, '$[0]')), unhex(json_extract(e.value, '$[1]')), json_extract(e.value, '$[2]') FROM json_each($3) e",
        postgres "INSERT INTO idea_term (space_id, idea_id, term, reversed, weight) SELECT $1, $2, decode(e ->> 0, 'hex'), decode(e ->> 1, 'hex'), (e ->> 2)::bigint FROM json_array_elements($3::json) e";
    IDEAS = "SELECT COUNT(*) FROM idea WHERE space_id = $1";
    // Counting stops where it stops to matter: a word in more ideas than that is left out of the question.
    COUNTS = "SELECT unhex(e.value), (SELECT COUNT(*) FROM (SELECT 1 FROM idea_term t WHERE t.space_id = $1 AND t.term = unhex(e.value) LIMIT 5000) x) FROM json_each($2) e",
        postgres "SELECT decode(e, 'hex'), (SELECT COUNT(*) FROM (SELECT 1 FROM idea_term t WHERE t.space_id = $1 AND t.term = decode(e, 'hex') LIMIT 5000) x) FROM json_array_elements_text($2::json) e";
    STARTING = "SELECT DISTINCT term FROM idea_term WHERE space_id = $1 AND term >= $2 AND term < $3 LIMIT $4";
    ENDING = "SELECT DISTINCT term FROM idea_term WHERE space_id = $1 AND reversed >= $2 AND reversed < $3 LIMIT $4";
    POSTINGS = "SELECT t.idea_id, t.term, t.weight FROM json_each($2) e CROSS JOIN idea_term t WHERE t.space_id = $1 AND t.term = unhex(e.value) LIMIT 8000",
        postgres "SELECT t.idea_id, t.term, t.weight FROM json_array_elements_text($2::json) e JOIN idea_term t ON t.space_id = $1 AND t.term = decode(e, 'hex') LIMIT 8000";
    CANDIDATES = candidates!("FROM json_each($1) e CROSS JOIN idea i JOIN idea r ON r.id = i.root_id WHERE i.id = unhex(e.value)"),
        postgres candidates!("FROM json_array_elements_text($1::json) e JOIN idea i ON i.id = e::uuid JOIN idea r ON r.id = i.root_id");
}

/// An idea whose words are like what was asked, and the idea it is part of.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Candidate {
    pub(crate) id: Uuid,
    pub(crate) root_id: Uuid,
    pub(crate) title: String,
    pub(crate) text: String,
    #[sqlx(try_from = "String")]
    pub(crate) state: State,
    pub(crate) started_at: Option<chrono::DateTime<chrono::Utc>>,
    pub(crate) done_at: Option<chrono::DateTime<chrono::Utc>>,
    pub(crate) length: i64,
}

fn bytes(text: &str) -> String {
    hex(text.as_bytes())
}

fn list<'a>(terms: impl IntoIterator<Item = &'a String>) -> Result<String> {
    Ok(serde_json::to_string(&terms.into_iter().map(|t| bytes(t)).collect::<Vec<_>>())?)
}

fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

/// Puts an idea's words in the place of those it had.
pub(crate) async fn set(sql: &mut Sql, space: Uuid, idea: Uuid, terms: &BTreeMap<String, i64>) -> Result<()> {
    sql.run(&FORGET, args![idea]).await?;
    let rows: Vec<(String, String, i64)> = terms.iter().map(|(t, weight)| (bytes(t), bytes(&backwards(t)), *weight)).collect();
    sql.run(&INSERT, args![space, idea, serde_json::to_string(&rows)?]).await.map(|_| ())
}

/// How many ideas a space has.
pub(crate) async fn ideas(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&IDEAS, args![space]).await
}

/// How many ideas hold each of these terms; those that nobody has used are left out.
pub(crate) async fn counts<'a>(sql: &mut Sql, space: Uuid, terms: impl IntoIterator<Item = &'a String>) -> Result<BTreeMap<String, i64>> {
    let rows: Vec<(Vec<u8>, i64)> = sql.all(&COUNTS, args![space, list(terms)?]).await?;
    Ok(rows.into_iter().filter(|r| r.1 > 0).filter_map(|(term, n)| Some((String::from_utf8(term).ok()?, n))).collect())
}

async fn between(sql: &mut Sql, statement: &'static Statement, space: Uuid, start: &str, most: i64) -> Result<Vec<String>> {
    // The next text after all that begin like this: no letter has the byte 0xFF.
    let end = [start.as_bytes(), &[0xff]].concat();
    let rows: Vec<(Vec<u8>,)> = sql.all(statement, args![space, start.as_bytes(), end, most]).await?;
    Ok(rows.into_iter().filter_map(|(term,)| String::from_utf8(term).ok()).collect())
}

/// Terms that begin with some letters.
pub(crate) async fn starting(sql: &mut Sql, space: Uuid, start: &str, most: i64) -> Result<Vec<String>> {
    between(sql, &STARTING, space, start, most).await
}

/// Terms that end with some letters.
pub(crate) async fn ending(sql: &mut Sql, space: Uuid, end: &str, most: i64) -> Result<Vec<String>> {
    between(sql, &ENDING, space, &backwards(end), most).await
}

/// The ideas that hold any of these terms: idea, term, what it is worth there.
pub(crate) async fn postings<'a>(sql: &mut Sql, space: Uuid, terms: impl IntoIterator<Item = &'a String>) -> Result<Vec<(Uuid, String, i64)>> {
    let rows: Vec<(Uuid, Vec<u8>, i64)> = sql.all(&POSTINGS, args![space, list(terms)?]).await?;
    Ok(rows.into_iter().filter_map(|(idea, term, weight)| Some((idea, String::from_utf8(term).ok()?, weight))).collect())
}

/// These ideas with what each is part of.
pub(crate) async fn candidates(sql: &mut Sql, ideas: &[Uuid]) -> Result<Vec<Candidate>> {
    sql.all(&CANDIDATES, args![crate::store::ids(ideas)?]).await
}
