//! Blocs: a latent class model of the votes, used to sharpen groups that the axes have found.
//!
//! Each group has its own rate of agreement on each statement; a person's votes are independent given their group; missing
//! votes say nothing (missing at random). Rates are drawn towards the statement's overall rate by [`PRIOR`] votes; a pass
//! counts half for each side. Fitted by expectation-maximisation (Dempster, Laird and Rubin 1977).

use crate::arithmetic::{exp, ln};
use crate::matrix::VoteMatrix;

/// Average votes that each group is given on each statement.
const PRIOR: f64 = 4.0;
/// Rounds of expectation-maximisation.
const ROUNDS: usize = 12;

/// Moves people to the group that explains their votes best. `group[i]`, below `count`, is the group of row `people[i]`.
pub(crate) fn sharpen(matrix: &VoteMatrix, people: &[usize], group: &mut [usize], count: usize) {
    let mut share = vec![0.0; people.len() * count];
    group.iter().enumerate().for_each(|(index, own)| share[index * count + own] = 1.0);
    let overall = overall_rates(matrix, people);
    let mut chances = vec![0.0; count];
    for _ in 0..ROUNDS {
        let (agree, disagree, size) = rates(matrix, people, &share, count, &overall);
        let mut moved = 0.0;
        for (index, row) in people.iter().enumerate() {
            chances.iter_mut().zip(&size).for_each(|(chance, size)| *chance = *size);
            for (column, value) in matrix.row(*row).filter(|(column, _)| matrix.active[*column]) {
                let cells = column * count..(column + 1) * count;
                for ((chance, yes), no) in chances.iter_mut().zip(&agree[cells.clone()]).zip(&disagree[cells]) {
                    *chance += match value {
                        1 => *yes,
                        -1 => *no,
                        _ => (yes + no) / 2.0,
                    };
                }
            }
            let most = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            chances.iter_mut().for_each(|chance| *chance = exp(*chance - most));
            let total: f64 = chances.iter().sum();
            for (share, chance) in share[index * count..(index + 1) * count].iter_mut().zip(&chances) {
                moved += (*share - chance / total).abs();
                *share = chance / total;
            }
        }
        if moved < 1e-3 * people.len() as f64 {
            break;
        }
    }
    for (index, own) in group.iter_mut().enumerate() {
        let shares = &share[index * count..(index + 1) * count];
        let mut best = 0;
        for (candidate, share) in shares.iter().enumerate() {
            if *share > shares[best] {
                best = candidate;
            }
        }
        *own = best;
    }
}

fn overall_rates(matrix: &VoteMatrix, people: &[usize]) -> Vec<f64> {
    let mut sums = vec![(1.0, 2.0); matrix.width()];
    for (column, value) in people.iter().flat_map(|row| matrix.row(*row)) {
        sums[column].0 += (f64::from(value) + 1.0) / 2.0;
        sums[column].1 += 1.0;
    }
    sums.into_iter().map(|(agreed, seen)| agreed / seen).collect()
}

/// Logarithms of each group's rates of agreement and disagreement (statement by statement), and of its size.
fn rates(matrix: &VoteMatrix, people: &[usize], share: &[f64], count: usize, overall: &[f64]) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let mut agreed = vec![0.0; matrix.width() * count];
    let mut seen = vec![0.0; matrix.width() * count];
    let mut size = vec![1.0; count];
    for (index, row) in people.iter().enumerate() {
        let shares = &share[index * count..(index + 1) * count];
        size.iter_mut().zip(shares).for_each(|(size, share)| *size += share);
        for (column, value) in matrix.row(*row) {
            let half = (f64::from(value) + 1.0) / 2.0;
            let cells = column * count..(column + 1) * count;
            for ((agreed, seen), share) in agreed[cells.clone()].iter_mut().zip(&mut seen[cells]).zip(shares) {
                *agreed += share * half;
                *seen += share;
            }
        }
    }
    let mut disagree = Vec::with_capacity(agreed.len());
    for (cell, (agreed, seen)) in agreed.iter_mut().zip(&seen).enumerate() {
        let rate = (*agreed + PRIOR * overall[cell / count]) / (seen + PRIOR);
        *agreed = ln(rate);
        disagree.push(ln(1.0 - rate));
    }
    size.iter_mut().for_each(|size| *size = ln(*size));
    (agreed, disagree, size)
}
