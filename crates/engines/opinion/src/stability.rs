//! Whether the groups would still be there if a few votes had not been cast.
//!
//! The whole computation is repeated with a tenth of the votes dropped at random (seeded, so always the same ones). Groups
//! are called stable if at least one axis stands out from chance and the mean adjusted Rand index between the map and the
//! repeats is at least [`THRESHOLD`].

use serde::{Deserialize, Serialize};

use crate::arithmetic::SplitMix;
use crate::groups::{self, AXES, Grouping};
use crate::matrix::VoteMatrix;
use crate::plane::Plane;
use crate::rand_index::adjusted_rand_index;

/// Share of the votes dropped in each repeat.
pub const DROPPED: f64 = 0.1;
/// Mean adjusted Rand index from which groups are called stable. On planted groups it is passed where the groups found
/// agree with the planted ones at about .8 or better, and votes at random stay below .3.
pub const THRESHOLD: f64 = 0.87;

/// What the repeats say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stability {
    /// How many repeats were made.
    pub runs: usize,
    /// Mean adjusted Rand index between the map and the repeats (1: always the same groups, about 0: nothing in common);
    /// `None` if no repeat was made.
    pub rand_index: Option<f64>,
    /// The smallest index of a single repeat.
    pub lowest: Option<f64>,
    /// The mean needed to be called stable.
    pub threshold: f64,
    /// How many axes stand out from chance; with none, votes are as good as random.
    pub signal_axes: usize,
    /// Mean silhouette of the groups (Rousseeuw 1987), −1 to 1.
    pub silhouette: f64,
}

/// What the repeats gave.
#[derive(Debug, Clone)]
pub(crate) struct Repeats {
    /// Adjusted Rand index of each repeat with the settled grouping.
    pub(crate) index: Vec<f64>,
    /// For each participant, the share of the repeats in which they were in their group (by best overlap); 1 if there
    /// was no repeat, `None` for those without a group.
    pub(crate) stayed: Vec<Option<f64>>,
}

/// Repeats the grouping `runs` times and settles it: everybody goes to the group in which most of the repeats and the first
/// computation see them (a majority vote, Breiman 1996), which makes the map itself less dependent on single votes.
pub(crate) fn settle(matrix: &VoteMatrix, grouping: &mut Grouping, included: &[bool], seed: u64, runs: usize) -> Repeats {
    let mut groups_of_runs: Vec<Vec<Option<usize>>> = Vec::with_capacity(runs);
    let mut seen = vec![0u32; matrix.rows() * grouping.count];
    for run in 0..runs {
        let mut generator = SplitMix::new(seed, 500_000 + run as u64);
        let thinned = matrix.thinned(|| generator.unit() >= DROPPED);
        let plane = Plane::new(&thinned, AXES);
        let other = groups::find(&thinned, &plane, included, seed);
        let matched = best_overlap(grouping, &other);
        // A group that has no counterpart gets a number of its own, so that the Rand index still sees it.
        let number = |there: usize| matched[there].unwrap_or(grouping.count + there);
        let own: Vec<Option<usize>> = other.group.iter().map(|there| there.map(number)).collect();
        for (row, group) in own.iter().enumerate() {
            if let Some(group) = group.filter(|group| *group < grouping.count) {
                seen[row * grouping.count + group] += 1;
            }
        }
        groups_of_runs.push(own);
    }
    let count = grouping.count;
    let before = grouping.group.clone();
    for (row, own) in grouping.group.iter_mut().enumerate() {
        let Some(own) = own else { continue };
        let times = &mut seen[row * count..(row + 1) * count];
        times[*own] += 1;
        let first = *own;
        for (group, number) in times.iter().enumerate() {
            if (*number, group == first) > (times[*own], *own == first) {
                *own = group;
            }
        }
    }
    if (0..count).any(|group| !grouping.group.contains(&Some(group))) {
        // The majority would empty a group: then the first computation stands.
        grouping.group = before;
    }
    let rank = grouping.order_by_size();
    let mut index = Vec::with_capacity(runs);
    let mut stayed = vec![0u32; matrix.rows()];
    for own in &groups_of_runs {
        index.push(adjusted_rand_index(&grouping.group, own));
        for (row, (here, there)) in grouping.group.iter().zip(own).enumerate() {
            let there = there.and_then(|there| rank.get(there).copied());
            stayed[row] += u32::from(here.is_some() && there == *here);
        }
    }
    let share = |count: u32| if runs == 0 { 1.0 } else { f64::from(count) / runs as f64 };
    let stayed = grouping.group.iter().zip(stayed).map(|(own, count)| own.map(|_| share(count))).collect();
    Repeats { index, stayed }
}

/// For each group of `other`, the group of `grouping` it stands for: pairs by the largest overlap, each used once.
fn best_overlap(grouping: &Grouping, other: &Grouping) -> Vec<Option<usize>> {
    let mut overlap = vec![vec![0usize; grouping.count]; other.count];
    for (here, there) in grouping.group.iter().zip(&other.group) {
        if let (Some(here), Some(there)) = (here, there) {
            overlap[*there][*here] += 1;
        }
    }
    let mut pairs: Vec<(usize, usize)> = (0..other.count).flat_map(|there| (0..grouping.count).map(move |here| (there, here))).collect();
    pairs.sort_by_key(|(there, here)| (std::cmp::Reverse(overlap[*there][*here]), *there, *here));
    let mut matched = vec![None; other.count];
    let mut taken = vec![false; grouping.count];
    for (there, here) in pairs {
        if matched[there].is_none() && !taken[here] && overlap[there][here] > 0 {
            matched[there] = Some(here);
            taken[here] = true;
        }
    }
    matched
}
