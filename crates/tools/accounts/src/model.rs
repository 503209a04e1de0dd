//! The rules: balance, months, budget, fund. No database; money is whole øre.

use chrono::{Datelike, NaiveDate};

/// An account every house begins with: number, word key, whether money comes in on it.
pub const CHART: [(i64, &str, bool); 12] = [
    (1010, "chart-dues", true),
    (1020, "chart-fees", true),
    (1030, "chart-subsidy", true),
    (1040, "chart-sales", true),
    (1090, "chart-other-in", true),
    (2010, "chart-activities", false),
    (2020, "chart-materials", false),
    (2030, "chart-food", false),
    (2040, "chart-equipment", false),
    (2050, "chart-meetings", false),
    (2060, "chart-fund", false),
    (2090, "chart-other-out", false),
];
/// The account that dues come in on.
pub const DUES: i64 = 1010;
/// The account of what comes in otherwise.
pub const OTHER_IN: i64 = 1090;
/// The account that fees at the counter come in on.
pub const FEES: i64 = 1020;
/// The account that grants of the activity fund go out on.
pub const FUND: i64 = 2060;

/// The balance after each of these amounts, from what there was before them.
pub fn running(before: i64, amounts: impl IntoIterator<Item = i64>) -> Vec<i64> {
    amounts
        .into_iter()
        .scan(before, |sum, amount| {
            *sum = sum.saturating_add(amount);
            Some(*sum)
        })
        .collect()
}

/// The first day of a day's month.
#[must_use]
pub fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The first day of the month after.
#[must_use]
pub fn next_month(day: NaiveDate) -> NaiveDate {
    month_of(day).checked_add_months(chrono::Months::new(1)).unwrap_or(day)
}

/// The month to be closed next: the one after the last that is closed, or that of the first entry. Nothing while it is not over.
#[must_use]
pub fn to_close(last: Option<NaiveDate>, first_entry: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    let month = last.map(next_month).or(first_entry.map(month_of))?;
    (next_month(month) <= today).then_some(month)
}

/// What an application is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Decision {
    Granted,
    Partly,
    Refused,
}

impl Decision {
    /// In the order they are shown.
    pub const ALL: [Decision; 3] = [Decision::Granted, Decision::Partly, Decision::Refused];

    /// The name in the database and in word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Decision::Granted => "granted",
            Decision::Partly => "partly",
            Decision::Refused => "refused",
        }
    }

    /// What granting so much of what was asked for is called. Nothing is never a grant, and nobody gets more than they asked for.
    #[must_use]
    pub fn of(asked: i64, granted: i64) -> Option<Self> {
        match granted {
            0 => Some(Decision::Refused),
            g if g == asked => Some(Decision::Granted),
            g if g > 0 && g < asked => Some(Decision::Partly),
            _ => None,
        }
    }
}

/// The activity fund of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fund {
    /// Set aside by the board.
    pub allotted: i64,
    /// Granted.
    pub granted: i64,
    /// Paid out.
    pub paid: i64,
    /// Come back of it.
    pub back: i64,
}

impl Fund {
    /// What can still be granted: what was set aside, less what was granted, plus what came back.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.allotted - self.granted + self.back
    }
}

/// What an account was to bring or cost, and what it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Against {
    /// The budget, without a sign.
    pub budget: i64,
    /// The entries of the year, in the account's own direction: income that came in, costs that went out.
    pub actual: i64,
}

impl Against {
    /// What an account's entries sum to, seen in its own direction.
    #[must_use]
    pub fn of(income: bool, budget: i64, sum: i64) -> Self {
        Self { budget, actual: if income { sum } else { -sum } }
    }

    /// What is left of the budget; negative: more than planned.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.budget - self.actual
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    #[test]
    fn a_month_can_be_closed_once_it_is_over_and_none_is_passed_over() {
        assert_eq!(to_close(None, Some(day(2026, 1, 17)), day(2026, 1, 31)), None);
        assert_eq!(to_close(None, Some(day(2026, 1, 17)), day(2026, 2, 1)), Some(day(2026, 1, 1)));
        assert_eq!(to_close(Some(day(2025, 12, 1)), Some(day(2025, 3, 2)), day(2026, 5, 1)), Some(day(2026, 1, 1)), "the next, not the last");
        assert_eq!(to_close(None, None, day(2026, 5, 1)), None, "nothing to close");
    }

    #[test]
    fn an_answer_is_called_what_it_is() {
        assert_eq!(Decision::of(500, 500), Some(Decision::Granted));
        assert_eq!(Decision::of(500, 200), Some(Decision::Partly));
        assert_eq!(Decision::of(500, 0), Some(Decision::Refused));
        assert_eq!(Decision::of(500, 501), None, "nobody gets more than they asked for");
        assert_eq!(Decision::of(500, -1), None);
    }

    #[test]
    fn costs_are_compared_without_their_sign() {
        assert_eq!(Against::of(false, 1_000, -400), Against { budget: 1_000, actual: 400 });
        assert_eq!(Against::of(true, 1_000, 1_200).left(), -200);
        assert_eq!(Against::of(false, 0, 30).actual, -30, "money that came back on an account of costs");
    }

    proptest! {
        #[test]
        fn the_last_balance_is_the_sum_and_each_differs_by_its_amount(before in -1_000_000i64..1_000_000, amounts in prop::collection::vec(-100_000i64..100_000, 0..60)) {
            let balances = running(before, amounts.iter().copied());
            prop_assert_eq!(balances.len(), amounts.len());
            prop_assert_eq!(balances.last().copied().unwrap_or(before), before + amounts.iter().sum::<i64>());
            let mut last = before;
            for (balance, amount) in balances.iter().zip(&amounts) {
                prop_assert_eq!(balance - last, *amount);
                last = *balance;
            }
        }

        #[test]
        fn an_entry_and_the_one_that_takes_it_back_leave_the_balance_as_it_was(before in any::<i32>(), amounts in prop::collection::vec(-100_000i64..100_000, 1..30), at in 0usize..30) {
            let mut with = amounts.clone();
            let taken = amounts[at % amounts.len()];
            with.extend([taken, -taken]);
            let (one, other) = (running(i64::from(before), amounts), running(i64::from(before), with));
            prop_assert_eq!(one.last(), other.last());
        }

        #[test]
        fn what_is_left_of_the_fund_is_never_more_than_was_set_aside_while_no_more_comes_back_than_was_granted(
            allotted in 0i64..1_000_000, granted in 0i64..1_000_000, share in 0i64..=100
        ) {
            let fund = Fund { allotted, granted, paid: granted, back: granted * share / 100 };
            prop_assert!(fund.left() <= allotted);
        }
    }
}
