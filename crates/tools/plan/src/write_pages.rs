//! Writing in a plan: the dream, steps, who helps, how it goes.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::access::ActDef;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{self, NOTE, WRITE};
use crate::model::{Kind, LONGEST, LONGEST_NOTE, LONGEST_STEP, State};
use crate::opened::{self, Opened};
use crate::plan_pages::{Frame, dream_page, not_accepted, shown, step_page};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/plan/droem/ret", get(edit_dream).post(write_dream))
        .route("/forloeb/{slug}/plan/note", post(note_dream))
        .route("/forloeb/{slug}/plan/trin", get(new_step).post(add_step))
        .route("/forloeb/{slug}/plan/trin/{id}/ret", get(edit_step).post(write_step))
        .route("/forloeb/{slug}/plan/trin/{id}/hvordan", post(set_state))
        .route("/forloeb/{slug}/plan/trin/{id}/op", post(move_up))
        .route("/forloeb/{slug}/plan/trin/{id}/fjern", post(remove_step))
        .route("/forloeb/{slug}/plan/trin/{id}/hjaelp", get(new_helper).post(add_helper))
        .route("/forloeb/{slug}/plan/trin/{id}/hjaelp/fjern", post(remove_helper))
        .route("/forloeb/{slug}/plan/trin/{id}/note", post(note_step))
        .route("/forloeb/{slug}/plan/note/{id}/fjern", post(remove_note))
}

/// A question of a small form.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) name: &'static str,
    pub(crate) word: &'static str,
    /// `area`, `long`, `text`, `date`, `select`, `radios`.
    pub(crate) kind: &'static str,
    pub(crate) optional: bool,
    pub(crate) options: Vec<(String, String)>,
}

/// One or two questions, and a button.
#[derive(Template)]
#[template(path = "plan_form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    pub(crate) form: Form,
    pub(crate) fields: Vec<Asked>,
    pub(crate) action: String,
    pub(crate) back: String,
}

impl FormPage {
    fn hint(&self, asked: &Asked) -> String {
        let key = format!("{}-hint", asked.word);
        if self.page.app().words.has(self.page.lang, &key) { self.page.t(&key) } else { String::new() }
    }
}

fn asked(name: &'static str, word: &'static str, kind: &'static str) -> Asked {
    Asked { name, word, kind, optional: false, options: vec![] }
}

#[allow(clippy::too_many_arguments)]
fn form_page(app: &App, visitor: &Visitor, plan: &Opened, word: &str, under: &str, back: &str, fields: Vec<Asked>, mut form: Form) -> FormPage {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, word, &[]));
    let frame = Frame::of(&page, plan);
    form.called(&page, &fields.iter().map(|f| (f.name, f.word)).collect::<Vec<_>>());
    let (action, back) = (format!("{}{under}", frame.at), format!("{}{back}", frame.at));
    FormPage { page, frame, form, fields, action, back }
}

/// Opens an act in a plan.
pub(crate) async fn begin<'a>(app: &'a App, visitor: &Visitor, slug: &str, def: &'static ActDef) -> Result<(Act<'a>, Opened)> {
    let mut act = Act::begin_at(app, visitor, slug, def).await?;
    let plan = opened::open(act.sql(), app, visitor, slug).await?;
    Ok((act, plan))
}

fn dream_form(app: &App, visitor: &Visitor, plan: &Opened, form: Form) -> FormPage {
    form_page(app, visitor, plan, "plan-dream-write", "/droem/ret", "", vec![asked("dream", "plan-dream-question", "long")], form)
}

async fn edit_dream(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_pen(plan.space())?;
    let text = plan.content(&mut sql).await?.dream.map(|d| d.text).unwrap_or_default();
    drop(sql);
    plan.note_look(&app, &[plan.space()]).await?;
    shown(&dream_form(&app, &visitor, &plan, Form::filled([("dream", text)])))
}

