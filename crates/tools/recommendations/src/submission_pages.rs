//! Handing drafts to the council, and what was handed over: on the screen, on paper, and as a file.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{ANSWER, SUBMIT, can_be_answered};
use crate::document::{self, Document, Item, StancePart, kind_word, tally_line};
use crate::model::Recommendation;
use crate::pages::{Row, id_of, path_of, row, tallies};
use crate::stance::Stance;
use crate::submission_store::{self, Submission};
use crate::{draft_store, handing, store};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/anbefalinger/indsend", get(choose).post(submit))
        .route("/forloeb/{slug}/anbefalinger/{id}/indsend", post(submit_one))
        .route("/forloeb/{slug}/anbefalinger/afleveringer/{id}", get(show))
        .route("/forloeb/{slug}/anbefalinger/afleveringer/{id}/pdf", get(paper))
        .route("/forloeb/{slug}/anbefalinger/afleveringer/{id}/json", get(file))
}

/// A draft that can be handed over.
pub(crate) struct Choice {
    pub(crate) id: Uuid,
    pub(crate) row: Row,
    /// Suggestions that nobody has settled.
    pub(crate) open: usize,
}

#[derive(Template)]
#[template(path = "submission_choose.html")]
pub(crate) struct ChoosePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) choices: Vec<Choice>,
    pub(crate) nobody_answers: bool,
}

#[derive(Template)]
#[template(path = "submission.html")]
pub(crate) struct SubmissionPage {
    pub(crate) page: Page,
    pub(crate) id: Uuid,
    pub(crate) document: Document,
    pub(crate) digest: String,
    /// Where each stands now, in the order of the document.
    pub(crate) now: Vec<(&'static str, String)>,
    pub(crate) may_answer: bool,
}

impl SubmissionPage {
    pub(crate) fn tally(&self, item: &Item) -> String {
        let tally = item.tally();
        if tally.all() == 0 { self.page.t("stance-none") } else { tally_line(&self.page, &tally) }
    }

    pub(crate) fn head(&self, said: &StancePart) -> String {
        self.page.t1(if said.stance() == Stance::Against { "stance-minority" } else { "stance-said" }, "name", &said.name)
    }

    pub(crate) fn kind(&self, kind: &str) -> String {
        kind_word(&self.page, kind)
    }

    pub(crate) fn state(&self, index: &usize) -> Option<&(&'static str, String)> {
        self.now.get(*index)
    }
}

async fn choose_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<ChoosePage> {
    let drafts: Vec<Recommendation> = store::all(sql, view.space.id).await?.into_iter().filter(Recommendation::is_draft).collect();
    let tallies = tallies(sql, view.space.id).await?;
    let open = draft_store::open_suggestions(sql, view.space.id).await?;
    let page = Page::of_space(app, visitor, view, "submission-choose");
    let choice =
        |r: &Recommendation| Choice { id: r.id, row: row(&page, view, r, tallies.get(&r.id)), open: open.iter().filter(|s| s.recommendation == r.id).count() };
    Ok(ChoosePage { choices: drafts.iter().map(choice).collect(), form, nobody_answers: !can_be_answered(sql, app, &view.space).await?, page })
}

async fn choose(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&SUBMIT)?;
    let mut chosen = choose_page(&mut sql, &app, &visitor, &view, Form::default()).await?;
    for choice in &chosen.choices {
        chosen.form.add("id".to_owned(), choice.id.to_string());
    }
    page::html(&chosen)
}

async fn submit(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &SUBMIT).await?;
    let mut chosen = choose_page(act.sql(), &app, &visitor, &view, form).await?;
    let ids: Vec<Uuid> = chosen.choices.iter().map(|c| c.id).filter(|id| chosen.form.is("id", &id.to_string())).collect();
    if ids.is_empty() {
        chosen.form.wrong("id", chosen.page.t("submission-none-chosen"));
        return page::not_accepted(&chosen);
    }
    let id = handing::submit(&mut act, &ids).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("anbefalinger/afleveringer/{id}")), "recommendations-submitted-all"))
}

async fn submit_one(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SUBMIT).await?;
    handing::submit(&mut act, &[id]).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-submitted"))
}

async fn found(app: &App, visitor: &Visitor, slug: &str, id: &str) -> Result<(Sql, SpaceView, Uuid, Submission)> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, app, visitor, slug).await?.at("anbefalinger");
    let id = id_of(id)?;
    let submission = submission_store::one(&mut sql, view.space.id, id).await?;
    Ok((sql, view, id, submission))
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let (mut sql, view, id, submission) = found(&app, &visitor, &slug, &id).await?;
    let document = Document::read(&submission.document)?;
    let mut page = Page::of_space(&app, &visitor, &view, "submission-title");
    page.title = format!("{} · {}", page.t1("submission-subtitle", "number", submission.number), view.space.title);
    let all = store::all(&mut sql, view.space.id).await?;
    let now = document.recommendations.iter().filter_map(|item| all.iter().find(|r| r.id == item.id)).map(|r| (r.tag(), page.t(r.word()))).collect();
    let may_answer = view.may(&ANSWER) && all.iter().any(|r| r.is_waiting() && r.submission_id == Some(id));
    page::html(&SubmissionPage { page, id, document, digest: submission.digest, now, may_answer })
}

fn attachment(kind: &'static str, name: String, bytes: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))], bytes).into_response()
}

async fn paper(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let (sql, view, _, submission) = found(&app, &visitor, &slug, &id).await?;
    // Setting the paper takes a while; the database is not kept waiting for it.
    drop(sql);
    let page = Page::new(&app, &visitor, String::new());
    let values = document::values(&page, &Document::read(&submission.document)?, &submission.digest);
    let bytes = document::paper(values, submission.submitted_at).await?;
    Ok(attachment("application/pdf", format!("{}-aflevering-{}.pdf", view.space.slug, submission.number), bytes))
}

async fn file(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let (_, view, _, submission) = found(&app, &visitor, &slug, &id).await?;
    Ok(attachment("application/json", format!("{}-aflevering-{}.json", view.space.slug, submission.number), submission.document.into_bytes()))
}
