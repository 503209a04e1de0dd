//! The program: it composes the platform and the tools, and holds the command line, the server, the recipes and the
//! demonstration.

pub mod assets;
pub mod backup;
pub mod build;
pub mod commands;
pub mod configuration;
pub mod demo;
pub mod doctor;
pub mod figures;
pub mod health;
pub mod listening;
pub mod logging;
pub mod metrics;
pub mod operations;
pub mod server;
pub mod watch;

use samskab_platform::access::ActDef;
use samskab_platform::db::Statement;
use samskab_platform::desk::Desk;
use samskab_platform::tool::Tool;
use samskab_platform::words::WordFile;

/// Every tool, in the order of the loop. A new tool is a new folder and one line here.
pub const TOOLS: &[&Tool] = &[
    &samskab_frame::TOOL,
    &samskab_team::TOOL,
    &samskab_programme::TOOL,
    &samskab_meetings::TOOL,
    &samskab_recruitment::TOOL,
    &samskab_dialogue::TOOL,
    &samskab_ideas::TOOL,
    &samskab_recommendations::TOOL,
    &samskab_handover::TOOL,
    &samskab_commitments::TOOL,
    &samskab_reciprocity::TOOL,
    &samskab_association::TOOL,
    &samskab_accounts::TOOL,
    &samskab_daily::TOOL,
    &samskab_circle::TOOL,
    &samskab_plan::TOOL,
    &samskab_files::TOOL,
];

/// Every desk.
pub const DESKS: &[&Desk] = &[
    &samskab_ways_in::DESK,
    &samskab_people::DESK,
    &samskab_messages::DESK,
    &samskab_network::DESK,
    &samskab_guard::DESK,
    &samskab_opening::DESK,
    &samskab_overview::DESK,
    &samskab_records::DESK,
    &samskab_recipes::DESK,
    &samskab_administration::DESK,
];

/// Every file of words.
#[must_use]
pub fn word_files() -> Vec<WordFile> {
    let own = [
        samskab_platform::words!("../../../", "platform"),
        samskab_platform::words!("../../../", "search"),
        samskab_platform::words!("../../../", "program"),
        samskab_platform::words!("../../../", "labels"),
    ];
    own.into_iter().chain(TOOLS.iter().map(|t| t.words)).chain(DESKS.iter().map(|d| d.words)).collect()
}

/// Every SQL text.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    samskab_platform::statements()
        .into_iter()
        .chain(TOOLS.iter().flat_map(|t| t.statements.iter().copied().flatten().copied()))
        .chain(DESKS.iter().flat_map(|d| d.statements.iter().copied().flatten().copied()))
        .chain(demo::statements())
        .chain(figures::statements())
        .chain(operations::statements())
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
        .chain(operations::ACTS.iter().copied())
        .collect()
}
