//! The rules: notice, votes, majorities, posts and terms. No database.

use chrono::{Datelike, NaiveDate};
use samskab_platform::access::Role;
use samskab_platform::clock::plus_days;

/// What the bylaws say that the program reckons with.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Rules {
    /// So many days before the meeting the call has been sent.
    pub notice_days: i64,
    /// So many days before the meeting proposals have come in.
    pub proposal_days: i64,
    /// Whether only those have a vote who owe nothing.
    pub paid_to_vote: bool,
    /// How long one sits on the board.
    pub term_years: i64,
    /// After so many years a child-protection certificate is shown again.
    pub certificate_years: i64,
    /// What stands on every agenda, a line each; empty: what the program suggests.
    pub agenda: String,
}

impl Default for Rules {
    fn default() -> Self {
        Self { notice_days: 14, proposal_days: 7, paid_to_vote: true, term_years: 2, certificate_years: 2, agenda: String::new() }
    }
}

/// The last day on which a meeting can be called with so many days' notice.
#[must_use]
pub fn last_call(held_on: NaiveDate, notice_days: i64) -> NaiveDate {
    plus_days(held_on, -notice_days)
}

/// The first day on which a meeting can be held that is called on this day.
#[must_use]
pub fn first_meeting(called_on: NaiveDate, notice_days: i64) -> NaiveDate {
    plus_days(called_on, notice_days)
}

/// The last day of a term that begins on this day: the 31st of December so many years on. The meeting that elects the next ends it
/// before that; a house that holds no meeting has no board after it.
#[must_use]
pub fn term_end(elected_on: NaiveDate, years: i64) -> NaiveDate {
    let year = elected_on.year().saturating_add(i32::try_from(years).unwrap_or(1));
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(elected_on)
}

/// Posts on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Post {
    Chair,
    Treasurer,
    Member,
    Alternate,
}

impl Post {
    /// In the order they are shown.
    pub const ALL: [Post; 4] = [Post::Chair, Post::Treasurer, Post::Member, Post::Alternate];

    /// The name in the database and in word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Post::Chair => "chair",
            Post::Treasurer => "treasurer",
            Post::Member => "member",
            Post::Alternate => "alternate",
        }
    }

    /// The post of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.key() == key)
    }

    /// Word key.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Post::Chair => "post-chair",
            Post::Treasurer => "post-treasurer",
            Post::Member => "post-member",
            Post::Alternate => "post-alternate",
        }
    }

    /// The role that comes with it. An alternate has none until a seat is theirs.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        match self {
            Post::Chair => Some(Role::Chair),
            Post::Treasurer => Some(Role::Treasurer),
            Post::Member => Some(Role::Board),
            Post::Alternate => None,
        }
    }
}

impl TryFrom<String> for Post {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Post::of(&key).ok_or_else(|| format!("unknown post '{key}'"))
    }
}

/// How votes are given.
pub const WAYS: [&str; 2] = ["hands", "paper"];
/// How dues are paid.
pub const PAID: [&str; 3] = ["transfer", "mobile", "cash"];

/// A count of an election.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many are to be elected.
    pub seats: usize,
    /// How many have voted. Everybody may vote for as many as there are seats, and for each candidate once.
    pub ballots: i64,
    /// Of those, how many without a name.
    pub blank: i64,
    /// Of those, how many that do not count.
    pub invalid: i64,
    /// What each candidate got.
    pub votes: Vec<i64>,
}

/// What an election gave: places in the list of candidates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Those who are elected.
    pub elected: Vec<usize>,
    /// Those who have as many votes as each other, where there are not seats for all of them.
    pub tied: Vec<usize>,
    /// How many seats those share.
    pub left: usize,
}

/// What cannot be true of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// More blank and invalid ones than votes were given.
    Ballots,
    /// A candidate has more votes than there are valid ballots.
    Candidate(usize),
    /// All candidates together have more votes than the valid ballots can hold.
    Together,
}

impl Tally {
    /// Whether the numbers can be true of each other.
    ///
    /// # Errors
    /// The first thing that cannot.
    pub fn check(&self) -> Result<(), Impossible> {
        let valid = self.ballots - self.blank - self.invalid;
        if valid < 0 || self.blank < 0 || self.invalid < 0 {
            return Err(Impossible::Ballots);
        }
        if let Some(at) = self.votes.iter().position(|v| *v < 0 || *v > valid) {
            return Err(Impossible::Candidate(at));
        }
        let most = valid.saturating_mul(i64::try_from(self.seats).unwrap_or(i64::MAX));
        if self.votes.iter().sum::<i64>() > most { Err(Impossible::Together) } else { Ok(()) }
    }

