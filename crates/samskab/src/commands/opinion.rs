//! `samskab opinion map`: the opinion map of a Polis export, without a server.

use std::path::PathBuf;

use clap::Subcommand;
use samskab_opinion::{OpinionMap, Options, opinion_map, polis_csv};
use samskab_platform::{Error, Result};

use super::print;

/// What of it.
#[derive(Subcommand)]
pub enum OpinionCommand {
    /// The map of a Polis export: DIR holds votes.csv and, if there is one, comments.csv
    Map {
        /// The folder
        dir: PathBuf,
        /// Print the whole map as JSON (docs/formats.md)
        #[arg(long)]
        json: bool,
    },
}

impl OpinionCommand {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong with the files.
    pub fn run(self) -> Result<()> {
        let Self::Map { dir, json } = self;
        map(&dir, json)
    }
}

fn map(dir: &std::path::Path, json: bool) -> Result<()> {
    let conversation = polis_csv::read_dir(dir).map_err(|e| Error::Startup(first_problem(&e.problems)))?;
    let map = opinion_map(&conversation, &Options::default());
    if json {
        let text = serde_json::to_string_pretty(&map)?;
        return print(&text);
    }
    print(&in_words(&map))
}

/// The first problem, in one line, and how many more there are.
fn first_problem(problems: &[polis_csv::Problem]) -> String {
    match problems {
        [] => "the folder could not be read".to_owned(),
        [only] => only.to_string(),
        [first, rest @ ..] => format!("{first} (and {} more)", rest.len()),
    }
}

fn in_words(map: &OpinionMap) -> String {
    let mut out =
        format!("{} participants, {} statements, {} votes; {} voted enough to be grouped.\n", map.participants, map.statements, map.votes, map.grouped);
    if !map.stable {
        out.push_str("No stable groups: what follows is what was found, but it does not hold when votes are dropped.\n");
    }
    for group in &map.groups {
        out.push_str(&format!("\n{} ({} people)\n", group.label, group.size));
        for r in &group.representative {
            out.push_str(&format!("  {:?} {:>3.0} %  {}\n", r.direction, r.share * 100.0, r.text));
        }
    }
    out.push_str("\nWhat unites them:\n");
    for c in &map.consensus {
        out.push_str(&format!("  {:?} {:>3.0} %  {}\n", c.direction, c.share * 100.0, c.text));
    }
    out
}
