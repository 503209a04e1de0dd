//! Members and dues, as the board sees them.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use samskab_platform::csv_safe::Table;
use samskab_platform::person::{self, Details};
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{ENTER, PAY, READ, REMIND, SEASON};
use crate::members::REMIND_DAYS;
use crate::model::PAID;
use crate::pages::seen;
use crate::store::{self, Due, Member, OwnDue, Season};
use crate::{board_store, members};
use samskab_platform::questions::{Questions, options};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/forening/medlemmer", get(list))
        .route("/forloeb/{slug}/forening/medlemmer.csv", get(table))
        .route("/forloeb/{slug}/forening/medlemmer/ny", get(new).post(enter))
        .route("/forloeb/{slug}/forening/medlemmer/kendt", get(known).post(enter_known))
        .route("/forloeb/{slug}/forening/medlem/{id}", get(one))
        .route("/forloeb/{slug}/forening/medlem/{id}/optag", post(let_in))
        .route("/forloeb/{slug}/forening/medlem/{id}/afvis", post(turn_away))
        .route("/forloeb/{slug}/forening/medlem/{id}/udmeld", post(leave))
        .route("/forloeb/{slug}/forening/kontingent", get(seasons))
        .route("/forloeb/{slug}/forening/kontingent/ny", get(new_season).post(make_season))
        .route("/forloeb/{slug}/forening/kontingent/{id}", get(season))
        .route("/forloeb/{slug}/forening/kontingent/{id}/betal", post(pay))
        .route("/forloeb/{slug}/forening/kontingent/{id}/fortryd", post(unpay))
        .route("/forloeb/{slug}/forening/kontingent/{id}/rykker", post(remind))
}

/// So many stand on a page; the rest is found by searching.
const SHOWN: usize = 300;

#[derive(Template)]
#[template(path = "association_members.html")]
pub(crate) struct MembersPage {
    pub(crate) page: Page,
    pub(crate) query: String,
    pub(crate) all: usize,
    pub(crate) members: Vec<Member>,
    pub(crate) more: usize,
    pub(crate) waiting: Vec<Member>,
    pub(crate) former: Vec<Member>,
}

#[derive(Template)]
#[template(path = "association_member.html")]
pub(crate) struct MemberPage {
    pub(crate) page: Page,
    pub(crate) member: Member,
    pub(crate) dues: Vec<OwnDue>,
    pub(crate) ways: Vec<(String, String)>,
}

impl MemberPage {
    /// Whether something is not paid.
    fn owes(&self) -> bool {
        self.dues.iter().any(|d| d.paid_on.is_none())
    }
}

#[derive(Template)]
#[template(path = "association_dues.html")]
pub(crate) struct DuesPage {
    pub(crate) page: Page,
    pub(crate) seasons: Vec<Season>,
    pub(crate) may_make: bool,
}

