//! The plan to take along: on paper for the pocket, and as data. Made in memory; nothing of it is put into a file here.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::record::Paper;
use samskab_platform::{App, Error, Page, Result, Visitor};
use serde_json::{Value, json};

use crate::model::{Level, told};
use crate::opened::{self, Content, Note, Opened};
use crate::plan_pages::{name_of, part_name, title};
use crate::store;

/// The version of the JSON; `docs/formats.md` describes it.
const FORMAT: &str = "samskab-plan-1";
/// As many looks as go along.
const LOOKS: i64 = 10_000;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/plan/plan.pdf", get(pdf)).route("/forloeb/{slug}/plan/plan.json", get(json))
}

fn paper(page: &Page, plan: &Opened, content: &Content) -> Paper {
    let mut paper = Paper::new(page.t1("plan-of", "name", &plan.plan.owner), String::new());
    let notes = |paper: &mut Paper, notes: &[Note]| {
        if !notes.is_empty() {
            paper.heading(3, page.t("plan-notes"));
            let line = |n: &Note| page.t3("plan-paper-note", "date", page.date_of(&n.at), "name", name_of(page, &n.author), "words", &n.words);
            paper.list(notes.iter().map(line));
        }
    };
    if let Some(dream) = &content.dream {
        paper.section(2, page.t("plan-dream"), &dream.text);
        notes(&mut paper, &dream.notes);
    }
    for (n, step) in (1i64..).zip(&content.steps) {
        paper.heading(2, page.t2("plan-paper-step", "n", n, "words", &step.what));
        let by = step.by_on.map(|d| page.date(&d)).unwrap_or_default();
        paper.facts([(page.t("plan-state"), page.t(&format!("plan-state-{}", step.state.key()))), (page.t("plan-by"), by)]);
        if !step.helpers.is_empty() {
            paper.heading(3, page.t("plan-helpers"));
            paper.list(step.helpers.iter().map(|h| format!("{} ({})", h.called, page.t(&format!("plan-kind-{}", h.kind)))));
        }
        notes(&mut paper, &step.notes);
    }
    paper
}

/// The plan as data, all that its owner sees: what it says, who sees what, who has looked.
pub(crate) async fn data(sql: &mut Sql, page: &Page, plan: &Opened, content: &Content) -> Result<Value> {
    let note = |n: &Note| json!({ "text": n.words, "author": n.author, "at": n.at });
    let steps: Vec<Value> = content
        .steps
        .iter()
        .map(|s| {
            let helpers: Vec<Value> = s.helpers.iter().map(|h| json!({ "name": h.called, "kind": h.kind, "let_in": h.inside })).collect();
            json!({ "what": s.what, "by": s.by_on, "state": s.state.key(), "changed_at": s.changed_at, "changed_by": s.changed_by, "helpers": helpers,
                "notes": s.notes.iter().map(note).collect::<Vec<_>>() })
        })
        .collect();
    let mut people = vec![];
    for (guest, sight) in plan.people.iter().zip(&plan.sights) {
        let parts = sight
            .parts
            .iter()
            .filter(|p| *p.1 > Level::None)
            .map(|(part, level)| json!({ "part": part_name(page, content, plan.space(), *part), "level": level.key() }));
        people.push(json!({ "called": plan.called(guest)?, "name": guest.name, "address": plan.address(guest)?, "writes_for_owner": guest.helper, "manages": guest.manages,
            "whole": guest.whole, "parts": parts.collect::<Vec<_>>(), "let_in_at": guest.let_in_at, "came_at": guest.came_at }));
    }
    let looks: Vec<Value> = told(store::readings(sql, plan.space(), LOOKS).await?)
        .into_iter()
        .map(|l| json!({ "who": l.name, "part": part_name(page, content, plan.space(), l.part), "last_at": l.at, "times": l.times }))
        .collect();
    let dream = content
        .dream
        .as_ref()
        .map(|d| json!({ "text": d.text, "changed_at": d.changed_at, "changed_by": d.changed_by, "notes": d.notes.iter().map(note).collect::<Vec<_>>() }));
    Ok(json!({ "format": FORMAT, "owner": plan.plan.owner, "dream": dream, "steps": steps, "people": people, "looks": looks }))
}

/// For the owner; and, as far as they see it, for whoever does things for them: not everybody has a printer.
async fn pdf(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    plan.demand_deciding()?;
    let content = plan.content(&mut sql).await?;
    drop(sql);
    plan.note_look(&app, &content.parts(&plan)).await?;
    let page = Page::new(&app, &visitor, String::new());
    let (paper, at) = (paper(&page, &plan, &content), app.clock.now());
    let values = json!({
        "title": paper.title, "subtitle": title(&page, &plan), "sender": page.municipality, "date": page.date(&page.today()),
        "page": page.t("plan-paper-page"), "of": page.t("plan-paper-of"), "mark": page.t("plan-paper-mark"), "blocks": paper.blocks,
    });
    let made = tokio::task::spawn_blocking(move || samskab_print::document(&values, at)).await;
    let bytes = made.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))?;
    Ok(([(CONTENT_TYPE, "application/pdf"), (CONTENT_DISPOSITION, "inline; filename=\"plan.pdf\""), (CACHE_CONTROL, "private, no-store")], bytes)
        .into_response())
}

/// For the owner alone.
async fn json(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let plan = opened::open(&mut sql, &app, &visitor, &slug).await?;
    if !plan.standing.owns() {
        return Err(Error::NotFound);
    }
    let content = plan.content(&mut sql).await?;
    let data = data(&mut sql, &Page::new(&app, &visitor, String::new()), &plan, &content).await?;
    let headers =
        [(CONTENT_TYPE, "application/json; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"plan.json\""), (CACHE_CONTROL, "private, no-store")];
    Ok((headers, serde_json::to_string_pretty(&data)?).into_response())
}
