//! The rules: why a circle may be, when help is needed, whom to ask first and why.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Timelike, Utc};
use samskab_platform::network::{Candidate, Check, Kind, Part, Times};
use samskab_recurrence::{instant, local};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Days a need goes on at most.
pub const MOST_DAYS: i64 = 60;
/// Helpers at one time at most.
pub const MOST_PEOPLE: i64 = 10;
/// People asked in one wave at most.
pub const MOST_ASKED: usize = 2_000;
/// Hours before a time nobody has taken at which the coordinators are told, first and last.
pub const WARN_HOURS: [i64; 2] = [24, 4];
/// Hours before a time at which whoever has taken it is reminded.
pub const REMIND_HOURS: i64 = 20;
/// How often somebody helps is counted over so many days around today; how often they were asked, over so many before it.
pub const MONTH_DAYS: i64 = 30;
/// Days without anything needed after which the coordinators are asked whether a circle can be closed, and again after as many.
pub const IDLE_DAYS: i64 = 14;
/// Days after the end of a circle until it is forgotten who helped when.
pub const FORGET_DAYS: i64 = 90;

/// What allows the municipality to write this down (the regulation 2016/679, articles 6 and 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Somebody's life or health is at stake and they cannot say yes: 6(1)(d), 9(2)(c).
    Vital,
    /// They have said yes: 6(1)(a), 9(2)(a).
    Consent,
    /// It is the municipality's task by law: 6(1)(e), 9(2)(b).
    Law,
}

impl Basis {
    /// In the order they are shown.
    pub const ALL: [Basis; 3] = [Basis::Consent, Basis::Vital, Basis::Law];

    /// The name in the database, forms and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Basis::Vital => "vital",
            Basis::Consent => "consent",
            Basis::Law => "law",
        }
    }

    /// The basis of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.key() == key)
    }
}

/// What is known of those the circle is around; sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// What has happened.
    pub happened: String,
    /// Where they live.
    pub address: String,
    /// In which area; who lives there is asked first.
    pub area: Option<Uuid>,
    /// Whom helpers ring.
    pub phone: String,
}

/// What is to be done; sealed. Only those who have taken a time of it read this.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NeedWords {
    /// What, in the coordinator's words.
    pub what: String,
    /// Where, where that is not at home.
    pub place: String,
    /// What is good to know.
    pub note: String,
}

/// What one must have to show, or be, to be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Requirements {
    /// A child-protection certificate.
    pub certificate: bool,
    /// A driving licence.
    pub licence: bool,
    /// A course in first aid.
    pub first_aid: bool,
    /// Known to the family.
    pub known: bool,
    /// A language beside Danish, as in the network; empty for none.
    pub language: String,
}

impl Requirements {
    /// As the network asks for them.
    #[must_use]
    pub fn checks(&self) -> Vec<Check> {
        [(self.certificate, Check::Certificate), (self.licence, Check::Licence), (self.first_aid, Check::FirstAid)]
            .into_iter()
            .filter(|c| c.0)
            .map(|c| c.1)
            .collect()
    }
}

/// How often something is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Once.
    Once,
    /// Every day.
    Daily,
    /// Monday to Friday.
    Weekdays,
    /// The same day of each week.
    Weekly,
}

impl Repeat {
    /// In the order they are shown.
    pub const ALL: [Repeat; 4] = [Repeat::Once, Repeat::Daily, Repeat::Weekdays, Repeat::Weekly];

    /// The name in forms and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Repeat::Once => "once",
            Repeat::Daily => "daily",
            Repeat::Weekdays => "weekdays",
            Repeat::Weekly => "weekly",
        }
    }

    /// The repetition of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.key() == key)
    }

    /// The days from the first one to the last.
    #[must_use]
    pub fn days(self, first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
        let all = (0..=MOST_DAYS).map(|n| first + Duration::days(n)).take_while(|d| *d <= last);
        match self {
            Repeat::Once => vec![first],
            Repeat::Daily => all.collect(),
            Repeat::Weekdays => all.filter(|d| d.weekday().number_from_monday() < 6).collect(),
            Repeat::Weekly => all.filter(|d| d.weekday() == first.weekday()).collect(),
        }
    }
}

/// When help is needed, in local time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The first day.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// From when.
    pub from: NaiveTime,
    /// Until when; earlier than `from` is the next morning.
    pub until: NaiveTime,
    /// On which days.
    pub repeat: Repeat,
    /// How many are needed at a time.
    pub people: i64,
}

