//! Codes on paper: letters to people without e-mail, and the codes one keeps for the day a device is lost.
//!
//! A code is twelve signs in three groups, `7KPM-2QXD-94TC`: eleven by chance (31^11, about 54 bits) and one that checks the
//! others. The signs are digits and the capital letters except I, L, O, U and V, which are easily taken for another; whoever
//! types O or I means 0 or 1. The check is a sum weighted by place modulo 31, a prime (as ISBN-10 does with 11): one
//! wrong sign, or two that changed places, is always noticed before anything is looked up.

use hmac::{Hmac, KeyInit, Mac};
use samskab_platform::clock::Clock;
use sha2::Sha256;

const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKMNPQRSTWXYZ";

/// Signs of a code, the check sign included.
const LENGTH: usize = 12;

/// What was typed is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    /// Too few or too many signs.
    Length,
    /// A sign no code has.
    Sign,
    /// One sign, or two that changed places.
    Check,
}

/// A new code, without hyphens.
pub(crate) fn new_code(clock: &Clock) -> String {
    let mut code: Vec<usize> = vec![];
    while code.len() < LENGTH - 1 {
        let mut byte = [0u8];
        clock.fill(&mut byte);
        // 248 = 8 · 31: what is above would make some signs likelier than others.
        if byte[0] < 248 {
            code.push(usize::from(byte[0]) % 31);
        }
    }
    code.push(check(&code));
    code.into_iter().map(|n| char::from(SIGNS[n])).collect()
}

/// The check sign's number: with it, the sum of number times place is a multiple of 31.
fn check(first: &[usize]) -> usize {
    let sum: usize = first.iter().enumerate().map(|(i, n)| (i + 1) * n).sum();
    // 12 · 13 = 156 = 5 · 31 + 1, so 13 undoes 12.
    (31 - sum % 31) * 13 % 31
}

/// As it stands on paper: `7KPM-2QXD-94TC`.
pub(crate) fn on_paper(code: &str) -> String {
    code.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join("-")
}

/// Reads what somebody typed.
pub(crate) fn read_code(typed: &str) -> Result<String, Slip> {
    let mut code = String::new();
    for sign in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.' | '_')) {
        code.push(match sign.to_ascii_uppercase() {
            'O' | 'Ø' | 'ø' => '0',
            'I' | 'L' => '1',
            sign if sign.is_ascii() && SIGNS.contains(&(sign as u8)) => sign,
            _ => return Err(Slip::Sign),
        });
    }
    if code.len() != LENGTH {
        return Err(Slip::Length);
    }
    let numbers: Vec<usize> = code.bytes().filter_map(|b| SIGNS.iter().position(|s| *s == b)).collect();
    let sum: usize = numbers.iter().enumerate().map(|(i, n)| (i + 1) * n).sum();
    if sum.is_multiple_of(31) { Ok(code) } else { Err(Slip::Check) }
}

/// What is stored of a code: nobody who reads the database can use it.
pub(crate) fn mac(secret: &[u8], code: &str) -> Vec<u8> {
    // A key of any length is accepted by HMAC (RFC 2104).
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(b"code on paper");
    mac.update(code.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use proptest::prelude::*;

    fn code(seed: u64) -> String {
        new_code(&Clock::fixed(Utc.with_ymd_and_hms(2026, 3, 2, 8, 0, 0).unwrap(), seed))
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = code(1);
        let paper = on_paper(&code);
        assert_eq!(paper.len(), 14);
        for typed in [paper.clone(), paper.to_lowercase(), code.clone(), format!("  {} ", paper.replace('-', " ")), paper.replace('0', "O").replace('1', "l")] {
            assert_eq!(read_code(&typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(read_code(""), Err(Slip::Length));
        assert_eq!(read_code(&paper[1..]), Err(Slip::Length));
        assert_eq!(read_code("KLIT-7284-RAVN"), Err(Slip::Sign), "no code has a V");
    }

    proptest! {
        #[test]
        fn every_code_is_its_own_and_reads_back(seed: u64) {
            prop_assert_eq!(read_code(&on_paper(&code(seed))), Ok(code(seed)));
        }

        #[test]
        fn one_wrong_sign_is_always_noticed(seed: u64, place in 0usize..LENGTH, other in 0usize..31) {
            let mut wrong = code(seed).into_bytes();
            prop_assume!(wrong[place] != SIGNS[other]);
            wrong[place] = SIGNS[other];
            prop_assert_eq!(read_code(std::str::from_utf8(&wrong).unwrap()), Err(Slip::Check));
        }

        #[test]
        fn two_signs_that_changed_places_are_always_noticed(seed: u64, a in 0usize..LENGTH, b in 0usize..LENGTH) {
            let mut wrong = code(seed).into_bytes();
            prop_assume!(wrong[a] != wrong[b]);
            wrong.swap(a, b);
            prop_assert_eq!(read_code(std::str::from_utf8(&wrong).unwrap()), Err(Slip::Check));
        }

        #[test]
        fn whatever_is_typed_is_answered(typed in "\\PC{0,40}") {
            let _ = read_code(&typed);
        }
    }
}
