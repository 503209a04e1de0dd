//! Meetings in calendars: one as a file, a space's as a feed, and everybody's own feed behind an address nobody can guess.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::Duration;
use samskab_platform::calendar::{self, Method};
use samskab_platform::session::token_hash;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, person, view};

use crate::acts::{self, FEED};
use crate::pages::id_of;
use crate::store;
use crate::telling::{appointment, appointment_somewhere};

/// How far back feeds reach: calendars forget on their own what is older.
const DAYS_BACK: i64 = 180;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/moeder/{id}/moede.ics", get(file))
        .route("/forloeb/{slug}/moeder/kalender.ics", get(of_space))
        .route("/kalender/{key}", get(own))
        .route("/min-side/moedekalender", get(show).post(change))
}

#[derive(Template)]
#[template(path = "calendar_feed.html")]
pub(crate) struct FeedPage {
    pub(crate) page: Page,
    /// The new address, shown once: only its hash is kept.
    pub(crate) address: Option<String>,
    /// When the address in force was made.
    pub(crate) since: Option<String>,
}

/// A calendar as an answer. What one person or one team may see is not for a cache in between.
fn answer(text: String, name: &str) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (CACHE_CONTROL, "private, max-age=300".to_owned()),
    ];
    (headers, text).into_response()
}

async fn file(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let meeting = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let text = calendar::message(&appointment(&app, &slug, &meeting), Method::Publish, &calendar::organizer(&app), None);
    Ok(answer(text, "moede.ics"))
}

async fn of_space(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let all: Vec<_> = store::all(&mut sql, view.space.id, 300).await?.iter().map(|m| appointment(&app, &slug, m)).collect();
    Ok(answer(calendar::feed(&view.space.title, &all), "kalender.ics"))
}

/// Somebody's own feed: who asks for it is known by nothing but its address.
async fn own(State(app): State<App>, Path(key): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let key = key.strip_suffix(".ics").unwrap_or(&key);
    let owner = store::feed_owner(&mut sql, token_hash(key)).await?;
    let person = person::find(&mut sql, owner).await?;
    let since = app.clock.now() - Duration::days(DAYS_BACK);
    let mut all: Vec<_> = store::feed_of(&mut sql, owner, since).await?.iter().map(|m| appointment_somewhere(&app, m)).collect();
    // One address for everything: what other tools know of this person's days stands beside the meetings.
    for tool in &app.tools {
        all.extend((tool.calendar)(&mut sql, &app, owner, since).await?);
    }
    let name = app.words.say(person.lang(), "meetings-feed-name", &[("municipality", &app.municipality())]);
    Ok(answer(calendar::feed(&name, &all), "kalender.ics"))
}

async fn feed_page(app: &App, visitor: &Visitor, address: Option<String>) -> Result<FeedPage> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "meetings-feed-title", &[]));
    let since = store::has_feed(&mut app.db.read().await?, me).await?.map(|at| page.when(&at));
    Ok(FeedPage { page, address, since })
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    page::html(&feed_page(&app, &visitor, None).await?)
}

async fn change(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &FEED).await?;
    if form.value("do") == "stop" {
        let person = act.person()?;
        store::stop_feed(act.sql(), person).await?;
        act.commit().await?;
        return Ok(page::go("/min-side/moedekalender", "meetings-feed-stopped"));
    }
    let token = acts::renew_feed(&mut act).await?;
    act.commit().await?;
    let shown = feed_page(&app, &visitor, Some(format!("{}/kalender/{token}.ics", app.settings.base_url))).await?;
    let mut response = page::html(&shown)?;
    // The address is in this answer only.
    response.headers_mut().insert(CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"));
    Ok(response)
}
