//! Danish telephone numbers: eight digits, the first not 0 or 1 (the numbering plan of Styrelsen for Dataforsyning og
//! Infrastruktur), alone or in pairs or fours, with or without +45; and numbers abroad with their country code.

use chrono::NaiveDate;

use super::numbers::Numbers;
use super::{Certainty, Hit, Kind};

/// The telephone numbers of a text.
pub(super) fn find(numbers: &Numbers<'_>) -> Vec<Hit> {
    let mut hits = vec![];
    let mut i = 0;
    while i < numbers.runs.len() {
        match with_country_code(numbers, i).or_else(|| danish(numbers, i)) {
            Some((runs, hit)) => {
                hits.push(hit);
                i += runs;
            }
            None => i += 1,
        }
    }
    hits
}

/// The number without country code and blanks: how two ways of writing it are compared.
pub(super) fn subscriber(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    match digits.strip_prefix("45") {
        Some(rest) if rest.len() == 8 => rest.to_owned(),
        _ => digits.to_owned(),
    }
}

/// `+45 20 12 34 56`, `0045 20123456`, `+46 70-123 45 67`.
fn with_country_code(numbers: &Numbers<'_>, i: usize) -> Option<(usize, Hit)> {
    let run = &numbers.runs[i];
    let before = &numbers.text[..run.range.start];
    let plus = before.ends_with('+');
    let danish = run.digits.starts_with("0045");
    if !plus && !danish {
        return None;
    }
    let (mut count, mut digits) = (1, run.digits.len());
    while digits < 15 && i + count < numbers.runs.len() && [" ", "-", ".", "(", ")", ") ", " ("].contains(&numbers.gap(i + count - 1).as_str()) {
        let next = numbers.runs[i + count].digits.len();
        if digits + next > 15 || is_whole(&numbers.digits(i, count)) {
            break;
        }
        digits += next;
        count += 1;
    }
    let range = numbers.range(i, count);
    let all = numbers.digits(i, count);
    let whole = if is_danish(&all) { is_whole(&all) } else { plus && (9..=15).contains(&digits) };
    let start = if plus { range.start - 1 } else { range.start };
    let in_word = numbers.text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
    (whole && !in_word && !numbers.is_an_amount(&range)).then_some((count, Hit { kind: Kind::Phone, certainty: Certainty::Sure, range: start..range.end }))
}

fn is_danish(digits: &str) -> bool {
    digits.strip_prefix("00").unwrap_or(digits).starts_with("45")
}

/// The country code and eight digits.
fn is_whole(digits: &str) -> bool {
    digits.strip_prefix("00").unwrap_or(digits).strip_prefix("45").is_some_and(|rest| rest.len() == 8)
}

/// Gaps between groups.
const GAPS: &[&str] = &[" ", "-", "."];
/// How the eight digits are grouped without anything that announces a telephone number.
const USUAL: &[&[usize]] = &[&[8], &[2, 2, 2, 2], &[4, 4]];
/// And where a word says that it is one.
const UNUSUAL: &[&[usize]] = &[&[2, 3, 3], &[3, 2, 3], &[3, 3, 2], &[2, 2, 4], &[4, 2, 2]];

fn danish(numbers: &Numbers<'_>, i: usize) -> Option<(usize, Hit)> {
    let announced = numbers
        .words_before(numbers.runs[i].range.start, 4)
        .iter()
        .any(|w| ANNOUNCE.iter().any(|a| w == a || w.starts_with("telefon") || w.starts_with("mobil")));
    // 45 20 12 34 56
    if numbers.runs[i].digits == "45"
        && numbers.grouped(i, &[2, 2, 2, 2, 2], GAPS)
        && !(i + 5 < numbers.runs.len() && numbers.grouped(i, &[2, 2, 2, 2, 2, 2], GAPS))
    {
        let range = numbers.range(i, 5);
        let ok = is_subscriber(&numbers.digits(i + 1, 4)) && numbers.stands_alone(&range);
        if ok && !numbers.is_named_otherwise(range.start) {
            return Some((5, Hit { kind: Kind::Phone, certainty: Certainty::Sure, range }));
        }
    }
    for lengths in USUAL.iter().chain(UNUSUAL.iter().filter(|_| announced)) {
        let count = lengths.len();
        if !numbers.grouped(i, lengths, GAPS) {
            continue;
        }
        let (digits, range) = (numbers.digits(i, count), numbers.range(i, count));
        // One more group of the same size: a row of numbers, not a telephone number. Two numbers in a row are eight.
        let gap = if count > 1 { numbers.gap(i) } else { String::new() };
        let row = count == 4 && {
            let longer = |from: usize| numbers.runs.get(from).is_some_and(|r| r.digits.len() == 2);
            let after = longer(i + 4) && numbers.gap(i + 3) == gap && !numbers.grouped(i, &[2; 8], GAPS);
            let before = i > 0 && longer(i - 1) && numbers.gap(i - 1) == gap && !(i >= 4 && numbers.grouped(i - 4, &[2; 8], GAPS));
            after || before
        };
        if row || !is_subscriber(&digits) || !numbers.stands_alone(&range) || numbers.is_an_amount(&range) {
            continue;
        }
        if !announced && (numbers.is_named_otherwise(range.start) || is_something_else(numbers, i, lengths, &digits)) {
            continue;
        }
        let certainty = if announced || count == 4 { Certainty::Sure } else { Certainty::Likely };
        return Some((count, Hit { kind: Kind::Phone, certainty, range }));
    }
    None
}

fn is_subscriber(digits: &str) -> bool {
    digits.len() == 8 && !digits.starts_with(['0', '1'])
}

/// Words that announce a telephone number.
const ANNOUNCE: &[&str] = &["tlf", "tlf.nr", "tlfnr", "ring", "ringe", "ringer", "kald", "sms", "mob", "nummeret", "phone", "call", "fax"];

/// Years, dates, round amounts, rows of numbers.
fn is_something_else(numbers: &Numbers<'_>, i: usize, lengths: &[usize], digits: &str) -> bool {
    let part = |from: usize, to: usize| digits[from..to].parse::<u32>().unwrap_or(0);
    let is_year = |n: u32| (1800..=2199).contains(&n);
    let is_day = |year: u32, month: u32, day: u32| is_year(year) && i32::try_from(year).is_ok_and(|y| NaiveDate::from_ymd_opt(y, month, day).is_some());
    match lengths {
        [4, 4] => {
            let (a, b) = (part(0, 4), part(4, 8));
            // Years, opening hours, and thousands: 2019 2020, 3000-4500.
            is_year(a) || is_year(b) || (numbers.gap(i) != " " && a % 100 == 0 && b % 100 == 0)
        }
        [8] => digits.ends_with("0000") || is_day(part(0, 4), part(4, 6), part(6, 8)) || is_day(part(4, 8), part(2, 4), part(0, 2)),
        [2, 2, 2, 2] => {
            let pairs = [part(0, 2), part(2, 4), part(4, 6), part(6, 8)];
            pairs.windows(2).all(|w| w[1] == w[0] + 1) || pairs.windows(2).all(|w| w[1] == w[0] + 10)
        }
        _ => false,
    }
}
