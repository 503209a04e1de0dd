//! New volunteers and their buddies, and thanks.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::person::{self, Choice};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, LIST, THANK, TICK, UNTHANK, WELCOME, WELCOMES};
use crate::model::{STEP, STEPS, THANKS, steps_of};
use crate::people_store::{self, Step, Thanks, Welcome};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/gensidighed/velkomst", get(welcomes).post(begin))
        .route("/forloeb/{slug}/gensidighed/velkomst/liste", post(list))
        .route("/forloeb/{slug}/gensidighed/velkomst/{id}", get(welcome))
        .route("/forloeb/{slug}/gensidighed/velkomst/{id}/trin", post(tick))
        .route("/forloeb/{slug}/gensidighed/velkomst/{id}/slut", post(end))
        .route("/forloeb/{slug}/gensidighed/tak", get(thanks).post(thank))
        .route("/forloeb/{slug}/gensidighed/tak/{id}/fjern", post(unthank))
}

fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

fn options(people: &[Choice]) -> Vec<(String, String)> {
    people.iter().map(|p| (p.0.to_string(), p.1.clone())).collect()
}

#[derive(Template)]
#[template(path = "reciprocity_welcomes.html")]
pub(crate) struct WelcomesPage {
    pub(crate) page: Page,
    pub(crate) welcomes: Vec<Welcome>,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) steps: Vec<String>,
    pub(crate) form: Form,
}

/// The house's list, or the program's own in the space's language.
async fn steps_in(sql: &mut Sql, page: &Page, space: Uuid) -> Result<Vec<String>> {
    Ok(steps_of(&people_store::list(sql, space).await?.unwrap_or_else(|| page.t("reciprocity-steps"))))
}

async fn welcomes_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<WelcomesPage> {
    let page = Page::of_space(app, visitor, view, "reciprocity-welcome");
    Ok(WelcomesPage {
        welcomes: people_store::welcomes(sql, view.space.id).await?,
        people: options(&person::of_space(sql, view.space.id).await?),
        steps: steps_in(sql, &page, view.space.id).await?,
        form,
        page,
    })
}

async fn welcomes(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("gensidighed");
    view.demand(&WELCOME)?;
    let mut shown = welcomes_page(&mut sql, &app, &visitor, &view, Form::default()).await?;
    shown.form.set("steps", shown.steps.join("\n"));
    page::html(&shown)
}

async fn begin(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WELCOME).await?;
    let people = person::of_space(act.sql(), view.space.id).await?;
    let mut shown = welcomes_page(act.sql(), &app, &visitor, &view, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.set("steps", shown.steps.join("\n"));
    form.called(page, &[("person", "reciprocity-new"), ("buddy", "reciprocity-buddy")]);
    let new = form.choice(page, "person", people.iter().map(|p| p.0));
    let new = form.need(page, "person", new);
    let buddy = form.choice(page, "buddy", people.iter().map(|p| p.0));
    let buddy = form.need(page, "buddy", buddy);
    if new.is_some() && new == buddy {
        form.wrong("buddy", page.t("reciprocity-same-person"));
    }
    let (Some(new), Some(buddy), true) = (new, buddy, form.ok()) else {
        return page::not_accepted(&shown);
    };
    let id = acts::welcome(&mut act, new, buddy, &shown.steps).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("gensidighed/velkomst/{id}")), "reciprocity-welcome-begun"))
}

async fn list(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &LIST).await?;
    let mut shown = welcomes_page(act.sql(), &app, &visitor, &view, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("steps", "reciprocity-list")]);
    let steps = steps_of(&form.required(page, "steps", STEP * STEPS));
    if steps.len() > STEPS || steps.iter().any(|s| s.chars().count() > STEP) {
        form.wrong("steps", page.t2("reciprocity-list-long", "n", STEPS, "length", STEP));
    }
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    acts::list(&mut act, &steps).await?;
    act.commit().await?;
    Ok(page::go(&view.under("gensidighed/velkomst"), "reciprocity-list-saved"))
}

