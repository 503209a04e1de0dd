//! Who thinks alike: from votes to groups.
//!
//! 1. The principal axes that stand out from chance are kept (parallel analysis, Horn 1965: the same votes with the signs of
//!    their deviations tossed at random show how strong an axis of pure noise is).
//! 2. Everybody who has voted enough is placed on these axes. A position is the sum over the seen statements, scaled by
//!    √(statements ÷ (seen + [`SHRINKAGE`])): Polis's scale, but as if everybody had also cast a few average votes, so that
//!    the first votes of somebody who leaves early do not throw them to the rim.
//! 3. k-means divides them into k groups on the first k − 1 axes, for every k that the axes allow; the best mean silhouette
//!    decides, with a small bonus for one group more than axes, because so many groups would make just these axes.
//! 4. Where the groups span exactly the axes that stand out, the votes are blocs and noise, and the groups are sharpened by
//!    a latent class model on the votes themselves (see [`crate::blocs`]).
//!
//! [`crate::stability`] then repeats all this with votes dropped.

use crate::arithmetic::SplitMix;
use crate::blocs;
use crate::clusters::{Division, Points, divide};
use crate::matrix::VoteMatrix;
use crate::plane::{Plane, noise_strength};

/// Average votes that everybody is given in the scale of a position.
pub(crate) const SHRINKAGE: f64 = 20.0;
/// An axis stands out if it is this many times as strong as the strongest axis of noise.
const ABOVE_NOISE: f64 = 1.05;
/// Axes that are computed.
pub(crate) const AXES: usize = MOST_AXES;
/// Most axes that are used to find groups.
const MOST_AXES: usize = 8;
/// This many groups are always looked for if there are people enough; more only where more axes stand out.
const FEW_GROUPS: usize = 5;
/// Most groups that are looked for.
const MOST_GROUPS: usize = 9;

/// What was found.
#[derive(Debug, Clone)]
pub(crate) struct Grouping {
    /// Group of each participant, 0 the largest; `None` for those who have not voted enough.
    pub(crate) group: Vec<Option<usize>>,
    /// Number of groups; 1 if all who count stand in one place, 0 if nobody counts.
    pub(crate) count: usize,
    /// Mean silhouette; 0 if there are fewer than two groups.
    pub(crate) silhouette: f64,
    /// How many axes stand out from chance.
    pub(crate) signal_axes: usize,
    /// Places of all participants in the plane of the first two axes.
    pub(crate) places: Vec<[f64; 2]>,
}

/// Votes that a person must have cast to be in a group: Polis's min(7, number of statements), at least one.
pub(crate) fn votes_needed(statements: usize) -> usize {
    statements.clamp(1, 7)
}

/// Fewer people than this are filled up with those who have voted most, as in Polis.
const FEWEST_PEOPLE: usize = 15;

/// Who counts: all who have cast [`votes_needed`] votes (passes and votes on moderated statements included, as in Polis)
/// and at least one on a statement that shapes the map.
pub(crate) fn included(matrix: &VoteMatrix) -> Vec<bool> {
    let needed = votes_needed(matrix.width());
    let places = |row: usize| matrix.row(row).any(|(column, _)| matrix.active[column]);
    let mut included: Vec<bool> = (0..matrix.rows()).map(|row| matrix.row_len(row) >= needed && places(row)).collect();
    let mut people = included.iter().filter(|included| **included).count();
    if people < FEWEST_PEOPLE {
        let mut others: Vec<usize> = (0..matrix.rows()).filter(|row| !included[*row] && places(*row)).collect();
        others.sort_by_key(|row| (std::cmp::Reverse(matrix.row_len(*row)), *row));
        for row in others {
            if people == FEWEST_PEOPLE {
                break;
            }
            included[row] = true;
            people += 1;
        }
    }
    included
}

/// Finds the groups. `included` says who counts.
pub(crate) fn find(matrix: &VoteMatrix, plane: &Plane, included: &[bool], seed: u64) -> Grouping {
    let noise = noise_strength(matrix, plane, &mut SplitMix::new(seed, 77));
    let stands_out = |strength: &&f64| **strength > noise * ABOVE_NOISE;
    let signal_axes = plane.strength.iter().take(MOST_AXES).take_while(stands_out).count();
    let dimensions = if signal_axes == 0 { 2 } else { signal_axes };
    let columns = dimensions.max(2);
    let everybody = plane.project(matrix, columns, SHRINKAGE);
    let places = everybody.chunks_exact(columns).map(|place| [place[0], place[1]]).collect();
    let people: Vec<usize> = (0..matrix.rows()).filter(|row| included[*row]).collect();
    let coordinates = people.iter().flat_map(|row| &everybody[row * columns..row * columns + dimensions]).copied().collect();
    let points = Points { dimensions, coordinates };
    let most = (signal_axes + 2).clamp(FEW_GROUPS, MOST_GROUPS).min(2 + people.len() / 12);
    let mut grouping = Grouping { group: vec![None; matrix.rows()], count: usize::from(!people.is_empty()), silhouette: 0.0, signal_axes, places };
    people.iter().for_each(|row| grouping.group[*row] = Some(0));
    let blocs = (1..MOST_AXES).contains(&signal_axes).then_some(signal_axes + 1);
    if people.len() < 2 {
        return grouping;
    }
    if let Some(Division { mut group, centres, silhouette }) = divide(&points, most, blocs, seed) {
        if blocs == Some(centres.len()) {
            blocs::sharpen(matrix, &people, &mut group, centres.len());
        }
        grouping.silhouette = silhouette;
        grouping.count = centres.len();
        people.iter().zip(group).for_each(|(row, own)| grouping.group[*row] = Some(own));
        grouping.order_by_size();
    }
    grouping
}

impl Grouping {
    /// Numbers the groups by size, the largest 0; of equal sizes the one with the first person comes first; empty groups
    /// vanish. Returns the new number of each old one.
    pub(crate) fn order_by_size(&mut self) -> Vec<usize> {
        let mut size = vec![0usize; self.count];
        let mut first = vec![usize::MAX; self.count];
        for (row, own) in self.group.iter().enumerate() {
            if let Some(own) = own {
                size[*own] += 1;
                first[*own] = first[*own].min(row);
            }
        }
        let mut order: Vec<usize> = (0..self.count).collect();
        order.sort_by(|a, b| size[*b].cmp(&size[*a]).then(first[*a].cmp(&first[*b])));
        let mut rank = vec![0; self.count];
        order.iter().enumerate().for_each(|(place, own)| rank[*own] = place);
        self.group.iter_mut().flatten().for_each(|own| *own = rank[*own]);
        self.count = size.iter().filter(|size| **size > 0).count();
        rank
    }
}
