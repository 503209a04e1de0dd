//! The safety of a sealed space, for its owner and those who run it: who has opened it in an emergency, whose roles are held back, and who
//! has tried to see it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use uuid::Uuid;

use crate::access::Visibility;
use crate::act::Act;
use crate::app::App;
use crate::attempt::{self, Attempt};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::held_roles::{self, HeldRole, LET_IN, WATCH};
use crate::opening::{self, END, Opening};
use crate::page::{self, Page};
use crate::sealed::Plain;
use crate::view::{self, SpaceView};
use crate::visitor::Visitor;

#[derive(Template)]
#[template(path = "attempts.html")]
struct Attempts {
    page: Page,
    openings: Vec<Shown>,
    held: Vec<Waiting>,
    attempts: Vec<Attempt>,
}

/// An emergency opening, and why: nothing where that can no longer be read.
struct Shown {
    opening: Opening,
    why: Option<Plain>,
    /// Whether it is open now.
    open: bool,
}

/// Somebody who waits to be let in again.
struct Waiting {
    person: Uuid,
    name: String,
    roles: String,
    cause: String,
}

/// Whether this visitor is shown who has tried.
pub(super) fn may_see(view: &SpaceView) -> bool {
    view.space.visibility == Visibility::Sealed && WATCH.iter().any(|role| view.holds(*role))
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("forsoeg");
    if !may_see(&view) {
        return Err(Error::NotFound);
    }
    let page = Page::of_space(&app, &visitor, &view, "attempts-title");
    let (attempts, mut openings) = (attempt::of_space(&mut sql, view.space.id).await?, vec![]);
    for opening in opening::of_space(&mut sql, view.space.id).await? {
        let (why, open) = (opening.why(&mut sql, &app).await?, opening.state(page.now) == "open");
        openings.push(Shown { opening, why, open });
    }
    let held = waiting(&page, &view, held_roles::of_space(&mut sql, view.space.id).await?);
    page::html(&Attempts { page, openings, held, attempts })
}

/// A line for each person.
fn waiting(page: &Page, view: &SpaceView, held: Vec<HeldRole>) -> Vec<Waiting> {
    let mut lines: Vec<Waiting> = vec![];
    for role in held {
        let called = view.role_name(&page.lang, &role.role);
        match lines.iter_mut().find(|l| l.person == role.person_id) {
            Some(line) => line.roles = format!("{}, {called}", line.roles),
            None => {
                let cause = page.t(&format!("held-back-{}", role.cause));
                lines.push(Waiting { person: role.person_id, name: role.name, roles: called.to_owned(), cause });
            }
        }
    }
    lines
}

pub(super) async fn let_in(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &LET_IN).await?;
    let person: Uuid = form.value("person").parse().map_err(|_| Error::BadRequest("error-form"))?;
    held_roles::let_in(&mut act, person).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forsoeg"), "let-in"))
}

pub(super) async fn end(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &END).await?;
    opening::end(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forsoeg"), "opening-ended"))
}

pub(super) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let one = Attempt { name: "Ida Holm".to_owned(), times: 2, first_at: page.now, last_at: page.now };
    let shown = |why: Option<&str>, open| Shown { opening: Opening::sample(page.now, Some("agreed")), why: why.map(|w| Plain::new(w.to_owned())), open };
    let held = Waiting { person: Uuid::nil(), name: "Bo <B>".to_owned(), roles: "Facilitator".to_owned(), cause: page.t("held-back-merge") };
    let full = Attempts { page: page.clone(), openings: vec![shown(Some("Ingen <svarer>"), true), shown(None, false)], held: vec![held], attempts: vec![one] };
    vec![("attempts", full.render()), ("attempts, none", Attempts { page: page.clone(), openings: vec![], held: vec![], attempts: vec![] }.render())]
}
