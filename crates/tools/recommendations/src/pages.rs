//! The recommendations' pages: all of them, and one of them.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::commitment::{self, Commitment};
use samskab_platform::db::Sql;
use samskab_platform::{App, Error, Form, Page, Result, SpaceView, Visitor, page, space, tool, view};
use uuid::Uuid;

use crate::acts::{self, ANSWER, CORRECT, SOURCE, STANCE, SUBMIT, SUGGEST, VOICES, WRITE};
use crate::document::tally_line;
use crate::draft_store::{self, Said, Source, Suggestion};
use crate::model::{Earlier, Outcome, Recommendation, is_handed_over};
use crate::stance::{Stance, Tally};
use crate::store;
use crate::submission_store::{self, Handed};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/anbefalinger", get(list)).route("/forloeb/{slug}/anbefalinger/{id}", get(show))
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
    let drafts = all.iter().filter(|r| r.is_draft()).count();
    page::html(&ListPage {
        rows,
        clock: Countdown::of(&page, &view, &all),
        submissions,
        suggestions,
        may_write: view.may(&WRITE) && !is_handed_over(view.space.stage, drafts, all.len() - drafts),
        drafts: if view.may(&SUBMIT) { drafts } else { 0 },
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
