//! Reading a plan: its front page, the dream, one step, and who has looked.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use axum::routing::get;
use samskab_platform::{App, Form, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::begin_pages::helps_others;
use crate::model::{self, Look, State};
use crate::opened::{self, Content, Dream, Note, Opened, Step};
use crate::store;

/// As many looks as the page shows.
const LOOKS: i64 = 1_000;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/plan", get(home))
        .route("/forloeb/{slug}/plan/droem", get(dream))
        .route("/forloeb/{slug}/plan/trin/{id}", get(step))
        .route("/forloeb/{slug}/plan/kiggede", get(looks))
}

/// What the visitor may do in the plan, for its templates.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The plan's address.
    pub(crate) at: String,
    /// What it is called to this visitor.
    pub(crate) title: String,
    /// The owner's name, for everybody else.
    pub(crate) owner: String,
    pub(crate) owns: bool,
    pub(crate) manages: bool,
    pub(crate) adds: bool,
}

/// What a plan is called to this visitor.
pub(crate) fn title(page: &Page, plan: &Opened) -> String {
    if plan.standing.owns() { page.t("plan-mine") } else { page.t1("plan-of", "name", &plan.plan.owner) }
}

impl Frame {
    pub(crate) fn of(page: &Page, plan: &Opened) -> Self {
        Self {
            at: plan.view.under("plan"),
            title: title(page, plan),
            owner: plan.plan.owner.clone(),
            owns: plan.standing.owns(),
            manages: plan.standing.manages(),
            adds: plan.standing.adds(),
        }
    }
}

/// A person's name; whoever has left has none.
pub(crate) fn name_of(page: &Page, name: &str) -> String {
    if name.is_empty() { page.t("former-participant") } else { name.to_owned() }
}

/// What a part is called: the dream, or the words of a step.
pub(crate) fn part_name(page: &Page, content: &Content, space: Uuid, part: Uuid) -> String {
    if part == space {
        return page.t("plan-dream");
    }
    content.steps.iter().find(|s| s.id == part).map_or_else(|| page.t("plan-part-gone"), |s| s.what.clone())
}

/// A page of a plan: no browser keeps it, for it may be a library's.
pub(crate) fn shown(template: &impl Template) -> Result<Response> {
    Ok(unkept(page::html(template)?))
}

/// The same, where what was typed is not right.
pub(crate) fn not_accepted(template: &impl Template) -> Result<Response> {
    Ok(unkept(page::not_accepted(template)?))
}

fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

#[derive(Template)]
#[template(path = "plan_home.html")]
pub(crate) struct HomePage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    pub(crate) content: Content,
    /// The dream may be changed.
    pub(crate) writes: bool,
    /// How many have been let in.
    pub(crate) people: usize,
    /// Whether the owner can begin a plan for somebody else.
    pub(crate) helps: bool,
}

#[derive(Template)]
#[template(path = "plan_dream.html")]
pub(crate) struct DreamPage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    pub(crate) dream: Dream,
    pub(crate) writes: bool,
    pub(crate) others: Vec<String>,
    pub(crate) form: Form,
}

#[derive(Template)]
#[template(path = "plan_step.html")]
pub(crate) struct StepPage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    pub(crate) step: Step,
    pub(crate) first: bool,
    pub(crate) writes: bool,
    pub(crate) others: Vec<String>,
    pub(crate) form: Form,
}

impl StepPage {
    fn states(&self) -> Vec<(State, String)> {
        State::ALL.into_iter().map(|s| (s, self.page.t(&format!("plan-state-{}", s.key())))).collect()
    }
}

#[derive(Template)]
#[template(path = "plan_looks.html")]
pub(crate) struct LooksPage {
    pub(crate) page: Page,
    pub(crate) frame: Frame,
    pub(crate) looks: Vec<(Look, String)>,
}

impl LooksPage {
    /// The plan's name in addresses.
    fn slug(&self) -> &str {
        self.frame.at.trim_start_matches("/forloeb/").trim_end_matches("/plan")
    }
}

impl Note {
    pub(crate) fn by(&self, page: &Page) -> String {
        name_of(page, &self.author)
    }
}

async fn home(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    let content = plan.content(&mut sql).await?;
    let helps = plan.standing.owns() && helps_others(&mut sql, plan.me).await?;
    drop(sql);
    plan.note_look(&app, &content.parts(&plan)).await?;
    let mut page = Page::new(&app, &visitor, String::new());
    let frame = Frame::of(&page, &plan);
    page.title.clone_from(&frame.title);
    shown(&HomePage { writes: plan.standing.writes(plan.space()), people: plan.people.len(), helps, page, frame, content })
}

/// The dream's page, with the form for a note as it was typed.
pub(crate) async fn dream_page(app: &App, visitor: &Visitor, plan: &Opened, content: Content, form: Form) -> Result<Option<DreamPage>> {
    let Some(dream) = content.dream else { return Ok(None) };
    plan.note_look(app, &[plan.space()]).await?;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "plan-dream", &[]));
    let (writes, others) = (plan.standing.writes(plan.space()), plan.who_sees(plan.space())?);
    Ok(Some(DreamPage { frame: Frame::of(&page, plan), page, dream, writes, others, form }))
}

async fn dream(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_sight(plan.space())?;
    let content = plan.content(&mut sql).await?;
    drop(sql);
    match dream_page(&app, &visitor, &plan, content, Form::default()).await? {
        Some(template) => shown(&template),
        None => Err(samskab_platform::Error::NotFound),
    }
}

/// A step's page, with the form for a note as it was typed.
pub(crate) async fn step_page(app: &App, visitor: &Visitor, plan: &Opened, content: Content, id: Uuid, form: Form) -> Result<Option<StepPage>> {
    let first = content.steps.first().is_some_and(|s| s.id == id);
    let Some(step) = content.steps.into_iter().find(|s| s.id == id) else { return Ok(None) };
    plan.note_look(app, &[id]).await?;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "plan-step", &[]));
    let (writes, others) = (plan.standing.writes(id), plan.who_sees(id)?);
    Ok(Some(StepPage { frame: Frame::of(&page, plan), page, step, first, writes, others, form }))
}

async fn step(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_sight(id)?;
    let content = plan.content(&mut sql).await?;
    drop(sql);
    match step_page(&app, &visitor, &plan, content, id, Form::default()).await? {
        Some(template) => shown(&template),
        None => Err(samskab_platform::Error::NotFound),
    }
}

async fn looks(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_deciding()?;
    let content = plan.content(&mut sql).await?;
    let looks = model::told(store::readings(&mut sql, plan.space(), LOOKS).await?);
    drop(sql);
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "plan-looks", &[]));
    // Whoever does things for the owner reads the names of the parts they see; the others are a part.
    let looks = looks.into_iter().map(|l| (part_name(&page, &content, plan.space(), l.part), l)).map(|(part, l)| (l, part)).collect();
    shown(&LooksPage { frame: Frame::of(&page, &plan), page, looks })
}
