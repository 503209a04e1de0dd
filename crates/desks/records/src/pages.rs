//! The archive's page, the archive itself, and its table of contents.

use std::sync::LazyLock;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::record::{Content, Record};
use samskab_platform::space_acts::ARCHIVE;
use samskab_platform::words::Lang;
use samskab_platform::{App, Error, Page, Result, SpaceView, Visitor, group, page, view};
use serde_json::Value;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

use crate::archive::{self, Job};
use crate::gather::{self, Kept, Part};
use crate::index::{Document, Index};
use crate::store::{self, Last};
use crate::{acts, sink};

/// Archives that are put together at the same time.
static ROOM: LazyLock<std::sync::Arc<Semaphore>> = LazyLock::new(|| std::sync::Arc::new(Semaphore::new(2)));

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/arkiv", get(show)).route("/forloeb/{slug}/arkiv/hent", post(make))
}

/// The folder that holds a folder for each working group.
const GROUPS: &str = "arbejdsgrupper/";

/// The space, and its working groups that the visitor could take out by themselves.
async fn parts(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, page: &Page) -> Result<Vec<Part>> {
    let mut parts = vec![gather::space(sql, view, page, "").await?];
    for space in group::seen(sql, visitor, view.space.id).await? {
        let view = view::find_visible_with(sql, app, visitor, &space.slug).await?;
        if view.may(&ARCHIVE) {
            parts.push(gather::space(sql, &view, page, &format!("{GROUPS}{}/", space.slug)).await?);
        }
    }
    Ok(parts)
}

/// What of one kind is in the archive.
pub(crate) struct Group {
    pub(crate) word: &'static str,
    /// Title, day, whether it is closed.
    pub(crate) lines: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "archive.html")]
pub(crate) struct ArchivePage {
    pub(crate) page: Page,
    pub(crate) groups: Vec<Group>,
    /// Titles of the working groups that come along.
    pub(crate) working_groups: Vec<String>,
    /// Title, day, why.
    pub(crate) left_out: Vec<(String, String, String)>,
    pub(crate) entries: i64,
    pub(crate) closed: usize,
    /// How much the files are, in words; empty: there are none.
    pub(crate) weight: String,
    /// The latest archive: when, by whom, its seal where it was put together to its end.
    pub(crate) last: Option<(String, String, Option<String>)>,
}

/// The table of contents inside the archive, to be read without the program.
#[derive(Template)]
#[template(path = "archive_index.html")]
pub(crate) struct IndexPage {
    page: Page,
    index: Index,
    /// Heading, and the documents under it that people read.
    groups: Vec<(String, Vec<Document>)>,
    closed: Vec<Document>,
    files: Vec<Document>,
}

impl IndexPage {
    /// `kinds` are the headings' order; `titles` says what the working group in each folder is called.
    pub(crate) fn of(page: Page, index: &Index, kinds: &[&str], titles: &[(&str, &str)]) -> Self {
        let (closed, open): (Vec<Document>, Vec<Document>) = index.documents.iter().cloned().partition(|d| d.access == crate::Access::Closed);
        let (files, others): (Vec<Document>, Vec<Document>) = open.into_iter().partition(|d| d.kind == "file");
        let mut groups: Vec<(String, Vec<Document>)> = vec![];
        for document in others.into_iter().filter(|d| d.media_type == "application/pdf") {
            let heading = match titles.iter().find(|(folder, _)| document.path.starts_with(GROUPS) && document.path.starts_with(folder)) {
                Some((_, title)) => page.t1("records-group", "name", title),
                None => page.t(&format!("record-{}", document.kind)),
            };
            match groups.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, documents)) => documents.push(document),
                None => groups.push((heading, vec![document])),
            }
        }
        let place = |heading: &str| kinds.iter().copied().chain(["record-journal"]).position(|kind| page.t(kind) == heading).unwrap_or(usize::MAX);
        groups.sort_by_key(|(heading, _)| place(heading));
        Self { index: index.clone(), groups, closed, files, page }
    }

    /// An address inside the archive.
    fn href(&self, document: &Document) -> String {
        document
            .path
            .bytes()
            .map(|b| if b.is_ascii_alphanumeric() || b"-._~/()".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect()
    }

    /// `PDF`, `JPG`: what people call a kind of file.
    fn format(&self, document: &Document) -> String {
        document.path.rsplit_once('.').map_or_else(|| document.media_type.clone(), |(_, ending)| ending.to_uppercase())
    }

    /// `12 kB`.
    fn size(&self, document: &Document) -> String {
        weight(&self.page, document.bytes)
    }
}

