//! Recommendations: what the team recommends, numbered; what the council answers each one, why, and what came of it.

pub mod acts;
mod answer_pages;
mod at_once;
mod at_once_store;
mod atom;
mod backing_pages;
mod document;
mod documents;
mod draft_store;
pub mod drafting;
mod followup;
mod followup_pages;
mod followup_store;
mod followup_table;
pub mod handing;
mod history_pages;
mod model;
mod overview;
mod pages;
mod personal;
mod records;
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

pub use model::{Answer, Decided, Outcome};
pub use stance::Stance;
pub use texts::Texts;

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "recommendations",
    path: "anbefalinger",
    acts: acts::ACTS,
    goes_on: &[&acts::ANSWER, &acts::CORRECT],
    statements: &[store::STATEMENTS, draft_store::STATEMENTS, submission_store::STATEMENTS, followup_store::STATEMENTS, at_once_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "recommendations"),
    objects: &[("recommendation", "anbefalinger/{id}"), ("submission", "anbefalinger/afleveringer/{id}")],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    tick: |app| Box::pin(reminding::tick(app)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    attached: |sql, view, page, kind, id| Box::pin(backing_pages::attached(sql, view, page, kind, id)),
    became: |sql, view, page, kind| Box::pin(backing_pages::became(sql, view, page, kind)),
    columns: &["glance-unanswered"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    late: |sql, today| Box::pin(overview::late(sql, today)),
    unfinished: |sql, spaces, page| Box::pin(overview::unfinished(sql, spaces, page)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
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
