//! Who works on a database right now: servers say that they are there, and what must be alone with it (a restore, a move)
//! finds out whether it is.
//!
//! With the embedded database it is a lock on the file `samskab.lock` in the data folder, with PostgreSQL an advisory lock
//! on the database: both are gone with the process that held them, however it ended.

use std::fs::{File, OpenOptions, TryLockError};
use std::time::Duration;

use sqlx::{Connection, PgConnection};

use crate::error::{Error, Result};
use crate::settings::Settings;

/// Advisory locks are numbers: "samskab" in ASCII.
const LOCK: i64 = 0x73_61_6d_73_6b_61_62;

/// Held for as long as somebody is there.
#[derive(Debug)]
pub struct Presence {
    _held: Held,
}

#[derive(Debug)]
#[allow(dead_code, reason = "held, never read: the lock ends with them")]
enum Held {
    File(File),
    Postgres(PgConnection),
}

/// A server is there; any number can be.
///
/// # Errors
/// [`Error::Startup`] where something is alone with the database, or when it cannot be reached.
pub async fn here(settings: &Settings) -> Result<Presence> {
    for _ in 0..10 {
        if let Some(presence) = hold(settings, false).await? {
            return Ok(presence);
        }
        // `samskab doctor` is alone for a moment, to see whether it can be.
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(Error::Startup("the database is being restored or moved: start again when that is done".to_owned()))
}

/// Alone with the database; `None` where a server is there.
///
/// # Errors
/// When the database or its folder cannot be reached.
pub async fn alone(settings: &Settings) -> Result<Option<Presence>> {
    hold(settings, true).await
}

async fn hold(settings: &Settings, alone: bool) -> Result<Option<Presence>> {
    let held = match &settings.database {
        Some(address) => {
            let mut connection = PgConnection::connect(address).await?;
            let text = if alone { "SELECT pg_try_advisory_lock($1)" } else { "SELECT pg_try_advisory_lock_shared($1)" };
            let (got,): (bool,) = sqlx::query_as(text).bind(LOCK).fetch_one(&mut connection).await?;
            got.then_some(Held::Postgres(connection))
        }
        None => {
            let path = settings.data.join("samskab.lock");
            let wrong = |e: std::io::Error| Error::Startup(format!("cannot lock {}: {e}", path.display()));
            std::fs::create_dir_all(&settings.data).map_err(wrong)?;
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(wrong)?;
            match if alone { file.try_lock() } else { file.try_lock_shared() } {
                Ok(()) => Some(Held::File(file)),
                Err(TryLockError::WouldBlock) => None,
                Err(TryLockError::Error(e)) => return Err(wrong(e)),
            }
        }
    };
    Ok(held.map(|held| Presence { _held: held }))
}
