//! The program's own work: what people needed is removed after the meeting, the invitations follow the team, and minutes that
//! nobody has objected to in time are approved.

use chrono::Duration;
use samskab_platform::space::MUNICIPALITY;
use samskab_platform::{Act, App, Error, Result, Visitor};

use crate::acts::{LAPSE, TIDY};
use crate::{following, minutes, minutes_store, store};

/// What people needed is kept so many days after the meeting: until bills are paid.
const NEEDS_DAYS: i64 = 14;
/// A browser that has lost its connection sends again within this.
const EDIT_HOURS: i64 = 24;

pub(crate) async fn tidy(app: &App) -> Result<()> {
    let now = app.clock.now();
    let (needs, edits) = (now - Duration::days(NEEDS_DAYS), now - Duration::hours(EDIT_HOURS));
    let mut sql = app.db.read().await?;
    let old = store::has_old_needs(&mut sql, needs).await? || minutes_store::has_old_edits(&mut sql, edits).await?;
    let lapsed = minutes_store::lapsed(&mut sql, app.clock.today()).await?;
    drop(sql);
    if old {
        let mut act = Act::begin_at(app, &Visitor::program(), MUNICIPALITY, &TIDY).await?;
        store::remove_needs(act.sql(), needs).await?;
        minutes_store::remove_edits(act.sql(), edits).await?;
        act.commit().await?;
    }
    following::follow(app).await?;
    for (meeting, space) in lapsed {
        let mut act = Act::begin(app, &Visitor::program(), space, &LAPSE).await?;
        match minutes::approve(&mut act, meeting).await {
            Ok(()) => act.commit().await?,
            // Another node was first, or they were just taken back.
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
