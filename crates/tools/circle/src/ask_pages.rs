//! Asking: whom the program proposes and why, and people one names oneself.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::person::{self, Contact};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, ASK, PEOPLE};
use crate::ask_store::{self, Known};
use crate::asking::{self, Asking, call_out, open_by_need, propose};
use crate::model::{Fit, MOST_ASKED, wave_size};
use crate::store::{self, Need};
use crate::times;
use crate::whole::{self, Whole};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/kreds/spoerg", get(show).post(ask))
        .route("/forloeb/{slug}/kreds/spoerg/selv", get(own).post(ask_own))
        .route("/forloeb/{slug}/kreds/svar/{ask}", post(answer))
        .route("/forloeb/{slug}/kreds/kender/{person}", post(stand))
}

/// Proposals shown with names; the others of a large wave are counted.
const SHOWN: usize = 60;

/// Somebody one could ask, to be shown.
pub(crate) struct ProposalLine {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// Why, in a few words each.
    pub(crate) why: Vec<String>,
    /// How they are asked.
    pub(crate) way: String,
}

#[derive(Template)]
#[template(path = "circle_ask.html")]
pub(crate) struct AskPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) lines: Vec<ProposalLine>,
    /// How many more are asked than are shown.
    pub(crate) more: i64,
    /// How many have reached what they said they can.
    pub(crate) full: i64,
    pub(crate) open: i64,
    pub(crate) most: i64,
    pub(crate) night: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Size {
    antal: Option<usize>,
}

/// Why somebody stands where they stand.
fn why(page: &Page, fit: &Fit, known: &Known, organisation: Option<&String>, coordinates: bool) -> Vec<String> {
    let mut all = vec![];
    if fit.known {
        all.push(page.t("circle-why-known"));
    }
    if fit.again {
        all.push(page.t("circle-why-again"));
    }
    if let Some(name) = organisation {
        all.push(name.clone());
    }
    if fit.near {
        all.push(page.t("circle-why-near"));
    } else if let Some(area) = &known.area {
        all.push(page.t1("circle-why-area", "area", area));
    }
    all.push(fit.kinds.iter().map(|k| times::kind(page, *k)).collect::<Vec<_>>().join(", "));
    // How often somebody helps elsewhere is nothing for those the circle is around.
    if coordinates {
        all.push(if fit.per_month > 0 { page.t2("circle-why-load", "n", fit.load, "most", fit.per_month) } else { page.t1("circle-why-helps", "n", fit.load) });
    }
    all
}

fn way_word(page: &Page, way: Contact) -> String {
    page.t(&format!("circle-way-{}", way.key()))
}

/// The proposals, and how each is asked.
async fn proposals(sql: &mut Sql, app: &App, whole: &Whole, most: usize) -> Result<(Vec<(Fit, Known)>, usize)> {
    let found = propose(sql, app, &whole.key, whole.details.area, most).await?;
    let mut names = ask_store::names(sql, found.fits.iter().map(|f| f.person)).await?;
    Ok((found.fits.into_iter().filter_map(|f| names.remove(&f.person).map(|k| (f, k))).collect(), found.full))
}

async fn ask_page(app: &App, visitor: &Visitor, whole: &Whole, most: usize, form: Form) -> Result<AskPage> {
    let page = whole.page(app, visitor, "circle-ask-title");
    let mut sql = app.db.read().await?;
    let (found, full) = proposals(&mut sql, app, whole, most).await?;
    let organisations = ask_store::organisations(&mut sql, found.iter().filter_map(|(f, _)| f.organisation)).await?;
    let line = |(fit, known): &(Fit, Known)| ProposalLine {
        id: fit.person,
        name: known.name.clone(),
        why: why(&page, fit, known, fit.organisation.and_then(|id| organisations.get(&id)), whole.coordinates()),
        way: way_word(&page, asking::way(known, &fit.fast)),
    };
    let open = open_by_need(&whole.slots, page.now).values().map(Vec::len).sum::<usize>() as i64;
    Ok(AskPage {
        lines: found.iter().take(SHOWN).map(line).collect(),
        more: found.len().saturating_sub(SHOWN) as i64,
        full: full as i64,
        open,
        most: most as i64,
        night: times::is_night(page.now),
        page,
        form,
    })
}

