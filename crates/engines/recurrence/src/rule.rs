//! How often: what of RFC 5545's recurrence rules a house needs.

use std::fmt;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use rrule::{Frequency, NWeekday, RRule, Tz};

use crate::Refusal;
use crate::local::{instant, local};

/// The most occurrences a rule may ask for.
pub const MAX_COUNT: u32 = 1_000;

/// The days a rule gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rhythm {
    /// Every day.
    Daily,
    /// On these days of the week; sorted, at least one.
    Weekly(Vec<Weekday>),
    /// On the same day of the month; months that do not have it are left out.
    MonthlyOnDate,
    /// On the first to fifth (1–5) or last (-1) such day of the month.
    MonthlyOnWeekday(i8, Weekday),
    /// On the same date every year; 29 February comes in leap years.
    Yearly,
}

/// When a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It does not.
    Never,
    /// After so many occurrences, those that were taken out among them.
    Count(u32),
    /// With the last one on this day or before it.
    Until(NaiveDate),
}

/// A recurrence rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub(crate) rhythm: Rhythm,
    pub(crate) interval: u16,
    pub(crate) end: End,
}

/// Days of the week as RFC 5545 writes them.
const DAYS: [(&str, Weekday); 7] =
    [("MO", Weekday::Mon), ("TU", Weekday::Tue), ("WE", Weekday::Wed), ("TH", Weekday::Thu), ("FR", Weekday::Fri), ("SA", Weekday::Sat), ("SU", Weekday::Sun)];

fn day_key(day: Weekday) -> &'static str {
    DAYS[day.num_days_from_monday() as usize].0
}

impl Rule {
    /// A rule: `interval` is every how many days, weeks, months or years.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for an interval, a count or an nth weekday that makes no sense.
    pub fn new(rhythm: Rhythm, interval: u16, end: End) -> Result<Self, Refusal> {
        let most = match &rhythm {
            Rhythm::Daily => 366,
            Rhythm::Weekly(_) => 52,
            Rhythm::MonthlyOnDate | Rhythm::MonthlyOnWeekday(..) => 24,
            Rhythm::Yearly => 10,
        };
        if !(1..=most).contains(&interval) {
            return Err(Refusal::OutOfRange(format!("INTERVAL={interval}")));
        }
        if let End::Count(n) = end
            && !(1..=MAX_COUNT).contains(&n)
        {
            return Err(Refusal::OutOfRange(format!("COUNT={n}")));
        }
        let rhythm = match rhythm {
            Rhythm::Weekly(mut days) => {
                days.sort_by_key(Weekday::num_days_from_monday);
                days.dedup();
                if days.is_empty() {
                    return Err(Refusal::OutOfRange("BYDAY=".to_owned()));
                }
                Rhythm::Weekly(days)
            }
            Rhythm::MonthlyOnWeekday(nth, day) if !(nth == -1 || (1..=5).contains(&nth)) => {
                return Err(Refusal::OutOfRange(format!("BYDAY={nth}{}", day_key(day))));
            }
            other => other,
        };
        Ok(Self { rhythm, interval, end })
    }

    /// Just once.
    #[must_use]
    pub fn once() -> Self {
        Self { rhythm: Rhythm::Daily, interval: 1, end: End::Count(1) }
    }

    /// The days it gives.
    #[must_use]
    pub fn rhythm(&self) -> &Rhythm {
        &self.rhythm
    }

    /// Every how many days, weeks, months or years.
    #[must_use]
    pub fn interval(&self) -> u16 {
        self.interval
    }

    /// When it ends.
    #[must_use]
    pub fn end(&self) -> End {
        self.end
    }

    /// Whether it happens just once.
    #[must_use]
    pub fn is_once(&self) -> bool {
        self.end == End::Count(1)
    }

