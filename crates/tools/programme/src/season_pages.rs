//! Seasons: opening one, wishing, the plan with its reasons, settling by hand, publishing.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{PUBLISH, SEASON, SETTLE, WISH};
use crate::house_store::{self, Resource};
use crate::model::{Kind, SERIES_DAYS, minute_of, minutes_between, time_of, time_typed};
use crate::pages::id_of;
use crate::season::{Slot, Why};
use crate::season_store::{self, Season, WishRow};
use crate::seasons::{self, NewWish};
use crate::seen;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/program/saeson", get(list).post(open))
        .route("/forloeb/{slug}/program/saeson/{id}", get(show))
        .route("/forloeb/{slug}/program/saeson/{id}/oensk", get(ask_wish).post(wish))
        .route("/forloeb/{slug}/program/saeson/{id}/udgiv", post(publish))
        .route("/forloeb/{slug}/program/oenske/{id}", get(ask_settle).post(settle))
}

#[derive(Template)]
#[template(path = "programme_seasons.html")]
pub(crate) struct SeasonsPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) seasons: Vec<Season>,
    pub(crate) may: bool,
}

impl SeasonPage {
    /// Whether the time for wishes is over: then publishing is next.
    pub(crate) fn over(&self) -> bool {
        self.page.today() > self.season.wishes_until
    }
}

/// A wish as the plan shows it.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) carrier: String,
    /// `tirsdag kl. 14.00–16.00, ellers onsdag kl. 10.00–12.00 · 20 personer · Projektoren`.
    pub(crate) wished: String,
    /// What it gets; empty: nothing.
    pub(crate) got: String,
    pub(crate) why: String,
    pub(crate) class: &'static str,
    /// What it became.
    pub(crate) activity: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "programme_season.html")]
pub(crate) struct SeasonPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) season: Season,
    pub(crate) lines: Vec<Line>,
    pub(crate) placed: usize,
    pub(crate) may_wish: bool,
    pub(crate) may_run: bool,
}

#[derive(Template)]
#[template(path = "programme_wish.html")]
pub(crate) struct WishPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) season: Season,
    /// The wish that is settled by hand; missing: a new one.
    pub(crate) wish: Option<WishRow>,
    /// What it says, in words.
    pub(crate) wished: String,
    pub(crate) days: Vec<(String, String)>,
    pub(crate) rooms: Vec<(String, String)>,
    pub(crate) equipment: Vec<(String, String)>,
}

fn slot(page: &Page, slot: &Slot) -> String {
    let times = format!("{}\u{2060}–\u{2060}{}", seen::minute(page, &slot.from), seen::minute(page, &((slot.from + slot.minutes) % (24 * 60))));
    page.t2("programme-when", "day", page.t(&format!("programme-day-{}", slot.weekday)), "times", times)
}

fn why(page: &Page, why: &Why) -> (String, &'static str) {
    match why {
        Why::Settled => (page.t("programme-why-settled"), "ok"),
        Why::First => (page.t("programme-why-first"), "ok"),
        Why::Second(by) => (page.t1("programme-why-second", "by", seen::listed(page, by)), "wait"),
        Why::TooLarge => (page.t("programme-why-large"), "late"),
        Why::Taken(by) => (page.t1("programme-why-taken", "by", seen::listed(page, by)), "late"),
    }
}

/// What a wish says: when, or when else, and for how many.
fn wished(page: &Page, w: &WishRow) -> String {
    let first = slot(page, &w.first());
    let when = w.second().map_or(first.clone(), |second| page.t2("programme-wished-or", "first", first, "second", slot(page, &second)));
    std::iter::once(when).chain(w.seats.map(|n| page.t1("programme-people-n", "n", n))).collect::<Vec<_>>().join(" · ")
}

async fn lines(sql: &mut Sql, page: &Page, view: &SpaceView, season: &Season) -> Result<Vec<Line>> {
    let resources = house_store::resources(sql, view.space.id).await?;
    let name = |id: &Uuid| resources.iter().find(|r| r.id == *id).map_or_else(String::new, |r| r.name.clone());
    let line = |p: seasons::Proposed| {
        let w = &p.row;
        let wished = std::iter::once(wished(page, w)).chain(p.needs.iter().map(name)).collect::<Vec<_>>().join(" · ");
        let got = p.placing.place.map_or_else(String::new, |(room, s)| format!("{} · {}", slot(page, &s), name(&room)));
        let (why, class) = why(page, &p.placing.why);
        // Once it is published, what is on the programme says more than a plan that would be made now.
        let done = season.published_at.is_some();
        let (got, why, class) = match (done, w.activity_id) {
            (false, _) => (got, why, class),
            (true, Some(_)) => (page.t("programme-wish-on"), String::new(), "ok"),
            (true, None) => (String::new(), page.t("programme-wish-off"), "late"),
        };
        Line { id: w.id, title: w.title.clone(), carrier: w.carrier.clone(), wished, got, why, class, activity: w.activity_id }
    };
    Ok(seasons::proposal(sql, view.space.id, season).await?.into_iter().map(line).collect())
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    let page = Page::of_space(&app, &visitor, &view, "programme-seasons");
    let seasons = season_store::seasons(&mut sql, view.space.id).await?;
    page::html(&SeasonsPage { page, form: Form::default(), seasons, may: view.may(&SEASON) })
}

