//! The page where one signs in, by a code from a mail or one of the other ways; and signing out.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use samskab_platform::assurance::Assurance;
use samskab_platform::pages::safe_next;
use samskab_platform::provider::{Audience, Provider};
use samskab_platform::session::{self, Browser};
use samskab_platform::sign_in::{self, Entered};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page};
use serde::Deserialize;

use crate::admin_pages::{HELP_PHONE, HELP_PLACE};
use crate::{openid, passkeys};

/// A provider's button: what it is called, and its key in addresses.
pub(crate) type Button = (String, String);

#[derive(Template)]
#[template(path = "sign_in.html")]
pub(crate) struct Ask {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) passkeys: bool,
    pub(crate) citizens: Vec<Button>,
    pub(crate) staff: Vec<Button>,
    pub(crate) help_phone: String,
    pub(crate) help_place: String,
}

#[derive(Template)]
#[template(path = "sign_in_code.html")]
pub(crate) struct Code {
    pub(crate) page: Page,
    pub(crate) form: Form,
}

#[derive(Template)]
#[template(path = "signed_out.html")]
pub(crate) struct SignedOut {
    pub(crate) page: Page,
    pub(crate) name: String,
    pub(crate) address: String,
}

#[derive(Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    pub(crate) next: String,
    #[serde(default)]
    pub(crate) id: String,
    /// How the code came, where not by mail.
    #[serde(default)]
    pub(crate) fra: String,
}

fn ask_page(app: &App, visitor: &Visitor, form: Form) -> Ask {
    let buttons = |audience: Audience| -> Vec<Button> {
        let of = |p: &Provider| (p.name(&visitor.lang).to_owned(), p.key.clone());
        app.settings.provider.iter().filter(|p| p.audience == audience).map(of).collect()
    };
    Ask {
        page: Page::new(app, visitor, app.words.say(visitor.lang, "sign-in-title", &[])),
        form,
        passkeys: passkeys::possible(app),
        citizens: buttons(Audience::Citizens),
        staff: buttons(Audience::Staff),
        help_phone: app.choice(HELP_PHONE).unwrap_or_default(),
        help_place: app.choice(HELP_PLACE).unwrap_or_default(),
    }
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
    let next = urlencoded(safe_next(template.form.value("next")));
    Ok(Redirect::to(&format!("/log-ind/kode?id={id}&next={next}")).into_response())
}

/// Text as it stands in an address.
pub(crate) fn urlencoded(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() || b"-_./".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

pub(crate) async fn code(State(app): State<App>, visitor: Visitor, Query(query): Query<Next>) -> Result<Response> {
    page::html(&code_page(&app, &visitor, Form::filled([("next", safe_next(&query.next).to_owned()), ("id", query.id), ("fra", query.fra)])))
}

pub(crate) async fn enter(State(app): State<App>, visitor: Visitor, browser: Browser, form: Form) -> Result<Response> {
    let mut template = code_page(&app, &visitor, form);
    let code = template.form.required(&template.page, "code", 20);
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    let id = template.form.value("id").parse().map_err(|_| Error::BadRequest("error-form"))?;
    match sign_in::enter(&app, id, &code, visitor.lang, &browser).await? {
        Entered::In { token, is_new } => Ok(come_in(&app, &token, is_new, safe_next(template.form.value("next")))),
        Entered::Wrong => {
            let text = template.page.t("sign-in-wrong-code");
            template.form.wrong("code", text);
            page::not_accepted(&template)
        }
    }
}

/// Sends somebody who has just signed in on: to where they were going, or to their own page; first to say what they are called
/// if nobody knows.
pub(crate) fn come_in(app: &App, token: &str, nameless: bool, next: &str) -> Response {
    let target = match (nameless, next) {
        (true, next) => format!("/min-side/navn?next={}", urlencoded(next)),
        (false, "") => "/min-side".to_owned(),
        (false, next) => next.to_owned(),
    };
    let mut response = Redirect::to(&target).into_response();
    session::give(&mut response, app, token);
    response
}

pub(crate) async fn sign_out(State(app): State<App>, browser: Browser) -> Result<Response> {
    let way = match &browser.token {
        Some(token) => session::end(&app, token).await?,
        None => None,
    };
    // A form may not lead to another site (the policy of every page forbids it): a page of ours offers the link.
    let provider = way.and_then(|way| openid::provider(&app, &way).ok().map(|p| p.key.clone()));
    let target = provider.map_or_else(|| "/".to_owned(), |key| format!("/log-ud/hos/{key}"));
    let mut response = Redirect::to(&target).into_response();
    session::take(&mut response, &app);
    Ok(response)
}

#[derive(Deserialize)]
pub(crate) struct Surer {
    #[serde(default)]
    next: String,
    #[serde(default)]
    niveau: String,
}

/// The ways in that are sure enough, for whoever wants to go back to `next`.
pub(crate) async fn surer(State(app): State<App>, mut visitor: Visitor, Query(query): Query<Surer>) -> Response {
    let level = Assurance::of(&query.niveau).unwrap_or(Assurance::Substantial);
    safe_next(&query.next).clone_into(&mut visitor.path);
    page::step_up(&app, &visitor, level)
}

/// After signing out: the provider may still know the browser, which matters on a library's computer.
pub(crate) async fn signed_out(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    let provider = openid::provider(&app, &key)?;
    match openid::end_session_address(&app, provider).await {
        Some(address) => {
            let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "signed-out-title", &[]));
            page::html(&SignedOut { page, name: provider.name(&visitor.lang).to_owned(), address })
        }
        None => Ok(Redirect::to("/").into_response()),
    }
}
