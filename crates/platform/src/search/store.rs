//! The search index's SQL. Many rows go in and out at a time as a list in JSON; bytes in it are hex.

use uuid::Uuid;

use crate::db::Sql;
use crate::error::Result;
use crate::search::query::{Filter, Who};
use crate::{args, statements};

/// Whether the asking person may see space `s`: the same rule as [`crate::view::find_visible`]; $2 signed in, $3 who, $4 and $5 the
/// levels of assurance above the lowest that the session has.
/// What is in sealed spaces is not in the index at all.
macro_rules! visible {
    () => {
        "(s.visibility = 'public' OR s.assurance IN ('low', $4, $5)
        AND ($2 AND s.visibility = 'registered' OR EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = s.id AND r.person_id = $3)))"
    };
}

statements! {
    LOCK = "SELECT version FROM search_indexer WHERE one = 1", postgres "SELECT version FROM search_indexer WHERE one = 1 FOR UPDATE SKIP LOCKED";
    SET_VERSION = "UPDATE search_indexer SET version = $1 WHERE one = 1";
    BEHIND = "SELECT s.id FROM space s LEFT JOIN search_space x ON x.space_id = s.id WHERE x.indexed_seq IS NULL OR x.indexed_seq <> s.journal_seq LIMIT 50";
    INDEXED = "INSERT INTO search_space (space_id, indexed_seq) VALUES ($1, $2) ON CONFLICT (space_id) DO UPDATE SET indexed_seq = excluded.indexed_seq";
    FORGET_SPACES = "DELETE FROM search_space";
    FORGET_POSTINGS = "DELETE FROM search_posting";
    FORGET_DOCUMENTS = "DELETE FROM search_document";
    FORGET_WORDS = "DELETE FROM search_word";
    FORGET_PARTS = "DELETE FROM search_part";
    KNOWN = "SELECT no, kind, object_id, digest FROM search_document WHERE space_id = $1";
    LAST_NO = "SELECT CAST(COALESCE(MAX(no), 0) AS BIGINT) FROM search_document";
    INSERT_DOCUMENT = "INSERT INTO search_document (no, space_id, kind, object_id, title, text, href, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    UPDATE_DOCUMENT = "UPDATE search_document SET title = $2, text = $3, href = $4, digest = $5 WHERE no = $1";
    DELETE_DOCUMENT = "DELETE FROM search_document WHERE no = $1";
    TERMS_OF = "SELECT term FROM search_posting WHERE doc = $1";
    DELETE_POSTINGS = "DELETE FROM search_posting WHERE doc = $1";
    INSERT_POSTINGS = "INSERT INTO search_posting (doc, term, weight) SELECT json_extract(e.value, '$[0]'), unhex(json_extract(e.value, '$[1]')), json_extract(e.value, '$[2]') FROM json_each($1) e",
        postgres "INSERT INTO search_posting (doc, term, weight) SELECT (e ->> 0)::bigint, decode(e ->> 1, 'hex'), (e ->> 2)::bigint FROM json_array_elements($1::json) e";
    KNOWN_WORDS = "SELECT w.word, w.term FROM json_each($1) e CROSS JOIN search_word w WHERE w.word = unhex(e.value)",
        postgres "SELECT w.word, w.term FROM json_array_elements_text($1::json) e JOIN search_word w ON w.word = decode(e, 'hex')";
    INSERT_WORDS = "INSERT INTO search_word (word, term, reversed) SELECT unhex(json_extract(e.value, '$[0]')), unhex(json_extract(e.value, '$[1]')), unhex(json_extract(e.value, '$[2]')) FROM json_each($1) e WHERE TRUE ON CONFLICT DO NOTHING",
        postgres "INSERT INTO search_word (word, term, reversed) SELECT decode(e ->> 0, 'hex'), decode(e ->> 1, 'hex'), decode(e ->> 2, 'hex') FROM json_array_elements($1::json) e ON CONFLICT DO NOTHING";
    INSERT_PARTS = "INSERT INTO search_part (part, word) SELECT unhex(json_extract(e.value, '$[0]')), unhex(json_extract(e.value, '$[1]')) FROM json_each($1) e WHERE TRUE ON CONFLICT DO NOTHING",
        postgres "INSERT INTO search_part (part, word) SELECT decode(e ->> 0, 'hex'), decode(e ->> 1, 'hex') FROM json_array_elements($1::json) e ON CONFLICT DO NOTHING";
    IN_USE = "SELECT doc FROM search_posting WHERE term = $1 LIMIT 1";
    WORDS_OF_TERM = "SELECT word FROM search_word WHERE term = $1";
    DELETE_WORDS = "DELETE FROM search_word WHERE term = $1";
    STILL_A_WORD = "SELECT term FROM search_word WHERE word = $1 LIMIT 1";
    DELETE_PARTS = "DELETE FROM search_part WHERE word = $1";

    STARTING = "SELECT DISTINCT term FROM search_word WHERE word >= $1 AND word < $2 LIMIT 24";
    ENDING = "SELECT DISTINCT term FROM search_word WHERE reversed >= $1 AND reversed < $2 LIMIT 24";
    NEAR = "SELECT DISTINCT p.word FROM json_each($1) e CROSS JOIN search_part p WHERE p.part = unhex(e.value) LIMIT 1000",
        postgres "SELECT DISTINCT p.word FROM json_array_elements_text($1::json) e JOIN search_part p ON p.part = decode(e, 'hex') LIMIT 1000";
    // Counting stops where it stops to matter: a word in more documents than that is a frequent word.
    COUNTS = "SELECT unhex(e.value), (SELECT COUNT(*) FROM (SELECT 1 FROM search_posting p WHERE p.term = unhex(e.value) LIMIT 300) x) FROM json_each($1) e",
        postgres "SELECT decode(e, 'hex'), (SELECT COUNT(*) FROM (SELECT 1 FROM search_posting p WHERE p.term = decode(e, 'hex') LIMIT 300) x) FROM json_array_elements_text($1::json) e";
    SEEN = concat!("SELECT p.doc FROM search_posting p JOIN search_document d ON d.no = p.doc JOIN space s ON s.id = d.space_id WHERE p.term = $1 AND ", visible!(), " LIMIT 1");
    WITH_TERM = concat!("SELECT p.doc, p.weight FROM search_posting p JOIN search_document d ON d.no = p.doc JOIN space s ON s.id = d.space_id
        WHERE p.term = $1 AND ", visible!(), " AND (d.kind = $6 OR $6 IS NULL) AND (s.area_id = $7 OR $7 IS NULL) AND (s.stage = $8 AND s.parent_id IS NOT NULL OR $8 IS NULL)
        ORDER BY p.weight DESC, p.doc DESC LIMIT $9");
    WEIGHTS = "SELECT p.doc, p.term, p.weight FROM json_each($1) d CROSS JOIN json_each($2) t CROSS JOIN search_posting p WHERE p.doc = d.value AND p.term = unhex(t.value)",
        postgres "SELECT p.doc, p.term, p.weight FROM json_array_elements_text($1::json) d CROSS JOIN json_array_elements_text($2::json) t JOIN search_posting p ON p.doc = d::bigint AND p.term = decode(t, 'hex')";
    OBJECTS = "SELECT d.no, d.object_id FROM json_each($1) e CROSS JOIN search_document d WHERE d.no = e.value",
        postgres "SELECT d.no, d.object_id FROM json_array_elements_text($1::json) e JOIN search_document d ON d.no = e::bigint";
    SHOWN = "SELECT d.no, d.kind, d.title, d.text, d.href, s.slug, s.title AS space, a.name AS area, s.visibility FROM json_each($1) e CROSS JOIN search_document d
        JOIN space s ON s.id = d.space_id LEFT JOIN area a ON a.id = s.area_id WHERE d.no = e.value",
        postgres "SELECT d.no, d.kind, d.title, d.text, d.href, s.slug, s.title AS space, a.name AS area, s.visibility FROM json_array_elements_text($1::json) e
        JOIN search_document d ON d.no = e::bigint JOIN space s ON s.id = d.space_id LEFT JOIN area a ON a.id = s.area_id";
    ORGANISATIONS = "SELECT o.id, o.name, o.kind, a.name AS area, a.slug FROM organisation o LEFT JOIN area a ON a.id = o.area_id ORDER BY o.id";
}

/// What a result shows.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Shown {
    pub(super) no: i64,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) href: String,
    pub(super) slug: String,
    pub(super) space: String,
    pub(super) area: Option<String>,
    pub(super) visibility: String,
}

