//! Where one writes a code from paper: a letter's, or one of one's own.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use samskab_platform::access::Role;
use samskab_platform::assurance::Assurance;
use samskab_platform::session::{self, Browser, Opening};
use samskab_platform::space::Space;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page};
use serde::Deserialize;

use crate::acts::{self, COME_IN, JOIN};
use crate::letters::{self, Found};
use crate::model::{self, Slip};
use crate::store;

#[derive(Template)]
#[template(path = "code.html")]
pub(crate) struct CodePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
}

#[derive(Template)]
#[template(path = "join.html")]
pub(crate) struct JoinPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) title: String,
    pub(crate) sentence: String,
    pub(crate) role: String,
    /// Who has signed in here.
    pub(crate) here: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Scanned {
    #[serde(default)]
    k: String,
}

fn code_page(app: &App, visitor: &Visitor, form: Form) -> CodePage {
    CodePage { page: Page::new(app, visitor, app.words.say(visitor.lang, "code-title", &[])), form }
}

pub(crate) async fn ask(State(app): State<App>, visitor: Visitor, Query(query): Query<Scanned>) -> Result<Response> {
    page::html(&code_page(&app, &visitor, Form::filled([("code", query.k.chars().take(40).collect())])))
}

/// Reads the code of a form, and what it is good for; errors stay in the form.
async fn found(app: &App, template: &mut CodePage) -> Result<Option<Found>> {
    let (page, form) = (&template.page, &mut template.form);
    let typed = form.required(page, "code", 60);
    if !form.ok() {
        return Ok(None);
    }
    let code = match model::read_code(&typed) {
        Ok(code) => code,
        Err(slip) => {
            form.wrong(
                "code",
                page.t(match slip {
                    Slip::Length => "code-length",
                    Slip::Sign => "code-sign",
                    Slip::Check => "code-check",
                }),
            );
            return Ok(None);
        }
    };
    match letters::find(app, &code).await {
        Ok(found) => Ok(Some(found)),
        Err(Error::Refused(word)) => {
            form.wrong("code", page.t(word));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

pub(crate) async fn enter(State(app): State<App>, visitor: Visitor, browser: Browser, form: Form) -> Result<Response> {
    let mut template = code_page(&app, &visitor, form);
    let Some(found) = found(&app, &mut template).await? else {
        return page::not_accepted(&template);
    };
    let mut act = acts::by_program(&app, &COME_IN).await?;
    let (person, way) = match found {
        Found::Join(letter, space) => return page::html(&join_page(&app, &visitor, &letter, *space, template.form)),
        Found::Again(letter, person) => {
            let at = act.at();
            if !store::use_letter(act.sql(), letter.id, person, at).await? {
                return Err(Error::Refused("error-code-used"));
            }
            (person, "letter")
        }
        Found::Own(person) => (person, "recovery"),
    };
    let token = session::open(act.sql(), &app, &Opening { person, way, assurance: Assurance::Low, browser: &browser }).await?;
    act.commit().await?;
    // What they came for is most likely to put their ways in right.
    let mut response = page::go("/min-side/log-ind", "recovered");
    session::give(&mut response, &app, &token);
    Ok(response)
}

fn join_page(app: &App, visitor: &Visitor, letter: &store::Letter, space: Space, form: Form) -> JoinPage {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "join-title", &[("space", &space.title)]));
    let role = match letter.role.as_deref().and_then(Role::of) {
        Some(role) => role_name(app, &page, &space, role),
        None => page.t("join-participant"),
    };
    let here = visitor.person.as_ref().map(|p| if p.name.is_empty() { p.email.clone().unwrap_or_default() } else { p.name.clone() });
    JoinPage { form, title: space.title, sentence: if space.sentence.is_empty() { space.summary } else { space.sentence }, role, here, page }
}

pub(crate) async fn join(State(app): State<App>, visitor: Visitor, browser: Browser, form: Form) -> Result<Response> {
    let mut asked = code_page(&app, &visitor, form);
    let Some(Found::Join(letter, space)) = found(&app, &mut asked).await? else {
        return page::not_accepted(&asked);
    };
    let mut template = join_page(&app, &visitor, &letter, (*space).clone(), asked.form);
    let here = visitor.person.as_ref().map(|p| p.id);
    let name = if here.is_some() { String::new() } else { template.form.required(&template.page, "name", 80) };
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    let mut act = Act::begin_by_token(&app, space.id, &JOIN).await?;
    let person = letters::join(&mut act, &letter, here, &name, visitor.lang).await?;
    let token = match here {
        Some(_) => None,
        None => Some(session::open(act.sql(), &app, &Opening { person, way: "letter", assurance: Assurance::Low, browser: &browser }).await?),
    };
    act.commit().await?;
    let mut response = page::go(&format!("/forloeb/{}", space.slug), "joined");
    if let Some(token) = token {
        session::give(&mut response, &app, &token);
    }
    Ok(response)
}

/// What a role is called in spaces of a recipe.
pub(crate) fn role_name(app: &App, page: &Page, space: &Space, role: Role) -> String {
    app.recipe_of(space).map_or_else(|| page.t(&format!("role-{}", role.key())), |r| r.role_name(page.lang, role).to_owned())
}
