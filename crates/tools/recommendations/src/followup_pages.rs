//! What became of it: of one space's recommendations and of all that one may see, as a page, a spreadsheet and a feed.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::access::Visibility;
use samskab_platform::csv_safe::Table;
use samskab_platform::db::Sql;
use samskab_platform::paging::Paging;
use samskab_platform::{App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;

use crate::atom::{self, Feed};
use crate::followup::{Line, STANDS, is_late, line};
use crate::followup_store::{self, Deed, Followed, Who};

/// Recommendations on a page.
const PAGE: usize = 25;
/// Recommendations in a spreadsheet.
const COPY: usize = 5_000;
/// No list has more pages: a number beyond it is nonsense.
const LAST: usize = 1_000_000;

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

fn figures(page: &Page, path: &str, asked: &Asked, counted: &[(String, String, i64)]) -> Vec<Figure> {
    let n = |stands: &str| counted.iter().filter(|(status, outcome, _)| outcome == stands || stands == "waiting" && status == "submitted").map(|c| c.2).sum();
    let word = |stands: &str| if stands == "waiting" { page.t("followup-waiting") } else { page.t(&format!("outcome-{stands}")) };
    STANDS
        .into_iter()
        .map(|stands| {
            let current = asked.stands() == stands;
            let query = [("udfald", if current { "" } else { stands }), ("sent", if asked.late() { "ja" } else { "" })];
            Figure { words: word(stands), n: n(stands), href: Paging::new(path, &query, None, 0, 1).first(), current }
        })
        .collect()
}

fn form_of(asked: &Asked) -> Form {
    Form::filled([("udvalg", asked.udvalg.clone()), ("udfald", asked.stands().to_owned()), ("sent", asked.sent.clone())])
}

/// How many there are of what is asked for, from the figures.
fn count_of(asked: &Asked, counted: &[(String, String, i64)]) -> usize {
    let wanted = |status: &str, outcome: &str| match asked.stands() {
        "" => true,
        "waiting" => status == "submitted",
        stands => outcome == stands,
    };
    usize::try_from(counted.iter().filter(|(status, outcome, _)| wanted(status, outcome)).map(|c| c.2).sum::<i64>()).unwrap_or(0)
}

async fn all(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    if !asked.udvalg.is_empty() {
        let path = format!("/forloeb/{}/anbefalinger/opfoelgning", samskab_platform::paging::encoded(&asked.udvalg));
        return Ok(page::go(&Paging::new(&path, &asked.query(), None, 0, 1).first(), ""));
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "followup-title", &[]));
    let (mut sql, who) = (app.db.read().await?, Who::of(&visitor));
    let counted = followup_store::counted(&mut sql, who).await?;
    let (paging, rows) = if asked.late() {
        late(&mut sql, &page, who, &asked).await?
    } else {
        let paging = Paging::new(ALL, &asked.query(), asked.side.parse().ok(), count_of(&asked, &counted), PAGE);
        let rows = followup_store::across(&mut sql, who, asked.stands(), PAGE, paging.skipped(PAGE)).await?;
        (paging, rows)
    };
    let deeds = followup_store::deeds(&mut sql, &rows).await?;
    let list = List {
        path: ALL.to_owned(),
        form: form_of(&asked),
        figures: figures(&page, ALL, &asked, &counted),
        lines: rows.iter().map(|r| line(&page, r, &deeds)).collect(),
        paging,
        narrowed: !asked.stands().is_empty() || asked.late(),
        committees: followup_store::committees(&mut sql, who).await?,
        table: Paging::new("/opfoelgning.csv", &asked.query(), None, 0, 1).first(),
        feed: Some("/opfoelgning.atom".to_owned()),
    };
    page::html(&AllPage { page, list })
}

/// A page of what is late. A page that is not there becomes the last one.
async fn late(sql: &mut Sql, page: &Page, who: Who, asked: &Asked) -> Result<(Paging, Vec<Followed>)> {
    let number = asked.side.parse::<usize>().unwrap_or(1).clamp(1, LAST);
    let paging = |items| Paging::new(ALL, &asked.query(), Some(number), items, PAGE);
    let (rows, all) = followup_store::late(sql, who, asked.stands(), page.today(), PAGE, (number - 1) * PAGE).await?;
    if !rows.is_empty() || number == 1 {
        return Ok((paging(all), rows));
    }
    let (_, all) = followup_store::late(sql, who, asked.stands(), page.today(), 1, 0).await?;
    let (rows, _) = followup_store::late(sql, who, asked.stands(), page.today(), PAGE, paging(all).skipped(PAGE)).await?;
    Ok((paging(all), rows))
}

/// What a space has sent, and what came of it, of what is asked for.
async fn in_space(app: &App, visitor: &Visitor, slug: &str, asked: &Asked) -> Result<(SpaceView, Page, Vec<Followed>, Vec<Deed>, Vec<(String, String, i64)>)> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, app, visitor, slug).await?.at("anbefalinger");
    let page = Page::of_space(app, visitor, &view, "followup-title");
    let mut rows = followup_store::in_space(&mut sql, view.space.id).await?;
    let deeds = followup_store::deeds(&mut sql, &rows).await?;
    let counted = rows.iter().map(|r| (r.status.clone(), r.outcome.clone(), 1)).collect();
    rows.retain(|r| r.stands(asked.stands()) && (!asked.late() || is_late(&page, r, &deeds)));
    Ok((view, page, rows, deeds, counted))
}

