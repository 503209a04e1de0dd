//! The outline of a set of points.

/// Corners of the convex hull (Andrew 1979), anticlockwise from the leftmost, lowest point; at most the points themselves
/// if there are fewer than three different ones. Numbers must be finite.
pub(crate) fn convex_hull(points: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let half = |points: &mut dyn Iterator<Item = [f64; 2]>| {
        let mut chain: Vec<[f64; 2]> = Vec::new();
        for point in points {
            while chain.len() >= 2 && turn(chain[chain.len() - 2], chain[chain.len() - 1], point) <= 0.0 {
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut hull = half(&mut sorted.iter().copied());
    hull.extend(half(&mut sorted.iter().rev().copied()));
    hull
}

fn turn(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> f64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// The points nearest to their mean, leaving out the given share of those farthest away, so that a few strays do not
/// stretch an outline. At least three points are kept.
pub(crate) fn without_strays(points: &[[f64; 2]], share: f64) -> Vec<[f64; 2]> {
    let count = points.len().max(1) as f64;
    let mean = [0, 1].map(|axis| points.iter().map(|point| point[axis]).sum::<f64>() / count);
    let distance = |point: &[f64; 2]| {
        let (x, y) = (point[0] - mean[0], point[1] - mean[1]);
        x * x + y * y
    };
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then(a[0].total_cmp(&b[0])).then(a[1].total_cmp(&b[1])));
    let kept = points.len() - (points.len() as f64 * share) as usize;
    sorted.truncate(kept.max(3));
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_with_points_inside_has_four_corners() {
        let points = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0], [1.0, 1.0], [1.0, 0.0], [0.0, 0.0]];
        assert_eq!(convex_hull(&points), [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]]);
        assert_eq!(convex_hull(&[[1.0, 1.0]; 5]), [[1.0, 1.0]]);
        assert!(convex_hull(&[]).is_empty());
    }
}
