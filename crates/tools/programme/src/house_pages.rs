//! The house behind the programme: its rooms and when they are taken, opening hours, closing days, activity groups.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{Datelike, Duration, NaiveDate};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use samskab_recurrence::holidays;
use uuid::Uuid;

use crate::acts::{CLOSE, GROUP, HOURS, PHONES, PLAN, REOPEN, ROOM};
use crate::house_store::{self, Closing, Group, Resource};
use crate::model::{Kind, names, time_of, time_typed, week_key};
use crate::pages::{self, Asked, Day, id_of};
use crate::{house, planning, seen};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/program/lokaler", get(rooms).post(add_room))
        .route("/forloeb/{slug}/program/lokaler/{id}", get(edit_room).post(change_room))
        .route("/forloeb/{slug}/program/aabningstid", get(show_hours).post(set_hours))
        .route("/forloeb/{slug}/program/lukkedage", post(close))
        .route("/forloeb/{slug}/program/lukkedage/{id}/slet", post(reopen))
        .route("/forloeb/{slug}/program/grupper", get(show_groups))
        .route("/forloeb/{slug}/program/telefonnumre", post(set_phones))
        .route("/forloeb/{slug}/program/grupper/ny", get(new_group).post(add_group))
        .route("/forloeb/{slug}/program/grupper/{id}", get(edit_group).post(change_group))
}

/// What takes a room: its times, its title, its activity.
pub(crate) type There = (String, String, Uuid);

#[derive(Template)]
#[template(path = "programme_rooms.html")]
pub(crate) struct RoomsPage {
    pub(crate) page: Page,
    pub(crate) rooms: Vec<Resource>,
    pub(crate) days: Vec<Day>,
    /// Of each room, what is there on each day.
    pub(crate) taken: Vec<(String, Vec<Vec<There>>)>,
    pub(crate) monday: NaiveDate,
    /// The number of the week.
    pub(crate) week: i64,
    pub(crate) this_week: bool,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) may: bool,
    pub(crate) may_plan: bool,
}

impl RoomsPage {
    pub(crate) fn free_all_week(&self, cells: &[Vec<There>]) -> bool {
        cells.iter().all(Vec::is_empty)
    }

    /// The cells of a room, each with its day.
    pub(crate) fn cells_of<'a>(&'a self, cells: &'a [Vec<There>]) -> impl Iterator<Item = (&'a Vec<There>, &'a Day)> {
        cells.iter().zip(&self.days)
    }
}

#[derive(Template)]
#[template(path = "programme_room.html")]
pub(crate) struct RoomPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// The room that is changed; missing: a new one.
    pub(crate) room: Option<Resource>,
    pub(crate) kinds: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "programme_hours.html")]
pub(crate) struct HoursPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// The fields of each day, and its name.
    pub(crate) days: Vec<(String, String, String)>,
    pub(crate) closings: Vec<Closing>,
    /// The public holidays of the next twelve months.
    pub(crate) holidays: Vec<(String, String)>,
    pub(crate) may: bool,
}

impl HoursPage {
    /// `9.00–16.00`, or that the house is closed that day; as it was typed where that is no time.
    pub(crate) fn open(&self, from: &str, to: &str) -> String {
        let shown = |field: &str| {
            let text = self.form.value(field);
            time_typed(text).map_or_else(|| text.to_owned(), |t| seen::minute(&self.page, &crate::model::minute_of(t)))
        };
        if self.form.value(from).is_empty() { self.page.t("programme-closed") } else { format!("{}–{}", shown(from), shown(to)) }
    }

    /// Whether one of the times was refused.
    pub(crate) fn hours_wrong(&self) -> bool {
        self.days.iter().any(|(from, to, _)| self.form.error(from).is_some() || self.form.error(to).is_some())
    }

    /// Whether nobody has said yet.
    pub(crate) fn none(&self) -> bool {
        self.days.iter().all(|(from, ..)| self.form.value(from).is_empty())
    }
}

