//! The rules of a plan: how far somebody sees which part, how a step goes, and how looks are told.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::rhythm;
use uuid::Uuid;

/// The longest dream, in characters.
pub const LONGEST: usize = 4_000;
/// The longest step.
pub const LONGEST_STEP: usize = 300;
/// The longest note of how it goes.
pub const LONGEST_NOTE: usize = 2_000;
/// As many steps as a plan can have, and as many people as can be let in.
pub const MOST: usize = 60;
/// As many plans as can be somebody's own, whoever begins them.
pub const PLANS: usize = 5;

/// How far somebody sees a part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Not at all.
    #[default]
    None,
    /// They read it, and write how it goes.
    Read,
    /// They also write in it.
    Write,
}

impl Level {
    /// In the order they are offered.
    pub const ALL: [Level; 3] = [Level::None, Level::Read, Level::Write];

    /// The name in the database, in forms and in words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Level::None => "none",
            Level::Read => "read",
            Level::Write => "write",
        }
    }

    /// The level of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.key() == key)
    }
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has begun.
    Waiting,
    /// Under way.
    Going,
    /// Done.
    Done,
    /// It is not to be after all.
    Dropped,
}

impl State {
    /// In the order they are offered.
    pub const ALL: [State; 4] = [State::Waiting, State::Going, State::Done, State::Dropped];

    /// The name in the database, in forms and in words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Going => "going",
            State::Done => "done",
            State::Dropped => "dropped",
        }
    }

    /// The state of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// The class of its tag.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            State::Going => "wait",
            State::Done => "ok",
            State::Waiting | State::Dropped => "plain",
        }
    }
}

/// What sort of helper somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Family,
    Neighbour,
    Association,
    Business,
    Staff,
    Other,
}

impl Kind {
    /// In the order they are offered.
    pub const ALL: [Kind; 6] = [Kind::Family, Kind::Neighbour, Kind::Association, Kind::Business, Kind::Staff, Kind::Other];

    /// The name in the database, in forms and in words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Family => "family",
            Kind::Neighbour => "neighbour",
            Kind::Association => "association",
            Kind::Business => "business",
            Kind::Staff => "staff",
            Kind::Other => "other",
        }
    }

    /// The kind of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }
}

/// How far somebody sees a plan: all of it, and single parts. What they see of one part is the more of the two.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sight {
    /// All of it, also what is written later.
    pub whole: Level,
    /// Single parts; the dream goes by the id of the space.
    pub parts: BTreeMap<Uuid, Level>,
}

impl Sight {
    /// How far they see this part.
    #[must_use]
    pub fn of(&self, part: Uuid) -> Level {
        self.whole.max(self.parts.get(&part).copied().unwrap_or_default())
    }
}

/// Who is asking, in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Whose plan it is.
    Owner,
    /// Somebody the owner has let in.
    Guest {
        /// Their row among those let in.
        id: Uuid,
        /// Whether they may let others in, and end the plan, on the owner's behalf.
        manages: bool,
        /// How far they see it.
        sight: Sight,
    },
}

impl Standing {
    /// How far they see a part.
    #[must_use]
    pub fn level(&self, part: Uuid) -> Level {
        match self {
            Standing::Owner => Level::Write,
            Standing::Guest { sight, .. } => sight.of(part),
        }
    }

    /// Whether they may read a part; whoever does may also write how it goes.
    #[must_use]
    pub fn reads(&self, part: Uuid) -> bool {
        self.level(part) >= Level::Read
    }

    /// Whether they may change a part.
    #[must_use]
    pub fn writes(&self, part: Uuid) -> bool {
        self.level(part) >= Level::Write
    }

    /// Whether they may write new steps, move them and take them away: only who writes in all of it, since somebody else would add what they
    /// cannot see, or move what they do not know of.
    #[must_use]
    pub fn adds(&self) -> bool {
        match self {
            Standing::Owner => true,
            Standing::Guest { sight, .. } => sight.whole == Level::Write,
        }
    }

    /// Whether it is the owner.
    #[must_use]
    pub fn owns(&self) -> bool {
        matches!(self, Standing::Owner)
    }

    /// Whether they decide who sees what: the owner, or who does it for them.
    #[must_use]
    pub fn manages(&self) -> bool {
        matches!(self, Standing::Owner | Standing::Guest { manages: true, .. })
    }
}

