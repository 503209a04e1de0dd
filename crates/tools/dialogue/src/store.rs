//! The dialogue's SQL.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Dialogue, Statement, Status};

macro_rules! statement_columns {
    () => {
        "SELECT id, text, state, reason, author_id, created_at FROM statement "
    };
}
macro_rules! dialogue_columns {
    () => {
        "SELECT id, space_id, question, description, language, attribution, status FROM dialogue "
    };
}

// Two persons turned out to be one, and both have voted: the votes of the one that is no more count once only, as the other's.
macro_rules! doubles {
    () => {
        "NOT IN (SELECT o.id FROM voter o JOIN person p ON p.id = o.person_id WHERE o.dialogue_id = $1 AND p.merged_into IS NOT NULL)"
    };
}

/// When statements were written.
macro_rules! said {
    ($among:literal) => {
        concat!("SELECT x.id, x.created_at ", $among)
    };
}

statements! {
    SAID = said!("FROM json_each($1) e CROSS JOIN statement x WHERE x.id = unhex(e.value)"),
        postgres said!("FROM statement x WHERE x.id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    OF_SPACE = concat!(dialogue_columns!(), "WHERE space_id = $1 ORDER BY created_at DESC, id");
    OPEN = concat!(dialogue_columns!(), "WHERE status = 'open' ORDER BY opened_at DESC, id LIMIT 50");
    ONE = concat!(dialogue_columns!(), "WHERE id = $1 AND space_id = $2");
    INSERT = "INSERT INTO dialogue (id, space_id, question, description, language, attribution, status, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
    SET_STATUS = "UPDATE dialogue SET status = $2, changed_at = $3, opened_at = CASE WHEN $2 = 'open' AND opened_at IS NULL THEN $3 ELSE opened_at END,
        closed_at = CASE WHEN $2 = 'closed' THEN $3 ELSE NULL END WHERE id = $1";
    TOUCH = "UPDATE dialogue SET changed_at = $2 WHERE id = $1";
    ACCEPTED = concat!(statement_columns!(), "WHERE dialogue_id = $1 AND state = 'accepted' ORDER BY number");
    EVERY = concat!(statement_columns!(), "WHERE dialogue_id = $1 ORDER BY number");
    WAITING = concat!(statement_columns!(), "WHERE dialogue_id = $1 AND state = 'waiting' ORDER BY number");
    JUDGED = concat!(statement_columns!(), "WHERE dialogue_id = $1 AND seed = FALSE AND state <> 'waiting' ORDER BY number DESC LIMIT 100");
    STATEMENT = concat!(statement_columns!(), "WHERE id = $1 AND dialogue_id = $2");
    INSERT_STATEMENT = "INSERT INTO statement (id, dialogue_id, number, text, author_id, voter_id, seed, state, reason, created_at)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, '', $8 FROM statement WHERE dialogue_id = $2";
    JUDGE = "UPDATE statement SET state = $2, reason = $3, judged_by = $4 WHERE id = $1";
    COUNTS = concat!("SELECT (SELECT COUNT(*) FROM voter WHERE dialogue_id = $1 AND id ", doubles!(), "), (SELECT COUNT(*) FROM vote WHERE dialogue_id = $1 AND voter_id ", doubles!(), "),
        (SELECT COUNT(*) FROM statement WHERE dialogue_id = $1 AND state = 'accepted'), (SELECT COUNT(*) FROM statement WHERE dialogue_id = $1 AND state = 'waiting')");
    BRIEF = concat!("SELECT (SELECT COUNT(*) FROM voter WHERE dialogue_id = $1 AND id ", doubles!(), "), (SELECT COUNT(*) FROM statement WHERE dialogue_id = $1 AND state = 'accepted'),
        (SELECT COUNT(*) FROM statement WHERE dialogue_id = $1 AND state = 'waiting')");
    BALLOT_OF_PERSON = "SELECT d.status, v.id FROM dialogue d LEFT JOIN voter v ON v.dialogue_id = d.id AND v.person_id = $3 WHERE d.id = $1 AND d.space_id = $2";
    BALLOT_OF_TOKEN = "SELECT d.status, v.id FROM dialogue d LEFT JOIN voter v ON v.dialogue_id = d.id AND v.token_hash = $3 WHERE d.id = $1 AND d.space_id = $2";
    VOTER_OF_PERSON = "SELECT id FROM voter WHERE dialogue_id = $1 AND person_id = $2";
    VOTER_OF_TOKEN = "SELECT id FROM voter WHERE dialogue_id = $1 AND token_hash = $2";
    INSERT_VOTER = "INSERT INTO voter (id, dialogue_id, person_id, token_hash, external_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    ADOPT = "UPDATE voter SET person_id = $3 WHERE dialogue_id = $1 AND token_hash = $2 AND person_id IS NULL";
    VOTE = "INSERT INTO vote (dialogue_id, voter_id, statement_id, value, at)
        SELECT $1, $2, id, $4, $5 FROM statement WHERE id = $3 AND dialogue_id = $1 AND state = 'accepted'
        ON CONFLICT (voter_id, statement_id) DO UPDATE SET value = excluded.value, at = excluded.at";
    // Thousands of votes at a time: a list of [voter, statement, value] in JSON, ids in hex.
    IMPORT_VOTES = "INSERT INTO vote (dialogue_id, voter_id, statement_id, value, at)
        SELECT $1, unhex(json_extract(e.value, '$[0]')), unhex(json_extract(e.value, '$[1]')), json_extract(e.value, '$[2]'), $2 FROM json_each($3) e",
        postgres "INSERT INTO vote (dialogue_id, voter_id, statement_id, value, at)
        SELECT $1, (e ->> 0)::uuid, (e ->> 1)::uuid, (e ->> 2)::bigint, $2 FROM json_array_elements($3::json) e";
    UNVOTED = "SELECT s.id, s.text FROM statement s WHERE s.dialogue_id = $1 AND s.state = 'accepted'
        AND NOT EXISTS (SELECT 1 FROM vote v WHERE v.voter_id = $2 AND v.statement_id = s.id) ORDER BY s.number";
    VOTES = concat!("SELECT voter_id, statement_id, value FROM vote WHERE dialogue_id = $1 AND voter_id ", doubles!());
    OUT_OF_DATE = "SELECT d.id, d.space_id FROM dialogue d LEFT JOIN opinion_map m ON m.dialogue_id = d.id
        WHERE d.status <> 'draft' AND (m.dialogue_id IS NULL OR d.changed_at > m.covers_to OR EXISTS (SELECT 1 FROM vote v WHERE v.dialogue_id = d.id AND v.at > m.covers_to)
        OR EXISTS (SELECT 1 FROM voter o JOIN person_merge g ON g.away_id = o.person_id WHERE o.dialogue_id = d.id AND (g.made_at > m.covers_to OR g.undone_at > m.covers_to))) ORDER BY d.created_at, d.id";
    MAP = "SELECT digest, result FROM opinion_map WHERE dialogue_id = $1";
    PRIORITIES = "SELECT priorities FROM opinion_map WHERE dialogue_id = $1";
    SET_MAP = "INSERT INTO opinion_map (dialogue_id, digest, result, priorities, covers_to) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (dialogue_id) DO UPDATE SET digest = excluded.digest, result = excluded.result, priorities = excluded.priorities, covers_to = excluded.covers_to";
    COVERS = "UPDATE opinion_map SET covers_to = $2 WHERE dialogue_id = $1";
}

/// How many take part, votes, accepted and waiting statements.
#[derive(Debug, Clone, Copy, Default, sqlx::FromRow)]
pub(crate) struct Counts(pub(crate) i64, pub(crate) i64, pub(crate) i64, pub(crate) i64);

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Dialogue>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// Of these ids, those of statements, and when each was written.
pub(crate) async fn said(sql: &mut Sql, ids: &str) -> Result<Vec<(Uuid, DateTime<Utc>)>> {
    sql.all(&SAID, args![ids]).await
}
pub(crate) async fn open(sql: &mut Sql) -> Result<Vec<Dialogue>> {
    sql.all(&OPEN, args![]).await
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Dialogue> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn insert(sql: &mut Sql, d: &Dialogue, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT, args![d.id, d.space_id, &d.question, &d.description, &d.language, &d.attribution, d.status.key(), at]).await.map(|_| ())
}

pub(crate) async fn set_status(sql: &mut Sql, id: Uuid, status: Status, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_STATUS, args![id, status.key(), at]).await.map(|_| ())
}

pub(crate) async fn touch(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&TOUCH, args![id, at]).await.map(|_| ())
}

pub(crate) async fn accepted(sql: &mut Sql, dialogue: Uuid) -> Result<Vec<Statement>> {
    sql.all(&ACCEPTED, args![dialogue]).await
}

pub(crate) async fn every(sql: &mut Sql, dialogue: Uuid) -> Result<Vec<Statement>> {
    sql.all(&EVERY, args![dialogue]).await
}

pub(crate) async fn waiting(sql: &mut Sql, dialogue: Uuid) -> Result<Vec<Statement>> {
    sql.all(&WAITING, args![dialogue]).await
}

pub(crate) async fn judged(sql: &mut Sql, dialogue: Uuid) -> Result<Vec<Statement>> {
    sql.all(&JUDGED, args![dialogue]).await
}

pub(crate) async fn statement(sql: &mut Sql, dialogue: Uuid, id: Uuid) -> Result<Statement> {
    sql.one(&STATEMENT, args![id, dialogue]).await
}

/// A new statement.
pub(crate) struct NewStatement<'a> {
    pub(crate) id: Uuid,
    pub(crate) dialogue: Uuid,
    pub(crate) text: &'a str,
    pub(crate) author: Option<Uuid>,
    pub(crate) voter: Option<Uuid>,
    pub(crate) seed: bool,
    pub(crate) state: &'a str,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert_statement(sql: &mut Sql, s: &NewStatement<'_>) -> Result<()> {
    sql.run(&INSERT_STATEMENT, args![s.id, s.dialogue, s.text, s.author, s.voter, s.seed, s.state, s.at]).await.map(|_| ())
}

