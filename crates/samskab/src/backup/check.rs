//! Reading a backup from end to end: every row, every file, every journal against what the manifest says.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use samskab_platform::clock::hex;
use samskab_platform::db::Value;
use samskab_platform::dump::{self, Digest, Table};
use samskab_platform::journal::{self, Entry};
use samskab_platform::{Error, Result};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::keys::Keys;
use super::write::{Hashing, head};
use super::{FORMAT, Header, Manifest, seal};

/// A backup that holds.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What it is.
    pub header: Header,
    /// What is in it.
    pub manifest: Manifest,
    /// Entries of journals that were followed from the first to the last.
    pub entries: u64,
    /// Whether the installation's secret is in it.
    pub secret: bool,
}

/// What is met on the way through a backup.
pub(super) trait Reader {
    /// A row.
    fn row(&mut self, table: &Table, row: Vec<Value>) -> Result<()>;
    /// A file; what is read of it is digested.
    fn file(&mut self, path: &str, content: &mut dyn Read) -> io::Result<()>;
    /// The installation's secret.
    fn secret(&mut self, bytes: &[u8]) -> Result<()>;
}

/// Nothing is kept.
struct Looking;

impl Reader for Looking {
    fn row(&mut self, _: &Table, _: Vec<Value>) -> Result<()> {
        Ok(())
    }

    fn file(&mut self, _: &str, content: &mut dyn Read) -> io::Result<()> {
        io::copy(content, &mut io::sink()).map(|_| ())
    }

    fn secret(&mut self, _: &[u8]) -> Result<()> {
        Ok(())
    }
}

/// Checks a backup; nothing of it is kept.
///
/// # Errors
/// [`Error::Startup`] with the first thing that does not hold.
pub fn check(file: &Path, keys: &Keys) -> Result<Checked> {
    walk(file, keys, &mut Looking)
}

/// Goes through a backup from end to end.
pub(super) fn walk(file: &Path, keys: &Keys, reader: &mut dyn Reader) -> Result<Checked> {
    let broken = |what: &str| Error::Startup(format!("the backup {} does not hold: {what}", file.display()));
    let unreadable = |e: io::Error| broken(&format!("it cannot be read to the end ({e})"));
    let mut archive = seal::open(file, keys)?;
    let mut header: Option<Header> = None;
    let mut found = Manifest::default();
    let mut manifest: Option<Manifest> = None;
    let mut digests: BTreeMap<String, Digest> = BTreeMap::new();
    let mut chains = Chains::default();
    let mut secret = false;
    for entry in archive.entries().map_err(unreadable)? {
        let mut entry = entry.map_err(unreadable)?;
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        match (path.as_str(), &header) {
            ("header.json", None) => header = Some(read_header(file, &mut entry)?),
            (_, None) => return Err(broken("it is not a backup of samskab")),
            ("manifest.json", _) => {
                manifest = Some(serde_json::from_reader(&mut entry).map_err(|e| broken(&format!("its manifest cannot be read ({e})")))?);
            }
            ("secret.key", _) => {
                let mut bytes = vec![];
                entry.read_to_end(&mut bytes).map_err(unreadable)?;
                reader.secret(&bytes)?;
                secret = true;
            }
            (path, Some(header)) => {
                if let Some(path) = path.strip_prefix("files/") {
                    let mut content = Hashing { inner: entry, hash: Sha256::new() };
                    let size = content.inner.size();
                    reader.file(path, &mut content).map_err(|e| broken(&format!("file {path}: {e}")))?;
                    found.files.insert(path.to_owned(), (hex(&content.hash.finalize()), size));
                    continue;
                }
                let name = path.strip_prefix("tables/").and_then(|p| p.split('/').next()).unwrap_or("");
                let table = header.tables.iter().find(|t| t.name == name).ok_or_else(|| broken(&format!("it holds something unknown, {path}")))?;
                let digest = digests.entry(table.name.clone()).or_default();
                let mut text = String::new();
                entry.read_to_string(&mut text).map_err(unreadable)?;
                for line in text.lines() {
                    let row = dump::parse(line, &table.columns).map_err(|e| broken(&format!("table {name}: {}", e.0)))?;
                    digest.add(line);
                    match name {
                        "journal" => chains.entry(table, &row).map_err(|what| broken(&what))?,
                        "space" => {
                            if let Some((space, seq, hash)) = head(table, &row) {
                                found.journals.insert(space, (seq, hash));
                            }
                        }
                        _ => {}
                    }
                    reader.row(table, row)?;
                }
            }
        }
    }
    let (Some(header), Some(manifest)) = (header, manifest) else { return Err(broken("its end is missing")) };
    for table in &header.tables {
        found.tables.insert(table.name.clone(), digests.remove(&table.name).unwrap_or_default().sum());
    }
    if let Some(table) = header.tables.iter().find(|t| found.tables.get(&t.name) != manifest.tables.get(&t.name)) {
        return Err(broken(&format!("table {} is not what was written", table.name)));
    }
    if let Some(path) = manifest.files.keys().chain(found.files.keys()).find(|p| manifest.files.get(*p) != found.files.get(*p)) {
        return Err(broken(&format!("file {path} is not what was written")));
    }
    if found != manifest {
        return Err(broken("the manifest names something else"));
    }
    let entries = chains.entries;
    chains.end(&manifest).map_err(|what| broken(&what))?;
    Ok(Checked { header, manifest, entries, secret })
}

