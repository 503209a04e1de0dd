//! One SQL text, two databases.
//!
//! [`Database`] is SQLite (one file, one writer connection, several readers) or PostgreSQL (one pool). Code above never
//! asks which: it gets a [`Sql`] — a reader or the transaction of an act — and runs registered [`Statement`]s on it.
//! Rules that keep one text valid on both: `$1` placeholders, times and ids bound from the application, `BIGINT` for
//! every whole number, `CAST(SUM(..) AS BIGINT)`.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use futures::stream::{BoxStream, StreamExt};
use sqlx::migrate::Migrator;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use sqlx::{AssertSqlSafe, FromRow, PgConnection, PgPool, Postgres, Row, Sqlite, SqliteConnection, SqlitePool, Transaction};
use uuid::Uuid;

use crate::dump::Kind;
use crate::error::{Error, Result};

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// The tables a database shall have once it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tables {
    /// Those of this program: what is missing is made.
    Latest,
    /// Those of an older program, by the number of its last migration: for a backup it made.
    Version(i64),
    /// Those that are there; nothing is made or changed.
    AsTheyAre,
}

crate::statements! {
    VERSION = "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM _sqlx_migrations WHERE success";
    HAS_MIGRATIONS = "SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'",
        postgres "SELECT COUNT(*) FROM pg_tables WHERE tablename = '_sqlx_migrations' AND schemaname = current_schema()";
}

/// A registered SQL text. Every statement is prepared on both databases by a test.
#[derive(Debug)]
pub struct Statement {
    /// Where it is declared, for messages.
    pub name: &'static str,
    /// The text for both databases.
    pub sql: &'static str,
    /// Where PostgreSQL needs another text (only row locking does).
    pub postgres: Option<&'static str>,
}

impl Statement {
    fn for_postgres(&self) -> &'static str {
        self.postgres.unwrap_or(self.sql)
    }
}

/// Declares statements as constants, and `STATEMENTS` with all of them.
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident = $sql:expr $(, postgres $pg:expr)?;)*) => {
        $($(#[$meta])* #[allow(missing_docs)] pub const $name: $crate::db::Statement = $crate::db::Statement {
            name: concat!(module_path!(), "::", stringify!($name)),
            sql: $sql,
            postgres: $crate::statements!(@pg $($pg)?),
        };)*
        /// Every statement of this module.
        pub const STATEMENTS: &[&$crate::db::Statement] = &[$(&$name),*];
    };
    (@pg) => { None };
    (@pg $pg:expr) => { Some($pg) };
}

/// A value bound to a placeholder; `None` is SQL's NULL of that type.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Bool(Option<bool>),
    Uuid(Option<Uuid>),
    Time(Option<DateTime<Utc>>),
    Date(Option<NaiveDate>),
    Bytes(Option<Vec<u8>>),
}

macro_rules! value_from {
    ($($type:ty => $variant:ident),*) => {$(
        impl From<$type> for Value { fn from(v: $type) -> Self { Value::$variant(Some(v.into())) } }
        impl From<Option<$type>> for Value { fn from(v: Option<$type>) -> Self { Value::$variant(v.map(Into::into)) } }
    )*};
}
value_from!(String => Text, &str => Text, i64 => Int, bool => Bool, Uuid => Uuid, DateTime<Utc> => Time, NaiveDate => Date, Vec<u8> => Bytes, &[u8] => Bytes);

impl From<&String> for Value {
    fn from(v: &String) -> Self {
        Value::Text(Some(v.clone()))
    }
}

/// Values for the placeholders of a statement, in order.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}

/// A row type both databases can fill; `#[derive(sqlx::FromRow)]` gives it.
pub trait Record: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin + 'static {}
impl<T> Record for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin + 'static {}

/// The database of an installation.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Database {
    Sqlite { write: SqlitePool, read: SqlitePool },
    Postgres(PgPool),
}

impl Database {
    /// Opens (and creates) `samskab.db` in the folder, and brings its tables up to date.
    ///
    /// # Errors
    /// When the folder cannot be written or the file is not a database of this program.
    pub async fn open_folder(folder: &Path) -> Result<Self> {
        Self::open_folder_with(folder, Tables::Latest).await
    }

