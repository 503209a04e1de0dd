//! A recommendation, how far it is on its way to an answer, and how long the answer has been awaited.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::clock::days_between;
use samskab_platform::recipe::Stage;
use uuid::Uuid;

use crate::texts::Texts;

/// Where a recommendation is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Being written.
    Draft,
    /// With the council.
    Submitted,
    /// The council has answered.
    Answered,
}

impl TryFrom<String> for Status {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        match key.as_str() {
            "draft" => Ok(Status::Draft),
            "submitted" => Ok(Status::Submitted),
            "answered" => Ok(Status::Answered),
            _ => Err(format!("unknown status '{key}'")),
        }
    }
}

/// Whether the committee has handed over what it had to say, so that nobody begins something new. Before the decision one
/// handover may follow another; at it everybody may go on until nothing is left to hand over.
pub(crate) fn is_handed_over(stage: Stage, drafts: usize, sent: usize) -> bool {
    sent > 0 && (stage > Stage::Decision || stage == Stage::Decision && drafts == 0)
}

/// What the council answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Yes.
    Approved,
    /// Yes to some of it.
    Partly,
    /// Read and taken into account, without a promise.
    Noted,
    /// No.
    Rejected,
}

impl Outcome {
    /// All of them, from yes to no.
    pub const ALL: [Outcome; 4] = [Outcome::Approved, Outcome::Partly, Outcome::Noted, Outcome::Rejected];

    /// The name in the database, forms and the journal.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Approved => "approved",
            Outcome::Partly => "partly",
            Outcome::Noted => "noted",
            Outcome::Rejected => "rejected",
        }
    }

    /// The outcome of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.key() == key)
    }

    /// Whether something is to be done: then it becomes commitments.
    #[must_use]
    pub fn leads_to_deeds(self) -> bool {
        matches!(self, Outcome::Approved | Outcome::Partly)
    }

    /// Its word.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Outcome::Approved => "outcome-approved",
            Outcome::Partly => "outcome-partly",
            Outcome::Noted => "outcome-noted",
            Outcome::Rejected => "outcome-rejected",
        }
    }

    /// What it means, in one line.
    pub(crate) fn explained(&self) -> &'static str {
        match self {
            Outcome::Approved => "recommendations-approved-explained",
            Outcome::Partly => "recommendations-partly-explained",
            Outcome::Noted => "recommendations-noted-explained",
            Outcome::Rejected => "recommendations-rejected-explained",
        }
    }

    /// The mail that brings it.
    pub(crate) fn mail(self) -> &'static str {
        match self {
            Outcome::Approved => "mail-answer-approved",
            Outcome::Partly => "mail-answer-partly",
            Outcome::Noted => "mail-answer-noted",
            Outcome::Rejected => "mail-answer-rejected",
        }
    }

    /// The class of its tag.
    pub(crate) fn tag(self) -> &'static str {
        if self.leads_to_deeds() { "ok" } else { "plain" }
    }
}

/// The council's answer to one recommendation, as it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// Where it was decided; may be empty.
    pub meeting: String,
}

/// Who decided an answer, and when: not the one who writes it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The council, or one of its committees; may be empty.
    pub body: String,
    /// The day of its meeting.
    pub on: NaiveDate,
}

/// An answer that another has taken the place of.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Earlier {
    pub(crate) outcome: String,
    pub(crate) reason: String,
    pub(crate) meeting: String,
    pub(crate) body: String,
    pub(crate) decided_on: Option<NaiveDate>,
    pub(crate) correction: String,
    pub(crate) answered_by: String,
    pub(crate) answered_at: DateTime<Utc>,
}

impl Earlier {
    /// The word for what was answered.
    pub(crate) fn word(&self) -> &'static str {
        Outcome::of(&self.outcome).unwrap_or(Outcome::Noted).word()
    }
}

/// Numbers as people write a list of them: `1–3, 5`.
pub(crate) fn numbers(sorted: &[i64]) -> String {
    let mut runs: Vec<(i64, i64)> = vec![];
    for n in sorted {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *n => *last = *n,
            _ => runs.push((*n, *n)),
        }
    }
    let run = |(from, to): (i64, i64)| match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => format!("{from}–{to}"),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

/// A recommendation, with the council's answer where there is one.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Recommendation {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) reason: String,
    #[sqlx(try_from = "String")]
    pub(crate) status: Status,
    pub(crate) version: i64,
    pub(crate) submission_id: Option<Uuid>,
    pub(crate) author: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) submitted_at: Option<DateTime<Utc>>,
    pub(crate) outcome: Option<String>,
    pub(crate) answer: Option<String>,
    pub(crate) meeting: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) decided_on: Option<NaiveDate>,
    pub(crate) correction: Option<String>,
    pub(crate) answered_by: Option<String>,
    pub(crate) answered_at: Option<DateTime<Utc>>,
}

