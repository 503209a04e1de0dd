//! E-mail addresses, also as people write them to hide them from machines: `karen snabel-a skole dk`, `karen(at)skole.dk`.

use std::ops::Range;

use super::{Certainty, Hit, Kind};

/// The addresses of a text.
pub(super) fn find(text: &str) -> Vec<Hit> {
    let mut hits: Vec<Hit> = vec![];
    for (sign, spelled) in signs(text) {
        let Some(range) = around(text, &sign, spelled) else { continue };
        if hits.last().is_none_or(|h| h.range.end <= range.start) {
            let certainty = if spelled { Certainty::Likely } else { Certainty::Sure };
            hits.push(Hit { kind: Kind::Email, certainty, range });
        }
    }
    hits
}

/// What stands for the sign, spelled out. `at` alone is a Danish word, so it needs brackets.
const SPELLED: &[&str] = &[
    "snabel-a",
    "snabela",
    "snabel a",
    "snabel",
    "(at)",
    "[at]",
    "{at}",
    "( at )",
    "[ at ]",
    "(snabel-a)",
    "[snabel-a]",
    "(snabela)",
    "[snabela]",
    "(a)",
    "[a]",
    "@",
];

/// Where the sign stands, and whether it is spelled out or has blanks around it; the longest spelling wins.
fn signs(text: &str) -> Vec<(Range<usize>, bool)> {
    // Small letters of the same length, so that places in it are places in the text.
    let small: String = text.chars().map(|c| if c.len_utf8() == 1 { c.to_ascii_lowercase() } else { c }).collect();
    let mut all: Vec<(Range<usize>, bool)> = vec![];
    for spelling in SPELLED {
        for (at, _) in small.match_indices(spelling) {
            let range = at..at + spelling.len();
            let is_word = spelling.starts_with('s');
            let in_word = is_word && (small[..at].ends_with(char::is_alphanumeric) || small[range.end..].starts_with(char::is_alphanumeric));
            if !in_word && all.iter().all(|(r, _)| r.end <= range.start || range.end <= r.start) {
                all.push((range, *spelling != "@"));
            }
        }
    }
    all.sort_by_key(|(r, _)| r.start);
    all
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "._%+-".contains(c)
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

/// The whole address around a sign.
fn around(text: &str, sign: &Range<usize>, spelled: bool) -> Option<Range<usize>> {
    let before = text[..sign.start].trim_end_matches(' ');
    let after_start = text.len() - text[sign.end..].trim_start_matches(' ').len();
    let blanks = before.len() < sign.start || after_start > sign.end;
    let name: usize = before.chars().rev().take_while(|c| is_local(*c)).map(char::len_utf8).sum();
    let start = before.len() - name;
    let local = before[start..].trim_start_matches('.');
    if local.is_empty() || !local.chars().any(char::is_alphanumeric) {
        return None;
    }
    let start = before.len() - local.len();
    let end = domain(text, after_start, spelled || blanks)?;
    Some(start..end)
}

/// The ends of names that people write after a blank: `skole dk`.
const ENDS: &[&str] = &["dk", "com", "net", "org", "eu", "nu", "info", "se", "no", "de", "gl", "fo", "is", "fi"];

/// A dot, and how people write one.
const DOTS: &[&str] = &[
    ".",
    " . ",
    " punktum ",
    " prik ",
    " dot ",
    " (punktum) ",
    " [punktum] ",
    " (dot) ",
    " [dot] ",
    "(punktum)",
    "[punktum]",
    "(dot)",
    "[dot]",
    "[.]",
    "(.)",
    " ",
];

/// Where a domain that begins here ends; `loosely`: its dots may be spelled out or be blanks.
fn domain(text: &str, from: usize, loosely: bool) -> Option<usize> {
    let label = |at: usize| -> usize { text[at..].chars().take_while(|c| is_domain(*c)).map(char::len_utf8).sum() };
    let mut at = from + label(from);
    if at == from {
        return None;
    }
    let mut end = None;
    loop {
        let small: String = text[at..].chars().take(14).collect::<String>().to_lowercase();
        let dots = if loosely { DOTS } else { &DOTS[..1] };
        let Some(dot) = dots.iter().find(|d| small.starts_with(**d)) else { break };
        let next = at + dot.len();
        let length = if text.is_char_boundary(next) { label(next) } else { 0 };
        let word = text.get(next..next + length).unwrap_or("").trim_end_matches('-').to_lowercase();
        let letters = word.len() >= 2 && word.chars().all(char::is_alphabetic);
        if length == 0 || (*dot == " " && !ENDS.contains(&word.as_str())) {
            break;
        }
        at = next + length;
        end = if letters { Some(next + word.len()) } else { end };
        if *dot == " " {
            break;
        }
    }
    end
}