fn weight(page: &Page, bytes: u64) -> String {
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    if bytes < 1_000_000 {
        page.t1("files-kb", "n", page.number(&((bytes + 999) / 1_000)))
    } else {
        page.t1("files-mb", "n", page.number(&((bytes + 500_000) / 1_000_000)))
    }
}

fn groups(page: &Page, part: &Part) -> Vec<Group> {
    let line = |k: &Kept| (k.record.title.clone(), page.date(&k.date), k.is_closed());
    let group = |word: &&'static str| Group { word, lines: part.kept.iter().filter(|k| k.record.kind == *word).map(line).collect() };
    part.kinds.iter().map(group).filter(|g| !g.lines.is_empty()).collect()
}

fn left_out<'a>(page: &Page, all: impl Iterator<Item = &'a Record>) -> Vec<(String, String, String)> {
    let line = |r: &Record| match &r.content {
        Content::LeftOut(why) => Some((r.title.clone(), page.date_of(&r.at), why.clone())),
        _ => None,
    };
    all.filter_map(line).collect()
}

/// When the latest archive was taken out, by whom, and its seal.
fn last(page: &Page, taken: Option<Last>, sealed: Option<Last>) -> Option<(String, String, Option<String>)> {
    let (at, who, _) = taken?;
    let seal = sealed.filter(|(sealed_at, ..)| *sealed_at >= at).and_then(|(.., payload)| payload);
    let seal = seal.and_then(|p| serde_json::from_str::<Value>(&p).ok()).and_then(|p| p.get("seal")?.as_str().map(str::to_owned));
    Some((page.when(&at), who.unwrap_or_else(|| page.t("somebody")), seal))
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("arkiv");
    view.demand(&ARCHIVE)?;
    let page = Page::of_space(&app, &visitor, &view, "records-title");
    let parts = parts(&mut sql, &app, &visitor, &view, &page).await?;
    let taken = store::last(&mut sql, view.space.id, ARCHIVE.name).await?;
    let sealed = store::last(&mut sql, view.space.id, acts::SEAL.name).await?;
    let files = parts.iter().flat_map(|p| &p.kept).filter_map(|k| if let Content::File(f) = &k.record.content { Some(f.bytes) } else { None });
    let sum: u64 = files.sum();
    page::html(&ArchivePage {
        groups: groups(&page, &parts[0]),
        working_groups: parts.iter().skip(1).map(|p| p.view.space.title.clone()).collect(),
        left_out: left_out(&page, parts.iter().flat_map(|p| &p.left_out)),
        entries: parts.iter().map(|p| p.entries).sum(),
        closed: parts.iter().flat_map(|p| &p.kept).filter(|k| k.is_closed()).count(),
        weight: if sum > 0 { weight(&page, sum) } else { String::new() },
        last: last(&page, taken, sealed),
        page,
    })
}

/// Gathers everything at one moment, notes who takes it out, and sends it while it is put together.
async fn make(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.snapshot().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    view.demand(&ARCHIVE)?;
    let room = ROOM.clone().try_acquire_owned().map_err(|_| Error::Refused("records-busy"))?;
    let mut page = Page::of_space(&app, &visitor, &view, "records-title");
    page.lang = Lang::Da;
    let parts = parts(&mut sql, &app, &visitor, &view, &page).await?;
    drop(sql);
    let (id, name) = (view.space.id, file_name(&page, &view));
    acts::begin(&app, &visitor, id).await?;

    let (sink, end, from) = sink::pipe(Handle::current());
    let job = Job { app: app.clone(), made_by: page.person.clone().unwrap_or_default(), page, parts };
    tokio::spawn(async move {
        let written = tokio::task::spawn_blocking(move || archive::write(&job, sink, Handle::current())).await;
        let done = match written {
            Ok(Ok(made)) => acts::seal(&app, id, made.documents, &made.seal).await,
            Ok(Err(error)) => Err(error),
            Err(error) => Err(Error::Internal(format!("archive: {error}"))),
        };
        // An archive that breaks off must not look whole.
        if let Err(error) = done {
            tracing::error!(%error, space = %id, "an archive was not put together to its end");
            let _ = end.send(Err(std::io::Error::other("the archive broke off"))).await;
        }
        drop(room);
    });
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok((
        [(CONTENT_TYPE, "application/zip".to_owned()), (CONTENT_DISPOSITION, disposition), (CACHE_CONTROL, "no-store".to_owned())],
        Body::from_stream(sink::stream(from)),
    )
        .into_response())
}

/// `arkiv-ungepolitik-2026-03-14.zip`
fn file_name(page: &Page, view: &SpaceView) -> String {
    format!("arkiv-{}-{}.zip", view.space.slug, page.today())
}
