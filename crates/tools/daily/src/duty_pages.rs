//! Who opens, is house steward and closes, week by week; swapping by asking; the list on paper.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use chrono::{Datelike, Duration, NaiveDate};
use samskab_platform::db::Sql;
use samskab_platform::outbox::Notice;
use samskab_platform::record::Paper;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, person, tool, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{DUTY, SWAP};
use crate::day::{self, weekday};
use crate::day_pages::{demand_inner, id_of, ids, people};
use crate::duty_store::{self, Duty, Slot};
use crate::model::monday;
use crate::paper;

/// What somebody carries, in the order of the day.
pub(crate) const KINDS: [&str; 3] = ["open", "steward", "close"];
/// What a form sends for a duty that nobody has any more.
const NOBODY: &str = "none";
/// A duty is given at most so many weeks ahead at once.
const MOST_WEEKS: i64 = 26;
/// The list on paper holds so many weeks.
const PAPER_WEEKS: i64 = 4;
/// Duties can be looked at so many days back and ahead.
const REACH: i64 = 800;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/dagen/vagter", get(show).post(set))
        .route("/forloeb/{slug}/dagen/vagter.pdf", get(print))
        .route("/forloeb/{slug}/dagen/vagter/byt", axum::routing::post(swap))
}

/// A day of the table.
pub(crate) struct Day {
    pub(crate) day: NaiveDate,
    pub(crate) name: String,
    pub(crate) today: bool,
    /// The house is closed.
    pub(crate) closed: bool,
    /// Opens, is steward, closes.
    pub(crate) slots: Vec<(&'static str, Option<Duty>)>,
}

#[derive(Template)]
#[template(path = "daily_duties.html")]
pub(crate) struct DutiesPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) days: Vec<Day>,
    pub(crate) week: String,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) monday: String,
    /// One's own from today, and those one is asked to take.
    pub(crate) own: Vec<Duty>,
    pub(crate) asked: Vec<Duty>,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) may_set: bool,
    pub(crate) may_swap: bool,
}

impl DutiesPage {
    pub(crate) fn kind(&self, kind: &str) -> String {
        self.page.t(&format!("daily-duty-{kind}"))
    }

    pub(crate) fn date(&self, day: &NaiveDate) -> String {
        day::date(&self.page, day)
    }

    pub(crate) fn headed(&self, day: &NaiveDate) -> String {
        day::headed(&self.page, day)
    }

    pub(crate) fn any_phone(&self) -> bool {
        self.days.iter().flat_map(|d| &d.slots).any(|(_, duty)| duty.as_ref().is_some_and(|d| d.phone.is_some()))
    }

    /// Who can be given a duty; last, that it is free again.
    pub(crate) fn whom(&self) -> Vec<(String, String)> {
        let nobody = (NOBODY.to_owned(), self.page.t("daily-duty-nobody"));
        self.people.iter().cloned().chain([nobody]).collect()
    }

    pub(crate) fn kinds(&self) -> Vec<(String, String)> {
        KINDS.iter().map(|k| ((*k).to_owned(), self.kind(k))).collect()
    }

    /// Whether a day can still be taken.
    pub(crate) fn ahead(&self, day: &NaiveDate) -> bool {
        *day >= self.page.today()
    }
}

#[derive(Deserialize)]
struct Which {
    #[serde(default)]
    uge: String,
}

fn week_of(app: &App, text: &str) -> NaiveDate {
    let today = app.clock.today();
    let asked = text.parse::<NaiveDate>().ok().filter(|d| (*d - today).num_days().abs() < REACH);
    monday(asked.unwrap_or(today))
}

fn table(page: &Page, from: NaiveDate, weeks: i64, duties: &[Duty], closed: &[NaiveDate]) -> Vec<Day> {
    let slots = |day: NaiveDate| KINDS.iter().map(|kind| (*kind, duties.iter().find(|d| d.day == day && d.kind == *kind).cloned())).collect();
    (0..weeks * 7)
        .map(|n| from + Duration::days(n))
        .map(|day| Day { day, name: day::headed(page, &day), today: day == page.today(), closed: closed.contains(&day), slots: slots(day) })
        .collect()
}

/// The days on which the house is closed, where a tool says when it is open.
async fn closed_days(sql: &mut Sql, view: &SpaceView, page: &Page, from: NaiveDate, weeks: i64) -> Result<Vec<NaiveDate>> {
    let mut closed = vec![];
    for day in (0..weeks * 7).map(|n| from + Duration::days(n)) {
        if tool::opening(sql, &view.tools, &view.space, day, page).await?.is_some_and(|o| o.hours.is_empty()) {
            closed.push(day);
        }
    }
    Ok(closed)
}

