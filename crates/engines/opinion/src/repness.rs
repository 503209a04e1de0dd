//! What a group stands for: representative statements, exactly as Polis computes them given the votes and the groups
//! (Small et al. 2021; re-derived from the published engine).

use serde::{Deserialize, Serialize};

use crate::tallies::Tally;

/// One-sided 90 % point of the normal distribution, as Polis rounds it.
pub const Z90: f64 = 1.2816;
/// Most representative statements for a group.
pub const MOST_REPRESENTATIVE: usize = 5;

/// For or against a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// In agreement.
    Agree,
    /// In disagreement.
    Disagree,
}

/// How typical a statement is of a group, compared with all other groups. Without unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Repness {
    /// Smoothed share that agrees, (na+1)/(ns+2).
    pub pa: f64,
    /// Smoothed share that disagrees.
    pub pd: f64,
    /// Test that more than half agree, 2·√(ns+1)·((na+1)/(ns+1) − ½).
    pub pat: f64,
    /// Test that more than half disagree.
    pub pdt: f64,
    /// How many times as often the group agrees as the rest.
    pub ra: f64,
    /// How many times as often the group disagrees as the rest.
    pub rd: f64,
    /// Test that the group agrees more than the rest.
    pub rat: f64,
    /// Test that the group disagrees more than the rest.
    pub rdt: f64,
}

impl Repness {
    /// From the votes of a group and of everybody in other groups.
    pub fn new(group: Tally, rest: Tally) -> Self {
        let (pa, pat, ra, rat) = one_side(group, rest);
        let (pd, pdt, rd, rdt) = one_side(group.reversed(), rest.reversed());
        Self { pa, pd, pat, pdt, ra, rd, rat, rdt }
    }

    /// Agree if the group stands out more by agreeing (`rat > rdt`), otherwise disagree.
    pub fn direction(&self) -> Direction {
        if self.rat > self.rdt { Direction::Agree } else { Direction::Disagree }
    }

    /// Both tests pass in the same direction.
    pub fn is_sufficient(&self) -> bool {
        (self.rat > Z90 && self.pat > Z90) || (self.rdt > Z90 && self.pdt > Z90)
    }

    /// Repness · repness test · share · share test in a direction: the order of representative statements.
    pub fn weight(&self, direction: Direction) -> f64 {
        match direction {
            Direction::Agree => self.ra * self.rat * self.pa * self.pat,
            Direction::Disagree => self.rd * self.rdt * self.pd * self.pdt,
        }
    }
}

/// Share, its test, ratio to the rest and its test, for agreement.
fn one_side(group: Tally, rest: Tally) -> (f64, f64, f64, f64) {
    let ratio = smoothed_share(group) / smoothed_share(rest);
    (smoothed_share(group), share_test(group), ratio, two_shares_test(group, rest))
}

/// (A+1)/(S+2): the share that agrees, drawn a little towards one half.
pub fn smoothed_share(tally: Tally) -> f64 {
    f64::from(tally.agree + 1) / f64::from(tally.seen() + 2)
}

/// 2·√(S+1)·((A+1)/(S+1) − ½): how sure it is that more than half agree, in standard deviations.
pub fn share_test(tally: Tally) -> f64 {
    let seen = f64::from(tally.seen() + 1);
    2.0 * seen.sqrt() * (f64::from(tally.agree + 1) / seen - 0.5)
}

/// (π₁−π₂)/√(π̂(1−π̂)(1/n₁+1/n₂)) with one added to every count; 0 if π̂ = 1.
pub fn two_shares_test(group: Tally, rest: Tally) -> f64 {
    let (s1, n1) = (f64::from(group.agree + 1), f64::from(group.seen() + 1));
    let (s2, n2) = (f64::from(rest.agree + 1), f64::from(rest.seen() + 1));
    let pooled = (s1 + s2) / (n1 + n2);
    if pooled >= 1.0 {
        return 0.0;
    }
    (s1 / n1 - s2 / n2) / (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt()
}

/// A chosen statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    /// Its place in the list given to [`choose_representative`].
    pub index: usize,
    /// Which side the group takes.
    pub direction: Direction,
    /// It was chosen as the statement the group agrees on most typically.
    pub best_agree: bool,
    /// The numbers.
    pub repness: Repness,
}

