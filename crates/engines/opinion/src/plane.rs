//! The principal axes of the votes, and where each participant stands on them.
//!
//! As in Polis (Small et al. 2021): a missing vote counts as the statement's mean, so a centred missing cell is zero and the
//! matrix stays sparse; a participant's position is scaled by √(statements ÷ statements seen), so that people who leave early
//! are not all drawn to the middle. The axes are found by the Lanczos process with full re-orthogonalisation.

use crate::arithmetic::SplitMix;
use crate::matrix::VoteMatrix;

/// Principal axes over the active statements.
#[derive(Debug, Clone)]
pub(crate) struct Plane {
    /// Mean vote of each statement (0 where nobody voted, or where it does not take part).
    pub(crate) mean: Vec<f64>,
    /// Orthonormal axes, strongest first; each has one number for each statement.
    pub(crate) axes: Vec<Vec<f64>>,
    /// Variance sums along the axes (eigenvalues of the scatter matrix).
    pub(crate) strength: Vec<f64>,
}

/// Above this many statements the scatter matrix is not formed and the sparse rows are used in every step instead.
const SCATTER_LIMIT: usize = 1500;
/// Steps of the Lanczos process; the first axes are exact to rounding long before.
const LANCZOS_STEPS: usize = 48;
/// Steps to find the strength of noise, where a hundredth more or less does not matter.
const NOISE_STEPS: usize = 30;

impl Plane {
    /// Finds up to `count` axes.
    pub(crate) fn new(matrix: &VoteMatrix, count: usize) -> Self {
        let mean = column_means(matrix);
        let cells = centred(matrix, &mean);
        let (mut axes, strength) = strongest(matrix, &cells, LANCZOS_STEPS, count);
        for axis in &mut axes {
            fix_sign(axis);
        }
        Self { mean, axes, strength }
    }

    /// Coordinates of every participant on the first `count` axes, `count` numbers after each other (0 where there is no
    /// such axis). `shrinkage` is added to the number of seen statements in the scale; 0 is Polis's own scale.
    pub(crate) fn project(&self, matrix: &VoteMatrix, count: usize, shrinkage: f64) -> Vec<f64> {
        let mut loadings = vec![0.0; matrix.width() * count];
        for (index, axis) in self.axes.iter().take(count).enumerate() {
            for (column, value) in axis.iter().enumerate() {
                loadings[column * count + index] = *value;
            }
        }
        let mut positions = vec![0.0; matrix.rows() * count];
        for row in 0..matrix.rows() {
            let place = &mut positions[row * count..(row + 1) * count];
            let mut seen = 0usize;
            for (column, value) in matrix.row(row) {
                if !matrix.active[column] {
                    continue;
                }
                seen += 1;
                let centred = f64::from(value) - self.mean[column];
                for (sum, loading) in place.iter_mut().zip(&loadings[column * count..(column + 1) * count]) {
                    *sum += centred * loading;
                }
            }
            let scale = (matrix.width() as f64 / (seen as f64 + shrinkage).max(1.0)).sqrt();
            place.iter_mut().for_each(|sum| *sum *= scale);
        }
        positions
    }

    /// How far from the middle a lone agree vote on each statement would place a person in the plane of the first two axes
    /// (Polis: *extremity*); 0 for statements that do not take part.
    pub(crate) fn extremity(&self) -> Vec<f64> {
        let scale = (self.mean.len() as f64).sqrt();
        (0..self.mean.len())
            .map(|column| {
                let square: f64 = self.axes.iter().take(2).map(|axis| axis[column] * axis[column]).sum();
                scale * (1.0 - self.mean[column]).abs() * square.sqrt()
            })
            .collect()
    }
}

fn column_means(matrix: &VoteMatrix) -> Vec<f64> {
    let mut sum = vec![0i64; matrix.width()];
    let mut seen = vec![0i64; matrix.width()];
    for (column, value) in matrix.columns.iter().zip(&matrix.values) {
        sum[*column as usize] += i64::from(*value);
        seen[*column as usize] += 1;
    }
    (0..matrix.width()).map(|column| if matrix.active[column] && seen[column] > 0 { sum[column] as f64 / seen[column] as f64 } else { 0.0 }).collect()
}

