//! `samskab backup FILE` and `samskab backup verify FILE`.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use samskab_platform::clock::Clock;
use samskab_platform::db::Database;
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result};

use super::{Place, print};
use crate::backup::{self, Checked, Keys, Lock};

/// A backup, or the check of one.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Backup {
    #[command(subcommand)]
    what: Option<What>,
    /// The file to write, or a folder: then the file gets a name with its date
    #[arg(required_unless_present = "keys")]
    file: Option<PathBuf>,
    /// Encrypt to this public key of age (age1…); may be given several times. Without it: backup.recipients of the settings
    #[arg(long)]
    recipient: Vec<String>,
    /// Encrypt with the passphrase in this file instead
    #[arg(long, conflicts_with = "recipient")]
    passphrase_file: Option<PathBuf>,
    /// Do not encrypt: everyone who gets the file can read everything
    #[arg(long, conflicts_with_all = ["recipient", "passphrase_file"])]
    unencrypted: bool,
    /// In a folder: keep the newest N backups, and remove older ones once this one is verified
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    keep: Option<u32>,
    /// Write the keys of sealed spaces to this file or folder: they are in no backup. Keep them for a shorter time
    #[arg(long)]
    keys: Option<PathBuf>,
    /// In a folder of key files: remove those older than DAYS once the new one is written
    #[arg(long, value_name = "DAYS", requires = "keys", value_parser = clap::value_parser!(i64).range(1..))]
    keep_keys: Option<i64>,
    #[command(flatten)]
    place: Place,
}

#[derive(Subcommand)]
enum What {
    /// Read a backup from end to end and check every row, file and journal
    Verify {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        keys: KeyFiles,
    },
}

/// What opens a backup.
#[derive(Args)]
pub struct KeyFiles {
    /// The private key, as `age-keygen` writes it
    #[arg(long)]
    identity: Option<PathBuf>,
    /// A file that holds the passphrase
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

impl KeyFiles {
    /// Reads them.
    ///
    /// # Errors
    /// Where one cannot be read.
    pub fn keys(&self) -> Result<Keys> {
        Keys::read(self.identity.as_deref(), self.passphrase_file.as_deref())
    }
}

impl Backup {
    /// Runs it.
    ///
    /// # Errors
    /// What went wrong, in one line.
    pub async fn run(self) -> Result<()> {
        if let Some(What::Verify { file, keys }) = self.what {
            let checked = backup::check(&file, &keys.keys()?)?;
            return print(&format!("{} holds: {}.", file.display(), contents(&checked)));
        }
        if self.keep_keys.is_some() && !self.keys.as_ref().is_some_and(|target| target.is_dir()) {
            return Err(Error::Startup("--keep-keys needs a folder in --keys, not a file".to_owned()));
        }
        let (settings, db) = self.place.existing().await?;
        let at = Clock::system().now();
        let Some(file) = &self.file else {
            let written = self.write_keys(&db, at).await;
            db.close().await;
            return written;
        };
        let lock = self.lock(&settings)?;
        let folder = file.is_dir();
        if self.keep.is_some() && !folder {
            return Err(Error::Startup("--keep needs a folder to write to, not a file".to_owned()));
        }
        let target = if folder { file.join(backup::name(at, &lock)) } else { file.clone() };
        let written = backup::write(&settings, &db, &target, &lock, at, &mut |what| eprintln!("  {what}")).await?;
        // After the backup: then the key of every space in it is among them.
        self.write_keys(&db, at).await?;
        db.close().await;
        print(&format!("{}: {} bytes, {}.", written.file.display(), written.size, contents(&written.checked)))?;
        print(match lock {
            Lock::Recipients(_) => {
                "Verified: opened again with a key of this one run, every row, file and journal read and compared. Try your own private key now and then: samskab backup verify FILE --identity KEY"
            }
            Lock::Passphrase(_) => "Verified: opened again with the passphrase, every row, file and journal read and compared.",
            Lock::Open => "Verified: every row, file and journal read again and compared. It is not encrypted: everyone who gets the file can read everything.",
        })?;
        // What is older may hold what this one lacks.
        if let Some((key, why)) = written.amiss.first() {
            return Err(Error::Startup(format!(
                "the backup is written, but {} of the files are not as they should be in the storage (file {key} {why}, for example): look at the storage, and keep the older backups until that is done",
                written.amiss.len()
            )));
        }
        match self.keep {
            Some(keep) => thin_out(file, keep as usize),
            None => Ok(()),
        }
    }

    async fn write_keys(&self, db: &Database, at: DateTime<Utc>) -> Result<()> {
        let Some(target) = &self.keys else { return Ok(()) };
        let (file, keys) = backup::write_keys(db, target, at).await?;
        print(&format!("{}: {keys} keys of sealed spaces, still wrapped.", file.display()))?;
        if let Some(days) = self.keep_keys {
            for old in backup::remove_old_keys(target, days, at)? {
                print(&format!("Removed: {}", old.display()))?;
            }
        }
        Ok(())
    }

    fn lock(&self, settings: &Settings) -> Result<Lock> {
        if self.unencrypted {
            return Ok(Lock::Open);
        }
        if let Some(file) = &self.passphrase_file {
            return Ok(Lock::Passphrase(file.clone()));
        }
        let recipients = if self.recipient.is_empty() { &settings.backup.recipients } else { &self.recipient };
        if recipients.is_empty() {
            return Err(Error::Startup(
                "who may open the backup? give --recipient age1… (or backup.recipients in the settings), --passphrase-file FILE, or --unencrypted".to_owned(),
            ));
        }
        Ok(Lock::Recipients(recipients.clone()))
    }
}

/// What is in a backup, in words.
pub(super) fn contents(checked: &Checked) -> String {
    let (header, manifest) = (&checked.header, &checked.manifest);
    let secret = if checked.secret { "the secret key" } else { "no secret key" };
    format!(
        "{} rows in {} tables (version {}, from {}), {} files, {} journal entries that hold, {secret}, made {}",
        manifest.rows(),
        manifest.tables.len(),
        header.version,
        header.database,
        manifest.files.len(),
        checked.entries,
        header.made_at.format("%Y-%m-%d %H:%M UTC"),
    )
}

fn thin_out(folder: &Path, keep: usize) -> Result<()> {
    let wrong = |e: std::io::Error| Error::Startup(format!("the backup is written, but old ones in {} cannot be removed: {e}", folder.display()));
    for (_, old) in backup::backups(folder).map_err(wrong)?.into_iter().skip(keep) {
        std::fs::remove_file(&old).map_err(wrong)?;
        print(&format!("Removed: {}", old.display()))?;
    }
    Ok(())
}
