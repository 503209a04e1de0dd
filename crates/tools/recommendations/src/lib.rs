//! Recommendations: what the team recommends, numbered; what the council answers each one, why, and what came of it.

pub mod acts;
mod answer_pages;
mod atom;
mod backing_pages;
mod document;
mod documents;
mod draft_store;
pub mod drafting;
mod followup;
mod followup_pages;
mod followup_store;
pub mod handing;
mod history_pages;
mod model;
mod overview;
mod pages;
mod personal;
mod reminding;
mod samples;
mod sources;
mod stance;
mod store;
mod submission_pages;
mod submission_store;
mod suggestion_pages;
mod texts;
mod waiting;
mod write_pages;

pub use model::{Answer, Outcome};
pub use stance::Stance;
pub use texts::Texts;

use axum::Router;
use samskab_platform::App;
use samskab_platform::db::Statement;
use samskab_platform::tool::{Tool, nobody_needed, nothing_grown};

const STORES: [&[&Statement]; 4] = [store::STATEMENTS, draft_store::STATEMENTS, submission_store::STATEMENTS, followup_store::STATEMENTS];

const STATEMENTS: [&Statement; STORES[0].len() + STORES[1].len() + STORES[2].len() + STORES[3].len()] = {
    let mut all = [store::STATEMENTS[0]; STORES[0].len() + STORES[1].len() + STORES[2].len() + STORES[3].len()];
    let (mut at, mut which, mut next) = (0, 0, 0);
    while at < all.len() {
        if next < STORES[which].len() {
            all[at] = STORES[which][next];
            (at, next) = (at + 1, next + 1);
        } else {
            (which, next) = (which + 1, 0);
        }
    }
    all
};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "recommendations",
    path: "anbefalinger",
    acts: acts::ACTS,
    statements: &STATEMENTS,
    words: samskab_platform::words!("../../../../", "recommendations"),
    objects: &[("recommendation", "anbefalinger/{id}"), ("submission", "anbefalinger/afleveringer/{id}")],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: nobody_needed,
    tick: |app| Box::pin(reminding::tick(app)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    attached: |sql, view, page, kind, id| Box::pin(backing_pages::attached(sql, view, page, kind, id)),
    grown: nothing_grown,
    columns: &["glance-unanswered"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    samples: samples::samples,
};

fn routes() -> Router<App> {
    pages::routes()
        .merge(write_pages::routes())
        .merge(history_pages::routes())
        .merge(suggestion_pages::routes())
        .merge(backing_pages::routes())
        .merge(submission_pages::routes())
        .merge(answer_pages::routes())
        .merge(followup_pages::routes())
}