impl Recommendation {
    /// What the council answered.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.outcome.as_deref().and_then(Outcome::of)
    }

    /// The day it was decided; where nobody said, the day it was written in.
    pub(crate) fn decided_on(&self) -> Option<NaiveDate> {
        self.decided_on.or_else(|| self.answered_at.map(|at| at.with_timezone(&Copenhagen).date_naive()))
    }

    pub(crate) fn is_draft(&self) -> bool {
        self.status == Status::Draft
    }

    /// Whether it lies with the council.
    pub(crate) fn is_waiting(&self) -> bool {
        self.status == Status::Submitted
    }

    /// The word for where it is.
    pub(crate) fn word(&self) -> &'static str {
        match (self.outcome(), self.status) {
            (Some(outcome), _) => outcome.word(),
            (None, Status::Draft) => "recommendations-draft",
            (None, _) => "recommendations-submitted",
        }
    }

    /// The class of its tag.
    pub(crate) fn tag(&self) -> &'static str {
        match (self.outcome(), self.status) {
            (Some(outcome), _) => outcome.tag(),
            (None, Status::Draft) => "plain",
            (None, _) => "wait",
        }
    }

    /// Whole days from when it was submitted until it was answered, or until now.
    pub(crate) fn days_waited(&self, now: DateTime<Utc>) -> Option<i64> {
        Some((self.answered_at.unwrap_or(now) - self.submitted_at?).num_days().max(0))
    }

    /// Days past the date the council promised its answers; 0 where it is not late or not with the council.
    pub(crate) fn days_late(&self, answer_by: Option<NaiveDate>, today: NaiveDate) -> i64 {
        match answer_by {
            Some(date) if self.is_waiting() => days_between(date, today).max(0),
            _ => 0,
        }
    }

    /// What it says.
    pub(crate) fn texts(&self) -> Texts {
        Texts::new(&self.title, &self.text, &self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone};
    use proptest::prelude::*;

    use crate::samples::recommendation;

    fn day(n: i64) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2027, 3, 1, 12, 0, 0).single().expect("a moment") + Duration::days(n)
    }

    #[test]
    fn every_outcome_is_found_again_by_its_key() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::of(outcome.key()), Some(outcome));
        }
        assert_eq!(Outcome::of("perhaps"), None);
    }

    #[test]
    fn something_new_is_begun_until_all_of_it_is_handed_over() {
        for stage in Stage::ALL {
            assert!(!is_handed_over(stage, 0, 0) && !is_handed_over(stage, 3, 0), "nothing was handed over");
        }
        assert!(!is_handed_over(Stage::Dialogue, 0, 2), "an early one may go first");
        assert!(!is_handed_over(Stage::Decision, 1, 2) && is_handed_over(Stage::Decision, 0, 3));
        assert!(is_handed_over(Stage::Deeds, 1, 2) && is_handed_over(Stage::Learning, 0, 2));
    }

    #[test]
    fn only_a_yes_becomes_deeds() {
        assert!(Outcome::Approved.leads_to_deeds() && Outcome::Partly.leads_to_deeds());
        assert!(!Outcome::Noted.leads_to_deeds() && !Outcome::Rejected.leads_to_deeds());
    }

    #[test]
    fn a_draft_waits_for_nobody() {
        let draft = recommendation(1, Status::Draft, None, day(0));
        assert_eq!(draft.days_waited(day(40)), None);
        assert_eq!(draft.days_late(Some(day(1).date_naive()), day(40).date_naive()), 0);
    }

    #[test]
    fn the_day_of_the_promise_is_not_late_and_the_next_one_is() {
        let waiting = recommendation(1, Status::Submitted, None, day(0));
        let promised = Some(day(10).date_naive());
        assert_eq!(waiting.days_late(promised, day(10).date_naive()), 0);
        assert_eq!(waiting.days_late(promised, day(11).date_naive()), 1);
        assert_eq!(waiting.days_late(None, day(400).date_naive()), 0);
    }

    #[test]
    fn an_answer_stops_the_clock() {
        let mut answered = recommendation(1, Status::Answered, Some(Outcome::Rejected), day(0));
        answered.answered_at = Some(day(7));
        assert_eq!(answered.days_waited(day(90)), Some(7));
        assert_eq!(answered.days_late(Some(day(1).date_naive()), day(90).date_naive()), 0);
    }

    #[test]
    fn numbers_in_a_row_are_written_as_one() {
        assert_eq!(numbers(&[1, 2, 3, 5, 7, 8]), "1–3, 5, 7, 8");
        assert_eq!((numbers(&[4]), numbers(&[])), ("4".to_owned(), String::new()));
    }

    proptest! {
        #[test]
        fn a_list_of_numbers_can_be_read_back(list in proptest::collection::btree_set(1i64..60, 0..20)) {
            let sorted: Vec<i64> = list.into_iter().collect();
            let read: Vec<i64> = numbers(&sorted).split(", ").filter(|p| !p.is_empty()).flat_map(|part| {
                let (from, to) = part.split_once('–').unwrap_or((part, part));
                from.parse::<i64>().unwrap_or(0)..=to.parse::<i64>().unwrap_or(0)
            }).collect();
            prop_assert_eq!(read, sorted);
        }

        #[test]
        fn waiting_and_lateness_are_never_negative_and_never_longer_than_the_time_passed(now in 0i64..2000, promised in 0i64..2000) {
            let waiting = recommendation(1, Status::Submitted, None, day(0));
            prop_assert_eq!(waiting.days_waited(day(now)), Some(now));
            let late = waiting.days_late(Some(day(promised).date_naive()), day(now).date_naive());
            prop_assert_eq!(late, (now - promised).max(0));
        }
    }
}
