//! Writing a recommendation, and going on with a draft.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;

use crate::acts::{self, WRITE};
use crate::draft_store::{self, Source};
use crate::drafting::{add_source, must_be_draft};
use crate::model::Recommendation;
use crate::pages::{id_of, path_of};
use crate::texts::{TEXT, TITLE, Texts};
use crate::{sources, store};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/anbefalinger/ny", get(new).post(create)).route("/forloeb/{slug}/anbefalinger/{id}/ret", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "recommendation_edit.html")]
pub(crate) struct EditPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Missing while it is a new one.
    pub(crate) draft: Option<Recommendation>,
    /// What a new one builds on.
    pub(crate) source: Option<Source>,
}

fn edit_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form, draft: Option<Recommendation>) -> EditPage {
    let word = if draft.is_some() { "recommendations-edit" } else { "recommendations-write" };
    EditPage { page: Page::of_space(app, visitor, view, word), form, draft, source: None }
}

/// Reads the three texts; errors stay in the form.
pub(crate) fn read(page: &Page, form: &mut Form) -> Texts {
    form.called(page, &[("title", "recommendations-title-label"), ("text", "recommendations-text"), ("reason", "recommendations-reason")]);
    Texts { title: form.required(page, "title", TITLE), text: form.required(page, "text", TEXT), reason: form.required(page, "reason", TEXT) }
}

/// Puts the three texts and the version they belong to in a form.
pub(crate) fn fill(form: &mut Form, texts: &Texts, base: i64) {
    form.set("title", &texts.title);
    form.set("text", &texts.text);
    form.set("reason", &texts.reason);
    form.set("base", base.to_string());
}

#[derive(Deserialize, Default)]
struct From {
    #[serde(default)]
    kilde: String,
}

/// What an address or a form names as a source.
async fn named(sql: &mut Sql, edit: &EditPage, view: &SpaceView, text: &str) -> Result<Option<Source>> {
    match sources::named(text) {
        Some((kind, id)) => sources::find(sql, &edit.page, view, kind, id).await,
        None => Ok(None),
    }
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(from): Query<From>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&WRITE)?;
    acts::must_take_more(&mut sql, &view.space).await?;
    let mut edit = edit_page(&app, &visitor, &view, Form::default(), None);
    edit.source = named(&mut sql, &edit, &view, &from.kilde).await?;
    page::html(&edit)
}

async fn create(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    acts::must_take_more(act.sql(), &view.space).await?;
    let mut edit = edit_page(&app, &visitor, &view, form, None);
    edit.source = named(act.sql(), &edit, &view, edit.form.value("kilde")).await?;
    let texts = read(&edit.page, &mut edit.form);
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    let id = acts::write(&mut act, None, &texts, "").await?;
    if let Some(source) = &edit.source {
        add_source(&mut act, id, source).await?;
    }
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-written"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&WRITE)?;
    let draft = must_be_draft(store::one(&mut sql, view.space.id, id_of(&id)?).await?)?;
    let mut form = Form::default();
    fill(&mut form, &draft.texts(), draft.version);
    page::html(&edit_page(&app, &visitor, &view, form, Some(draft)))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let draft = must_be_draft(store::one(act.sql(), view.space.id, id_of(&id)?).await?)?;
    let mut edit = edit_page(&app, &visitor, &view, form, Some(draft.clone()));
    let texts = read(&edit.page, &mut edit.form);
    edit.form.called(&edit.page, &[("note", "versions-note")]);
    let note = edit.form.optional(&edit.page, "note", 400);
    let base = edit.form.value("base").parse().unwrap_or(draft.version);
    if base < draft.version {
        // Somebody changed the draft meanwhile: both people's words stand in the form, to be read before they are saved.
        let was = draft_store::version(act.sql(), draft.id, base).await?.texts();
        fill(&mut edit.form, &texts.merged(&was, &draft.texts()), draft.version);
        edit.form.wrong("text", edit.page.t("recommendations-changed-meanwhile"));
    }
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    if texts == draft.texts() {
        return Ok(page::go(&path_of(&view, draft.id), ""));
    }
    acts::write(&mut act, Some(draft.id), &texts, &note).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, draft.id), "recommendations-written"))
}