async fn one(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let (view, page, rows, deeds, counted) = in_space(&app, &visitor, &slug, &asked).await?;
    let path = view.under("anbefalinger/opfoelgning");
    let paging = Paging::new(&path, &asked.query(), asked.side.parse().ok(), rows.len(), PAGE);
    let list = List {
        form: form_of(&asked),
        figures: figures(&page, &path, &asked, &counted),
        lines: rows.iter().skip(paging.skipped(PAGE)).take(PAGE).map(|r| line(&page, r, &deeds)).collect(),
        paging,
        narrowed: !asked.stands().is_empty() || asked.late(),
        committees: vec![],
        table: Paging::new(&format!("{path}.csv"), &asked.query(), None, 0, 1).first(),
        feed: (view.space.visibility == Visibility::Public).then(|| format!("{path}.atom")),
        path,
    };
    page::html(&SpacePage { page, list })
}

/// A row for each thing that came of it, and one where nothing did.
fn table(page: &Page, rows: &[Followed], deeds: &[Deed], name: &str) -> Response {
    const HEADS: [&str; 15] = [
        "followup-committee",
        "submission-number",
        "recommendations-one",
        "followup-sent",
        "submission-answer-by",
        "followup-answer",
        "recommendations-answer-reason",
        "followup-answered",
        "recommendations-decided-by",
        "recommendations-decided",
        "deed-what",
        "deed-who",
        "followup-with",
        "deed-when",
        "deed-status",
    ];
    let day =
        |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| at.with_timezone(&chrono_tz::Europe::Copenhagen).date_naive().to_string()).unwrap_or_default();
    let mut out = Table::for_spreadsheet();
    out.row(HEADS.map(|word| page.t(word)));
    for r in rows {
        let promised = r.answer_by.map(|d| d.to_string()).unwrap_or_default();
        let about = [
            r.space.clone(),
            r.number.to_string(),
            r.title.clone(),
            day(r.submitted_at),
            promised,
            page.t(r.word()),
            r.reason.clone().unwrap_or_default(),
            day(r.answered_at),
            r.body.clone().unwrap_or_default(),
            r.decided_on.map(|d| d.to_string()).unwrap_or_default(),
        ];
        let mut of = deeds.iter().filter(|d| d.source_id == r.id).peekable();
        if of.peek().is_none() {
            out.row(about.iter().cloned().chain(std::iter::repeat_n(String::new(), 5)));
        }
        for d in of {
            let deed = [d.what.clone(), d.who().to_owned(), d.counterpart.clone(), d.due_on.to_string(), d.status(page).1];
            out.row(about.iter().cloned().chain(deed));
        }
    }
    let name = format!("attachment; filename=\"{name}.csv\"");
    ([(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], out.finish()).into_response()
}

async fn all_table(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let page = Page::new(&app, &visitor, String::new());
    let mut sql = app.db.read().await?;
    let who = Who::of(&visitor);
    let rows = if asked.late() {
        followup_store::late(&mut sql, who, asked.stands(), page.today(), COPY, 0).await?.0
    } else {
        followup_store::across(&mut sql, who, asked.stands(), COPY, 0).await?
    };
    let deeds = followup_store::deeds(&mut sql, &rows).await?;
    Ok(table(&page, &rows, &deeds, "opfoelgning"))
}

async fn one_table(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let (view, page, rows, deeds, _) = in_space(&app, &visitor, &slug, &asked).await?;
    Ok(table(&page, &rows, &deeds, &format!("{}-opfoelgning", view.space.slug)))
}

fn feed(page: &Page, title: String, path: &str, rows: &[Followed], deeds: &[Deed]) -> Response {
    let base = &page.app().settings.base_url;
    let text = atom::write(page, &Feed { title, own: format!("{base}{path}.atom"), page: format!("{base}{path}"), rows, deeds });
    ([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response()
}

async fn all_feed(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, String::new());
    let mut sql = app.db.read().await?;
    let rows = followup_store::public_latest(&mut sql).await?;
    let deeds = followup_store::deeds(&mut sql, &rows).await?;
    let title = page.t1("followup-feed", "name", &page.municipality);
    Ok(feed(&page, title, ALL, &rows, &deeds))
}

async fn one_feed(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let (view, page, rows, deeds, _) = in_space(&app, &visitor, &slug, &Asked::default()).await?;
    // A feed is read by programs that nobody has signed in to: only of what everybody may see.
    if view.space.visibility != Visibility::Public {
        return Err(Error::NotFound);
    }
    let title = page.t1("followup-feed", "name", &view.space.title);
    Ok(feed(&page, title, &view.under("anbefalinger/opfoelgning"), &rows, &deeds))
}
