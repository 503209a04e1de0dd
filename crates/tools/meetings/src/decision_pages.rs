//! Decisions: noting one while the minutes are written, all of them, and the page of one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::paging::Paging;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, tool, view};
use serde::Deserialize;

use crate::acts::DECIDE;
use crate::minutes;
use crate::minutes_pages::{minutes_page, minutes_path};
use crate::minutes_store::{self, Decision, DecisionText};
use crate::model::Minutes;
use crate::pages::id_of;
use crate::{seen, store};

/// Decisions on a page of the list.
const A_PAGE: usize = 30;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/moeder/{id}/beslutning", post(decide))
        .route("/forloeb/{slug}/moeder/beslutninger", get(list))
        .route("/forloeb/{slug}/moeder/beslutninger/{id}", get(show))
        .route("/forloeb/{slug}/moeder/beslutninger/{id}/fjern", post(undecide))
}

#[derive(Template)]
#[template(path = "decisions.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) all: i64,
    pub(crate) paging: Paging,
}

#[derive(Template)]
#[template(path = "decision.html")]
pub(crate) struct DecisionPage {
    pub(crate) page: Page,
    pub(crate) d: Decision,
    pub(crate) votes: String,
    pub(crate) may_remove: bool,
    /// What other tools show beside it.
    pub(crate) attached: String,
}

#[derive(Deserialize)]
struct Asked {
    side: Option<usize>,
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("moeder");
    let all = minutes_store::count_of_space(&mut sql, view.space.id).await?;
    let paging = Paging::new(&view.under("moeder/beslutninger"), &[], asked.side, usize::try_from(all).unwrap_or(0), A_PAGE);
    let decisions = minutes_store::of_space(&mut sql, view.space.id, A_PAGE as i64, paging.skipped(A_PAGE) as i64).await?;
    page::html(&ListPage { page: Page::of_space(&app, &visitor, &view, "meetings-decisions"), decisions, all, paging })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("moeder");
    let d = minutes_store::decision(&mut sql, view.space.id, id_of(&id)?).await?;
    let mut page = Page::of_space(&app, &visitor, &view, "meetings-decisions");
    if !d.ground.is_empty() {
        // A decision about a closed item is for those who may see the item.
        let m = store::one(&mut sql, view.space.id, d.meeting_id).await?;
        let agenda = seen::agenda(&mut sql, &view, &m).await?;
        if !agenda.iter().any(|s| Some(s.item.id) == d.item_id && s.is_whole()) {
            return Err(if view.person.is_none() { Error::SignIn } else { Error::Forbidden("meetings.closed") });
        }
    }
    page.title = format!("{} · {}", page.t1("meetings-decision-n", "n", seen::number(&d)), view.space.title);
    page::html(&DecisionPage {
        votes: seen::votes(&page, &d),
        may_remove: d.minutes_state != Minutes::Approved && view.may(&DECIDE),
        attached: tool::attached(&mut sql, &view, &page, "decision", d.id).await?,
        d,
        page,
    })
}

async fn decide(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &DECIDE).await?;
    let m = store::one(act.sql(), view.space.id, id).await?;
    let items = store::items(act.sql(), id).await?;
    let page = Page::of_space(&app, &visitor, &view, "meetings-minutes");
    let labels = [
        ("item", "meetings-decision-item"),
        ("decision", "meetings-decision-text"),
        ("about", "meetings-decision-about"),
        ("for", "meetings-for"),
        ("against", "meetings-against"),
        ("abstained", "meetings-abstained"),
    ];
    form.called(&page, &labels);
    let item = form.choice(&page, "item", items.iter().map(|i| i.id));
    let text = form.required(&page, "decision", 2_000);
    let about = form.optional(&page, "about", 160);
    let votes = ["for", "against", "abstained"].map(|field| form.number(&page, field, 0..=1_000));
    if !form.ok() {
        let shown = minutes_page(act.sql(), &app, &visitor, &view, m, Some(form)).await?;
        drop(act);
        return page::not_accepted(&shown);
    }
    let text = DecisionText { item, about, text, votes_for: votes[0], votes_against: votes[1], abstained: votes[2] };
    minutes::decide(&mut act, id, &text).await?;
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, id), "meetings-decided"))
}

async fn undecide(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &DECIDE).await?;
    let meeting = minutes::undecide(&mut act, id_of(&id)?).await?;
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, meeting), "meetings-undecided"))
}
