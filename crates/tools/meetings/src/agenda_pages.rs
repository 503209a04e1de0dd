//! The page of an item of the agenda, and writing, moving and removing one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, tool, view};
use uuid::Uuid;

use crate::acts::{AGENDA, ORDER, RECUSE};
use crate::agenda;
use crate::model::{GROUNDS, Minutes, Sight};
use crate::pages::{id_of, path_of, runs};
use crate::seen::{self, Seen};
use crate::store::{self, Item, ItemText, Meeting};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/moeder/{id}/dagsorden", get(new).post(add))
        .route("/forloeb/{slug}/moeder/punkt/{id}", get(show))
        .route("/forloeb/{slug}/moeder/punkt/{id}/ret", get(edit).post(change))
        .route("/forloeb/{slug}/moeder/punkt/{id}/flyt", post(shift))
        .route("/forloeb/{slug}/moeder/punkt/{id}/fjern", post(remove))
        .route("/forloeb/{slug}/moeder/punkt/{id}/inhabil", post(recuse))
}

#[derive(Template)]
#[template(path = "agenda_item.html")]
pub(crate) struct ItemPage {
    pub(crate) page: Page,
    pub(crate) m: Meeting,
    pub(crate) when: String,
    pub(crate) seen: Seen,
    pub(crate) before: Option<(Uuid, String)>,
    pub(crate) after: Option<(Uuid, String)>,
    pub(crate) may_change: bool,
    pub(crate) may_recuse: bool,
    /// Those on the team who could leave it: id and name. Only for those who run the meeting.
    pub(crate) team: Vec<(String, String)>,
    pub(crate) me: Option<Uuid>,
    /// What other tools show beside it.
    pub(crate) attached: String,
}

#[derive(Template)]
#[template(path = "agenda_form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) meeting: Meeting,
    pub(crate) item: Option<Item>,
    pub(crate) action: String,
    pub(crate) grounds: Vec<(&'static str, String)>,
}

fn item_path(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("moeder/punkt/{id}"))
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("moeder");
    let item = store::item(&mut sql, view.space.id, id_of(&id)?).await?;
    let m = store::one(&mut sql, view.space.id, item.meeting_id).await?;
    let mut page = Page::of_space(&app, &visitor, &view, "meetings-title");
    let all = seen::agenda(&mut sql, &view, &m).await?;
    let at = all.iter().position(|s| s.item.id == item.id).ok_or(Error::NotFound)?;
    let beside = |s: &Seen| (s.item.id, format!("{}. {}", s.item.place, s.title(&page)));
    let before = at.checked_sub(1).and_then(|i| all.get(i)).map(beside);
    let after = all.get(at + 1).map(beside);
    let seen = all.into_iter().nth(at).ok_or(Error::NotFound)?;
    let attached = if seen.is_whole() { tool::attached(&mut sql, &view, &page, "agenda_item", item.id).await? } else { String::new() };
    let open = m.cancelled_at.is_none() && m.minutes_state == Minutes::Draft;
    let team = if runs(&view) { store::team(&mut sql, view.space.id).await? } else { vec![] };
    page.title = format!("{} · {}", seen.title(&page), m.title);
    page::html(&ItemPage {
        when: seen::when(&page, &m),
        before,
        after,
        may_change: open && seen.is_whole() && view.may(&AGENDA),
        may_recuse: open && seen.sight != Sight::Sealed && view.may(&RECUSE),
        team: team.into_iter().filter(|p| !seen.is_recused(Some(p.id))).map(|p| (p.id.to_string(), p.name)).collect(),
        me: view.person,
        attached,
        seen,
        m,
        page,
    })
}

fn form_page(app: &App, visitor: &Visitor, view: &SpaceView, meeting: Meeting, item: Option<Item>, form: Form) -> FormPage {
    let page = Page::of_space(app, visitor, view, if item.is_some() { "meetings-item-change" } else { "meetings-item-new" });
    let action = match &item {
        Some(item) => format!("{}/ret", item_path(view, item.id)),
        None => format!("{}/dagsorden", path_of(view, meeting.id)),
    };
    let grounds = GROUNDS.iter().map(|g| (*g, page.t(&format!("meetings-ground-{g}")))).collect();
    FormPage { page, form, meeting, item, action, grounds }
}

