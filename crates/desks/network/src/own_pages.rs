//! One's own offers: telling, changing, pausing, ending.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use samskab_platform::access::ActDef;
use samskab_platform::db::Sql;
use samskab_platform::network::Times;
use samskab_platform::person::Person;
use samskab_platform::tool::{Mine, MinePart};
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{self, OWN, TELL, TEND};
use crate::form::{self, OfferForm, Whose};
use crate::model::{self, PAUSES};
use crate::store::{self, Row};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/min-side/netvaerk", get(list))
        .route("/min-side/netvaerk/ny", get(new).post(tell))
        .route("/min-side/netvaerk/{id}", get(edit).post(change))
        .route("/min-side/netvaerk/{id}/pause", post(pause))
        .route("/min-side/netvaerk/{id}/gaelder", post(confirm))
        .route("/min-side/netvaerk/{id}/slut", post(end))
}

#[derive(Template)]
#[template(path = "network_own.html")]
pub(crate) struct Own {
    pub(crate) page: Page,
    pub(crate) offers: Vec<Row>,
    pub(crate) pauses: [i64; 4],
}

impl Own {
    /// When an offer ends that nobody answers for.
    fn ends(&self, offer: &Row) -> DateTime<Utc> {
        model::ends_at(offer.confirmed_at)
    }

    fn asked(&self, offer: &Row) -> bool {
        model::is_asked(offer.confirmed_at, offer.reminded_at)
    }
}

impl Row {
    /// What is offered, in words.
    pub(crate) fn what(&self, page: &Page) -> String {
        self.can.split(',').map(|k| page.t(&format!("network-kind-{k}"))).collect::<Vec<_>>().join(" · ")
    }

    /// When, in words.
    pub(crate) fn when(&self, page: &Page) -> String {
        Times::read(&self.week).in_words(page)
    }

    /// Where, in words.
    pub(crate) fn place(&self, page: &Page) -> String {
        match &self.area {
            Some(area) if self.reach == "all" => page.t1("network-place-all", "area", area),
            Some(area) => area.clone(),
            None => page.t("whole-municipality"),
        }
    }

    /// How often at most, in words.
    pub(crate) fn often(&self, page: &Page) -> String {
        form::per_month(page, self.per_month)
    }

    /// What they have to show, in words; empty for nothing.
    pub(crate) fn checks(&self, page: &Page) -> String {
        let certificate = self.certificate_on.map(|d| page.t1("network-certificate-of", "date", page.date(&d)));
        let others = [(self.licence, "network-check-licence"), (self.first_aid, "network-check-first-aid")];
        certificate.into_iter().chain(others.into_iter().filter(|c| c.0).map(|c| page.t(c.1))).collect::<Vec<_>>().join(", ")
    }

    /// Languages beside Danish, in words; empty for none.
    pub(crate) fn spoken(&self, page: &Page) -> String {
        self.languages.split(',').filter(|l| !l.is_empty()).map(|l| page.t(&format!("network-language-{l}"))).collect::<Vec<_>>().join(", ")
    }
}

/// On somebody's own page: offers they have been asked about.
pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let asked = store::of_person(sql, person).await?.into_iter().filter(|o| model::is_asked(o.confirmed_at, o.reminded_at));
    let line = |o: Row| Mine {
        part: MinePart::Next,
        text: page.t("network-holds"),
        detail: o.what(page),
        href: OWN.to_owned(),
        button: page.t("network-answer"),
        tag: None,
    };
    Ok(asked.map(line).collect())
}

fn me(visitor: &Visitor) -> Result<&Person> {
    visitor.person.as_ref().ok_or(Error::SignIn)
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let offers = store::of_person(&mut app.db.read().await?, me(&visitor)?.id).await?;
    page::html(&Own { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "account-network", &[])), offers, pauses: PAUSES })
}

async fn form_page(sql: &mut Sql, app: &App, visitor: &Visitor, offer: Option<Uuid>, form: Form) -> Result<OfferForm> {
    let (title, action) = match offer {
        None => ("network-tell", format!("{OWN}/ny")),
        Some(id) => ("network-change", format!("{OWN}/{id}")),
    };
    form::page(sql, app, visitor, Whose::Own(me(visitor)?), title, form, (action, OWN.to_owned())).await
}

async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = me(&visitor)?;
    let mut sql = app.db.read().await?;
    let begun = form::empty(&mut sql, Some(me)).await?;
    page::html(&form_page(&mut sql, &app, &visitor, None, begun).await?)
}

async fn tell(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &TELL).await?;
    let me = act.person()?;
    let mut template = form_page(act.sql(), &app, &visitor, None, form).await?;
    let Some((offer, phone)) = form::read(&mut template, visitor.person.as_ref()) else { return page::not_accepted(&template) };
    acts::tell(&mut act, me, &offer, None).await?;
    acts::keep_phone(&mut act, me, phone.as_deref()).await?;
    act.commit().await?;
    Ok(page::go(OWN, "network-told"))
}

/// An offer, where it is one's own: another's is answered like one that is not there.
async fn own(sql: &mut Sql, id: Uuid, me: Uuid) -> Result<Row> {
    let row = store::one(sql, id).await?;
    if row.person_id == me { Ok(row) } else { Err(Error::NotFound) }
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let me = me(&visitor)?;
    let mut sql = app.db.read().await?;
    let row = own(&mut sql, id, me.id).await?;
    page::html(&form_page(&mut sql, &app, &visitor, Some(id), form::filled(&row, me)).await?)
}

async fn change(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &TELL).await?;
    let me = act.person()?;
    let row = own(act.sql(), id, me).await?;
    let mut template = form_page(act.sql(), &app, &visitor, Some(id), form).await?;
    let Some((offer, phone)) = form::read(&mut template, visitor.person.as_ref()) else { return page::not_accepted(&template) };
    acts::change(&mut act, &row, &offer).await?;
    acts::keep_phone(&mut act, me, phone.as_deref()).await?;
    act.commit().await?;
    Ok(page::go(OWN, "network-changed"))
}

/// Opens an act on an offer that is the visitor's own.
async fn tend<'a>(app: &'a App, visitor: &Visitor, id: Uuid, def: &'static ActDef) -> Result<Act<'a>> {
    let mut act = Act::begin_at_desk(app, visitor, def).await?;
    let me = act.person()?;
    own(act.sql(), id, me).await?;
    Ok(act)
}

async fn pause(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = tend(&app, &visitor, id, &TEND).await?;
    let days = pause_days(&form)?;
    acts::pause(&mut act, id, days).await?;
    act.commit().await?;
    Ok(page::go(OWN, if days.is_some() { "network-paused" } else { "network-on" }))
}

/// How long a pause is asked for; `None`: the offer goes on.
pub(crate) fn pause_days(form: &Form) -> Result<Option<i64>> {
    match form.value("days") {
        "0" => Ok(None),
        days => PAUSES.into_iter().find(|n| n.to_string() == days).map(Some).ok_or(Error::BadRequest("error-form")),
    }
}

async fn confirm(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = tend(&app, &visitor, id, &TEND).await?;
    acts::confirm(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(OWN, "network-confirmed"))
}

async fn end(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = tend(&app, &visitor, id, &TEND).await?;
    acts::end(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(OWN, "network-ended"))
}