#[derive(Template)]
#[template(path = "association_season.html")]
pub(crate) struct SeasonPage {
    pub(crate) page: Page,
    pub(crate) season: Season,
    pub(crate) owing: Vec<Due>,
    pub(crate) paid: Vec<Due>,
    pub(crate) ways: Vec<(String, String)>,
    pub(crate) may_remind: bool,
    /// A part of a name or a number that was asked for.
    pub(crate) query: String,
    /// What came in by each way of paying.
    pub(crate) by_way: Vec<(String, i64)>,
    /// How many of the payments stand in the books.
    pub(crate) booked: usize,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

/// Whether somebody is who is looked for: by a part of the name, or the number. Small letters.
fn fits(query: &str, name: &str, number: Option<i64>) -> bool {
    query.is_empty() || name.to_lowercase().contains(query) || number.is_some_and(|n| n.to_string() == query)
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let (mut sql, space) = (app.db.read().await?, view.space.id);
    let everybody = store::members(&mut sql, space).await?;
    let (all, query) = (everybody.len(), asked.q.trim().to_lowercase());
    let mut members: Vec<Member> = everybody.into_iter().filter(|m| fits(&query, &m.name, m.number)).collect();
    let more = members.len().saturating_sub(SHOWN);
    members.truncate(SHOWN);
    page::html(&MembersPage {
        page: Page::of_space(&app, &visitor, &view, "association-members"),
        query: asked.q.trim().to_owned(),
        all,
        members,
        more,
        waiting: store::waiting(&mut sql, space).await?,
        former: store::former(&mut sql, space).await?,
    })
}

/// A table as a file.
pub(crate) fn csv(name: &str, table: Table) -> Response {
    let name = format!("attachment; filename=\"{name}.csv\"");
    ([(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], table.finish()).into_response()
}

/// Øre as a Danish spreadsheet reads kroner.
pub(crate) fn kroner(ore: i64) -> String {
    let sign = if ore < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", ore.abs() / 100, ore.abs() % 100)
}

async fn table(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let page = Page::of_space(&app, &visitor, &view, "association-members");
    let mut out = Table::for_spreadsheet();
    out.row(["association-number", "association-name", "association-joined", "association-owes", "association-contact"].map(|word| page.t(word)));
    for m in store::members(&mut app.db.read().await?, view.space.id).await? {
        let number = m.number.map(|n| n.to_string()).unwrap_or_default();
        out.row([number, m.name.clone(), m.joined_on.map(|d| d.to_string()).unwrap_or_default(), kroner(m.owes), page.t(&format!("contact-{}", m.contact))]);
    }
    Ok(csv(&page.t("association-members-file"), out))
}

fn member_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Questions {
    let shown = Questions::new(app, visitor, view, "association-member-new", "forening/medlemmer/ny", form)
        .back(view.under("forening/medlemmer"), "association-members");
    let lead = shown.page.t("association-member-new-lead");
    shown
        .lead(lead)
        .ask("name", "field-name", "text")
        .may_ask("email", "field-email", "email")
        .may_ask("phone", "field-phone", "text")
        .may_ask("address", "field-address", "area")
        .button("association-member-enter")
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ENTER)?;
    page::html(&member_form(&app, &visitor, &view, Form::default()))
}

async fn enter(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let mut shown = member_form(&app, &visitor, &view, form);
    let name = shown.required("name", 80);
    let email = if shown.form.value("email").trim().is_empty() { None } else { Some(shown.form.email(&shown.page, "email")) };
    let (phone, address) = (shown.optional("phone", 30), shown.optional("address", 300));
    if email.is_none() && phone.is_empty() && address.is_empty() {
        shown.wrong("email", "association-unreachable");
    }
    shown.no_personal_number("name", &name);
    shown.no_personal_number("address", &address);
    if !shown.ok() {
        return page::not_accepted(&shown);
    }
    let some = |text: String| Some(text).filter(|t| !t.is_empty());
    // Somebody with this mail may be a member: that is said here, so that nothing typed is lost.
    if let Some(address) = &email
        && let Some(known) = person::find_by_email(act.sql(), address).await?
        && store::is_member(act.sql(), view.space.id, known.id).await?
    {
        shown.wrong("email", "association-member-there");
        return page::not_accepted(&shown);
    }
    let id = members::enter(&mut act, &Details { name, email, title: None, phone: some(phone), address: some(address) }).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/medlem/{id}")), "association-entered"))
}

async fn known_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<Questions> {
    let mut sql = app.db.read().await?;
    let there: Vec<Uuid> = store::members(&mut sql, view.space.id).await?.iter().map(|m| m.person_id).collect();
    let people = board_store::named(&mut sql, view.space.id).await?.into_iter().filter(|(id, _)| !there.contains(id)).map(|(id, name)| (id.to_string(), name));
    let shown = Questions::new(app, visitor, view, "association-member-known", "forening/medlemmer/kendt", form)
        .back(view.under("forening/medlemmer"), "association-members");
    let lead = shown.page.t("association-member-known-lead");
    Ok(shown.lead(lead).choose("person", "association-member-who", "select", people.collect()).button("association-member-enter"))
}

async fn known(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ENTER)?;
    page::html(&known_form(&app, &visitor, &view, Form::default()).await?)
}

async fn enter_known(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let mut shown = known_form(&app, &visitor, &view, form).await?;
    let Some(person) = shown.pick("person").and_then(|id| id.parse::<Uuid>().ok()) else { return page::not_accepted(&shown) };
    let id = members::enter_known(&mut act, person).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/medlem/{id}")), "association-entered"))
}

