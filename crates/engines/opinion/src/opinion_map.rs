//! The opinion map: everything that is published about a conversation, and how it is computed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::arithmetic::published;
use crate::consensus::{consensus_list, group_aware_consensus, priority, towards, wilson_lower, worst_group};
use crate::conversation::Conversation;
use crate::groups::{self, AXES, Grouping};
use crate::labels::{LabelWords, label};
use crate::matrix::VoteMatrix;
use crate::plane::Plane;
use crate::repness::{Direction, choose_representative, share_test, smoothed_share};
use crate::route::Candidate;
use crate::stability::{self, Repeats, Stability, THRESHOLD};
use crate::tallies::{Tallies, Tally};

/// What the computation depends on beside the votes. The same conversation and options give the same map, bit for bit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Decides the starts of the search and which votes the repeats drop.
    pub seed: u64,
    /// How many times the computation is repeated with a tenth of the votes dropped, to settle who is in which group and
    /// to see whether the groups are stable; 0 makes no repeat, and the map then does not claim to be stable. Each repeat costs about as much as the map itself.
    pub repeats: usize,
    /// Words for the groups' labels.
    pub words: LabelWords,
}

impl Default for Options {
    /// Seed 1, 16 repeats, English words.
    fn default() -> Self {
        Self { seed: 1, repeats: 16, words: LabelWords::default() }
    }
}

/// The map. Written as JSON with `serde_json`, its numbers are rounded and always finite, and reading it back gives an equal
/// map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpinionMap {
    /// Number of people who voted.
    pub participants: usize,
    /// Number of statements, including those moderated out.
    pub statements: usize,
    /// Number of votes in force, including passes.
    pub votes: usize,
    /// Number of people who voted enough to be in a group.
    pub grouped: usize,
    /// SHA-256 (hexadecimal) of statements and votes in canonical order.
    pub input_digest: String,
    /// The options it was computed with.
    pub options: Options,
    /// Whether the groups may be shown as groups. If false, `groups` still says what was found, but a picture must say
    /// that there are no stable groups.
    pub stable: bool,
    /// How that was judged.
    pub stability: Stability,
    /// The groups, largest first.
    pub groups: Vec<Group>,
    /// Group of each participant, `None` (JSON `null`) for those who have not voted enough.
    pub group_of: BTreeMap<String, Option<usize>>,
    /// Place of each participant in the plane of the two strongest axes; no unit, comparable within one map only.
    pub positions: BTreeMap<String, [f64; 2]>,
    /// Share of the repeats, 0 to 1, in which a participant stayed in their group; only those with a group. Empty if no
    /// repeat was made.
    pub steadiness: BTreeMap<String, f64>,
    /// What all participants agree or disagree on together: agreements first, strongest first.
    pub consensus: Vec<Consensus>,
    /// Every statement in order of id: counts, and what each group says.
    pub results: Vec<StatementResult>,
}

/// A group of people who vote alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// 0 for the largest, and so on; the index in [`OpinionMap::groups`].
    pub id: usize,
    /// Number of people.
    pub size: usize,
    /// What it stands for, in a few words: its most representative statement, shortened, with the side it takes.
    pub label: String,
    /// Mean of its members' positions.
    pub centre: [f64; 2],
    /// Mean steadiness of its members, 0 to 1; `None` if no repeat was made.
    pub steadiness: Option<f64>,
    /// The statements that it stands for; agreements before disagreements.
    pub representative: Vec<Representative>,
}

/// A statement that a group stands for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Representative {
    /// Id of the statement.
    pub statement: String,
    /// Its text.
    pub text: String,
    /// The side the group takes.
    pub direction: Direction,
    /// Smoothed share of those in the group who saw it and take that side (Polis: pa or pd).
    pub share: f64,
    /// Test that it is more than half, in standard deviations (pat or pdt).
    pub share_test: f64,
    /// How many times as often as the rest (ra or rd).
    pub repness: f64,
    /// Test that it is more often than the rest, in standard deviations (rat or rdt).
    pub repness_test: f64,
    /// How many in the group take that side.
    pub count: u32,
    /// How many in the group saw it and answered.
    pub seen: u32,
    /// It is the statement that the group agrees on most typically.
    pub best_agree: bool,
}

