//! The overview's page, and the same as a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};

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
use samskab_platform::space::{self, Brief, Listed, Space};
use samskab_platform::tool::{Glance, Sample};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, group, page, view};
use uuid::Uuid;

/// Spaces on a page.
const PAGE: usize = 25;
/// Spaces in a spreadsheet.
const COPY: usize = 2_000;

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    page: Page,
    form: Form,
    /// The visitor's own spaces, and the others.
    parts: Vec<(&'static str, Vec<Row>)>,
    columns: Vec<&'static str>,
    paging: Paging,
    /// How many of all that are listed have something late.
    late: usize,
    kinds: Vec<(String, String)>,
    stages: Vec<(String, String)>,
    /// The standing committees and bodies that the spaces work for.
    bodies: Vec<(String, String)>,
    copy: String,
}

/// A space and what its tools see of it.
struct Row {
    space: Space,
    stage: String,
    kind: String,
    /// Working groups that the visitor may see.
    groups: i64,
    own: bool,
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
fn wanted(app: &App, visitor: &Visitor, asked: &Asked) -> Result<Listed> {
    let person = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    let recipe = app.recipes().get(&asked.slags).map(|r| r.key.clone());
    Ok(Listed { person: Some(person), assurance: visitor.assurance, recipe, stage: asked.stage(), own: asked.mine == "ja", ..Listed::default() })
}

/// The spaces of a list in the order they are shown.
struct Ordered {
    spaces: Vec<Brief>,
    /// How many of them have something late.
    late: usize,
    /// The bodies that the spaces one may see work for, and the one that was asked for.
    bodies: BTreeSet<String>,
}

async fn ordered(app: &App, sql: &mut Sql, page: &Page, listed: &Listed, asked: &Asked) -> Result<Ordered> {
    let mut late: BTreeMap<Uuid, i64> = BTreeMap::new();
    for tool in &app.tools {
        for (space, days) in (tool.late)(sql, page.today()).await? {
            let most = late.entry(space).or_default();
            *most = days.max(*most);
        }
    }
    let mut spaces = space::briefs(sql, listed).await?;
    let bodies = bodies(&spaces, &asked.udvalg);
    spaces.retain(|s| asked.udvalg.is_empty() || s.belongs_to == asked.udvalg);
    let count = order(&mut spaces, &late);
    if asked.sent == "ja" {
        spaces.retain(|s| !s.closed && late.contains_key(&s.id));
    }
    Ok(Ordered { spaces, late: count, bodies })
}

/// What one can choose among: each body once, and what was chosen even where nothing works for it any more.
fn bodies(spaces: &[Brief], chosen: &str) -> BTreeSet<String> {
    spaces.iter().map(|s| s.belongs_to.as_str()).chain([chosen]).filter(|body| !body.is_empty()).map(str::to_owned).collect()
}

/// One's own first, and among each the longest late first, then the newest; what is closed comes last and is late for nobody. Gives
/// how many are late.
fn order(spaces: &mut [Brief], late: &BTreeMap<Uuid, i64>) -> usize {
    let days = |s: &Brief| if s.closed { 0 } else { late.get(&s.id).copied().unwrap_or(0) };
    spaces.sort_by_key(|s| (s.closed, !s.own, std::cmp::Reverse(days(s))));
    spaces.iter().filter(|s| days(s) > 0).count()
}

/// What the tools see of these spaces.
async fn glanced(app: &App, sql: &mut Sql, visitor: &Visitor, page: &Page, briefs: &[Brief]) -> Result<Vec<Row>> {
    let ids: Vec<Uuid> = briefs.iter().map(|b| b.id).collect();
    let spaces = space::by_ids(sql, &ids).await?;
    let groups = group::counted(sql, visitor, &spaces).await?;
    let mut seen: BTreeMap<Uuid, BTreeMap<&'static str, Glance>> = BTreeMap::new();
    for tool in &app.tools {
        for glance in (tool.glance)(sql, &spaces, page).await? {
            seen.entry(glance.space).or_default().insert(glance.column, glance);
        }
    }
    let own: BTreeSet<Uuid> = briefs.iter().filter(|b| b.own).map(|b| b.id).collect();
    let row = |space: Space| {
        let (kind, stage) = view::names_in(app, &space, page.lang);
        let (groups, own) = (groups.get(&space.id).copied().unwrap_or(0), own.contains(&space.id));
        Row { stage, kind, groups, own, cells: seen.remove(&space.id).unwrap_or_default(), space }
    };
    Ok(spaces.into_iter().map(row).collect())
}

/// The columns, in the order in which the tools declare them.
fn columns(app: &App) -> Vec<&'static str> {
    app.tools.iter().flat_map(|tool| tool.columns.iter().copied()).collect()
}

