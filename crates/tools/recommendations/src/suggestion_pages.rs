//! Suggesting a change to a draft, and settling what others suggest.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::changes::Piece;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{ACCEPT, DECLINE, SUGGEST, WITHDRAW};
use crate::draft_store::{self, Suggestion};
use crate::drafting::{self, must_be_draft};
use crate::model::Recommendation;
use crate::pages::{id_of, path_of};
use crate::store;
use crate::texts::Changed;
use crate::write_pages::{fill, read};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/anbefalinger/{id}/foreslaa", get(form).post(suggest))
        .route("/forloeb/{slug}/anbefalinger/{id}/forslag/{key}", get(show))
        .route("/forloeb/{slug}/anbefalinger/{id}/forslag/{key}/godtag", post(accept))
        .route("/forloeb/{slug}/anbefalinger/{id}/forslag/{key}/afvis", post(decline))
        .route("/forloeb/{slug}/anbefalinger/{id}/forslag/{key}/traek", post(withdraw))
}

#[derive(Template)]
#[template(path = "suggestion_edit.html")]
pub(crate) struct SuggestPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) r: Recommendation,
}

#[derive(Template)]
#[template(path = "suggestion.html")]
pub(crate) struct SuggestionPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) r: Recommendation,
    pub(crate) s: Suggestion,
    /// What it changes: in the draft as it is now while it waits, in the text it was written on when it is settled.
    pub(crate) changes: Vec<Changed>,
    /// Versions written since.
    pub(crate) moved: i64,
    pub(crate) may_settle: bool,
    pub(crate) may_withdraw: bool,
}

fn suggest_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form, r: Recommendation) -> SuggestPage {
    SuggestPage { page: Page::of_space(app, visitor, view, "suggestion-title"), form, r }
}

async fn form(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&SUGGEST)?;
    let r = must_be_draft(store::one(&mut sql, view.space.id, id_of(&id)?).await?)?;
    let mut form = Form::default();
    fill(&mut form, &r.texts(), r.version);
    page::html(&suggest_page(&app, &visitor, &view, form, r))
}

async fn suggest(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &SUGGEST).await?;
    let r = must_be_draft(store::one(act.sql(), view.space.id, id_of(&id)?).await?)?;
    let mut suggest = suggest_page(&app, &visitor, &view, form, r.clone());
    let texts = read(&suggest.page, &mut suggest.form);
    suggest.form.called(&suggest.page, &[("note", "suggestion-note")]);
    let note = suggest.form.required(&suggest.page, "note", 1_000);
    let base = suggest.form.value("base").parse().unwrap_or(r.version).clamp(1, r.version);
    if suggest.form.ok() && texts == draft_store::version(act.sql(), r.id, base).await?.texts() {
        suggest.form.wrong("text", suggest.page.t("suggestion-nothing"));
    }
    if !suggest.form.ok() {
        return page::not_accepted(&suggest);
    }
    let suggestion = drafting::suggest(&mut act, r.id, base, &texts, &note).await?;
    act.commit().await?;
    Ok(page::go(&format!("{}/forslag/{suggestion}", path_of(&view, r.id)), "suggestion-made"))
}

async fn suggestion_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, key: Uuid, form: Form) -> Result<SuggestionPage> {
    let r = store::one(sql, view.space.id, id).await?;
    let s = draft_store::suggestion(sql, r.id, key).await?;
    let waits = s.is_open() && r.is_draft();
    let changes = if waits {
        drafting::with_suggestion(sql, &r, &s).await?.changes(&r.texts())
    } else {
        s.texts().changes(&draft_store::version(sql, r.id, s.base).await?.texts())
    };
    Ok(SuggestionPage {
        page: Page::of_space(app, visitor, view, "suggestion-title"),
        form,
        changes,
        moved: r.version - s.base,
        may_settle: waits && view.may(&ACCEPT),
        may_withdraw: waits && view.person == Some(s.suggested_by),
        r,
        s,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id, key)): Path<(String, String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    page::html(&suggestion_page(&mut sql, &app, &visitor, &view, id_of(&id)?, id_of(&key)?, Form::default()).await?)
}

async fn accept(State(app): State<App>, visitor: Visitor, Path((slug, id, key)): Path<(String, String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ACCEPT).await?;
    let id = id_of(&id)?;
    drafting::accept(&mut act, id, id_of(&key)?).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "suggestion-accepted"))
}

async fn decline(State(app): State<App>, visitor: Visitor, Path((slug, id, key)): Path<(String, String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &DECLINE).await?;
    let (id, key) = (id_of(&id)?, id_of(&key)?);
    let mut shown = suggestion_page(act.sql(), &app, &visitor, &view, id, key, form).await?;
    shown.form.called(&shown.page, &[("decision", "suggestion-why-not")]);
    let reason = shown.form.required(&shown.page, "decision", 1_000);
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    drafting::decline(&mut act, id, key, &reason).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "suggestion-declined"))
}

async fn withdraw(State(app): State<App>, visitor: Visitor, Path((slug, id, key)): Path<(String, String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WITHDRAW).await?;
    let id = id_of(&id)?;
    drafting::withdraw(&mut act, id, id_of(&key)?).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "suggestion-withdrawn"))
}
