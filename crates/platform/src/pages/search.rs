//! The search page: one field, what was found, and what to try where nothing was.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::app::App;
use crate::error::Result;
use crate::form::Form;
use crate::page::{self, Page};
use crate::paging::{Paging, encoded};
use crate::person;
use crate::recipe::Stage;
use crate::search::{self, Filter, Found, Hit, Who};
use crate::visitor::Visitor;

/// The kinds one can choose, in the order they are offered: what the platform and its tools give to be found. Only those with a
/// word are offered.
const KINDS: [&str; 10] = ["space", "mandate", "dialogue", "statement", "recommendation", "commitment", "file", "organisation", "area", "recipe"];

/// A longer question is cut.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    page: Page,
    form: Form,
    asked: bool,
    narrowed: bool,
    found: Found,
    paging: Paging,
    kinds: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    stages: Vec<(String, String)>,
    /// The same question without filters.
    everything: String,
    /// Where people are searched for, for those who may.
    people: String,
}

impl SearchPage {
    /// `Anbefaling · Ungepolitik · Kun for holdet`.
    fn kind(&self, hit: &Hit) -> String {
        let mut parts = vec![kind_word(&self.page, &hit.kind), hit.space.clone(), hit.area.clone()];
        if hit.visibility != "public" {
            parts.push(self.page.t(&format!("visibility-{}", hit.visibility)));
        }
        parts.retain(|p| !p.is_empty());
        parts.join(" · ")
    }
}

fn kind_word(page: &Page, kind: &str) -> String {
    let word = format!("search-kind-{kind}");
    if page.app().words.has(page.lang, &word) { page.t(&word) } else { String::new() }
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    slags: String,
    #[serde(default)]
    omraade: String,
    #[serde(default)]
    trin: String,
    #[serde(default)]
    side: String,
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let text: String = asked.q.trim().chars().take(LONGEST).collect();
    let title = if text.is_empty() {
        app.words.say(visitor.lang, "search-title", &[])
    } else {
        format!("{text} · {}", app.words.say(visitor.lang, "search-title", &[]))
    };
    let page = Page::new(&app, &visitor, title);
    let mut sql = app.db.read().await?;
    let areas = person::areas(&mut sql).await?;
    let area = areas.iter().find(|a| a.slug == asked.omraade);
    let kind = Some(asked.slags).filter(|k| KINDS.contains(&k.as_str()));
    let filter = Filter { kind, area: area.map(|a| a.id), stage: Stage::of(&asked.trin) };
    let number = asked.side.parse().unwrap_or(1).clamp(1, 20);
    let found =
        if text.is_empty() { Found::default() } else { search::search(&mut sql, &Who::of(&visitor), app.clock.now(), &text, &filter, number - 1).await? };
    let (slags, omraade, trin) = (filter.kind.clone().unwrap_or_default(), area.map_or("", |a| a.slug.as_str()), filter.stage.map_or("", |s| s.key()));
    let query = [("q", text.as_str()), ("slags", slags.as_str()), ("omraade", omraade), ("trin", trin)];
    let paging = Paging::new("/soeg", &query, Some(number), found.total, search::PAGE);
    let kinds = KINDS.iter().map(|k| ((*k).to_owned(), kind_word(&page, k))).filter(|k| !k.1.is_empty()).collect();
    let stages = Stage::ALL.iter().map(|s| (s.key().to_owned(), page.t(&format!("stage-{}", s.key())))).collect();
    let form = Form::filled([("q", text.clone()), ("slags", slags.clone()), ("omraade", omraade.to_owned()), ("trin", trin.to_owned())]);
    let template = SearchPage {
        asked: !text.is_empty(),
        narrowed: filter != Filter::default(),
        everything: format!("/soeg?q={}", encoded(&text)),
        people: format!("/administration/personer?q={}", encoded(&text)),
        areas: areas.iter().map(|a| (a.slug.clone(), a.name.clone())).collect(),
        page,
        form,
        found,
        paging,
        kinds,
        stages,
    };
    page::html(&template)
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let hit = Hit {
        kind: "recommendation".into(),
        title: vec![("Flere ".into(), false), ("klubber".into(), true)],
        snippet: vec![("<b>".into(), false), ("klubben".into(), true)],
        href: "/".into(),
        space: "Ungepolitik".into(),
        area: "Sandhavn".into(),
        visibility: "members".into(),
    };
    let template = |q: &str, found: Found| SearchPage {
        page: page.clone(),
        form: Form::filled([("q", q.to_owned())]),
        asked: !q.is_empty(),
        narrowed: found.partly,
        paging: Paging::new("/soeg", &[("q", q)], Some(2), found.total, search::PAGE),
        found,
        kinds: vec![("space".into(), "Forløb".into())],
        areas: vec![("sandhavn".into(), "Sandhavn".into())],
        stages: vec![],
        everything: "/soeg".into(),
        people: "/".into(),
    };
    let some = Found { hits: vec![hit], total: 200, more: true, meant: Some("klub".into()), partly: false };
    let partly = Found { meant: None, more: false, total: 1, partly: true, ..some.clone() };
    vec![
        ("search, empty", template("", Found::default()).render()),
        ("search, nothing", template("<klub>", Found { partly: true, ..Found::default() }).render()),
        ("search", template("kulb", some).render()),
        ("search, partly", template("klub bus", partly).render()),
    ]
}
