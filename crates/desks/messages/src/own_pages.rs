//! What somebody was told, and what they chose not to hear of.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use samskab_platform::notice::subject;
use samskab_platform::person::Rhythm;
use samskab_platform::space::MUNICIPALITY;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, outbox, page};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, HEAR};
use crate::store::{self, Muted, Told};

const PATH: &str = "/min-side/beskeder";
const LINES: i64 = 50;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/min-side/beskeder", get(show)).route("/min-side/beskeder/hoer", post(hear))
}

/// Something one was told, in words.
pub(crate) struct Line {
    pub(crate) told: Told,
    pub(crate) subject: String,
}

#[derive(Template)]
#[template(path = "own_messages.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    pub(crate) rhythm: Rhythm,
    pub(crate) contact: &'static str,
    pub(crate) lines: Vec<Line>,
    pub(crate) older: Option<String>,
    pub(crate) muted: Vec<Muted>,
    /// The ways on which the latest message was refused.
    pub(crate) unreached: Vec<(String, DateTime<Utc>)>,
    pub(crate) helps: bool,
}

#[derive(Deserialize)]
struct Before {
    foer: Option<DateTime<Utc>>,
}

async fn show(State(app): State<App>, visitor: Visitor, Query(before): Query<Before>) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "account-messages", &[]));
    let mut sql = app.db.read().await?;
    let before = before.foer.unwrap_or(app.clock.now() + chrono::Duration::days(1));
    let mut told = store::told_me(&mut sql, me.id, before, LINES + 1).await?;
    let more = told.len() > LINES as usize;
    told.truncate(LINES as usize);
    let older = told.last().filter(|_| more).map(|t| format!("{PATH}?foer={}", t.created_at.format("%Y-%m-%dT%H:%M:%S%.6fZ")));
    let lines = told.into_iter().map(|told| Line { subject: subject(&page, &told.word, &told.args, told.space.as_deref(), &me.name), told }).collect();
    let muted = store::muted(&mut sql, me.id).await?;
    let unreached = outbox::unreached(&mut sql, me.id).await?;
    let helps = store::helps(&mut sql, me.id).await? > 0;
    page::html(&OwnPage { page, rhythm: me.rhythm(), contact: me.contact().key(), lines, older, muted, unreached, helps })
}

async fn hear(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &HEAR).await?;
    let space: Uuid = form.value("space").parse().map_err(|_| Error::BadRequest("error-form"))?;
    acts::hear(&mut act, space).await?;
    act.commit().await?;
    Ok(page::go(PATH, "hear-again"))
}

impl Line {
    /// How they heard of it: the words for its tag.
    fn how(&self, page: &Page) -> String {
        match (self.told.outcome.as_str(), &self.told.way) {
            ("sent", Some(way)) => page.t(&format!("own-sent-{way}")),
            ("sent", None) => page.t("own-sent"),
            ("unwanted", _) => page.t("own-unwanted"),
            ("unreachable", _) => page.t("own-unreachable"),
            _ => page.t("own-waiting"),
        }
    }
}

impl OwnPage {
    /// Whether a space that is not heard of stands for all.
    fn is_everything(&self, slug: &str) -> bool {
        slug == MUNICIPALITY
    }
}
