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

use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "team",
    path: "hold",
    acts: &[&acts::INVITE, &acts::WITHDRAW, &acts::ACCEPT, &acts::DECLINE, &acts::RENEW, &acts::LEAVE, &acts::GIVE],
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "team"),
    objects: &[("invitation", "hold"), ("person", "hold")],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};
