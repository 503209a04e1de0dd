//! The list of a space's files, and the page of one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::paging::Paging;
use samskab_platform::tool::Sight;
use samskab_platform::{App, Error, Page, Result, SpaceView, Visitor, journal, page, tool, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{ADD, COVER, cover_address, may_change};
use crate::store::{self, File, Version};

/// Files on a page of the list.
const A_PAGE: usize = 24;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/filer", get(list)).route("/forloeb/{slug}/filer/{id}", get(show))
}

#[derive(Template)]
#[template(path = "files.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) files: Vec<File>,
    pub(crate) all: i64,
    pub(crate) paging: Paging,
    pub(crate) may_add: bool,
}

#[derive(Template)]
#[template(path = "file.html")]
pub(crate) struct FilePage {
    pub(crate) page: Page,
    pub(crate) file: File,
    pub(crate) versions: Vec<Version>,
    pub(crate) belongs: Option<(String, String)>,
    pub(crate) may_change: bool,
    pub(crate) may_cover: bool,
    pub(crate) is_cover: bool,
}

#[derive(Deserialize)]
struct Asked {
    side: Option<usize>,
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("filer");
    let all = store::count_open(&mut sql, view.space.id).await?;
    let paging = Paging::new(&view.under("filer"), &[], asked.side, usize::try_from(all).unwrap_or(0), A_PAGE);
    let files = store::of_space(&mut sql, view.space.id, A_PAGE as i64, paging.skipped(A_PAGE) as i64).await?;
    page::html(&ListPage { paging, may_add: view.may(&ADD), page: Page::of_space(&app, &visitor, &view, "files-title"), files, all })
}

/// Title and page of something in the space that a file can be attached to.
pub(crate) async fn object(sql: &mut Sql, page: &Page, view: &SpaceView, kind: &str, id: Uuid) -> Result<Option<(String, String)>> {
    let (found, title) = match journal::object(sql, view.space.id, id).await {
        Ok(object) => object,
        Err(Error::NotFound) => return Ok(None),
        Err(e) => return Err(e),
    };
    let title = if title.is_empty() { page.t("files-closed-thing") } else { title };
    let path = page.app().object_path(kind).filter(|_| found == kind);
    Ok(path.map(|path| (title, view.under(&path.replace("{id}", &id.to_string())))))
}

/// How far a visitor sees what a file belongs to.
pub(crate) async fn sight(sql: &mut Sql, view: &SpaceView, kind: Option<&str>, id: Option<Uuid>) -> Result<Sight> {
    match (kind, id) {
        (Some(kind), Some(id)) => tool::sight(sql, view, kind, id).await,
        _ => Ok(Sight::Open),
    }
}

/// A file of the space, for whoever may see what it belongs to.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub(crate) async fn seen(sql: &mut Sql, view: &SpaceView, id: Uuid) -> Result<File> {
    let file = store::one(sql, view.space.id, id).await?;
    let hidden = file.sealed && sight(sql, view, file.object_kind.as_deref(), file.object_id).await? == Sight::Hidden;
    if hidden { Err(Error::NotFound) } else { Ok(file) }
}

/// What a file is attached to: its title and its page.
pub(crate) async fn belongs(sql: &mut Sql, page: &Page, view: &SpaceView, file: &File) -> Result<Option<(String, String)>> {
    let (Some(kind), Some(id)) = (&file.object_kind, file.object_id) else { return Ok(None) };
    object(sql, page, view, kind, id).await
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("filer");
    let file = seen(&mut sql, &view, id).await?;
    let versions = store::versions(&mut sql, id).await?;
    let mut page = Page::of_space(&app, &visitor, &view, "files-title");
    page.title = format!("{} · {}", file.title, view.space.title);
    page::html(&FilePage {
        belongs: belongs(&mut sql, &page, &view, &file).await?,
        may_change: may_change(&view.roles, view.person, &file),
        may_cover: file.is_image() && !file.sealed && view.may(&COVER),
        is_cover: view.space.cover == cover_address(&view.space.slug, id),
        file,
        versions,
        page,
    })
}
