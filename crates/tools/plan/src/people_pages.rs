//! Who may see what: the owner lets people in, changes what they see, and takes them out.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{self, LEAVE, LET_IN, Rights, TAKE_OUT};
use crate::model::{Level, Sight};
use crate::opened::{self, Content, Opened};
use crate::plan_pages::{Frame, not_accepted, part_name, shown};
use crate::store::Guest;
use crate::write_pages::begin;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/plan/hvem", get(people))
        .route("/forloeb/{slug}/plan/hvem/ny", get(new).post(let_in))
        .route("/forloeb/{slug}/plan/hvem/{id}", get(edit).post(change))
        .route("/forloeb/{slug}/plan/hvem/{id}/link", post(send_again))
        .route("/forloeb/{slug}/plan/hvem/{id}/ud", post(take_out))
        .route("/forloeb/{slug}/plan/forlad", post(leave))
}

/// Somebody who has been let in, in words.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) id: Uuid,
    pub(crate) called: String,
    /// What they call themselves, where that is something else.
    pub(crate) name: String,
    /// Where the link was sent, while they have not come.
    pub(crate) waits: Option<String>,
    pub(crate) helper: bool,
    pub(crate) manages: bool,
    pub(crate) whole: Level,
    /// The single parts they see, and how far.
    pub(crate) parts: Vec<(String, Level)>,
}

#[derive(Template)]
#[template(path = "plan_people.html")]
pub(crate) struct PeoplePage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    pub(crate) people: Vec<Person>,
}

/// What somebody may: asked when they are let in, and when it is changed.
#[derive(Template)]
#[template(path = "plan_rights.html")]
pub(crate) struct RightsPage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    pub(crate) form: Form,
    /// Whether they are let in now: then there is an address to ask for.
    pub(crate) new: bool,
    /// Whether the visitor may give somebody the right to decide: only the owner may.
    pub(crate) gives: bool,
    /// Field and name of each part.
    pub(crate) parts: Vec<(String, Uuid, String)>,
    pub(crate) action: String,
}

impl RightsPage {
    fn levels(&self) -> Vec<(String, String)> {
        Level::ALL.map(|l| (l.key().to_owned(), self.page.t(&format!("plan-level-{}", l.key())))).to_vec()
    }

    fn wholes(&self) -> Vec<(String, String)> {
        Level::ALL.map(|l| (l.key().to_owned(), self.page.t(&format!("plan-whole-{}", l.key())))).to_vec()
    }
}

fn person(page: &Page, plan: &Opened, content: &Content, guest: &Guest, sight: &Sight) -> Result<Person> {
    let called = plan.called(guest)?;
    let mut parts: Vec<(Uuid, Level)> = sight.parts.iter().filter(|p| *p.1 > Level::None).map(|(part, level)| (*part, *level)).collect();
    // In the order of the plan; what this visitor does not see comes last.
    let order = content.parts(plan);
    parts.sort_by_key(|(part, _)| order.iter().position(|id| id == part).unwrap_or(order.len()));
    Ok(Person {
        id: guest.id,
        name: guest.name.clone().filter(|name| *name != called).unwrap_or_default(),
        waits: plan.address(guest)?,
        helper: guest.helper,
        manages: guest.manages,
        whole: sight.whole,
        parts: parts.into_iter().map(|(part, level)| (part_name(page, content, plan.space(), part), level)).collect(),
        called,
    })
}

async fn people(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_deciding()?;
    let content = plan.content(&mut sql).await?;
    drop(sql);
    plan.note_look(&app, &content.parts(&plan)).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "plan-people", &[]));
    let people = plan.people.iter().zip(&plan.sights).map(|(g, s)| person(&page, &plan, &content, g, s)).collect::<Result<_>>()?;
    shown(&PeoplePage { frame: Frame::of(&page, &plan), page, people })
}

/// The form's name of a part.
fn field(part: Uuid) -> String {
    format!("del-{part}")
}

fn rights_page(app: &App, visitor: &Visitor, plan: &Opened, content: &Content, guest: Option<Uuid>, mut form: Form) -> RightsPage {
    let word = if guest.is_some() { "plan-rights" } else { "plan-let-in" };
    let page = Page::new(app, visitor, app.words.say(visitor.lang, word, &[]));
    let frame = Frame::of(&page, plan);
    let parts: Vec<(String, Uuid, String)> =
        content.parts(plan).into_iter().map(|part| (field(part), part, part_name(&page, content, plan.space(), part))).collect();
    form.called(&page, &[("called", "plan-called"), ("email", "field-email"), ("whole", "plan-whole")]);
    let action = guest.map_or_else(|| format!("{}/hvem/ny", frame.at), |id| format!("{}/hvem/{id}", frame.at));
    RightsPage { gives: plan.standing.owns(), new: guest.is_none(), page, frame, form, parts, action }
}

