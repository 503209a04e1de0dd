//! Who is asking: the session behind a request, the language, and the layer that draws error pages.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, REFERER, RETRY_AFTER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Role;
use crate::app::App;
use crate::assisting;
use crate::assurance::Assurance;
use crate::error::ErrorPage;
use crate::held::{Cleared, Replayed};
use crate::limits;
use crate::page::{self, Page};
use crate::person::Person;
use crate::reference::Reference;
use crate::screen::Screened;
use crate::screen_page;
use crate::session;
use crate::words::Lang;
use uuid::Uuid;

/// The session cookie.
pub const SESSION_COOKIE: &str = "samskab";
/// Language chosen before signing in.
pub const LANGUAGE_COOKIE: &str = "sprog";
/// Lets somebody without an account come back to their votes.
pub const VOTER_COOKIE: &str = "deltager";

/// The largest form without files, in bytes.
const FORM_LIMIT: usize = 1 << 20;

/// Who is asking.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The person who signed in.
    pub person: Option<Person>,
    /// Who acts on that person's behalf, with a session of their own (see [`assisting`]).
    pub helper: Option<Person>,
    /// Their roles in the municipality's own space.
    pub municipal_roles: Vec<Role>,
    /// Their session; missing outside a request.
    pub session: Option<Uuid>,
    /// How surely one knows who they are.
    pub assurance: Assurance,
    /// The language of the answer.
    pub lang: Lang,
    /// The token of a participant without an account.
    pub voter_token: Option<String>,
    /// The path and query that were asked for, to come back to.
    pub path: String,
    /// A colleague has let this submission through (see [`crate::held`]).
    pub(crate) cleared: Option<Arc<Cleared>>,
    pub(crate) program: bool,
}

impl Visitor {
    /// The program itself, for background work.
    #[must_use]
    pub fn program() -> Self {
        Self { program: true, path: String::new(), ..Self::stranger(Lang::Da) }
    }

    /// A person, outside a request: the demonstration and tests.
    #[must_use]
    pub fn of(person: Person) -> Self {
        Self { lang: person.lang(), person: Some(person), assurance: Assurance::High, path: String::new(), ..Self::stranger(Lang::Da) }
    }

    /// Nobody in particular.
    #[must_use]
    pub fn stranger(lang: Lang) -> Self {
        Self {
            person: None,
            helper: None,
            municipal_roles: vec![],
            session: None,
            assurance: Assurance::Low,
            lang,
            voter_token: None,
            path: "/".to_owned(),
            cleared: None,
            program: false,
        }
    }

    /// The same visitor with a participant's cookie.
    #[must_use]
    pub fn with_voter_token(self, token: String) -> Self {
        Self { voter_token: Some(token), ..self }
    }

    /// The same visitor, answered in this language.
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The same visitor as themselves, not as the person they help.
    #[must_use]
    pub fn unassisted(self) -> Self {
        match self.helper {
            Some(helper) => Self { person: Some(helper), helper: None, ..self },
            None => self,
        }
    }

    /// Whether this is the program itself.
    #[must_use]
    pub fn is_program(&self) -> bool {
        self.program
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Visitor>().cloned().unwrap_or_else(|| Visitor::stranger(Lang::Da)))
    }
}

