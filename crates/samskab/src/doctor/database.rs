//! The database: its tables, its journal, its clock, its people, what waits in it.

use samskab_platform::clock::Clock;
use samskab_platform::db::Database;
use samskab_platform::settings::Settings;
use samskab_platform::{Result, journal, presence};

use super::Finding;
use crate::{figures, operations};

/// The last entries of each journal that are read when not all are.
const LAST: i64 = 20;

pub(super) async fn look(settings: &Settings, db: &Database, full: bool) -> Vec<Finding> {
    let mut found = vec![];
    let (newest, version) = (Database::newest_version(), db.version().await);
    match version {
        Ok(version) if version == newest => {
            found.push(Finding::good("database", format!("{} answers, its tables are up to date (version {version})", kind(settings))))
        }
        Ok(version) if version < newest => {
            found.push(Finding::mind(
                "database",
                format!("its tables are of version {version}, this program's of {newest}"),
                "they are brought up to date when the server starts; back up first",
            ));
            return found;
        }
        Ok(version) => {
            found.push(Finding::wrong(
                "database",
                format!("its tables are of version {version}, this program only knows {newest}"),
                "install the newer program",
            ));
            return found;
        }
        Err(error) => {
            found.push(Finding::wrong("database", error.to_string(), "check that it runs, and that this user may read it"));
            return found;
        }
    }
    for part in [journals(db, full).await, clock(db).await, people(db).await, outbox(db).await, whole(db, full).await] {
        match part {
            Ok(finding) => found.extend(finding),
            Err(error) => found.push(Finding::wrong("database", error.to_string(), "run `samskab doctor --full`; if it stays, bring back a backup")),
        }
    }
    found.extend(super::sealed::look(settings, db).await);
    if let Ok(Some(_)) = presence::alone(settings).await {
        found.push(Finding::mind("server", "none is running on this database", "start it: systemctl start samskab"));
    } else {
        found.push(Finding::good("server", "one is running on this database"));
    }
    found
}

fn kind(settings: &Settings) -> &'static str {
    if settings.database.is_some() { "PostgreSQL" } else { "SQLite" }
}

async fn journals(db: &Database, full: bool) -> Result<Option<Finding>> {
    let mut sql = db.snapshot().await?;
    let report = if full { journal::verify(&mut sql).await? } else { journal::verify_last(&mut sql, LAST).await? };
    Ok(Some(match report.faults.first() {
        None if full => Finding::good("journal", format!("all {} entries of {} spaces hold", report.entries, report.spaces)),
        None => Finding::good("journal", format!("the last {} entries of {} spaces hold (--full reads all)", report.entries, report.spaces)),
        Some(fault) => Finding::wrong(
            "journal",
            format!("{} faults; the first: space '{}', entry {}: {}", report.faults.len(), fault.space, fault.seq, fault.what),
            "somebody or something changed the database outside the program: compare with a backup",
        ),
    }))
}

async fn clock(db: &Database) -> Result<Option<Finding>> {
    let Some(theirs) = figures::database_time(db).await? else { return Ok(None) };
    let apart = (Clock::system().now() - theirs).num_seconds().abs();
    Ok(Some(if apart > 5 {
        Finding::wrong(
            "clock",
            format!("this machine and the database's differ by {apart} seconds"),
            "run a time service on both (chrony, systemd-timesyncd): deadlines and sign-in codes depend on it",
        )
    } else {
        Finding::good("clock", "this machine and the database's agree".to_owned())
    }))
}

async fn people(db: &Database) -> Result<Option<Finding>> {
    let administrators = operations::store::administrators(&mut db.read().await?).await?;
    Ok(Some(if administrators == 0 {
        Finding::wrong("administrator", "there is none", "samskab user add --name NAME --email ADDRESS --role administrator")
    } else {
        Finding::good("administrator", format!("{administrators} can administer"))
    }))
}

async fn outbox(db: &Database) -> Result<Option<Finding>> {
    let now = Clock::system().now();
    let queue = figures::queue(&mut db.read().await?, now).await?;
    let late = queue.oldest.map_or(0, |at| (now - at).num_minutes());
    let cure = "look under Administration → Messages, and at the mail server's answer there";
    Ok(Some(if late > 15 {
        Finding::wrong("outbox", format!("{} messages wait, the oldest for {late} minutes", queue.waiting), cure)
    } else if queue.failed > 0 {
        Finding::mind("outbox", format!("{} messages were set aside after the last try", queue.failed), cure)
    } else {
        Finding::good("outbox", format!("{} messages wait", queue.waiting))
    }))
}

async fn whole(db: &Database, full: bool) -> Result<Option<Finding>> {
    if !full {
        return Ok(None);
    }
    let fault = figures::integrity(db).await?;
    Ok(Some(match fault {
        None => Finding::good("database file", "every page of it can be read"),
        Some(fault) => Finding::wrong("database file", fault, "the disk or the file is damaged: stop the server, keep a copy, bring back the latest backup"),
    }))
}