#[derive(Template)]
#[template(path = "reciprocity_welcome.html")]
pub(crate) struct WelcomePage {
    pub(crate) page: Page,
    pub(crate) w: Welcome,
    pub(crate) steps: Vec<Step>,
    pub(crate) is_new: bool,
    /// Whether the visitor sees all welcomes.
    pub(crate) runs: bool,
}

async fn welcome(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("gensidighed");
    view.demand(&TICK)?;
    let w = people_store::welcome(&mut sql, view.space.id, id_of(&id)?).await?;
    // Whoever has no part in it does not learn that it is there.
    if !view.roles.iter().any(|r| WELCOMES.contains(r)) && view.person != Some(w.person_id) && view.person != Some(w.buddy_id) {
        return Err(Error::NotFound);
    }
    let steps = people_store::steps(&mut sql, w.id).await?;
    page::html(&WelcomePage {
        page: Page::of_space(&app, &visitor, &view, "reciprocity-welcome"),
        is_new: view.person == Some(w.person_id),
        runs: view.may(&WELCOME),
        w,
        steps,
    })
}

async fn tick(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &TICK).await?;
    let id = id_of(&id)?;
    let position = form.value("step").parse().map_err(|_| Error::BadRequest("error-form"))?;
    acts::tick(&mut act, id, position, !form.is("done", "no")).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("gensidighed/velkomst/{id}")), "reciprocity-ticked"))
}

async fn end(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &TICK).await?;
    let id = id_of(&id)?;
    acts::end(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("gensidighed/velkomst/{id}")), "reciprocity-welcome-ended"))
}

/// Thanks with whether the visitor may take them away.
pub(crate) struct ThanksRow {
    pub(crate) t: Thanks,
    pub(crate) may_remove: bool,
}

#[derive(Template)]
#[template(path = "reciprocity_thanks.html")]
pub(crate) struct ThanksPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<ThanksRow>,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) may_thank: bool,
    pub(crate) form: Form,
}

async fn thanks_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<ThanksPage> {
    let runs = view.roles.iter().any(|r| WELCOMES.contains(r));
    let may = |t: &Thanks| view.may(&UNTHANK) && view.person.is_some() && (runs || t.person_id == view.person || Some(t.said_by) == view.person);
    let may_thank = view.may(&THANK);
    Ok(ThanksPage {
        rows: people_store::thanks(sql, view.space.id).await?.into_iter().map(|t| ThanksRow { may_remove: may(&t), t }).collect(),
        people: if may_thank { options(&person::of_space(sql, view.space.id).await?) } else { vec![] },
        may_thank,
        form,
        page: Page::of_space(app, visitor, view, "reciprocity-thanks"),
    })
}

async fn thanks(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("gensidighed");
    page::html(&thanks_page(&mut sql, &app, &visitor, &view, Form::default()).await?)
}

async fn thank(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &THANK).await?;
    let people = person::of_space(act.sql(), view.space.id).await?;
    let mut shown = thanks_page(act.sql(), &app, &visitor, &view, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("person", "reciprocity-thanks-to"), ("group", "reciprocity-thanks-group"), ("text", "reciprocity-thanks-text")]);
    let to = form.choice(page, "person", people.iter().map(|p| p.0));
    let group = form.optional(page, "group", 60);
    if to.is_none() && group.is_empty() && form.error("person").is_none() {
        form.wrong("person", page.t("reciprocity-thanks-nobody"));
    }
    let text = form.required(page, "text", THANKS);
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    acts::thank(&mut act, to, &group, &text).await?;
    act.commit().await?;
    Ok(page::go(&view.under("gensidighed/tak"), "reciprocity-thanked"))
}

async fn unthank(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &UNTHANK).await?;
    acts::unthank(&mut act, id_of(&id)?).await?;
    act.commit().await?;
    Ok(page::go(&view.under("gensidighed/tak"), "reciprocity-unthanked"))
}