/// A cookie of the request.
#[must_use]
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Sets a cookie on a response; `max_age` in seconds, 0 removes it.
pub fn set_cookie(response: &mut Response, app: &App, name: &str, value: &str, max_age: i64) {
    let secure = if app.settings.secure() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

fn language(headers: &HeaderMap) -> Lang {
    if let Some(tag) = cookie(headers, LANGUAGE_COOKIE) {
        return Lang::of(tag);
    }
    // Danish first; English is one click away. Browsers in Denmark often ask for English without their owner knowing.
    Lang::Da
}

/// An address or a form that no handler could read was answered with a bare line of text: it gets a page like every error.
fn unreadable(response: &Response, reading: bool) -> Option<ErrorPage> {
    let bare = response.headers().get(CONTENT_TYPE).is_none_or(|v| v.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        StatusCode::BAD_REQUEST if bare && reading => Some(ErrorPage { word: "error-not-found", needs: None }),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE if bare => Some(ErrorPage { word: "error-form", needs: None }),
        _ => None,
    }
}

/// Who asks: the session, the language, whom they help.
async fn asking(app: &App, headers: &HeaderMap, path: String) -> crate::error::Result<Visitor> {
    let found = match cookie(headers, SESSION_COOKIE) {
        Some(token) => session::find(app, token).await?,
        None => None,
    };
    let (person, municipal_roles, session, assurance) = match found {
        Some(found) => (Some(found.person), found.roles, Some(found.session), found.assurance),
        None => (None, vec![], None, Assurance::Low),
    };
    let lang = match (cookie(headers, LANGUAGE_COOKIE), &person) {
        (None, Some(person)) => person.lang(),
        _ => language(headers),
    };
    let visitor = Visitor {
        person,
        helper: None,
        municipal_roles,
        session,
        assurance,
        lang,
        voter_token: cookie(headers, VOTER_COOKIE).filter(|t| t.len() == 64 && t.bytes().all(|b| b.is_ascii_hexdigit())).map(str::to_owned),
        path,
        cleared: None,
        program: false,
    };
    let helping = cookie(headers, assisting::COOKIE).map(str::to_owned);
    match helping {
        Some(cookie) => assisting::apply(app, visitor, &cookie).await,
        None => Ok(visitor),
    }
}

/// Finds out who asks, and draws a page around errors.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let replayed = request.extensions().get::<Replayed>().map(|Replayed(visitor)| visitor.clone());
    let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let visitor = match replayed {
        Some(visitor) => visitor,
        None => match asking(&app, request.headers(), path).await {
            Ok(visitor) => visitor,
            Err(error) => return error.into_response(),
        },
    };
    let reference = request.extensions().get::<Reference>().cloned();
    let reading = request.method().is_safe();
    let came = came_from(&app, request.headers(), &visitor, reading);
    if visitor.cleared.is_none()
        && let Some(wait) = limits::exceeded(&app, &visitor, &request)
    {
        let refused = explained(&app, &visitor, crate::Error::TooMany.into_response(), reading, came, reference);
        let mut answer = said_in_the_title(&app, &visitor, refused).await;
        answer.headers_mut().insert(RETRY_AFTER, wait.into());
        return answer;
    }
    let (mut request, form) = match keep_form(request).await {
        Ok(kept) => kept,
        Err(refused) => return explained(&app, &visitor, refused, reading, came, reference),
    };
    request.extensions_mut().insert(visitor.clone());
    let response = match assisting::guard(&app, &visitor).await {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    };
    if response.status() == StatusCode::METHOD_NOT_ALLOWED && reading {
        // An address that only takes a form (a language switch or a reload can lead here) leads to the page above it.
        let path = visitor.path.split('?').next().unwrap_or("/");
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        return Redirect::to(if above.is_empty() { "/" } else { above }).into_response();
    }
    let screened = response.extensions().get::<Arc<Screened>>().cloned();
    let answer = match &screened {
        Some(screened) => screen_page::answer(&app, &visitor, screened, form.as_deref()).await.unwrap_or_else(IntoResponse::into_response),
        None => response,
    };
    let answer = explained(&app, &visitor, answer, reading, came, reference);
    said_in_the_title(&app, &visitor, answer).await
}

