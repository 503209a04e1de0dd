//! The numbers of a text as people write them: runs of digits, what stands between them, the words around.

use std::ops::Range;

/// A run of digits.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) digits: String,
    pub(super) range: Range<usize>,
}

/// A text and its runs of digits.
pub(super) struct Numbers<'a> {
    pub(super) text: &'a str,
    pub(super) runs: Vec<Run>,
}

impl<'a> Numbers<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut runs: Vec<Run> = vec![];
        for (at, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            match runs.last_mut() {
                Some(run) if run.range.end == at => {
                    run.digits.push(digit);
                    run.range.end = at + 1;
                }
                _ => runs.push(Run { digits: digit.to_string(), range: at..at + 1 }),
            }
        }
        Self { text, runs }
    }

    /// What stands between a run and the next one, dashes and blanks made alike; empty when it is more than a few signs.
    pub(super) fn gap(&self, i: usize) -> String {
        let Some(next) = self.runs.get(i + 1) else { return String::new() };
        let gap = &self.text[self.runs[i].range.end..next.range.start];
        if gap.chars().count() > 3 {
            return String::new();
        }
        gap.chars()
            .map(|c| match c {
                '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => ' ',
                '–' | '−' | '‐' | '‑' | '—' => '-',
                c => c,
            })
            .collect()
    }

    /// The lengths of so many runs from `i` on, where each gap to the next is one of these and all are the same.
    pub(super) fn grouped(&self, i: usize, lengths: &[usize], gaps: &[&str]) -> bool {
        let first = self.gap(i);
        lengths.iter().enumerate().all(|(k, length)| {
            self.runs.get(i + k).is_some_and(|run| run.digits.len() == *length)
                && (k + 1 == lengths.len() || (gaps.contains(&first.as_str()) && self.gap(i + k) == first))
        })
    }

    /// The digits of so many runs from `i` on.
    pub(super) fn digits(&self, i: usize, count: usize) -> String {
        self.runs[i..i + count].iter().map(|r| r.digits.as_str()).collect()
    }

    pub(super) fn range(&self, i: usize, count: usize) -> Range<usize> {
        self.runs[i].range.start..self.runs[i + count - 1].range.end
    }

    /// Whether the number is one of its own: not part of a word, a larger number or an address on the web.
    pub(super) fn stands_alone(&self, range: &Range<usize>) -> bool {
        let mut before = self.text[..range.start].chars().rev();
        let mut after = self.text[range.end..].chars();
        let starts = match (before.next(), before.next()) {
            (Some(c), _) if c.is_alphanumeric() || "_=#&%$£€/\\".contains(c) => false,
            (Some('.' | ','), Some(d)) if d.is_ascii_digit() => false,
            (Some('-'), Some(c)) if c.is_alphanumeric() => false,
            _ => true,
        };
        let ends = match (after.next(), after.next()) {
            (Some(c), _) if c.is_alphanumeric() || "_%$£€&=".contains(c) => false,
            (Some('.' | ',' | ':' | '/'), Some(d)) if d.is_ascii_digit() => false,
            (Some('-'), Some(c)) if c.is_alphanumeric() => false,
            _ => true,
        };
        starts && ends
    }

    /// The words before a place, the nearest first, in small letters and without signs around them.
    pub(super) fn words_before(&self, place: usize, most: usize) -> Vec<String> {
        let line = self.text[..place].rsplit('\n').next().unwrap_or("");
        line.split_whitespace().rev().map(bare).filter(|w| !w.is_empty()).take(most).collect()
    }

    /// The word after a place.
    pub(super) fn word_after(&self, place: usize) -> String {
        self.text[place..].split_whitespace().map(bare).next().unwrap_or_default()
    }

    /// Whether a word before the number says that it counts, names or dates something else: `journalnr.`, `CVR`, `kr.`
    pub(super) fn is_named_otherwise(&self, place: usize) -> bool {
        let words = self.words_before(place, 3);
        let filler = |w: &str| ["nr", "nummer", "no", "er", "hedder", "har", "på", "the", "number", "is"].contains(&w);
        let named = |w: &str| OTHERWISE.contains(&w) || ["nr", "nummer", "number", "-id"].iter().any(|end| w.strip_suffix(end).is_some_and(is_a_thing));
        match words.as_slice() {
            [first, ..] if named(first) => true,
            [first, second, ..] if filler(first) && named(second) => true,
            [first, second, third, ..] if filler(first) && filler(second) && named(third) => true,
            _ => false,
        }
    }

    /// Whether the number is an amount or a measure: `25000000 kr.`, `20202020 besøgende`.
    pub(super) fn is_an_amount(&self, range: &Range<usize>) -> bool {
        UNITS.contains(&self.word_after(range.end).as_str())
            || ["kr", "dkk", "eur", "euro", "€", "$", "£", "beløb"].contains(&self.words_before(range.start, 1).concat().as_str())
    }
}

/// `sagsnr`, `journalnummer` and the like, but not the numbers one calls and not those of people.
fn is_a_thing(stem: &str) -> bool {
    let stem = stem.trim_end_matches(['.', '-', '/']);
    !stem.is_empty() && !["telefon", "tlf", "mobil", "mob", "sms", "person", "cpr", "phone", "fødsels", "vagt", "kontakt", "direkte"].contains(&stem)
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '€' && c != '$' && c != '£' && c != '%').to_lowercase()
}

const OTHERWISE: &[&str] = &[
    "j",
    "j.nr",
    "jnr",
    "journal",
    "sag",
    "sagen",
    "sags-id",
    "case",
    "cvr",
    "cvr-nr",
    "se-nr",
    "ean",
    "ean-nr",
    "gln",
    "p-nr",
    "p-enhed",
    "konto",
    "kontonr",
    "reg",
    "reg.nr",
    "regnr",
    "ordre",
    "faktura",
    "bilag",
    "isbn",
    "issn",
    "matrikel",
    "matr",
    "dok",
    "dokument",
    "id",
    "ref",
    "reference",
    "uge",
    "uger",
    "side",
    "siderne",
    "år",
    "årene",
    "postnr",
    "lov",
    "bekendtgørelse",
    "serie",
    "kunde",
    "medlem",
    "invoice",
    "account",
    "week",
    "weeks",
    "page",
    "pages",
    "years",
    "version",
    "iban",
    "edoc",
    "acadre",
    "sbsys",
    "kl",
    "kle",
];

const UNITS: &[&str] = &[
    "kr",
    "kroner",
    "dkk",
    "euro",
    "eur",
    "€",
    "mio",
    "mia",
    "million",
    "millioner",
    "procent",
    "%",
    "stk",
    "m2",
    "m²",
    "kvm",
    "m3",
    "m³",
    "km",
    "km2",
    "kg",
    "ton",
    "tons",
    "liter",
    "timer",
    "minutter",
    "indbyggere",
    "borgere",
    "personer",
    "mennesker",
    "besøgende",
    "besøg",
    "visninger",
    "kwh",
    "mwh",
    "inhabitants",
    "people",
    "visitors",
    "hours",
];
