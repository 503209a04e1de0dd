//! The rules of the everyday that need no database.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;

/// Names of those who came are kept so many days, unless the house has chosen otherwise.
pub(crate) const KEEP_DAYS: i64 = 14;
/// What a house can choose.
pub(crate) const KEEP_RANGE: std::ops::RangeInclusive<i64> = 1..=90;
/// What happened is kept so many days.
pub(crate) const INCIDENT_DAYS: i64 = 365;
/// A code can be typed on a screen for so many minutes.
pub(crate) const PAIR_MINUTES: i64 = 30;
/// What a kiosk kept while the network was away is taken up to so many days later.
pub(crate) const LATE_DAYS: i64 = 31;
/// A card nobody knows is counted without a name where the person has gone on: after so many seconds.
pub(crate) const GONE_ON: i64 = 60;
/// One press counts at most so many guests.
pub(crate) const MOST_GUESTS: i64 = 60;

/// Signs that are not taken for one another.
const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// A code for typing on a screen, from random bytes.
pub(crate) fn code(random: [u8; 8]) -> String {
    random.iter().map(|b| char::from(SIGNS[usize::from(*b) % SIGNS.len()])).collect()
}

/// A code as somebody types it, and what a card's reader sends: only letters and digits count, in capitals or not.
pub(crate) fn typed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(40).collect()
}

/// The first word of a name.
pub(crate) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or("")
}

/// What stands on the kiosk for each of these names: first name and initial, with as many more letters of the last name as it
/// takes to tell two people apart. Two of the very same name stand alike; they ask each other.
pub(crate) fn labels(names: &[&str]) -> Vec<String> {
    let parts: Vec<(String, Vec<char>)> = names
        .iter()
        .map(|name| {
            let mut words = name.split_whitespace();
            let first = words.next().unwrap_or("").to_owned();
            (first, words.next_back().unwrap_or("").chars().collect())
        })
        .collect();
    let label = |(first, last): &(String, Vec<char>), letters: usize| match last.len() {
        0 => first.clone(),
        n if n <= letters => format!("{first} {}", last.iter().collect::<String>()),
        _ => format!("{first} {}.", last[..letters].iter().collect::<String>()),
    };
    let mut letters = vec![1; parts.len()];
    let most = parts.iter().map(|p| p.1.len()).max().unwrap_or(0);
    for _ in 0..most {
        let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, part) in parts.iter().enumerate() {
            // A whole name and the same letters with a point are alike to the eye.
            seen.entry(label(part, letters[i]).trim_end_matches('.').to_owned()).or_default().push(i);
        }
        let alike: Vec<usize> = seen.into_values().filter(|who| who.len() > 1).flatten().collect();
        if alike.is_empty() {
            break;
        }
        for i in alike {
            letters[i] += 1;
        }
    }
    parts.iter().zip(letters).map(|(part, n)| label(part, n)).collect()
}

/// Whether one of the words of a label begins with what was typed.
pub(crate) fn fits(label: &str, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let label = label.to_lowercase();
    typed.is_empty() || label.starts_with(&typed) || label.split_whitespace().any(|w| w.starts_with(&typed))
}

/// When something on a screen happened, by the server's clock: so many milliseconds before now, whatever the screen's clock says.
pub(crate) fn moment(now: DateTime<Utc>, age_ms: i64) -> DateTime<Utc> {
    now - Duration::milliseconds(age_ms.clamp(0, LATE_DAYS * 86_400_000))
}

/// The day of a moment in Denmark.
pub(crate) fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Copenhagen).date_naive()
}

/// The Monday of a day's week.
pub(crate) fn monday(day: NaiveDate) -> NaiveDate {
    day - Duration::days(i64::from(day.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use proptest::prelude::*;

    #[test]
    fn a_label_is_first_name_and_as_few_letters_of_the_last_as_it_takes() {
        assert_eq!(labels(&["Karen Sørensen", "Bo", "Ida Maria Holm"]), ["Karen S.", "Bo", "Ida H."]);
        assert_eq!(labels(&["Karen Sørensen", "Karen Sand", "Karen Berg"]), ["Karen Sø.", "Karen Sa.", "Karen B."]);
        assert_eq!(labels(&["Karen Sand", "Karen Sandberg"]), ["Karen Sand", "Karen Sandb."]);
        assert_eq!(labels(&["Bo Li", "Bo Li", ""]), ["Bo Li", "Bo Li", ""]);
    }

    #[test]
    fn a_few_letters_find_first_and_last_name() {
        assert!(fits("Karen Sø.", "ka") && fits("Karen Sø.", "SØ") && fits("Åse B.", "å") && fits("Bo", ""));
        assert!(fits("Karen Sø.", "karen s") && !fits("Karen Sø.", "aren"));
    }

    #[test]
    fn a_screens_own_clock_does_not_matter() {
        let now = Utc.with_ymd_and_hms(2027, 3, 28, 1, 30, 0).single().unwrap_or_default();
        assert_eq!(moment(now, 90_000), now - Duration::seconds(90));
        assert_eq!(moment(now, -5_000), now, "a clock that was put back makes nothing happen in the future");
        assert_eq!(now - moment(now, i64::MAX), Duration::days(LATE_DAYS));
        // Half past twelve at night in summer time is the day before in UTC.
        let night = Utc.with_ymd_and_hms(2027, 6, 1, 22, 30, 0).single().unwrap_or_default();
        assert_eq!(day_of(night).day(), 2);
    }

    proptest! {
        #[test]
        fn two_people_stand_alike_only_where_their_first_and_last_names_are_alike(names in prop::collection::vec("[AB][ab]? [CD][cd]{0,3}", 0..12)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let labels = labels(&names);
            for (i, a) in names.iter().enumerate() {
                for (j, b) in names.iter().enumerate() {
                    if i != j && labels[i] == labels[j] {
                        prop_assert_eq!(a, b);
                    }
                }
            }
        }

        #[test]
        fn a_code_is_what_is_typed_however_it_is_typed(random in any::<[u8; 8]>()) {
            let code = code(random);
            let spaced = format!(" {}-{} ", &code[..4], code[4..].to_uppercase());
            prop_assert_eq!(typed(&spaced), code);
        }
    }
}
