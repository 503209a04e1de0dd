//! How alike two groupings are.

use std::collections::BTreeMap;

/// The adjusted Rand index (Hubert and Arabie 1985) of two groupings of the same people, `a[i]` and `b[i]` being the group
/// of person `i`: 1 for the same grouping, about 0 for chance. People without a group (`None`) in either are left out.
/// Two groupings that both put everybody together count as 1. Slices of different length are compared as far as both go.
pub fn adjusted_rand_index(a: &[Option<usize>], b: &[Option<usize>]) -> f64 {
    let mut cells: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    let mut rows: BTreeMap<usize, u64> = BTreeMap::new();
    let mut columns: BTreeMap<usize, u64> = BTreeMap::new();
    let mut people = 0u64;
    for (x, y) in a.iter().zip(b).filter_map(|(x, y)| x.zip(*y)) {
        *cells.entry((x, y)).or_default() += 1;
        *rows.entry(x).or_default() += 1;
        *columns.entry(y).or_default() += 1;
        people += 1;
    }
    let pairs = |n: u64| (n as f64) * (n as f64 - 1.0) / 2.0;
    let together: f64 = cells.values().map(|n| pairs(*n)).sum();
    let in_rows: f64 = rows.values().map(|n| pairs(*n)).sum();
    let in_columns: f64 = columns.values().map(|n| pairs(*n)).sum();
    if people < 2 {
        return 1.0;
    }
    let expected = in_rows * in_columns / pairs(people);
    let most = (in_rows + in_columns) / 2.0;
    if most - expected == 0.0 { 1.0 } else { (together - expected) / (most - expected) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_of_a_hand_computed_example() {
        let a = [0, 0, 0, 1, 1, 1].map(Some);
        let b = [0, 0, 1, 1, 2, 2].map(Some);
        // together 2, rows 6, columns 3, expected 18/15, most 4.5: (2−1.2)/(4.5−1.2)
        assert!((adjusted_rand_index(&a, &b) - 0.8 / 3.3).abs() < 1e-12);
        assert_eq!(adjusted_rand_index(&a, &a), 1.0);
        assert_eq!(adjusted_rand_index(&[Some(0); 3], &[Some(4); 3]), 1.0);
        assert_eq!(adjusted_rand_index(&[], &[]), 1.0);
    }
}
