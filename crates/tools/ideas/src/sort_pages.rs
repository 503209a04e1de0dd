//! Putting ideas together, taking that back, setting one aside and taking it up again.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, MERGE, PART, SET_ASIDE, Said, TAKE_UP};
use crate::model::{REASON, State};
use crate::pages::{Row, id_of, path_of, rows};
use crate::store::{self, Idea};
use crate::write_pages::read;
use crate::{merging, similar};

/// Ideas offered to be put into one.
const OFFERED: usize = 20;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/ideer/{id}/saml", get(choose).post(merge))
        .route("/forloeb/{slug}/ideer/{id}/skil", post(part))
        .route("/forloeb/{slug}/ideer/{id}/til-side", get(aside).post(set_aside))
        .route("/forloeb/{slug}/ideer/{id}/tag-op", post(take_up))
}

#[derive(Template)]
#[template(path = "idea_merge.html")]
pub(crate) struct MergePage {
    pub(crate) page: Page,
    pub(crate) idea: Idea,
    pub(crate) form: Form,
    pub(crate) rows: Vec<Row>,
    /// What was searched for; empty: what is like the idea is offered.
    pub(crate) words: String,
}

#[derive(Template)]
#[template(path = "idea_aside.html")]
pub(crate) struct AsidePage {
    pub(crate) page: Page,
    pub(crate) idea: Idea,
    pub(crate) form: Form,
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    q: String,
}

/// The page on which ideas are chosen; those already chosen stay on it whatever is searched for.
async fn merge_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, words: &str, form: Form) -> Result<MergePage> {
    let mut sql = app.db.read().await?;
    let idea = store::one(&mut sql, view.space.id, id).await?;
    if !idea.state.takes_others() {
        return Err(if idea.state == State::Waiting { Error::NotFound } else { Error::Refused("ideas-not-open") });
    }
    let page = Page::of_space(app, visitor, view, "ideas-merge-title");
    let found = similar::found(&mut sql, view.space.id, if words.is_empty() { &idea.title } else { words }).await?;
    let ids: Vec<Uuid> = found.into_iter().filter(|l| l.idea.root_id != id && l.idea.state.can_be_merged()).map(|l| l.idea.root_id).take(OFFERED).collect();
    let ideas = store::chosen(&mut sql, &ids).await?;
    Ok(MergePage { rows: rows(&mut sql, &page, view, ideas).await?, page, idea, form, words: words.to_owned() })
}

async fn choose(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    view.demand(&MERGE)?;
    let words: String = asked.q.trim().chars().take(200).collect();
    let mut shown = merge_page(&app, &visitor, &view, id_of(&id)?, &words, Form::default()).await?;
    shown.form.set("title", &shown.idea.title);
    shown.form.set("text", &shown.idea.text);
    page::html(&shown)
}

async fn merge(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    let mut act = Act::begin(&app, &visitor, view.space.id, &MERGE).await?;
    let id = id_of(&id)?;
    let words = form.value("q").to_owned();
    let mut shown = merge_page(&app, &visitor, &view, id, &words, form).await?;
    let chosen: Vec<Uuid> = shown.rows.iter().map(|r| r.id).filter(|r| shown.form.is("ideas", &r.to_string())).collect();
    shown.form.called(&shown.page, &[("ideas", "ideas-merge-which")]);
    if chosen.is_empty() {
        let text = shown.page.t("ideas-merge-none-chosen");
        shown.form.wrong("ideas", text);
    }
    let (title, text) = read(&shown.page, &mut shown.form);
    shown.form.called(&shown.page, &[("title", "ideas-merge-field")]);
    if !shown.form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    merging::merge(&mut act, id, &chosen, Said { title: &title, text: &text }).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "ideas-merged"))
}

async fn part(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PART).await?;
    let id = id_of(&id)?;
    merging::part(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "ideas-parted"))
}

async fn open_idea(sql: &mut samskab_platform::db::Sql, view: &SpaceView, id: &str) -> Result<Idea> {
    let idea = store::one(sql, view.space.id, id_of(id)?).await?;
    match idea.state {
        State::Open => Ok(idea),
        State::Waiting => Err(Error::NotFound),
        _ => Err(Error::Refused("ideas-not-open")),
    }
}

async fn aside(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ideer");
    view.demand(&SET_ASIDE)?;
    let idea = open_idea(&mut sql, &view, &id).await?;
    page::html(&AsidePage { page: Page::of_space(&app, &visitor, &view, "ideas-aside-title"), idea, form: Form::default() })
}

async fn set_aside(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    let mut act = Act::begin(&app, &visitor, view.space.id, &SET_ASIDE).await?;
    let idea = open_idea(act.sql(), &view, &id).await?;
    let mut shown = AsidePage { page: Page::of_space(&app, &visitor, &view, "ideas-aside-title"), idea, form };
    shown.form.called(&shown.page, &[("reason", "ideas-aside-reason")]);
    let reason = shown.form.required(&shown.page, "reason", REASON);
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    acts::set_aside(&mut act, shown.idea.id, &reason).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, shown.idea.id), "idea-aside"))
}

async fn take_up(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &TAKE_UP).await?;
    let id = id_of(&id)?;
    acts::take_up(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "idea-taken-up"))
}
