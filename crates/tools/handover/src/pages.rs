//! The board: all tasks by where they stand, by who has them, and on paper.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State as Program};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::record::Paper;
use samskab_platform::{App, Error, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{IMPORT, WRITE};
use crate::model::{Share, Shelf, State};
use crate::said::{self, Row};
use crate::store::{self, Task};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/overdragelse", get(board))
        .route("/forloeb/{slug}/overdragelse/personer", get(people))
        .route("/forloeb/{slug}/overdragelse/liste.pdf", get(list))
}

/// A part of the board.
pub(crate) struct Group {
    pub(crate) key: &'static str,
    pub(crate) title: String,
    /// What to do with those in it.
    pub(crate) text: String,
    pub(crate) rows: Vec<Row>,
    /// Whether it stands open: the rest is opened with a press, so that the board is no longer than what one looks for.
    pub(crate) open: bool,
}

/// The citizens' share in words.
#[derive(Clone)]
pub(crate) struct Shown {
    pub(crate) tasks: String,
    pub(crate) hours: String,
}

impl Shown {
    pub(crate) fn of(page: &Page, s: &Share) -> Self {
        let (part, all) = (said::hours(page, s.yearly), said::hours(page, s.all_yearly));
        Self {
            tasks: page.t3("handover-share-tasks", "part", s.tasks, "all", s.all_tasks, "percent", page.percent(&s.of_tasks())),
            hours: page.t3("handover-share-hours", "part", part, "all", all, "percent", page.percent(&s.of_hours())),
        }
    }
}

#[derive(Template)]
#[template(path = "handover.html")]
pub(crate) struct BoardPage {
    pub(crate) page: Page,
    pub(crate) groups: Vec<Group>,
    pub(crate) share: Option<Shown>,
    /// What to narrow the board to, with how many: words, address, whether it is chosen.
    pub(crate) shelves: Vec<(String, String, bool)>,
    /// Areas to choose from: name, address, whether it is chosen.
    pub(crate) areas: Vec<(String, String, bool)>,
    /// The area that is chosen.
    pub(crate) area: String,
    pub(crate) may_write: bool,
    pub(crate) may_import: bool,
}

/// A person of the house with what they have.
pub(crate) struct Bearer {
    pub(crate) name: String,
    pub(crate) hours: String,
    pub(crate) rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "handover_people.html")]
pub(crate) struct PeoplePage {
    pub(crate) page: Page,
    pub(crate) bearers: Vec<Bearer>,
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    omraade: String,
    #[serde(default)]
    vis: String,
}

pub(crate) fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

pub(crate) fn path_of(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("overdragelse/{id}"))
}

/// The share as it is now.
pub(crate) fn share_of(tasks: &[Task]) -> Share {
    let mut share = Share::default();
    for t in tasks {
        share.add(t.state, t.yearly());
    }
    share
}

/// A board of so many tasks is short enough to stand open.
const SHORT: usize = 8;

/// The address of the board, narrowed to an area and a shelf where those are not empty.
fn narrowed(view: &SpaceView, area: &str, shelf: &str) -> String {
    let parts: Vec<String> = [("omraade", area), ("vis", shelf)].iter().filter(|p| !p.1.is_empty()).map(|(name, v)| format!("{name}={}", encode(v))).collect();
    let base = view.under("overdragelse");
    if parts.is_empty() { base } else { format!("{base}?{}", parts.join("&")) }
}

/// The parts of the board that have something in them.
pub(crate) async fn groups(sql: &mut Sql, page: &Page, view: &SpaceView, tasks: &[Task], narrowed: bool) -> Result<Vec<Group>> {
    let wishes = store::all_wishes(sql, view.space.id).await?;
    let of = |t: &Task| wishes.get(&t.id).map_or(&[][..], Vec::as_slice);
    let group = |state: State| Group {
        key: state.key(),
        title: said::state(page, state),
        text: page.t(&format!("handover-state-{}-text", state.key())),
        rows: tasks.iter().filter(|t| t.state == state).map(|t| Row::of(page, view, t, of(t))).collect(),
        open: narrowed || state.is_open() || tasks.len() <= SHORT,
    };
    Ok(State::ALL.into_iter().map(group).filter(|g| !g.rows.is_empty()).collect())
}

