//! Laying out a series and booking its rooms: all of its occurrences, or none.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use samskab_platform::db::Sql;
use samskab_platform::{Act, Result};
use samskab_recurrence::{Series, holiday_on};
use uuid::Uuid;

use crate::acts::{self, concerned, screen, titled};
use crate::calls::{self, News, What};
use crate::house_store::{self, Closing};
use crate::model::{Clash, Span, State, clashes, own_clashes};
use crate::signup_store;
use crate::store::{self, About, NewOccurrence, Occurrence};

/// What became of a wish for rooms at times: it was done, or what is in the way. Then the act must be dropped.
pub type Tried<T> = std::result::Result<T, Vec<Clash>>;

/// An activity with its first series.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Plan {
    pub about: About,
    pub series: Series,
    /// Rooms and equipment.
    pub resources: Vec<Uuid>,
}

/// When the house is closed.
pub(crate) struct Closed {
    on_holidays: bool,
    closings: Vec<Closing>,
}

impl Closed {
    pub(crate) async fn read(sql: &mut Sql, space: Uuid, from: NaiveDate) -> Result<Self> {
        Ok(Self { on_holidays: !house_store::open_on_holidays(sql, space).await?, closings: house_store::closings(sql, space, from).await? })
    }

    /// Why it is closed on a day: what the house has written, or the word key of a public holiday.
    pub(crate) fn on(&self, day: NaiveDate) -> Option<String> {
        let closing = self.closings.iter().find(|c| (c.first_day..=c.last_day).contains(&day)).map(|c| c.reason.clone());
        closing.or_else(|| holiday_on(day).filter(|_| self.on_holidays).map(|h| format!("holiday-{}", h.key)))
    }
}

/// Plans an activity: all of it, or nothing where a room is taken.
///
/// # Errors
/// [`samskab_platform::Error::NotFound`] for a room that is not there, or when the database fails.
pub async fn plan(act: &mut Act<'_>, plan: &Plan) -> Result<Tried<Uuid>> {
    screen(act, &plan.about).await?;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    store::insert(act.sql(), id, space, &plan.about, by, at).await?;
    let series = act.new_id();
    take_turns(act, &plan.resources).await?;
    if let Err(clash) = lay_out(act, &plan.about.title, id, series, &plan.series, &plan.resources).await? {
        return Ok(Err(clash));
    }
    act.record("activity", id, titled(&plan.about.title)).await?;
    Ok(Ok(id))
}

/// Waits for the turn to book each of these, in one order for all.
pub(crate) async fn take_turns(act: &mut Act<'_>, resources: &[Uuid]) -> Result<()> {
    let space = act.space().id;
    for resource in resources.iter().collect::<BTreeSet<_>>() {
        store::take_turn(act.sql(), space, *resource).await?;
    }
    Ok(())
}

/// Stores a series, makes its occurrences what it gives, and books rooms for all of them. The turns have been taken. What was moved
/// or cancelled by itself stays as it is; whoever was signed up for what is no longer there is told.
pub(crate) async fn lay_out(act: &mut Act<'_>, title: &str, activity: Uuid, id: Uuid, series: &Series, resources: &[Uuid]) -> Result<Tried<()>> {
    let (space, at) = (act.space().id, act.at());
    store::put_series(act.sql(), id, activity, series, at).await?;
    store::set_series_resources(act.sql(), id, resources).await?;
    let closed = Closed::read(act.sql(), space, series.first()).await?;
    let mut there: BTreeMap<NaiveDate, Occurrence> = store::of_series(act.sql(), id).await?.into_iter().map(|o| (o.day, o)).collect();
    let mut wanted: Vec<(Uuid, Span)> = vec![];
    let mut fresh: Vec<(Uuid, NaiveDate, Span, State, String)> = vec![];
    for o in series.all() {
        let span = (o.starts_at(), o.ends_at());
        match there.remove(&o.date) {
            // It keeps its time and its room.
            Some(_) if o.moved => {}
            Some(old) => {
                store::unbook(act.sql(), old.id).await?;
                if old.span() != span {
                    store::set_time(act.sql(), old.id, span, false, at).await?;
                }
                wanted.push((old.id, span));
            }
            None => {
                // What is held just once is held on the day somebody chose.
                let reason = if series.rule().is_once() { None } else { closed.on(o.date) };
                let state = if reason.is_some() { State::Skipped } else { State::Planned };
                let reason = reason.unwrap_or_default();
                let new = act.new_id();
                if state == State::Planned {
                    wanted.push((new, span));
                }
                fresh.push((new, o.date, span, state, reason));
            }
        }
    }
    for (day, old) in there {
        if series.removed().contains(&day) {
            // Still cancelled; where it would have been.
            let start = samskab_recurrence::instant(series.original(day));
            let span = (start, start + chrono::Duration::minutes(i64::from(series.minutes())));
            store::set_time(act.sql(), old.id, span, false, at).await?;
        } else {
            give_up(act, &old, "").await?;
        }
    }
    // Whoever comes second learns it before anything is written.
    let clash = taken(act, title, resources, &wanted).await?;
    if !clash.is_empty() {
        return Ok(Err(clash));
    }
    for (new, day, span, state, reason) in &fresh {
        let new = NewOccurrence { id: *new, space, activity, series: id, day: *day, span: *span, state: *state, reason, at };
        store::insert_occurrence(act.sql(), &new).await?;
    }
    write_down(act, resources, &wanted).await.map(Ok)
}

