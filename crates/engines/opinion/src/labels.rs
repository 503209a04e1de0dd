//! What a group is called: by what it says.

use serde::{Deserialize, Serialize};

use crate::opinion_map::Representative;
use crate::repness::Direction;

/// Longest statement text in a label, in letters.
const LONGEST: usize = 60;

/// Words for labels, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelWords {
    /// Before a statement the group agrees with: "For".
    pub agree: String,
    /// Before a statement the group disagrees with: "Against".
    pub disagree: String,
    /// Before the id of a statement without text: "statement".
    pub statement: String,
    /// Before the letter of a group that nothing sets apart: "Group".
    pub group: String,
}

impl Default for LabelWords {
    fn default() -> Self {
        Self { agree: "For".into(), disagree: "Against".into(), statement: "statement".into(), group: "Group".into() }
    }
}

/// The letter of a group: A for 0, B for 1, … Z, then numbers.
pub fn group_letter(id: usize) -> String {
    match u8::try_from(id) {
        Ok(id @ 0..=25) => char::from(b'A' + id).to_string(),
        _ => (id + 1).to_string(),
    }
}

/// The label of a group: the side it takes on the statement that sets it apart most (the largest product of share, share
/// test, repness and repness test), or its letter if nothing does.
pub(crate) fn label(id: usize, representative: &[Representative], words: &LabelWords) -> String {
    let weight = |one: &Representative| one.share * one.share_test.max(0.0) * one.repness * one.repness_test.max(0.0);
    let mut most: Option<&Representative> = None;
    for one in representative {
        if most.is_none_or(|most| weight(one) > weight(most)) {
            most = Some(one);
        }
    }
    let Some(most) = most else {
        return format!("{} {}", words.group, group_letter(id));
    };
    let side = match most.direction {
        Direction::Agree => &words.agree,
        Direction::Disagree => &words.disagree,
    };
    let text = shortened(&most.text, LONGEST);
    if text.is_empty() { format!("{side}: {} {}", words.statement, most.statement) } else { format!("{side}: {text}") }
}

/// The text on one line, cut after the last whole word that fits into `longest` letters, with an ellipsis if it is cut.
/// A text without spaces (as in Chinese) is cut within.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= longest {
        return one_line;
    }
    let cut: String = one_line.chars().take(longest.saturating_sub(1)).collect();
    let whole = match cut.rfind(' ') {
        Some(space) if cut[..space].chars().count() * 2 >= longest => &cut[..space],
        _ => cut.as_str(),
    };
    format!("{}…", whole.trim_end_matches(|letter: char| letter.is_whitespace() || ",.;:–-".contains(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_words() {
        assert_eq!(shortened("Flere  bænke\n i parken", 60), "Flere bænke i parken");
        assert_eq!(shortened("Flere bænke, og borde i parken", 13), "Flere bænke…");
        assert_eq!(shortened("乘客應該可以選擇", 5), "乘客應該…");
    }

    #[test]
    fn letters_go_on_as_numbers() {
        assert_eq!([0, 1, 25, 26].map(group_letter), ["A", "B", "Z", "27"]);
    }
}