/// Chooses up to [`MOST_REPRESENTATIVE`] statements for a group. `statements` holds, in column order, the votes of the group
/// and of the rest on every statement that is not moderated out.
///
/// The best-agree statement comes first, then those that pass both tests by [`Repness::weight`] (equal weights in column
/// order), agreements before disagreements. If none passes: the best-agree one, else the one with the largest test.
pub fn choose_representative(statements: &[(Tally, Tally)]) -> Vec<Chosen> {
    let mut best_agree: Option<(usize, Repness)> = None;
    let mut best: Option<(usize, Repness)> = None;
    let mut sufficient = Vec::new();
    for (index, (group, rest)) in statements.iter().enumerate() {
        let repness = Repness::new(*group, *rest);
        if repness.is_sufficient() {
            sufficient.push((index, repness));
        }
        if best.is_none_or(|(_, best)| repness.rat.max(repness.rdt) > best.rat.max(best.rdt)) {
            best = Some((index, repness));
        }
        if beats_best_agree(*group, &repness, best_agree.map(|(_, best)| best)) {
            best_agree = Some((index, repness));
        }
    }
    let chosen = |(index, repness): (usize, Repness), best_agree| Chosen { index, direction: repness.direction(), best_agree, repness };
    if sufficient.is_empty() {
        return match best_agree {
            Some(best_agree) => vec![chosen(best_agree, true)],
            None => best.map(|best| chosen(best, false)).into_iter().collect(),
        };
    }
    sufficient.retain(|(index, _)| best_agree.is_none_or(|(best, _)| best != *index));
    sufficient.sort_by(|(a, x), (b, y)| y.weight(y.direction()).total_cmp(&x.weight(x.direction())).then(a.cmp(b)));
    let mut list: Vec<Chosen> = best_agree.map(|best| chosen(best, true)).into_iter().collect();
    list.extend(sufficient.into_iter().map(|entry| chosen(entry, false)));
    list.truncate(MOST_REPRESENTATIVE);
    list.sort_by_key(|entry| entry.direction);
    list
}

fn beats_best_agree(group: Tally, new: &Repness, best: Option<Repness>) -> bool {
    if group.agree == 0 && group.disagree == 0 {
        return false;
    }
    match best {
        None => new.pat > Z90 || (new.ra > 1.0 && new.pa > 0.5),
        Some(best) if best.ra > 1.0 => new.weight(Direction::Agree) > best.weight(Direction::Agree),
        Some(best) => new.pa * new.pat > best.pa * best.pat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(agree: u32, disagree: u32, pass: u32) -> Tally {
        Tally { agree, disagree, pass }
    }

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn the_numbers_of_a_hand_computed_example() {
        // Group: 8 agree, 1 disagrees, of 9. Rest: 2 agree, 6 disagree, 1 passes, of 9.
        let repness = Repness::new(tally(8, 1, 0), tally(2, 6, 1));
        close(repness.pa, 9.0 / 11.0);
        close(repness.pd, 2.0 / 11.0);
        close(repness.pat, 2.0 * 10f64.sqrt() * (0.9 - 0.5));
        close(repness.pdt, 2.0 * 10f64.sqrt() * (0.2 - 0.5));
        close(repness.ra, (9.0 / 11.0) / (3.0 / 11.0));
        close(repness.rd, (2.0 / 11.0) / (7.0 / 11.0));
        // pooled 12/20 = .6: (.9−.3)/√(.6·.4·.2)
        close(repness.rat, 0.6 / 0.048f64.sqrt());
        // pooled 9/20 = .45: (.2−.7)/√(.45·.55·.2)
        close(repness.rdt, -0.5 / 0.0495f64.sqrt());
        assert_eq!(repness.direction(), Direction::Agree);
        assert!(repness.is_sufficient());
    }

    #[test]
    fn everybody_agreeing_makes_the_comparison_zero() {
        close(two_shares_test(tally(4, 0, 0), tally(3, 0, 0)), 0.0);
        close(two_shares_test(tally(0, 0, 0), tally(0, 0, 0)), 0.0);
    }

    #[test]
    fn the_best_agree_comes_first_and_agreements_before_disagreements() {
        let statements = [
            (tally(0, 9, 0), tally(9, 0, 0)), // strongest of all, a disagreement
            (tally(7, 2, 0), tally(3, 6, 0)),
            (tally(9, 0, 0), tally(1, 8, 0)), // best agree
            (tally(5, 4, 0), tally(5, 4, 0)), // nothing
            (tally(0, 0, 9), tally(0, 0, 9)),
        ];
        let chosen = choose_representative(&statements);
        let short: Vec<_> = chosen.iter().map(|one| (one.index, one.direction, one.best_agree)).collect();
        assert_eq!(short, [(2, Direction::Agree, true), (1, Direction::Agree, false), (0, Direction::Disagree, false)]);
    }

    #[test]
    fn without_a_sufficient_statement_there_is_still_one() {
        // Everybody agrees alike: no group stands out, the best-agree one is given.
        let alike = [(tally(9, 0, 0), tally(9, 0, 0)), (tally(1, 8, 0), tally(1, 8, 0))];
        let chosen = choose_representative(&alike);
        assert_eq!((chosen.len(), chosen[0].index, chosen[0].best_agree), (1, 0, true));
        // Nobody agrees on anything: the largest test.
        let chosen = choose_representative(&[(tally(0, 2, 1), tally(0, 2, 1)), (tally(0, 2, 1), tally(1, 2, 1))]);
        assert_eq!((chosen.len(), chosen[0].best_agree), (1, false));
        assert!(choose_representative(&[]).is_empty());
    }
}
