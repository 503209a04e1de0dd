//! The walls: arrows between crates point one way.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The crates of this workspace that a crate depends on.
fn needs(folder: &Path) -> BTreeSet<String> {
    let manifest: toml::Table = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap().parse().unwrap();
    ["dependencies", "dev-dependencies", "build-dependencies"]
        .iter()
        .filter_map(|part| manifest.get(*part)?.as_table())
        .flat_map(|table| table.keys().cloned())
        .filter(|name| name.starts_with("samskab"))
        .collect()
}

fn folders(under: &str) -> Vec<PathBuf> {
    std::fs::read_dir(crates().join(under)).unwrap().map(|f| f.unwrap().path()).filter(|f| f.join("Cargo.toml").exists()).collect()
}

#[test]
fn engines_know_nothing_of_the_rest() {
    let engines = folders("engines");
    assert!(!engines.is_empty());
    for engine in engines {
        assert_eq!(needs(&engine), BTreeSet::new(), "{}", engine.display());
        let manifest = std::fs::read_to_string(engine.join("Cargo.toml")).unwrap();
        for outside in ["sqlx", "axum", "tokio", "rand"] {
            assert!(
                !manifest.lines().any(|l| l.starts_with(outside)),
                "{} needs {outside}: engines have no database, no clock, no chance of their own",
                engine.display()
            );
        }
        // Dates and times may be reckoned with; what time it is, they are told.
        for file in std::fs::read_dir(engine.join("src")).unwrap().map(|f| f.unwrap().path()).filter(|f| f.is_file()) {
            let text = std::fs::read_to_string(&file).unwrap();
            assert!(!["::now(", "SystemTime", "Instant"].iter().any(|clock| text.contains(clock)), "{} asks what time it is", file.display());
        }
    }
}

#[test]
fn the_platform_knows_nothing_of_the_tools() {
    assert_eq!(needs(&crates().join("platform")), BTreeSet::new());
}

#[test]
fn tools_know_the_platform_and_engines_but_not_each_other() {
    let engines: BTreeSet<String> = folders("engines").iter().map(|f| format!("samskab-{}", f.file_name().unwrap().to_str().unwrap())).collect();
    let tools = folders("tools");
    assert_eq!(tools.len(), samskab::TOOLS.len(), "every tool's folder has its line in TOOLS");
    for tool in tools {
        for name in needs(&tool) {
            assert!(["samskab-platform", "samskab-print"].contains(&name.as_str()) || engines.contains(&name), "{} may not depend on {name}", tool.display());
        }
    }
}

#[test]
fn desks_know_the_platform_but_neither_tools_nor_each_other() {
    let desks = folders("desks");
    assert_eq!(desks.len(), samskab::DESKS.len(), "every desk's folder has its line in DESKS");
    for desk in desks {
        for name in needs(&desk) {
            assert!(["samskab-platform", "samskab-print"].contains(&name.as_str()), "{} may not depend on {name}", desk.display());
        }
    }
}

#[test]
fn sql_lives_in_store_files_and_in_the_platform() {
    for tool in folders("tools").into_iter().chain(folders("desks")) {
        for file in std::fs::read_dir(tool.join("src")).unwrap().map(|f| f.unwrap().path()) {
            let text = std::fs::read_to_string(&file).unwrap();
            let has_sql = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "].iter().any(|w| text.contains(&format!("\"{w}")));
            assert!(!has_sql || file.to_string_lossy().ends_with("store.rs"), "{} holds SQL", file.display());
        }
    }
}
