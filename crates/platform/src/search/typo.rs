//! Misspelt words: which words of the index are one slip of the finger away, two for long words.
//!
//! Every word is stored whole and with each one of its letters left out. Leaving letters out of what was typed too
//! makes the two meet, so a handful of look-ups finds every candidate (the idea of SymSpell); the distance decides.

use std::collections::BTreeSet;

/// Shorter words are not corrected: too many others are near.
pub const SHORTEST: usize = 4;

/// From this length on two slips are forgiven.
const LONG: usize = 8;

/// How many slips are forgiven in a word of so many letters.
#[must_use]
pub fn forgiven(letters: usize) -> usize {
    match letters {
        0..SHORTEST => 0,
        SHORTEST..LONG => 1,
        _ => 2,
    }
}

/// The word, and the word with each one of its letters left out.
#[must_use]
pub fn parts(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut out = BTreeSet::from([word.to_owned()]);
    for skip in 0..letters.len() {
        out.insert(letters.iter().enumerate().filter(|(i, _)| *i != skip).map(|(_, c)| *c).collect());
    }
    out
}

/// What to look a typed word up by.
#[must_use]
pub fn probes(typed: &str) -> BTreeSet<String> {
    let one = parts(typed);
    if forgiven(typed.chars().count()) < 2 {
        return one;
    }
    one.iter().flat_map(|p| parts(p)).chain(one.iter().cloned()).filter(|p| p.chars().count() + 2 >= typed.chars().count()).collect()
}

/// Slips between two words: a letter too many, too few, another one, or two that changed places (optimal string
/// alignment; G. Navarro, "A guided tour to approximate string matching", ACM Computing Surveys 33, 2001).
#[must_use]
pub fn slips(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One slip in a word.
    fn slipped(word: &str, kind: u8, place: usize, letter: char) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = place % letters.len();
        match kind % 4 {
            0 => letters.insert(at, letter),
            1 => letters[at] = letter,
            2 => {
                letters.remove(at);
            }
            _ => {
                let at = place % (letters.len() - 1);
                letters.swap(at, at + 1);
            }
        }
        letters.into_iter().collect()
    }

    #[test]
    fn slips_are_counted() {
        assert_eq!(slips("klub", "klub"), 0);
        assert_eq!(slips("kulb", "klub"), 1);
        assert_eq!(slips("klubb", "klub"), 1);
        assert_eq!(slips("ungdomsklub", "undgomsklubb"), 2);
        assert_eq!(slips("", "ja"), 2);
    }

    proptest! {
        #[test]
        fn one_slip_is_always_met(word in "[a-zæøå]{5,14}", kind in 0u8..4, place in 0usize..14, letter in "[a-zæøå]") {
            let typed = slipped(&word, kind, place, letter.chars().next().unwrap_or('e'));
            prop_assert!(slips(&typed, &word) <= 1);
            let stored = parts(&word);
            prop_assert!(probes(&typed).iter().any(|p| stored.contains(p)), "{typed} does not meet {word}");
        }

        #[test]
        fn the_distance_is_a_distance(a in "[abå]{0,7}", b in "[abå]{0,7}") {
            prop_assert_eq!(slips(&a, &b), slips(&b, &a));
            prop_assert_eq!(slips(&a, &b) == 0, a == b);
            prop_assert!(slips(&a, &b) <= a.chars().count().max(b.chars().count()));
        }
    }
}
