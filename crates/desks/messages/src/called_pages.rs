//! Calls: who is to be told what on the phone, for the office and for each helper, and what was noted.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::Duration;
use samskab_platform::db::Sql;
use samskab_platform::message::Content;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, desk, page, reading};
use uuid::Uuid;

use crate::OFFICE;
use crate::acts::{self, TELL};
use crate::store::{self, Call};

const CALLS: i64 = 100;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/beskeder/ring", get(office))
        .route("/administration/beskeder/ring/{id}", post(told_by_office))
        .route("/min-side/ring", get(own))
        .route("/min-side/ring/{id}", post(told_by_helper))
}

/// A call with what is to be told.
pub(crate) struct ToCall {
    pub(crate) call: Call,
    pub(crate) content: Content,
}

#[derive(Template)]
#[template(path = "calls.html")]
pub(crate) struct CallsPage {
    pub(crate) page: Page,
    pub(crate) calls: Vec<ToCall>,
    pub(crate) made: Vec<Call>,
}

#[derive(Template)]
#[template(path = "own_calls.html")]
pub(crate) struct OwnCallsPage {
    pub(crate) page: Page,
    pub(crate) calls: Vec<ToCall>,
}

async fn to_call(sql: &mut Sql, app: &App, visitor: &Visitor, helper: Option<Uuid>) -> Result<Vec<ToCall>> {
    let calls = store::calls(sql, helper, CALLS).await?;
    let mut noted = vec![];
    for person in calls.iter().filter_map(|c| c.person_id) {
        if !noted.contains(&person) {
            reading::note(sql, app, visitor.person.as_ref().map(|p| p.id), person, "reading-message").await?;
            noted.push(person);
        }
    }
    Ok(calls.into_iter().map(|call| ToCall { content: Content::read(&call.content), call }).collect())
}

async fn office(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, OFFICE)?;
    let mut sql = app.db.write().await?;
    let calls = to_call(&mut sql, &app, &visitor, None).await?;
    let made = store::calls_made(&mut sql, app.clock.now() - Duration::days(14), 50).await?;
    sql.commit().await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "calls-title", &[]));
    page::html(&CallsPage { page, calls, made })
}

async fn own(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    let mut sql = app.db.write().await?;
    let calls = to_call(&mut sql, &app, &visitor, Some(me)).await?;
    sql.commit().await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "own-calls-title", &[]));
    page::html(&OwnCallsPage { page, calls })
}

async fn told(app: &App, visitor: &Visitor, id: Uuid, mut form: Form, back: &str) -> Result<Response> {
    let mut act = Act::begin_at_desk(app, visitor, &TELL).await?;
    let page = Page::new(app, visitor, String::new());
    let note = form.optional(&page, "note", 500);
    if !form.ok() {
        return Err(Error::BadRequest("error-form"));
    }
    acts::told(&mut act, id, &note).await?;
    act.commit().await?;
    Ok(page::go(back, "told"))
}

async fn told_by_office(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    told(&app, &visitor, id, form, "/administration/beskeder/ring").await
}

async fn told_by_helper(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    told(&app, &visitor, id, form, "/min-side/ring").await
}

pub(crate) async fn attention(sql: &mut Sql, page: &Page) -> Result<Option<String>> {
    let n = store::waiting(sql, "phone").await?;
    Ok((n > 0).then(|| page.t1("calls-waiting-short", "n", n)))
}

impl Call {
    /// Whose number is rung, in words.
    fn who(&self, page: &Page) -> String {
        match (&self.helper, &self.helper_phone) {
            (Some(helper), Some(number)) => page.t2("calls-helper-number", "helper", helper, "number", number),
            (Some(helper), None) => page.t1("calls-helper", "helper", helper),
            _ => page.t1("calls-number", "number", &self.recipient),
        }
    }
}
