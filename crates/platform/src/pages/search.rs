//! The search page: one field, what was found, and what to try where nothing was.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use crate::app::App;
use crate::error::Result;
use crate::form::Form;
use crate::page::{self, Page};
use crate::pages::narrowing::{self, Asked};
use crate::paging::{Paging, encoded};
use crate::person;
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

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Query(mut asked): Query<Asked>) -> Result<Response> {
    let text: String = asked.q.trim().chars().take(LONGEST).collect();
    let title = if text.is_empty() {
        app.words.say(visitor.lang, "search-title", &[])
    } else {
        format!("{text} · {}", app.words.say(visitor.lang, "search-title", &[]))
    };
    let page = Page::new(&app, &visitor, title);
    let mut sql = app.db.read().await?;
    let areas = person::areas(&mut sql).await?;
    // What is not a filter here is left out of the addresses of the other pages.
    let area = asked.area(&areas);
    let kind = Some(asked.slags.clone()).filter(|k| KINDS.contains(&k.as_str()));
    let filter = Filter { kind, area: area.map(|a| a.id), stage: asked.stage() };
    let number = asked.number().unwrap_or(1).clamp(1, 20);
    asked = Asked {
        q: text.clone(),
        slags: filter.kind.clone().unwrap_or_default(),
        omraade: area.map(|a| a.slug.clone()).unwrap_or_default(),
        trin: filter.stage.map(|s| s.key().to_owned()).unwrap_or_default(),
        side: number.to_string(),
        ..Asked::default()
    };
    let found =
        if text.is_empty() { Found::default() } else { search::search(&mut sql, &Who::of(&visitor), app.clock.now(), &text, &filter, number - 1).await? };
    let kinds = KINDS.iter().map(|k| ((*k).to_owned(), kind_word(&page, k))).filter(|k| !k.1.is_empty()).collect();
    let template = SearchPage {
        asked: !text.is_empty(),
        narrowed: filter != Filter::default(),
        everything: format!("/soeg?q={}", encoded(&text)),
        people: format!("/administration/personer?q={}", encoded(&text)),
        areas: narrowing::areas(&areas),
        stages: narrowing::stages(&page),
        form: asked.form(),
        paging: asked.paging("/soeg", found.total, search::PAGE),
        page,
        found,
        kinds,
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
