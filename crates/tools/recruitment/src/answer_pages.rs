//! What the links of mails lead to: confirming interest, and answering when a seat is offered.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use chrono::Duration;
use samskab_platform::session::token_hash;
use samskab_platform::space::{self, Space};
use samskab_platform::{Act, App, Error, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{ACCEPT, CONFIRM, DECLINE};
use crate::interest_store::{self, Draft};
use crate::model::DRAFT_DAYS;
use crate::store::{self, Call, Profile};
use crate::succession_store::{self, Alternate};
use crate::{interests, succession};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/interesse/{key}", get(look).post(confirm))
        .route("/plads/{key}", get(offer))
        .route("/plads/{key}/ja", post(yes))
        .route("/plads/{key}/nej", post(no))
}

#[derive(Template)]
#[template(path = "interest_confirm.html")]
pub(crate) struct ConfirmPage {
    pub(crate) page: Page,
    pub(crate) key: String,
    pub(crate) space: String,
    pub(crate) call: Call,
    pub(crate) name: String,
    pub(crate) wants: Vec<String>,
    pub(crate) working_group: bool,
    pub(crate) why: String,
}

#[derive(Template)]
#[template(path = "seat_offer.html")]
pub(crate) struct OfferPage {
    pub(crate) page: Page,
    pub(crate) key: String,
    pub(crate) space: Space,
    pub(crate) profile: Profile,
    pub(crate) name: String,
    pub(crate) answer_by: String,
    pub(crate) term: String,
}

#[derive(Template)]
#[template(path = "recruitment_said.html")]
pub(crate) struct SaidPage {
    pub(crate) page: Page,
    pub(crate) text: String,
    /// Where one goes on, and what the link says.
    pub(crate) next: Option<(String, String)>,
}

/// A page that says how it stands.
fn said(app: &App, visitor: &Visitor, status: StatusCode, word: &str, next: Option<(String, &str)>) -> Result<Response> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, &format!("{word}-title"), &[]));
    let template = SaidPage { text: page.t(word), next: next.map(|(href, word)| (href, page.t(word))), page };
    Ok((status, Html(template.render()?)).into_response())
}

fn is_token(key: &str) -> bool {
    key.len() == 64 && key.bytes().all(|b| b.is_ascii_hexdigit())
}

async fn draft(app: &App, key: &str) -> Result<Option<Draft>> {
    if !is_token(key) {
        return Ok(None);
    }
    interest_store::draft(&mut app.db.read().await?, token_hash(key), app.clock.now() - Duration::days(DRAFT_DAYS)).await
}

fn unknown(app: &App, visitor: &Visitor) -> Result<Response> {
    said(app, visitor, StatusCode::NOT_FOUND, "recruitment-confirm-unknown", None)
}

async fn look(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let Some(draft) = draft(&app, &key).await? else { return unknown(&app, &visitor) };
    let mut sql = app.db.read().await?;
    let space = space::by_id(&mut sql, draft.space_id).await?;
    let call = store::call(&mut sql, space.id, draft.call_id).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "recruitment-confirm-title", &[]));
    let wish = draft.wish();
    let profiles = store::profiles_of_call(&mut sql, call.id).await?;
    let wants = profiles.into_iter().filter(|p| wish.profiles.contains(&p.id)).map(|p| p.title).collect();
    page::html(&ConfirmPage { page, key, space: space.title, call, name: draft.name, wants, working_group: draft.working_group, why: draft.why })
}

async fn confirm(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let Some(draft) = draft(&app, &key).await? else { return unknown(&app, &visitor) };
    let mut act = Act::begin_by_token(&app, draft.space_id, &CONFIRM).await?;
    interests::confirm(&mut act, &draft).await?;
    let next = format!("/forloeb/{}/pladser/opslag/{}", act.space().slug, draft.call_id);
    act.commit().await?;
    said(&app, &visitor, StatusCode::OK, "recruitment-confirm-done", Some((next, "recruitment-back-to-call")))
}

/// The offer of a key: the token of the mail, or the id for the one it was made to.
async fn found(app: &App, visitor: &Visitor, key: &str) -> Result<Option<Alternate>> {
    let mut sql = app.db.read().await?;
    if is_token(key) {
        return succession_store::by_token(&mut sql, token_hash(key)).await;
    }
    let Ok(id) = key.parse::<Uuid>() else { return Ok(None) };
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    Ok(succession_store::maybe(&mut sql, id).await?.filter(|a| a.person_id == me.id && a.offered_at.is_some()))
}

/// How an offer that cannot be answered stands.
fn closed(app: &App, visitor: &Visitor, space: &Space, alternate: &Alternate) -> Result<Option<Response>> {
    let (status, word) = match alternate.answer.as_deref() {
        Some("accepted") => (StatusCode::OK, "recruitment-offer-accepted"),
        Some("declined") => (StatusCode::OK, "recruitment-offer-declined"),
        Some(_) => (StatusCode::GONE, "recruitment-offer-late"),
        None if alternate.answer_by.is_some_and(|last| last < app.clock.today()) => (StatusCode::GONE, "recruitment-offer-late"),
        None => return Ok(None),
    };
    said(app, visitor, status, word, Some((format!("/forloeb/{}", space.slug), "recruitment-to-space"))).map(Some)
}

async fn offer(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let Some(alternate) = found(&app, &visitor, &key).await? else {
        return said(&app, &visitor, StatusCode::NOT_FOUND, "recruitment-offer-unknown", None);
    };
    let mut sql = app.db.read().await?;
    let space = space::by_id(&mut sql, alternate.space_id).await?;
    if let Some(answer) = closed(&app, &visitor, &space, &alternate)? {
        return Ok(answer);
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "recruitment-offer-title", &[("space", &space.title)]));
    let profile = store::profile(&mut sql, space.id, alternate.profile_id).await?;
    let term = crate::seat_pages::term(&page, None, profile.until_on);
    let answer_by = alternate.answer_by.map(|d| page.date(&d)).unwrap_or_default();
    page::html(&OfferPage { page, key, space, profile, name: alternate.name, answer_by, term })
}

async fn yes(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    answer(app, visitor, key, true).await
}

async fn no(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    answer(app, visitor, key, false).await
}

async fn answer(app: App, visitor: Visitor, key: String, yes: bool) -> Result<Response> {
    let Some(alternate) = found(&app, &visitor, &key).await? else {
        return said(&app, &visitor, StatusCode::NOT_FOUND, "recruitment-offer-unknown", None);
    };
    let space = space::by_id(&mut app.db.read().await?, alternate.space_id).await?;
    if let Some(answer) = closed(&app, &visitor, &space, &alternate)? {
        return Ok(answer);
    }
    let mut act = Act::begin_by_token(&app, space.id, if yes { &ACCEPT } else { &DECLINE }).await?;
    act.acts_as(alternate.person_id);
    if yes {
        succession::accept(&mut act, alternate.id).await?;
    } else {
        succession::decline(&mut act, alternate.id).await?;
    }
    act.commit().await?;
    if !yes {
        succession::offer_due(&app).await?;
    }
    let word = if yes { "recruitment-offer-accepted" } else { "recruitment-offer-declined" };
    said(&app, &visitor, StatusCode::OK, word, Some((format!("/forloeb/{}", space.slug), "recruitment-to-space")))
}
