//! What is stored about people, declared once: each column that points at a person. The page of what is stored about
//! me, the export, leaving, and making two persons one all read these declarations; a test holds them against the
//! database's own foreign keys, so that nothing can be forgotten.
//!
//! This is the one place where SQL is put together while the program runs: from the names in the declarations, which are
//! constants of the program.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::app::App;
use crate::clock::hex;
use crate::db::{Sql, Value};
use crate::dump::Kind;
use crate::error::{Error, Result};
use crate::{args, statements};

/// A column that points at a person.
#[derive(Debug)]
pub struct Personal {
    /// The table. With `JOIN` in it, the rows belong to the person through another declared row: they are shown and
    /// exported, and follow that row in everything else.
    pub table: &'static str,
    /// The column with the person's id.
    pub column: &'static str,
    /// Word key: what this is, in plain words to that person.
    pub word: &'static str,
    /// The columns shown to that person and put in their export.
    pub shows: &'static [&'static str],
    /// The columns that name the row, without this one if it is part of the key.
    pub key: &'static [&'static str],
    /// Together with these columns the person must be unique; `None`: any number of rows.
    pub unique_with: Option<&'static [&'static str]>,
    /// What becomes of the row when the person leaves.
    pub on_leave: OnLeave,
}

/// What becomes of a row when its person leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnLeave {
    /// It stays with a person who has no name any more: what was said and decided in the open is still there.
    Keep,
    /// It is deleted.
    Delete,
    /// The column is emptied.
    Empty,
}

/// A column that holds an e-mail address, of somebody who may not be a person here.
#[derive(Debug)]
pub struct Addressed {
    /// The table.
    pub table: &'static str,
    /// The column with the address, in lower case.
    pub column: &'static str,
    /// Word key: what this is, in plain words.
    pub word: &'static str,
    /// The columns shown and exported.
    pub shows: &'static [&'static str],
    /// The columns that name the row.
    pub key: &'static [&'static str],
    /// What is done with the row when the person with this address leaves, as the end of an SQL statement; `DELETE` deletes it.
    pub on_leave: &'static str,
}

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// What stays when a person becomes one with another: the journal cannot be changed, and the words somebody is found by follow
/// their own name.
const FIXED: [&str; 2] = ["journal", "person_word"];

/// What the platform's own tables hold.
pub const PLATFORM: &[&Personal] = &[
    column!("session", "person_id", "stored-session", ["created_at", "expires_at"], ["token_hash"], None, Delete),
    column!("space_role", "person_id", "stored-role", ["space_id", "role", "since"], ["space_id", "role"], Some(&["space_id", "role"]), Delete),
    column!("space_helper", "person_id", "stored-space-helper", ["since"], ["space_id"], Some(&["space_id"]), Delete),
    column!("sealed_attempt", "person_id", "stored-attempt", ["times", "first_at", "last_at"], ["space_id", "day"], Some(&["space_id", "day"]), Keep),
    column!("sealed_opening", "asked_by", "stored-opening", ["address", "asked_at", "outcome", "decided_at"], ["id"], None, Keep),
    column!("sealed_opening", "second_id", "stored-opening-second", ["address", "asked_at", "outcome", "decided_at"], ["id"], None, Keep),
    column!("role_held", "person_id", "stored-role-held", ["since"], ["space_id", "role"], Some(&["space_id", "role"]), Delete),
    column!("contribution", "person_id", "stored-contribution", ["space_id", "kind", "first_at"], ["space_id", "kind"], Some(&["space_id", "kind"]), Delete),
    column!("commitment", "doer_id", "stored-doer", ["space_id", "what", "status", "due_on", "created_at"], ["id"], None, Keep),
    column!("commitment", "counterpart_id", "stored-counterpart", ["space_id", "what", "status", "due_on", "created_at"], ["id"], None, Keep),
    column!("progress", "person_id", "stored-progress", ["text", "status", "at"], ["id"], None, Keep),
    column!("invitation", "invited_by", "stored-invited", ["space_id", "role", "created_at"], ["id"], None, Keep),
    column!("outbox", "person_id", "stored-notice", ["subject", "recipient", "created_at", "sent_at"], ["id"], None, Delete),
    column!("organisation_person", "person_id", "stored-organisation", ["role", "since"], ["organisation_id"], Some(&["organisation_id"]), Delete),
    column!("reading", "person_id", "stored-read", ["what", "at"], ["id"], None, Keep),
    column!("reading", "reader_id", "stored-reader", ["what", "at"], ["id"], None, Keep),
    column!("assisted", "person_id", "stored-assisted", ["space_id", "act", "times", "last_at"], ["id"], None, Delete),
    column!("assisted", "helper_id", "stored-assisted-other", ["space_id", "act", "times", "last_at"], ["id"], None, Empty),
    column!("person", "helper_id", "stored-helped", ["name"], ["id"], None, Empty),
    column!("person", "entered_by", "stored-entered", ["created_at"], ["id"], None, Keep),
    column!("person", "merged_into", "stored-merged", ["created_at"], ["id"], None, Keep),
    column!("person_word", "person_id", "stored-word", [], ["word"], Some(&["word"]), Delete),
    column!("journal", "actor_id", "stored-journal", ["space_id", "verb", "payload", "at"], ["space_id", "seq"], None, Keep),
];