    /// The same, with a choice of tables.
    ///
    /// # Errors
    /// As [`Database::open_folder`].
    pub async fn open_folder_with(folder: &Path, tables: Tables) -> Result<Self> {
        let create = tables != Tables::AsTheyAre;
        if create {
            std::fs::create_dir_all(folder).map_err(|e| Error::Startup(format!("cannot create the data folder {}: {e}", folder.display())))?;
        }
        let options = SqliteConnectOptions::new()
            .filename(folder.join("samskab.db"))
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL: a commit that was answered survives a power cut, not only a crash.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("mmap_size", "268435456")
            // What is deleted or replaced is overwritten: a destroyed key, or somebody who has left, lies in no free page.
            .pragma("secure_delete", "ON");
        let write = SqlitePoolOptions::new().max_connections(1).min_connections(1).connect_with(options.clone()).await?;
        match tables {
            Tables::Latest => MIGRATIONS.run(&write).await?,
            Tables::Version(version) => MIGRATIONS.run_to(version, &write).await?,
            Tables::AsTheyAre => {}
        }
        let read = SqlitePoolOptions::new().max_connections(4).min_connections(1).connect_with(options.read_only(true)).await?;
        Ok(Database::Sqlite { write, read })
    }

    /// Connects to PostgreSQL by a `postgres://` address and brings its tables up to date.
    ///
    /// # Errors
    /// When the address is wrong, the server does not answer, or the migrations fail.
    pub async fn connect(address: &str) -> Result<Self> {
        Self::connect_with(address, Tables::Latest).await
    }

    /// The same, with a choice of tables.
    ///
    /// # Errors
    /// As [`Database::connect`].
    pub async fn connect_with(address: &str, tables: Tables) -> Result<Self> {
        if !address.starts_with("postgres://") && !address.starts_with("postgresql://") {
            return Err(Error::Startup(format!(
                "database address '{address}' is not understood: give postgres://USER@HOST/NAME, or --data FOLDER for the embedded database"
            )));
        }
        let options: PgConnectOptions = address.parse().map_err(|e| Error::Startup(format!("database address: {e}")))?;
        let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(10)).connect_with(options).await?;
        match tables {
            Tables::Latest => MIGRATIONS.run(&pool).await?,
            Tables::Version(version) => MIGRATIONS.run_to(version, &pool).await?,
            Tables::AsTheyAre => {}
        }
        Ok(Database::Postgres(pool))
    }

    /// Brings the tables up to date.
    ///
    /// # Errors
    /// When a migration fails.
    pub async fn migrate(&self) -> Result<()> {
        match self {
            Database::Sqlite { write, .. } => MIGRATIONS.run(write).await?,
            Database::Postgres(pool) => MIGRATIONS.run(pool).await?,
        }
        Ok(())
    }

    /// The number of the last migration of this program.
    #[must_use]
    pub fn newest_version() -> i64 {
        MIGRATIONS.iter().map(|m| m.version).max().unwrap_or(0)
    }

    /// The number of the last migration the database has had; 0: it has no tables of ours.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn version(&self) -> Result<i64> {
        let mut sql = self.read().await?;
        if sql.count(&HAS_MIGRATIONS, vec![]).await? == 0 {
            return Ok(0);
        }
        sql.count(&VERSION, vec![]).await
    }

    /// A reader that sees the database as it is at its first query, whatever is written meanwhile.
    ///
    /// # Errors
    /// When no connection is free in time.
    pub async fn snapshot(&self) -> Result<Sql> {
        Ok(Sql(match self {
            Database::Sqlite { read, .. } => Inner::SqliteWrite(read.begin().await?),
            Database::Postgres(pool) => Inner::PostgresWrite(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?),
        }))
    }

    /// Connections that are open, and those of them that are idle.
    #[must_use]
    pub fn connections(&self) -> (usize, usize) {
        match self {
            Database::Sqlite { write, read } => ((write.size() + read.size()) as usize, write.num_idle() + read.num_idle()),
            Database::Postgres(pool) => (pool.size() as usize, pool.num_idle()),
        }
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// When no connection is free in time.
    pub async fn read(&self) -> Result<Sql> {
        Ok(Sql(match self {
            Database::Sqlite { read, .. } => Inner::SqliteRead(read.acquire().await?),
            Database::Postgres(pool) => Inner::PostgresRead(pool.acquire().await?),
        }))
    }

    /// A transaction. Only acts and the platform's own housekeeping (sessions, outbox) write.
    ///
    /// # Errors
    /// When no connection is free in time.
    pub async fn write(&self) -> Result<Sql> {
        Ok(Sql(match self {
            Database::Sqlite { write, .. } => Inner::SqliteWrite(write.begin_with("BEGIN IMMEDIATE").await?),
            Database::Postgres(pool) => Inner::PostgresWrite(pool.begin().await?),
        }))
    }

    /// Prepares a statement without running it.
    ///
    /// # Errors
    /// What the database says is wrong with it.
    pub async fn prepare(&self, statement: &Statement) -> Result<()> {
        use sqlx::{Executor, SqlSafeStr};
        match self {
            Database::Sqlite { write, .. } => write.prepare(statement.sql.into_sql_str()).await.map(|_| ())?,
            Database::Postgres(pool) => pool.prepare(statement.for_postgres().into_sql_str()).await.map(|_| ())?,
        }
        Ok(())
    }

    /// Clears what has been overwritten out of the database's own files: the write-ahead log of SQLite, the old rows of the table of
    /// keys in PostgreSQL. `false`: somebody was reading; to be tried again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn scrub_keys(&self) -> Result<bool> {
        match self {
            Database::Sqlite { write, .. } => {
                let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(write).await?;
                Ok(busy == 0)
            }
            // FULL writes the table anew; the plain form leaves the old bytes in the page.
            Database::Postgres(pool) => {
                sqlx::query("VACUUM FULL space_key").execute(pool).await?;
                Ok(true)
            }
        }
    }

    /// Waits for open work to end and closes every connection.
    pub async fn close(&self) {
        match self {
            Database::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Database::Postgres(pool) => pool.close().await,
        }
    }
}