/// The title of a page that shows an error begins with the word for it: the first thing a screen reader says.
async fn said_in_the_title(app: &App, visitor: &Visitor, response: Response) -> Response {
    let html = response.headers().get(CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html"));
    if !html || !(response.status().is_client_error() || response.status().is_server_error()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = axum::body::to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    parts.headers.remove(CONTENT_LENGTH);
    let said = format!("<title>{} ", app.words.say(visitor.lang, "error-prefix", &[]));
    let body = String::from_utf8_lossy(&body).replacen("<title>", &said, 1);
    Response::from_parts(parts, Body::from(body))
}

/// The form of a request, kept beside it: it may have to be shown or sent again.
async fn keep_form(request: Request) -> Result<(Request, Option<Bytes>), Response> {
    if request.method().is_safe() || !screen_page::is_form(request.headers()) {
        return Ok((request, None));
    }
    let (parts, body) = request.into_parts();
    match axum::body::to_bytes(body, FORM_LIMIT).await {
        Ok(form) => Ok((Request::from_parts(parts, Body::from(form.clone())), Some(form))),
        Err(_) => {
            let mut response = StatusCode::PAYLOAD_TOO_LARGE.into_response();
            response.extensions_mut().insert(ErrorPage { word: "error-too-large", needs: None });
            Err(response)
        }
    }
}

/// The front page of the part of a space a path is in: `/forloeb/x/kasse` of `/forloeb/x/kasse/bilag`. Empty outside spaces.
fn part_of_space(path: &str) -> String {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["", "forloeb", slug, part, _, ..] => format!("/forloeb/{slug}/{part}"),
        ["", "forloeb", slug, _] => format!("/forloeb/{slug}"),
        _ => String::new(),
    }
}

/// The page of ours that the link or the form was on, as the browser says (RFC 9110, section 10.1.3). Empty where it says nothing, where that is
/// elsewhere, or where it is the page asked for.
fn came_from(app: &App, headers: &HeaderMap, visitor: &Visitor, reading: bool) -> String {
    let said = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok());
    let ours = |origin: &str| {
        origin == app.settings.base_url.trim_end_matches('/') || said(HOST).is_some_and(|host| origin.split_once("://").is_some_and(|o| o.1 == host))
    };
    let Some((scheme, rest)) = said(REFERER).and_then(|r| r.split_once("://")) else { return String::new() };
    let (host, there) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    // What begins with two strokes is another host to a browser.
    if !ours(&format!("{scheme}://{host}")) || !there.starts_with('/') || there.starts_with("//") || there.contains('\\') {
        return String::new();
    }
    let bare = |path: &str| path.split('?').next().unwrap_or("").to_owned();
    if reading && bare(there) == bare(&visitor.path) {
        return String::new();
    }
    // What was done before is not done again.
    match there.split_once('?') {
        Some((path, query)) => {
            let kept: Vec<&str> = query.split('&').filter(|p| !p.starts_with("klar=")).collect();
            if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
        }
        None => there.to_owned(),
    }
}

/// Where one goes on from an error: to where one came from, or else to the part of the space one was in; who may not be there, to the space.
fn way_back(came: String, status: StatusCode, path: &str) -> String {
    match status {
        _ if !status.is_client_error() || status == StatusCode::UNAUTHORIZED => String::new(),
        _ if !came.is_empty() => came,
        StatusCode::CONFLICT | StatusCode::BAD_REQUEST => part_of_space(path),
        StatusCode::FORBIDDEN => match path.split(['/', '?']).collect::<Vec<_>>().as_slice() {
            ["", "forloeb", slug, _, ..] => format!("/forloeb/{slug}"),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// Draws a page around an error.
fn explained(app: &App, visitor: &Visitor, response: Response, reading: bool, came: String, reference: Option<Reference>) -> Response {
    let page = response.extensions().get::<ErrorPage>().copied().or_else(|| unreadable(&response, reading));
    match page {
        Some(ErrorPage { needs: Some(level), .. }) => (response.status(), page::step_up(app, visitor, level)).into_response(),
        Some(ErrorPage { word, needs: None }) => {
            // Whom one asks depends on where one was: in a space it is the secretary.
            let outside = word == "error-forbidden" && !visitor.path.starts_with("/forloeb/");
            let word = if outside { "error-forbidden-office" } else { word };
            let status = if word == "error-not-found" { StatusCode::NOT_FOUND } else { response.status() };
            let page = Page::new(app, visitor, app.words.say(visitor.lang, &format!("{word}-title"), &[]));
            let back = way_back(came, status, &visitor.path);
            let sign_in = visitor.person.is_none() && status.is_client_error();
            (status, page::error_page(page, word, sign_in, back, reference.filter(|_| status.is_server_error()))).into_response()
        }
        None => response,
    }
}
