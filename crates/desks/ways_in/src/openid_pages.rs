//! Going to a provider, coming back, and being asked who one is.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use samskab_platform::assurance::Assurance;
use samskab_platform::pages::safe_next;
use samskab_platform::session::Browser;
use samskab_platform::visitor::{cookie, set_cookie};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page, sign_in};
use serde::Deserialize;

use crate::arrival::{self, Answer, Arrival, Door};
use crate::openid::{self, Under};
use crate::sign_in_pages::{come_in, urlencoded};
use crate::{acts, ceremony};

/// Holds the token of what is remembered: whoever comes back must be the browser that went.
const COOKIE: &str = "vej";

#[derive(Template)]
#[template(path = "who_are_you.html")]
pub(crate) struct WhoAreYou {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) provider: String,
    /// As the provider says it.
    pub(crate) name: String,
    /// Who has signed in here.
    pub(crate) here: Option<String>,
}

#[derive(Template)]
#[template(path = "prove_address.html")]
pub(crate) struct ProveAddress {
    pub(crate) page: Page,
    pub(crate) form: Form,
}

#[derive(Deserialize)]
pub(crate) struct Going {
    #[serde(default)]
    next: String,
    #[serde(default)]
    niveau: String,
}

/// What the provider sends back with the browser.
#[derive(Deserialize)]
pub(crate) struct Coming {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    error: String,
    iss: Option<String>,
}

pub(crate) async fn go(State(app): State<App>, Path(key): Path<String>, Query(query): Query<Going>) -> Result<Response> {
    let provider = openid::provider(&app, &key)?;
    let level = Assurance::of(&query.niveau).unwrap_or_default();
    let (under, address) = openid::begin(&app, provider, level, safe_next(&query.next)).await?;
    let mut act = acts::by_program(&app, &acts::COME_IN).await?;
    let token = ceremony::begin(act.sql(), &app, "provider", None, &under).await?;
    act.commit().await?;
    let mut response = Redirect::to(&address(token.clone())).into_response();
    set_cookie(&mut response, &app, COOKIE, &token, 15 * 60);
    Ok(response)
}

pub(crate) async fn come_back(State(app): State<App>, visitor: Visitor, browser: Browser, headers: HeaderMap, Query(query): Query<Coming>) -> Result<Response> {
    if query.state.is_empty() || cookie(&headers, COOKIE) != Some(query.state.as_str()) {
        return Err(Error::Refused("error-way-forged"));
    }
    let mut act = acts::by_program(&app, &acts::COME_IN).await?;
    let (under, _): (Under, _) = ceremony::take(act.sql(), &app, "provider", &query.state).await?;
    // Committed before anybody is asked: an answer is only good once, and no transaction waits for another server.
    act.commit().await?;
    if !query.error.is_empty() {
        tracing::info!(provider = under.provider, error = %query.error.escape_default(), "the provider sent somebody back without signing in");
        return Err(Error::Refused(if query.error == "access_denied" { "error-provider-cancelled" } else { "error-provider" }));
    }
    let provider = openid::provider(&app, &under.provider)?;
    // RFC 9207: an answer of another provider does not pass for this one's.
    if query.iss.as_ref().is_some_and(|iss| *iss != provider.issuer) {
        return Err(Error::Refused("error-way-forged"));
    }
    let next = under.next.clone();
    let claims = openid::finish(&app, under, query.code).await?;
    let arrival = Arrival::read(provider, &claims, next)?;
    match arrival::arrive(&app, &arrival, visitor.person.as_ref().map(|p| p.id), visitor.lang, &browser).await? {
        Door::Open(token, nameless) => {
            let mut response = come_in(&app, &token, nameless, safe_next(&arrival.next));
            set_cookie(&mut response, &app, COOKIE, "", 0);
            Ok(response)
        }
        Door::Ask(token) => {
            let mut response = Redirect::to("/log-ind/hvem").into_response();
            set_cookie(&mut response, &app, COOKIE, &token, 15 * 60);
            Ok(response)
        }
    }
}

