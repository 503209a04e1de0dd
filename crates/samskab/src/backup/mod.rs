//! Backups: one file that holds everything an installation cannot do without, and the way back.
//!
//! The file is a tar, compressed with gzip, encrypted with [age](https://age-encryption.org): it can be opened without this
//! program. In it, in this order:
//!
//! * `header.json`: what it is, of which version, with which tables and columns;
//! * `tables/NAME/NUMBER.jsonl`: the rows, one JSON array a line, the same whichever database they came from;
//! * `files/…`: what people put into spaces, from the folder or from the storage that speaks S3;
//! * `secret.key`: the installation's own secret;
//! * `manifest.json`: rows and digest of every table, the digest of every file, and the head of every journal.
//!
//! The keys of sealed spaces are not in it: their table is there and empty ([`space_keys`]).

mod check;
mod files;
mod folder;
mod keys;
mod restore;
mod seal;
mod space_keys;
mod write;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use samskab_platform::dump::{Sum, Table};
use serde::{Deserialize, Serialize};

pub use check::{Checked, check};
pub use folder::{backups, name};
pub use keys::{Keys, Lock};
pub use restore::{Restored, bring_along, in_the_way, move_aside, restore};
pub use space_keys::{KeyFile, KeysBack, remove_old_keys, write_keys};
pub use write::{Written, write};

/// The form of the file; another number is another form.
const FORMAT: u32 = 1;

/// The first entry.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Header {
    /// `samskab backup`.
    pub what: String,
    /// The form of the file.
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// The database it was read from: `sqlite` or `postgres`.
    pub database: String,
    /// The number of the last migration.
    pub version: i64,
    /// The tables, in the order they are in.
    pub tables: Vec<Table>,
}

/// The last entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Rows and digest of each table.
    pub tables: BTreeMap<String, Sum>,
    /// SHA-256 of each file and its size in bytes, by path.
    pub files: BTreeMap<String, (String, u64)>,
    /// The number and hash of each journal's last entry, by space.
    pub journals: BTreeMap<String, (i64, String)>,
}

impl Manifest {
    /// Rows of all tables.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.values().map(|t| t.rows).sum()
    }
}
