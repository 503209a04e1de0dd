//! Writing an idea, changing or taking back one's own, standing behind one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, CHANGE, SUPPORT, Said, WITHDRAW, WRITE};
use crate::model::{Level, State, TEXT, TITLE};
use crate::pages::{Row, id_of, path_of, similar_rows};
use crate::store;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/ideer/ny", get(new).post(create))
        .route("/forloeb/{slug}/ideer/{id}/ret", get(edit).post(change))
        .route("/forloeb/{slug}/ideer/{id}/traek", post(withdraw))
        .route("/forloeb/{slug}/ideer/{id}/stoet", post(support))
}

#[derive(Template)]
#[template(path = "idea_new.html")]
pub(crate) struct NewPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Missing while it is a new one.
    pub(crate) id: Option<Uuid>,
    /// What is like it: shown before it is sent, unless the author has seen it.
    pub(crate) rows: Vec<Row>,
    pub(crate) may_support: bool,
}

fn new_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form, id: Option<Uuid>) -> NewPage {
    let word = if id.is_some() { "ideas-change" } else { "ideas-write" };
    NewPage { page: Page::of_space(app, visitor, view, word), form, id, rows: vec![], may_support: view.may(&SUPPORT) }
}

/// Reads title and text; errors stay in the form.
pub(crate) fn read(page: &Page, form: &mut Form) -> (String, String) {
    form.called(page, &[("title", "ideas-field-title"), ("text", "ideas-field-text")]);
    let title = form.required(page, "title", TITLE).split_whitespace().collect::<Vec<_>>().join(" ");
    (title, form.optional(page, "text", TEXT))
}

async fn new(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    view.demand(&WRITE)?;
    page::html(&new_page(&app, &visitor, &view, Form::default(), None))
}

async fn create(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let mut shown = new_page(&app, &visitor, &view, form, None);
    let (title, text) = read(&shown.page, &mut shown.form);
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    // Who types with a script has seen what is like it; everybody else sees it once before it is sent.
    let seen = shown.form.value("seen").to_owned();
    let like = similar_rows(act.sql(), &shown.page, &view, &title).await?;
    if like.iter().any(|r| !seen.contains(&r.id.to_string())) {
        drop(act);
        let ids: Vec<String> = like.iter().map(|r| r.id.to_string()).collect();
        shown.form.set("seen", ids.join(","));
        shown.rows = like;
        return page::html(&shown);
    }
    let helps = shown.form.is("helps", "yes");
    let helper = visitor.helper.as_ref().map(|h| h.id);
    let id = acts::write(&mut act, Said { title: &title, text: &text }, helps, helper).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "idea-written"))
}

async fn edit(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ideer");
    view.demand(&CHANGE)?;
    let idea = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    if idea.state == State::Waiting {
        return Err(Error::NotFound);
    }
    if !acts::is_own(&mut sql, &idea, view.person).await? {
        return Err(Error::Forbidden(CHANGE.name));
    }
    let form = Form::filled([("title", idea.title), ("text", idea.text)]);
    page::html(&new_page(&app, &visitor, &view, form, Some(idea.id)))
}

async fn change(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CHANGE).await?;
    let id = id_of(&id)?;
    store::one(act.sql(), view.space.id, id).await?;
    let mut shown = new_page(&app, &visitor, &view, form, Some(id));
    let (title, text) = read(&shown.page, &mut shown.form);
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    acts::change(&mut act, id, Said { title: &title, text: &text }).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "idea-changed"))
}

async fn withdraw(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WITHDRAW).await?;
    acts::withdraw(&mut act, id_of(&id)?).await?;
    act.commit().await?;
    Ok(page::go(&view.under("ideer"), "idea-withdrawn"))
}

async fn support(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SUPPORT).await?;
    let level = match form.value("level") {
        "none" => None,
        key => Some(Level::of(key).ok_or(Error::BadRequest("error-form"))?),
    };
    let root = acts::support(&mut act, id_of(&id)?, level).await?;
    act.commit().await?;
    let done = match level {
        Some(Level::Helps) => "idea-helps",
        Some(Level::Backs) => "idea-backs",
        None => "idea-no-support",
    };
    Ok(page::go(&path_of(&view, root), done))
}
