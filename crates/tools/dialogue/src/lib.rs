//! The dialogue: short statements, agree / disagree / pass, and a map of where opinions lie and what unites them.

pub mod acts;
mod desk;
mod import;
mod map;
mod model;
mod overview;
mod pages;
mod run;
mod samples;
mod store;
mod vote;

pub use import::read_export;
pub use map::refresh;
pub use model::{Answer, MAX_STATEMENT, Seeds};

use samskab_platform::Result;
use samskab_platform::db::Sql;

use samskab_platform::tool::{Tool, no_documents, nothing_mine};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "dialogue",
    path: "dialog",
    acts: acts::ACTS,
    statements: store::STATEMENTS,
    words: samskab_platform::words!("../../../../", "dialogue"),
    objects: &[("dialogue", "dialog/{id}"), ("statement", "dialog")],
    personal: &[],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: nothing_mine,
    needs: |sql, spaces, page| Box::pin(overview::needs(sql, spaces, page)),
    tick: |app| Box::pin(map::refresh_all(app)),
    documents: no_documents,
    samples: samples::samples,
};

/// The statements that can be voted on: id and text.
///
/// # Errors
/// When the database fails.
pub async fn accepted_statements(sql: &mut Sql, dialogue: uuid::Uuid) -> Result<Vec<(uuid::Uuid, String)>> {
    Ok(store::accepted(sql, dialogue).await?.into_iter().map(|s| (s.id, s.text)).collect())
}