async fn duties_page(app: &App, visitor: &Visitor, view: &SpaceView, from: NaiveDate, form: Form) -> Result<DutiesPage> {
    let mut sql = app.db.read().await?;
    let page = Page::of_space(app, visitor, view, "daily-duty-title");
    let (space, today) = (view.space.id, page.today());
    let duties = duty_store::span(&mut sql, space, from, from + Duration::days(6)).await?;
    let me = view.person.ok_or(Error::SignIn)?;
    let week = page.t2("daily-week-name", "week", i64::from(from.iso_week().week()), "from", page.date(&from));
    let closed = closed_days(&mut sql, view, &page, from, 1).await?;
    Ok(DutiesPage {
        days: table(&page, from, 1, &duties, &closed),
        week,
        before: (from - Duration::weeks(1)).to_string(),
        after: (from + Duration::weeks(1)).to_string(),
        monday: from.to_string(),
        own: duty_store::of_person(&mut sql, space, me, today).await?,
        asked: duty_store::asked_of(&mut sql, space, me, today).await?,
        people: people(&mut sql, space).await?,
        may_set: view.may(&DUTY),
        may_swap: view.may(&SWAP),
        page,
        form,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(which): Query<Which>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    demand_inner(&view, &SWAP)?;
    let from = week_of(&app, &which.uge);
    let form = Form::filled([("day", app.clock.today().max(from).to_string()), ("kind", "steward".to_owned()), ("weeks", "1".to_owned())]);
    page::html(&duties_page(&app, &visitor, &view, from, form).await?)
}

/// Gives a duty to somebody on a day and the same day of the weeks after it. They are told.
///
/// # Errors
/// When the database fails.
pub async fn give(act: &mut Act<'_>, kind: &str, day: NaiveDate, weeks: i64, person: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    for n in 0..weeks.clamp(1, MOST_WEEKS) {
        let id = act.new_id();
        duty_store::set(act.sql(), id, Slot { space, day: day + Duration::weeks(n), kind }, person, at).await?;
    }
    tell(act, person, "mail-daily-duty", kind, day).await
}

async fn tell(act: &mut Act<'_>, person: Uuid, word: &'static str, kind: &str, day: NaiveDate) -> Result<()> {
    act.refresh_pages();
    if Some(person) == act.actor() {
        return Ok(());
    }
    let link = format!("/forloeb/{}/dagen/vagter?uge={day}", act.space().slug);
    let lang = person::find(act.sql(), person).await?.lang();
    let what = act.app().words.say(lang, &format!("daily-duty-{kind}"), &[]);
    let notice = Notice::new(word, link, act.new_id()).with("what", what).with("date", day);
    act.tell(person, &notice).await
}

async fn set(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &DUTY).await?;
    let page = Page::of_space(&app, &visitor, &view, "daily-duty-title");
    let offered = ids(&people(act.sql(), view.space.id).await?);
    form.called(&page, &[("day", "daily-duty-day"), ("kind", "daily-duty-kind"), ("person", "daily-duty-person"), ("weeks", "daily-duty-weeks")]);
    let day = form.date(&page, "day");
    let day = form.need(&page, "day", day);
    let kind = KINDS.into_iter().find(|k| form.is("kind", k));
    let kind = form.need(&page, "kind", kind);
    let free = form.is("person", NOBODY);
    let person = if free { None } else { form.choice(&page, "person", offered) };
    if !free {
        form.need(&page, "person", person);
    }
    let weeks = form.number(&page, "weeks", 1..=MOST_WEEKS).unwrap_or(1);
    let (Some(day), Some(kind), true) = (day, kind, form.ok()) else {
        drop(act);
        let from = week_of(&app, form.value("day"));
        return page::not_accepted(&duties_page(&app, &visitor, &view, from, form).await?);
    };
    match person {
        Some(person) => give(&mut act, kind, day, weeks, person).await?,
        // The duty is free again.
        None => {
            for n in 0..weeks {
                duty_store::clear(act.sql(), Slot { space: view.space.id, day: day + Duration::weeks(n), kind }).await?;
            }
            act.refresh_pages();
        }
    }
    act.commit().await?;
    Ok(page::go(&format!("{}?uge={day}", view.under("dagen/vagter")), "daily-duty-set"))
}

