//! The dialogue: short statements, agree / disagree / pass, and a map of where opinions lie and what unites them.

pub mod acts;
mod desk;
mod documents;
mod import;
mod map;
mod model;
mod overview;
mod pages;
mod records;
mod run;
mod samples;
mod store;
mod vote;

pub use import::read_export;
pub use map::refresh;
pub use model::{Answer, MAX_STATEMENT, Seeds};

use samskab_platform::Result;
use samskab_platform::db::Sql;

use samskab_platform::personal::{OnLeave, Personal};
use samskab_platform::tool::Tool;

const WROTE: Personal = Personal {
    table: "statement",
    column: "author_id",
    word: "stored-statement",
    shows: &["text", "state", "reason", "created_at"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};

const JUDGED: Personal = Personal {
    table: "statement",
    column: "judged_by",
    word: "stored-judged",
    shows: &["text", "state"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};

// When the person leaves, the votes still count, and nothing tells any more whose they were.
const TOOK_PART: Personal = Personal {
    table: "voter",
    column: "person_id",
    word: "stored-voter",
    shows: &["created_at"],
    key: &["id"],
    unique_with: Some(&["dialogue_id"]),
    on_leave: OnLeave::Empty,
};

const VOTED: Personal = Personal {
    table: "vote JOIN voter ON voter.id = vote.voter_id JOIN statement ON statement.id = vote.statement_id",
    column: "voter.person_id",
    word: "stored-vote",
    shows: &["statement.text", "vote.value", "vote.at"],
    key: &["vote.voter_id", "vote.statement_id"],
    unique_with: None,
    on_leave: OnLeave::Empty,
};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "dialogue",
    path: "dialog",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "dialogue"),
    objects: &[("dialogue", "dialog/{id}"), ("statement", "dialog")],
    personal: &[&WROTE, &JUDGED, &TOOK_PART, &VOTED],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    needs: |sql, spaces, page| Box::pin(overview::needs(sql, spaces, page)),
    tick: |app| Box::pin(map::refresh_all(app)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    said: |sql, ids| Box::pin(store::said(sql, ids)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

/// The statements that can be voted on: id and text.
///
/// # Errors
/// When the database fails.
pub async fn accepted_statements(sql: &mut Sql, dialogue: uuid::Uuid) -> Result<Vec<(uuid::Uuid, String)>> {
    Ok(store::accepted(sql, dialogue).await?.into_iter().map(|s| (s.id, s.text)).collect())
}
