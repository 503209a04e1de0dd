//! The board's page: who sits there, who is up for election next, who sat there before.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{Datelike, NaiveDate};
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page};
use uuid::Uuid;

use crate::acts::{SEAT, VACATE};
use crate::board_store::{self, Seat};
use crate::model::{Post, term_end};
use crate::pages::{current, seen};
use crate::{board, store};
use samskab_platform::questions::Questions;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/forening/bestyrelse", get(show))
        .route("/forloeb/{slug}/forening/bestyrelse/ny", get(new).post(sit))
        .route("/forloeb/{slug}/forening/bestyrelse/{id}/stop", post(stop))
}

#[derive(Template)]
#[template(path = "association_board.html")]
pub(crate) struct BoardPage {
    pub(crate) page: Page,
    pub(crate) now: Vec<Seat>,
    /// The year in which the next of them are up for election, and who.
    pub(crate) next: Option<(i32, Vec<Seat>)>,
    pub(crate) before: Vec<Seat>,
    pub(crate) may_seat: bool,
    pub(crate) may_vacate: bool,
}

/// Those whose term ends first: the year, and who.
pub(crate) fn up_next(now: &[Seat]) -> Option<(i32, Vec<Seat>)> {
    let year = now.iter().map(|s| s.until_on.year()).min()?;
    Some((year, now.iter().filter(|s| s.until_on.year() == year).cloned().collect()))
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let seats = board_store::of_space(&mut app.db.read().await?, view.space.id).await?;
    let before = seats.iter().filter(|s| s.left_on.is_some()).cloned().collect();
    let now = current(seats);
    let page = Page::of_space(&app, &visitor, &view, "association-board");
    page::html(&BoardPage { next: up_next(&now), now, before, may_seat: view.may(&SEAT), may_vacate: view.may(&VACATE), page })
}

/// The posts as a list to choose from.
pub(crate) fn posts(page: &Page) -> Vec<(String, String)> {
    Post::ALL.iter().map(|p| (p.key().to_owned(), page.t(p.word()))).collect()
}

async fn seat_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<Questions> {
    let people = board_store::named(&mut app.db.read().await?, view.space.id).await?.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let shown =
        Questions::new(app, visitor, view, "association-seat", "forening/bestyrelse/ny", form).back(view.under("forening/bestyrelse"), "association-board");
    let (lead, posts) = (shown.page.t("association-seat-lead"), posts(&shown.page));
    Ok(shown
        .lead(lead)
        .choose("person", "association-seat-who", "select", people)
        .choose("post", "association-seat-post", "radios", posts)
        .ask("elected_on", "association-seat-from", "date")
        .ask("until_on", "association-seat-until", "date"))
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&SEAT)?;
    let (today, rules) = (app.clock.today(), store::rules(&mut app.db.read().await?, view.space.id).await?);
    let form = Form::filled([("elected_on", today.to_string()), ("until_on", term_end(today, rules.term_years).to_string())]);
    page::html(&seat_form(&app, &visitor, &view, form).await?)
}

async fn sit(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SEAT).await?;
    let mut shown = seat_form(&app, &visitor, &view, form).await?;
    let person = shown.pick("person").and_then(|id| id.parse::<Uuid>().ok());
    let post = shown.pick("post").and_then(|key| Post::of(&key));
    let (from, until): (Option<NaiveDate>, Option<NaiveDate>) = (shown.date("elected_on"), shown.date("until_on"));
    if from.is_some_and(|d| d > act.today()) {
        shown.wrong("elected_on", "association-seat-future");
    }
    if let (Some(from), Some(until)) = (from, until)
        && (until <= from || until < act.today())
    {
        shown.wrong("until_on", "association-seat-backwards");
    }
    let (Some(person), Some(post), Some(from), Some(until), true) = (person, post, from, until, shown.ok()) else { return page::not_accepted(&shown) };
    board::seat(&mut act, person, post, from, until).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening/bestyrelse"), "association-seated"))
}

async fn stop(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &VACATE).await?;
    let today = act.today();
    board::vacate(&mut act, id, today).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening/bestyrelse"), "association-vacated"))
}