    /// Reads an RRULE (RFC 5545, 3.3.10) of a series that begins on a date. UNTIL may be a date, a local time or a time in UTC.
    ///
    /// # Errors
    /// [`Refusal`] saying which part is not understood or not offered.
    pub fn parse(text: &str, first: NaiveDate) -> Result<Self, Refusal> {
        let text = text.trim().strip_prefix("RRULE:").unwrap_or(text.trim());
        let (mut freq, mut interval, mut end, mut days) = ("", 1, End::Never, vec![]);
        for part in text.split(';') {
            let (key, value) = part.split_once('=').ok_or_else(|| Refusal::NotARule(text.to_owned()))?;
            let bad = || Refusal::OutOfRange(part.to_owned());
            match key {
                "FREQ" => freq = value,
                "INTERVAL" => interval = value.parse().map_err(|_| bad())?,
                "COUNT" if end == End::Never => end = End::Count(value.parse().map_err(|_| bad())?),
                "UNTIL" if end == End::Never => end = End::Until(until(value).ok_or_else(bad)?),
                "BYDAY" => {
                    for day in value.split(',') {
                        let (nth, key) = day.split_at(day.len().saturating_sub(2));
                        let day = DAYS.iter().find(|(k, _)| *k == key).ok_or_else(bad)?.1;
                        let nth: Option<i8> = if nth.is_empty() { None } else { Some(nth.parse().map_err(|_| bad())?) };
                        days.push((nth, day));
                    }
                }
                "WKST" if value == "MO" => {}
                _ => return Err(Refusal::NotOffered(part.to_owned())),
            }
        }
        let rhythm = match (freq, days.as_slice()) {
            ("DAILY", []) => Rhythm::Daily,
            ("WEEKLY", []) => Rhythm::Weekly(vec![first.weekday()]),
            ("WEEKLY", all) if all.iter().all(|(nth, _)| nth.is_none()) => Rhythm::Weekly(all.iter().map(|(_, day)| *day).collect()),
            ("MONTHLY", []) => Rhythm::MonthlyOnDate,
            ("MONTHLY", [(Some(nth), day)]) => Rhythm::MonthlyOnWeekday(*nth, *day),
            ("YEARLY", []) => Rhythm::Yearly,
            ("DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY", _) => return Err(Refusal::NotOffered(format!("BYDAY with FREQ={freq}"))),
            ("", _) => return Err(Refusal::NotARule(text.to_owned())),
            _ => return Err(Refusal::NotOffered(format!("FREQ={freq}"))),
        };
        Self::new(rhythm, interval, end)
    }

    /// As an RRULE whose UNTIL is in UTC, as RFC 5545 demands of a series with a time zone.
    #[must_use]
    pub fn in_utc(&self) -> String {
        match self.end {
            End::Until(date) => {
                let last = instant(date.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default()));
                format!("{};UNTIL={}", self.bare(), last.format("%Y%m%dT%H%M%SZ"))
            }
            _ => self.to_string(),
        }
    }

    fn bare(&self) -> String {
        let mut out = match &self.rhythm {
            Rhythm::Daily => "FREQ=DAILY".to_owned(),
            Rhythm::Weekly(days) => format!("FREQ=WEEKLY;BYDAY={}", days.iter().map(|d| day_key(*d)).collect::<Vec<_>>().join(",")),
            Rhythm::MonthlyOnDate => "FREQ=MONTHLY".to_owned(),
            Rhythm::MonthlyOnWeekday(nth, day) => format!("FREQ=MONTHLY;BYDAY={nth}{}", day_key(*day)),
            Rhythm::Yearly => "FREQ=YEARLY".to_owned(),
        };
        if self.interval != 1 {
            out.push_str(&format!(";INTERVAL={}", self.interval));
        }
        out
    }

    /// The first day on or after a date that the rule can begin with.
    pub(crate) fn begins(&self, from: NaiveDate) -> NaiveDate {
        let fits = |d: &NaiveDate| match &self.rhythm {
            Rhythm::Daily | Rhythm::MonthlyOnDate | Rhythm::Yearly => true,
            Rhythm::Weekly(days) => days.contains(&d.weekday()),
            Rhythm::MonthlyOnWeekday(nth, day) => d.weekday() == *day && is_nth(*d, *nth),
        };
        // A fifth such day is at most some months away.
        (0..400).map(|n| from + Duration::days(n)).find(fits).unwrap_or(from)
    }

    /// The dates it gives from its first one up to a date, both included.
    pub(crate) fn dates(&self, first: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let last = match self.end {
            End::Until(date) => date.min(to),
            _ => to,
        };
        if last < first {
            return vec![];
        }
        // Reckoned without a zone: local dates, and summer time is none of the rule's business.
        let at = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC);
        let mut rule = match &self.rhythm {
            Rhythm::Daily => RRule::new(Frequency::Daily),
            Rhythm::Weekly(days) => RRule::new(Frequency::Weekly).by_weekday(days.iter().map(|d| NWeekday::Every(*d)).collect()),
            Rhythm::MonthlyOnDate => RRule::new(Frequency::Monthly),
            Rhythm::MonthlyOnWeekday(nth, day) => RRule::new(Frequency::Monthly).by_weekday(vec![NWeekday::Nth(i16::from(*nth), *day)]),
            Rhythm::Yearly => RRule::new(Frequency::Yearly),
        };
        rule = rule.interval(self.interval);
        rule = match self.end {
            // Only one of the two may stand in a rule, so the window is drawn below.
            End::Count(n) => rule.count(n),
            _ => rule.until(at(last)),
        };
        match rule.build(at(first)) {
            Ok(set) => set.into_iter().map(|d| d.naive_utc().date()).take_while(|d| *d <= last).collect(),
            Err(_) => vec![],
        }
    }
}