/// A group, its people, its activities.
pub(crate) type Carried = (Group, Vec<String>, Vec<(Uuid, String)>);

#[derive(Template)]
#[template(path = "programme_groups.html")]
pub(crate) struct GroupsPage {
    pub(crate) page: Page,
    /// With the names of those who carry them, and the activities they carry.
    pub(crate) groups: Vec<Carried>,
    pub(crate) may: bool,
    /// Whether those who carry activities see telephone numbers, for those who can change it.
    pub(crate) phones: Option<bool>,
}

#[derive(Template)]
#[template(path = "programme_group.html")]
pub(crate) struct GroupPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) group: Option<Group>,
}

async fn rooms(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    let page = Page::of_space(&app, &visitor, &view, "programme-rooms");
    let monday = asked.monday(&page);
    let days = pages::days(&mut sql, &page, &view, monday, 7).await?;
    let rooms = house_store::resources(&mut sql, view.space.id).await?;
    let span = |d: NaiveDate| samskab_recurrence::instant(d.and_time(chrono::NaiveTime::MIN));
    let placed = crate::store::places_between(&mut sql, view.space.id, (span(monday), span(monday + Duration::days(7)))).await?;
    let taken = |room: &Resource| {
        let there = |d: &Day| {
            let here = |r: &&pages::Row| placed.get(&r.o.id).is_some_and(|all| all.iter().any(|p| p.id == room.id));
            d.rows.iter().filter(here).map(|r| (r.times.clone(), r.o.title.clone(), r.o.activity_id)).collect::<Vec<There>>()
        };
        (room.name.clone(), days.iter().map(there).collect::<Vec<_>>())
    };
    let week = |d: NaiveDate| format!("{}?uge={}", view.under("program/lokaler"), week_key(d));
    page::html(&RoomsPage {
        taken: rooms.iter().map(taken).collect(),
        before: week(monday - Duration::days(7)),
        after: week(monday + Duration::days(7)),
        may: view.may(&ROOM),
        may_plan: view.may(&PLAN),
        this_week: (0..7).contains(&(page.today() - monday).num_days()),
        week: i64::from(monday.iso_week().week()),
        monday,
        rooms,
        days,
        page,
    })
}

fn room_page(app: &App, visitor: &Visitor, view: &SpaceView, room: Option<Resource>, form: Form) -> RoomPage {
    let page = Page::of_space(app, visitor, view, if room.is_some() { "programme-room-change" } else { "programme-room-new" });
    let kinds = Kind::ALL.iter().map(|k| (k.key(), page.t(&format!("programme-kind-{}", k.key())))).collect();
    RoomPage { page, form, room, kinds }
}

async fn edit_room(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&ROOM)?;
    if id == "ny" {
        return page::html(&room_page(&app, &visitor, &view, None, Form::filled([("kind", "room".to_owned())])));
    }
    let r = house_store::resource(&mut sql, view.space.id, id_of(&id)?).await?;
    let seats = r.seats.map_or_else(String::new, |s| s.to_string());
    let form = Form::filled([("kind", r.kind.key().to_owned()), ("name", r.name.clone()), ("seats", seats), ("text", r.text.clone())]);
    page::html(&room_page(&app, &visitor, &view, Some(r), form))
}

async fn add_room(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    put_room(&app, &visitor, &slug, None, form).await
}

async fn change_room(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    put_room(&app, &visitor, &slug, Some(id), form).await
}

