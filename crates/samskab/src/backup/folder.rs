//! A folder of backups, each named by its moment.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::Lock;

const PREFIX: &str = "samskab-";
const ENDS: [&str; 2] = [".tar.gz.age", ".tar.gz"];

/// The name of a backup made at this moment.
#[must_use]
pub fn name(at: DateTime<Utc>, lock: &Lock) -> String {
    format!("{PREFIX}{}{}", at.format("%Y%m%dT%H%M%SZ"), if *lock == Lock::Open { ENDS[1] } else { ENDS[0] })
}

/// The backups of a folder, newest first: their names hold their times.
///
/// # Errors
/// When the folder cannot be read.
pub fn backups(folder: &Path) -> std::io::Result<Vec<(DateTime<Utc>, PathBuf)>> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        let stamp = name.strip_prefix(PREFIX).and_then(|rest| ENDS.iter().find_map(|end| rest.strip_suffix(end)));
        if let Some(at) = stamp.and_then(|s| chrono::NaiveDateTime::parse_from_str(s, "%Y%m%dT%H%M%SZ").ok()) {
            found.push((at.and_utc(), path.clone()));
        }
    }
    found.sort_by(|a, b| b.cmp(a));
    Ok(found)
}
