//! A space's own page: what you can do now, where it stands, what its tools show.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::act::Act;
use crate::app::App;
use crate::error::{Error, Result};
use crate::form::Form;
use crate::held;
use crate::journal::{self, FeedEntry};
use crate::page::{self, Page};
use crate::pages::{attempts, groups};
use crate::paging::Paging;
use crate::recipe::Stage;
use crate::space_acts::{self, MOVE, REOPEN, SETTLE};
use crate::tool::{self, CLOCK, Overview, Todo};
use crate::view;
use crate::visitor::Visitor;

struct Step {
    name: String,
    fact: String,
    done: bool,
    current: bool,
}

#[derive(Template)]
#[template(path = "space.html")]
struct SpacePage {
    page: Page,
    steps: Vec<Step>,
    as_role: String,
    todos: Vec<Todo>,
    sections: Vec<(u8, String)>,
    aside: Vec<(u8, String)>,
    feed: Vec<FeedEntry>,
    next_stage: Option<Stage>,
    may_settle: bool,
    may_see_attempts: bool,
    promised: Vec<String>,
}

impl SpacePage {
    /// Whether the page counts the days to the promised date itself.
    fn counts(&self) -> bool {
        self.aside.iter().all(|(number, _)| *number != CLOCK)
    }
}

#[derive(Template)]
#[template(path = "activity.html")]
struct Activity {
    page: Page,
    feed: Vec<FeedEntry>,
    paging: Paging,
}

/// Where the working groups stand among the sections: after what the tools have to decide, before the files.
const GROUPS: u8 = 60;

/// Entries on a page of the activity.
const ENTRIES: usize = 50;

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    side: String,
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    if let Some(home) = tool::home(&view.tools) {
        return Ok(Redirect::to(&view.under(home.path)).into_response());
    }
    let mut page = Page::of_space(&app, &visitor, &view, "tab-overview");
    page.title.clone_from(&view.space.title);
    let mut all = Overview::default();
    for tool in &view.tools {
        let part = (tool.overview)(&mut sql, &view, &page).await?;
        all.facts.extend(part.facts);
        all.todos.extend(part.todos);
        all.sections.extend(part.sections);
        all.aside.extend(part.aside);
        all.promised.extend(part.promised);
    }
    let held = held::awaited(&mut sql, &visitor, &view).await?;
    if held > 0 {
        all.todos.push(Todo {
            order: 1,
            text: page.t1("guard-todo", "n", held),
            detail: page.t("guard-todo-detail"),
            href: view.under("gennemsyn"),
            button: page.t("guard-todo-button"),
        });
    }
    all.sections.extend(groups::section(&mut sql, &visitor, &view, &page).await?.map(|html| (GROUPS, html)));
    all.todos.sort_by_key(|t| t.order);
    all.sections.sort_by_key(|s| s.0);
    all.aside.sort_by_key(|s| s.0);
    let steps = Stage::ALL
        .into_iter()
        .map(|stage| Step {
            name: view.stage_name(&page.lang, &stage).to_owned(),
            fact: all.facts.iter().find(|(s, _)| *s == stage).map(|(_, fact)| fact.clone()).unwrap_or_default(),
            done: stage < view.space.stage,
            current: stage == view.space.stage,
        })
        .collect();
    let as_role = match view.roles.first() {
        Some(role) => page.t1("as-role", "role", view.role_name(&page.lang, role).to_lowercase()),
        None => String::new(),
    };
    let feed = journal::of_space(&mut sql, view.space.id, None, 6).await?;
    let next_stage = if view.may(&MOVE) && !view.space.is_group() { view.space.stage.next() } else { None };
    let may_settle = view.may(&SETTLE) || view.may(&REOPEN);
    page::html(&SpacePage {
        promised: all.promised,
        may_settle,
        may_see_attempts: attempts::may_see(&view),
        page,
        steps,
        as_role,
        todos: all.todos,
        sections: all.sections,
        aside: all.aside,
        feed,
        next_stage,
    })
}

pub(crate) async fn activity(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("aktivitet");
    // Entries are numbered without gaps: their number is how many there are.
    let entries = usize::try_from(view.space.journal_seq).unwrap_or(0);
    let paging = Paging::new(&view.under("aktivitet"), &[], asked.side.parse().ok(), entries, ENTRIES);
    let before = view.space.journal_seq - paging.skipped(ENTRIES) as i64 + 1;
    let feed = journal::of_space(&mut sql, view.space.id, Some(before), ENTRIES as i64).await?;
    page::html(&Activity { page: Page::of_space(&app, &visitor, &view, "tab-activity"), feed, paging })
}

pub(crate) async fn move_stage(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let stage = Stage::of(form.value("stage")).ok_or(Error::BadRequest("error-form"))?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &MOVE).await?;
    space_acts::move_to(&mut act, stage).await?;
    act.commit().await?;
    Ok(page::go(&view.href(), "stage"))
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let step = Step { name: "Banen".into(), fact: "Godkendt".into(), done: false, current: true };
    let todo = Todo { order: 1, text: "Læs rammen".into(), detail: "Fem minutter".into(), href: "/".into(), button: "Læs".into() };
    let template = SpacePage {
        page: page.clone(),
        steps: vec![step],
        as_role: "som sekretær".into(),
        todos: vec![todo],
        sections: vec![(1, "<p>a</p>".into())],
        aside: vec![],
        feed: vec![],
        next_stage: Some(Stage::Team),
        may_settle: true,
        may_see_attempts: true,
        promised: vec!["Svar senest 1. maj".into(), "5 pladser".into()],
    };
    vec![
        ("space", template.render()),
        ("activity", Activity { page: page.clone(), feed: vec![], paging: Paging::new("/forloeb/a/aktivitet", &[], Some(2), 120, ENTRIES) }.render()),
    ]
}
