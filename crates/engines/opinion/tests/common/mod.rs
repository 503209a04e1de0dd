//! What several tests need: shared conversations, if they are there, and made-up ones.
#![allow(dead_code, clippy::unwrap_used)]

use std::path::PathBuf;

use samskab_opinion::{Choice, Conversation, Statement, Vote};

/// The folder of a shared conversation: in the repository's demonstration, in `$SAMSKAB_REFERENCE_DATA`, or beside the
/// repository. `None`, with a message, where it is in none of them.
pub fn shared(name: &str) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut places = vec![root.join("demo/conversations")];
    if let Some(data) = std::env::var_os("SAMSKAB_REFERENCE_DATA") {
        places.push(PathBuf::from(&data).join("opinion"));
        places.push(PathBuf::from(data));
    }
    places.push(root.join("../shared/data/opinion"));
    let found = places.into_iter().map(|place| place.join(name)).find(|folder| folder.join("votes.csv").is_file());
    if found.is_none() {
        eprintln!("skipped: {name} is not here; set SAMSKAB_REFERENCE_DATA to the folder of reference data");
    }
    found
}

/// splitmix64.
pub struct Generator(pub u64);

impl Generator {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, (self.next() % (index as u64 + 1)) as usize);
        }
    }
}

/// A conversation in which group `person % groups` agrees with chance .9 or .1 to each statement, and a share `fill` of the
/// cells is voted on. With `groups` 0 all votes are tossed.
pub fn planted(people: usize, statements: usize, groups: usize, fill: f64, seed: u64) -> Conversation {
    let mut generator = Generator(seed);
    let rates: Vec<f64> = (0..statements * groups.max(1)).map(|_| if generator.unit() < 0.5 { 0.9 } else { 0.1 }).collect();
    let mut votes = Vec::new();
    for person in 0..people {
        for statement in 0..statements {
            if generator.unit() >= fill {
                continue;
            }
            let rate = if groups == 0 { 0.5 } else { rates[statement * groups + person % groups] };
            let choice = match generator.unit() {
                toss if toss < 0.1 => Choice::Pass,
                _ if generator.unit() < rate => Choice::Agree,
                _ => Choice::Disagree,
            };
            votes.push(Vote { participant: person.to_string(), statement: statement.to_string(), choice });
        }
    }
    let statements =
        (0..statements).map(|number| Statement { id: number.to_string(), text: format!("Statement <{number}> & \"more\""), moderated_out: number % 17 == 16 });
    Conversation { statements: statements.collect(), votes }
}
