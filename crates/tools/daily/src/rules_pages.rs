//! The house rules: a text in versions, and a poster of it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::record::Paper;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;

use crate::acts::RULES;
use crate::house_store::{self, Rules};
use crate::paper;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/dagen/regler", get(show).post(write)).route("/forloeb/{slug}/dagen/regler.pdf", get(print))
}

#[derive(Template)]
#[template(path = "daily_rules.html")]
pub(crate) struct RulesPage {
    pub(crate) page: Page,
    pub(crate) form: Option<Form>,
    pub(crate) shown: Option<(Rules, Rich)>,
    pub(crate) newest: i64,
    pub(crate) all: Vec<Rules>,
}

#[derive(Deserialize)]
struct Which {
    udgave: Option<i64>,
}

async fn rules_page(app: &App, visitor: &Visitor, view: &SpaceView, which: Option<i64>, form: Option<Form>) -> Result<RulesPage> {
    let all = house_store::rules(&mut app.db.read().await?, view.space.id).await?;
    let newest = all.first().map_or(0, |r| r.number);
    let shown = all.iter().find(|r| r.number == which.unwrap_or(newest)).cloned();
    if which.is_some() && shown.is_none() {
        return Err(Error::NotFound);
    }
    let form = form.or_else(|| view.may(&RULES).then(|| Form::filled([("text", all.first().map(|r| r.text.clone()).unwrap_or_default())])));
    Ok(RulesPage {
        page: Page::of_space(app, visitor, view, "daily-rules-title"),
        form,
        shown: shown.map(|r| (r.clone(), rich_text::html(&r.text))),
        newest,
        all,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(which): Query<Which>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    page::html(&rules_page(&app, &visitor, &view, which.udgave, None).await?)
}

/// Writes a new version of the house rules.
///
/// # Errors
/// [`Error::Taken`] where somebody wrote one in the same moment.
pub async fn set(act: &mut Act<'_>, text: &str) -> Result<i64> {
    act.screen(&[("text", text)]).await?;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    let number = house_store::rules(act.sql(), space).await?.first().map_or(0, |r| r.number) + 1;
    house_store::add_rules(act.sql(), space, &Rules { id, number, text: text.to_owned(), written_at: at }, by).await?;
    act.record("house-rules", id, serde_json::json!({ "number": number })).await?;
    Ok(number)
}

async fn write(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &RULES).await?;
    let page = Page::of_space(&app, &visitor, &view, "daily-rules-title");
    form.called(&page, &[("text", "daily-rules-text")]);
    let text = form.required(&page, "text", 8_000);
    if !form.ok() {
        drop(act);
        return page::not_accepted(&rules_page(&app, &visitor, &view, None, Some(form)).await?);
    }
    set(&mut act, &text).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/regler"), "daily-rules-written"))
}

/// A version of the rules as a document.
pub(crate) fn sheet(page: &Page, house: &str, rules: &Rules) -> Paper {
    let version = page.t2("daily-rules-version", "number", rules.number, "date", page.date_of(&rules.written_at));
    let mut out = Paper::new(page.t("daily-rules-title"), format!("{house} · {version}"));
    out.rich(&rules.text, 2);
    out
}

async fn print(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let rules = house_store::rules(&mut app.db.read().await?, view.space.id).await?.into_iter().next().ok_or(Error::NotFound)?;
    let page = Page::of_space(&app, &visitor, &view, "daily-rules-title");
    paper::pdf(&page, &sheet(&page, &view.space.title, &rules), 30, "husregler").await
}
