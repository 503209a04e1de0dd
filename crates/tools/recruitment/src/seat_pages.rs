//! The seats' own pages: what they are for, who holds them, who held them, who is next.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::NaiveDate;
use samskab_platform::access::Role;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, person, view};
use uuid::Uuid;

use crate::acts::{ACCEPT, CALL, DECLINE, PLACE, READ, REMOVE, SEAT, VACATE};
use crate::lot_store::{self, Draw};
use crate::model::Reason;
use crate::store::{self, Call, Holding, Profile, Seats};
use crate::succession_store::{self, Alternate};
use crate::{group_pages, seats, succession};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/pladser", get(show))
        .route("/forloeb/{slug}/pladser/profil/ny", get(new).post(create))
        .route("/forloeb/{slug}/pladser/profil/{id}", get(edit).post(change))
        .route("/forloeb/{slug}/pladser/profil/{id}/fjern", post(remove))
        .route("/forloeb/{slug}/pladser/profil/{id}/besaet", get(choose).post(place))
        .route("/forloeb/{slug}/pladser/besat/{id}/forlad", get(ask_to_leave).post(leave))
        .route("/forloeb/{slug}/pladser/suppleant/{id}/ja", post(say_yes))
        .route("/forloeb/{slug}/pladser/suppleant/{id}/nej", post(say_no))
}

/// Seats of one kind with the people on them, and those who are next.
pub(crate) struct Shown {
    pub(crate) profile: Profile,
    pub(crate) role: String,
    pub(crate) term: String,
    pub(crate) holders: Vec<Holding>,
    pub(crate) alternates: Vec<Alternate>,
}

#[derive(Template)]
#[template(path = "seats.html")]
pub(crate) struct SeatsPage {
    pub(crate) page: Page,
    pub(crate) shown: Vec<Shown>,
    pub(crate) seats: i64,
    pub(crate) filled: i64,
    pub(crate) open: Vec<Call>,
    pub(crate) others: Vec<Call>,
    pub(crate) lots: Vec<Draw>,
    pub(crate) history: Vec<Holding>,
    pub(crate) may_write: bool,
    /// Whether reasons and alternates are shown.
    pub(crate) staff: bool,
    /// How many are welcome in a working group.
    pub(crate) welcome: usize,
}

#[derive(Template)]
#[template(path = "seat_form.html")]
pub(crate) struct SeatForm {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) profile: Option<Uuid>,
    pub(crate) roles: Vec<(String, String)>,
    pub(crate) may_remove: bool,
}

#[derive(Template)]
#[template(path = "seat_place.html")]
pub(crate) struct PlacePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) profile: Profile,
    pub(crate) people: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "seat_leave.html")]
pub(crate) struct LeavePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) holding: Holding,
    pub(crate) reasons: Vec<(String, String)>,
}

/// `1. marts 2027 – 1. marts 2028`, or as much of it as is known.
pub(crate) fn term(page: &Page, from: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => page.t2("recruitment-term", "from", page.date(&from), "until", page.date(&until)),
        (Some(from), None) => page.t1("recruitment-term-from", "from", page.date(&from)),
        (None, Some(until)) => page.t1("recruitment-term-until", "until", page.date(&until)),
        (None, None) => String::new(),
    }
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("pladser");
    let (page, today) = (Page::of_space(&app, &visitor, &view, "recruitment-title"), app.clock.today());
    let (may_write, staff) = (view.may(&SEAT), view.may(&READ));
    let profiles = store::profiles(&mut sql, view.space.id).await?;
    let holdings = store::holdings(&mut sql, view.space.id).await?;
    let alternates = if staff { succession_store::of_space(&mut sql, view.space.id).await? } else { vec![] };
    let (open, others): (Vec<Call>, Vec<Call>) = store::calls(&mut sql, view.space.id).await?.into_iter().partition(|c| c.is_open(today));
    let shown = |profile: Profile| Shown {
        role: view.role_name(&page.lang, &profile.role).to_owned(),
        term: term(&page, profile.from_on, profile.until_on),
        holders: holdings.iter().filter(|h| h.profile_id == profile.id && h.left_on.is_none()).cloned().rev().collect(),
        alternates: alternates.iter().filter(|a| a.profile_id == profile.id).cloned().collect(),
        profile,
    };
    page::html(&SeatsPage {
        seats: profiles.iter().map(|p| p.seats).sum(),
        filled: profiles.iter().map(|p| p.filled.min(p.seats)).sum(),
        shown: profiles.into_iter().map(shown).collect(),
        open,
        others: others.into_iter().filter(|c| c.is_published() || view.may(&CALL)).collect(),
        lots: lot_store::of_space(&mut sql, view.space.id).await?,
        history: holdings.into_iter().filter(|h| h.left_on.is_some()).collect(),
        welcome: if staff { group_pages::welcomed(&mut sql, view.space.id).await?.len() } else { 0 },
        may_write,
        staff,
        page,
    })
}

