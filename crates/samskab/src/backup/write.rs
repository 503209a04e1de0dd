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
use super::files::{self, Amiss};
use super::keys::Lock;
use super::seal::{self, Archive};
use super::space_keys;
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
    /// Files that the tables name and the storage does not hold as they were.
    pub amiss: Vec<Amiss>,
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
        let amiss = fill(&mut archive, settings, db, at, say).await?;
        seal::end(archive).map_err(wrong)?;
        say("reading it again");
        let checked = check(&part, &keys)?;
        keep(&part, file).map_err(wrong)?;
        Ok::<_, Error>((checked, amiss))
    };
    let (checked, amiss) = match made.await {
        Ok(made) => made,
        Err(error) => {
            // What is half written helps nobody.
            let _ = std::fs::remove_file(&part);
            return Err(error);
        }
    };
    let size = std::fs::metadata(file).map_err(wrong)?.len();
    Ok(Written { file: file.to_owned(), size, checked, amiss })
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

async fn fill(archive: &mut Archive, settings: &Settings, db: &Database, at: DateTime<Utc>, say: &mut (dyn FnMut(&str) + Send)) -> Result<Vec<Amiss>> {
    let version = db.version().await?;
    let schema = Schema::at(version).await?;
    let header = Header {
        what: "samskab backup".to_owned(),
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: at,
        database: if settings.database.is_some() { "postgres" } else { "sqlite" }.to_owned(),
        version,
        tables: schema.tables.clone(),
    };
    add(archive, "header.json", serde_json::to_string_pretty(&header)?.as_bytes(), at)?;
    let mut manifest = Manifest::default();
    let mut sql = db.snapshot().await?;
    for table in &schema.tables {
        let digest = if space_keys::stays(&table.name) { Digest::default() } else { rows(archive, &mut sql, table, at).await? };
        let sum = digest.sum();
        if sum.rows > 0 {
            say(&format!("{}: {} rows", table.name, sum.rows));
        }
        manifest.tables.insert(table.name.clone(), sum);
    }
    manifest.journals = heads(&mut sql, &schema).await?;
    let keys = files::keys(&mut sql, &schema).await?;
    drop(sql);
    let amiss = files::add(archive, settings, db, keys, at, &mut manifest).await?;
    if !manifest.files.is_empty() {
        say(&format!("{} files", manifest.files.len()));
    }
    let secret = settings.secret_path();
    match std::fs::read(&secret) {
        Ok(bytes) => add(archive, "secret.key", &bytes, at)?,
        Err(e) if e.kind() == io::ErrorKind::NotFound => {}
        Err(e) => return Err(Error::Startup(format!("cannot read the secret key {}: {e}", secret.display()))),
    }
    add(archive, "manifest.json", serde_json::to_string_pretty(&manifest)?.as_bytes(), at)?;
    Ok(amiss)
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
