//! The frame: what the task is, what is fixed and what is open, who answers when — in every version, and who has read it.

pub mod acts;
mod model;
mod overview;
mod pages;
mod samples;
mod store;

pub use model::Mandate;

use samskab_platform::tool::{Tool, no_documents, no_tick, nobody_needed};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "frame",
    path: "ramme",
    acts: &[&acts::WRITE, &acts::ACKNOWLEDGE],
    statements: store::STATEMENTS,
    words: samskab_platform::words!("../../../../", "frame"),
    objects: &[("mandate", "ramme")],
    personal: &[],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: nobody_needed,
    tick: no_tick,
    documents: no_documents,
    samples: samples::samples,
};
