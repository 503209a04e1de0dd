//! The recommendations' pages: all of them, one of them, writing.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::commitment::{self, Commitment};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, space, tool, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, ANSWER, CORRECT, SOURCE, STANCE, SUBMIT, SUGGEST, VOICES, WRITE};
use crate::document::tally_line;
use crate::draft_store::{self, Said, Source, Suggestion};
use crate::drafting::{add_source, must_be_draft};
use crate::model::{Earlier, Outcome, Recommendation, Stance, Tally};
use crate::submission_store::{self, Handed};
use crate::texts::{TEXT, TITLE, Texts};
use crate::{sources, store};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/anbefalinger", get(list))
        .route("/forloeb/{slug}/anbefalinger/ny", get(new).post(create))
        .route("/forloeb/{slug}/anbefalinger/{id}", get(show))
        .route("/forloeb/{slug}/anbefalinger/{id}/ret", get(edit).post(change))
}

/// A recommendation as a line of a list.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) tag: &'static str,
    pub(crate) status: String,
    pub(crate) detail: String,
    /// How many stand where; empty where nobody has said.
    pub(crate) support: String,
    pub(crate) late: i64,
}

/// The public clock: days to the promised date or past it, and what waits.
#[derive(Clone)]
pub(crate) struct Countdown {
    pub(crate) days: i64,
    pub(crate) date: String,
    pub(crate) waiting: usize,
    pub(crate) answered: usize,
    pub(crate) sent: usize,
}

impl Countdown {
    /// The clock of a space; nothing where no date is promised or nothing was sent.
    pub(crate) fn of(page: &Page, view: &SpaceView, all: &[Recommendation]) -> Option<Self> {
        let (date, waiting) = (view.space.answer_by?, all.iter().filter(|r| r.is_waiting()).count());
        let sent = all.iter().filter(|r| !r.is_draft()).count();
        (sent > 0).then(|| Self { days: page.days_to(&date), date: page.date(&date), waiting, answered: sent - waiting, sent })
    }
}

#[derive(Template)]
#[template(path = "recommendations.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) clock: Option<Countdown>,
    pub(crate) submissions: Vec<Handed>,
    pub(crate) suggestions: Vec<draft_store::Waiting>,
    pub(crate) may_write: bool,
    /// Drafts that may be handed over.
    pub(crate) drafts: usize,
    pub(crate) may_answer: bool,
}

#[derive(Template)]
#[template(path = "recommendation.html")]
pub(crate) struct RecommendationPage {
    pub(crate) page: Page,
    pub(crate) r: Recommendation,
    pub(crate) row: Row,
    pub(crate) waited: i64,
    pub(crate) commitments: Vec<Commitment>,
    pub(crate) earlier: Vec<Earlier>,
    pub(crate) suggestions: Vec<Suggestion>,
    pub(crate) sources: Vec<Source>,
    pub(crate) said: Vec<Said>,
    pub(crate) tally: Tally,
    pub(crate) silent: usize,
    /// Where the visitor stands; empty: has not said.
    pub(crate) form: Form,
    pub(crate) may_edit: bool,
    pub(crate) may_suggest: bool,
    pub(crate) may_source: bool,
    pub(crate) may_stance: bool,
    pub(crate) may_submit: bool,
    /// It can be handed over as soon as there is somebody to answer.
    pub(crate) nobody_answers: bool,
    pub(crate) may_answer: bool,
    pub(crate) may_correct: bool,
    pub(crate) may_commit: bool,
    /// What other tools show beside it.
    pub(crate) attached: String,
}

impl RecommendationPage {
    /// Where one can stand.
    pub(crate) fn stances(&self) -> [Stance; 3] {
        Stance::ALL
    }

    /// Those with a statement, the minority first.
    pub(crate) fn statements(&self) -> Vec<&Said> {
        let mut said: Vec<&Said> = self.said.iter().filter(|s| !s.statement.is_empty()).collect();
        said.sort_by_key(|s| s.stance() != Stance::Against);
        said
    }

