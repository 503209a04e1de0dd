//! Groups of points: k-means from many fixed starts, and the silhouette that judges the number of groups.

use crate::arithmetic::SplitMix;

/// At most this many points are used to try starts and numbers of groups; the winner is then settled on all points.
const SAMPLE: usize = 1200;
/// Starts tried for each number of groups, beside one from slices along the first axis.
const STARTS: u64 = 8;
/// Rounds of k-means after which it counts as settled.
const ROUNDS: usize = 60;
/// A larger number of groups must have a silhouette better by this much.
const WORTH_ONE_MORE: f64 = 0.02;
/// What an expected number of groups gets on top of its silhouette.
const EXPECTED_BONUS: f64 = 0.03;

/// Points in a space of `dimensions`, their coordinates after each other.
#[derive(Debug, Clone)]
pub(crate) struct Points {
    /// Numbers for each point; at least 1.
    pub(crate) dimensions: usize,
    /// All coordinates.
    pub(crate) coordinates: Vec<f64>,
}

impl Points {
    /// Number of points.
    pub(crate) fn len(&self) -> usize {
        self.coordinates.len() / self.dimensions
    }

    fn get(&self, index: usize) -> &[f64] {
        &self.coordinates[index * self.dimensions..(index + 1) * self.dimensions]
    }

    /// The same points on their first coordinates only.
    fn first(&self, dimensions: usize) -> Self {
        let dimensions = dimensions.clamp(1, self.dimensions);
        let coordinates = self.coordinates.chunks_exact(self.dimensions).flat_map(|point| &point[..dimensions]);
        Self { dimensions, coordinates: coordinates.copied().collect() }
    }

    fn sample(&self) -> Self {
        let step = self.len().div_ceil(SAMPLE).max(1);
        let coordinates = (0..self.len()).step_by(step).flat_map(|index| self.get(index)).copied().collect();
        Self { dimensions: self.dimensions, coordinates }
    }
}

/// A division of points into groups.
#[derive(Debug, Clone)]
pub(crate) struct Division {
    /// Group of each point, below `centres.len()`.
    pub(crate) group: Vec<usize>,
    /// Centre of each group.
    pub(crate) centres: Vec<Vec<f64>>,
    /// Mean silhouette (Rousseeuw 1987) over the sampled points: near 1 well apart, near 0 no groups.
    pub(crate) silhouette: f64,
}

/// Divides the points into 2 to `most` groups, the number by the best silhouette; `None` if there are fewer than two
/// different points.
///
/// `k` groups are looked for on the first `k − 1` coordinates, because so many are enough to tell `k` centres apart and
/// every further one adds noise; the silhouette is taken over all coordinates, so that different numbers can be compared.
/// `expected`, a number of groups that speaks for itself, gets [`EXPECTED_BONUS`].
pub(crate) fn divide(points: &Points, most: usize, expected: Option<usize>, seed: u64) -> Option<Division> {
    if points.len() < 2 {
        return None;
    }
    let sample = points.sample();
    let distances = distances(&sample);
    let mut best: Option<(f64, f64, Vec<Vec<f64>>)> = None;
    for count in 2..=most.max(2) {
        let Some((group, centres)) = best_start(&sample.first(count - 1), count, seed) else {
            break;
        };
        let silhouette = silhouette(&distances, &group, count);
        let merit = if expected == Some(count) { silhouette + EXPECTED_BONUS } else { silhouette };
        if best.as_ref().is_none_or(|(so_far, ..)| merit > so_far + WORTH_ONE_MORE) {
            best = Some((merit, silhouette, centres));
        }
    }
    let (_, silhouette, centres) = best?;
    let settled = settle(&points.first(centres.len() - 1), centres);
    Some(Division { group: settled.group, centres: settled.centres, silhouette })
}

struct Settled {
    group: Vec<usize>,
    centres: Vec<Vec<f64>>,
    spread: f64,
}

fn best_start(points: &Points, count: usize, seed: u64) -> Option<(Vec<usize>, Vec<Vec<f64>>)> {
    let mut best: Option<Settled> = None;
    let slices = slice_start(points, count);
    for start in 0..=STARTS {
        let centres = if start == 0 { slices.clone() } else { spread_start(points, count, &mut SplitMix::new(seed, 1000 * count as u64 + start)) };
        let Some(centres) = centres else { continue };
        let settled = settle(points, centres);
        // A clear gain is asked for, so that rounding cannot choose between equal solutions.
        if best.as_ref().is_none_or(|so_far| settled.spread < so_far.spread * (1.0 - 1e-9)) {
            best = Some(settled);
        }
    }
    let best = best?;
    let mut filled = vec![false; count];
    best.group.iter().for_each(|group| filled[*group] = true);
    filled.iter().all(|filled| *filled).then_some((best.group, best.centres))
}

/// Start centres as means of equal slices along the first coordinate.
fn slice_start(points: &Points, count: usize) -> Option<Vec<Vec<f64>>> {
    if points.len() < count {
        return None;
    }
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|a, b| points.get(*a)[0].total_cmp(&points.get(*b)[0]).then(a.cmp(b)));
    let mut centres = Vec::with_capacity(count);
    for slice in 0..count {
        let members = &order[slice * order.len() / count..(slice + 1) * order.len() / count];
        let mut centre = vec![0.0; points.dimensions];
        for member in members {
            centre.iter_mut().zip(points.get(*member)).for_each(|(sum, value)| *sum += value);
        }
        centre.iter_mut().for_each(|sum| *sum /= members.len() as f64);
        centres.push(centre);
    }
    Some(centres)
}

