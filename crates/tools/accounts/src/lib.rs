//! The accounts of a house that its users run: a cash book whose entries are never changed, fees at the counter, a budget against the
//! accounts, and the activity fund with its money followed to the end.

pub mod acts;
pub mod book;
pub mod fund;
mod fund_pages;
mod model;
mod overview;
mod pages;
mod personal;
mod records;
mod samples;
mod store;

pub use model::{CHART, Decision};

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "accounts",
    path: "kasse",
    acts: acts::ALL,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "accounts"),
    objects: &[("accounts", "kasse"), ("entry", "kasse"), ("fund", "kasse/pulje")],
    personal: personal::PERSONAL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    books: |act, money| Box::pin(book::of_another(act, money)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    pages::routes().merge(fund_pages::routes())
}