async fn new(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&AGENDA)?;
    let meeting = store::one(&mut app.db.read().await?, view.space.id, id_of(&id)?).await?;
    page::html(&form_page(&app, &visitor, &view, meeting, None, Form::default()))
}

/// Judges the form; what is wrong stays in it.
fn judge(shown: &mut FormPage) -> ItemText {
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(
        page,
        &[
            ("title", "meetings-item-title"),
            ("presentation", "meetings-presentation"),
            ("proposal", "meetings-proposal"),
            ("minutes", "meetings-item-minutes"),
            ("presenter", "meetings-presenter"),
            ("ground", "meetings-ground"),
        ],
    );
    let title = form.required(page, "title", 160);
    let presentation = form.optional(page, "presentation", 20_000);
    let proposal = form.optional(page, "proposal", 4_000);
    let minutes = form.number(page, "minutes", 1..=600);
    let presenter = form.optional(page, "presenter", 120);
    let ground = form.value("ground").to_owned();
    if !ground.is_empty() && !GROUNDS.contains(&ground.as_str()) {
        form.wrong("ground", page.t("form-choice"));
    }
    ItemText { title, presentation, proposal, minutes, presenter, ground }
}

async fn add(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let mut act = Act::begin(&app, &visitor, view.space.id, &AGENDA).await?;
    let meeting = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    let id = meeting.id;
    let mut shown = form_page(&app, &visitor, &view, meeting, None, form);
    let text = judge(&mut shown);
    if !shown.form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    agenda::add(&mut act, id, &text).await?;
    act.commit().await?;
    let next = if shown.form.value("then") == "more" { format!("{}/dagsorden", path_of(&view, id)) } else { path_of(&view, id) };
    Ok(page::go(&next, "meetings-item-added"))
}

/// The item with its meeting, for somebody who may change it.
async fn changeable(app: &App, view: &SpaceView, id: &str) -> Result<(Meeting, Item)> {
    view.demand(&AGENDA)?;
    let mut sql = app.db.read().await?;
    let item = store::item(&mut sql, view.space.id, id_of(id)?).await?;
    let meeting = store::one(&mut sql, view.space.id, item.meeting_id).await?;
    let seen = seen::agenda(&mut sql, view, &meeting).await?;
    let whole = seen.iter().any(|s| s.item.id == item.id && s.is_whole());
    if whole { Ok((meeting, item)) } else { Err(Error::Forbidden("meetings.closed")) }
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let (meeting, item) = changeable(&app, &view, &id).await?;
    let form = Form::filled([
        ("title", item.title.clone()),
        ("presentation", item.presentation.clone()),
        ("proposal", item.proposal.clone()),
        ("minutes", item.minutes.map_or_else(String::new, |n| n.to_string())),
        ("presenter", item.presenter.clone()),
        ("ground", item.ground.clone()),
    ]);
    page::html(&form_page(&app, &visitor, &view, meeting, Some(item), form))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let (meeting, item) = changeable(&app, &view, &id).await?;
    let id = item.id;
    let mut shown = form_page(&app, &visitor, &view, meeting, Some(item), form);
    let text = judge(&mut shown);
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    let mut act = Act::begin(&app, &visitor, view.space.id, &AGENDA).await?;
    agenda::change(&mut act, id, &text).await?;
    act.commit().await?;
    Ok(page::go(&item_path(&view, id), "meetings-item-changed"))
}

async fn shift(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ORDER).await?;
    let meeting = agenda::shift(&mut act, id_of(&id)?, form.value("way") == "up").await?;
    act.commit().await?;
    Ok(Redirect::to(&format!("{}#dagsorden", path_of(&view, meeting))).into_response())
}

async fn remove(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &AGENDA).await?;
    let meeting = agenda::remove(&mut act, id_of(&id)?).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, meeting), "meetings-item-removed"))
}

async fn recuse(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &RECUSE).await?;
    let person = form.value("person").parse().map_err(|_| Error::BadRequest("error-form"))?;
    let leaves = form.value("leaves") != "no";
    agenda::recuse(&mut act, id, person, leaves).await?;
    act.commit().await?;
    Ok(page::go(&item_path(&view, id), if leaves { "meetings-recused" } else { "meetings-unrecused" }))
}