impl Plan {
    /// Beginning and end of each time. What is past already is left out.
    #[must_use]
    pub fn times(&self, now: DateTime<Utc>) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        let one = |day: NaiveDate| {
            let end = if self.until > self.from { day } else { day + Duration::days(1) };
            (instant(day.and_time(self.from)), instant(end.and_time(self.until)))
        };
        self.repeat.days(self.first, self.last).into_iter().map(one).filter(|(_, end)| *end > now).collect()
    }

    /// The same a day or some later, where nothing of it is ahead: what is ticked late in the day, or on a Saturday for weekdays.
    #[must_use]
    pub fn ahead(mut self, now: DateTime<Utc>) -> Self {
        for _ in 0..7 {
            if !self.times(now).is_empty() {
                break;
            }
            self.first += Duration::days(1);
            self.last += Duration::days(1);
        }
        self
    }
}

/// The part of the week in which a time begins.
#[must_use]
pub fn part_of_week(starts_at: DateTime<Utc>) -> Times {
    let at = local(starts_at);
    let part = match at.hour() {
        6..=11 => Part::Morning,
        12..=16 => Part::Afternoon,
        17..=21 => Part::Evening,
        _ => Part::Night,
    };
    // A night belongs to the day on which it begins.
    let day = if at.hour() < 6 { at.date() - Duration::days(1) } else { at.date() };
    Times::at(day.weekday().number_from_monday(), part)
}

/// Somebody one could ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Who.
    pub person: Uuid,
    /// For which association, business or institution they offered it.
    pub organisation: Option<Uuid>,
    /// What they fit, by need.
    pub needs: BTreeSet<Uuid>,
    /// The kinds of that.
    pub kinds: BTreeSet<Kind>,
    /// They live where it is.
    pub near: bool,
    /// They are known to the family.
    pub known: bool,
    /// They were asked for something else of this circle.
    pub again: bool,
    /// How often they help in the month around today.
    pub load: i64,
    /// How often they said they can at most; 0: as often as needed.
    pub per_month: i64,
    /// How often they were asked in the last month.
    pub asked: i64,
    /// When they last said that it holds.
    pub confirmed_at: DateTime<Utc>,
    /// How they are reached fast.
    pub fast: String,
}

impl Fit {
    /// Whether they have reached what they said they can.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.per_month > 0 && self.load >= self.per_month
    }
}

/// What is looked for and who offers it.
pub struct Offered {
    /// The need.
    pub need: Uuid,
    /// What it is.
    pub kind: Kind,
    /// Only people known to the family.
    pub known: bool,
    /// The network's answer.
    pub candidates: Vec<Candidate>,
}

/// What is known of people beside their offers.
#[derive(Debug, Default)]
pub struct Around {
    /// Known to the family.
    pub known: BTreeSet<Uuid>,
    /// Not to be asked: they said no, the family does not want them, or they are part of the circle.
    pub out: BTreeSet<Uuid>,
    /// How often people help this month.
    pub load: BTreeMap<Uuid, i64>,
    /// How often people were asked this month.
    pub asked: BTreeMap<Uuid, i64>,
    /// What people were asked for already in this circle.
    pub before: BTreeMap<Uuid, BTreeSet<Uuid>>,
}

/// Whom to ask first: those the family knows, those who live near, those who fit most of it, those who help and were asked least, and
/// those who last said that it holds. Whoever has reached what they said they can is left out; how many those are comes second.
#[must_use]
pub fn rank(offered: Vec<Offered>, around: &Around) -> (Vec<Fit>, usize) {
    let mut fits: BTreeMap<Uuid, Fit> = BTreeMap::new();
    for o in offered {
        for c in o.candidates {
            let known = around.known.contains(&c.person_id);
            let before = around.before.get(&c.person_id).is_some_and(|needs| needs.contains(&o.need));
            if before || around.out.contains(&c.person_id) || o.known && !known {
                continue;
            }
            let count = |of: &BTreeMap<Uuid, i64>| of.get(&c.person_id).copied().unwrap_or(0);
            let fit = fits.entry(c.person_id).or_insert_with(|| Fit {
                person: c.person_id,
                organisation: c.organisation_id,
                needs: BTreeSet::new(),
                kinds: BTreeSet::new(),
                near: false,
                known,
                again: around.before.contains_key(&c.person_id),
                load: count(&around.load),
                per_month: c.per_month,
                asked: count(&around.asked),
                confirmed_at: c.confirmed_at,
                fast: c.fast.clone(),
            });
            fit.needs.insert(o.need);
            fit.kinds.insert(o.kind);
            fit.near |= c.near;
            // Of several offers of one person the most generous counts.
            fit.per_month = if fit.per_month == 0 || c.per_month == 0 { 0 } else { fit.per_month.max(c.per_month) };
            fit.confirmed_at = fit.confirmed_at.max(c.confirmed_at);
        }
    }
    let (full, mut free): (Vec<Fit>, Vec<Fit>) = fits.into_values().partition(Fit::is_full);
    free.sort_by_key(|f| (Reverse(f.known), Reverse(f.near), Reverse(f.needs.len()), f.load + f.asked, Reverse(f.confirmed_at), f.person));
    (free, full.len())
}

/// How many to ask at first: three for each time that nobody has taken, and never fewer than five.
#[must_use]
pub fn wave_size(open: usize) -> usize {
    (open * 3).clamp(5, 60)
}

