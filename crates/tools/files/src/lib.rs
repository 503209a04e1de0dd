//! Files in a space: documents and pictures that the team shows to whoever may see the space.

pub mod acts;
mod change_pages;
mod model;
mod overview;
mod pages;
mod pictures;
mod records;
mod samples;
mod serve;
pub mod storage;
mod store;
mod sweep;
mod upload_pages;

pub use store::is_kept;

use axum::Router;
use samskab_platform::App;
use samskab_platform::personal::{OnLeave, Personal};
use samskab_platform::tool::Tool;

/// Who put a version there.
const UPLOADED: Personal = Personal {
    table: "file_version",
    column: "uploaded_by",
    word: "personal-file-version",
    shows: &["name", "version", "uploaded_at"],
    key: &["file_id", "version"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "files",
    path: "filer",
    acts: &[&acts::RECEIVE, &acts::ADD, &acts::REPLACE, &acts::DESCRIBE, &acts::REMOVE, &acts::COVER, &acts::SWEEP],
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "files"),
    objects: &[("file", "filer/{id}")],
    personal: &[&UPLOADED],
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    tick: |app| Box::pin(sweep::sweep(app)),
    documents: |sql, space| Box::pin(overview::documents(sql, space)),
    shut: |act, kind, id, how| Box::pin(acts::follow(act, kind, id, how)),
    attached: |sql, view, page, kind, id| Box::pin(overview::attached(sql, view, page, kind, id)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    pages::routes().merge(upload_pages::routes()).merge(change_pages::routes()).merge(serve::routes())
}
