//! Laying a task out, and changing what it is.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::person::{self, Choice};
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, CHANGE, WRITE};
use crate::model::{AREA, LONGEST, OFTENEST, Per, TEXT, TITLE};
use crate::pages::{id_of, path_of};
use crate::store::{self, Details};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/overdragelse/ny", get(new).post(create)).route("/forloeb/{slug}/overdragelse/{id}/ret", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "handover_form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Missing while it is a new one.
    pub(crate) id: Option<Uuid>,
    pub(crate) periods: Vec<(String, String)>,
    pub(crate) people: Vec<(String, String)>,
}

fn form_page(app: &App, visitor: &Visitor, view: &SpaceView, people: &[Choice], form: Form, id: Option<Uuid>) -> FormPage {
    let page = Page::of_space(app, visitor, view, if id.is_some() { "handover-change" } else { "handover-write" });
    FormPage {
        periods: Per::ALL.iter().map(|p| (p.key().to_owned(), page.t(&format!("handover-period-{}", p.key())))).collect(),
        people: people.iter().map(|p| (p.0.to_string(), p.1.clone())).collect(),
        form,
        id,
        page,
    }
}

const LABELS: &[(&str, &str)] = &[
    ("title", "handover-task"),
    ("area", "handover-area"),
    ("times", "handover-times"),
    ("per", "handover-period"),
    ("minutes", "handover-length"),
    ("needs", "handover-needs-text"),
    ("holder", "handover-holder"),
    ("by_on", "handover-by"),
    ("guide", "handover-guide"),
    ("contact", "handover-contact"),
];

/// Reads a task; errors stay in the form.
fn read(page: &Page, form: &mut Form, people: &[Choice]) -> Option<Details> {
    form.called(page, LABELS);
    let title = form.required(page, "title", TITLE).split_whitespace().collect::<Vec<_>>().join(" ");
    let area = form.optional(page, "area", AREA);
    let times = form.number(page, "times", 1..=OFTENEST);
    let times = form.need(page, "times", times);
    let per = Per::of(form.value("per"));
    let per = form.need(page, "per", per);
    let minutes = form.number(page, "minutes", 1..=LONGEST);
    let minutes = form.need(page, "minutes", minutes);
    let holder = form.choice(page, "holder", people.iter().map(|p| p.0));
    let by_on = form.date(page, "by_on");
    let (needs, guide, contact) = (form.optional(page, "needs", 300), form.optional(page, "guide", TEXT), form.optional(page, "contact", 200));
    let tick = |name| form.is(name, "yes");
    let (needs_key, needs_skill, needs_certificate) = (tick("needs_key"), tick("needs_skill"), tick("needs_certificate"));
    match (times, per, minutes, form.ok()) {
        (Some(times), Some(per), Some(minutes), true) => {
            Some(Details { title, area, times, per, minutes, needs_key, needs_skill, needs_certificate, needs, holder, by_on, guide, contact })
        }
        _ => None,
    }
}

async fn new(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("overdragelse");
    view.demand(&WRITE)?;
    let people = person::of_space(&mut sql, view.space.id).await?;
    let form = Form::filled([("times", "1".to_owned()), ("per", "week".to_owned())]);
    page::html(&form_page(&app, &visitor, &view, &people, form, None))
}

async fn create(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let people = person::of_space(act.sql(), view.space.id).await?;
    let mut shown = form_page(&app, &visitor, &view, &people, form, None);
    let Some(details) = read(&shown.page, &mut shown.form, &people) else {
        return page::not_accepted(&shown);
    };
    let id = acts::write(&mut act, &details).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "handover-written"))
}

async fn edit(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("overdragelse");
    view.demand(&CHANGE)?;
    let t = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let people = person::of_space(&mut sql, view.space.id).await?;
    let mut form = Form::filled([
        ("title", t.title),
        ("area", t.area),
        ("times", t.times.to_string()),
        ("per", t.per.key().to_owned()),
        ("minutes", t.minutes.to_string()),
        ("needs", t.needs),
        ("holder", t.holder_id.map(|h| h.to_string()).unwrap_or_default()),
        ("by_on", t.by_on.map(|d| d.to_string()).unwrap_or_default()),
        ("guide", t.guide),
        ("contact", t.contact),
    ]);
    for (name, is) in [("needs_key", t.needs_key), ("needs_skill", t.needs_skill), ("needs_certificate", t.needs_certificate)] {
        if is {
            form.set(name, "yes");
        }
    }
    page::html(&form_page(&app, &visitor, &view, &people, form, Some(t.id)))
}

async fn change(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CHANGE).await?;
    let t = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    let mut people = person::of_space(act.sql(), view.space.id).await?;
    // Whoever has it stays a choice, also after they have left the space.
    if let (Some(holder), Some(name)) = (t.holder_id, t.holder)
        && !people.iter().any(|p| p.0 == holder)
    {
        people.push((holder, name, None, None));
    }
    let mut shown = form_page(&app, &visitor, &view, &people, form, Some(t.id));
    let Some(details) = read(&shown.page, &mut shown.form, &people) else {
        return page::not_accepted(&shown);
    };
    acts::change(&mut act, t.id, &details).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, t.id), "handover-changed"))
}