/// How often the coordinators should have been told of a time that nobody has taken.
#[must_use]
pub fn warnings_due(now: DateTime<Utc>, starts_at: DateTime<Utc>) -> i64 {
    WARN_HOURS.into_iter().filter(|hours| starts_at - now <= Duration::hours(*hours)).count() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn time(h: u32, m: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(h, m, 0).expect("a time")
    }

    #[test]
    fn times_are_local_and_a_night_ends_next_morning() {
        // The clock goes forward in the night of the second of these three days.
        let plan = Plan { first: day("2027-03-26"), last: day("2027-03-28"), from: time(21, 0), until: time(7, 0), repeat: Repeat::Daily, people: 1 };
        let all: Vec<(String, i64)> =
            plan.times(DateTime::UNIX_EPOCH).iter().map(|(from, to)| (from.format("%d %H:%M").to_string(), (*to - *from).num_hours())).collect();
        assert_eq!(all, [("26 20:00".to_owned(), 10), ("27 20:00".to_owned(), 9), ("28 19:00".to_owned(), 10)]);
        let now = instant(day("2027-03-27").and_time(time(8, 0)));
        assert_eq!(plan.times(now).len(), 2, "what is past is left out");
    }

    #[test]
    fn repetitions_stay_between_their_days() {
        let (first, last) = (day("2027-01-06"), day("2027-01-19"));
        let count = |r: Repeat| r.days(first, last).len();
        assert_eq!([count(Repeat::Once), count(Repeat::Daily), count(Repeat::Weekdays), count(Repeat::Weekly)], [1, 14, 10, 2]);
        assert_eq!(Repeat::Daily.days(first, first + Duration::days(500)).len() as i64, MOST_DAYS + 1);
        assert_eq!(Repeat::Weekly.days(first, last)[1].weekday(), first.weekday());
    }

    #[test]
    fn the_small_hours_belong_to_the_night_before() {
        let at = |text: &str| part_of_week(instant(chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment")));
        assert_eq!(at("2027-01-04 15:30"), Times::at(1, Part::Afternoon));
        assert_eq!(at("2027-01-05 02:00"), Times::at(1, Part::Night));
        assert_eq!(at("2027-01-04 22:00"), Times::at(1, Part::Night));
    }

    fn candidate(n: u128, near: bool, per_month: i64, days: i64) -> Candidate {
        Candidate {
            offer: Uuid::from_u128(n + 100),
            person_id: Uuid::from_u128(n),
            organisation_id: None,
            area_id: None,
            near,
            per_month,
            certificate_on: None,
            fast: "text".to_owned(),
            confirmed_at: DateTime::UNIX_EPOCH + Duration::days(days),
        }
    }

    #[test]
    fn those_the_family_knows_come_first_then_the_near_then_those_who_fit_most() {
        let need = |n: u128, candidates: Vec<Candidate>| Offered { need: Uuid::from_u128(n), kind: Kind::Drive, known: false, candidates };
        let offered = vec![
            need(1, vec![candidate(1, false, 0, 1), candidate(2, true, 0, 1), candidate(3, true, 0, 9), candidate(4, false, 2, 1), candidate(5, true, 0, 1)]),
            need(2, vec![candidate(2, true, 0, 1), candidate(6, true, 0, 1)]),
        ];
        let mut around = Around::default();
        around.known.insert(Uuid::from_u128(1));
        around.out.insert(Uuid::from_u128(6));
        around.load.insert(Uuid::from_u128(4), 2);
        around.asked.insert(Uuid::from_u128(5), 1);
        let (fits, full) = rank(offered, &around);
        assert_eq!(fits.iter().map(|f| f.person.as_u128()).collect::<Vec<_>>(), [1, 2, 3, 5]);
        assert_eq!(full, 1, "who has helped as often as they can is left out, and counted");
        assert_eq!(fits[1].needs.len(), 2);
    }

    #[test]
    fn where_the_family_must_know_them_nobody_else_is_asked() {
        let offered =
            || vec![Offered { need: Uuid::nil(), kind: Kind::Night, known: true, candidates: vec![candidate(1, true, 0, 1), candidate(2, true, 0, 1)] }];
        assert!(rank(offered(), &Around::default()).0.is_empty());
        let around = Around { known: [Uuid::from_u128(2)].into(), ..Around::default() };
        assert_eq!(rank(offered(), &around).0.len(), 1);
    }

    #[test]
    fn coordinators_are_told_a_day_before_and_again_when_it_is_close() {
        let now = DateTime::UNIX_EPOCH;
        assert_eq!([25, 24, 5, 4, 0].map(|h| warnings_due(now, now + Duration::hours(h))), [0, 1, 1, 2, 2]);
        assert_eq!([0, 1, 9, 100].map(wave_size), [5, 5, 27, 60]);
    }
}