/// Start centres far from each other (k-means++, Arthur and Vassilvitskii 2007); `None` if there are too few different
/// points.
fn spread_start(points: &Points, count: usize, generator: &mut SplitMix) -> Option<Vec<Vec<f64>>> {
    let mut nearest = vec![f64::INFINITY; points.len()];
    let mut chosen = generator.below(points.len());
    let mut centres: Vec<Vec<f64>> = Vec::with_capacity(count);
    loop {
        let centre = points.get(chosen).to_vec();
        let mut total = 0.0;
        for (index, least) in nearest.iter_mut().enumerate() {
            *least = least.min(square_distance(points.get(index), &centre));
            total += *least;
        }
        centres.push(centre);
        if centres.len() == count {
            return Some(centres);
        }
        if total <= 0.0 {
            return None;
        }
        let mut left = generator.unit() * total;
        chosen = points.len() - 1;
        for (index, least) in nearest.iter().enumerate() {
            left -= least;
            if left < 0.0 {
                chosen = index;
                break;
            }
        }
    }
}

/// Lloyd's rounds until no point changes its group.
fn settle(points: &Points, mut centres: Vec<Vec<f64>>) -> Settled {
    let mut group = vec![usize::MAX; points.len()];
    let mut spread = 0.0;
    for _ in 0..ROUNDS {
        let mut changed = false;
        spread = 0.0;
        let mut sums = vec![vec![0.0; points.dimensions]; centres.len()];
        let mut sizes = vec![0usize; centres.len()];
        for (index, own) in group.iter_mut().enumerate() {
            let point = points.get(index);
            let (nearest, distance) = nearest(point, &centres);
            changed |= *own != nearest;
            *own = nearest;
            spread += distance;
            sizes[nearest] += 1;
            sums[nearest].iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
        }
        if !changed {
            break;
        }
        for ((centre, sum), size) in centres.iter_mut().zip(sums).zip(&sizes) {
            if *size > 0 {
                *centre = sum.into_iter().map(|value| value / *size as f64).collect();
            }
        }
    }
    Settled { group, centres, spread }
}

/// Index of the nearest centre (the first of equals) and the square of its distance.
pub(crate) fn nearest(point: &[f64], centres: &[Vec<f64>]) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (index, centre) in centres.iter().enumerate() {
        let distance = square_distance(point, centre);
        if distance < best.1 {
            best = (index, distance);
        }
    }
    best
}

fn square_distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum()
}

/// Distances of all pairs, row after row.
fn distances(points: &Points) -> Vec<Vec<f32>> {
    (0..points.len()).map(|a| (0..points.len()).map(|b| square_distance(points.get(a), points.get(b)).sqrt() as f32).collect()).collect()
}

fn silhouette(distances: &[Vec<f32>], group: &[usize], count: usize) -> f64 {
    let mut sizes = vec![0usize; count];
    group.iter().for_each(|own| sizes[*own] += 1);
    let mut total = 0.0;
    let mut sums = vec![0.0f64; count];
    for (line, own) in distances.iter().zip(group) {
        if sizes[*own] < 2 {
            continue;
        }
        sums.iter_mut().for_each(|sum| *sum = 0.0);
        for (distance, other) in line.iter().zip(group) {
            sums[*other] += f64::from(*distance);
        }
        let inside = sums[*own] / (sizes[*own] - 1) as f64;
        let outside = (0..count).filter(|other| other != own && sizes[*other] > 0).map(|other| sums[other] / sizes[other] as f64).fold(f64::INFINITY, f64::min);
        let larger = inside.max(outside);
        if larger > 0.0 && larger.is_finite() {
            total += (outside - inside) / larger;
        }
    }
    total / group.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_heaps_are_three_groups() {
        let mut generator = SplitMix::new(3, 0);
        let coordinates = (0..300)
            .flat_map(|index| {
                let (x, y) = [(0.0, 0.0), (5.0, 0.0), (0.0, 5.0)][index % 3];
                [x + generator.unit(), y + generator.unit()]
            })
            .collect();
        let division = divide(&Points { dimensions: 2, coordinates }, 6, None, 1).expect("different points");
        assert_eq!(division.centres.len(), 3);
        assert!(division.silhouette > 0.7);
        assert!((0..300).all(|index| division.group[index] == division.group[index % 3]));
    }

    #[test]
    fn one_place_is_no_groups() {
        assert!(divide(&Points { dimensions: 2, coordinates: vec![1.5; 40] }, 4, None, 1).is_none());
        assert!(divide(&Points { dimensions: 2, coordinates: vec![] }, 4, None, 1).is_none());
    }

    #[test]
    fn the_silhouette_of_a_hand_computed_example() {
        let points = Points { dimensions: 1, coordinates: vec![0.0, 1.0, 4.0, 6.0] };
        // a = 1,1,2,2; b = 5,4,3.5,5.5
        let expected = (4.0 / 5.0 + 3.0 / 4.0 + 1.5 / 3.5 + 3.5 / 5.5) / 4.0;
        assert!((silhouette(&distances(&points), &[0, 0, 1, 1], 2) - expected).abs() < 1e-6);
    }
}
