//! The programme in calendars.
//!
//! A calendar that subscribes gets each occurrence by itself, in UTC: the house's feed, and what somebody has signed up for in
//! their own. Cancelled ones are marked and moved ones keep their identity, and no calendar has to reckon with rules. An
//! activity's own file is for taking it over once, so it is the series itself: rule, exceptions and moved ones in local time with
//! the zone, and in the calendar it is one thing that one can move or delete as one.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, Duration, Utc};
use samskab_platform::calendar::{self, Appointment, Moved, Recurring};
use samskab_platform::db::Sql;
use samskab_platform::{App, Result, Visitor, view};
use samskab_recurrence::{VTIMEZONE, ZONE, local};
use uuid::Uuid;

use crate::model::State as Held;
use crate::pages::id_of;
use crate::{seen, signup_store, store};

/// How far back and ahead a feed reaches, in days.
const BACK: i64 = 30;
const AHEAD: i64 = 400;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/program/kalender.ics", get(of_house)).route("/forloeb/{slug}/program/{id}/kalender.ics", get(of_activity))
}

fn answer(text: String, name: &str) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (CACHE_CONTROL, "private, max-age=300".to_owned()),
    ];
    (headers, text).into_response()
}

async fn of_house(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let now = app.clock.now();
    let span = (now - Duration::days(BACK), now + Duration::days(AHEAD));
    let places = store::places_between(&mut sql, view.space.id, span).await?;
    let occurrences = store::between(&mut sql, view.space.id, span).await?;
    let appointment = |o: &store::Occurrence| Appointment {
        uid: format!("{}@{}", o.id, calendar::host(&app)),
        sequence: o.sequence,
        changed_at: o.changed_at,
        starts_at: o.starts_at,
        ends_at: o.ends_at,
        title: o.title.clone(),
        place: seen::places(places.get(&o.id)),
        description: o.reason.clone(),
        url: format!("{}/forloeb/{slug}/program/{}", app.settings.base_url, o.activity_id),
        cancelled: o.state == Held::Cancelled,
    };
    let all: Vec<Appointment> = occurrences.iter().map(appointment).collect();
    Ok(answer(calendar::feed(&view.space.title, &all), "program.ics"))
}

async fn of_activity(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let a = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let places = store::places_of(&mut sql, a.id, DateTime::UNIX_EPOCH).await?;
    let resources = crate::house_store::resources(&mut sql, view.space.id).await?;
    let mut all = vec![];
    for row in store::series_of(&mut sql, a.id).await? {
        let series = store::series(&mut sql, &row).await?;
        let occurrences = store::of_series(&mut sql, row.id).await?;
        let rooms = store::series_resources(&mut sql, row.id).await?;
        let rooms: Vec<&str> = resources.iter().filter(|r| rooms.contains(&r.id)).map(|r| r.name.as_str()).collect();
        let first = samskab_recurrence::instant(series.original(series.first()));
        let last = first + Duration::minutes(row.minutes);
        let sequence = row.sequence + occurrences.iter().map(|o| o.sequence).sum::<i64>();
        let changed_at = occurrences.iter().map(|o| o.changed_at).max().unwrap_or(row.changed_at).max(row.changed_at);
        let url = format!("{}/forloeb/{slug}/program/{}", app.settings.base_url, a.id);
        let (uid, title, description) = (format!("{}@{}", row.id, calendar::host(&app)), a.title.clone(), a.text.clone());
        let (starts_at, ends_at, place) = (first, last, rooms.join(", "));
        let appointment = Appointment { uid, sequence, changed_at, starts_at, ends_at, title, place, description, url, cancelled: false };
        let moved = |o: &store::Occurrence| Moved {
            original: series.original(o.day),
            start: local(o.starts_at),
            end: local(o.ends_at),
            place: seen::places(places.get(&o.id)),
        };
        all.push(Recurring {
            appointment,
            start: series.original(series.first()),
            end: local(last),
            rule: if series.rule().is_once() { String::new() } else { series.rule().in_utc() },
            removed: series.removed().iter().map(|day| series.original(*day)).collect(),
            moved: occurrences.iter().filter(|o| o.moved && o.is_planned()).map(moved).collect(),
        });
    }
    Ok(answer(calendar::series(&a.title, ZONE, VTIMEZONE, &all), "aktivitet.ics"))
}

/// What somebody has signed up for or carries, for their own feed.
pub(crate) async fn own(sql: &mut Sql, app: &App, person: Uuid, since: DateTime<Utc>) -> Result<Vec<Appointment>> {
    let appointment = |m: signup_store::InFeed| Appointment {
        uid: format!("{}@{}", m.id, calendar::host(app)),
        sequence: m.sequence,
        changed_at: m.changed_at,
        starts_at: m.starts_at,
        ends_at: m.ends_at,
        title: format!("{} · {}", m.title, m.space),
        place: m.place,
        description: m.reason,
        url: format!("{}/forloeb/{}/program/{}", app.settings.base_url, m.slug, m.activity_id),
        cancelled: m.state == Held::Cancelled.key(),
    };
    Ok(signup_store::feed_of(sql, person, since).await?.into_iter().map(appointment).collect())
}
