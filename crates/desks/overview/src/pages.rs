//! The overview's page, and the same as a spreadsheet.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::csv_safe::Table;
use samskab_platform::db::Sql;
use samskab_platform::pages::narrowing::{self, Asked};
use samskab_platform::paging::Paging;
use samskab_platform::space::{self, Listed, Space};
use samskab_platform::tool::{Glance, Sample};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, group, page, view};

/// Spaces on a page.
const PAGE: usize = 25;
/// Spaces in a spreadsheet.
const COPY: usize = 2_000;

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    page: Page,
    form: Form,
    rows: Vec<Row>,
    columns: Vec<&'static str>,
    paging: Paging,
    stages: Vec<(String, String)>,
    copy: String,
}

/// A space and what its tools see of it.
struct Row {
    space: Space,
    stage: String,
    kind: String,
    /// Working groups that the visitor may see.
    groups: i64,
    cells: BTreeMap<&'static str, Glance>,
}

impl Row {
    fn cell(&self, column: &&'static str) -> Option<&Glance> {
        self.cells.get(*column)
    }
}

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/overblik", get(show)).route("/overblik.csv", get(copy))
}

/// What is asked for, by somebody who is here: strangers have the list of spaces.
fn wanted(visitor: &Visitor, asked: &Asked) -> Result<Listed> {
    let person = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    Ok(Listed { person: Some(person), assurance: visitor.assurance, stage: asked.stage(), own: asked.mine == "ja", ..Listed::default() })
}

/// What the tools see of these spaces.
async fn glanced(app: &App, sql: &mut Sql, visitor: &Visitor, page: &Page, spaces: Vec<Space>) -> Result<Vec<Row>> {
    let groups = group::counted(sql, visitor, &spaces).await?;
    let mut seen = vec![];
    for tool in &app.tools {
        seen.extend((tool.glance)(sql, &spaces, page).await?);
    }
    let row = |space: Space| {
        let cells = seen.iter().filter(|g| g.space == space.id).map(|g| (g.column, g.clone())).collect();
        let (kind, stage) = view::names_in(app, &space, page.lang);
        Row { groups: groups.get(&space.id).copied().unwrap_or(0), stage, kind, cells, space }
    };
    Ok(spaces.into_iter().map(row).collect())
}

/// The columns, in the order in which the tools declare them.
fn columns(app: &App) -> Vec<&'static str> {
    app.tools.iter().flat_map(|tool| tool.columns.iter().copied()).collect()
}

async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let listed = wanted(&visitor, &asked)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "overview-title", &[]));
    let mut sql = app.db.read().await?;
    let paging = asked.paging("/overblik", space::count(&mut sql, &listed).await?, PAGE);
    let copy = asked.paging("/overblik.csv", 0, 1).first();
    let spaces = space::list(&mut sql, &listed, PAGE, paging.skipped(PAGE)).await?;
    let rows = glanced(&app, &mut sql, &visitor, &page, spaces).await?;
    let (stages, form) = (narrowing::stages(&page), asked.form());
    page::html(&OverviewPage { columns: columns(&app), page, form, rows, paging, stages, copy })
}

async fn copy(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let listed = wanted(&visitor, &asked)?;
    let page = Page::new(&app, &visitor, String::new());
    let mut sql = app.db.read().await?;
    let spaces = space::list(&mut sql, &listed, COPY, 0).await?;
    let rows = glanced(&app, &mut sql, &visitor, &page, spaces).await?;
    let columns = columns(&app);
    let mut table = Table::for_spreadsheet();
    let heads = ["overview-space", "overview-kind", "overview-stage", "overview-groups"].into_iter().chain(columns.iter().copied());
    table.row(heads.map(|word| page.t(word)));
    for row in &rows {
        let cells = columns.iter().map(|c| row.cell(c).map_or("", |g| g.text.as_str()));
        let groups = row.groups.to_string();
        table.row([row.space.title.as_str(), &row.kind, &row.stage, &groups].into_iter().chain(cells));
    }
    let name = "attachment; filename=\"overblik.csv\"";
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, name)], table.finish()).into_response())
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let columns = columns(app);
    let row = |space: &Space| {
        let glance = |column: &&'static str| (*column, Glance { space: space.id, column, text: "3".into(), class: "wait", href: "/forloeb/a".into() });
        Row { stage: "Dialogen".into(), kind: "Opgaveudvalg".into(), groups: 2, cells: columns.iter().take(1).map(glance).collect(), space: space.clone() }
    };
    let rows = page.space.iter().map(|view| row(&view.space)).collect();
    let sample = |rows| OverviewPage {
        page: page.clone(),
        form: Form::filled([("mine", "ja".to_owned())]),
        rows,
        columns: columns.clone(),
        paging: Paging::new("/overblik", &[("mine", "ja")], Some(2), 100, PAGE),
        stages: vec![("team".into(), "Holdet".into())],
        copy: "/overblik.csv?mine=ja".into(),
    };
    vec![("overview", sample(rows).render()), ("overview, none", sample(vec![]).render())]
}
