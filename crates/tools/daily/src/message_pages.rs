//! A word from the house: it stands on the screens in the hall and on the day's page.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use chrono::{Duration, NaiveDate};
use samskab_platform::{Act, App, Form, Result, Visitor, page, view};
use uuid::Uuid;

use crate::acts::MESSAGE;
use crate::day_pages::{day_page, id_of};
use crate::house_store::{self, NewMessage};

/// At most so long that it can be read from the door.
const TEXT: usize = 240;
/// A message stands at most so many days.
const MOST_DAYS: i64 = 60;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/dagen/besked", post(write)).route("/forloeb/{slug}/dagen/besked/{id}/fjern", post(remove))
}

/// Puts a message on the screens.
///
/// # Errors
/// When the database fails, or it looks like something personal.
pub async fn tell(act: &mut Act<'_>, text: &str, from: NaiveDate, until: NaiveDate) -> Result<Uuid> {
    act.screen(&[("text", text)]).await?;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    house_store::add_message(act.sql(), &NewMessage { id, space, text, from, until }, by, at).await?;
    act.record("house-message", id, serde_json::json!({ "title": text, "down": "no" })).await?;
    Ok(id)
}

async fn write(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &MESSAGE).await?;
    let mut shown = day_page(&app, &visitor, &view, form).await?;
    let (form, page) = (&mut shown.form, &shown.page);
    form.called(page, &[("text", "daily-message-text"), ("from", "daily-message-from"), ("until", "daily-message-until")]);
    let text = form.required(page, "text", TEXT);
    let from = form.date(page, "from");
    let from = form.need(page, "from", from);
    let until = form.date(page, "until");
    let until = form.need(page, "until", until);
    if let (Some(from), Some(until)) = (from, until)
        && (until < from || until - from > Duration::days(MOST_DAYS))
    {
        form.wrong1(page, "until", "daily-message-span", "days", MOST_DAYS);
    }
    let (Some(from), Some(until), true) = (from, until, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    tell(&mut act, &text, from, until).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen"), "daily-message-told"))
}

async fn remove(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &MESSAGE).await?;
    let (id, at) = (id_of(&id)?, act.at());
    let message = house_store::message(act.sql(), view.space.id, id).await?;
    house_store::take_down(act.sql(), view.space.id, id, at).await?;
    act.record("house-message", id, serde_json::json!({ "title": message.text, "down": "yes" })).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen"), "daily-message-removed"))
}
