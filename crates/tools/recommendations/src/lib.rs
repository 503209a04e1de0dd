//! Recommendations: what the team recommends, numbered; what the council answers each one, why, and what came of it.

pub mod acts;
mod documents;
mod model;
mod overview;
mod pages;
mod samples;
mod store;

pub use model::Outcome;

use samskab_platform::personal::{OnLeave, Personal};
use samskab_platform::tool::{Tool, no_tick, nobody_needed, nothing_attached};

const WROTE: Personal = Personal {
    table: "recommendation",
    column: "written_by",
    word: "stored-recommendation",
    shows: &["space_id", "title", "text", "reason", "created_at"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};

const ANSWERED: Personal = Personal {
    table: "council_answer",
    column: "answered_by",
    word: "stored-answer",
    shows: &["outcome", "reason", "answered_at"],
    key: &["recommendation_id"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "recommendations",
    path: "anbefalinger",
    acts: &[&acts::WRITE, &acts::SUBMIT, &acts::ANSWER],
    statements: store::STATEMENTS,
    words: samskab_platform::words!("../../../../", "recommendations"),
    objects: &[("recommendation", "anbefalinger/{id}")],
    personal: &[&WROTE, &ANSWERED],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: nobody_needed,
    tick: no_tick,
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    attached: nothing_attached,
    columns: &["glance-unanswered"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    samples: samples::samples,
};