/// What is stored by address.
pub const ADDRESSED: &[Addressed] = &[
    Addressed {
        table: "interest_draft",
        column: "email",
        word: "stored-interest-draft",
        shows: &["name", "why", "created_at"],
        key: &["id"],
        on_leave: "DELETE",
    },
    Addressed { table: "sign_in_code", column: "email", word: "stored-code", shows: &["created_at", "used_at"], key: &["id"], on_leave: "DELETE" },
    Addressed {
        table: "invitation",
        column: "email",
        word: "stored-invitation",
        shows: &["space_id", "name", "role", "created_at", "answered_at", "answer"],
        key: &["id"],
        // Who invited whom to what is the space's own history; an open one is over.
        on_leave: "name = '', email = 'invitation-' || CAST(created_at AS TEXT), answered_at = COALESCE(answered_at, created_at), answer = COALESCE(answer, 'declined')",
    },
    Addressed {
        table: "outbox",
        column: "recipient",
        word: "stored-mail",
        shows: &["subject", "body", "created_at", "sent_at"],
        key: &["id"],
        on_leave: "DELETE",
    },
];

statements! {
    COLUMNS = "SELECT name, type FROM pragma_table_info($1)",
        postgres "SELECT column_name::TEXT, data_type::TEXT FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
    POINTING = "SELECT m.name, f.\"from\" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = $1 ORDER BY 1, 2",
        postgres "SELECT k.table_name::TEXT, k.column_name::TEXT FROM information_schema.table_constraints t
        JOIN information_schema.key_column_usage k ON k.constraint_name = t.constraint_name AND k.constraint_schema = t.constraint_schema
        JOIN information_schema.constraint_column_usage c ON c.constraint_name = t.constraint_name AND c.constraint_schema = t.constraint_schema
        WHERE t.constraint_type = 'FOREIGN KEY' AND t.constraint_schema = current_schema() AND c.table_name = $1 ORDER BY 1, 2";
}

/// Everything declared: by the tools, the desks and the platform.
#[must_use]
pub fn all(app: &App) -> Vec<&'static Personal> {
    let tools = app.tools.iter().flat_map(|t| t.personal.iter().copied());
    let desks = app.desks.iter().flat_map(|d| d.personal.iter().copied());
    tools.chain(desks).chain(PLATFORM.iter().copied()).collect()
}

/// The columns of the database that point at rows of a table: table and column.
///
/// # Errors
/// When the database fails.
pub async fn pointing_at(sql: &mut Sql, table: &str) -> Result<Vec<(String, String)>> {
    sql.all(&POINTING, args![table]).await
}

