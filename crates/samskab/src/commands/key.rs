//! `samskab key`: the master key of sealed text, and the keys of sealed spaces that are wrapped under it. No key is ever printed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Subcommand;
use samskab_platform::db::Database;
use samskab_platform::sealed::{self, Keyring};
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result};

use super::{Place, print};

/// What to do with the keys.
#[derive(Subcommand)]
pub enum KeyCommand {
    /// The fingerprint of the master key, and under which master key the keys of sealed spaces are wrapped
    Show {
        /// Also each space
        #[arg(long)]
        list: bool,
        #[command(flatten)]
        place: Place,
    },
    /// Wrap every key under the master key in force, all or none; give the one before it in sealed.previous_key_file
    Rotate(Place),
    /// Write a new master key to a file that only its owner can read
    New {
        /// The file; it must not be there
        file: PathBuf,
    },
}

impl KeyCommand {
    /// Runs it.
    ///
    /// # Errors
    /// What went wrong, in one line.
    pub async fn run(self) -> Result<()> {
        match self {
            KeyCommand::New { file } => {
                let fingerprint = sealed::new_file(&file)?;
                print(&format!("{}: a new master key, fingerprint {fingerprint}. Keep a copy where neither the database nor its backups are.", file.display()))
            }
            KeyCommand::Show { list, place } => {
                let (settings, db) = opened(&place).await?;
                let done = show(&settings, &db, list).await;
                db.close().await;
                done
            }
            KeyCommand::Rotate(place) => {
                let (settings, db) = opened(&place).await?;
                let done = sealed::rotate(&db, &Keyring::read(&settings)?).await;
                db.close().await;
                let done = done?;
                print(&format!("Wrapped under the master key {}: {} keys anew, {} already were.", done.master, done.rewrapped, done.already))?;
                print("When every node runs with this master key, take the previous one out of the settings and destroy its file.")
            }
        }
    }
}

async fn opened(place: &Place) -> Result<(Settings, Database)> {
    let (settings, db) = place.existing().await?;
    if db.version().await? < Database::newest_version() {
        return Err(Error::Startup("the database's tables are older than this program: start the server once".to_owned()));
    }
    Ok((settings, db))
}

async fn show(settings: &Settings, db: &Database, list: bool) -> Result<()> {
    let ring = Keyring::read(settings)?;
    match ring.current() {
        Some(master) => print(&format!("Master key: {}", master.fingerprint()))?,
        None if ring.makes() => print("Master key: none yet; it is made in the data folder when it is first needed")?,
        None => print("Master key: none. Nothing can be sealed: set sealed.master_key_file")?,
    }
    if let Some(previous) = ring.previous() {
        print(&format!("The one before it: {}", previous.fingerprint()))?;
    }
    let keys = sealed::wrapped(&mut db.read().await?).await?;
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for key in &keys {
        let (all, open) = counts.entry(&key.master).or_default();
        *all += 1;
        *open += usize::from(key.opens(&ring));
    }
    for (master, (all, open)) in &counts {
        print(&format!("{all} keys of sealed spaces under {master}, {open} of them open"))?;
    }
    if keys.is_empty() {
        print("No sealed space has a key.")?;
    }
    for key in keys.iter().filter(|_| list) {
        print(&format!("{:<24} {}  made {}", key.slug, key.master, key.made_at.format("%Y-%m-%d")))?;
    }
    Ok(())
}
