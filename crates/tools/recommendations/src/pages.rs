//! The recommendations' pages: all of them, one of them, writing, submitting, answering.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::commitment::{self, Commitment};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, ANSWER, SUBMIT, WRITE};
use crate::model::{Outcome, Recommendation};
use crate::store;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/anbefalinger", get(list))
        .route("/forloeb/{slug}/anbefalinger/ny", get(new).post(create))
        .route("/forloeb/{slug}/anbefalinger/{id}", get(show))
        .route("/forloeb/{slug}/anbefalinger/{id}/ret", get(edit).post(change))
        .route("/forloeb/{slug}/anbefalinger/{id}/indsend", post(submit))
        .route("/forloeb/{slug}/anbefalinger/{id}/svar", get(answer_form).post(answer))
}

/// A recommendation as a line of a list.
pub(crate) struct Row {
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) tag: &'static str,
    pub(crate) status: String,
    pub(crate) detail: String,
    pub(crate) late: i64,
}

#[derive(Template)]
#[template(path = "recommendations.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) waiting: usize,
    pub(crate) may_write: bool,
}

#[derive(Template)]
#[template(path = "recommendation.html")]
pub(crate) struct RecommendationPage {
    pub(crate) page: Page,
    pub(crate) r: Recommendation,
    pub(crate) row: Row,
    pub(crate) waited: i64,
    pub(crate) commitments: Vec<Commitment>,
    pub(crate) may_edit: bool,
    pub(crate) may_submit: bool,
    /// It can be handed over as soon as there is somebody to answer.
    pub(crate) nobody_answers: bool,
    pub(crate) may_answer: bool,
    pub(crate) may_commit: bool,
}

#[derive(Template)]
#[template(path = "recommendation_edit.html")]
pub(crate) struct EditPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Missing while it is a new one.
    pub(crate) draft: Option<Recommendation>,
}

#[derive(Template)]
#[template(path = "recommendation_answer.html")]
pub(crate) struct AnswerPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) r: Recommendation,
}

impl AnswerPage {
    /// What can be answered.
    pub(crate) fn outcomes(&self) -> [Outcome; 4] {
        Outcome::ALL
    }
}

fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

fn path_of(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("anbefalinger/{id}"))
}

/// What a line of a list says.
pub(crate) fn row(page: &Page, view: &SpaceView, r: &Recommendation) -> Row {
    let waited = r.days_waited(page.now).unwrap_or(0);
    let detail = match (&r.submitted_at, &r.answered_at) {
        (_, Some(at)) => page.t1("recommendations-answered-on", "date", page.date_of(at)),
        (Some(at), None) => page.t2("recommendations-submitted-on", "date", page.date_of(at), "n", waited),
        (None, None) => page.t1("recommendations-draft-by", "name", &r.author),
    };
    Row {
        number: r.number,
        title: r.title.clone(),
        href: path_of(view, r.id),
        tag: r.tag(),
        status: page.t(r.word()),
        detail,
        late: r.days_late(view.space.answer_by, page.today()),
    }
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    let all = store::all(&mut sql, view.space.id).await?;
    let page = Page::of_space(&app, &visitor, &view, "recommendations-title");
    let rows = all.iter().map(|r| row(&page, &view, r)).collect();
    let waiting = all.iter().filter(|r| r.is_waiting()).count();
    page::html(&ListPage { page, rows, waiting, may_write: view.may(&WRITE) })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    let r = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let mut commitments = commitment::of_space(&mut sql, view.space.id).await?;
    commitments.retain(|c| c.source_id == Some(r.id));
    let may_submit = r.is_draft() && view.may(&SUBMIT);
    let nobody_answers = may_submit && !acts::can_be_answered(&mut sql, &app, &view.space).await?;
    let mut page = Page::of_space(&app, &visitor, &view, "recommendations-title");
    page.title = format!("{} · {}", r.title, view.space.title);
    page::html(&RecommendationPage {
        row: row(&page, &view, &r),
        waited: r.days_waited(page.now).unwrap_or(0),
        may_edit: r.is_draft() && view.may(&WRITE),
        may_submit,
        nobody_answers,
        may_answer: r.is_waiting() && view.may(&ANSWER),
        may_commit: r.outcome().is_some_and(Outcome::leads_to_deeds) && view.may(&commitment::MAKE),
        commitments,
        page,
        r,
    })
}

