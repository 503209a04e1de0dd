//! The rules of meetings, without a database: local times, places and the queue for them, what a calendar must hear of,
//! and what becomes of minutes.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::access::Role;
use uuid::Uuid;

pub use samskab_platform::clock::time_of_day;

/// What sort of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The team's own.
    Team,
    /// Open to everyone who may see the space.
    Dialogue,
}

/// Why the minutes of an item are not for everyone: keys of the words `meetings-ground-…`.
pub const GROUNDS: [&str; 4] = ["private", "business", "economy", "nature"];

/// What can be ticked off that one needs for a meeting: keys of the words `meetings-need-kind-…`.
pub const NEEDS: [&str; 6] = ["vegetarian", "gluten-free", "transport", "interpreter", "hearing-loop", "child-care"];

/// What somebody needs to be able to come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// Of [`NEEDS`].
    pub kinds: Vec<&'static str>,
    /// In their own words; may be empty.
    pub text: String,
}

impl Needs {
    /// What is ticked off, of what can be.
    #[must_use]
    pub fn of(ticked: impl Fn(&str) -> bool, text: &str) -> Self {
        Self { kinds: NEEDS.into_iter().filter(|need| ticked(need)).collect(), text: text.to_owned() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.text.is_empty()
    }
}

impl From<&str> for Needs {
    fn from(text: &str) -> Self {
        Self { kinds: vec![], text: text.to_owned() }
    }
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Team, Kind::Dialogue];

    /// The name in the database and in word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Team => "team",
            Kind::Dialogue => "dialogue",
        }
    }

    /// The kind of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }
}

impl TryFrom<String> for Kind {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Kind::of(&key).ok_or_else(|| format!("unknown kind of meeting '{key}'"))
    }
}

/// How far the minutes have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minutes {
    /// The team writes them.
    Draft,
    /// Everyone can read them, and the team can object.
    Sent,
    /// They stand as they are.
    Approved,
}

impl Minutes {
    /// All of them.
    pub const ALL: [Minutes; 3] = [Minutes::Draft, Minutes::Sent, Minutes::Approved];

    /// The name in the database and in word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Minutes::Draft => "draft",
            Minutes::Sent => "sent",
            Minutes::Approved => "approved",
        }
    }
}

impl TryFrom<String> for Minutes {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Minutes::ALL.into_iter().find(|m| m.key() == key).ok_or_else(|| format!("unknown state of minutes '{key}'"))
    }
}

/// What somebody has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Has a seat in the room.
    Coming,
    /// Joins from a computer and takes no seat.
    Online,
    /// Waits for a seat.
    Waiting,
    /// Does not come.
    Declined,
    /// Was there, but had not answered.
    Silent,
}

impl Reply {
    /// All of them.
    pub const ALL: [Reply; 5] = [Reply::Coming, Reply::Online, Reply::Waiting, Reply::Declined, Reply::Silent];

    /// The name in the database and in word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Reply::Coming => "coming",
            Reply::Online => "online",
            Reply::Waiting => "waiting",
            Reply::Declined => "declined",
            Reply::Silent => "silent",
        }
    }

    /// The reply of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.key() == key)
    }
}

impl TryFrom<String> for Reply {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Reply::of(&key).ok_or_else(|| format!("unknown reply '{key}'"))
    }
}

/// Why a date and a time are not a moment in Denmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skipped;

/// The moment of a date and a time of day in Denmark. In spring an hour is skipped, and its times are none; in autumn an
/// hour comes twice, and the first is meant.
///
/// # Errors
/// [`Skipped`].
pub fn moment(date: NaiveDate, time: NaiveTime) -> Result<DateTime<Utc>, Skipped> {
    Copenhagen.from_local_datetime(&date.and_time(time)).earliest().map(|t| t.with_timezone(&Utc)).ok_or(Skipped)
}

/// Date and time of day of a moment in Denmark, as form fields hold them.
#[must_use]
pub fn local(at: DateTime<Utc>) -> (String, String) {
    let local = at.with_timezone(&Copenhagen);
    (local.format("%Y-%m-%d").to_string(), local.format("%H:%M").to_string())
}

