//! The figures week by week: the citizens' share of tasks and hours, and what happens in the house.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{Datelike, Duration, NaiveDate};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::db::Sql;
use samskab_platform::tool::Level;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};

use crate::acts::{self, AIM, WEEK};
use crate::level_store::{self, Aim, Week};
use crate::model::{Counted, Share, monday, shares};
use crate::pages::{Shown, share_of};
use crate::said;
use crate::store;

/// So many weeks are shown.
const WEEKS: i64 = 26;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/overdragelse/tal", get(show))
        .route("/forloeb/{slug}/overdragelse/tal/uge", post(week))
        .route("/forloeb/{slug}/overdragelse/tal/udgangspunkt", post(aim))
}

/// A drawing: bars from the left, each 10 wide in a field 100 high, and lines across it.
#[derive(Default)]
pub(crate) struct Chart {
    pub(crate) width: usize,
    /// Left edge and height of each.
    pub(crate) bars: Vec<(usize, i64)>,
    /// Class and height.
    pub(crate) lines: Vec<(&'static str, i64)>,
}

impl Chart {
    /// Bars of these values, the highest field being `top`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
    fn of(values: &[f64], lines: &[(&'static str, f64)]) -> Self {
        let top = values.iter().copied().chain(lines.iter().map(|l| l.1)).fold(0.0_f64, f64::max);
        let height = |v: f64| if top > 0.0 { (v / top * 100.0).round() as i64 } else { 0 };
        Self {
            width: values.len().max(1) * 10,
            bars: values.iter().enumerate().map(|(i, v)| (i * 10 + 1, height(*v))).collect(),
            lines: lines.iter().map(|(class, v)| (*class, 100 - height(*v))).collect(),
        }
    }
}

/// The share at the end of a week.
pub(crate) struct ShareRow {
    pub(crate) week: String,
    pub(crate) tasks: String,
    pub(crate) hours: String,
}

/// What happened in a week.
pub(crate) struct LevelRow {
    pub(crate) week: String,
    pub(crate) visits: i64,
    pub(crate) activities: i64,
}

#[derive(Template)]
#[template(path = "handover_figures.html")]
pub(crate) struct FiguresPage {
    pub(crate) page: Page,
    pub(crate) now: Option<Shown>,
    pub(crate) share_chart: Chart,
    pub(crate) shares: Vec<ShareRow>,
    pub(crate) aim: Option<Aim>,
    pub(crate) level_chart: Chart,
    pub(crate) levels: Vec<LevelRow>,
    pub(crate) may_week: bool,
    /// The week's figures stand in the form already.
    pub(crate) counted: bool,
    pub(crate) may_aim: bool,
    pub(crate) form: Form,
}

/// `Uge 48, 2026`.
pub(crate) fn week_name(page: &Page, monday: NaiveDate) -> String {
    let week = monday.iso_week();
    page.t2("handover-week", "week", i64::from(week.week()), "year", week.year().to_string())
}

#[allow(clippy::cast_precision_loss)]
async fn prepare(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<FiguresPage> {
    let page = Page::of_space(app, visitor, view, "handover-figures");
    let today = page.today();
    let tasks = store::of_space(sql, view.space.id).await?;
    let counted: Vec<Counted> =
        tasks.iter().map(|t| Counted { id: t.id, from: t.created_at.with_timezone(&Copenhagen).date_naive(), yearly: t.yearly() }).collect();
    let moves = store::all_moves(sql, view.space.id).await?;
    let oldest = monday(today) - Duration::days(7 * (WEEKS - 1));
    let over: Vec<(NaiveDate, Share)> = match counted.iter().map(|t| t.from).min() {
        Some(first) => shares(&counted, &moves, first.max(oldest), today),
        None => vec![],
    };
    let aim = level_store::aim(sql, view.space.id).await?;
    let mut weeks = level_store::weeks(sql, view.space.id).await?;
    weeks.truncate(usize::try_from(WEEKS).unwrap_or(26));
    let lines: Vec<(&'static str, f64)> =
        aim.iter().flat_map(|a| [("was", a.was_visits as f64), ("promised", a.promised_visits as f64)]).filter(|(_, v)| *v > 0.0).collect();
    let values: Vec<f64> = weeks.iter().rev().map(|w| w.visits as f64).collect();
    let share_row = |(week, s): &(NaiveDate, Share)| ShareRow {
        week: week_name(&page, *week),
        tasks: page.t3("handover-part-of", "part", s.tasks, "all", s.all_tasks, "percent", page.percent(&s.of_tasks())),
        hours: page.t3(
            "handover-part-of",
            "part",
            said::hours(&page, s.yearly),
            "all",
            said::hours(&page, s.all_yearly),
            "percent",
            page.percent(&s.of_hours()),
        ),
    };
    Ok(FiguresPage {
        now: (!tasks.is_empty()).then(|| Shown::of(&page, &share_of(&tasks))),
        share_chart: Chart::of(&over.iter().map(|(_, s)| s.of_hours()).collect::<Vec<_>>(), &[("whole", 1.0)]),
        shares: over.iter().rev().map(share_row).collect(),
        level_chart: Chart::of(&values, &lines),
        levels: weeks.iter().map(|w| LevelRow { week: week_name(&page, w.monday), visits: w.visits, activities: w.activities }).collect(),
        may_week: view.may(&WEEK),
        counted: false,
        may_aim: view.may(&AIM),
        aim,
        form,
        page,
    })
}

/// The form as it is first shown: last week, and what is promised already.
fn begun(page: &Page, aim: Option<&Aim>) -> Form {
    let mut form = Form::filled([("monday", (monday(page.today()) - Duration::days(7)).to_string())]);
    if let Some(a) = aim {
        for (name, n) in [
            ("was_visits", a.was_visits),
            ("was_activities", a.was_activities),
            ("promised_visits", a.promised_visits),
            ("promised_activities", a.promised_activities),
        ] {
            form.set(name, n.to_string());
        }
        form.set("was_when", a.was_when.clone());
        form.set("promised_text", a.promised_text.clone());
    }
    form
}

/// Puts what other tools have counted of last week into the form; whether any of them has.
async fn counted(sql: &mut Sql, view: &SpaceView, page: &Page, form: &mut Form) -> Result<bool> {
    let end = monday(page.today());
    let mut found = Level::default();
    for tool in &view.tools {
        let level = (tool.level)(sql, view.space.id, end - Duration::days(7)..end).await?;
        found = Level { visits: found.visits.or(level.visits), activities: found.activities.or(level.activities) };
    }
    for (name, n) in [("visits", found.visits), ("activities", found.activities)] {
        if let Some(n) = n {
            form.set(name, n.to_string());
        }
    }
    Ok(found != Level::default())
}

async fn show(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("overdragelse");
    let mut shown = prepare(&mut sql, &app, &visitor, &view, Form::default()).await?;
    shown.form = begun(&shown.page, shown.aim.as_ref());
    if shown.may_week {
        shown.counted = counted(&mut sql, &view, &shown.page, &mut shown.form).await?;
    }
    page::html(&shown)
}

async fn week(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WEEK).await?;
    let mut shown = prepare(act.sql(), &app, &visitor, &view, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("monday", "handover-week-day"), ("visits", "handover-visits"), ("activities", "handover-activities")]);
    let day = form.date(page, "monday");
    let day = form.need(page, "monday", day);
    if let Some(date) = day.filter(|d| *d > page.today()) {
        form.wrong1(page, "monday", "handover-week-ahead", "date", page.date(&date));
    }
    let visits = form.number(page, "visits", 0..=100_000);
    let visits = form.need(page, "visits", visits);
    let activities = form.number(page, "activities", 0..=10_000);
    let activities = form.need(page, "activities", activities);
    let (Some(day), Some(visits), Some(activities), true) = (day, visits, activities, form.ok()) else {
        return page::not_accepted(&shown);
    };
    acts::week(&mut act, &Week { monday: monday(day), visits, activities }).await?;
    act.commit().await?;
    Ok(page::go(&view.under("overdragelse/tal"), "handover-week-saved"))
}

async fn aim(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    let mut act = Act::begin(&app, &visitor, view.space.id, &AIM).await?;
    let mut shown = prepare(act.sql(), &app, &visitor, &view, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(
        page,
        &[
            ("was_visits", "handover-was-visits"),
            ("was_activities", "handover-was-activities"),
            ("was_when", "handover-was-when"),
            ("promised_visits", "handover-promised-visits"),
            ("promised_activities", "handover-promised-activities"),
            ("promised_text", "handover-promised-text"),
        ],
    );
    let mut number = |name, most| {
        let n = form.number(page, name, 0..=most);
        form.need(page, name, n).unwrap_or_default()
    };
    let (was_visits, was_activities) = (number("was_visits", 100_000), number("was_activities", 10_000));
    let (promised_visits, promised_activities) = (number("promised_visits", 100_000), number("promised_activities", 10_000));
    let (was_when, promised_text) = (form.required(page, "was_when", 120), form.optional(page, "promised_text", 300));
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    acts::aim(&mut act, &Aim { was_visits, was_activities, was_when, promised_visits, promised_activities, promised_text }).await?;
    act.commit().await?;
    Ok(page::go(&view.under("overdragelse/tal"), "handover-aim-saved"))
}