    /// The names on one side.
    pub(crate) fn names(&self, stance: &Stance) -> String {
        self.said.iter().filter(|s| s.stance() == *stance).map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// How many stood where on a text that has changed since.
    pub(crate) fn outdated(&self) -> usize {
        self.said.iter().filter(|s| self.r.is_draft() && s.version < self.r.version).count()
    }

    pub(crate) fn open(&self) -> Vec<&Suggestion> {
        self.suggestions.iter().filter(|s| s.is_open()).collect()
    }

    pub(crate) fn tally_line(&self) -> String {
        tally_line(&self.page, &self.tally)
    }

    pub(crate) fn kind(&self, source: &Source) -> String {
        crate::document::kind_word(&self.page, &source.kind)
    }
}

#[derive(Template)]
#[template(path = "recommendation_edit.html")]
pub(crate) struct EditPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Missing while it is a new one.
    pub(crate) draft: Option<Recommendation>,
    /// What a new one builds on.
    pub(crate) source: Option<Source>,
}

pub(crate) fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

pub(crate) fn path_of(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("anbefalinger/{id}"))
}

/// What a line of a list says.
pub(crate) fn row(page: &Page, view: &SpaceView, r: &Recommendation, tally: Option<&Tally>) -> Row {
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
        support: tally.filter(|t| t.all() > 0).map(|t| tally_line(page, t)).unwrap_or_default(),
        late: r.days_late(view.space.answer_by, page.today()),
    }
}

/// How many stand where, of every recommendation of a space.
pub(crate) async fn tallies(sql: &mut Sql, space: Uuid) -> Result<BTreeMap<Uuid, Tally>> {
    let mut all: BTreeMap<Uuid, Tally> = BTreeMap::new();
    for (id, stance, n) in draft_store::counted(sql, space).await? {
        if let Some(stance) = Stance::of(&stance) {
            all.entry(id).or_default().add(stance, usize::try_from(n).unwrap_or(0));
        }
    }
    Ok(all)
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    let all = store::all(&mut sql, view.space.id).await?;
    let tallies = tallies(&mut sql, view.space.id).await?;
    let submissions = submission_store::of_space(&mut sql, view.space.id).await?;
    let suggestions = if view.may(&WRITE) { draft_store::open_suggestions(&mut sql, view.space.id).await? } else { vec![] };
    let page = Page::of_space(&app, &visitor, &view, "recommendations-title");
    let rows = all.iter().map(|r| row(&page, &view, r, tallies.get(&r.id))).collect();
    page::html(&ListPage {
        rows,
        clock: Countdown::of(&page, &view, &all),
        submissions,
        suggestions,
        may_write: view.may(&WRITE),
        drafts: if view.may(&SUBMIT) { all.iter().filter(|r| r.is_draft()).count() } else { 0 },
        may_answer: view.may(&ANSWER) && all.iter().any(Recommendation::is_waiting),
        page,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    page::html(&shown(&mut sql, &app, &visitor, &view, id_of(&id)?).await?)
}

/// The page of one recommendation.
pub(crate) async fn shown(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid) -> Result<RecommendationPage> {
    let r = store::one(sql, view.space.id, id).await?;
    let mut commitments = commitment::of_space(sql, view.space.id).await?;
    commitments.retain(|c| c.source_id == Some(r.id));
    let may_submit = r.is_draft() && view.may(&SUBMIT);
    let nobody_answers = may_submit && !acts::can_be_answered(sql, app, &view.space).await?;
    let earlier = if r.outcome().is_some() { store::earlier(sql, r.id).await? } else { vec![] };
    let said = draft_store::stances(sql, r.id).await?;
    let mut voices: Vec<Uuid> = space::team(sql, view.space.id).await?.into_iter().filter(|m| VOICES.contains(&m.role)).map(|m| m.id).collect();
    voices.sort();
    voices.dedup();
    let mine = said.iter().find(|s| Some(s.person_id) == view.person);
    let form = mine.map_or_else(Form::default, |s| Form::filled([("stance", s.stance.clone()), ("statement", s.statement.clone())]));
    let mut page = Page::of_space(app, visitor, view, "recommendations-title");
    page.title = format!("{} · {}", r.title, view.space.title);
    let tally = Tally::of(said.iter().map(Said::stance));
    Ok(RecommendationPage {
        row: row(&page, view, &r, Some(&tally)),
        waited: r.days_waited(page.now).unwrap_or(0),
        earlier,
        suggestions: draft_store::suggestions(sql, r.id).await?,
        sources: draft_store::sources(sql, r.id).await?,
        silent: if r.is_draft() { voices.iter().filter(|v| said.iter().all(|s| s.person_id != **v)).count() } else { 0 },
        tally,
        said,
        form,
        may_edit: r.is_draft() && view.may(&WRITE),
        may_suggest: r.is_draft() && view.may(&SUGGEST),
        may_source: r.is_draft() && view.may(&SOURCE),
        may_stance: r.is_draft() && view.may(&STANCE),
        may_submit,
        nobody_answers,
        may_answer: r.is_waiting() && view.may(&ANSWER),
        may_correct: r.outcome().is_some() && view.may(&CORRECT),
        may_commit: r.outcome().is_some_and(Outcome::leads_to_deeds) && view.may(&commitment::MAKE),
        attached: tool::attached(sql, view, &page, "recommendation", r.id).await?,
        commitments,
        page,
        r,
    })
}

fn edit_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form, draft: Option<Recommendation>) -> EditPage {
    let word = if draft.is_some() { "recommendations-edit" } else { "recommendations-write" };
    EditPage { page: Page::of_space(app, visitor, view, word), form, draft, source: None }
}

/// Reads the three texts; errors stay in the form.
pub(crate) fn read(page: &Page, form: &mut Form) -> Texts {
    form.called(page, &[("title", "recommendations-title-label"), ("text", "recommendations-text"), ("reason", "recommendations-reason")]);
    Texts { title: form.required(page, "title", TITLE), text: form.required(page, "text", TEXT), reason: form.required(page, "reason", TEXT) }
}

/// Puts the three texts and the version they belong to in a form.
pub(crate) fn fill(form: &mut Form, texts: &Texts, base: i64) {
    form.set("title", &texts.title);
    form.set("text", &texts.text);
    form.set("reason", &texts.reason);
    form.set("base", base.to_string());
}

#[derive(Deserialize, Default)]
struct From {
    #[serde(default)]
    kilde: String,
}

/// What an address or a form names as a source.
async fn named(sql: &mut Sql, edit: &EditPage, view: &SpaceView, text: &str) -> Result<Option<Source>> {
    match sources::named(text) {
        Some((kind, id)) => sources::find(sql, &edit.page, view, kind, id).await,
        None => Ok(None),
    }
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(from): Query<From>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&WRITE)?;
    let mut edit = edit_page(&app, &visitor, &view, Form::default(), None);
    edit.source = named(&mut sql, &edit, &view, &from.kilde).await?;
    page::html(&edit)
}