    /// Those with the most votes are elected. Whoever has none is not; where two have the same and only one seat is left, neither is:
    /// the meeting votes again or draws a lot.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let mut order: Vec<usize> = (0..self.votes.len()).filter(|i| self.votes[*i] > 0).collect();
        order.sort_by_key(|i| (std::cmp::Reverse(self.votes[*i]), *i));
        if order.len() <= self.seats {
            return Outcome { elected: order, tied: vec![], left: 0 };
        }
        // There is somebody at the edge, on the last seat, and somebody after them.
        let edge = order.get(self.seats.saturating_sub(1)).map_or(0, |i| self.votes[*i]);
        let next = order.get(self.seats).map_or(0, |i| self.votes[*i]);
        if self.seats > 0 && edge > next {
            return Outcome { elected: order[..self.seats].to_vec(), tied: vec![], left: 0 };
        }
        let elected: Vec<usize> = order.iter().copied().filter(|i| self.votes[*i] > next).collect();
        let tied = order.iter().copied().filter(|i| self.votes[*i] == next).collect();
        Outcome { left: self.seats - elected.len(), elected, tied }
    }
}

/// The majority a proposal needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Majority {
    Simple,
    TwoThirds,
}

impl Majority {
    /// In the order they are offered.
    pub const ALL: [Majority; 2] = [Majority::Simple, Majority::TwoThirds];

    /// The name in the database and in word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Majority::Simple => "simple",
            Majority::TwoThirds => "two-thirds",
        }
    }

    /// The majority of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.key() == key)
    }

    /// Whether a proposal is carried: more for than against, or at least two thirds of those who voted for or against. Blank votes are
    /// counted and do not weigh.
    #[must_use]
    pub fn carries(self, ayes: i64, noes: i64) -> bool {
        match self {
            Majority::Simple => ayes > noes,
            Majority::TwoThirds => ayes > 0 && i128::from(ayes) * 3 >= (i128::from(ayes) + i128::from(noes)) * 2,
        }
    }
}

/// Whether somebody with these roles answers for the municipality: its secretary and its council do, and whoever the secretary has named.
/// That somebody helps with a task or a commitment is no such part, and nobody who sits for the association answers for the other side.
#[must_use]
pub fn answers(roles: &[Role], named: bool) -> bool {
    let holds = |some: &[Role]| roles.iter().any(|r| some.contains(r));
    (named || holds(&[Role::Secretary, Role::Council])) && !holds(crate::acts::BOARD)
}

/// Where a child-protection certificate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Shown {
    Missing,
    Old,
    Valid,
}

/// Where it stands on a day, when it is to be shown again after so many years.
#[must_use]
pub fn shown(seen_on: Option<NaiveDate>, today: NaiveDate, years: i64) -> Shown {
    match seen_on {
        None => Shown::Missing,
        Some(seen) if again_on(seen, years) <= today => Shown::Old,
        Some(_) => Shown::Valid,
    }
}

/// The day on which a certificate is to be shown again.
#[must_use]
pub fn again_on(seen: NaiveDate, years: i64) -> NaiveDate {
    seen.checked_add_months(chrono::Months::new(u32::try_from(years * 12).unwrap_or(12))).unwrap_or(seen)
}

