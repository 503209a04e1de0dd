//! Recruitment: seats by competence profile, public calls, interest, the council's answers, the simple lot, and who is next when
//! a seat becomes free.

pub mod acts;
mod answer_pages;
mod appoint_pages;
pub mod appointing;
mod call_pages;
pub mod calls;
mod candidate_pages;
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
use samskab_platform::db::Statement;
use samskab_platform::tool::{Tool, nothing_at_a_glance, nothing_grown};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "recruitment",
    path: "pladser",
    acts: acts::ALL,
    statements: STATEMENTS,
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
    grown: nothing_grown,
    columns: &[],
    glance: nothing_at_a_glance,
    samples: samples::samples,
};

fn routes() -> Router<App> {
    seat_pages::routes()
        .merge(call_pages::routes())
        .merge(print_pages::routes())
        .merge(interest_pages::routes())
        .merge(candidate_pages::routes())
        .merge(appoint_pages::routes())
        .merge(lot_pages::routes())
        .merge(answer_pages::routes())
}

const PARTS: [&[&Statement]; 4] = [store::STATEMENTS, interest_store::STATEMENTS, lot_store::STATEMENTS, succession_store::STATEMENTS];
const ALL: usize = PARTS[0].len() + PARTS[1].len() + PARTS[2].len() + PARTS[3].len();
const STATEMENTS: &[&Statement] = &in_one();

/// The statements of the four files as one list.
const fn in_one() -> [&'static Statement; ALL] {
    let parts = PARTS;
    let mut all = [parts[0][0]; ALL];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let mut i = 0;
        while i < parts[part].len() {
            all[at] = parts[part][i];
            at += 1;
            i += 1;
        }
        part += 1;
    }
    all
}
