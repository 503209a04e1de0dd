//! The settings, the data folder, the secret, the backups, the recipes.

use std::fs;
use std::path::Path;

use axum::http::Uri;
use chrono::Utc;
use chrono_tz::Europe::Copenhagen;
use samskab_platform::clock::Clock;
use samskab_platform::settings::Settings;

use super::Finding;
use crate::configuration::Configuration;
use crate::{backup, build};

/// Space below which somebody should act, in bytes.
const LITTLE: u64 = 2 << 30;
const TOO_LITTLE: u64 = 200 << 20;

/// A backup every night, and some hours' grace.
const BACKUP_HOURS: i64 = 36;

pub(super) fn look(configuration: &Configuration) -> Vec<Finding> {
    let settings = &configuration.settings;
    let mut found = vec![sources(configuration)];
    found.extend(configuration.notes.iter().map(|note| Finding::mind("settings", note.clone(), "correct its name, or take it out of the environment")));
    found.push(address(settings));
    found.extend(folder(settings));
    found.push(secret(settings));
    found.push(recipes(settings));
    found.push(backups(settings));
    found.push(time());
    found
}

fn sources(configuration: &Configuration) -> Finding {
    let of = |name: &str| configuration.origins.values().filter(|o| o.name().starts_with(name)).count();
    match &configuration.file {
        Some(file) => Finding::good("settings", format!("{} is read, {} values from the environment", file.display(), of("SAMSKAB_"))),
        None => {
            Finding::mind("settings", "no settings file: the defaults, the environment and the options hold", "give it with --config FILE or SAMSKAB_CONFIG")
        }
    }
}

fn address(settings: &Settings) -> Finding {
    let address = &settings.base_url;
    let parsed: Option<Uri> = address.parse().ok();
    let host = parsed.as_ref().and_then(Uri::host).unwrap_or_default();
    let path = parsed.as_ref().map_or("", Uri::path);
    let cure = "set base_url to the address people type, for example https://sammen.example.dk";
    if host.is_empty() || !matches!(parsed.as_ref().and_then(Uri::scheme_str), Some("http" | "https")) {
        return Finding::wrong("base_url", format!("'{address}' is not an address"), cure);
    }
    if !path.is_empty() && path != "/" {
        return Finding::wrong("base_url", format!("'{address}' has a path: samskab must be at the root of its host"), cure);
    }
    let here = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
    match (settings.secure(), here) {
        (true, _) => Finding::good("base_url", address.clone()),
        (false, true) => Finding::mind("base_url", format!("{address}: only this machine can reach it, and mails link to it"), cure),
        (false, false) => Finding::wrong(
            "base_url",
            format!("{address} is without TLS: passwords and cookies travel in the open"),
            "put a TLS proxy in front (docs/operations.md) and begin base_url with https://",
        ),
    }
}

fn folder(settings: &Settings) -> Vec<Finding> {
    let data = &settings.data;
    let cure = format!("make {} and give it to the user the server runs as", data.display());
    if !data.is_dir() {
        return vec![Finding::wrong("data folder", format!("{} is not there", data.display()), cure)];
    }
    let probe = data.join(format!(".doctor-{}", std::process::id()));
    let mut found = vec![match fs::write(&probe, b"samskab doctor") {
        Ok(()) => {
            let _ = fs::remove_file(&probe);
            Finding::good("data folder", format!("{} can be written", data.display()))
        }
        Err(e) => Finding::wrong("data folder", format!("{} cannot be written by this user: {e}", data.display()), cure),
    }];
    if let Some(mode) = open_to_others(data) {
        found.push(Finding::mind("data folder", format!("other users of this machine can read it (mode {mode:o})"), format!("chmod 700 {}", data.display())));
    }
    if let Ok(space) = rustix::fs::statvfs(data) {
        let free = space.f_bavail * space.f_frsize;
        let text = format!("{:.1} GB free", free as f64 / 1e9);
        let cure = "make room, or move the data folder: a full disk stops every change";
        found.push(if free < TOO_LITTLE {
            Finding::wrong("disk", text, cure)
        } else if free < LITTLE {
            Finding::mind("disk", text, cure)
        } else {
            Finding::good("disk", text)
        });
    }
    let wal = fs::metadata(data.join("samskab.db-wal")).map_or(0, |m| m.len());
    if settings.database.is_none() && wal > 256 << 20 {
        found.push(Finding::mind(
            "write-ahead log",
            format!("{} MB wait to be moved into the database", wal >> 20),
            "a reader holds it up, or the disk is slow: restart the server; if it grows again, look for a long-running backup",
        ));
    }
    found
}

/// The mode, where others than the owner and the group can read.
fn open_to_others(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).ok().map(|m| m.permissions().mode() & 0o777).filter(|mode| mode & 0o007 != 0)
}

fn secret(settings: &Settings) -> Finding {
    let path = settings.secret_path();
    match fs::read(&path) {
        Ok(secret) if secret.len() < 32 => Finding::wrong(
            "secret key",
            format!("{} is too short", path.display()),
            "bring it back from the backup, or remove it: a new one is made, and codes under way stop working",
        ),
        Ok(_) => match open_to_others(&path) {
            Some(mode) => {
                Finding::wrong("secret key", format!("other users of this machine can read it (mode {mode:o})"), format!("chmod 600 {}", path.display()))
            }
            None => Finding::good("secret key", format!("{} is there, and private", path.display())),
        },
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Finding::mind(
            "secret key",
            format!("{} is not there", path.display()),
            "it is made at the first start; nodes that share a database must share it (secret_file)",
        ),
        Err(e) => Finding::wrong("secret key", format!("{} cannot be read: {e}", path.display()), "give it to the user the server runs as"),
    }
}

fn recipes(settings: &Settings) -> Finding {
    match build::recipes(settings) {
        Ok(recipes) => Finding::good("recipes", format!("{} can be read", recipes.len())),
        Err(error) => Finding::wrong("recipes", error.to_string(), "correct the file; `samskab recipe check FILE` says what is wrong"),
    }
}

fn backups(settings: &Settings) -> Finding {
    let cure = "run `samskab backup FOLDER --keep 14` every night (docs/operations.md has a timer), and set backup.folder";
    let Some(folder) = &settings.backup.folder else {
        return Finding::mind("backup", "backup.folder is not set: whether there is a recent one cannot be seen", cure);
    };
    match backup::backups(folder) {
        Err(e) => Finding::wrong("backup", format!("{} cannot be read: {e}", folder.display()), cure),
        Ok(all) => match all.first() {
            None => Finding::wrong("backup", format!("there is none in {}", folder.display()), cure),
            Some((at, _)) => {
                let hours = (Clock::system().now() - *at).num_hours();
                let text = format!("the latest of {} is {hours} hours old", all.len());
                if hours > BACKUP_HOURS { Finding::wrong("backup", text, cure) } else { Finding::good("backup", text) }
            }
        },
    }
}

fn time() -> Finding {
    let now = Clock::system().now();
    let built: chrono::DateTime<Utc> = chrono::DateTime::UNIX_EPOCH + chrono::Duration::days(365 * 55);
    if now < built {
        return Finding::wrong(
            "clock",
            format!("this machine believes it is {}", now.format("%Y-%m-%d")),
            "set the clock; run a time service (chrony, systemd-timesyncd)",
        );
    }
    Finding::good("time zone", format!("in Denmark it is {}", now.with_timezone(&Copenhagen).format("%Y-%m-%d %H:%M (UTC%:z)")))
}
