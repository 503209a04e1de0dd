//! The program's own work: the doer is told before a commitment's date, and doer and counterpart once it has passed.

use samskab_platform::access::{ActDef, Reach, Trace};
use samskab_platform::clock::{days_between, plus_days};
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, App, Result, Visitor, commitment};
use uuid::Uuid;

use crate::store;

/// Reminding those who carry a commitment: the program's own. It is said to them and to nobody else.
pub const REMIND: ActDef = ActDef { name: "commitment.remind", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };

/// The doer is told so many days before.
const AHEAD: i64 = 7;

/// Which step has come so many days after the date (before it: less than 0).
fn step(days: i64) -> Option<i64> {
    match days {
        1.. => Some(store::AFTER),
        _ if days >= -AHEAD => Some(store::BEFORE),
        _ => None,
    }
}

/// Looks at every commitment whose date is near or past and takes the step that is due, each step once.
pub(crate) async fn tick(app: &App) -> Result<()> {
    let today = app.clock.today();
    let due = store::to_remind(&mut app.db.read().await?, today, plus_days(today, AHEAD)).await?;
    for (id, space) in due {
        say(app, space, id).await?;
    }
    Ok(())
}

async fn say(app: &App, space: Uuid, id: Uuid) -> Result<()> {
    let mut act = Act::begin(app, &Visitor::program(), space, &REMIND).await?;
    let (at, today, about) = (act.at(), act.today(), act.new_id());
    let c = commitment::one(act.sql(), space, id).await?;
    let Some(step) = step(days_between(c.due_on, today)).filter(|_| !c.status.is_over()) else { return Ok(()) };
    // Another node may have been first.
    if !store::take_step(act.sql(), id, c.due_on, step, at).await? {
        return Ok(());
    }
    let link = format!("/forloeb/{}/aftaler/{id}", c.space_slug);
    let notice = |word| {
        let notice = Notice::new(word, link.as_str(), about).with("what", &c.what).with("date", c.due_on);
        notice.with("doer", &c.doer).with("counterpart", &c.counterpart)
    };
    if step == store::AFTER {
        act.tell(c.doer_id, &notice("mail-commitment-late")).await?;
        if c.counterpart_id != c.doer_id {
            act.tell(c.counterpart_id, &notice("mail-commitment-late-counterpart")).await?;
        }
    } else if days_between(c.created_at.date_naive(), c.due_on) > AHEAD {
        // Whoever was promised something for this week has just heard of it.
        act.tell(c.doer_id, &notice("mail-commitment-soon").due_on(c.due_on)).await?;
    }
    act.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_doer_is_told_a_week_before_and_both_the_day_after() {
        assert_eq!([step(-8), step(-7), step(0), step(1), step(400)], [None, Some(-7), Some(-7), Some(1), Some(1)]);
    }

    proptest! {
        #[test]
        fn a_step_never_goes_back(days in -400i64..4000) {
            prop_assert!(step(days + 1) >= step(days));
        }
    }
}
