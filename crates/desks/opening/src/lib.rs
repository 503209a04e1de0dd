//! Emergency openings: two people of the municipality open a sealed space whose coordinators cannot be reached. What that is, who is
//! told and when it ends is [`samskab_platform::opening`]; these are its pages. The desk also sees to it that those in a space hear of
//! roles that are held back ([`samskab_platform::held_roles`]).

mod acts;
mod pages;
mod samples;
mod tick;

use axum::Router;
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::desk::{AdminPage, Aim, Desk, no_attention};
use samskab_platform::tool::{Mine, MinePart};
use samskab_platform::{App, Page, Result, opening};
use uuid::Uuid;

pub use acts::{AGREE, ASK, REFUSE, WITHDRAW};

/// Where its pages stand.
pub(crate) const PATH: &str = "/administration/noedaabning";

/// The desk.
pub const DESK: Desk = Desk {
    name: "opening",
    acts: &[&ASK, &AGREE, &REFUSE, &WITHDRAW, &opening::OPEN, &opening::END],
    words: samskab_platform::words!("../../../../", "opening"),
    routes,
    admin: &[AdminPage { aim: Aim::Trust, word: "opening-admin", href: PATH, roles: opening::TWO, attention: no_attention }],
    mine: |sql, person, page| Box::pin(mine(sql, person, page)),
    tick: |app| Box::pin(tick::tick(app)),
    samples: samples::samples,
    ..Desk::NONE
};

fn routes() -> Router<App> {
    Router::new()
        .route("/administration/noedaabning", get(pages::list).post(pages::ask))
        .route("/administration/noedaabning/{id}", get(pages::show))
        .route("/administration/noedaabning/{id}/enig", post(pages::agree))
        .route("/administration/noedaabning/{id}/afvis", post(pages::refuse))
        .route("/administration/noedaabning/{id}/tilbage", post(pages::withdraw))
}

/// On somebody's own page: a colleague waits for their answer.
async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let n = opening::waiting(sql, person, page.now).await?;
    let line = Mine {
        part: MinePart::Next,
        text: page.t("opening-todo"),
        detail: page.t("opening-todo-detail"),
        href: PATH.to_owned(),
        button: page.t("opening-todo-button"),
        tag: None,
    };
    Ok(if n > 0 { vec![line] } else { vec![] })
}
