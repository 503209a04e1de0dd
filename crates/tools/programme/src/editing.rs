//! Changing what is planned: this time, this and those that follow, or all that are still to come.

use chrono::{NaiveDate, NaiveTime};
use samskab_platform::{Act, Error, Result};
use samskab_recurrence::{Rule, Series, instant, local};
use uuid::Uuid;

use crate::acts::{self, coming, concerned};
use crate::calls::{self, Concerned, News, What};
use crate::model::{Scope, Span, State};
use crate::planning::{Tried, book, cancel, give_up, lay_out, take_turns, with_turns};
use crate::signup_store;
use crate::store::{self, Occurrence};

/// How a series goes on.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Course {
    /// The first day it may be on, where that is later than it would be.
    pub from: Option<NaiveDate>,
    pub time: NaiveTime,
    pub minutes: u32,
    pub rule: Rule,
    pub resources: Vec<Uuid>,
}

/// What was changed, for the journal: the title, and the day it was on.
fn changed(o: &Occurrence) -> serde_json::Value {
    serde_json::json!({ "title": o.title, "date": local(o.starts_at).date() })
}

/// This time only: at another time or in other rooms.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] for one that is over or cancelled or is moved to the past, or when the database fails.
pub async fn move_one(act: &mut Act<'_>, id: Uuid, span: Span, resources: &[Uuid]) -> Result<Tried<()>> {
    let o = coming(act, id).await?;
    if !o.is_planned() {
        return Err(Error::Refused("programme-is-cancelled"));
    }
    if span.1 <= act.at() {
        return Err(Error::Refused("programme-to-the-past"));
    }
    let (space, at) = (act.space().id, act.at());
    with_turns(act, &o, resources).await?;
    let before = store::booked_by(act.sql(), o.id).await?;
    store::unbook(act.sql(), o.id).await?;
    store::set_time(act.sql(), o.id, span, true, at).await?;
    if let Err(clash) = book(act, &o.title, resources, &[(o.id, span)]).await? {
        return Ok(Err(clash));
    }
    act.record("activity", o.activity_id, changed(&o)).await?;
    if o.span() != span || before != resources {
        let now = store::occurrence(act.sql(), space, id).await?;
        let people = concerned(act, &o).await?;
        calls::tell(act, &people, &News { was: Some(o.starts_at), ..News::new(What::Moved, &now) }).await?;
    }
    Ok(Ok(()))
}

/// This and those that follow, or all that are still to come: at another time, on other days, in other rooms.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] for one that is over or where the new rule gives nothing, or when the database fails.
pub async fn change(act: &mut Act<'_>, id: Uuid, scope: Scope, course: &Course) -> Result<Tried<()>> {
    let (chosen, at) = (coming(act, id).await?, act.at());
    let first = match scope {
        Scope::This => return Err(Error::BadRequest("error-form")),
        Scope::Following => chosen.clone(),
        // What has begun has been.
        Scope::All => {
            let all = store::of_activity(act.sql(), chosen.activity_id, at, 2_000).await?;
            all.into_iter().filter(|o| o.starts_at > at && !o.moved).min_by_key(|o| o.day).ok_or(Error::Refused("programme-is-over"))?
        }
    };
    let mut turns = course.resources.clone();
    let rows = store::series_of(act.sql(), first.activity_id).await?;
    for row in rows.iter().filter(|r| r.first_day >= first.day || r.id == first.series_id) {
        turns.extend(store::series_resources(act.sql(), row.id).await?);
    }
    take_turns(act, &turns).await?;
    let activity = acts::activity(act, first.activity_id).await?;
    let people = everyone(act, &first).await?;

    let right = part(act, &first).await?;
    // Where the series was parted before, what comes after the next parting goes the same way now.
    for row in rows.iter().filter(|r| r.first_day > first.day && r.id != first.series_id) {
        store::to_series(act.sql(), row.id, right.0, row.first_day).await?;
        store::drop_series(act.sql(), row.id).await?;
    }
    let row = store::series_row(act.sql(), right.0).await?;
    let mut series = store::series(act.sql(), &row).await?;
    let refused = |_| Error::Refused("programme-never");
    series.at_time(course.time, course.minutes).map_err(refused)?;
    series.in_rhythm(course.from.unwrap_or(first.day).max(first.day), course.rule.clone()).map_err(refused)?;
    // What was moved or cancelled in the parts that went along belongs to the new series too.
    let kept = store::of_series(act.sql(), right.0).await?;
    let removed = kept.iter().filter(|o| !o.is_planned()).map(|o| o.day).collect();
    let moved = kept.iter().filter(|o| o.moved && o.is_planned()).filter_map(|o| Some((o.day, place(o)?))).collect();
    series = series.with(removed, moved);
    if let Err(clash) = lay_out(act, &activity.title, activity.id, right.0, &series, &course.resources).await? {
        return Ok(Err(clash));
    }
    act.record("activity", activity.id, changed(&first)).await?;
    let next = store::of_series(act.sql(), right.0).await?.into_iter().filter(|o| o.is_planned() && o.starts_at > at).min_by_key(|o| o.starts_at);
    if let Some(next) = next {
        calls::tell(act, &people, &News { was: Some(first.starts_at), ..News::new(What::Changed, &next) }).await?;
    }
    Ok(Ok(()))
}

