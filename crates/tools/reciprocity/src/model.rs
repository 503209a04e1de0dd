//! The rules: the two sides, what is given, how a promise is spread over quarters, and who is behind. No database.

use chrono::{Datelike, NaiveDate};
use samskab_platform::access::Role;
use samskab_platform::clock::days_between;

/// The longest text that says what is promised or given, in characters.
pub(crate) const WHAT: usize = 160;
/// The longest reason or reply.
pub(crate) const REASON: usize = 600;
/// The longest thanks.
pub(crate) const THANKS: usize = 280;
/// The longest step of a welcome.
pub(crate) const STEP: usize = 160;
/// So many steps are enough for a welcome.
pub(crate) const STEPS: usize = 30;

/// One of the two who give each other something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Side {
    Municipality,
    House,
}

impl Side {
    /// Both.
    pub const ALL: [Side; 2] = [Self::Municipality, Self::House];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::House => "house",
        }
    }

    /// The side of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Municipality => Self::House,
            Self::House => Self::Municipality,
        }
    }

    /// Who speaks for it.
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        match self {
            Self::Municipality => &[Role::Secretary, Role::Facilitator, Role::Counterpart],
            Self::House => &[Role::Chair, Role::Board, Role::Treasurer],
        }
    }

    /// The sides somebody with these roles speaks for.
    #[must_use]
    pub fn spoken_for(roles: &[Role]) -> Vec<Self> {
        Self::ALL.into_iter().filter(|side| roles.iter().any(|r| side.roles().contains(r))).collect()
    }
}

impl TryFrom<String> for Side {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Side::of(&key).ok_or_else(|| format!("unknown side '{key}'"))
    }
}

/// What is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Hours of work.
    Hours,
    /// Money, in øre.
    Money,
    /// Rooms, in hours of a room.
    Rooms,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 3] = [Self::Hours, Self::Money, Self::Rooms];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Money => "money",
            Self::Rooms => "rooms",
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
        Kind::of(&key).ok_or_else(|| format!("unknown kind '{key}'"))
    }
}

/// What the other side says of something that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing yet.
    Open,
    /// That it was.
    Confirmed,
    /// That it was not, or not so much.
    Disputed,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Verdict; 3] = [Self::Open, Self::Confirmed, Self::Disputed];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::Disputed => "disputed",
        }
    }

    /// The verdict of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.key() == key)
    }

    /// The class of its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Open => "wait",
            Self::Confirmed => "ok",
            Self::Disputed => "late",
        }
    }
}

impl TryFrom<String> for Verdict {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Verdict::of(&key).ok_or_else(|| format!("unknown verdict '{key}'"))
    }
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// 1 to 4.
    pub number: u32,
}

impl Quarter {
    /// The quarter of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, (self.number - 1) * 3 + 1, 1).unwrap_or(NaiveDate::MIN)
    }

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.number == 4 { Self { year: self.year + 1, number: 1 } } else { Self { number: self.number + 1, ..self } }
    }

    /// The one before.
    #[must_use]
    pub fn before(self) -> Self {
        if self.number == 1 { Self { year: self.year - 1, number: 4 } } else { Self { number: self.number - 1, ..self } }
    }
}

/// How much of a promise falls in a quarter, by days. The parts of all quarters together are the whole amount.
#[must_use]
pub fn falls_in(amount: i64, from: NaiveDate, to: NaiveDate, quarter: Quarter) -> i64 {
    let all = days_between(from, to) + 1;
    // What has fallen due before a day: taken as a whole each time, so that nothing is lost in rounding.
    let before = |day: NaiveDate| {
        let days = days_between(from, day).clamp(0, all.max(0));
        if all <= 0 { 0 } else { i64::try_from(i128::from(amount) * i128::from(days) / i128::from(all)).unwrap_or(amount) }
    };
    before(quarter.next().first()) - before(quarter.first())
}

/// How much is missing of a promise whose last day has passed; 0 while there is time, or where nothing is missing.
#[must_use]
pub fn behind(amount: i64, given: i64, to: NaiveDate, closed: bool, today: NaiveDate) -> i64 {
    if closed || to >= today { 0 } else { (amount - given).max(0) }
}

/// The steps of a list: a line each, without empty ones.
#[must_use]
pub fn steps_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Duration;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default()
    }

    #[test]
    fn a_promise_is_spread_by_days() {
        let of = |number| falls_in(365, day(2026, 1, 1), day(2026, 12, 31), Quarter { year: 2026, number });
        assert_eq!([of(1), of(2), of(3), of(4)], [90, 91, 92, 92]);
        assert_eq!(falls_in(365, day(2026, 1, 1), day(2026, 12, 31), Quarter { year: 2027, number: 1 }), 0);
        assert_eq!(falls_in(10, day(2026, 3, 31), day(2026, 3, 31), Quarter { year: 2026, number: 1 }), 10);
    }

    #[test]
    fn somebody_is_behind_from_the_day_after() {
        let to = day(2026, 6, 30);
        assert_eq!(behind(100, 60, to, false, to), 0);
        assert_eq!(behind(100, 60, to, false, day(2026, 7, 1)), 40);
        assert_eq!(behind(100, 60, to, true, day(2026, 7, 1)), 0, "the other side has let it be");
        assert_eq!(behind(100, 160, to, false, day(2026, 7, 1)), 0);
    }

    #[test]
    fn nobody_judges_what_their_own_side_gave() {
        for side in Side::ALL {
            assert_ne!(side, side.other());
            assert_eq!(side.other().other(), side);
            assert!(side.roles().iter().all(|r| !side.other().roles().contains(r)));
        }
    }

    proptest! {
        #[test]
        fn nothing_of_a_promise_is_lost_between_quarters(amount in 0i64..1_000_000_000, start in 0i64..2_000, length in 0i64..1_500) {
            let from = day(2024, 1, 1) + Duration::days(start);
            let to = from + Duration::days(length);
            let (mut quarter, mut sum) = (Quarter::of(from), 0);
            while quarter <= Quarter::of(to) {
                let part = falls_in(amount, from, to, quarter);
                prop_assert!(part >= 0);
                sum += part;
                quarter = quarter.next();
            }
            prop_assert_eq!(sum, amount);
            prop_assert_eq!(Quarter::of(from).next().before(), Quarter::of(from));
        }
    }
}
