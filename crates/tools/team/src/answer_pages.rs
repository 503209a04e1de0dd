//! Answering an invitation: by the link of the mail, or signed in with the address it was sent to.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use samskab_platform::session::{self, token_hash};
use samskab_platform::space::{self, Space};
use samskab_platform::{Act, App, Error, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{self, ACCEPT, DECLINE, role_name};
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
    let template = ClosedPage { text: page.t(text), sign_in, see_mine: visitor.person.is_some(), page };
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
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "team-invitation-title", &[("space", &space.title)]));
    let kind = app.recipes.get(&space.recipe).map_or("", |r| r.words(page.lang).name.as_str());
    let open_to_all = space.visibility == samskab_platform::access::Visibility::Public;
    page::html(&InvitationPage {
        key,
        kind: page.kind_of(kind, &space),
        role: role_name(&app, &space.recipe, page.lang, invitation.role),
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

/// The invitation of a key, where it can still be answered.
async fn open(app: &App, visitor: &Visitor, key: &str) -> Result<Option<(Invitation, Space)>> {
    Ok(find(app, visitor, key).await?.filter(|(invitation, _)| invitation.answer.is_none()))
}

pub(crate) async fn yes(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let Some((invitation, space)) = open(&app, &visitor, &key).await? else {
        // The page that says why not.
        return show(State(app), visitor, Path(key)).await;
    };
    let mut act = Act::begin_by_token(&app, space.id, &ACCEPT).await?;
    let person = acts::accept_in(&mut act, invitation.id, visitor.lang).await?;
    let token = if is_theirs(&visitor, &invitation) { None } else { Some(session::open(act.sql(), &app, person).await?) };
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
