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
