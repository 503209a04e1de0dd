//! No statement reads a large table from one end to the other: what is quick with ten people is quick with fifty thousand.
//!
//! SQLite's plan does not need the rows. PostgreSQL is asked for the plan it makes when reading a whole table costs more than
//! anything else: if it still does, there is no index it could use.

use std::collections::{BTreeMap, BTreeSet};

use samskab_platform::db::{Database, Statement};
use sqlx::{AssertSqlSafe, Row};

use crate::house::House;

/// The tables that grow with people, spaces and time.
const LARGE: &[&str] = &[
    "acknowledgement",
    "activity",
    "activity_booking",
    "activity_occurrence",
    "activity_signup",
    "season_wish",
    "agenda_item",
    "association_due",
    "association_member",
    "cash_entry",
    "commitment",
    "contribution",
    "council_answer",
    "daily_card",
    "daily_checkin",
    "daily_day",
    "daily_duty",
    "daily_incident",
    "daily_regular",
    "decision",
    "file",
    "file_version",
    "held",
    "give_entry",
    "give_promise",
    "house_week",
    "idea",
    "idea_author",
    "idea_support",
    "idea_term",
    "identity",
    "invitation",
    "journal",
    "mandate",
    "meeting",
    "meeting_invited",
    "meeting_registration",
    "minutes_text",
    "network_kind",
    "network_offer",
    "notice",
    "outbox",
    "person",
    "plan",
    "plan_helper",
    "plan_note",
    "plan_person",
    "plan_reading",
    "plan_sight",
    "plan_step",
    "progress",
    "reading",
    "recommendation",
    "submission",
    "recommendation_version",
    "recommendation_suggestion",
    "recommendation_stance",
    "recommendation_source",
    "earlier_answer",
    "search_document",
    "search_part",
    "search_posting",
    "search_word",
    "seat_holding",
    "seat_profile",
    "session",
    "space",
    "space_role",
    "statement",
    "task",
    "task_move",
    "task_wish",
    "thanks",
    "vote",
    "welcome",
    "voter",
];

/// Statements that may read a whole large table, each with the reason.
const ALLOWED: &[(&str, &str)] = &[
    ("search::store::FORGET_", "throws the index away, once, when an administrator asks or its form has changed"),
    ("search::store::BEHIND", "compares every space with the index in the background; a space is one short row"),
    ("dump::load::USED", "asks whether a database is empty, before everything is moved into it"),
    ("journal::SPACES", "checks every chain"),
    ("space::COUNT", "counts spaces: at most some thousands of short rows, once a page of the list"),
    ("followup_store::COUNTED", "walks the spaces, at most some thousands of short rows, and counts each one's recommendations from an index alone"),
    ("followup_store::LATE", "walks the spaces likewise, and in each what it has sent and what is not over, from indexes alone"),
    ("at_once_store::COUNTED", "walks the spaces and counts what began at once in each from an index alone"),
    ("space::SLUGS_LIKE", "looks through the names in addresses when a space is made"),
    ("person::PERSONAS", "walks an index that holds the five of the demonstration and nobody else"),
    ("person::WITHOUT_WORDS", "in the background: people whose names cannot be searched for yet"),
    ("demo::", "only while the demonstration is filled"),
    ("ways_in::store::FIGURES", "counts for the administrators' page about signing in"),
    ("ways_in::store::IDENTITY_FIGURES", "counts for the administrators' page about signing in"),
    ("people::store::NAMING", "when somebody leaves: their name is looked for in what the spaces they were in remember"),
    ("network::store::COUNTED", "counts every offer by area and kind from an index alone, for the page that everybody sees"),
    ("messages::store::COUNT_NOTICES", "goes through the index of what waits, which is short"),
    ("recipes::store::USED", "counts spaces by recipe, for the administrators' list of recipes"),
    ("administration::store::FACILITATORS", "stops at the first one it finds"),
    ("held::STORED", "counts what was held back, for the list of what is kept: rows that live for thirty days"),
    ("figures::ENTRIES", "adds up one number of each space, for the metrics"),
];