/// A statement that people take the same side on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consensus {
    /// Id of the statement.
    pub statement: String,
    /// Its text.
    pub text: String,
    /// The side people take.
    pub direction: Direction,
    /// Smoothed share of all who saw it.
    pub share: f64,
    /// Test that it is more than half, in standard deviations.
    pub share_test: f64,
    /// Product of the groups' smoothed shares for that side; 1 if there is no group.
    pub group_aware: f64,
    /// The group that takes that side least; `None` if there is no group.
    pub worst_group: Option<WorstGroup>,
}

/// The group that takes a side least.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorstGroup {
    /// Its id.
    pub group: usize,
    /// Its smoothed share.
    pub share: f64,
    /// Lower end of the 95 % interval of its share (Wilson 1927).
    pub lower: f64,
}

/// What was said to one statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatementResult {
    /// Id of the statement.
    pub statement: String,
    /// Its text.
    pub text: String,
    /// True if it is moderated out: it then neither shapes the map nor is it shown to anybody.
    pub moderated_out: bool,
    /// Votes of all participants in agreement.
    pub agree: u32,
    /// Votes of all participants in disagreement.
    pub disagree: u32,
    /// Passes of all participants.
    pub pass: u32,
    /// All three.
    pub seen: u32,
    /// The counts of each group, in order of their ids.
    pub by_group: Vec<Tally>,
    /// Group-aware consensus in agreement, 0 to 1.
    pub group_aware_agree: f64,
    /// Group-aware consensus in disagreement, 0 to 1.
    pub group_aware_disagree: f64,
    /// Lower end of the 95 % interval of the share that agrees, over all participants (Wilson 1927).
    pub agree_lower: f64,
    /// The group that agrees least.
    pub worst_agree: Option<WorstGroup>,
    /// The group that disagrees least.
    pub worst_disagree: Option<WorstGroup>,
    /// How far from the middle a lone agree vote places a person.
    pub extremity: f64,
    /// Priority for being shown next; 0 if moderated out.
    pub priority: f64,
}

/// Computes the map of a conversation. Never fails: with no votes, or votes that do not differ, there are no groups and
/// everybody is in one place.
pub fn opinion_map(conversation: &Conversation, options: &Options) -> OpinionMap {
    let matrix = VoteMatrix::new(conversation);
    let plane = Plane::new(&matrix, AXES);
    let included = groups::included(&matrix);
    let mut grouping = groups::find(&matrix, &plane, &included, options.seed);
    let repeats = stability::settle(&matrix, &mut grouping, &included, options.seed, options.repeats);
    assemble(&matrix, &plane, &grouping, &repeats, options)
}

/// The statistics for groups that are given instead of found, with Polis's own scale of positions: with the groups Polis
/// found, shares, tests, representative statements, consensus and priorities are those of Polis. `groups` names a group for
/// each person who has one; the names become ids 0, 1, … in ascending order. People who did not vote
/// are ignored. The map does not claim that the groups are stable.
pub fn map_with_groups(conversation: &Conversation, groups: &BTreeMap<String, usize>, options: &Options) -> OpinionMap {
    let matrix = VoteMatrix::new(conversation);
    let plane = Plane::new(&matrix, AXES);
    let named: Vec<Option<usize>> = matrix.participants.iter().map(|participant| groups.get(participant).copied()).collect();
    let mut names: Vec<usize> = named.iter().flatten().copied().collect();
    names.sort_unstable();
    names.dedup();
    let grouping = Grouping {
        group: named.iter().map(|name| names.binary_search(&(*name)?).ok()).collect(),
        count: names.len(),
        silhouette: 0.0,
        signal_axes: 0,
        places: plane.project(&matrix, 2, 0.0).chunks_exact(2).map(|place| [place[0], place[1]]).collect(),
    };
    let stayed = grouping.group.iter().map(|own| own.map(|_| 1.0)).collect();
    let options = Options { repeats: 0, ..options.clone() };
    assemble(&matrix, &plane, &grouping, &Repeats { index: Vec::new(), stayed }, &options)
}

