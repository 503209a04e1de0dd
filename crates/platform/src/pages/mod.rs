//! The pages every installation has, whichever tools it uses.

mod front;
mod mine;
mod sign_in;
mod space_page;
mod spaces;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub use mine::safe_next;

/// The routes of the platform.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(front::front))
        .route("/om", get(front::about))
        .route("/det-blev-det-til", get(front::outcomes))
        .route("/forloeb", get(spaces::list))
        .route("/forloeb/ny", get(spaces::new).post(spaces::create))
        .route("/omraader", get(spaces::areas))
        .route("/omraader/{slug}", get(spaces::area))
        .route("/forloeb/{slug}", get(space_page::show))
        .route("/forloeb/{slug}/trin", post(space_page::move_stage))
        .route("/forloeb/{slug}/aktivitet", get(space_page::activity))
        .route("/live/{slug}", get(crate::live::stream))
        .route("/log-ind", get(sign_in::ask).post(sign_in::send))
        .route("/log-ind/kode", get(sign_in::code).post(sign_in::enter))
        .route("/log-ud", post(sign_in::sign_out))
        .route("/sprog", post(sign_in::language))
        .route("/min-side", get(mine::show))
        .route("/min-side/navn", get(mine::name).post(mine::set_name))
}

/// Each template of the platform rendered with samples.
pub fn samples(app: &App, page: &crate::page::Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    [front::samples(app, page), mine::samples(page), sign_in::samples(page), space_page::samples(page), spaces::samples(page)].into_iter().flatten().collect()
}