/// How many to ask: what was asked for, else by how much is open.
fn size(whole: &Whole, asked: Option<usize>, app: &App) -> usize {
    let open = open_by_need(&whole.slots, app.clock.now()).values().map(Vec::len).sum::<usize>();
    asked.map_or_else(|| wave_size(open), |n| n.clamp(1, MOST_ASKED))
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(q): Query<Size>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    let most = size(&whole, q.antal, &app);
    let template = ask_page(&app, &visitor, &whole, most, Form::default()).await?;
    // Those who are proposed can see that somebody looked at what they offer. Where those the circle is around did, it stands there
    // without a name: it would tell whom something has happened to.
    let reader = whole.view.person.filter(|_| whole.coordinates() && !whole.view.roles.contains(&Role::Owner));
    let mut sql = app.db.write().await?;
    for line in &template.lines {
        reading::note_once_a_day(&mut sql, &app, reader, line.id, "reading-circle-match").await?;
    }
    sql.commit().await?;
    page::html(&template)
}

async fn ask(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, mut form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &ASK).await?;
    let most = form.value("antal").parse().ok().map_or_else(|| size(&whole, None, &app), |n: usize| n.clamp(1, MOST_ASKED));
    // Proposed within the act: of two who send at once the second asks nobody a second time.
    let (found, _) = proposals(act.sql(), &app, &whole, most).await?;
    // Of those who were shown the ones that are ticked, and with them those there was no room for.
    let wanted = |i: usize, id: &str| form.is("person", id) || i >= SHOWN && !form.is("shown", id);
    let chosen = found.into_iter().enumerate().filter(|(i, (f, _))| wanted(*i, &f.person.to_string())).map(|(_, one)| one);
    let people: Vec<Asking> = chosen.map(|(f, k)| Asking { person: f.person, way: asking::way(&k, &f.fast), needs: f.needs }).collect();
    if people.is_empty() {
        let page = whole.page(&app, &visitor, "circle-ask-title");
        form.wrong("person", page.t("circle-ask-nobody"));
        let template = ask_page(&app, &visitor, &whole, most, form).await?;
        return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
    }
    call_out(&mut act, &people).await?;
    act.commit().await?;
    Ok(page::go(&whole.under(""), "circle-asked"))
}

#[derive(Template)]
#[template(path = "circle_ask_own.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Whether the visitor may look people up.
    pub(crate) looks_up: bool,
    pub(crate) query: String,
    pub(crate) found: Vec<Known>,
    /// What can be asked for: id, words.
    pub(crate) needs: Vec<(String, String)>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sought {
    q: String,
}

fn own_page(app: &App, visitor: &Visitor, whole: &Whole, query: String, found: Vec<Known>, form: Form) -> OwnPage {
    let page = whole.page(app, visitor, "circle-own-title");
    let open = open_by_need(&whole.slots, page.now);
    let words = |n: &Need| if n.words.what.is_empty() { times::kind(&page, n.kind) } else { n.words.what.clone() };
    let needs = whole.needs.iter().filter(|n| open.contains_key(&n.id)).map(|n| (n.id.to_string(), words(n))).collect();
    OwnPage { needs, page, form, looks_up: whole.coordinates(), query, found }
}

async fn own(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(sought): Query<Sought>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    let found = if whole.coordinates() { ask_store::search(&mut app.db.read().await?, &sought.q).await? } else { vec![] };
    page::html(&own_page(&app, &visitor, &whole, sought.q, found, Form::default()))
}

