//! The command line: results for people and programs, errors in one line.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn samskab(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_samskab")).args(args).env_remove("SAMSKAB_DATABASE").output().unwrap()
}

fn conversation() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/conversations/scoop-hivemind.biodiversity")
}

fn map(folder: &Path) -> serde_json::Value {
    let output = samskab(&["opinion", "map", folder.to_str().unwrap(), "--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_opinion_map_has_the_documented_keys_and_does_not_depend_on_the_order_of_rows() {
    let plain = map(&conversation());
    for key in ["participants", "statements", "votes", "groups", "group_of", "positions", "consensus"] {
        assert!(plain.get(key).is_some(), "{key}");
    }
    for key in ["id", "size", "label", "representative"] {
        assert!(plain["groups"][0].get(key).is_some(), "groups[].{key}");
    }
    let folder = tempfile::tempdir().unwrap();
    for file in ["votes.csv", "comments.csv"] {
        let text = std::fs::read_to_string(conversation().join(file)).unwrap();
        if file == "votes.csv" {
            let (head, rows) = text.split_once('\n').unwrap();
            let mut rows: Vec<&str> = rows.lines().collect();
            rows.reverse();
            rows.rotate_left(1234);
            std::fs::write(folder.path().join(file), format!("{head}\n{}\n", rows.join("\n"))).unwrap();
        } else {
            std::fs::write(folder.path().join(file), text).unwrap();
        }
    }
    assert_eq!(plain, map(folder.path()));
}

#[test]
fn a_wrong_file_is_one_line_that_says_where_and_exit_2() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("votes.csv"), "timestamp,comment-id,voter-id,vote\n1,1,1,7\n").unwrap();
    let output = samskab(&["opinion", "map", folder.path().to_str().unwrap()]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text.trim().lines().count(), 1, "{text}");
    assert!(text.contains("votes.csv") && text.contains("line 2") && text.contains("vote"), "{text}");
    let output = samskab(&["opinion", "map", "/nonexistent"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn wrong_settings_are_named_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("samskab.toml");
    std::fs::write(&file, "base_url = \"http://x\"\nlisten = \"here\"\n").unwrap();
    let output = samskab(&["serve", "--config", file.to_str().unwrap()]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(78));
    assert!(text.contains("samskab.toml, line 2"), "{text}");
}

#[test]
fn verifying_where_there_is_no_database_says_what_to_do() {
    let output = samskab(&["verify", "journal", "--data", "/nonexistent"]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text.contains("--data"), "{text}");
}
