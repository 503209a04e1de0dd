//! What a draft builds on, and who backs it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::tool::Became;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;

use crate::acts::{self, SOURCE, STANCE, WRITE};
use crate::document::kind_word;
use crate::draft_store::{self, Source};
use crate::drafting::{self, must_be_draft};
use crate::model::Recommendation;
use crate::pages::{id_of, path_of, shown};
use crate::stance::Stance;
use crate::{sources, store};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/anbefalinger/{id}/kilder", get(choose).post(add))
        .route("/forloeb/{slug}/anbefalinger/{id}/kilder/fjern", post(remove))
        .route("/forloeb/{slug}/anbefalinger/{id}/holdning", post(take_stance))
}

#[derive(Template)]
#[template(path = "recommendation_sources.html")]
pub(crate) struct SourcesPage {
    pub(crate) page: Page,
    pub(crate) r: Recommendation,
    pub(crate) words: String,
    pub(crate) chosen: Vec<Source>,
    pub(crate) found: Vec<Source>,
}

impl SourcesPage {
    pub(crate) fn kind(&self, source: &Source) -> String {
        kind_word(&self.page, &source.kind)
    }
}

/// Which recommendations build on something, on its own page.
#[derive(Template)]
#[template(path = "recommendation_uses.html")]
pub(crate) struct Uses<'a> {
    pub(crate) page: &'a Page,
    /// Number and title, and the address.
    pub(crate) uses: Vec<(String, String)>,
    /// Where one writes one out of it, for whoever may.
    pub(crate) write: Option<String>,
}

/// What stands beside an idea, a statement or a decision.
pub(crate) async fn attached(sql: &mut Sql, view: &SpaceView, page: &Page, kind: &str, id: uuid::Uuid) -> Result<String> {
    if !sources::KINDS.contains(&kind) {
        return Ok(String::new());
    }
    let used = draft_store::uses(sql, view.space.id, id).await?;
    let may_write = view.may(&WRITE) && acts::takes_more(sql, &view.space).await?;
    let write = may_write.then(|| view.under(&format!("anbefalinger/ny?kilde={kind}:{id}")));
    if used.is_empty() && write.is_none() {
        return Ok(String::new());
    }
    let uses = used.into_iter().map(|(id, number, title)| (page.t2("sources-used-in", "number", number, "title", title), path_of(view, id))).collect();
    Ok(Uses { page, uses, write }.render()?)
}

/// Which recommendations build on which things of a kind, for lists of them.
pub(crate) async fn became(sql: &mut Sql, view: &SpaceView, page: &Page, kind: &str) -> Result<Vec<Became>> {
    if !sources::KINDS.contains(&kind) {
        return Ok(vec![]);
    }
    let used = draft_store::uses_of_kind(sql, view.space.id, kind).await?;
    let link = |(thing, id, number)| Became { id: thing, text: page.t1("sources-became", "number", number), href: path_of(view, id) };
    Ok(used.into_iter().map(link).collect())
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    q: String,
}

async fn choose(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&SOURCE)?;
    let r = must_be_draft(store::one(&mut sql, view.space.id, id_of(&id)?).await?)?;
    let chosen = draft_store::sources(&mut sql, r.id).await?;
    let words: String = asked.q.trim().chars().take(200).collect();
    let found = sources::choices(&mut sql, &view, &words, &chosen).await?;
    page::html(&SourcesPage { page: Page::of_space(&app, &visitor, &view, "sources-choose"), r, words, chosen, found })
}

async fn add(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SOURCE).await?;
    let (id, page) = (id_of(&id)?, Page::new(&app, &visitor, String::new()));
    let (kind, object) = sources::named(form.value("kilde")).ok_or(Error::BadRequest("error-form"))?;
    let source = sources::find(act.sql(), &page, &view, kind, object).await?.ok_or(Error::Refused("sources-not-there"))?;
    drafting::add_source(&mut act, id, &source).await?;
    act.commit().await?;
    Ok(page::go(&format!("{}/kilder", path_of(&view, id)), "sources-added"))
}

async fn remove(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SOURCE).await?;
    let id = id_of(&id)?;
    let object = form.value("object").parse().map_err(|_| Error::BadRequest("error-form"))?;
    drafting::remove_source(&mut act, id, object).await?;
    act.commit().await?;
    Ok(page::go(&format!("{}/kilder", path_of(&view, id)), "sources-removed"))
}

async fn take_stance(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &STANCE).await?;
    let id = id_of(&id)?;
    let mut shown = shown(act.sql(), &app, &visitor, &view, id).await?;
    must_be_draft(shown.r.clone())?;
    shown.form = form;
    shown.form.called(&shown.page, &[("stance", "stance-mine"), ("statement", "stance-statement")]);
    let stance = Stance::of(shown.form.value("stance"));
    let stance = shown.form.need(&shown.page, "stance", stance);
    let statement = shown.form.optional(&shown.page, "statement", 2_000);
    let (Some(stance), true) = (stance, shown.form.ok()) else {
        return page::not_accepted(&shown);
    };
    drafting::take_stance(&mut act, id, stance, &statement).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "stance-taken"))
}
