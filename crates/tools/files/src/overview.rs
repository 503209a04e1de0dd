//! What files show on the space's page and beside other tools' things, and what can be searched for.

use askama::Template;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{Document, Overview};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::ADD;
use crate::store::{self, File};

/// The latest files, on the space's page.
#[derive(Template)]
#[template(path = "files_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) view: &'a SpaceView,
    pub(crate) files: &'a [File],
    pub(crate) more: bool,
}

/// The files that belong to something, on its page.
#[derive(Template)]
#[template(path = "files_attached.html")]
pub(crate) struct Attached<'a> {
    pub(crate) page: &'a Page,
    pub(crate) view: &'a SpaceView,
    pub(crate) files: &'a [File],
    /// Where one attaches another, for whoever may.
    pub(crate) add: Option<String>,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let mut files = store::of_space(sql, view.space.id, 4, 0).await?;
    if files.is_empty() {
        return Ok(out);
    }
    let more = files.len() > 3;
    files.truncate(3);
    out.sections.push((80, Section { page, view, files: &files, more }.render()?));
    Ok(out)
}

pub(crate) async fn attached(sql: &mut Sql, view: &SpaceView, page: &Page, kind: &str, id: Uuid) -> Result<String> {
    let files = store::of_object(sql, view.space.id, kind, id).await?;
    let add = view.may(&ADD).then(|| view.under(&format!("filer/ny?til={kind}:{id}")));
    if files.is_empty() && add.is_none() {
        return Ok(String::new());
    }
    Ok(Attached { page, view, files: &files, add }.render()?)
}

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let files = store::of_space(sql, space.id, 2_000, 0).await?;
    let document = |f: File| Document {
        kind: "file",
        id: f.id,
        title: f.title,
        text: format!("{} {}", f.alt, f.name),
        href: format!("/forloeb/{}/filer/{}", space.slug, f.id),
    };
    Ok(files.into_iter().map(document).collect())
}
