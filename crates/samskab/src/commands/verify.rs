//! `samskab verify journal`: every hash chain of the journal.

use clap::Subcommand;
use samskab_platform::{Error, Result, journal};

use super::{Place, print};

/// What to check.
#[derive(Subcommand)]
pub enum VerifyCommand {
    /// Every hash chain of the journal
    Journal(Place),
}

impl VerifyCommand {
    /// Runs it.
    ///
    /// # Errors
    /// [`Error::Startup`] with every fault.
    pub async fn run(self) -> Result<()> {
        let Self::Journal(place) = self;
        let (_, db) = place.existing().await?;
        print(&holds(&journal::verify(&mut db.read().await?).await?)?)
    }
}

/// What a check of the journal found, in one line.
///
/// # Errors
/// [`Error::Startup`] with every fault.
pub(super) fn holds(report: &journal::Report) -> Result<String> {
    if report.faults.is_empty() {
        return Ok(format!("The journal holds: {} entries in {} spaces, {} with an erased payload.", report.entries, report.spaces, report.erased));
    }
    let faults: Vec<String> = report.faults.iter().map(|f| format!("space '{}', entry {}: {}", f.space, f.seq, f.what)).collect();
    Err(Error::Startup(format!("the journal does not hold: {}; restore the database from a backup and compare", faults.join("; "))))
}