/// Takes a free duty, asks somebody to take one's own, answers such a question.
async fn swap(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SWAP).await?;
    let (space, me, at, today) = (view.space.id, act.person()?, act.at(), act.today());
    if form.value("do") == "take" {
        let kind = KINDS.into_iter().find(|k| form.is("kind", k)).ok_or(Error::BadRequest("error-form"))?;
        let day: NaiveDate = form.value("day").parse().map_err(|_| Error::BadRequest("error-form"))?;
        let id = act.new_id();
        if day < today || !duty_store::take_free(act.sql(), id, Slot { space, day, kind }, me, at).await? {
            return Err(Error::Refused("daily-duty-taken"));
        }
        act.refresh_pages();
        act.commit().await?;
        return Ok(page::go(&format!("{}?uge={day}", view.under("dagen/vagter")), "daily-duty-yours"));
    }
    let duty = duty_store::one(act.sql(), space, id_of(form.value("duty"))?).await?;
    let (changed, tells, word, done) = match form.value("do") {
        "ask" => {
            let asked: Uuid = form.value("person").parse().map_err(|_| Error::Refused("daily-duty-whom"))?;
            let offered = ids(&people(act.sql(), space).await?);
            if asked == me || !offered.contains(&asked) {
                return Err(Error::Refused("daily-duty-whom"));
            }
            (duty_store::ask(act.sql(), duty.id, me, Some(asked)).await?, Some(asked), "mail-daily-asked", "daily-duty-asked")
        }
        "withdraw" => (duty_store::ask(act.sql(), duty.id, me, None).await?, None, "", "daily-duty-withdrawn"),
        "yes" => (duty_store::take_asked(act.sql(), duty.id, me, at).await?, Some(duty.person_id), "mail-daily-taken", "daily-duty-yours"),
        "no" => (duty_store::decline(act.sql(), duty.id, me).await?, Some(duty.person_id), "mail-daily-declined", "daily-duty-declined"),
        _ => return Err(Error::BadRequest("error-form")),
    };
    if !changed {
        return Err(Error::Refused("daily-duty-taken"));
    }
    match tells {
        Some(person) => tell(&mut act, person, word, &duty.kind, duty.day).await?,
        None => act.refresh_pages(),
    }
    act.commit().await?;
    Ok(page::go(&format!("{}?uge={}", view.under("dagen/vagter"), duty.day), done))
}

/// The list as it hangs in the kitchen.
pub(crate) fn sheet(page: &Page, house: &str, days: &[Day]) -> Paper {
    let mut out = Paper::new(page.t("daily-duty-title"), house.to_owned());
    for week in days.chunks(7) {
        let Some(first) = week.first() else { continue };
        out.heading(2, page.t2("daily-week-name", "week", i64::from(first.day.iso_week().week()), "from", page.date(&first.day)));
        let mut columns = vec![(page.t("daily-day"), 3)];
        columns.extend(KINDS.iter().map(|k| (page.t(&format!("daily-duty-{k}")), 3)));
        let cell = |duty: &Option<Duty>| {
            duty.as_ref().map_or_else(String::new, |d| match &d.phone {
                Some(phone) if !phone.is_empty() => format!("{}\n{}", d.name, phone),
                _ => d.name.clone(),
            })
        };
        let rows = week
            .iter()
            // A day on which the house is closed takes no room.
            .filter(|d| !d.closed || d.slots.iter().any(|(_, duty)| duty.is_some()))
            .map(|d| {
                std::iter::once(format!("{} {}/{}", day::capital(&weekday(page, &d.day)), d.day.day(), d.day.month()))
                    .chain(d.slots.iter().map(|(_, s)| cell(s)))
                    .collect()
            });
        out.table(&columns, rows.collect());
    }
    out
}

async fn print(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(which): Query<Which>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    demand_inner(&view, &SWAP)?;
    let page = Page::of_space(&app, &visitor, &view, "daily-duty-title");
    let from = week_of(&app, &which.uge);
    let duties = duty_store::span(&mut sql, view.space.id, from, from + Duration::days(7 * PAPER_WEEKS - 1)).await?;
    let closed = closed_days(&mut sql, &view, &page, from, PAPER_WEEKS).await?;
    drop(sql);
    let sheet = sheet(&page, &view.space.title, &table(&page, from, PAPER_WEEKS, &duties, &closed));
    paper::pdf(&page, &sheet, 13, &format!("vagter-{from}")).await
}
