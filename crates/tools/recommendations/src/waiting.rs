//! The clock that counts towards the answers: which reminder is due on a day, and when the next one is.

use chrono::NaiveDate;
use samskab_platform::clock::days_between;

/// Reminders before the date, in days.
const BEFORE: [i64; 2] = [-14, -3];
/// The first reminder after it, and how far apart the next ones are.
const AFTER: i64 = 1;
const AGAIN: i64 = 14;

/// The latest step that has come on a day: −14, −3, 1, 15, 29 … days after the promised date.
pub(crate) fn step(answer_by: NaiveDate, today: NaiveDate) -> Option<i64> {
    let days = days_between(answer_by, today);
    if days >= AFTER { Some(AFTER + (days - AFTER) / AGAIN * AGAIN) } else { BEFORE.into_iter().rev().find(|step| *step <= days) }
}

/// Whether a step goes above those who answer: from the second one after the date the administrators of the municipality hear of it too.
pub(crate) fn goes_above(step: i64) -> bool {
    step > AFTER
}

/// The farthest ahead a promised date can be that something is due about.
pub(crate) const AHEAD: i64 = 14;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use samskab_platform::clock::plus_days;

    fn promised() -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 3, 1).unwrap_or_default()
    }

    #[test]
    fn reminders_come_14_and_3_days_before_the_day_after_and_every_14_days() {
        let due = |days| step(promised(), plus_days(promised(), days));
        assert_eq!([due(-15), due(-14), due(-4), due(-3), due(0)], [None, Some(-14), Some(-14), Some(-3), Some(-3)]);
        assert_eq!([due(1), due(14), due(15), due(28), due(29)], [Some(1), Some(1), Some(15), Some(15), Some(29)]);
    }

    #[test]
    fn from_the_second_step_after_the_date_it_goes_above() {
        assert_eq!([-14, -3, 1, 15, 29].map(goes_above), [false, false, false, true, true]);
    }

    proptest! {
        #[test]
        fn a_step_never_comes_early_and_never_goes_back(days in -400i64..4000) {
            let due = step(promised(), plus_days(promised(), days));
            prop_assert!(due.is_none_or(|step| step <= days));
            prop_assert_eq!(due.is_some(), days >= -AHEAD);
            prop_assert!(step(promised(), plus_days(promised(), days + 1)) >= due);
            // Nobody is reminded more often than once in 14 days when the date has passed.
            if days > 1 { prop_assert!(due.is_some_and(|step| (step - 1) % 14 == 0 && days - step < 14)); }
        }
    }
}
