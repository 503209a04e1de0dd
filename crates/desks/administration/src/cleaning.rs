//! The daily work: what the rules of retention say is removed, and the journal's chains are checked.

use chrono::Duration;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Result, Visitor, journal, personal};

use crate::acts::{CHECK, REMOVE};
use crate::retention::{Kind, cutoff, rules};
use crate::{cleaning_store, journal_store};

/// The choice that holds the last day something was removed.
const LAST: &str = "retention.last";
/// The choice that holds when the chains were last asked to be checked.
pub(crate) const ASKED: &str = "journal.check-asked";
/// The choice that holds when somebody last took a check upon them.
const TAKEN: &str = "journal.check-taken";

/// What the desk does every few seconds: mostly to see that there is nothing to do.
pub(crate) async fn tick(app: &App) -> Result<()> {
    remove_when_due(app).await?;
    check_when_due(app).await
}

/// How much of each kind would be removed now.
pub(crate) async fn preview(sql: &mut Sql, app: &App) -> Result<Vec<(Kind, i64)>> {
    let (now, today) = (app.clock.now(), app.clock.today());
    let mut all = vec![];
    for rule in rules(&app.choices()) {
        all.push((rule.kind, cleaning_store::count(sql, rule.kind, cutoff(now, rule.days), today).await?));
    }
    Ok(all)
}

/// Removes once a day what is too old; the journal keeps how many of each kind, and nothing about whom.
async fn remove_when_due(app: &App) -> Result<()> {
    let today = app.clock.today();
    // The demonstration tells of months gone by: its mailbox stays full.
    if app.settings.demo || app.choice(LAST).is_some_and(|day| day >= today.to_string()) {
        return Ok(());
    }
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &REMOVE).await?;
    act.changes_choices();
    if !journal_store::claim(act.sql(), LAST, &today.to_string()).await? {
        return Ok(());
    }
    let (now, mut removed) = (act.at(), serde_json::Map::new());
    for rule in rules(&app.choices()) {
        let before = cutoff(now, rule.days);
        let count = match rule.kind {
            Kind::People => let_go(&mut act, before).await?,
            kind => cleaning_store::remove(act.sql(), kind, before, today).await?,
        };
        if count > 0 {
            removed.insert(rule.kind.key().to_owned(), count.into());
        }
    }
    let all: u64 = removed.values().filter_map(serde_json::Value::as_u64).sum();
    let about = act.new_id();
    act.record("retention", about, serde_json::json!({ "count": all, "kinds": removed })).await?;
    act.commit().await
}

/// Lets those go who have not been here and gave nothing.
async fn let_go(act: &mut Act<'_>, before: chrono::DateTime<chrono::Utc>) -> Result<u64> {
    let (app, today, at) = (act.app(), act.today(), act.at());
    let unused = cleaning_store::unused_people(act.sql(), before, today).await?;
    for (id, email) in &unused {
        personal::leave(act.sql(), app, *id, email.as_deref()).await?;
        cleaning_store::make_nameless(act.sql(), *id, at).await?;
    }
    Ok(unused.len() as u64)
}

/// How long a check may take before whoever took it upon them is given up.
const PATIENCE: Duration = Duration::hours(1);

/// Whether a check was begun a while ago and nothing came of it: the program stopped meanwhile.
async fn was_dropped(app: &App, taken: &str) -> Result<bool> {
    if *taken > *stamp(app.clock.now() - PATIENCE) {
        return Ok(false);
    }
    let last = journal_store::last_check(&mut app.db.read().await?).await?;
    Ok(last.is_none_or(|check| *stamp(check.at) < *taken))
}

/// Checks every chain once a day, and when somebody asked.
async fn check_when_due(app: &App) -> Result<()> {
    let now = app.clock.now();
    let asked = app.choice(ASKED).unwrap_or_default();
    let taken = app.choice(TAKEN).unwrap_or_default();
    let fresh = taken > asked && taken > stamp(now - Duration::days(1));
    if fresh && !was_dropped(app, &taken).await? {
        return Ok(());
    }
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &CHECK).await?;
    act.changes_choices();
    if !journal_store::claim(act.sql(), TAKEN, &stamp(now)).await? {
        return Ok(());
    }
    act.commit().await?;
    let report = journal::verify(&mut app.db.read().await?).await?;
    for fault in &report.faults {
        tracing::error!(space = %fault.space, entry = fault.seq, what = fault.what, "the journal does not hold");
    }
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &CHECK).await?;
    let (id, at) = (act.new_id(), act.at());
    journal_store::put_check(act.sql(), id, at, &report).await?;
    act.refresh_pages();
    act.commit().await
}

/// A moment as a text that sorts like time.
pub(crate) fn stamp(at: chrono::DateTime<chrono::Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}
