//! The programme of a week, and the page of an activity.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use samskab_platform::access::Visibility;
use samskab_platform::db::Sql;
use samskab_platform::{App, Error, Page, Result, SpaceView, Visitor, page, view};
use samskab_recurrence::instant;
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{DESCRIBE, ENTER, HOURS, MOVE, PLAN, SIGN_UP};
use crate::lists::Lists;
use crate::model::{Signup, Span, monday, week_asked, week_key};
use crate::planning::Closed;
use crate::signup_store::{self, Own, Seat};
use crate::store::{Activity, Occurrence};
use crate::{call_pages, house_store, seen, store};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/program", get(week)).route("/forloeb/{slug}/program/{id}", get(show))
}

#[derive(Deserialize)]
pub(crate) struct Asked {
    pub(crate) uge: Option<String>,
}

impl Asked {
    /// The Monday of the week that was asked for, or of this one.
    pub(crate) fn monday(&self, page: &Page) -> NaiveDate {
        self.uge.as_deref().and_then(week_asked).unwrap_or_else(|| monday(page.today()))
    }
}

/// An occurrence as a line.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) o: Occurrence,
    pub(crate) times: String,
    pub(crate) place: String,
    pub(crate) tag: Option<(&'static str, String)>,
    pub(crate) href: String,
}

/// A day of the programme.
#[derive(Clone)]
pub(crate) struct Day {
    pub(crate) date: NaiveDate,
    /// `Åbent 9.00–16.00`; empty where nobody has said.
    pub(crate) open: String,
    /// Why the house is closed; empty: it is not.
    pub(crate) closed: String,
    pub(crate) rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "programme.html")]
pub(crate) struct WeekPage {
    pub(crate) page: Page,
    pub(crate) monday: NaiveDate,
    /// The number of the week.
    pub(crate) week: i64,
    pub(crate) days: Vec<Day>,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) this_week: bool,
    pub(crate) any: bool,
    pub(crate) may_plan: bool,
    pub(crate) may_house: bool,
    pub(crate) feed: bool,
}

impl WeekPage {
    /// Whether days of this week are over: then one goes to today.
    pub(crate) fn later(&self) -> bool {
        self.this_week && self.page.today() != self.monday
    }
}

/// What happens between two days, the second not included: a day each.
pub(crate) async fn days(sql: &mut Sql, page: &Page, view: &SpaceView, from: NaiveDate, n: i64) -> Result<Vec<Day>> {
    let midnight = |d: NaiveDate| instant(d.and_time(NaiveTime::MIN));
    let (space, span): (Uuid, Span) = (view.space.id, (midnight(from), midnight(from + Duration::days(n))));
    let occurrences = store::between(sql, space, span).await?;
    let places = store::places_between(sql, space, span).await?;
    let counts = signup_store::counts(sql, space, span).await?;
    let hours: BTreeMap<i64, (i64, i64)> = house_store::hours(sql, space).await?.into_iter().map(|(d, from, to)| (d, (from, to))).collect();
    let closed = Closed::read(sql, space, from).await?;
    let row = |o: &Occurrence| Row {
        times: seen::times(page, &o.span()),
        place: seen::places(places.get(&o.id)),
        tag: seen::tag(page, o, counts.get(&o.id).map_or(0, |c| c.0)),
        href: view.under(&format!("program/{}", o.activity_id)),
        o: o.clone(),
    };
    let of_day = |n: i64| {
        let date = from + Duration::days(n);
        let open = hours.get(&i64::from(date.weekday().number_from_monday()));
        Day {
            date,
            open: open.map_or_else(String::new, |(from, to)| page.t2("programme-open", "from", seen::minute(page, from), "to", seen::minute(page, to))),
            closed: closed.on(date).map_or_else(String::new, |r| seen::reason(page, &r)),
            rows: occurrences.iter().filter(|o| seen::date_of(&o.starts_at) == date).map(row).collect(),
        }
    };
    Ok((0..n).map(of_day).collect())
}

async fn week(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    let page = Page::of_space(&app, &visitor, &view, "programme-title");
    let monday = asked.monday(&page);
    let days = days(&mut sql, &page, &view, monday, 7).await?;
    let any = !store::all(&mut sql, view.space.id, 1).await?.is_empty();
    let week = |d: NaiveDate| format!("{}?uge={}", view.under("program"), week_key(d));
    page::html(&WeekPage {
        before: week(monday - Duration::days(7)),
        after: week(monday + Duration::days(7)),
        this_week: (0..7).contains(&(page.today() - monday).num_days()),
        may_plan: view.may(&PLAN),
        may_house: view.may(&HOURS),
        feed: view.space.visibility == Visibility::Public,
        week: i64::from(monday.iso_week().week()),
        days,
        monday,
        any,
        page,
    })
}

/// A coming occurrence on an activity's page.
#[derive(Clone)]
pub(crate) struct Time {
    pub(crate) row: Row,
    pub(crate) when: String,
    /// Why it is not held; empty where it is.
    pub(crate) reason: String,
    /// How many come.
    pub(crate) seated: i64,
    pub(crate) waiting: i64,
    pub(crate) own: Option<Seat>,
    /// Whether it has begun.
    pub(crate) begun: bool,
}

#[derive(Template)]
#[template(path = "programme_activity.html")]
pub(crate) struct ActivityPage {
    pub(crate) page: Page,
    pub(crate) a: Activity,
    /// `Hver tirsdag kl. 14.00–16.00 i Salen`: one line for each series that still runs.
    pub(crate) courses: Vec<String>,
    pub(crate) times: Vec<Time>,
    /// Whether there are more than are shown.
    pub(crate) more: bool,
    /// Where one signs up for the whole: how many come, and wait.
    pub(crate) seated: i64,
    pub(crate) waiting: i64,
    pub(crate) own: Option<Seat>,
    pub(crate) carriers: Vec<String>,
    pub(crate) may: May,
    pub(crate) feed: bool,
    /// Whoever looks after the list: the last time it was held, with its list; how many are to be rung.
    pub(crate) last: Option<(String, String)>,
    pub(crate) to_ring: usize,
    /// Whether those who carry activities see telephone numbers.
    pub(crate) phones: bool,
}