/// A list of byte strings as JSON.
pub(super) fn hex_list<'a>(items: impl IntoIterator<Item = &'a str>) -> Result<String> {
    let all: Vec<String> = items.into_iter().map(hex).collect();
    Ok(serde_json::to_string(&all)?)
}

/// Bytes of a text in hex.
pub(super) fn hex(text: &str) -> String {
    crate::clock::hex(text.as_bytes())
}

/// A text of bytes.
pub(super) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

async fn words(sql: &mut Sql, statement: &crate::db::Statement, args: Vec<crate::db::Value>) -> Result<Vec<String>> {
    Ok(sql.all::<(Vec<u8>,)>(statement, args).await?.into_iter().map(|r| text(r.0)).collect())
}

/// The terms of words that begin with this.
pub(super) async fn starting(sql: &mut Sql, with: &str) -> Result<Vec<String>> {
    words(sql, &STARTING, args![with.as_bytes(), past(with)]).await
}

/// The terms that end with this.
pub(super) async fn ending(sql: &mut Sql, with: &str) -> Result<Vec<String>> {
    let backwards: String = with.chars().rev().collect();
    words(sql, &ENDING, args![backwards.as_bytes(), past(&backwards)]).await
}

/// The first byte string after all that begin with this one: no byte of UTF-8 is 255.
fn past(prefix: &str) -> Vec<u8> {
    let mut bytes = prefix.as_bytes().to_vec();
    bytes.push(255);
    bytes
}

