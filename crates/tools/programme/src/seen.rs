//! Days, times, rhythms and clashes in words.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use samskab_platform::Page;
use samskab_recurrence::{End, Rhythm, Rule, local};

use crate::model::{Clash, Signup, Span, State};
use crate::store::{Occurrence, Placed};

/// `tirsdag`.
pub(crate) fn weekday(page: &Page, day: Weekday) -> String {
    page.t(&format!("programme-day-{}", day.number_from_monday()))
}

/// `tirsdag den 3. marts 2026`.
pub(crate) fn day(page: &Page, date: &NaiveDate) -> String {
    page.t2("programme-on-day", "weekday", weekday(page, date.weekday()), "date", page.date(date))
}

/// `tirsdag 3/3`, for the head of a column.
pub(crate) fn short_day(page: &Page, date: &NaiveDate) -> String {
    format!("{} {}/{}", weekday(page, date.weekday()), date.day(), date.month())
}

/// `tirsdag den 3. marts`.
pub(crate) fn day_of_year(page: &Page, date: &NaiveDate) -> String {
    let sign = if page.lang == samskab_platform::words::Lang::Da { "." } else { "" };
    let short = format!("{}{sign}\u{a0}{}", date.day(), page.t(&format!("month-{}", date.month())));
    page.t2("programme-on-day", "weekday", weekday(page, date.weekday()), "date", short)
}

/// The same words with a capital first letter.
pub(crate) fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// The date of a moment in Denmark.
pub(crate) fn date_of(at: &DateTime<Utc>) -> NaiveDate {
    local(*at).date()
}

/// `14.00–16.00`.
pub(crate) fn times(page: &Page, span: &Span) -> String {
    format!("{}\u{2060}–\u{2060}{}", page.time_of(&span.0), page.time_of(&span.1))
}

/// `tirsdag den 3. marts 2026 kl. 14.00–16.00`.
pub(crate) fn when(page: &Page, span: &Span) -> String {
    page.t2("programme-when", "day", day(page, &date_of(&span.0)), "times", times(page, span))
}

/// Minutes after midnight: `9.00`.
pub(crate) fn minute(page: &Page, minute: &i64) -> String {
    let sign = if page.lang == samskab_platform::words::Lang::Da { '.' } else { ':' };
    format!("{}{sign}{:02}", minute / 60, minute % 60)
}

/// Some words with an "and" before the last.
pub(crate) fn listed(page: &Page, words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => page.t2("programme-and", "most", most.join(", "), "last", last),
    }
}

/// `hver tirsdag og torsdag`; nothing for what is held once.
pub(crate) fn rhythm(page: &Page, rule: &Rule, first: NaiveDate) -> String {
    if rule.is_once() {
        return String::new();
    }
    let days = |days: &[Weekday]| listed(page, &days.iter().map(|d| weekday(page, *d)).collect::<Vec<_>>());
    let n = i64::from(rule.interval());
    match (rule.rhythm(), n) {
        (Rhythm::Daily, 1) => page.t("programme-every-day"),
        (Rhythm::Daily, _) => page.t1("programme-every-days", "n", n),
        (Rhythm::Weekly(all), 1) => page.t1("programme-every-week", "days", days(all)),
        (Rhythm::Weekly(all), 2) => page.t1("programme-every-other-week", "days", days(all)),
        (Rhythm::Weekly(all), _) => page.t2("programme-every-weeks", "n", n, "days", days(all)),
        (Rhythm::MonthlyOnDate, _) => page.t1("programme-every-month-date", "n", first.day()),
        (Rhythm::MonthlyOnWeekday(-1, day), _) => page.t1("programme-every-month-last", "day", weekday(page, *day)),
        (Rhythm::MonthlyOnWeekday(nth, day), _) => page.t2("programme-every-month-nth", "nth", i64::from(*nth), "day", weekday(page, *day)),
        (Rhythm::Yearly, _) => page.t1("programme-every-year", "date", page.date(&first)),
    }
}

/// `til og med 30. juni 2027`; nothing for what has no end of that kind.
pub(crate) fn until(page: &Page, rule: &Rule) -> String {
    match rule.end() {
        End::Until(date) => page.t1("programme-until", "date", page.date(&date)),
        End::Count(_) | End::Never => String::new(),
    }
}

/// Why there is nothing: a closing day's own words, or the name of a public holiday.
pub(crate) fn reason(page: &Page, reason: &str) -> String {
    if reason.starts_with("holiday-") { page.t(reason) } else { reason.to_owned() }
}

/// Where an occurrence is held: `Salen, Køkkenet`.
pub(crate) fn places(placed: Option<&Vec<Placed>>) -> String {
    placed.map_or_else(String::new, |all| all.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", "))
}

/// How it stands with an occurrence, with the class of its tag: cancelled, moved, full, places left.
pub(crate) fn tag(page: &Page, o: &Occurrence, seated: i64) -> Option<(&'static str, String)> {
    match o.state {
        State::Cancelled => return Some(("late", page.t("programme-cancelled"))),
        State::Skipped => return Some(("plain", page.t("programme-closed"))),
        State::Planned => {}
    }
    let places = match (o.signup, o.capacity) {
        // Nobody signs up for what has begun.
        _ if o.starts_at <= page.now => None,
        (Signup::Each, Some(most)) if seated >= most => Some(("wait", page.t("programme-full"))),
        (Signup::Each, Some(most)) => Some(("plain", page.t1("programme-left", "n", most - seated))),
        (Signup::Each, None) => Some(("plain", page.t("programme-sign-up-needed"))),
        _ => None,
    };
    if o.moved { Some(("wait", page.t("programme-moved"))) } else { places }
}

/// Clashes as one reads them: `Salen er optaget af Kor onsdag den 3. marts kl. 14–16`. The first few, and how many more.
pub(crate) fn clashes(page: &Page, all: &[Clash]) -> Vec<String> {
    // What takes a room every week is said once.
    let mut groups: Vec<(&Clash, usize)> = vec![];
    for clash in all {
        match groups.iter_mut().find(|(c, _)| c.resource == clash.resource && c.with.title == clash.with.title) {
            Some((_, times)) => *times += 1,
            None => groups.push((clash, 1)),
        }
    }
    let one = |(c, times): &(&Clash, usize)| {
        let when = when(page, &(c.with.starts_at, c.with.ends_at));
        let when = if *times > 1 { page.t2("programme-clash-times", "n", *times, "when", when) } else { when };
        page.t3("programme-clash", "room", &c.resource, "when", when, "title", &c.with.title)
    };
    let mut out: Vec<String> = groups.iter().take(5).map(one).collect();
    if groups.len() > 5 {
        out.push(page.t1("programme-clash-more", "n", groups.len() - 5));
    }
    out
}