/// What the visitor can do with an activity.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct May {
    pub(crate) change: bool,
    pub(crate) describe: bool,
    pub(crate) enter: bool,
    pub(crate) sign_up: bool,
    /// A stranger could sign up after signing in.
    pub(crate) sign_in: bool,
}

impl ActivityPage {
    /// Whether it is the next time one can sign up for: its button stands out.
    pub(crate) fn is_next(&self, time: &Time) -> bool {
        self.times.iter().find(|t| t.row.o.is_planned() && t.own.is_none()).is_some_and(|next| next.row.o.id == time.row.o.id)
    }
}

/// Who came can be noted so many days after.
pub(crate) const TICKED: i64 = 14;
/// Occurrences an activity's page shows.
const SHOWN: usize = 12;

pub(crate) fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

pub(crate) fn home(view: &SpaceView, id: &Uuid) -> String {
    view.under(&format!("program/{id}"))
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    let a = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    page::html(&activity_page(&mut sql, &app, &visitor, &view, a).await?)
}

async fn activity_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, a: Activity) -> Result<ActivityPage> {
    let mut page = Page::of_space(app, visitor, view, "programme-title");
    page.title = format!("{} · {}", a.title, view.space.title);
    let now = page.now;
    let mut occurrences = store::of_activity(sql, a.id, now, SHOWN as i64 + 1).await?;
    let more = occurrences.len() > SHOWN;
    occurrences.truncate(SHOWN);
    let places = store::places_of(sql, a.id, now).await?;
    let counts = signup_store::counts_of(sql, a.id, now - Duration::days(7)).await?;
    let own: Vec<Own> = match view.person {
        Some(person) => signup_store::own(sql, view.space.id, person).await?.into_iter().filter(|o| o.activity_id == a.id).collect(),
        None => vec![],
    };
    let time = |o: &Occurrence| {
        let (seated, waiting) = counts.get(&o.id).copied().unwrap_or_default();
        Time {
            row: Row {
                times: seen::times(&page, &o.span()),
                place: seen::places(places.get(&o.id)),
                tag: seen::tag(&page, o, seated),
                href: view.under(&format!("program/gang/{}", o.id)),
                o: o.clone(),
            },
            when: seen::when(&page, &o.span()),
            reason: seen::reason(&page, &o.reason),
            seated,
            waiting,
            own: own.iter().find(|s| s.occurrence_id == Some(o.id)).map(|s| s.state),
            begun: o.starts_at <= now,
        }
    };
    let times: Vec<Time> = occurrences.iter().map(time).collect();
    let resources = house_store::resources(sql, view.space.id).await?;
    let mut courses = vec![];
    for row in store::series_of(sql, a.id).await? {
        let series = store::series(sql, &row).await?;
        let Some(last) = series.all().last().copied().filter(|o| o.ends_at() > now) else { continue };
        let rooms = store::series_resources(sql, row.id).await?;
        let rooms: Vec<String> = resources.iter().filter(|r| rooms.contains(&r.id)).map(|r| r.name.clone()).collect();
        let rhythm = seen::rhythm(&page, series.rule(), series.first());
        let on = if rhythm.is_empty() { seen::day(&page, &seen::date_of(&last.starts_at())) } else { rhythm };
        let times = seen::times(&page, &(last.starts_at(), last.ends_at()));
        let line = page.t2("programme-when", "day", on, "times", times);
        courses.push([line, seen::until(&page, series.rule()), rooms.join(", ")].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · "));
    }
    let whole = if a.signup == Signup::Series { signup_store::of(sql, a.id, None).await? } else { vec![] };
    let carriers = match a.group_id {
        Some(group) => house_store::members(sql, view.space.id).await?.remove(&group).unwrap_or_default(),
        None => vec![],
    };
    let keeps = view.may(&ENTER) && Lists::of(sql, view).await?.has(a.id);
    let mut last = None;
    if keeps && a.signup != Signup::Free {
        let before = store::of_activity(sql, a.id, now - Duration::days(TICKED), 60).await?;
        let held = before.into_iter().rev().find(|o| o.is_planned() && o.ends_at <= now);
        last = held.map(|o| (seen::when(&page, &o.span()), view.under(&format!("program/gang/{}/deltagere", o.id))));
    }
    let calls = call_pages::waiting(sql, view, &page).await?;
    let to_ring = call_pages::by_person(&page, &calls.into_iter().filter(|c| c.activity_id == a.id).collect::<Vec<_>>()).len();
    let phones = house_store::shows_phones(sql, view.space.id).await?;
    let open = view.space.closed_at.is_none() && !times.is_empty() && a.signup != Signup::Free;
    Ok(ActivityPage {
        courses,
        more,
        seated: whole.iter().filter(|s| s.state == Seat::In).count() as i64,
        waiting: whole.iter().filter(|s| s.state == Seat::Waiting).count() as i64,
        own: own.iter().find(|s| s.occurrence_id.is_none()).map(|s| s.state),
        carriers,
        may: May {
            change: view.may(&MOVE),
            describe: view.may(&DESCRIBE),
            enter: open && keeps,
            sign_up: open && view.may(&SIGN_UP),
            sign_in: open && view.person.is_none(),
        },
        feed: view.space.visibility == Visibility::Public,
        last,
        to_ring,
        phones,
        times,
        a,
        page,
    })
}
