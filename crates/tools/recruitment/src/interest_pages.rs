//! Showing interest: signed in or as somebody new, on paper or by telephone through staff; taking it back.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::person::Details;
use samskab_platform::screen::holds_personal_number;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{ASK, ENTER, INTEREST};
use crate::call_pages::{Wanted, wanted};
use crate::interest_store::{self, Wish};
use crate::interests;
use crate::model::{Way, phone};
use crate::store::{self, Call};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/pladser/opslag/{id}/meld", get(write).post(send))
        .route("/forloeb/{slug}/pladser/opslag/{id}/meld/sendt", get(sent))
        .route("/forloeb/{slug}/pladser/opslag/{id}/traek", post(withdraw))
        .route("/forloeb/{slug}/pladser/opslag/{id}/gruppe", post(join_group))
        .route("/forloeb/{slug}/pladser/opslag/{id}/indtast", get(paper).post(enter))
}

#[derive(Template)]
#[template(path = "interest_form.html")]
pub(crate) struct InterestForm {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) call: Call,
    pub(crate) wanted: Vec<Wanted>,
    /// Whether the visitor has signed in: then name and address are known.
    pub(crate) known: Option<String>,
    /// Whether they have shown interest before.
    pub(crate) again: bool,
}

#[derive(Template)]
#[template(path = "interest_sent.html")]
pub(crate) struct SentPage {
    pub(crate) page: Page,
    pub(crate) call: Call,
}

#[derive(Template)]
#[template(path = "interest_enter.html")]
pub(crate) struct EnterForm {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) call: Call,
    pub(crate) wanted: Vec<Wanted>,
    pub(crate) ways: Vec<(String, String)>,
}

/// The published call of an address.
async fn published(app: &App, view: &SpaceView, id: Uuid) -> Result<Call> {
    let call = store::call(&mut app.db.read().await?, view.space.id, id).await?;
    if call.is_published() { Ok(call) } else { Err(Error::NotFound) }
}

async fn interest_form(app: &App, visitor: &Visitor, view: &SpaceView, call: Call, form: Form) -> Result<InterestForm> {
    if !call.is_open(app.clock.today()) {
        return Err(Error::Refused("recruitment-call-closed"));
    }
    let page = Page::of_space(app, visitor, view, "recruitment-interest-title");
    let mut sql = app.db.read().await?;
    let wanted = wanted(&mut sql, view, &page, call.id).await?;
    let before = match view.person {
        Some(person) => interest_store::of_person(&mut sql, call.id, person).await?,
        None => None,
    };
    let again = before.is_some_and(|i| i.withdrawn_at.is_none());
    Ok(InterestForm { known: visitor.person.as_ref().map(|p| p.name.clone()), page, form, call, wanted, again })
}

async fn write(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let call = published(&app, &view, id).await?;
    view.demand(if view.person.is_some() { &INTEREST } else { &ASK })?;
    let mut form = Form::default();
    if let Some(person) = view.person {
        let mut sql = app.db.read().await?;
        if let Some(before) = interest_store::of_person(&mut sql, id, person).await?.filter(|i| i.withdrawn_at.is_none()) {
            form.set("why", before.why);
            if before.working_group {
                form.set("working_group", "yes");
            }
            for profile in interest_store::profiles_of(&mut sql, before.id).await? {
                form.add("profiles".to_owned(), profile.to_string());
            }
        }
    }
    page::html(&interest_form(&app, &visitor, &view, call, form).await?)
}

/// What somebody wants, as a form says; errors stay in it.
fn read_wish(page: &Page, form: &mut Form, call: &Call, wanted: &[Wanted]) -> Wish {
    form.called(page, &[("profiles", "recruitment-interest-what"), ("why", "recruitment-interest-why")]);
    let profiles: Vec<Uuid> = wanted.iter().map(|w| w.profile.id).filter(|id| form.is("profiles", &id.to_string())).collect();
    let working_group = call.working_groups && form.is("working_group", "yes");
    if profiles.is_empty() && !working_group {
        let text = page.t("recruitment-interest-nothing");
        form.wrong("profiles", text);
    }
    let why = form.optional(page, "why", 1_500);
    if holds_personal_number(&why, page.today()) {
        let text = page.t("form-personal-number");
        form.wrong("why", text);
    }
    Wish { why, working_group, profiles }
}

