//! Beginning a plan: one's own, or one for somebody one helps; and coming in by a link.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::Duration;
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Sql;
use samskab_platform::paging::encoded;
use samskab_platform::person::{self, Person};
use samskab_platform::session::{self, Browser, Opening, token_hash};
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, assisting, page, space};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, BEGIN, COME};
use crate::model::LONGEST;
use crate::plan_pages::{not_accepted, shown};
use crate::store::{self, Found, Guest};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/plan", get(mine))
        .route("/plan/ny", get(new).post(begin))
        .route("/plan/skema", get(form_on_paper))
        .route("/plan/for", get(find))
        .route("/plan/for/{id}", get(new_for).post(begin_for))
        .route("/plan/ind/{token}", get(link).post(come))
}

/// The one question.
#[derive(Template)]
#[template(path = "plan_begin.html")]
pub(crate) struct BeginPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// For whom, where it is not one's own.
    pub(crate) whose: Option<String>,
    pub(crate) action: String,
    /// Whether one can begin a plan for somebody else.
    pub(crate) helps: bool,
}

/// Whose plan one helps to begin.
#[derive(Template)]
#[template(path = "plan_find.html")]
pub(crate) struct FindPage {
    pub(crate) page: Page,
    pub(crate) query: String,
    pub(crate) searches: bool,
    pub(crate) found: Vec<Found>,
    pub(crate) helped: Vec<Found>,
}

/// A link one was sent.
#[derive(Template)]
#[template(path = "plan_link.html")]
pub(crate) struct LinkPage {
    pub(crate) page: Page,
    pub(crate) owner: String,
    pub(crate) token: String,
}

/// Steps for which the paper has room.
const STEPS: usize = 4;

/// The questions on paper, for whoever writes by hand; a helper writes it in with them.
#[derive(Template)]
#[template(path = "plan_form_paper.html")]
pub(crate) struct FormOnPaper {
    pub(crate) page: Page,
}

async fn form_on_paper(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    page::html(&FormOnPaper { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "plan-form-paper", &[])) })
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    q: String,
}

/// The visitor as themselves: nobody begins a plan as somebody they help.
fn myself(visitor: &Visitor) -> Result<&Person> {
    match (&visitor.person, &visitor.helper) {
        (Some(person), None) => Ok(person),
        (Some(_), Some(_)) => Err(Error::Refused("error-assisting")),
        (None, _) => Err(Error::SignIn),
    }
}

async fn mine(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = myself(&visitor)?;
    let own = store::of_owner(&mut app.db.read().await?, me.id).await?;
    Ok(Redirect::to(&match own.as_slice() {
        [] => "/plan/ny".to_owned(),
        [(_, slug)] => format!("/forloeb/{slug}/plan"),
        // Several: they stand on one's own page.
        _ => "/min-side".to_owned(),
    })
    .into_response())
}

/// Whether somebody can begin plans for others: they help everybody in the municipality, or somebody has named them as their helper.
pub(crate) async fn helps_others(sql: &mut Sql, me: Uuid) -> Result<bool> {
    Ok(assisting::is_municipal_staff(sql, me).await? || !store::helped_by(sql, me).await?.is_empty())
}

async fn begin_page(app: &App, visitor: &Visitor, whose: Option<&Person>, mut form: Form) -> Result<BeginPage> {
    let me = myself(visitor)?;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, if whose.is_some() { "plan-begin-for" } else { "plan-begin" }, &[]));
    form.called(&page, &[("dream", "plan-dream-question")]);
    let helps = whose.is_none() && helps_others(&mut app.db.read().await?, me.id).await?;
    let action = whose.map_or_else(|| "/plan/ny".to_owned(), |p| format!("/plan/for/{}", p.id));
    Ok(BeginPage { page, form, whose: whose.map(|p| p.name.clone()), action, helps })
}

async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    shown(&begin_page(&app, &visitor, None, Form::default()).await?)
}

