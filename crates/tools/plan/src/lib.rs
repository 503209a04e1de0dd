//! The plan: what a citizen dreams of, the steps on the way, who helps, and how it goes. It is the citizen's: they decide who sees which
//! part, see who has looked, take it with them and end it. Those who help work in the same plan; there is no other file.

pub mod acts;
mod begin_pages;
mod end_pages;
mod model;
pub mod opened;
mod own;
mod papers;
mod people_pages;
mod personal;
mod plan_pages;
mod samples;
mod store;
mod tick;
mod write_pages;

pub use model::{Kind, Level, State};

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "plan",
    path: "plan",
    home: true,
    acts: acts::ALL,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "plan"),
    objects: &[("plan", "plan"), ("plan_step", "plan/trin/{id}"), ("plan_note", "plan"), ("plan_person", "plan/hvem")],
    personal: personal::ALL,
    routes,
    account: &[("account-plan", "/plan")],
    own: |sql, app, person, page| Box::pin(own::own(sql, app, person, page)),
    mine: |sql, person, page| Box::pin(own::mine(sql, person, page)),
    tick: |app| Box::pin(tick::tick(app)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    begin_pages::routes()
        .merge(plan_pages::routes())
        .merge(write_pages::routes())
        .merge(people_pages::routes())
        .merge(papers::routes())
        .merge(end_pages::routes())
}
