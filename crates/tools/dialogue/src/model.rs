//! Rules of a conversation.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Longest statement, in characters: what fits on a phone and holds one thought (Polis's own limit).
pub const MAX_STATEMENT: usize = 140;

/// Where a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Status {
    Draft,
    Open,
    Closed,
}

impl Status {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Open => "open",
            Status::Closed => "closed",
        }
    }
}

impl TryFrom<String> for Status {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        [Status::Draft, Status::Open, Status::Closed].into_iter().find(|s| s.key() == key).ok_or_else(|| format!("unknown status '{key}'"))
    }
}

/// A conversation with its counts.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Dialogue {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) question: String,
    pub(crate) description: String,
    pub(crate) language: String,
    pub(crate) attribution: String,
    #[sqlx(try_from = "String")]
    pub(crate) status: Status,
}

impl Dialogue {
    pub(crate) fn is_open(&self) -> bool {
        self.status == Status::Open
    }
    pub(crate) fn is_draft(&self) -> bool {
        self.status == Status::Draft
    }
}

/// A statement.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Statement {
    pub(crate) id: Uuid,
    pub(crate) text: String,
    pub(crate) state: String,
    pub(crate) reason: String,
    pub(crate) author_id: Option<Uuid>,
    pub(crate) created_at: DateTime<Utc>,
}

/// What somebody answers to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// +1
    Agree,
    /// −1
    Disagree,
    /// 0
    Pass,
}

impl Answer {
    pub(crate) fn of(key: &str) -> Option<Self> {
        match key {
            "agree" => Some(Answer::Agree),
            "disagree" => Some(Answer::Disagree),
            "pass" => Some(Answer::Pass),
            _ => None,
        }
    }

    /// As it is stored, and as Polis exports it.
    #[must_use]
    pub fn value(self) -> i64 {
        match self {
            Answer::Agree => 1,
            Answer::Disagree => -1,
            Answer::Pass => 0,
        }
    }
}

/// Seed statements as they are pasted: one a line, bullets and numbers in front taken off, empty lines skipped.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Seeds {
    /// The statements, each once.
    pub texts: Vec<String>,
    /// Lines that are too long: line number and length.
    pub too_long: Vec<(usize, usize)>,
}

impl Seeds {
    /// Reads them.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut seeds = Seeds::default();
        for (i, line) in text.lines().enumerate() {
            let line = line.trim().trim_start_matches(['-', '*', '•', '–']).trim();
            let line = line
                .split_once(['.', ')'])
                .filter(|(n, rest)| !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(' '))
                .map_or(line, |(_, rest)| rest.trim());
            let length = line.chars().count();
            if length > MAX_STATEMENT {
                seeds.too_long.push((i + 1, length));
            } else if !line.is_empty() && !seeds.texts.iter().any(|t| same_text(t, line)) {
                seeds.texts.push(line.to_owned());
            }
        }
        seeds
    }
}

/// Whether two statements are the same words, apart from case, spaces and punctuation.
pub(crate) fn same_text(a: &str, b: &str) -> bool {
    let plain = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pasted_lines_become_statements() {
        let seeds = Seeds::read("1. Hallen skal være åben\n\n- Vi mangler en bus\r\n  hallen skal VÆRE åben!\n2027 er et godt år");
        assert_eq!(seeds.texts, ["Hallen skal være åben", "Vi mangler en bus", "2027 er et godt år"]);
    }

    #[test]
    fn a_line_that_is_too_long_is_named() {
        let seeds = Seeds::read(&format!("kort\n{}", "x".repeat(141)));
        assert_eq!(seeds.too_long, [(2, 141)]);
    }

    proptest! {
        #[test]
        fn no_statement_is_empty_or_too_long_or_twice(text in "[-a0-9. \n•]{0,300}") {
            let seeds = Seeds::read(&text);
            for (i, t) in seeds.texts.iter().enumerate() {
                prop_assert!(!t.trim().is_empty() && t.chars().count() <= MAX_STATEMENT);
                prop_assert!(!seeds.texts[..i].iter().any(|u| same_text(u, t)));
            }
        }
    }
}