async fn put_room(app: &App, visitor: &Visitor, slug: &str, id: Option<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(app, visitor, slug).await?.at("program");
    let mut act = Act::begin(app, visitor, view.space.id, &ROOM).await?;
    let room = match &id {
        Some(id) => Some(house_store::resource(act.sql(), view.space.id, id_of(id)?).await?),
        None => None,
    };
    let mut shown = room_page(app, visitor, &view, room, form);
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("kind", "programme-room-kind"), ("name", "programme-room-name"), ("seats", "programme-seats"), ("text", "programme-room-text")]);
    let kind = Kind::of(form.value("kind"));
    let kind = form.need(page, "kind", kind);
    let (name, seats, text) = (form.required(page, "name", 60), form.number(page, "seats", 1..=10_000), form.optional(page, "text", 500));
    let (Some(kind), true) = (kind, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    let id = shown.room.as_ref().map(|r| r.id);
    match house::room(&mut act, id, &house::Room { kind, name, seats, text }).await {
        Ok(_) => act.commit().await?,
        Err(Error::Taken(_)) => {
            drop(act);
            shown.form.wrong("name", shown.page.t("programme-name-taken"));
            return page::not_accepted(&shown);
        }
        Err(other) => return Err(other),
    }
    Ok(page::go(&view.under("program/lokaler"), "programme-room-saved"))
}

async fn hours_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, form: Option<Form>) -> Result<HoursPage> {
    let page = Page::of_space(app, visitor, view, "programme-hours");
    let form = match form {
        Some(form) => form,
        None => {
            let mut form = Form::default();
            for (day, from, to) in house_store::hours(sql, view.space.id).await? {
                form.set(&format!("from{day}"), time_of(from).format("%H:%M").to_string());
                form.set(&format!("to{day}"), time_of(to).format("%H:%M").to_string());
            }
            if house_store::open_on_holidays(sql, view.space.id).await? {
                form.set("holidays", "open");
            }
            form
        }
    };
    let today = page.today();
    let year = today.year();
    let holidays = [year, year + 1].into_iter().flat_map(holidays).filter(|h| h.date >= today && (h.date - today).num_days() < 365);
    let holidays = holidays.map(|h| (seen::day(&page, &h.date), page.t(&format!("holiday-{}", h.key)))).collect();
    let days = week_fields(&page);
    let closings = house_store::closings(sql, view.space.id, today).await?;
    Ok(HoursPage { holidays, days, closings, may: view.may(&HOURS), page, form })
}

/// The fields of each day of the week, and its name.
pub(crate) fn week_fields(page: &Page) -> Vec<(String, String, String)> {
    (1..=7).map(|d| (format!("from{d}"), format!("to{d}"), page.t(&format!("programme-day-{d}")))).collect()
}

async fn show_hours(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    page::html(&hours_page(&mut sql, &app, &visitor, &view, None).await?)
}

async fn set_hours(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &HOURS).await?;
    let mut shown = hours_page(act.sql(), &app, &visitor, &view, Some(form)).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    let mut hours = vec![];
    for (day, (from, to, name)) in (1i64..).zip(&shown.days) {
        form.calls(from, name);
        form.calls(to, name);
        let (open, shut) = (form.value(from).trim().to_owned(), form.value(to).trim().to_owned());
        if open.is_empty() && shut.is_empty() {
            continue;
        }
        match (time_typed(&open), time_typed(&shut)) {
            (Some(a), Some(b)) if a < b => hours.push((day, crate::model::minute_of(a), crate::model::minute_of(b))),
            (Some(_), Some(_)) => form.wrong(to, page.t("programme-hours-turned")),
            (None, _) => form.wrong1(page, from, "programme-time-wrong", "text", &open),
            (_, None) => form.wrong1(page, to, "programme-time-wrong", "text", &shut),
        }
    }
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    let on_holidays = form.value("holidays") == "open";
    house::hours(&mut act, &hours, on_holidays).await?;
    act.commit().await?;
    Ok(page::go(&view.under("program/aabningstid"), "programme-hours-saved"))
}

