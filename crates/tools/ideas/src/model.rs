//! The rules of ideas: where one stands, who wrote it in words, what a line of a sheet of notes is, how long from idea to deed.

use chrono::{DateTime, Utc};
use samskab_platform::clock::days_between;

/// The longest title, in characters.
pub(crate) const TITLE: usize = 140;
/// The longest text beside it.
pub(crate) const TEXT: usize = 1_500;
/// The longest reason for setting one aside.
pub(crate) const REASON: usize = 600;
/// Notes written down in one go.
pub(crate) const NOTES: usize = 60;

/// Collecting in a hall ends by itself after so many hours.
pub(crate) const HALL_HOURS: i64 = 12;
/// Ideas one hall may send in a minute: three hundred people at their quickest.
pub(crate) const HALL_MINUTE: i64 = 200;
/// Ideas of one hall that may wait for somebody's look at a time.
pub(crate) const HALL_WAITING: i64 = 500;

/// Where an idea stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// From a hall, and nobody has looked at it yet.
    Waiting,
    /// Everybody may support it; nothing has come of it yet.
    Open,
    /// Part of another.
    Merged,
    /// A recommendation builds on it.
    Recommended,
    /// Somebody has promised to do it.
    Agreed,
    /// Set aside, with a reason.
    Aside,
    /// Taken back by whoever wrote it.
    Withdrawn,
}

impl State {
    /// All of them.
    pub const ALL: [State; 7] = [State::Waiting, State::Open, State::Merged, State::Recommended, State::Agreed, State::Aside, State::Withdrawn];

    /// The name in the database.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Open => "open",
            State::Merged => "merged",
            State::Recommended => "recommended",
            State::Agreed => "agreed",
            State::Aside => "aside",
            State::Withdrawn => "withdrawn",
        }
    }

    /// The state of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// Whether it can be put into another: nothing has come of it, and it stands by itself.
    #[must_use]
    pub fn can_be_merged(self) -> bool {
        matches!(self, State::Open | State::Aside)
    }

    /// Whether others can be put into it.
    #[must_use]
    pub fn takes_others(self) -> bool {
        matches!(self, State::Open | State::Recommended | State::Agreed)
    }

    /// Whether people can say that they support it.
    #[must_use]
    pub fn takes_support(self) -> bool {
        self.takes_others()
    }

    /// Whether it stands on the list.
    #[must_use]
    pub fn is_listed(self) -> bool {
        self.takes_others() || self == State::Aside
    }
}

impl TryFrom<String> for State {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        State::of(&key).ok_or_else(|| format!("unknown state '{key}'"))
    }
}

/// How somebody stands behind an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Thinks that it is good.
    Backs,
    /// Will take part in doing it.
    Helps,
}

impl Level {
    /// The name in the database and in forms.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Level::Backs => "backs",
            Level::Helps => "helps",
        }
    }

    /// The level of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        [Level::Backs, Level::Helps].into_iter().find(|l| l.key() == key)
    }
}

/// How an idea came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Its author wrote it here.
    Online,
    /// In a hall: on a telephone or on a note.
    Hall,
    /// Somebody helped its author.
    Helped,
    /// On paper.
    Paper,
}

impl Way {
    /// All of them.
    pub const ALL: [Way; 4] = [Way::Online, Way::Hall, Way::Helped, Way::Paper];

    /// The name in the database and in word keys (`ideas-way-…`).
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Way::Online => "online",
            Way::Hall => "hall",
            Way::Helped => "helped",
            Way::Paper => "paper",
        }
    }

    /// The way of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|w| w.key() == key)
    }
}

impl TryFrom<String> for Way {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Way::of(&key).ok_or_else(|| format!("unknown way '{key}'"))
    }
}

/// What is wrong with a sheet of notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Nothing stands on it.
    Empty,
    /// More notes than go in at once.
    TooMany(usize),
    /// A note that is too long: its number, and its length.
    TooLong(usize, usize),
}

/// The notes of a sheet: each line one, without the sign a list may begin with. The same note twice is two notes.
pub(crate) fn notes(sheet: &str) -> Result<Vec<String>, Wrong> {
    let bare = |line: &str| line.trim().trim_start_matches(['-', '*', '•', '–']).split_whitespace().collect::<Vec<_>>().join(" ");
    let all: Vec<String> = sheet.lines().map(bare).filter(|l| l.chars().any(char::is_alphanumeric)).collect();
    if all.is_empty() {
        return Err(Wrong::Empty);
    }
    if all.len() > NOTES {
        return Err(Wrong::TooMany(all.len()));
    }
    match all.iter().enumerate().find(|(_, l)| l.chars().count() > TITLE) {
        Some((i, long)) => Err(Wrong::TooLong(i + 1, long.chars().count())),
        None => Ok(all),
    }
}

/// Signs of a hall's code: nothing that looks like something else.
const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// A code of six signs from random bytes: `k7m4qp`.
pub(crate) fn code(random: [u8; 6]) -> String {
    random.iter().map(|b| char::from(SIGNS[usize::from(*b) % SIGNS.len()])).collect()
}

/// A code as somebody types it.
pub(crate) fn typed_code(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).take(12).collect()
}

/// Whole days in Denmark from one moment to another.
pub(crate) fn days(from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    let day = |at: DateTime<Utc>| at.with_timezone(&chrono_tz::Europe::Copenhagen).date_naive();
    days_between(day(from), day(to)).max(0)
}

/// The middle of some numbers of days: half are at most as many. Nothing where there are none.
pub(crate) fn median(mut days: Vec<i64>) -> Option<i64> {
    if days.is_empty() {
        return None;
    }
    days.sort_unstable();
    Some(days[(days.len() - 1) / 2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_line_of_a_sheet_is_a_note() {
        assert_eq!(notes("- Flere bænke\r\n\n  • Lys på   stien\n---\n"), Ok(vec!["Flere bænke".to_owned(), "Lys på stien".to_owned()]));
        assert_eq!(notes(" \n-\n"), Err(Wrong::Empty));
        assert_eq!(notes(&"En seddel\n".repeat(61)), Err(Wrong::TooMany(61)));
        assert_eq!(notes(&format!("Kort\n{}", "x".repeat(141))), Err(Wrong::TooLong(2, 141)));
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = code([0, 30, 31, 99, 200, 255]);
        assert_eq!(code.len(), 6);
        assert_eq!(typed_code(&format!(" {}-{} ", code[..3].to_uppercase(), &code[3..])), code);
    }

    #[test]
    fn half_of_the_ideas_began_within_the_median() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9]), Some(9));
        assert_eq!(median(vec![30, 2, 9]), Some(9));
        assert_eq!(median(vec![30, 2, 9, 4]), Some(4), "of an even number the lower one: nothing is made up");
    }

    proptest! {
        #[test]
        fn the_median_is_one_of_the_numbers_and_splits_them(days in proptest::collection::vec(0i64..1_000, 1..40)) {
            let m = median(days.clone()).unwrap();
            prop_assert!(days.contains(&m));
            prop_assert!(2 * days.iter().filter(|d| **d <= m).count() >= days.len());
            prop_assert!(2 * days.iter().filter(|d| **d >= m).count() >= days.len());
        }

        #[test]
        fn no_note_is_lost(lines in proptest::collection::vec("[a-zæøå]{1,20}( [a-z]{1,10}){0,3}", 1..30)) {
            prop_assert_eq!(notes(&lines.join("\n")), Ok(lines));
        }
    }
}
