//! What became of it: of one space's recommendations and of all that one may see, as a page, a spreadsheet and a feed.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::access::Visibility;
use samskab_platform::db::Sql;
use samskab_platform::paging::Paging;
use samskab_platform::{App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;

use crate::at_once::{self, BegunLine};
use crate::at_once_store::{self, Begun};
use crate::atom::{self, Feed};
use crate::followup::{AT_ONCE, Line, STANDS, is_late, line};
use crate::followup_store::{self, Who};
use crate::followup_table::{self, Rows};

/// Recommendations on a page.
const PAGE: usize = 25;
/// So much of what began at once is named above the recommendations.
const NAMED: usize = 3;
/// Recommendations in a spreadsheet.
const COPY: usize = 5_000;

const ALL: &str = "/opfoelgning";

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/opfoelgning", get(all))
        .route("/opfoelgning.csv", get(all_table))
        .route("/opfoelgning.atom", get(all_feed))
        .route("/forloeb/{slug}/anbefalinger/opfoelgning", get(one))
        .route("/forloeb/{slug}/anbefalinger/opfoelgning.csv", get(one_table))
        .route("/forloeb/{slug}/anbefalinger/opfoelgning.atom", get(one_feed))
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    udvalg: String,
    #[serde(default)]
    udfald: String,
    #[serde(default)]
    sent: String,
    #[serde(default)]
    side: String,
}

impl Asked {
    /// What is asked for, without what nobody can ask for.
    fn stands(&self) -> &str {
        if STANDS.contains(&self.udfald.as_str()) { &self.udfald } else { "" }
    }

    fn late(&self) -> bool {
        self.sent == "ja"
    }

    /// Everything, or something that recommendations can be.
    fn wants_recommendations(&self) -> bool {
        self.stands() != AT_ONCE
    }

    /// Everything, or what began at once.
    fn wants_begun(&self) -> bool {
        ["", AT_ONCE].contains(&self.stands())
    }

