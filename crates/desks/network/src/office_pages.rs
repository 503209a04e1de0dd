//! The coordinators' pages: finding who can help, looking at an offer, writing one down for somebody else.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::access::ActDef;
use samskab_platform::db::Sql;
use samskab_platform::desk::admit;
use samskab_platform::network::{self, Check, Kind, LANGUAGES, Part, Times, Wanted};
use samskab_platform::paging::encoded;
use samskab_platform::person::{self, Details, Person};
use samskab_platform::screen::holds_personal_number;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, COORDINATORS, ENTER, TEND_FOR};
use crate::form::{self, OfferForm, Whose};
use crate::model::{How, PAUSES};
use crate::own_pages::pause_days;
use crate::store::{self, Found, Row};

const PATH: &str = "/administration/netvaerk";
/// Offers on one page of the list.
const ON_PAGE: i64 = 50;
/// What a coordinator has looked at, as the person it is about reads it.
const READING: &str = "reading-network";

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/netvaerk", get(list))
        .route("/administration/netvaerk/find", get(find))
        .route("/administration/netvaerk/ny", get(newcomer).post(enter_newcomer))
        .route("/administration/netvaerk/for/{id}", get(new).post(enter))
        .route("/administration/netvaerk/{id}", get(show))
        .route("/administration/netvaerk/{id}/ret", get(edit).post(change))
        .route("/administration/netvaerk/{id}/pause", post(pause))
        .route("/administration/netvaerk/{id}/gaelder", post(confirm))
        .route("/administration/netvaerk/{id}/slut", post(end))
}

/// An offer in the list: without the name of anybody.
pub(crate) struct Line {
    pub(crate) row: Row,
    /// Whether they live where one asked for.
    pub(crate) near: bool,
}

#[derive(Template)]
#[template(path = "network_list.html")]
pub(crate) struct List {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) kinds: Vec<(String, String)>,
    pub(crate) areas: Vec<(String, String)>,
    pub(crate) days: Vec<(String, String)>,
    pub(crate) parts: Vec<(String, String)>,
    pub(crate) checks: Vec<(String, String)>,
    pub(crate) languages: Vec<(String, String)>,
    pub(crate) lines: Vec<Line>,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
}

#[derive(Template)]
#[template(path = "network_find.html")]
pub(crate) struct Find {
    pub(crate) page: Page,
    pub(crate) query: String,
    pub(crate) found: Vec<Found>,
}

#[derive(Template)]
#[template(path = "network_offer.html")]
pub(crate) struct Show {
    pub(crate) page: Page,
    pub(crate) offer: Row,
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) pauses: [i64; 4],
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    slags: String,
    omraade: String,
    dag: String,
    del: String,
    tjek: String,
    sprog: String,
    side: Option<i64>,
}

impl Asked {
    fn wanted(&self, page: i64) -> Wanted {
        let day = self.dag.parse().ok().filter(|d| (1..=7).contains(d));
        Wanted {
            kind: Kind::of(&self.slags),
            area: self.omraade.parse().ok(),
            times: Times::wanted(day, Part::of(&self.del)),
            checks: Check::of(&self.tjek).into_iter().collect(),
            language: Some(self.sprog.clone()).filter(|l| LANGUAGES.contains(&l.as_str())),
            skip: (page - 1) * ON_PAGE,
            // One more than is shown tells whether there is a next page.
            limit: ON_PAGE + 1,
        }
    }

