//! The rules of the board: how often a task is done and what that is in a week, which step comes after which, and whose a task was
//! on an earlier day. No database.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use uuid::Uuid;

/// The longest title of a task, in characters.
pub(crate) const TITLE: usize = 120;
/// The longest name of an area or a group.
pub(crate) const AREA: usize = 60;
/// The longest of the other texts.
pub(crate) const TEXT: usize = 2_000;
/// So many tasks are enough for one house.
pub(crate) const MOST: usize = 500;
/// A task takes at most a week each time, in minutes.
pub(crate) const LONGEST: i64 = 7 * 24 * 60;
/// A task is done at most so many times in its period.
pub(crate) const OFTENEST: i64 = 500;

/// Where a task stands, in the order of the board: what nobody has yet comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum State {
    Unowned,
    Back,
    Wanted,
    Agreed,
    Trial,
    Handed,
    Kept,
    Ended,
}

impl State {
    /// All of them.
    pub const ALL: [State; 8] = [Self::Unowned, Self::Back, Self::Wanted, Self::Agreed, Self::Trial, Self::Handed, Self::Kept, Self::Ended];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unowned => "unowned",
            Self::Back => "back",
            Self::Wanted => "wanted",
            Self::Agreed => "agreed",
            Self::Trial => "trial",
            Self::Handed => "handed",
            Self::Kept => "kept",
            Self::Ended => "ended",
        }
    }

    /// The state of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// The class of its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Unowned | Self::Back => "wait",
            Self::Trial | Self::Handed => "ok",
            Self::Wanted | Self::Agreed | Self::Kept | Self::Ended => "plain",
        }
    }

    /// Whether anybody can still say that they would like to have it.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unowned | Self::Back | Self::Wanted)
    }

    /// Whether somebody has promised to take it over, and it is not yet.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Agreed | Self::Trial)
    }

    /// Whether a citizen does it: on trial or for good.
    #[must_use]
    pub fn is_citizens(self) -> bool {
        matches!(self, Self::Trial | Self::Handed)
    }

    /// Whether the house still does it.
    #[must_use]
    pub fn is_done_at_all(self) -> bool {
        self != Self::Ended
    }

    /// The next step on the straight way, where there is one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Agreed => Some(Self::Trial),
            Self::Trial => Some(Self::Handed),
            _ => None,
        }
    }

    /// Whether a task may go from here to there. To `Wanted` it goes by a wish alone, to `Agreed` by an agreement.
    #[must_use]
    pub fn may_go(self, to: Self) -> bool {
        match to {
            Self::Wanted => self.is_open() && self != Self::Wanted,
            Self::Agreed => self.is_open(),
            Self::Trial => self == Self::Agreed,
            Self::Handed => self.is_under_way(),
            Self::Back => self.is_under_way() || self == Self::Handed,
            Self::Kept => !matches!(self, Self::Kept | Self::Ended | Self::Handed),
            Self::Ended => self != Self::Ended,
            Self::Unowned => matches!(self, Self::Wanted | Self::Kept | Self::Ended),
        }
    }

    /// Where those who run the house can move it with a press, beside the straight way.
    #[must_use]
    pub fn others(self) -> Vec<Self> {
        let by_hand = [Self::Handed, Self::Back, Self::Kept, Self::Ended, Self::Unowned];
        by_hand.into_iter().filter(|to| self.may_go(*to) && Some(*to) != self.next() && !(self == Self::Wanted && *to == Self::Unowned)).collect()
    }

    /// Where whoever takes it over may move it.
    #[must_use]
    pub fn taker_may(self, to: Self) -> bool {
        matches!(to, Self::Trial | Self::Handed | Self::Back) && self.may_go(to)
    }
}

/// What the board can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Nobody has them yet.
    Open,
    /// Agreed, or on trial.
    UnderWay,
    /// Handed over.
    Handed,
    /// They stay with the municipality, or are done no more.
    Rest,
}

impl Shelf {
    /// In the order they are offered.
    pub const ALL: [Shelf; 4] = [Self::Open, Self::UnderWay, Self::Handed, Self::Rest];

    /// The name in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "ledige",
            Self::UnderWay => "paa-vej",
            Self::Handed => "overdraget",
            Self::Rest => "resten",
        }
    }

    /// The shelf of a name.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }
}

impl State {
    /// The shelf a task in this state lies on.
    #[must_use]
    pub fn shelf(self) -> Shelf {
        match self {
            Self::Unowned | Self::Back | Self::Wanted => Shelf::Open,
            Self::Agreed | Self::Trial => Shelf::UnderWay,
            Self::Handed => Shelf::Handed,
            Self::Kept | Self::Ended => Shelf::Rest,
        }
    }
}

impl TryFrom<String> for State {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        State::of(&key).ok_or_else(|| format!("unknown state '{key}'"))
    }
}