async fn open(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &SEASON).await?;
    let page = Page::of_space(&app, &visitor, &view, "programme-seasons");
    form.called(
        &page,
        &[("title", "programme-season-name"), ("first", "programme-season-first"), ("last", "programme-season-last"), ("until", "programme-season-until")],
    );
    let title = form.required(&page, "title", 60);
    let mut dates = vec![];
    for field in ["first", "last", "until"] {
        let date = form.date(&page, field);
        dates.extend(form.need(&page, field, date));
    }
    let [first, last, until] = dates[..] else {
        return refuse_season(&mut act, page, form, &view).await;
    };
    if last <= first || (last - first).num_days() > SERIES_DAYS {
        form.wrong("last", page.t("programme-season-turned"));
    }
    if until >= first {
        form.wrong("until", page.t("programme-season-late"));
    }
    if !form.ok() {
        return refuse_season(&mut act, page, form, &view).await;
    }
    let id = seasons::open(&mut act, &title, first, last, until).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("program/saeson/{id}")), "programme-season-opened"))
}

async fn refuse_season(act: &mut Act<'_>, page: Page, form: Form, view: &SpaceView) -> Result<Response> {
    let seasons = season_store::seasons(act.sql(), view.space.id).await?;
    page::not_accepted(&SeasonsPage { page, form, seasons, may: true })
}

async fn season_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, season: Season) -> Result<SeasonPage> {
    let mut page = Page::of_space(app, visitor, view, "programme-seasons");
    page.title = format!("{} · {}", season.title, page.title);
    let lines = lines(sql, &page, view, &season).await?;
    let open = season.published_at.is_none();
    let in_time = page.today() <= season.wishes_until || view.may(&SETTLE);
    let placed = lines.iter().filter(|l| !l.got.is_empty()).count();
    Ok(SeasonPage { may_wish: open && in_time && view.may(&WISH), may_run: open && view.may(&PUBLISH), form: Form::default(), page, season, lines, placed })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    let season = season_store::season(&mut sql, view.space.id, id_of(&id)?).await?;
    page::html(&season_page(&mut sql, &app, &visitor, &view, season).await?)
}

async fn wish_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, season: Season, wish: Option<WishRow>, form: Form) -> Result<WishPage> {
    let page = Page::of_space(app, visitor, view, if wish.is_some() { "programme-settle" } else { "programme-wish" });
    let days = (1..=7).map(|d: u8| (d.to_string(), page.t(&format!("programme-day-{d}")))).collect();
    let all = house_store::resources(sql, view.space.id).await?;
    let of = |kind: Kind| all.iter().filter(|r: &&Resource| r.kind == kind).map(|r| (r.id.to_string(), r.name.clone())).collect::<Vec<_>>();
    let (rooms, equipment) = (of(Kind::Room), of(Kind::Equipment));
    let wished = wish.as_ref().map_or_else(String::new, |w| wished(&page, w));
    Ok(WishPage { page, form, season, wish, wished, days, rooms, equipment })
}

async fn ask_wish(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&WISH)?;
    let season = season_store::season(&mut sql, view.space.id, id_of(&id)?).await?;
    let carrier = visitor.person.as_ref().map_or_else(String::new, |p| p.name.clone());
    page::html(&wish_page(&mut sql, &app, &visitor, &view, season, None, Form::filled([("carrier", carrier)])).await?)
}

/// A weekday and a time, which must both be there or, where they may be left out, both be missing.
fn slot_in(page: &Page, form: &mut Form, day: &str, from: &str, to: &str, optional: bool) -> Option<Slot> {
    let text = [day, from, to].map(|f| form.value(f).trim().to_owned());
    if optional && text.iter().all(String::is_empty) {
        return None;
    }
    let weekday = text[0].parse::<i64>().ok().filter(|d| (1..=7).contains(d));
    let weekday = form.need(page, day, weekday);
    let mut times = vec![];
    for (field, text) in [(from, &text[1]), (to, &text[2])] {
        match time_typed(text) {
            Some(time) => times.push(time),
            None if text.is_empty() => {
                form.need::<()>(page, field, None);
            }
            None => form.wrong1(page, field, "programme-time-wrong", "text", text),
        }
    }
    let (Some(weekday), [a, b]) = (weekday, &times[..]) else { return None };
    if a == b {
        form.wrong(to, page.t("programme-ends-before"));
        return None;
    }
    Some(Slot { weekday, from: minute_of(*a), minutes: i64::from(minutes_between(*a, *b)) })
}

