//! The call: its public page, writing it, opening and closing it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::screen::holds_personal_number;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{CALL, CLOSE, ENTER, OPEN, READ};
use crate::calls;
use crate::interest_store::{self, Interest};
use crate::lot_store;
use crate::seat_pages::term;
use crate::store::{self, Call, CallText, Profile};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/pladser/opslag/ny", get(new).post(create))
        .route("/forloeb/{slug}/pladser/opslag/{id}", get(show))
        .route("/forloeb/{slug}/pladser/opslag/{id}/ret", get(edit).post(change))
        .route("/forloeb/{slug}/pladser/opslag/{id}/aabn", post(open))
        .route("/forloeb/{slug}/pladser/opslag/{id}/luk", post(close))
}

/// Seats as a call tells of them.
pub(crate) struct Wanted {
    pub(crate) profile: Profile,
    pub(crate) role: String,
    pub(crate) term: String,
}

#[derive(Template)]
#[template(path = "call.html")]
pub(crate) struct CallPage {
    pub(crate) page: Page,
    pub(crate) call: Call,
    pub(crate) rich: Rich,
    pub(crate) wanted: Vec<Wanted>,
    pub(crate) is_open: bool,
    /// The visitor's own interest, and what they want.
    pub(crate) own: Option<(Interest, Vec<String>)>,
    /// The visitor's own pseudonyms: the lot, the profile, the pseudonym.
    pub(crate) tickets: Vec<(Uuid, String, String)>,
    pub(crate) may_write: bool,
    pub(crate) staff: bool,
    /// How many showed interest, and how many have no answer.
    pub(crate) counted: (i64, i64),
}

#[derive(Template)]
#[template(path = "call_form.html")]
pub(crate) struct CallForm {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) call: Option<Uuid>,
    pub(crate) profiles: Vec<(String, String, String)>,
}

/// A call the visitor may see: one that is not published is for those who write it.
pub(crate) async fn find(sql: &mut Sql, view: &SpaceView, id: Uuid) -> Result<Call> {
    let call = store::call(sql, view.space.id, id).await?;
    if call.is_published() || view.may(&READ) { Ok(call) } else { Err(Error::NotFound) }
}

/// The seats a call asks for, in words.
pub(crate) async fn wanted(sql: &mut Sql, view: &SpaceView, page: &Page, call: Uuid) -> Result<Vec<Wanted>> {
    let in_words =
        |profile: Profile| Wanted { role: view.role_name(&page.lang, &profile.role).to_owned(), term: term(page, profile.from_on, profile.until_on), profile };
    Ok(store::profiles_of_call(sql, call).await?.into_iter().map(in_words).collect())
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("pladser");
    let call = find(&mut sql, &view, id).await?;
    let mut page = Page::of_space(&app, &visitor, &view, "recruitment-call");
    page.title = format!("{} · {}", call.title, view.space.title);
    let wanted = wanted(&mut sql, &view, &page, id).await?;
    let (mut own, mut tickets) = (None, vec![]);
    if let Some(person) = view.person {
        if let Some(interest) = interest_store::of_person(&mut sql, id, person).await? {
            let wants = interest_store::profiles_of(&mut sql, interest.id).await?;
            let names = wanted.iter().filter(|w| wants.contains(&w.profile.id)).map(|w| w.profile.title.clone()).collect();
            own = Some((interest, names));
        }
        tickets = lot_store::mine_in_call(&mut sql, id, person).await?;
    }
    let staff = view.may(&ENTER);
    let counted = if staff { interest_store::count(&mut sql, id).await? } else { (0, 0) };
    page::html(&CallPage {
        rich: rich_text::html(&call.text),
        is_open: call.is_open(app.clock.today()),
        wanted,
        own: own.filter(|(i, _)| i.withdrawn_at.is_none()),
        tickets,
        may_write: view.may(&CALL),
        staff,
        counted,
        call,
        page,
    })
}

