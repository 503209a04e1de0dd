//! `samskab verify journal`: every hash chain of the journal. `samskab verify archive`: an archive of a space, from itself alone.
//! `samskab verify RECEIPT`: the receipt of a lot, drawn again.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use samskab_platform::{Error, Result, journal};

use super::{Place, print};

/// What to check.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Verify {
    #[command(subcommand)]
    what: Option<What>,
    /// The receipt of a lot: a JSON file that everybody can fetch on the lot's page
    #[arg(required = true)]
    receipt: Option<PathBuf>,
}

#[derive(Subcommand)]
enum What {
    /// Every hash chain of the journal
    Journal(Place),
    /// An archive of a space: every file against its index, and its journal
    Archive {
        /// The ZIP file
        file: PathBuf,
    },
}

/// A receipt is some kilobytes; a file that is larger is none.
const LARGEST: u64 = 64 << 20;

impl Verify {
    /// Runs it.
    ///
    /// # Errors
    /// [`Error::Startup`] with every fault of a journal, or the first of a receipt.
    pub async fn run(self) -> Result<()> {
        match (self.what, self.receipt) {
            (Some(What::Journal(place)), _) => {
                let (_, db) = place.existing().await?;
                print(&holds(&journal::verify(&mut db.read().await?).await?)?)
            }
            (Some(What::Archive { file }), _) => print(&archive(&file)?),
            (None, Some(file)) => print(&receipt(&file)?),
            (None, None) => Err(Error::Startup("name the receipt to check, or write: samskab verify journal".to_owned())),
        }
    }
}

/// What a check of a receipt found, in one line.
fn receipt(path: &Path) -> Result<String> {
    let name = path.display();
    let wrong = |what: String| Error::Startup(format!("{name}: {what}"));
    let size = std::fs::metadata(path).map_err(|e| wrong(format!("cannot be read: {e}")))?.len();
    if size > LARGEST {
        return Err(wrong("it is too large for a receipt; fetch it again from the lot's page".to_owned()));
    }
    let file = std::fs::read(path).map_err(|e| wrong(format!("cannot be read: {e}")))?;
    let r = samskab_lot::check(&file).map_err(|fault| wrong(format!("it does not hold: {fault}")))?;
    let list = format!("{} in the lot for {} of '{}' ({}), digest {}", r.pseudonyms.len(), r.seats, r.profile, r.space, r.digest);
    Ok(match &r.seed {
        Some(seed) => format!("The receipt holds: {list}. The seed '{seed}' gives the seats to {}.", r.seated().join(", ")),
        None => format!("The list holds: {list}. Nothing has been drawn yet."),
    })
}

/// What a check of an archive found, in one line.
fn archive(path: &Path) -> Result<String> {
    let r = samskab_records::check(path).map_err(|fault| Error::Startup(format!("{}: {fault}", path.display())))?;
    let made = r.made_at.format("%Y-%m-%d %H:%M UTC");
    Ok(format!(
        "The archive holds: {} files ({} closed) and {} journal entries of '{}', made {made}. Seal {}: compare it with the one in the space's activity.",
        r.files, r.closed, r.entries, r.space, r.seal
    ))
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