async fn create(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let mut edit = edit_page(&app, &visitor, &view, form, None);
    edit.source = named(act.sql(), &edit, &view, edit.form.value("kilde")).await?;
    let texts = read(&edit.page, &mut edit.form);
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    let id = acts::write(&mut act, None, &texts, "").await?;
    if let Some(source) = &edit.source {
        add_source(&mut act, id, source).await?;
    }
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "recommendations-written"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("anbefalinger");
    view.demand(&WRITE)?;
    let draft = must_be_draft(store::one(&mut sql, view.space.id, id_of(&id)?).await?)?;
    let mut form = Form::default();
    fill(&mut form, &draft.texts(), draft.version);
    page::html(&edit_page(&app, &visitor, &view, form, Some(draft)))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("anbefalinger");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let draft = must_be_draft(store::one(act.sql(), view.space.id, id_of(&id)?).await?)?;
    let mut edit = edit_page(&app, &visitor, &view, form, Some(draft.clone()));
    let texts = read(&edit.page, &mut edit.form);
    edit.form.called(&edit.page, &[("note", "versions-note")]);
    let note = edit.form.optional(&edit.page, "note", 400);
    let base = edit.form.value("base").parse().unwrap_or(draft.version);
    if base < draft.version {
        // Somebody changed the draft meanwhile: both people's words stand in the form, to be read before they are saved.
        let was = draft_store::version(act.sql(), draft.id, base).await?.texts();
        fill(&mut edit.form, &texts.merged(&was, &draft.texts()), draft.version);
        edit.form.wrong("text", edit.page.t("recommendations-changed-meanwhile"));
    }
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    if texts == draft.texts() {
        return Ok(page::go(&path_of(&view, draft.id), ""));
    }
    acts::write(&mut act, Some(draft.id), &texts, &note).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, draft.id), "recommendations-written"))
}