async fn call_form(app: &App, visitor: &Visitor, view: &SpaceView, call: Option<Uuid>, form: Form) -> Result<CallForm> {
    let page = Page::of_space(app, visitor, view, if call.is_some() { "recruitment-call-change" } else { "recruitment-call-new" });
    let profiles = store::profiles(&mut app.db.read().await?, view.space.id).await?;
    let words = |p: &Profile| page.t2("recruitment-filled", "filled", p.filled, "seats", p.seats);
    let profiles = profiles.iter().map(|p| (p.id.to_string(), p.title.clone(), words(p))).collect();
    Ok(CallForm { page, form, call, profiles })
}

fn read_call(app: &App, shown: &mut CallForm) -> Option<CallText> {
    let (page, form, today) = (&shown.page, &mut shown.form, app.clock.today());
    let names = [("title", "recruitment-call-title"), ("text", "recruitment-call-text"), ("profiles", "recruitment-call-seats")];
    form.called(page, &names);
    let names = [("period", "recruitment-call-period"), ("meetings", "recruitment-call-meetings"), ("preparation", "recruitment-call-preparation")];
    form.called(page, &names);
    form.called(page, &[("contact", "recruitment-call-contact"), ("deadline", "recruitment-call-deadline")]);
    let title = form.required(page, "title", 100).replace('\n', " ");
    let text = form.required(page, "text", 4_000);
    let profiles: Vec<Uuid> = shown.profiles.iter().filter(|(id, _, _)| form.is("profiles", id)).filter_map(|(id, _, _)| id.parse().ok()).collect();
    let working_groups = form.is("working_groups", "yes");
    if profiles.is_empty() && !working_groups {
        let text = page.t("recruitment-call-nothing");
        form.wrong("profiles", text);
    }
    let period = form.required(page, "period", 200);
    let meetings = form.required(page, "meetings", 200);
    let preparation = form.required(page, "preparation", 300);
    let deadline = form.date(page, "deadline");
    let deadline = form.need(page, "deadline", deadline);
    let contact = form.required(page, "contact", 200);
    if holds_personal_number(&contact, today) {
        let text = page.t("form-personal-number");
        form.wrong("contact", text);
    }
    let deadline = deadline.filter(|_| form.ok())?;
    Some(CallText { title, text, period, meetings, preparation, contact, working_groups, deadline, profiles })
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&CALL)?;
    let title = app.words.say(visitor.lang, "recruitment-call-title-default", &[("space", &view.space.title)]);
    let mut form = Form::filled([("title", title), ("working_groups", "yes".to_owned())]);
    for profile in store::profiles(&mut app.db.read().await?, view.space.id).await?.iter().filter(|p| p.free() > 0) {
        form.add("profiles".to_owned(), profile.id.to_string());
    }
    page::html(&call_form(&app, &visitor, &view, None, form).await?)
}

async fn create(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CALL).await?;
    let mut shown = call_form(&app, &visitor, &view, None, form).await?;
    let Some(call) = read_call(&app, &mut shown) else { return page::not_accepted(&shown) };
    let id = calls::write(&mut act, None, &call).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}")), "call-written"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("pladser");
    view.demand(&CALL)?;
    let call = store::call(&mut sql, view.space.id, id).await?;
    let mut form = Form::filled([
        ("title", call.title),
        ("text", call.text),
        ("period", call.period),
        ("meetings", call.meetings),
        ("preparation", call.preparation),
        ("contact", call.contact),
        ("deadline", call.deadline.to_string()),
    ]);
    if call.working_groups {
        form.set("working_groups", "yes");
    }
    for profile in store::profiles_of_call(&mut sql, id).await? {
        form.add("profiles".to_owned(), profile.id.to_string());
    }
    drop(sql);
    page::html(&call_form(&app, &visitor, &view, Some(id), form).await?)
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CALL).await?;
    store::call(act.sql(), view.space.id, id).await?;
    let mut shown = call_form(&app, &visitor, &view, Some(id), form).await?;
    let Some(call) = read_call(&app, &mut shown) else { return page::not_accepted(&shown) };
    calls::write(&mut act, Some(id), &call).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}")), "call-written"))
}

async fn open(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &OPEN).await?;
    calls::open(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}")), "call-opened"))
}

async fn close(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE).await?;
    calls::close(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}")), "call-closed"))
}