fn seat_form(app: &App, visitor: &Visitor, view: &SpaceView, profile: Option<&Profile>, form: Form) -> SeatForm {
    let page = Page::of_space(app, visitor, view, if profile.is_some() { "recruitment-seat-change" } else { "recruitment-seat-new" });
    let roles = seats::roles(view.recipe()).iter().map(|r| (r.key().to_owned(), view.role_name(&page.lang, r).to_owned())).collect();
    let may_remove = profile.is_some_and(|p| p.filled == 0) && view.may(&REMOVE);
    SeatForm { page, form, profile: profile.map(|p| p.id), roles, may_remove }
}

fn read_seats(shown: &mut SeatForm, fixed: Option<&Profile>) -> Option<Seats> {
    let (page, form) = (&shown.page, &mut shown.form);
    let names = [("title", "recruitment-seat-title"), ("description", "recruitment-seat-description"), ("role", "recruitment-seat-role")];
    form.called(page, &names);
    form.called(page, &[("seats", "recruitment-seat-count"), ("from_on", "recruitment-seat-from"), ("until_on", "recruitment-seat-until")]);
    let title = form.required(page, "title", 80).replace('\n', " ");
    let description = form.required(page, "description", 800);
    let role = match fixed {
        Some(profile) => Some(profile.role),
        None => Role::of(form.value("role")).filter(|r| shown.roles.iter().any(|(key, _)| key == r.key())),
    };
    let role = form.need(page, "role", role);
    let seats = form.number(page, "seats", 1..=50);
    let seats = form.need(page, "seats", seats);
    if let (Some(seats), Some(profile)) = (seats, fixed)
        && seats < profile.filled
    {
        form.wrong1(page, "seats", "recruitment-seat-too-few", "n", profile.filled);
    }
    let (from_on, until_on) = (form.date(page, "from_on"), form.date(page, "until_on"));
    if let (Some(from), Some(until)) = (from_on, until_on)
        && until <= from
    {
        let text = page.t("recruitment-seat-backwards");
        form.wrong("until_on", text);
    }
    match (role, seats, form.ok()) {
        (Some(role), Some(seats), true) => Some(Seats { title, description, role, seats, from_on, until_on }),
        _ => None,
    }
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&SEAT)?;
    let form = Form::filled([("seats", "1".to_owned()), ("role", Role::Member.key().to_owned())]);
    page::html(&seat_form(&app, &visitor, &view, None, form))
}

async fn create(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &SEAT).await?;
    let mut shown = seat_form(&app, &visitor, &view, None, form);
    let Some(new) = read_seats(&mut shown, None) else { return page::not_accepted(&shown) };
    seats::write(&mut act, None, &new).await?;
    act.commit().await?;
    Ok(page::go(&view.under("pladser"), "seat-written"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("pladser");
    view.demand(&SEAT)?;
    let profile = store::profile(&mut sql, view.space.id, id).await?;
    let day = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    let form = Form::filled([
        ("title", profile.title.clone()),
        ("description", profile.description.clone()),
        ("seats", profile.seats.to_string()),
        ("from_on", day(profile.from_on)),
        ("until_on", day(profile.until_on)),
    ]);
    page::html(&seat_form(&app, &visitor, &view, Some(&profile), form))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &SEAT).await?;
    let profile = store::profile(act.sql(), view.space.id, id).await?;
    let mut shown = seat_form(&app, &visitor, &view, Some(&profile), form);
    let Some(changed) = read_seats(&mut shown, Some(&profile)) else { return page::not_accepted(&shown) };
    seats::write(&mut act, Some(id), &changed).await?;
    act.commit().await?;
    Ok(page::go(&view.under("pladser"), "seat-written"))
}

