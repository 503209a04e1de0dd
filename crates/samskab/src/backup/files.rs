//! The files of spaces in a backup: those the tables name, from whichever storage they lie in.

use std::collections::BTreeSet;
use std::io::{self, Read};

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use futures::StreamExt;
use futures::stream::BoxStream;
use samskab_files::is_kept;
use samskab_files::storage::Storage;
use samskab_platform::clock::hex;
use samskab_platform::db::{Database, Sql, Value};
use samskab_platform::dump::{self, Schema};
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result};
use sha2::{Digest as _, Sha256};
use tokio::runtime::Handle;

use super::Manifest;
use super::seal::Archive;
use super::write::Hashing;

/// A file that is not in the backup as it should be: its key, and why.
pub type Amiss = (String, &'static str);

/// The keys of all files, each once, as the tables name them.
pub(super) async fn keys(sql: &mut Sql, schema: &Schema) -> Result<BTreeSet<String>> {
    let Some(table) = schema.table("file_bytes") else { return Ok(BTreeSet::new()) };
    let Some(place) = table.columns.iter().position(|c| c.name == "storage_key") else { return Ok(BTreeSet::new()) };
    let kinds = table.kinds();
    let mut keys = BTreeSet::new();
    let mut stream = dump::rows(sql, table, &kinds);
    while let Some(row) = stream.next().await {
        if let Some(Value::Text(Some(key))) = row?.into_iter().nth(place) {
            keys.insert(key);
        }
    }
    Ok(keys)
}

/// Adds the files to the archive; gives those that are missing or damaged. One that somebody has removed since the tables were
/// read is neither.
pub(super) async fn add(
    archive: &mut Archive,
    settings: &Settings,
    db: &Database,
    keys: BTreeSet<String>,
    at: DateTime<Utc>,
    manifest: &mut Manifest,
) -> Result<Vec<Amiss>> {
    let mut amiss = vec![];
    if keys.is_empty() {
        return Ok(amiss);
    }
    let storage = Storage::open(settings)?;
    for key in keys {
        let unreadable = |e: &dyn std::fmt::Display| Error::Startup(format!("cannot back up the file {key}: {e}"));
        match storage.read(&key).await.map_err(|e| unreadable(&e))? {
            Some((size, stream)) => {
                let entry = append(archive, &key, size, stream, at).map_err(|e| unreadable(&e))?;
                // A key ends with the digest of what lies under it.
                if !key.ends_with(&entry.0) {
                    amiss.push((key.clone(), "is not what was once kept"));
                }
                manifest.files.insert(key, entry);
            }
            None if is_kept(&mut db.read().await?, &key).await? => amiss.push((key, "is not there")),
            None => {}
        }
    }
    Ok(amiss)
}

fn append(archive: &mut Archive, key: &str, size: u64, stream: BoxStream<'static, io::Result<Bytes>>, at: DateTime<Utc>) -> io::Result<(String, u64)> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(at.timestamp()).unwrap_or(0));
    let mut reader = Hashing { inner: Pieces { stream, rest: Bytes::new(), handle: Handle::current(), read: 0 }, hash: Sha256::new() };
    // The archive is written as one reads: without a thread of its own the storage could not go on sending meanwhile.
    tokio::task::block_in_place(|| archive.append_data(&mut header, format!("files/{key}"), &mut reader))?;
    if reader.inner.read != size {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, format!("{} of {size} bytes came", reader.inner.read)));
    }
    Ok((hex(&reader.hash.finalize()), size))
}

/// What comes from the storage, as the archive reads it: never more than a piece of a file in memory.
struct Pieces {
    stream: BoxStream<'static, io::Result<Bytes>>,
    rest: Bytes,
    handle: Handle,
    read: u64,
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.handle.block_on(self.stream.next()) {
                Some(piece) => self.rest = piece?,
                None => return Ok(0),
            }
        }
        let n = buffer.len().min(self.rest.len());
        buffer[..n].copy_from_slice(&self.rest.split_to(n));
        self.read += n as u64;
        Ok(n)
    }
}