    fn fields(&self) -> [(&'static str, &str); 6] {
        [("slags", &self.slags), ("omraade", &self.omraade), ("dag", &self.dag), ("del", &self.del), ("tjek", &self.tjek), ("sprog", &self.sprog)]
    }
}

async fn list(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    admit(&visitor, COORDINATORS)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "network-office-title", &[]));
    let number = asked.side.unwrap_or(1).clamp(1, 1_000);
    let mut sql = app.db.read().await?;
    let mut found = network::candidates(&mut sql, &app, &asked.wanted(number)).await?;
    let more = found.len() as i64 > ON_PAGE;
    found.truncate(ON_PAGE as usize);
    let rows = store::listed(&mut sql, &found.iter().map(|c| c.offer).collect::<Vec<_>>()).await?;
    let lines = rows.into_iter().map(|row| Line { near: found.iter().any(|c| c.offer == row.id && c.near), row }).collect();
    let query: Vec<String> = asked.fields().iter().filter(|f| !f.1.is_empty()).map(|(name, value)| format!("{name}={}&", encoded(value))).collect();
    let at = |n: i64| format!("{PATH}?{}side={n}", query.concat());
    let (previous, next) = ((number > 1).then(|| at(number - 1)), more.then(|| at(number + 1)));
    let areas = form::areas(&mut sql).await?;
    let form = Form::filled(asked.fields().map(|(name, value)| (name, value.to_owned())));
    page::html(&listing(page, form, areas, lines, previous, next))
}

pub(crate) fn listing(page: Page, form: Form, areas: Vec<(String, String)>, lines: Vec<Line>, previous: Option<String>, next: Option<String>) -> List {
    List {
        kinds: Kind::ALL.map(|k| (k.key().to_owned(), page.t(&format!("network-kind-{}", k.key())))).to_vec(),
        days: (1..=7).map(|d| (d.to_string(), page.t(&format!("network-day-{d}")))).collect(),
        parts: form::parts(&page).into_iter().map(|(key, words, hours)| (key, format!("{words}, {hours}"))).collect(),
        checks: Check::ALL.map(|c| (c.key().to_owned(), page.t(&format!("network-check-{}", c.key())))).to_vec(),
        languages: form::languages(&page),
        page,
        form,
        areas,
        lines,
        previous,
        next,
    }
}

#[derive(Deserialize)]
struct Sought {
    #[serde(default)]
    q: String,
}

async fn find(State(app): State<App>, visitor: Visitor, Query(sought): Query<Sought>) -> Result<Response> {
    admit(&visitor, COORDINATORS)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "network-enter", &[]));
    let found = store::search(&mut app.db.read().await?, &sought.q).await?;
    page::html(&Find { page, query: sought.q, found })
}

/// Notes that the visitor has looked at what somebody offers.
async fn looked(sql: &mut Sql, app: &App, visitor: &Visitor, person: Uuid) -> Result<()> {
    reading::note(sql, app, visitor.person.as_ref().map(|p| p.id), person, READING).await
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, COORDINATORS)?;
    let mut sql = app.db.write().await?;
    let offer = store::one(&mut sql, id).await?;
    let person = person::find(&mut sql, offer.person_id).await?;
    looked(&mut sql, &app, &visitor, person.id).await?;
    sql.commit().await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "network-offer-title", &[]));
    let phone = person.phone.as_deref().map(person::spaced).unwrap_or_default();
    page::html(&Show { page, offer, name: person.name, phone, email: person.email.unwrap_or_default(), pauses: PAUSES })
}

/// Where a form leads to, and where one goes back.
enum Place {
    Newcomer,
    For(Uuid),
    Change(Uuid),
}

async fn form_page(sql: &mut Sql, app: &App, visitor: &Visitor, place: Place, person: Option<&Person>, form: Form) -> Result<OfferForm> {
    let (title, action, cancel) = match place {
        Place::Newcomer => ("network-enter", format!("{PATH}/ny"), format!("{PATH}/find")),
        Place::For(id) => ("network-enter", format!("{PATH}/for/{id}"), format!("{PATH}/find")),
        Place::Change(id) => ("network-change", format!("{PATH}/{id}/ret"), format!("{PATH}/{id}")),
    };
    let whose = person.map_or(Whose::Newcomer, Whose::Anothers);
    form::page(sql, app, visitor, whose, title, form, (action, cancel)).await
}

async fn newcomer(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, COORDINATORS)?;
    let mut sql = app.db.read().await?;
    let begun = form::empty(&mut sql, None).await?;
    page::html(&form_page(&mut sql, &app, &visitor, Place::Newcomer, None, begun).await?)
}

