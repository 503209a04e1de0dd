//! Counts of votes: for each statement over all participants and for each group.

use serde::{Deserialize, Serialize};

use crate::matrix::VoteMatrix;

/// How many agreed, disagreed and passed on one statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Votes in agreement.
    pub agree: u32,
    /// Votes in disagreement.
    pub disagree: u32,
    /// Passes.
    pub pass: u32,
}

impl Tally {
    /// All who saw the statement and answered: agree, disagree or pass.
    pub fn seen(&self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// The same with agree and disagree exchanged.
    pub fn reversed(&self) -> Self {
        Self { agree: self.disagree, disagree: self.agree, pass: self.pass }
    }

    /// Both counts together.
    pub fn plus(&self, other: &Self) -> Self {
        Self { agree: self.agree + other.agree, disagree: self.disagree + other.disagree, pass: self.pass + other.pass }
    }

    fn count(&mut self, value: i8) {
        match value {
            1 => self.agree += 1,
            -1 => self.disagree += 1,
            _ => self.pass += 1,
        }
    }
}

/// The counts of a whole conversation.
#[derive(Debug, Clone)]
pub(crate) struct Tallies {
    /// For each statement, over all participants.
    pub(crate) all: Vec<Tally>,
    /// For each statement and group.
    pub(crate) by_group: Vec<Vec<Tally>>,
}

impl Tallies {
    /// Counts the votes; `group` says to which of `count` groups each participant belongs.
    pub(crate) fn new(matrix: &VoteMatrix, group: &[Option<usize>], count: usize) -> Self {
        let mut all = vec![Tally::default(); matrix.width()];
        let mut by_group = vec![vec![Tally::default(); count]; matrix.width()];
        for (row, own) in group.iter().enumerate() {
            for (column, value) in matrix.row(row) {
                all[column].count(value);
                if let Some(own) = own {
                    by_group[column][*own].count(value);
                }
            }
        }
        Self { all, by_group }
    }

    /// The votes of one group on a statement and those of all other groups.
    pub(crate) fn group_and_rest(&self, column: usize, group: usize) -> (Tally, Tally) {
        let others = self.by_group[column].iter().enumerate().filter(|(other, _)| *other != group);
        (self.by_group[column][group], others.fold(Tally::default(), |sum, (_, tally)| sum.plus(tally)))
    }
}
