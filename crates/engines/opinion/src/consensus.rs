//! What unites: statements that everybody, or every group, takes the same side on.

use crate::arithmetic::exp;
use crate::repness::{Direction, Z90, share_test, smoothed_share};
use crate::tallies::Tally;

/// Most statements in the consensus list for each direction.
pub const MOST_CONSENSUS: usize = 5;

/// A statement in the consensus list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreed {
    /// Its place in the list given to [`consensus_list`].
    pub index: usize,
    /// Whether people agree or disagree with it together.
    pub direction: Direction,
    /// Smoothed share, (A+1)/(S+2) or (D+1)/(S+2).
    pub share: f64,
    /// Test that it is more than half, in standard deviations.
    pub test: f64,
}

/// Polis's consensus list: over all participants, share above one half and test above [`Z90`], by share · test (equal ones
/// in column order), at most [`MOST_CONSENSUS`] agreements, then as many disagreements. `statements` holds the votes of all
/// participants on every statement that is not moderated out.
pub fn consensus_list(statements: &[Tally]) -> Vec<Agreed> {
    let mut list = Vec::new();
    for direction in [Direction::Agree, Direction::Disagree] {
        let mut side: Vec<Agreed> = statements
            .iter()
            .enumerate()
            .map(|(index, tally)| {
                let tally = towards(*tally, direction);
                Agreed { index, direction, share: smoothed_share(tally), test: share_test(tally) }
            })
            .filter(|one| one.share > 0.5 && one.test > Z90)
            .collect();
        side.sort_by(|a, b| (b.share * b.test).total_cmp(&(a.share * a.test)).then(a.index.cmp(&b.index)));
        list.extend(side.into_iter().take(MOST_CONSENSUS));
    }
    list
}

/// The votes seen from a direction: for [`Direction::Disagree`], agree and disagree are exchanged.
pub fn towards(tally: Tally, direction: Direction) -> Tally {
    match direction {
        Direction::Agree => tally,
        Direction::Disagree => tally.reversed(),
    }
}

/// Group-aware consensus: Π_g (A_g+1)/(S_g+2) over the groups (Small et al. 2021). 1 if there is no group.
pub fn group_aware_consensus(groups: &[Tally]) -> f64 {
    groups.iter().map(|tally| smoothed_share(*tally)).product()
}

/// The group that agrees least, its smoothed share and the lower end of the 95 % interval of its share (Wilson 1927):
/// what can be said at least of every group. `None` if there is no group.
pub fn worst_group(groups: &[Tally]) -> Option<(usize, f64, f64)> {
    let mut worst: Option<(usize, f64, f64)> = None;
    for (group, tally) in groups.iter().enumerate() {
        let lower = wilson_lower(*tally);
        if worst.is_none_or(|(.., least)| lower < least) {
            worst = Some((group, smoothed_share(*tally), lower));
        }
    }
    worst
}

/// Lower end of the two-sided 95 % Wilson interval of the share that agrees; 0 if nobody has seen the statement.
pub fn wilson_lower(tally: Tally) -> f64 {
    const Z: f64 = 1.959_963_984_540_054;
    let n = f64::from(tally.seen());
    if n == 0.0 {
        return 0.0;
    }
    let share = f64::from(tally.agree) / n;
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((middle - half) / (1.0 + Z * Z / n)).max(0.0)
}

/// Polis's priority of a statement for being shown next:
/// [(1−(P+1)/(S+2))·(E+1)·((A+1)/(S+2))·(1+8·2^(−S/5))]², with `extremity` E the distance from the middle at which a lone
/// agree vote on it would place a person. Statements that are new, that divide, that people agree on and do not pass on come
/// first. Always positive.
pub fn priority(tally: Tally, extremity: f64) -> f64 {
    let seen = f64::from(tally.seen());
    let not_passed = 1.0 - f64::from(tally.pass + 1) / (seen + 2.0);
    let new = 1.0 + 8.0 * exp(-seen / 5.0 * std::f64::consts::LN_2);
    let root = not_passed * (extremity + 1.0) * smoothed_share(tally) * new;
    root * root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(agree: u32, disagree: u32, pass: u32) -> Tally {
        Tally { agree, disagree, pass }
    }

    #[test]
    fn the_list_holds_agreements_and_disagreements_by_strength() {
        let list = consensus_list(&[tally(7, 1, 1), tally(0, 9, 0), tally(9, 0, 0), tally(5, 4, 0), tally(0, 0, 0)]);
        let short: Vec<_> = list.iter().map(|one| (one.index, one.direction)).collect();
        assert_eq!(short, [(2, Direction::Agree), (0, Direction::Agree), (1, Direction::Disagree)]);
        assert!((list[0].share - 10.0 / 11.0).abs() < 1e-12);
        assert!((list[0].test - 10f64.sqrt()).abs() < 1e-12);
        // 7 of 9: 8/11 and 2·√10·(.8−.5)
        assert!((list[1].test - 0.6 * 10f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn group_aware_consensus_multiplies_the_groups() {
        let groups = [tally(8, 1, 0), tally(2, 6, 1)];
        assert!((group_aware_consensus(&groups) - 9.0 / 11.0 * 3.0 / 11.0).abs() < 1e-12);
        let (group, share, lower) = worst_group(&groups).expect("groups");
        assert_eq!(group, 1);
        assert!((share - 3.0 / 11.0).abs() < 1e-12 && lower > 0.06 && lower < 0.07);
        assert!(worst_group(&[]).is_none());
    }

    #[test]
    fn a_known_wilson_interval() {
        // 8 of 10: the interval is .4902 to .9433.
        assert!((wilson_lower(tally(8, 2, 0)) - 0.490_2).abs() < 1e-4);
    }

    #[test]
    fn the_priority_of_a_hand_computed_example() {
        // S = 10, A = 5, P = 2, E = 1: (1−3/12)·2·(6/12)·(1+8/4) = 2.25, squared 5.0625
        assert!((priority(tally(5, 3, 2), 1.0) - 5.0625).abs() < 1e-9);
        // Nobody has seen it: (1−1/2)·1·(1/2)·9 = 2.25
        assert!((priority(tally(0, 0, 0), 0.0) - 5.0625).abs() < 1e-9);
    }
}
