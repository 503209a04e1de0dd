//! One task: what it is, who takes it over, the steps it has taken, and the next one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::access::Visibility;
use samskab_platform::db::Sql;
use samskab_platform::person::{self, Choice};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, tool, view};
use uuid::Uuid;

use crate::acts::{self, AGREE, Agreement, CHANGE, MOVE, RUNS, UNWANT, WANT};
use crate::model::{AREA, State, TEXT};
use crate::pages::{id_of, path_of};
use crate::said;
use crate::store::{self, Move, Task};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/overdragelse/{id}", get(show))
        .route("/forloeb/{slug}/overdragelse/{id}/vil", post(want))
        .route("/forloeb/{slug}/overdragelse/{id}/vil-ikke", post(unwant))
        .route("/forloeb/{slug}/overdragelse/{id}/aftal", get(agree_page).post(agree))
        .route("/forloeb/{slug}/overdragelse/{id}/flyt", post(step))
}

/// What the visitor may do with this task now.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct May {
    pub(crate) want: bool,
    pub(crate) unwant: bool,
    pub(crate) sign_in: bool,
    pub(crate) agree: bool,
    pub(crate) change: bool,
}

#[derive(Template)]
#[template(path = "handover_task.html")]
pub(crate) struct TaskPage {
    pub(crate) page: Page,
    pub(crate) t: Task,
    pub(crate) tag: (&'static str, String),
    pub(crate) often: String,
    pub(crate) span: String,
    pub(crate) hours: String,
    pub(crate) needs: Vec<String>,
    pub(crate) holder: String,
    pub(crate) taker: String,
    pub(crate) late: bool,
    pub(crate) wishes: Vec<(Uuid, String)>,
    /// The steps, each with its words.
    pub(crate) moves: Vec<(String, Move)>,
    /// The next step: key and the button's words.
    pub(crate) next: Option<(&'static str, String)>,
    /// Other ways: key and words.
    pub(crate) others: Vec<(&'static str, String)>,
    pub(crate) commitment: String,
    pub(crate) may: May,
    pub(crate) form: Form,
    /// What other tools show beside it.
    pub(crate) attached: String,
}

impl TaskPage {
    /// The names of those who would like it.
    fn wishers(&self) -> String {
        self.wishes.iter().map(|w| w.1.as_str()).collect::<Vec<_>>().join(", ")
    }
}

fn runs(view: &SpaceView) -> bool {
    view.roles.iter().any(|r| RUNS.contains(r))
}

async fn prepare(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, t: Task, form: Form) -> Result<TaskPage> {
    let mut page = Page::of_space(app, visitor, view, "handover-title");
    page.title = format!("{} · {}", t.title, view.space.title);
    let wishes = store::wishes(sql, t.id).await?;
    let moves = store::moves(sql, t.id).await?.into_iter().map(|m| (said::state(&page, m.state), m)).collect();
    let runs = runs(view) && view.may(&MOVE);
    let takes = t.taker_id.is_some() && t.taker_id == view.person && view.may(&MOVE);
    let step = |s: State| (s.key(), page.t(&format!("handover-to-{}", s.key())));
    let others = t.state.others().into_iter().filter(|s| runs || takes && t.state.taker_may(*s)).map(step).collect();
    let wanted = view.person.is_some_and(|p| wishes.iter().any(|w| w.0 == p));
    let tools = view.tools.iter().any(|t| t.name == "commitments");
    Ok(TaskPage {
        tag: (t.state.tag(), said::state(&page, t.state)),
        often: said::often(&page, t.times, t.per),
        span: said::span(&page, t.minutes),
        hours: said::hours(&page, t.yearly()),
        needs: said::needs(&page, &t),
        holder: said::holder(&page, &t),
        taker: said::taker(&page, &t),
        late: t.is_late(page.today()),
        next: t.state.next().filter(|_| runs || takes).map(step),
        others,
        commitment: t.commitment_id.filter(|_| tools).map(|c| view.under(&format!("aftaler/{c}"))).unwrap_or_default(),
        may: May {
            want: t.state.is_open() && !wanted && said::may_want(view),
            unwant: wanted && t.state.is_open() && view.may(&UNWANT),
            sign_in: t.state.is_open() && view.person.is_none() && view.space.visibility == Visibility::Public && view.space.closed_at.is_none(),
            agree: t.state.is_open() && view.may(&AGREE),
            change: view.may(&CHANGE),
        },
        attached: tool::attached(sql, view, &page, "task", t.id).await?,
        wishes,
        moves,
        form,
        t,
        page,
    })
}

async fn show(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("overdragelse");
    let t = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    page::html(&prepare(&mut sql, &app, &visitor, &view, t, Form::default()).await?)
}

async fn want(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WANT).await?;
    let id = id_of(&id)?;
    acts::want(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "handover-wanted"))
}

async fn unwant(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &UNWANT).await?;
    let id = id_of(&id)?;
    acts::unwant(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "handover-unwanted"))
}