    fn query(&self) -> [(&'static str, &str); 2] {
        [("udfald", self.stands()), ("sent", if self.late() { "ja" } else { "" })]
    }
}

/// How many ended one way, and the address of only those.
pub(crate) struct Figure {
    pub(crate) words: String,
    pub(crate) n: i64,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// Everything the two pages share.
pub(crate) struct List {
    /// Where the form leads.
    pub(crate) path: String,
    pub(crate) form: Form,
    pub(crate) figures: Vec<Figure>,
    /// What began at once: the first of it, or a page of it where only that is asked for.
    pub(crate) begun: Vec<BegunLine>,
    /// How much of it there is, and where all of it is, where not all of it is shown.
    pub(crate) more_begun: Option<(i64, String)>,
    pub(crate) lines: Vec<Line>,
    pub(crate) paging: Paging,
    pub(crate) narrowed: bool,
    pub(crate) committees: Vec<(String, String)>,
    pub(crate) table: String,
    /// Missing where not everybody may see the space.
    pub(crate) feed: Option<String>,
}

#[derive(Template)]
#[template(path = "followup.html")]
pub(crate) struct AllPage {
    pub(crate) page: Page,
    pub(crate) list: List,
}

#[derive(Template)]
#[template(path = "followup_space.html")]
pub(crate) struct SpacePage {
    pub(crate) page: Page,
    pub(crate) list: List,
}

/// How many of each kind there are of everything one may see, whatever is asked for.
struct Counted {
    /// Status, outcome, how many.
    recommendations: Vec<(String, String, i64)>,
    begun: i64,
}

impl Counted {
    /// How many stand one way; of anything that recommendations can be for an empty word.
    fn of(&self, stands: &str) -> i64 {
        let fits = |status: &str, outcome: &str| stands.is_empty() || outcome == stands || stands == "waiting" && status == "submitted";
        if stands == AT_ONCE { self.begun } else { self.recommendations.iter().filter(|(status, outcome, _)| fits(status, outcome)).map(|c| c.2).sum() }
    }
}

fn figures(page: &Page, path: &str, asked: &Asked, counted: &Counted) -> Vec<Figure> {
    let word = |stands: &str| match stands {
        "waiting" => page.t("followup-waiting"),
        AT_ONCE => page.t("followup-at-once"),
        outcome => page.t(&format!("outcome-{outcome}")),
    };
    STANDS
        .into_iter()
        .map(|stands| {
            let current = asked.stands() == stands;
            let query = [("udfald", if current { "" } else { stands }), ("sent", if asked.late() { "ja" } else { "" })];
            Figure { words: word(stands), n: counted.of(stands), href: Paging::new(path, &query, None, 0, 1).first(), current }
        })
        .collect()
}

/// Where all that began at once is, of what is asked for: there is more of it than is shown.
fn more_begun(path: &str, asked: &Asked, shown: usize, all: i64) -> Option<(i64, String)> {
    let query = [("udfald", AT_ONCE), ("sent", if asked.late() { "ja" } else { "" })];
    (asked.wants_recommendations() && shown > 0 && all > shown as i64).then(|| (all, Paging::new(path, &query, None, 0, 1).first()))
}

fn begun_lines(page: &Page, begun: &[Begun], said: &std::collections::BTreeMap<uuid::Uuid, chrono::DateTime<chrono::Utc>>) -> Vec<BegunLine> {
    begun.iter().map(|b| at_once::line(page, b, said)).collect()
}

fn form_of(asked: &Asked) -> Form {
    Form::filled([("udvalg", asked.udvalg.clone()), ("udfald", asked.stands().to_owned()), ("sent", asked.sent.clone())])
}

/// What began at once, of all one may see: what last moved, or what is late of it and how much that is.
async fn begun(sql: &mut Sql, page: &Page, who: Who, asked: &Asked, limit: usize, skip: usize) -> Result<(Vec<Begun>, Option<i64>)> {
    if asked.late() {
        let (begun, all) = at_once_store::late(sql, who, page.today(), limit, skip).await?;
        return Ok((begun, Some(all)));
    }
    Ok((at_once_store::across(sql, who, limit, skip).await?, None))
}

async fn all(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    if !asked.udvalg.is_empty() {
        let path = format!("/forloeb/{}/anbefalinger/opfoelgning", samskab_platform::paging::encoded(&asked.udvalg));
        return Ok(page::go(&Paging::new(&path, &asked.query(), None, 0, 1).first(), ""));
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "followup-title", &[]));
    let (mut sql, who) = (app.db.read().await?, Who::of(&visitor));
    let counted = Counted { recommendations: followup_store::counted(&mut sql, who).await?, begun: at_once_store::counted(&mut sql, who).await? };
    let paging_of = |items| Paging::new(ALL, &asked.query(), asked.side.parse().ok(), usize::try_from(items).unwrap_or(0), PAGE);
    // What is late is counted as it is found, and is never more than what it is late of.
    let mut paging = paging_of(counted.of(asked.stands()));
    let skip = paging.skipped(PAGE);
    let rows = match (asked.wants_recommendations(), asked.late()) {
        (false, _) => vec![],
        (true, false) => followup_store::across(&mut sql, who, asked.stands(), PAGE, skip).await?,
        (true, true) => {
            let (rows, all) = followup_store::late(&mut sql, who, asked.stands(), page.today(), PAGE, skip).await?;
            paging = paging_of(all);
            rows
        }
    };
    // What began at once stands above the first page only: it is not met again on each.
    let (begun, all_begun) = match (asked.wants_recommendations(), paging.page) {
        _ if counted.begun == 0 || !asked.wants_begun() => (vec![], None),
        (true, 1) => begun(&mut sql, &page, who, &asked, NAMED, 0).await?,
        (true, _) => (vec![], None),
        (false, _) => begun(&mut sql, &page, who, &asked, PAGE, skip).await?,
    };
    let all_begun = all_begun.unwrap_or(counted.begun);
    if !asked.wants_recommendations() {
        paging = paging_of(all_begun);
    }
    let said = at_once::said(&mut sql, &app, &begun).await?;
    let deeds = followup_store::deeds(&mut sql, &rows).await?;
    let list = List {
        path: ALL.to_owned(),
        form: form_of(&asked),
        figures: figures(&page, ALL, &asked, &counted),
        begun: begun_lines(&page, &begun, &said),
        more_begun: more_begun(ALL, &asked, begun.len(), all_begun),
        lines: rows.iter().map(|r| line(&page, r, &deeds)).collect(),
        paging,
        narrowed: !asked.stands().is_empty() || asked.late(),
        committees: followup_store::committees(&mut sql, who).await?,
        table: Paging::new("/opfoelgning.csv", &asked.query(), None, 0, 1).first(),
        feed: Some("/opfoelgning.atom".to_owned()),
    };
    page::html(&AllPage { page, list })
}

/// What a space has sent and what it began at once, and what came of it, of what is asked for.
async fn in_space(sql: &mut Sql, app: &App, visitor: &Visitor, slug: &str, asked: &Asked) -> Result<(SpaceView, Page, Rows, Counted)> {
    let view = view::find_visible_with(sql, app, visitor, slug).await?.at("anbefalinger");
    let page = Page::of_space(app, visitor, &view, "followup-title");
    let mut recommendations = followup_store::in_space(sql, view.space.id).await?;
    let deeds = followup_store::deeds(sql, &recommendations).await?;
    let mut begun = at_once_store::in_space(sql, view.space.id).await?;
    let counted = Counted { recommendations: recommendations.iter().map(|r| (r.status.clone(), r.outcome.clone(), 1)).collect(), begun: begun.len() as i64 };
    recommendations.retain(|r| r.stands(asked.stands()) && (!asked.late() || is_late(&page, r, &deeds)));
    begun.retain(|b| asked.wants_begun() && (!asked.late() || b.deed.days_late(&page) > 0));
    Ok((view, page, Rows { recommendations, deeds, begun }, counted))
}

async fn one(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let (view, page, rows, counted) = in_space(&mut sql, &app, &visitor, &slug, &asked).await?;
    let path = view.under("anbefalinger/opfoelgning");
    let items = if asked.wants_recommendations() { rows.recommendations.len() } else { rows.begun.len() };
    let paging = Paging::new(&path, &asked.query(), asked.side.parse().ok(), items, PAGE);
    let (begun, all_begun) = (&rows.begun, rows.begun.len() as i64);
    let begun: Vec<Begun> = match (asked.wants_recommendations(), paging.page) {
        (true, 1) => begun.iter().take(NAMED).cloned().collect(),
        (true, _) => vec![],
        (false, _) => begun.iter().skip(paging.skipped(PAGE)).take(PAGE).cloned().collect(),
    };
    let said = at_once::said(&mut sql, &app, &begun).await?;
    let list = List {
        form: form_of(&asked),
        figures: figures(&page, &path, &asked, &counted),
        begun: begun_lines(&page, &begun, &said),
        more_begun: more_begun(&path, &asked, begun.len(), all_begun),
        lines: rows.recommendations.iter().skip(paging.skipped(PAGE)).take(PAGE).map(|r| line(&page, r, &rows.deeds)).collect(),
        paging,
        narrowed: !asked.stands().is_empty() || asked.late(),
        committees: vec![],
        table: Paging::new(&format!("{path}.csv"), &asked.query(), None, 0, 1).first(),
        feed: (view.space.visibility == Visibility::Public).then(|| format!("{path}.atom")),
        path,
    };
    page::html(&SpacePage { page, list })
}

/// What a spreadsheet of all spaces holds.
async fn rows_across(sql: &mut Sql, page: &Page, who: Who, asked: &Asked) -> Result<Rows> {
    let recommendations = match (asked.wants_recommendations(), asked.late()) {
        (false, _) => vec![],
        (true, true) => followup_store::late(sql, who, asked.stands(), page.today(), COPY, 0).await?.0,
        (true, false) => followup_store::across(sql, who, asked.stands(), COPY, 0).await?,
    };
    let begun = if asked.wants_begun() { begun(sql, page, who, asked, COPY, 0).await?.0 } else { vec![] };
    Ok(Rows { deeds: followup_store::deeds(sql, &recommendations).await?, recommendations, begun })
}

async fn all_table(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let page = Page::new(&app, &visitor, String::new());
    let mut sql = app.db.read().await?;
    let rows = rows_across(&mut sql, &page, Who::of(&visitor), &asked).await?;
    followup_table::write(&mut sql, &app, &page, &rows, "opfoelgning").await
}

async fn one_table(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let (view, page, rows, _) = in_space(&mut sql, &app, &visitor, &slug, &asked).await?;
    followup_table::write(&mut sql, &app, &page, &rows, &format!("{}-opfoelgning", view.space.slug)).await
}

async fn feed(sql: &mut Sql, page: &Page, title: String, path: &str, rows: &Rows) -> Result<Response> {
    let base = &page.app().settings.base_url;
    let said = at_once::said(sql, page.app(), &rows.begun).await?;
    let text = atom::write(page, &Feed { title, own: format!("{base}{path}.atom"), page: format!("{base}{path}"), rows, said: &said });
    Ok(([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response())
}

async fn all_feed(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, String::new());
    let mut sql = app.db.read().await?;
    let recommendations = followup_store::public_latest(&mut sql).await?;
    let deeds = followup_store::deeds(&mut sql, &recommendations).await?;
    let rows = Rows { recommendations, deeds, begun: at_once_store::public_latest(&mut sql).await? };
    let title = page.t1("followup-feed", "name", &page.municipality);
    feed(&mut sql, &page, title, ALL, &rows).await
}

async fn one_feed(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let (view, page, rows, _) = in_space(&mut sql, &app, &visitor, &slug, &Asked::default()).await?;
    // A feed is read by programs that nobody has signed in to: only of what everybody may see.
    if view.space.visibility != Visibility::Public {
        return Err(Error::NotFound);
    }
    let title = page.t1("followup-feed", "name", &view.space.title);
    feed(&mut sql, &page, title, &view.under("anbefalinger/opfoelgning"), &rows).await
}
