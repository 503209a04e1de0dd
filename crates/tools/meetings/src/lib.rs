//! Meetings: planned, called, held and minuted, with what was decided as objects of their own.

pub mod acts;
pub mod agenda;
mod agenda_pages;
mod decision_pages;
mod feeds;
mod following;
pub mod minutes;
mod minutes_pages;
mod minutes_store;
mod model;
mod overview;
mod pages;
mod people_pages;
mod personal;
pub mod places;
mod plan_pages;
mod records;
mod samples;
mod seen;
mod store;
mod telling;
mod tidy;

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

pub use minutes_store::{Decision, DecisionText};
pub use model::{GROUNDS, Kind, Minutes, NEEDS, Needs, Reply, moment, time_of_day};
pub use store::{Item, ItemText, Meeting, Plan, Registration};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "meetings",
    path: "moeder",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS, minutes_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "meetings"),
    objects: &[("meeting", "moeder/{id}"), ("agenda_item", "moeder/punkt/{id}"), ("decision", "moeder/beslutninger/{id}")],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    needs: |sql, spaces, page| Box::pin(overview::needs(sql, spaces, page)),
    tick: |app| Box::pin(tidy::tidy(app)),
    documents: |sql, space| Box::pin(overview::documents(sql, space)),
    sight: |sql, view, kind, id| Box::pin(seen::of_thing(sql, view, kind, id)),
    mandate: |sql, space, page| Box::pin(overview::mandate(sql, space, page)),
    said: |sql, ids| Box::pin(minutes_store::said(sql, ids)),
    columns: &["glance-meeting"],
    glance: |sql, spaces, page| Box::pin(overview::glance(sql, spaces, page)),
    used: |sql, spaces, page| Box::pin(overview::used(sql, spaces, page)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    pages::routes()
        .merge(plan_pages::routes())
        .merge(agenda_pages::routes())
        .merge(people_pages::routes())
        .merge(minutes_pages::routes())
        .merge(decision_pages::routes())
        .merge(feeds::routes())
}