/// The date of an UNTIL.
fn until(text: &str) -> Option<NaiveDate> {
    if let Some(utc) = text.strip_suffix('Z') {
        return NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S").ok().map(|t| local(t.and_utc()).date());
    }
    let date = text.split('T').next().unwrap_or(text);
    NaiveDate::parse_from_str(date, "%Y%m%d").ok()
}

/// Whether a date is the nth of its weekday in its month.
fn is_nth(date: NaiveDate, nth: i8) -> bool {
    if nth == -1 { (date + Duration::days(7)).month() != date.month() } else { date.day0() / 7 + 1 == u32::from(nth.unsigned_abs()) }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.bare())?;
        match self.end {
            End::Never => Ok(()),
            End::Count(n) => write!(f, ";COUNT={n}"),
            End::Until(date) => write!(f, ";UNTIL={}", date.format("%Y%m%d")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn what_is_offered_is_read_and_written_and_the_rest_is_refused_by_name() {
        let first = date("2027-03-02");
        for text in [
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3;COUNT=10",
            "FREQ=WEEKLY;BYDAY=TU;INTERVAL=2;UNTIL=20270630",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "FREQ=MONTHLY",
            "FREQ=YEARLY;COUNT=5",
        ] {
            assert_eq!(Rule::parse(text, first).map(|r| r.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(Rule::parse("RRULE:FREQ=WEEKLY", first).map(|r| r.to_string()), Ok("FREQ=WEEKLY;BYDAY=TU".to_owned()));
        // The last moment of 30 June in Denmark.
        assert_eq!(Rule::parse("FREQ=DAILY;UNTIL=20270630T215959Z", first).map(|r| r.in_utc()), Ok("FREQ=DAILY;UNTIL=20270630T215959Z".to_owned()));
        for (text, part) in [
            ("FREQ=HOURLY", "FREQ=HOURLY"),
            ("FREQ=MONTHLY;BYMONTHDAY=13", "BYMONTHDAY=13"),
            ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "BYSETPOS=1"),
            ("FREQ=MONTHLY;BYDAY=MO", "BYDAY with FREQ=MONTHLY"),
            ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY with FREQ=WEEKLY"),
            ("FREQ=DAILY;COUNT=2;UNTIL=20270630", "UNTIL=20270630"),
            ("FREQ=WEEKLY;WKST=SU", "WKST=SU"),
        ] {
            assert_eq!(Rule::parse(text, first), Err(Refusal::NotOffered(part.to_owned())), "{text}");
        }
        for text in ["FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=100000", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=WEEKLY;INTERVAL=99"] {
            assert!(matches!(Rule::parse(text, first), Err(Refusal::OutOfRange(_))), "{text}");
        }
        for text in ["", "hver tirsdag", "INTERVAL=2"] {
            assert_eq!(Rule::parse(text, first), Err(Refusal::NotARule(text.to_owned())));
        }
    }

    #[test]
    fn a_rule_that_never_ends_gives_no_more_than_it_is_asked_for() {
        let dates = |text: &str, first: &str, to: &str| Rule::parse(text, date(first)).map(|r| r.dates(date(first), date(to)).len());
        assert_eq!(dates("FREQ=DAILY", "2027-01-01", "2027-12-31"), Ok(365));
        assert_eq!(dates("FREQ=YEARLY", "2024-02-29", "2060-12-31"), Ok(10), "29 February comes in leap years");
        assert_eq!(dates("FREQ=YEARLY;INTERVAL=9", "2024-02-29", "2100-12-31"), Ok(3), "2024, 2060 and 2096");
        assert_eq!(dates("FREQ=MONTHLY", "2027-01-31", "2027-12-31"), Ok(7), "months without a 31st are left out");
        assert_eq!(dates("FREQ=DAILY;COUNT=5", "2027-01-01", "2026-12-31"), Ok(0));
    }
}
