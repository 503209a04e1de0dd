//! Recruitment: seats by competence profile, public calls, interest, the council's answers, the simple lot, and who is next when
//! a seat becomes free.

pub mod acts;
mod answer_pages;
mod appoint_pages;
pub mod appointing;
mod call_pages;
pub mod calls;
mod candidate_pages;
mod group_pages;
mod interest_pages;
mod interest_store;
pub mod interests;
mod lot_pages;
mod lot_store;
pub mod lots;
mod model;
mod overview;
mod personal;
mod print_pages;
mod records;
mod samples;
mod seat_pages;
pub mod seats;
mod store;
pub mod succession;
mod succession_store;

pub use interest_store::Wish;
pub use model::{Decided, Reason, Reply, Way};
pub use store::{CallText, Seats};

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "recruitment",
    path: "pladser",
    acts: acts::ALL,
    statements: &[store::STATEMENTS, interest_store::STATEMENTS, lot_store::STATEMENTS, succession_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "recruitment"),
    objects: &[("seat", "pladser"), ("call", "pladser/opslag/{id}"), ("lot", "pladser/lod/{id}")],
    personal: personal::PERSONAL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: |sql, spaces, page| Box::pin(overview::needs(sql, spaces, page)),
    tick: |app| Box::pin(succession::tick(app)),
    documents: |sql, space| Box::pin(overview::documents(sql, space)),
    attached: |sql, view, page, kind, _| Box::pin(overview::attached(sql, view, page, kind)),
    mandate: |sql, space, page| Box::pin(overview::mandate(sql, space, page)),
    columns: &["glance-seats"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    seat_pages::routes()
        .merge(call_pages::routes())
        .merge(print_pages::routes())
        .merge(interest_pages::routes())
        .merge(candidate_pages::routes())
        .merge(appoint_pages::routes())
        .merge(group_pages::routes())
        .merge(lot_pages::routes())
        .merge(answer_pages::routes())
}