/// The period in which a task is done so many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Per {
    Day,
    Weekday,
    Week,
    Month,
    Year,
}

impl Per {
    /// All of them.
    pub const ALL: [Per; 5] = [Self::Day, Self::Weekday, Self::Week, Self::Month, Self::Year];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Weekday => "weekday",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The period of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.key() == key)
    }

    /// How many of them a year of 52 weeks has.
    #[must_use]
    pub fn in_a_year(self) -> i64 {
        match self {
            Self::Day => 364,
            Self::Weekday => 260,
            Self::Week => 52,
            Self::Month => 12,
            Self::Year => 1,
        }
    }
}

impl TryFrom<String> for Per {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Per::of(&key).ok_or_else(|| format!("unknown period '{key}'"))
    }
}

/// Minutes a year: times in the period × periods in a year of 52 weeks × minutes each time.
#[must_use]
pub fn yearly_minutes(times: i64, per: Per, minutes: i64) -> i64 {
    times.saturating_mul(per.in_a_year()).saturating_mul(minutes)
}

/// Minutes a year as tenths of an hour a week, rounded to the nearest.
#[must_use]
pub fn weekly_tenths(yearly_minutes: i64) -> i64 {
    // 52 weeks of 60 minutes, ten tenths an hour: 312 minutes a year are a tenth of an hour a week.
    (yearly_minutes + 156) / 312
}

const NUMBERS: &[(&str, i64)] = &[
    ("en", 1),
    ("én", 1),
    ("et", 1),
    ("ét", 1),
    ("one", 1),
    ("once", 1),
    ("to", 2),
    ("two", 2),
    ("twice", 2),
    ("tre", 3),
    ("three", 3),
    ("fire", 4),
    ("four", 4),
    ("fem", 5),
    ("five", 5),
    ("seks", 6),
    ("six", 6),
    ("syv", 7),
    ("seven", 7),
    ("otte", 8),
    ("eight", 8),
    ("ni", 9),
    ("nine", 9),
    ("ti", 10),
    ("ten", 10),
];

/// Reads how often something is done, as people write it: `hver dag`, `3 gange om ugen`, `2/uge`, `hver anden uge`, `twice a month`.
#[must_use]
pub fn read_often(text: &str) -> Option<(i64, Per)> {
    let text = text.trim().to_lowercase().replace("14. dag", "2. uge").replace("14 days", "2 weeks").replace("fortnight", "2 weeks");
    let has = |stems: &[&str]| stems.iter().any(|s| text.contains(s));
    let (per, factor) = if has(&["hverdag", "weekday", "workday"]) {
        (Per::Weekday, 1)
    } else if has(&["kvartal", "quarter"]) {
        (Per::Year, 4)
    } else if has(&["måned", "maaned", "md", "month"]) {
        (Per::Month, 1)
    } else if has(&["uge", "week"]) {
        (Per::Week, 1)
    } else if has(&["år", "year", "annual"]) {
        (Per::Year, 1)
    } else if has(&["dag", "day", "daily"]) {
        (Per::Day, 1)
    } else {
        return None;
    };
    let mut each = false;
    let mut times = None;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let number = word.parse::<i64>().ok().or_else(|| NUMBERS.iter().find(|(w, _)| *w == word).map(|(_, n)| *n));
        match number {
            Some(n) if each => return in_so_many(per, factor, n),
            Some(n) => times = times.or(Some(n)),
            None if each && ["anden", "andet", "other", "second"].contains(&word) => return in_so_many(per, factor, 2),
            None if each && ["tredje", "third"].contains(&word) => return in_so_many(per, factor, 3),
            None if word == "hver" || word == "hvert" || word == "every" => each = times.is_none(),
            None => {}
        }
    }
    let times = times.unwrap_or(1).saturating_mul(factor);
    (1..=OFTENEST).contains(&times).then_some((times, per))
}

/// Once in so many periods, as times a year: every other week is 26 times a year.
fn in_so_many(per: Per, factor: i64, n: i64) -> Option<(i64, Per)> {
    match n {
        1 => Some((factor, per)),
        2.. => Some(((per.in_a_year() * factor / n).max(1), Per::Year)),
        _ => None,
    }
}

