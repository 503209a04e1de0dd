//! The form people reach from the code on the screen: no sign-in, no name, a few lines on a telephone.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use samskab_platform::access::Visibility;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, space};

use crate::acts::{HAND_IN, SAY, Said};
use crate::hall_store::{self, Hall};
use crate::halls;
use crate::model::{TEXT, TITLE, typed_code};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/ide/{code}", get(show).post(send))
}

#[derive(Template)]
#[template(path = "idea_say.html")]
pub(crate) struct SayPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) hall: Hall,
    pub(crate) open: bool,
    pub(crate) space: String,
    /// The ideas' page, where everybody may see it.
    pub(crate) ideas: Option<String>,
}

async fn say_page(app: &App, visitor: &Visitor, code: &str, form: Form) -> Result<SayPage> {
    let mut sql = app.db.read().await?;
    let hall = hall_store::by_code(&mut sql, &typed_code(code)).await?.ok_or(Error::NotFound)?;
    let space = space::by_id(&mut sql, hall.space_id).await?;
    Ok(SayPage {
        page: Page::new(app, visitor, hall.question.clone()),
        open: hall.is_open(app.clock.now()) && space.closed_at.is_none(),
        ideas: (space.visibility == Visibility::Public).then(|| format!("/forloeb/{}/ideer", space.slug)),
        space: space.title,
        form,
        hall,
    })
}

async fn show(Program(app): Program<App>, visitor: Visitor, Path(code): Path<String>) -> Result<Response> {
    page::html(&say_page(&app, &visitor, &code, Form::default()).await?)
}

async fn send(Program(app): Program<App>, visitor: Visitor, Path(code): Path<String>, form: Form) -> Result<Response> {
    let mut shown = say_page(&app, &visitor, &code, form).await?;
    if !shown.open {
        // What was typed stands on the page, to be taken along.
        return Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response());
    }
    shown.form.called(&shown.page, &[("title", "ideas-say-field"), ("text", "ideas-say-more")]);
    let title = shown.form.required(&shown.page, "title", TITLE).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = shown.form.optional(&shown.page, "text", TEXT);
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    let def = if shown.hall.look_first { &HAND_IN } else { &SAY };
    let mut act = Act::begin_by_token_for(&app, &visitor, shown.hall.space_id, def).await?;
    halls::send(&mut act, &shown.hall, Said { title: &title, text: &text }).await?;
    act.commit().await?;
    let done = if shown.hall.look_first { "idea-handed-in" } else { "idea-said" };
    Ok(page::go(&format!("/ide/{}", shown.hall.code), done))
}