fn assemble(matrix: &VoteMatrix, plane: &Plane, grouping: &Grouping, repeats: &Repeats, options: &Options) -> OpinionMap {
    let tallies = Tallies::new(matrix, &grouping.group, grouping.count);
    let stability = judge(grouping, repeats);
    let stable = grouping.count > 1 && grouping.signal_axes > 0 && stability.rand_index.is_some_and(|index| index >= stability.threshold);
    let with_name = |row: usize| matrix.participants[row].clone();
    OpinionMap {
        participants: matrix.rows(),
        statements: matrix.width(),
        votes: matrix.values.len(),
        grouped: grouping.group.iter().flatten().count(),
        input_digest: matrix.digest(),
        options: options.clone(),
        stable,
        groups: (0..grouping.count).map(|id| describe(id, matrix, grouping, repeats, &tallies, &options.words)).collect(),
        group_of: (0..matrix.rows()).map(|row| (with_name(row), grouping.group[row])).collect(),
        positions: (0..matrix.rows()).map(|row| (with_name(row), grouping.places[row].map(coordinate))).collect(),
        steadiness: (0..matrix.rows())
            .filter(|_| !repeats.index.is_empty())
            .filter_map(|row| Some((with_name(row), published(repeats.stayed[row]?))))
            .collect(),
        consensus: consensus(matrix, &tallies),
        results: results(matrix, plane, &tallies),
        stability,
    }
}

fn judge(grouping: &Grouping, repeats: &Repeats) -> Stability {
    let runs = repeats.index.len();
    let mean = (runs > 0).then(|| published(repeats.index.iter().sum::<f64>() / runs as f64));
    let lowest = (runs > 0).then(|| published(repeats.index.iter().copied().fold(f64::INFINITY, f64::min)));
    Stability { runs, rand_index: mean, lowest, threshold: THRESHOLD, signal_axes: grouping.signal_axes, silhouette: published(grouping.silhouette) }
}

fn describe(id: usize, matrix: &VoteMatrix, grouping: &Grouping, repeats: &Repeats, tallies: &Tallies, words: &LabelWords) -> Group {
    let members: Vec<usize> = (0..matrix.rows()).filter(|row| grouping.group[*row] == Some(id)).collect();
    let mean = |number: &dyn Fn(usize) -> f64| members.iter().map(|row| number(*row)).sum::<f64>() / members.len().max(1) as f64;
    let representative = if grouping.count > 1 { representative(id, matrix, tallies) } else { Vec::new() };
    Group {
        id,
        size: members.len(),
        label: label(id, &representative, words),
        centre: [0, 1].map(|axis| coordinate(mean(&|row| grouping.places[row][axis]))),
        steadiness: (!repeats.index.is_empty()).then(|| published(mean(&|row| repeats.stayed[row].unwrap_or(0.0)))),
        representative,
    }
}

fn representative(id: usize, matrix: &VoteMatrix, tallies: &Tallies) -> Vec<Representative> {
    let columns: Vec<usize> = (0..matrix.width()).filter(|column| matrix.active[*column]).collect();
    let votes: Vec<(Tally, Tally)> = columns.iter().map(|column| tallies.group_and_rest(*column, id)).collect();
    choose_representative(&votes)
        .into_iter()
        .map(|chosen| {
            let statement = &matrix.statements[columns[chosen.index]];
            let tally = towards(votes[chosen.index].0, chosen.direction);
            let numbers = &chosen.repness;
            let (share, share_test, repness, repness_test) = match chosen.direction {
                Direction::Agree => (numbers.pa, numbers.pat, numbers.ra, numbers.rat),
                Direction::Disagree => (numbers.pd, numbers.pdt, numbers.rd, numbers.rdt),
            };
            Representative {
                statement: statement.id.clone(),
                text: statement.text.clone(),
                direction: chosen.direction,
                share: published(share),
                share_test: published(share_test),
                repness: published(repness),
                repness_test: published(repness_test),
                count: tally.agree,
                seen: tally.seen(),
                best_agree: chosen.best_agree,
            }
        })
        .collect()
}