async fn wish(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WISH).await?;
    let season = season_store::season(act.sql(), view.space.id, id_of(&id)?).await?;
    let mut shown = wish_page(act.sql(), &app, &visitor, &view, season, None, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("title", "programme-name"), ("carrier", "programme-carrier"), ("seats", "programme-wish-seats")]);
    form.called(page, &[("day", "programme-wish-first"), ("from", "programme-from"), ("to", "programme-to")]);
    form.called(page, &[("day2", "programme-wish-second"), ("from2", "programme-from"), ("to2", "programme-to")]);
    let (title, carrier) = (form.required(page, "title", 120), form.required(page, "carrier", 80));
    let seats = form.number(page, "seats", 1..=10_000);
    let first = slot_in(page, form, "day", "from", "to", false);
    let second = slot_in(page, form, "day2", "from2", "to2", true);
    let needs = shown.equipment.iter().filter(|(id, _)| form.is("needs", id)).filter_map(|(id, _)| id.parse().ok()).collect();
    let (Some(first), true) = (first, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    // Both choices last as long as the first.
    let second = second.map(|s| Slot { minutes: first.minutes, ..s });
    let season = shown.season.id;
    seasons::wish(&mut act, season, &NewWish { title, carrier, seats, first, second, needs }).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("program/saeson/{season}")), "programme-wished"))
}

async fn settle_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, id: &str, form: Option<Form>) -> Result<WishPage> {
    let row = season_store::wish(sql, view.space.id, id_of(id)?).await?;
    let season = season_store::season(sql, view.space.id, row.season_id).await?;
    let form = form.unwrap_or_else(|| {
        let (room, slot) = row.settled().map_or_else(|| (String::new(), row.first()), |(room, slot)| (room.to_string(), slot));
        let time = |minute: i64| time_of(minute % (24 * 60)).format("%H:%M").to_string();
        Form::filled([("room", room), ("day", slot.weekday.to_string()), ("from", time(slot.from))])
    });
    wish_page(sql, app, visitor, view, season, Some(row), form).await
}

async fn ask_settle(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&SETTLE)?;
    page::html(&settle_page(&mut sql, &app, &visitor, &view, &id, None).await?)
}

async fn settle(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &SETTLE).await?;
    let mut shown = settle_page(act.sql(), &app, &visitor, &view, &id, Some(form)).await?;
    let Some(row) = shown.wish.clone() else { return Err(Error::NotFound) };
    let (page, form) = (&shown.page, &mut shown.form);
    let mut settled = None;
    if form.value("do") != "plan" {
        form.called(page, &[("room", "programme-room"), ("day", "programme-weekday"), ("from", "programme-from")]);
        let offered: Vec<Uuid> = shown.rooms.iter().filter_map(|(id, _)| id.parse().ok()).collect();
        let room = form.choice(page, "room", offered);
        let room = form.need(page, "room", room);
        let weekday = form.value("day").parse::<i64>().ok().filter(|d| (1..=7).contains(d));
        let weekday = form.need(page, "day", weekday);
        let text = form.value("from").to_owned();
        let from = time_typed(&text);
        if from.is_none() {
            form.wrong1(page, "from", "programme-time-wrong", "text", &text);
        }
        let (Some(room), Some(weekday), Some(from)) = (room, weekday, from) else {
            drop(act);
            return page::not_accepted(&shown);
        };
        settled = Some((room, Slot { weekday, from: minute_of(from), minutes: row.minutes }));
    }
    let season = seasons::settle(&mut act, row.id, settled).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("program/saeson/{season}")), "programme-settled"))
}

async fn publish(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PUBLISH).await?;
    if let Err(clashes) = seasons::publish(&mut act, id).await? {
        drop(act);
        let mut sql = app.db.read().await?;
        let season = season_store::season(&mut sql, view.space.id, id).await?;
        let mut shown = season_page(&mut sql, &app, &visitor, &view, season).await?;
        for line in seen::clashes(&shown.page, &clashes) {
            shown.form.wrong("plan", line);
        }
        return page::not_accepted(&shown);
    }
    act.commit().await?;
    Ok(page::go(&view.under(&format!("program/saeson/{id}")), "programme-season-is-published"))
}
