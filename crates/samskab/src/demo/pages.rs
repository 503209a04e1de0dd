//! What only the demonstration has: switching role with one click, and a mailbox everyone can read.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::DateTime;
use samskab_platform::assurance::Assurance;
use samskab_platform::message::Content;
use samskab_platform::outbox::{self, OutboxRow};
use samskab_platform::pages::safe_next;
use samskab_platform::session::{Browser, Opening};
use samskab_platform::visitor::{SESSION_COOKIE, set_cookie};
use samskab_platform::words::Lang;
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page, person, session};
use uuid::Uuid;

use super::patterns;

const WITH_FRAME: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const MAIL_ONLY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/// The demonstration's routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/rolle", post(switch))
        .route("/ur", post(go_to))
        .route("/postkasse", get(mailbox))
        .route("/postkasse/{id}", get(mail))
        .route("/postkasse/{id}/html", get(html))
        .route("/postkasse/{id}/moede.ics", get(calendar))
        .route("/monstre", get(patterns::show))
}

#[derive(Template)]
#[template(path = "mailbox.html")]
struct Mailbox {
    page: Page,
    mails: Vec<OutboxRow>,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct MailPage {
    page: Page,
    mail: OutboxRow,
    /// The body in parts: plain text, and addresses that are links.
    parts: Vec<(String, bool)>,
}

async fn switch(State(app): State<App>, browser: Browser, form: Form) -> Result<Response> {
    let next = safe_next(form.value("next"));
    let mut response = Redirect::to(if next.is_empty() { "/" } else { next }).into_response();
    let persona = form.value("role");
    if persona == "none" {
        set_cookie(&mut response, &app, SESSION_COOKIE, "", 0);
        return Ok(response);
    }
    let people = person::personas(&mut app.db.read().await?).await?;
    let person = people.iter().find(|p| p.persona.as_deref() == Some(persona)).ok_or(Error::NotFound)?;
    let mut sql = app.db.write().await?;
    let token = session::open(&mut sql, &app, &Opening { person: person.id, way: "demo", assurance: Assurance::High, browser: &browser }).await?;
    sql.commit().await?;
    session::give(&mut response, &app, &token);
    Ok(response)
}

/// Puts the clock ahead, where the demonstration was started with one that can be moved.
async fn go_to(State(app): State<App>, form: Form) -> Result<String> {
    let to = DateTime::parse_from_rfc3339(form.value("to")).map_err(|_| Error::BadRequest("error-form"))?;
    if !app.clock.go_to(to.to_utc()) {
        return Err(Error::NotFound);
    }
    Ok(app.clock.now().to_rfc3339())
}

async fn mailbox(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let mails = outbox::latest(&mut app.db.read().await?, 200).await?;
    page::html(&Mailbox { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "demo-mailbox", &[])), mails })
}

async fn mail(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mail = outbox::one(&mut app.db.read().await?, id).await?;
    let parts = parts(&mail.body, &app.settings.base_url);
    let mut response = page::html(&MailPage { page: Page::new(&app, &visitor, mail.subject.clone()), mail, parts })?;
    // The only page with a frame in it: the mail as a mail program shows it.
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(WITH_FRAME));
    Ok(response)
}

/// The HTML half of a mail, shut in: no script, no form, nothing from elsewhere; its links open pages of their own.
async fn html(State(app): State<App>, Path(id): Path<Uuid>) -> Result<Response> {
    let mail = outbox::one(&mut app.db.read().await?, id).await?;
    let page = Page::new(&app, &Visitor::stranger(Lang::of(&mail.language)), mail.subject.clone());
    let mut response = Html(Content::read(&mail.content).html(&page, &mail.subject)?).into_response();
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(MAIL_ONLY));
    Ok(response)
}

/// The appointment a mail brings along, as the reader's calendar gets it.
async fn calendar(State(app): State<App>, Path(id): Path<Uuid>) -> Result<Response> {
    let mail = outbox::one(&mut app.db.read().await?, id).await?;
    if mail.calendar.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], mail.calendar).into_response())
}

/// Splits a body where this server's own addresses begin and end.
fn parts(body: &str, base_url: &str) -> Vec<(String, bool)> {
    let mut out = vec![];
    let mut rest = body;
    while let Some(start) = rest.find(base_url) {
        let end = rest[start..].find(char::is_whitespace).map_or(rest.len(), |n| start + n);
        out.push((rest[..start].to_owned(), false));
        out.push((rest[start..end].to_owned(), true));
        rest = &rest[end..];
    }
    out.push((rest.to_owned(), false));
    out
}

/// Each template of the demonstration with samples.
pub fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let mail = OutboxRow {
        id: Uuid::nil(),
        person_id: None,
        space_id: None,
        way: "mail".into(),
        sort: "notice".into(),
        content: String::new(),
        recipient: "ida@borger.example".into(),
        subject: "Læs rammen".into(),
        body: "Hej <Ida>\n\nhttp://127.0.0.1/x\n".into(),
        link: "/x".into(),
        language: "da".into(),
        created_at: page.now,
        attempts: 1,
        sent_at: Some(page.now),
        failed_at: None,
        last_error: None,
        calendar: "BEGIN:VCALENDAR".into(),
    };
    vec![
        ("mailbox", Mailbox { page: page.clone(), mails: vec![mail.clone()] }.render()),
        (
            "mail, text",
            MailPage { page: page.clone(), parts: vec![], mail: OutboxRow { way: "text".into(), calendar: String::new(), ..mail.clone() } }.render(),
        ),
        ("mailbox, empty", Mailbox { page: page.clone(), mails: vec![] }.render()),
        ("mail", MailPage { page: page.clone(), parts: parts(&mail.body, "http://127.0.0.1"), mail }.render()),
        ("patterns", patterns::sample(page)),
    ]
}