pub(crate) async fn judge(sql: &mut Sql, id: Uuid, state: &str, reason: &str, by: Option<Uuid>) -> Result<()> {
    sql.run(&JUDGE, args![id, state, reason, by]).await.map(|_| ())
}

pub(crate) async fn counts(sql: &mut Sql, dialogue: Uuid) -> Result<Counts> {
    sql.one(&COUNTS, args![dialogue]).await
}

/// How many take part, accepted and waiting statements: what a summary needs, without counting every vote.
pub(crate) async fn brief(sql: &mut Sql, dialogue: Uuid) -> Result<(i64, i64, i64)> {
    sql.one(&BRIEF, args![dialogue]).await
}

/// Where a conversation stands, and the voter a person is in it.
pub(crate) async fn ballot_of_person(sql: &mut Sql, space: Uuid, dialogue: Uuid, person: Uuid) -> Result<(String, Option<Uuid>)> {
    sql.one(&BALLOT_OF_PERSON, args![dialogue, space, person]).await
}

/// Where a conversation stands, and the voter a cookie is in it.
pub(crate) async fn ballot_of_token(sql: &mut Sql, space: Uuid, dialogue: Uuid, token_hash: Vec<u8>) -> Result<(String, Option<Uuid>)> {
    sql.one(&BALLOT_OF_TOKEN, args![dialogue, space, token_hash]).await
}

