//! Where an administrator makes a letter that lets somebody in again who has lost every other way.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use samskab_platform::access::Role;
use samskab_platform::desk::admit;
use samskab_platform::notice::Notice;
use samskab_platform::{Act, App, Page, Result, Visitor, page, person};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::LET_IN_AGAIN;
use crate::letter_pages::{PrintPage, print_page, sheets};
use crate::letters;
use crate::store::{self, Somebody};

#[derive(Template)]
#[template(path = "let_in_again.html")]
pub(crate) struct AgainPage {
    pub(crate) page: Page,
    pub(crate) q: String,
    pub(crate) found: Vec<Somebody>,
}

#[derive(Deserialize)]
pub(crate) struct Sought {
    #[serde(default)]
    q: String,
    /// Somebody found already.
    person: Option<Uuid>,
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Query(query): Query<Sought>) -> Result<Response> {
    admit(&visitor, &[Role::Administrator])?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "again-title", &[]));
    let mut sql = app.db.read().await?;
    let mut q: String = query.q.trim().chars().take(120).collect();
    let found = match query.person {
        Some(id) => store::this_person(&mut sql, id).await?,
        None if q.chars().count() < 2 => vec![],
        None => store::somebody(&mut sql, &q).await?,
    };
    if let (Some(_), [one]) = (query.person, found.as_slice()) {
        q.clone_from(&one.name);
    }
    page::html(&AgainPage { page, q, found })
}

pub(crate) async fn make(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &LET_IN_AGAIN).await?;
    let (code, expires) = letters::make_again(&mut act, id).await?;
    let somebody = person::find(act.sql(), id).await?;
    // Whoever did not ask for it hears of it while the letter is still in the post.
    let about = act.new_id();
    act.tell(id, &Notice::new("mail-let-in-again", "/min-side/log-ind", about).secret()).await?;
    act.commit().await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "again-title", &[]));
    let greeting = page.t1("letter-greeting-name", "name", &somebody.name);
    let (heading, text) = (page.t("again-heading"), page.t("again-text"));
    page::html(&PrintPage {
        heading,
        greeting,
        text,
        back: "/administration/log-ind/brev",
        last_step: "letter-write-code-again",
        ..print_page(&app, page, sheets(&app, &[code])?, expires)
    })
}