async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let listed = wanted(&app, &visitor, &asked)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "overview-title", &[]));
    let mut sql = app.db.read().await?;
    let Ordered { spaces, late, bodies } = ordered(&app, &mut sql, &page, &listed, &asked).await?;
    let bodies = bodies.into_iter().map(|body| (body.clone(), body)).collect();
    let paging = asked.paging("/overblik", spaces.len(), PAGE);
    let copy = asked.paging("/overblik.csv", 0, 1).first();
    let shown: Vec<Brief> = spaces.into_iter().skip(paging.skipped(PAGE)).take(PAGE).collect();
    let (own, others): (Vec<Row>, Vec<Row>) = glanced(&app, &mut sql, &visitor, &page, &shown).await?.into_iter().partition(|row| row.own);
    let parts = [("overview-own", own), ("overview-others", others)].into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
    let (stages, form) = (narrowing::stages(&page), asked.form());
    let kinds = app.recipes().all().filter(|r| !r.group).map(|r| (r.key.clone(), r.words(page.lang).name.clone())).collect();
    page::html(&OverviewPage { columns: columns(&app), page, form, parts, paging, late, kinds, stages, bodies, copy })
}

async fn copy(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let listed = wanted(&app, &visitor, &asked)?;
    let page = Page::new(&app, &visitor, String::new());
    let mut sql = app.db.read().await?;
    let Ordered { mut spaces, .. } = ordered(&app, &mut sql, &page, &listed, &asked).await?;
    spaces.truncate(COPY);
    let rows = glanced(&app, &mut sql, &visitor, &page, &spaces).await?;
    let columns = columns(&app);
    let mut table = Table::for_spreadsheet();
    let heads = ["overview-space", "overview-kind", "overview-stage", "overview-body", "overview-groups"].into_iter().chain(columns.iter().copied());
    table.row(heads.map(|word| page.t(word)));
    for row in &rows {
        let cells = columns.iter().map(|c| row.cell(c).map_or("", |g| g.text.as_str()));
        let groups = row.groups.to_string();
        table.row([row.space.title.as_str(), &row.kind, &row.stage, &row.space.belongs_to, &groups].into_iter().chain(cells));
    }
    let name = "attachment; filename=\"overblik.csv\"";
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, name)], table.finish()).into_response())
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let columns = columns(app);
    let row = |space: &Space, own| {
        let glance = |column: &&'static str| (*column, Glance { space: space.id, column, text: "3".into(), class: "wait", href: "/forloeb/a".into() });
        Row { stage: "Dialogen".into(), kind: "Opgaveudvalg".into(), groups: 2, own, cells: columns.iter().take(1).map(glance).collect(), space: space.clone() }
    };
    let rows = |own| page.space.iter().map(|view| row(&view.space, own)).collect();
    let sample = |parts| OverviewPage {
        page: page.clone(),
        form: Form::filled([("mine", "ja".to_owned()), ("sent", "ja".to_owned())]),
        parts,
        columns: columns.clone(),
        paging: Paging::new("/overblik", &[("mine", "ja")], Some(2), 100, PAGE),
        late: 2,
        kinds: vec![("task_committee".into(), "Opgaveudvalg".into())],
        stages: vec![("team".into(), "Holdet".into())],
        bodies: vec![("Børne- & Ungeudvalget".into(), "Børne- & Ungeudvalget".into())],
        copy: "/overblik.csv?mine=ja".into(),
    };
    vec![("overview", sample(vec![("overview-own", rows(true)), ("overview-others", rows(false))]).render()), ("overview, none", sample(vec![]).render())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_body_can_be_chosen_once_and_the_chosen_one_stays() {
        let brief = |belongs_to: &str| Brief { id: Uuid::nil(), own: false, closed: false, belongs_to: belongs_to.into() };
        let all = [brief("Teknikudvalget"), brief(""), brief("Børneudvalget"), brief("Teknikudvalget")];
        assert_eq!(bodies(&all, "").into_iter().collect::<Vec<_>>(), ["Børneudvalget", "Teknikudvalget"]);
        assert_eq!(bodies(&all, "Nedlagt").len(), 3);
    }

    #[test]
    fn ones_own_come_first_then_the_longest_late_and_what_is_closed_last() {
        let brief = |n: u128, own, closed| Brief { id: Uuid::from_u128(n), own, closed, belongs_to: String::new() };
        // Newest first, as the database gives them.
        let mut all =
            vec![brief(1, false, false), brief(2, true, false), brief(3, false, false), brief(4, true, false), brief(5, true, true), brief(6, false, false)];
        let late = BTreeMap::from([(3, 2), (6, 40), (4, 1), (5, 99)].map(|(n, days)| (Uuid::from_u128(n), days)));
        assert_eq!(order(&mut all, &late), 3, "what is closed is late for nobody");
        assert_eq!(all.iter().map(|s| s.id.as_u128()).collect::<Vec<_>>(), [4, 2, 6, 3, 1, 5]);
    }
}
