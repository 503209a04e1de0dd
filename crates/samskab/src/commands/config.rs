//! `samskab config`: the settings in force.

use clap::Args;
use samskab_platform::Result;

use super::{Place, print};
use crate::configuration;

/// What to print.
#[derive(Args)]
pub struct Config {
    /// Print every setting there is, with what it means, as in docs/settings.md
    #[arg(long)]
    reference: bool,
    #[command(flatten)]
    place: Place,
}

impl Config {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong with the settings.
    pub fn run(self) -> Result<()> {
        if self.reference {
            return print(configuration::reference().trim_end());
        }
        print(configuration::print(&self.place.configuration()?)?.trim_end())
    }
}
