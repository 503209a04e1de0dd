//! The association of a house that its users run: members and dues, a board with terms, general meetings, bylaws and cooperation agreement
//! in force when both sides have acknowledged them, and the declaration of child-protection certificates.

pub mod acts;
pub mod board;
mod board_pages;
mod board_store;
mod election_pages;
mod meeting_pages;
mod meeting_store;
pub mod meetings;
mod member_pages;
pub mod members;
mod model;
mod overview;
mod pages;
mod paper_pages;
mod paper_store;
pub mod papers;
mod personal;
mod print_pages;
mod records;
mod samples;
mod store;

pub use model::{Majority, PAID, Post, Rules, Tally, WAYS};

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "association",
    path: "forening",
    acts: acts::ALL,
    statements: &[store::STATEMENTS, board_store::STATEMENTS, meeting_store::STATEMENTS, paper_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "association"),
    objects: &[
        ("association", "forening"),
        ("dues", "forening"),
        ("board", "forening/bestyrelse"),
        ("assembly", "forening/moede/{id}"),
        ("bylaws", "forening/papir/vedtaegter"),
        ("agreement", "forening/papir/samarbejdsaftale"),
        ("declaration", "forening"),
    ],
    personal: personal::PERSONAL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    tick: |app| Box::pin(papers::tick(app)),
    documents: |sql, space| Box::pin(overview::documents(sql, space)),
    late: |sql, today| Box::pin(overview::late(sql, today)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    card: |sql, space, code| Box::pin(store::card(sql, space, code)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    pages::routes()
        .merge(member_pages::routes())
        .merge(board_pages::routes())
        .merge(meeting_pages::routes())
        .merge(election_pages::routes())
        .merge(paper_pages::routes())
        .merge(print_pages::routes())
}
