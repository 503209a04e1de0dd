//! The program: it composes the platform and the tools, and holds the command line, the server, the recipes and the
//! demonstration.

pub mod assets;
pub mod build;
pub mod commands;
pub mod demo;
pub mod server;

use samskab_platform::access::ActDef;
use samskab_platform::db::Statement;
use samskab_platform::desk::Desk;
use samskab_platform::tool::Tool;
use samskab_platform::words::WordFile;

/// Every tool, in the order of the loop. A new tool is a new folder and one line here.
pub const TOOLS: &[&Tool] = &[&samskab_frame::TOOL, &samskab_team::TOOL, &samskab_dialogue::TOOL, &samskab_recommendations::TOOL, &samskab_commitments::TOOL];

/// Every desk.
pub const DESKS: &[&Desk] = &[&samskab_ways_in::DESK, &samskab_people::DESK, &samskab_messages::DESK, &samskab_recipes::DESK, &samskab_administration::DESK];

/// Every file of words.
#[must_use]
pub fn word_files() -> Vec<WordFile> {
    let own = [samskab_platform::words!("../../../", "platform"), samskab_platform::words!("../../../", "program")];
    own.into_iter().chain(TOOLS.iter().map(|t| t.words)).chain(DESKS.iter().map(|d| d.words)).collect()
}

/// Every SQL text.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    samskab_platform::statements()
        .into_iter()
        .chain(TOOLS.iter().flat_map(|t| t.statements.iter().copied()))
        .chain(DESKS.iter().flat_map(|d| d.statements.iter().copied()))
        .chain(demo::statements())
        .collect()
}

/// Everything that can be done in a space.
#[must_use]
pub fn acts() -> Vec<&'static ActDef> {
    samskab_platform::space_acts::ACTS
        .iter()
        .copied()
        .chain(TOOLS.iter().flat_map(|t| t.acts.iter().copied()))
        .chain(DESKS.iter().flat_map(|d| d.acts.iter().copied()))
        .collect()
}
