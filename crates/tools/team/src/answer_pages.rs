//! Answering an invitation: by the link of the mail, or signed in with the address it was sent to.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use chrono::Duration;
use samskab_platform::assurance::Assurance;
use samskab_platform::session::{self, Browser, Opening, token_hash};
use samskab_platform::space::{self, Space};
use samskab_platform::{Act, App, Error, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{self, ACCEPT, DECLINE, RENEW, role_name};
use crate::model::{ACCEPTED, DECLINED, is_token};
use crate::store::{self, Invitation};

#[derive(Template)]
#[template(path = "invitation.html")]
pub(crate) struct InvitationPage {
    pub(crate) page: Page,
    pub(crate) key: String,
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) sentence: String,
    pub(crate) summary: String,
    pub(crate) role: String,
    pub(crate) inviter: String,
    pub(crate) name: String,
    /// Whether saying yes signs them in.
    pub(crate) signs_in: bool,
    /// The frame, where anybody may read it.
    pub(crate) frame: Option<String>,
}

#[derive(Template)]
#[template(path = "invitation_closed.html")]
pub(crate) struct ClosedPage {
    pub(crate) page: Page,
    pub(crate) text: String,
    /// Where to go on to after signing in.
    pub(crate) sign_in: Option<String>,
    /// The key of a link that is too old, to ask for a new one with.
    pub(crate) anew: Option<String>,
    /// Whether the invitation is one of those on the visitor's own page, perhaps.
    pub(crate) see_mine: bool,
}

/// The invitation of a key. An id is only good for the person it was sent to.
async fn find(app: &App, visitor: &Visitor, key: &str) -> Result<Option<(Invitation, Space)>> {
    let mut sql = app.db.read().await?;
    let found = if is_token(key) {
        store::by_token(&mut sql, token_hash(key)).await?
    } else if let Ok(id) = key.parse::<Uuid>() {
        let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
        store::by_id(&mut sql, id).await?.filter(|i| me.email.as_deref() == Some(i.email.as_str()))
    } else {
        None
    };
    match found {
        Some(invitation) => {
            let space = space::by_id(&mut sql, invitation.space_id).await?;
            Ok(Some((invitation, space)))
        }
        None => Ok(None),
    }
}

fn is_theirs(visitor: &Visitor, invitation: &Invitation) -> bool {
    visitor.person.as_ref().is_some_and(|p| p.email.as_deref() == Some(invitation.email.as_str()))
}

fn closed(app: &App, visitor: &Visitor, status: StatusCode, title: &str, text: &str, sign_in: Option<String>) -> Result<Response> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, title, &[]));
    let template = ClosedPage { text: page.t(text), sign_in, anew: None, see_mine: visitor.person.is_some(), page };
    Ok((status, Html(template.render()?)).into_response())
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let Some((invitation, space)) = find(&app, &visitor, &key).await? else {
        return closed(&app, &visitor, StatusCode::NOT_FOUND, "team-unknown-title", "team-unknown", None);
    };
    let home = format!("/forloeb/{}", space.slug);
    match invitation.answer.as_deref() {
        None => {}
        Some(ACCEPTED) if is_theirs(&visitor, &invitation) => return Ok(Redirect::to(&home).into_response()),
        Some(ACCEPTED) => return closed(&app, &visitor, StatusCode::OK, "team-accepted-title", "team-accepted", Some(home)),
        Some(DECLINED) => return closed(&app, &visitor, StatusCode::OK, "team-declined-title", "team-declined", None),
        Some(_) => return closed(&app, &visitor, StatusCode::GONE, "team-withdrawn-title", "team-withdrawn", None),
    }
    if is_too_old(&app, &visitor, &key, &invitation) {
        let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "team-expired-title", &[]));
        let text = page.t1("team-expired", "n", app.settings.sign_in.invitation_days);
        let template = ClosedPage { text, sign_in: None, anew: Some(key), see_mine: visitor.person.is_some(), page };
        return Ok((StatusCode::GONE, Html(template.render()?)).into_response());
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "team-invitation-title", &[("space", &space.title)]));
    let kind = app.recipe_of(&space).map_or_else(String::new, |r| r.words(page.lang).name.clone());
    let open_to_all = space.visibility == samskab_platform::access::Visibility::Public;
    page::html(&InvitationPage {
        key,
        kind: page.kind_of(&kind, &space),
        role: role_name(&app, app.recipe_of(&space).as_deref(), page.lang, invitation.role),
        inviter: if invitation.inviter.is_empty() { page.t("somebody") } else { invitation.inviter.clone() },
        signs_in: !is_theirs(&visitor, &invitation),
        name: invitation.name,
        frame: (open_to_all && !space.sentence.is_empty()).then(|| format!("{home}/ramme")),
        title: space.title,
        sentence: space.sentence,
        summary: space.summary,
        page,
    })
}

/// Whether a link is too old. Whoever has signed in with the address needs no link: to them an invitation stays open.
fn is_too_old(app: &App, visitor: &Visitor, key: &str, invitation: &Invitation) -> bool {
    let age = app.clock.now() - invitation.created_at;
    is_token(key) && age > Duration::days(app.settings.sign_in.invitation_days) && !is_theirs(visitor, invitation)
}

/// The invitation of a key, where it can still be answered.
async fn open(app: &App, visitor: &Visitor, key: &str) -> Result<Option<(Invitation, Space)>> {
    let can = |invitation: &Invitation| invitation.answer.is_none() && !is_too_old(app, visitor, key, invitation);
    Ok(find(app, visitor, key).await?.filter(|(invitation, _)| can(invitation)))
}

/// A new link is sent to where the old one was sent. The answer is the same whether there is such an invitation or not.
pub(crate) async fn ask_anew(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let found = if is_token(&key) { find(&app, &visitor, &key).await? } else { None };
    if let Some((invitation, space)) = found.filter(|(i, _)| i.answer.is_none() && is_too_old(&app, &visitor, &key, i)) {
        let mut act = Act::begin_by_token(&app, space.id, &RENEW).await?;
        acts::renew(&mut act, &invitation).await?;
        act.commit().await?;
    }
    closed(&app, &visitor, StatusCode::OK, "team-renewed-title", "team-renewed", None)
}

pub(crate) async fn yes(State(app): State<App>, visitor: Visitor, browser: Browser, Path(key): Path<String>) -> Result<Response> {
    let Some((invitation, space)) = open(&app, &visitor, &key).await? else {
        // The page that says why not.
        return show(State(app), visitor, Path(key)).await;
    };
    let mut act = Act::begin_by_token(&app, space.id, &ACCEPT).await?;
    let person = acts::accept_in(&mut act, invitation.id, visitor.lang).await?;
    let token = if is_theirs(&visitor, &invitation) {
        None
    } else {
        Some(session::open(act.sql(), &app, &Opening { person, way: "invitation", assurance: Assurance::Low, browser: &browser }).await?)
    };
    act.commit().await?;
    let mut response = page::go(&format!("/forloeb/{}/ramme", space.slug), "accepted");
    if let Some(token) = token {
        session::give(&mut response, &app, &token);
    }
    Ok(response)
}

pub(crate) async fn no(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let Some((invitation, space)) = open(&app, &visitor, &key).await? else {
        // The page that says why not.
        return show(State(app), visitor, Path(key)).await;
    };
    let mut act = Act::begin_by_token(&app, space.id, &DECLINE).await?;
    acts::decline(&mut act, invitation.id).await?;
    act.commit().await?;
    Ok(page::go(&format!("/invitation/{key}"), ""))
}
