//! A conversation: statements, and what people voted on them.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What one person said to one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// Disagree (−1 in a Polis export).
    Disagree,
    /// Seen, but neither agree nor disagree (0 in a Polis export).
    Pass,
    /// Agree (+1 in a Polis export).
    Agree,
}

impl Choice {
    /// The number used in a Polis export: agree +1, pass 0, disagree −1.
    pub fn value(self) -> i8 {
        match self {
            Self::Disagree => -1,
            Self::Pass => 0,
            Self::Agree => 1,
        }
    }

    /// The choice for +1, 0 or −1; `None` for any other number.
    pub fn from_value(value: i64) -> Option<Self> {
        match value {
            -1 => Some(Self::Disagree),
            0 => Some(Self::Pass),
            1 => Some(Self::Agree),
            _ => None,
        }
    }

    /// Which of two choices by the same person on the same statement counts when nothing says which came last: the same
    /// choice if they are equal, otherwise [`Choice::Pass`], because the person has then not taken a side. The rule does
    /// not depend on the order of the two, nor of three or more.
    pub fn reconcile(self, other: Self) -> Self {
        if self == other { self } else { Self::Pass }
    }
}

/// A statement that people vote on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id, unique in the conversation.
    pub id: String,
    /// Its text as participants see it; may be empty where only votes are known.
    pub text: String,
    /// True if a moderator took it out, or if it is about the participants and not the matter (*is-meta*). Votes on it are
    /// counted and shown, but it neither shapes the map nor stands for a group.
    pub moderated_out: bool,
}

/// One vote in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Who voted.
    pub participant: String,
    /// On which statement.
    pub statement: String,
    /// What.
    pub choice: Choice,
}

/// Statements and the votes in force, in any order.
///
/// At most one vote for each person and statement is expected; if there are more, [`Choice::reconcile`] settles it. A vote
/// on a statement that is not listed adds that statement with an empty text. If an id is listed twice, the texts are
/// compared and the first in alphabetical order counts, and it is moderated out if either is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// The statements.
    pub statements: Vec<Statement>,
    /// The votes.
    pub votes: Vec<Vote>,
}

/// The order of ids everywhere in the engine: ids that are whole numbers come first, by size; then the rest by their
/// Unicode code points. Equal numbers written differently (`7`, `07`) are told apart by their text.
pub fn compare_ids(a: &str, b: &str) -> Ordering {
    match (whole_number(a), whole_number(b)) {
        (Some(x), Some(y)) => x.cmp(&y).then_with(|| a.cmp(b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => a.cmp(b),
    }
}

fn whole_number(id: &str) -> Option<u64> {
    if id.bytes().all(|byte| byte.is_ascii_digit()) { id.parse().ok() } else { None }
}

/// SHA-256 (lower-case hexadecimal) over statements and votes in canonical order: one line
/// `statement TAB id TAB 0|1 TAB text` for each statement and `vote TAB participant TAB statement TAB -1|0|1` for each
/// vote, with backslash, tab, line feed and carriage return escaped as `\\`, `\t`, `\n`, `\r`.
pub(crate) fn digest<'a>(statements: impl Iterator<Item = &'a Statement>, votes: impl Iterator<Item = (&'a str, &'a str, i8)>) -> String {
    let mut hasher = Sha256::new();
    let mut line = String::new();
    for statement in statements {
        line.clear();
        line.push_str("statement\t");
        push_escaped(&mut line, &statement.id);
        line.push_str(if statement.moderated_out { "\t1\t" } else { "\t0\t" });
        push_escaped(&mut line, &statement.text);
        line.push('\n');
        hasher.update(line.as_bytes());
    }
    for (participant, statement, value) in votes {
        line.clear();
        line.push_str("vote\t");
        push_escaped(&mut line, participant);
        line.push('\t');
        push_escaped(&mut line, statement);
        line.push_str(match value {
            1 => "\t1\n",
            0 => "\t0\n",
            _ => "\t-1\n",
        });
        hasher.update(line.as_bytes());
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn push_escaped(line: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\\' => line.push_str("\\\\"),
            '\t' => line.push_str("\\t"),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            other => line.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_numbers_then_as_text() {
        let mut ids = vec!["b", "10", "9", "a", "07", "7", "-1"];
        ids.sort_by(|a, b| compare_ids(a, b));
        assert_eq!(ids, ["07", "7", "9", "10", "-1", "a", "b"]);
    }

    #[test]
    fn contradicting_votes_count_as_pass_in_any_order() {
        let all = [Choice::Agree, Choice::Pass, Choice::Disagree];
        for a in all {
            assert_eq!(a.reconcile(a), a);
            for b in all {
                assert_eq!(a.reconcile(b), b.reconcile(a));
                for c in all {
                    assert_eq!(a.reconcile(b).reconcile(c), a.reconcile(b.reconcile(c)));
                }
            }
        }
    }
}
