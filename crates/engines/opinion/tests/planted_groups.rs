//! Made-up conversations with a known truth, and the ends of the scale.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Generator, planted};
use proptest::prelude::*;
use samskab_opinion::svg::{SvgWords, draw};
use samskab_opinion::{Choice, Conversation, Direction, OpinionMap, Options, Statement, Vote, adjusted_rand_index, opinion_map};

fn quick() -> Options {
    Options { repeats: 2, ..Options::default() }
}

fn index_with_truth(map: &OpinionMap, groups: usize) -> f64 {
    let truth: Vec<Option<usize>> = map.group_of.keys().map(|person| Some(person.parse::<usize>().unwrap() % groups)).collect();
    let found: Vec<Option<usize>> = map.group_of.values().copied().collect();
    adjusted_rand_index(&truth, &found)
}

/// The promises that every map keeps.
fn check(map: &OpinionMap) {
    let json = serde_json::to_string(map).unwrap();
    assert!(!json.contains("NaN") && !json.contains("inf"), "{json}");
    let back: OpinionMap = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, map);
    assert_eq!(map.group_of.len(), map.participants);
    assert_eq!(map.positions.len(), map.participants);
    assert_eq!(map.results.len(), map.statements);
    assert_eq!(map.groups.iter().map(|group| group.size).sum::<usize>(), map.grouped);
    assert_eq!(map.votes as u32, map.results.iter().map(|result| result.seen).sum::<u32>());
    for (number, group) in map.groups.iter().enumerate() {
        assert_eq!(group.id, number);
        assert!(group.size > 0 && !group.label.is_empty());
    }
    assert!(map.groups.windows(2).all(|pair| pair[0].size >= pair[1].size));
    let svg = draw(map, &SvgWords::default(), map.positions.keys().next().map(String::as_str));
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>") && !svg.contains("NaN") && !svg.contains("style="));
}

#[test]
fn planted_groups_are_found_and_are_stable() {
    for groups in [2, 3, 4, 6] {
        let map = opinion_map(&planted(600, 80, groups, 0.4, groups as u64), &quick());
        check(&map);
        assert_eq!(map.groups.len(), groups);
        assert!(map.stable, "{groups}: {:?}", map.stability);
        let index = index_with_truth(&map, groups);
        assert!(index > 0.97, "{groups}: {index}");
    }
}

#[test]
fn ten_thousand_people_at_a_twentieth_fill() {
    let map = opinion_map(&planted(10_000, 500, 5, 0.05, 9), &Options { repeats: 0, ..Options::default() });
    let index = index_with_truth(&map, 5);
    assert!(index >= 0.8, "{index}");
    assert!(!map.stable, "without repeats nothing is claimed");
}

#[test]
fn tossed_votes_have_no_stable_groups() {
    for seed in 0..4 {
        let map = opinion_map(&planted(400, 60, 0, 0.5, seed), &quick());
        check(&map);
        assert!(!map.stable, "{:?}", map.stability);
        let svg = draw(&map, &SvgWords::default(), None);
        assert!(svg.contains("No stable groups") && !svg.contains("om-hull") && !svg.contains("om-g0"));
    }
}

#[test]
fn priorities_differ_from_statement_to_statement() {
    let map = opinion_map(&planted(200, 40, 3, 0.5, 5), &quick());
    let mut priorities: Vec<u64> = map.priorities().iter().map(|one| one.priority.to_bits()).collect();
    assert!(map.priorities().iter().all(|one| one.priority > 0.0));
    priorities.sort_unstable();
    priorities.dedup();
    assert!(priorities.len() > 30, "only {} different priorities", priorities.len());
    assert!(map.priorities().iter().all(|one| one.statement != "16"), "moderated statements are not shown");
}

#[test]
fn moderated_statements_do_not_shape_the_map() {
    let conversation = planted(200, 40, 2, 0.6, 3);
    let mut without = conversation.clone();
    // Turn all votes on the moderated statements round: places and groups stay.
    for vote in without.votes.iter_mut().filter(|vote| ["16", "33"].contains(&vote.statement.as_str())) {
        vote.choice = Choice::Disagree;
    }
    let (one, other) = (opinion_map(&conversation, &quick()), opinion_map(&without, &quick()));
    assert_eq!(one.positions, other.positions);
    assert_eq!(one.group_of, other.group_of);
    assert_ne!(one.input_digest, other.input_digest);
}

