//! Putting a file into a space, and a new version in the place of one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::tool::{self, Sight};
use samskab_platform::upload::{self, Room};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, ADD, RECEIVE, REPLACE, may_change};
use crate::model::{self, Incoming, Text};
use crate::pages::{object, seen};
use crate::storage::Storage;
use crate::store::{self, File, Of};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/filer/ny", get(new).post(add)).route("/forloeb/{slug}/filer/{id}/ny-udgave", get(new_version).post(replace))
}

#[derive(Template)]
#[template(path = "file_upload.html")]
pub(crate) struct UploadPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// The file that gets a new version; missing: a new file.
    pub(crate) file: Option<File>,
    /// What the file will be attached to.
    pub(crate) belongs: Option<(String, String)>,
    pub(crate) action: String,
    pub(crate) most_mb: u64,
    pub(crate) open: bool,
}

fn upload_page(app: &App, visitor: &Visitor, view: &SpaceView, file: Option<File>, form: Form) -> UploadPage {
    let word = if file.is_some() { "files-replace" } else { "files-add" };
    let action = match &file {
        Some(f) => view.under(&format!("filer/{}/ny-udgave", f.id)),
        None => view.under("filer/ny"),
    };
    let open = view.space.visibility == samskab_platform::access::Visibility::Public;
    UploadPage { page: Page::of_space(app, visitor, view, word), form, file, belongs: None, action, most_mb: app.settings.files.max_mb, open }
}

#[derive(Deserialize)]
struct Asked {
    /// What the file belongs to: `commitment:ID`.
    til: Option<String>,
}

/// What a file will belong to: kind, id, whether it is closed, and its title and page.
type Belongs = (String, Uuid, bool, (String, String));

/// `commitment:ID`, if the space has that. What is closed to the visitor is not there.
async fn attached_to(sql: &mut Sql, page: &Page, view: &SpaceView, text: &str) -> Result<Option<Belongs>> {
    let Some((kind, id)) = text.split_once(':').and_then(|(kind, id)| Some((kind, id.parse::<Uuid>().ok()?))) else { return Ok(None) };
    let sight = tool::sight(sql, view, kind, id).await?;
    if sight == Sight::Hidden {
        return Err(Error::NotFound);
    }
    Ok(object(sql, page, view, kind, id).await?.map(|found| (kind.to_owned(), id, sight == Sight::Closed, found)))
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("filer");
    view.demand(&ADD)?;
    let mut upload = upload_page(&app, &visitor, &view, None, Form::default());
    if let Some((kind, id, _, found)) = attached_to(&mut sql, &upload.page, &view, asked.til.as_deref().unwrap_or("")).await? {
        upload.form.set("til", format!("{kind}:{id}"));
        upload.belongs = Some(found);
    }
    page::html(&upload)
}

/// Judges what was sent; errors stay in the page's form.
async fn judge(upload: &mut UploadPage, (form, file): (Form, Option<upload::Incoming>)) -> (Option<Incoming>, Text) {
    let page = &upload.page;
    upload.form = form;
    let form = &mut upload.form;
    let incoming = match file {
        Some(file) => model::inspect(page, form, file).await,
        None => {
            form.wrong("file", page.t("files-none-chosen"));
            None
        }
    };
    let text = model::text(page, form, incoming.as_ref().map(|i| i.file_type.is_image()));
    model::screen(page, form, &text);
    (incoming, text)
}

/// Reads the form and the one file of it.
async fn receive(app: &App, request: Request) -> Result<(Form, Option<upload::Incoming>)> {
    let file = usize::try_from(app.settings.files.max_mb.saturating_mul(1_000_000)).unwrap_or(usize::MAX);
    let (form, files) = upload::read(request, Room { file, files: 1, text: 20_000 }).await?;
    Ok((form, files.into_iter().find(|f| f.field == "file")))
}

async fn add(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, request: Request) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("filer");
    view.demand(&ADD)?;
    let received = receive(&app, request).await?;
    let mut upload = upload_page(&app, &visitor, &view, None, Form::default());
    let (incoming, text) = judge(&mut upload, received).await;
    let mut sql = app.db.read().await?;
    let of = attached_to(&mut sql, &upload.page, &view, upload.form.value("til")).await?;
    if store::count(&mut sql, view.space.id).await? >= app.settings.files.per_space {
        return Err(Error::Refused("files-full"));
    }
    drop(sql);
    let Some(incoming) = incoming.filter(|_| upload.form.ok()) else {
        upload.belongs = of.map(|(_, _, _, found)| found);
        return page::not_accepted(&upload);
    };
    acts::receive(Act::begin(&app, &visitor, view.space.id, &RECEIVE).await?, &Storage::of(&app)?, &incoming).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ADD).await?;
    acts::add(&mut act, &incoming, &text, of.as_ref().map(|(kind, id, sealed, _)| Of { kind, id: *id, sealed: *sealed })).await?;
    act.commit().await?;
    let back = of.map_or_else(|| view.under("filer"), |(_, _, _, (_, href))| href);
    Ok(page::go(&back, "file-added"))
}

/// The file that is to get a new version, for whoever may give it one.
async fn theirs(app: &App, view: &SpaceView, id: Uuid) -> Result<File> {
    view.demand(&REPLACE)?;
    let file = seen(&mut app.db.read().await?, view, id).await?;
    if may_change(&view.roles, view.person, &file) { Ok(file) } else { Err(Error::Forbidden("files.change")) }
}

async fn new_version(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("filer");
    let file = theirs(&app, &view, id).await?;
    let mut form = Form::filled([("title", file.title.clone()), ("alt", file.alt.clone())]);
    if file.decorative {
        form.set("decorative", "yes");
    }
    page::html(&upload_page(&app, &visitor, &view, Some(file), form))
}

async fn replace(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, request: Request) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("filer");
    let file = theirs(&app, &view, id).await?;
    let received = receive(&app, request).await?;
    let mut upload = upload_page(&app, &visitor, &view, Some(file), Form::default());
    let (incoming, text) = judge(&mut upload, received).await;
    let Some(incoming) = incoming.filter(|_| upload.form.ok()) else {
        return page::not_accepted(&upload);
    };
    acts::receive(Act::begin(&app, &visitor, view.space.id, &RECEIVE).await?, &Storage::of(&app)?, &incoming).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &REPLACE).await?;
    acts::replace(&mut act, id, &incoming, &text).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("filer/{id}")), "file-replaced"))
}
