//! What is needed: a new need with its times, and other words for one that is there.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::clock::{plus_days, time_of_day};
use samskab_platform::network::{Kind, LANGUAGES};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page};

use crate::acts::{self, NEED};
use crate::model::{MOST_DAYS, MOST_PEOPLE, NeedWords, Plan, Repeat, Requirements};
use crate::store::Need;
use crate::whole;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/kreds/behov", get(new).post(add)).route("/forloeb/{slug}/kreds/behov/{need}", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "circle_need.html")]
pub(crate) struct NeedPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Only the words can be changed of a need that is there.
    pub(crate) there: bool,
}

impl NeedPage {
    pub(crate) fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.map(|k| (k.key().to_owned(), self.page.t(&format!("network-kind-{}", k.key())))).to_vec()
    }

    pub(crate) fn repeats(&self) -> Vec<(String, String)> {
        Repeat::ALL.map(|r| (r.key().to_owned(), self.page.t(&format!("circle-repeat-{}", r.key())))).to_vec()
    }

    pub(crate) fn languages(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = LANGUAGES.map(|l| (l.to_owned(), self.page.t(&format!("network-language-{l}")))).to_vec();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        all
    }

    pub(crate) fn checks(&self) -> Vec<(&'static str, String)> {
        [
            ("certificate", "network-check-certificate"),
            ("licence", "network-check-licence"),
            ("first-aid", "network-check-first-aid"),
            ("known", "circle-known-needed"),
        ]
        .map(|(key, word)| (key, self.page.t(word)))
        .to_vec()
    }
}

fn read_words(page: &Page, form: &mut Form) -> NeedWords {
    form.called(page, &[("what", "circle-what"), ("place", "circle-place"), ("note", "circle-note")]);
    NeedWords { what: form.required(page, "what", 120), place: form.optional(page, "place", 300), note: form.optional(page, "note", 1_000) }
}

fn read_plan(page: &Page, form: &mut Form) -> Option<Plan> {
    let labels = [
        ("first", "circle-first"),
        ("last", "circle-last"),
        ("from", "circle-from"),
        ("until", "circle-until"),
        ("repeat", "circle-repeat"),
        ("people", "circle-people-needed"),
    ];
    form.called(page, &labels);
    let first = form.date(page, "first");
    let first = form.need(page, "first", first);
    let repeat = form.need(page, "repeat", Repeat::of(form.value("repeat")));
    let last = form.date(page, "last");
    let mut time = |field: &str| {
        let time = time_of_day(form.value(field));
        if time.is_none() {
            form.wrong(field, page.t("circle-wrong-time"));
        }
        time
    };
    let (from, until) = (time("from"), time("until"));
    let people = form.number(page, "people", 1..=MOST_PEOPLE);
    let people = form.need(page, "people", people);
    if repeat.is_some_and(|r| r != Repeat::Once) {
        form.need(page, "last", last);
    }
    let first = first?;
    let last = last.unwrap_or(first);
    if last < first {
        form.wrong("last", page.t("circle-wrong-last"));
    } else if last > plus_days(first, MOST_DAYS) {
        form.wrong1(page, "last", "circle-wrong-days", "n", MOST_DAYS);
    }
    let plan = Plan { first, last, from: from?, until: until?, repeat: repeat?, people: people? };
    if form.ok() && plan.repeat.days(plan.first, plan.last).is_empty() {
        form.wrong("first", page.t("circle-wrong-no-day"));
    } else if form.ok() && plan.times(page.now).is_empty() {
        form.wrong("first", page.t("circle-wrong-past"));
    }
    Some(plan)
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    let page = whole.page(&app, &visitor, "circle-need-title");
    let form = Form::filled([
        ("first", page.today().to_string()),
        ("repeat", Repeat::Once.key().to_owned()),
        ("people", "1".to_owned()),
        ("kind", Kind::Drive.key().to_owned()),
    ]);
    page::html(&NeedPage { page, form, there: false })
}

async fn add(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &NEED).await?;
    let mut template = NeedPage { page: whole.page(&app, &visitor, "circle-need-title"), form, there: false };
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("kind", "circle-kind")]);
    let kind = form.need(page, "kind", Kind::of(form.value("kind")));
    let words = read_words(page, form);
    let plan = read_plan(page, form);
    let requires = Requirements {
        certificate: form.is("check", "certificate"),
        licence: form.is("check", "licence"),
        first_aid: form.is("check", "first-aid"),
        known: form.is("check", "known"),
        language: LANGUAGES.into_iter().find(|l| form.value("language") == *l).unwrap_or("").to_owned(),
    };
    let (Some(kind), Some(plan), true) = (kind, plan, template.form.ok()) else {
        return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
    };
    acts::need(&mut act, &Need { id: app.clock.id(), kind, words, requires }, &plan).await?;
    act.commit().await?;
    Ok(page::go(&whole.under(""), "circle-need-added"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, need)): Path<(String, String)>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    let id = whole::id_of(&need)?;
    let need = whole.needs.iter().find(|n| n.id == id).ok_or(Error::NotFound)?;
    let w = &need.words;
    let form = Form::filled([("what", w.what.clone()), ("place", w.place.clone()), ("note", w.note.clone())]);
    page::html(&NeedPage { page: whole.page(&app, &visitor, "circle-need-change-title"), form, there: true })
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, need)): Path<(String, String)>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &NEED).await?;
    let id = whole::id_of(&need)?;
    if !whole.needs.iter().any(|n| n.id == id) {
        return Err(Error::NotFound);
    }
    let mut template = NeedPage { page: whole.page(&app, &visitor, "circle-need-change-title"), form, there: true };
    let words = read_words(&template.page, &mut template.form);
    if !template.form.ok() {
        return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
    }
    acts::reword(&mut act, id, &words).await?;
    act.commit().await?;
    Ok(page::go(&whole.under(""), "circle-changed"))
}