async fn close(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE).await?;
    let mut shown = hours_page(act.sql(), &app, &visitor, &view, None).await?;
    for field in ["first", "last", "reason"] {
        shown.form.set(field, form.value(field));
    }
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("first", "programme-closed-first"), ("last", "programme-closed-last"), ("reason", "programme-closed-reason")]);
    let first = form.date(page, "first");
    let first = form.need(page, "first", first);
    let last = form.date(page, "last").or(first);
    let reason = form.required(page, "reason", 120);
    if let (Some(first), Some(last)) = (first, last)
        && (last < first || last < page.today() || (last - first).num_days() > 366)
    {
        form.wrong("last", page.t("programme-closed-turned"));
    }
    let (Some(first), Some(last), true) = (first, last, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    planning::close(&mut act, first, last, &reason).await?;
    act.commit().await?;
    Ok(page::go(&view.under("program/aabningstid"), "programme-closed-saved"))
}

async fn reopen(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &REOPEN).await?;
    house::reopen(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("program/aabningstid"), "programme-reopened"))
}

async fn show_groups(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    let page = Page::of_space(&app, &visitor, &view, "programme-groups");
    let mut members = house_store::members(&mut sql, view.space.id).await?;
    let groups = house_store::groups(&mut sql, view.space.id).await?;
    let activities = crate::store::all(&mut sql, view.space.id, 1_000).await?;
    let of = |g: &Group| activities.iter().filter(|a| a.group_id == Some(g.id)).map(|a| (a.id, a.title.clone())).collect::<Vec<_>>();
    let groups = groups.into_iter().map(|g| (members.remove(&g.id).unwrap_or_default(), of(&g), g)).map(|(names, does, g)| (g, names, does)).collect();
    let phones = if view.may(&PHONES) { Some(house_store::shows_phones(&mut sql, view.space.id).await?) } else { None };
    page::html(&GroupsPage { page, groups, may: view.may(&GROUP), phones })
}

async fn set_phones(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PHONES).await?;
    house::phones(&mut act, form.is("phones", "yes")).await?;
    act.commit().await?;
    Ok(page::go(&view.under("program/grupper"), "programme-phones-saved"))
}

fn group_page(app: &App, visitor: &Visitor, view: &SpaceView, group: Option<Group>, form: Form) -> GroupPage {
    GroupPage { page: Page::of_space(app, visitor, view, if group.is_some() { "programme-group-change" } else { "programme-group-new" }), form, group }
}

async fn new_group(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    view.demand(&GROUP)?;
    page::html(&group_page(&app, &visitor, &view, None, Form::default()))
}

async fn edit_group(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&GROUP)?;
    let g = house_store::group(&mut sql, view.space.id, id_of(&id)?).await?;
    let names = house_store::members(&mut sql, view.space.id).await?.remove(&g.id).unwrap_or_default();
    let form = Form::filled([("name", g.name.clone()), ("text", g.text.clone()), ("carriers", names.join("\n"))]);
    page::html(&group_page(&app, &visitor, &view, Some(g), form))
}

async fn add_group(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    put_group(&app, &visitor, &slug, None, form).await
}

async fn change_group(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    put_group(&app, &visitor, &slug, Some(id), form).await
}

async fn put_group(app: &App, visitor: &Visitor, slug: &str, id: Option<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(app, visitor, slug).await?.at("program");
    let mut act = Act::begin(app, visitor, view.space.id, &GROUP).await?;
    let group = match &id {
        Some(id) => Some(house_store::group(act.sql(), view.space.id, id_of(id)?).await?),
        None => None,
    };
    let mut shown = group_page(app, visitor, &view, group, form);
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("name", "programme-group-name"), ("text", "programme-group-text"), ("carriers", "programme-group-carriers")]);
    let (name, text) = (form.required(page, "name", 80), form.optional(page, "text", 500));
    let carriers = names(&form.optional(page, "carriers", 2_000), 40);
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    let id: Option<Uuid> = shown.group.as_ref().map(|g| g.id);
    match house::group(&mut act, id, &name, &text, &carriers).await {
        Ok(_) => act.commit().await?,
        Err(Error::Taken(_)) => {
            drop(act);
            shown.form.wrong("name", shown.page.t("programme-name-taken"));
            return page::not_accepted(&shown);
        }
        Err(other) => return Err(other),
    }
    Ok(page::go(&view.under("program/grupper"), "programme-group-saved"))
}
