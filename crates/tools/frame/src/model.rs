//! The mandate and how two versions of it differ.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A version of the mandate. Texts may be empty where the recipe does not ask for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Mandate {
    /// UUIDv7.
    pub id: Uuid,
    /// 1, 2, 3 …
    pub version: i64,
    /// The frame in one sentence: shown on every page of the space.
    pub one_sentence: String,
    /// Why.
    pub background: String,
    /// What is to be solved.
    pub task: String,
    /// What cannot be changed.
    pub fixed: String,
    /// What can.
    pub open: String,
    /// What is handed over in the end.
    pub deliverable: String,
    /// Who takes part.
    pub composition: String,
    /// When.
    pub timetable: String,
    /// Hours of staff and volunteers.
    pub hours: Option<i64>,
    /// Money, in øre.
    pub money_ore: Option<i64>,
    /// Rooms.
    pub rooms: String,
    /// Staff who help.
    pub staff: String,
    /// When the council has answered.
    pub answer_by: Option<NaiveDate>,
    /// For example kommunestyrelsesloven § 17 stk. 4.
    pub legal_basis: String,
    /// The body it works for.
    pub standing_committee: String,
    /// Why this version differs from the one before.
    pub change_note: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub written_at: DateTime<Utc>,
}

/// The names of the text fields in recipes.
pub const TEXTS: [&str; 11] =
    ["background", "task", "fixed", "open", "deliverable", "composition", "timetable", "rooms", "staff", "legal_basis", "standing_committee"];

impl Mandate {
    /// A text field by its name in recipes.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        match field {
            "background" => &self.background,
            "task" => &self.task,
            "fixed" => &self.fixed,
            "open" => &self.open,
            "deliverable" => &self.deliverable,
            "composition" => &self.composition,
            "timetable" => &self.timetable,
            "rooms" => &self.rooms,
            "staff" => &self.staff,
            "legal_basis" => &self.legal_basis,
            "standing_committee" => &self.standing_committee,
            _ => "",
        }
    }

    /// The same, to write in.
    pub fn text_mut(&mut self, field: &str) -> Option<&mut String> {
        Some(match field {
            "background" => &mut self.background,
            "task" => &mut self.task,
            "fixed" => &mut self.fixed,
            "open" => &mut self.open,
            "deliverable" => &mut self.deliverable,
            "composition" => &mut self.composition,
            "timetable" => &mut self.timetable,
            "rooms" => &mut self.rooms,
            "staff" => &mut self.staff,
            "legal_basis" => &mut self.legal_basis,
            "standing_committee" => &mut self.standing_committee,
            _ => return None,
        })
    }
}

/// A run of words that two texts share, or that only one of them has.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Piece {
    Same(String),
    Deleted(String),
    Added(String),
}

/// How `new` differs from `old`, word by word: the longest common subsequence of words (Hunt & McIlroy 1976), computed
/// by the plain quadratic table after the common head and tail are cut off.
#[must_use]
pub fn compare(old: &str, new: &str) -> Vec<Piece> {
    let (a, b) = (words(old), words(new));
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (middle_a, middle_b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    // Past this the table would be larger than a page deserves: the middle is shown as replaced.
    let table = if middle_a.len() * middle_b.len() <= 4_000_000 { lengths(middle_a, middle_b) } else { vec![] };
    let mut out = Pieces(vec![]);
    a[..head].iter().for_each(|w| out.same(w));
    if table.is_empty() {
        middle_a.iter().for_each(|w| out.deleted(w));
        middle_b.iter().for_each(|w| out.added(w));
    } else {
        let (mut i, mut j, width) = (0, 0, middle_b.len() + 1);
        while i < middle_a.len() || j < middle_b.len() {
            if i < middle_a.len() && j < middle_b.len() && middle_a[i] == middle_b[j] {
                out.same(middle_a[i]);
                (i, j) = (i + 1, j + 1);
            } else if j >= middle_b.len() || (i < middle_a.len() && table[(i + 1) * width + j] >= table[i * width + j + 1]) {
                out.deleted(middle_a[i]);
                i += 1;
            } else {
                out.added(middle_b[j]);
                j += 1;
            }
        }
    }
    a[a.len() - tail..].iter().for_each(|w| out.same(w));
    out.0
}

/// `table[i][j]`: the length of the longest common subsequence of `a[i..]` and `b[j..]`.
fn lengths(a: &[&str], b: &[&str]) -> Vec<u32> {
    let width = b.len() + 1;
    let mut table = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i * width + j] = if a[i] == b[j] { table[(i + 1) * width + j + 1] + 1 } else { table[(i + 1) * width + j].max(table[i * width + j + 1]) };
        }
    }
    table
}

