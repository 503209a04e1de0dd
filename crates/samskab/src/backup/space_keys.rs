//! The keys of sealed spaces, which travel in no backup: a small file of their own, that can be kept for a shorter time. They are
//! wrapped; without the master key they open nothing.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use samskab_platform::clock::hex;
use samskab_platform::db::{Database, Sql};
use samskab_platform::sealed::{self, KEY_TABLE, Keyring, Wrapped};
use samskab_platform::settings::write_private;
use samskab_platform::{Error, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const WHAT: &str = "samskab space keys";
const FORMAT: u32 = 1;
const PREFIX: &str = "samskab-keys-";
const END: &str = ".json";

/// A key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFile {
    what: String,
    format: u32,
    /// When it was written.
    pub made_at: DateTime<Utc>,
    /// SHA-256 of the keys as they stand here.
    digest: String,
    keys: Vec<Kept>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    space: Uuid,
    slug: String,
    /// As hex.
    wrapped: String,
    master: String,
    made_at: DateTime<Utc>,
}

fn digest(keys: &[Kept]) -> Result<String> {
    Ok(hex(&Sha256::digest(serde_json::to_vec(keys)?)))
}

impl KeyFile {
    /// Reads a key file.
    ///
    /// # Errors
    /// [`Error::Startup`] where it cannot be read, is none, or is not as it was written.
    pub fn read(file: &Path) -> Result<Self> {
        let wrong = |what: &str| Error::Startup(format!("the key file {} {what}", file.display()));
        let text = std::fs::read(file).map_err(|e| wrong(&format!("cannot be read: {e}")))?;
        let read: Self = serde_json::from_slice(&text).map_err(|e| wrong(&format!("is not one of samskab: {e}")))?;
        if read.what != WHAT || read.format != FORMAT {
            return Err(wrong("is not one this program reads: use the program that wrote it"));
        }
        if digest(&read.keys)? != read.digest {
            return Err(wrong("is not as it was written: take another copy"));
        }
        read.wrapped()?;
        Ok(read)
    }

    /// The keys, still wrapped.
    ///
    /// # Errors
    /// [`Error::Startup`] where one of them is none.
    pub fn wrapped(&self) -> Result<Vec<Wrapped>> {
        let one = |kept: &Kept| {
            let pairs: Option<Vec<&str>> = (0..kept.wrapped.len()).step_by(2).map(|at| kept.wrapped.get(at..at + 2)).collect();
            let bytes: Option<Vec<u8>> = pairs?.into_iter().map(|pair| u8::from_str_radix(pair, 16).ok()).collect();
            Some(Wrapped { space_id: kept.space, slug: kept.slug.clone(), wrapped: bytes?, master: kept.master.clone(), made_at: kept.made_at })
        };
        let keys: Option<Vec<Wrapped>> = self.keys.iter().map(one).collect();
        keys.ok_or_else(|| Error::Startup("the key file holds something that is no key: take another copy".to_owned()))
    }
}

/// Writes the keys to a new file; into a folder, it gets a name with its date. Gives the file and how many keys are in it.
///
/// # Errors
/// [`Error::Startup`] where the file is there already or cannot be written, or the database has no table of keys.
pub async fn write_keys(db: &Database, target: &Path, at: DateTime<Utc>) -> Result<(PathBuf, usize)> {
    let file = if target.is_dir() { target.join(format!("{PREFIX}{}{END}", at.format("%Y%m%dT%H%M%SZ"))) } else { target.to_owned() };
    if db.version().await? < Database::newest_version() {
        return Err(Error::Startup("the database's tables are older than this program: start the server once, then write the keys".to_owned()));
    }
    let keys = sealed::wrapped(&mut db.snapshot().await?).await?;
    let keys: Vec<Kept> =
        keys.into_iter().map(|k| Kept { space: k.space_id, slug: k.slug, wrapped: hex(&k.wrapped), master: k.master, made_at: k.made_at }).collect();
    let whole = KeyFile { what: WHAT.to_owned(), format: FORMAT, made_at: at, digest: digest(&keys)?, keys };
    write_private(&file, &serde_json::to_vec_pretty(&whole)?).map_err(|e| Error::Startup(format!("cannot write the key file {}: {e}", file.display())))?;
    Ok((file, whole.keys.len()))
}

/// Removes the key files of a folder that are older than so many days; gives them.
///
/// # Errors
/// [`Error::Startup`] where one cannot be removed: the key of a closed space may still be in it.
pub fn remove_old_keys(folder: &Path, days: i64, now: DateTime<Utc>) -> Result<Vec<PathBuf>> {
    let wrong = |e: std::io::Error| Error::Startup(format!("the keys are written, but old key files in {} cannot be removed: {e}", folder.display()));
    let mut removed = vec![];
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let stamp = path.file_name().and_then(|n| n.to_str()).and_then(|n| n.strip_prefix(PREFIX)?.strip_suffix(END));
        let at = stamp.and_then(|s| chrono::NaiveDateTime::parse_from_str(s, "%Y%m%dT%H%M%SZ").ok());
        if at.is_some_and(|at| now - at.and_utc() > Duration::days(days)) {
            std::fs::remove_file(&path).map_err(wrong)?;
            removed.push(path);
        }
    }
    removed.sort();
    Ok(removed)
}

/// What became of a key file in a restore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeysBack {
    /// Keys in the file.
    pub given: usize,
    /// Those that were put back; the others are of spaces that are not in the backup.
    pub put: u64,
    /// Those that a master key which is here opens.
    pub opens: usize,
}

/// Puts the keys of a file back, in the transaction of a restore.
pub(super) async fn put_back(sql: &mut Sql, ring: &Keyring, file: &KeyFile) -> Result<KeysBack> {
    let keys = file.wrapped()?;
    let put = sealed::put_back(sql, &keys).await?;
    Ok(KeysBack { given: keys.len(), put, opens: keys.iter().filter(|k| k.opens(ring)).count() })
}

/// Whether a table's rows stay out of a backup.
pub(super) fn stays(table: &str) -> bool {
    table == KEY_TABLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_key_files_older_than_so_many_days_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["samskab-keys-20260301T000000Z.json", "samskab-keys-20260320T000000Z.json", "samskab-keys-x.json", "samskab-20250101T000000Z.tar.gz.age"] {
            std::fs::write(folder.path().join(name), b"x").unwrap();
        }
        let now = "2026-03-22T00:00:00Z".parse().unwrap();
        let removed = remove_old_keys(folder.path(), 14, now).unwrap();
        assert_eq!(removed, [folder.path().join("samskab-keys-20260301T000000Z.json")]);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_key_file_that_was_changed_is_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys.json");
        let keys =
            vec![Kept { space: Uuid::nil(), slug: "kreds-1".to_owned(), wrapped: "0aff".to_owned(), master: "m".to_owned(), made_at: DateTime::UNIX_EPOCH }];
        let whole = KeyFile { what: WHAT.to_owned(), format: FORMAT, made_at: DateTime::UNIX_EPOCH, digest: digest(&keys).unwrap(), keys };
        let text = serde_json::to_string(&whole).unwrap();
        std::fs::write(&file, &text).unwrap();
        assert_eq!(KeyFile::read(&file).unwrap().wrapped().unwrap()[0].wrapped, [10, 255]);
        for changed in [text.replace("0aff", "0afe"), text.replace(WHAT, "something else"), "{}".to_owned()] {
            std::fs::write(&file, changed).unwrap();
            assert!(KeyFile::read(&file).is_err());
        }
    }
}
