//! The circle: when something happens to somebody, a coordinator writes down what is needed and when, those of the network who fit are
//! asked, and each of them sees no more than what they have taken. When it is over its key is destroyed.

pub mod acts;
mod ask_pages;
mod ask_store;
pub mod asking;
mod circle_pages;
mod help_pages;
pub mod helping;
mod links;
mod model;
mod need_pages;
mod open_pages;
mod own;
mod own_pages;
mod people_pages;
mod personal;
mod samples;
mod slot_pages;
mod slot_store;
mod store;
mod tick;
mod times;
mod whole;

pub use model::{Basis, Details, Fit, NeedWords, Plan, Repeat, Requirements};
pub use open_pages::PRESETS;
pub use store::Need;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "circle",
    path: "kreds",
    acts: acts::ALL,
    // That it is over can be seen.
    goes_on: &[&acts::READ],
    statements: &[store::STATEMENTS, slot_store::STATEMENTS, ask_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "circle"),
    objects: &[("circle", "kreds"), ("circle_need", "kreds"), ("circle_slot", "kreds")],
    personal: personal::ALL,
    routes,
    home: true,
    own: |sql, app, person, page| Box::pin(own::own(sql, app, person, page)),
    mine: |sql, person, page| Box::pin(own_pages::mine(sql, person, page)),
    calendar: |sql, app, person, from| Box::pin(own_pages::calendar(sql, app, person, from)),
    tick: |app| Box::pin(tick::tick(app)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    open_pages::routes()
        .merge(circle_pages::routes())
        .merge(need_pages::routes())
        .merge(ask_pages::routes())
        .merge(slot_pages::routes())
        .merge(people_pages::routes())
        .merge(help_pages::routes())
        .layer(axum::middleware::map_response(kept_by_nobody))
}

/// No browser and nothing between keeps a page of a circle, not even for the button that goes back.
async fn kept_by_nobody(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