/// Who somebody new is.
fn read_newcomer(template: &mut OfferForm) -> Details {
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("name", "field-name"), ("address", "field-address")]);
    let (name, address) = (form.required(page, "name", 80), form.optional(page, "address", 300));
    for (field, text) in [("name", &name), ("address", &address)] {
        if holds_personal_number(text, page.today()) {
            form.wrong(field, page.t("form-personal-number"));
        }
    }
    Details { name, address: Some(address).filter(|a| !a.is_empty()), ..Details::default() }
}

async fn enter_newcomer(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ENTER).await?;
    let mut template = form_page(act.sql(), &app, &visitor, Place::Newcomer, None, form).await?;
    let details = read_newcomer(&mut template);
    let Some((offer, phone)) = form::read(&mut template, None) else { return page::not_accepted(&template) };
    let how = How::of(template.form.value("how")).unwrap_or(How::Phone);
    let person = acts::newcomer(&mut act, &Details { phone, ..details }, offer.area).await?;
    let id = acts::tell(&mut act, person, &offer, Some(how)).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "network-entered"))
}

async fn new(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, COORDINATORS)?;
    let mut sql = app.db.write().await?;
    let person = person::find(&mut sql, id).await?;
    if !person.is_here() {
        return Err(Error::Refused("error-has-left"));
    }
    looked(&mut sql, &app, &visitor, person.id).await?;
    let begun = form::empty(&mut sql, Some(&person)).await?;
    let template = form_page(&mut sql, &app, &visitor, Place::For(id), Some(&person), begun).await?;
    sql.commit().await?;
    page::html(&template)
}

async fn enter(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ENTER).await?;
    let person = person::find(act.sql(), id).await?;
    let mut template = form_page(act.sql(), &app, &visitor, Place::For(id), Some(&person), form).await?;
    let Some((offer, phone)) = form::read(&mut template, Some(&person)) else { return page::not_accepted(&template) };
    let how = How::of(template.form.value("how")).unwrap_or(How::Phone);
    let offer = acts::tell(&mut act, id, &offer, Some(how)).await?;
    acts::keep_phone(&mut act, id, phone.as_deref()).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{offer}"), "network-entered"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, COORDINATORS)?;
    let mut sql = app.db.write().await?;
    let row = store::one(&mut sql, id).await?;
    let person = person::find(&mut sql, row.person_id).await?;
    looked(&mut sql, &app, &visitor, person.id).await?;
    let template = form_page(&mut sql, &app, &visitor, Place::Change(id), Some(&person), form::filled(&row, &person)).await?;
    sql.commit().await?;
    page::html(&template)
}

async fn change(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ENTER).await?;
    let row = store::one(act.sql(), id).await?;
    let person = person::find(act.sql(), row.person_id).await?;
    let mut template = form_page(act.sql(), &app, &visitor, Place::Change(id), Some(&person), form).await?;
    let Some((offer, phone)) = form::read(&mut template, Some(&person)) else { return page::not_accepted(&template) };
    acts::change(&mut act, &row, &offer).await?;
    acts::keep_phone(&mut act, person.id, phone.as_deref()).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "network-changed"))
}

/// Opens an act on an offer that is there.
async fn tend<'a>(app: &'a App, visitor: &Visitor, id: Uuid, def: &'static ActDef) -> Result<Act<'a>> {
    let mut act = Act::begin_at_desk(app, visitor, def).await?;
    store::one(act.sql(), id).await?;
    Ok(act)
}

async fn pause(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = tend(&app, &visitor, id, &TEND_FOR).await?;
    let days = pause_days(&form)?;
    acts::pause(&mut act, id, days).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), if days.is_some() { "network-paused" } else { "network-on" }))
}

async fn confirm(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = tend(&app, &visitor, id, &TEND_FOR).await?;
    acts::confirm(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "network-confirmed"))
}

async fn end(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = tend(&app, &visitor, id, &TEND_FOR).await?;
    acts::end(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(PATH, "network-ended"))
}