async fn one(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &READ).await?;
    let member = store::member(act.sql(), view.space.id, id).await?;
    reading::note(act.sql(), &app, view.person, member.person_id, "reading-association").await?;
    let dues = store::dues_of(act.sql(), view.space.id, member.person_id).await?;
    let page = Page::of_space(&app, &visitor, &view, "association-member");
    act.commit().await?;
    page::html(&MemberPage { ways: options(&page, "association-way-", &PAID), page, member, dues })
}

async fn let_in(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    members::let_in(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening/medlemmer"), "association-let-in"))
}

async fn turn_away(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    members::turn_away(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening/medlemmer"), "association-turned-away"))
}

async fn leave(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let today = act.today();
    members::leave(&mut act, id, today).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening/medlemmer"), "association-left"))
}

async fn seasons(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let seasons = store::seasons(&mut app.db.read().await?, view.space.id).await?;
    page::html(&DuesPage { page: Page::of_space(&app, &visitor, &view, "association-dues"), seasons, may_make: view.may(&SEASON) })
}

fn season_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Questions {
    let shown = Questions::new(app, visitor, view, "association-season-new", "forening/kontingent/ny", form)
        .back(view.under("forening/kontingent"), "association-dues");
    let lead = shown.page.t("association-season-new-lead");
    shown
        .lead(lead)
        .ask("name", "association-season-name", "text")
        .ask("amount", "association-season-amount", "short")
        .ask("due_on", "association-season-due", "date")
        .button("association-season-make")
}

async fn new_season(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&SEASON)?;
    page::html(&season_form(&app, &visitor, &view, Form::default()))
}

async fn make_season(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SEASON).await?;
    let mut shown = season_form(&app, &visitor, &view, form);
    let (name, amount, due_on) = (shown.required("name", 60), shown.money("amount"), shown.date("due_on"));
    let (Some(amount), Some(due_on), true) = (amount, due_on, shown.ok()) else { return page::not_accepted(&shown) };
    let id = members::season(&mut act, &name, amount, due_on).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/kontingent/{id}")), "association-season"))
}

async fn season(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, Query(asked): Query<Asked>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let mut sql = app.db.read().await?;
    let season = store::season(&mut sql, view.space.id, id).await?;
    let page = Page::of_space(&app, &visitor, &view, "association-dues");
    let mut dues = store::dues(&mut sql, view.space.id, id).await?;
    let since = page.now - chrono::Duration::days(REMIND_DAYS);
    let may_remind = view.may(&REMIND) && season.due_on < page.today() && dues.iter().any(|d| d.paid_on.is_none() && d.reminded_at.is_none_or(|at| at < since));
    let query = asked.q.trim().to_owned();
    let sum = |way: &str| dues.iter().filter(|d| d.paid_on.is_some() && d.way.as_deref() == Some(way)).map(|d| d.amount_ore).sum::<i64>();
    let by_way = PAID.iter().map(|way| (page.t(&format!("association-way-{way}")), sum(way))).filter(|(_, ore)| *ore > 0).collect();
    let booked = dues.iter().filter(|d| d.entry_id.is_some()).count();
    dues.retain(|d| fits(&query.to_lowercase(), &d.name, d.number));
    let (paid, owing) = dues.into_iter().partition(|d| d.paid_on.is_some());
    page::html(&SeasonPage { ways: options(&page, "association-way-", &PAID), page, season, owing, paid, may_remind, query, by_way, booked })
}

/// Who a form is about.
fn person_in(form: &Form) -> Result<Uuid> {
    form.value("person").parse().map_err(|_| samskab_platform::Error::BadRequest("error-form"))
}

async fn pay(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PAY).await?;
    let (person, today) = (person_in(&form)?, act.today());
    let way = PAID.iter().find(|w| form.is("way", w)).copied().unwrap_or(PAID[0]);
    members::pay(&mut act, id, person, today, way).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/kontingent/{id}")), "association-paid"))
}

async fn unpay(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PAY).await?;
    members::unpay(&mut act, id, person_in(&form)?).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/kontingent/{id}")), "association-unpaid"))
}

async fn remind(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &REMIND).await?;
    members::remind(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/kontingent/{id}")), "association-reminded"))
}
