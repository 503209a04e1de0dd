//! How two texts differ, word by word, and how two people's changes to one text become one text that has lost nothing.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A run of words that two texts share, or that only one of them has.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Piece {
    Same(String),
    Deleted(String),
    Added(String),
}

/// How `new` differs from `old`: Myers' difference (1986) of words and the white space between them.
#[must_use]
pub fn compare(old: &str, new: &str) -> Vec<Piece> {
    let (a, b) = (words(old), words(new));
    let mut out = vec![];
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        let (before, after) = (a[op.old_range()].concat(), b[op.new_range()].concat());
        match op {
            DiffOp::Equal { .. } => out.push(Piece::Same(before)),
            _ => {
                out.extend((!before.is_empty()).then_some(Piece::Deleted(before)));
                out.extend((!after.is_empty()).then_some(Piece::Added(after)));
            }
        }
    }
    out
}

/// `mine` and `theirs` both began as `base`: the text with both changes in it. What either wrote is there; what either took
/// away is gone. Where both wrote at the same place, theirs stands first.
#[must_use]
pub fn merge(base: &str, mine: &str, theirs: &str) -> String {
    if mine == theirs {
        return mine.to_owned();
    }
    let (was, my, their) = (words(base), words(mine), words(theirs));
    let (my, their) = (Edits::of(&was, &my), Edits::of(&was, &their));
    let mut out = String::with_capacity(mine.len().max(theirs.len()));
    for gap in 0..=was.len() {
        let (first, second) = (their.written[gap].concat(), my.written[gap].concat());
        join(&mut out, &first);
        if first != second {
            join(&mut out, &second);
        }
        if gap < was.len() && my.kept[gap] && their.kept[gap] {
            join(&mut out, was[gap]);
        }
    }
    out
}

/// Adds to a text; two words that now meet stay two.
fn join(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() && !text.ends_with(char::is_whitespace) && !more.starts_with(char::is_whitespace) {
        text.push(' ');
    }
    text.push_str(more);
}

/// What somebody did to a text: which of its words they kept, and what they wrote before each of them and at the end.
struct Edits<'a> {
    kept: Vec<bool>,
    written: Vec<Vec<&'a str>>,
}

impl<'a> Edits<'a> {
    fn of(was: &[&str], is: &[&'a str]) -> Self {
        let mut edits = Self { kept: vec![false; was.len()], written: vec![vec![]; was.len() + 1] };
        for op in capture_diff_slices(Algorithm::Myers, was, is) {
            match op {
                DiffOp::Equal { .. } => edits.kept[op.old_range()].fill(true),
                // A word that is written on stands where it stood, before what others added after it.
                _ => edits.written[op.old_range().start].extend(&is[op.new_range()]),
            }
        }
        edits
    }
}

/// Words and the white space between them, each on its own: a word at the end of a text is still the same word.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace)
        .flat_map(|part| part.char_indices().next_back().filter(|(_, c)| c.is_whitespace()).map_or([part, ""], |(i, _)| [&part[..i], &part[i..]]))
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(pieces: &[Piece], old: bool) -> String {
        let text = |p: &Piece| match p {
            Piece::Same(t) => t.clone(),
            Piece::Deleted(t) if old => t.clone(),
            Piece::Added(t) if !old => t.clone(),
            _ => String::new(),
        };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn a_sentence_that_is_added_leaves_the_one_before_alone() {
        assert_eq!(compare("Alt er åbent.", "Alt er åbent. Næsten."), [Piece::Same("Alt er åbent.".into()), Piece::Added(" Næsten.".into())]);
    }

    #[test]
    fn two_people_who_write_at_once_both_keep_their_words() {
        assert_eq!(merge("Vi mødes.", "Vi mødes tirsdag.", "Vi mødes. Alle kom."), "Vi mødes tirsdag. Alle kom.");
        assert_eq!(merge("", "Ja.", "Nej."), "Nej. Ja.", "both wrote first");
        assert_eq!(merge("et hus", "et huset", "et hus her"), "et huset her", "a word that is written on");
        assert_eq!(merge("a b c", "a c", "a b c d"), "a c d", "what one takes away is gone");
        assert_eq!(merge("a b c", "a c", "a bad c"), "a bad c", "but not what somebody else wrote there");
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back_from_the_comparison(old in "[ab æ\n]{0,60}", new in "[ab æ\n]{0,60}") {
            let pieces = compare(&old, &new);
            prop_assert_eq!(side(&pieces, true), old.clone());
            prop_assert_eq!(side(&pieces, false), new.clone());
            prop_assert_eq!(pieces.iter().all(|p| matches!(p, Piece::Same(_))), old == new);
        }

        #[test]
        fn where_only_one_wrote_the_text_is_theirs(base in "[ab \n]{0,40}", other in "[abc \n]{0,40}") {
            prop_assert_eq!(merge(&base, &other, &base), other.clone());
            prop_assert_eq!(merge(&base, &base, &other), other.clone());
            prop_assert_eq!(merge(&base, &other, &other), other);
        }

        #[test]
        fn no_word_anybody_added_is_lost(base in "[ab ]{0,30}", at_mine in 0usize..30, at_theirs in 0usize..30) {
            let put = |at: usize, word: &str| {
                let mut text = base.clone();
                text.insert_str(at.min(base.len()), word);
                text
            };
            let merged = merge(&base, &put(at_mine, " xx "), &put(at_theirs, " yy "));
            prop_assert!(merged.contains("xx") && merged.contains("yy"), "{:?}", merged);
        }
    }
}
