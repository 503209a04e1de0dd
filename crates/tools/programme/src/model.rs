//! The rules of the programme, without a database: how one signs up, what clashes with what, the day and time of forms.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc};
use samskab_platform::access::Role;
use uuid::Uuid;

/// The longest a series may run, in days: two seasons and a little.
pub const SERIES_DAYS: i64 = 800;

/// Those who look after the house: rooms, opening hours, closing days, the season's plan.
pub(crate) const HOUSE: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board];

/// Those who plan activities.
pub(crate) const RUNS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board, Role::Volunteer];

macro_rules! keys {
    ($(#[$note:meta])* $name:ident { $($(#[$line:meta])* $variant:ident => $key:literal),* $(,)? }) => {
        $(#[$note])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$line])* $variant),* }
        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$variant),*];
            /// The name in the database, in forms and in word keys.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }
            /// What a key means.
            #[must_use]
            pub fn of(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|k| k.key() == key)
            }
        }
        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(key: String) -> Result<Self, String> {
                Self::of(&key).ok_or_else(|| format!("'{key}' is not known"))
            }
        }
    };
}
pub(crate) use keys;

keys! {
    /// What can be booked.
    Kind {
        /// A room.
        Room => "room",
        /// Something that can be in one place at a time.
        Equipment => "equipment",
    }
}

keys! {
    /// How one comes to take part.
    Signup {
        /// One just comes.
        Free => "free",
        /// One signs up for each time.
        Each => "each",
        /// One signs up for all of them at once.
        Series => "series",
    }
}

keys! {
    /// How it stands with an occurrence.
    State {
        /// It takes place.
        Planned => "planned",
        /// It was cancelled.
        Cancelled => "cancelled",
        /// It is not held since the house is closed.
        Skipped => "skipped",
    }
}

keys! {
    /// What a change is about.
    Scope {
        /// This time only.
        This => "denne",
        /// This and those that follow.
        Following => "foelgende",
        /// All that are still to come.
        All => "alle",
    }
}

/// From when to when something is taken.
pub type Span = (DateTime<Utc>, DateTime<Utc>);

/// Something that is taken already.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Busy {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// By which activity.
    pub title: String,
}

/// A time that cannot be had, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The room or thing.
    pub resource: String,
    /// What one wanted.
    pub wanted: Span,
    /// What is there.
    pub with: Busy,
}

/// What of the wanted times is taken, in order. Times that only touch do not clash.
pub(crate) fn clashes(resource: &str, wanted: &[Span], busy: &[Busy]) -> Vec<Clash> {
    let overlap = |w: &Span, b: &Busy| w.0 < b.ends_at && b.starts_at < w.1;
    let clash = |w: &Span, b: &Busy| Clash { resource: resource.to_owned(), wanted: *w, with: b.clone() };
    wanted.iter().flat_map(|w| busy.iter().filter(|b| overlap(w, b)).map(|b| clash(w, b))).collect()
}

/// The wanted times that run into each other.
pub(crate) fn own_clashes(resource: &str, title: &str, wanted: &[Span]) -> Vec<Clash> {
    let mut sorted = wanted.to_vec();
    sorted.sort();
    let into = |pair: &[Span]| pair[1].0 < pair[0].1;
    let clash = |pair: &[Span]| {
        let with = Busy { starts_at: pair[0].0, ends_at: pair[0].1, title: title.to_owned() };
        Clash { resource: resource.to_owned(), wanted: pair[1], with }
    };
    sorted.windows(2).filter(|pair| into(pair)).map(clash).collect()
}

/// Minutes after midnight.
pub(crate) fn minute_of(time: NaiveTime) -> i64 {
    use chrono::Timelike;
    i64::from(time.num_seconds_from_midnight() / 60)
}

/// A time of day of minutes after midnight.
pub(crate) fn time_of(minute: i64) -> NaiveTime {
    u32::try_from(minute).ok().and_then(|m| NaiveTime::from_hms_opt(m / 60, m % 60, 0)).unwrap_or_default()
}

