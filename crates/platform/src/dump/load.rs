//! Filling an empty database, in one transaction.

use super::{Schema, Table};
use crate::db::{Database, Sql, Value};
use crate::error::{Error, Result};
use crate::statements;

/// Rows that are handed over together.
pub(super) const BATCH: usize = 500;

/// Placeholders in one statement: SQLite takes 32,766, PostgreSQL 65,535.
const PLACEHOLDERS: usize = 30_000;

statements! {
    TABLES = "SELECT name FROM sqlite_master WHERE 1 = 0", postgres "SELECT quote_ident(tablename::text) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename";
    USED = "SELECT (SELECT COUNT(*) FROM space) + (SELECT COUNT(*) FROM person)";
    // Rows may point at rows that come later, also in their own table: PostgreSQL checks at once, so its constraints are
    // taken away and put back, which checks them all.
    CONSTRAINTS = "SELECT '', '', '' WHERE 1 = 0",
        postgres "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conrelid, conname";
}

/// An empty database being filled. Dropped before [`Loader::finish`], it leaves the database as it was.
pub struct Loader {
    sql: Sql,
    constraints: Vec<(String, String, String)>,
}

impl Loader {
    /// Opens the transaction on a database that has the tables of this schema and nothing in them.
    ///
    /// # Errors
    /// [`Error::Startup`] where somebody already uses the database.
    pub async fn begin(db: &Database, schema: &Schema) -> Result<Self> {
        let mut sql = db.write().await?;
        if sql.count(&USED, vec![]).await? > 0 {
            return Err(Error::Startup("the target database is in use: give an empty one".to_owned()));
        }
        let constraints: Vec<(String, String, String)> = sql.all(&CONSTRAINTS, vec![]).await?;
        if !sql.is_postgres() {
            sql.run_text("PRAGMA defer_foreign_keys = ON".to_owned(), String::new(), vec![]).await?;
        }
        for (table, name, _) in &constraints {
            sql.run_text(String::new(), format!("ALTER TABLE {table} DROP CONSTRAINT {name}"), vec![]).await?;
        }
        // A migration may have put rows of its own there: they come with the others.
        for table in schema.tables.iter().rev() {
            let text = format!("DELETE FROM {}", table.name);
            sql.run_text(text.clone(), text, vec![]).await?;
        }
        Ok(Self { sql, constraints })
    }

    /// Adds rows to a table.
    ///
    /// # Errors
    /// [`Error::Startup`] naming the table, where the database refuses a row.
    pub async fn insert(&mut self, table: &Table, mut rows: Vec<Vec<Value>>) -> Result<()> {
        let columns = table.columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>().join(", ");
        let width = table.columns.len();
        let most = (PLACEHOLDERS / width).clamp(1, BATCH);
        while !rows.is_empty() {
            let rest = rows.split_off(rows.len().min(most));
            let places: Vec<String> =
                (0..rows.len()).map(|row| format!("({})", (1..=width).map(|n| format!("${}", row * width + n)).collect::<Vec<_>>().join(", "))).collect();
            let text = format!("INSERT INTO {} ({columns}) VALUES {}", table.name, places.join(", "));
            let values = rows.into_iter().flatten().collect();
            self.sql.run_text(text.clone(), text, values).await.map_err(|e| Error::Startup(format!("table {}: {e}; nothing was kept", table.name)))?;
            rows = rest;
        }
        Ok(())
    }

    /// The transaction, for looking at what has arrived.
    pub fn sql(&mut self) -> &mut Sql {
        &mut self.sql
    }

    /// Checks every reference between tables, and commits.
    ///
    /// # Errors
    /// When a row points at one that is not there; then nothing was kept.
    pub async fn finish(mut self) -> Result<()> {
        for (table, name, definition) in &self.constraints {
            let text = format!("ALTER TABLE {table} ADD CONSTRAINT {name} {definition}");
            self.sql.run_text(String::new(), text, vec![]).await?;
        }
        self.sql.commit().await
    }
}

/// Moves every table of a PostgreSQL database into a schema of its own, so that the database is empty and nothing is lost;
/// false where there is nothing to move.
///
/// # Errors
/// When the database refuses: its user must be allowed to make a schema.
pub async fn move_aside(db: &Database, schema: &str) -> Result<bool> {
    let mut sql = db.write().await?;
    let tables: Vec<(String,)> = sql.all(&TABLES, vec![]).await?;
    if tables.is_empty() {
        return Ok(false);
    }
    sql.run_text(String::new(), format!("CREATE SCHEMA {schema}"), vec![]).await?;
    for (table,) in tables {
        sql.run_text(String::new(), format!("ALTER TABLE {table} SET SCHEMA {schema}"), vec![]).await?;
    }
    sql.commit().await?;
    Ok(true)
}