fn read_header(file: &Path, entry: &mut dyn Read) -> Result<Header> {
    let wrong = |what: String| Error::Startup(format!("{} {what}", file.display()));
    let header: Header = serde_json::from_reader(entry).map_err(|e| wrong(format!("is not a backup of samskab: {e}")))?;
    if header.format != FORMAT {
        return Err(wrong(format!("is of form {}, this program reads form {FORMAT}: use the program that wrote it ({})", header.format, header.program)));
    }
    Ok(header)
}

/// Follows the journals of all spaces; their entries come by space and number.
#[derive(Default)]
struct Chains {
    ends: BTreeMap<Uuid, (i64, Vec<u8>)>,
    entries: u64,
}

impl Chains {
    fn entry(&mut self, table: &Table, row: &[Value]) -> Result<(), String> {
        let entry = entry(table, row).ok_or("a journal entry cannot be read")?;
        let (seq, before) = self.ends.remove(&entry.space_id).unwrap_or_else(|| (0, journal::first_hash(entry.space_id)));
        let place = || format!("journal of space {}, entry {}", entry.space_id, entry.seq);
        if entry.seq != seq + 1 {
            return Err(format!("{}: the one before it is missing", place()));
        }
        if let (Some(payload), Some(salt)) = (&entry.payload, &entry.salt)
            && journal::payload_digest(salt, payload) != entry.payload_digest
        {
            return Err(format!("{}: the payload is not what was written", place()));
        }
        if journal::entry_hash(&before, &entry) != entry.hash {
            return Err(format!("{}: it is not what was written", place()));
        }
        self.ends.insert(entry.space_id, (entry.seq, entry.hash));
        self.entries += 1;
        Ok(())
    }

    /// Every journal ends where its space says.
    fn end(self, manifest: &Manifest) -> Result<(), String> {
        for (space, (seq, hash)) in &manifest.journals {
            let found = space.parse().ok().and_then(|id: Uuid| self.ends.get(&id));
            let ends = match found {
                Some((last, end)) => last == seq && hex(end) == *hash,
                None => *seq == 0,
            };
            if !ends {
                return Err(format!("the journal of space {space} does not end where the space says"));
            }
        }
        Ok(())
    }
}

fn entry(table: &Table, row: &[Value]) -> Option<Entry> {
    let of = |name: &str| table.columns.iter().position(|c| c.name == name).and_then(|i| row.get(i)).cloned();
    let text = |name: &str| match of(name) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    };
    let id = |name: &str| match of(name) {
        Some(Value::Uuid(id)) => Some(id),
        _ => None,
    };
    let bytes = |name: &str| match of(name) {
        Some(Value::Bytes(bytes)) => Some(bytes),
        _ => None,
    };
    let Some(Value::Int(Some(seq))) = of("seq") else { return None };
    let Some(Value::Time(Some(at))) = of("at") else { return None };
    Some(Entry {
        space_id: id("space_id")??,
        seq,
        verb: text("verb")??,
        actor_id: id("actor_id")?,
        object_kind: text("object_kind")??,
        object_id: id("object_id")??,
        at,
        payload: text("payload")?,
        salt: bytes("salt")?,
        payload_digest: bytes("payload_digest")??,
        hash: bytes("hash")??,
    })
}
