//! Whom to ring: a card for each, with what to say.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use chrono::Duration;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, reading, view};
use uuid::Uuid;

use crate::acts::RING;
use crate::call_store::{self, Call};
use crate::calls;
use crate::lists::Lists;
use crate::seen;

/// Calls that were made are shown so many days.
const MADE: i64 = 7;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/program/ring", get(show).post(rung))
}

/// Somebody to ring, with all there is to tell them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToRing {
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) lines: Vec<String>,
    /// The calls, as the form sends them.
    pub(crate) ids: String,
}

#[derive(Template)]
#[template(path = "programme_calls.html")]
pub(crate) struct CallsPage {
    pub(crate) page: Page,
    pub(crate) people: Vec<ToRing>,
    /// When, who, by whom.
    pub(crate) made: Vec<(String, String, String)>,
}

/// What to say of a call.
fn said(page: &Page, c: &Call) -> String {
    let when = |at| page.t2("programme-when", "day", seen::day(page, &seen::date_of(at)), "times", page.time_of(at));
    let word = format!("programme-call-{}", c.what.key());
    let line = page.t3(&word, "title", &c.title, "when", when(&c.starts_at), "was", c.was_at.as_ref().map_or_else(String::new, when));
    if c.reason.is_empty() { line } else { format!("{line} {}", page.t1("programme-call-reason", "reason", seen::reason(page, &c.reason))) }
}

/// One card for each person, in the order of what comes first.
pub(crate) fn by_person(page: &Page, calls: &[Call]) -> Vec<ToRing> {
    let mut all: Vec<(Option<Uuid>, ToRing)> = vec![];
    for c in calls {
        let same = |(person, r): &&mut (Option<Uuid>, ToRing)| *person == c.person_id && (person.is_some() || r.name == c.name);
        match all.iter_mut().find(same) {
            Some((_, r)) => {
                r.lines.push(said(page, c));
                r.ids.push_str(&format!(" {}", c.id));
            }
            None => all.push((c.person_id, ToRing { name: c.name.clone(), phone: c.phone.clone(), lines: vec![said(page, c)], ids: c.id.to_string() })),
        }
    }
    all.into_iter().map(|(_, r)| r).collect()
}

/// The calls of a visitor that are still to be made.
pub(crate) async fn waiting(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Call>> {
    if !view.may(&RING) {
        return Ok(vec![]);
    }
    let all = call_store::open(sql, view.space.id, page.now).await?;
    if all.is_empty() {
        return Ok(all);
    }
    let lists = Lists::to_ring(sql, view, page.today()).await?;
    Ok(all.into_iter().filter(|c| lists.has(c.activity_id)).collect())
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    view.demand(&RING)?;
    let page = Page::of_space(&app, &visitor, &view, "programme-calls");
    let mut sql = app.db.write().await?;
    let lists = Lists::to_ring(&mut sql, &view, page.today()).await?;
    if lists.is_empty() {
        return Err(Error::Forbidden(RING.name));
    }
    let calls = waiting(&mut sql, &view, &page).await?;
    for person in calls.iter().filter_map(|c| c.person_id) {
        reading::note_once_a_day(&mut sql, &app, view.person, person, "reading-activity-call").await?;
    }
    let made = call_store::made(&mut sql, view.space.id, page.now - Duration::days(MADE)).await?;
    sql.commit().await?;
    let mut lines: Vec<(String, String, String)> = vec![];
    for c in made.iter().filter(|c| lists.has(c.activity_id)) {
        let Some(at) = c.rung_at else { continue };
        let line = (page.when(&at), c.name.clone(), c.rung_by.clone().unwrap_or_default());
        // Somebody who was told three things was rung once.
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    page::html(&CallsPage { people: by_person(&page, &calls), made: lines, page })
}

async fn rung(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &RING).await?;
    let today = act.today();
    let lists = Lists::to_ring(act.sql(), &view, today).await?;
    let ids: Vec<Uuid> = form.value("ids").split_whitespace().filter_map(|id| id.parse().ok()).collect();
    calls::rung(&mut act, &lists, &ids).await?;
    act.commit().await?;
    Ok(page::go(&view.under("program/ring"), "programme-rung"))
}