/// Reads how long something takes, in minutes: `30`, `45 min`, `1,5 time`, `1 time 30 min`, `1:30`, `½ time`.
#[must_use]
pub fn read_minutes(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase().replace('½', ",5").replace(" ,5", ",5");
    if let Some((hours, minutes)) = text.split_once(':') {
        let (hours, minutes): (i64, i64) = (hours.trim().parse().ok()?, minutes.trim().parse().ok().filter(|m| (0..60).contains(m))?);
        return within(hours.checked_mul(60)?.checked_add(minutes)?);
    }
    let mut hundredths = 0_i64;
    let mut rest = text.as_str();
    let mut any = false;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == ',') {
        let number = &rest[start..];
        let end = number.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(number.len());
        let value = in_hundredths(number[..end].trim_end_matches(['.', ',']))?;
        rest = &number[end..];
        let unit = rest.trim_start().chars().next().unwrap_or('m');
        hundredths = hundredths.checked_add(if unit == 't' || unit == 'h' { value.checked_mul(60)? } else { value })?;
        any = true;
    }
    if any { within((hundredths + 50) / 100) } else { None }
}

fn within(minutes: i64) -> Option<i64> {
    (1..=LONGEST).contains(&minutes).then_some(minutes)
}

/// `1,5` as 150.
fn in_hundredths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    whole.checked_mul(100)?.checked_add(part)
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(day: NaiveDate) -> NaiveDate {
    day - Duration::days(i64::from(day.weekday().num_days_from_monday()))
}

/// A task as the share counts it: when it was laid out, and its minutes a year.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// The task.
    pub id: Uuid,
    /// The day it was laid out, in Denmark.
    pub from: NaiveDate,
    /// See [`yearly_minutes`].
    pub yearly: i64,
}

/// What citizens had, of what there was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Tasks citizens had.
    pub tasks: i64,
    /// Tasks the house did.
    pub all_tasks: i64,
    /// Minutes a year in the tasks citizens had.
    pub yearly: i64,
    /// Minutes a year in all of them.
    pub all_yearly: i64,
}

impl Share {
    /// Adds a task that stands like this.
    pub fn add(&mut self, state: State, yearly: i64) {
        if state.is_done_at_all() {
            self.all_tasks += 1;
            self.all_yearly += yearly;
        }
        if state.is_citizens() {
            self.tasks += 1;
            self.yearly += yearly;
        }
    }

    /// The share of the tasks, from 0 to 1.
    #[must_use]
    pub fn of_tasks(&self) -> f64 {
        ratio(self.tasks, self.all_tasks)
    }

    /// The share of the hours, from 0 to 1.
    #[must_use]
    pub fn of_hours(&self) -> f64 {
        ratio(self.yearly, self.all_yearly)
    }
}

#[allow(clippy::cast_precision_loss)]
fn ratio(part: i64, all: i64) -> f64 {
    if all > 0 { part as f64 / all as f64 } else { 0.0 }
}

