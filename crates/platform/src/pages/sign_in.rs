//! Signing in, signing out, and the language switch.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::app::App;
use crate::error::{Error, Result};
use crate::form::Form;
use crate::page::{self, Page};
use crate::pages::mine::safe_next;
use crate::sign_in::{self, Entered};
use crate::visitor::{LANGUAGE_COOKIE, SESSION_COOKIE, Visitor, cookie, set_cookie};
use crate::words::Lang;
use crate::{person, session};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Ask {
    page: Page,
    form: Form,
}

#[derive(Template)]
#[template(path = "sign_in_code.html")]
struct Code {
    page: Page,
    form: Form,
}

#[derive(Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
    #[serde(default)]
    id: String,
}

fn ask_page(app: &App, visitor: &Visitor, form: Form) -> Ask {
    Ask { page: Page::new(app, visitor, app.words.say(visitor.lang, "sign-in-title", &[])), form }
}

fn code_page(app: &App, visitor: &Visitor, form: Form) -> Code {
    Code { page: Page::new(app, visitor, app.words.say(visitor.lang, "sign-in-code-title", &[])), form }
}

pub(crate) async fn ask(State(app): State<App>, visitor: Visitor, Query(query): Query<Next>) -> Result<Response> {
    page::html(&ask_page(&app, &visitor, Form::filled([("next", safe_next(&query.next).to_owned())])))
}

pub(crate) async fn send(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut template = ask_page(&app, &visitor, form);
    let email = template.form.email(&template.page, "email");
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    let id = match sign_in::ask(&app, &email, visitor.lang).await {
        Err(Error::TooMany) => {
            let text = template.page.t("sign-in-too-many");
            template.form.wrong("email", text);
            return page::not_accepted(&template);
        }
        asked => asked?,
    };
    let next: String = form_urlencoded(safe_next(template.form.value("next")));
    Ok(Redirect::to(&format!("/log-ind/kode?id={id}&next={next}")).into_response())
}

fn form_urlencoded(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() || b"-_./".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

pub(crate) async fn code(State(app): State<App>, visitor: Visitor, Query(query): Query<Next>) -> Result<Response> {
    page::html(&code_page(&app, &visitor, Form::filled([("next", safe_next(&query.next).to_owned()), ("id", query.id)])))
}

pub(crate) async fn enter(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut template = code_page(&app, &visitor, form);
    let code = template.form.required(&template.page, "code", 20);
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    let id = template.form.value("id").parse().map_err(|_| Error::BadRequest("error-form"))?;
    let next = safe_next(template.form.value("next")).to_owned();
    match sign_in::enter(&app, id, &code, visitor.lang).await? {
        Entered::In { token, is_new } => {
            let target = match (is_new, next.as_str()) {
                (true, next) => format!("/min-side/navn?next={}", form_urlencoded(next)),
                (false, "") => "/min-side".to_owned(),
                (false, next) => next.to_owned(),
            };
            let mut response = Redirect::to(&target).into_response();
            session::give(&mut response, &app, &token);
            Ok(response)
        }
        Entered::Wrong => {
            let text = template.page.t("sign-in-wrong-code");
            template.form.wrong("code", text);
            page::not_accepted(&template)
        }
    }
}

pub(crate) async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    if let Some(token) = cookie(&headers, SESSION_COOKIE) {
        session::end(&app, token).await?;
    }
    let mut response = Redirect::to("/").into_response();
    set_cookie(&mut response, &app, SESSION_COOKIE, "", 0);
    Ok(response)
}

pub(crate) async fn language(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let lang = Lang::of(form.value("lang"));
    if let Some(person) = &visitor.person {
        let mut sql = app.db.write().await?;
        person::set_language(&mut sql, person.id, lang).await?;
        sql.commit().await?;
    }
    let next = safe_next(form.value("next"));
    let mut response = Redirect::to(if next.is_empty() { "/" } else { next }).into_response();
    set_cookie(&mut response, &app, LANGUAGE_COOKIE, lang.tag(), 365 * 24 * 3600);
    Ok(response)
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let mut form = Form::filled([("email", "x".to_owned())]);
    form.wrong("email", "Skriv en adresse");
    vec![("sign_in", Ask { page: page.clone(), form: form.clone() }.render()), ("sign_in_code", Code { page: page.clone(), form }.render())]
}