/// The ids of steps in the new order, where one is moved one place up; the same where it is the first or unknown.
#[must_use]
pub fn moved_up(order: &[Uuid], step: Uuid) -> Vec<Uuid> {
    let mut order = order.to_vec();
    if let Some(at) = order.iter().position(|id| *id == step).filter(|at| *at > 0) {
        order.swap(at, at - 1);
    }
    order
}

/// Looks of one person at one part on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Who; empty where they have left.
    pub name: String,
    /// Which part.
    pub part: Uuid,
    /// When the last of them was.
    pub at: DateTime<Utc>,
    /// How many.
    pub times: i64,
}

/// Looks, the latest first, as one line for each person, part and day.
#[must_use]
pub fn told(looks: Vec<(Uuid, String, Uuid, DateTime<Utc>)>) -> Vec<Look> {
    let mut at: BTreeMap<(NaiveDate, Uuid, Uuid), usize> = BTreeMap::new();
    let mut all: Vec<Look> = vec![];
    for (person, name, part, when) in looks {
        let key = (rhythm::day(when), person, part);
        if let Some(known) = at.get(&key).and_then(|i| all.get_mut(*i)) {
            known.times += 1;
            known.at = known.at.max(when);
        } else {
            at.insert(key, all.len());
            all.push(Look { name, part, at: when, times: 1 });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn guest(whole: Level, parts: &[(u128, Level)]) -> Standing {
        Standing::Guest { id: id(9), manages: false, sight: Sight { whole, parts: parts.iter().map(|(n, l)| (id(*n), *l)).collect() } }
    }

    #[test]
    fn somebody_sees_the_parts_they_were_given_and_no_other() {
        let staff = guest(Level::None, &[(1, Level::Read), (2, Level::Write), (3, Level::None)]);
        assert!(staff.reads(id(1)) && !staff.writes(id(1)));
        assert!(staff.reads(id(2)) && staff.writes(id(2)));
        assert!(!staff.reads(id(3)) && !staff.reads(id(4)), "a step that comes later is not theirs to see");
        assert!(!staff.adds() && !staff.owns() && !staff.manages());
    }

    #[test]
    fn who_sees_all_of_it_sees_what_comes_later_too() {
        let helper = guest(Level::Read, &[(2, Level::Write)]);
        assert!(helper.reads(id(77)) && !helper.writes(id(77)) && helper.writes(id(2)) && !helper.adds());
        let writer = guest(Level::Write, &[(2, Level::Read)]);
        assert!(writer.writes(id(2)), "the more of the two");
        assert!(writer.adds() && !writer.manages());
    }

    #[test]
    fn the_owner_may_everything_and_a_guest_manages_only_when_asked_to() {
        assert!(Standing::Owner.writes(id(1)) && Standing::Owner.adds() && Standing::Owner.manages());
        let for_them = Standing::Guest { id: id(9), manages: true, sight: Sight::default() };
        assert!(for_them.manages() && !for_them.owns() && !for_them.reads(id(1)), "to let in is not to read");
    }

    #[test]
    fn a_step_moves_one_place_up_and_the_first_stays() {
        let order = [id(1), id(2), id(3)];
        assert_eq!(moved_up(&order, id(3)), [id(1), id(3), id(2)]);
        assert_eq!(moved_up(&order, id(1)), order);
        assert_eq!(moved_up(&order, id(8)), order);
    }

    #[test]
    fn looks_of_a_day_are_one_line_with_how_many_there_were() {
        let at = |day, hour| Utc.with_ymd_and_hms(2026, 3, day, hour, 0, 0).unwrap();
        let look = |who: u128, part: u128, when| (id(who), format!("P{who}"), id(part), when);
        let told = told(vec![look(1, 5, at(2, 12)), look(2, 5, at(2, 11)), look(1, 5, at(2, 9)), look(1, 6, at(2, 9)), look(1, 5, at(1, 9))]);
        let lines: Vec<_> = told.iter().map(|l| (l.name.as_str(), l.part, l.at, l.times)).collect();
        assert_eq!(lines, [("P1", id(5), at(2, 12), 2), ("P2", id(5), at(2, 11), 1), ("P1", id(6), at(2, 9), 1), ("P1", id(5), at(1, 9), 1)]);
    }

    #[test]
    fn every_key_is_read_back() {
        assert!(Level::ALL.iter().all(|l| Level::of(l.key()) == Some(*l)));
        assert!(State::ALL.iter().all(|s| State::of(s.key()) == Some(*s)));
        assert!(Kind::ALL.iter().all(|k| Kind::of(k.key()) == Some(*k)));
        assert_eq!(Level::of("all"), None);
    }
}
