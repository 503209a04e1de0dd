//! Sealed text: whether the master key is here, is private, and opens every key that is wrapped under it.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use samskab_platform::db::Database;
use samskab_platform::sealed::{self, Keyring};
use samskab_platform::settings::Settings;

use super::Finding;

const WHAT: &str = "sealed text";

pub(super) async fn look(settings: &Settings, db: &Database) -> Vec<Finding> {
    let ring = match Keyring::read(settings) {
        Ok(ring) => ring,
        Err(error) => return vec![Finding::wrong(WHAT, error.to_string(), "correct [sealed] in the settings, or bring the key file back")],
    };
    let mut found = vec![];
    let files = [&settings.sealed.master_key_file, &settings.sealed.previous_key_file].into_iter().flatten().map(std::path::PathBuf::as_path);
    for file in files.chain(ring.own_file()) {
        found.extend(open_to_others(file));
    }
    let keys = match db.read().await {
        Ok(mut sql) => sealed::wrapped(&mut sql).await,
        Err(error) => Err(error),
    };
    let keys = match keys {
        Ok(keys) => keys,
        Err(error) => {
            found.push(Finding::wrong(WHAT, error.to_string(), "run `samskab doctor --full`; if it stays, bring back a backup"));
            return found;
        }
    };
    let closed = keys.iter().filter(|k| !k.opens(&ring)).count();
    let current = ring.current();
    let old = keys.iter().filter(|k| current.as_ref().is_none_or(|m| m.fingerprint() != k.master)).count();
    found.push(match (&current, &ring.previous()) {
        _ if closed > 0 => Finding::wrong(
            WHAT,
            format!("{closed} of {} keys of sealed spaces do not open: their master key is not here", keys.len()),
            "name the master key they are wrapped under in sealed.master_key_file or sealed.previous_key_file; `samskab key show` tells its fingerprint",
        ),
        (None, _) if !ring.makes() => Finding::mind(
            WHAT,
            "no master key is set: no sealed space can be made",
            "write one with `samskab key new FILE`, and name it in sealed.master_key_file on every node (docs/operations.md)",
        ),
        _ if old > 0 => Finding::mind(WHAT, format!("{old} of {} keys are wrapped under the previous master key", keys.len()), "run `samskab key rotate`"),
        (_, Some(previous)) => Finding::mind(
            WHAT,
            format!("the previous master key {} is still in the settings, and nothing needs it", previous.fingerprint()),
            "take sealed.previous_key or sealed.previous_key_file out of the settings, and destroy the file",
        ),
        (None, _) => Finding::good(WHAT, "there is none yet; the master key is made when it is first needed"),
        (Some(master), _) => Finding::good(WHAT, format!("the master key {} opens all {} keys", master.fingerprint(), keys.len())),
    });
    if let Some(own) = ring.own_file().filter(|file| file.exists()) {
        found.push(Finding::mind(
            "master key",
            format!("it lies beside the database, in {}", own.display()),
            "keep a copy elsewhere: without it nothing sealed can be read. Safer: sealed.master_key_file on another disk, or a credential of systemd",
        ));
    }
    found
}

fn open_to_others(file: &Path) -> Option<Finding> {
    let mode = std::fs::metadata(file).ok()?.permissions().mode() & 0o777;
    let shown = file.display();
    (mode & 0o007 != 0)
        .then(|| Finding::wrong("master key", format!("other users of this machine can read {shown} (mode {mode:o})"), format!("chmod 600 {shown}")))
}