/// Removes an occurrence for good; whoever was to come is told.
pub(crate) async fn give_up(act: &mut Act<'_>, o: &Occurrence, reason: &str) -> Result<()> {
    if o.is_planned() && o.starts_at > act.at() {
        let people = signup_store::people_of_occurrence(act.sql(), o.id).await?;
        calls::tell(act, &people, &News { reason, ..News::new(What::Cancelled, o) }).await?;
    }
    store::unbook(act.sql(), o.id).await?;
    signup_store::drop_of_occurrence(act.sql(), o.id).await?;
    store::drop_occurrence(act.sql(), o.id).await
}

/// Books rooms for occurrences, where all of them are free at all of the times.
pub(crate) async fn book(act: &mut Act<'_>, title: &str, resources: &[Uuid], wanted: &[(Uuid, Span)]) -> Result<Tried<()>> {
    let clash = taken(act, title, resources, wanted).await?;
    if !clash.is_empty() {
        return Ok(Err(clash));
    }
    write_down(act, resources, wanted).await.map(Ok)
}

/// What is in the way of these rooms at these times.
async fn taken(act: &mut Act<'_>, title: &str, resources: &[Uuid], wanted: &[(Uuid, Span)]) -> Result<Vec<Clash>> {
    let spans: Vec<Span> = wanted.iter().map(|(_, span)| *span).collect();
    let mut all = vec![];
    let (Some(from), Some(to)) = (spans.iter().map(|s| s.0).min(), spans.iter().map(|s| s.1).max()) else { return Ok(all) };
    for resource in resources {
        let space = act.space().id;
        let name = house_store::resource(act.sql(), space, *resource).await?.name;
        let busy = store::busy(act.sql(), *resource, (from, to)).await?;
        all.extend(own_clashes(&name, title, &spans));
        all.extend(clashes(&name, &spans, &busy));
    }
    Ok(all)
}

async fn write_down(act: &mut Act<'_>, resources: &[Uuid], wanted: &[(Uuid, Span)]) -> Result<()> {
    for resource in resources {
        for (occurrence, span) in wanted {
            store::book(act.sql(), *resource, *occurrence, *span).await?;
        }
    }
    Ok(())
}

/// Closes the house from one day to another: what was planned there is cancelled, and those signed up are told. Gives how many.
///
/// # Errors
/// When the database fails.
pub async fn close(act: &mut Act<'_>, first: NaiveDate, last: NaiveDate, reason: &str) -> Result<usize> {
    act.screen(&[("reason", reason)]).await?;
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    let closing = Closing { id, first_day: first, last_day: last, reason: reason.to_owned() };
    house_store::add_closing(act.sql(), space, &closing).await?;
    let midnight = |day: NaiveDate| samskab_recurrence::instant(day.and_time(chrono::NaiveTime::MIN));
    let span = (midnight(first).max(at), midnight(last + chrono::Duration::days(1)));
    let hit: Vec<Occurrence> = store::between(act.sql(), space, span).await?.into_iter().filter(Occurrence::is_planned).collect();
    for o in &hit {
        cancel(act, o, reason).await?;
    }
    act.record("programme", id, serde_json::json!({ "title": reason, "from": first, "to": last })).await?;
    Ok(hit.len())
}

/// Cancels one occurrence and tells everyone who counts on it.
pub(crate) async fn cancel(act: &mut Act<'_>, o: &Occurrence, reason: &str) -> Result<()> {
    let at = act.at();
    store::unbook(act.sql(), o.id).await?;
    store::set_state(act.sql(), o.id, State::Cancelled, reason, at).await?;
    let people = concerned(act, o).await?;
    calls::tell(act, &people, &News { reason, ..News::new(What::Cancelled, o) }).await
}

/// The activity an occurrence belongs to, with the turns of all rooms that a change of it may touch.
pub(crate) async fn with_turns(act: &mut Act<'_>, o: &Occurrence, more: &[Uuid]) -> Result<crate::store::Activity> {
    let mut resources = store::series_resources(act.sql(), o.series_id).await?;
    resources.extend_from_slice(more);
    take_turns(act, &resources).await?;
    acts::activity(act, o.activity_id).await
}
