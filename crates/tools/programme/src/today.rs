//! What other tools are told of a day: what is held, and when the house is open.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{Level, Opening, Today};
use samskab_platform::{Page, Result};
use samskab_recurrence::instant;
use uuid::Uuid;

use crate::model::State;
use crate::planning::Closed;
use crate::store::Occurrence;
use crate::{house_store, seen, store};

/// A closing day is told so many days before.
const AHEAD: i64 = 60;

pub(crate) async fn today(sql: &mut Sql, space: &Space, day: NaiveDate, page: &Page) -> Result<Vec<Today>> {
    let midnight = |d: NaiveDate| instant(d.and_time(NaiveTime::MIN));
    let span = (midnight(day), midnight(day + Duration::days(1)));
    let places = store::places_between(sql, space.id, span).await?;
    let held = store::between(sql, space.id, span).await?.into_iter().filter(|o| o.state != State::Skipped);
    let one = |o: Occurrence| Today {
        start: Some(o.starts_at.with_timezone(&Copenhagen).time()),
        end: Some(o.ends_at.with_timezone(&Copenhagen).time()),
        place: seen::places(places.get(&o.id)),
        note: match (o.is_planned(), o.moved) {
            (false, _) => page.t("programme-cancelled"),
            (true, true) => page.t("programme-moved"),
            (true, false) => String::new(),
        },
        text: o.title,
    };
    Ok(held.map(one).collect())
}

pub(crate) async fn opening(sql: &mut Sql, space: &Space, day: NaiveDate, page: &Page) -> Result<Option<Opening>> {
    let hours: BTreeMap<i64, (i64, i64)> = house_store::hours(sql, space.id).await?.into_iter().map(|(d, from, to)| (d, (from, to))).collect();
    if hours.is_empty() {
        return Ok(None);
    }
    let closed = Closed::read(sql, space.id, day).await?;
    let time = |minute: i64| u32::try_from(minute * 60).ok().and_then(|s| NaiveTime::from_num_seconds_from_midnight_opt(s, 0)).unwrap_or(NaiveTime::MIN);
    let of = |d: NaiveDate| hours.get(&i64::from(d.weekday().number_from_monday()));
    let why = closed.on(day).map(|reason| seen::reason(page, &reason));
    let ahead = (1..=AHEAD).map(|n| day + Duration::days(n)).filter(|d| of(*d).is_some());
    let next_closed = ahead.filter_map(|d| Some((d, seen::reason(page, &closed.on(d)?)))).next();
    let hours = of(day).filter(|_| why.is_none()).map(|(from, to)| (time(*from), time(*to))).into_iter().collect();
    Ok(Some(Opening { hours, closed: why.unwrap_or_default(), next_closed }))
}

/// How many activities were held in some days.
pub(crate) async fn level(sql: &mut Sql, space: Uuid, days: Range<NaiveDate>) -> Result<Level> {
    let midnight = |d: NaiveDate| instant(d.and_time(NaiveTime::MIN));
    let held = store::between(sql, space, (midnight(days.start), midnight(days.end))).await?.iter().filter(|o| o.is_planned()).count();
    Ok(Level { visits: None, activities: i64::try_from(held).ok().filter(|n| *n > 0) })
}