/// Asks somebody by name: a person who is here, or one who is rung.
async fn ask_own(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &ASK).await?;
    let query = form.value("q").to_owned();
    let found = if whole.coordinates() { ask_store::search(act.sql(), &query).await? } else { vec![] };
    let mut template = own_page(&app, &visitor, &whole, query, found, form);
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("name", "field-name"), ("phone", "field-phone"), ("need", "circle-own-needs")]);
    let needs: BTreeSet<Uuid> = template.needs.iter().filter(|(id, _)| form.is("need", id)).filter_map(|(id, _)| id.parse().ok()).collect();
    if needs.is_empty() {
        form.wrong("need", page.t("circle-own-wrong-need"));
    }
    let person = match form.value("person").parse::<Uuid>() {
        Ok(id) => {
            if !form.value("name").is_empty() || !form.value("phone").is_empty() {
                form.wrong("name", page.t("circle-own-wrong-both"));
            }
            Some(id)
        }
        Err(_) => {
            let name = form.required(page, "name", 80);
            let written = form.required(page, "phone", 30);
            let phone = person::phone(&written);
            if phone.is_none() && !written.is_empty() {
                form.wrong1(page, "phone", "form-phone", "text", &written);
            }
            match phone.filter(|_| form.ok()) {
                Some(phone) => {
                    let (id, at, by) = (act.new_id(), act.at(), act.person()?);
                    ask_store::insert_person(act.sql(), id, &name, &phone, by, at).await?;
                    Some(id)
                }
                None => None,
            }
        }
    };
    let (Some(person), true) = (person, template.form.ok()) else {
        return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
    };
    let known = ask_store::names(act.sql(), [person]).await?.remove(&person).ok_or(Error::NotFound)?;
    if whole.view.person == Some(person) || samskab_platform::space::team(act.sql(), whole.view.space.id).await?.iter().any(|m| m.id == person) {
        return Err(Error::Refused("circle-own-inside"));
    }
    if template.form.is("known", "yes") && !store::unwanted(act.sql(), whole.view.space.id, person).await? {
        store::set_stance(act.sql(), whole.view.space.id, person, Some("known")).await?;
    }
    let way = asking::way(&known, "");
    call_out(&mut act, &[Asking { person, needs, way }]).await?;
    act.commit().await?;
    Ok(page::go(&whole.under(""), if way == Contact::Phone { "circle-to-ring" } else { "circle-asked" }))
}

/// What somebody said on the telephone.
async fn answer(State(app): State<App>, visitor: Visitor, Path((slug, ask)): Path<(String, String)>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &ASK).await?;
    let ask = ask_store::one(act.sql(), whole::id_of(&ask)?).await?;
    if ask.space_id != whole.view.space.id {
        return Err(Error::NotFound);
    }
    match form.value("do") {
        "no" => {
            let at = act.at();
            ask_store::answer(act.sql(), ask.id, "no", at).await?;
        }
        "again" => {
            let known = ask_store::names(act.sql(), [ask.person_id]).await?.remove(&ask.person_id).ok_or(Error::NotFound)?;
            let needs = ask_store::needs(act.sql(), ask.id).await?.into_iter().collect();
            call_out(&mut act, &[Asking { person: ask.person_id, needs, way: asking::way(&known, &ask.way) }]).await?;
            act.commit().await?;
            return Ok(page::go(&whole.under(""), "circle-asked"));
        }
        _ => return Err(Error::BadRequest("error-form")),
    }
    act.record("circle", ask.space_id, serde_json::json!({ "answer": "no" })).await?;
    act.commit().await?;
    Ok(page::go(&whole.under(""), "circle-noted"))
}

/// Whom the family knows, and who is not to be asked.
async fn stand(State(app): State<App>, visitor: Visitor, Path((slug, person)): Path<(String, String)>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &PEOPLE).await?;
    let person = person::find(act.sql(), whole::id_of(&person)?).await?;
    let stance = match form.value("do") {
        "known" => Some("known"),
        "not" => Some("not"),
        "neither" => None,
        _ => return Err(Error::BadRequest("error-form")),
    };
    acts::stand(&mut act, person.id, stance).await?;
    act.commit().await?;
    Ok(page::go(&whole.under("/folk"), "circle-noted"))
}
