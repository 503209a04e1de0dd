//! Reciprocity: what the municipality and the house give each other, promised and given, and what either is behind on; the welcome
//! of new volunteers; thanks.

pub mod acts;
mod documents;
mod model;
mod overview;
mod pages;
mod people_pages;
mod people_store;
mod personal;
mod records;
mod samples;
mod store;

pub use model::{Kind, Side, Verdict};

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "reciprocity",
    path: "gensidighed",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS, people_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "reciprocity"),
    objects: &[
        ("promise", "gensidighed"),
        ("gift", "gensidighed"),
        ("welcomes", "gensidighed"),
        // The journal is everybody's; the welcome is for those it is about.
        ("welcome", "gensidighed"),
        ("thanks", "gensidighed/tak"),
    ],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    late: |sql, today| Box::pin(overview::late(sql, today)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    pages::routes().merge(people_pages::routes())
}