fn place(o: &Occurrence) -> Option<samskab_recurrence::Place> {
    let minutes = u32::try_from((o.ends_at - o.starts_at).num_minutes()).ok()?;
    Some(samskab_recurrence::Place { start: local(o.starts_at), minutes })
}

/// Everyone who counts on an occurrence or one that follows it.
async fn everyone(act: &mut Act<'_>, first: &Occurrence) -> Result<Concerned> {
    let later = signup_store::people_from(act.sql(), first.activity_id, first.starts_at).await?;
    Ok(later.and(concerned(act, first).await?))
}

/// Parts a series before an occurrence: id of the series it and those that follow belong to now, and that series.
async fn part(act: &mut Act<'_>, o: &Occurrence) -> Result<(Uuid, Series)> {
    let at = act.at();
    let row = store::series_row(act.sql(), o.series_id).await?;
    let series = store::series(act.sql(), &row).await?;
    let (left, right) = series.split(o.day).map_err(|e| Error::Internal(format!("series {}: {e}", row.id)))?;
    let Some(left) = left else { return Ok((row.id, right)) };
    let resources = store::series_resources(act.sql(), row.id).await?;
    let new = act.new_id();
    store::put_series(act.sql(), row.id, o.activity_id, &left, at).await?;
    store::put_series(act.sql(), new, o.activity_id, &right, at).await?;
    store::set_series_resources(act.sql(), new, &resources).await?;
    store::to_series(act.sql(), row.id, new, o.day).await?;
    Ok((new, right))
}

/// Cancels this time.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] for one that is over or cancelled already, or when the database fails.
pub async fn cancel_one(act: &mut Act<'_>, id: Uuid, reason: &str) -> Result<()> {
    act.screen(&[("reason", reason)]).await?;
    let o = coming(act, id).await?;
    with_turns(act, &o, &[]).await?;
    if !o.is_planned() {
        return Err(Error::Refused("programme-is-cancelled"));
    }
    cancel(act, &o, reason).await?;
    let payload = serde_json::json!({ "title": o.title, "date": local(o.starts_at).date(), "reason": reason });
    act.record("activity", o.activity_id, payload).await
}

/// Ends an activity: this and those that follow are not held any more.
///
/// # Errors
/// As [`cancel_one`].
pub async fn stop(act: &mut Act<'_>, id: Uuid, reason: &str) -> Result<()> {
    act.screen(&[("reason", reason)]).await?;
    let first = coming(act, id).await?;
    with_turns(act, &first, &[]).await?;
    let people = everyone(act, &first).await?;
    let rows = store::series_of(act.sql(), first.activity_id).await?;
    let (last, _) = part(act, &first).await?;
    for id in rows.iter().filter(|r| r.first_day > first.day).map(|r| r.id).chain([last]) {
        let all = store::of_series(act.sql(), id).await?;
        let gone: Vec<&Occurrence> = all.iter().filter(|o| o.day >= first.day).collect();
        for o in &gone {
            // Told once, below, and not for each time.
            let silent = Occurrence { state: State::Cancelled, ..(*o).clone() };
            give_up(act, &silent, reason).await?;
        }
        if gone.len() == all.len() {
            store::drop_series(act.sql(), id).await?;
        }
    }
    calls::tell(act, &people, &News { reason, ..News::new(What::Stopped, &first) }).await?;
    let payload = serde_json::json!({ "title": first.title, "date": local(first.starts_at).date(), "reason": reason });
    act.record("activity", first.activity_id, payload).await
}

/// Holds an occurrence after all, where its series has it and where its rooms are still free.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] for one that is over, or when the database fails.
pub async fn restore(act: &mut Act<'_>, id: Uuid) -> Result<Tried<()>> {
    let (o, at) = (coming(act, id).await?, act.at());
    if o.is_planned() {
        return Err(Error::Refused("programme-is-planned"));
    }
    with_turns(act, &o, &[]).await?;
    let row = store::series_row(act.sql(), o.series_id).await?;
    let resources = store::series_resources(act.sql(), row.id).await?;
    let start = instant(o.day.and_time(crate::model::time_of(row.minute)));
    let span = (start, start + chrono::Duration::minutes(row.minutes));
    if span.1 <= at {
        return Err(Error::Refused("programme-is-over"));
    }
    store::set_state(act.sql(), o.id, State::Planned, "", at).await?;
    store::set_time(act.sql(), o.id, span, false, at).await?;
    if let Err(clash) = book(act, &o.title, &resources, &[(o.id, span)]).await? {
        return Ok(Err(clash));
    }
    let now = Occurrence { starts_at: span.0, ends_at: span.1, ..o.clone() };
    let people = concerned(act, &o).await?;
    calls::tell(act, &people, &News::new(What::Restored, &now)).await?;
    act.record("activity", o.activity_id, changed(&now)).await?;
    Ok(Ok(()))
}