async fn begin(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let me = myself(&visitor)?;
    let mut template = begin_page(&app, &visitor, None, form).await?;
    let dream = template.form.required(&template.page, "dream", LONGEST);
    if !template.form.ok() {
        return not_accepted(&template);
    }
    let mut act = Act::begin_at_desk(&app, &visitor, &BEGIN).await?;
    let slug = acts::begin(&mut act, me.id, &dream).await?;
    act.commit().await?;
    Ok(page::go(&format!("/forloeb/{slug}/plan"), "plan-begun"))
}

/// The person a plan is to be begun for, where the visitor may help them. Whom one may not help is not there.
async fn helped(app: &App, visitor: &Visitor, id: Uuid) -> Result<Person> {
    let me = myself(visitor)?;
    let mut sql = app.db.read().await?;
    let owner = person::find(&mut sql, id).await?;
    if assisting::may_help(&mut sql, me, &owner).await? { Ok(owner) } else { Err(Error::NotFound) }
}

async fn new_for(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let owner = helped(&app, &visitor, id).await?;
    shown(&begin_page(&app, &visitor, Some(&owner), Form::default()).await?)
}

async fn begin_for(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let owner = helped(&app, &visitor, id).await?;
    let mut template = begin_page(&app, &visitor, Some(&owner), form).await?;
    let dream = template.form.required(&template.page, "dream", LONGEST);
    if !template.form.ok() {
        return not_accepted(&template);
    }
    let mut act = Act::begin_at_desk(&app, &visitor, &BEGIN).await?;
    let slug = acts::begin(&mut act, owner.id, &dream).await?;
    act.commit().await?;
    Ok(page::go(&format!("/forloeb/{slug}/plan"), "plan-begun"))
}

async fn find(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let me = myself(&visitor)?;
    let mut sql = app.db.read().await?;
    let searches = assisting::is_municipal_staff(&mut sql, me.id).await?;
    let helped = store::helped_by(&mut sql, me.id).await?;
    if !searches && helped.is_empty() {
        return Err(Error::NotFound);
    }
    let mut found = vec![];
    for one in if searches { store::search(&mut sql, &asked.q).await? } else { vec![] } {
        // Colleagues are not people one helps: whom one may not begin a plan for is not in the list.
        let owner = person::find(&mut sql, one.0).await?;
        if assisting::may_help(&mut sql, me, &owner).await? {
            found.push(one);
        }
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "plan-find", &[]));
    shown(&FindPage { page, query: asked.q, searches, found, helped })
}

/// Whom a link was sent to, while it is good.
async fn guest_of(app: &App, token: &str) -> Result<Guest> {
    let guest = store::by_token(&mut app.db.read().await?, token_hash(token)).await?.ok_or(Error::NotFound)?;
    let age = app.clock.now() - guest.let_in_at;
    if age > Duration::days(app.settings.sign_in.invitation_days) { Err(Error::Refused("error-plan-link")) } else { Ok(guest) }
}

async fn link(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Result<Response> {
    let guest = guest_of(&app, &token).await?;
    let owner = store::plan(&mut app.db.read().await?, guest.space_id).await?.ok_or(Error::NotFound)?.owner;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "plan-link", &[]));
    shown(&LinkPage { page, owner, token })
}

async fn come(State(app): State<App>, visitor: Visitor, browser: Browser, Path(token): Path<String>) -> Result<Response> {
    let guest = guest_of(&app, &token).await?;
    let mut act = Act::begin_by_token(&app, guest.space_id, &COME).await?;
    let person = acts::come(&mut act, &guest, visitor.lang).await?;
    let new = person::find(act.sql(), person).await?.name.is_empty();
    let theirs = visitor.helper.is_none() && visitor.person.as_ref().is_some_and(|p| p.id == person);
    let session = if theirs {
        None
    } else {
        Some(session::open(act.sql(), &app, &Opening { person, way: "invitation", assurance: Assurance::Low, browser: &browser }).await?)
    };
    let at = format!("/forloeb/{}/plan", space::by_id(act.sql(), guest.space_id).await?.slug);
    act.commit().await?;
    let mut response = if new { Redirect::to(&format!("/min-side/navn?next={}", encoded(&at))).into_response() } else { page::go(&at, "plan-came") };
    if let Some(session) = session {
        session::give(&mut response, &app, &session);
    }
    Ok(response)
}
