//! Looking at what waits, and deciding: let it through, or send it back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use samskab_platform::db::Sql;
use samskab_platform::held::{self, Held, MUNICIPAL_LOOKERS};
use samskab_platform::screen::{Allowed, find};
use samskab_platform::{App, Error, Form, Page, Result, SpaceView, Visitor, desk, page, reading, screen_page, view};
use uuid::Uuid;

/// What waits in the whole municipality.
#[derive(Template)]
#[template(path = "held_list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) held: Vec<Waiting>,
}

/// What waits in a space.
#[derive(Template)]
#[template(path = "held_list_here.html")]
pub(crate) struct SpaceListPage {
    pub(crate) page: Page,
    pub(crate) held: Vec<Waiting>,
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

/// One text, and what can be done about it.
pub(crate) struct Look {
    pub(crate) held: Held,
    pub(crate) fields: Vec<Field>,
    pub(crate) form: Form,
    pub(crate) decisions: Vec<(String, String)>,
    /// The last day it is kept.
    pub(crate) until: chrono::NaiveDate,
}

impl Look {
    /// Whether the author hears what was decided: somebody without an account cannot be told.
    fn told(&self) -> bool {
        self.held.author_id.is_some()
    }
}

#[derive(Template)]
#[template(path = "held_look.html")]
pub(crate) struct LookPage {
    pub(crate) page: Page,
    pub(crate) look: Look,
}

#[derive(Template)]
#[template(path = "held_look_here.html")]
pub(crate) struct SpaceLookPage {
    pub(crate) page: Page,
    pub(crate) look: Look,
}

/// The last part of the addresses in a space.
const HERE: &str = "gennemsyn";

/// Where the list is, and where the decision is made from.
enum From {
    Space(Box<SpaceView>),
    Municipality,
}

impl From {
    fn list(&self) -> String {
        match self {
            From::Space(view) => view.under(HERE),
            From::Municipality => "/administration/gennemsyn".to_owned(),
        }
    }

    fn page(&self, app: &App, visitor: &Visitor, word: &str) -> Page {
        match self {
            From::Space(view) => Page::of_space(app, visitor, view, word),
            From::Municipality => Page::new(app, visitor, app.words.say(visitor.lang, word, &[])),
        }
    }
}

fn lines(visitor: &Visitor, held: Vec<Held>, base: &str) -> Vec<Waiting> {
    let me = visitor.person.as_ref().map(|p| p.id);
    held.into_iter()
        .map(|held| {
            let own = me.is_some() && [held.author_id, held.helper_id].contains(&me);
            Waiting { href: format!("{base}/{}", held.id), own, held }
        })
        .collect()
}

pub(crate) async fn of_space(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at(HERE);
    held::demand(&mut sql, &visitor, view.space.id).await?;
    let held = lines(&visitor, held::of_space(&mut sql, view.space.id).await?, &view.under(HERE));
    page::html(&SpaceListPage { page: Page::of_space(&app, &visitor, &view, "guard-list-title"), held })
}

pub(crate) async fn everywhere(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, MUNICIPAL_LOOKERS)?;
    let held = held::everywhere(&mut app.db.read().await?).await?;
    let page = From::Municipality.page(&app, &visitor, "guard-list-title");
    page::html(&ListPage { page, held: lines(&visitor, held, &From::Municipality.list()) })
}

pub(crate) async fn look_in_space(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let (held, from) = find_in_space(&app, &visitor, &slug, id).await?;
    shown(&app, &visitor, held, &from).await
}

pub(crate) async fn look(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    desk::admit(&visitor, MUNICIPAL_LOOKERS)?;
    let held = held::find(&mut app.db.read().await?, &visitor, id).await?;
    shown(&app, &visitor, held, &From::Municipality).await
}

pub(crate) async fn decide_in_space(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let (held, from) = find_in_space(&app, &visitor, &slug, id).await?;
    decided(&app, &visitor, held, &from, form).await
}

pub(crate) async fn decide(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    desk::admit(&visitor, MUNICIPAL_LOOKERS)?;
    let held = held::find(&mut app.db.read().await?, &visitor, id).await?;
    decided(&app, &visitor, held, &From::Municipality, form).await
}

async fn find_in_space(app: &App, visitor: &Visitor, slug: &str, id: Uuid) -> Result<(Held, From)> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, app, visitor, slug).await?.at(HERE);
    let held = held::find(&mut sql, visitor, id).await?;
    if held.space_id == view.space.id { Ok((held, From::Space(Box::new(view)))) } else { Err(Error::NotFound) }
}

async fn look_at(app: &App, page: &Page, sql: &mut Sql, held: Held, form: Form) -> Result<Look> {
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
    let back = if held.author_id.is_some() { "guard-decision-back" } else { "guard-decision-stop" };
    let decisions = vec![("through".to_owned(), page.t("guard-decision-through")), ("back".to_owned(), page.t(back))];
    let until = (held.at + chrono::Duration::days(held::DAYS)).date_naive();
    Ok(Look { held, fields, form, decisions, until })
}

async fn shown(app: &App, visitor: &Visitor, held: Held, from: &From) -> Result<Response> {
    let mut sql = app.db.write().await?;
    if let Some(author) = held.author_id {
        reading::note(&mut sql, app, visitor.person.as_ref().map(|p| p.id), author, "reading-held").await?;
    }
    let page = from.page(app, visitor, "guard-look-title");
    let look = look_at(app, &page, &mut sql, held, Form::default()).await?;
    sql.commit().await?;
    match from {
        From::Space(_) => page::html(&SpaceLookPage { page, look }),
        From::Municipality => page::html(&LookPage { page, look }),
    }
}

async fn decided(app: &App, visitor: &Visitor, held: Held, from: &From, mut form: Form) -> Result<Response> {
    let by = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    let page = from.page(app, visitor, "guard-look-title");
    let told = held.author_id.is_some();
    form.called(&page, &[("decision", "guard-decision"), ("reason", "guard-reason")]);
    let decision = form.value("decision").to_owned();
    if !["through", "back"].contains(&decision.as_str()) {
        form.wrong("decision", page.t("form-required"));
    }
    let reason = if decision == "back" && told { form.required(&page, "reason", 1_000) } else { String::new() };
    if form.ok() && decision == "back" {
        held::send_back(app, &held, by, &reason).await?;
        return Ok(page::go(&from.list(), if told { "held-back" } else { "held-stopped" }));
    }
    if form.ok() {
        let status = held::replay(app, &held, by).await?.status();
        if status.is_success() || status.is_redirection() {
            return Ok(page::go(&from.list(), if told { "held-through" } else { "held-shown" }));
        }
        // What was to be published has changed meanwhile: a dialogue is closed, the author has left.
        let word = if status == StatusCode::UNPROCESSABLE_ENTITY || status.is_client_error() { "guard-cannot" } else { "guard-failed" };
        form.wrong("decision", page.t(word));
    }
    let mut sql = app.db.read().await?;
    let look = look_at(app, &page, &mut sql, held, form).await?;
    match from {
        From::Space(_) => page::not_accepted(&SpaceLookPage { page, look }),
        From::Municipality => page::not_accepted(&LookPage { page, look }),
    }
}