/// Words and the white space between them, each on its own: a word at the end of a text is still the same word.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace)
        .flat_map(|part| part.char_indices().next_back().filter(|(_, c)| c.is_whitespace()).map_or([part, ""], |(i, _)| [&part[..i], &part[i..]]))
        .filter(|part| !part.is_empty())
        .collect()
}

struct Pieces(Vec<Piece>);

impl Pieces {
    fn same(&mut self, word: &str) {
        match self.0.last_mut() {
            Some(Piece::Same(text)) => text.push_str(word),
            _ => self.0.push(Piece::Same(word.to_owned())),
        }
    }
    fn deleted(&mut self, word: &str) {
        match self.0.last_mut() {
            Some(Piece::Deleted(text)) => text.push_str(word),
            _ => self.0.push(Piece::Deleted(word.to_owned())),
        }
    }
    fn added(&mut self, word: &str) {
        match self.0.last_mut() {
            Some(Piece::Added(text)) => text.push_str(word),
            _ => self.0.push(Piece::Added(word.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(pieces: &[Piece], old: bool) -> String {
        pieces
            .iter()
            .map(|p| match p {
                Piece::Same(t) => t.as_str(),
                Piece::Deleted(t) if old => t,
                Piece::Added(t) if !old => t,
                _ => "",
            })
            .collect()
    }

    #[test]
    fn every_field_a_recipe_can_ask_for_has_its_place_in_the_mandate() {
        for field in samskab_platform::recipe::QUESTION_FIELDS {
            let place = Mandate::default().text_mut(field).is_some();
            assert!(place != ["hours", "money", "answer_by"].contains(&field), "{field}");
        }
    }

    #[test]
    fn a_changed_word_is_shown_as_deleted_and_added() {
        let pieces = compare("Økonomien ligger fast i år", "Økonomien er åben i år");
        let (old, new): (String, String) = (only(&pieces, true), only(&pieces, false));
        assert_eq!((old.as_str(), new.as_str()), ("liggerfast", "eråben"), "{pieces:?}");
    }

    #[test]
    fn a_sentence_that_is_added_leaves_the_one_before_alone() {
        assert_eq!(compare("Alt er åbent.", "Alt er åbent. Næsten."), [Piece::Same("Alt er åbent.".into()), Piece::Added(" Næsten.".into())]);
    }

    /// What only one side has, without spaces.
    fn only(pieces: &[Piece], old: bool) -> String {
        let text = |p: &Piece| match p {
            Piece::Deleted(t) if old => t.replace(' ', ""),
            Piece::Added(t) if !old => t.replace(' ', ""),
            _ => String::new(),
        };
        pieces.iter().map(text).collect()
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back_from_the_comparison(old in "[ab æ\n]{0,60}", new in "[ab æ\n]{0,60}") {
            let pieces = compare(&old, &new);
            prop_assert_eq!(side(&pieces, true), old.clone());
            prop_assert_eq!(side(&pieces, false), new.clone());
            prop_assert_eq!(pieces.iter().all(|p| matches!(p, Piece::Same(_))), old == new);
        }
    }
}
