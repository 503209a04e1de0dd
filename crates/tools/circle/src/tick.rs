//! In the background: coordinators hear of times nobody has taken, helpers are reminded of theirs, and some months after a circle has
//! ended it is forgotten who helped.

use std::collections::BTreeMap;

use chrono::Duration;
use samskab_platform::access::Role;
use samskab_platform::notice::{Notice, Said};
use samskab_platform::{Act, App, Result, Visitor, space};
use uuid::Uuid;

use crate::acts::{INNER, WATCH, coordinators};
use crate::helping::OWN;
use crate::model::{FORGET_DAYS, IDLE_DAYS, REMIND_HOURS, WARN_HOURS, warnings_due};
use crate::slot_store::{self, Soon};
use crate::store;

pub(crate) async fn tick(app: &App) -> Result<()> {
    warn(app).await?;
    remind(app).await?;
    ask_to_close(app).await?;
    forget(app).await
}

async fn warn(app: &App) -> Result<()> {
    let now = app.clock.now();
    let found = slot_store::open_soon(&mut app.db.read().await?, now, now + Duration::hours(WARN_HOURS[0]), WARN_HOURS.len() as i64).await?;
    let mut of: BTreeMap<Uuid, Vec<Soon>> = BTreeMap::new();
    for soon in found.into_iter().filter(|s| s.3 < warnings_due(now, s.2)) {
        of.entry(soon.1).or_default().push(soon);
    }
    for (circle, all) in of {
        let mut act = Act::begin(app, &Visitor::program(), circle, &WATCH).await?;
        let mut told = 0i64;
        for (id, _, starts_at, _) in &all {
            // Another node may have been quicker.
            told += i64::from(slot_store::note_warned(act.sql(), *id, warnings_due(now, *starts_at)).await?);
        }
        if let (Some(first), true) = (all.first(), told > 0) {
            let link = format!("/forloeb/{}/kreds", act.space().slug);
            let notice = Notice::new("mail-circle-unfilled", link, act.new_id()).with("n", told).with("time", Said::Time(first.2)).direct();
            for person in coordinators(act.sql(), circle).await? {
                act.tell(person, &notice).await?;
            }
        }
        act.commit().await?;
    }
    Ok(())
}

async fn remind(app: &App) -> Result<()> {
    let now = app.clock.now();
    for (slot, circle) in slot_store::remind_soon(&mut app.db.read().await?, now, now + Duration::hours(REMIND_HOURS)).await? {
        let mut act = Act::begin(app, &Visitor::program(), circle, &WATCH).await?;
        let slot = slot_store::one(act.sql(), circle, slot).await?;
        // Who took it within the last hours has just been told.
        let fresh = slot.taken_at.is_some_and(|at| now - at < Duration::hours(REMIND_HOURS / 2));
        if slot_store::note_reminded(act.sql(), slot.id, now).await?
            && !fresh
            && let Some(who) = slot.person_id
        {
            let notice = Notice::new("mail-circle-remind", OWN, act.new_id()).with("time", Said::Time(slot.starts_at)).before(slot.starts_at).pressing();
            act.tell(who, &notice).await?;
        }
        act.commit().await?;
    }
    Ok(())
}

/// What is not needed any more is not kept: coordinators who forget to close a circle are asked.
async fn ask_to_close(app: &App) -> Result<()> {
    let now = app.clock.now();
    let since = now - Duration::days(IDLE_DAYS);
    for (circle,) in store::idle(&mut app.db.read().await?, since).await? {
        let mut act = Act::begin(app, &Visitor::program(), circle, &WATCH).await?;
        if store::note_asked_to_close(act.sql(), circle, now, since).await? {
            let notice = Notice::new("mail-circle-idle", format!("/forloeb/{}/kreds/luk", act.space().slug), act.new_id()).pressing();
            for person in coordinators(act.sql(), circle).await? {
                act.tell(person, &notice).await?;
            }
        }
        act.commit().await?;
    }
    Ok(())
}

async fn forget(app: &App) -> Result<()> {
    let before = app.clock.now() - Duration::days(FORGET_DAYS);
    for (circle,) in slot_store::old(&mut app.db.read().await?, before).await? {
        let mut act = Act::begin(app, &Visitor::program(), circle, &WATCH).await?;
        slot_store::forget(act.sql(), circle).await?;
        store::forget_helpers_read(act.sql(), circle).await?;
        for member in space::team(act.sql(), circle).await? {
            for role in INNER.iter().chain(&[Role::Helper]) {
                space::take_role(act.sql(), circle, member.id, *role).await?;
            }
        }
        act.commit().await?;
    }
    Ok(())
}