async fn write_dream(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &WRITE).await?;
    plan.demand_pen(plan.space())?;
    let mut template = dream_form(&app, &visitor, &plan, form);
    let text = template.form.required(&template.page, "dream", LONGEST);
    if !template.form.ok() {
        return not_accepted(&template);
    }
    acts::dream(&mut act, &plan, &text).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan"), "plan-written"))
}

fn step_fields() -> Vec<Asked> {
    vec![asked("what", "plan-step-question", "area"), Asked { optional: true, ..asked("by", "plan-by-question", "date") }]
}

fn step_form(app: &App, visitor: &Visitor, plan: &Opened, id: Option<Uuid>, form: Form) -> FormPage {
    match id {
        None => form_page(app, visitor, plan, "plan-step-new", "/trin", "", step_fields(), form),
        Some(id) => form_page(app, visitor, plan, "plan-step-change", &format!("/trin/{id}/ret"), &format!("/trin/{id}"), step_fields(), form),
    }
}

async fn new_step(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let plan = opened::open(&mut app.db.read().await?, &app, &visitor, &slug).await?;
    plan.demand_whole()?;
    shown(&step_form(&app, &visitor, &plan, None, Form::default()))
}

async fn add_step(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &WRITE).await?;
    plan.demand_whole()?;
    let mut template = step_form(&app, &visitor, &plan, None, form);
    let what = template.form.required(&template.page, "what", LONGEST_STEP);
    let by = template.form.date(&template.page, "by");
    if !template.form.ok() {
        return not_accepted(&template);
    }
    let id = acts::add_step(&mut act, &plan, &what, by).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under(&format!("plan/trin/{id}")), "plan-step-added"))
}

async fn edit_step(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_pen(id)?;
    let step = plan.step(&mut sql, id).await?;
    drop(sql);
    plan.note_look(&app, &[id]).await?;
    let form = Form::filled([("what", step.what), ("by", step.by_on.map(|d| d.to_string()).unwrap_or_default())]);
    shown(&step_form(&app, &visitor, &plan, Some(id), form))
}

/// Opens an act on a step that this visitor may write in.
async fn begin_step<'a>(app: &'a App, visitor: &Visitor, slug: &str, id: Uuid) -> Result<(Act<'a>, Opened)> {
    let (mut act, plan) = begin(app, visitor, slug, &WRITE).await?;
    plan.demand_pen(id)?;
    plan.step(act.sql(), id).await?;
    Ok((act, plan))
}

fn to_step(plan: &Opened, id: Uuid, done: &str) -> Response {
    page::go(&plan.view.under(&format!("plan/trin/{id}")), done)
}

async fn write_step(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin_step(&app, &visitor, &slug, id).await?;
    let mut template = step_form(&app, &visitor, &plan, Some(id), form);
    let what = template.form.required(&template.page, "what", LONGEST_STEP);
    let by = template.form.date(&template.page, "by");
    if !template.form.ok() {
        return not_accepted(&template);
    }
    acts::set_step(&mut act, &plan, id, &what, by).await?;
    act.commit().await?;
    Ok(to_step(&plan, id, "plan-written"))
}

async fn set_state(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin_step(&app, &visitor, &slug, id).await?;
    let state = State::of(form.value("state")).ok_or(Error::BadRequest("error-form"))?;
    acts::set_state(&mut act, &plan, id, state).await?;
    act.commit().await?;
    Ok(to_step(&plan, id, "plan-written"))
}

async fn move_up(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let (mut act, plan) = begin_step(&app, &visitor, &slug, id).await?;
    plan.demand_whole()?;
    acts::move_up(&mut act, &plan, id).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan"), "plan-moved"))
}

async fn remove_step(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let (mut act, plan) = begin_step(&app, &visitor, &slug, id).await?;
    plan.demand_whole()?;
    acts::remove_step(&mut act, &plan, id).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan"), "plan-removed"))
}

/// Those who have been let in, as the owner calls them: the owner alone picks from them, since nobody else sees them all.
fn guests(plan: &Opened) -> Result<Vec<(String, String)>> {
    if !plan.standing.owns() {
        return Ok(vec![]);
    }
    plan.people.iter().map(|g| Ok((g.id.to_string(), plan.called(g)?))).collect()
}

