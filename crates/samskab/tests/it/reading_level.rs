//! Plain Danish: the reading level of what citizens meet stays below LIX 40 ("easy" ends at 35, "medium" at 45).
//!
//! LIX (C. H. Björnsson, *Läsbarhet*, 1968) = words per sentence + per cent of words longer than six letters. Labels of
//! a few words have no sentences and are left out.

use std::path::{Path, PathBuf};

const HIGHEST: f64 = 40.0;

/// What is read by whoever life is hard for, on a phone or read aloud: easier still.
const EASIEST: f64 = 30.0;
const EASY: [&str; 1] = ["plan"];

#[derive(Default, Debug, PartialEq)]
struct Counted {
    words: usize,
    long: usize,
    sentences: usize,
}

impl Counted {
    fn of(text: &str) -> Self {
        let words: Vec<usize> = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(|w| w.chars().count()).collect();
        let sentences = text.split_inclusive(['.', '!', '?', ':', '\n']).filter(|s| s.chars().any(char::is_alphabetic)).count();
        Self { words: words.len(), long: words.iter().filter(|n| **n > 6).count(), sentences }
    }

    fn add(&mut self, other: &Self) {
        self.words += other.words;
        self.long += other.long;
        self.sentences += other.sentences;
    }

    fn lix(&self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64 + 100.0 * self.long as f64 / self.words.max(1) as f64
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The texts of a file of words: every message and every variant of it, with `ord` where a value is put in.
fn messages(ftl: &str) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    for line in ftl.lines().filter(|l| !l.trim_start().starts_with('#')) {
        let text = match line.split_once(" =") {
            Some((key, text)) if key.trim_start_matches('-').bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') => text,
            _ => line.split_once(']').filter(|_| line.trim_start().trim_start_matches('*').starts_with('[')).map_or(line, |(_, text)| text),
        };
        let mut plain = String::new();
        for (i, part) in text.split('{').enumerate() {
            plain.push_str(if i == 0 { part } else { "ord" });
            if i > 0 {
                plain.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
            }
        }
        all.push(plain.trim().to_owned());
    }
    all
}

#[test]
fn lix_is_counted_as_its_author_did() {
    // Two sentences, eleven words, seven of them longer than six letters.
    let counted = Counted::of("Kommunen inviterer borgerne til samtale. Vi drikker kaffe på biblioteket bagefter.");
    assert_eq!(counted, Counted { words: 11, long: 7, sentences: 2 });
    assert!((counted.lix() - (5.5 + 700.0 / 11.0)).abs() < 1e-9);
    assert_eq!(messages("navn = Du har { $n ->\n    [one] en ny besked i dag\n   *[other] flere\n }\n")[1], "en ny besked i dag");
}

#[test]
fn citizens_read_plain_danish() {
    let mut faults = vec![];
    for file in samskab::word_files() {
        let mut all = Counted::default();
        for message in messages(file.da) {
            let counted = Counted::of(&message);
            if counted.words >= 5 {
                all.add(&counted);
            }
            if counted.words >= 25 && counted.lix() >= 50.0 {
                faults.push(format!("locales/da/{}.ftl, LIX {:.0}: {message}", file.name, counted.lix()));
            }
        }
        println!("locales/da/{}.ftl: {} words, LIX {:.1}", file.name, all.words, all.lix());
        if all.lix() >= if EASY.contains(&file.name) { EASIEST } else { HIGHEST } {
            faults.push(format!("locales/da/{}.ftl: LIX {:.1}", file.name, all.lix()));
        }
    }
    assert!(faults.is_empty(), "harder to read than LIX {HIGHEST}:\n{}", faults.join("\n"));
}

#[test]
fn the_danish_guides_are_plain_too() {
    let folder = root().join("docs/da");
    let mut faults = vec![];
    for file in std::fs::read_dir(folder).into_iter().flatten().map(|f| f.unwrap().path()).filter(|f| f.extension().is_some_and(|e| e == "md")) {
        let text = std::fs::read_to_string(&file).unwrap();
        // Code, tables and headings are not read as sentences.
        let prose: Vec<&str> = text.lines().filter(|l| !l.starts_with("    ") && !l.starts_with(['|', '#', '`'])).collect();
        let mut all = Counted::default();
        prose.join(" ").split_inclusive(['.', '!', '?', ':']).map(Counted::of).for_each(|c| all.add(&c));
        println!("{}: {} words, LIX {:.1}", file.display(), all.words, all.lix());
        if all.lix() >= HIGHEST {
            faults.push(format!("{}: LIX {:.1}", file.display(), all.lix()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
