//! The handover board: every task the employees of a house did, who has it, who takes it over and by when, and what nobody has yet.

pub mod acts;
mod documents;
mod figures;
mod growing;
mod import;
mod import_pages;
mod level_store;
mod model;
mod overview;
mod pages;
mod personal;
mod records;
mod said;
mod samples;
mod store;
mod task_pages;
mod write_pages;

pub use level_store::{Aim, Week};
pub use model::{Per, Shelf, State};
pub use store::Details;

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "handover",
    path: "overdragelse",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS, level_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "handover"),
    objects: &[("task", "overdragelse/{id}"), ("board", "overdragelse"), ("level", "overdragelse/tal")],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: |sql, spaces, page| Box::pin(overview::needs(sql, spaces, page)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    grown: |act, growth| Box::pin(growing::grown(act, growth)),
    columns: &["glance-handover"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    late: |sql, today| Box::pin(overview::late(sql, today)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    pages::routes().merge(write_pages::routes()).merge(import_pages::routes()).merge(figures::routes()).merge(task_pages::routes())
}
