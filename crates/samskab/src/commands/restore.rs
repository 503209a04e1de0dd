//! `samskab restore FILE`.

use std::path::PathBuf;

use clap::Args;
use samskab_platform::clock::Clock;
use samskab_platform::db::Tables;
use samskab_platform::{Error, Result, dump, presence};

use super::backup::{KeyFiles, contents};
use super::{Place, print, verify};
use crate::{backup, build};

/// A backup that shall come back.
#[derive(Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
    #[command(flatten)]
    keys: KeyFiles,
    /// The key file of `backup --keys`, so that sealed spaces can be read again
    #[arg(long = "keys")]
    key_file: Option<PathBuf>,
    /// Move what is there aside first; without it only an empty installation is filled
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    /// Runs it.
    ///
    /// # Errors
    /// What went wrong, in one line.
    pub async fn run(self) -> Result<()> {
        let settings = self.place.settings()?;
        let keys = self.keys.keys()?;
        let key_file = self.key_file.as_deref().map(backup::KeyFile::read).transpose()?;
        // Before anything is moved: a backup that does not hold helps nobody.
        if self.replace {
            backup::check(&self.file, &keys)?;
        }
        let stop_first = || Error::Startup("a server is running on this installation: stop it, then restore".to_owned());
        let alone = presence::alone(&settings).await?.ok_or_else(stop_first)?;
        let in_the_way = backup::in_the_way(&settings);
        if self.replace {
            let name = format!("replaced-{}", Clock::system().now().format("%Y%m%dT%H%M%SZ"));
            let aside = settings.data.join(&name);
            if !in_the_way.is_empty() {
                backup::move_aside(&settings, &in_the_way, &aside)?;
                print(&format!("What was in the data folder is now in {}", aside.display()))?;
            }
            if settings.database.is_some() {
                let db = build::open(&settings, Tables::AsTheyAre).await?;
                let schema = name.replace('-', "_").to_lowercase();
                if dump::move_aside(&db, &schema).await? {
                    print(&format!("What was in the database is now in its schema {schema}"))?;
                }
                db.close().await;
            }
        } else if !in_the_way.is_empty() {
            let paths: Vec<String> = in_the_way.iter().map(|p| p.display().to_string()).collect();
            return Err(Error::Startup(format!(
                "the installation is not empty ({}): give an empty one with --data or --database, or --replace to move what is there aside",
                paths.join(", ")
            )));
        }
        let restored = backup::restore(&settings, &self.file, &keys, key_file.as_ref(), &mut |what| eprintln!("  {what}")).await?;
        drop(alone);
        print(&format!("Restored: {}.", contents(&restored.checked)))?;
        print(&verify::holds(&restored.journal)?)?;
        if let Some(back) = restored.keys {
            print(&format!("Keys of sealed spaces: {} of {} put back, {} open with the master key that is here.", back.put, back.given, back.opens))?;
        }
        print("The search index is made again when the server starts.")
    }
}
