//! Planning an activity, and changing what is said of it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use samskab_recurrence::Series;
use uuid::Uuid;

use crate::acts::{self, DESCRIBE, PLAN};
use crate::house_store::{self, Resource};
use crate::model::{Signup, known};
use crate::pages::{home, id_of};
use crate::planning::{self, Closed, Plan};
use crate::store::{self, About, Activity};
use crate::times_form::Times;
use crate::{house, seen};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/program/ny", get(new).post(plan)).route("/forloeb/{slug}/program/{id}/ret", get(edit).post(describe))
}

#[derive(Template)]
#[template(path = "programme_plan.html")]
pub(crate) struct PlanPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// The activity that is changed; missing: a new one.
    pub(crate) activity: Option<Activity>,
    pub(crate) groups: Vec<(String, String)>,
    pub(crate) signups: Vec<(&'static str, String)>,
    pub(crate) times: Times,
}

async fn plan_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, activity: Option<Activity>, form: Form) -> Result<PlanPage> {
    let page = Page::of_space(app, visitor, view, if activity.is_some() { "programme-describe" } else { "programme-plan" });
    let groups = house_store::groups(sql, view.space.id).await?.into_iter().map(|g| (g.id.to_string(), g.name)).collect();
    let signups = Signup::ALL.iter().map(|s| (s.key(), page.t(&format!("programme-signup-{}-long", s.key())))).collect();
    let times = Times::new(&page, house_store::resources(sql, view.space.id).await?);
    Ok(PlanPage { page, form, activity, groups, signups, times })
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&PLAN)?;
    let form = Form::filled([("signup", "free".to_owned()), ("rhythm", "week".to_owned())]);
    page::html(&plan_page(&mut sql, &app, &visitor, &view, None, form).await?)
}

/// Judges what is said of the activity.
fn about(shown: &mut PlanPage, team: &[(Uuid, String)]) -> About {
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("title", "programme-name"), ("text", "programme-text"), ("carrier", "programme-carrier")]);
    form.called(page, &[("group", "programme-group"), ("signup", "programme-signup"), ("capacity", "programme-capacity")]);
    let title = form.required(page, "title", 120);
    let text = form.optional(page, "text", 2_000);
    let offered: Vec<Uuid> = shown.groups.iter().filter_map(|(id, _)| id.parse().ok()).collect();
    let group = form.choice(page, "group", offered);
    let name = form.optional(page, "carrier", 80);
    let signup = Signup::of(form.value("signup"));
    let signup = form.need(page, "signup", signup).unwrap_or(Signup::Free);
    let capacity = form.number(page, "capacity", 1..=10_000).filter(|_| signup != Signup::Free);
    let carrier_id = known(&name, team);
    About { title, text, group, carrier: if carrier_id.is_some() { String::new() } else { name }, carrier_id, signup, capacity }
}

async fn plan(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &PLAN).await?;
    let team = house::team(&mut act).await?;
    let mut shown = plan_page(act.sql(), &app, &visitor, &view, None, form).await?;
    let about = about(&mut shown, &team);
    let course = shown.times.judge(&shown.page, &mut shown.form);
    shown.form.called(&shown.page, &[("date", "programme-first-date")]);
    let series = course.as_ref().and_then(|c| Series::new(c.from?, c.time, c.minutes, c.rule.clone()).ok());
    if let (Some(course), None) = (&course, &series) {
        let _ = course;
        shown.form.wrong("until", shown.page.t("programme-never-text"));
    }
    if let Some(series) = series.as_ref().filter(|s| s.rule().is_once()) {
        let closed = Closed::read(act.sql(), view.space.id, series.first()).await?;
        if let Some(why) = closed.on(series.first()) {
            let why = seen::reason(&shown.page, &why);
            shown.form.wrong("date", shown.page.t1("programme-closed-then", "why", why));
        }
    }
    let (Some(course), Some(series), true) = (course, series, shown.form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    match planning::plan(&mut act, &Plan { about, series, resources: course.resources }).await? {
        Ok(id) => {
            act.commit().await?;
            Ok(page::go(&home(&view, &id), "programme-planned"))
        }
        Err(clashes) => {
            drop(act);
            for line in seen::clashes(&shown.page, &clashes) {
                shown.form.wrong("resource", line);
            }
            page::not_accepted(&shown)
        }
    }
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&DESCRIBE)?;
    let a = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let form = Form::filled([
        ("title", a.title.clone()),
        ("text", a.text.clone()),
        ("group", a.group_id.map_or_else(String::new, |g| g.to_string())),
        ("carrier", a.carrier.clone()),
        ("signup", a.signup.key().to_owned()),
        ("capacity", a.capacity.map_or_else(String::new, |c| c.to_string())),
    ]);
    page::html(&plan_page(&mut sql, &app, &visitor, &view, Some(a), form).await?)
}

async fn describe(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &DESCRIBE).await?;
    let a = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    let (id, team) = (a.id, house::team(&mut act).await?);
    let mut shown = plan_page(act.sql(), &app, &visitor, &view, Some(a), form).await?;
    let about = about(&mut shown, &team);
    if !shown.form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    acts::describe(&mut act, id, &about).await?;
    act.commit().await?;
    Ok(page::go(&home(&view, &id), "programme-described"))
}

/// Rooms first, then equipment, as choices; with how many a room has place for.
pub(crate) fn offered(page: &Page, resources: &[Resource]) -> Vec<(String, String)> {
    let words = |r: &Resource| match r.seats {
        Some(n) => format!("{} ({})", r.name, page.t1("programme-seats-n", "n", n)),
        None => r.name.clone(),
    };
    resources.iter().map(|r| (r.id.to_string(), words(r))).collect()
}