/// Words that may be near, by what was left out of them.
pub(super) async fn near<'a>(sql: &mut Sql, probes: impl IntoIterator<Item = &'a str>) -> Result<Vec<String>> {
    words(sql, &NEAR, args![hex_list(probes)?]).await
}

/// The terms a word stands for.
pub(super) async fn known_words<'a>(sql: &mut Sql, of: impl IntoIterator<Item = &'a str>) -> Result<Vec<(String, String)>> {
    let rows: Vec<(Vec<u8>, Vec<u8>)> = sql.all(&KNOWN_WORDS, args![hex_list(of)?]).await?;
    Ok(rows.into_iter().map(|(word, term)| (text(word), text(term))).collect())
}

/// In how many documents each term is, up to 300.
pub(super) async fn counts<'a>(sql: &mut Sql, terms: impl IntoIterator<Item = &'a str>) -> Result<Vec<(String, i64)>> {
    let rows: Vec<(Vec<u8>, i64)> = sql.all(&COUNTS, args![hex_list(terms)?]).await?;
    Ok(rows.into_iter().map(|(term, n)| (text(term), n)).collect())
}

/// Whether a term is in something this person may see.
pub(super) async fn seen(sql: &mut Sql, who: &Who, term: &str) -> Result<bool> {
    Ok(sql.maybe::<(i64,)>(&SEEN, args![term.as_bytes(), who.person.is_some(), who.person, who.levels().0, who.levels().1]).await?.is_some())
}

/// The documents a term is in that this person may see, the most about it first: number and weight.
pub(super) async fn with_term(sql: &mut Sql, who: &Who, filter: &Filter, term: &str, limit: i64) -> Result<Vec<(i64, i64)>> {
    let stage = filter.stage.map(|s| s.key());
    sql.all(
        &WITH_TERM,
        args![term.as_bytes(), who.person.is_some(), who.person, who.levels().0, who.levels().1, filter.kind.clone(), filter.area, stage, limit],
    )
    .await
}

/// The weights of terms in documents: number, term, weight.
pub(super) async fn weights<'a>(sql: &mut Sql, docs: &[i64], terms: impl IntoIterator<Item = &'a str>) -> Result<Vec<(i64, String, i64)>> {
    let rows: Vec<(i64, Vec<u8>, i64)> = sql.all(&WEIGHTS, args![serde_json::to_string(docs)?, hex_list(terms)?]).await?;
    Ok(rows.into_iter().map(|(doc, term, weight)| (doc, text(term), weight)).collect())
}

/// What documents are about: number and id.
pub(super) async fn objects(sql: &mut Sql, docs: &[i64]) -> Result<Vec<(i64, Uuid)>> {
    sql.all(&OBJECTS, args![serde_json::to_string(docs)?]).await
}

/// What the results show, in no particular order.
pub(super) async fn shown(sql: &mut Sql, docs: &[i64]) -> Result<Vec<Shown>> {
    sql.all(&SHOWN, args![serde_json::to_string(docs)?]).await
}
