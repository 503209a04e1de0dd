//! Ending a plan: what happens, and then it is gone.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::hold::{self, Held};
use samskab_platform::{App, Error, Page, Result, Visitor, page};

use crate::acts::{self, END};
use crate::opened;
use crate::plan_pages::{Frame, shown};
use crate::write_pages::begin;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/plan/slut", get(ask).post(end)).route("/plan/slut", get(ended))
}

#[derive(Template)]
#[template(path = "plan_end.html")]
pub(crate) struct EndPage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    /// Until when it must not be ended, and why.
    pub(crate) held: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "plan_ended.html")]
pub(crate) struct EndedPage {
    pub(crate) page: Page,
}

async fn ask(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_deciding()?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "plan-end", &[]));
    let held = hold::blocked(&mut sql, Held::Space(plan.space()), page.today()).await?.map(|h| (page.date(&h.until), h.reason));
    shown(&EndPage { frame: Frame::of(&page, &plan), page, held })
}

async fn end(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &END).await?;
    plan.demand_deciding()?;
    acts::end(&mut act).await?;
    act.commit().await?;
    Ok(page::go("/plan/slut", ""))
}

/// The same for everybody: it tells nothing.
async fn ended(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    visitor.person.as_ref().ok_or(Error::SignIn)?;
    page::html(&EndedPage { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "plan-ended", &[])) })
}
