//! What happens in the house on a day, as everybody may see it.

use std::ops::Range;

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{self, Level, Opening, Today, Tool};
use samskab_platform::words::Lang;
use samskab_platform::{Page, Result};
use uuid::Uuid;

use crate::duty_store;
use crate::house_store;
use crate::store::{self, Counted};

/// A day of the house.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown {
    /// Weekday and date.
    pub(crate) date: String,
    /// When it is open, or that it is not; empty where nobody knows.
    pub(crate) open: String,
    /// The next day it is closed.
    pub(crate) next_closed: String,
    /// What somebody carries today, and who.
    pub(crate) duties: Vec<(String, String)>,
    /// What happens.
    pub(crate) lines: Vec<Line>,
    /// What the house has to say.
    pub(crate) messages: Vec<(Uuid, String)>,
}

/// Something that happens.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) when: String,
    pub(crate) text: String,
    pub(crate) place: String,
    pub(crate) note: String,
    /// It is over.
    pub(crate) over: bool,
}

/// A time of day as it is written.
pub(crate) fn clock(page: &Page, time: NaiveTime) -> String {
    let text = time.format("%-H:%M").to_string();
    if page.lang == Lang::Da { text.replace(':', ".") } else { text }
}

/// `mandag 2. marts 2026`.
pub(crate) fn date(page: &Page, day: &NaiveDate) -> String {
    format!("{} {}", weekday(page, day), page.date(day))
}

/// The same where it stands alone: `Mandag 2. marts 2026`.
pub(crate) fn headed(page: &Page, day: &NaiveDate) -> String {
    capital(&date(page, day))
}

/// Words with a capital first letter.
pub(crate) fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

pub(crate) fn weekday(page: &Page, day: &NaiveDate) -> String {
    page.t(&format!("daily-weekday-{}", day.weekday().number_from_monday()))
}

fn span(page: &Page, from: NaiveTime, to: NaiveTime) -> String {
    format!("{}–{}", clock(page, from), clock(page, to))
}

/// When the house is open on a day, in words.
pub(crate) fn open(page: &Page, opening: &Opening) -> String {
    if opening.hours.is_empty() {
        return if opening.closed.is_empty() { page.t("daily-closed") } else { page.t1("daily-closed-why", "why", &opening.closed) };
    }
    let hours: Vec<String> = opening.hours.iter().map(|(from, to)| span(page, *from, *to)).collect();
    page.t1("daily-open", "hours", hours.join(", "))
}

fn line(page: &Page, t: Today) -> Line {
    let now = page.now.with_timezone(&Copenhagen).time();
    let when = match (t.start, t.end) {
        (Some(from), Some(to)) => span(page, from, to),
        (Some(from), None) => clock(page, from),
        (None, _) => page.t("daily-all-day"),
    };
    Line { when, text: t.text, place: t.place, note: t.note, over: t.end.or(t.start).is_some_and(|end| end < now) }
}

/// Today in a house. Tools that keep a programme say what happens and when it is open.
pub(crate) async fn shown(sql: &mut Sql, tools: &[&'static Tool], space: &Space, page: &Page) -> Result<Shown> {
    let today = page.today();
    let opening = tool::opening(sql, tools, space, today, page).await?;
    let next = opening.as_ref().and_then(|o| o.next_closed.clone());
    let next_closed = next.map(|(day, why)| page.t2("daily-next-closed", "date", date(page, &day), "why", why));
    let duties = duty_store::on(sql, space.id, today).await?;
    Ok(Shown {
        date: headed(page, &today),
        open: opening.map(|o| open(page, &o)).unwrap_or_default(),
        next_closed: next_closed.unwrap_or_default(),
        duties: duties.into_iter().map(|d| (page.t(&format!("daily-duty-{}", d.kind)), d.name)).collect(),
        lines: tool::today(sql, tools, space, today, page).await?.into_iter().map(|t| line(page, t)).collect(),
        messages: house_store::messages_on(sql, space.id, today).await?.into_iter().map(|m| (m.id, m.text)).collect(),
    })
}

/// The house steward of a day.
pub(crate) async fn keepers(sql: &mut Sql, space: Uuid, day: NaiveDate) -> Result<Vec<Uuid>> {
    let duties = duty_store::on(sql, space, day).await?;
    Ok(duties.into_iter().filter(|d| d.kind == "steward").map(|d| d.person_id).collect())
}

/// How many came in some days, where anybody was counted.
pub(crate) async fn level(sql: &mut Sql, space: Uuid, days: Range<NaiveDate>) -> Result<Level> {
    let counted = store::days(sql, space, days.start, days.end - Duration::days(1)).await?;
    let visits = (!counted.is_empty()).then(|| counted.iter().map(Counted::all).sum());
    Ok(Level { visits, activities: None })
}
