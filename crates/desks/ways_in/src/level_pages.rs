//! How surely one must know who somebody is in a space: shown and chosen by its secretary.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use samskab_platform::assurance::Assurance;
use samskab_platform::group::assurance_within;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, space, view};

use crate::acts::{self, ASK_LEVEL};

#[derive(Template)]
#[template(path = "level.html")]
pub(crate) struct LevelPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) levels: Vec<(String, String)>,
    /// The levels that are higher than the visitor's own session, in words.
    pub(crate) beyond: bool,
}

async fn level_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<LevelPage> {
    let page = Page::of_space(app, visitor, view, "level-title");
    let least = match view.space.committee_id {
        Some(committee) => space::by_id(&mut app.db.read().await?, committee).await?.assurance,
        None => Assurance::Low,
    };
    let within = Assurance::ALL.into_iter().filter(|a| *a <= visitor.assurance && assurance_within(least, *a) == *a);
    let levels = within.map(|a| (a.key().to_owned(), page.t(&format!("level-{}", a.key())))).collect();
    Ok(LevelPage { page, form, levels, beyond: visitor.assurance < Assurance::High })
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("sikkerhed");
    view.demand(&ASK_LEVEL)?;
    page::html(&level_page(&app, &visitor, &view, Form::filled([("level", view.space.assurance.key().to_owned())])).await?)
}

pub(crate) async fn save(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("sikkerhed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &ASK_LEVEL).await?;
    let mut template = level_page(&app, &visitor, &view, form).await?;
    let level = Assurance::of(template.form.value("level"));
    let Some(level) = template.form.need(&template.page, "level", level) else {
        drop(act);
        return page::not_accepted(&template);
    };
    acts::ask_level(&mut act, visitor.assurance, level).await?;
    act.commit().await?;
    Ok(page::go(&view.href(), "level"))
}