/// The columns of a table with their types, in order.
///
/// # Errors
/// When the database fails.
pub async fn columns(sql: &mut Sql, table: &str) -> Result<Vec<(String, Kind)>> {
    let rows: Vec<(String, String)> = sql.all(&COLUMNS, args![table]).await?;
    rows.into_iter()
        .map(|(name, kind)| kind_of(&kind).map(|k| (name.clone(), k)).ok_or_else(|| Error::Internal(format!("{table}.{name} is a {kind}"))))
        .collect()
}

/// The type of a column by the name that either database gives it.
fn kind_of(name: &str) -> Option<Kind> {
    match name.to_ascii_lowercase().as_str() {
        "text" => Some(Kind::Text),
        "bigint" => Some(Kind::Int),
        "boolean" => Some(Kind::Bool),
        "uuid" => Some(Kind::Uuid),
        "timestamptz" | "timestamp with time zone" => Some(Kind::Time),
        "date" => Some(Kind::Date),
        "bytea" => Some(Kind::Bytes),
        _ => None,
    }
}

async fn run(sql: &mut Sql, text: String, args: Vec<Value>) -> Result<u64> {
    sql.run_text(text.clone(), text, args).await
}

/// The types of columns that may be named with their table in front.
struct Kinds(BTreeMap<String, BTreeMap<String, Kind>>);

impl Kinds {
    async fn of(&mut self, sql: &mut Sql, table: &str, names: &[&str]) -> Result<Vec<Kind>> {
        let home = table.split_whitespace().next().unwrap_or(table);
        let mut kinds = vec![];
        for name in names {
            let (table, column) = name.split_once('.').unwrap_or((home, name));
            if !self.0.contains_key(table) {
                self.0.insert(table.to_owned(), columns(sql, table).await?.into_iter().collect());
            }
            let kind = self.0.get(table).and_then(|t| t.get(column)).copied();
            kinds.push(kind.ok_or_else(|| Error::Internal(format!("the declaration of {table}.{column} does not fit the database")))?);
        }
        Ok(kinds)
    }
}

/// What is stored in one declared place.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Word key: what this is.
    pub word: &'static str,
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// How many rows there are.
    pub total: usize,
    /// What is shown of each row: column and value, the newest key first.
    pub rows: Vec<Vec<(&'static str, Value)>>,
}

/// Everything stored about some persons (one, and those merged into them) and the addresses that are theirs; at most
/// `limit` rows of each.
///
/// # Errors
/// When the database fails.
pub async fn about(sql: &mut Sql, app: &App, persons: &[Uuid], addresses: &[String], limit: usize) -> Result<Vec<Stored>> {
    let mut kinds = Kinds(BTreeMap::new());
    let mut out: Vec<Stored> = vec![];
    let people = all(app).into_iter().map(|p| (p.table, p.column, p.word, p.shows, p.key));
    let places: Vec<_> = people.chain(ADDRESSED.iter().map(|a| (a.table, a.column, a.word, a.shows, a.key))).collect();
    for (i, (table, column, word, shows, key)) in places.iter().enumerate() {
        let whose: Vec<Value> =
            if i < places.len() - ADDRESSED.len() { persons.iter().map(|p| Value::from(*p)).collect() } else { addresses.iter().map(Value::from).collect() };
        let mut stored = Stored { word, table, column, total: 0, rows: vec![] };
        for value in whose {
            let own = [*column];
            let read: &[&str] = if shows.is_empty() { &own } else { shows };
            let types = kinds.of(sql, table, read).await?;
            let named: &[&str] = if key.is_empty() { &own } else { key };
            let order: Vec<String> = named.iter().map(|k| format!("{k} DESC")).collect();
            let text = format!("SELECT {} FROM {table} WHERE {column} = $1 ORDER BY {}", read.join(", "), order.join(", "));
            let rows = sql.all_text(&text, vec![value], &types).await?;
            stored.total += rows.len();
            if !shows.is_empty() {
                let room = limit.saturating_sub(stored.rows.len());
                stored.rows.extend(rows.into_iter().take(room).map(|row| shows.iter().copied().zip(row).collect()));
            }
        }
        if stored.total > 0 {
            out.push(stored);
        }
    }
    Ok(out)
}

