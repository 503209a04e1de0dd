//! One SQL text, two databases.
//!
//! [`Database`] is SQLite (one file, one writer connection, several readers) or PostgreSQL (one pool). Code above never
//! asks which: it gets a [`Sql`] — a reader or the transaction of an act — and runs registered [`Statement`]s on it.
//! Rules that keep one text valid on both: `$1` placeholders, times and ids bound from the application, `BIGINT` for
//! every whole number, `CAST(SUM(..) AS BIGINT)`.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::migrate::Migrator;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use sqlx::{FromRow, PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use uuid::Uuid;

use crate::error::{Error, Result};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

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
        std::fs::create_dir_all(folder).map_err(|e| Error::Startup(format!("cannot create the data folder {}: {e}", folder.display())))?;
        let options = SqliteConnectOptions::new()
            .filename(folder.join("samskab.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL: a commit that was answered survives a power cut, not only a crash.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("mmap_size", "268435456");
        let write = SqlitePoolOptions::new().max_connections(1).min_connections(1).connect_with(options.clone()).await?;
        MIGRATIONS.run(&write).await?;
        let read = SqlitePoolOptions::new().max_connections(4).min_connections(1).connect_with(options.read_only(true)).await?;
        Ok(Database::Sqlite { write, read })
    }

    /// Connects to PostgreSQL by a `postgres://` address and brings its tables up to date.
    ///
    /// # Errors
    /// When the address is wrong, the server does not answer, or the migrations fail.
    pub async fn connect(address: &str) -> Result<Self> {
        if !address.starts_with("postgres://") && !address.starts_with("postgresql://") {
            return Err(Error::Startup(format!(
                "database address '{address}' is not understood: give postgres://USER@HOST/NAME, or --data FOLDER for the embedded database"
            )));
        }
        let options: PgConnectOptions = address.parse().map_err(|e| Error::Startup(format!("database address: {e}")))?;
        let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(10)).connect_with(options).await?;
        MIGRATIONS.run(&pool).await?;
        Ok(Database::Postgres(pool))
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
