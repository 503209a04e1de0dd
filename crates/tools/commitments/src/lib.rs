//! Commitments: who does what by when, with which resources, as a result of what — and how it goes.

pub mod acts;
mod documents;
mod making;
mod model;
mod overview;
mod pages;
mod samples;
mod store;

pub use acts::New;

use samskab_platform::commitment::{MAKE, REPORT};
use samskab_platform::tool::{Tool, no_tick, nobody_needed, nothing_attached, nothing_grown};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "commitments",
    path: "aftaler",
    acts: &[&MAKE, &REPORT],
    statements: store::STATEMENTS,
    words: samskab_platform::words!("../../../../", "commitments"),
    objects: &[("commitment", "aftaler/{id}")],
    personal: &[],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: nobody_needed,
    tick: no_tick,
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    attached: nothing_attached,
    grown: nothing_grown,
    columns: &["glance-commitments"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    samples: samples::samples,
};
