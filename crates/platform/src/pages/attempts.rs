//! Who has tried to see a sealed space: for its owner and those who run it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::access::{Role, Visibility};
use crate::app::App;
use crate::attempt::{self, Attempt};
use crate::error::{Error, Result};
use crate::page::{self, Page};
use crate::view::{self, SpaceView};
use crate::visitor::Visitor;

#[derive(Template)]
#[template(path = "attempts.html")]
struct Attempts {
    page: Page,
    attempts: Vec<Attempt>,
}

/// Whether this visitor is shown who has tried.
pub(super) fn may_see(view: &SpaceView) -> bool {
    view.space.visibility == Visibility::Sealed && (view.holds(Role::Owner) || view.holds(Role::Facilitator))
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("forsoeg");
    if !may_see(&view) {
        return Err(Error::NotFound);
    }
    let attempts = attempt::of_space(&mut sql, view.space.id).await?;
    page::html(&Attempts { page: Page::of_space(&app, &visitor, &view, "attempts-title"), attempts })
}

pub(super) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let one = Attempt { name: "Ida Holm".to_owned(), times: 2, first_at: page.now, last_at: page.now };
    vec![
        ("attempts", Attempts { page: page.clone(), attempts: vec![one] }.render()),
        ("attempts, none", Attempts { page: page.clone(), attempts: vec![] }.render()),
    ]
}
