//! What an offer is, how long it holds, and where there is little: rules that need no database.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use samskab_platform::network::{Kind, Times};
use uuid::Uuid;

/// Days until somebody is asked whether an offer still holds.
pub(crate) const REMIND_DAYS: i64 = 365;
/// Days after that question until an offer nobody answered for ends: a year and a half from when it was last said to hold.
pub(crate) const END_DAYS: i64 = 183;
/// A count below this is never shown: it may point at somebody.
pub(crate) const SMALL: i64 = 5;
/// Offers one person may have at a time, for themselves and those they speak for together.
pub(crate) const MOST: usize = 12;
/// Longest text in one's own words, in characters.
pub(crate) const WORDS: usize = 500;
/// How often at most that can be chosen, times a month; 0: as often as needed.
pub(crate) const PER_MONTH: [i64; 5] = [0, 1, 2, 4, 8];
/// How long a pause can be, in days.
pub(crate) const PAUSES: [i64; 4] = [14, 30, 90, 180];
/// The fast ways of reaching somebody, as the keys of [`samskab_platform::person::Contact`].
pub(crate) const FAST: [&str; 3] = ["text", "phone", "mail"];

/// What somebody offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// For which association, business or institution; `None`: for themselves.
    pub organisation: Option<Uuid>,
    /// Where they are; `None`: nowhere in particular.
    pub area: Option<Uuid>,
    /// Whether they go everywhere in the municipality.
    pub wide: bool,
    /// What they can do or lend.
    pub can: Vec<Kind>,
    /// What else there is to know, in their own words.
    pub own_words: String,
    /// When.
    pub times: Times,
    /// How many times a month at most; 0: as often as needed.
    pub per_month: i64,
    /// How they are reached fast: `text`, `phone` or `mail`.
    pub fast: String,
    /// The date of their child-protection certificate.
    pub certificate_on: Option<NaiveDate>,
    /// Whether they have a driving licence.
    pub licence: bool,
    /// Whether they know first aid.
    pub first_aid: bool,
    /// Languages beside Danish, of [`samskab_platform::network::LANGUAGES`].
    pub languages: Vec<String>,
}

/// How an offer came in that somebody else wrote down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum How {
    Paper,
    Phone,
}

impl How {
    /// In the order they are offered.
    pub const ALL: [How; 2] = [How::Phone, How::Paper];

    /// The name in the database, forms and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            How::Paper => "paper",
            How::Phone => "phone",
        }
    }

    pub(crate) fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|h| h.key() == key)
    }
}

/// Whether somebody has been asked if it holds, and has not answered.
pub(crate) fn is_asked(confirmed: DateTime<Utc>, reminded: Option<DateTime<Utc>>) -> bool {
    reminded.is_some_and(|at| at > confirmed)
}

/// When an offer ends that nobody answers for.
pub(crate) fn ends_at(confirmed: DateTime<Utc>) -> DateTime<Utc> {
    confirmed + Duration::days(REMIND_DAYS + END_DAYS)
}

/// Offers of one area, and how many live there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) offers: i64,
    pub(crate) inhabitants: Option<i64>,
}

impl Counted {
    /// Offers for each thousand who live there.
    pub(crate) fn per_thousand(self) -> Option<f64> {
        self.inhabitants.filter(|n| *n > 0).map(|n| self.offers as f64 * 1_000.0 / n as f64)
    }
}

/// In which of these areas there is little: too few offers to show, or less than half of what the middle area has — for each
/// thousand inhabitants where they are known, else in number.
pub(crate) fn thin(areas: &[Counted]) -> Vec<bool> {
    let by_head = median(areas.iter().filter_map(|a| a.per_thousand()).collect());
    let by_number = median(areas.iter().map(|a| a.offers as f64).collect());
    let few = |a: &Counted| match (a.per_thousand(), by_head) {
        (Some(own), Some(middle)) => own < middle / 2.0,
        _ => by_number.is_some_and(|middle| (a.offers as f64) < middle / 2.0),
    };
    areas.iter().map(|a| a.offers < SMALL || few(a)).collect()
}

/// The middle one; of an even number the mean of the two in the middle.
fn median(mut all: Vec<f64>) -> Option<f64> {
    all.sort_by(f64::total_cmp);
    let half = all.len() / 2;
    let upper = *all.get(half)?;
    Some(if all.len() % 2 == 1 { upper } else { f64::midpoint(all.get(half.wrapping_sub(1)).copied().unwrap_or(upper), upper) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(offers: i64, inhabitants: i64) -> Counted {
        Counted { offers, inhabitants: (inhabitants > 0).then_some(inhabitants) }
    }

    #[test]
    fn little_is_half_of_the_middle_for_each_who_lives_there() {
        // 10, 5 and 2 of each thousand: the middle is 5.
        assert_eq!(thin(&[counted(100, 10_000), counted(25, 5_000), counted(40, 20_000)]), [false, false, true]);
        // The same numbers where nobody knows how many live there.
        assert_eq!(thin(&[counted(100, 0), counted(25, 0), counted(19, 0)]), [false, false, false]);
        assert_eq!(thin(&[counted(100, 0), counted(25, 0), counted(12, 0)]), [false, false, true]);
    }

    #[test]
    fn what_is_too_small_to_show_is_little_everywhere() {
        assert_eq!(thin(&[counted(4, 10), counted(5, 10)]), [true, false]);
        assert_eq!(thin(&[counted(0, 0)]), [true]);
        assert!(thin(&[]).is_empty());
    }

    #[test]
    fn the_middle_of_two_lies_between_them() {
        assert_eq!(median(vec![4.0, 2.0]), Some(3.0));
        assert_eq!(median(vec![]), None);
    }
}