async fn send(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let call = published(&app, &view, id).await?;
    let def = if view.person.is_some() { &INTEREST } else { &ASK };
    let mut act = Act::begin(&app, &visitor, view.space.id, def).await?;
    let mut shown = interest_form(&app, &visitor, &view, call, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    let wish = read_wish(page, form, &shown.call, &shown.wanted);
    let own = view.under(&format!("pladser/opslag/{id}"));
    if view.person.is_some() {
        if !form.ok() {
            drop(act);
            return page::not_accepted(&shown);
        }
        interests::register(&mut act, id, &wish, visitor.helper.as_ref().map(|h| h.id)).await?;
        act.commit().await?;
        return Ok(page::go(&own, "interest"));
    }
    form.called(page, &[("name", "recruitment-interest-name"), ("email", "recruitment-interest-email")]);
    let name = form.required(page, "name", 80);
    let email = form.email(page, "email");
    if holds_personal_number(&name, page.today()) {
        let text = page.t("form-personal-number");
        form.wrong("name", text);
    }
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    interests::ask(&mut act, id, &name, &email, &wish, visitor.lang).await?;
    act.commit().await?;
    Ok(page::go(&format!("{own}/meld/sendt"), ""))
}

async fn sent(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let call = published(&app, &view, id).await?;
    page::html(&SentPage { page: Page::of_space(&app, &visitor, &view, "recruitment-sent-title"), call })
}

async fn withdraw(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &INTEREST).await?;
    interests::withdraw(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}")), "interest-withdrawn"))
}

async fn join_group(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &INTEREST).await?;
    interests::join_group(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}")), "interest-group"))
}

async fn enter_form(app: &App, visitor: &Visitor, view: &SpaceView, call: Call, form: Form) -> Result<EnterForm> {
    let page = Page::of_space(app, visitor, view, "recruitment-enter-title");
    let wanted = wanted(&mut app.db.read().await?, view, &page, call.id).await?;
    let ways = [Way::Paper, Way::Phone].map(|w| (w.key().to_owned(), page.t(&format!("way-{}", w.key())))).to_vec();
    Ok(EnterForm { page, form, call, wanted, ways })
}

async fn paper(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&ENTER)?;
    let call = published(&app, &view, id).await?;
    let form = Form::filled([("way", Way::Paper.key().to_owned())]);
    page::html(&enter_form(&app, &visitor, &view, call, form).await?)
}

/// Who a form on paper is from; errors stay in it.
fn read_person(page: &Page, form: &mut Form) -> Details {
    let names = [("name", "field-name"), ("email", "field-email"), ("phone", "field-phone"), ("address", "field-address")];
    form.called(page, &names);
    let some = |text: String| Some(text).filter(|t| !t.is_empty());
    let name = form.required(page, "name", 80);
    let email = if form.value("email").trim().is_empty() { None } else { Some(form.email(page, "email")) };
    let written = form.optional(page, "phone", 30);
    let number = phone(&written);
    if !written.is_empty() && number.is_none() {
        form.wrong1(page, "phone", "form-phone", "text", &written);
    }
    let address = form.optional(page, "address", 300);
    if form.value("email").trim().is_empty() && written.is_empty() && address.is_empty() {
        let text = page.t("recruitment-enter-unreachable");
        form.wrong("email", text);
    }
    for (field, text) in [("name", &name), ("address", &address)] {
        if holds_personal_number(text, page.today()) {
            let words = page.t("form-personal-number");
            form.wrong(field, words);
        }
    }
    Details { name, email, title: None, phone: number, address: some(address) }
}

async fn enter(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let call = published(&app, &view, id).await?;
    let mut shown = enter_form(&app, &visitor, &view, call, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("way", "recruitment-enter-way")]);
    let way = Way::of(form.value("way")).filter(|w| *w != Way::Online);
    let way = form.need(page, "way", way);
    let who = read_person(page, form);
    let wish = read_wish(page, form, &shown.call, &shown.wanted);
    let (Some(way), true) = (way, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    interests::enter(&mut act, id, &who, &wish, way).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}/interesserede")), "interest-entered"))
}