/// The strength of the first axis of the same votes if their deviations from the mean had random signs: what chance alone
/// gives. One toss is enough because the largest of many noise axes hardly varies.
pub(crate) fn noise_strength(matrix: &VoteMatrix, plane: &Plane, generator: &mut SplitMix) -> f64 {
    let mut cells = centred(matrix, &plane.mean);
    let mut coins = 0u64;
    for (index, cell) in cells.iter_mut().enumerate() {
        if index.is_multiple_of(64) {
            coins = generator.next_u64();
        }
        if coins & 1 == 1 {
            *cell = -*cell;
        }
        coins >>= 1;
    }
    let (_, strength) = strongest(matrix, &cells, NOISE_STEPS, 1);
    strength.first().copied().unwrap_or(0.0)
}

/// Every vote minus its statement's mean, in the order of the matrix; zero for statements that do not take part.
fn centred(matrix: &VoteMatrix, mean: &[f64]) -> Vec<f64> {
    let cell = |(column, value): (&u32, &i8)| {
        let column = *column as usize;
        if matrix.active[column] { f64::from(*value) - mean[column] } else { 0.0 }
    };
    matrix.columns.iter().zip(&matrix.values).map(cell).collect()
}

fn strongest(matrix: &VoteMatrix, cells: &[f64], steps: usize, count: usize) -> (Vec<Vec<f64>>, Vec<f64>) {
    if matrix.width() <= SCATTER_LIMIT {
        let scatter = scatter(matrix, cells);
        lanczos(|v| scatter.iter().map(|line| dot(line, v)).collect(), &matrix.active, steps, count)
    } else {
        lanczos(|v| sparse_times(matrix, cells, v), &matrix.active, steps, count)
    }
}

/// The symmetric matrix Σ_participants (x−μ)(x−μ)ᵀ over statements, from the sparse rows alone.
fn scatter(matrix: &VoteMatrix, cells: &[f64]) -> Vec<Vec<f64>> {
    let width = matrix.width();
    let mut scatter = vec![vec![0.0; width]; width];
    for range in matrix.row_start.windows(2).map(|ends| ends[0]..ends[1]) {
        let (columns, cells) = (&matrix.columns[range.clone()], &cells[range]);
        for (index, (column, value)) in columns.iter().zip(cells).enumerate() {
            let line = &mut scatter[*column as usize];
            for (other, other_value) in columns[index..].iter().zip(&cells[index..]) {
                line[*other as usize] += value * other_value;
            }
        }
    }
    for column in 0..width {
        let (above, below) = scatter.split_at_mut(column);
        for (other, line) in above.iter().enumerate() {
            below[0][other] = line[column];
        }
    }
    scatter
}

fn sparse_times(matrix: &VoteMatrix, cells: &[f64], v: &[f64]) -> Vec<f64> {
    let mut result = vec![0.0; v.len()];
    for range in matrix.row_start.windows(2).map(|ends| ends[0]..ends[1]) {
        let (columns, cells) = (&matrix.columns[range.clone()], &cells[range]);
        let along: f64 = columns.iter().zip(cells).map(|(column, cell)| cell * v[*column as usize]).sum();
        for (column, cell) in columns.iter().zip(cells) {
            result[*column as usize] += along * cell;
        }
    }
    result
}

