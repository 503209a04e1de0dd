//! Invitations follow the team: whoever leaves it is taken off the list of what is to come, and it leaves their calendar; whoever
//! comes onto it is called to what the others are called to.

use std::collections::BTreeMap;

use samskab_platform::calendar::Method;
use samskab_platform::{Act, App, Result, Visitor, person};
use uuid::Uuid;

use crate::acts::FOLLOW;
use crate::places;
use crate::store::{self, Meeting, Somebody};
use crate::telling::{notice, notice_at, tell};

/// What is to be done about a meeting: who has left, and who has come.
#[derive(Default)]
struct Moves {
    left: Vec<Uuid>,
    come: Vec<Uuid>,
}

/// Looks at every meeting to come whose list is not the team's any more.
pub(crate) async fn follow(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut sql = app.db.read().await?;
    let mut moves: BTreeMap<(Uuid, Uuid), Moves> = BTreeMap::new();
    for (space, meeting, person) in store::left(&mut sql, now).await? {
        moves.entry((space, meeting)).or_default().left.push(person);
    }
    for (space, meeting, person) in store::uncalled(&mut sql, now).await? {
        moves.entry((space, meeting)).or_default().come.push(person);
    }
    drop(sql);
    for ((space, meeting), moves) in moves {
        let mut act = Act::begin(app, &Visitor::program(), space, &FOLLOW).await?;
        let m = store::take(act.sql(), space, meeting).await?;
        if m.cancelled_at.is_none() && m.starts_at >= act.at() {
            release(&mut act, &m, &moves.left).await?;
            summon(&mut act, &m, &moves.come).await?;
            act.refresh_pages();
            act.commit().await?;
        }
    }
    Ok(())
}

/// Takes those who have left off the list, and the meeting out of their calendars; those who wait get their seats.
async fn release(act: &mut Act<'_>, m: &Meeting, left: &[Uuid]) -> Result<()> {
    let at = act.at();
    let mut gone = vec![];
    for who in left {
        let registered = store::own(act.sql(), m.id, *who).await?;
        if let Some(r) = &registered {
            store::strike(act.sql(), r.id).await?;
        }
        // Another node may have been first.
        if store::uninvite(act.sql(), m.id, *who).await? || registered.is_some() {
            gone.push(*who);
        }
    }
    if gone.is_empty() {
        return Ok(());
    }
    // A calendar heeds a message with a higher number than the one it knows; who is called again later gets one higher still.
    store::renumber(act.sql(), m.id, at).await?;
    let space = act.space().id;
    let m = store::one(act.sql(), space, m.id).await?;
    for who in gone {
        let p = person::find(act.sql(), who).await?;
        if p.left_at.is_none() {
            let notice = notice_at(act, "mail-meeting-left", "/min-side".to_owned(), &m);
            tell(act, &Somebody { id: who, name: p.name, email: p.email }, &notice, &m, Method::Cancel).await?;
        }
    }
    places::fill(act, &m).await
}

/// Calls those who have come onto the team since the others were called.
async fn summon(act: &mut Act<'_>, m: &Meeting, come: &[Uuid]) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let m = store::one(act.sql(), space, m.id).await?;
    for who in come {
        if store::invite(act.sql(), m.id, *who, at).await? {
            let p = person::find(act.sql(), *who).await?;
            let notice = notice(act, "mail-meeting-invitation", &m);
            tell(act, &Somebody { id: *who, name: p.name, email: p.email }, &notice, &m, Method::Request).await?;
        }
    }
    Ok(())
}
