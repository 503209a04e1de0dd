//! Writing a backup while the server runs.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use futures::StreamExt;
use samskab_platform::clock::hex;
use samskab_platform::db::{Database, Sql, Value};
use samskab_platform::dump::{self, Digest, Schema, Table};
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result};
use sha2::{Digest as _, Sha256};

use super::check::{Checked, check};
use super::keys::Lock;
use super::seal::{self, Archive};
use super::{FORMAT, Header, Manifest};

/// A piece of a table: small enough for memory, large enough for gzip.
const PIECE: usize = 4 << 20;

/// A backup that was written.
#[derive(Debug)]
pub struct Written {
    /// Where.
    pub file: PathBuf,
    /// Bytes.
    pub size: u64,
    /// What was found when it was opened again.
    pub checked: Checked,
    /// What is not in it.
    pub left_out: Option<String>,
}

/// Writes a backup, opens it again and checks all of it; only then does it get its name. An existing file is never touched.
///
/// # Errors
/// [`Error::Startup`] with what to do; then there is no file.
pub async fn write(settings: &Settings, db: &Database, file: &Path, lock: &Lock, at: DateTime<Utc>, say: &mut (dyn FnMut(&str) + Send)) -> Result<Written> {
    let wrong = |e: io::Error| Error::Startup(format!("cannot write the backup {}: {e}", file.display()));
    if file.exists() {
        return Err(Error::Startup(format!("{} is already there: a backup never overwrites; give another name, or a folder", file.display())));
    }
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let (encryptor, keys) = lock.encryptor()?.map_or((None, super::Keys::default()), |(e, k)| (Some(e), k));
    let mut archive = seal::begin(&part, encryptor).map_err(|e| match e.kind() {
        io::ErrorKind::AlreadyExists => {
            Error::Startup(format!("{} is there: another backup is being written, or one was cut off; remove it if none is", part.display()))
        }
        _ => wrong(e),
    })?;
    let made = async {
        let left_out = fill(&mut archive, settings, db, at, say).await?;
        seal::end(archive).map_err(wrong)?;
        say("reading it again");
        let checked = check(&part, &keys)?;
        keep(&part, file).map_err(wrong)?;
        Ok::<_, Error>((checked, left_out))
    };
    let (checked, left_out) = match made.await {
        Ok(made) => made,
        Err(error) => {
            // What is half written helps nobody.
            let _ = std::fs::remove_file(&part);
            return Err(error);
        }
    };
    let size = std::fs::metadata(file).map_err(wrong)?.len();
    Ok(Written { file: file.to_owned(), size, checked, left_out })
}