/// Whether somebody who wants to come gets a seat or waits for one: `seated` have one, `queue` wait.
#[must_use]
pub fn seat(capacity: Option<i64>, seated: usize, queue: usize) -> Reply {
    let free = capacity.is_none_or(|c| seated < usize::try_from(c).unwrap_or(0));
    // Nobody passes those who wait, even if a seat is just being given to the first of them.
    if free && queue == 0 { Reply::Coming } else { Reply::Waiting }
}

/// Who gets a seat now, in the order of the queue. `seated` have one.
#[must_use]
pub fn moves_up(capacity: Option<i64>, seated: usize, queue: &[Uuid]) -> Vec<Uuid> {
    let free = capacity.map_or(usize::MAX, |c| usize::try_from(c).unwrap_or(0).saturating_sub(seated));
    queue.iter().copied().take(free).collect()
}

/// What a calendar shows of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Shown {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub title: String,
    pub place: String,
    pub online: String,
}

/// The sequence after a change: calendars must hear of what they show, and of nothing else.
#[must_use]
pub fn sequence_after(sequence: i64, before: &Shown, after: &Shown) -> i64 {
    if before == after { sequence } else { sequence + 1 }
}

/// Those who take part in closed items, and write the minutes.
pub const INNER: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board, Role::Treasurer, Role::Member, Role::Politician];

/// What somebody sees of an agenda item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// All of it.
    Whole,
    /// That it is closed, and why.
    Sealed,
    /// The same, because they have left it for an interest of their own.
    Recused,
    /// All of it, once they have said that they know their duty of confidentiality.
    First,
}

/// What somebody with these roles sees of an item.
#[must_use]
pub fn sight(closed: bool, roles: &[Role], recused: bool, acknowledged: bool) -> Sight {
    match (closed, roles.iter().any(|r| INNER.contains(r))) {
        (false, _) => Sight::Whole,
        (true, false) => Sight::Sealed,
        (true, true) if recused => Sight::Recused,
        (true, true) if !acknowledged => Sight::First,
        (true, true) => Sight::Whole,
    }
}