/// Something statements run on: a reader, or a transaction.
pub struct Sql(Inner);

enum Inner {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWrite(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    PostgresWrite(Transaction<'static, Postgres>),
}

macro_rules! bound {
    ($text:expr, $args:expr, $database:ty) => {{
        let mut query = sqlx::query::<$database>($text);
        for value in $args {
            query = match value {
                Value::Text(v) => query.bind(v),
                Value::Int(v) => query.bind(v),
                Value::Bool(v) => query.bind(v),
                Value::Uuid(v) => query.bind(v),
                Value::Time(v) => query.bind(v),
                Value::Date(v) => query.bind(v),
                Value::Bytes(v) => query.bind(v),
            };
        }
        query
    }};
}

/// A row as values of these kinds, in their order.
macro_rules! values {
    ($row:expr, $kinds:expr) => {{
        let row = $row;
        let mut values = Vec::with_capacity($kinds.len());
        for (i, kind) in $kinds.iter().enumerate() {
            values.push(match kind {
                Kind::Text => Value::Text(row.try_get(i)?),
                Kind::Int => Value::Int(row.try_get(i)?),
                Kind::Bool => Value::Bool(row.try_get(i)?),
                Kind::Uuid => Value::Uuid(row.try_get(i)?),
                Kind::Time => Value::Time(row.try_get(i)?),
                Kind::Date => Value::Date(row.try_get(i)?),
                Kind::Bytes => Value::Bytes(row.try_get(i)?),
            });
        }
        Ok::<_, sqlx::Error>(values)
    }};
}

/// Rows as the database gave them.
enum Rows {
    Sqlite(Vec<SqliteRow>),
    Postgres(Vec<PgRow>),
}

/// Whichever connection it is, plainly.
enum Plain<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Sql {
    fn plain(&mut self) -> Plain<'_> {
        match &mut self.0 {
            Inner::SqliteRead(c) => Plain::Sqlite(c),
            Inner::SqliteWrite(c) => Plain::Sqlite(c),
            Inner::PostgresRead(c) => Plain::Postgres(c),
            Inner::PostgresWrite(c) => Plain::Postgres(c),
        }
    }

    // Not generic over the row type: the compiler would make everything below anew for each of a hundred types.
    async fn rows(&mut self, statement: &Statement, args: Vec<Value>, only_first: bool) -> Result<Rows> {
        let rows = match self.plain() {
            Plain::Sqlite(c) if only_first => bound!(statement.sql, args, Sqlite).fetch_optional(c).await.map(|r| Rows::Sqlite(r.into_iter().collect())),
            Plain::Sqlite(c) => bound!(statement.sql, args, Sqlite).fetch_all(c).await.map(Rows::Sqlite),
            Plain::Postgres(c) if only_first => {
                bound!(statement.for_postgres(), args, Postgres).fetch_optional(c).await.map(|r| Rows::Postgres(r.into_iter().collect()))
            }
            Plain::Postgres(c) => bound!(statement.for_postgres(), args, Postgres).fetch_all(c).await.map(Rows::Postgres),
        };
        rows.map_err(|e| Error::database(statement, e))
    }

    /// All rows.
    ///
    /// # Errors
    /// [`Error::Database`] naming the statement.
    pub async fn all<T: Record>(&mut self, statement: &Statement, args: Vec<Value>) -> Result<Vec<T>> {
        match self.rows(statement, args, false).await? {
            Rows::Sqlite(rows) => rows.iter().map(T::from_row).collect::<Result<_, _>>(),
            Rows::Postgres(rows) => rows.iter().map(T::from_row).collect::<Result<_, _>>(),
        }
        .map_err(|e| Error::database(statement, e))
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// [`Error::Database`] naming the statement.
    pub async fn maybe<T: Record>(&mut self, statement: &Statement, args: Vec<Value>) -> Result<Option<T>> {
        match self.rows(statement, args, true).await? {
            Rows::Sqlite(rows) => rows.first().map(T::from_row),
            Rows::Postgres(rows) => rows.first().map(T::from_row),
        }
        .transpose()
        .map_err(|e| Error::database(statement, e))
    }

    /// The first row; a missing row is [`Error::NotFound`].
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Database`].
    pub async fn one<T: Record>(&mut self, statement: &Statement, args: Vec<Value>) -> Result<T> {
        self.maybe(statement, args).await?.ok_or(Error::NotFound)
    }

    /// The number in the first column of the first row (0 where there is none), for counts.
    ///
    /// # Errors
    /// [`Error::Database`] naming the statement.
    pub async fn count(&mut self, statement: &Statement, args: Vec<Value>) -> Result<i64> {
        Ok(self.maybe::<(i64,)>(statement, args).await?.map_or(0, |row| row.0))
    }

    /// Runs a statement that returns nothing; gives the number of rows it changed.
    ///
    /// # Errors
    /// [`Error::Database`] naming the statement; a broken unique constraint is [`Error::Taken`].
    pub async fn run(&mut self, statement: &Statement, args: Vec<Value>) -> Result<u64> {
        let changed = match self.plain() {
            Plain::Sqlite(c) => bound!(statement.sql, args, Sqlite).execute(c).await.map(|r| r.rows_affected()),
            Plain::Postgres(c) => bound!(statement.for_postgres(), args, Postgres).execute(c).await.map(|r| r.rows_affected()),
        };
        changed.map_err(|e| Error::database(statement, e))
    }

    /// Runs a text that was put together from names of our own migrations, with one statement for each database.
    pub(crate) async fn run_text(&mut self, sqlite: String, postgres: String, args: Vec<Value>) -> Result<u64> {
        Ok(match self.plain() {
            Plain::Sqlite(c) => bound!(AssertSqlSafe(sqlite), args, Sqlite).execute(c).await?.rows_affected(),
            Plain::Postgres(c) => bound!(AssertSqlSafe(postgres), args, Postgres).execute(c).await?.rows_affected(),
        })
    }

    /// The rows of such a text, one by one, so that a table of any size can be read.
    pub(crate) fn pull<'a>(&'a mut self, sqlite: String, postgres: String, kinds: &'a [Kind]) -> BoxStream<'a, Result<Vec<Value>>> {
        match self.plain() {
            Plain::Sqlite(c) => sqlx::query::<Sqlite>(AssertSqlSafe(sqlite)).fetch(c).map(|row| Ok(values!(row?, kinds)?)).boxed(),
            Plain::Postgres(c) => sqlx::query::<Postgres>(AssertSqlSafe(postgres)).fetch(c).map(|row| Ok(values!(row?, kinds)?)).boxed(),
        }
    }

    /// Whether this is PostgreSQL, for the few places that speak of the schema itself.
    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.0, Inner::PostgresRead(_) | Inner::PostgresWrite(_))
    }

    /// All rows of a text put together from names that the program itself declares (see [`crate::personal`]), never from
    /// what comes from outside; `kinds` are the types of its columns.
    pub(crate) async fn all_text(&mut self, text: &str, args: Vec<Value>, kinds: &[Kind]) -> Result<Vec<Vec<Value>>> {
        let sql = AssertSqlSafe(text.to_owned());
        let rows = match self.plain() {
            Plain::Sqlite(c) => bound!(sql, args, Sqlite).fetch_all(c).await.map(Rows::Sqlite),
            Plain::Postgres(c) => bound!(sql, args, Postgres).fetch_all(c).await.map(Rows::Postgres),
        };
        let failed = |e: sqlx::Error| Error::Database(format!("{text}: {e}"));
        match rows.map_err(failed)? {
            Rows::Sqlite(rows) => rows.iter().map(|row| values!(row, kinds)).collect::<sqlx::Result<_>>(),
            Rows::Postgres(rows) => rows.iter().map(|row| values!(row, kinds)).collect::<sqlx::Result<_>>(),
        }
        .map_err(failed)
    }

    /// Tells other nodes that a space changed (PostgreSQL delivers it at commit; SQLite has one node).
    pub(crate) async fn tell_nodes(&mut self, space: Uuid) -> Result<()> {
        if let Inner::PostgresWrite(c) = &mut self.0 {
            sqlx::query("SELECT pg_notify('samskab', $1)").bind(space.to_string()).execute(&mut **c).await?;
        }
        Ok(())
    }

    /// Commits a transaction (a reader has nothing to commit).
    ///
    /// # Errors
    /// [`Error::Database`]; then nothing of it happened.
    pub async fn commit(self) -> Result<()> {
        match self.0 {
            Inner::SqliteWrite(t) => t.commit().await?,
            Inner::PostgresWrite(t) => t.commit().await?,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {}
        }
        Ok(())
    }
}
