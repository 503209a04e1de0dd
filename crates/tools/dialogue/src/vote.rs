//! The voting page: one statement, three buttons; works on a phone and without JavaScript.

use std::collections::BTreeMap;

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use samskab_opinion::route::{Candidate, new_statement_priority, next_statement};
use samskab_platform::db::Sql;
use samskab_platform::session::token_hash;
use samskab_platform::visitor::{VOTER_COOKIE, set_cookie};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, Proposed, STATE, VOTE, Voter};
use crate::desk::{Desk, Vote};
use crate::model::{Answer, Dialogue, MAX_STATEMENT};
use crate::store;

/// The least chance every statement keeps of being shown next, as a share of an even chance.
const FLOOR: f64 = 0.1;

#[derive(Template)]
#[template(path = "vote.html")]
pub(crate) struct VotePage {
    pub(crate) page: Page,
    pub(crate) dialogue: Dialogue,
    pub(crate) answered: usize,
    pub(crate) all: usize,
    pub(crate) statement: Option<(Uuid, String)>,
    pub(crate) signed_in: bool,
    pub(crate) form: Form,
}

/// The voter a visitor is in this conversation, if they have voted before.
pub(crate) async fn known_voter(sql: &mut Sql, visitor: &Visitor, dialogue: Uuid) -> Result<Option<Uuid>> {
    if let Some(person) = &visitor.person
        && let Some(id) = store::voter_of_person(sql, dialogue, person.id).await?
    {
        return Ok(Some(id));
    }
    match &visitor.voter_token {
        Some(token) => store::voter_of_token(sql, dialogue, token_hash(token)).await,
        None => Ok(None),
    }
}

async fn vote_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<VotePage> {
    let dialogue = store::one(sql, view.space.id, id).await?;
    if dialogue.is_draft() {
        return Err(Error::Refused("error-dialogue-closed"));
    }
    let voter = known_voter(sql, visitor, id).await?.unwrap_or_default();
    let left = store::unvoted(sql, id, voter).await?;
    let all = store::brief(sql, id).await?.1;
    let priorities: BTreeMap<String, f64> = store::priorities(sql, id).await?.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let candidates: Vec<Candidate> = left
        .iter()
        .map(|(id, _)| {
            let statement = id.to_string();
            let priority = priorities.get(&statement).copied().unwrap_or_else(new_statement_priority);
            Candidate { statement, priority }
        })
        .collect();
    let next = next_statement(&candidates, FLOOR, app.clock.chance());
    let statement = next.and_then(|next| left.iter().find(|(id, _)| id.to_string() == next.statement).cloned());
    let page = Page::of_space(app, visitor, view, "dialogue-vote-title");
    let all = usize::try_from(all).unwrap_or(0);
    Ok(VotePage { page, dialogue, answered: all.saturating_sub(left.len()), all, statement, signed_in: visitor.person.is_some(), form })
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("dialog");
    view.demand(&VOTE)?;
    page::html(&vote_page(&mut sql, &app, &visitor, &view, id, Form::default()).await?)
}

/// The voter of a request; a stranger without a cookie gets one.
fn voter(app: &App, visitor: &Visitor) -> (Voter, Option<String>) {
    match Voter::of(visitor) {
        Some(voter) => (voter, None),
        None => {
            let token = app.clock.token();
            (Voter::Token(token.clone()), Some(token))
        }
    }
}

fn with_cookie(app: &App, mut response: Response, new_token: Option<String>) -> Response {
    if let Some(token) = new_token {
        set_cookie(&mut response, app, VOTER_COOKIE, &token, 365 * 24 * 3600);
    }
    response
}

pub(crate) async fn vote(
    State(app): State<App>,
    Extension(desk): Extension<Desk>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, Uuid)>,
    form: Form,
) -> Result<Response> {
    let read = || Some((Answer::of(form.value("vote"))?, form.value("statement").parse().ok()?));
    let (voter, new_token) = voter(&app, &visitor);
    match voter {
        Voter::Token(token) => {
            let (answer, statement) = match read() {
                Some(read) => read,
                // Who may not see the space learns nothing from what is wrong with the form.
                None => return Act::begin_at(&app, &visitor, &slug, &VOTE).await.and(Err(Error::BadRequest("error-form"))),
            };
            desk.hand_in(&app, Vote { slug: slug.clone(), dialogue: id, token, statement, answer }).await?;
        }
        Voter::Person(_) => {
            let mut act = Act::begin_at(&app, &visitor, &slug, &VOTE).await?;
            let (answer, statement) = read().ok_or(Error::BadRequest("error-form"))?;
            acts::vote(&mut act, id, &voter, visitor.voter_token.as_deref(), statement, answer).await?;
            act.commit().await?;
        }
    }
    Ok(with_cookie(&app, Redirect::to(&format!("/forloeb/{slug}/dialog/{id}/stem")).into_response(), new_token))
}

pub(crate) async fn propose(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dialog");
    let page = Page::of_space(&app, &visitor, &view, "dialogue-vote-title");
    form.called(&page, &[("text", "propose-label")]);
    let text = form.required(&page, "text", MAX_STATEMENT).replace('\n', " ");
    let (voter, new_token) = voter(&app, &visitor);
    if form.ok() {
        let mut act = Act::begin(&app, &visitor, view.space.id, &STATE).await?;
        match acts::propose(&mut act, id, &voter, visitor.voter_token.as_deref(), &text).await? {
            Proposed::Waiting(_) => {
                act.commit().await?;
                return Ok(with_cookie(&app, page::go(&view.under(&format!("dialog/{id}/stem")), "statement"), new_token));
            }
            Proposed::There => form.wrong("text", page.t("dialogue-already-there")),
        }
    }
    let mut sql = app.db.read().await?;
    page::not_accepted(&vote_page(&mut sql, &app, &visitor, &view, id, form).await?)
}
