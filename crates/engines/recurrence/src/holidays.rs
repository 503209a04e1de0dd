//! Danish public holidays.
//!
//! The holy days of the national church follow from the ordinance on them of 26 October 1770 and from Easter; great prayer day
//! was one until 2023 and is none since (act no. 214 of 7 March 2023).

use chrono::{Datelike, Duration, NaiveDate};

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// Its name in word keys (`holiday-…`).
    pub key: &'static str,
}

/// Days after Easter Sunday, and the name.
const MOVING: [(i64, &str); 7] =
    [(-3, "maundy-thursday"), (-2, "good-friday"), (0, "easter"), (1, "easter-monday"), (39, "ascension"), (49, "whitsun"), (50, "whit-monday")];

/// Easter Sunday of a year of the Gregorian calendar: the anonymous algorithm (Nature, 20 April 1876; J. Meeus, Astronomical
/// Algorithms, chapter 8).
#[must_use]
pub fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let number = |n: i32| u32::try_from(n).unwrap_or(1);
    NaiveDate::from_ymd_opt(year, number(n / 31), number(n % 31 + 1)).unwrap_or_default()
}

/// The public holidays of a year, in order.
#[must_use]
pub fn holidays(year: i32) -> Vec<Holiday> {
    let sunday = easter(year);
    let fixed = [(1, 1, "new-year"), (12, 25, "christmas"), (12, 26, "second-christmas")];
    let mut all: Vec<Holiday> = MOVING.iter().map(|(days, key)| Holiday { date: sunday + Duration::days(*days), key }).collect();
    if year < 2024 {
        all.push(Holiday { date: sunday + Duration::days(26), key: "great-prayer-day" });
    }
    all.extend(fixed.iter().filter_map(|(month, day, key)| Some(Holiday { date: NaiveDate::from_ymd_opt(year, *month, *day)?, key })));
    all.sort();
    all
}

/// The public holiday of a day.
#[must_use]
pub fn holiday_on(date: NaiveDate) -> Option<Holiday> {
    holidays(date.year()).into_iter().find(|h| h.date == date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        // As printed in the almanacs; the earliest and the latest there can be among them.
        for text in ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25"] {
            let date: NaiveDate = text.parse().unwrap_or_default();
            assert_eq!(easter(date.year()), date);
        }
    }

    #[test]
    fn a_year_has_ten_holidays_and_had_eleven_while_great_prayer_day_was_one() {
        let dates = |year| holidays(year).into_iter().map(|h| h.date.to_string()).collect::<Vec<_>>();
        let all = ["2027-01-01", "2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-06", "2027-05-16", "2027-05-17", "2027-12-25", "2027-12-26"];
        assert_eq!(dates(2027), all);
        assert_eq!(dates(2023).len(), 11);
        assert!(dates(2023).contains(&"2023-05-05".to_owned()), "great prayer day");
        let day = |text: &str| holiday_on(text.parse().unwrap_or_default()).map(|h| h.key);
        assert_eq!((day("2027-05-06"), day("2027-05-07")), (Some("ascension"), None));
    }
}