/// Gives it its name, unless something has come to have that name meanwhile.
fn keep(part: &Path, file: &Path) -> io::Result<()> {
    // A hard link refuses where a rename would replace. Some file systems have none.
    match std::fs::hard_link(part, file) {
        Ok(()) => std::fs::remove_file(part)?,
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => return Err(e),
        Err(_) => std::fs::rename(part, file)?,
    }
    match file.parent().filter(|p| !p.as_os_str().is_empty()) {
        Some(folder) => std::fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

async fn fill(archive: &mut Archive, settings: &Settings, db: &Database, at: DateTime<Utc>, say: &mut (dyn FnMut(&str) + Send)) -> Result<Option<String>> {
    let version = db.version().await?;
    let schema = Schema::at(version).await?;
    let elsewhere = settings.files.s3.as_ref().map(|s3| format!("the files in the bucket '{}' at {}", s3.bucket, s3.endpoint));
    let header = Header {
        what: "samskab backup".to_owned(),
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: at,
        database: if settings.database.is_some() { "postgres" } else { "sqlite" }.to_owned(),
        version,
        tables: schema.tables.clone(),
        files: elsewhere.clone().unwrap_or_else(|| "here".to_owned()),
    };
    add(archive, "header.json", serde_json::to_string_pretty(&header)?.as_bytes(), at)?;
    let mut manifest = Manifest::default();
    let mut sql = db.snapshot().await?;
    for table in &schema.tables {
        let digest = rows(archive, &mut sql, table, at).await?;
        let sum = digest.sum();
        if sum.rows > 0 {
            say(&format!("{}: {} rows", table.name, sum.rows));
        }
        manifest.tables.insert(table.name.clone(), sum);
    }
    manifest.journals = heads(&mut sql, &schema).await?;
    drop(sql);
    if elsewhere.is_none() {
        let folder = files_folder(settings);
        for (path, full) in files(&folder).map_err(|e| Error::Startup(format!("cannot read the files in {}: {e}", folder.display())))? {
            if let Some(entry) = file(archive, &format!("files/{path}"), &full)? {
                manifest.files.insert(path, entry);
            }
        }
        if !manifest.files.is_empty() {
            say(&format!("{} files", manifest.files.len()));
        }
    }
    let secret = settings.secret_path();
    match std::fs::read(&secret) {
        Ok(bytes) => add(archive, "secret.key", &bytes, at)?,
        Err(e) if e.kind() == io::ErrorKind::NotFound => {}
        Err(e) => return Err(Error::Startup(format!("cannot read the secret key {}: {e}", secret.display()))),
    }
    add(archive, "manifest.json", serde_json::to_string_pretty(&manifest)?.as_bytes(), at)?;
    Ok(elsewhere)
}

async fn rows(archive: &mut Archive, sql: &mut Sql, table: &Table, at: DateTime<Utc>) -> Result<Digest> {
    let kinds = table.kinds();
    let mut digest = Digest::default();
    let (mut piece, mut number) = (String::new(), 0);
    let mut stream = dump::rows(sql, table, &kinds);
    while let Some(row) = stream.next().await {
        let line = dump::line(&row?);
        digest.add(&line);
        piece.push_str(&line);
        piece.push('\n');
        if piece.len() >= PIECE {
            number += 1;
            add(archive, &format!("tables/{}/{number:06}.jsonl", table.name), piece.as_bytes(), at)?;
            piece.clear();
        }
    }
    if !piece.is_empty() {
        add(archive, &format!("tables/{}/{:06}.jsonl", table.name, number + 1), piece.as_bytes(), at)?;
    }
    Ok(digest)
}

/// The end of each space's journal.
async fn heads(sql: &mut Sql, schema: &Schema) -> Result<BTreeMap<String, (i64, String)>> {
    let Some(table) = schema.table("space") else { return Ok(BTreeMap::new()) };
    let kinds = table.kinds();
    let mut heads = BTreeMap::new();
    let mut stream = dump::rows(sql, table, &kinds);
    while let Some(row) = stream.next().await {
        if let Some((space, seq, hash)) = head(table, &row?) {
            heads.insert(space, (seq, hash));
        }
    }
    Ok(heads)
}

/// Space, number and hash of its journal's last entry.
pub(super) fn head(table: &Table, row: &[Value]) -> Option<(String, i64, String)> {
    let of = |name: &str| table.columns.iter().position(|c| c.name == name).and_then(|i| row.get(i));
    match (of("id"), of("journal_seq"), of("journal_hash")) {
        (Some(Value::Uuid(Some(id))), Some(Value::Int(Some(seq))), Some(Value::Bytes(Some(hash)))) => Some((id.to_string(), *seq, hex(hash))),
        _ => None,
    }
}

fn add(archive: &mut Archive, path: &str, bytes: &[u8], at: DateTime<Utc>) -> Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(at.timestamp()).unwrap_or(0));
    archive.append_data(&mut header, path, bytes).map_err(|e| Error::Startup(format!("cannot write the backup: {e}")))
}

/// Adds a file; `None` where it has gone since it was listed. Its size is fixed when it is opened: files never change
/// here, but one may be removed.
fn file(archive: &mut Archive, path: &str, full: &Path) -> Result<Option<(String, u64)>> {
    let wrong = |e: io::Error| Error::Startup(format!("cannot back up {}: {e}", full.display()));
    let opened = match std::fs::File::open(full) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(wrong)?,
    };
    let size = opened.metadata().map_err(wrong)?.len();
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    let mut reader = Hashing { inner: opened, hash: Sha256::new() };
    archive.append_data(&mut header, path, &mut reader).map_err(wrong)?;
    Ok(Some((hex(&reader.hash.finalize()), size)))
}

/// Digests what passes through.
pub(super) struct Hashing<R> {
    pub(super) inner: R,
    pub(super) hash: Sha256,
}

impl<R: io::Read> io::Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.hash.update(&buffer[..n]);
        Ok(n)
    }
}

/// The folder the files lie in.
pub(super) fn files_folder(settings: &Settings) -> PathBuf {
    settings.files.folder.clone().unwrap_or_else(|| settings.data.join("files"))
}

/// Every file under a folder: its path from there, with `/`, and where it is. A folder that is not there holds none.
pub(super) fn files(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let (mut found, mut open) = (vec![], vec![folder.to_owned()]);
    while let Some(here) = open.pop() {
        let entries = match std::fs::read_dir(&here) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                open.push(entry.path());
            } else if kind.is_file()
                && let Ok(path) = entry.path().strip_prefix(folder)
            {
                found.push((path.to_string_lossy().replace('\\', "/"), entry.path()));
            }
        }
    }
    found.sort();
    Ok(found)
}