fn edit_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form, draft: Option<Recommendation>) -> EditPage {
    let word = if draft.is_some() { "recommendations-edit" } else { "recommendations-write" };
    EditPage { page: Page::of_space(app, visitor, view, word), form, draft }
}

/// Reads the form; errors stay in it.
fn read(edit: &mut EditPage) -> (String, String, String) {
    let (page, form) = (&edit.page, &mut edit.form);
    form.called(page, &[("title", "recommendations-title-label"), ("text", "recommendations-text"), ("reason", "recommendations-reason")]);
    (form.required(page, "title", 160), form.required(page, "text", 8_000), form.required(page, "reason", 8_000))
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&WRITE)?;
    page::html(&edit_page(&app, &visitor, &view, Form::default(), None))
}

async fn create(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let mut edit = edit_page(&app, &visitor, &view, form, None);
    let (title, text, reason) = read(&mut edit);
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    let id = acts::write(&mut act, None, &title, &text, &reason).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-written"))
}

/// A draft can be changed; what was submitted cannot.
fn must_be_draft(r: Recommendation) -> Result<Recommendation> {
    if r.is_draft() { Ok(r) } else { Err(Error::Refused("recommendations-not-draft")) }
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&WRITE)?;
    let draft = must_be_draft(store::one(&mut sql, view.space.id, id_of(&id)?).await?)?;
    let form = Form::filled([("title", draft.title.clone()), ("text", draft.text.clone()), ("reason", draft.reason.clone()), ("mark", draft.mark())]);
    page::html(&edit_page(&app, &visitor, &view, form, Some(draft)))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let draft = must_be_draft(store::one(act.sql(), view.space.id, id_of(&id)?).await?)?;
    let (id, mark) = (draft.id, draft.mark());
    let mut edit = edit_page(&app, &visitor, &view, form, Some(draft));
    let (title, text, reason) = read(&mut edit);
    if edit.form.value("mark") != mark {
        // Somebody changed the draft meanwhile: what was typed is kept, and the next try goes through.
        edit.form.set("mark", mark);
        edit.form.wrong("text", edit.page.t("recommendations-changed-meanwhile"));
    }
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    acts::write(&mut act, Some(id), &title, &text, &reason).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-written"))
}

async fn submit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SUBMIT).await?;
    acts::submit(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-submitted"))
}

fn answer_page(app: &App, visitor: &Visitor, view: &SpaceView, r: Recommendation, form: Form) -> AnswerPage {
    AnswerPage { page: Page::of_space(app, visitor, view, "recommendations-answer"), form, r }
}

async fn answer_form(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&ANSWER)?;
    let r = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    acts::must_wait(&r)?;
    page::html(&answer_page(&app, &visitor, &view, r, Form::default()))
}

async fn answer(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &ANSWER).await?;
    let r = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    acts::must_wait(&r)?;
    let id = r.id;
    let mut answer = answer_page(&app, &visitor, &view, r, form);
    let (page, form) = (&answer.page, &mut answer.form);
    form.called(page, &[("outcome", "recommendations-outcome"), ("reason", "recommendations-answer-reason"), ("meeting", "recommendations-meeting")]);
    let outcome = Outcome::of(form.value("outcome"));
    let outcome = form.need(page, "outcome", outcome);
    let reason = form.required(page, "reason", 8_000);
    let meeting = form.optional(page, "meeting", 200);
    let (Some(outcome), true) = (outcome, form.ok()) else {
        return page::not_accepted(&answer);
    };
    acts::answer(&mut act, id, outcome, &reason, &meeting).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-answered"))
}