fn consensus(matrix: &VoteMatrix, tallies: &Tallies) -> Vec<Consensus> {
    let columns: Vec<usize> = (0..matrix.width()).filter(|column| matrix.active[*column]).collect();
    let votes: Vec<Tally> = columns.iter().map(|column| tallies.all[*column]).collect();
    consensus_list(&votes)
        .into_iter()
        .map(|agreed| {
            let column = columns[agreed.index];
            let by_group = turned(&tallies.by_group[column], agreed.direction);
            Consensus {
                statement: matrix.statements[column].id.clone(),
                text: matrix.statements[column].text.clone(),
                direction: agreed.direction,
                share: published(agreed.share),
                share_test: published(agreed.test),
                group_aware: published(group_aware_consensus(&by_group)),
                worst_group: worst(&by_group),
            }
        })
        .collect()
}

fn results(matrix: &VoteMatrix, plane: &Plane, tallies: &Tallies) -> Vec<StatementResult> {
    let extremity = plane.extremity();
    let one = |(column, statement): (usize, &crate::conversation::Statement)| {
        let all = tallies.all[column];
        let by_group = tallies.by_group[column].clone();
        let against = turned(&by_group, Direction::Disagree);
        StatementResult {
            statement: statement.id.clone(),
            text: statement.text.clone(),
            moderated_out: statement.moderated_out,
            agree: all.agree,
            disagree: all.disagree,
            pass: all.pass,
            seen: all.seen(),
            group_aware_agree: published(group_aware_consensus(&by_group)),
            group_aware_disagree: published(group_aware_consensus(&against)),
            agree_lower: published(wilson_lower(all)),
            worst_agree: worst(&by_group),
            worst_disagree: worst(&against),
            by_group,
            extremity: published(extremity[column]),
            priority: if statement.moderated_out { 0.0 } else { published(priority(all, extremity[column])) },
        }
    };
    matrix.statements.iter().enumerate().map(one).collect()
}

fn turned(by_group: &[Tally], direction: Direction) -> Vec<Tally> {
    by_group.iter().map(|tally| towards(*tally, direction)).collect()
}

fn worst(by_group: &[Tally]) -> Option<WorstGroup> {
    let (group, share, lower) = worst_group(by_group)?;
    Some(WorstGroup { group, share: published(share), lower: published(lower) })
}

/// Positions are published with six decimals: enough for a picture, and short.
fn coordinate(value: f64) -> f64 {
    published((value * 1e6).round() / 1e6)
}

impl OpinionMap {
    /// The statements that can be shown next, with their priorities, in order of id; moderated ones are left out. Remove
    /// those the participant has voted on, add new ones, and give the rest to [`crate::route::next_statement`].
    pub fn priorities(&self) -> Vec<Candidate> {
        let open = self.results.iter().filter(|result| !result.moderated_out);
        open.map(|result| Candidate { statement: result.statement.clone(), priority: result.priority }).collect()
    }

    /// The share of those who saw a statement that takes a side, smoothed, and its test in standard deviations; over one
    /// group, or over all participants if `group` is `None`. `None` if there is no such statement or group.
    pub fn share(&self, statement: &str, group: Option<usize>, direction: Direction) -> Option<(f64, f64)> {
        let result = self.results.iter().find(|result| result.statement == statement)?;
        let tally = match group {
            Some(group) => *result.by_group.get(group)?,
            None => Tally { agree: result.agree, disagree: result.disagree, pass: result.pass },
        };
        let tally = towards(tally, direction);
        Some((published(smoothed_share(tally)), published(share_test(tally))))
    }
}
