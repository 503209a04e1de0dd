//! `samskab doctor`.

use std::process::ExitCode;

use clap::Args;
use samskab_platform::Result;

use super::{Place, print};
use crate::doctor::{self, Level};

/// How to look.
#[derive(Args)]
pub struct Doctor {
    /// Read the whole journal and database, not only the ends
    #[arg(long)]
    full: bool,
    /// Print JSON: a list of what, level (good, mind, wrong), found, cure
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

impl Doctor {
    /// Runs it; 1 where something is wrong.
    ///
    /// # Errors
    /// When nothing can be printed.
    pub async fn run(self) -> Result<ExitCode> {
        let found = doctor::look(self.place.configuration(), self.full).await;
        if self.json {
            print(&serde_json::to_string_pretty(&found)?)?;
        } else {
            for finding in &found {
                print(&finding.line())?;
            }
            let count = |level| found.iter().filter(|f| f.level == level).count();
            print(&format!("\n{} in order, {} to look at, {} wrong.", count(Level::Good), count(Level::Mind), count(Level::Wrong)))?;
        }
        Ok(if found.iter().any(|f| f.level == Level::Wrong) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
