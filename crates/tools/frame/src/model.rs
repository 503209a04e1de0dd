//! The mandate and how two versions of it differ.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::tool::MandatePart;
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

/// What another tool keeps of the mandate, as it was promised in a version.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Part {
    /// The key of the word it is called by.
    pub word: String,
    /// How many there are.
    pub n: i64,
    /// What was promised, a line for each.
    pub text: String,
}

impl From<&MandatePart> for Part {
    fn from(part: &MandatePart) -> Self {
        Self { word: part.word.to_owned(), n: part.n, text: part.text.clone() }
    }
}

/// Every part of either version, each once, with its text before and after; empty where the version has none.
#[must_use]
pub fn paired(old: &[Part], new: &[Part]) -> Vec<(String, String, String)> {
    let text = |parts: &[Part], word: &str| parts.iter().find(|p| p.word == word).map(|p| p.text.clone()).unwrap_or_default();
    let gone = old.iter().filter(|o| new.iter().all(|n| n.word != o.word));
    new.iter().chain(gone).map(|p| (p.word.clone(), text(old, &p.word), text(new, &p.word))).collect()
}

/// The words of the parts that are not as they were promised.
#[must_use]
pub fn changed(promised: &[Part], now: &[Part]) -> Vec<String> {
    paired(promised, now).into_iter().filter(|(_, old, new)| old != new).map(|(word, _, _)| word).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn part(word: &str, text: &str) -> Part {
        Part { word: word.into(), n: 1, text: text.into() }
    }

    #[test]
    fn a_part_that_comes_goes_or_says_something_else_is_a_change_and_the_rest_is_not() {
        let (seats, plan) = (part("seats", "2 × ung"), part("plan", "marts"));
        assert!(changed(&[seats.clone(), plan.clone()], &[plan.clone(), seats.clone()]).is_empty());
        assert_eq!(changed(&[], std::slice::from_ref(&seats)), ["seats"]);
        assert_eq!(changed(std::slice::from_ref(&seats), &[]), ["seats"]);
        assert_eq!(changed(&[seats.clone(), plan.clone()], &[part("seats", "3 × ung"), plan.clone()]), ["seats"]);
        assert_eq!(paired(&[seats], &[plan]), [("plan".into(), String::new(), "marts".into()), ("seats".into(), "2 × ung".into(), String::new())]);
    }

    #[test]
    fn every_field_a_recipe_can_ask_for_has_its_place_in_the_mandate() {
        for field in samskab_platform::recipe::QUESTION_FIELDS {
            let place = Mandate::default().text_mut(field).is_some();
            assert!(place != ["hours", "money", "answer_by"].contains(&field), "{field}");
        }
    }
}
