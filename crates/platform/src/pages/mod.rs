//! The pages every installation has, whichever tools it uses.

mod attempts;
mod front;
mod groups;
mod language;
mod mine;
pub mod narrowing;
mod search;
mod space_page;
mod space_settings;
mod spaces;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub use mine::safe_next;

/// The routes of the platform.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(front::front))
        .route("/soeg", get(search::show))
        .route("/om", get(front::about))
        .route("/det-blev-det-til", get(front::outcomes))
        .route("/forloeb", get(spaces::list))
        .route("/forloeb/ny", get(spaces::new).post(spaces::create))
        .route("/omraader", get(spaces::areas))
        .route("/omraader/{slug}", get(spaces::area))
        .route("/forloeb/{slug}", get(space_page::show))
        .route("/forloeb/{slug}/arbejdsgrupper/ny", get(groups::new).post(groups::make))
        .route("/forloeb/{slug}/trin", post(space_page::move_stage))
        .route("/forloeb/{slug}/indstil", get(space_settings::show).post(space_settings::save))
        .route("/forloeb/{slug}/afslut", post(space_settings::close))
        .route("/forloeb/{slug}/genaabn", post(space_settings::reopen))
        .route("/forloeb/{slug}/aktivitet", get(space_page::activity))
        .route("/forloeb/{slug}/forsoeg", get(attempts::show))
        .route("/forloeb/{slug}/forsoeg/luk-ind", post(attempts::let_in))
        .route("/forloeb/{slug}/forsoeg/{id}/slut", post(attempts::end))
        .route("/live/{slug}", get(crate::live::stream))
        .route("/sprog", post(language::language))
        .route("/min-side", get(mine::show))
        .route("/min-side/navn", get(mine::name).post(mine::set_name))
}

/// Each template of the platform rendered with samples.
pub fn samples(app: &App, page: &crate::page::Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    [
        crate::page::samples(page),
        crate::message::samples(page),
        attempts::samples(page),
        front::samples(app, page),
        groups::samples(page),
        mine::samples(page),
        search::samples(page),
        space_page::samples(page),
        space_settings::samples(page),
        spaces::samples(page),
        crate::screen_page::samples(page),
        crate::questions::samples(page),
    ]
    .into_iter()
    .flatten()
    .collect()
}
