//! The part of a form that says when and where.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime, Weekday};
use samskab_platform::{Form, Page};
use samskab_recurrence::{End, Rhythm, Rule};
use uuid::Uuid;

use crate::editing::Course;
use crate::house_store::Resource;
use crate::model::{SERIES_DAYS, minutes_between, time_typed};
use crate::plan_pages::offered;
use crate::seen;

/// How often, as a form offers it.
const RHYTHMS: [&str; 7] = ["once", "week", "week2", "month", "last", "monthdate", "day"];

/// What such a form needs to be shown.
#[derive(Clone)]
pub(crate) struct Times {
    pub(crate) rhythms: Vec<(&'static str, String)>,
    pub(crate) days: Vec<(String, String)>,
    pub(crate) resources: Vec<(String, String)>,
}

/// Whether a form speaks of days of the week.
pub(crate) fn is_weekly(form: &Form) -> bool {
    form.value("rhythm").starts_with("week")
}

impl Times {
    pub(crate) fn new(page: &Page, resources: Vec<Resource>) -> Self {
        let rhythms = RHYTHMS.iter().map(|r| (*r, page.t(&format!("programme-rhythm-{r}")))).collect();
        let days = (1..=7).map(|d: u8| (d.to_string(), page.t(&format!("programme-day-{d}")))).collect();
        Self { rhythms, days, resources: offered(page, &resources) }
    }

    /// The rooms and things that were chosen.
    pub(crate) fn chosen(&self, form: &Form) -> Vec<Uuid> {
        self.resources.iter().filter(|(id, _)| form.is("resource", id)).filter_map(|(id, _)| id.parse().ok()).collect()
    }

    /// Judges date, times and rooms: what all of them have. `None` where something is wrong; then the form says what.
    pub(crate) fn once(&self, page: &Page, form: &mut Form) -> Option<Course> {
        form.called(page, &[("date", "programme-date"), ("from", "programme-from"), ("to", "programme-to"), ("resource", "programme-where")]);
        let date = form.date(page, "date");
        let date = form.need(page, "date", date);
        let (from, to) = (time_in(page, form, "from"), time_in(page, form, "to"));
        let (date, from, to) = (date?, from?, to?);
        if from == to {
            form.wrong("to", page.t("programme-ends-before"));
            return None;
        }
        Some(Course { from: Some(date), time: from, minutes: minutes_between(from, to), rule: Rule::once(), resources: self.chosen(form) })
    }

    /// The same with how often.
    pub(crate) fn judge(&self, page: &Page, form: &mut Form) -> Option<Course> {
        form.called(page, &[("rhythm", "programme-rhythm"), ("until", "programme-last-day")]);
        let course = self.once(page, form);
        let rhythm = RHYTHMS.iter().find(|r| **r == form.value("rhythm")).copied();
        let rhythm = form.need(page, "rhythm", rhythm)?;
        if rhythm == "once" {
            return course;
        }
        let until = form.date(page, "until");
        let until = form.need(page, "until", until)?;
        let course = course?;
        let date = course.from?;
        if until < date {
            form.wrong("until", page.t("programme-never-text"));
            return None;
        }
        if (until - date).num_days() > SERIES_DAYS {
            let last = date + Duration::days(SERIES_DAYS);
            form.wrong1(page, "until", "programme-too-long", "date", page.date(&last));
            return None;
        }
        let rule = rule_of(rhythm, date, until, &self.days_of(form))?;
        Some(Course { rule, ..course })
    }

    fn days_of(&self, form: &Form) -> Vec<Weekday> {
        let day = |n: &str| Weekday::try_from(n.parse::<u8>().ok()?.checked_sub(1)?).ok();
        self.days.iter().filter(|(n, _)| form.is("days", n)).filter_map(|(n, _)| day(n)).collect()
    }
}

/// The rule of what was chosen.
fn rule_of(rhythm: &str, date: NaiveDate, until: NaiveDate, days: &[Weekday]) -> Option<Rule> {
    let days = if days.is_empty() { vec![date.weekday()] } else { days.to_vec() };
    let nth = i8::try_from(date.day0() / 7 + 1).unwrap_or(1);
    let (rhythm, interval) = match rhythm {
        "week" => (Rhythm::Weekly(days), 1),
        "week2" => (Rhythm::Weekly(days), 2),
        "month" => (Rhythm::MonthlyOnWeekday(nth, date.weekday()), 1),
        "last" => (Rhythm::MonthlyOnWeekday(-1, date.weekday()), 1),
        "monthdate" => (Rhythm::MonthlyOnDate, 1),
        "day" => (Rhythm::Daily, 1),
        _ => return None,
    };
    Rule::new(rhythm, interval, End::Until(until)).ok()
}

/// Fills a form with how a series goes on.
pub(crate) fn fill(form: &mut Form, rule: &Rule, last: NaiveDate) {
    let rhythm = match (rule.rhythm(), rule.interval()) {
        _ if rule.is_once() => "once",
        (Rhythm::Weekly(_), 2) => "week2",
        (Rhythm::Weekly(_), _) => "week",
        (Rhythm::MonthlyOnWeekday(-1, _), _) => "last",
        (Rhythm::MonthlyOnWeekday(..), _) => "month",
        (Rhythm::MonthlyOnDate | Rhythm::Yearly, _) => "monthdate",
        (Rhythm::Daily, _) => "day",
    };
    form.set("rhythm", rhythm);
    if let Rhythm::Weekly(days) = rule.rhythm() {
        for day in days {
            form.add("days".to_owned(), day.number_from_monday().to_string());
        }
    }
    form.set("until", last.to_string());
}

fn time_in(page: &Page, form: &mut Form, field: &str) -> Option<NaiveTime> {
    let text = form.value(field).to_owned();
    let time = time_typed(&text);
    if text.trim().is_empty() {
        return form.need(page, field, None);
    }
    if time.is_none() {
        form.wrong1(page, field, "programme-time-wrong", "text", &text);
    }
    time
}

/// A span as form fields hold it: date, from, to.
pub(crate) fn fields(span: &crate::model::Span) -> [(&'static str, String); 3] {
    let (from, to) = (samskab_recurrence::local(span.0), samskab_recurrence::local(span.1));
    [("date", seen::date_of(&span.0).to_string()), ("from", from.format("%H:%M").to_string()), ("to", to.format("%H:%M").to_string())]
}
