//! Who is asking: the session behind a request, the language, and the layer that draws error pages.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Role;
use crate::app::App;
use crate::error::ErrorPage;
use crate::page::{self, Page};
use crate::person::Person;
use crate::session;
use crate::words::Lang;

/// The session cookie.
pub const SESSION_COOKIE: &str = "samskab";
/// Language chosen before signing in.
pub const LANGUAGE_COOKIE: &str = "sprog";
/// Lets somebody without an account come back to their votes.
pub const VOTER_COOKIE: &str = "deltager";

/// Who is asking.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The person who signed in.
    pub person: Option<Person>,
    /// Their roles in the municipality's own space.
    pub municipal_roles: Vec<Role>,
    /// The language of the answer.
    pub lang: Lang,
    /// The token of a participant without an account.
    pub voter_token: Option<String>,
    /// The path and query that were asked for, to come back to.
    pub path: String,
    program: bool,
}

impl Visitor {
    /// The program itself, for background work.
    #[must_use]
    pub fn program() -> Self {
        Self { person: None, municipal_roles: vec![], lang: Lang::Da, voter_token: None, path: String::new(), program: true }
    }

    /// A person, outside a request: the demonstration and tests.
    #[must_use]
    pub fn of(person: Person) -> Self {
        Self { lang: person.lang(), person: Some(person), municipal_roles: vec![], voter_token: None, path: String::new(), program: false }
    }

    /// Nobody in particular.
    #[must_use]
    pub fn stranger(lang: Lang) -> Self {
        Self { person: None, municipal_roles: vec![], lang, voter_token: None, path: "/".to_owned(), program: false }
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
        StatusCode::BAD_REQUEST if bare && reading => Some(ErrorPage { word: "error-not-found" }),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE if bare => Some(ErrorPage { word: "error-form" }),
        _ => None,
    }
}

/// Finds out who asks, and draws a page around errors.
pub async fn layer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let person = match cookie(headers, SESSION_COOKIE) {
        Some(token) => session::person(&app, token).await,
        None => Ok(None),
    };
    let (person, municipal_roles) = match person {
        Ok(found) => found.map_or((None, vec![]), |(person, roles)| (Some(person), roles)),
        Err(error) => return error.into_response(),
    };
    let lang = match (cookie(headers, LANGUAGE_COOKIE), &person) {
        (None, Some(person)) => person.lang(),
        _ => language(headers),
    };
    let visitor = Visitor {
        person,
        municipal_roles,
        lang,
        voter_token: cookie(headers, VOTER_COOKIE).filter(|t| t.len() == 64 && t.bytes().all(|b| b.is_ascii_hexdigit())).map(str::to_owned),
        path: request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
        program: false,
    };
    request.extensions_mut().insert(visitor.clone());
    let reading = request.method().is_safe();
    let response = next.run(request).await;
    if response.status() == StatusCode::METHOD_NOT_ALLOWED && reading {
        // An address that only takes a form (a language switch or a reload can lead here) leads to the page above it.
        let path = visitor.path.split('?').next().unwrap_or("/");
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        return Redirect::to(if above.is_empty() { "/" } else { above }).into_response();
    }
    let page = response.extensions().get::<ErrorPage>().copied().or_else(|| unreadable(&response, reading));
    match page {
        Some(ErrorPage { word }) => {
            let status = if word == "error-not-found" { StatusCode::NOT_FOUND } else { response.status() };
            let page = Page::new(&app, &visitor, app.words.say(visitor.lang, &format!("{word}-title"), &[]));
            (status, page::error_page(page, word, visitor.person.is_none() && status.is_client_error())).into_response()
        }
        None => response,
    }
}
