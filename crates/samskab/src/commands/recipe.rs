//! `samskab recipe check FILE`.

use std::path::PathBuf;

use clap::Subcommand;
use samskab_platform::recipe::Recipe;
use samskab_platform::{Error, Result};

use super::print;

/// What to do with recipes.
#[derive(Subcommand)]
pub enum RecipeCommand {
    /// Check a recipe: exit 0 only if a server would take it
    Check {
        /// The file
        file: PathBuf,
    },
}

impl RecipeCommand {
    /// Runs it.
    ///
    /// # Errors
    /// [`Error::Startup`] with file, line and what is wrong.
    pub fn run(self) -> Result<()> {
        let Self::Check { file } = self;
        let text = std::fs::read_to_string(&file).map_err(|e| Error::Startup(format!("cannot read the recipe {}: {e}", file.display())))?;
        let recipe = Recipe::parse(&file.display().to_string(), &text).map_err(Error::Startup)?;
        print(&format!("{}: '{}', version {}, is a recipe.", file.display(), recipe.key, recipe.version))?;
        match recipe.tools.iter().find(|name| !crate::TOOLS.iter().any(|t| t.name == **name)) {
            Some(tool) => print(&format!("It needs the tool '{tool}', which this program does not have: it will not be offered.")),
            None => Ok(()),
        }
    }
}