async fn board(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, Query(chosen): Query<Chosen>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("overdragelse");
    let page = Page::of_space(&app, &visitor, &view, "handover-title");
    let mut tasks = store::of_space(&mut sql, view.space.id).await?;
    let share = (!tasks.is_empty()).then(|| Shown::of(&page, &share_of(&tasks)));
    let names: BTreeSet<String> = tasks.iter().map(|t| t.area.clone()).filter(|a| !a.is_empty()).collect();
    let shelf = Shelf::of(&chosen.vis);
    let shelf_key = shelf.map_or("", Shelf::key);
    let mut areas = vec![];
    if names.len() > 1 {
        areas.push((page.t("handover-all-areas"), narrowed(&view, "", shelf_key), chosen.omraade.is_empty()));
        areas.extend(names.into_iter().map(|name| (name.clone(), narrowed(&view, &name, shelf_key), name == chosen.omraade)));
    }
    if !chosen.omraade.is_empty() {
        tasks.retain(|t| t.area == chosen.omraade);
    }
    let mut shelves = vec![(page.t1("handover-shelf-all", "n", tasks.len()), narrowed(&view, &chosen.omraade, ""), shelf.is_none())];
    for one in Shelf::ALL {
        let n = tasks.iter().filter(|t| t.state.shelf() == one).count();
        if n > 0 || shelf == Some(one) {
            shelves.push((page.t1(&format!("handover-shelf-{}", one.key()), "n", n), narrowed(&view, &chosen.omraade, one.key()), shelf == Some(one)));
        }
    }
    tasks.retain(|t| shelf.is_none_or(|s| t.state.shelf() == s));
    let groups = groups(&mut sql, &page, &view, &tasks, shelf.is_some()).await?;
    page::html(&BoardPage { groups, share, shelves, areas, area: chosen.omraade, may_write: view.may(&WRITE), may_import: view.may(&IMPORT), page })
}

/// A value of an address.
fn encode(text: &str) -> String {
    let letter = |b: u8| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") };
    text.bytes().map(letter).collect()
}

async fn people(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("overdragelse");
    let page = Page::of_space(&app, &visitor, &view, "handover-people-title");
    let tasks = store::of_space(&mut sql, view.space.id).await?;
    let wishes = store::all_wishes(&mut sql, view.space.id).await?;
    // Those nobody has stand first: no name comes before every name.
    let mut by: BTreeMap<String, Vec<&Task>> = BTreeMap::new();
    for t in tasks.iter().filter(|t| t.state.is_done_at_all()) {
        let name = if t.holder.is_none() && !t.state.is_citizens() { String::new() } else { said::holder(&page, t) };
        by.entry(name).or_default().push(t);
    }
    let bearer = |(name, tasks): (String, Vec<&Task>)| Bearer {
        name: if name.is_empty() { page.t("handover-nobody") } else { name },
        hours: page.t1("handover-hours-a-week", "hours", said::hours(&page, tasks.iter().map(|t| t.yearly()).sum())),
        rows: tasks.iter().map(|t| Row::of(&page, &view, t, wishes.get(&t.id).map_or(&[][..], Vec::as_slice))).collect(),
    };
    let bearers = by.into_iter().map(bearer).collect();
    page::html(&PeoplePage { bearers, page })
}

/// Every task as a table: for the list on paper and for the archive.
pub(crate) fn paper(page: &Page, title: String, space: &str, tasks: &[Task]) -> Paper {
    let mut paper = Paper::new(title, space.to_owned());
    let shown = Shown::of(page, &share_of(tasks));
    paper.text(&format!("{} {}", shown.tasks, shown.hours));
    let heads = [("handover-task", 6), ("handover-how-often", 4), ("handover-list-today", 3), ("handover-list-taker", 3), ("handover-by", 3)]
        .map(|(word, width)| (page.t(word), width));
    for state in State::ALL {
        let rows: Vec<Vec<String>> = tasks
            .iter()
            .filter(|t| t.state == state)
            .map(|t| {
                let needs = said::needs(page, t).join(", ");
                let title = if needs.is_empty() { t.title.clone() } else { format!("{}\n{needs}", t.title) };
                let often = format!("{}, {}", said::often(page, t.times, t.per), said::span(page, t.minutes));
                vec![title, often, said::holder(page, t), said::taker(page, t), t.by_on.map(|d| page.date(&d)).unwrap_or_default()]
            })
            .collect();
        if !rows.is_empty() {
            paper.heading(2, format!("{} ({})", said::state(page, state), rows.len()));
            paper.table(&heads, rows);
        }
    }
    paper
}

async fn list(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let tasks = store::of_space(&mut sql, view.space.id).await?;
    drop(sql);
    let page = Page::of_space(&app, &visitor, &view, "handover-title");
    let (paper, now) = (paper(&page, page.t("handover-list-title"), &view.space.title, &tasks), app.clock.now());
    let values = serde_json::json!({
        "title": paper.title, "subtitle": paper.subtitle, "sender": page.municipality, "date": page.date(&page.today()),
        "page": page.t("submission-page"), "of": page.t("submission-of"), "mark": "", "blocks": paper.blocks,
    });
    let made = tokio::task::spawn_blocking(move || samskab_print::document(&values, now)).await;
    let bytes = made.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, "inline; filename=\"opgaver.pdf\"")], bytes).into_response())
}
