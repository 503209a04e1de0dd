//! How many came: clicked at the door, counted on paper, and all of it by day and by week.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{Datelike, Duration, NaiveDate};
use samskab_platform::csv_safe::Table;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};

use crate::acts::COUNT;
use crate::day;
use crate::model::monday;
use crate::store::{self, Counted};

/// So many weeks are shown, this one among them.
const WEEKS: i64 = 12;
/// So many days are shown one by one.
const DAYS: i64 = 28;
/// The file goes so many days back.
const FILE_DAYS: i64 = 1_100;
/// More than come to any house in a day.
const MOST: i64 = 20_000;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/dagen/tal", get(show).post(count)).route("/forloeb/{slug}/dagen/tal.csv", get(file))
}

/// A week's number.
pub(crate) struct Week {
    pub(crate) name: String,
    pub(crate) heads: i64,
    /// The largest of those shown.
    pub(crate) most: i64,
}

#[derive(Template)]
#[template(path = "daily_counts.html")]
pub(crate) struct CountsPage {
    pub(crate) page: Page,
    /// The form for what was counted on paper, for those who may.
    pub(crate) paper: Option<Form>,
    pub(crate) weeks: Vec<Week>,
    pub(crate) days: Vec<(String, Counted)>,
}

/// The weeks of counted days, the latest first.
pub(crate) fn weeks(page: &Page, days: &[Counted], today: NaiveDate) -> Vec<Week> {
    if days.is_empty() {
        return vec![];
    }
    let first = monday(today) - Duration::weeks(WEEKS - 1);
    let heads = |from: NaiveDate| days.iter().filter(|d| d.day >= from && d.day < from + Duration::weeks(1)).map(Counted::all).sum::<i64>();
    let mut all: Vec<(NaiveDate, i64)> = (0..WEEKS).rev().map(|n| first + Duration::weeks(n)).map(|from| (from, heads(from))).collect();
    // Before the first count there is nothing to show.
    let counted = all.iter().rposition(|w| w.1 > 0).map_or(0, |last| last + 1);
    all.truncate(counted.max(1));
    let most = all.iter().map(|w| w.1).max().unwrap_or(0).max(1);
    let name = |from: &NaiveDate| page.t2("daily-week-name", "week", i64::from(from.iso_week().week()), "from", page.date(from));
    all.iter().map(|(from, heads)| Week { name: name(from), heads: *heads, most }).collect()
}

async fn counts_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<CountsPage> {
    let page = Page::of_space(app, visitor, view, "daily-counts-title");
    let today = page.today();
    let counted = store::days(&mut app.db.read().await?, view.space.id, monday(today) - Duration::weeks(WEEKS - 1), today).await?;
    let days = counted.iter().rev().filter(|d| d.day > today - Duration::days(DAYS)).map(|d| (day::headed(&page, &d.day), *d)).collect();
    Ok(CountsPage { weeks: weeks(&page, &counted, today), days, paper: view.may(&COUNT).then_some(form), page })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let yesterday = (app.clock.today() - Duration::days(1)).to_string();
    page::html(&counts_page(&app, &visitor, &view, Form::filled([("day", yesterday)])).await?)
}

/// Notes how many were counted on paper on a day, instead of what was noted before.
///
/// # Errors
/// When the database fails.
pub async fn counted(act: &mut Act<'_>, day: NaiveDate, heads: i64) -> Result<()> {
    let space = act.space().id;
    store::set_paper(act.sql(), space, day, heads).await
}

async fn count(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    let (space, today) = (view.space.id, act.today());
    if let Ok(more) = form.value("more").parse::<i64>() {
        if more < 0 {
            store::take_back(act.sql(), space, today).await?;
        } else {
            store::add(act.sql(), space, today, 0, more.min(50)).await?;
        }
        act.commit().await?;
        return Ok(page::go(&format!("{}#day-count", view.under("dagen")), ""));
    }
    let page = Page::of_space(&app, &visitor, &view, "daily-counts-title");
    form.called(&page, &[("day", "daily-paper-day"), ("heads", "daily-paper-heads")]);
    let day = form.date(&page, "day");
    let day = form.need(&page, "day", day);
    if day.is_some_and(|d| d > today || d < today - Duration::days(366)) {
        form.wrong("day", page.t("daily-paper-when"));
    }
    let heads = form.number(&page, "heads", 0..=MOST);
    let heads = form.need(&page, "heads", heads);
    let (Some(day), Some(heads), true) = (day, heads, form.ok()) else {
        drop(act);
        return page::not_accepted(&counts_page(&app, &visitor, &view, form).await?);
    };
    counted(&mut act, day, heads).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/tal"), "daily-counted"))
}

async fn file(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let page = Page::of_space(&app, &visitor, &view, "daily-counts-title");
    let today = page.today();
    let mut table = Table::for_spreadsheet();
    table.row(["daily-day", "daily-heads-head", "daily-kiosk-head", "daily-clicked-head", "daily-paper-head"].map(|word| page.t(word)));
    for d in store::days(&mut sql, view.space.id, today - Duration::days(FILE_DAYS), today).await? {
        table.row([d.day.to_string(), d.all().to_string(), d.kiosk.to_string(), d.clicked.to_string(), d.paper.to_string()]);
    }
    let name = format!("attachment; filename=\"besoeg-{slug}.csv\"");
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], table.finish()).into_response())
}