/// What points at a person, without looking into it: table, column, number of rows.
pub type Traces = Vec<(&'static str, &'static str, i64)>;

/// How many rows of each declared place point at a person.
///
/// # Errors
/// When the database fails.
pub async fn traces(sql: &mut Sql, app: &App, person: Uuid) -> Result<Traces> {
    Ok(traces_of(sql, app, &[person]).await?.remove(&person).unwrap_or_default())
}

/// The same for those who look after people's data: of what belongs to a space, and not of sealed ones, whose number would tell that
/// they are there.
///
/// # Errors
/// When the database fails.
pub async fn open_traces(sql: &mut Sql, app: &App, person: Uuid) -> Result<Traces> {
    let mut out = vec![];
    for p in all(app).into_iter().filter(|p| !is_joined(p)) {
        if !columns(sql, p.table).await?.iter().any(|(name, _)| name == "space_id") {
            continue;
        }
        let text = format!(
            "SELECT COUNT(*) FROM {0} WHERE {1} = $1 AND (space_id IS NULL OR space_id NOT IN (SELECT id FROM space WHERE visibility = 'sealed'))",
            p.table, p.column
        );
        for row in sql.all_text(&text, args![person], &[Kind::Int]).await? {
            if let [Value::Int(Some(n @ 1..))] = row[..] {
                out.push((p.table, p.column, n));
            }
        }
    }
    Ok(out)
}

/// The same for many, with one question for each place; whom nothing points at is left out.
///
/// # Errors
/// When the database fails.
pub async fn traces_of(sql: &mut Sql, app: &App, people: &[Uuid]) -> Result<BTreeMap<Uuid, Traces>> {
    let among = if sql.is_postgres() { "SELECT e::uuid FROM json_array_elements_text($1::json) e" } else { "SELECT unhex(e.value) FROM json_each($1) e" };
    let ids = serde_json::to_string(&people.iter().map(|id| id.simple().to_string()).collect::<Vec<_>>())?;
    let mut out: BTreeMap<Uuid, Traces> = BTreeMap::new();
    for p in all(app).into_iter().filter(|p| !is_joined(p)) {
        let text = format!("SELECT {1}, COUNT(*) FROM {0} WHERE {1} IN ({among}) GROUP BY {1}", p.table, p.column);
        for row in sql.all_text(&text, args![&ids], &[Kind::Uuid, Kind::Int]).await? {
            if let [Value::Uuid(Some(person)), Value::Int(Some(n))] = row[..] {
                out.entry(person).or_default().push((p.table, p.column, n));
            }
        }
    }
    Ok(out)
}

/// Deletes every row that points at a person in the places named, whatever becomes of them when somebody leaves: a person
/// who was added by mistake goes without a trace.
///
/// # Errors
/// When the database fails.
pub async fn forget_in(sql: &mut Sql, app: &App, person: Uuid, tables: &[&str]) -> Result<()> {
    for p in all(app).into_iter().filter(|p| tables.contains(&p.table)) {
        run(sql, format!("DELETE FROM {} WHERE {} = $1", p.table, p.column), args![person]).await?;
    }
    Ok(())
}

fn is_joined(p: &Personal) -> bool {
    p.table.contains(" JOIN ")
}

/// Carries out what was declared for leaving, for a person and their address.
///
/// # Errors
/// When the database fails.
pub async fn leave(sql: &mut Sql, app: &App, person: Uuid, address: Option<&str>) -> Result<()> {
    for p in all(app).into_iter().filter(|p| !is_joined(p)) {
        match p.on_leave {
            OnLeave::Keep => 0,
            OnLeave::Delete => run(sql, format!("DELETE FROM {} WHERE {} = $1", p.table, p.column), args![person]).await?,
            OnLeave::Empty => run(sql, format!("UPDATE {0} SET {1} = NULL WHERE {1} = $1", p.table, p.column), args![person]).await?,
        };
    }
    let Some(address) = address else { return Ok(()) };
    for a in ADDRESSED {
        let text = match a.on_leave {
            "DELETE" => format!("DELETE FROM {} WHERE {} = $1", a.table, a.column),
            change => format!("UPDATE {} SET {change} WHERE {} = $1", a.table, a.column),
        };
        run(sql, text, args![address]).await?;
    }
    Ok(())
}

