//! Who stands on the kiosk and whose card is whose, for those who run the house; and what somebody can see and decide of it themselves.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::Duration;
use samskab_platform::person::{self, NewPerson};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{AGREE, ENROL, KEEP, STAND};
use crate::day;
use crate::day_pages::{id_of, ids, people};
use crate::device_pages::devices_page;
use crate::house_store::{self, Key};
use crate::model::{self, KEEP_DAYS, KEEP_RANGE};
use crate::store;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/dagen/navne", get(all).post(enrol))
        .route("/forloeb/{slug}/dagen/navne/gem", post(keep))
        .route("/forloeb/{slug}/dagen/navne/{id}", post(change))
        .route("/forloeb/{slug}/dagen/mig", get(own).post(decide))
}

/// Somebody who comes.
pub(crate) struct Row {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) listed: bool,
    pub(crate) cards: Vec<(Uuid, String)>,
}

#[derive(Template)]
#[template(path = "daily_names.html")]
pub(crate) struct NamesPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "daily_own.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    pub(crate) listed: bool,
    pub(crate) keep: i64,
    pub(crate) days: Vec<String>,
    pub(crate) keys: Vec<Key>,
}

async fn names_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<NamesPage> {
    let mut sql = app.db.read().await?;
    let all = store::regulars(&mut sql, view.space.id).await?;
    let mut cards: BTreeMap<Uuid, Vec<(Uuid, String)>> = BTreeMap::new();
    for card in store::cards(&mut sql, view.space.id).await? {
        cards.entry(card.person_id).or_default().push((card.id, card.code));
    }
    let people = people(&mut sql, view.space.id).await?.into_iter().filter(|(id, _)| all.iter().all(|r| r.person_id.to_string() != *id)).collect();
    let listed: Vec<_> = all.iter().filter(|r| r.listed).collect();
    let labels = model::labels(&listed.iter().map(|r| r.name.as_str()).collect::<Vec<_>>());
    let labels: BTreeMap<Uuid, String> = listed.iter().map(|r| r.id).zip(labels).collect();
    let rows = all
        .iter()
        .map(|r| Row {
            id: r.id,
            name: r.name.clone(),
            label: labels.get(&r.id).cloned().unwrap_or_default(),
            listed: r.listed,
            cards: cards.remove(&r.person_id).unwrap_or_default(),
        })
        .collect();
    Ok(NamesPage { page: Page::of_space(app, visitor, view, "daily-names-title"), form, people, rows })
}

async fn all(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    view.demand(&ENROL)?;
    page::html(&names_page(&app, &visitor, &view, Form::default()).await?)
}

/// Writes down somebody who comes to the house. Who has no account becomes a person with nothing but a name.
///
/// # Errors
/// When the database fails.
pub async fn enter(act: &mut Act<'_>, who: Result<Uuid, &str>, listed: bool, card: &str) -> Result<Uuid> {
    let (space, by, at, id) = (act.space().id, act.person()?, act.at(), act.new_id());
    let person = match who {
        Ok(person) => person,
        Err(name) => {
            let person = act.new_id();
            person::insert(act.sql(), person, at, &NewPerson { name, email: None, title: None, organisation: None, lang: Lang::Da, persona: None }).await?;
            person
        }
    };
    store::stand(act.sql(), id, space, person, listed, Some(by), at).await?;
    if !card.is_empty() {
        let id = act.new_id();
        store::give_card(act.sql(), id, space, card, person, at).await?;
    }
    Ok(person)
}

/// A line of a list.
struct Line {
    /// Its number, as one counts lines.
    n: usize,
    name: String,
    /// The card's signs; empty: no card.
    code: String,
}

/// The names of a list and their cards' signs, one on each line with the card after a comma; an error names the line.
fn many(form: &mut Form, page: &Page) -> Option<Vec<Line>> {
    let text = form.required(page, "many", 20_000);
    let mut lines = vec![];
    for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (name, card) = line.split_once(',').unwrap_or((line, ""));
        let (name, code) = (name.trim(), model::typed(card));
        if name.is_empty() || name.chars().count() > 120 || (!card.trim().is_empty() && code.len() < 3) {
            form.wrong("many", page.t1("daily-names-many-line", "n", n + 1));
            return None;
        }
        lines.push(Line { n: n + 1, name: name.to_owned(), code });
    }
    form.ok().then_some(lines)
}

/// What is wrong with the cards of a list: somebody has them, or they stand on two lines. Each with its line.
async fn taken(act: &mut Act<'_>, page: &Page, lines: &[Line]) -> Result<Vec<String>> {
    let (space, mut first, mut out) = (act.space().id, BTreeMap::new(), vec![]);
    for line in lines.iter().filter(|l| !l.code.is_empty()) {
        if let Some(before) = first.insert(line.code.as_str(), line.n) {
            out.push(page.t2("daily-names-many-twice", "n", line.n, "first", before));
        } else if let Some((_, owner)) = store::card(act.sql(), space, &line.code).await? {
            out.push(page.t2("daily-names-many-taken", "n", line.n, "name", owner));
        }
    }
    Ok(out)
}

