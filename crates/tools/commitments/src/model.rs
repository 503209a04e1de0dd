//! The rules of commitments: which ones matter most, how they are counted, who may tell how it goes.

use chrono::{Datelike, NaiveDate};
use samskab_platform::SpaceView;
use samskab_platform::access::Role;
use samskab_platform::commitment::{Commitment, Status};
use uuid::Uuid;

use crate::milestones::PLAN;

/// What can be reported, in the order it is offered: nobody reports that something is agreed.
pub(crate) const REPORTABLE: [Status; 4] = [Status::Started, Status::Waiting, Status::Done, Status::GivenUp];

/// The word of a status.
pub(crate) fn status_word(status: &Status) -> &'static str {
    match status {
        Status::Agreed => "status-agreed",
        Status::Started => "status-started",
        Status::Waiting => "status-waiting",
        Status::Done => "status-done",
        Status::GivenUp => "status-given-up",
    }
}

/// Only the one who does it and the one who helps tell how it goes.
pub(crate) fn may_report(c: &Commitment, person: Option<Uuid>) -> bool {
    person.is_some_and(|p| p == c.doer_id || p == c.counterpart_id)
}

/// Milestones are written by those who tell how it goes, and by those who lead the space.
pub(crate) fn may_plan(c: &Commitment, view: &SpaceView) -> bool {
    view.may(&PLAN) && (may_report(c, view.person) || view.roles.iter().any(|r| matches!(r, Role::Secretary | Role::Facilitator)))
}

/// The order they are shown in: late ones first (the longest late on top), then the next date; what is over comes
/// last, the latest date first.
pub(crate) fn sort(commitments: &mut [Commitment]) {
    commitments.sort_by_key(|c| {
        let over = c.status.is_over();
        let day = i64::from(c.due_on.num_days_from_ce());
        (over, if over { -day } else { day }, c.id)
    });
}

/// How many there are of each: every commitment is counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) agreed: usize,
    /// Started or waiting, and not late.
    pub(crate) under_way: usize,
    pub(crate) done: usize,
    /// Past its date and not over.
    pub(crate) late: usize,
    pub(crate) given_up: usize,
}

impl Tally {
    pub(crate) fn of(commitments: &[Commitment], today: NaiveDate) -> Self {
        let mut tally = Self::default();
        for c in commitments {
            *match c.status {
                _ if c.days_late(today) > 0 => &mut tally.late,
                Status::Agreed => &mut tally.agreed,
                Status::Started | Status::Waiting => &mut tally.under_way,
                Status::Done => &mut tally.done,
                Status::GivenUp => &mut tally.given_up,
            } += 1;
        }
        tally
    }

    pub(crate) fn all(&self) -> usize {
        self.agreed + self.under_way + self.done + self.late + self.given_up
    }

    /// Whether there were some and nothing more is expected of them.
    pub(crate) fn all_over(&self) -> bool {
        self.all() > 0 && self.done + self.given_up == self.all()
    }

    /// The words of the counts that are not zero.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&'static str, usize)> {
        [
            ("commitments-count-agreed", self.agreed),
            ("commitments-count-under-way", self.under_way),
            ("commitments-count-done", self.done),
            ("commitments-count-late", self.late),
            ("commitments-count-given-up", self.given_up),
        ]
        .into_iter()
        .filter(|(_, n)| *n > 0)
    }
}

/// Hours and øre promised in the commitments that were not given up.
pub(crate) fn promised(commitments: &[Commitment]) -> (i64, i64) {
    let kept = commitments.iter().filter(|c| c.status != Status::GivenUp);
    kept.fold((0, 0), |(hours, ore), c| (hours + c.hours.unwrap_or(0), ore + c.money_ore.unwrap_or(0)))
}

/// Whether somebody is named by name and address: they said so, or chose nobody and wrote in those fields.
pub(crate) fn is_somebody_else(chosen: &str, name: &str, email: &str) -> bool {
    chosen == OTHER || (chosen.is_empty() && !(name.trim().is_empty() && email.trim().is_empty()))
}

/// The choice for somebody who is not in the list.
pub(crate) const OTHER: &str = "other";

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Duration;
    use proptest::prelude::*;

    use crate::samples::commitment;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 5, 1).expect("a date")
    }

    fn due(status: Status, days: i64) -> Commitment {
        commitment("Åben hal", status, today() + Duration::days(days))
    }

    #[test]
    fn late_ones_come_first_then_the_next_date_and_over_ones_last() {
        let mut all = vec![due(Status::Done, -30), due(Status::Agreed, 20), due(Status::Started, -2), due(Status::GivenUp, -3), due(Status::Waiting, -19)];
        sort(&mut all);
        let order: Vec<_> = all.iter().map(|c| (c.status, (c.due_on - today()).num_days())).collect();
        assert_eq!(order, [(Status::Waiting, -19), (Status::Started, -2), (Status::Agreed, 20), (Status::GivenUp, -3), (Status::Done, -30)]);
    }

    #[test]
    fn only_the_doer_and_the_counterpart_tell_how_it_goes() {
        let mut c = due(Status::Started, 1);
        (c.doer_id, c.counterpart_id) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert!(may_report(&c, Some(Uuid::from_u128(1))) && may_report(&c, Some(Uuid::from_u128(2))));
        assert!(!may_report(&c, Some(Uuid::from_u128(3))) && !may_report(&c, None));
    }

    #[test]
    fn somebody_else_is_understood_also_where_only_the_name_was_written() {
        assert!(is_somebody_else(OTHER, "", ""));
        assert!(is_somebody_else("", "Britta", ""));
        assert!(!is_somebody_else("", " ", ""));
        assert!(!is_somebody_else("0190-chosen", "Britta", "britta@eksempel.dk"));
    }

    #[test]
    fn what_was_given_up_is_not_promised_any_more() {
        let with = |status, hours| Commitment { hours: Some(hours), money_ore: Some(hours * 100), ..due(status, 1) };
        assert_eq!(promised(&[with(Status::Done, 3), with(Status::GivenUp, 50), with(Status::Agreed, 4)]), (7, 700));
    }

    fn any_commitments() -> impl Strategy<Value = Vec<Commitment>> {
        prop::collection::vec((0usize..5, -400i64..400), 0..40).prop_map(|v| v.into_iter().map(|(s, days)| due(Status::ALL[s], days)).collect())
    }

    proptest! {
        #[test]
        fn no_open_one_stands_after_one_that_is_over_and_no_late_one_after_one_in_time(mut all in any_commitments()) {
            let count = all.len();
            sort(&mut all);
            prop_assert_eq!(all.len(), count);
            let rank = |c: &Commitment| if c.status.is_over() { 2 } else { i32::from(c.days_late(today()) <= 0) };
            prop_assert!(all.windows(2).all(|w| rank(&w[0]) <= rank(&w[1])));
            prop_assert!(all.windows(2).all(|w| rank(&w[0]) == 2 || rank(&w[1]) == 2 || w[0].due_on <= w[1].due_on));
        }

        #[test]
        fn every_commitment_is_counted_once(all in any_commitments()) {
            let tally = Tally::of(&all, today());
            prop_assert_eq!(tally.all(), all.len());
            prop_assert_eq!(tally.words().map(|(_, n)| n).sum::<usize>(), all.len());
            prop_assert_eq!(tally.all_over(), !all.is_empty() && all.iter().all(|c| c.status.is_over()));
        }
    }
}