/// One row that making two persons one changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The table.
    pub table: String,
    /// The column that points at the person.
    pub column: String,
    /// The values of the declared key, as JSON.
    pub key: Json,
    /// All of the row, where it was taken away because the kept person has the same.
    pub row: Option<Json>,
}

/// Points everything that points at one person at another. Where both have the same (a role in a space), what goes with
/// the person is taken away from the first; what must stay (a vote cast) stays with the first.
///
/// # Errors
/// When the database fails.
pub async fn repoint(sql: &mut Sql, app: &App, away: Uuid, kept: Uuid) -> Result<Vec<Moved>> {
    let mut kinds = Kinds(BTreeMap::new());
    let mut moved = vec![];
    for p in all(app).into_iter().filter(|p| !is_joined(p) && !FIXED.contains(&p.table)) {
        let (table, column) = (p.table, p.column);
        // A table with one row a person has no other key.
        let own = [column];
        let named: &[&str] = if p.key.is_empty() { &own } else { p.key };
        let types = kinds.of(sql, table, named).await?;
        // The kept person's own row may point at the one who goes (as helper, say): nobody points at themselves.
        let own = if table == "person" { " AND t.id <> $2" } else { " AND $2 = $2" };
        let clash = p.unique_with.map(|with| {
            let same: Vec<String> = with.iter().map(|c| format!(" AND o.{c} = t.{c}")).collect();
            format!("EXISTS (SELECT 1 FROM {table} o WHERE o.{column} = $2{})", same.concat())
        });
        if let Some(clash) = clash.as_ref().filter(|_| p.on_leave == OnLeave::Delete) {
            let whole = columns(sql, table).await?;
            let names: Vec<&str> = whole.iter().map(|(n, _)| n.as_str()).collect();
            let all_types: Vec<Kind> = whole.iter().map(|(_, k)| *k).collect();
            let text = format!("SELECT {} FROM {table} t WHERE t.{column} = $1 AND {clash}", names.join(", "));
            for row in sql.all_text(&text, args![away, kept], &all_types).await? {
                let row: serde_json::Map<String, Json> = names.iter().map(|n| (*n).to_owned()).zip(row.iter().map(to_json)).collect();
                let key: Vec<Json> = p.key.iter().map(|k| row.get(*k).cloned().unwrap_or_default()).collect();
                moved.push(Moved { table: table.to_owned(), column: column.to_owned(), key: Json::Array(key), row: Some(Json::Object(row)) });
            }
            run(sql, format!("DELETE FROM {table} AS t WHERE t.{column} = $1 AND {clash}"), args![away, kept]).await?;
        }
        let free = clash.filter(|_| p.on_leave != OnLeave::Delete).map_or_else(String::new, |c| format!(" AND NOT {c}"));
        let condition = format!("t.{column} = $1{own}{free}");
        let text = format!("SELECT {} FROM {table} t WHERE {condition}", named.iter().map(|k| format!("t.{k}")).collect::<Vec<_>>().join(", "));
        for key in sql.all_text(&text, args![away, kept], &types).await? {
            let key = Json::Array(key.iter().map(to_json).collect());
            moved.push(Moved { table: table.to_owned(), column: column.to_owned(), key, row: None });
        }
        run(sql, format!("UPDATE {table} AS t SET {column} = $2 WHERE {condition}"), args![away, kept]).await?;
    }
    Ok(moved)
}

