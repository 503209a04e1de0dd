//! What is stored about me: the page, and the files to take along.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::person::Person;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Error, Page, Result, Visitor, page};

use crate::about::{self, About, Group, Help, Line};

/// As many of each kind as a page shows.
const ON_PAGE: usize = 25;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/min-side/oplysninger", get(show))
        .route("/min-side/oplysninger/hent.json", get(json))
        .route("/min-side/oplysninger/hent.html", get(html))
}

/// The visitor as themselves: nobody does this for somebody else.
pub(crate) fn myself(visitor: &Visitor) -> Result<&Person> {
    match (&visitor.person, &visitor.helper) {
        (Some(person), None) => Ok(person),
        (Some(_), Some(_)) => Err(Error::Refused("error-assisting")),
        (None, _) => Err(Error::SignIn),
    }
}

#[derive(Template)]
#[template(path = "about_me.html")]
struct AboutPage {
    page: Page,
    about: About,
}

#[derive(Template)]
#[template(path = "about_me_file.html")]
struct AboutFile {
    page: Page,
    name: String,
    about: About,
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = myself(&visitor)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "account-stored", &[]));
    let raw = about::gather(&mut app.db.read().await?, &app, &page, me, ON_PAGE).await?;
    let about = raw.told(&page);
    page::html(&AboutPage { page, about })
}

fn file(kind: &'static str, name: &str, content: String) -> Result<Response> {
    let mut response = content.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    let disposition = format!("attachment; filename=\"{name}\"");
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&disposition).map_err(|e| Error::Internal(e.to_string()))?);
    headers.insert(axum::http::header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

async fn json(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = myself(&visitor)?;
    let page = Page::new(&app, &visitor, String::new());
    let raw = about::gather(&mut app.db.read().await?, &app, &page, me, usize::MAX).await?;
    let name = format!("{}-{}.json", page.t("export-file"), page.today());
    file("application/json; charset=utf-8", &name, serde_json::to_string_pretty(&raw.json(&page))?)
}

async fn html(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = myself(&visitor)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "account-stored", &[]));
    let raw = about::gather(&mut app.db.read().await?, &app, &page, me, usize::MAX).await?;
    let name = format!("{}-{}.html", page.t("export-file"), page.today());
    let about = raw.told(&page);
    file("text/html; charset=utf-8", &name, AboutFile { page, name: me.name.clone(), about }.render()?)
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let line = Line { fields: vec![("Tekst".into(), "Flere <bænke>".into())], href: "/forloeb/x".into() };
    let group = Group { title: page.t("stored-role"), after: page.t("after-delete"), total: 30, lines: vec![line] };
    let bare = Group { title: page.t("stored-word"), after: page.t("after-delete"), total: 4, lines: vec![] };
    let about = About {
        who: vec![("Navn".into(), "Ida".into())],
        groups: vec![group, bare],
        readings: vec![(page.now, Some("Sille".into()), "reading-person".into()), (page.now, None, "reading-helped".into())],
        helped: vec![
            Help { who: "Sille".into(), what: "Stemte <3".into(), space: "Ungepolitik".into(), href: "/forloeb/x".into(), at: page.now },
            Help { who: "Bo".into(), what: "Noget".into(), space: "Lukket".into(), href: String::new(), at: page.now },
        ],
    };
    let empty = About { who: vec![], groups: vec![], readings: vec![], helped: vec![] };
    vec![
        ("about_me", AboutPage { page: page.clone(), about: about.clone() }.render()),
        ("about_me, empty", AboutPage { page: page.clone(), about: empty }.render()),
        ("about_me_file", AboutFile { page: page.clone(), name: "Ida".into(), about }.render()),
    ]
}
