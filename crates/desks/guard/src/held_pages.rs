//! Looking at what waits, and deciding: let it through, or send it back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use samskab_platform::db::Sql;
use samskab_platform::held::{self, Held, MUNICIPAL_LOOKERS};
use samskab_platform::screen::{Allowed, find};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, desk, page, reading, screen_page, view};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "held_list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) held: Vec<Waiting>,
    pub(crate) crumb: (String, String),
}

/// One line of the list.
pub(crate) struct Waiting {
    pub(crate) held: Held,
    pub(crate) href: String,
    /// The visitor's own, which somebody else must look at.
    pub(crate) own: bool,
}

/// A field of the form, with what was found in it marked.
pub(crate) struct Field {
    pub(crate) pieces: Vec<(String, Option<&'static str>)>,
    pub(crate) marked: bool,
}

#[derive(Template)]
#[template(path = "held_look.html")]
pub(crate) struct LookPage {
    pub(crate) page: Page,
    pub(crate) held: Held,
    pub(crate) fields: Vec<Field>,
    pub(crate) form: Form,
    pub(crate) decisions: Vec<(String, String)>,
    pub(crate) crumb: (String, String),
    /// The last day it is kept.
    pub(crate) until: chrono::NaiveDate,
}

/// Where the list is, and where the decision is made from.
enum From<'a> {
    Space(&'a str),
    Municipality,
}

impl From<'_> {
    fn list(&self) -> String {
        match self {
            From::Space(slug) => format!("/forloeb/{slug}/gennemsyn"),
            From::Municipality => "/administration/gennemsyn".to_owned(),
        }
    }
}

fn list_page(page: Page, visitor: &Visitor, held: Vec<Held>, base: &str, crumb: (String, String)) -> ListPage {
    let me = visitor.person.as_ref().map(|p| p.id);
    let held = held
        .into_iter()
        .map(|held| {
            let own = me.is_some() && [held.author_id, held.helper_id].contains(&me);
            Waiting { href: format!("{base}/{}", held.id), own, held }
        })
        .collect();
    ListPage { page, held, crumb }
}

pub(crate) async fn of_space(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    held::demand(&mut sql, &visitor, view.space.id).await?;
    let held = held::of_space(&mut sql, view.space.id).await?;
    let title = app.words.say(visitor.lang, "guard-list-title", &[]);
    let page = Page::new(&app, &visitor, title);
    let crumb = (view.href(), view.space.title.clone());
    page::html(&list_page(page, &visitor, held, &From::Space(&slug).list(), crumb))
}

pub(crate) async fn everywhere(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, MUNICIPAL_LOOKERS)?;
    let held = held::everywhere(&mut app.db.read().await?).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "guard-list-title", &[]));
    let crumb = ("/administration".to_owned(), page.t("nav-administration"));
    page::html(&list_page(page, &visitor, held, &From::Municipality.list(), crumb))
}

pub(crate) async fn look_in_space(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let held = find_in_space(&app, &visitor, &slug, id).await?;
    shown(&app, &visitor, held, &From::Space(&slug)).await
}

pub(crate) async fn look(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    desk::admit(&visitor, MUNICIPAL_LOOKERS)?;
    let held = held::find(&mut app.db.read().await?, &visitor, id).await?;
    shown(&app, &visitor, held, &From::Municipality).await
}

pub(crate) async fn decide_in_space(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let held = find_in_space(&app, &visitor, &slug, id).await?;
    decided(&app, &visitor, held, &From::Space(&slug), form).await
}

pub(crate) async fn decide(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    desk::admit(&visitor, MUNICIPAL_LOOKERS)?;
    let held = held::find(&mut app.db.read().await?, &visitor, id).await?;
    decided(&app, &visitor, held, &From::Municipality, form).await
}

async fn find_in_space(app: &App, visitor: &Visitor, slug: &str, id: Uuid) -> Result<Held> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, app, visitor, slug).await?;
    let held = held::find(&mut sql, visitor, id).await?;
    if held.space_id == view.space.id { Ok(held) } else { Err(Error::NotFound) }
}

async fn look_page(app: &App, visitor: &Visitor, sql: &mut Sql, held: Held, from: &From<'_>, form: Form) -> Result<LookPage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "guard-look-title", &[]));
    let submission = held::open(sql, app, held.id).await?;
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&submission.form).map_err(|_| Error::BadRequest("error-form"))?;
    let (today, allowed) = (page.today(), Allowed::in_force(app));
    let fields = pairs
        .iter()
        .filter(|(_, value)| value.chars().any(char::is_alphabetic) || !find(value, today, &allowed).is_empty())
        .map(|(_, value)| {
            let hits = find(value, today, &allowed);
            Field { marked: !hits.is_empty(), pieces: screen_page::whole(value, &hits) }
        })
        .filter(|f| f.marked || f.pieces.iter().any(|(text, _)| text.contains(' ')))
        .collect();
    let decisions = ["through", "back"].map(|d| (d.to_owned(), page.t(&format!("guard-decision-{d}")))).to_vec();
    let until = (held.at + chrono::Duration::days(held::DAYS)).date_naive();
    let crumb = (from.list(), page.t("guard-list-title"));
    Ok(LookPage { page, held, fields, form, decisions, crumb, until })
}

async fn shown(app: &App, visitor: &Visitor, held: Held, from: &From<'_>) -> Result<Response> {
    let mut sql = app.db.write().await?;
    if let Some(author) = held.author_id {
        reading::note(&mut sql, app, visitor.person.as_ref().map(|p| p.id), author, "reading-held").await?;
    }
    let look = look_page(app, visitor, &mut sql, held, from, Form::default()).await?;
    sql.commit().await?;
    page::html(&look)
}

async fn decided(app: &App, visitor: &Visitor, held: Held, from: &From<'_>, mut form: Form) -> Result<Response> {
    let by = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    let page = Page::new(app, visitor, String::new());
    form.called(&page, &[("decision", "guard-decision"), ("reason", "guard-reason")]);
    let decision = form.value("decision").to_owned();
    if !["through", "back"].contains(&decision.as_str()) {
        form.wrong("decision", page.t("form-required"));
    }
    let reason = if decision == "back" { form.required(&page, "reason", 1_000) } else { String::new() };
    if form.ok() && decision == "back" {
        held::send_back(app, &held, by, &reason).await?;
        return Ok(page::go(&from.list(), "held-back"));
    }
    if form.ok() {
        let status = held::replay(app, &held, by).await?.status();
        if status.is_success() || status.is_redirection() {
            return Ok(page::go(&from.list(), "held-through"));
        }
        // What was to be published has changed meanwhile: a dialogue is closed, the author has left.
        let word = if status == StatusCode::UNPROCESSABLE_ENTITY || status.is_client_error() { "guard-cannot" } else { "guard-failed" };
        form.wrong("decision", page.t(word));
    }
    let mut sql = app.db.read().await?;
    page::not_accepted(&look_page(app, visitor, &mut sql, held, from, form).await?)
}
