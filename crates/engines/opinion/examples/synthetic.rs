//! Planted groups at several sizes: how long the map takes, and how well it finds them.
//!
//! `cargo run --release -p samskab-opinion --example synthetic` prints, for each size, the seconds for the map without and
//! with repeats, the groups found, and the adjusted Rand index with the planted groups.

use std::time::Instant;

use samskab_opinion::{Choice, Conversation, Options, Vote, adjusted_rand_index, opinion_map};

/// splitmix64, so that everybody gets the same conversations.
struct Generator(u64);

impl Generator {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

/// Every group has its own rate on each statement (log-odds normal with deviation `spread` around a common one); a
/// twentieth of the cells are voted on, every eighth vote is a pass.
fn planted(people: usize, statements: usize, groups: usize, spread: f64, fill: f64) -> (Conversation, Vec<usize>) {
    let mut generator = Generator(people as u64 + 31 * groups as u64);
    let mut rates = vec![0.0; statements * groups];
    for line in rates.chunks_exact_mut(groups) {
        let common = 2.0 * (generator.unit() - 0.3);
        line.iter_mut().for_each(|rate| *rate = 1.0 / (1.0 + (-common - spread * generator.normal()).exp()));
    }
    let mut votes = Vec::new();
    let mut truth = Vec::new();
    for person in 0..people {
        let place = generator.unit();
        let group = ((place * place + place) / 2.0 * groups as f64) as usize;
        truth.push(group);
        for statement in 0..statements {
            if generator.unit() >= fill {
                continue;
            }
            let choice = if generator.unit() < 0.12 {
                Choice::Pass
            } else if generator.unit() < rates[statement * groups + group] {
                Choice::Agree
            } else {
                Choice::Disagree
            };
            votes.push(Vote { participant: person.to_string(), statement: statement.to_string(), choice });
        }
    }
    (Conversation { statements: Vec::new(), votes }, truth)
}

fn main() {
    println!("people × statements     votes  planted spread   seconds  with 16 repeats  found  stable  Rand index");
    let large = std::env::args().any(|argument| argument == "--large");
    let mut sizes = vec![(1_000, 100), (10_000, 500)];
    if large {
        sizes.extend([(33_422, 783), (100_000, 1_000)]);
    }
    for (people, statements) in sizes {
        for (groups, spread) in [(2, 1.5), (3, 1.5), (3, 2.0), (5, 2.0), (8, 2.0), (3, 0.0)] {
            if people > 10_000 && (groups, spread) != (5, 2.0) {
                continue;
            }
            let (conversation, truth) = planted(people, statements, groups, spread, 0.05);
            let start = Instant::now();
            let quick = opinion_map(&conversation, &Options { repeats: 0, ..Options::default() });
            let seconds = start.elapsed().as_secs_f64();
            let start = Instant::now();
            let map = opinion_map(&conversation, &Options::default());
            let repeated = start.elapsed().as_secs_f64();
            let planted: Vec<Option<usize>> = truth.iter().map(|group| Some(*group)).collect();
            let found: Vec<Option<usize>> = (0..people).map(|person| quick.group_of.get(&person.to_string()).copied().flatten()).collect();
            println!(
                "{people:>7} × {statements:<7} {:>10}  {groups:>7} {spread:>6.1} {seconds:>9.3} {repeated:>16.3}  {:>5}  {:>6}  {:>10.3}",
                conversation.votes.len(),
                quick.groups.len(),
                map.stable,
                adjusted_rand_index(&planted, &found),
            );
        }
    }
}
