//! The team: who is invited, who said yes, who is on it in which role — and the door out again.

pub mod acts;
mod answer_pages;
mod invite_pages;
mod model;
mod overview;
mod pages;
mod records;
mod samples;
mod store;

use samskab_platform::tool::{
    Tool, no_documents, no_tick, nobody_needed, nothing_at_a_glance, nothing_attached, nothing_became, nothing_grown, nothing_late, nothing_mandated,
};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "team",
    path: "hold",
    acts: &[&acts::INVITE, &acts::WITHDRAW, &acts::ACCEPT, &acts::DECLINE, &acts::RENEW, &acts::LEAVE, &acts::GIVE],
    statements: store::STATEMENTS,
    words: samskab_platform::words!("../../../../", "team"),
    objects: &[("invitation", "hold"), ("person", "hold")],
    personal: &[],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: nobody_needed,
    tick: no_tick,
    documents: no_documents,
    attached: nothing_attached,
    became: nothing_became,
    mandate: nothing_mandated,
    grown: nothing_grown,
    columns: &[],
    glance: nothing_at_a_glance,
    late: nothing_late,
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
};
