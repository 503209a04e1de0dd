//! Laying many tasks out at once: paste, look, save.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::person;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};

use crate::acts::{self, IMPORT};
use crate::import::{self, LINES};
use crate::model::yearly_minutes;
use crate::said;
use crate::store::{self, Details};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/overdragelse/indlaes", get(paste).post(look))
}

/// A line that was read.
pub(crate) struct Seen {
    pub(crate) number: usize,
    pub(crate) title: String,
    pub(crate) line: String,
    pub(crate) hours: String,
    pub(crate) error: String,
}

#[derive(Template)]
#[template(path = "handover_import.html")]
pub(crate) struct ImportPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// What was read, once somebody has looked.
    pub(crate) seen: Vec<Seen>,
    pub(crate) bad: usize,
    pub(crate) total: String,
}

fn empty(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> ImportPage {
    ImportPage { page: Page::of_space(app, visitor, view, "handover-import"), form, seen: vec![], bad: 0, total: String::new() }
}

async fn paste(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    view.demand(&IMPORT)?;
    page::html(&empty(&app, &visitor, &view, Form::default()))
}

async fn look(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("overdragelse");
    let mut act = Act::begin(&app, &visitor, view.space.id, &IMPORT).await?;
    let save = form.is("step", "save");
    let mut shown = empty(&app, &visitor, &view, form);
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("lines", "handover-lines")]);
    let text = form.required(page, "lines", 40_000);
    let people = person::of_space(act.sql(), view.space.id).await?;
    let there: BTreeSet<String> = store::of_space(act.sql(), view.space.id).await?.iter().map(|t| t.title.to_lowercase()).collect();
    let lines = import::read(&text, &people, &there);
    if lines.len() > LINES {
        form.wrong1(page, "lines", "handover-bad-many", "n", LINES);
    } else if form.ok() && lines.is_empty() {
        form.wrong("lines", page.t("form-required"));
    }
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    let good: Vec<Details> = lines.iter().filter_map(|l| l.read.clone().ok()).collect();
    if save && good.len() == lines.len() {
        acts::import(&mut act, &good).await?;
        act.commit().await?;
        return Ok(page::go(&view.under("overdragelse"), "handover-imported"));
    }
    drop(act);
    shown.bad = lines.len() - good.len();
    let page = &shown.page;
    shown.total = said::hours(page, good.iter().map(|d| yearly_minutes(d.times, d.per, d.minutes)).sum());
    let seen = |l: import::Line| match l.read {
        Ok(d) => {
            let holder = d.holder.and_then(|h| people.iter().find(|p| p.0 == h)).map(|p| p.1.clone()).unwrap_or_default();
            let parts = [d.area.clone(), said::often(page, d.times, d.per), said::span(page, d.minutes), holder, d.needs.clone()];
            let line = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ");
            Seen { number: l.number, title: l.title, line, hours: said::hours(page, yearly_minutes(d.times, d.per, d.minutes)), error: String::new() }
        }
        Err((word, about)) => Seen { number: l.number, title: l.title, line: String::new(), hours: String::new(), error: page.t1(word, "text", about) },
    };
    shown.seen = lines.into_iter().map(seen).collect();
    if shown.bad > 0 { page::not_accepted(&shown) } else { page::html(&shown) }
}
