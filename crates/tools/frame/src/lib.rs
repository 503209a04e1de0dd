//! The frame: what the task is, what is fixed and what is open, who answers when — in every version, and who has read it.

pub mod acts;
mod documents;
mod model;
mod overview;
mod pages;
mod records;
mod samples;
mod store;

pub use model::Mandate;

use samskab_platform::personal::{OnLeave, Personal};
use samskab_platform::tool::Tool;

const WROTE: Personal = Personal {
    table: "mandate",
    column: "written_by",
    word: "stored-mandate",
    shows: &["space_id", "one_sentence", "version", "written_at"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};

const READ: Personal = Personal {
    table: "acknowledgement",
    column: "person_id",
    word: "stored-acknowledgement",
    shows: &["space_id", "version", "at"],
    key: &["space_id", "version"],
    unique_with: Some(&["space_id", "version"]),
    on_leave: OnLeave::Delete,
};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "frame",
    path: "ramme",
    acts: &[&acts::WRITE, &acts::ACKNOWLEDGE],
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "frame"),
    objects: &[("mandate", "ramme")],
    personal: &[&WROTE, &READ],
    routes: pages::routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    columns: &["glance-read", "glance-hours", "glance-money"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};