/// Takes [`repoint`] back: each row that still points at the kept person points at the other again, and what was taken
/// away is put back. Gives the number of rows that were not there any more.
///
/// # Errors
/// [`Error::Taken`] where something else stands in the place of what was taken away, or when the database fails.
pub async fn put_back(sql: &mut Sql, app: &App, away: Uuid, kept: Uuid, moved: &[Moved]) -> Result<usize> {
    let declared = all(app);
    let mut kinds = Kinds(BTreeMap::new());
    let mut gone = 0;
    for m in moved.iter().rev() {
        let Some(p) = declared.iter().find(|p| p.table == m.table && p.column == m.column) else {
            gone += 1;
            continue;
        };
        if let Some(row) = &m.row {
            let whole = columns(sql, p.table).await?;
            let names: Vec<&str> = whole.iter().map(|(n, _)| n.as_str()).collect();
            let places: Vec<String> = (1..=names.len()).map(|n| format!("${n}")).collect();
            let values = whole.iter().map(|(n, k)| from_json(*k, row.get(n).unwrap_or(&Json::Null))).collect();
            let text = format!("INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO NOTHING", p.table, names.join(", "), places.join(", "));
            gone += usize::from(run(sql, text, values).await? == 0);
        } else {
            let types = kinds.of(sql, p.table, p.key).await?;
            let condition: Vec<String> = p.key.iter().enumerate().map(|(i, k)| format!(" AND {k} = ${}", i + 3)).collect();
            let mut values = args![kept, away];
            values.extend(types.iter().enumerate().map(|(i, k)| from_json(*k, m.key.get(i).unwrap_or(&Json::Null))));
            let text = format!("UPDATE {0} SET {1} = $2 WHERE {1} = $1{2}", p.table, p.column, condition.concat());
            gone += usize::from(run(sql, text, values).await? == 0);
        }
    }
    Ok(gone)
}

/// A value as JSON: times in UTC to the microsecond, bytes in hex.
#[must_use]
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Text(Some(v)) => Json::from(v.as_str()),
        Value::Int(Some(v)) => Json::from(*v),
        Value::Bool(Some(v)) => Json::from(*v),
        Value::Uuid(Some(v)) => Json::from(v.to_string()),
        Value::Time(Some(v)) => Json::from(v.to_rfc3339_opts(SecondsFormat::Micros, true)),
        Value::Date(Some(v)) => Json::from(v.to_string()),
        Value::Bytes(Some(v)) => Json::from(hex(v)),
        _ => Json::Null,
    }
}

/// The value that [`to_json`] wrote.
fn from_json(kind: Kind, json: &Json) -> Value {
    let text = json.as_str();
    match kind {
        Kind::Text => Value::Text(text.map(str::to_owned)),
        Kind::Int => Value::Int(json.as_i64()),
        Kind::Bool => Value::Bool(json.as_bool()),
        Kind::Uuid => Value::Uuid(text.and_then(|t| t.parse().ok())),
        Kind::Time => Value::Time(text.and_then(|t| DateTime::parse_from_rfc3339(t).ok()).map(|t| t.with_timezone(&Utc))),
        Kind::Date => Value::Date(text.and_then(|t| t.parse::<NaiveDate>().ok())),
        Kind::Bytes => {
            Value::Bytes(text.and_then(|t| {
                (0..t.len() / 2).map(|i| t.get(i * 2..i * 2 + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok())).collect::<Option<Vec<u8>>>()
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_written_as_json_is_read_back_the_same() {
        let at = DateTime::parse_from_rfc3339("2026-03-02T08:00:00.123456Z").unwrap().with_timezone(&Utc);
        for (kind, value) in [
            (Kind::Text, Value::from("å")),
            (Kind::Int, Value::from(-3i64)),
            (Kind::Bool, Value::from(true)),
            (Kind::Uuid, Value::from(Uuid::from_u128(7))),
            (Kind::Time, Value::from(at)),
            (Kind::Date, Value::from(at.date_naive())),
            (Kind::Bytes, Value::from(vec![0u8, 255])),
            (Kind::Bytes, Value::Bytes(None)),
        ] {
            assert_eq!(format!("{:?}", from_json(kind, &to_json(&value))), format!("{value:?}"));
        }
    }
}
