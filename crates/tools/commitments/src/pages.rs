//! The commitments' pages: all of them, and one with everything that was told about it.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::commitment::{self, Commitment, MAKE, Progress, REPORT, Status};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, tool, view};
use uuid::Uuid;

use crate::model::{REPORTABLE, Tally, may_plan, may_report, promised, sort, status_word};
use crate::store::{self, Milestone};
use crate::{acts, making};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/aftaler", get(list))
        .route("/forloeb/{slug}/aftaler/ny", get(making::new).post(making::create))
        .route("/forloeb/{slug}/aftaler/{id}", get(show))
        .route("/forloeb/{slug}/aftaler/{id}/fortael", post(tell))
        .merge(crate::milestones::routes())
}

/// What a commitment is a result of; without an address where no tool has a page for it.
#[derive(Clone)]
pub(crate) struct Source {
    pub(crate) title: String,
    pub(crate) href: Option<String>,
}

impl Source {
    /// The link's words and address of something in a space.
    pub(crate) fn of(page: &Page, slug: &str, kind: &str, id: Uuid, title: &str) -> Self {
        let href = page.app().object_path(kind).map(|path| format!("/forloeb/{slug}/{}", path.replace("{id}", &id.to_string())));
        // What is erased from the journal has no title any more.
        let title = if title.is_empty() { page.t("commitments-source-untitled") } else { title.to_owned() };
        Self { title, href }
    }

    fn of_commitment(page: &Page, c: &Commitment) -> Option<Self> {
        let (kind, id) = (c.source_kind.as_ref()?, c.source_id?);
        Some(Self::of(page, &c.space_slug, kind, id, c.source_title.as_deref().unwrap_or("")))
    }
}

/// A commitment as a line of a table.
pub(crate) struct Row {
    pub(crate) c: Commitment,
    pub(crate) href: String,
    pub(crate) source: Option<Source>,
    /// Milestones reached, and all of them.
    pub(crate) milestones: (i64, i64),
}

impl Row {
    pub(crate) fn of(page: &Page, view: &SpaceView, c: Commitment, milestones: &BTreeMap<Uuid, (i64, i64)>) -> Self {
        let (href, source) = (path_of(view, c.id), Source::of_commitment(page, &c));
        Self { href, source, milestones: milestones.get(&c.id).copied().unwrap_or_default(), c }
    }
}

/// Promised and used, in hours and øre.
pub(crate) struct Totals {
    pub(crate) hours: i64,
    pub(crate) used_hours: i64,
    pub(crate) ore: i64,
    pub(crate) used_ore: i64,
}

#[derive(Template)]
#[template(path = "commitments.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) counts: String,
    pub(crate) totals: Totals,
    pub(crate) may_make: bool,
}

#[derive(Template)]
#[template(path = "commitment.html")]
pub(crate) struct CommitmentPage {
    pub(crate) page: Page,
    pub(crate) c: Commitment,
    pub(crate) source: Option<Source>,
    pub(crate) progress: Vec<Progress>,
    pub(crate) milestones: Vec<Milestone>,
    /// Whether the visitor may write milestones.
    pub(crate) may_plan: bool,
    pub(crate) used_hours: i64,
    pub(crate) used_ore: i64,
    /// Whether the visitor is the one to tell how it goes.
    pub(crate) may_report: bool,
    pub(crate) form: Form,
    pub(crate) statuses: Vec<(&'static str, String)>,
    /// What other tools show beside it.
    pub(crate) attached: String,
}

pub(crate) fn path_of(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("aftaler/{id}"))
}

pub(crate) fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

/// `2 i gang, 1 færdig, 1 over tiden`.
pub(crate) fn counts(page: &Page, tally: &Tally) -> String {
    let parts: Vec<String> = tally.words().map(|(word, n)| page.t1(word, "n", n)).collect();
    parts.join(", ")
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("aftaler");
    let mut all = commitment::of_space(&mut sql, view.space.id).await?;
    let (used_hours, used_ore) = commitment::spent(&mut sql, view.space.id).await?;
    let milestones = store::milestones_of_space(&mut sql, view.space.id).await?;
    let page = Page::of_space(&app, &visitor, &view, "commitments-title");
    sort(&mut all);
    let (hours, ore) = promised(&all);
    page::html(&ListPage {
        counts: counts(&page, &Tally::of(&all, page.today())),
        totals: Totals { hours, used_hours, ore, used_ore },
        rows: all.into_iter().map(|c| Row::of(&page, &view, c, &milestones)).collect(),
        may_make: view.may(&MAKE),
        page,
    })
}

/// The page of a commitment with this form; it begins with how it stands, so that only the news has to be written.
pub(crate) async fn prepare(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, c: Commitment, mut form: Form) -> Result<CommitmentPage> {
    let progress = commitment::progress(sql, c.id).await?;
    let milestones = store::milestones(sql, c.id).await?;
    let mut page = Page::of_space(app, visitor, view, "commitments-title");
    page.title = format!("{} · {}", c.what, view.space.title);
    if form.value("status").is_empty() {
        let status = if c.status == Status::Agreed { Status::Started } else { c.status };
        form.set("status", status.key());
        form.set("waiting_for", c.waiting_for.clone());
    }
    Ok(CommitmentPage {
        source: Source::of_commitment(&page, &c),
        used_hours: progress.iter().filter_map(|p| p.hours).sum(),
        used_ore: progress.iter().filter_map(|p| p.money_ore).sum(),
        may_report: view.may(&REPORT) && may_report(&c, view.person),
        may_plan: may_plan(&c, view),
        statuses: REPORTABLE.iter().map(|s| (s.key(), page.t(status_word(s)))).collect(),
        attached: tool::attached(sql, view, &page, "commitment", c.id).await?,
        progress,
        milestones,
        form,
        c,
        page,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("aftaler");
    let c = commitment::one(&mut sql, view.space.id, id_of(&id)?).await?;
    page::html(&prepare(&mut sql, &app, &visitor, &view, c, Form::default()).await?)
}

async fn tell(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("aftaler");
    let mut act = Act::begin(&app, &visitor, view.space.id, &REPORT).await?;
    let c = commitment::one(act.sql(), view.space.id, id_of(&id)?).await?;
    if !may_report(&c, view.person) {
        return Err(Error::Forbidden(REPORT.name));
    }
    let chosen = Status::of(form.value("status"));
    let mut shown = prepare(act.sql(), &app, &visitor, &view, c, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(
        page,
        &[
            ("status", "commitments-status"),
            ("text", "commitments-text"),
            ("waiting_for", "commitments-waiting-for"),
            ("hours", "commitments-hours-used"),
            ("money", "commitments-money-used"),
        ],
    );
    let status = chosen.filter(|s| REPORTABLE.contains(s));
    let status = form.need(page, "status", status);
    let text = form.required(page, "text", 4_000);
    let waiting_for = match status {
        Some(Status::Waiting) => form.required(page, "waiting_for", 200),
        _ => form.optional(page, "waiting_for", 200),
    };
    let hours = form.number(page, "hours", 0..=100_000);
    let money = form.money(page, "money");
    let (Some(status), true) = (status, form.ok()) else {
        return page::not_accepted(&shown);
    };
    acts::report(&mut act, shown.c.id, status, &text, &waiting_for, hours, money).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, shown.c.id), "commitments-told"))
}