/// A text of the minutes as it came from a form: line ends as they are here, no control characters. Nothing is trimmed: a
/// space at the end is where the writer goes on.
#[must_use]
pub fn written(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn utc(y: i32, m: u32, d: u32, h: u32, min: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(y, m, d, h, min, 0).unwrap()
    }

    fn typed(date: &str, time: &str) -> Result<DateTime<Utc>, Skipped> {
        moment(date.parse().unwrap(), time_of_day(time).unwrap())
    }

    #[test]
    fn a_time_in_denmark_is_the_right_moment_on_both_sides_of_both_changes() {
        assert_eq!(typed("2027-03-27", "19"), Ok(utc(2027, 3, 27, 18, 0)), "winter");
        assert_eq!(typed("2027-03-28", "19"), Ok(utc(2027, 3, 28, 17, 0)), "summer begins at two that night");
        assert_eq!(typed("2027-03-28", "02.30"), Err(Skipped), "that hour is not there");
        assert_eq!(typed("2027-10-30", "19:00"), Ok(utc(2027, 10, 30, 17, 0)), "summer");
        assert_eq!(typed("2027-10-31", "kl. 19.30"), Ok(utc(2027, 10, 31, 18, 30)), "winter begins at three that night");
        assert_eq!(typed("2027-10-31", "02.30"), Ok(utc(2027, 10, 31, 0, 30)), "of the two, the first");
    }

    #[test]
    fn a_time_of_day_is_read_as_people_write_it() {
        let is = |h, m| NaiveTime::from_hms_opt(h, m, 0);
        for (text, time) in [("19", is(19, 0)), ("9.05", is(9, 5)), ("19:30", is(19, 30)), ("19:30:00", is(19, 30)), ("kl 7", is(7, 0)), ("0.00", is(0, 0))] {
            assert_eq!(time_of_day(text), time, "{text}");
        }
        for wrong in ["", "24", "19.60", "19.5", "syv", "19.300", "-1", "1 9"] {
            assert_eq!(time_of_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_what_a_calendar_shows_is_a_change_to_it() {
        let before =
            Shown { starts_at: utc(2027, 5, 1, 17, 0), ends_at: utc(2027, 5, 1, 19, 0), title: "Møde".into(), place: "Salen".into(), online: String::new() };
        assert_eq!(sequence_after(4, &before, &before.clone()), 4);
        assert_eq!(sequence_after(4, &before, &Shown { place: "Kælderen".into(), ..before.clone() }), 5);
        assert_eq!(sequence_after(4, &before, &Shown { ends_at: utc(2027, 5, 1, 20, 0), ..before.clone() }), 5);
    }

    #[test]
    fn a_closed_item_is_for_the_team_that_stays_in_the_room_and_knows_its_duty() {
        assert_eq!(sight(false, &[], false, false), Sight::Whole);
        assert_eq!(sight(true, &[], false, true), Sight::Sealed, "a stranger");
        assert_eq!(sight(true, &[Role::Doer, Role::Council], false, true), Sight::Sealed, "a role beside the team");
        assert_eq!(sight(true, &[Role::Member], false, false), Sight::First);
        assert_eq!(sight(true, &[Role::Member], false, true), Sight::Whole);
        assert_eq!(sight(true, &[Role::Secretary], true, true), Sight::Recused);
    }

    /// Somebody comes, leaves, or the room changes.
    #[derive(Debug, Clone)]
    enum Step {
        Come(u8),
        Leave(u8),
        Room(Option<i64>),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            4 => (0u8..20).prop_map(Step::Come),
            2 => (0u8..20).prop_map(Step::Leave),
            1 => prop_oneof![Just(None), (0i64..6).prop_map(Some)].prop_map(Step::Room),
        ]
    }

    proptest! {
        #[test]
        fn the_room_is_never_too_full_and_nobody_waits_for_a_free_seat(steps in proptest::collection::vec(step(), 0..60)) {
            let (mut capacity, mut seated, mut queue) = (Some(3i64), BTreeSet::<Uuid>::new(), Vec::<Uuid>::new());
            for step in steps {
                let before = queue.clone();
                let most = seated.len();
                match step {
                    Step::Come(n) => {
                        let id = Uuid::from_u128(u128::from(n));
                        if !seated.contains(&id) && !queue.contains(&id) {
                            match seat(capacity, seated.len(), queue.len()) {
                                Reply::Coming => { seated.insert(id); }
                                _ => queue.push(id),
                            }
                        }
                    }
                    Step::Leave(n) => {
                        let id = Uuid::from_u128(u128::from(n));
                        seated.remove(&id);
                        queue.retain(|q| *q != id);
                    }
                    Step::Room(c) => capacity = c,
                }
                for up in moves_up(capacity, seated.len(), &queue) {
                    queue.retain(|q| *q != up);
                    seated.insert(up);
                }
                if let Some(c) = capacity {
                    // A smaller room sends nobody away, but takes nobody in either.
                    prop_assert!(seated.len() <= usize::try_from(c).unwrap().max(most));
                    prop_assert!(queue.is_empty() || seated.len() >= usize::try_from(c).unwrap());
                } else {
                    prop_assert!(queue.is_empty());
                }
                let order: Vec<_> = before.iter().filter(|q| queue.contains(q)).collect();
                prop_assert!(queue.iter().filter(|q| before.contains(q)).eq(order.into_iter()), "the queue keeps its order");
            }
        }

        #[test]
        fn what_was_typed_comes_back(days in 0i64..3_000, minutes in 0i64..1_440) {
            let date = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Duration::days(days);
            let time = NaiveTime::from_hms_opt(u32::try_from(minutes / 60).unwrap(), u32::try_from(minutes % 60).unwrap(), 0).unwrap();
            if let Ok(at) = moment(date, time) {
                let (d, t) = local(at);
                prop_assert_eq!((d.parse::<NaiveDate>().unwrap(), time_of_day(&t).unwrap()), (date, time));
            }
        }
    }
}
