//! Bringing a backup back. It is checked from end to end before anything is touched; the rows come in one transaction, so
//! that a restore that is cut off leaves an empty database, and can be run again.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use samskab_files::storage::Storage;
use samskab_platform::db::{Tables, Value};
use samskab_platform::dump::{self, Loader, Schema, Table};
use samskab_platform::sealed::{KEY_TABLE, Keyring};
use samskab_platform::settings::{Settings, write_private};
use samskab_platform::{Error, Result, journal};
use tokio::runtime::Handle;

use super::check::{Checked, Reader, check, walk};
use super::keys::Keys;
use super::space_keys::{self, KeyFile, KeysBack};
use super::write::files_folder;
use crate::build;

/// Rows that are handed to the database together.
const TOGETHER: usize = 500;

/// What was brought back.
#[derive(Debug)]
pub struct Restored {
    /// What the backup is.
    pub checked: Checked,
    /// What the check of the journal said afterwards.
    pub journal: journal::Report,
    /// What became of the key file, where one was given.
    pub keys: Option<KeysBack>,
}

/// Brings a backup back into an installation that is empty, with the keys of sealed spaces where their file is given.
///
/// # Errors
/// [`Error::Startup`] with what to do.
pub async fn restore(settings: &Settings, file: &Path, keys: &Keys, key_file: Option<&KeyFile>, say: &mut (dyn FnMut(&str) + Send)) -> Result<Restored> {
    say("checking the backup");
    let checked = check(file, keys)?;
    let folder = files_folder(settings);
    let partial = beside(&folder);
    let unwritable = |e: io::Error| Error::Startup(format!("cannot write the files to {}: {e}", partial.display()));
    // What was cut off earlier is begun anew.
    forget(&partial).map_err(unwritable)?;
    say(&format!("restoring {} rows and {} files", checked.manifest.rows(), checked.manifest.files.len()));
    let db = build::open(settings, Tables::Version(checked.header.version)).await?;
    let schema = Schema::at(checked.header.version).await?;
    if schema.tables != checked.header.tables {
        return Err(Error::Startup("the backup's tables are not those this program knows for its version: use the program that wrote it".to_owned()));
    }
    let mut loader = Loader::begin(&db, &schema).await?;
    let storage = if checked.manifest.files.is_empty() { None } else { Some(waiting(settings, &partial)?) };
    let mut unpacking = Unpacking { loader: &mut loader, handle: Handle::current(), table: None, batch: vec![], storage, secret: None };
    tokio::task::block_in_place(|| {
        walk(file, keys, &mut unpacking)?;
        unpacking.hand_over()
    })?;
    let secret = unpacking.secret.take();
    say("comparing");
    for table in &schema.tables {
        let arrived = dump::sum(loader.sql(), table).await?;
        if Some(&arrived) != checked.manifest.tables.get(&table.name) {
            return Err(Error::Startup(format!("table {} arrived differently: nothing was kept", table.name)));
        }
    }
    let back = match key_file {
        None => None,
        Some(_) if schema.table(KEY_TABLE).is_none() => {
            return Err(Error::Startup("the backup is older than sealed text: restore it without --keys".to_owned()));
        }
        Some(key_file) => Some(space_keys::put_back(loader.sql(), &Keyring::read(settings)?, key_file).await?),
    };
    if let Some(secret) = secret {
        put_secret(settings, &secret)?;
    }
    if partial.exists() {
        fs::rename(&partial, &folder).map_err(unwritable)?;
    }
    loader.finish().await?;
    db.migrate().await?;
    let journal = journal::verify(&mut db.read().await?).await?;
    db.close().await;
    Ok(Restored { checked, journal, keys: back })
}

/// Where files are put until everything has come: a folder beside the one they are for. In storage that speaks S3 they are
/// where they belong at once; what is there under a key is always the same.
fn waiting(settings: &Settings, partial: &Path) -> Result<Storage> {
    if settings.files.s3.is_some() {
        return Storage::open(settings);
    }
    let mut beside = settings.clone();
    beside.files.folder = Some(partial.to_owned());
    Storage::open(&beside)
}

/// Where files wait until everything has come.
fn beside(folder: &Path) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(".restoring");
    PathBuf::from(name)
}

fn forget(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
        _ => Ok(()),
    }
}

fn put_secret(settings: &Settings, secret: &[u8]) -> Result<()> {
    let path = settings.secret_path();
    let wrong = |e: io::Error| Error::Startup(format!("cannot write the secret key {}: {e}", path.display()));
    if fs::read(&path).is_ok_and(|there| there == secret) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(wrong)?;
    }
    write_private(&path, secret).map_err(wrong)
}

