//! Planning a meeting or a year of them, changing one, cancelling one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::clock::plus_days;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};

use crate::acts::{self, CANCEL, CHANGE, PLAN};
use crate::model::{Kind, local, moment, time_of_day};
use crate::pages::{id_of, path_of};
use crate::store::{self, Meeting, Plan};

/// Dates a plan has room for.
pub(crate) const DATES: usize = 7;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/moeder/nyt", get(new).post(plan))
        .route("/forloeb/{slug}/moeder/{id}/ret", get(edit).post(change))
        .route("/forloeb/{slug}/moeder/{id}/aflys", get(ask_to_cancel).post(cancel))
}

#[derive(Template)]
#[template(path = "meeting_plan.html")]
pub(crate) struct PlanPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// The meeting that is changed; missing: a new one.
    pub(crate) meeting: Option<Meeting>,
    pub(crate) action: String,
    pub(crate) back: String,
    pub(crate) kinds: Vec<(&'static str, String)>,
    /// The fields of further dates.
    pub(crate) more: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "meeting_cancel.html")]
pub(crate) struct CancelPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) meeting: Meeting,
    pub(crate) told: usize,
}

impl PlanPage {
    /// Whether more than one date was typed.
    pub(crate) fn has_more(&self) -> bool {
        self.more.iter().any(|(field, _)| !self.form.value(field).is_empty() || self.form.error(field).is_some())
    }
}

fn plan_page(app: &App, visitor: &Visitor, view: &SpaceView, meeting: Option<Meeting>, form: Form) -> PlanPage {
    let word = if meeting.is_some() { "meetings-change" } else { "meetings-plan" };
    let page = Page::of_space(app, visitor, view, word);
    let (action, back) = match &meeting {
        Some(m) => (format!("{}/ret", path_of(view, m.id)), path_of(view, m.id)),
        None => (view.under("moeder/nyt"), view.under("moeder")),
    };
    let kinds = Kind::ALL.iter().map(|k| (k.key(), page.t(&format!("meetings-kind-{}-long", k.key())))).collect();
    let more = if meeting.is_some() { vec![] } else { (2..=DATES).map(|n| (format!("date{n}"), page.t1("meetings-date-n", "n", n))).collect() };
    PlanPage { page, form, meeting, action, back, kinds, more }
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&PLAN)?;
    page::html(&plan_page(&app, &visitor, &view, None, Form::filled([("kind", "team".to_owned())])))
}

/// Judges the form; a plan for each date. What is wrong stays in the form.
fn judge(shown: &mut PlanPage) -> Vec<Plan> {
    let (page, form, fresh) = (&shown.page, &mut shown.form, shown.meeting.is_none());
    form.called(
        page,
        &[
            ("title", "meetings-name"),
            ("kind", "meetings-kind"),
            ("date", "meetings-date"),
            ("from", "meetings-from"),
            ("to", "meetings-to"),
            ("place", "meetings-place"),
            ("online", "meetings-online"),
            ("bring", "meetings-bring"),
            ("capacity", "meetings-capacity"),
        ],
    );
    for (field, label) in &shown.more {
        form.calls(field, label);
    }
    let title = form.required(page, "title", 120);
    let kind = Kind::of(form.value("kind"));
    let kind = form.need(page, "kind", kind);
    let first = form.date(page, "date");
    form.need(page, "date", first);
    let mut dates: Vec<(String, chrono::NaiveDate)> = first.into_iter().map(|d| ("date".to_owned(), d)).collect();
    for (field, _) in &shown.more {
        dates.extend(form.date(page, field).map(|d| (field.clone(), d)));
    }
    let mut times = [None, None];
    for (i, field) in ["from", "to"].into_iter().enumerate() {
        let text = form.value(field).to_owned();
        times[i] = time_of_day(&text);
        if text.trim().is_empty() {
            form.need::<()>(page, field, None);
        } else if times[i].is_none() {
            form.wrong1(page, field, "meetings-time-wrong", "text", &text);
        }
    }
    let place = form.optional(page, "place", 200);
    let online = form.optional(page, "online", 500);
    if !(online.is_empty() || online.starts_with("https://") || online.starts_with("http://")) {
        form.wrong("online", page.t("meetings-online-wrong"));
    }
    if place.is_empty() && online.is_empty() && form.error("online").is_none() {
        form.wrong("place", page.t("meetings-nowhere"));
    }
    let bring = form.optional(page, "bring", 1_000);
    let capacity = form.number(page, "capacity", 1..=100_000);
    let (Some(from), Some(to)) = (times[0], times[1]) else { return vec![] };
    if to <= from {
        form.wrong("to", page.t("meetings-ends-before"));
    }
    let many = dates.len() > 1;
    let mut plans = vec![];
    dates.sort_by_key(|(_, date)| *date);
    for (n, (field, date)) in (1..).zip(dates) {
        let (starts, ends) = (moment(date, from), moment(date, to));
        let (Ok(starts_at), Ok(ends_at)) = (starts, ends) else {
            form.wrong1(page, &field, "meetings-time-skipped", "date", page.date(&date));
            continue;
        };
        if fresh && date < plus_days(page.today(), -366) {
            form.wrong1(page, &field, "meetings-long-ago", "date", page.date(&date));
        }
        let title = if many { format!("{title} {n}") } else { title.clone() };
        let kind = kind.unwrap_or(Kind::Team);
        plans.push(Plan { kind, title, starts_at, ends_at, place: place.clone(), online: online.clone(), bring: bring.clone(), capacity });
    }
    plans
}