async fn remove(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &REMOVE).await?;
    seats::remove(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("pladser"), "seat-removed"))
}

async fn place_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<PlacePage> {
    let mut sql = app.db.read().await?;
    let profile = store::profile(&mut sql, view.space.id, id).await?;
    let holdings = store::holdings(&mut sql, view.space.id).await?;
    let sits = |person: Uuid| holdings.iter().any(|h| h.person_id == person && h.profile_id == id && h.left_on.is_none());
    let people = person::of_space(&mut sql, view.space.id).await?;
    let people = people.into_iter().filter(|p| !sits(p.0)).map(|(id, name, _, _)| (id.to_string(), name)).collect();
    Ok(PlacePage { page: Page::of_space(app, visitor, view, "recruitment-place-title"), form, profile, people })
}

async fn choose(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&PLACE)?;
    let form = Form::filled([("from_on", app.clock.today().to_string())]);
    page::html(&place_page(&app, &visitor, &view, id, form).await?)
}

async fn place(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &PLACE).await?;
    let mut shown = place_page(&app, &visitor, &view, id, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("person", "recruitment-place-person"), ("from_on", "recruitment-seat-from")]);
    let offered: Vec<Uuid> = shown.people.iter().filter_map(|(id, _)| id.parse().ok()).collect();
    let person = form.choice(page, "person", offered);
    let person = form.need(page, "person", person);
    let from_on = form.date(page, "from_on");
    let from_on = form.need(page, "from_on", from_on);
    let (Some(person), Some(from_on), true) = (person, from_on, form.ok()) else { return page::not_accepted(&shown) };
    seats::place(&mut act, id, person, from_on).await?;
    act.commit().await?;
    Ok(page::go(&view.under("pladser"), "seat-placed"))
}

async fn leave_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<LeavePage> {
    let holding = store::holding(&mut app.db.read().await?, view.space.id, id).await?;
    if holding.left_on.is_some() {
        return Err(Error::Refused("recruitment-left-already"));
    }
    let page = Page::of_space(app, visitor, view, "recruitment-leave-title");
    let reasons = Reason::chosen().iter().map(|r| (r.key().to_owned(), page.t(&format!("reason-{}", r.key())))).collect();
    Ok(LeavePage { page, form, holding, reasons })
}

async fn ask_to_leave(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&VACATE)?;
    let form = Form::filled([("left_on", app.clock.today().to_string())]);
    page::html(&leave_page(&app, &visitor, &view, id, form).await?)
}

async fn leave(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &VACATE).await?;
    let mut shown = leave_page(&app, &visitor, &view, id, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("reason", "recruitment-leave-reason"), ("left_on", "recruitment-leave-day")]);
    let reason = Reason::of(form.value("reason")).filter(|r| Reason::chosen().contains(r));
    let reason = form.need(page, "reason", reason);
    let on = form.date(page, "left_on");
    let on = form.need(page, "left_on", on);
    if on.is_some_and(|on| on > act.today() || on < shown.holding.from_on) {
        let text = page.t("recruitment-leave-day-wrong");
        form.wrong("left_on", text);
    }
    let (Some(reason), Some(on), true) = (reason, on, form.ok()) else { return page::not_accepted(&shown) };
    succession::vacate(&mut act, id, reason, on).await?;
    act.commit().await?;
    succession::offer_due(&app).await?;
    Ok(page::go(&view.under("pladser"), "seat-left"))
}

async fn say_yes(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ACCEPT).await?;
    succession::accept(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("pladser"), "seat-placed"))
}

async fn say_no(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &DECLINE).await?;
    succession::decline(&mut act, id).await?;
    act.commit().await?;
    succession::offer_due(&app).await?;
    Ok(page::go(&view.under("pladser"), "offer-declined"))
}