/// What was ticked. Whoever decides for the owner gives nobody the right to decide, and nothing of parts they do not see themselves: those stay
/// as they were.
fn read(template: &mut RightsPage, before: Option<(&Guest, &Sight)>) -> Option<Rights> {
    let (page, form) = (&template.page, &mut template.form);
    let called = form.required(page, "called", 120);
    let whole = Level::of(form.value("whole"));
    let whole = form.need(page, "whole", whole);
    let mut parts: Vec<(Uuid, Level)> = template.parts.iter().map(|(field, part, _)| (*part, Level::of(form.value(field)).unwrap_or_default())).collect();
    let unseen = before.into_iter().flat_map(|(_, sight)| &sight.parts).filter(|(part, _)| !template.parts.iter().any(|p| p.1 == **part));
    parts.extend(unseen.map(|(part, level)| (*part, *level)));
    let helper = form.value("helper") == "yes";
    let manages = if template.gives { form.value("manages") == "yes" } else { before.is_some_and(|(guest, _)| guest.manages) };
    let whole = whole.filter(|_| form.ok())?;
    Some(Rights { called, helper: helper || manages, manages, whole, parts })
}

/// Nobody gives more than they have: who decides for the owner lets others see what they see themselves.
fn demand_own(plan: &Opened, rights: &Rights, before: Option<&Sight>) -> Result<()> {
    let had = |part: Uuid| before.map_or(Level::None, |sight| sight.parts.get(&part).copied().unwrap_or_default());
    let whole = match &plan.standing {
        crate::model::Standing::Owner => Level::Write,
        crate::model::Standing::Guest { sight, .. } => sight.whole,
    };
    let fits = (rights.whole <= whole || before.is_some_and(|sight| rights.whole <= sight.whole))
        && rights.parts.iter().all(|(part, level)| *level <= plan.standing.level(*part).max(had(*part)));
    if fits { Ok(()) } else { Err(Error::Refused("error-plan-more")) }
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_deciding()?;
    let content = plan.content(&mut sql).await?;
    drop(sql);
    plan.note_look(&app, &content.parts(&plan)).await?;
    shown(&rights_page(&app, &visitor, &plan, &content, None, Form::filled([("whole", Level::None.key().to_owned())])))
}

async fn let_in(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &LET_IN).await?;
    plan.demand_deciding()?;
    let content = plan.content(act.sql()).await?;
    let mut template = rights_page(&app, &visitor, &plan, &content, None, form);
    let email = template.form.email(&template.page, "email");
    let Some(rights) = read(&mut template, None) else {
        drop(act);
        plan.note_look(&app, &content.parts(&plan)).await?;
        return not_accepted(&template);
    };
    demand_own(&plan, &rights, None)?;
    acts::let_in(&mut act, &plan, &email, &rights).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan/hvem"), "plan-let-in"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_deciding()?;
    let content = plan.content(&mut sql).await?;
    drop(sql);
    plan.note_look(&app, &content.parts(&plan)).await?;
    let (guest, sight) = plan.guest(id)?;
    let tick = |yes: bool| if yes { "yes".to_owned() } else { String::new() };
    let mut form = Form::filled([
        ("called", plan.called(guest)?),
        ("whole", sight.whole.key().to_owned()),
        ("helper", tick(guest.helper)),
        ("manages", tick(guest.manages)),
    ]);
    for (part, level) in &sight.parts {
        form.set(&field(*part), level.key());
    }
    shown(&rights_page(&app, &visitor, &plan, &content, Some(id), form))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &LET_IN).await?;
    plan.demand_deciding()?;
    let before = plan.guest(id)?;
    let content = plan.content(act.sql()).await?;
    let mut template = rights_page(&app, &visitor, &plan, &content, Some(id), form);
    let Some(rights) = read(&mut template, Some(before)) else {
        drop(act);
        plan.note_look(&app, &content.parts(&plan)).await?;
        return not_accepted(&template);
    };
    demand_own(&plan, &rights, Some(before.1))?;
    acts::set_rights(&mut act, &plan, before.0, &rights).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan/hvem"), "plan-written"))
}

async fn send_again(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &LET_IN).await?;
    plan.demand_deciding()?;
    acts::send_again(&mut act, &plan, plan.guest(id)?.0).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan/hvem"), "plan-link-again"))
}

async fn take_out(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &TAKE_OUT).await?;
    plan.demand_deciding()?;
    acts::take_out(&mut act, &plan, plan.guest(id)?.0).await?;
    act.commit().await?;
    Ok(page::go(&plan.view.under("plan/hvem"), "plan-taken-out"))
}

async fn leave(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let (mut act, plan) = begin(&app, &visitor, &slug, &LEAVE).await?;
    let me = plan.people.iter().find(|g| g.person_id == Some(plan.me)).ok_or(Error::NotFound)?;
    acts::take_out(&mut act, &plan, me).await?;
    act.commit().await?;
    Ok(page::go("/min-side", "plan-left"))
}