/// A time of day as a time field sends it (`19:00`) or as a Dane writes it (`19`, `19.30`, `kl. 19.30`).
pub fn time_typed(text: &str) -> Option<NaiveTime> {
    let text = text.trim().trim_start_matches("kl.").trim_start_matches("kl").trim();
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let minutes = minutes.split(':').next().unwrap_or(minutes);
    let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || minutes.len() != 2 || !digits(minutes) {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

/// From one time of day to another, in minutes; past midnight where the second is the earlier.
pub(crate) fn minutes_between(from: NaiveTime, to: NaiveTime) -> u32 {
    let minutes = minute_of(to) - minute_of(from);
    u32::try_from(if minutes > 0 { minutes } else { minutes + 24 * 60 }).unwrap_or(60)
}

/// The Monday of a date's week.
pub(crate) fn monday(date: NaiveDate) -> NaiveDate {
    date - Duration::days(i64::from(date.weekday().num_days_from_monday()))
}

/// The Monday of a week as addresses have it: `2026-W10` (ISO 8601).
pub(crate) fn week_asked(text: &str) -> Option<NaiveDate> {
    let (year, week) = text.split_once("-W")?;
    NaiveDate::from_isoywd_opt(year.parse().ok().filter(|y| (2000..=2199).contains(y))?, week.parse().ok()?, chrono::Weekday::Mon)
}

/// A date's week as it stands in an address.
pub(crate) fn week_key(date: NaiveDate) -> String {
    format!("{}-W{:02}", date.iso_week().year(), date.iso_week().week())
}

/// Names on a sheet: each line one, nothing twice in a row of spaces.
pub(crate) fn names(text: &str, most: usize) -> Vec<String> {
    let bare = |line: &str| line.trim().trim_start_matches(['-', '*', '•']).split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(bare).filter(|l| l.chars().any(char::is_alphabetic)).take(most).collect()
}

/// A line of a sheet as a name and the telephone number after a comma or semicolon; without one the number is empty.
pub(crate) fn with_phone(line: &str) -> (String, String) {
    let number = |text: &str| {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        (8..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c))
    };
    match line.rsplit_once([',', ';']) {
        Some((name, phone)) if number(phone.trim()) => (name.trim().to_owned(), phone.trim().to_owned()),
        _ => (line.trim().to_owned(), String::new()),
    }
}

/// The person somebody's name stands for, where just one on the team is called that.
pub(crate) fn known(name: &str, team: &[(Uuid, String)]) -> Option<Uuid> {
    let name = name.trim().to_lowercase();
    let mut found = team.iter().filter(|(_, n)| n.to_lowercase() == name);
    found.next().filter(|_| found.next().is_none()).map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(&format!("2027-03-02T{text}:00Z")).map(|t| t.with_timezone(&Utc)).unwrap_or_default()
    }

    #[test]
    fn what_overlaps_clashes_and_what_only_touches_does_not() {
        let busy = [Busy { starts_at: at("10:00"), ends_at: at("12:00"), title: "Kor".into() }];
        let hits = |from: &str, to: &str| clashes("Salen", &[(at(from), at(to))], &busy).len();
        assert_eq!([hits("08:00", "10:00"), hits("12:00", "13:00"), hits("11:59", "13:00"), hits("10:30", "11:00"), hits("08:00", "20:00")], [0, 0, 1, 1, 1]);
        let own = own_clashes("Salen", "Kor", &[(at("12:00"), at("14:00")), (at("10:00"), at("12:00")), (at("13:00"), at("15:00"))]);
        assert_eq!(own.len(), 1);
        assert_eq!((own[0].wanted.0, own[0].with.starts_at), (at("13:00"), at("12:00")));
    }

    #[test]
    fn weeks_are_written_as_the_standard_has_them() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        assert_eq!((week_key(day("2027-01-03")), week_key(day("2026-12-31"))), ("2026-W53".to_owned(), "2026-W53".to_owned()));
        assert_eq!(week_asked("2026-W53"), Some(day("2026-12-28")));
        assert_eq!((week_asked("2027-W53"), week_asked("x"), week_asked("99999-W01")), (None, None, None));
        assert_eq!(monday(day("2027-03-07")), day("2027-03-01"));
    }

    #[test]
    fn an_evening_may_last_past_midnight() {
        let time = |text| time_typed(text).unwrap_or_default();
        assert_eq!(minutes_between(time("19"), time("kl. 21.30")), 150);
        assert_eq!(minutes_between(time("22:00"), time("01:00")), 180);
        assert_eq!((time_typed("25"), time_typed("7.5"), time_typed("")), (None, None, None));
    }

    #[test]
    fn a_name_is_a_person_only_where_no_other_has_it() {
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let team = [(a, "Inger Holm".to_owned()), (b, "Bo".to_owned()), (Uuid::from_u128(3), "bo".to_owned())];
        assert_eq!((known("inger holm ", &team), known("Bo", &team), known("Inger", &team)), (Some(a), None, None));
        let parts = |line: &str| {
            let (name, phone) = with_phone(line);
            format!("{name}|{phone}")
        };
        assert_eq!(
            [parts("Gerda Winther, 12 34 56 78"), parts("Bo; +45 12345678"), parts("Holm, Eva"), parts("Ida, 12")],
            ["Gerda Winther|12 34 56 78", "Bo|+45 12345678", "Holm, Eva|", "Ida, 12|"]
        );
        assert_eq!(names("- Inger   Holm\n\n 3 \nBo\nEva", 2), ["Inger Holm", "Bo"]);
    }
}
