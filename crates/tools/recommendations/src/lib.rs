//! Recommendations: what the team recommends, numbered; what the council answers each one, why, and what came of it.

pub mod acts;
mod model;
mod overview;
mod pages;
mod samples;
mod store;

pub use model::Outcome;

use samskab_platform::tool::{Tool, no_documents, no_tick, nobody_needed};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "recommendations",
    path: "anbefalinger",
    acts: &[&acts::WRITE, &acts::SUBMIT, &acts::ANSWER],
    statements: store::STATEMENTS,
    words: samskab_platform::words!("../../../../", "recommendations"),
    objects: &[("recommendation", "anbefalinger/{id}")],
    personal: &[],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: nobody_needed,
    tick: no_tick,
    documents: no_documents,
    samples: samples::samples,
};