/// Takes what comes out of the file.
struct Unpacking<'a> {
    loader: &'a mut Loader,
    handle: Handle,
    table: Option<Table>,
    batch: Vec<Vec<Value>>,
    storage: Option<Storage>,
    secret: Option<Vec<u8>>,
}

impl Unpacking<'_> {
    fn hand_over(&mut self) -> Result<()> {
        let rows = std::mem::take(&mut self.batch);
        match &self.table {
            Some(table) => self.handle.block_on(self.loader.insert(table, rows)),
            None => Ok(()),
        }
    }
}

impl Reader for Unpacking<'_> {
    fn row(&mut self, table: &Table, row: Vec<Value>) -> Result<()> {
        if self.table.as_ref().is_none_or(|t| t.name != table.name) {
            self.hand_over()?;
            self.table = Some(table.clone());
        }
        self.batch.push(row);
        if self.batch.len() == TOGETHER { self.hand_over() } else { Ok(()) }
    }

    fn file(&mut self, path: &str, content: &mut dyn Read) -> io::Result<()> {
        if !Path::new(path).components().all(|c| matches!(c, Component::Normal(_))) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "its path leads out of the folder"));
        }
        let Some(storage) = &self.storage else { return Err(io::Error::new(io::ErrorKind::InvalidData, "the manifest does not name it")) };
        let mut bytes = vec![];
        content.read_to_end(&mut bytes)?;
        self.handle.block_on(storage.put(path, bytes.into())).map_err(io::Error::other)
    }

    fn secret(&mut self, bytes: &[u8]) -> Result<()> {
        self.secret = Some(bytes.to_vec());
        Ok(())
    }
}

/// What is in the way of a restore; empty: nothing.
#[must_use]
pub fn in_the_way(settings: &Settings) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = vec![];
    if settings.database.is_none() {
        paths.extend(["samskab.db", "samskab.db-wal", "samskab.db-shm"].map(|f| settings.data.join(f)));
    }
    paths.push(settings.secret_path());
    if settings.files.s3.is_none() {
        paths.push(files_folder(settings));
    }
    paths.retain(|p| p.exists());
    paths
}

/// Moves what is in the way aside, into a folder of its own in the data folder. Nothing is deleted.
///
/// # Errors
/// [`Error::Startup`] where something cannot be moved.
pub fn move_aside(settings: &Settings, paths: &[PathBuf], into: &Path) -> Result<()> {
    let wrong = |e: io::Error| Error::Startup(format!("cannot move what is there to {}: {e}", into.display()));
    fs::create_dir_all(&settings.data).map_err(wrong)?;
    fs::create_dir(into).map_err(wrong)?;
    for path in paths {
        if let Some(name) = path.file_name() {
            fs::rename(path, into.join(name)).map_err(wrong)?;
        }
    }
    Ok(())
}

/// Copies the secret key, the master key of the data folder and the files where a move leads to another data folder; gives how many.
///
/// # Errors
/// [`Error::Startup`] where something cannot be copied, or something else is there.
pub fn bring_along(from: &Settings, to: &Settings) -> Result<usize> {
    let mut copied = 0;
    let secret = from.secret_path();
    if secret != to.secret_path() && secret.exists() {
        let bytes = fs::read(&secret).map_err(|e| Error::Startup(format!("cannot read the secret key {}: {e}", secret.display())))?;
        put_secret(to, &bytes)?;
        copied += 1;
    }
    let (master, arrived) = (from.master_path(), to.master_path());
    if master != arrived && master.exists() {
        let wrong = |e: io::Error| {
            Error::Startup(format!("the database has moved, but the master key {} cannot be copied to {}: {e}", master.display(), arrived.display()))
        };
        let bytes = zeroize::Zeroizing::new(fs::read(&master).map_err(wrong)?);
        if !fs::read(&arrived).is_ok_and(|there| there == *bytes) {
            write_private(&arrived, &bytes).map_err(wrong)?;
        }
        copied += 1;
    }
    let (source, target) = (files_folder(from), files_folder(to));
    if source != target && from.files.s3.is_none() {
        let wrong = |e: io::Error| {
            Error::Startup(format!("the database has moved, but the files in {} cannot be copied to {}: {e}", source.display(), target.display()))
        };
        for (path, full) in files(&source).map_err(wrong)? {
            let arrived = target.join(path);
            if let Some(folder) = arrived.parent() {
                fs::create_dir_all(folder).map_err(wrong)?;
            }
            fs::copy(full, arrived).map_err(wrong)?;
            copied += 1;
        }
    }
    Ok(copied)
}

/// Every file under a folder: its path from there, with `/`, and where it is. A folder that is not there holds none.
fn files(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
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