/// The signs of a member's code: none that is read as another.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A member's code from eight random bytes: `K7PM-2XQD`.
#[must_use]
pub fn code(bytes: [u8; 8]) -> String {
    let sign = |b: u8| char::from(SIGNS[usize::from(b) % SIGNS.len()]);
    let (first, last) = bytes.split_at(4);
    format!("{}-{}", first.iter().map(|b| sign(*b)).collect::<String>(), last.iter().map(|b| sign(*b)).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    fn tally(seats: usize, votes: &[i64]) -> Tally {
        Tally { seats, ballots: 40, blank: 0, invalid: 0, votes: votes.to_vec() }
    }

    #[test]
    fn fourteen_days_before_the_meeting_is_the_last_day_to_call_it() {
        assert_eq!(last_call(day(2027, 3, 17), 14), day(2027, 3, 3));
        assert_eq!(last_call(day(2028, 3, 7), 14), day(2028, 2, 22), "over the 29th of February");
        assert_eq!(first_meeting(day(2027, 3, 3), 14), day(2027, 3, 17));
    }

    #[test]
    fn a_term_of_two_years_ends_with_the_second_year_after() {
        assert_eq!(term_end(day(2027, 3, 17), 2), day(2029, 12, 31));
        assert_eq!(term_end(day(2028, 2, 29), 1), day(2029, 12, 31));
    }

    #[test]
    fn those_with_the_most_votes_are_elected_and_a_tie_at_the_edge_is_not_decided() {
        assert_eq!(tally(2, &[5, 9, 7]).outcome(), Outcome { elected: vec![1, 2], tied: vec![], left: 0 });
        assert_eq!(tally(2, &[9, 5, 5]).outcome(), Outcome { elected: vec![0], tied: vec![1, 2], left: 1 });
        assert_eq!(tally(3, &[9, 5, 5]).outcome(), Outcome { elected: vec![0, 1, 2], tied: vec![], left: 0 }, "there is room for both");
        assert_eq!(tally(2, &[9, 0, 0]).outcome(), Outcome { elected: vec![0], tied: vec![], left: 0 }, "nobody is elected without a vote");
    }

    #[test]
    fn two_thirds_is_exactly_two_thirds_and_a_tie_is_no_simple_majority() {
        assert!(Majority::TwoThirds.carries(20, 10) && !Majority::TwoThirds.carries(19, 10) && !Majority::TwoThirds.carries(0, 0));
        assert!(Majority::Simple.carries(11, 10) && !Majority::Simple.carries(10, 10));
    }

    #[test]
    fn helping_with_a_task_is_no_word_for_the_municipality_and_nobody_answers_for_both_sides() {
        assert!(answers(&[Role::Secretary], false) && answers(&[Role::Council], false));
        assert!(answers(&[Role::Counterpart], true) && answers(&[Role::Facilitator], true));
        assert!(!answers(&[Role::Counterpart], false) && !answers(&[Role::Facilitator, Role::Doer], false) && !answers(&[], false));
        for seat in [Role::Chair, Role::Treasurer, Role::Board] {
            assert!(!answers(&[Role::Secretary, seat], true), "{seat}");
        }
    }

    #[test]
    fn a_certificate_is_valid_until_the_day_it_is_to_be_shown_again() {
        let seen = Some(day(2025, 3, 2));
        assert_eq!(shown(seen, day(2027, 3, 1), 2), Shown::Valid);
        assert_eq!(shown(seen, day(2027, 3, 2), 2), Shown::Old);
        assert_eq!(shown(None, day(2027, 3, 2), 2), Shown::Missing);
        assert_eq!(again_on(day(2028, 2, 29), 1), day(2029, 2, 28));
    }

    proptest! {
        #[test]
        fn an_election_gives_no_more_than_the_seats_and_never_passes_over_somebody_with_more_votes(seats in 1usize..6, votes in prop::collection::vec(0i64..8, 0..9)) {
            let it = tally(seats, &votes);
            let out = it.outcome();
            prop_assert!(out.elected.len() + out.left <= seats);
            prop_assert_eq!(out.tied.is_empty(), out.left == 0);
            prop_assert!(out.tied.is_empty() || out.tied.len() > out.left, "a tie is about too few seats");
            let behind: Vec<usize> = (0..votes.len()).filter(|i| !out.elected.contains(i)).collect();
            for e in &out.elected {
                prop_assert!(votes[*e] > 0);
                prop_assert!(behind.iter().all(|b| votes[*b] < votes[*e]), "whoever is passed over has fewer votes");
            }
            // Whoever has votes is passed over only where every seat is given or tied.
            let with_votes = votes.iter().filter(|v| **v > 0).count();
            prop_assert_eq!(out.elected.len() + out.left, with_votes.min(seats));
        }

        #[test]
        fn the_order_of_the_list_does_not_matter(votes in prop::collection::vec(0i64..6, 1..7), seats in 1usize..4) {
            let back: Vec<i64> = votes.iter().rev().copied().collect();
            let (one, other) = (tally(seats, &votes).outcome(), tally(seats, &back).outcome());
            let mirrored = |list: &[usize]| { let mut l: Vec<usize> = list.iter().map(|i| votes.len() - 1 - i).collect(); l.sort_unstable(); l };
            let sorted = |list: &[usize]| { let mut l = list.to_vec(); l.sort_unstable(); l };
            prop_assert_eq!(sorted(&one.elected), mirrored(&other.elected));
            prop_assert_eq!(sorted(&one.tied), mirrored(&other.tied));
        }

        #[test]
        fn a_count_that_ballots_can_give_is_possible_and_one_vote_more_than_they_hold_is_not(
            seats in 1usize..4, ballots in prop::collection::vec(prop::collection::btree_set(0usize..5, 0..4), 0..20), invalid in 0i64..4
        ) {
            let mut votes = vec![0i64; 5];
            let mut blank = 0;
            for ballot in &ballots {
                let names: Vec<usize> = ballot.iter().copied().take(seats).collect();
                blank += i64::from(names.is_empty());
                names.into_iter().for_each(|n| votes[n] += 1);
            }
            let all = i64::try_from(ballots.len()).unwrap_or(0) + invalid;
            let good = Tally { seats, ballots: all, blank, invalid, votes };
            prop_assert_eq!(good.check(), Ok(()));
            let mut more = good.clone();
            more.votes[0] = all - blank - invalid + 1;
            prop_assert_eq!(more.check(), Err(Impossible::Candidate(0)));
        }

        #[test]
        fn notice_goes_both_ways(ahead in 0i64..4000, days in 0i64..60) {
            let held = plus_days(day(2026, 1, 1), ahead);
            prop_assert_eq!(first_meeting(last_call(held, days), days), held);
        }

        #[test]
        fn two_thirds_never_carries_what_a_simple_majority_does_not(ayes in 0i64..500, noes in 0i64..500) {
            prop_assert!(!Majority::TwoThirds.carries(ayes, noes) || Majority::Simple.carries(ayes, noes));
        }

        #[test]
        fn a_code_holds_signs_that_are_not_mistaken(bytes in any::<[u8; 8]>()) {
            let code = code(bytes);
            prop_assert!(code.len() == 9 && code.chars().all(|c| !"01ILOU".contains(c)), "{}", code);
        }
    }
}