/// What a table is called in a statement: alias and table.
fn aliases(sql: &str) -> BTreeMap<String, String> {
    let words: Vec<&str> = sql.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
    let mut out = BTreeMap::new();
    for at in 0..words.len().saturating_sub(1) {
        if ["FROM", "JOIN", "INTO", "UPDATE"].contains(&words[at]) {
            let (table, alias) = (words[at + 1], words.get(at + 2).copied().unwrap_or(""));
            out.insert(table.to_owned(), table.to_owned());
            out.insert(alias.to_owned(), table.to_owned());
        }
    }
    out
}

async fn sqlite_scans(db: &Database, statement: &Statement) -> Vec<String> {
    let Database::Sqlite { read, .. } = db else { return vec![] };
    let rows =
        sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.sql))).fetch_all(read).await.unwrap_or_else(|e| panic!("{}: {e}", statement.name));
    let names = aliases(statement.sql);
    let walks = statement.sql.contains("LIMIT");
    let mut out = vec![];
    for row in rows {
        let detail: String = row.get("detail");
        let Some(rest) = detail.strip_prefix("SCAN ") else { continue };
        let name = rest.split(' ').next().unwrap_or("");
        let table = names.get(name).map_or(name, String::as_str);
        // Walking an index in order, and stopping after some rows, is not reading everything.
        if LARGE.contains(&table) && !(walks && rest.contains("INDEX")) {
            out.push(detail);
        }
    }
    out
}

async fn postgres_scans(db: &Database, statement: &Statement) -> Vec<String> {
    let Database::Postgres(pool) = db else { return vec![] };
    let mut connection = pool.acquire().await.unwrap();
    let sql = statement.postgres.unwrap_or(statement.sql);
    let run = |text: String| AssertSqlSafe(text);
    sqlx::raw_sql(run("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL".to_owned()))
        .execute(&mut *connection)
        .await
        .unwrap();
    if sqlx::raw_sql(run(format!("PREPARE plan AS {sql}"))).execute(&mut *connection).await.is_err() {
        // Only what can be planned is asked about: ANALYZE and the like are not queries.
        return vec![];
    }
    let row = sqlx::raw_sql(run("SELECT COALESCE(CARDINALITY(parameter_types), 0)::bigint AS n FROM pg_prepared_statements WHERE name = 'plan'".to_owned()))
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    let nulls = vec!["NULL"; usize::try_from(row.get::<i64, _>("n")).unwrap()].join(", ");
    let call = if nulls.is_empty() { "EXPLAIN EXECUTE plan".to_owned() } else { format!("EXPLAIN EXECUTE plan({nulls})") };
    let rows = sqlx::raw_sql(run(call)).fetch_all(&mut *connection).await.unwrap_or_else(|e| panic!("{}: {e}", statement.name));
    let lines = rows.iter().map(|r| r.get::<String, _>(0));
    lines.filter(|l| l.split("Seq Scan on ").nth(1).and_then(|rest| rest.split(' ').next()).is_some_and(|table| LARGE.contains(&table))).collect()
}

#[tokio::test]
async fn no_statement_reads_a_large_table_from_end_to_end() {
    let mut used = BTreeSet::new();
    let mut faults = vec![];
    for house in House::both().await {
        for statement in samskab::statements() {
            let scans = if house.kind == "sqlite" { sqlite_scans(&house.app.db, statement).await } else { postgres_scans(&house.app.db, statement).await };
            if scans.is_empty() {
                continue;
            }
            match ALLOWED.iter().find(|(name, _)| statement.name.contains(name)) {
                Some((name, _)) => {
                    used.insert(*name);
                }
                None => faults.push(format!("{} on {}: {}", statement.name, house.kind, scans.join("; "))),
            }
        }
    }
    assert!(faults.is_empty(), "{} statements read whole tables:\n{}", faults.len(), faults.join("\n"));
    let idle: Vec<&str> = ALLOWED.iter().map(|a| a.0).filter(|name| !used.contains(name)).collect();
    assert!(idle.is_empty(), "these are allowed and need not be: {idle:?}");
}
