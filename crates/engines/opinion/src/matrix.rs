//! The votes as a sparse matrix: one row for each participant, one column for each statement, nothing where there is no vote.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::conversation::{Choice, Conversation, Statement, compare_ids, digest};

/// Votes in canonical order: rows and columns sorted by id, so that the order of the input cannot matter.
#[derive(Debug, Clone)]
pub(crate) struct VoteMatrix {
    /// Participant ids, sorted.
    pub(crate) participants: Vec<String>,
    /// Statements, sorted by id.
    pub(crate) statements: Vec<Statement>,
    /// Where each row starts in `columns` and `values`; one longer than the number of participants.
    pub(crate) row_start: Vec<usize>,
    /// Column of each vote.
    pub(crate) columns: Vec<u32>,
    /// Value of each vote: +1, 0, −1.
    pub(crate) values: Vec<i8>,
    /// True for columns that shape the map: not moderated out.
    pub(crate) active: Vec<bool>,
}

impl VoteMatrix {
    /// Sorts a conversation into its canonical form.
    pub(crate) fn new(conversation: &Conversation) -> Self {
        let statements = canonical_statements(conversation);
        // Hash maps are only looked up, never walked, so their random order cannot show.
        let mut number_of: HashMap<&str, u32> = HashMap::new();
        let mut names: Vec<&str> = Vec::new();
        let column_of: HashMap<&str, u32> = statements.iter().enumerate().map(|(column, s)| (s.id.as_str(), column as u32)).collect();
        let mut entries: Vec<(u32, u32, i8)> = Vec::with_capacity(conversation.votes.len());
        for vote in &conversation.votes {
            let name = vote.participant.as_str();
            let number = match entries.last() {
                Some((number, ..)) if names[*number as usize] == name => *number,
                _ => *number_of.entry(name).or_insert_with(|| {
                    names.push(name);
                    names.len() as u32 - 1
                }),
            };
            let column = column_of.get(vote.statement.as_str()).copied().unwrap_or(0);
            entries.push((number, column, vote.choice.value()));
        }
        let mut order: Vec<u32> = (0..names.len() as u32).collect();
        order.sort_unstable_by(|a, b| compare_ids(names[*a as usize], names[*b as usize]));
        let mut row_of = vec![0u32; names.len()];
        order.iter().enumerate().for_each(|(row, number)| row_of[*number as usize] = row as u32);
        let names: Vec<&str> = order.iter().map(|number| names[*number as usize]).collect();
        entries.iter_mut().for_each(|entry| entry.0 = row_of[entry.0 as usize]);
        entries.sort_unstable();
        entries.dedup();

        let mut matrix = Self {
            participants: names.into_iter().map(str::to_owned).collect(),
            active: statements.iter().map(|statement| !statement.moderated_out).collect(),
            statements,
            row_start: vec![0],
            columns: Vec::with_capacity(entries.len()),
            values: Vec::with_capacity(entries.len()),
        };
        let mut current: Option<(u32, u32)> = None;
        for (row, column, value) in entries {
            if current == Some((row, column)) {
                // More than one distinct choice: see `Choice::reconcile`.
                if let Some(value) = matrix.values.last_mut() {
                    *value = Choice::Pass.value();
                }
                continue;
            }
            while matrix.row_start.len() <= row as usize {
                matrix.row_start.push(matrix.columns.len());
            }
            matrix.columns.push(column);
            matrix.values.push(value);
            current = Some((row, column));
        }
        while matrix.row_start.len() <= matrix.participants.len() {
            matrix.row_start.push(matrix.columns.len());
        }
        matrix
    }

    /// Number of participants.
    pub(crate) fn rows(&self) -> usize {
        self.participants.len()
    }

    /// Number of statements.
    pub(crate) fn width(&self) -> usize {
        self.statements.len()
    }

    /// The votes of one participant as (column, value), columns ascending.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = (usize, i8)> + '_ {
        let range = self.row_start[row]..self.row_start[row + 1];
        self.columns[range.clone()].iter().zip(&self.values[range]).map(|(column, value)| (*column as usize, *value))
    }

    /// How many votes a participant has cast, on all statements.
    pub(crate) fn row_len(&self, row: usize) -> usize {
        self.row_start[row + 1] - self.row_start[row]
    }

    /// SHA-256 of the canonical form; see [`digest`].
    pub(crate) fn digest(&self) -> String {
        let votes = (0..self.rows())
            .flat_map(|row| self.row(row).map(move |(column, value)| (self.participants[row].as_str(), self.statements[column].id.as_str(), value)));
        digest(self.statements.iter(), votes)
    }

    /// The same matrix without the votes for which `keep` says no; called once for each vote, in canonical order.
    pub(crate) fn thinned(&self, mut keep: impl FnMut() -> bool) -> Self {
        let mut thin = Self {
            participants: self.participants.clone(),
            statements: self.statements.clone(),
            row_start: vec![0],
            columns: Vec::with_capacity(self.columns.len()),
            values: Vec::with_capacity(self.values.len()),
            active: self.active.clone(),
        };
        for row in 0..self.rows() {
            for (column, value) in self.row(row) {
                if keep() {
                    thin.columns.push(column as u32);
                    thin.values.push(value);
                }
            }
            thin.row_start.push(thin.columns.len());
        }
        thin
    }
}

fn canonical_statements(conversation: &Conversation) -> Vec<Statement> {
    let mut by_id: BTreeMap<&str, (Cow<'_, str>, bool)> = BTreeMap::new();
    for statement in &conversation.statements {
        by_id
            .entry(&statement.id)
            .and_modify(|(text, out)| {
                if statement.text.as_str() < text.as_ref() {
                    *text = Cow::Borrowed(&statement.text);
                }
                *out |= statement.moderated_out;
            })
            .or_insert((Cow::Borrowed(&statement.text), statement.moderated_out));
    }
    let listed: HashSet<&str> = by_id.keys().copied().collect();
    for vote in conversation.votes.iter().filter(|vote| !listed.contains(vote.statement.as_str())) {
        by_id.entry(&vote.statement).or_insert((Cow::Borrowed(""), false));
    }
    let mut statements: Vec<Statement> =
        by_id.into_iter().map(|(id, (text, moderated_out))| Statement { id: id.to_owned(), text: text.into_owned(), moderated_out }).collect();
    statements.sort_by(|a, b| compare_ids(&a.id, &b.id));
    statements
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Vote;

    fn vote(participant: &str, statement: &str, choice: Choice) -> Vote {
        Vote { participant: participant.into(), statement: statement.into(), choice }
    }

    #[test]
    fn any_order_gives_the_same_matrix_and_doubles_are_settled() {
        let mut conversation = Conversation {
            statements: vec![],
            votes: vec![
                vote("10", "2", Choice::Agree),
                vote("9", "11", Choice::Disagree),
                vote("9", "2", Choice::Agree),
                vote("9", "2", Choice::Disagree),
                vote("9", "2", Choice::Agree),
            ],
        };
        let one = VoteMatrix::new(&conversation);
        conversation.votes.reverse();
        let other = VoteMatrix::new(&conversation);
        assert_eq!(one.participants, ["9", "10"]);
        assert_eq!(one.row_start, [0, 2, 3]);
        assert_eq!(one.columns, [0, 1, 0]);
        assert_eq!(one.values, [0, -1, 1]);
        assert_eq!(one.digest(), other.digest());
        assert_eq!(one.values, other.values);
    }
}
