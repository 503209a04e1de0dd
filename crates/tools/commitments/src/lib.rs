//! Commitments: who does what by when, with which resources, as a result of what — and how it goes.

pub mod acts;
mod documents;
mod making;
pub mod milestones;
mod model;
mod overview;
mod pages;
mod records;
mod reminding;
mod samples;
mod store;

pub use acts::New;

use samskab_platform::commitment::{MAKE, REPORT};
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "commitments",
    path: "aftaler",
    acts: &[&MAKE, &REPORT, &milestones::PLAN, &reminding::REMIND],
    // What the council approves after the space is closed becomes a commitment too.
    goes_on: &[&MAKE, &REPORT, &milestones::PLAN],
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "commitments"),
    objects: &[("commitment", "aftaler/{id}")],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    tick: |app| Box::pin(reminding::tick(app)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    columns: &["glance-commitments"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    late: |sql, today| Box::pin(overview::late(sql, today)),
    unfinished: |sql, spaces, page| Box::pin(overview::unfinished(sql, spaces, page)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};
