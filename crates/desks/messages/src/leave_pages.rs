//! Leaving: the page at the end of every mail, and the mail program's own button (RFC 8058). Nobody has to sign in to be
//! left alone; the address in the mail is the key.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use samskab_platform::person::{self, Rhythm};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, outbox, page};
use serde::Deserialize;

use crate::acts::{self, LEAVE};
use crate::model::{Left, one_click};
use crate::store::{self, Received};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/afmeld/{token}", get(show).post(leave)).route("/b/{short}", get(follow))
}

#[derive(Template)]
#[template(path = "leave.html")]
pub(crate) struct LeavePage {
    pub(crate) page: Page,
    pub(crate) token: String,
    /// The space the message was about.
    pub(crate) space: Option<String>,
    /// Without an account there is only all or nothing.
    pub(crate) account: bool,
    /// What they have left already.
    pub(crate) left: Vec<Left>,
    /// How often they heard before.
    pub(crate) before: &'static str,
}

impl LeavePage {
    fn has(&self, what: Left) -> bool {
        self.left.contains(&what)
    }
}

#[derive(Deserialize)]
struct Before {
    #[serde(default)]
    foer: String,
}

/// The message, and the municipality's own space's act on it.
async fn message(app: &App, token: &str) -> Result<Received> {
    let id = outbox::left_message(&app.secret, token).ok_or(Error::NotFound)?;
    let received = store::received(&mut app.db.read().await?, id).await?;
    if received.sort == "secret" { Err(Error::NotFound) } else { Ok(received) }
}

async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>, Query(before): Query<Before>) -> Result<Response> {
    let message = message(&app, &token).await?;
    // In the language of the mail, unless they are signed in and chose another.
    let visitor = if visitor.person.is_none() { visitor.in_lang(Lang::of(&message.language)) } else { visitor };
    let mut left = vec![];
    let mut sql = app.db.read().await?;
    match message.person_id {
        None if store::is_silent(&mut sql, &message.recipient).await? => left.push(Left::Everything),
        None => {}
        Some(id) => {
            let muted = store::muted(&mut sql, id).await?;
            let is_muted = |space| muted.iter().any(|(id, ..)| Some(*id) == space);
            let chosen = [
                (Left::Space, is_muted(message.space_id)),
                (Left::AllButImportant, person::find(&mut sql, id).await?.rhythm() == Rhythm::Important),
                (Left::Everything, is_muted(Some(app.municipality_space().await?.id))),
            ];
            left.extend(chosen.into_iter().filter(|(_, is)| *is).map(|(what, _)| what));
        }
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "less-title", &[]));
    let before = Rhythm::of(&before.foer).unwrap_or(Rhythm::Daily).key();
    page::html(&LeavePage { page, token, space: message.space, account: message.person_id.is_some(), left, before })
}

async fn leave(State(app): State<App>, Path(token): Path<String>, form: Form) -> Result<Response> {
    let message = message(&app, &token).await?;
    let root = app.municipality_space().await?.id;
    let mut act = Act::begin_by_token(&app, root, &LEAVE).await?;
    if let Some(person) = message.person_id {
        act.acts_as(person);
    }
    if form.value("List-Unsubscribe") == "One-Click" {
        acts::leave(&mut act, &message, one_click(message.space_id.is_some())).await?;
        act.commit().await?;
        // Mail providers want an answer, not a way to another page.
        return Ok(app.words.say(Lang::of(&message.language), "less-done", &[]).into_response());
    }
    let path = format!("/afmeld/{token}");
    if let Some(what) = Left::of(form.value("stay")) {
        let before = Rhythm::of(form.value("before")).filter(|r| *r != Rhythm::Important).unwrap_or(Rhythm::Daily);
        acts::stay(&mut act, &message, what, before).await?;
        act.commit().await?;
        return Ok(page::go(&path, "less-undone"));
    }
    let what = Left::of(form.value("leave")).ok_or(Error::BadRequest("error-form"))?;
    let before = match message.person_id {
        Some(id) => person::find(act.sql(), id).await?.rhythm().key(),
        None => "",
    };
    acts::leave(&mut act, &message, what).await?;
    act.commit().await?;
    Ok(page::go(&format!("{path}?foer={before}"), "less-chosen"))
}

/// The short addresses of text messages and letters. What they lead to asks for itself who may see it.
async fn follow(State(app): State<App>, Path(short): Path<String>) -> Result<Response> {
    let link = outbox::by_short(&mut app.db.read().await?, &short.trim().to_lowercase()).await?;
    Ok(Redirect::to(&link).into_response())
}
