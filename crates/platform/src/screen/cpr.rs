//! Danish personal numbers: DDMMYY-XXXX.
//!
//! What the CPR office says of them, *Personnummeret i CPR-systemet*
//! (<https://cpr.dk/media/12066/personnummeret-i-cpr.pdf>): the first six digits are the day of birth, the seventh says in
//! which century:
//!
//! | 7th digit | year of two digits | born |
//! |---|---|---|
//! | 0–3 | 00–99 | 1900–1999 |
//! | 4 | 00–36 / 37–99 | 2000–2036 / 1937–1999 |
//! | 5–8 | 00–57 / 58–99 | 2000–2057 / 1858–1899 |
//! | 9 | 00–36 / 37–99 | 2000–2036 / 1937–1999 |
//!
//! The weighted sum of the digits (4, 3, 2, 7, 6, 5, 4, 3, 2, 1) used to be divisible by 11. Since October 2007 numbers are
//! also given out without that, for days of birth whose numbers ran short: the sum speaks *for* a number, its absence
//! not against it. Administrative numbers have 60 added to the day.

use chrono::{Datelike, NaiveDate};

use super::numbers::Numbers;
use super::{Certainty, Hit, Kind};

/// The personal numbers of a text.
pub(super) fn find(numbers: &Numbers<'_>, today: NaiveDate) -> Vec<Hit> {
    let mut hits = vec![];
    let mut i = 0;
    while i < numbers.runs.len() {
        match at(numbers, i, today) {
            Some((runs, hit)) => {
                hits.push(hit);
                i += runs;
            }
            None => i += 1,
        }
    }
    hits
}

/// The shapes a number has: how many runs, and whether it is written with the dash that hardly anything else has.
const SHAPES: &[(&[usize], bool)] = &[(&[10], false), (&[6, 4], true), (&[8, 4], true), (&[2, 2, 2, 4], true)];

fn at(numbers: &Numbers<'_>, i: usize, today: NaiveDate) -> Option<(usize, Hit)> {
    for (lengths, parted) in SHAPES {
        let count = lengths.len();
        if numbers.runs.len() < i + count || (0..count).any(|k| numbers.runs[i + k].digits.len() != lengths[k]) {
            continue;
        }
        let last_gap = if *parted { numbers.gap(i + count - 2) } else { String::new() };
        let dashed = last_gap.contains('-');
        if *parted && !["-", " ", " -", "- ", " - ", "/", "."].contains(&last_gap.as_str()) {
            continue;
        }
        if count == 4 && !numbers.grouped(i, &[2, 2, 2], &[" ", ".", "-", "/"]) {
            continue;
        }
        let mut digits = numbers.digits(i, count);
        if *lengths == [8, 4] {
            // The year in full: 01011990-1234.
            let century = digits[4..6].to_owned();
            let year = birth(&format!("{}{}", &digits[..4], &digits[6..]), today)?.year();
            if !dashed || Ok(year / 100) != century.parse() {
                continue;
            }
            digits = format!("{}{}", &digits[..4], &digits[6..]);
        }
        let range = numbers.range(i, count);
        if birth(&digits, today).is_none() || !stands_alone(numbers, &range) {
            continue;
        }
        let named = numbers.words_before(range.start, 4).iter().any(|w| NAMES.iter().any(|name| w.starts_with(name)));
        let checked = sum(&digits).is_multiple_of(11);
        let otherwise = numbers.is_named_otherwise(range.start) || numbers.is_an_amount(&range);
        // Without the dash an account, a case or a production unit may look the same.
        let undashed = !dashed && (otherwise || count == 4);
        if !named && (undashed || (!*parted && digits.ends_with("0000"))) {
            continue;
        }
        let certainty = if named || checked { Certainty::Sure } else { Certainty::Likely };
        return Some((count, Hit { kind: Kind::PersonalNumber, certainty, range }));
    }
    None
}

/// Words that announce a personal number.
const NAMES: &[&str] = &["cpr", "personnummer", "personnr", "fødselsnummer", "født", "social security"];

/// A case number may hold one: `sag 010190-1234-7` is not taken, `/010190-1234` is.
fn stands_alone(numbers: &Numbers<'_>, range: &std::ops::Range<usize>) -> bool {
    let slash = numbers.text[..range.start].ends_with(['/', '#', '=']);
    numbers.stands_alone(range) || (slash && numbers.stands_alone(&(range.end..range.end)))
}

/// The day of birth that ten digits stand for, if there is one and it has been.
pub(super) fn birth(digits: &str, today: NaiveDate) -> Option<NaiveDate> {
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let (day, month, year, seventh) = (number(0, 2)?, number(2, 4)?, number(4, 6)?, number(6, 7)?);
    let century = match (seventh, year) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (5..=8, ..=57) => 2000,
        _ => 1800,
    };
    let day = if day > 60 { day - 60 } else { day };
    NaiveDate::from_ymd_opt(century + i32::try_from(year).ok()?, month, day).filter(|d| *d <= today)
}

/// The weighted sum of the check.
pub(super) fn sum(digits: &str) -> u32 {
    digits.bytes().zip([4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum()
}
