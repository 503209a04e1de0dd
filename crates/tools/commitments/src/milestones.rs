//! Milestones: steps on the way to keeping a commitment, each with a date. Those who carry it and those who lead the space
//! write them down and say when one is reached.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use chrono::NaiveDate;
use samskab_platform::access::{ActDef, Reach, TEAM, Trace};
use samskab_platform::commitment::{self, Commitment};
use samskab_platform::{Act, App, Error, Form, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::model::may_plan;
use crate::pages::{id_of, path_of, prepare};
use crate::store;

/// Writing a milestone down, saying that it is reached, or taking it away.
pub const PLAN: ActDef = ActDef { name: "commitment.plan", roles: TEAM, reach: Reach::Roles, trace: Trace::Journal };

/// So many are enough for one commitment.
pub(crate) const MOST: usize = 20;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/aftaler/{id}/delmaal", post(add)).route("/forloeb/{slug}/aftaler/{id}/delmaal/{milestone}", post(change))
}

/// Writes a milestone down.
///
/// # Errors
/// When the database fails.
pub async fn plan(act: &mut Act<'_>, commitment: &Commitment, what: &str, due_on: NaiveDate) -> Result<Uuid> {
    act.screen(&[("milestone", what)]).await?;
    let (id, at) = (act.new_id(), act.at());
    store::insert_milestone(act.sql(), id, commitment.id, what, due_on, at).await?;
    act.record("commitment", commitment.id, serde_json::json!({ "title": commitment.what, "milestone": what, "step": "planned" })).await?;
    Ok(id)
}

/// What happens to a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is reached, on a day.
    Reached(NaiveDate),
    /// It is not reached after all.
    NotYet,
    /// It is taken away.
    Removed,
}

/// Changes a milestone.
///
/// # Errors
/// [`Error::NotFound`] where the commitment has no such milestone, or when the database fails.
pub async fn set(act: &mut Act<'_>, commitment: &Commitment, milestone: Uuid, change: Change) -> Result<()> {
    let all = store::milestones(act.sql(), commitment.id).await?;
    let found = all.iter().find(|m| m.id == milestone).ok_or(Error::NotFound)?;
    let step = match change {
        Change::Reached(day) => {
            store::set_reached(act.sql(), milestone, Some(day)).await?;
            "reached"
        }
        Change::NotYet => {
            store::set_reached(act.sql(), milestone, None).await?;
            "not-yet"
        }
        Change::Removed => {
            store::remove_milestone(act.sql(), milestone).await?;
            "removed"
        }
    };
    act.record("commitment", commitment.id, serde_json::json!({ "title": commitment.what, "milestone": found.what, "step": step })).await
}

/// The commitment, where this visitor may plan it.
async fn planned(act: &mut Act<'_>, view: &SpaceView, id: &str) -> Result<Commitment> {
    let c = commitment::one(act.sql(), view.space.id, id_of(id)?).await?;
    if may_plan(&c, view) { Ok(c) } else { Err(Error::Forbidden(PLAN.name)) }
}

async fn add(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("aftaler");
    let mut act = Act::begin(&app, &visitor, view.space.id, &PLAN).await?;
    let c = planned(&mut act, &view, &id).await?;
    let mut shown = prepare(act.sql(), &app, &visitor, &view, c, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("milestone", "commitments-milestone"), ("milestone_due", "commitments-milestone-due")]);
    let what = form.required(page, "milestone", 200);
    let due_on = form.date(page, "milestone_due");
    let due_on = form.need(page, "milestone_due", due_on);
    if let Some(date) = due_on.filter(|d| *d < page.today()) {
        form.wrong1(page, "milestone_due", "commitments-date-in-past", "date", page.date(&date));
    }
    if shown.milestones.len() >= MOST {
        form.wrong1(page, "milestone", "commitments-milestones-most", "n", MOST);
    }
    let (Some(due_on), true) = (due_on, form.ok()) else {
        return page::not_accepted(&shown);
    };
    plan(&mut act, &shown.c, &what, due_on).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, shown.c.id), "milestone-planned"))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id, milestone)): Path<(String, String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("aftaler");
    let mut act = Act::begin(&app, &visitor, view.space.id, &PLAN).await?;
    let c = planned(&mut act, &view, &id).await?;
    let (change, done) = match form.value("change") {
        "reached" => (Change::Reached(app.clock.today()), "milestone-reached"),
        "not-yet" => (Change::NotYet, "milestone-not-yet"),
        "remove" => (Change::Removed, "milestone-removed"),
        _ => return Err(Error::BadRequest("error-form")),
    };
    set(&mut act, &c, id_of(&milestone)?, change).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, c.id), done))
}