fn helper_form(app: &App, visitor: &Visitor, plan: &Opened, id: Uuid, form: Form) -> Result<FormPage> {
    let kinds = Kind::ALL.map(|k| (k.key().to_owned(), app.words.say(visitor.lang, &format!("plan-kind-{}", k.key()), &[]))).to_vec();
    let mut fields = vec![asked("called", "plan-helper-question", "text"), Asked { options: kinds, ..asked("kind", "plan-kind-question", "radios") }];
    let guests = guests(plan)?;
    if !guests.is_empty() {
        let none = (String::new(), app.words.say(visitor.lang, "plan-guest-none", &[]));
        let options = std::iter::once(none).chain(guests).collect();
        fields.push(Asked { optional: true, options, ..asked("guest", "plan-guest-question", "select") });
    }
    Ok(form_page(app, visitor, plan, "plan-helper-new", &format!("/trin/{id}/hjaelp"), &format!("/trin/{id}"), fields, form))
}

async fn new_helper(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_pen(id)?;
    plan.step(&mut sql, id).await?;
    shown(&helper_form(&app, &visitor, &plan, id, Form::default())?)
}

async fn add_helper(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin_step(&app, &visitor, &slug, id).await?;
    let mut template = helper_form(&app, &visitor, &plan, id, form)?;
    let called = template.form.required(&template.page, "called", 120);
    let kind = Kind::of(template.form.value("kind"));
    let kind = template.form.need(&template.page, "kind", kind);
    let offered: Vec<Uuid> = if plan.standing.owns() { plan.people.iter().map(|g| g.id).collect() } else { vec![] };
    let guest = template.form.choice(&template.page, "guest", offered);
    let (Some(kind), true) = (kind, template.form.ok()) else { return not_accepted(&template) };
    acts::add_helper(&mut act, &plan, id, &called, kind.key(), guest).await?;
    act.commit().await?;
    Ok(to_step(&plan, id, "plan-written"))
}

async fn remove_helper(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin_step(&app, &visitor, &slug, id).await?;
    let helper = form.value("helper").parse().map_err(|_| Error::BadRequest("error-form"))?;
    acts::remove_helper(&mut act, id, helper).await?;
    act.commit().await?;
    Ok(to_step(&plan, id, "plan-removed"))
}

async fn note_dream(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, mut form: Form) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &NOTE).await?;
    plan.demand_sight(plan.space())?;
    let text = form.required(&Page::new(&app, &visitor, String::new()), "words", LONGEST_NOTE);
    if !form.ok() {
        let content = plan.content(act.sql()).await?;
        drop(act);
        return match dream_page(&app, &visitor, &plan, content, form).await? {
            Some(template) => not_accepted(&template),
            None => Err(Error::NotFound),
        };
    }
    acts::note(&mut act, &plan, plan.space(), &text).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan/droem"), "plan-noted"))
}

async fn note_step(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, mut form: Form) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &NOTE).await?;
    plan.demand_sight(id)?;
    plan.step(act.sql(), id).await?;
    let text = form.required(&Page::new(&app, &visitor, String::new()), "words", LONGEST_NOTE);
    if !form.ok() {
        let content = plan.content(act.sql()).await?;
        drop(act);
        return match step_page(&app, &visitor, &plan, content, id, form).await? {
            Some(template) => not_accepted(&template),
            None => Err(Error::NotFound),
        };
    }
    acts::note(&mut act, &plan, id, &text).await?;
    act.commit().await?;
    Ok(to_step(&plan, id, "plan-noted"))
}

async fn remove_note(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &NOTE).await?;
    let content = plan.content(act.sql()).await?;
    let notes = content.dream.iter().flat_map(|d| &d.notes).chain(content.steps.iter().flat_map(|s| &s.notes));
    if !notes.into_iter().any(|n| n.id == id && n.removable) {
        return Err(Error::NotFound);
    }
    acts::remove_note(&mut act, &plan, id).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan"), "plan-removed"))
}
