//! Checks an archive from itself alone: every file against the index, and every chain of entries from its beginning.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Seek};
use std::path::Path;

use chrono::{DateTime, Utc};
use samskab_platform::clock::hex;
use samskab_platform::journal::{self, Entry};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zip::ZipArchive;

use crate::index::{FORMAT, Index, JournalFile};

/// The largest index that is read into memory, in bytes.
const LARGEST_INDEX: u64 = 256 << 20;
/// The longest line of a journal, in bytes.
const LONGEST_LINE: u64 = 16 << 20;

/// What was found in an archive that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Report {
    pub space: String,
    pub made_at: DateTime<Utc>,
    pub files: usize,
    pub closed: usize,
    pub entries: i64,
    /// The SHA-256 of `indeks.json`, hex: what the space's own journal calls the archive's seal.
    pub seal: String,
}

/// An entry as it stands in a journal's file.
#[derive(Deserialize)]
struct Line {
    seq: i64,
    verb: String,
    actor: Option<Uuid>,
    object_kind: String,
    object: Uuid,
    at: DateTime<Utc>,
    payload: Option<String>,
    salt: Option<String>,
    payload_digest: String,
    hash: String,
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits.filter(|d| d.len().is_multiple_of(2))?;
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

/// Checks an archive.
///
/// # Errors
/// What is wrong with it, where, in words.
pub fn check(path: &Path) -> Result<Report, String> {
    let file = fs::File::open(path).map_err(|e| format!("cannot be read: {e}"))?;
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|e| format!("is no archive, or was cut off: {e}"))?;
    let mut text = vec![];
    zip.by_name("indeks.json")
        .map_err(|_| "there is no indeks.json in it".to_owned())?
        .take(LARGEST_INDEX)
        .read_to_end(&mut text)
        .map_err(|e| format!("indeks.json: {e}"))?;
    let index: Index = serde_json::from_slice(&text).map_err(|e| format!("indeks.json cannot be understood: {e}"))?;
    if index.format != FORMAT {
        return Err(format!("indeks.json is of the format '{}'; this program knows '{FORMAT}'", index.format));
    }
    for document in &index.documents {
        let (bytes, digest) = digest_of(&mut zip, &document.path)?;
        if (bytes, digest.as_str()) != (document.bytes, document.sha256.as_str()) {
            return Err(format!("{}: is not what was archived ({bytes} bytes, SHA-256 {digest})", document.path));
        }
    }
    let known: BTreeSet<&str> = index.documents.iter().map(|d| d.path.as_str()).chain(["indeks.json"]).collect();
    if known.len() != index.documents.len() + 1 {
        return Err("indeks.json names a file twice".to_owned());
    }
    let names: Vec<String> =
        zip.file_names().map(|n| n.map(std::borrow::Cow::into_owned)).collect::<Result<_, _>>().map_err(|e| format!("a name in it cannot be read: {e}"))?;
    let others: Vec<&str> = names.iter().map(String::as_str).filter(|name| !known.contains(name)).collect();
    if !others.is_empty() {
        return Err(format!("{}: is not in the index", others.join(", ")));
    }
    let mut entries = 0;
    for journal in &index.journals {
        chain(&mut zip, journal).map_err(|fault| format!("{}: {fault}", journal.path))?;
        entries += journal.entries;
    }
    let closed = index.documents.iter().filter(|d| d.access == crate::Access::Closed).count();
    Ok(Report { space: index.space.title, made_at: index.made_at, files: index.documents.len(), closed, entries, seal: hex(&Sha256::digest(&text)) })
}

fn digest_of(zip: &mut ZipArchive<impl Read + Seek>, path: &str) -> Result<(u64, String), String> {
    let mut file = zip.by_name(path).map_err(|_| format!("{path}: is missing"))?;
    let (mut digest, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; 64 << 10]);
    loop {
        match file.read(&mut piece).map_err(|e| format!("{path}: {e}"))? {
            0 => return Ok((bytes, hex(&digest.finalize()))),
            n => {
                digest.update(&piece[..n]);
                bytes += n as u64;
            }
        }
    }
}

fn chain(zip: &mut ZipArchive<impl Read + Seek>, journal: &JournalFile) -> Result<(), String> {
    let file = zip.by_name(&journal.path).map_err(|_| "is missing".to_owned())?;
    let mut reader = BufReader::new(file);
    let (mut before, mut seq) = (journal::first_hash(journal.space), 0);
    loop {
        let mut line = String::new();
        if (&mut reader).take(LONGEST_LINE).read_line(&mut line).map_err(|e| e.to_string())? == 0 {
            break;
        }
        let wrong = |what: &str| format!("entry {}: {what}", seq + 1);
        let line: Line = serde_json::from_str(&line).map_err(|e| wrong(&format!("cannot be understood: {e}")))?;
        if line.seq != seq + 1 {
            return Err(wrong("is missing"));
        }
        let bytes = |text: &str| unhex(text).ok_or_else(|| wrong("a digest is not hexadecimal"));
        let entry = Entry {
            space_id: journal.space,
            seq: line.seq,
            verb: line.verb,
            actor_id: line.actor,
            object_kind: line.object_kind,
            object_id: line.object,
            at: line.at,
            payload_digest: bytes(&line.payload_digest)?,
            salt: line.salt.as_deref().map(bytes).transpose()?,
            payload: line.payload,
            hash: bytes(&line.hash)?,
        };
        match (&entry.payload, &entry.salt) {
            (Some(payload), Some(salt)) if journal::payload_digest(salt, payload) != entry.payload_digest => {
                return Err(wrong("the payload is not what was written"));
            }
            (Some(_), Some(_)) | (None, None) => {}
            _ => return Err(wrong("the payload is half erased")),
        }
        if journal::entry_hash(&before, &entry) != entry.hash {
            return Err(wrong("is not what was written"));
        }
        (before, seq) = (entry.hash, seq + 1);
    }
    if (seq, hex(&before)) == (journal.entries, journal.hash.clone()) {
        Ok(())
    } else {
        Err(format!("ends at entry {seq}, and the index says {}", journal.entries))
    }
}