/// Whoever stands at the door, by the cookie.
async fn at_the_door(app: &App, headers: &HeaderMap) -> Result<(String, Arrival)> {
    let token = cookie(headers, COOKIE).ok_or(Error::Refused("error-way-late"))?;
    let arrival = ceremony::peek(&mut app.db.read().await?, app, "arrival", token).await?;
    Ok((token.to_owned(), arrival))
}

fn who_page(app: &App, visitor: &Visitor, arrival: &Arrival, form: Form) -> Result<WhoAreYou> {
    let provider = openid::provider(app, &arrival.provider)?.name(&visitor.lang).to_owned();
    let here = visitor.person.as_ref().map(|p| if p.name.is_empty() { p.email.clone().unwrap_or_default() } else { p.name.clone() });
    let title = app.words.say(visitor.lang, if here.is_some() { "who-here-title" } else { "who-title" }, &[]);
    Ok(WhoAreYou { page: Page::new(app, visitor, title), form, provider, name: arrival.name.clone(), here })
}

pub(crate) async fn who(State(app): State<App>, visitor: Visitor, headers: HeaderMap) -> Result<Response> {
    let (_, arrival) = at_the_door(&app, &headers).await?;
    let form = Form::filled([("email", arrival.email.clone())]);
    page::html(&who_page(&app, &visitor, &arrival, form)?)
}

async fn let_in(app: &App, visitor: &Visitor, browser: &Browser, token: &str, answer: Answer) -> Result<Response> {
    let (arrival, session, nameless) = arrival::settle(app, token, answer, visitor.lang, browser).await?;
    let mut response = come_in(app, &session, nameless, safe_next(&arrival.next));
    set_cookie(&mut response, app, COOKIE, "", 0);
    Ok(response)
}

pub(crate) async fn answer(State(app): State<App>, visitor: Visitor, browser: Browser, headers: HeaderMap, form: Form) -> Result<Response> {
    let (token, arrival) = at_the_door(&app, &headers).await?;
    match (form.value("answer"), &visitor.person) {
        ("me", Some(person)) => return let_in(&app, &visitor, &browser, &token, Answer::Here(person.id)).await,
        ("new", _) => return let_in(&app, &visitor, &browser, &token, Answer::New).await,
        _ => {}
    }
    let mut template = who_page(&app, &visitor, &arrival, form)?;
    let email = template.form.email(&template.page, "email");
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    match sign_in::ask(&app, &email, visitor.lang).await {
        Ok(id) => Ok(Redirect::to(&format!("/log-ind/hvem/kode?id={}", urlencoded(&id.to_string()))).into_response()),
        Err(Error::TooMany) => {
            let text = template.page.t("sign-in-too-many");
            template.form.wrong("email", text);
            page::not_accepted(&template)
        }
        Err(error) => Err(error),
    }
}

fn prove_page(app: &App, visitor: &Visitor, form: Form) -> ProveAddress {
    ProveAddress { page: Page::new(app, visitor, app.words.say(visitor.lang, "sign-in-code-title", &[])), form }
}

#[derive(Deserialize)]
pub(crate) struct CodeOf {
    #[serde(default)]
    id: String,
}

pub(crate) async fn code(State(app): State<App>, visitor: Visitor, headers: HeaderMap, Query(query): Query<CodeOf>) -> Result<Response> {
    at_the_door(&app, &headers).await?;
    page::html(&prove_page(&app, &visitor, Form::filled([("id", query.id)])))
}

pub(crate) async fn prove(State(app): State<App>, visitor: Visitor, browser: Browser, headers: HeaderMap, form: Form) -> Result<Response> {
    let (token, _) = at_the_door(&app, &headers).await?;
    let mut template = prove_page(&app, &visitor, form);
    let code = template.form.required(&template.page, "code", 20);
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    let id = template.form.value("id").parse().map_err(|_| Error::BadRequest("error-form"))?;
    match sign_in::prove(&app, id, &code).await? {
        Some(email) => let_in(&app, &visitor, &browser, &token, Answer::Proved(email)).await,
        None => {
            let text = template.page.t("sign-in-wrong-code");
            template.form.wrong("code", text);
            page::not_accepted(&template)
        }
    }
}