pub(crate) async fn voter_of_person(sql: &mut Sql, dialogue: Uuid, person: Uuid) -> Result<Option<Uuid>> {
    Ok(sql.maybe::<(Uuid,)>(&VOTER_OF_PERSON, args![dialogue, person]).await?.map(|r| r.0))
}

pub(crate) async fn voter_of_token(sql: &mut Sql, dialogue: Uuid, token_hash: Vec<u8>) -> Result<Option<Uuid>> {
    Ok(sql.maybe::<(Uuid,)>(&VOTER_OF_TOKEN, args![dialogue, token_hash]).await?.map(|r| r.0))
}

pub(crate) async fn insert_voter(
    sql: &mut Sql,
    id: Uuid,
    dialogue: Uuid,
    person: Option<Uuid>,
    token_hash: Option<Vec<u8>>,
    external: Option<&str>,
    at: DateTime<Utc>,
) -> Result<()> {
    sql.run(&INSERT_VOTER, args![id, dialogue, person, token_hash, external, at]).await.map(|_| ())
}

/// Makes the votes of a cookie the votes of the person who has signed in since.
pub(crate) async fn adopt(sql: &mut Sql, dialogue: Uuid, token_hash: Vec<u8>, person: Uuid) -> Result<bool> {
    Ok(sql.run(&ADOPT, args![dialogue, token_hash, person]).await? > 0)
}

/// Stores a vote; false where the statement is not one that can be voted on.
pub(crate) async fn vote(sql: &mut Sql, dialogue: Uuid, voter: Uuid, statement: Uuid, value: i64, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&VOTE, args![dialogue, voter, statement, value, at]).await? > 0)
}

/// Stores many votes at once: voter, statement, value.
pub(crate) async fn import_votes(sql: &mut Sql, dialogue: Uuid, votes: &[(Uuid, Uuid, i8)], at: DateTime<Utc>) -> Result<()> {
    for part in votes.chunks(2_000) {
        let rows: Vec<(String, String, i8)> = part.iter().map(|(v, s, x)| (v.simple().to_string(), s.simple().to_string(), *x)).collect();
        sql.run(&IMPORT_VOTES, args![dialogue, at, serde_json::to_string(&rows)?]).await?;
    }
    Ok(())
}

/// The statements a voter has not answered; id and text.
pub(crate) async fn unvoted(sql: &mut Sql, dialogue: Uuid, voter: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&UNVOTED, args![dialogue, voter]).await
}

pub(crate) async fn votes(sql: &mut Sql, dialogue: Uuid) -> Result<Vec<(Uuid, Uuid, i64)>> {
    sql.all(&VOTES, args![dialogue]).await
}

/// Conversations whose map does not show what was said last: id and space.
pub(crate) async fn out_of_date(sql: &mut Sql) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&OUT_OF_DATE, args![]).await
}

pub(crate) async fn map(sql: &mut Sql, dialogue: Uuid) -> Result<Option<(String, String)>> {
    sql.maybe(&MAP, args![dialogue]).await
}

pub(crate) async fn priorities(sql: &mut Sql, dialogue: Uuid) -> Result<Option<String>> {
    Ok(sql.maybe::<(String,)>(&PRIORITIES, args![dialogue]).await?.map(|r| r.0))
}

pub(crate) async fn set_map(sql: &mut Sql, dialogue: Uuid, digest: &str, result: &str, priorities: &str, covers_to: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_MAP, args![dialogue, digest, result, priorities, covers_to]).await.map(|_| ())
}

pub(crate) async fn covers(sql: &mut Sql, dialogue: Uuid, to: DateTime<Utc>) -> Result<()> {
    sql.run(&COVERS, args![dialogue, to]).await.map(|_| ())
}