/// The share at the end of each week, from the Monday of `first` to the week of `today`; the last one as it is today. A task counts with
/// the hours it has today.
#[must_use]
pub fn shares(tasks: &[Counted], moves: &[(Uuid, State, DateTime<Utc>)], first: NaiveDate, today: NaiveDate) -> Vec<(NaiveDate, Share)> {
    let mut steps: BTreeMap<Uuid, Vec<(NaiveDate, State)>> = BTreeMap::new();
    for (task, state, at) in moves {
        steps.entry(*task).or_default().push((at.with_timezone(&Copenhagen).date_naive(), *state));
    }
    let mut out = vec![];
    let mut week = monday(first);
    while week <= today {
        let end = week + Duration::days(6);
        let mut share = Share::default();
        for task in tasks.iter().filter(|t| t.from <= end) {
            let state = steps.get(&task.id).and_then(|s| s.iter().rev().find(|(day, _)| *day <= end)).map_or(State::Unowned, |s| s.1);
            share.add(state, task.yearly);
        }
        out.push((week, share));
        week += Duration::days(7);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use proptest::prelude::*;

    #[test]
    fn what_can_still_be_had_lies_on_the_open_shelf_and_what_is_on_its_way_on_the_next() {
        for state in State::ALL {
            assert_eq!(state.shelf() == Shelf::Open, state.is_open(), "{}", state.key());
            assert_eq!(state.shelf() == Shelf::UnderWay, state.is_under_way(), "{}", state.key());
        }
        assert!(Shelf::ALL.into_iter().all(|s| Shelf::of(s.key()) == Some(s)) && Shelf::of("alle").is_none());
    }

    #[test]
    fn how_often_is_read_as_people_write_it() {
        let read = |text| read_often(text);
        assert_eq!(read("hver dag"), Some((1, Per::Day)));
        assert_eq!(read("Dagligt"), Some((1, Per::Day)));
        assert_eq!(read("2 gange om dagen"), Some((2, Per::Day)));
        assert_eq!(read("hver hverdag"), Some((1, Per::Weekday)));
        assert_eq!(read("3 gange om ugen"), Some((3, Per::Week)));
        assert_eq!(read("tre gange hver uge"), Some((3, Per::Week)));
        assert_eq!(read("2/uge"), Some((2, Per::Week)));
        assert_eq!(read("ugentligt"), Some((1, Per::Week)));
        assert_eq!(read("hver anden uge"), Some((26, Per::Year)));
        assert_eq!(read("hver 14. dag"), Some((26, Per::Year)));
        assert_eq!(read("hver 3. måned"), Some((4, Per::Year)));
        assert_eq!(read("en gang om måneden"), Some((1, Per::Month)));
        assert_eq!(read("hvert kvartal"), Some((4, Per::Year)));
        assert_eq!(read("2 gange om året"), Some((2, Per::Year)));
        assert_eq!(read("twice a month"), Some((2, Per::Month)));
        assert_eq!(read("every second year"), Some((1, Per::Year)));
        for nothing in ["", "tit", "3", "0 gange om ugen", "9999999999999999999 om ugen", "501 gange om ugen"] {
            assert_eq!(read(nothing).filter(|(n, _)| *n != 1), None, "{nothing}");
        }
    }

    #[test]
    fn how_long_is_read_as_people_write_it() {
        for (text, minutes) in [("30", 30), ("45 min.", 45), ("1 time", 60), ("1,5 timer", 90), ("1½ time", 90), ("½ time", 30), ("1 time 30 min", 90)] {
            assert_eq!(read_minutes(text), Some(minutes), "{text}");
        }
        assert_eq!(read_minutes("1:30"), Some(90));
        assert_eq!(read_minutes("2 hours and 5 minutes"), Some(125));
        for nothing in ["", "længe", "0", "1:75", "99999", "1,234 timer", "99999999999999999999 timer"] {
            assert_eq!(read_minutes(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_week_is_what_a_year_is_in_fifty_two_parts() {
        assert_eq!(weekly_tenths(yearly_minutes(1, Per::Week, 60)), 10);
        assert_eq!(weekly_tenths(yearly_minutes(1, Per::Day, 60)), 70);
        assert_eq!(weekly_tenths(yearly_minutes(1, Per::Weekday, 30)), 25);
        assert_eq!(weekly_tenths(yearly_minutes(1, Per::Month, 130)), 5);
        assert_eq!(weekly_tenths(yearly_minutes(26, Per::Year, 60)), 5);
    }

    #[test]
    fn nothing_goes_to_where_it_stands_and_every_state_can_be_reached_and_left() {
        for state in State::ALL {
            assert!(!state.may_go(state), "{}", state.key());
            assert_eq!(State::of(state.key()), Some(state));
            assert!(State::ALL.iter().any(|to| state.may_go(*to)), "{} is a dead end", state.key());
            assert!(State::ALL.iter().any(|from| from.may_go(state)), "{} cannot be reached", state.key());
            assert!(State::ALL.iter().all(|to| !state.taker_may(*to) || state.may_go(*to)));
        }
        assert!(!State::Unowned.may_go(State::Handed), "nothing is handed over to nobody");
        assert!(!State::Handed.may_go(State::Kept), "what somebody has is taken back first");
    }

    #[test]
    fn the_share_of_a_week_is_what_stood_at_its_end() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 9, d).unwrap_or_default();
        let noon = |d| Utc.with_ymd_and_hms(2026, 9, d, 12, 0, 0).single().unwrap_or_default();
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let tasks = [Counted { id: a, from: day(1), yearly: 300 }, Counted { id: b, from: day(9), yearly: 100 }];
        let moves = [(a, State::Trial, noon(10)), (a, State::Back, noon(16)), (b, State::Ended, noon(23))];
        let shares = shares(&tasks, &moves, day(2), day(23));
        assert_eq!(shares.iter().map(|s| s.0).collect::<Vec<_>>(), [NaiveDate::from_ymd_opt(2026, 8, 31).unwrap_or_default(), day(7), day(14), day(21)]);
        let figures: Vec<_> = shares.iter().map(|(_, s)| (s.tasks, s.all_tasks, s.yearly, s.all_yearly)).collect();
        assert_eq!(figures, [(0, 1, 0, 300), (1, 2, 300, 400), (0, 2, 0, 400), (0, 1, 0, 300)]);
        assert!((shares[1].1.of_hours() - 0.75).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_never_stops_the_program(text in ".{0,40}") {
            if let Some((times, _)) = read_often(&text) { prop_assert!(times >= 1); }
            if let Some(minutes) = read_minutes(&text) { prop_assert!((1..=LONGEST).contains(&minutes)); }
        }

        #[test]
        fn citizens_never_have_more_than_there_is(states in prop::collection::vec((0usize..8, 0i64..100_000), 0..40)) {
            let mut share = Share::default();
            for (state, yearly) in states { share.add(State::ALL[state], yearly); }
            prop_assert!(share.tasks <= share.all_tasks && share.yearly <= share.all_yearly);
            prop_assert!((0.0..=1.0).contains(&share.of_hours()));
        }
    }
}