async fn plan(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let mut act = Act::begin(&app, &visitor, view.space.id, &PLAN).await?;
    let mut shown = plan_page(&app, &visitor, &view, None, form);
    let plans = judge(&mut shown);
    if !shown.form.ok() || plans.is_empty() {
        drop(act);
        return page::not_accepted(&shown);
    }
    let ids = acts::plan(&mut act, &plans).await?;
    act.commit().await?;
    Ok(match ids.as_slice() {
        [one] => page::go(&path_of(&view, *one), "meetings-planned"),
        _ => page::go(&view.under("moeder"), "meetings-planned-many"),
    })
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&CHANGE)?;
    let m = store::one(&mut app.db.read().await?, view.space.id, id_of(&id)?).await?;
    if m.cancelled_at.is_some() {
        return Err(Error::Refused("meetings-is-cancelled"));
    }
    let ((date, from), (_, to)) = (local(m.starts_at), local(m.ends_at));
    let form = Form::filled([
        ("title", m.title.clone()),
        ("kind", m.kind.key().to_owned()),
        ("date", date),
        ("from", from),
        ("to", to),
        ("place", m.place.clone()),
        ("online", m.online.clone()),
        ("bring", m.bring.clone()),
        ("capacity", m.capacity.map_or_else(String::new, |c| c.to_string())),
    ]);
    page::html(&plan_page(&app, &visitor, &view, Some(m), form))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CHANGE).await?;
    let meeting = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    let id = meeting.id;
    let mut shown = plan_page(&app, &visitor, &view, Some(meeting), form);
    let plans = judge(&mut shown);
    let (Some(plan), true) = (plans.first(), shown.form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    acts::change(&mut act, id, plan).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "meetings-changed"))
}

async fn cancel_page(app: &App, visitor: &Visitor, view: &SpaceView, id: &str, form: Form) -> Result<CancelPage> {
    let mut sql = app.db.read().await?;
    let meeting = store::one(&mut sql, view.space.id, id_of(id)?).await?;
    let told = store::concerned(&mut sql, meeting.id).await?.len();
    Ok(CancelPage { page: Page::of_space(app, visitor, view, "meetings-cancel"), form, meeting, told })
}

async fn ask_to_cancel(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&CANCEL)?;
    page::html(&cancel_page(&app, &visitor, &view, &id, Form::default()).await?)
}

async fn cancel(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&CANCEL)?;
    let mut shown = cancel_page(&app, &visitor, &view, &id, form).await?;
    shown.form.called(&shown.page, &[("reason", "meetings-cancel-reason")]);
    let reason = shown.form.required(&shown.page, "reason", 300);
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    let mut act = Act::begin(&app, &visitor, view.space.id, &CANCEL).await?;
    acts::cancel(&mut act, shown.meeting.id, &reason).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, shown.meeting.id), "meetings-cancelled"))
}
