//! The council's answers: one, the next, and a new one in the place of one that was wrong.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};

use crate::acts::{self, ANSWER, CORRECT};
use crate::document::tally_line;
use crate::draft_store::{self, Said};
use crate::model::{Answer, Decided, Outcome, Recommendation};
use crate::pages::{id_of, path_of};
use crate::stance::{Stance, Tally};
use crate::store;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/anbefalinger/svar", get(first))
        .route("/forloeb/{slug}/anbefalinger/{id}/svar", get(answer_form).post(answer))
        .route("/forloeb/{slug}/anbefalinger/{id}/svar/ret", get(correct_form).post(correct))
}

#[derive(Template)]
#[template(path = "recommendation_answer.html")]
pub(crate) struct AnswerPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) r: Recommendation,
    /// How many wait besides this one.
    pub(crate) more: i64,
    pub(crate) support: String,
    pub(crate) said: Vec<Said>,
    /// Whether it takes the place of an answer that stands.
    pub(crate) corrects: bool,
}

impl AnswerPage {
    /// What can be answered.
    pub(crate) fn outcomes(&self) -> [Outcome; 4] {
        Outcome::ALL
    }

    /// What the minority said.
    pub(crate) fn minority(&self) -> Vec<&Said> {
        self.said.iter().filter(|s| s.stance() == Stance::Against && !s.statement.is_empty()).collect()
    }
}

async fn answer_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, r: Recommendation, form: Form, corrects: bool) -> Result<AnswerPage> {
    let page = Page::of_space(app, visitor, view, if corrects { "recommendations-correct" } else { "recommendations-answer" });
    let said = draft_store::stances(sql, r.id).await?;
    let tally = Tally::of(said.iter().map(Said::stance));
    let more = if corrects { 0 } else { (store::waiting(sql, view.space.id).await? - 1).max(0) };
    Ok(AnswerPage { support: if tally.all() > 0 { tally_line(&page, &tally) } else { String::new() }, page, form, r, more, said, corrects })
}

/// The first that waits; with none, the list.
async fn first(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    view.demand(&ANSWER)?;
    Ok(match store::next_waiting(&mut sql, view.space.id, 0).await? {
        Some(id) => page::go(&format!("{}/svar", path_of(&view, id)), ""),
        None => page::go(&view.under("anbefalinger"), ""),
    })
}

async fn answer_form(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&ANSWER)?;
    let r = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    acts::must_wait(&r)?;
    let form = Form::filled([("body", view.space.belongs_to.clone()), ("decided_on", app.clock.today().to_string())]);
    page::html(&answer_page(&mut sql, &app, &visitor, &view, r, form, false).await?)
}

/// Reads an answer; errors stay in the form.
fn read(shown: &mut AnswerPage) -> Option<(Answer, Decided)> {
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("outcome", "recommendations-outcome"), ("reason", "recommendations-answer-reason"), ("meeting", "recommendations-meeting")]);
    form.called(page, &[("body", "recommendations-body"), ("decided_on", "recommendations-decided-on")]);
    let outcome = Outcome::of(form.value("outcome"));
    let outcome = form.need(page, "outcome", outcome);
    let reason = form.required(page, "reason", 8_000);
    let meeting = form.optional(page, "meeting", 200);
    let body = form.optional(page, "body", 160);
    let on = form.date(page, "decided_on");
    if on.is_some_and(|day| day > page.today()) {
        form.wrong("decided_on", page.t("recommendations-decided-in-future"));
    }
    // Where the form does not say, it was today.
    let decided = Decided { body, on: on.unwrap_or_else(|| page.today()) };
    Some((Answer { outcome: outcome?, reason, meeting }, decided)).filter(|_| form.ok())
}

async fn answer(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &ANSWER).await?;
    let r = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    acts::must_wait(&r)?;
    let (id, number) = (r.id, r.number);
    let mut shown = answer_page(act.sql(), &app, &visitor, &view, r, form, false).await?;
    let Some((given, decided)) = read(&mut shown) else {
        return page::not_accepted(&shown);
    };
    acts::decided(&mut act, id, &given, &decided).await?;
    let next = if shown.form.value("then") == "next" { store::next_waiting(act.sql(), view.space.id, number).await? } else { None };
    act.commit().await?;
    Ok(match next {
        Some(next) => page::go(&format!("{}/svar", path_of(&view, next)), "recommendations-answered-next"),
        None => page::go(&path_of(&view, id), "recommendations-answered"),
    })
}

async fn correct_form(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&CORRECT)?;
    let r = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    acts::must_be_answered(&r)?;
    let on = r.decided_on().map(|day| day.to_string());
    let stands = [("outcome", r.outcome.clone()), ("reason", r.answer.clone()), ("meeting", r.meeting.clone()), ("body", r.body.clone()), ("decided_on", on)];
    let form = Form::filled(stands.map(|(name, value)| (name, value.unwrap_or_default())));
    page::html(&answer_page(&mut sql, &app, &visitor, &view, r, form, true).await?)
}

async fn correct(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CORRECT).await?;
    let r = store::one(act.sql(), view.space.id, id_of(&id)?).await?;
    acts::must_be_answered(&r)?;
    let id = r.id;
    let mut shown = answer_page(act.sql(), &app, &visitor, &view, r, form, true).await?;
    shown.form.called(&shown.page, &[("correction", "recommendations-correction")]);
    let why = shown.form.required(&shown.page, "correction", 1_000);
    let Some((given, decided)) = read(&mut shown) else {
        return page::not_accepted(&shown);
    };
    acts::correct(&mut act, id, &given, &decided, &why).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-corrected"))
}
