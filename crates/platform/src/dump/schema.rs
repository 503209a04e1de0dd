//! The tables as the migrations make them: names, columns and their types, keys, and which table points at which.
//!
//! The migrations run on an empty database in memory, which is then asked. SQLite keeps the type of a column as it was
//! written (`UUID`, `TIMESTAMPTZ`), so the same reading serves both databases.
//!
//! The search index (`search_…`) is left out: it holds nothing that does not stand elsewhere, is as large as the rest
//! together, and is made again by the server that finds it empty.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use crate::db::MIGRATIONS;
use crate::error::{Error, Result};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Text,
    Int,
    Bool,
    Uuid,
    Time,
    Date,
    Bytes,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        Some(match declared {
            "TEXT" => Kind::Text,
            "BIGINT" => Kind::Int,
            "BOOLEAN" => Kind::Bool,
            "UUID" => Kind::Uuid,
            "TIMESTAMPTZ" => Kind::Time,
            "DATE" => Kind::Date,
            "BYTEA" => Kind::Bytes,
            _ => return None,
        })
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
    /// The columns of its primary key.
    pub key: Vec<String>,
}

impl Table {
    /// What its columns hold.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        self.columns.iter().map(|c| c.kind).collect()
    }

    /// The key of a row, for messages: `id = …`.
    #[must_use]
    pub fn key_of(&self, row: &[crate::db::Value]) -> String {
        let keys = self.columns.iter().zip(row).filter(|(c, _)| self.key.contains(&c.name));
        keys.map(|(c, v)| format!("{} = {}", c.name, super::line(std::slice::from_ref(v)).trim_matches(['[', ']']))).collect::<Vec<_>>().join(", ")
    }
}

/// Every table that the migrations make, up to one of them.
#[derive(Debug, Clone)]
pub struct Schema {
    /// The number of the last migration.
    pub version: i64,
    /// The tables; one that points at another comes after it, save where they point at each other.
    pub tables: Vec<Table>,
}

impl Schema {
    /// The tables after a migration.
    ///
    /// # Errors
    /// [`Error::Startup`] when this program does not know that migration; [`Error::Internal`] for a column of an unknown type.
    pub async fn at(version: i64) -> Result<Self> {
        if !MIGRATIONS.version_exists(version) {
            let newest = crate::db::Database::newest_version();
            return Err(Error::Startup(format!(
                "version {version} of the tables is not known here (this program knows up to {newest}): use the newer program"
            )));
        }
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(SqliteConnectOptions::new().in_memory(true)).await?;
        MIGRATIONS.run_to(version, &pool).await?;
        let names: Vec<(String,)> = sqlx::query_as(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_sqlx_migrations'
             AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name",
        )
        .fetch_all(&pool)
        .await?;
        let mut found = vec![];
        for (name,) in names {
            let rows: Vec<(String, String, i64)> =
                sqlx::query_as("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid").bind(&name).fetch_all(&pool).await?;
            let mut columns = vec![];
            let mut key = vec![];
            for (column, declared, place) in rows {
                let kind =
                    Kind::of(&declared).ok_or_else(|| Error::Internal(format!("column {name}.{column} is declared {declared}, which cannot be dumped")))?;
                if place > 0 {
                    key.push(column.clone());
                }
                columns.push(Column { name: column, kind });
            }
            if key.is_empty() {
                return Err(Error::Internal(format!("table {name} has no primary key")));
            }
            let needs: Vec<(String,)> = sqlx::query_as("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)").bind(&name).fetch_all(&pool).await?;
            let needs: BTreeSet<String> = needs.into_iter().map(|n| n.0).filter(|n| *n != name).collect();
            found.push((Table { name, columns, key }, needs));
        }
        pool.close().await;
        Ok(Self { version, tables: in_order(found) })
    }

    /// A table by its name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.name == name)
    }
}

/// What is pointed at comes first; of tables that point at each other the first by name does.
fn in_order(mut left: Vec<(Table, BTreeSet<String>)>) -> Vec<Table> {
    let mut done: Vec<Table> = vec![];
    while !left.is_empty() {
        let ready = left.iter().position(|(_, needs)| needs.iter().all(|n| done.iter().any(|t| t.name == *n))).unwrap_or(0);
        done.push(left.remove(ready).0);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Database;

    #[tokio::test]
    async fn every_table_can_be_dumped_and_what_is_pointed_at_comes_first() {
        let schema = Schema::at(Database::newest_version()).await.unwrap();
        let place = |name: &str| schema.tables.iter().position(|t| t.name == name).unwrap();
        assert!(place("person") < place("space_role") && place("space") < place("journal") && place("dialogue") < place("vote"));
        let journal = schema.table("journal").unwrap();
        assert_eq!(journal.key, ["space_id", "seq"]);
        assert_eq!(journal.columns.iter().find(|c| c.name == "at").map(|c| c.kind), Some(Kind::Time));
    }

    #[tokio::test]
    async fn the_tables_of_an_older_program_are_known() {
        let schema = Schema::at(4).await.unwrap();
        assert!(schema.table("council_answer").is_some() && schema.table("reading").is_none());
        assert!(Schema::at(99_999).await.is_err());
    }
}
