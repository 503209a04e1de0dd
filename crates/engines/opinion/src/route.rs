//! Which statement to show a participant next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::consensus::priority;
use crate::conversation::compare_ids;
use crate::tallies::Tally;

/// A statement the participant has not voted on.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its id.
    pub statement: String,
    /// Its priority, from [`crate::OpinionMap::priorities`] or [`new_statement_priority`].
    pub priority: f64,
}

/// What was chosen, and how probable it was: with the probability logged, shares can be weighted back later, so that
/// statements shown more often do not count more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Next {
    /// Id of the statement.
    pub statement: String,
    /// The chance it had, above 0 and at most 1.
    pub probability: f64,
}

/// The share of all chances that is dealt out equally, whatever the priorities, unless the caller wants another: no
/// statement is starved because few have seen it or few agree with it.
pub const DEFAULT_FLOOR: f64 = 0.2;

/// The priority of a statement that is not on the map yet because nobody has voted on it.
pub fn new_statement_priority() -> f64 {
    priority(Tally::default(), 0.0)
}

/// The chance of each candidate: (1−floor)·priority/Σpriority + floor/n. `floor` is cut to `[0, 1]`; a priority that is
/// not a positive, finite number counts as 0; if all are 0, everything is dealt out equally. A statement given twice counts
/// once, with the larger priority. The chances sum to 1 unless there is no candidate.
pub fn probabilities(candidates: &[Candidate], floor: f64) -> Vec<Next> {
    let mut by_id: BTreeMap<&str, f64> = BTreeMap::new();
    for candidate in candidates {
        let priority = if candidate.priority.is_finite() { candidate.priority.max(0.0) } else { 0.0 };
        let best = by_id.entry(&candidate.statement).or_insert(priority);
        *best = best.max(priority);
    }
    let mut sorted: Vec<(&str, f64)> = by_id.into_iter().collect();
    sorted.sort_by(|a, b| compare_ids(a.0, b.0));
    let largest = sorted.iter().map(|(_, priority)| *priority).fold(0.0, f64::max);
    let total: f64 = sorted.iter().map(|(_, priority)| if largest > 0.0 { priority / largest } else { 0.0 }).sum();
    let floor = if total > 0.0 && floor.is_finite() { floor.clamp(0.0, 1.0) } else { 1.0 };
    let even = floor / sorted.len().max(1) as f64;
    let chance = |priority: f64| {
        if total > 0.0 { even + (1.0 - floor) * (priority / largest) / total } else { even }
    };
    sorted.into_iter().map(|(statement, priority)| Next { statement: statement.to_owned(), probability: chance(priority) }).collect()
}

/// Chooses one candidate with the chances of [`probabilities`]. `random` is a number in `[0, 1)` that the caller draws
/// (numbers outside are cut to it), so the choice can be repeated. `None` if there is no candidate. The order of the
/// candidates does not matter.
pub fn next_statement(candidates: &[Candidate], floor: f64, random: f64) -> Option<Next> {
    let chances = probabilities(candidates, floor);
    let mut left = if random.is_finite() { random.clamp(0.0, 1.0) } else { 0.0 };
    let mut last = None;
    for next in chances {
        left -= next.probability;
        if next.probability > 0.0 {
            if left < 0.0 {
                return Some(next);
            }
            last = Some(next);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(statement: &str, priority: f64) -> Candidate {
        Candidate { statement: statement.into(), priority }
    }

    #[test]
    fn chances_follow_priorities_above_the_floor() {
        let candidates = [candidate("10", 1.0), candidate("9", 3.0)];
        let chances = probabilities(&candidates, 0.2);
        assert_eq!(chances[0].statement, "9");
        assert!((chances[0].probability - (0.1 + 0.8 * 0.75)).abs() < 1e-12);
        assert!((chances[1].probability - (0.1 + 0.8 * 0.25)).abs() < 1e-12);
        let at = |random| next_statement(&candidates, 0.2, random).map(|next| next.statement);
        assert_eq!(at(0.0).as_deref(), Some("9"));
        assert_eq!(at(0.699).as_deref(), Some("9"));
        assert_eq!(at(0.701).as_deref(), Some("10"));
        assert_eq!(at(1.0).as_deref(), Some("10"));
    }

    #[test]
    fn odd_input_never_breaks_the_choice() {
        assert_eq!(next_statement(&[], 0.2, 0.5), None);
        for odd in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
            let chances = probabilities(&[candidate("a", odd), candidate("b", odd), candidate("a", 0.0)], odd);
            assert_eq!(chances.len(), 2);
            assert!(chances.iter().all(|next| (next.probability - 0.5).abs() < 1e-12));
            assert!(next_statement(&[candidate("a", 1.0)], odd, odd).is_some());
        }
        let huge = probabilities(&[candidate("a", f64::MAX), candidate("b", f64::MAX)], 0.0);
        assert!((huge[0].probability - 0.5).abs() < 1e-12);
    }
}
