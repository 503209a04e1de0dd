//! Every table, row by row, the same on both databases: what backups and moves between databases are made of.
//!
//! [`Schema`] is read from the migrations themselves, so a new table needs nothing here. A row has one written form
//! ([`line`]) whichever database it comes from, and a table one [`Digest`] whatever the order of its rows: equal digests
//! mean equal tables. [`Loader`] fills an empty database in one transaction: all of it, or nothing.

mod digest;
mod load;
mod row;
mod schema;

pub use digest::Digest;
pub use load::{Loader, STATEMENTS, move_aside};
pub use row::{Faulty, line, parse};
pub use schema::{Column, Kind, Schema, Table};

use futures::stream::{BoxStream, StreamExt};
use serde::{Deserialize, Serialize};

use crate::db::{Database, Sql, Value};
use crate::error::{Error, Result};

/// How many rows a table has, and their digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// Rows.
    pub rows: u64,
    /// [`Digest::hex`].
    pub digest: String,
}

/// The rows of a table, by its key.
pub fn rows<'a>(sql: &'a mut Sql, table: &Table, kinds: &'a [Kind]) -> BoxStream<'a, Result<Vec<Value>>> {
    let columns = table.columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>().join(", ");
    // Texts are compared byte by byte on both, so that two databases give their rows in the same order.
    let order = |collation: &str| {
        let keys = table.columns.iter().filter(|c| table.key.contains(&c.name));
        let keys: Vec<String> = keys.map(|c| if c.kind == Kind::Text { format!("{} COLLATE {collation}", c.name) } else { c.name.clone() }).collect();
        keys.join(", ")
    };
    let text = |collation: &str| format!("SELECT {columns} FROM {} ORDER BY {}", table.name, order(collation));
    sql.pull(text("BINARY"), text("\"C\""), kinds)
}

/// Counts and digests a table.
///
/// # Errors
/// When the database fails.
pub async fn sum(sql: &mut Sql, table: &Table) -> Result<Sum> {
    let kinds = table.kinds();
    let mut digest = Digest::default();
    let mut stream = rows(sql, table, &kinds);
    while let Some(row) = stream.next().await {
        digest.add(&line(&row?));
    }
    Ok(digest.sum())
}

/// Compares a table of two databases row by row; gives the number of rows.
///
/// # Errors
/// [`Error::Startup`] naming the table and the first row that differs.
pub async fn compare(table: &Table, one: &mut Sql, other: &mut Sql) -> Result<u64> {
    let kinds = table.kinds();
    let (mut left, mut right) = (rows(one, table, &kinds), rows(other, table, &kinds));
    let mut count = 0;
    loop {
        let differ = |row: &[Value]| Err(Error::Startup(format!("table {}, row {}: the two databases differ at {}", table.name, count + 1, table.key_of(row))));
        match (left.next().await.transpose()?, right.next().await.transpose()?) {
            (None, None) => return Ok(count),
            (Some(a), Some(b)) if line(&a) == line(&b) => count += 1,
            (Some(row), _) | (None, Some(row)) => return differ(&row),
        }
    }
}

/// Moves everything from one database to an empty one: rows, then a comparison row by row, then the commit. `say` hears
/// each table's name and rows as it is done.
///
/// # Errors
/// Where the target is not empty, a row does not fit, or the two differ; then the target is as it was.
pub async fn move_all(from: &Database, to: &Database, schema: &Schema, say: &mut (dyn FnMut(&str, u64) + Send)) -> Result<Vec<(String, Sum)>> {
    let mut source = from.snapshot().await?;
    let mut loader = Loader::begin(to, schema).await?;
    let mut sums = vec![];
    for table in &schema.tables {
        let kinds = table.kinds();
        let mut digest = Digest::default();
        let mut batch = vec![];
        {
            let mut stream = rows(&mut source, table, &kinds);
            while let Some(row) = stream.next().await {
                let row = row?;
                digest.add(&line(&row));
                batch.push(row);
                if batch.len() == load::BATCH {
                    loader.insert(table, std::mem::take(&mut batch)).await?;
                }
            }
        }
        loader.insert(table, batch).await?;
        let sum = digest.sum();
        say(&table.name, sum.rows);
        sums.push((table.name.clone(), sum));
    }
    for (table, (_, sum)) in schema.tables.iter().zip(&sums) {
        let arrived = self::sum(loader.sql(), table).await?;
        if arrived != *sum {
            return Err(Error::Startup(format!("table {} arrived differently ({} rows of {}): nothing was kept", table.name, arrived.rows, sum.rows)));
        }
        compare(table, &mut source, loader.sql()).await?;
    }
    loader.finish().await?;
    Ok(sums)
}
