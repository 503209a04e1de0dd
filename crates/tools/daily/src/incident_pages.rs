//! What happened that should not have: written down by whoever was there, read by those who run the house.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{Duration, NaiveDate};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{FOLLOW, INCIDENT};
use crate::day_pages::id_of;
use crate::house_store::{self, Incident};
use crate::model::INCIDENT_DAYS;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/dagen/haendelser", get(all).post(write)).route("/forloeb/{slug}/dagen/haendelser/{id}", post(follow))
}

#[derive(Template)]
#[template(path = "daily_incidents.html")]
pub(crate) struct IncidentsPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Those who run the house see all of them.
    pub(crate) all: Option<Vec<Incident>>,
    pub(crate) months: i64,
}

async fn incidents_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<IncidentsPage> {
    let all = if view.may(&FOLLOW) { Some(house_store::incidents(&mut app.db.read().await?, view.space.id).await?) } else { None };
    Ok(IncidentsPage { page: Page::of_space(app, visitor, view, "daily-incidents-title"), form, all, months: INCIDENT_DAYS / 30 })
}

async fn all(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    view.demand(&INCIDENT)?;
    let form = Form::filled([("day", app.clock.today().to_string())]);
    page::html(&incidents_page(&app, &visitor, &view, form).await?)
}

/// Writes down what happened. It stands nowhere else, and goes after a year.
///
/// # Errors
/// When the database fails.
pub async fn note(act: &mut Act<'_>, day: NaiveDate, text: &str, told: &str, done: &str) -> Result<Uuid> {
    let (id, space, by, at, today) = (act.new_id(), act.space().id, act.person()?, act.at(), act.today());
    let incident =
        Incident { id, happened_on: day, text: text.to_owned(), told: told.to_owned(), done: done.to_owned(), closed: false, by: None, written_at: at };
    house_store::add_incident(act.sql(), space, &incident, by, today + Duration::days(INCIDENT_DAYS)).await?;
    Ok(id)
}

async fn write(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &INCIDENT).await?;
    let mut shown = incidents_page(&app, &visitor, &view, form).await?;
    let (form, page) = (&mut shown.form, &shown.page);
    form.called(page, &[("day", "daily-incident-day"), ("text", "daily-incident-text"), ("told", "daily-incident-told"), ("done", "daily-incident-done")]);
    let day = form.date(page, "day");
    let day = form.need(page, "day", day);
    if day.is_some_and(|d| d > page.today()) {
        form.wrong("day", page.t("daily-incident-future"));
    }
    let text = form.required(page, "text", 2_000);
    let told = form.optional(page, "told", 300);
    let done = form.optional(page, "done", 1_000);
    let (Some(day), true) = (day, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    note(&mut act, day, &text, &told, &done).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/haendelser"), "daily-incident-noted"))
}

async fn follow(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &FOLLOW).await?;
    let done: String = form.value("done").trim().chars().take(1_000).collect();
    if !house_store::follow(act.sql(), view.space.id, id_of(&id)?, &done, form.is("closed", "yes")).await? {
        return Err(Error::NotFound);
    }
    act.commit().await?;
    Ok(page::go(&view.under("dagen/haendelser"), "daily-incident-followed"))
}
