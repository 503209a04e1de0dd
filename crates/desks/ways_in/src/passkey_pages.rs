//! What the script `assets/passkey.js` asks for, and naming and removing passkeys. Answers to the script are JSON: `next` to
//! go on to, or `error` to be shown.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use samskab_platform::pages::safe_next;
use samskab_platform::safety::{Change, Place};
use samskab_platform::session::{self, Browser};
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use uuid::Uuid;

use crate::acts::KEEP;
use crate::{account, passkeys};

const NAME_MAX: usize = 60;

#[derive(Deserialize)]
struct Made<T> {
    ceremony: String,
    credential: T,
    #[serde(default)]
    name: String,
    #[serde(default)]
    next: String,
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<Made<T>> {
    serde_json::from_slice(body).map_err(|_| Error::BadRequest("error-form"))
}

/// An error as the script shows it: the question was fine, the answer is no. Whoever has not signed in gets the page everybody
/// gets.
fn told(app: &App, visitor: &Visitor, error: Error) -> Response {
    let (status, word) = error.status_and_word();
    if status == StatusCode::UNAUTHORIZED || status.is_server_error() {
        return error.into_response();
    }
    let text = app.words.say(visitor.lang, word, &[]);
    Json(json!({ "error": text })).into_response()
}

pub(crate) async fn begin_making(State(app): State<App>, visitor: Visitor) -> Response {
    let begun = async {
        let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
        let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
        let name = me.email.clone().unwrap_or_else(|| me.name.clone());
        let begun = passkeys::begin_making(&mut act, &name).await?;
        act.commit().await?;
        Ok(begun)
    };
    match begun.await {
        Ok((ceremony, options)) => Json(json!({ "ceremony": ceremony, "options": options })).into_response(),
        Err(error) => told(&app, &visitor, error),
    }
}

pub(crate) async fn make(State(app): State<App>, visitor: Visitor, browser: Browser, body: Bytes) -> Response {
    let made = async {
        let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
        let made = read(&body)?;
        let name: String = made.name.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
        let name = match (name.trim(), browser.device.as_str()) {
            ("", "") => app.words.say(visitor.lang, "passkey", &[]),
            ("", device) => device.to_owned(),
            (name, _) => name.to_owned(),
        };
        passkeys::make(&mut act, &made.ceremony, &made.credential, &name, visitor.assurance).await?;
        let me = act.person()?;
        account::tell(&mut act, me, &Change { word: "safety-passkey-added", name: &name, place: Place::Browser(&browser.device) }).await?;
        act.commit().await
    };
    match made.await {
        Ok(()) => Json(json!({ "next": "/min-side/log-ind?klar=passkey" })).into_response(),
        Err(Error::Taken(_)) => told(&app, &visitor, Error::Refused("error-passkey-taken")),
        Err(error) => told(&app, &visitor, error),
    }
}

pub(crate) async fn begin_sign_in(State(app): State<App>, visitor: Visitor) -> Response {
    match passkeys::begin_sign_in(&app).await {
        Ok((ceremony, options)) => Json(json!({ "ceremony": ceremony, "options": options })).into_response(),
        Err(error) => told(&app, &visitor, error),
    }
}

pub(crate) async fn sign_in(State(app): State<App>, visitor: Visitor, browser: Browser, body: Bytes) -> Response {
    let signed = async {
        let made = read(&body)?;
        let token = passkeys::sign_in(&app, &made.ceremony, &made.credential, &browser).await?;
        Ok((token, made.next))
    };
    match signed.await {
        Ok((token, next)) => {
            let next = safe_next(&next);
            let mut response = Json(json!({ "next": if next.is_empty() { "/min-side" } else { next } })).into_response();
            session::give(&mut response, &app, &token);
            response
        }
        Err(error) => told(&app, &visitor, error),
    }
}

pub(crate) async fn rename(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "ways-title", &[]));
    let name = form.required(&page, "name", NAME_MAX);
    if !form.ok() {
        return Err(Error::Refused("error-passkey-name"));
    }
    passkeys::rename(&mut act, id, &name).await?;
    act.commit().await?;
    Ok(page::go("/min-side/log-ind", "passkey-named"))
}

pub(crate) async fn remove(State(app): State<App>, visitor: Visitor, browser: Browser, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
    account::remove_passkey(&mut act, id, &browser.device).await?;
    act.commit().await?;
    Ok(page::go("/min-side/log-ind", "passkey-removed"))
}
