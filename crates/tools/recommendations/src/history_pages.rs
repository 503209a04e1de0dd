//! A draft's versions: who wrote what when and why, how two of them differ, and bringing one back.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::changes::Piece;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, view};
use serde::Deserialize;

use crate::acts::WRITE;
use crate::draft_store::{self, Version};
use crate::drafting::{must_be_draft, restore};
use crate::model::Recommendation;
use crate::pages::{id_of, path_of};
use crate::store;
use crate::texts::Changed;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/anbefalinger/{id}/historik", get(history)).route("/forloeb/{slug}/anbefalinger/{id}/gendan", post(bring_back))
}

/// Two versions beside each other.
pub(crate) struct Compared {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) changes: Vec<Changed>,
}

#[derive(Template)]
#[template(path = "recommendation_history.html")]
pub(crate) struct HistoryPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) r: Recommendation,
    pub(crate) versions: Vec<Version>,
    pub(crate) compared: Option<Compared>,
    pub(crate) may_restore: bool,
}

impl HistoryPage {
    /// The versions to choose from.
    pub(crate) fn choices(&self) -> Vec<(String, String)> {
        let line = |v: &Version| self.page.t2("versions-one", "version", v.version, "date", self.page.date_of(&v.written_at));
        self.versions.iter().map(|v| (v.version.to_string(), line(v))).collect()
    }
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    fra: String,
    #[serde(default)]
    til: String,
}

async fn history(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    let r = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let versions = draft_store::versions(&mut sql, r.id).await?;
    let find = |text: &str, or: i64| {
        text.parse().ok().and_then(|n: i64| versions.iter().find(|v| v.version == n)).or_else(|| versions.iter().find(|v| v.version == or))
    };
    let compared = match (find(&asked.fra, r.version - 1), find(&asked.til, r.version)) {
        (Some(old), Some(new)) => Some(Compared { from: old.version, to: new.version, changes: new.texts().changes(&old.texts()) }),
        _ => None,
    };
    let form = compared.as_ref().map_or_else(Form::default, |c| Form::filled([("fra", c.from.to_string()), ("til", c.to.to_string())]));
    let mut page = Page::of_space(&app, &visitor, &view, "versions-title");
    page.title = format!("{} · {}", page.t("versions-title"), r.title);
    page::html(&HistoryPage { may_restore: r.is_draft() && view.may(&WRITE), page, form, r, versions, compared })
}

async fn bring_back(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let draft = must_be_draft(store::one(act.sql(), view.space.id, id_of(&id)?).await?)?;
    let version = form.value("version").parse().map_err(|_| Error::BadRequest("error-form"))?;
    if restore(&mut act, draft.id, version).await? {
        act.commit().await?;
    }
    Ok(page::go(&path_of(&view, draft.id), "recommendations-restored"))
}