async fn enrol(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENROL).await?;
    let mut shown = names_page(&app, &visitor, &view, form).await?;
    let offered = ids(&shown.people);
    let (form, page) = (&mut shown.form, &shown.page);
    form.called(page, &[("person", "daily-names-person"), ("name", "daily-names-name"), ("card", "daily-names-card"), ("many", "daily-names-many")]);
    if !form.value("many").is_empty() {
        let Some(lines) = many(form, page) else {
            drop(act);
            return page::not_accepted(&shown);
        };
        let wrong = taken(&mut act, page, &lines).await?;
        if !wrong.is_empty() {
            drop(act);
            form.wrong("many", wrong.join(" "));
            return page::not_accepted(&shown);
        }
        for line in &lines {
            enter(&mut act, Err(line.name.as_str()), true, &line.code).await?;
        }
        act.commit().await?;
        return Ok(page::go(&view.under("dagen/navne"), "daily-name-saved"));
    }
    let chosen = form.choice(page, "person", offered);
    let name = form.optional(page, "name", 120);
    if chosen.is_none() && name.is_empty() && form.ok() {
        form.wrong("name", page.t("form-required"));
    }
    let card = form.optional(page, "card", 40);
    let code = model::typed(&card);
    if !card.is_empty() && code.len() < 3 {
        form.wrong("card", page.t("daily-names-card-short"));
    } else if let Some((_, owner)) = store::card(act.sql(), view.space.id, &code).await?.filter(|(person, _)| Some(*person) != chosen) {
        form.wrong1(page, "card", "daily-names-card-of-other", "name", owner);
    }
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    let listed = form.is("listed", "yes");
    enter(&mut act, chosen.ok_or(name.as_str()), listed, &code).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/navne"), "daily-name-saved"))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENROL).await?;
    let (space, at) = (view.space.id, act.at());
    let regular = store::regular(act.sql(), space, id_of(&id)?).await?.ok_or(Error::NotFound)?;
    match form.value("do") {
        "unlist" => {
            let id = act.new_id();
            store::stand(act.sql(), id, space, regular.person_id, false, None, at).await?;
        }
        "remove" => store::remove(act.sql(), space, &regular).await?,
        "drop" => store::drop_card(act.sql(), space, id_of(form.value("which"))?).await?,
        "give" => {
            let code = model::typed(form.value("code"));
            if code.len() < 3 {
                return Err(Error::Refused("daily-names-card-short"));
            }
            if store::card(act.sql(), space, &code).await?.is_some_and(|(person, _)| person != regular.person_id) {
                return Err(Error::Refused("daily-names-card-taken"));
            }
            let id = act.new_id();
            store::give_card(act.sql(), id, space, &code, regular.person_id, at).await?;
        }
        _ => return Err(Error::BadRequest("error-form")),
    }
    act.commit().await?;
    Ok(page::go(&view.under("dagen/navne"), "daily-name-changed"))
}

async fn keep(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &KEEP).await?;
    let page = Page::of_space(&app, &visitor, &view, "daily-screens-title");
    let mut form = form;
    form.called(&page, &[("days", "daily-keep-days")]);
    let days = form.number(&page, "days", KEEP_RANGE);
    let Some(days) = form.need(&page, "days", days) else {
        drop(act);
        let shown = devices_page(&app, &visitor, &view, Form::filled([("kind", "kiosk".to_owned())]), Some(form)).await?;
        return page::not_accepted(&shown);
    };
    let (space, since) = (view.space.id, act.today() - Duration::days(2 * *KEEP_RANGE.end()));
    store::set_keep_days(act.sql(), space, days, since).await?;
    act.record("house-names", space, serde_json::json!({ "days": days })).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/skaerme"), "daily-kept"))
}

async fn own(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("dagen");
    view.demand(&STAND)?;
    let (space, me) = (view.space.id, view.person.ok_or(Error::SignIn)?);
    let page = Page::of_space(&app, &visitor, &view, "daily-own-title");
    let listed = store::regular_of(&mut sql, space, me).await?.is_some_and(|r| r.listed);
    let keep = store::keep_days(&mut sql, space).await?.unwrap_or(KEEP_DAYS);
    let days = store::own(&mut sql, space, me).await?.iter().map(|(day, at)| format!("{} {}", day::headed(&page, day), page.time_of(at))).collect();
    let keys = house_store::keys_of(&mut sql, space, me).await?;
    page::html(&OwnPage { page, listed, keep, days, keys })
}

async fn decide(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let def = if form.value("do") == "key" { &AGREE } else { &STAND };
    let mut act = Act::begin(&app, &visitor, view.space.id, def).await?;
    let (space, me, at, id) = (view.space.id, act.person()?, act.at(), act.new_id());
    let done = match form.value("do") {
        "yes" => {
            store::stand(act.sql(), id, space, me, true, None, at).await?;
            "daily-stands"
        }
        "no" => {
            store::stand(act.sql(), id, space, me, false, None, at).await?;
            "daily-stands-not"
        }
        "forget" => {
            store::forget_own(act.sql(), space, me).await?;
            "daily-forgotten"
        }
        "key" => {
            if !house_store::agree(act.sql(), id_of(form.value("key"))?, me, at).await? {
                return Err(Error::NotFound);
            }
            "daily-key-agreed"
        }
        _ => return Err(Error::BadRequest("error-form")),
    };
    act.commit().await?;
    Ok(page::go(&view.under("dagen/mig"), done))
}