async fn step(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    let mut act = Act::begin(&app, &visitor, view.space.id, &MOVE).await?;
    let id = id_of(&id)?;
    let t = store::one(act.sql(), view.space.id, id).await?;
    let to = State::of(form.value("to"));
    let mut shown = prepare(act.sql(), &app, &visitor, &view, t, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("to", "handover-to"), ("note", "handover-note")]);
    let to = form.need(page, "to", to);
    // Whoever is told that it came to nothing is told why.
    let note = match to {
        Some(State::Back | State::Ended) => form.required(page, "note", TEXT),
        _ => form.optional(page, "note", TEXT),
    };
    let (Some(to), true) = (to, form.ok()) else {
        return page::not_accepted(&shown);
    };
    acts::step(&mut act, id, to, &note).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "handover-moved"))
}

#[derive(Template)]
#[template(path = "handover_agree.html")]
pub(crate) struct AgreePage {
    pub(crate) page: Page,
    pub(crate) t: Task,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) form: Form,
}

/// Those who can be chosen: whoever would like it first, then everybody with a part in the space.
async fn choices(sql: &mut Sql, view: &SpaceView, task: Uuid) -> Result<Vec<(Uuid, String)>> {
    let mut all = store::wishes(sql, task).await?;
    for (id, name, ..) in person::of_space(sql, view.space.id).await? as Vec<Choice> {
        if !all.iter().any(|(known, _)| *known == id) {
            all.push((id, name));
        }
    }
    Ok(all)
}

async fn agree_page(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("overdragelse");
    view.demand(&AGREE)?;
    let t = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    if !t.state.may_go(State::Agreed) {
        return Err(Error::Refused("handover-not-open"));
    }
    let people = choices(&mut sql, &view, t.id).await?;
    let first = store::wishes(&mut sql, t.id).await?.first().map(|w| w.0.to_string()).unwrap_or_default();
    let by_on = t.by_on.map(|d| d.to_string()).unwrap_or_default();
    let form = Form::filled([("taker", first), ("by_on", by_on), ("guide", t.guide.clone()), ("contact", t.contact.clone())]);
    let page = Page::of_space(&app, &visitor, &view, "handover-agree-title");
    page::html(&AgreePage { page, t, people: people.into_iter().map(|(id, name)| (id.to_string(), name)).collect(), form })
}

async fn agree(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    let mut act = Act::begin(&app, &visitor, view.space.id, &AGREE).await?;
    let t = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    let people = choices(act.sql(), &view, t.id).await?;
    let page = Page::of_space(&app, &visitor, &view, "handover-agree-title");
    let mut shown = AgreePage { page, people: people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(), t, form };
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, LABELS);
    let taker = form.choice(page, "taker", people.iter().map(|p| p.0));
    let group = form.optional(page, "group", AREA);
    if taker.is_none() && group.is_empty() && form.error("taker").is_none() {
        form.wrong("taker", page.t("handover-who-missing"));
    }
    let by_on = form.date(page, "by_on");
    let by_on = form.need(page, "by_on", by_on);
    if let Some(date) = by_on.filter(|d| *d < page.today()) {
        form.wrong1(page, "by_on", "handover-date-in-past", "date", page.date(&date));
    }
    let (trial_from, trial_to) = (form.date(page, "trial_from"), form.date(page, "trial_to"));
    if let (Some(from), Some(to)) = (trial_from, trial_to)
        && to < from
    {
        form.wrong("trial_to", page.t("handover-trial-order"));
    }
    let (guide, contact) = (form.optional(page, "guide", TEXT), form.optional(page, "contact", 200));
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    let id = shown.t.id;
    acts::agree(&mut act, id, &Agreement { taker, group, by_on, trial_from, trial_to, guide, contact }).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "handover-agreed"))
}

const LABELS: &[(&str, &str)] = &[
    ("taker", "handover-taker"),
    ("group", "handover-group"),
    ("by_on", "handover-by"),
    ("trial_from", "handover-trial-from"),
    ("trial_to", "handover-trial-to"),
    ("guide", "handover-guide"),
    ("contact", "handover-contact"),
];
