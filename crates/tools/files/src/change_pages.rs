//! Changing what is said about a file, removing it, making it the picture of the space.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, COVER, DESCRIBE, REMOVE, may_change};
use crate::model;
use crate::pages::seen;
use crate::store::File;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/filer/{id}/ret", get(edit).post(describe))
        .route("/forloeb/{slug}/filer/{id}/fjern", get(ask_to_remove).post(remove))
        .route("/forloeb/{slug}/filer/{id}/forside", post(cover))
}

#[derive(Template)]
#[template(path = "file_edit.html")]
pub(crate) struct EditPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) file: File,
}

#[derive(Template)]
#[template(path = "file_remove.html")]
pub(crate) struct RemovePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) file: File,
}

async fn theirs(app: &App, view: &SpaceView, id: Uuid) -> Result<File> {
    view.demand(&DESCRIBE)?;
    let file = seen(&mut app.db.read().await?, view, id).await?;
    if may_change(&view.roles, view.person, &file) { Ok(file) } else { Err(Error::Forbidden("files.change")) }
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("filer");
    let file = theirs(&app, &view, id).await?;
    let mut form = Form::filled([("title", file.title.clone()), ("alt", file.alt.clone())]);
    if file.decorative {
        form.set("decorative", "yes");
    }
    page::html(&EditPage { page: Page::of_space(&app, &visitor, &view, "files-edit"), form, file })
}

async fn describe(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("filer");
    let file = theirs(&app, &view, id).await?;
    let mut edit = EditPage { page: Page::of_space(&app, &visitor, &view, "files-edit"), form, file };
    let text = model::text(&edit.page, &mut edit.form, Some(edit.file.is_image()));
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    let mut act = Act::begin(&app, &visitor, view.space.id, &DESCRIBE).await?;
    act.screen(&[("title", &text.title), ("alt", &text.alt)]).await?;
    acts::describe(&mut act, id, &text).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("filer/{id}")), "file-described"))
}

async fn ask_to_remove(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("filer");
    let file = theirs(&app, &view, id).await?;
    page::html(&RemovePage { page: Page::of_space(&app, &visitor, &view, "files-remove"), form: Form::default(), file })
}

async fn remove(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("filer");
    let file = theirs(&app, &view, id).await?;
    let mut asked = RemovePage { page: Page::of_space(&app, &visitor, &view, "files-remove"), form, file };
    asked.form.called(&asked.page, &[("reason", "files-reason")]);
    let reason = asked.form.required(&asked.page, "reason", 300);
    if !asked.form.ok() {
        return page::not_accepted(&asked);
    }
    let mut act = Act::begin(&app, &visitor, view.space.id, &REMOVE).await?;
    act.screen(&[("reason", &reason)]).await?;
    acts::remove(&mut act, id, &reason).await?;
    act.commit().await?;
    Ok(page::go(&view.under("filer"), "file-removed"))
}

async fn cover(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let on = form.value("on") != "no";
    let mut act = Act::begin(&app, &visitor, view.space.id, &COVER).await?;
    acts::cover(&mut act, id, on).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("filer/{id}")), if on { "cover-chosen" } else { "cover-removed" }))
}
