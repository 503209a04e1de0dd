//! What is in an archive, for machines (`indeks.json`, documented in `docs/formats.md`) and for people (`indeks.html`).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the file says it is; another number means that fields changed their meaning.
pub(crate) const FORMAT: &str = "samskab-archive-1";

/// The archive's table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Index {
    pub format: String,
    /// The program and its version.
    pub program: String,
    pub municipality: String,
    pub made_at: DateTime<Utc>,
    pub made_by: String,
    pub space: SpacePart,
    /// Each journal with where its chain ends.
    pub journals: Vec<JournalFile>,
    /// What could not come along.
    pub left_out: Vec<LeftOut>,
    /// Every file in the archive but this one.
    pub documents: Vec<Document>,
}

/// The space the archive is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct SpacePart {
    pub id: Uuid,
    pub title: String,
    pub address: String,
    pub recipe: String,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}

/// A journal in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct JournalFile {
    pub path: String,
    pub space: Uuid,
    /// The number of the last entry.
    pub entries: i64,
    /// Its hash, hex.
    pub hash: String,
}

/// Something that could not come along, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct LeftOut {
    pub title: String,
    pub kind: String,
    pub date: NaiveDate,
    pub reason: String,
}

/// A file in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Where in the archive.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// What it is: `minutes`, `frame`, `file` …
    pub kind: String,
    /// The day in Denmark of what it shows.
    pub date: NaiveDate,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
    /// Who may read it.
    pub access: Access,
    /// Why it is closed; missing: it is open.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ground: String,
    /// The thing it shows or belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Uuid>,
}

/// Who may read something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Whoever may see the space.
    Open,
    /// Only those who took part in a closed item; it lies under `lukket/`.
    Closed,
}
