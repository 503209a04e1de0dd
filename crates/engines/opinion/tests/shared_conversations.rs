//! The map of real conversations: like the one Polis published, and the same whatever the order of the rows.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Generator, shared};
use samskab_opinion::polis_csv::{ExportText, published_groups_in, read_dir, read_text};
use samskab_opinion::{Direction, OpinionMap, Options, adjusted_rand_index, map_with_groups, opinion_map};

fn with_published(name: &str) -> Option<(OpinionMap, f64)> {
    let folder = shared(name)?;
    let map = opinion_map(&read_dir(&folder).unwrap(), &Options::default());
    let Some(published) = published_groups_in(&folder).unwrap() else {
        eprintln!("skipped: {name} has no participants-votes.csv here");
        return None;
    };
    let theirs: Vec<Option<usize>> = map.group_of.keys().map(|person| published.get(person).cloned().flatten().map(|group| group.parse().unwrap())).collect();
    let ours: Vec<Option<usize>> = map.group_of.values().copied().collect();
    let index = adjusted_rand_index(&ours, &theirs);
    Some((map, index))
}

#[test]
fn biodiversity_has_the_published_groups_and_they_are_stable() {
    let Some((map, index)) = with_published("scoop-hivemind.biodiversity") else { return };
    assert_eq!((map.participants, map.statements, map.votes), (536, 316, 29_719));
    assert!(index >= 0.8, "Rand index {index}");
    assert!(map.stable, "{:?}", map.stability);
    assert!(map.stability.rand_index.unwrap() >= 0.9, "{:?}", map.stability);
}

#[test]
fn vtaiwan_has_the_published_groups_and_they_are_stable() {
    let Some((map, index)) = with_published("vtaiwan.uberx") else { return };
    assert_eq!((map.participants, map.statements, map.votes), (1_921, 197, 49_443));
    assert!(index >= 0.8, "Rand index {index}");
    assert!(map.stable, "{:?}", map.stability);
    assert!(map.stability.rand_index.unwrap() >= 0.9, "{:?}", map.stability);
}

#[test]
fn seattle_has_no_stable_groups() {
    let Some((map, _)) = with_published("15-per-hour-seattle") else { return };
    assert_eq!((map.participants, map.statements, map.votes), (339, 54, 2_872));
    assert!(!map.stable, "{:?}", map.stability);
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let Some(folder) = shared("scoop-hivemind.biodiversity") else { return };
    let votes = std::fs::read_to_string(folder.join("votes.csv")).unwrap();
    let comments = std::fs::read_to_string(folder.join("comments.csv")).unwrap();
    let options = Options { repeats: 2, ..Options::default() };
    let json = |votes: &str, comments: &str| {
        let conversation = read_text(ExportText { votes, comments: Some(comments) }).unwrap();
        serde_json::to_string(&opinion_map(&conversation, &options)).unwrap()
    };
    let expected = json(&votes, &comments);
    for round in 0..3 {
        let mut generator = Generator(round);
        let (header, rows) = votes.split_once('\n').unwrap();
        let mut lines: Vec<&str> = rows.lines().collect();
        generator.shuffle(&mut lines);
        let shuffled = format!("{header}\n{}\n", lines.join("\n"));
        let mut records: Vec<csv::StringRecord> = csv::Reader::from_reader(comments.as_bytes()).into_records().map(Result::unwrap).collect();
        generator.shuffle(&mut records);
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(comments.lines().next().unwrap().split(',')).unwrap();
        records.iter().for_each(|record| writer.write_record(record).unwrap());
        let comments = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        assert!(json(&shuffled, &comments) == expected, "round {round}");
    }
}

#[test]
fn the_picture_of_two_thousand_people_is_small() {
    let Some((map, _)) = with_published("vtaiwan.uberx") else { return };
    let svg = samskab_opinion::svg::draw(&map, &samskab_opinion::svg::SvgWords::default(), None);
    assert!(svg.len() < 150_000, "{} bytes", svg.len());
}

#[test]
fn with_the_published_groups_the_numbers_are_those_of_polis() {
    let Some(folder) = shared("15-per-hour-seattle") else { return };
    let Some(published) = published_groups_in(&folder).unwrap() else { return };
    let groups = published.into_iter().filter_map(|(person, group)| Some((person, group?.parse().unwrap()))).collect();
    let map = map_with_groups(&read_dir(&folder).unwrap(), &groups, &Options::default());
    assert_eq!(map.groups.iter().map(|group| group.size).collect::<Vec<_>>(), SIZES);
    for (group, expected) in map.groups.iter().zip(EXPECTED) {
        let found: Vec<_> = group.representative.iter().map(|one| (one.statement.as_str(), one.direction)).collect();
        assert_eq!(found, expected.iter().map(|(id, direction, ..)| (*id, *direction)).collect::<Vec<_>>());
        for (one, (.., share, repness, test)) in group.representative.iter().zip(expected) {
            assert!((one.share - share).abs() < 1e-6, "{one:?}");
            assert!((one.repness - repness).abs() < 1e-6, "{one:?}");
            assert!((one.repness_test - test).abs() < 1e-6, "{one:?}");
        }
    }
}

/// Sizes of the published groups of the Seattle conversation.
const SIZES: [usize; 2] = [99, 39];

/// A representative statement: id, direction, share, repness and its test.
type Line = (&'static str, Direction, f64, f64, f64);
/// Representative statements of those groups, computed by another program from
/// the formulas in Small et al. 2021.
const EXPECTED: [&[Line]; 2] = [
    &[
        ("12", Direction::Agree, 0.833333333, 3.452380952, 5.701403282),
        ("24", Direction::Agree, 0.636363636, 9.545454545, 5.179952824),
        ("8", Direction::Agree, 0.746268657, 3.606965174, 4.908636183),
        ("48", Direction::Agree, 0.815789474, 3.263157895, 3.620326787),
        ("20", Direction::Disagree, 0.640625000, 22.421875000, 5.893159552),
    ],
    &[
        ("20", Direction::Agree, 0.800000000, 5.120000000, 6.399828249),
        ("24", Direction::Disagree, 0.900000000, 6.600000000, 7.301189152),
        ("8", Direction::Disagree, 0.724137931, 8.086206897, 6.458638071),
        ("12", Direction::Disagree, 0.689655172, 8.275862069, 6.413064857),
        ("10", Direction::Disagree, 0.848484848, 3.757575758, 5.942406806),
    ],
];
