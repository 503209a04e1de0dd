//! The day's own page, with the way to everything else of the everyday.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::access::ActDef;
use samskab_platform::{App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{COUNT, ENROL, INCIDENT, KEY, MESSAGE, OPEN_SCREEN};
use crate::day::{self, Shown};
use crate::store::{self, Counted};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/dagen", get(show))
}

/// What the visitor may do on the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct May {
    pub(crate) count: bool,
    pub(crate) message: bool,
}

#[derive(Template)]
#[template(path = "daily_day.html")]
pub(crate) struct DayPage {
    pub(crate) page: Page,
    pub(crate) day: Shown,
    pub(crate) counted: Counted,
    pub(crate) may: May,
    /// Whether the visitor has a part in the house: names are for them.
    pub(crate) inner: bool,
    /// Path and word.
    pub(crate) links: Vec<(&'static str, &'static str)>,
    pub(crate) form: Form,
}

/// Whether the visitor has a part in the house.
pub(crate) fn inner(view: &SpaceView) -> bool {
    !view.roles.is_empty()
}

/// An error unless the visitor has a part in the house.
pub(crate) fn demand_inner(view: &SpaceView, act: &'static ActDef) -> Result<()> {
    match (inner(view), view.person) {
        (true, _) => Ok(()),
        (false, None) => Err(Error::SignIn),
        (false, Some(_)) => Err(Error::Forbidden(act.name)),
    }
}

pub(crate) fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

/// People of the space to choose from: id and name.
pub(crate) async fn people(sql: &mut samskab_platform::db::Sql, space: Uuid) -> Result<Vec<(String, String)>> {
    let all = samskab_platform::person::of_space(sql, space).await?;
    Ok(all.into_iter().map(|(id, name, ..)| (id.to_string(), name)).collect())
}

/// The ids offered.
pub(crate) fn ids(offered: &[(String, String)]) -> Vec<Uuid> {
    offered.iter().filter_map(|(id, _)| id.parse().ok()).collect()
}

pub(crate) async fn day_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<DayPage> {
    let mut sql = app.db.read().await?;
    let page = Page::of_space(app, visitor, view, "daily-title");
    let today = page.today();
    let day = day::shown(&mut sql, &view.tools, &view.space, &page).await?;
    let counted = store::days(&mut sql, view.space.id, today, today).await?.pop().unwrap_or_else(|| Counted::none(today));
    let may = May { count: view.may(&COUNT), message: view.may(&MESSAGE) };
    let mut links = vec![("dagen/regler", "daily-rules-title"), ("dagen/kontakter", "daily-contacts-title"), ("dagen/tal", "daily-counts-title")];
    if inner(view) {
        links.push(("dagen/vagter", "daily-duty-title"));
    }
    if view.person.is_some() {
        links.push(("dagen/mig", "daily-own-title"));
    }
    for (act, path, word) in [
        (&INCIDENT, "dagen/haendelser", "daily-incidents-title"),
        (&KEY, "dagen/noegler", "daily-keys-title"),
        (&ENROL, "dagen/navne", "daily-names-title"),
        (&OPEN_SCREEN, "dagen/skaerme", "daily-screens-title"),
    ] {
        if view.may(act) {
            links.push((path, word));
        }
    }
    Ok(DayPage { inner: inner(view), page, day, counted, may, links, form })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let today = app.clock.today().to_string();
    page::html(&day_page(&app, &visitor, &view, Form::filled([("from", today.clone()), ("until", today)])).await?)
}
