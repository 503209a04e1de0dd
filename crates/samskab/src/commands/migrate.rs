//! `samskab migrate --to URL|FOLDER`: everything moves to another database.

use std::path::PathBuf;

use clap::Args;
use samskab_platform::db::{Database, Tables};
use samskab_platform::dump::{self, Schema};
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result, journal, presence};

use super::{Place, print, verify};
use crate::{backup, build};

/// A move to another database.
#[derive(Args)]
pub struct Migrate {
    /// Where to: a postgres:// address, or a folder for the embedded database; it must be empty
    #[arg(long)]
    to: String,
    #[command(flatten)]
    place: Place,
}

impl Migrate {
    /// Runs it.
    ///
    /// # Errors
    /// What went wrong, in one line; then the source is untouched and the target holds nothing.
    pub async fn run(self) -> Result<()> {
        let (from, source) = self.place.existing().await?;
        let to = if self.to.contains("://") {
            Settings { database: Some(self.to.clone()), ..from.clone() }
        } else {
            Settings { database: None, data: PathBuf::from(&self.to), ..from.clone() }
        };
        if to.database == from.database && to.data == from.data {
            return Err(Error::Startup("--to names the database that everything is in already".to_owned()));
        }
        let running = |which: &str| Error::Startup(format!("a server is running on the {which} database: stop every node, then move"));
        let _source_alone = presence::alone(&from).await?.ok_or_else(|| running("source"))?;
        let _target_alone = presence::alone(&to).await?.ok_or_else(|| running("target"))?;
        let version = source.version().await?;
        if version != Database::newest_version() {
            return Err(Error::Startup(format!(
                "the source's tables are of version {version}, this program's of {}: start and stop the server once with this program, then move",
                Database::newest_version()
            )));
        }
        let schema = Schema::at(version).await?;
        let target = build::open(&to, Tables::Version(version)).await?;
        let sums = dump::move_all(&source, &target, &schema, &mut |table, rows| {
            if rows > 0 {
                eprintln!("  {table}: {rows} rows");
            }
        })
        .await?;
        let report = verify::holds(&journal::verify(&mut target.read().await?).await?)?;
        source.close().await;
        target.close().await;
        let files = backup::bring_along(&from, &to)?;
        let rows: u64 = sums.iter().map(|(_, sum)| sum.rows).sum();
        print(&format!("Moved: {rows} rows in {} tables, counted, digested and compared row by row.", sums.len()))?;
        print(&report)?;
        if files > 0 {
            print(&format!("Copied: {files} files and keys of the data folder."))?;
        }
        if let Some(s3) = &from.files.s3 {
            print(&format!("The files stay where they are, in the bucket {} at {}.", s3.bucket, s3.endpoint))?;
        }
        let setting = match &to.database {
            Some(_) => "database = \"postgres://…\" (the address you gave)".to_owned(),
            None => format!("data = \"{}\", and no database", self.to),
        };
        if to.database.is_some() && to.master_path().exists() && from.sealed.master_key_file.is_none() && from.sealed.master_key.is_none() {
            print(&format!("Sealed text needs {}: with several nodes, name a copy of it in sealed.master_key_file on each.", to.master_path().display()))?;
        }
        print(&format!("The source is as it was. Now set {setting}, start the server and run `samskab doctor`."))
    }
}