/// Inner product in four fixed lanes: fast, and always summed in the same order.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 4];
    let (a_four, a_rest) = a.as_chunks::<4>();
    let (b_four, b_rest) = b.as_chunks::<4>();
    for (x, y) in a_four.iter().zip(b_four) {
        for lane in 0..4 {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
}

/// Largest eigenpairs of a symmetric positive operator (Lanczos 1950), from a fixed start vector.
fn lanczos(times: impl Fn(&[f64]) -> Vec<f64>, active: &[bool], steps: usize, count: usize) -> (Vec<Vec<f64>>, Vec<f64>) {
    let width = active.len();
    let dimension = active.iter().filter(|active| **active).count();
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let mut next: Vec<f64> = (0..width)
        .map(|column| if active[column] { 1.0 + ((column * 7919 + 13) % 1009) as f64 / 1009.0 } else { 0.0 })
        .map(|value: f64| if ((value * 1009.0) as usize).is_multiple_of(2) { value } else { -value })
        .collect();
    let mut diagonal = Vec::new();
    let mut beside = Vec::new();
    let mut largest = 0.0f64;
    for _ in 0..steps.min(dimension) {
        let length = dot(&next, &next).sqrt();
        if !basis.is_empty() {
            if length <= largest * 1e-10 {
                break;
            }
            beside.push(length);
        }
        if length == 0.0 {
            break;
        }
        let unit: Vec<f64> = next.iter().map(|value| value / length).collect();
        next = times(&unit);
        diagonal.push(dot(&unit, &next));
        largest = largest.max(dot(&next, &next).sqrt());
        basis.push(unit);
        for _ in 0..2 {
            for line in &basis {
                let along = dot(line, &next);
                next.iter_mut().zip(line).for_each(|(value, part)| *value -= along * part);
            }
        }
    }
    let (values, vectors) = tridiagonal_eigen(&diagonal, &beside);
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]).then(a.cmp(b)));
    order.retain(|index| values[*index] > largest * 1e-9 && values[*index] > 0.0);
    order.truncate(count);
    let axes = order
        .iter()
        .map(|index| {
            let mut axis = vec![0.0; width];
            for (line, steps) in basis.iter().zip(&vectors) {
                axis.iter_mut().zip(line).for_each(|(value, part)| *value += steps[*index] * part);
            }
            let length = dot(&axis, &axis).sqrt();
            axis.iter_mut().for_each(|value| *value /= length);
            axis
        })
        .collect();
    (axes, order.iter().map(|index| values[*index]).collect())
}

/// Eigenvalues and eigenvectors (columns) of a small symmetric tridiagonal matrix by cyclic Jacobi rotations.
fn tridiagonal_eigen(diagonal: &[f64], beside: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = diagonal.len();
    let mut a = vec![vec![0.0; size]; size];
    let mut vectors = vec![vec![0.0; size]; size];
    for i in 0..size {
        a[i][i] = diagonal[i];
        vectors[i][i] = 1.0;
        if i + 1 < size {
            a[i][i + 1] = beside[i];
            a[i + 1][i] = beside[i];
        }
    }
    let scale: f64 = diagonal.iter().map(|value| value.abs()).fold(0.0, f64::max);
    for _sweep in 0..40 {
        let mut rotated = false;
        for p in 0..size {
            for q in p + 1..size {
                if a[p][q].abs() <= scale * 1e-15 {
                    continue;
                }
                rotated = true;
                let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let c = 1.0 / (t * t + 1.0).sqrt();
                let s = t * c;
                for line in &mut a {
                    let (x, y) = (line[p], line[q]);
                    line[p] = c * x - s * y;
                    line[q] = s * x + c * y;
                }
                let (upper, lower) = a.split_at_mut(q);
                for (x, y) in upper[p].iter_mut().zip(lower[0].iter_mut()) {
                    let (old_x, old_y) = (*x, *y);
                    *x = c * old_x - s * old_y;
                    *y = s * old_x + c * old_y;
                }
                for line in &mut vectors {
                    let (x, y) = (line[p], line[q]);
                    line[p] = c * x - s * y;
                    line[q] = s * x + c * y;
                }
            }
        }
        if !rotated {
            break;
        }
    }
    ((0..size).map(|i| a[i][i]).collect(), vectors)
}

/// Turns an axis so that its cubes sum to a positive number, or, if they cancel, its first clear number is positive.
fn fix_sign(axis: &mut [f64]) {
    let skew: f64 = axis.iter().map(|value| value * value * value).sum();
    let sign = if skew.abs() > 1e-9 { skew } else { axis.iter().copied().find(|value| value.abs() > 1e-6).unwrap_or(1.0) };
    if sign < 0.0 {
        axis.iter_mut().for_each(|value| *value = -*value);
    }
}