#[test]
fn the_picture_shows_one_person_only_when_asked() {
    let map = opinion_map(&planted(100, 30, 2, 0.8, 3), &quick());
    let words = SvgWords { you: "Dig".into(), title: "Kort <over> \"meninger\"".into(), ..SvgWords::default() };
    let svg = draw(&map, &words, Some("7"));
    assert!(svg.contains("om-me") && svg.contains(">Dig</text>"));
    assert!(svg.contains("Kort &lt;over&gt; &quot;meninger&quot;"));
    assert!(svg.contains("role=\"img\"") && svg.contains("aria-labelledby=\"opinion-map-title opinion-map-desc\""));
    assert!(svg.contains("om-dot om-g0") && svg.contains("om-dot om-g1") && svg.contains("om-hull om-g1"));
    assert!(!draw(&map, &words, None).contains("om-me"));
    assert!(!draw(&map, &words, Some("nobody")).contains("om-me"));
    let again = draw(&map, &words, Some("7"));
    assert_eq!(svg, again);
}

#[test]
fn a_label_says_what_the_group_stands_for() {
    let map = opinion_map(&planted(100, 30, 2, 0.8, 3), &quick());
    for group in &map.groups {
        assert!(group.label.starts_with("For: Statement") || group.label.starts_with("Against: Statement"));
        let first = &group.representative[0];
        let (share, test) = map.share(&first.statement, Some(group.id), first.direction).unwrap();
        assert_eq!((share, test), (first.share, first.share_test));
        assert!(group.representative.len() <= 5);
    }
    assert!(map.consensus.iter().all(|one| matches!(one.direction, Direction::Agree | Direction::Disagree)));
}

fn vote(participant: &str, statement: &str, choice: Choice) -> Vote {
    Vote { participant: participant.into(), statement: statement.into(), choice }
}

#[test]
fn the_ends_of_the_scale_give_a_map_without_groups_to_show() {
    let statement = |id: &str| Statement { id: id.into(), text: String::new(), moderated_out: false };
    let everybody = |choice: Choice, people: usize, statements: usize| Conversation {
        statements: vec![],
        votes: (0..people).flat_map(|p| (0..statements).map(move |s| vote(&format!("p{p}"), &format!("s{s}"), choice))).collect(),
    };
    let mut gone = everybody(Choice::Agree, 5, 5);
    gone.statements = (0..5).map(|s| Statement { moderated_out: true, ..statement(&format!("s{s}")) }).collect();
    let conversations = [
        Conversation::default(),
        Conversation { statements: vec![statement("1"), statement("2")], votes: vec![] },
        everybody(Choice::Agree, 1, 12),
        everybody(Choice::Pass, 30, 12),
        everybody(Choice::Disagree, 30, 12),
        everybody(Choice::Agree, 30, 1),
        everybody(Choice::Agree, 1, 1),
        gone,
        Conversation { statements: vec![], votes: vec![vote("a", "1", Choice::Agree), vote("b", "1", Choice::Disagree)] },
    ];
    for conversation in conversations {
        let map = opinion_map(&conversation, &quick());
        check(&map);
        assert!(!map.stable || map.groups.len() > 1, "{conversation:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_votes_in_any_order_give_the_same_map(
        cells in prop::collection::vec((0u8..25, 0u8..12, -1i64..=1), 0..220),
        out in prop::collection::vec(any::<bool>(), 6),
        shuffle in any::<u64>(),
    ) {
        let mut conversation = Conversation {
            statements: out
                .iter()
                .enumerate()
                .map(|(id, out)| Statement { id: id.to_string(), text: format!("text {id}"), moderated_out: *out })
                .collect(),
            votes: cells
                .iter()
                .map(|(p, s, v)| vote(&format!("p{p}"), &s.to_string(), Choice::from_value(*v).unwrap()))
                .collect(),
        };
        let map = opinion_map(&conversation, &quick());
        check(&map);
        let mut generator = Generator(shuffle);
        generator.shuffle(&mut conversation.votes);
        generator.shuffle(&mut conversation.statements);
        let again = opinion_map(&conversation, &quick());
        prop_assert_eq!(serde_json::to_string(&map).unwrap(), serde_json::to_string(&again).unwrap());
    }
}

#[test]
fn everybody_twice_gives_the_same_groups() {
    let conversation = planted(150, 40, 3, 0.5, 11);
    let mut doubled = conversation.clone();
    for vote in &conversation.votes {
        let person: usize = vote.participant.parse().unwrap();
        doubled.votes.push(Vote { participant: (person + 150).to_string(), ..vote.clone() });
    }
    let map = opinion_map(&doubled, &quick());
    assert_eq!(map.groups.len(), 3);
    for person in 0..150usize {
        assert_eq!(map.group_of[&person.to_string()], map.group_of[&(person + 150).to_string()]);
    }
}
