//! Documentation that is written from the code is what the code says.

use std::path::Path;

#[test]
fn every_setting_is_in_docs_settings_md() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/settings.md");
    let text = samskab::configuration::reference();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap();
    assert!(there == text, "docs/settings.md is not what the code says: UPDATE_DOCS=1 cargo nextest run -p samskab docs");
    for line in text.lines().filter(|l| l.starts_with("| `")) {
        let meaning = line.trim_end_matches(['|', ' ']).rsplit(" | ").next().unwrap();
        assert!(meaning.len() > 8, "no doc comment: {line}");
    }
}

/// The words of the program as a guide can quote them: a value each, in parts where the program puts something in.
fn quotable() -> Vec<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read =
        |folder: &str| -> Vec<String> { std::fs::read_dir(root.join(folder)).unwrap().map(|e| std::fs::read_to_string(e.unwrap().path()).unwrap()).collect() };
    let labels = read("locales/da").concat();
    // `{ -Local-area-many }`: the form of `label-local-area-1` that nobody has chosen otherwise, in its case.
    let label = |name: &str| {
        let plain = name.trim_start_matches('-');
        let (base, place) = [("-many-the", 3), ("-many", 2), ("-the", 1), ("-a", 0), ("", 0)]
            .into_iter()
            .find_map(|(end, place)| plain.strip_suffix(end).map(|base| (base.to_lowercase(), place)))
            .unwrap();
        let line = labels.lines().find_map(|l| l.strip_prefix(&format!("label-{base}-1 = "))).unwrap_or("\u{0}");
        let word = line.split(" / ").nth(place).unwrap_or("\u{0}").to_owned();
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if plain.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
            _ => word,
        }
    };
    let mut values = vec![];
    for text in read("locales/da") {
        values
            .extend(text.lines().filter(|l| !l.starts_with('#')).map(|l| l.split_once(" = ").or_else(|| l.split_once("] ")).map_or(l, |(_, v)| v).to_owned()));
    }
    for text in read("recipes") {
        values.extend(text.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    let parts = |value: String| {
        let mut parts = vec![String::new()];
        for (i, piece) in value.split('{').enumerate() {
            let (inside, after) = if i == 0 { ("", piece) } else { piece.split_once('}').unwrap_or(("", piece)) };
            let said = if inside.trim().starts_with('-') { label(inside.trim()) } else { "\u{0}".to_owned() };
            match (i, said.as_str()) {
                (0, _) => {}
                (_, "\u{0}") => parts.push(String::new()),
                (_, said) => parts.last_mut().unwrap().push_str(said),
            }
            parts.last_mut().unwrap().push_str(after);
        }
        parts.into_iter().filter(|p| !p.trim().is_empty()).collect()
    };
    values.into_iter().map(parts).filter(|v: &Vec<String>| !v.is_empty()).collect()
}

#[test]
fn the_guides_quote_only_words_that_the_program_says() {
    let quotable = quotable();
    let fits = |phrase: &str| {
        quotable.iter().any(|parts| {
            let mut rest = phrase;
            let found = parts.iter().all(|part| match rest.find(part.trim()) {
                Some(at) => {
                    rest = &rest[at..];
                    true
                }
                None => false,
            });
            parts.iter().any(|p| p.contains(phrase)) || found && 2 * parts.iter().map(String::len).sum::<usize>() >= phrase.len()
        })
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/da");
    let mut unknown = vec![];
    for file in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "md")) {
        let text = std::fs::read_to_string(&file).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        let phrases = text.split("**").skip(1).step_by(2).map(|p| p.trim_end_matches('.'));
        unknown.extend(phrases.filter(|p| !fits(p)).map(|p| format!("{}: {p}", file.file_name().unwrap().display())));
    }
    assert!(unknown.is_empty(), "no longer on any page:\n{}", unknown.join("\n"));
}

/// Every file of Rust in the workspace, as one text.
fn all_code(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            all_code(&entry, into);
        } else if entry.extension().is_some_and(|e| e == "rs") {
            into.push_str(&std::fs::read_to_string(&entry).unwrap());
        }
    }
}

#[test]
fn every_test_that_the_threat_model_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join("docs/security.md")).unwrap();
    let mut code = String::new();
    all_code(&root.join("crates"), &mut code);
    let functions: std::collections::BTreeSet<&str> =
        code.split("fn ").skip(1).filter_map(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()).collect();
    // A test's name is a sentence: four words at least.
    let named: Vec<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') && n.matches('_').count() >= 3)
        .collect();
    let missing: Vec<_> = named.iter().filter(|n| !functions.contains(*n)).collect();
    assert!(named.len() > 60 && missing.is_empty(), "{} are named; not there: {missing:?}", named.len());
    // And what it leads to, and that each part says how it is tested.
    for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()).filter(|l| !l.is_empty() && !l.contains("://")) {
        assert!(root.join("docs").join(link).exists(), "docs/security.md leads to {link}, which is not there");
    }
    let models = text.split("\n### ").skip(1).map(|part| part.split("\n## ").next().unwrap());
    for part in models {
        assert!(part.contains("*Tested by*"), "who tests this? {}", part.lines().next().unwrap());
    }
    for page in ["README.md", "SECURITY.md", "docs/README.md"] {
        assert!(std::fs::read_to_string(root.join(page)).unwrap().contains("security.md"), "{page} does not lead to the threat model");
    }
}
