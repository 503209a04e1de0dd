//! Ideas: written online, in a hall or on paper, put together without losing anybody, and on to a recommendation or straight to
//! a commitment.

pub mod acts;
mod documents;
mod growing;
mod hall_pages;
mod hall_store;
pub mod halls;
mod likeness;
mod merge_store;
pub mod merging;
mod model;
mod note_pages;
mod overview;
mod pages;
mod personal;
mod records;
mod samples;
mod say_pages;
mod similar;
mod sort_pages;
mod store;
mod term_store;
mod write_pages;

pub use model::{Level, State, Way};

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "ideas",
    path: "ideer",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS, term_store::STATEMENTS, merge_store::STATEMENTS, hall_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "ideas"),
    objects: &[("idea", "ideer/{id}"), ("hall", "ideer/salen/{id}/skaerm")],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    tick: |app| Box::pin(halls::tick(app)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    grown: |act, growth| Box::pin(growing::grown(act, growth)),
    said: |sql, ids| Box::pin(store::said(sql, ids)),
    columns: &["glance-ideas"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    pages::routes().merge(write_pages::routes()).merge(sort_pages::routes()).merge(note_pages::routes()).merge(hall_pages::routes()).merge(say_pages::routes())
}

/// The ideas of a space that are like a text, the most alike first: id and how much, from 0 to 1.
///
/// # Errors
/// When the database fails.
pub async fn alike(sql: &mut samskab_platform::db::Sql, space: uuid::Uuid, text: &str) -> samskab_platform::Result<Vec<(uuid::Uuid, f64)>> {
    Ok(similar::alike(sql, space, text, pages::SIMILAR).await?.into_iter().map(|l| (l.idea.root_id, l.score)).collect())
}
