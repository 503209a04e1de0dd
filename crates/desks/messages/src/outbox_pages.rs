//! The outbox: what waits, what was sent, what did not get through, and what to do about it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::message::Content;
use samskab_platform::outbox::{self, can_send};
use samskab_platform::person::Contact;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, desk, page, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::OFFICE;
use crate::acts::{self, RESEND, STOP, TEST};
use crate::model::{State as Progress, plain_error};
use crate::store::{self, Figures, Listed};

const PATH: &str = "/administration/beskeder";
const LINES: i64 = 50;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/beskeder", get(list))
        .route("/administration/beskeder/igen", post(resend_all))
        .route("/administration/beskeder/proev", post(test))
        .route("/administration/beskeder/{id}", get(one))
        .route("/administration/beskeder/{id}/igen", post(resend))
        .route("/administration/beskeder/{id}/stop", post(stop))
}

/// Which messages.
#[derive(Deserialize, Default, Clone)]
pub(crate) struct Filter {
    #[serde(default)]
    pub(crate) tilstand: String,
    #[serde(default)]
    pub(crate) vej: String,
    pub(crate) foer: Option<DateTime<Utc>>,
}

impl Filter {
    fn href(&self, state: &str, way: &str) -> String {
        format!("{PATH}?tilstand={state}&vej={way}")
    }
}

#[derive(Template)]
#[template(path = "outbox.html")]
pub(crate) struct OutboxPage {
    pub(crate) page: Page,
    pub(crate) figures: Figures,
    pub(crate) mail: bool,
    pub(crate) text: bool,
    pub(crate) filter: Filter,
    pub(crate) rows: Vec<Listed>,
    /// Where older ones are.
    pub(crate) older: Option<String>,
}

#[derive(Template)]
#[template(path = "outbox_message.html")]
pub(crate) struct MessagePage {
    pub(crate) page: Page,
    pub(crate) row: Listed,
    /// Nothing where it may not be shown, or is no longer kept.
    pub(crate) content: Option<Content>,
}

impl Listed {
    /// What stands in the list; what a code's subject says is nobody else's business.
    fn shown(&self, page: &Page) -> String {
        if self.sort == "secret" { page.t("message-secret") } else { self.subject.clone() }
    }

    fn error(&self, page: &Page) -> Option<String> {
        self.last_error.as_deref().map(|e| page.t(plain_error(e)))
    }

    /// It waits, and no server has it in its hands.
    fn can_stop(&self, page: &Page) -> bool {
        self.state() == Progress::Waiting && self.lease_until.is_none_or(|t| t <= page.now)
    }
}

async fn list(State(app): State<App>, visitor: Visitor, Query(filter): Query<Filter>) -> Result<Response> {
    desk::admit(&visitor, OFFICE)?;
    let mut sql = app.db.read().await?;
    let before = filter.foer.unwrap_or(app.clock.now() + chrono::Duration::days(1));
    let way = Contact::of(&filter.vej).map_or("", Contact::key);
    let mut rows = store::listed(&mut sql, Progress::of(&filter.tilstand), way, before, LINES + 1).await?;
    let more = rows.len() > LINES as usize;
    rows.truncate(LINES as usize);
    let older = rows.last().filter(|_| more).map(|r| format!("{}&foer={}", filter.href(&filter.tilstand, way), r.created_at.format("%Y-%m-%dT%H:%M:%S%.6fZ")));
    let figures = store::figures(&mut sql, app.clock.now()).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "outbox-title", &[]));
    let (mail, text) = (can_send(&app, Contact::Mail), can_send(&app, Contact::Text));
    page::html(&OutboxPage { page, figures, mail, text, filter, rows, older })
}

async fn one(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    desk::admit(&visitor, OFFICE)?;
    let mut sql = app.db.write().await?;
    let row = store::one(&mut sql, id).await?;
    let message = outbox::one(&mut sql, id).await?;
    if let Some(person) = row.person_id {
        reading::note(&mut sql, &app, visitor.person.as_ref().map(|p| p.id), person, "reading-message").await?;
    }
    sql.commit().await?;
    let mut content = (row.sort != "secret" && !message.content.is_empty()).then(|| Content::read(&message.content));
    // The link of an invitation lets whoever holds it in; so does the one that leaves.
    if let Some(content) = &mut content {
        content.leave.clear();
        if row.sort == "direct" {
            content.sections.iter_mut().flat_map(|s| &mut s.lines).for_each(|l| l.href.clear());
        }
    }
    let page = Page::new(&app, &visitor, row.shown(&Page::new(&app, &visitor, String::new())));
    page::html(&MessagePage { page, row, content })
}

async fn resend(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &RESEND).await?;
    acts::resend(&mut act, Some(id)).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "message-again"))
}

async fn resend_all(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &RESEND).await?;
    acts::resend(&mut act, None).await?;
    act.commit().await?;
    Ok(page::go(PATH, "messages-again"))
}

async fn stop(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &STOP).await?;
    acts::stop(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "message-stopped"))
}

async fn test(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &TEST).await?;
    let way = Contact::of(form.value("way")).filter(|w| matches!(w, Contact::Mail | Contact::Text)).ok_or(Error::BadRequest("error-form"))?;
    let id = acts::test(&mut act, way).await?;
    act.commit().await?;
    let done = if can_send(&app, way) { "message-test" } else { "message-test-waits" };
    Ok(page::go(&format!("{PATH}/{id}"), done))
}

/// What the front page of Administration says about messages.
pub(crate) async fn attention(sql: &mut Sql, page: &Page) -> Result<Option<String>> {
    if !can_send(page.app(), Contact::Mail) {
        return Ok(Some(page.t("outbox-no-mail-short")));
    }
    let failed = store::failed(sql).await?;
    Ok((failed > 0).then(|| page.t1("outbox-failed-short", "n", failed)))
}
